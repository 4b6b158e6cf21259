"""Weekends and public holidays, so that a printed deadline on one of them says so.

The holidays are those of Điều 112 of the Labour Code by the Vietnamese lunar calendar, computed once with the package
``holidays`` 0.109; 2 January 2026, swapped for 10 January, was added. Tết of later years and swapped days are settled
year by year: a day missing here may be off, and nothing is ever moved because of this table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache

BASIS = "theo lịch nghỉ tính sẵn (âm lịch Việt Nam); chưa kể ngày hoán đổi do cơ quan có thẩm quyền quyết định"
"""On what a remark about a day off rests."""

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_YEARLY = {(1, 1): "Tết Dương lịch", (4, 30): "ngày lễ 30/4", (5, 1): "ngày lễ 01/5", (9, 2): "Quốc khánh"}
_TABLE = """
2020 01-23 01-29 04-02 |
2021 02-10 02-16 04-21 09-03 | 05-03
2022 01-31 02-04 04-10 09-01 | 01-03 04-11 05-02 05-03
2023 01-20 01-26 04-29 09-01 | 01-02 05-02 05-03 09-04
2024 02-08 02-14 04-18 09-03 | 04-29
2025 01-27 02-01 04-07 09-01 | 05-02
2026 02-16 02-20 04-26 09-01 | 01-02 04-27 08-31
2027 02-04 02-10 04-16 09-03 | 05-03
2028 01-24 01-29 04-04 09-01 | 01-03 05-02 09-04
2029 02-12 02-16 04-23 09-03 | 09-04 11-26
2030 01-31 02-06 04-12 09-03 | 11-25
2031 01-21 01-27 04-01 09-01 |
2032 02-09 02-14 04-19 09-03 | 05-03
2033 01-30 02-04 04-09 09-01 | 01-03 04-11 05-02 05-03
2034 02-17 02-23 04-28 09-01 | 01-02 05-02 09-04
2035 02-06 02-12 04-17 09-03 | 09-04 11-26
2036 01-27 02-01 04-06 09-01 | 04-07
"""
# Year, first and last day of Tết, Giỗ Tổ, the second day of Quốc khánh; behind the bar days given for others.

YEARS = range(2020, 2037)
"""Years that the table holds; the second day of Quốc khánh counts from 2021, 24 November from 2026."""


@cache
def holidays(year: int) -> Mapping[dt.date, str]:
    """Give the public holidays of a year with their Vietnamese names; none for a year that the table lacks."""
    row = next((line for line in _TABLE.split("\n") if line.startswith(f"{year} ")), "")
    if not row:
        return {}
    own, _, swapped_days = row[5:].partition("|")
    first, last, founders, *national = (_day(year, part) for part in own.split())
    names = {dt.date(year, month, day): name for (month, day), name in _YEARLY.items()}
    names |= {first + dt.timedelta(days=n): "nghỉ Tết Nguyên đán" for n in range((last - first).days + 1)}
    names[founders] = "Giỗ Tổ Hùng Vương"
    names |= dict.fromkeys(national, "Quốc khánh")
    if year >= 2026:
        names[dt.date(year, 11, 24)] = "Ngày Văn hóa Việt Nam"
    return names | {_day(year, part): "ngày nghỉ bù hoặc hoán đổi" for part in swapped_days.split()}


def _day(year: int, part: str) -> dt.date:
    month, _, day = part.partition("-")
    return dt.date(year, int(month), int(day))


def day_off(day: dt.date) -> str:
    """Name in Vietnamese why a day is no working day (``Chủ nhật``, ``Quốc khánh``); empty for a working day."""
    holiday = holidays(day.year).get(day, "")
    return holiday or (_WEEKDAYS[day.weekday()] if day.weekday() > 4 else "")


def off_remark(day: dt.date) -> str:
    """Say of a deadline that it falls on a day off and what that rests on; empty for a working day."""
    reason = day_off(day)
    if not reason:
        return ""
    basis = "" if reason in _WEEKDAYS else f" ({BASIS})"
    return f"Rơi vào {reason}{basis}; ngày in vẫn giữ nguyên."


def working_day(first: dt.date, last: dt.date, place: int) -> dt.date | None:
    """Give a working day between two days, counted from 1, or -1 for the last; None where the table lacks the year."""
    if first.year not in YEARS or last.year not in YEARS:
        return None
    days = (first + dt.timedelta(days=number) for number in range((last - first).days + 1))
    working = [day for day in days if not day_off(day)]
    return working[place - 1 if place > 0 else place] if len(working) >= abs(place) else None
