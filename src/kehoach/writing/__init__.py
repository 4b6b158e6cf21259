"""Writing plans: the canonical form of a file, and the next edition drafted from the last."""

__all__ = [
    "drafting",
    "draftreport",
    "formatting",
    "reviewmarks",
    "yamldump",
    "yamlwriter",
]
"""Modules that other rooms may import."""
