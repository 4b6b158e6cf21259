"""The rows of stretches from one time to another, and of those that are of data and no time of the plan."""

from __future__ import annotations

from kehoach.meaning.timeevents import Row
from kehoach.meaning.timepatterns import (
    CLOCK,
    DATE,
    DAY,
    MONTH,
    MONTHS,
    NAMED,
    NEXT_YEAR,
    OF,
    QUARTERS,
    YEAR,
)

STRETCHES: tuple[Row, ...] = (
    Row("data", "tính", rf"tính từ\s+(?:ngày\s+)?{DATE}\s+đến\s+(?:hết\s+)?(?:ngày\s+)?{DATE}"),
    Row(
        "data",
        "từ",
        rf"từ\s+ngày\s+(?:{DATE}|{DAY}\s+của\s+tháng\s+{MONTH})\s+(?:của\s+)?năm\s+(?:liền\s+)?trước\b[^,;.()]*?đến\s+(?:hết\s+)?ngày\s+{DATE}"
        r"(?:\s+(?:của\s+)?năm\s+(?:báo cáo|kế hoạch|nay))?",
    ),
    Row(
        "data",
        "từ",
        rf"từ\s+ngày\s+{DAY}\s+(?:của\s+)?tháng\s+(?:liền\s+)?trước\b[^,;.()]*?đến\s+(?:hết\s+)?ngày\s+{DAY}"
        r"(?:\s+(?:của\s+)?tháng[^,;.()]*)?",
    ),
    Row(
        "range",
        "từ",
        rf"từ\s+(?:nay|{CLOCK}?{NAMED}?{DATE}|{NAMED}?{DAY}(?![0-9/])|{MONTHS}|{QUARTERS}"
        r"|(?:ngày|khi)\s+[^\W\d_](?:(?!\svà\s)[^,.;:()0-9])*?)\s*(?:,\s*)?(?:đến|[-–])\s*(?:hết\s+|cuối\s+|trước\s+)?"
        rf"(?:{CLOCK}?{NAMED}?{DATE}|{NAMED}{DAY}{OF}|{MONTHS}|{QUARTERS}|năm\s+{YEAR}|(?<=hết )năm(?:\s+nay)?"
        rf"|(?<=cuối )năm(?:\s+nay)?)"
        rf"(?:\s+{NEXT_YEAR})?",
    ),
    Row(
        "range",
        "bắt từ",
        rf"(?:bắt đầu\s+(?:từ\s+)?|từ\s+){NAMED}?{DATE}"
        rf"\s*,?\s+(?:và\s+)?(?:kết thúc|hoàn thành)\s+(?:vào\s+)?{NAMED}?{DATE}",
        needs="kết hoàn",
    ),
    Row(
        "monthspan",
        "0",
        rf"{MONTH}\s*(?:/\s*{YEAR}\s*[-–]\s*(?:{DAY}\s*/\s*)?|[-–]\s*){MONTH}\s*/\s*{YEAR}(?![0-9/])",
        needs="/; -",
    ),
    Row("range", "ngày 0", rf"(?:ngày\s+)?{DAY}\s*[-–]\s*{DAY}\s*/\s*{MONTH}(?:\s*/\s*{YEAR})?(?![0-9/])", "0/0; -"),
    Row(
        "range",
        "0 ngày",
        rf"(?:ngày\s+)?{DATE}\s*(?:[-–]|đến)\s*(?:hết\s+)?(?:ngày\s+)?{DATE}",
        needs="0/0",
    ),
)
"""They stand before the rows of days, which a stretch is made of."""
