"""Deadlines: every time that a duty is to be done within its plan's year, dated where the text sets a day.

Bounds are the plan's year, but for days whose year is printed and what is due after the end of its period.
What would be due, or over, before the first day on which the plan can have been issued is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateutil.relativedelta import relativedelta

from kehoach.meaning.duty import Duty
from kehoach.meaning.holidays import off_remark
from kehoach.meaning.periods import Period, all_periods, day_period, periods_of
from kehoach.meaning.schedules import BY_KIND, PERIOD_KINDS, Recurrence, Schedule
from kehoach.meaning.times import FIRST_HALF
from kehoach.model.plan import Due, Plan
from kehoach.wording.letters import short_date


@dataclass(frozen=True)
class Deadline:
    """One time that a duty is to be done.

    ``due`` is the last day for it, None where the text sets none; ``words`` are the printed words of the rule,
    ``reading`` the remark on the reading chosen. ``early`` tells that the day may lie before the plan was issued,
    of whose date only the month or year is known. ``condition`` are printed words without which it is not true, which
    ``words`` have in square brackets. ``part`` are the words of the report or task that the day
    belongs to, ``body`` those of the body that alone it binds, ``body_unit`` its id where the registries know it.
    """

    duty_id: str
    plan_id: str
    period: Period
    due: dt.date | None
    recurrence: Recurrence
    words: str = ""
    reading: str = ""
    early: bool = False
    part: str = ""
    body: str = ""
    body_unit: str = ""
    condition: str = ""

    @property
    def key(self) -> str:
        """A permanent name: ``xa-ea-knop/tuyen-truyen-cchc/2026#che-do-bao-cao--bao-cao@2026-Q1``."""
        return f"{self.duty_id}@{self.period.key}"

    @property
    def off(self) -> str:
        """A remark where its day is a weekend or a public holiday; the printed day stays."""
        return off_remark(self.due) if self.due else ""

    @property
    def is_held(self) -> bool:
        """Whether a calendar can hold it: it has a day, or comes back by month, quarter, half-year or year."""
        return self.due is not None or self.recurrence in PERIOD_KINDS

    @property
    def last_day(self) -> dt.date:
        """The day that it is sorted under: when it is due, or the last day of its period."""
        return self.due or self.period.end


def deadlines(duty: Duty, schedule: Schedule, plan: Plan) -> tuple[Deadline, ...]:
    """Give all times that a duty of a plan is to be done, by day, then duty and period."""
    first, last = plan.window
    by_id: dict[str, Deadline] = {}
    for deadline in (*_dated(duty, schedule, plan), *_undated(duty, schedule, plan)):
        day = deadline.due or deadline.period.end
        if day < first or _said_already(deadline, by_id):
            continue
        if deadline.period.key in by_id and deadline.due:
            deadline = replace(deadline, period=day_period(deadline.due))
        early = first < last and day < last and deadline.recurrence in _COUNTED
        by_id.setdefault(deadline.period.key, replace(deadline, early=True) if early else deadline)
    return in_order(by_id.values())


_COUNTED = {*PERIOD_KINDS, Recurrence.ONCE}


def _said_already(deadline: Deadline, by_id: Mapping[str, Deadline]) -> bool:
    earlier = by_id.get(deadline.period.key)
    return earlier is not None and (
        deadline.due is None or (earlier.due, earlier.body) == (deadline.due, deadline.body)
    )


def _dated(duty: Duty, schedule: Schedule, plan: Plan) -> Iterator[Deadline]:
    """The days that the words set, each with its own words."""
    for value in schedule.deadlines:
        for at in value.occasions:
            recurrence = BY_KIND.get(at.period.kind, Recurrence.ONCE) if value.kinds else Recurrence.ONCE
            deadline = Deadline(duty.id, plan.id, at.period, at.due, recurrence, value.told)
            reading = _own_reading(recurrence, value.reading)
            yield replace(deadline, reading=reading, part=value.subject, body=value.body, condition=value.condition)


def _own_reading(recurrence: Recurrence, reading: str) -> str:
    """What is said of half-years alone is not said of other periods."""
    return reading if recurrence is Recurrence.HALF_YEARLY else reading.removesuffix(FIRST_HALF).rstrip()


def _undated(duty: Duty, schedule: Schedule, plan: Plan) -> Iterator[Deadline]:
    """The times that have no day of their own: periods of what comes back, the year of all else."""
    dated = {occasion.period.kind for value in schedule.deadlines if value.kinds for occasion in value.occasions}
    for recurrence in schedule.recurrences:
        kind = PERIOD_KINDS.get(recurrence)
        if kind in dated or (recurrence is Recurrence.ONCE and schedule.deadlines):
            continue
        reading = _own_reading(recurrence, schedule.reading)
        periods = periods_of(kind or "year", plan.year)
        for period in periods[:1] if kind == "half_year" and schedule.first_half else periods:
            due = due_day(period, schedule.due) if kind and schedule.due else None
            deadline = Deadline(duty.id, plan.id, period, due, recurrence, schedule.words, reading)
            yield replace(deadline, condition=schedule.condition)


def in_order(several: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Sort by day, plan, duty and period."""
    return tuple(sorted(several, key=lambda d: (d.last_day, d.plan_id, d.duty_id, d.period.key)))


def dated(several: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Keep those for which the text sets a day."""
    return tuple(deadline for deadline in several if deadline.due)


def due_day(period: Period, rule: Due) -> dt.date:
    """Give the last day that a rule allows: "trước ngày 17" is the 16th; no month has a day after its last."""
    month = period.end.replace(day=1) + relativedelta(months=rule.within == "month_after_period")
    if rule.comparison == "by":
        return month + relativedelta(day=rule.day)
    return month + relativedelta(day=rule.day - 1) if rule.day > 1 else month - dt.timedelta(days=1)


def known_periods(duty_deadlines: Iterable[Deadline], plan: Plan) -> tuple[Period, ...]:
    """Give the periods for which a result of a duty can be recorded.

    A duty that comes back has its own; of any other every month, quarter and so on of the plan's year, from the
    first day on which the plan can have been issued.
    """
    several = list(duty_deadlines)
    own = tuple(d.period for d in several if d.recurrence in PERIOD_KINDS or d.due)
    open_ended = any(d.recurrence not in PERIOD_KINDS and not d.due for d in several)
    if own and not open_ended:
        return own
    return tuple(period for period in all_periods(plan.year) if period.end >= plan.window[0])


def left_out(plan: Plan) -> str:
    """Say in Vietnamese what is not counted because the plan was issued later, and what is uncertain."""
    first, last = plan.window
    if first.year < plan.year or first == last == dt.date(plan.year, 1, 1):
        return ""
    if first == last:
        return f"Kế hoạch ban hành ngày {short_date(first)}; hạn trước ngày đó không tính."
    if (first.month, first.day) == (1, 1) and last.month == 12:
        return "Bản in không ghi ngày và tháng ban hành; hạn nào rơi trước ngày ban hành thì không phải làm."
    return (
        f"Bản in chỉ ghi tháng {first.month}/{first.year} là tháng ban hành; hạn trước ngày {short_date(first)} không "
        f"tính, hạn trong tháng {first.month} có thể rơi trước ngày ban hành."
    )
