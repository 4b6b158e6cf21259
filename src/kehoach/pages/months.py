"""The months of a year that has more deadlines than a page holds, counted by what plans in outline tell."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kehoach.machine.tracing import ASKED, note, watched
from kehoach.pages.page import month_path
from kehoach.pages.site import Site

LONG = 120
"""Deadlines of a page; each takes nine tenths of a kilobyte."""


@dataclass(frozen=True)
class Overview:
    """A month that has a page of its own at ``path``: how many deadlines it has, and how many each day.

    ``counts`` begins with a day 0 that there is not.
    """

    year: int
    month: int
    path: str
    count: int
    counts: tuple[int, ...]
    weeks: tuple[tuple[int, ...], ...]

    @property
    def anchor(self) -> str:
        """Its id on the page of the year."""
        return month_anchor(self.year, self.month)


def month_anchor(year: int, month: int) -> str:
    """Give the id of a month on the page of its year."""
    return f"thang-{year}-{month:02d}"


def days_of(site: Site, year: int) -> dict[str, list[dt.date]]:
    """Give the dated deadlines of a year: per plan the days, as often as something is due."""
    outlines = site.agenda.outlines
    days_by_plan = {
        plan_id: [day.due for day in outlines[plan_id].days if day.due and day.due.year == year]
        for plan_id in site.agenda.years.get(str(year), ())
    }
    return {plan_id: days for plan_id, days in days_by_plan.items() if days}


def is_long(days: Mapping[str, Sequence[dt.date]]) -> bool:
    """Tell whether the days of a year are too many for one page."""
    return sum(map(len, days.values())) > LONG


def overviews(year: int, days: Mapping[str, Sequence[dt.date]]) -> tuple[Overview, ...]:
    """Give the months of a year in which something is due, from the days per plan."""
    counted = Counter(day for dates in days.values() for day in dates)
    months = {number: [0] * 32 for number in range(1, 13)}
    for day, count in counted.items():
        months[day.month][day.day] = count
    return tuple(
        Overview(year, number, month_path(year, number), sum(counts), tuple(counts), weeks_of(year, number))
        for number, counts in months.items()
        if any(counts)
    )


def weeks_of(year: int, number: int) -> tuple[tuple[int, ...], ...]:
    """Give the weeks of a month: seven days each, 0 where a day is of another month."""
    return tuple(tuple(week) for week in calendar.Calendar().monthdayscalendar(year, number))


def months_of(site: Site, year: int) -> dict[int, list[str]]:
    """Give the plans of each month of a year that is too long for one page; nothing of a short one."""
    days = days_of(site, year)
    months: dict[int, list[str]] = {}
    if is_long(days):
        for plan_id, dates in days.items():
            for month in dict.fromkeys(day.month for day in dates):
                months.setdefault(month, []).append(plan_id)
    return dict(sorted(months.items()))


MONTH = "month"
"""The kind of question which plans have something due in a month of a long year."""


def plans_of_month(site: Site, year: int, number: int) -> Sequence[str]:
    """Give the plans of a month."""
    note(f"{ASKED}{MONTH}/{year}/{number}")
    with watched():
        return months_of(site, year).get(number, ())
