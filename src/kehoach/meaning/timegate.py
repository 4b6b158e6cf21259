"""The gate that every value of time goes through: a clause that limits it goes along with it, or it stays unread.

No day is told without the words of condition, exception, restriction or change in its reach: those of its own segment,
those that a later segment of its sentence opens with, and those that open the next sentence and speak of time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kehoach.meaning.timeclauses import Clause, Segment, clauses, segments
from kehoach.meaning.timereach import names_a_period, speaks_of, words_for
from kehoach.meaning.times import PrintedDeadline, Recurring, Relative, Time, Unread
from kehoach.wording.latepatterns import late

NOT_READ = "có ngoại lệ chưa đọc được"
MOVED = "mốc đã hoặc sẽ được dời"
BARRED = (NOT_READ, MOVED)
"""Why a value of one part of a text is unread because of another part."""
IN_CONDITION = "mốc trong một điều kiện hoặc ngoại lệ, không phải hạn"
STOPPED = "lời cấm, phủ định hoặc dừng việc, không phải chu kỳ"
_NO_MORE = late(
    r"(?:\A(?:\s*[-–+•])?(?:\s*\(?[a-zđ0-9]{1,2}[).])?|[.;:(,])\s*(?:(?:tuyệt đối\s+)?(?:không|nghiêm cấm"
    r"|chưa)\s+(?!quá\b|muộn\b|kể\b|chậm\b|ngừng\b)"
    r"|(?:tạm\s+)?(?:dừng|ngừng|hoãn|bãi bỏ|bỏ)\s+(?:việc|chế độ|quy định|báo cáo|họp|tổ chức|thực hiện)\b)"
    r"[^.;:,()]*\Z",
    re.IGNORECASE,
)
TOO_LATE = "mốc mà sau đó không làm nữa, không phải thời gian làm"
_NO_LONGER = late(
    r"\s*,?\s*(?:thì\s+)?(?:sẽ\s+)?(?:(?:được\s+)?(?:coi|xem) (?:như|là)|không|chấm dứt|bị)\b", re.IGNORECASE
)
_TENTATIVE = late(
    r"\b(?P<word>dự kiến|khoảng|tạm thời|ước)(?:\s+(?:là|vào|trong|hoàn thành|tổ chức|thực hiện))*\s*:?\s*\Z"
    r"|(?:\A|[.;:,(]\s*)(?P<first>dự kiến|tạm thời)\s[^.;:,()]*\Z",
    re.IGNORECASE,
)
_TENTATIVE_BEHIND = late(r"\s*,?\s*(?P<word>dự kiến|tạm thời)\b(?=\s*[.;,)]|\s*\Z)", re.IGNORECASE)
_OF_PERIODS = late(
    r"(?:\b(?:trừ|không (?:kể|tính|gồm|bao gồm)|dừng|nghỉ|ngừng|hoãn|chỉ)\s+(?:(?:trong|vào|có)\s+)?"
    r"|\A\s*(?:riêng\s+)?)(?:các\s+|những\s+)?(?:tháng|quý|kỳ|đợt|giai đoạn)(?![^\W_])",
    re.IGNORECASE,
)
"""What is excepted, or restricted to, is periods: which of the days counted out fall away is not read."""
_OF_YEARS = late(r"\b(?:trừ|không (?:kể|tính))\s+(?:các\s+|những\s+)?năm\b", re.IGNORECASE)
_ITSELF = late(
    r"(?:\s|,|\b(?:thời hạn|hạn|mốc|thời gian|ngày|này|nay|trên|đó|nói|nộp|gửi|báo cáo|được|đã|sẽ|là|và|nhưng|sau|tiếp"
    r"|tục|cho|phép|tất|cả|chung)\b)*\Z",
    re.IGNORECASE,
)
"""Before a word of moving, where it is the time itself that is moved and not another thing."""
_NOT_SO = late(r"\b(?:mà|vẫn|chưa|không|còn)\b", re.IGNORECASE)
"""Behind a time before "thì", where it says what is not so by then: "Hết ngày 31/12 mà chưa giải ngân thì thu hồi"."""
_NO_CASE = late(r"(?:theo|căn cứ)(?![^\W_])|trong (?:thời gian|khi) (?:chưa|chờ)\b", re.IGNORECASE)
"""Before "thì", on what ground something is so, or what holds meanwhile: it is so in any case."""
_JOINS = late(r"tuy nhiên|nhưng|song", re.IGNORECASE)
_FOLLOWS = late(
    r"\s*thì\s+(?:không|chưa|được|bị|vẫn|sẽ (?:được|bị|không)|áp dụng|tiếp tục (?:được|hưởng"
    r"|áp dụng))(?![^\W_])(?!\s+(?:quá|muộn|chậm))",
    re.IGNORECASE,
)
"""What comes of something that was so by a day, and is not done by it: "… trước ngày 01/01 thì không được hưởng"."""
_ENUMERATED = frozenset(("month", "quarter", "half_year", "nine_months"))


def gated(text: str, values: Sequence[Time], heard: Collection[int] = ()) -> list[Time]:
    """Let the values of a text through with what limits them; those that it leaves wrong or in doubt are unread.

    ``heard`` are the places of exceptions that the values have taken up already.
    """
    values = [_stopped(text, value) for value in values]
    if all(isinstance(value, Unread) for value in values):
        return values
    parts = segments(text)
    time_clauses = tuple(clauses(text, parts))
    limiting = [c for c in time_clauses if not (_said_again(c, time_clauses, values) or _taken(text, c, values, heard))]
    return [value if isinstance(value, Unread) else _through(text, parts, limiting, value, values) for value in values]


def limits_of(text: str, start: int, end: int) -> str:
    """Give the words that limit a time between two places of a text, as they would go along with its value."""
    [time] = gated(text, [Relative(start, end, text[start:end])])
    return time.condition


def limited_as(value: Time, other: Time | None) -> Time:
    """Give a value with the condition that its words have in a longer text, or unread where they are barred there."""
    if isinstance(value, Unread) or other is None:
        return value
    if isinstance(other, Unread) and other.why in BARRED:
        return _unread(value, other.why)
    return replace(value, condition=other.condition) if other.condition else value


def _stopped(text: str, value: Time) -> Time:
    """Leave unread how often a thing comes back that is not done, or no longer: "tạm dừng việc báo cáo hằng tháng"."""
    if value.words[:3].lower() == "sau" and _NO_LONGER.match(text, value.end):
        return _unread(value, TOO_LATE)
    often = isinstance(value, Recurring) or (isinstance(value, PrintedDeadline) and value.kinds)
    return _unread(value, STOPPED) if often and _NO_MORE.search(text[: value.start]) else value


def _taken(text: str, clause: Clause, values: Sequence[Time], heard: Collection[int]) -> bool:
    """Whether a value holds a clause already, or is itself what a bare "thì" speaks of: "Đến 30/6 thì hoàn thành"."""
    values = [value for value in values if not isinstance(value, Unread)]
    limits_time = clause.kind not in ("own", "period")
    if limits_time and any(clause.start <= value.start <= clause.marker < value.end for value in values):
        return True
    if any(clause.marker <= place <= clause.marker + 12 for place in heard):
        return True
    within = [
        value
        for value in values
        if clause.start <= value.start < clause.asked
        or (isinstance(value, Relative) and value.start < clause.start < value.end)
    ]
    follows = _FOLLOWS.match(text, clause.asked) and not (within and isinstance(within[-1], Relative))
    return (
        clause.kind == "then" and bool(within) and not (follows or _NOT_SO.search(text, within[-1].end, clause.asked))
    )


def _said_again(clause: Clause, several: Sequence[Clause], values: Sequence[Time]) -> bool:
    """Whether "thì" belongs to a clause with a word of its own before it: "nếu … thì", "riêng …, … thì"."""
    before = (
        other
        for other in several
        if other.kind in ("if", "own") and other.end == clause.end and other.marker < clause.marker
    )
    return clause.kind == "then" and any(
        not any(other.marker <= value.start < clause.start for value in values) for other in before
    )


def _through(
    text: str, parts: Sequence[Segment], limiting: Sequence[Clause], value: Time, values: Sequence[Time]
) -> Time:
    conditions = [value.condition] if value.condition else []
    for clause in limiting:
        if clause.kind == "then" and _NO_CASE.match(text, clause.start):
            continue
        if names_a_period(text, clause, value, values):
            return _unread(value, IN_CONDITION)
        if not speaks_of(text, clause, value, limiting):
            continue
        words = words_for(text, parts, clause, value, values)
        if words is None:
            return _unread(value, IN_CONDITION)
        if not words or words in value.words or _JOINS.fullmatch(words):
            continue
        if why := _why_wrong(text, clause, limiting, value, words):
            return _unread(value, why)
        conditions.append(words)
    conditions += _tentative(text, value)
    values_through = [
        w
        for n, w in enumerate(conditions)
        if not any(w in other for m, other in enumerate(conditions) if m != n and other != w)
    ]
    condition = "; ".join(dict.fromkeys(values_through))
    return replace(value, condition=condition) if condition else value


def _unread(value: Time, why: str) -> Unread:
    return Unread(value.start, value.end, value.words, value.subject, value.body, why)


def _tentative(text: str, value: Time) -> Iterator[str]:
    """Give the word that makes a time a likely one alone, where it stands right beside it and not in its words."""
    if before := _TENTATIVE.search(text[: value.start]):
        yield (before["word"] or before["first"]).lower()
    elif behind := _TENTATIVE_BEHIND.match(text, value.end):
        yield behind["word"].lower()


def _why_wrong(text: str, clause: Clause, limiting: Sequence[Clause], value: Time, words: str) -> str:
    """Say why a value is not true beside a clause: its days would be others; empty where the clause can go along."""
    counted = isinstance(value, PrintedDeadline) and len(value.occasions) > 1
    counted = counted or (isinstance(value, Recurring) and value.period in _ENUMERATED)
    if counted and clause.kind in ("except", "never", "only", "then") and _OF_PERIODS.search(words):
        return NOT_READ
    if isinstance(value, PrintedDeadline) and clause.kind == "except" and _OF_YEARS.search(words):
        return NOT_READ
    if isinstance(value, PrintedDeadline) and clause.kind == "period" and words[:3].lower() == "năm":
        return NOT_READ
    conditional = any(
        other.kind in ("if", "own", "perhaps", "then")
        and other.segment == clause.segment
        and other.start <= clause.marker
        for other in limiting
    )
    if clause.kind == "move" and not conditional and value.end <= clause.marker:
        lead = text[max(clause.start, value.end) : clause.marker]
        return MOVED if _ITSELF.fullmatch(lead) else ""
    return ""
