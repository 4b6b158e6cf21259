"""Building the site whole, its manifest and verification, and packages for a portal."""

__all__ = [
    "build",
    "filling",
    "generations",
    "kept",
    "keptfiles",
    "making",
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
    "works",
]
"""Modules that other rooms may import."""
