"""A repository for another body: its first registries, settings and sample plan."""

__all__ = [
    "body",
    "levels",
    "localunits",
    "registries",
    "repository",
    "shell",
]
"""Modules that other rooms may import."""
