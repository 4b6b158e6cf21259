"""A repository for another body.

First registries and sample plan, provinces and communes, settings, what init copies.
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
