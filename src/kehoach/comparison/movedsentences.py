"""Sentences that left one provision and stand in another now: they moved, they neither went nor came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kehoach.comparison.bodyparts import actors_in
from kehoach.comparison.meanings import Difference
from kehoach.comparison.model import Change
from kehoach.comparison.phrases import place
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.rolerules import DOING
from kehoach.model.frozen import but

_LEAST = 4
"""Fewest words of a sentence that is known again by them."""


def with_moved_sentences(changes: Sequence[Change], old: LinkedPlan, new: LinkedPlan) -> list[Change]:
    """Give the changes; a whole sentence that one lost and one other got is told as moved.

    Only of a sentence that says itself who must do it: any other has another subject where it stands now.
    """
    then = f" năm {old.plan.year}" if old.plan.year != new.plan.year else " bản trước"
    gone, come = (_single(changes, new) for new in (False, True))
    moved = [words for words in gone if words in come and gone[words] != come[words] and _names_doer(words)]
    changes_left = list(changes)
    for words in moved:
        source, target = changes_left[gone[words]], changes_left[come[words]]
        if not source.old or not target.new:
            continue
        for at, where in ((gone[words], place(target.new.path)), (come[words], f"{place(source.old.path)}{then}")):
            changes_left[at] = but(changes_left[at], differences=_as_moved(changes_left[at].differences, words, where))
    return changes_left


def _single(changes: Sequence[Change], new: bool) -> Mapping[str, int]:
    """Give by its words where each whole sentence came or went, if it did so once."""
    at: dict[str, int] = {}
    twice: set[str] = set()
    for index, change in enumerate(changes):
        for difference in change.differences:
            words = _key(difference.new if new else difference.old)
            if difference.kind == "sentence" and len(words.split()) >= _LEAST:
                twice |= {words} & at.keys()
                at[words] = index
    return {words: index for words, index in at.items() if words not in twice}


def _as_moved(differences: Sequence[Difference], words: str, where: str) -> tuple[Difference, ...]:
    return tuple(
        replace(d, kind="moved", about=where) if d.kind == "sentence" and words in (_key(d.old), _key(d.new)) else d
        for d in differences
    )


def _key(words: str) -> str:
    return " ".join(words.split()).rstrip(" .;")


def _names_doer(words: str) -> bool:
    return any(actor.role in DOING for actor in actors_in(words))
