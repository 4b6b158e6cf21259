"""Plans and duties out.

DOCX and its tracked changes, PDF and its fonts, calendars, checklists, open data as CSV and JSON with columns and keys,
the feed.
"""

__all__ = [
    "calendar",
    "checklist",
    "copies",
    "datapackage",
    "datatables",
    "docx",
    "docxfile",
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
