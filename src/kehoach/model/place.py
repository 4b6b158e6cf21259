"""Where a value stands in a file: the keys and numbers that lead to it."""

from __future__ import annotations

Place = tuple[str | int, ...]
"""Keys of mappings and indexes of lists, from the top of the file."""
