"""The plans of a site in the order of their days: who asks is noted by which plans are put in order, or for all."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.machine.tracing import ALL, ASKED, Traced, note, question, shared
from kehoach.meaning.fabric import OUTLINED, Fabric
from kehoach.model.plan import Plan

DATED = "dated"
"""The kind of question of which day a plan is."""


class PlanOrder:
    """All plans of a fabric, the latest first."""

    def __init__(self, fabric: Fabric) -> None:
        self._fabric = fabric

    @property
    def newest(self) -> list[Plan]:
        """All plans without their text, the latest first."""
        note(OUTLINED + ALL)
        return self._newest

    @shared
    def _newest(self) -> list[Plan]:
        plans = [outline.head for outline in self._fabric.outlines.values()]
        return sorted(plans, key=lambda plan: (plan.window[1], plan.id), reverse=True)

    @shared
    def rank(self) -> Mapping[str, int]:
        """Place of each plan among all, the latest first: good to put some in order, and for nothing else."""
        return Traced(self._rank, f"{ASKED}{DATED}/")

    @shared
    def _rank(self) -> Mapping[str, int]:
        return {plan.id: number for number, plan in enumerate(self._newest)}

    @question("number")
    def number(self, plan_id: str) -> int:
        """Give the place of a plan among all, the oldest first: one that comes in as the newest changes no other's."""
        return len(self._rank) - 1 - self._rank[plan_id]
