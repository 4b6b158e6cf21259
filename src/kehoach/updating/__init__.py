"""A plan brought up to a Word file that people edited: what changed, merged in, with a report."""

__all__ = [
    "merging",
    "planupdate",
    "references",
    "report",
]
"""Modules that other rooms may import."""
