"""The figures that a plan is to reach: those that its file notes, and those that were read of its sentences."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.meaning.linked import LinkedPlan
from kehoach.meaning.mentions import Mention
from kehoach.meaning.promises import exception_of, owner_in, target_owner
from kehoach.meaning.targetholders import holders
from kehoach.meaning.targetpatterns import BY_YEAR
from kehoach.meaning.targets import PrintedTarget, read_targets
from kehoach.meaning.timegate import limits_of
from kehoach.meaning.timegrammar import read_times
from kehoach.meaning.times import PrintedDeadline
from kehoach.model.items import Target
from kehoach.model.line import Line
from kehoach.wording.letters import short_date


@dataclass(frozen=True)
class PlanTarget:
    """A figure to reach, where it stands, and who is to reach it.

    ``origin`` is fact or printed; ``by`` is as printed, or the day that the words come to with what limits it in
    brackets; ``owner`` is an id, empty where the registries know none; ``holder`` are the words of who the sentence
    names, ``excepted`` those of who is not meant; ``words`` is the figure as printed, ``sentence`` what it stands in,
    ``text`` all that the provision says.
    """

    origin: str
    path: str
    anchor: str
    text: str
    words: str
    sentence: str
    comparison: str
    value: float
    unit: str
    upper: float | None = None
    per: str = ""
    by: str = ""
    indicator: str = ""
    owner: str = ""
    holder: str = ""
    excepted: str = ""


def plan_targets(linked: LinkedPlan) -> Iterator[PlanTarget]:
    """Give the figures that a plan is to reach, in printed order; what its file notes counts before what was read."""
    noted: set[str] = set()
    for line, mentions in zip(linked.lines, linked.mentions, strict=True):
        if line.item is None or line.kind == "footnote":
            continue
        facts = line.item.facts.targets
        if line.item.id not in noted and line.anchor == line.item.id:
            noted.add(line.item.id)
            yield from (_target_of_fact(linked, line, target) for target in facts)
        known = {(target.value, target.unit) for target in facts}
        for printed in read_targets(line.words, linked.plan.year):
            if (printed.value, printed.unit) not in known:
                yield _printed(linked, line, mentions, printed)


def _target_of_fact(linked: LinkedPlan, line: Line, target: Target) -> PlanTarget:
    assert line.item is not None
    return PlanTarget(
        "fact",
        line.path,
        line.anchor,
        line.item.text or line.item.heading,
        "",
        line.item.text or line.item.heading,
        target.comparison,
        target.value,
        target.unit,
        per=target.per,
        by=target.by,
        indicator=target.indicator,
        owner=owner_in(linked, line.item, target),
    )


def _printed(linked: LinkedPlan, line: Line, mentions: tuple[Mention, ...], target: PrintedTarget) -> PlanTarget:
    target_holders = holders(line.words, target)
    registry, issuer = linked.linker.registry, linked.plan.issuer
    owner = target_owner(line.words[: target.start], issuer, registry, mentions)
    known = {m.text: m.target for m in mentions if m.kind == "unit"}
    by_name = known.get(target_holders[0], "") if target_holders and len(target_holders) == 1 else ""
    # What a sentence says of somebody whom no registry knows is not the issuer's.
    excepted = exception_of(line.words, target.start)
    owner = by_name or ("" if target_holders != () and owner == issuer else owner)
    return PlanTarget(
        "printed",
        line.path,
        line.anchor,
        line.words,
        target.words,
        _sentence(line.words, target),
        target.comparison,
        target.value,
        target.unit,
        target.upper,
        target.per,
        _by(line.words, target.by, linked.plan.year, excepted) if target.by else "",
        owner=owner,
        holder=", ".join(target_holders or ()),
        excepted=excepted,
    )


def _by(text: str, day: dt.date, year: int, excepted: str) -> str:
    """Write the day by which a figure is reached, in brackets what limits it, unless that is told as an exception."""
    values = (value for value in read_times(text, year).of(PrintedDeadline) if day in value.dates)
    years = (match.span() for match in BY_YEAR.finditer(text) if int(match["year"]) == day.year)
    conditions = (*(value.condition for value in values), *(limits_of(text, *span) for span in years))
    limit = next((words for words in conditions if words and words not in excepted), "")
    return f"{short_date(day)} [{limit}]" if limit else short_date(day)


def _sentence(text: str, target: PrintedTarget) -> str:
    start = max(text.rfind(mark, 0, target.start) for mark in (". ", "; ", "\n", "\0")) + 1
    end = re.compile(r"[.;](?=\s|\Z)|\n").search(text, target.end)
    return text[start : end.start() if end else len(text)].strip()
