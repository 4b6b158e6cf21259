"""Word, PDF, scans, text and filled tables in: a draft, a plan corrected, results recorded.

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
