"""What there is, as frozen values.

Plan, items, tables, printed lines, registries of bodies and documents, recorded progress, each made from plain data and
given back as such; the table of fields.
"""

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
    "planid",
    "printed",
    "printednotes",
    "progress",
    "registry",
    "tables",
    "units",
]
"""Modules that other rooms may import."""
