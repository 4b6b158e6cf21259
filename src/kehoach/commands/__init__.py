"""The command line.

The arguments of each command, what it does and prints, its exit status; Word files that people put into the inbox, and
which plan each is about.
"""

__all__ = [
    "main",
]
"""Modules that other rooms may import."""
