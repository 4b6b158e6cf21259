"""Where the words of a dropped provision still stand in the new plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from kehoach.comparison.model import Change, Standing
from kehoach.comparison.nodes import Node

WHOLE, PARTLY = 0.55, 0.45
"""Share of a dropped provision's words and phrases that must stand elsewhere, rare ones counting more."""
_MORE = 1.5
"""How much rarer phrases of two words are kept than words where a matter is told again."""
_LEAST = 8
"""Fewest words of a provision in which another's matter can stand: shorter ones are headings."""


def still_standing(changes: Sequence[Change], after: Sequence[Node]) -> list[Change]:
    """Give the changes; a removed provision with the new one that still says what it said, if there is one."""
    gone = {c.old.index: c.old for c in changes if c.status == "removed" and c.old and c.old.group == "provision"}
    places = [
        (n, set(n.words), set(pairwise(n.words))) for n in after if n.group == "provision" and len(n.words) >= _LEAST
    ]
    holders = Counter(word for _, words, phrases in places for word in (*words, *phrases))
    found: dict[int, Standing] = {}
    for node in gone.values() if places else ():
        if len(node.words) >= _LEAST:
            words, phrases = (_weighed(things, holders) for things in (node.words, pairwise(node.words)))
            near = [(share, n, p) for n, w, p in places if (share := _share(words, w)) >= PARTLY]
            ranked = [(min(share, _MORE * _share(phrases, p)), n) for share, n, p in near]
            share, place = max(ranked, key=lambda one: one[0], default=(0.0, node))
            if share >= PARTLY:
                found[node.index] = Standing(place, share >= WHOLE)
    return [
        replace(c, stands=found[c.old.index]) if c.old and not c.new and c.old.index in found else c for c in changes
    ]


def _weighed(things: Iterable[Any], holders: Mapping[Any, int]) -> dict[Any, float]:
    """Weigh each of some words: the fewer provisions have it, the more; all together weigh 1."""
    weights = {thing: 1 / (1 + holders[thing]) for thing in things}
    total = sum(weights.values()) or 1.0
    return {thing: weight / total for thing, weight in weights.items()}


def _share(part: Mapping[Any, float], whole: set[Any]) -> float:
    return sum(part[thing] for thing in part.keys() & whole)
