"""The outlines of all plans with what is due in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach.agenda.timetable import timed
from kehoach.machine.lazymapping import LazyMapping
from kehoach.meaning.linked import LinkedPlan, OutlinedPlan
from kehoach.model.outline import Outline


class DatedOutlines(Mapping[str, Outline]):
    """The outlines of all plans with what is due: one that is known holds it, the others are kept once made."""

    def __init__(self, plans: Mapping[str, LinkedPlan]) -> None:
        self._plans = plans
        self._made = LazyMapping(plans, lambda plan_id: timed(plans[plan_id]))

    def __getitem__(self, plan_id: str) -> Outline:
        linked = self._plans[plan_id]
        return linked.outline if isinstance(linked, OutlinedPlan) else self._made[plan_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._plans)

    def __len__(self) -> int:
        return len(self._plans)
