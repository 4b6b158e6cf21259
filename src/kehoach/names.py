"""Finding known names in prose: a trie over words, looked up longest first.

Own code instead of a library: names must match by Vietnamese word (case of the first word's letter and the
place of a tone mark do not count), several layers of names hold at once, and inner layers win.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kehoach.vietnamese import comparable

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_DASHES = str.maketrans("–—", "--")


@dataclass(frozen=True)
class Token:
    """A word or sign of a text, with its slice."""

    start: int
    end: int
    word: str
    key: str


def tokens(text: str) -> list[Token]:
    """Split a text into words and signs; ``key`` is the form that names are compared by."""
    return [
        Token(match.start(), match.end(), match[0], comparable(match[0].translate(_DASHES)))
        for match in _TOKEN.finditer(text)
    ]


@dataclass
class NameTable:
    """Names and what each can mean; a name of one word counts only in its own letter case."""

    _children: dict[str, Any] = field(default_factory=dict)

    def add(self, name: str, meaning: str) -> None:
        """Let a name mean ``meaning`` too; the order of adding is kept."""
        words = tokens(name)
        node = self._children
        for token in words:
            node = node.setdefault(token.key, {})
        exact = name if len(words) == 1 else ""
        node.setdefault("", []).append((exact, meaning))

    def longest(self, text: Sequence[Token], start: int) -> tuple[int, list[str]]:
        """Find the longest name at a token: how many tokens it takes (0 for none) and its meanings."""
        node = self._children
        best: tuple[int, list[str]] = (0, [])
        for index in range(start, len(text)):
            following = node.get(text[index].key)
            if following is None:
                break
            node = following
            single = text[start].word if index == start else ""
            meanings = [meaning for exact, meaning in node.get("", ()) if not exact or exact == single]
            if meanings:
                best = (index - start + 1, meanings)
        return best


def find_names(text: Sequence[Token], layers: Iterable[NameTable]) -> Iterator[tuple[int, int, list[str]]]:
    """Find names from left to right as (first token, end token, meanings); the longest wins, then the first layer."""
    tables = list(layers)
    position = 0
    while position < len(text):
        length, meanings = max(
            (table.longest(text, position) for table in tables), key=lambda found: found[0], default=(0, [])
        )
        if length:
            yield position, position + length, meanings
        position += length or 1
