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
    "readings",
    "signatures",
    "verifying",
    "works",
]
"""Modules that other rooms may import."""
