"""The command line: what each command takes, does and prints."""

__all__ = [
    "main",
]
"""Modules that other rooms may import."""
