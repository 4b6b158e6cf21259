"""Vietnamese of official documents as written: letters, capitals, labels, citations, slips of scans."""

__all__ = [
    "casing",
    "citationpatterns",
    "citations",
    "extractedtext",
    "hiddenletters",
    "labels",
    "latepatterns",
    "letters",
    "nationalname",
    "ocr",
    "oldspelling",
    "organisations",
    "pathnames",
    "patterncodes",
    "pieces",
    "titleyears",
]
"""Modules that other rooms may import."""
