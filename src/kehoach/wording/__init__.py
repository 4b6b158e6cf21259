"""Vietnamese of official documents as written: letters, capitals, names, symbols, slips of scans."""

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
