"""Deadlines: every time that a duty is to be done within its plan's year, dated where the text sets a day.

Bounds are the plan's year; only what is due in the month after a period may fall into January after it.
What would be due, or over, before the first day on which the plan can have been issued is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from kehoach.meaning.duty import Duty
from kehoach.meaning.periods import Period, all_periods, periods_of
from kehoach.meaning.schedules import FIRST_HALF, PERIOD_KINDS, Recurrence, Schedule
from kehoach.model.plan import Due, Plan
from kehoach.wording.letters import short_date


@dataclass(frozen=True)
class Deadline:
    """One time that a duty is to be done.

    ``due`` is the last day for it, None where the text sets none; ``words`` are the printed words of the rule,
    ``reading`` the remark on the reading chosen. ``early`` tells that the day may lie before the plan was issued,
    of whose date only the month or year is known.
    """

    duty_id: str
    plan_id: str
    period: Period
    due: dt.date | None
    recurrence: Recurrence
    words: str = ""
    reading: str = ""
    early: bool = False

    @property
    def key(self) -> str:
        """A permanent name: ``xa-ea-knop/tuyen-truyen-cchc/2026#che-do-bao-cao--bao-cao@2026-Q1``."""
        return f"{self.duty_id}@{self.period.key}"

    @property
    def last_day(self) -> dt.date:
        """The day that it is sorted under: when it is due, or the last day of its period."""
        return self.due or self.period.end


def deadlines(duty: Duty, schedule: Schedule, plan: Plan) -> tuple[Deadline, ...]:
    """Give all times that a duty of a plan is to be done, by day, then duty and period."""
    first, last = plan.window
    found: dict[str, Deadline] = {}
    for recurrence in schedule.recurrences:
        for period, due in _times(recurrence, schedule, plan.year):
            day = due or period.end
            if day < first:
                continue
            words, reading = schedule.words, schedule.reading
            if recurrence is not Recurrence.HALF_YEARLY:
                reading = reading.removesuffix(FIRST_HALF).rstrip()
            early = first < last and day < last and recurrence in _COUNTED
            made = Deadline(duty.id, plan.id, period, due, recurrence, words, reading, early)
            found.setdefault(period.key, made)
    return in_order(found.values())


_COUNTED = {*PERIOD_KINDS, Recurrence.ONCE}


def in_order(found: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Sort by day, plan, duty and period."""
    return tuple(sorted(found, key=lambda d: (d.last_day, d.plan_id, d.duty_id, d.period.key)))


def dated(found: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Keep those for which the text sets a day."""
    return tuple(deadline for deadline in found if deadline.due)


def upcoming(found: Iterable[Deadline], today: dt.date, limit: int) -> tuple[Deadline, ...]:
    """Give the next dated ones from a day on, at most ``limit``."""
    return in_order(d for d in found if d.due and d.due >= today)[:limit]


def _times(recurrence: Recurrence, schedule: Schedule, year: int) -> Iterator[tuple[Period, dt.date | None]]:
    kind = PERIOD_KINDS.get(recurrence)
    if kind and schedule.spans:
        for span, period in zip(schedule.spans, periods_of(kind, year), strict=False):
            yield period, span.due
    elif kind:
        periods = periods_of(kind, year)
        for period in periods[:1] if kind == "half_year" and schedule.first_half else periods:
            yield period, due_day(period, schedule.due) if schedule.due else None
    elif recurrence is Recurrence.ONCE and schedule.spans:
        yield from ((span.period, span.due) for span in schedule.spans)
    else:
        yield periods_of("year", year)[0], None


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
    found = list(duty_deadlines)
    own = tuple(d.period for d in found if d.recurrence in PERIOD_KINDS or d.due)
    open_ended = any(d.recurrence not in PERIOD_KINDS and not d.due for d in found)
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
