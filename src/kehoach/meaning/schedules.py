"""Typed schedules of duties: how often a duty comes back, on which days it is due, what of its time is unread.

The printed words are kept; where they allow more than one reading, the schedule says which one was chosen.
What they do not say stays ``unstated``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kehoach.meaning import times
from kehoach.meaning.duty import Duty
from kehoach.meaning.timegrammar import read_times
from kehoach.meaning.times import PrintedDeadline, Range, Recurring, Relative, Time, Unread
from kehoach.model.plan import Due, Report
from kehoach.wording.letters import nfc


class Recurrence(StrEnum):
    """How a duty comes back; the set is closed."""

    CONTINUOUS = "continuous"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    NINE_MONTHLY = "nine_monthly"
    YEARLY = "yearly"
    ONCE = "once"
    ON_EVENT = "on_event"
    UNSTATED = "unstated"


RECURRENCE_NAMES = {
    Recurrence.CONTINUOUS: "liên tục",
    Recurrence.MONTHLY: "hằng tháng",
    Recurrence.QUARTERLY: "hằng quý",
    Recurrence.HALF_YEARLY: "6 tháng",
    Recurrence.NINE_MONTHLY: "9 tháng",
    Recurrence.YEARLY: "hằng năm",
    Recurrence.ONCE: "một lần",
    Recurrence.ON_EVENT: "theo sự kiện",
    Recurrence.UNSTATED: "không ghi",
}

PERIOD_KINDS = {
    Recurrence.MONTHLY: "month",
    Recurrence.QUARTERLY: "quarter",
    Recurrence.HALF_YEARLY: "half_year",
    Recurrence.NINE_MONTHLY: "nine_months",
    Recurrence.YEARLY: "year",
}
"""The kind of period that each periodic recurrence counts in."""

OFTENER = "Bản in ghi kỳ ngắn hơn một tháng; xếp vào việc liên tục, không tách từng lần."
STRETCH = "Bản in ghi một khoảng thời gian; hiểu là làm suốt khoảng đó, không có hạn riêng."
ELSEWHERE = "Bản in dẫn sang văn bản khác; chưa đặt kỳ hay hạn."
UNCLEAR = "Chưa hiểu được lời ghi này; chưa đặt kỳ hay hạn."
NO_PERIOD = "Bản in ghi “định kỳ” mà không nói kỳ nào."
_PROSE = "Đọc từ câu giao việc; bản in không có dòng thời gian thực hiện riêng."
_ELSEWHERE = re.compile(r"\btheo\s+(?:kế hoạch|hướng dẫn|lịch|chỉ đạo|quy định|chương trình|tiến độ)\b", re.IGNORECASE)
_SPREAD = {2: "half_year", 4: "quarter", 12: "month"}
BY_KIND = {kind: recurrence for recurrence, kind in PERIOD_KINDS.items()}
"""The recurrence of what comes back in a kind of period."""


@dataclass(frozen=True)
class Schedule:
    """A schedule: recurrences, printed words, days, stretches, what is unread.

    ``due`` is the rule that a person noted for a report and holds instead of days that were read. ``reading`` is a
    Vietnamese remark on the reading that was chosen, empty where the words leave no choice. ``first_half`` tells that
    of two half-years only the first counts. ``condition`` are the printed conditions and exceptions of what has no day.
    """

    recurrences: tuple[Recurrence, ...]
    words: str = ""
    due: Due | None = None
    deadlines: tuple[PrintedDeadline, ...] = ()
    ranges: tuple[Range, ...] = ()
    unread: tuple[Unread, ...] = ()
    reading: str = ""
    first_half: bool = False
    condition: str = ""

    @property
    def is_reading(self) -> bool:
        """Whether the words can be read otherwise."""
        return bool(self.reading) or any(deadline.reading for deadline in self.deadlines)

    @property
    def name(self) -> str:
        """The recurrences in Vietnamese: ``hằng quý, 6 tháng, hằng năm``."""
        return ", ".join(RECURRENCE_NAMES[recurrence] for recurrence in self.recurrences)


def duty_schedule(duty: Duty) -> Schedule:
    """Give a duty's schedule: a report's own periods, else the printed schedule line, else what its prose says."""
    if duty.report:
        return report_schedule(duty.report, duty.due_text or duty.text, duty.times)
    schedule = schedule_of(duty.times, duty.schedule_text)
    if duty.schedule_text or schedule.recurrences == (Recurrence.UNSTATED,):
        return schedule
    return replace(schedule, reading=f"{_PROSE} {schedule.reading}".strip())


def report_schedule(report: Report, words: str, values: Sequence[Time]) -> Schedule:
    """Turn the typed periods of a reporting duty into a schedule; "định kỳ" without a period is unstated."""
    read = schedule_of(values, words)
    events = [r for r in read.recurrences if r is Recurrence.ON_EVENT]
    recurrences = [BY_KIND[kind] for kind in report.periods if kind in BY_KIND] + events
    if not recurrences and not read.deadlines:
        return replace(read, recurrences=(Recurrence.UNSTATED,), words=words, reading=NO_PERIOD)
    noted = report.due if not read.deadlines else None
    reading = noted.reading if noted else _remarks(values)
    return _halved(replace(read, recurrences=_ordered(recurrences or read.recurrences), due=noted, reading=reading))


def read_schedule(words: str, year: int) -> Schedule:
    """Read the words of a printed schedule line; ``year`` is the plan's."""
    text = re.sub(r"\s+", " ", nfc(words)).strip(" .;:")
    return schedule_of(read_times(text, year, alone=True).values, words)


def read_prose(text: str, year: int) -> Schedule:
    """Read what a sentence that orders a thing says of its time."""
    schedule = schedule_of(read_times(re.sub(r"\s+", " ", nfc(text)), year).values)
    return replace(schedule, reading=f"{_PROSE} {schedule.reading}".strip())


def schedule_of(values: Sequence[Time], words: str = "") -> Schedule:
    """Put what words say of time into a schedule; ``words`` are those of a line of their own."""
    recurrences = list(_recurrences(values))
    deadlines = tuple(v for v in values if isinstance(v, PrintedDeadline))
    schedule = Schedule(
        _ordered(recurrences) or (Recurrence.UNSTATED,),
        words or "; ".join(dict.fromkeys(v.told for v in values)),
        None,
        deadlines,
        tuple(v for v in values if isinstance(v, Range)),
        tuple(v for v in values if isinstance(v, Unread)),
        _remarks(values),
        condition="; ".join(dict.fromkeys(v.condition for v in values if v.condition and v not in deadlines)),
    )
    if not recurrences and words.strip() and all(value.why == times.ELSEWHERE for value in schedule.unread):
        return replace(schedule, reading=ELSEWHERE if _ELSEWHERE.search(words) else UNCLEAR)
    return _halved(schedule)


def _recurrences(values: Iterable[Time]) -> Iterator[Recurrence]:
    for value in values:
        if isinstance(value, PrintedDeadline):
            yield from (BY_KIND[k] for k in value.kinds if k in BY_KIND)
            if not value.kinds:
                yield Recurrence.ONCE
        elif isinstance(value, Range) or (
            isinstance(value, Recurring) and value.period in ("regularly", "week", "day")
        ):
            yield Recurrence.CONTINUOUS
        elif isinstance(value, Recurring) and value.period in BY_KIND:
            yield BY_KIND[_counted(value)]
        elif isinstance(value, Relative):
            yield Recurrence.ON_EVENT


def _counted(value: Recurring) -> str:
    """Twice a year is read as every half-year; other counts leave the period as it is."""
    return _SPREAD.get(value.count or 1, value.period) if value.period == "year" else value.period


def _ordered(several: Iterable[Recurrence]) -> tuple[Recurrence, ...]:
    kinds = set(several)
    return tuple(r for r in Recurrence if r in kinds)


def _remarks(values: Iterable[Time]) -> str:
    """Say which readings were chosen for what has no day of its own."""
    remarks = []
    for value in values:
        if isinstance(value, Range):
            remarks.append(STRETCH)
        elif isinstance(value, Recurring) and value.period in ("week", "day"):
            remarks.append(OFTENER)
        elif isinstance(value, Recurring) and (value.count or 1) > 1:
            remarks.append(times.COUNTED)
        elif isinstance(value, Recurring) and value.words.lower() == "định kỳ":
            remarks.append(NO_PERIOD)
    return " ".join(dict.fromkeys(remarks))


def _halved(schedule: Schedule) -> Schedule:
    """Of "6 tháng, năm" only the first half-year is a period of its own."""
    half = re.search(r"(?:6|sáu) tháng đầu năm", schedule.words, re.IGNORECASE)
    if Recurrence.HALF_YEARLY not in schedule.recurrences or not (half or Recurrence.YEARLY in schedule.recurrences):
        return schedule
    reading = schedule.reading if half else f"{schedule.reading} {times.FIRST_HALF}".strip()
    return replace(schedule, first_half=True, reading=reading)
