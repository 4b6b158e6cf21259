"""The inverted index: which entries hold a word or a pair of words, cut into shards by alphabetical range."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach.pages.searchwords import key, with_pairs

SHARD_SIZE = 12_000
"""Characters of a shard before it is closed; small, since a word costs two."""

# Digits of the posting lists: five bits each, the upper half of the alphabet says that more follow.
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True)
class Shard:
    """A range of the index: its first key, and one line a key."""

    first: str
    lines: tuple[str, ...]


def words_of(texts: Iterable[str]) -> set[str]:
    """Give the words and neighbouring pairs of some texts, each once."""
    return {form for text in texts for form in with_pairs(text)}


def inverted(entries: Iterable[Iterable[str]]) -> dict[str, dict[str, list[int]]]:
    """Map each key to its accented forms, each with the ascending numbers of the entries that hold it.

    An entry is given by its words and pairs, each once.
    """
    numbers_by_form: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(entries):
        for form in held:
            numbers_by_form[form].append(number)
    index: dict[str, dict[str, list[int]]] = {}
    for form, numbers in numbers_by_form.items():
        index.setdefault(" ".join(map(key, form.split(" "))), {})[form] = numbers
    return index


def shards(index: dict[str, dict[str, list[int]]], size: int = SHARD_SIZE) -> Iterator[Shard]:
    """Cut an index into shards of about ``size`` characters, in the order of their keys."""
    lines: list[str] = []
    first, length = "", 0
    for name in sorted(index):
        line = _line(name, index[name])
        if lines and length + len(line) > size:
            yield Shard(first, tuple(lines))
            lines, length = [], 0
        first = first if lines else name
        lines.append(line)
        length += len(line) + 1
    if lines:
        yield Shard(first, tuple(lines))


def _line(name: str, forms: dict[str, list[int]]) -> str:
    """Write a key with its forms and postings: ``key|form:postings|…``; a form equal to its key is left out."""
    parts = (f"{form if form != name else ''}:{packed(forms[form])}" for form in sorted(forms))
    return "|".join((name, *parts))


def packed(numbers: Sequence[int]) -> str:
    """Write ascending numbers as their differences in printable digits of five bits, the lowest first."""
    out, before = [], -1
    for number in numbers:
        rest, before = number - before - 1, number
        while rest > 31:
            out.append(_DIGITS[32 + rest % 32])
            rest //= 32
        out.append(_DIGITS[rest])
    return "".join(out)
