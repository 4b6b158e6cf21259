"""Words of time turned into days: dates with or without a year, days of a month of a period, quarters, half-years."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from kehoach.meaning.periods import Period, period_of, periods_of
from kehoach.meaning.times import YEARS, Occasion
from kehoach.wording.latepatterns import late

_ENTRY = late(
    r"(?P<day>[0-9]{1,2})(?:(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>[0-9]{1,2})(?:(?:\s*[/.-]\s*|\s*năm\s+)(?P<year>[0-9]{2,4}))?)?"
    r"(?![0-9])",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"[0-9]{1,2}\s*(?:giờ|h|g)(?![^\W\d_])(?:\s*[0-9]{1,2}(?:\s*phút|['’])?)?", re.IGNORECASE)
_COUNTED_DAYS = late(r"\b0?[2-9]\s+(?=ngày)", re.IGNORECASE)
_NUMBERS = {"nhất": 1, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "chín": 9}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FROM_TO = late(r"[0-9IV]\s*[-–]\s*(?:quý|tháng)?\s*[0-9IV]|\bđến\b", re.IGNORECASE)
_SHORT_QUARTER = late(r"\bQ(?=\s?[1-4])")
_BEHIND_PERIOD = late(r"\s+sau\s+tháng\s.*\Z")
"""Behind "tháng tiếp theo", of which month it is the next: "sau tháng cuối cùng của kỳ báo cáo"."""
_LATER = r"sau|kế(?!\s+hoạch)(?![^\W_])|tiếp theo|liền"


class Dated(NamedTuple):
    """A printed date: its words, the day, None where there is none such, and the year if it is printed."""

    words: str
    day: dt.date | None
    year: int | None


AT_END = late(
    r"(?P<limit>(?:chậm|muộn) nhất(?:\s+(?:là|vào|đến|trong))*\s+)?cuối\s+"
    r"(?:quý\s+(?:[IV]+|[1-4])|tháng\s+[0-9]{1,2})(?![^\W_])",
    re.IGNORECASE,
)
"""By the last day of a period: "chậm nhất là cuối quý I"."""


def number(text: str) -> int:
    """Read a small number in figures or words; 0 where it is none."""
    return int(text) if text.isdigit() else _NUMBERS.get(text.lower(), 0)


def is_before(text: str) -> bool:
    """Whether a limit excludes the day itself: "trước ngày 20"; not "trước 16 giờ ngày 20"."""
    return bool(re.match(r"\W*(?:\w+\s+){0,3}?trước\b", text, re.IGNORECASE)) and not _CLOCK.search(text)


def dates(text: str, year: int) -> tuple[Dated, ...]:
    """Read the dates of a list; days alone take the month behind them, dates without a year that of the list."""
    text = _COUNTED_DAYS.sub("", _CLOCK.sub("", text))
    later = bool(re.search(rf"\bnăm\s+(?:{_LATER})", text, re.IGNORECASE))
    entries = list(_ENTRY.finditer(text))
    months = [match["month"] for match in entries]
    years = [match["year"] for match in entries]
    out = []
    for index, match in enumerate(entries):
        month = match["month"] or next((m for m in months[index:] if m), None)
        printed = match["year"] or next((y for y in years[index:] if y), None)
        full = _full_year(printed, year)
        words = match[0] if match["month"] else f"{match[0]}/{month}"
        out.append(Dated(words, _date(full or year, month, match["day"]), full))
    return tuple(_next_year(out) if later else out)


def _next_year(several: Sequence[Dated]) -> list[Dated]:
    """Move to the next year what a list says of it: all, or what stands behind the turn of the year."""
    days = [date.day for date in several]
    turns = [n for n, (a, b) in enumerate(pairwise(days), 1) if a and b and b < a]
    first = turns[0] if turns else 0
    return [
        date._replace(day=date.day + relativedelta(years=1)) if n >= first and date.day and not date.year else date
        for n, date in enumerate(several)
    ]


def _full_year(printed: str | None, year: int) -> int | None:
    if printed is None:
        return None
    return int(printed) if len(printed) == 4 else year // 100 * 100 + int(printed)


def _date(year: int, month: str | None, day: str) -> dt.date | None:
    try:
        return dt.date(year, int(month or 0), int(day)) if year in YEARS else None
    except ValueError:
        return None


def why_no_day(words: str) -> str:
    """Say in Vietnamese why a printed date is none."""
    match = _ENTRY.search(words)
    month = int(match["month"] or 0) if match else 0
    year = int(match["year"] or 0) if match else 0
    if year and year not in YEARS:
        return "năm in ra không thể đúng"
    if not 1 <= month <= 12:
        return f"không có tháng {month}"
    last = (dt.date(year or 2023, month, 1) + relativedelta(day=31)).day
    return f"tháng {month}{f' năm {year}' if month == 2 and year else ''} có {last} ngày"


@dataclass(frozen=True)
class DayRule:
    """Days of a month with which month it is.

    ``of`` is month, quarter (``place`` tells which month of it), period_end, after_period, period, or empty where the
    words do not say; ``step`` counts quarters onwards ("tháng đầu quý sau").
    """

    days: tuple[int, ...]
    before: bool
    of: str = ""
    place: int = 3
    step: int = 0


_RULE_DAYS = re.compile(
    r"(?:ngày(?:\s*:)?\s*(?:mùng\s+|mồng\s+)?|(?:mùng|mồng)\s+)"
    r"(?P<days>[0-9]{1,2}(?:(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc|hay)\s+)(?:ngày\s+|mùng\s+|mồng\s+)?[0-9]{1,2}(?![0-9/]))*)(?P<of>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)


def day_rule(text: str) -> DayRule | None:
    """Read "trước ngày 20 của tháng cuối quý"; None for days that no month has."""
    match = _RULE_DAYS.search(_CLOCK.sub("", text))
    if not match:
        return None
    days = tuple(int(day) for day in re.findall(r"[0-9]+", match["days"]))
    if not all(1 <= day <= 31 for day in days):
        return None
    of, place, step = month_of(match["of"])
    return DayRule(days, is_before(text), of, place, step)


def month_of(text: str) -> tuple[str, int, int]:
    """Read which month is meant: its kind, the place in the quarter, how many quarters on."""
    words = _BEHIND_PERIOD.sub("", text.lower())
    later = bool(re.search(rf"\b(?:{_LATER})", words))
    place = _place(words)
    if "quý" in words and "tháng" in words and place:
        return "quarter", place, int(later)
    if re.search(r"(?:hằng|hàng|mỗi|từng) tháng|các tháng|(?:của|trong) tháng\s*\Z|tháng báo cáo", words):
        return "month", 3, 0
    if "tháng" in words and later and (not place or place == 1):
        return "after_period", 3, 0
    if "tháng" in words and place == 3:
        return "period_end", 3, 0
    return ("period", 3, 0) if re.search(r"(?:kỳ|quý) báo cáo", words) and not later else ("", 3, 0)


def _place(words: str) -> int:
    if re.search(r"tháng\s+cuối|tháng\s+thứ\s+(?:ba|3)", words):
        return 3
    if re.search(r"tháng\s+giữa|tháng\s+thứ\s+(?:hai|2)", words):
        return 2
    return 1 if re.search(r"tháng\s+đầu|tháng\s+thứ\s+(?:nhất|1)", words) else 0


def rule_occasions(rule: DayRule, periods: Sequence[Period]) -> Iterator[Occasion]:
    """Give the days of a rule in some periods: "trước ngày 17" is the 16th; no month has a day after its last."""
    for period in periods:
        for day in rule.days:
            month = _month(rule, period)
            if not rule.before:
                yield Occasion(period, month + relativedelta(day=day))
            elif day > 1:
                yield Occasion(period, month + relativedelta(day=day - 1))
            else:
                yield Occasion(period, month - dt.timedelta(days=1))


def _month(rule: DayRule, period: Period) -> dt.date:
    """The first day of the month that a rule means for a period."""
    if rule.of == "after_period":
        return period.end + dt.timedelta(days=1)
    if rule.of == "quarter":
        return period.end.replace(day=1) + relativedelta(months=rule.place - 3 + 3 * rule.step)
    return period.end.replace(day=1)


def quarters(text: str, year: int) -> tuple[Period, ...]:
    """Read "quý I, II và quý III năm 2027", "quý I-IV"; empty where there is no such quarter."""
    printed = _year(text)
    text = _SHORT_QUARTER.sub("quý ", text)
    numerals = re.findall(r"\b(IV|III|II|I|[1-4])(?![0-9A-Za-z])", text.split(str(printed))[0] if printed else text)
    return _stretch([f"{printed or _meant(text, year)}-Q{_ROMAN.get(n.lower(), n)}" for n in numerals], text)


def months(text: str, year: int) -> tuple[Period, ...]:
    """Read "các tháng 3, 6 và 9/2027", "tháng 3 đến tháng 5"."""
    printed, at = _year(text), _meant(text, year)
    numbers = re.findall(r"(?<![0-9])(1[0-2]|0?[1-9])(?![0-9])", re.sub(r"[0-9]{4}", "", text))
    return _stretch([f"{printed or at}-{int(n):02d}" for n in numbers], text)


def halves(text: str, year: int) -> tuple[Period, ...]:
    """Read "6 tháng đầu năm 2027", "9 tháng đầu năm", "nửa cuối năm"."""
    words, at = text.lower(), _year(text) or _meant(text, year)
    if re.search(r"\b0?9 tháng|chín tháng", words):
        return _stretch([f"{at}-9M"], "")
    return _stretch([f"{at}-H{2 if 'cuối năm' in words else 1}"], "")


def _meant(text: str, year: int) -> int:
    """Give the year that is meant where none is printed: the plan's, or the next ("quý I năm sau")."""
    return year + bool(re.search(rf"\bnăm\s+(?:{_LATER})", text, re.IGNORECASE))


def named_year(text: str) -> int | None:
    """Give the year that is printed in four figures."""
    return _year(text)


def _year(text: str) -> int | None:
    match = re.search(r"(?<![0-9])[0-9]{4}(?![0-9])", text)
    return int(match[0]) if match else None


def _stretch(keys: Sequence[str], text: str) -> tuple[Period, ...]:
    periods = [period for key in dict.fromkeys(keys) if (period := period_of(key))]
    if len(periods) == 2 and _FROM_TO.search(re.sub("^.*?(?=quý|tháng)", "", text, flags=re.IGNORECASE)):
        between = periods_of(periods[0].kind, periods[0].year)
        return tuple(period for period in between if periods[0].start <= period.start <= periods[1].start)
    return tuple(periods)


KIND_WORDS = (
    (r"0?6 (?:\(sáu\) )?tháng|sáu tháng", "half_year"),
    (r"0?9 tháng|chín tháng", "nine_months"),
    (r"0?3 (?:\(ba\) )?tháng|ba tháng", "quarter"),
    (r"tuần", "week"),
    (r"ngày", "day"),
    (r"tháng", "month"),
    (r"quý", "quarter"),
    (r"năm", "year"),
)


def kinds(text: str) -> tuple[str, ...]:
    """Read the kinds of period in "hằng tháng, quý, 6 tháng và năm", in printed order."""
    pattern = "|".join(f"((?:{words})(?: (?:đầu|cuối) năm)?)" for words, _ in KIND_WORDS)
    numbers = (match.lastindex or 1 for match in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE))
    return tuple(dict.fromkeys(KIND_WORDS[index - 1][1] for index in numbers))
