"""A repository for another body.

First registries and sample plan, the country's provinces, communes and their usual bodies, settings, what init copies.
"""

__all__ = [
    "body",
    "levels",
    "localunits",
    "provinces",
    "registries",
    "repository",
    "template",
]
"""Modules that other rooms may import."""
