"""The site built whole and kept between builds: works, theme, manifest, verification, packages."""

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
    "signatures",
    "themes",
    "verifying",
    "workcache",
    "workrunner",
    "works",
]
"""Modules that other rooms may import."""
