"""The inverted index: which entries hold a word or a pair of words, cut into shards by alphabetical range."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from kehoach.pages.searchwords import key, with_pairs

SHARD_SIZE = 12_000
"""Characters of a shard before it is closed; small, since a word costs two."""
BLOCK_SIZE = 3 * SHARD_SIZE
"""Characters of a block, on average: a change of a word moves the borders of the shards of its block alone."""

Lines = dict[str, str]
"""The lines of an index by their keys."""
Changes = Mapping[str, tuple[set[int], set[int]]]
"""Per form of a word or pair the numbers of the entries that no longer hold it, and of those that do now."""

# Digits of the posting lists: five bits each, the upper half of the alphabet says that more follow.
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}


@dataclass(frozen=True)
class Shard:
    """A range of the index: its first key, one line a key, and whether a block of shards begins with it."""

    first: str
    lines: tuple[str, ...]
    begins: bool


def digit(number: int) -> str:
    """Write a small number, and the greatest there is a digit for where it is not."""
    return _DIGITS[min(number, len(_DIGITS) - 1)]


def words_of(texts: Iterable[str]) -> set[str]:
    """Give the words and neighbouring pairs of some texts, each once."""
    return {form for text in texts for form in with_pairs(text)}


def key_of(form: str) -> str:
    """Give the key of a word or pair, under which all its forms stand."""
    return " ".join(map(key, form.split(" ")))


def range_of(form: str) -> str:
    """Give the first three characters of a form's key, two where a word has one: keys are in the order of ranges."""
    word, space, _ = form.partition(" ")
    return f"{key(word)[:3]}{space}"[:3]


def inverted(entries: Iterable[Iterable[str]], numbers: Iterable[int] | None = None) -> dict[str, dict[str, list[int]]]:
    """Map each key to its accented forms, each with the ascending numbers of the entries that hold it.

    An entry is given by its words and pairs, each once; they are numbered through where no ``numbers`` are given.
    """
    numbers_by_form: dict[str, list[int]] = defaultdict(list)
    for number, forms in zip(count() if numbers is None else numbers, entries, strict=False):
        for form in forms:
            numbers_by_form[form].append(number)
    index: dict[str, dict[str, list[int]]] = {}
    for form, numbers in numbers_by_form.items():
        index.setdefault(key_of(form), {})[form] = numbers
    return index


def lines_of(index: Mapping[str, Mapping[str, list[int]]]) -> Lines:
    """Write an index: a line a key."""
    return {name: _line(name, forms) for name, forms in index.items()}


def shards(lines: Lines, size: int = SHARD_SIZE) -> Iterator[Shard]:
    """Cut an index into shards of at most ``size`` characters or one line, in the order of their keys."""
    return cut(sorted(lines.items()), size)


def cut(lines: Iterable[tuple[str, str]], size: int = SHARD_SIZE) -> Iterator[Shard]:
    """Do the same with keys and lines that are in order.

    Where a block begins depends on nothing but its first line, so that a change within one leaves the others alone.
    """
    shard_lines: list[str] = []
    first, length, begins = "", 0, False
    for name, line in lines:
        is_first = _begins(name, line)
        if shard_lines and (is_first or length + len(line) > size):
            yield Shard(first, tuple(shard_lines), begins)
            shard_lines, length = [], 0
        if not shard_lines:
            first, begins = name, is_first
        shard_lines.append(line)
        length += len(line) + 1
    if shard_lines:
        yield Shard(first, tuple(shard_lines), begins)


def _begins(name: str, line: str) -> bool:
    """Whether a block begins with a line: as if by lot, the likelier the longer it is."""
    return zlib.crc32(name.encode()) * BLOCK_SIZE < len(line) << 32


def revised(
    before: Sequence[tuple[str, bool]], read: Callable[[int], Sequence[str]], changes: Changes, size: int = SHARD_SIZE
) -> Iterator[int | Shard]:
    """Give the shards of an index after changes, a number for one that stays: those of ``shards`` for the whole.

    ``before`` are the first key of each shard and whether it begins a block; ``read`` gives the lines of one.
    """
    by_key: dict[str, dict[str, tuple[set[int], set[int]]]] = {}
    for form, change in changes.items():
        by_key.setdefault(key_of(form), {})[form] = change
    firsts = [first for first, _ in before]
    starts = [number for number, (_, begins) in enumerate(before) if begins or number == 0]
    touched: set[int] = set()
    for name in by_key:
        block = max(bisect_right(starts, max(bisect_right(firsts, name) - 1, 0)) - 1, 0)
        # A block may cease to be one of its own, but the one before it begins where it did.
        touched |= {block, max(block - 1, 0)}
    for is_touched, blocks in groupby(range(len(starts)), touched.__contains__):
        run = list(blocks)
        end = starts[run[-1] + 1] if run[-1] + 1 < len(starts) else len(before)
        numbers = range(starts[run[0]], end)
        if is_touched:
            lines = {line.partition("|")[0]: line for number in numbers for line in read(number)}
            low, high = firsts[numbers[0]] if run[0] else "", firsts[end] if end < len(before) else None
            yield from shards(_changed(lines, by_key, low, high), size)
        else:
            yield from numbers


def _changed(
    lines: Lines, by_key: Mapping[str, Mapping[str, tuple[set[int], set[int]]]], low: str, high: str | None
) -> Lines:
    """Give some lines after the changes of keys from ``low`` to before ``high``."""
    for name, changes in by_key.items():
        if name < low or (high is not None and name >= high):
            continue
        postings = _read(lines.pop(name, name))
        for form, (gone, come) in changes.items():
            postings[form] = sorted({*postings.get(form, ())} - gone | come)
        if postings_left := {form: numbers for form, numbers in postings.items() if numbers}:
            lines[name] = _line(name, postings_left)
    return lines


def _read(line: str) -> dict[str, list[int]]:
    name, *parts = line.split("|")
    return {form or name: unpacked(numbers) for form, _, numbers in (part.partition(":") for part in parts)}


def _line(name: str, forms: Mapping[str, list[int]]) -> str:
    """Write a key with its forms and postings: ``key|form:postings|…``; a form equal to its key is left out."""
    parts = (f"{form if form != name else ''}:{packed(forms[form])}" for form in sorted(forms))
    return "|".join((name, *parts))


def packed(numbers: Sequence[int]) -> str:
    """Write ascending numbers as their differences in printable digits of five bits, the lowest first."""
    digits, before = [], -1
    for number in numbers:
        rest, before = number - before - 1, number
        while rest > 31:
            digits.append(_DIGITS[32 + rest % 32])
            rest //= 32
        digits.append(_DIGITS[rest])
    return "".join(digits)


def unpacked(digits: str) -> list[int]:
    """Read numbers that were packed."""
    numbers, number, step, shift = [], -1, 0, 0
    for digit in map(_VALUES.__getitem__, digits):
        step += digit % 32 << shift
        shift += 5
        if digit < 32:
            number += step + 1
            numbers.append(number)
            step = shift = 0
    return numbers
