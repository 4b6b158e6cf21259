"""Pictures as inline SVG, drawn when the site is built; every number also stands there as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kehoach.agenda.checklist import Checklist
from kehoach.agenda.deadlines import Deadline
from kehoach.meaning.duty import Duty
from kehoach.pages.vocabulary import DUTY_KINDS

_WIDTH, _HEIGHT, _TOP, _FOOT = 360, 132, 18, 16
_BAR = 100


@dataclass(frozen=True)
class Bar:
    """A row of a bar chart: what, how many, and the bar itself."""

    label: str
    value: int
    picture: Markup


def bars(values: Iterable[tuple[str, int]]) -> list[Bar]:
    """Draw a bar for each value, the longest full; the table that they stand in carries the numbers."""
    rows = list(values)
    most = max((value for _, value in rows), default=1) or 1
    return [Bar(label, value, _bar(value / most)) for label, value in rows]


def _bar(share: float) -> Markup:
    return Markup(
        '<svg class="kh-bar" viewBox="0 0 {} 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect width="{:.1f}" height="8"/></svg>'
    ).format(_BAR, share * _BAR)


def by_body(checklist: Checklist) -> list[Bar]:
    """Draw how many duties each body has, the most first; nothing where all have as many."""
    rows = [(group.title, len(group.entries)) for group in checklist.by_body]
    return _telling(bars(sorted(rows, key=lambda row: -row[1])))


def by_kind(duties: Iterable[Duty]) -> list[Bar]:
    """Draw how many duties there are of each kind; nothing where there are as many of all."""
    counts = Counter(duty.kind for duty in duties)
    return _telling(bars((name, counts[kind]) for kind, name in DUTY_KINDS.items() if counts[kind]))


def _telling(rows: list[Bar]) -> list[Bar]:
    """Leave out a chart whose bars are all alike: the list above it has said as much."""
    return rows if len({row.value for row in rows}) > 1 else []


def over_months(deadlines: Iterable[Deadline], year: int, months: Iterable[str], anchor: str) -> Markup:
    """Draw how many times of ``deadlines`` fall in each month of a year, as columns with their numbers.

    ``months`` gives the month of each deadline as ``2025-03``; others are not counted. Without any it is empty.
    """
    counts = Counter(month for _, month in zip(deadlines, months, strict=True))
    values = [(f"T{month}", counts[f"{year}-{month:02d}"]) for month in range(1, 13)]
    return columns(values, anchor, f"năm {year}") if any(value for _, value in values) else Markup()


def columns(values: Sequence[tuple[str, int]], anchor: str, title: str) -> Markup:
    """Draw columns with a label below and the number above each; described in words for screen readers."""
    most = max((value for _, value in values), default=1) or 1
    step = _WIDTH / max(len(values), 1)
    room = _HEIGHT - _TOP - _FOOT
    parts = Markup("")
    for index, (label, value) in enumerate(values):
        middle, height = step * (index + 0.5), room * value / most
        parts += Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
            middle - step * 0.32, _HEIGHT - _FOOT - height, step * 0.64, height
        )
        parts += Markup('<text x="{:.1f}" y="{:.1f}">{}</text>').format(
            middle, _HEIGHT - _FOOT - height - 4, value or ""
        )
        parts += Markup('<text x="{:.1f}" y="{}">{}</text>').format(middle, _HEIGHT - 4, label)
    described = ", ".join(f"{label}: {value}" for label, value in values)
    return Markup(
        '<svg class="kh-columns-chart" viewBox="0 0 {} {}" role="img" aria-labelledby="{a}-ten {a}-so">'
        '<title id="{a}-ten">Số lượt việc theo tháng, {}</title><desc id="{a}-so">{}</desc>'
        '<line x1="0" y1="{b}" x2="{}" y2="{b}"/>{}</svg>'
    ).format(_WIDTH, _HEIGHT, title, described, _WIDTH, parts, a=anchor, b=_HEIGHT - _FOOT)
