"""The rules that plans and registries are held to, with their codes and texts.

Problems told as text, JSON or SARIF, and kept while nothing changes; the review of a change.
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
]
"""Modules that other rooms may import."""
