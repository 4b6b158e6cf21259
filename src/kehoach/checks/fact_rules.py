"""Rules for what a person noted beside the print: a noted day, period or number must be one that is printed.

A note that departs from the print on purpose says why in its ``note``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.checkedplan import CheckedPlan
from kehoach.files.problems import Problem
from kehoach.meaning import timephrases as phrases
from kehoach.meaning.timegrammar import read_times
from kehoach.meaning.times import PrintedDeadline, Unread
from kehoach.model.place import Place
from kehoach.model.plan import Due, Field, Item, Report, Target

_PERIOD_WORDS = {
    "month": r"\btháng\b",
    "quarter": r"\bqu[ýí]\b",
    "half_year": r"\b(?:0?6|sáu) tháng\b|\bnửa năm\b",
    "nine_months": r"\b(?:0?9|chín) tháng\b",
    "year": r"\bnăm\b",
    "periodic": r"\bđịnh kỳ\b",
}
_ANY_PERIOD = re.compile(r"\b(?:tháng|qu[ýí]|năm|định kỳ)\b", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w/.,-])[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|(?<![\w/.,-])[0-9]+(?:[.,][0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_ALL = re.compile(r"\b(?:toàn bộ|tất cả|mọi|mỗi|các|những|đầy đủ)\b", re.IGNORECASE)


def problems(checked: CheckedPlan) -> Iterator[Problem]:
    """Find noted days, periods and numbers that contradict the words that they stand beside."""
    for line in checked.linked.lines:
        if line.item and line.anchor == line.item.id:
            place = line.place[:-1] if line.place and isinstance(line.place[-1], str) else line.place
            yield from _of_item(checked, line.item, (*place, "facts"))


def _of_item(checked: CheckedPlan, item: Item, place: Place) -> Iterator[Problem]:
    printed = "\n".join((item.heading, item.text, *(c.text for c in item.children if isinstance(c, Field)))).strip()
    report = item.facts.report
    if report and (message := _of_periods(printed, report)):
        yield checked.problem("KH330", (*place, "report", "periods"), message)
    if report and report.due and (message := _of_due(printed, report.due, checked.plan.year)):
        yield checked.problem("KH330", (*place, "report", "due", "day"), message)
    for index, target in enumerate(item.facts.targets):
        if message := _of_target(printed, target):
            yield checked.problem("KH330", (*place, "targets", index, "value"), message)


def _of_periods(printed: str, report: Report) -> str:
    if not _ANY_PERIOD.search(printed):
        return ""
    missing = [p for p in report.periods if not re.search(_PERIOD_WORDS[p], printed, re.IGNORECASE)]
    return f"Bản in không nói kỳ {', '.join(missing)}." if missing else ""


def _of_due(printed: str, due: Due, year: int) -> str:
    """Hold a noted day against the days of months that the words print, and how they limit them."""
    if due.note:
        return ""
    times = [v for v in read_times(printed, year).values if isinstance(v, PrintedDeadline | Unread)]
    rules = [rule for value in times if (rule := phrases.day_rule(value.words))]
    if not rules:
        return f"Chú giải ghi ngày {due.day}, bản in không nêu ngày nào của tháng."
    same = [rule for rule in rules if due.day in rule.days]
    if not same:
        days = ", ".join(str(day) for rule in rules for day in rule.days)
        return f"Chú giải ghi ngày {due.day}, bản in ghi ngày {days}."
    if all(rule.before != (due.comparison == "before") for rule in same):
        return f"Chú giải ghi {due.comparison} ngày {due.day}, bản in ghi “{times[0].words}”."
    return ""


def _of_target(printed: str, target: Target) -> str:
    if target.note:
        return ""
    numbers = set(_numbers(printed, target.unit))
    if target.value in numbers or (not numbers and _ALL.search(printed)):
        return ""
    figures = ", ".join(f"{number:g}".replace(".", ",") for number in sorted(numbers)) or "không con số nào"
    value = f"{target.value:g}".replace(".", ",")
    return f"Chú giải ghi {value} {target.unit}, bản in ghi {figures}."


def _numbers(printed: str, unit: str) -> Iterator[float]:
    """Give the printed numbers that can be of a unit: shares of "%" alone, of other units all but shares."""
    for match in _FIGURE.finditer(printed):
        is_share = bool(re.match(r"\s*%", printed[match.end() :]))
        if is_share == (unit == "%"):
            figure = match[0].replace(".", "") if _GROUPED.fullmatch(match[0]) else match[0]
            yield float(figure.replace(",", "."))
    if unit != "%":
        yield from (float(_WORDS[word]) for word in re.findall(r"\w+", printed.lower()) if word in _WORDS)
