"""What there is, as frozen values: plan, registry, progress, the printed form, and what differs from a source."""

__all__ = [
    "fidelity",
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
    "rewritings",
    "tables",
]
"""Modules that other rooms may import."""
