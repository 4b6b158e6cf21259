"""Building the site whole, its manifest and verification, and packages for a portal."""

__all__ = [
    "build",
    "filecache",
    "filling",
    "generations",
    "ondemand",
    "opened",
    "package",
    "pages",
    "policy",
    "published",
    "readings",
    "shell",
    "signatures",
    "subjectdigests",
    "themes",
    "verifying",
    "workcache",
    "workrunner",
    "works",
]
"""Modules that other rooms may import."""
