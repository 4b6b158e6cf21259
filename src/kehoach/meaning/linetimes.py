"""What a printed line says of time, wherever its words stand: prose, behind a label, or a line that sets none."""

from __future__ import annotations

import re

from kehoach.meaning.timegate import limited_as
from kehoach.meaning.timegrammar import prose_times, read_times
from kehoach.meaning.times import Time, Times, moved
from kehoach.model.fields import BY_KEY, Holds
from kehoach.model.printed import Line

_ANY_YEAR = 2000
"""A year before those of plans: what is asked is whether words are times, not which are of the plan's year."""
_WORD = re.compile(r"[^\W_]+")
_NO_TIMES = frozenset(("duration", "share", "date of a document", "ordinal number"))
_FROM_TWO = re.compile(r"[^\W_]+[\W_]+[^\W_]")
_BRACKETED = re.compile(r"(?<=[^\W_])\s*\([^()]*\)")
_WITH_TIME = re.compile(
    r"(?<![^\W_])(?:dự kiến|khoảng|hoàn thành|xong|vào|từ|đến|trong|và|hoặc|hay|(?:buổi )?(?:sáng|chiều|tối)"
    r"|(?:[0-9]{1,2}|một|hai) lần)(?![^\W_])",
    re.IGNORECASE,
)
"""What stands beside times and says nothing by itself."""
_BEFORE = re.compile(r"\btrước\s*:?\s*\Z", re.IGNORECASE)


def line_times(line: Line, year: int) -> Times:
    """Read a line; its places are those of ``line.words``. Only provisions and closing words set times."""
    if (line.item is None and line.kind != "close") or line.kind == "footnote":
        return Times()
    # A column of a table can hold what is no field of a duty.
    field = BY_KEY.get(line.field.kind) if line.field else None
    if field and field.holds is Holds.TIME:
        return field_times(line.words[: line.lead_in], line.words[line.lead_in :], year)
    return read_times(line.words, year)


def field_times(label: str, words: str, year: int) -> Times:
    """Read what stands behind a label of time; "Hoàn thành trước: 15/3" is before that day."""
    limit = "trước " if _BEFORE.search(label) and not re.match(r"\s*trước\b", words, re.IGNORECASE) else ""
    text = words.lstrip()
    read = read_times(limit + text, year, alone=True)
    shift = len(label) + len(words) - len(text) - len(limit)
    return moved(read, shift, len(label)) if shift else read


def is_time_alone(words: str) -> bool:
    """Tell whether words are times and little else, of whatever year: "31/01", "Quý II (cấp xã)", "thứ Sáu hằng tuần".

    A figure alone that can be a year, and the name of a period alone, head columns and count things as well.
    """
    text = _BRACKETED.sub(_blank, " ".join(words.split()))
    if not _FROM_TWO.search(text):
        return False
    read = read_times(text, _ANY_YEAR, alone=True)
    times = [token for token in read.tokens if token.by not in _NO_TIMES]
    ranges = [(one.start, one.end) for one in (*read.values, *times)]
    own = _WORD.finditer(_WITH_TIME.sub(_blank, text))
    said = [any(a <= match.start() < b for a, b in ranges) for match in own]
    return said[:1] == [True] and 5 * sum(said) >= 3 * len(said)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def part_times(part: str, whole: str, at: int, year: int) -> tuple[Time, ...]:
    """Read a part of a paragraph by itself, with what the rest of the paragraph says to limit its times.

    "Sở A hoàn thành trước 30/6; nếu thiếu vốn, Sở B trình lùi sang quý IV" is the work of two, and one time with one
    condition. ``at`` is where the part begins in the whole.
    """
    time_by_start = {value.start - at: value for value in prose_times(whole, year)}
    return tuple(limited_as(value, time_by_start.get(value.start)) for value in prose_times(part, year))
