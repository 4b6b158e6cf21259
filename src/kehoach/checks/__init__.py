"""Rules that plans and registries keep, and the review of a change."""

__all__ = [
    "findings",
    "remembered",
    "reporters",
    "review",
    "run",
    "tracked",
]
"""Modules that other rooms may import."""
