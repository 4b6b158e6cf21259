"""Each published word traced to the source document that it was taken from, and what departs from it."""

__all__ = [
    "sourcetrace",
]
"""Modules that other rooms may import."""
