"""Signs as they stand in a text: which belong together, where their sentence begins, which bodies they name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach.comparison.slots import Sign


def joins(words: str, one: Sign, other: Sign) -> bool:
    """Whether nothing but a space stands between two signs, and neither is a body or a document."""
    between = words[one.end : other.start]
    return not between.strip(" ") and one.key[0] not in "@§" and other.key[0] not in "@§"


def clause_start(text: str, position: int) -> int:
    """Give where the sentence of a position begins, past words of joining such as "Đồng thời,"."""
    found = [m.end() for m in re.finditer(r"[.;\n](?=\s|\Z)\s*", text[:position])]
    start = found[-1] if found else 0
    return start if len(text[start:position].split()) <= 4 else position


def units_of(signs: Iterable[Sign]) -> tuple[str, ...]:
    """Give the bodies that some signs name, each once."""
    return tuple(dict.fromkeys(sign.unit for sign in signs if sign.unit))
