"""A repository on disk: YAML with line numbers, schemas, problems, loading, and its state at a git revision."""

__all__ = [
    "memory",
    "opening",
    "permanence",
    "problems",
    "recordedprogress",
    "repository",
    "revisions",
    "schemas",
    "yamlfile",
    "yamltext",
    "yamlvalues",
]
"""Modules that other rooms may import."""
