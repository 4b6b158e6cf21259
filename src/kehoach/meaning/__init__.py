"""Printed lines read: which bodies, documents and indicators they name, who must do what, and when."""

__all__ = [
    "duties",
    "duty",
    "fabric",
    "ledger",
    "linking",
    "parties",
    "periods",
    "reading",
    "schedules",
    "timewords",
]
"""Modules that other rooms may import."""
