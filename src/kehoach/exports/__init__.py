"""Plans in other forms: DOCX, PDF, calendars, tables, the report, open data and the feed."""

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
