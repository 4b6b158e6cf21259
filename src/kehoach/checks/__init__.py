"""Rules that plans and registries keep, and the review of a change."""

__all__ = [
    "checkcache",
    "findings",
    "problemformats",
    "progress_rules",
    "review",
    "run",
    "trackedfiles",
    "unknownbodies",
]
"""Modules that other rooms may import."""
