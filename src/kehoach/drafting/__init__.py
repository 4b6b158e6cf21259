"""The next edition from the last one, bodies for the registry, marks where a person must look."""

__all__ = [
    "draftreport",
    "nextedition",
    "reviewmarks",
    "unitstubs",
]
"""Modules that other rooms may import."""
