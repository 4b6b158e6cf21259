"""Days of a rule that hold in a stretch only: "trước ngày 25 hằng tháng, từ tháng 3", "… hằng tháng trong năm 2027"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.times import Occasion, PrintedDeadline, Range, Recurring, Time, Unread
from kehoach.wording.latepatterns import late

_BETWEEN = late(r"[\s,(]*(?:(?:bắt đầu|thực hiện|áp dụng|tính)\s+)*", re.IGNORECASE)
_MARKS = late(r"[;:\n]|\.(?=\s|\Z)")
_COMMA = late(r"(?:\s+trở đi)?\s*,", re.IGNORECASE)
_NONE_LEFT = "không ngày nào trong khoảng thời gian in ngay sau"


def of_rule(values: Sequence[Time], text: str, start: int, end: int) -> PrintedDeadline | None:
    """Give the last value where it is days that come back, right before a time that has no work of its own behind."""
    last = values[-1] if values else None
    if not isinstance(last, PrintedDeadline) or not last.of or len(last.occasions) < 2:
        return None
    bounds = _BETWEEN.fullmatch(text, last.end, start) and not opens_verb(text[end : end + 32].lstrip(), alone=True)
    return last if bounds else None


def bounded_in_front(values: Sequence[Time], text: str) -> list[Time]:
    """Bound what comes back by a stretch that opens its clause: "Từ tháng 7/2027, báo cáo trước ngày 18 hằng tháng".

    The words of the stretch go along as a condition; one without an end is no time of its own beside days bound by it.
    """
    bounded_values = list(values)
    for stretch in (value for value in values if isinstance(value, Range) and value.first):
        opening = max((mark.end() for mark in _MARKS.finditer(text, 0, stretch.start)), default=0)
        behind = _COMMA.match(text, stretch.end)
        if text[opening : stretch.start].strip(" -–•+") or behind is None:
            continue
        end = next((mark.start() for mark in _MARKS.finditer(text, stretch.end)), len(text))
        words, is_bound = text[stretch.start : behind.end()].rstrip(" ,"), False
        for at, value in enumerate(bounded_values):
            if not stretch.end <= value.start < end:
                continue
            if isinstance(value, PrintedDeadline) and len(value.occasions) > 1:
                bounded_values[at] = _bounded_by(value, stretch, words)
                is_bound = True
            elif isinstance(value, Recurring):
                bounded_values[at] = replace(value, condition=words)
        if is_bound and stretch.last is None:
            bounded_values = [value for value in bounded_values if value is not stretch]
    return bounded_values


def _bounded_by(rule: PrintedDeadline, stretch: Range, words: str) -> PrintedDeadline | Unread:
    within = tuple(occasion for occasion in rule.occasions if _within(occasion, stretch))
    if not within:
        return Unread(rule.start, rule.end, rule.words, rule.subject, rule.body, _NONE_LEFT)
    return replace(rule, occasions=within, condition=words)


def bounded(rule: PrintedDeadline, stretch: Range, text: str) -> PrintedDeadline | Unread:
    """Keep of the days of a rule those within a stretch; unread where none is."""
    words = text[rule.start : stretch.end]
    occasions_within = tuple(occasion for occasion in rule.occasions if _within(occasion, stretch))
    if not occasions_within:
        return Unread(rule.start, stretch.end, words, rule.subject, rule.body, _NONE_LEFT)
    return replace(rule, end=stretch.end, words=words, occasions=occasions_within)


def _within(occasion: Occasion, stretch: Range) -> bool:
    """Whether a day lies in a stretch; a month's does where the month does, whenever it is due."""
    period = occasion.period
    first, last = (period.end, period.start) if period.kind == "month" else (occasion.due, occasion.due)
    return (stretch.first is None or first >= stretch.first) and (stretch.last is None or last <= stretch.last)
