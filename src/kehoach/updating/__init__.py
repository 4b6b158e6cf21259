"""A plan brought up to a Word file that people edited.

Three texts merged, two later states joined, comments and references that follow, a report.
"""

__all__ = [
    "bases",
    "bringing",
]
"""Modules that other rooms may import."""
