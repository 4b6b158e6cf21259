"""Reading printed words of time: periods, days of the month, dates, quarters, months, events."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.meaning.periods import Period, period_of
from kehoach.model.plan import Due

OFTENER = "Bản in ghi kỳ ngắn hơn một tháng; xếp vào việc liên tục, không tách từng lần."
STRETCH = "Bản in ghi một khoảng thời gian; hiểu là làm suốt khoảng đó, không có hạn riêng."
ELSEWHERE = "Bản in dẫn sang văn bản khác; chưa đặt kỳ hay hạn."
VAGUE = "Bản in không nói tháng nào; chưa đặt hạn."
WITHIN_YEAR = "Bản in chỉ ghi trong năm, không nói một hay nhiều lần; chưa đặt hạn."
UNCLEAR = "Chưa hiểu được lời ghi này; chưa đặt kỳ hay hạn."
_NO_YEAR = "Bản in không ghi năm; hiểu là năm của kế hoạch."
_NO_DAY = "Bản in không ghi ngày; hiểu là chậm nhất ngày cuối của kỳ đã ghi."
_NO_MONTH = "Bản in không nói ngày của tháng nào; hiểu là tháng cuối của kỳ."
_COUNTED = "Bản in chỉ ghi số lần, không ghi kỳ; hiểu là chia đều trong năm."

_ITEM = (
    r"(?:(?:0?6|sáu)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|(?:0?9|chín)\s+tháng(?:\s+đầu\s+năm)?"
    r"|tháng(?!\s*[0-9]+(?!\s*lần)|\s+(?:đầu|cuối))|quý(?!\s*(?:[0-9]|[IVX]+\b))|(?:cả\s+)?năm(?!\s*[0-9]))"
)
_EVERY = r"(?:hằng|hàng|mỗi|từng|theo)"
_LIST = rf"{_ITEM}(?:(?:\s*[,;/]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+)(?:{_EVERY}\s+)?{_ITEM})*"
_ONE_STRETCH = r"(?:(?:(?:0?6|sáu) tháng (?:đầu|cuối)|cả) năm|năm)\Z"
_PERIODIC = re.compile(
    rf"\b(?:{_EVERY}|định\s+kỳ(?:\s+{_EVERY})?)\s+({_LIST})|\A(?!{_ONE_STRETCH})({_LIST})\Z", re.IGNORECASE
)
_PERIOD = re.compile(_ITEM, re.IGNORECASE)
_TIMES = re.compile(r"\b(?P<times>[0-9]{1,2}|một|hai|ba|bốn)\s*lần\s*(?:/|mỗi|trong|một)?\s*(?:0?1\s+)?"
                    r"(?P<unit>tháng|quý|năm)\b", re.IGNORECASE)  # fmt: skip
_EACH = re.compile(r"\b(?P<months>0?[1-9]|1[0-2]|sáu|ba)\s+tháng\s*(?:/|một|1)\s*(?:0?1\s+)?lần\b", re.IGNORECASE)
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6}
_BY_MONTHS = {1: "month", 3: "quarter", 6: "half_year", 12: "year"}

_CONTINUOUS = re.compile(r"thường xuyên|liên tục|\b(?:cả|quanh|suốt) năm|\bcác tháng trong năm", re.IGNORECASE)
_OFTENER = re.compile(r"\b(?:hằng|hàng|mỗi)\s+(?:ngày|tuần)\b", re.IGNORECASE)
_EVENT = re.compile(
    r"\bkhi\s+(?:có|phát sinh|cần|được|xảy ra|nhận)\b|\btheo yêu cầu\b|đột xuất|\bngay (?:khi|sau)\b|\bsau khi\b"
    r"|\bphát sinh\b|\btheo (?:sự kiện|tình hình thực tế)\b|\btrong (?:vòng|thời hạn) [0-9]+ (?:ngày|tháng)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\btheo\s+(?:kế hoạch|hướng dẫn|lịch|chỉ đạo|quy định|chương trình|tiến độ)\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:đầu|giữa)\s+năm\b|\bdịp\b|\bthời gian tới\b|\bsớm\b", re.IGNORECASE)
_WITHIN_YEAR = re.compile(r"\A(?:trong )?năm(?: 20[0-9]{2})?(?: kế hoạch)?\Z", re.IGNORECASE)

_DAY_OF = re.compile(
    r"(?P<rule>trước|chậm nhất(?:\s+(?:là|vào|trước))?|không quá|vào|đến)?\s*\bngày\s+"
    r"(?P<day>cuối(?:\s+cùng)?|[0-9]{1,2}(?!\s*[0-9/]|\s+tháng\s+[0-9]))"
    r"(?P<of>\s+(?:của\s+)?(?:kỳ|tháng|quý|năm|hằng|hàng|mỗi)"
    r"(?:\s+(?:báo cáo|sau|tiếp theo|liền kề|cuối|tháng|quý|đầu))*)?",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:(?P<rule>trước|sau|từ|không quá|chậm nhất(?:\s+(?:là|vào|đến|trước))?|đến hết|đến|hết|vào|xong)\s+)?"
    r"(?:(?:hết\s+)?ngày\s+|(?<=trước )|(?<=nhất )|\A)(?P<day>[0-9]{1,2})"
    r"\s*(?:[/.-]|\s+tháng\s+)\s*(?P<month>[0-9]{1,2})"
    r"(?:\s*(?:[/.-]|\s+năm\s+)\s*(?P<year>[0-9]{4}))?(?![0-9])",
    re.IGNORECASE,
)
_NUMERAL = r"(?:IV|III|II|I|[1-4])(?![0-9A-Za-z])"
_QUARTERS = re.compile(
    rf"\bquý\s+(?P<list>{_NUMERAL}(?:\s*(?:,|;|và|[-–])\s*(?:quý\s+)?{_NUMERAL})*)(?:\s*(?:/|năm)\s*(?P<year>20[0-9]{{2}}))?",
    re.IGNORECASE,
)
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9])(?![0-9])"
_MONTHS = re.compile(
    rf"\btháng\s+(?P<list>{_MONTH_NUMBER}(?:\s*(?:,|;|và|[-–]|đến)\s*(?:hết\s+)?(?:tháng\s+)?{_MONTH_NUMBER})*)"
    r"(?:\s*(?:/|-|năm)\s*(?P<year>20[0-9]{2}))?",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\b(?:(?:0?6|sáu)\s+tháng|nửa)\s+(?P<which>đầu|cuối)\s+năm(?:\s+(?P<year>20[0-9]{2}))?", re.IGNORECASE
)
_YEAR_END = re.compile(r"\b(?:cuối|hết|xong trong)\s+năm(?:\s+(?P<year>20[0-9]{2}))?", re.IGNORECASE)
_QUARTER_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class Span:
    """When a thing done once is done: in a period, and by which day."""

    period: Period
    due: dt.date


def period_kinds(text: str) -> tuple[tuple[str, ...], str]:
    """Read which kinds of period a thing comes back in, and the reading where only a number of times is printed."""
    found: dict[str, None] = {}
    for match in _PERIODIC.finditer(text):
        for item in _PERIOD.findall(match[1] or match[2]):
            found[_kind(item.lower())] = None
    reading = ""
    if each := _EACH.search(text):
        found[_BY_MONTHS.get(_number(each["months"]), "year")] = None
    elif counted := _TIMES.search(text):
        times, unit = _number(counted["times"]), _kind(counted["unit"].lower())
        spread = {2: "half_year", 4: "quarter", 12: "month"}
        found.pop(unit, None)
        found[spread.get(times, unit) if unit == "year" else unit] = None
        reading = _COUNTED if times > 1 else ""
    return tuple(found), reading


def _number(text: str) -> int:
    return _NUMBERS.get(text.lower()) or int(text)


def _kind(item: str) -> str:
    if item.endswith("quý"):
        return "quarter"
    if re.match(r"0?6|sáu", item):
        return "half_year"
    if re.match(r"0?9|chín", item):
        return "nine_months"
    return "month" if item == "tháng" else "year"


def due_rule(text: str, kinds: Sequence[str]) -> tuple[Due | None, str]:
    """Read the day of the month that a periodic thing is due, with the reading where the month is not printed."""
    match = _DAY_OF.search(text)
    if not match:
        return None, ""
    last = match["day"].lower().startswith("cuối")
    day = 31 if last else int(match["day"])
    if not 1 <= day <= 31:
        return None, ""
    rule, of = (match["rule"] or "").lower(), (match["of"] or "").lower()
    comparison = "before" if rule.endswith("trước") else "by"
    if re.search("sau|tiếp theo|liền kề", of):
        return Due(day, comparison, "month_after_period"), ""
    if tuple(kinds) == ("month",):
        return Due(day, comparison, "month"), ""
    said = last or "cuối" in of
    return Due(day, comparison, "last_month_of_period", "" if said else _NO_MONTH), "" if said else _NO_MONTH


def is_continuous(text: str) -> bool:
    """Whether the words say that a thing goes on all the time."""
    return bool(_CONTINUOUS.search(text))


def is_oftener(text: str) -> bool:
    """Whether a thing comes back more often than every month."""
    return bool(_OFTENER.search(text))


def is_event(text: str) -> bool:
    """Whether a thing is done when something happens."""
    return bool(_EVENT.search(text))


def remark(text: str) -> str:
    """Say why words of time give neither period nor day."""
    for pattern, reading in ((_ELSEWHERE, ELSEWHERE), (_WITHIN_YEAR, WITHIN_YEAR), (_VAGUE, VAGUE)):
        if pattern.search(text):
            return reading
    return UNCLEAR


YEARS = range(1900, 2200)
"""Years that a plan's words can mean; others are slips of the pen or numbers of something else."""


def dates(text: str, year: int) -> tuple[tuple[Span, ...], str]:
    """Read the days by which a thing is done; a date after "từ" or "sau" begins and is no due day."""
    found, reading = [], ""
    for match in _DATE.finditer(text):
        if (match["rule"] or "").lower() in ("từ", "sau"):
            continue
        try:
            day = dt.date(int(match["year"] or year), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        if day.year not in YEARS:
            continue
        reading = reading or ("" if match["year"] else _NO_YEAR)
        before = (match["rule"] or "").lower().endswith("trước")
        due = day - dt.timedelta(days=1) if before else day
        found.append(Span(_month(due.year, due.month), due))
    return tuple(found), reading


def stretches(text: str, year: int) -> tuple[tuple[Span, ...], str]:
    """Read quarters, months and half-years as spans due on their last day; a range of them is a stretch, no span."""
    keys: list[str] = []
    named = before = False
    for match in _QUARTERS.finditer(text):
        if re.search("[-–]", match["list"]):
            return (), STRETCH
        numbers = re.findall(r"IV|I+|[1-4]", match["list"], re.IGNORECASE)
        keys += [f"{match['year'] or year}-Q{_QUARTER_NUMBERS.get(n.lower(), n)}" for n in numbers]
        named = named or bool(match["year"])
        before = before or _stands_before(text, match)
    for match in _MONTHS.finditer(text) if not keys else ():
        if re.search("[-–]|đến", match["list"]):
            return (), STRETCH
        keys += [f"{match['year'] or year}-{int(n):02d}" for n in re.findall(r"[0-9]+", match["list"])]
        named = named or bool(match["year"])
        before = before or _stands_before(text, match)
    for match in _HALF.finditer(text) if not keys else ():
        keys.append(f"{match['year'] or year}-H{1 if match['which'].lower() == 'đầu' else 2}")
        named = named or bool(match["year"])
    if not keys and (end := _YEAR_END.search(text)):
        keys.append(end["year"] or str(year))
        named = bool(end["year"])
    found = tuple(_spans(keys, before))
    return found, " ".join([_NO_DAY] + ([] if named else [_NO_YEAR])) if found else ""


def _stands_before(text: str, match: re.Match[str]) -> bool:
    return bool(re.search(r"\btrước\s+\Z", text[: match.start()], re.IGNORECASE))


def _spans(keys: Sequence[str], before: bool) -> Iterator[Span]:
    for key in dict.fromkeys(keys):
        period = period_of(key)
        if period and before:
            due = period.start - dt.timedelta(days=1)
            yield Span(_month(due.year, due.month), due)
        elif period:
            yield Span(period, period.end)


def _month(year: int, month: int) -> Period:
    period = period_of(f"{year}-{month:02d}")
    assert period is not None
    return period
