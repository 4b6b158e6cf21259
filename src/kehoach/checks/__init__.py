"""Rules that plans and registries keep, and the review of a change."""

__all__ = [
    "checkcache",
    "findings",
    "problemformats",
    "review",
    "run",
    "trackedfiles",
]
"""Modules that other rooms may import."""
