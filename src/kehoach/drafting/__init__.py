"""The next edition from the last one.

Years and bodies changed, entries for bodies and series unknown, marks where a person must look.
"""

__all__ = [
    "draftreport",
    "nextedition",
    "reviewmarks",
    "seriesstub",
    "unitstubs",
]
"""Modules that other rooms may import."""
