"""The end of bodies: nobody owes a deadline after its own end, and nobody sends one to a body that is gone."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.agenda.deadlines import Deadline
from kehoach.meaning.duty import Duty
from kehoach.meaning.schedules import PERIOD_KINDS
from kehoach.meaning.status import Ending, end_of
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry
from kehoach.wording.letters import short_date


def ending(registry: Registry, plan: Plan, duty: Duty) -> Ending | None:
    """Give the first end among the plan's issuer, those who receive the report, and all who owe the duty together.

    A body ends with the authority around it. Who owes a thing is gone when all are whose end is known; work that the
    registry hands on to another body goes on.
    """
    receiving = [plan.issuer, *((duty.report.to, duty.report.via) if duty.report else ())]
    ends = [end for unit in receiving if (end := end_of(registry, unit))]
    owing = [end_of(registry, party.unit) for party in duty.doers]
    ended = [end for end in owing if end and not _handed_on(registry, end.unit)]
    if ended and len(ended) == len(owing):
        ends.append(max(ended, key=lambda end: end.day))
    return min(ends, key=lambda end: end.day, default=None)


def _handed_on(registry: Registry, unit_id: str) -> bool:
    return any(succession.into for succession in registry.units[unit_id].successions)


def parted(several: Iterable[Deadline], end: Ending | None) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
    """Part deadlines into those up to an end and those after it; what has neither day nor period is not one."""
    before: list[Deadline] = []
    after: list[Deadline] = []
    for deadline in several:
        timed = deadline.due or deadline.recurrence in PERIOD_KINDS
        (after if end and timed and deadline.last_day > end.day else before).append(deadline)
    return tuple(before), tuple(after)


def ended_remark(registry: Registry, rows: Iterable[tuple[Ending | None, tuple[Deadline, ...]]]) -> str:
    """Say in Vietnamese which bodies ended, and how many deadlines and periods after it are not counted."""
    counts: dict[Ending, int] = {}
    for end, after in rows:
        if end and after:
            counts[end] = counts.get(end, 0) + len(after)
    return " ".join(
        f"Sổ cơ quan ghi {registry.units[end.unit].name} chỉ có đến {short_date(end.day)}; "
        f"{count} hạn và kỳ sau ngày đó không tính."
        for end, count in counts.items()
    )
