"""Each published word and letter traced to the source document, and what departs from it."""

__all__ = [
    "rewritings",
    "sourcetrace",
]
"""Modules that other rooms may import."""
