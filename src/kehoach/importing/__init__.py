"""A text, Word document, PDF or scan to a draft plan and a report of what to look at.

Stages, each a module and pure but the first: `read` (bytes → lines and tables), `noise` and `blocks` (lines →
paragraphs), `parttypes` (which paragraph is what), `outline` (labels → tree), `draft` and `items` (→ data of a plan),
`wordcheck` (no word lost), `report`.
"""

__all__ = [
    "draftplace",
    "merging",
    "model",
    "office",
    "pipeline",
    "planidentity",
    "read",
    "readingshare",
    "recordedresults",
    "references",
    "resulttable",
    "sourcecheck",
    "updatereport",
    "updating",
]
"""Modules that other rooms may import."""
