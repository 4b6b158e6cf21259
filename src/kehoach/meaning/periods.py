"""Months, quarters, half-years and years as reporting periods with stable keys: ``2025-03``, ``2025-Q3``.

A day (``2025-11-24``) stands for itself where a thing is due twice in a month.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule

from kehoach.wording.letters import short_date

KINDS = ("month", "quarter", "half_year", "nine_months", "year")
"""Kinds of period, the shortest first; the names are those of a plan's ``report.periods``."""

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "nine_months": 9, "year": 12}
_KEY = re.compile(
    r"((?:19|20|21)[0-9]{2})(?:-(?:(0[1-9]|1[0-2])(?:-([0-3][0-9]))?|Q([1-4])|H([12])|(9M)))?\Z", re.ASCII
)
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Period:
    """A stretch of whole months, or a day; ``start`` and ``end`` are its first and last day."""

    key: str
    kind: str
    start: dt.date
    end: dt.date

    @property
    def year(self) -> int:
        """The calendar year that it lies in."""
        return self.start.year

    @property
    def name(self) -> str:
        """Its Vietnamese name: ``tháng 3/2025``, ``quý III/2025``, ``6 tháng đầu năm 2025``, ``năm 2025``."""
        if self.kind == "month":
            return f"tháng {self.start.month}/{self.year}"
        if self.kind == "quarter":
            return f"quý {_ROMAN[self.start.month // 3]}/{self.year}"
        if self.kind == "half_year":
            return f"6 tháng {'đầu' if self.start.month == 1 else 'cuối'} năm {self.year}"
        if self.kind == "day":
            return f"ngày {short_date(self.start)}"
        return f"9 tháng đầu năm {self.year}" if self.kind == "nine_months" else f"năm {self.year}"

    def contains(self, other: Period) -> bool:
        """Tell whether another period lies wholly inside this one; a period contains itself."""
        return self.start <= other.start and other.end <= self.end


@lru_cache(maxsize=4096)
def period_of(key: str) -> Period | None:
    """Read a key; None where it is none (``2025-Q5``, ``2025-13``, ``25-Q1``)."""
    match = _KEY.match(key)
    if not match:
        return None
    year = int(match[1])
    if match[3]:
        return _day(year, int(match[2]), int(match[3]))
    if match[2]:
        return _period("month", year, int(match[2]))
    if match[4]:
        return _period("quarter", year, int(match[4]) * 3 - 2)
    if match[5]:
        return _period("half_year", year, int(match[5]) * 6 - 5)
    return _period("nine_months" if match[6] else "year", year, 1)


def day_period(day: dt.date) -> Period:
    """Give a day as a period of its own."""
    return Period(day.isoformat(), "day", day, day)


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return day_period(dt.date(year, month, day))
    except ValueError:
        return None


def month_around(day: dt.date) -> Period:
    """Give the month that a day lies in."""
    return _period("month", day.year, day.month)


@lru_cache(maxsize=1024)
def periods_of(kind: str, year: int) -> tuple[Period, ...]:
    """Give a year's periods of a kind in order; nine months is one, from January to September."""
    if kind == "nine_months":
        return (_period(kind, year, 1),)
    first, last = dt.datetime(year, 1, 1), dt.datetime(year, 12, 31)
    starts = rrule(MONTHLY, interval=_MONTHS[kind], dtstart=first, until=last)
    return tuple(_period(kind, year, start.month) for start in starts)


def all_periods(year: int) -> tuple[Period, ...]:
    """Give every period of a year, months first."""
    return tuple(period for kind in KINDS for period in periods_of(kind, year))


def _period(kind: str, year: int, month: int) -> Period:
    start = dt.date(year, month, 1)
    end = start + relativedelta(months=_MONTHS[kind], days=-1)
    number = (month - 1) // _MONTHS[kind] + 1
    suffix = {"month": f"-{month:02d}", "quarter": f"-Q{number}", "half_year": f"-H{number}", "nine_months": "-9M"}
    return Period(f"{year}{suffix.get(kind, '')}", kind, start, end)
