"""DOCX, PDF, calendars, tables, open data and the feed out."""

__all__ = [
    "calendar",
    "checklist",
    "datatables",
    "docx",
    "feed",
    "form",
    "markdowntext",
    "opendata",
    "pdf",
    "redline",
    "reportfiles",
    "resulttable",
    "revised",
    "text",
    "typesetting",
]
"""Modules that other rooms may import."""
