"""The command line: arguments in, values to the rooms below, text and exit status out."""

__all__ = [
    "main",
]
"""Modules that other rooms may import."""
