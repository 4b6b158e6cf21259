"""Vietnamese as written in official documents: letters, capitals, names, labels, symbols, slips of recognition."""

__all__ = [
    "casing",
    "citationpatterns",
    "citations",
    "extractedtext",
    "hiddenletters",
    "labels",
    "letters",
    "lexicon",
    "names",
    "numerals",
    "ocr",
    "pathnames",
    "rewritings",
]
"""Modules that other rooms may import."""
