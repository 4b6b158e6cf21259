"""Finding known names in prose: a trie over words, looked up longest first.

Own code instead of a library: names must match by Vietnamese word (case of the first word's letter and the
place of a tone mark do not count), several layers of names hold at once, and inner layers win.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from kehoach.wording.letters import comparable
from kehoach.wording.pieces import WordCutter

_WORDS = WordCutter(r"[^\W_]+|[^\w\s]")
_NOTHING: list[str] = []
_DASHES = str.maketrans("–—", "--")


class Token(NamedTuple):
    """A word or sign of a text, with its slice."""

    start: int
    end: int
    word: str
    key: str


@lru_cache(maxsize=2048)  # of a text some 6 kB
def tokens(text: str) -> tuple[Token, ...]:
    """Split a text into words and signs; ``key`` is the form that names are compared by."""
    # A plan has thousands: they are made as plain tuples, and looked for from where the last one ends.
    split, end, find = [], 0, text.find
    for word in _WORDS(text):
        start = find(word, end)
        end = start + len(word)
        split.append(_new(Token, (start, end, word, _KEYS[word])))
    return tuple(split)


_new = tuple.__new__


class _Keys(dict[str, str]):
    """The form that each word is compared by, worked out once; the words of official prose are few."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KEYS:
            self.clear()
        key = self[word] = comparable(word.translate(_DASHES))
        return key


_MOST_KEYS = 65536
_KEYS = _Keys()


@dataclass
class NameTable:
    """Names and what each can mean; a name of one word counts only in its own letter case."""

    _children: dict[str, Any] = field(default_factory=dict)

    def add(self, name: str, meaning: str) -> None:
        """Let a name mean ``meaning`` too; the order of adding is kept."""
        # Most names are but words of letters, and there are thousands.
        words = name.split() if name.replace(" ", "").isalpha() else [token.word for token in tokens(name)]
        node = self._children
        for word in words:
            node = node.setdefault(_KEYS[word], {})
        meanings = node.setdefault("", {}).setdefault(name, []) if len(words) == 1 else node.setdefault("", [])
        if meaning not in meanings:  # many bodies list what is but another way of writing a name
            meanings.append(meaning)

    @property
    def opening(self) -> Mapping[str, Mapping[str, Any]]:
        """The words that names begin with, each with those that go on with it; the empty one where a name ends."""
        return self._children

    def longest(self, text: Sequence[Token], start: int) -> tuple[int, list[str]]:
        """Find the longest name at a token: how many tokens it takes (0 for none) and its meanings."""
        if start >= len(text):
            return _NO_NAME
        first = text[start]
        node = self._children.get(first.key)
        if node is None:
            return _NO_NAME
        alone = node.get("")
        best: tuple[int, list[str]] = (1, alone[first.word]) if alone and first.word in alone else _NO_NAME
        for index in range(start + 1, len(text)):
            node = node.get(text[index].key)
            if node is None:
                break
            if meanings := node.get(""):
                best = (index - start + 1, meanings)
        return best


_NO_NAME: tuple[int, list[str]] = (0, _NOTHING)


def table_of(words: str) -> NameTable:
    """Make a table of words that are but looked up, from a list parted by "|"."""
    table = NameTable()
    for word in words.split("|"):
        table.add(word, "")
    return table


class Layers(NamedTuple):
    """Tables of names that hold together: the largest, and by first word those that hold before it with it.

    With them stand the words that go on with a name from there; the empty one where it ends.
    """

    largest: NameTable
    inner: Mapping[str, tuple[Sequence[NameTable], Collection[str]]]


def layered(tables: Sequence[NameTable]) -> Layers:
    """Put tables together, the innermost first, the largest last."""
    by_word: dict[str, list[NameTable]] = {}
    for table in tables[:-1]:
        for word in table.opening:
            by_word.setdefault(word, []).append(table)
    for word, word_tables in by_word.items():
        if word in tables[-1].opening:
            word_tables.append(tables[-1])
    inner = {
        word: (merged, frozenset(chain(*(table.opening[word] for table in merged)))) for word, merged in by_word.items()
    }
    return Layers(tables[-1], inner)


def find_names(text: Sequence[Token], layers: Layers) -> Iterator[tuple[int, int, list[str]]]:
    """Find names from left to right as (first token, end token, meanings); the longest wins, then the first layer."""
    inner, outer = layers.inner, layers.largest.opening
    tables: Sequence[NameTable]
    behind: Collection[str] | None
    alone = (layers.largest,)
    reached, last = 0, len(text) - 1
    for position, (_, _, _, key) in enumerate(text):
        if key in inner:
            tables, behind = inner[key]
        elif (behind := outer.get(key)) is not None:
            tables = alone
        else:
            continue
        # Most words that a name begins with stand for themselves: the next one tells.
        if "" not in behind and (position == last or text[position + 1].key not in behind):
            continue
        if position < reached:
            continue
        length, meanings = 0, _NOTHING
        for table in tables:
            longest = table.longest(text, position)
            if longest[0] > length:
                length, meanings = longest
        if length:
            yield position, position + length, meanings
            reached = position + length
