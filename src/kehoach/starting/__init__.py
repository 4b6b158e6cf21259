"""A repository for another body: its first registries, settings and sample plan."""

__all__ = [
    "body",
    "repository",
    "shell",
]
"""Modules that other rooms may import."""
