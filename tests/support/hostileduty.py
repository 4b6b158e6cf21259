"""A plan whose only duty is made up, for words that no real plan prints."""

from __future__ import annotations

from dataclasses import replace

from kehoach.meaning.duties import Duty
from kehoach.meaning.fabric import Fabric, LinkedPlan


def with_duty(fabric: Fabric, duty: Duty) -> Fabric:
    """Give the fabric of one plan, the duty's, in which that duty stands alone."""
    linked = fabric.plans[duty.plan_id]
    alone = LinkedPlan(linked.plan, linked.linker)
    alone.__dict__["duties"] = (duty,)
    return replace(fabric, plans={duty.plan_id: alone})
