"""Printed lines read: which bodies, documents and indicators they name, who must do what, and when."""

__all__ = [
    "actors",
    "bodynouns",
    "duty",
    "fabric",
    "holidays",
    "inlinefields",
    "ledger",
    "linetimes",
    "linetokens",
    "linked",
    "linking",
    "mentions",
    "parties",
    "periods",
    "plainwords",
    "plantargets",
    "promises",
    "reading",
    "rolerules",
    "schedules",
    "status",
    "timegrammar",
    "timephrases",
    "times",
]
"""Modules that other rooms may import."""
