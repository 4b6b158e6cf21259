"""Many sites together.

Their data packages read as untrusted, as one database that is asked in SQL; Parquet by province and year; an index site
that leads to what all of them hold, with a search of its own.
"""

__all__ = [
    "building",
]
"""Modules that other rooms may import."""
