"""A plan of which a person says in its file that another plan is above it."""

from __future__ import annotations

from dataclasses import replace

from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.plan import Uptake


def said_above(fabric: Fabric, lower: str, upper: str) -> Fabric:
    """Give the fabric with one entry under ``coverage`` of the lower plan: an item of the upper one is left out."""
    held = fabric.plans[lower]
    item = next(item.id for item in fabric.plans[upper].plan.walk() if item.text)
    plan = replace(held.plan, coverage=(Uptake(f"{upper}#{item}", "absent"),))
    return Fabric(fabric.registry, {**fabric.plans, lower: LinkedPlan(plan, held.linker)})
