"""Printed lines read: which bodies, documents and indicators they name, who must do what, and when."""

__all__ = [
    "actorpatterns",
    "actors",
    "duties",
    "duty",
    "fabric",
    "holidays",
    "ledger",
    "linetokens",
    "linked",
    "linking",
    "mentions",
    "outlining",
    "parties",
    "periods",
    "plainwords",
    "promises",
    "reading",
    "schedules",
    "status",
    "timegrammar",
    "times",
]
"""Modules that other rooms may import."""
