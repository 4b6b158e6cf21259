"""Reading reporting duties out of official prose: which period, due when, to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.meaning.linking import Mention
from kehoach.model.plan import Due, Report

_PERIODS = {
    "tháng": "month",
    "quý": "quarter",
    "06 tháng": "half_year",
    "6 tháng": "half_year",
    "sáu tháng": "half_year",
    "09 tháng": "nine_months",
    "9 tháng": "nine_months",
    "chín tháng": "nine_months",
    "năm": "year",
}
_PERIOD = r"(?:0?6 tháng|sáu tháng|0?9 tháng|chín tháng|tháng|quý|năm)(?:\s+(?:đầu|cuối)\s+năm)?"
_LIST = re.compile(
    rf"(?:định kỳ\s+)?(?:hằng|hàng|mỗi|theo)\s+{_PERIOD}(?:\s*(?:,|;|và|hoặc|,\s*và)\s*(?:hằng\s+|hàng\s+)?{_PERIOD})*"
    rf"|định kỳ\s+{_PERIOD}(?:\s*(?:,|;|và|hoặc|,\s*và)\s*(?:hằng\s+|hàng\s+)?{_PERIOD})*",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:định kỳ|\b(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm|6 tháng|06 tháng))[^.;]{0,220}?\bbáo cáo\b(?!\s+viên)"
    r"|\bbáo cáo\b(?!\s+viên)[^.;]{0,220}?"
    r"(?:định kỳ\b(?!\s+trên)|\b(?:hằng|hàng)\s+(?:tháng|quý|năm|6 tháng|06 tháng))",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?P<words>(?P<rule>chậm nhất(?:\s+(?:là|vào|trước))?|trước|không quá)\s+ngày\s+(?P<day>[0-9]{1,2})(?![0-9/])"
    r"(?:\s+(?P<of>của kỳ báo cáo|của tháng cuối(?: kỳ| quý)?|của tháng (?:sau|tiếp theo|liền kề)|"
    r"(?:hằng|hàng) tháng))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ReportOrder:
    """A reporting duty found in a text.

    ``start`` is where the ordering words begin; ``due_text`` and ``to_text`` are the printed words, empty
    where the text does not say; ``report`` has registry ids and typed periods.
    """

    start: int
    end: int
    report: Report
    due_text: str
    to_text: str


def find_order(text: str, mentions: Sequence[Mention], noted: Report | None = None) -> ReportOrder | None:
    """Find the periodic report that a paragraph orders; ``noted`` facts win over what is read."""
    match = _ORDER.search(text)
    if not match:
        return None
    end = _sentence_end(text, match.end())
    periods = _periods(text[match.start() : end])
    due, due_text = _due(text, match.start(), end, periods)
    to, via, to_text = recipient(text, match.start(), end, mentions)
    read = Report(periods, due, to, via)
    if noted:
        read = Report(noted.periods, noted.due or due, noted.to or to, noted.via or via)
    return ReportOrder(match.start(), end, read, due_text, to_text)


def _sentence_end(text: str, start: int) -> int:
    match = re.search(r"[.;](?=\s|\Z|/)", text[start:])
    return start + match.start() if match else len(text)


def _periods(text: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for match in _LIST.finditer(text):
        for word in re.findall(r"0?6 tháng|sáu tháng|0?9 tháng|chín tháng|tháng|quý|năm", match[0].lower()):
            found[_PERIODS[word]] = None
    order = ("month", "quarter", "half_year", "nine_months", "year")
    return tuple(sorted(found, key=order.index)) or ("periodic",)


def _due(text: str, start: int, end: int, periods: tuple[str, ...]) -> tuple[Due | None, str]:
    match = _DUE.search(text, start, end)
    if not match or not 1 <= int(match["day"]) <= 31:
        return None, ""
    comparison = "by" if match["rule"].lower().startswith("chậm nhất") and "trước" not in match["rule"] else "before"
    if match["rule"].lower() == "không quá":
        comparison = "by"
    of = (match["of"] or "").lower()
    reading = ""
    if "sau" in of or "tiếp theo" in of or "liền kề" in of:
        within = "month_after_period"
    elif "cuối" in of:
        within = "last_month_of_period"
    elif periods == ("month",):
        within = "month"
        reading = "" if of.endswith("tháng") else "Bản in không nói tháng nào; hiểu là chính tháng báo cáo."
    else:
        within = "last_month_of_period"
        reading = "Bản in không nói tháng nào; hiểu là tháng cuối của kỳ báo cáo."
    return Due(int(match["day"]), comparison, within, reading), match["words"]


def recipient(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[str, str, str]:
    """Read to whom something is reported between two places: unit id, id of the body it goes through, words."""
    units = [m for m in mentions if m.kind == "unit" and start <= m.start and m.end <= end]
    for unit in units:
        before = text[max(0, unit.start - 12) : unit.start].lower()
        if not re.search(r"(?:\bvề|\bbáo cáo|\bcho|\bgửi)\s+\Z", before):
            continue
        words, via = unit.text, ""
        through = re.match(r"\s*\((?:thông\s+)?qua\s+", text[unit.end : end])
        if through:
            at = unit.end + through.end()
            inner = next((m for m in units if m.start == at), None)
            via = inner.target if inner else ""
            close = text.find(")", at)
            words = text[unit.start : close + 1] if close > 0 else words
        return unit.target, via, words
    return "", "", ""
