"""Typed schedules of duties: how often a duty comes back, due when.

The printed words are kept; where they allow more than one reading, the schedule says which one was chosen.
What they do not say stays ``unstated``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from kehoach.meaning import timewords
from kehoach.meaning.duty import Duty
from kehoach.meaning.timewords import Span
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

FIRST_HALF = "Bản in ghi “6 tháng” cùng với “năm”; hiểu là 6 tháng đầu năm."

_BY_KIND = {kind: recurrence for recurrence, kind in PERIOD_KINDS.items()}


@dataclass(frozen=True)
class Schedule:
    """A schedule: recurrences, due rule of the periodic ones, spans of what is done once, printed words.

    ``reading`` is a Vietnamese remark on the reading that was chosen, empty where the words leave no choice.
    ``first_half`` tells that of two half-years only the first counts.
    """

    recurrences: tuple[Recurrence, ...]
    words: str = ""
    due: Due | None = None
    spans: tuple[Span, ...] = ()
    reading: str = ""
    first_half: bool = False

    @property
    def is_reading(self) -> bool:
        """Whether the words can be read otherwise."""
        return bool(self.reading)

    @property
    def name(self) -> str:
        """The recurrences in Vietnamese: ``hằng quý, 6 tháng, hằng năm``."""
        return ", ".join(RECURRENCE_NAMES[recurrence] for recurrence in self.recurrences)


def duty_schedule(duty: Duty, year: int, report_text: str = "") -> Schedule:
    """Give a duty's schedule: a report's own periods, else the printed schedule line, else what its prose says.

    ``report_text`` is the part of the prose that orders a report and is a duty of its own.
    """
    if duty.report:
        return report_schedule(duty.report, duty.due_text or duty.text)
    if duty.schedule_text:
        return read_schedule(duty.schedule_text, year)
    return read_prose(duty.text.replace(report_text, " ") if report_text else duty.text, year)


def report_schedule(report: Report, words: str) -> Schedule:
    """Turn the typed periods of a reporting duty into a schedule; "định kỳ" without a period is unstated."""
    found = [_BY_KIND[kind] for kind in report.periods if kind in _BY_KIND]
    if not found:
        return Schedule((Recurrence.UNSTATED,), words, reading="Bản in ghi “định kỳ” mà không nói kỳ nào.")
    return _schedule(found, words, report.due, (), report.due.reading if report.due else "")


def read_schedule(words: str, year: int) -> Schedule:
    """Read the words of a printed schedule line; ``year`` is the plan's."""
    text = re.sub(r"\s+", " ", nfc(words)).strip(" .;:")
    if not text:
        return Schedule((Recurrence.UNSTATED,))
    kinds, reading = timewords.period_kinds(text)
    found = [_BY_KIND[kind] for kind in kinds]
    due: Due | None = None
    spans: tuple[Span, ...] = ()
    if found:
        due, chosen = timewords.due_rule(text, kinds)
        reading = reading or chosen
    steady, event = timewords.is_continuous(text), timewords.is_event(text)
    if not found or kinds == ("year",):
        spans, said = timewords.dates(text, year)
        reading = reading or ("" if found else said)
    if not (found or spans or steady or event):
        spans, reading = timewords.stretches(text, year)
        steady = reading == timewords.STRETCH
    if timewords.is_oftener(text):
        steady, reading = True, timewords.OFTENER
    found += (
        [Recurrence.CONTINUOUS] * steady + [Recurrence.ON_EVENT] * event + [Recurrence.ONCE] * bool(spans and not kinds)
    )
    if not found:
        said = timewords.remark(text)
        vague = said in (timewords.VAGUE, timewords.WITHIN_YEAR)
        return Schedule((Recurrence.ONCE if vague else Recurrence.UNSTATED,), words, reading=said)
    return _schedule(found, words, due, spans, reading)


def _schedule(found: list[Recurrence], words: str, due: Due | None, spans: tuple[Span, ...], reading: str) -> Schedule:
    made = Schedule(tuple(r for r in Recurrence if r in found), words, due, spans, reading)
    half = re.search(r"(?:6|sáu) tháng đầu năm", words, re.IGNORECASE)
    if Recurrence.HALF_YEARLY not in found or not (half or Recurrence.YEARLY in found):
        return made
    return replace(made, first_half=True, reading=reading if half else f"{reading} {FIRST_HALF}".strip())


_PROSE = "Đọc từ câu giao việc; bản in không có dòng thời gian thực hiện riêng."
_CLAUSE = r"(?:\A|[.;:]\s+|,\s+)"
_PROSE_PERIOD = re.compile(
    rf"{_CLAUSE}(?P<words>(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm|0?6 tháng)\b"
    r"(?:(?:,|\s+và)\s+(?:(?:hằng|hàng)\s+)?(?:quý|0?6 tháng|0?9 tháng|năm)\b)*)(?!\s+20)",
    re.IGNORECASE,
)
_PROSE_STEADY = re.compile(
    rf"{_CLAUSE}(?P<words>thường xuyên|liên tục)\b"
    r"|(?<!chi )(?P<verb>thường xuyên)\s+(?:rà soát|cập nhật|theo dõi|đôn đốc|kiểm tra|thông tin|tuyên truyền|đăng|"
    r"phổ biến|đổi mới|nắm|hướng dẫn|tổ chức|thực hiện|nâng cao|trao đổi|phối hợp)\b",
    re.IGNORECASE,
)
_PROSE_EVENT = re.compile(r"\bkhi có (?:yêu cầu|đề nghị|chỉ đạo)\b", re.IGNORECASE)
_PROSE_DAY = re.compile(
    r"\b(?:trước|chậm nhất(?: là| vào| đến)?|xong (?:trong|trước)|hoàn thành (?:trong|trước)|hạn cuối|đến hết)\s+"
    r"(?:ngày\s+[0-9]{1,2}(?:/|\s+tháng\s+)[0-9]{1,2}(?:(?:/|\s+năm\s+)[0-9]{4})?"
    r"|(?:quý|tháng)\s+[0-9IVX]+(?:\s*/\s*|\s+năm\s+)20[0-9]{2})",
    re.IGNORECASE,
)


def read_prose(text: str, year: int) -> Schedule:
    """Read what a sentence that orders a thing says of its time; only plain statements count.

    "Chi thường xuyên", "nhiệm vụ hằng năm", "mỗi tháng ít nhất 15 phút" say nothing of when a duty is done.
    """
    text = re.sub(r"\s+", " ", nfc(text))
    fragments = [
        match["words"] if "words" in match.re.groupindex and match["words"] else match["verb"]
        for match in (_PROSE_PERIOD.search(text), _PROSE_STEADY.search(text))
        if match
    ]
    fragments += [match[0] for match in (_PROSE_EVENT.search(text), _PROSE_DAY.search(text)) if match]
    read = [read_schedule(fragment, year) for fragment in fragments]
    spans = tuple(span for one in read for span in one.spans if span.due.year in (year, year + 1))
    found = {r for one in read for r in one.recurrences} - ({Recurrence.ONCE} if not spans else set())
    if not found:
        return Schedule((Recurrence.UNSTATED,))
    said = " ".join(dict.fromkeys([_PROSE, *(one.reading for one in read if one.reading)]))
    return Schedule(tuple(r for r in Recurrence if r in found), "; ".join(fragments), None, spans, said)
