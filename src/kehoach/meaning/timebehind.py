"""What stands right behind a time and belongs to it: days that it leaves out, days of the week, until when it holds."""

from __future__ import annotations

import re

from kehoach.meaning.timepatterns import ONE_WEEKDAY, WEEKDAYS
from kehoach.wording.latepatterns import late

_DAYS_LEFT_OUT = late(
    r"\s*,?\s*\(?(?:trừ|không (?:kể|tính|bao gồm))\s+(?:(?:các|những)\s+)?(?:ngày\s+)?"
    r"(?:nghỉ|lễ|tết|thứ\s+(?:bảy|7)|chủ nhật|cuối tuần)[^.;:()]*?"
    r"(?:\)|(?=[.;:()]|,\s+(?!(?:lễ|tết|chủ nhật|ngày|thứ)\b)|\Z))",
    re.IGNORECASE,
)
"""Days that a count behind which they stand leaves out: "trong 24 giờ, trừ ngày nghỉ"."""
_LEFT_OUT = late(
    r"\s*,?\s*\(?(?:ngoại )?trừ\s+(?!trường hợp\b)[^.,;:()]*(?:,\s+(?:lễ|tết)\b[^.,;:()]*)?\)?", re.IGNORECASE
)
_ON_DAYS = late(
    r"\s*,?\s*(?:mỗi (?:lần|buổi)\s+(?:[^\W_]+\s+){1,2}[^\W_]+,\s+)?\(?(?:từ|vào|các ngày|trong các ngày)\s+"
    rf"{WEEKDAYS}(?!\s+(?:hằng|hàng|mỗi)\b)\)?",
    re.IGNORECASE,
)
"""Days of the week that what comes back each day keeps to: "02 lần/ngày, từ thứ Hai đến thứ Sáu"."""
_IN_BRACKETS = late(rf"\s*\(\s*{WEEKDAYS}\s*\)", re.IGNORECASE)
"""Days of the week in brackets: "hằng tuần (thứ Bảy, Chủ nhật)"."""
_LIMITS = r"(?:(?:trước|vào|lúc|(?:chậm|muộn) nhất|là)\s+)"
_HOUR = r"[0-9]{1,2}\s*(?:giờ|h|g)(?![^\W\d_])(?:\s*[0-9]{1,2}(?:\s*phút|['’])?)?"
_AT_HOUR = late(rf"\s*,?\s*{_LIMITS}+{_HOUR}(?!\s*,?\s*(?:ngày|thứ|chủ nhật|hằng|hàng|mỗi|[0-9]))", re.IGNORECASE)
"""The hour of what comes back each day or week, behind it: "hằng ngày, trước 16 giờ"."""
_ON_DAY = late(
    rf"\s*,?\s*{_LIMITS}*(?:{_HOUR}\s*,?\s*(?:ngày\s+)?)?{ONE_WEEKDAY}(?!\s+(?:hằng|hàng|mỗi|đầu|cuối)\b)",
    re.IGNORECASE,
)
"""The day of what comes back each week, behind it: "hằng tuần, vào chiều thứ Sáu"."""
_RESTS = late(
    r"\s*,?\s*\(?(?:(?:ngoại )?trừ|tạm (?:dừng|nghỉ|ngừng)|nghỉ|không (?:kể|tính|bao gồm))\s+(?!trường hợp\b)"
    r"(?:(?:trong|vào)\s+)?(?:các\s+)?(?:ngày|tháng|quý|tuần|thứ|chủ nhật|dịp|lễ|tết|kỳ|giai đoạn)\b[^.;:()]*\)?",
    re.IGNORECASE,
)
"""When a thing that goes on rests: "từ tháng 3 đến tháng 11, tạm dừng trong tháng 7"."""
_IF_HOLIDAY = late(
    r"\s*[,;]?\s*\(?(?:nếu|trường hợp)\s+(?:(?:các\s+)?ngày\s+(?:này|đó|trên)\s+)?(?:trùng|rơi)\s[^.;()]*\)?",
    re.IGNORECASE,
)
"""What holds where a day is no working day: "(nếu trùng ngày nghỉ thì thực hiện vào ngày làm việc tiếp theo)"."""
_UNTIL_YEAR = late(
    r"\s*,?\s*(?:cho\s+)?đến\s+(?:hết\s+)?(?:năm\s+)?[0-9]{4}(?![0-9/])(?=\s*(?:[.;,)]|\Z))", re.IGNORECASE
)
_UNTIL = late(r"\s*,?\s*\(?(?:cho\s+)?(?:đến|tới)\s+khi\s+(?!nay\b)[^.,;:()]+\)?", re.IGNORECASE)
"""Until something happens: "hằng ngày cho đến khi hết dịch"."""


def end_of_count(text: str, end: int) -> int:
    """Give where a count of days ends, with the days that it leaves out behind it."""
    match = _DAYS_LEFT_OUT.match(text, end)
    return match.end() if match else end


def end_of_days(text: str, end: int) -> int:
    """Give where days of a limit end, with what is printed of days that are no working days."""
    match = _IF_HOLIDAY.match(text, end)
    return match.end() if match else end


def end_of_stretch(text: str, end: int) -> int:
    """Give where a stretch ends, with the days or periods that it leaves out behind it."""
    match = _RESTS.match(text, end)
    return match.end() if match else end


def end_of_recurring(text: str, end: int, kind: str) -> int:
    """Give where words of what comes back each day or week end: with what they leave out, and until when they hold."""
    patterns = (_AT_HOUR, _IN_BRACKETS, _ON_DAYS, _ON_DAY, _AT_HOUR, _DAYS_LEFT_OUT, _LEFT_OUT, _UNTIL)
    for pattern in patterns if kind in ("day", "week") else (_UNTIL, _UNTIL_YEAR):
        if match := pattern.match(text, end):
            end = match.end()
    return end
