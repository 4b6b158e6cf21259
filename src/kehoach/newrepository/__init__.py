"""A repository for another body: its first registries and plan, provinces, settings, what init copies."""

__all__ = [
    "body",
    "levels",
    "localunits",
    "registries",
    "repository",
    "template",
]
"""Modules that other rooms may import."""
