"""Plans in other forms: DOCX, PDF, calendars, tables, the report, open data and the feed."""

__all__ = [
    "calendar",
    "checklist",
    "datatables",
    "docx",
    "feed",
    "form",
    "opendata",
    "pdf",
    "reportfiles",
    "text",
    "typesetting",
]
"""Modules that other rooms may import."""
