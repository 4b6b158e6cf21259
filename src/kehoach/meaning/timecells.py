"""What is all there is behind a label of time or in a cell of a column of times: "2027 - 2028", "Khi có dịch"."""

from __future__ import annotations

import datetime as dt
import re

from kehoach.meaning import timephrases as phrases
from kehoach.meaning.timepatterns import MONTH, NUMERAL
from kehoach.meaning.times import ELSEWHERE, WITHIN_YEAR, YEARS, Range, Relative, Unread
from kehoach.model.fields import label_kind
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import CAPITAL

_YEAR = r"(?:19|20|21)[0-9]{2}"
_LATER = r"(?:(?:các|những)\s+(?:năm|kỳ)\s+(?:tiếp theo|kế tiếp|tiếp|sau)(?:\s+đó)?|trở đi)"
_CELL = late(
    rf"\s*(?P<words>(?:(?P<within>trong)\s+)?(?P<from>từ\s+)?(?:(?:giai đoạn|các năm|năm)\s+)?(?P<first>{_YEAR})"
    rf"(?:\s*(?P<joint>[-–,]|và|đến(?:\s+(?:hết|cuối))?)\s*(?:năm\s+)?(?P<last>{_YEAR}))?"
    rf"(?P<on>\s*,?\s+(?:và\s+)?{_LATER})?)[\s.;:]*\Z",
    re.IGNORECASE,
)


_LABEL = late(
    r"\s*(?:[-–+•*]\s*)?(?:[a-zđ0-9]{1,2}[.)]\s*)?(?P<label>(?:thời|tiến độ|lộ trình|hạn)[^.;:()]{0,50}?)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_OF_WHAT = late(
    r"(?<=[^\W\d_])\s+(?:của\s+)?(?:chương trình|kế hoạch|đề án|dự án|nhiệm vụ|công việc|chiến dịch|phong trào"
    r"|cuộc thi)\b.*\Z",
    re.IGNORECASE,
)
"""What a label of time tells of: "Thời gian thực hiện Chương trình"."""
_ANOTHER_SENTENCE = re.compile(rf"[.;]\s+(?={CAPITAL})")
_PERIOD_ON = late(
    rf"\s*(?P<words>(?:(?:trong|từ)\s+)?(?P<period>(?:quý\s+{NUMERAL}|tháng\s+{MONTH})\s*(?:/|năm)\s*{_YEAR})"
    rf"\s*,?\s+(?:và\s+)?{_LATER})[\s.;:]*\Z",
    re.IGNORECASE,
)
_BY = (
    r"\s*(?P<words>(?:(?:thực hiện|triển khai|hoàn thành|tổ chức|bảo đảm"
    r"|đảm bảo)\s+){0,3}theo\s+(?:đúng\s+)?(?:các\s+)?(?:kế hoạch|hướng dẫn|lịch|chỉ đạo|quy định"
    r"|chương trình|tiến độ|lộ trình|thời (?:gian|hạn)|văn bản|thông báo|quyết định)(?![^\W_])"
)
_ELSEWHERE = late(rf"{_BY}[^;0-9]*?)[\s.;:]*\Z", re.IGNORECASE)
_BY_DOCUMENT = late(rf"{_BY}[^;]*?)[\s.;:]*\Z", re.IGNORECASE)
_EVENT = late(r"\s*(?P<words>khi\s+(?!nào\b)[^\W\d_][^,.;:()0-9\n]{2,80}?)[\s.;]*\Z", re.IGNORECASE)


def cell_years(text: str) -> Range | Unread | None:
    """Read words that are but years: a stretch of several or from one on; of one alone nobody can tell when in it."""
    if (on := _PERIOD_ON.match(text)) and (first_day := _first_day(on["period"])):
        return Range(*on.span("words"), on["words"], first=first_day)
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


def _first_day(words: str) -> dt.date | None:
    """Give the first day of a month or quarter that is printed with its year."""
    read = phrases.quarters if "quý" in words.lower() else phrases.months
    periods = read(words, 0)
    return periods[0].start if periods else None


def behind_label(text: str) -> int:
    """Give where the words behind a label of time begin that opens a text of one sentence; 0 for none.

    "- Thời gian thực hiện: Quý I/2027." is all words of time, be it the field of a duty or a line of prose.
    """
    match = _LABEL.match(text) if ":" in text[:70] else None
    if match is None or label_kind(_OF_WHAT.sub("", match["label"])) != "schedule":
        return 0
    return 0 if _ANOTHER_SENTENCE.search(text, match.end()) else match.end()


def cell_elsewhere(text: str, cites: bool = False) -> Unread | None:
    """List words that but tell where the time is set: "Theo tiến độ của cơ quan chủ trì soạn thảo".

    ``cites`` allows figures, which are those of a document where no time was read: "Theo Kế hoạch số 12/KH-UBND".
    """
    match = (_BY_DOCUMENT if cites else _ELSEWHERE).match(text)
    return Unread(*match.span("words"), match["words"], why=ELSEWHERE) if match else None


def cell_event(text: str) -> Relative | None:
    """Read words that but say when something happens: "Khi có dịch"; in prose they can be a condition as well."""
    match = _EVENT.match(text)
    return Relative(*match.span("words"), match["words"]) if match else None
