"""A plan whose only duty is made up, for words that no real plan prints."""

from __future__ import annotations

from dataclasses import replace

from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.schedules import duty_schedule
from kehoach.meaning.timegrammar import read_times


def with_duty(fabric: Fabric, duty: Duty) -> Fabric:
    """Give the fabric of one plan, the duty's, in which that duty stands alone."""
    linked = fabric.plans[duty.plan_id]
    alone = LinkedPlan(linked.plan, linked.linker)
    if not duty.times:
        duty = replace(duty, times=read_times(duty.schedule_text, linked.plan.year, alone=True).values)
    times = (duty_schedule(duty),)
    alone.learn([replace(linked.reading, duties=(duty,), times=times)])
    return replace(fabric, plans={duty.plan_id: alone})
