"""Rules that plans and registries keep, and the review of a change."""

__all__ = [
    "findings",
    "problemformats",
    "remembered",
    "review",
    "run",
    "tracked",
]
"""Modules that other rooms may import."""
