"""Building the site whole, its manifest and verification, and packages for a portal."""

__all__ = [
    "build",
    "filecache",
    "leanstyle",
    "ondemand",
    "opened",
    "origin",
    "package",
    "pages",
    "policy",
    "readings",
    "shell",
    "signatures",
    "themes",
    "verifying",
    "workcache",
    "workrunner",
    "works",
]
"""Modules that other rooms may import."""
