"""Each published word traced to the source document that it was taken from."""

__all__ = [
    "rewritings",
    "sourcetrace",
]
"""Modules that other rooms may import."""
