"""Relations of plans and documents as values: what each is of, and which of them lay two plans side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kehoach.machine.tracing import watched

INVERSES: Mapping[str, str] = {
    "implements": "implemented_by",
    "based_on": "basis_of",
    "proposed_by": "proposes",
    "replaces": "replaced_by",
    "amends": "amended_by",
    "corrects": "corrected_by",
    "repeals": "repealed_by",
    "issues": "issued_by",
    "cites": "cited_by",
    "follows": "followed_by",
    "continues": "continued_by",
    "said_above": "said_below",
    "nearest_held": "nearest_held_for",
    "common_origin": "common_origin",
}
"""Each type of relation and what it is called from the other side."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A node: ``kind`` is plan or document, ``id`` its id; ``item`` names an item of a plan."""

    kind: str
    id: str
    item: str = ""

    @property
    def whole(self) -> Endpoint:
        """The plan or document itself."""
        return Endpoint(self.kind, self.id) if self.item else self


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation from ``source`` to ``target``.

    ``words`` are printed words that say it, at ``path`` of the source plan; ``origin`` says where the fact was
    found otherwise. ``certainty`` is certain, likely or doubtful.
    """

    type: str
    source: Endpoint
    target: Endpoint
    certainty: str
    date: dt.date | None = None
    words: str = ""
    path: str = ""
    origin: str = ""

    @property
    def inverse(self) -> str:
        """The relation's name from the target's side."""
        return INVERSES[self.type]


_Key = TypeVar("_Key")


def grouped(pairs: Iterable[tuple[_Key, Tie]]) -> dict[_Key, list[Tie]]:
    """Group relations by a key, both in their order."""
    by_key: dict[_Key, list[Tie]] = {}
    for key, tie in pairs:
        by_key.setdefault(key, []).append(tie)
    return by_key


def once(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Give each relation of two different plans or documents once."""
    by_ends: dict[tuple[str, Endpoint, Endpoint], Tie] = {}
    for tie in ties:
        if tie.source.whole != tie.target.whole:
            by_ends.setdefault((tie.type, tie.source, tie.target), tie)
    return tuple(by_ends.values())


_COMPARED = ("implements", "based_on", "said_above")
"""Types of relations by which a plan takes up another: what becomes of each provision is shown."""


def paired(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Give of some relations those that lay two plans side by side, each pair of plans once."""
    by_plans: dict[tuple[str, str], Tie] = {}
    for tie in ties:
        if tie.type in _COMPARED and tie.source.kind == tie.target.kind == "plan":
            by_plans.setdefault((tie.source.id, tie.target.id), tie)
    return tuple(by_plans.values())


class Pairings(Mapping[str, tuple[Tie, ...]]):
    """Pairings by the plans that have some: ``of_plan`` reads those of one, ``plans`` names all, which takes long."""

    def __init__(self, of_plan: Mapping[str, tuple[Tie, ...]], plans: Callable[[], Iterable[str]]) -> None:
        self._of_plan, self._plans = of_plan, plans

    def __getitem__(self, plan_id: str) -> tuple[Tie, ...]:
        with watched():
            ties = self._of_plan[plan_id]
        if not ties:
            raise KeyError(plan_id)
        return ties

    def __iter__(self) -> Iterator[str]:
        return iter(self._plans())

    def __len__(self) -> int:
        return sum(1 for _ in self)
