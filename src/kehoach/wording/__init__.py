"""Vietnamese of official documents as written, whatever it means.

Letters, capitals, labels, citations, slips of scans; patterns compiled when a text needs them.
"""

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
