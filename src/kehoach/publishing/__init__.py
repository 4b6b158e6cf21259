"""The site built whole and kept between builds.

Works and their signatures, the theme and its styles, the security policy, manifest, verification, packages.
"""

__all__ = [
    "build",
    "digests",
    "elsewhere",
    "filecache",
    "generations",
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
