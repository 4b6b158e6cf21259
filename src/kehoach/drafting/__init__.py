"""A draft for a person to finish: the next edition from the last one, bodies for the registry, marks where to look."""

__all__ = [
    "draftreport",
    "nextedition",
    "reviewmarks",
    "unitstubs",
]
"""Modules that other rooms may import."""
