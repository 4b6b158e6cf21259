"""The site built whole and kept between builds.

Works, each of which makes pages or files, what each of them asks of all plans; two folders that take turns, digests,
the manifest, verification, packages; the theme and its styles, the security policy.
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
