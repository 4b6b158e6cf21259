"""Reading reporting duties out of official prose: which period, due when, to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.meaning import timephrases as phrases
from kehoach.meaning.changedactors import is_changed
from kehoach.meaning.mentions import Mention
from kehoach.meaning.receiverlimits import limit_of
from kehoach.meaning.times import PrintedDeadline, Recurring, Time, Unread
from kehoach.model.plan import Due, Report
from kehoach.wording.latepatterns import late

_ORDER = late(
    r"(?:định kỳ|\b(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm|6 tháng|06 tháng))[^.;]{0,220}?\bbáo cáo\b(?!\s+viên)"
    r"|\bbáo cáo\b(?!\s+viên)[^.;]{0,220}?"
    r"(?:định kỳ\b(?!\s+trên)|\b(?:hằng|hàng)\s+(?:tháng|quý|năm|6 tháng|06 tháng))",
    re.IGNORECASE,
)
_PERIODS = ("month", "quarter", "half_year", "nine_months", "year")
_WITHIN = {
    "month": "month",
    "quarter": "last_month_of_period",
    "period_end": "last_month_of_period",
    "period": "last_month_of_period",
    "after_period": "month_after_period",
}
_REPORTED = late(r"\bbáo cáo\b(?!\s+viên)", re.IGNORECASE)
_BY_ANOTHER = late(r"\bđược\s+[A-ZĐ][^,.;:]{1,60}\s\Z", needs="được")
"""Before "báo cáo" that another one reports: "các khoản viện trợ được Chính phủ báo cáo Quốc hội"."""
_ADDRESSED = late(r"\b(?:về|báo cáo|cho|gửi)\s+(?=[A-ZĐ][\w.]+)")
_TO_BE_TOLD_ON = late(r"\b(?:gửi|nộp|cung cấp|chuyển|thông báo|về)\b[^.;]*\sđể\s[^.;]*\Z", re.IGNORECASE)
"""Behind it stands to whom others report: "gửi số liệu về Văn phòng để tổng hợp, báo cáo UBND tỉnh"."""
_TOLD_TO = late(r"\b(?:báo cáo\s+(?:về\s+)?|phản ánh\s+(?:kịp thời\s+)?về\s+)\Z", re.IGNORECASE)
_GOES_ON = late(r"\s*(?:và\s+)?(?:riêng|đối với|trừ|các tháng|tháng|quý|lần|báo cáo|năm|gửi)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ReportOrder:
    """A reporting duty found in a text.

    ``start`` is where the ordering words begin; ``due_text`` and ``to_text`` are the printed words, empty
    where the text does not say; ``report`` has registry ids and typed periods; ``times`` is all that the ordering
    words say of time.
    """

    start: int
    end: int
    report: Report
    due_text: str
    to_text: str
    times: tuple[Time, ...] = ()


def find_order(
    text: str, times: Sequence[Time], mentions: Sequence[Mention], noted: Report | None = None, held: str = ""
) -> ReportOrder | None:
    """Find the periodic report that a paragraph orders, from its times; ``noted`` facts win over what is read.

    ``held`` are the words of the condition under which those act who report.
    """
    if "báo cáo" not in text.lower():
        return None
    span = _ordered(text, times, noted) or _dated_report(text, times)
    if not span:
        return None
    start, end = span[0], _order_end(text, span[1], times)
    own = tuple(value for value in times if start <= value.start < end)
    periods = _periods(own)
    days = [value for value in own if isinstance(value, PrintedDeadline)]
    due = _due(days)
    to, via, to_text = recipient(text, start, end, mentions, held) if _is_one(text[start:end], days) else ("", "", "")
    if noted and noted.due:
        own = tuple(value for value in own if not isinstance(value, PrintedDeadline | Unread))
    read = Report(periods, due, to, via)
    if noted:
        read = Report(noted.periods, noted.due or due, noted.to or to, noted.via or via)
    words = "; ".join(dict.fromkeys(value.told for value in days))
    return ReportOrder(start, end, read, words, to_text, own)


def _ordered(text: str, times: Sequence[Time], noted: Report | None) -> tuple[int, int] | None:
    """Find how often somebody is to report, where that was read as a time of the report or of what is done.

    "Tổng hợp nhu cầu kinh phí hằng năm, gửi Sở Tài chính để báo cáo UBND tỉnh" orders no report every year.
    """
    for start, end in (match.span() for match in _ORDER.finditer(text)):
        last = _sentence_end(text, end)
        told = _REPORTED.search(text, start, end)
        if told and _BY_ANOTHER.search(text, start, told.start()):
            continue
        if noted or any(start < value.end and value.start < last for value in times):
            return start, end
    return None


def _dated_report(text: str, times: Sequence[Time]) -> tuple[int, int] | None:
    """Find "báo cáo", with the day before it, in a paragraph that gives a report of some period a day of its own."""
    dated = [value for value in times if isinstance(value, PrintedDeadline) and value.kinds]
    for match in _REPORTED.finditer(text):
        own = [value for value in dated if _belongs(text, match, value)]
        if own:
            return min(match.start(), own[0].start), max(match.end(), own[0].end)
    return None


def _belongs(text: str, report: re.Match[str], value: PrintedDeadline) -> bool:
    first, last = min(report.start(), value.start), max(report.end(), value.end)
    return not re.search(r"[.;]\s", text[first:last])


def _order_end(text: str, at: int, times: Sequence[Time]) -> int:
    """An order ends with its sentence; behind a semicolon it goes on where a day of another report or case follows."""
    end = _sentence_end(text, at)
    while end < len(text) and text[end] == ";" and _GOES_ON.match(text, end + 1):
        following = _sentence_end(text, end + 1)
        if not any(end < value.start < following for value in times):
            break
        end = following
    return end


def _sentence_end(text: str, start: int) -> int:
    match = re.search(r"[.;](?=\s|\Z|/)", text[start:])
    return start + match.start() if match else len(text)


def _periods(times: Sequence[Time]) -> tuple[str, ...]:
    kinds: set[str] = set()
    for value in times:
        if isinstance(value, PrintedDeadline):
            kinds.update(value.kinds)
        elif isinstance(value, Recurring):
            kinds.add(value.period)
    return tuple(kind for kind in _PERIODS if kind in kinds) or ("periodic",)


def _is_one(order: str, days: Sequence[PrintedDeadline]) -> bool:
    """Tell whether all days are for one addressee; of several of both, who gets what when is not read."""
    return len({value.words for value in days}) < 2 or len(_ADDRESSED.findall(order)) < 2


def _due(days: Sequence[PrintedDeadline]) -> Due | None:
    """Give the one rule by which all days of a report are set; None where each has its own, or with a condition."""
    if any(value.condition for value in days):
        return None
    rules = {phrases.day_rule(value.words) for value in days}
    rule = rules.pop() if len(rules) == 1 else None
    within = {_WITHIN.get(value.of, "") for value in days}
    if rule is None or len(rule.days) != 1 or len(within) != 1 or "" in within:
        return None
    return Due(rule.days[0], "before" if rule.before else "by", within.pop(), days[0].reading)


def recipient(text: str, start: int, end: int, mentions: Sequence[Mention], held: str = "") -> tuple[str, str, str]:
    """Read to whom something is reported between two places: unit id, id of the body it goes through, words.

    Who gets it in one case alone, other than the case ``held`` in which others act, is told with the words of that
    case where they stand behind him, and without his id, or not at all.
    """
    units = [m for m in mentions if m.kind == "unit" and start <= m.start and m.end <= end]
    for unit in units:
        before = text[max(0, unit.start - 12) : unit.start].lower()
        if not re.search(r"(?:\bvề|\bbáo cáo|\bcho|\bgửi)\s+\Z", before):
            continue
        if _TO_BE_TOLD_ON.search(text, start, unit.start):
            return "", "", ""
        words, via = unit.text, ""
        if is_changed(text, unit.end):
            return "", "", ""
        limit = limit_of(text, (unit.start, unit.end))
        if limit and text[slice(*limit)] != held:
            return "", "", text[unit.start : limit[1]] if limit[0] > unit.end else ""
        through = re.match(r"\s*\((?:thông\s+)?qua\s+", text[unit.end : end])
        if through:
            at = unit.end + through.end()
            inner = next((m for m in units if m.start == at), None)
            via = inner.target if inner else ""
            close = text.find(")", at)
            words = text[unit.start : close + 1] if close > 0 else words
        return unit.target, via, words
    return "", "", ""


def only_report(text: str, verb: int, start: int, end: int) -> bool:
    """Whether a paragraph only orders the report: fewer than three words stand before it, no sentence after."""
    before = re.findall(r"\w+", text[verb:start])
    after = re.findall(r"\w+", text[end:])
    return len(before) < 3 and len(after) < 4


def after_report(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Give only the bodies directly after "báo cáo" or "phản ánh về": "cung cấp cho" names no recipient of a report."""
    return [m for m in mentions if _TOLD_TO.search(text, 0, m.start)]
