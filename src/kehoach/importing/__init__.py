"""Word with its tracked changes, PDF, scans and text in.

Lines and blocks, what recognition misread, labels and outline, head and tail, tables and footnotes, to a draft plan and
a report; filled tables of results read.

Stages, each a module and pure but the first: `read` (bytes → lines and tables), `noise` and `blocks` (lines →
paragraphs), `parttypes` (which paragraph is what), `outline` (labels → tree), `draft` and `items` (→ data of a plan),
`wordcheck` (no word lost), `report`.
"""

__all__ = [
    "draft",
    "draftplace",
    "filekinds",
    "model",
    "office",
    "pipeline",
    "read",
    "readingshare",
    "resulttable",
    "sourcecheck",
]
"""Modules that other rooms may import."""
