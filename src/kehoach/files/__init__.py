"""Plans and registries on disk and in git: YAML read, diagnosed and written, schemas, loading, revisions."""

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
