"""Runs of signs that have no counterpart in the other text, as a reader would mark them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from kehoach.comparison.signs import SignText

_SENTENCE, _COMMA = re.compile(r"[.;\n]\s"), re.compile(r"[,:]\s")
_ENDS = re.compile(r"\s*(?:[,.;]|và\s|\Z)")
_LISTED = 12
"""Most signs of a thing that is listed."""


class Hunk(NamedTuple):
    """Signs without a counterpart: where they stand on either side."""

    old: tuple[int, int]
    new: tuple[int, int]

    @property
    def size(self) -> int:
        """How many signs change on both sides."""
        return self.old[1] - self.old[0] + self.new[1] - self.new[0]


def hunks_of(old: SignText, new: SignText) -> list[Hunk]:
    """Align signs; kept runs shorter than what changes on both sides of them belong to one change."""
    codes = Indel.opcodes([sign.key for sign in old.signs], [sign.key for sign in new.signs])
    hunks: list[Hunk] = []
    for code in codes:
        if code.tag == "equal":
            continue
        hunk = _slid(
            old,
            new,
            hunks[-1] if hunks else None,
            Hunk((code.src_start, code.src_end), (code.dest_start, code.dest_end)),
        )
        if hunks and (_are_near(hunks[-1], hunk) or _turned(old, hunks[-1], hunk)):
            hunk = Hunk((hunks[-1].old[0], hunk.old[1]), (hunks[-1].new[0], hunk.new[1]))
            hunks.pop()
        hunks.append(hunk)
    return hunks


def _are_near(hunk: Hunk, other: Hunk) -> bool:
    gap = other.old[0] - hunk.old[1]
    return gap <= min(4, hunk.size, other.size) and 3 * gap <= hunk.size + other.size


def _turned(old: SignText, hunk: Hunk, other: Hunk) -> bool:
    """Whether a syllable came on one side of a kept one and one went on its other side: "báo cáo", "thông báo"."""
    if hunk.size != 1 or other.size != 1 or other.old[0] - hunk.old[1] != 1:
        return False
    first_sign = old.signs[hunk.old[1]]
    came = [run.new[0] < run.new[1] for run in (hunk, other)]
    return came[0] != came[1] and first_sign.key[0].isalpha()


def only_reordered(old: SignText, new: SignText, hunks: Sequence[Hunk]) -> bool:
    """Whether the same signs stand in another order, none of them a body."""
    dropped = Counter(sign.key for hunk in hunks for sign in old.signs[slice(*hunk.old)])
    added = Counter(sign.key for hunk in hunks for sign in new.signs[slice(*hunk.new)])
    return dropped == added and not any(key.startswith("@") for key in dropped)


def _slid(old: SignText, new: SignText, before: Hunk | None, hunk: Hunk) -> Hunk:
    """Slide what only came or went along equal signs to what did so before it, or to where a sentence begins.

    Else to where it is all of one thing that is listed: of "A, nguồn B và các nguồn C" without B "nguồn B" went.
    """
    side = 0 if hunk.new[0] == hunk.new[1] else 1
    if hunk[1 - side][0] != hunk[1 - side][1]:
        return hunk
    text = (old, new)[side]
    first, last = hunk[side]
    least = before[side][1] if before else 0
    alike = before is not None and before[1 - side][0] == before[1 - side][1]
    most = next((s for s in range(last - first) if text.signs[first - s - 1].key != text.signs[last - s - 1].key), None)
    steps = last - first if most is None else most
    if alike and first - least <= steps:
        # "A K. K …" without A and one K: what went is the sentence "A K", not "A" and the next "K".
        return _moved(hunk, first - least)
    slides = range(min(steps, first - least, last - first - 1) + 1)
    begins = next((step for step in slides if first == step or _SENTENCE.search(_before(text, first - step))), None)
    if begins is None and hunk.size <= _LISTED:
        commas = (step for step in slides if _COMMA.search(_before(text, first - step)))
        begins = next((step for step in commas if _ENDS.match(text.words, text.signs[last - step - 1].end)), None)
    return hunk if begins is None else _moved(hunk, begins)


def _before(text: SignText, at: int) -> str:
    """Give what stands between a sign and the one before it."""
    return text.words[text.signs[at - 1].end if at else 0 : text.signs[at].start]


def _moved(hunk: Hunk, step: int) -> Hunk:
    (a, b), (c, d) = hunk
    return Hunk((a - step, b - step), (c - step, d - step))
