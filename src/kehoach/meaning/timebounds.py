"""Days of a rule that hold in a stretch only: "trước ngày 25 hằng tháng, từ tháng 3", "… hằng tháng trong năm 2027"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.times import Occasion, PrintedDeadline, Range, Time, Unread
from kehoach.wording.latepatterns import late

_BETWEEN = late(r"[\s,(]*(?:(?:bắt đầu|thực hiện|áp dụng|tính)\s+)*", re.IGNORECASE)
_NONE_LEFT = "không ngày nào trong khoảng thời gian in ngay sau"


def of_rule(values: Sequence[Time], text: str, start: int, end: int) -> PrintedDeadline | None:
    """Give the last value where it is days that come back, right before a time that has no work of its own behind."""
    last = values[-1] if values else None
    if not isinstance(last, PrintedDeadline) or not last.of or len(last.occasions) < 2:
        return None
    bounds = _BETWEEN.fullmatch(text, last.end, start) and not opens_verb(text[end : end + 32].lstrip(), alone=True)
    return last if bounds else None


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
