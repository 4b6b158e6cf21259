"""Comparisons of the editions of a series, worked out once and shared by pages and data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from kehoach.comparison.compare import compare
from kehoach.comparison.model import Comparison
from kehoach.machine.fingerprints import digest
from kehoach.machine.tracing import Pieces, made_anew
from kehoach.meaning.fabric import Fabric
from kehoach.model.planid import line_of

STEPS = "steps"
"""Names what is kept of where the provisions of a plan stand in the edition before it."""

Origin = tuple[str, str]
"""The plan that first had a provision, and the provision's anchor there."""


@dataclass(frozen=True)
class Editions:
    """The editions of every body's series against each other."""

    fabric: Fabric
    _made: dict[tuple[str, str], Comparison] = field(default_factory=dict, repr=False)
    _trails: dict[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """Each edition with the one before it; where there are more than two, also the first with the last."""
        return [pair for line in self.fabric.editions.values() for pair in _pairs(line)]

    def pairs_of(self, plan_id: str) -> list[tuple[str, str]]:
        """Give the pairs in which a plan is the later edition."""
        return [pair for pair in _pairs(self.fabric.line(line_of(plan_id))) if pair[1] == plan_id]

    def between(self, old: str, new: str) -> Comparison:
        """Compare two plans that are held."""
        # Asked for though they were compared before: who asks shows something of both.
        before, after = self.fabric.plans[old], self.fabric.plans[new]
        if (old, new) not in self._made:
            self._made[old, new] = compare(before, after, self.fabric.registry)
        return self._made[old, new]

    def forget(self, most: int) -> None:
        """Let go of all comparisons where there are more than so many."""
        if len(self._made) > most:
            self._made.clear()

    def since_last(self, plan_id: str) -> Comparison | None:
        """Compare a plan with the edition before it, if there is one."""
        earlier = self.fabric.previous(plan_id)
        return self.between(earlier, plan_id) if earlier else None

    def origins(self, plan_id: str, piece: Pieces = made_anew) -> Mapping[str, Origin]:
        """Give by its name where each provision of a plan that goes on from the edition before it first stood.

        ``piece`` gives the steps from edition to edition, so that those between plans that are as they were are kept.
        """
        origins: Mapping[str, Origin] = {}
        before = ""
        for edition in self._until(plan_id):
            steps = json.loads(self._steps(edition, piece)).items()
            origins = {name: origins.get(old, (before, anchor)) for name, (old, anchor) in steps}
            before = edition
        return origins

    def trail(self, plan_id: str, piece: Pieces = made_anew) -> str:
        """Give a digest of all that ``origins`` of a plan are put together from."""
        if plan_id not in self._trails:
            *_, before = ("", *self._until(plan_id)[:-1])
            further = self.trail(before, piece) if before else ""
            self._trails[plan_id] = digest((further, self._steps(plan_id, piece)))
        return self._trails[plan_id]

    def _until(self, plan_id: str) -> Sequence[str]:
        """Give the editions up to a plan, oldest first."""
        line = self.fabric.line(line_of(plan_id))
        return line[: line.index(plan_id) + 1]

    def _steps(self, plan_id: str, piece: Pieces) -> bytes:
        """Write by its name how each provision of a plan is called in the edition before, and its anchor there."""

        def make() -> bytes:
            comparison = self.since_last(plan_id)
            steps: dict[str, tuple[str, str]] = {}
            for change in comparison.provisions if comparison else ():
                if change.old and change.new:
                    steps.setdefault(change.new.name, (change.old.name, change.old.anchor))
            return json.dumps(steps).encode()

        before = self.fabric.previous(plan_id)
        return piece(STEPS, plan_id, make, before) if before else b"{}"


def _pairs(line: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from pairwise(line)
    if len(line) > 2:
        yield line[0], line[-1]


def pair_name(old: str, new: str) -> str:
    """Name a pair of editions of one series: ``unit/series/2021-den-2025``."""
    return f"{old}-den-{new.rpartition('/')[2]}"
