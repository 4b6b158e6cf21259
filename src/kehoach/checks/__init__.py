"""The rules that plans and registries are held to, problems as text or SARIF, the review of a change."""

__all__ = [
    "checkcache",
    "findings",
    "problemformats",
    "progress_rules",
    "review",
    "rules",
    "run",
    "trackedfiles",
    "unknownbodies",
]
"""Modules that other rooms may import."""
