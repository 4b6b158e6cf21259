"""Comparisons of the editions of a series, worked out once and shared by pages and data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from kehoach.comparison.compare import compare
from kehoach.comparison.model import Change, Comparison
from kehoach.comparison.nodes import ComparedNode
from kehoach.meaning.fabric import Fabric


@dataclass(frozen=True)
class Ancestor:
    """Where a provision stood in an earlier edition, and whether its words are the same there."""

    plan_id: str
    node: ComparedNode
    same: bool


@dataclass(frozen=True)
class Editions:
    """The editions of every body's series against each other."""

    fabric: Fabric
    _made: dict[tuple[str, str], Comparison] = field(default_factory=dict, repr=False)

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """Each edition with the one before it; where there are more than two, also the first with the last."""
        pairs: list[tuple[str, str]] = []
        for line in self.fabric.editions.values():
            pairs += pairwise(line)
            pairs += [(line[0], line[-1])] if len(line) > 2 else []
        return pairs

    def pairs_of(self, plan_id: str) -> list[tuple[str, str]]:
        """Give the pairs in which a plan is the later edition."""
        return self._by_later.get(plan_id, [])

    @cached_property
    def _by_later(self) -> Mapping[str, list[tuple[str, str]]]:
        by_later: dict[str, list[tuple[str, str]]] = {}
        for pair in self.pairs:
            by_later.setdefault(pair[1], []).append(pair)
        return by_later

    def between(self, old: str, new: str) -> Comparison:
        """Compare two plans that are held."""
        if (old, new) not in self._made:
            plans = self.fabric.plans
            self._made[old, new] = compare(plans[old], plans[new], self.fabric.registry)
        return self._made[old, new]

    def forget(self, most: int) -> None:
        """Let go of all comparisons where there are more than so many."""
        if len(self._made) > most:
            self._made.clear()

    def since_last(self, plan_id: str) -> Comparison | None:
        """Compare a plan with the edition before it, if there is one."""
        earlier = self.fabric.previous(plan_id)
        return self.between(earlier, plan_id) if earlier else None

    def ancestry(self, plan_id: str) -> Mapping[str, Sequence[Ancestor]]:
        """Follow each provision of a plan back through all editions, the latest first, by its name in the plan."""
        comparison = self.since_last(plan_id)
        if comparison is None:
            return {}
        further = self.ancestry(comparison.old_id)
        lines: dict[str, Sequence[Ancestor]] = {}
        for change in comparison.provisions:
            if change.old and change.new and change.new.name not in lines:
                ancestor = Ancestor(comparison.old_id, change.old, _same_words(change))
                lines[change.new.name] = (ancestor, *further.get(change.old.name, ()))
        return lines


def _same_words(change: Change) -> bool:
    return change.status == "same" or change.weight == "editorial"


def pair_name(old: str, new: str) -> str:
    """Name a pair of editions of one series: ``unit/series/2021-den-2025``."""
    return f"{old}-den-{new.rpartition('/')[2]}"
