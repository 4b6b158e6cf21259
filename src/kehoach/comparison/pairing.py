"""Two nodes that are taken for one, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """Two nodes by index, -1 for none; ``kind`` is pair, split or merge; ``by`` is id, continues or content."""

    old: int
    new: int
    kind: str = "pair"
    by: str = "content"
    likeness: float = 1.0
