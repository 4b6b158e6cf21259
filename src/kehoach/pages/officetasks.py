"""A body's tasks as its page shows them: those of plans being carried out first, by role; past plans folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kehoach.pages.namedlinks import NamedPlan, named_plans
from kehoach.pages.site import Site
from kehoach.pages.tasks import Task, TaskGroup
from kehoach.wording.letters import slug


@dataclass(frozen=True)
class OfficeTasks:
    """``now`` are groups by role of ``plans`` that are carried out or will be; ``past`` one for each other plan."""

    now: tuple[TaskGroup, ...]
    past: tuple[TaskGroup, ...]
    plans: tuple[NamedPlan, ...]

    @property
    def size(self) -> int:
        """How many tasks there are now."""
        return sum(group.size for group in self.now)

    @property
    def past_title(self) -> str:
        """What the plans that are not carried out have in common: drafts and withdrawn ones are not over."""
        over = all(stage.code in ("past", "ended") for group in self.past for stage in group.stages[:1])
        return "Việc theo kế hoạch đã qua" if over else "Việc theo kế hoạch khác"


def office_tasks(site: Site, groups: Sequence[TaskGroup]) -> OfficeTasks:
    """Part a body's groups by the stage of their plans on the site's day."""
    ids = dict.fromkeys(task.duty.plan_id for group in groups for task in group.tasks)
    current = [plan_id for plan_id in ids if site.current(plan_id)]
    now = (_only(group, current) for group in groups)
    past = sorted((plan_id for plan_id in ids if plan_id not in current), key=site.rank.__getitem__)
    return OfficeTasks(
        tuple(group for group in now if group.tasks),
        tuple(_past(site, plan_id, groups) for plan_id in past),
        named_plans(site, current, staged=True),
    )


def _only(group: TaskGroup, plans: Iterable[str]) -> TaskGroup:
    tasks = [task for task in group.tasks if task.duty.plan_id in plans]
    return replace(group, tasks=tuple(sorted(tasks, key=_day)))


def _day(task: Task) -> tuple[bool, str]:
    """Put what has a day to come before what has none; sorting keeps the printed order of the rest."""
    return (not task.next, task.next.due.isoformat() if task.next and task.next.due else "")


def _past(site: Site, plan_id: str, groups: Iterable[TaskGroup]) -> TaskGroup:
    tasks = tuple(task for group in groups for task in group.tasks if task.duty.plan_id == plan_id)
    return TaskGroup(plan_id, site.place_name(plan_id), f"viec-{slug(plan_id)}", tasks, stages=site.stages(plan_id))
