"""A repository on disk: YAML with line numbers, schemas, problems, loading, and its state at a git revision."""

__all__ = [
    "formatting",
    "memory",
    "opening",
    "permanence",
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
