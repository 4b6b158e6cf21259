"""A plan brought up to a Word file that people edited.

Three texts merged, comments and references that follow, a report.
"""

__all__ = [
    "merging",
    "planupdate",
    "references",
    "report",
]
"""Modules that other rooms may import."""
