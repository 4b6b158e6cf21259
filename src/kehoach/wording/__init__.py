"""Vietnamese as written in official documents: letters, names, labels, document symbols, slips of recognition."""

__all__ = [
    "citations",
    "labels",
    "letters",
    "names",
    "ocr",
    "pathnames",
]
"""Modules that other rooms may import."""
