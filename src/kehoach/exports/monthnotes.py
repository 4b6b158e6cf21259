"""Notes of a month in calendars: duties that come back without a day, which no reminder may pin to one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.deadlines import Deadline, in_order
from kehoach.exports.eventform import AllDay, written
from kehoach.exports.revised import Stamps
from kehoach.meaning.duty import Duty

ByPlan = dict[tuple[str, dt.date], list[Deadline]]


def undated(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Keep what comes back by month, quarter, half-year or year and for which the text sets no day."""
    return in_order(d for d in deadlines if d.due is None and d.is_held)


def month_notes(agenda: Agenda, owner: str, deadlines: Iterable[Deadline], stamps: Stamps) -> Iterator[bytes]:
    """Write an all-day event without reminder on the first of each month in which such periods end, one a plan.

    ``owner`` is the id of the plan or body whose calendar it is: the same month says other things to another body.
    """
    grouped: ByPlan = {}
    for deadline in undated(deadlines):
        grouped.setdefault((deadline.plan_id, deadline.period.end.replace(day=1)), []).append(deadline)
    for (plan_id, first), group in sorted(grouped.items(), key=lambda row: (row[0][1], row[0][0])):
        yield written(_note(agenda, owner, plan_id, first, group, stamps))


def _note(
    agenda: Agenda, owner: str, plan_id: str, first: dt.date, deadlines: list[Deadline], stamps: Stamps
) -> AllDay:
    plan = agenda.fabric.outlines[plan_id].head
    count = len({deadline.duty_id for deadline in deadlines})
    names = f"{plan_id}.{first:%Y-%m}.{owner}" if owner != plan_id else f"{plan_id}.{first:%Y-%m}"
    lines = [_says(agenda.duties[deadline.duty_id].duty, deadline) for deadline in deadlines]
    lines.append(f"Bản in không ghi ngày; mục này đặt ở ngày đầu tháng để nhắc. Kế hoạch: {plan.title}.")
    return AllDay(
        f"{names.replace('/', '.')}.trong-thang@kehoach",
        stamps(plan_id),
        first,
        f"Trong tháng {first.month}/{first.year}: {count} việc định kỳ không ghi ngày",
        "\n".join(lines),
    )


def _says(duty: Duty, deadline: Deadline) -> str:
    return f"{deadline.period.name}: {duty.title.rstrip(' .')} (mục {duty.path}; ghi “{deadline.words}”)."
