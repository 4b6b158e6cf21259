"""What there is, as frozen values: plan, registry, progress, the printed form, and what differs from a source."""

__all__ = [
    "fields",
    "fromdata",
    "frozen",
    "itemdata",
    "items",
    "line",
    "outline",
    "place",
    "plan",
    "printed",
    "printednotes",
    "progress",
    "registry",
    "resultcolumns",
    "tables",
]
"""Modules that other rooms may import."""
