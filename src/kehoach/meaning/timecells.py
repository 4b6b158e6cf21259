"""What is all there is behind a label of time or in a cell of a column of times: "2027 - 2028", "Khi có dịch"."""

from __future__ import annotations

import datetime as dt
import re

from kehoach.meaning.times import WITHIN_YEAR, YEARS, Range, Relative, Unread
from kehoach.wording.latepatterns import late

_YEAR = r"(?:19|20|21)[0-9]{2}"
_CELL = late(
    rf"\s*(?P<words>(?:(?P<within>trong)\s+)?(?P<from>từ\s+)?(?:(?:giai đoạn|các năm|năm)\s+)?(?P<first>{_YEAR})"
    rf"(?:\s*(?P<joint>[-–,]|và|đến(?:\s+hết)?)\s*(?:năm\s+)?(?P<last>{_YEAR}))?"
    r"(?P<on>\s*,?\s+(?:và\s+)?(?:(?:các|những)\s+năm\s+(?:tiếp theo|kế tiếp|sau)|trở đi))?)[\s.;:]*\Z",
    re.IGNORECASE,
)


_EVENT = late(r"\s*(?P<words>khi\s+(?!nào\b)[^\W\d_][^,.;:()0-9\n]{2,80}?)[\s.;]*\Z", re.IGNORECASE)


def cell_years(text: str) -> Range | Unread | None:
    """Read words that are but years: a stretch of several or from one on; of one alone nobody can tell when in it."""
    match = _CELL.match(text) if any("0" <= sign <= "9" for sign in text[:40]) else None
    if match is None:
        return None
    start, end, words = match.start("words"), match.end("words"), match["words"]
    first, last = int(match["first"]), int(match["last"] or 0)
    if match["on"] or match["from"] or last:
        until = dt.date(last, 12, 31) if last and not match["on"] else None
        apart = (match["joint"] or "").lower() in (",", "và") and last != first + 1
        if first in YEARS and (not last or first < last) and not apart:
            return Range(start, end, words, first=dt.date(first, 1, 1), last=until)
        return Unread(start, end, words, why="không rõ là những năm nào")
    return None if match["within"] else Unread(start, end, words, why=WITHIN_YEAR)


def cell_event(text: str) -> Relative | None:
    """Read words that but say when something happens: "Khi có dịch"; in prose they can be a condition as well."""
    match = _EVENT.match(text)
    return Relative(*match.span("words"), match["words"]) if match else None
