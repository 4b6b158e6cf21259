"""What printed lines mean: bodies and documents they name, duties, times, targets; all plans linked."""

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
