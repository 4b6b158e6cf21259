"""The command line: the arguments of each command, what it does and prints, its exit status."""

__all__ = [
    "main",
]
"""Modules that other rooms may import."""
