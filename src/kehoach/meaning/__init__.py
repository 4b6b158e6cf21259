"""What printed lines mean.

Bodies, known and unknown, documents, indicators and targets that they name, who has which duty, when; patterns, nouns
and verbs by which names, roles and times are told; days, periods and holidays; whether a document or a body still
lives; all plans linked.
"""

__all__ = [
    "actors",
    "bodynouns",
    "cellroles",
    "duty",
    "fabric",
    "holidays",
    "inlinefields",
    "labelroles",
    "ledger",
    "lexicon",
    "linetimes",
    "linetokens",
    "linked",
    "linking",
    "mentions",
    "nametable",
    "numerals",
    "openingverbs",
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
    "unknownbodies",
]
"""Modules that other rooms may import."""
