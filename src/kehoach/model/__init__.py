"""Plan, registry, progress and printed form as frozen values; the table of fields."""

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
    "tables",
    "units",
]
"""Modules that other rooms may import."""
