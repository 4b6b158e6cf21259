"""Building the site whole, its manifest and verification, and packages for a portal."""

__all__ = [
    "build",
    "kept",
    "keptfiles",
    "making",
    "ondemand",
    "package",
    "pages",
    "policy",
    "published",
    "readings",
    "signatures",
    "verifying",
    "works",
]
"""Modules that other rooms may import."""
