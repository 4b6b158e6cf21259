"""Plans and registries on disk and in git.

YAML with its comments read, diagnosed and written, schemas, problems with their places, loading, revisions.
"""

__all__ = [
    "formatting",
    "memory",
    "opening",
    "permanentids",
    "planfiles",
    "planplaces",
    "problems",
    "recordedprogress",
    "repository",
    "revisions",
    "schemas",
    "yamlcomments",
    "yamldump",
    "yamlfile",
    "yamltext",
    "yamlwriter",
]
"""Modules that other rooms may import."""
