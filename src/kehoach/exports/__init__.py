"""Plans and duties out.

DOCX, alone or with changes tracked, PDF and its fonts, calendars, checklists, open data as CSV and JSON with columns
and keys, the feed.
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
