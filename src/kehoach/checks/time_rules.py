"""Rules for printed times: days that do not exist, dates of another year, words of time that give no day."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.checkedplan import CheckedPlan
from kehoach.files.problems import Problem
from kehoach.meaning.linetimes import line_times
from kehoach.meaning.times import PrintedDeadline, Time, Unread
from kehoach.model.printed import Line
from kehoach.wording.titleyears import last_year


def problems(checked: CheckedPlan) -> Iterator[Problem]:
    """Find what of a plan's printed times cannot be, may be a slip, or is not read."""
    for line in checked.linked.lines:
        for value in line_times(line, checked.plan.year).values:
            if not (checked.excused(line, value.words) or _noted(line, value)):
                yield from _of_value(checked, line, value)


def _noted(line: Line, value: Time) -> bool:
    """Whether a person noted which day words mean that do not say it themselves."""
    report = line.item.facts.report if line.item else None
    return isinstance(value, Unread) and not value.impossible and bool(report and report.due)


def _of_value(checked: CheckedPlan, line: Line, value: Time) -> Iterator[Problem]:
    place = f"Mục {line.path}" if line.path else "Đoạn này"
    if isinstance(value, Unread):
        code = "KH331" if value.impossible else "KH332"
        yield checked.at_line(code, line, f"{place}: “{value.words}”: {value.why}.")
    elif isinstance(value, PrintedDeadline):
        for year in dict.fromkeys(value.years):
            if year in range(checked.plan.year, (last_year(checked.plan.title) or checked.plan.year) + 1):
                continue  # "giai đoạn 2026 - 2030"
            message = f"{place}: “{value.words}” ghi năm {year}, kế hoạch là của năm {checked.plan.year}."
            yield checked.at_line("KH333", line, message)
