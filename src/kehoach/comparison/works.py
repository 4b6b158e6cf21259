"""Which of several works in a text words like a time or a condition belong to."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Range, Sign
from kehoach.meaning.lexicon import VERBS
from kehoach.meaning.nametable import tokens
from kehoach.meaning.openingverbs import opens_verb
from kehoach.wording.letters import comparable

_MARK = re.compile(r"[.;:\n]|(?P<comma>,\s)")
_AND = comparable("và")
_VERB = 40
"""Most letters of a verb."""


class WorkPlace(NamedTuple):
    """The number of a work, from 0, and how many there are."""

    number: int
    of: int


def places_in_works(text: SignText, runs: Sequence[Range]) -> list[WorkPlace]:
    """Tell of which work each of some runs of words is, by where they begin and end; they are no works themselves.

    A work begins behind a sentence, or a comma or "và" with a verb behind it. Verbs that share what stands behind the
    last are one: "rà soát, cập nhật danh mục".
    """
    words = text.words
    for start, end in runs:
        words = words[:start] + " " * (end - start) + words[end:]
    signs = [s for s in text.signs if not any(start <= s.start < end for start, end in runs)]
    begins, first = [], 0
    for at in range(1, len(signs)):
        if (begin := _begin(text.words, words, signs, first, at)) is not None:
            begins.append(begin)
            first = at
    return [WorkPlace(bisect(begins, start), len(begins) + 1) for start, _ in runs]


def _begin(printed: str, words: str, signs: Sequence[Sign], first: int, at: int) -> int | None:
    """Give where a work begins before a sign, None where the sign goes on with the work that began at ``first``.

    In ``words`` the runs are left blank.
    """
    before, joined = signs[at - 1], signs[at].key == _AND
    mark = _MARK.search(words, before.end, signs[at].start)
    begin = mark.start() if mark else signs[at].start
    if not mark and not joined:
        return None
    if mark and not mark["comma"]:
        return begin
    behind = signs[at + joined :]
    if (
        not behind
        or not opens_verb(words[behind[0].start :][:_VERB])
        or not has_verb(words[signs[first].start : begin])
    ):
        return None
    first = max([first, *(i + 1 for i in range(first, at) if signs[i].key[0] == "@")])
    # What a time or a condition stands behind shares no more: "kiểm tra trước 15/3, báo cáo kết quả".
    shares = printed[before.end : begin] == words[before.end : begin]
    return None if shares and first < at and is_verb(words[signs[first].start : before.end]) else begin


def has_verb(words: str) -> bool:
    """Whether a verb stands among words."""
    spoken = tokens(words.lower())
    return any(VERBS.longest(spoken, at)[0] for at in range(len(spoken)))


def is_verb(words: str) -> bool:
    """Whether words are a verb and nothing more."""
    spoken = tokens(words.lower())
    return bool(spoken) and VERBS.longest(spoken, 0)[0] == len(spoken)
