"""Word-level differences of two texts, in Vietnamese syllables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

# A token carries the space before it: spaces of their own would each match every other.
_TOKEN = re.compile(r"\s*(?:[^\W_]+(?:[./-][^\W_]+)*|_|[^\w\s])|\s+\Z")
_ISLAND = 3
"""Most words of a kept run that is given up when more words change on both sides of it."""


class Op(NamedTuple):
    """A run of words: kept ``=``, taken away ``-`` or put in ``+``."""

    tag: str
    words: str


@lru_cache(maxsize=4096)
def ops(old: str, new: str) -> tuple[Op, ...]:
    """Give the runs that lead from one text to the other: of a change first what goes, then what comes."""
    if old == new:
        return (Op("=", new),) if new else ()
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    first = _common(a, b)
    last = _common(a[first:][::-1], b[first:][::-1])
    middle = SequenceMatcher(None, a[first : len(a) - last], b[first : len(b) - last], autojunk=False)
    runs = [("=", a[:first], b[:first])]
    for tag, i, j, k, m in middle.get_opcodes():
        runs.append(("=" if tag == "equal" else "~", a[first + i : first + j], b[first + k : first + m]))
    runs.append(("=", a[len(a) - last :], b[len(b) - last :]))
    phrases = _joined([run for run in runs if run[1] or run[2]], 0)
    return tuple(_written(_joined(phrases, _ISLAND)))


_Run = tuple[str, list[str], list[str]]


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """Count the tokens that two lists have in common_words from the start."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _joined(runs: list[_Run], most: int) -> list[_Run]:
    """Give up kept runs of so many words between larger changes, so that a rewritten phrase reads as one change."""
    runs_joined: list[_Run] = []
    for index, run in enumerate(runs):
        tag, old, new = run
        if tag == "=" and 0 < index < len(runs) - 1 and runs_joined[-1][0] == "~":
            words = _words(old)
            neighbours = (runs_joined[-1], runs[index + 1])
            if words == 0 or (words <= most and all(max(_words(x), _words(y)) > words for _, x, y in neighbours)):
                tag = "~"
        if tag == "~" and runs_joined and runs_joined[-1][0] == "~":
            runs_joined[-1] = ("~", runs_joined[-1][1] + old, runs_joined[-1][2] + new)
        else:
            runs_joined.append((tag, old, new))
    return runs_joined


def _written(runs: Sequence[_Run]) -> Iterable[Op]:
    """Give the runs as text; the space before a change stands with what is kept."""
    common_words = ""
    for index, (tag, old, new) in enumerate(runs):
        if tag == "=":
            common_words += "".join(new)
            continue
        dropped, added = "".join(old), "".join(new)
        following = "".join(runs[index + 1][2][:1]) if index + 1 < len(runs) else ""
        space = _space(dropped or added)
        if not (dropped and added) and space and following.startswith(space):
            # Of what only came or went, the space after it goes along in the place of the one before.
            runs[index + 1][2][0] = following.removeprefix(space)
            common_words += space
            dropped, added = (f"{words.removeprefix(space)}{space}" if words else "" for words in (dropped, added))
        elif dropped and added and space == _space(added):
            common_words, dropped, added = common_words + space, dropped.removeprefix(space), added.removeprefix(space)
        if common_words:
            yield Op("=", common_words)
        yield from (Op(mark, words) for mark, words in (("-", dropped), ("+", added)) if words)
        common_words = ""
    if common_words:
        yield Op("=", common_words)


def _space(words: str) -> str:
    return words[: len(words) - len(words.lstrip())]


def _words(tokens: Iterable[str]) -> int:
    return sum(token[-1].isalnum() for token in tokens)


def text_before(changes: Iterable[Op]) -> str:
    """Give the text that the runs start from."""
    return "".join(op.words for op in changes if op.tag != "+")


def text_after(changes: Iterable[Op]) -> str:
    """Give the text that the runs lead to."""
    return "".join(op.words for op in changes if op.tag != "-")


@lru_cache(maxsize=65536)
def count(text: str) -> int:
    """Count the words of a text."""
    return _words(_TOKEN.findall(text))


def kept_words(changes: Iterable[Op]) -> int:
    """Count the words that are kept."""
    return sum(count(op.words) for op in changes if op.tag == "=")
