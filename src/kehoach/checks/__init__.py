"""The rules that plans and registries are held to, with their texts.

Problems told as text, JSON or SARIF; the review of a change.
"""

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
