"""Vietnamese as written in official documents: letters, names, labels, document symbols, slips of recognition."""

__all__ = [
    "citations",
    "labels",
    "letters",
    "lexicon",
    "names",
    "ocr",
    "pathnames",
    "seen",
]
"""Modules that other rooms may import."""
