"""Many sites together.

Their data packages read as untrusted, as one database; Parquet by province and year; a site that leads to what all of
them hold.
"""

__all__ = [
    "building",
]
"""Modules that other rooms may import."""
