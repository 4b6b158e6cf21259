"""Where a list of months, quarters or days ends: a bare figure behind it goes on with it, counts a thing, or is open.

"Quý 2, 4 sơ kết" names two quarters, "quý 2, 4 lớp tập huấn" one; of "quý 2, 4 vườn ươm" no list of words can tell.
"""

from __future__ import annotations

import re

from kehoach.meaning.timepatterns import AND, CLOSED, COUNTS, TO
from kehoach.wording.latepatterns import late

WHY = "không rõ con số phía sau là kỳ, ngày tiếp theo hay là số lượng"
LISTS = frozenset(("days", "dayofmonths", "months", "quarters", "range", "workday", "firstdays"))
"""Kinds of lexeme that can end within a list."""
HOLDING = LISTS - {"firstdays"} | {"vague"}
"""Kinds of lexeme that can hold a list of bare figures."""

_LAST = late(r"(?P<kind>quý|tháng|ngày)\b\D*(?:[0-9]{1,2}\D{1,6}?(?<![/.-]))*?(?:[0-9]{1,2}|[IVX]+)\Z", re.IGNORECASE)
_BEHIND = late(rf"(?:{TO}|{AND})(?P<figure>0?[1-9]|[12][0-9]|3[01])(?![0-9])(?!{COUNTS})", re.IGNORECASE)
_CLOSED = late(CLOSED, re.IGNORECASE)
_BARE = late(
    # The sign first: most places in a line have none, and are passed over at once.
    r"[,;\s–-](?:(?:(?<=[,;])\s*(?:và\s+)?|(?<=\s)(?:và|hoặc|hay)\s+)"
    r"(?P<date>[0-9]{1,2}\s*/\s*[0-9]{1,2}(?![0-9/]|\s*/))"
    r"|(?:(?<=[,;–-])\s*(?:và\s+)?|(?<=\s)(?:và|hoặc|hay|đến(?:\s+hết)?)\s+)"
    r"(?P<figure>[0-9]{1,2})(?![0-9]|\s*[/-]\s*[0-9]|\s*\.\s*[0-9]{1,2}\s*\.))",
    re.IGNORECASE,
)
_OF_MORE = late(r"\s*(?:giờ|h|phút|g)(?![^\W\d_])|\s+tháng\s+[0-9]|\s*,\s+[0-9]{1,2}\s*/", re.IGNORECASE)
_SIGN = "\ue000"
_NOUN = late(r"\s+([^\W\d_]+)")
_DATE = late(r"(?<![0-9])[0-9]{1,2}\s*/\s*[0-9]{1,2}\Z")
_DATE_BEHIND = late(rf"{AND}(?:0?[1-9]|[12][0-9]|3[01])\s*/\s*(?:0?[1-9]|1[0-2])(?![0-9/])(?!{COUNTS})", re.IGNORECASE)
_MOST = {"quý": 4, "tháng": 12, "ngày": 31}


def lists_alone(text: str) -> str:
    """Give a text in which a sign stands for each bare figure that may count a thing; all places stay where they are.

    A figure goes on with a list of times only where what follows ends the time ("quý 2, 4 gửi báo cáo"), or is an hour
    or the day of a date.
    """
    if not _BARE.search(text):
        return text
    parts: list[str] = []
    at = 0
    for match in _BARE.finditer(text):
        start, end = match.span("date" if match["date"] else "figure")
        if not (_CLOSED.match(text, end) or (match["figure"] and _OF_MORE.match(text, end))):
            parts += (text[at:start], _SIGN * (end - start))
            at = end
    return "".join((*parts, text[at:]))


def open_end(text: str, start: int, end: int) -> int:
    """Give where the figure behind a list of times ends, of which nobody can tell whether it belongs to it; 0 for none.

    ``start`` and ``end`` are those of the list, which holds each figure that belongs to it for sure.
    """
    words = text[start:end]
    if not words[-1:].isalnum():
        return 0
    if _DATE.search(words):
        behind = _DATE_BEHIND.match(text, end)
        return behind.end() if behind else 0
    behind, last = _BEHIND.match(text, end), _LAST.search(words)
    if not (behind and last) or int(behind["figure"]) > _MOST[last["kind"].lower()]:
        return 0
    # Behind a numeral in letters a figure counts, unless there is nothing that it could count.
    counts = words[-1].isalpha() and not _CLOSED.match(text, behind.end())
    return 0 if counts or _is_counted_before(text, start, behind.end()) else behind.end()


def _is_counted_before(text: str, start: int, end: int) -> bool:
    """Whether what follows a figure is counted before the list, too: "4 xã trong tháng 4 và 6 xã trong tháng 9"."""
    noun = _NOUN.match(text, end)
    return bool(noun and re.search(rf"[0-9]\s+{noun[1]}(?![^\W_])", text[:start], re.IGNORECASE))
