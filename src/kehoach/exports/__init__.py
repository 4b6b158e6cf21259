"""Plans and duties out.

DOCX and its tracked changes, PDF, calendars, checklists, open data as CSV and JSON, the feed.
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
