"""Word-level differences of two texts, in Vietnamese syllables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\s+|[^\W_]+(?:[./-][^\W_]+)*|_|[^\w\s]")
_JOINING = re.compile(r"[\s.,;:()“”\"/–-]*\Z")


class Op(NamedTuple):
    """A run of words: kept ``=``, taken away ``-`` or put in ``+``."""

    tag: str
    words: str


def ops(old: str, new: str) -> tuple[Op, ...]:
    """Give the runs that lead from one text to the other; kept and put-in runs together are ``new``."""
    if old == new:
        return (Op("=", new),) if new else ()
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    runs: list[Op] = []
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Op("=", "".join(b[k:m])))
            continue
        runs += [Op(mark, words) for mark, words in (("-", "".join(a[i:j])), ("+", "".join(b[k:m]))) if words]
    return tuple(_joined(runs))


def _joined(runs: Sequence[Op]) -> Iterable[Op]:
    """Join changes between which only spaces or signs stand, so that a phrase reads as one change."""
    out: list[Op] = []
    pending = {"-": "", "+": ""}

    def flush() -> None:
        out.extend(Op(tag, words) for tag, words in pending.items() if words)
        pending.update({"-": "", "+": ""})

    for index, run in enumerate(runs):
        if run.tag != "=":
            pending[run.tag] += run.words
        elif any(pending.values()) and index + 1 < len(runs) and _JOINING.match(run.words):
            pending["-"] += run.words
            pending["+"] += run.words
        else:
            flush()
            out.append(run)
    flush()
    return out


def before(changes: Iterable[Op]) -> str:
    """Give the text that the runs start from."""
    return "".join(op.words for op in changes if op.tag != "+")


def after(changes: Iterable[Op]) -> str:
    """Give the text that the runs lead to."""
    return "".join(op.words for op in changes if op.tag != "-")


def count(text: str) -> int:
    """Count the words of a text."""
    return sum(1 for token in _TOKEN.findall(text) if token[0].isalnum())


def kept(changes: Iterable[Op]) -> int:
    """Count the words that are kept."""
    return sum(count(op.words) for op in changes if op.tag == "=")
