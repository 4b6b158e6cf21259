"""Where the words of a dropped provision still stand in the new plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from kehoach.comparison.model import Change, StandingWords
from kehoach.comparison.nodes import ComparedNode
from kehoach.model.frozen import but

WHOLE, PARTLY = 0.55, 0.45
"""Share of a dropped provision's words and phrases that must stand elsewhere, rare ones counting more."""
_MORE = 1.5
"""How much rarer phrases of two words are kept than words where a matter is told again."""
_LEAST = 8
"""Fewest words of a provision in which another's matter can stand: shorter ones are headings."""


def still_standing(changes: Sequence[Change], after: Sequence[ComparedNode]) -> list[Change]:
    """Give the changes; a removed provision with the new one that still says what it said, if there is one."""
    dropped = {c.old.index: c.old for c in changes if c.status == "removed" and c.old and c.old.group == "provision"}
    lost = [node for node in dropped.values() if len(node.words) >= _LEAST]
    places = (
        [(n, *n.words_and_phrases) for n in after if n.group == "provision" and len(n.words) >= _LEAST] if lost else []
    )
    holders: Counter[Any] = Counter()
    for _, words, phrases in places:
        holders.update(words)
        holders.update(phrases)
    places_by_node: dict[int, StandingWords] = {}
    for node in lost if places else ():
        own, pairs = _weighed(node.words, holders), _weighed(pairwise(node.words), holders)
        near = [(share, n, p) for n, w, p in places if (share := _share(own, w)) >= PARTLY]
        ranked = [(min(share, _MORE * _share(pairs, p)), n) for share, n, p in near]
        share, place = max(ranked, key=lambda entry: entry[0], default=(0.0, node))
        if share >= PARTLY:
            places_by_node[node.index] = StandingWords(place, share >= WHOLE)
    if not places_by_node:
        return list(changes)
    return [
        but(c, stands=places_by_node[c.old.index]) if c.old and not c.new and c.old.index in places_by_node else c
        for c in changes
    ]


def _weighed(words: Iterable[Any], holders: Mapping[Any, int]) -> dict[Any, float]:
    """Weigh each of some words: the fewer provisions have it, the more; all together weigh 1."""
    weights = {word: 1 / (1 + holders[word]) for word in words}
    total = sum(weights.values()) or 1.0
    return {word: weight / total for word, weight in weights.items()}


def _share(part: Mapping[Any, float], whole: frozenset[Any]) -> float:
    # In the order of the words: a set's own differs from run to run, and with it the last digit that decides a tie.
    return sum(weight for word, weight in part.items() if word in whole)
