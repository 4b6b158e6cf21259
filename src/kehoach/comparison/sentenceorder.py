"""Sentences of a provision that stand in another order: of those without a subject it says who must do them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kehoach.comparison.bodyparts import actors_in
from kehoach.comparison.meanings import Difference
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign
from kehoach.meaning.rolerules import DOING

_END = re.compile(r"[.;\n](?=\s)|\n")
_LEAST = 3
"""Fewest signs of a sentence that is known again by its words."""


@dataclass(frozen=True)
class _Sentence:
    """A sentence of a text: the signs from ``first`` to before ``last``."""

    text: SignText
    first: int
    last: int

    @cached_property
    def signs(self) -> Sequence[Sign]:
        """The signs that it has."""
        return self.text.signs[self.first : self.last]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What its signs say."""
        return tuple(sign.key for sign in self.signs)

    @property
    def words(self) -> str:
        """Its words in one line."""
        return " ".join(self._printed.split())

    @cached_property
    def subject(self) -> str:
        """Whom it names as having to do it, by the key of the name where it has one; most are never asked."""
        start = self.signs[0].start if self.signs else 0
        for actor in actors_in(self._printed):
            if actor.role in DOING:
                at = start + actor.name.start
                body_keys = (s.key for s in self.signs if s.start <= at < s.end and s.key[0] == "@")
                return next(body_keys, actor.name.words.lower())
        return ""

    @property
    def _printed(self) -> str:
        return self.text.words[self.signs[0].start : self.signs[-1].end] if self.signs else ""


def without_moved_sentences(old: SignText, new: SignText) -> tuple[SignText, SignText, list[Difference]]:
    """Leave out of both texts whole sentences that only stand in another order, and tell what that may change.

    A sentence without a subject is done by whom the sentences before it name.
    """
    texts = [_sentences(text) for text in (old, new)]
    if any(len(sentences) < 2 for sentences in texts):
        return old, new, []
    places = _common(*texts)
    unmoved = _in_order([b for _, b in places])
    moved = [(a, b) for a, b in places if b not in unmoved]
    changed = _changed_and_moved(texts[0], texts[1], places)
    if not moved and not changed:
        return old, new, []
    # Of one sentence that changed and moved, all others are left out, so that it is laid beside itself.
    moved = places if changed else moved
    differences = [d for a, b in (*places, *changed) if (d := _owned_otherwise(texts[0], texts[1], a, b))]
    signs = (
        _without([texts[0][a] for a, _ in moved], old.signs),
        _without([texts[1][b] for _, b in moved], new.signs),
    )
    return old._replace(signs=signs[0]), new._replace(signs=signs[1]), differences


def _sentences(text: SignText) -> list[_Sentence]:
    sentences: list[_Sentence] = []
    first = 0
    for at in range(1, len(text.signs) + 1):
        if at < len(text.signs) and not _END.search(text.words, text.signs[at - 1].end, text.signs[at].start):
            continue
        sentences.append(_Sentence(text, first, at))
        first = at
    return sentences


def _common(olds: Sequence[_Sentence], news: Sequence[_Sentence]) -> list[tuple[int, int]]:
    """Give the places of sentences that say the same on both sides, and say it once."""
    counts = [Counter(sentence.keys for sentence in side) for side in (olds, news)]
    place_of = {sentence.keys: b for b, sentence in enumerate(news)}
    return [
        (a, place_of[sentence.keys])
        for a, sentence in enumerate(olds)
        if len(sentence.keys) >= _LEAST and counts[0][sentence.keys] == counts[1][sentence.keys] == 1
    ]


def _changed_and_moved(
    olds: Sequence[_Sentence], news: Sequence[_Sentence], places: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Give the one sentence of each side that no other says, where it stands behind others than before."""
    left = [i for i in range(len(olds)) if i not in {a for a, _ in places}]
    right = [i for i in range(len(news)) if i not in {b for _, b in places}]
    alone = len(left) == len(right) == 1 and len(olds) == len(news) and left != right
    alike = alone and set(olds[left[0]].keys) & set(news[right[0]].keys)
    return [(left[0], right[0])] if alike else []


def _in_order(places: Sequence[int]) -> set[int]:
    """Give the longest of the rows of places that rise."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        size = bisect_left(ends, place)
        ends[size:] = [place] if size == len(ends) else [place, *ends[size + 1 :]]
        at[size:] = [index] if size == len(at) else [index, *at[size + 1 :]]
        before.append(at[size - 1] if size else -1)
    unmoved: set[int] = set()
    index = at[-1] if at else -1
    while index >= 0:
        unmoved.add(places[index])
        index = before[index]
    return unmoved


def _owned_otherwise(olds: Sequence[_Sentence], news: Sequence[_Sentence], a: int, b: int) -> Difference | None:
    if olds[a].subject or news[b].subject:
        return None
    owners = [next((s for s in reversed(side[:at]) if s.subject), None) for side, at in ((olds, a), (news, b))]
    before, now = (owner.subject if owner else "" for owner in owners)
    if before == now:
        return None
    words = [owner.words if owner else "" for owner in owners]
    return Difference("order", words[0], words[1], about=news[b].words)


def _without(sentences: Sequence[_Sentence], signs: Sequence[Sign]) -> tuple[Sign, ...]:
    gone = {index for sentence in sentences for index in range(sentence.first, sentence.last)}
    return tuple(sign for index, sign in enumerate(signs) if index not in gone)
