"""Where a value stands in a file: the keys and numbers that lead to it."""

from __future__ import annotations

Place = tuple[str | int, ...]
"""Keys of mappings and indexes of lists, from the top of the file."""


def dotted(place: Place) -> str:
    """Write a place as ``body[0].items[2].text``."""
    out = ""
    for part in place:
        out += f"[{part}]" if isinstance(part, int) else f".{part}" if out else part
    return out
