"""The table in which an office records results: one row for each duty and period, the same going out and coming in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.deadlines import known_periods
from kehoach.agenda.resultcolumns import RESULTS
from kehoach.agenda.timetable import Scheduled
from kehoach.meaning.periods import Period, all_periods, period_of
from kehoach.model.plan import Plan
from kehoach.model.progress import Progress, Proof, Result
from kehoach.model.registry import Registry
from kehoach.wording.letters import upper_first

Cell = str | dt.date | None
Row = Mapping[str, Cell]


def result_rows(agenda: Agenda, plan_id: str, progress: Progress | None, within: Period | None) -> Iterator[Row]:
    """Give the rows of a plan, those of one period where it is said: what is recorded, and gaps to be filled in."""
    plan = agenda.fabric.plans[plan_id].plan
    names = unit_names(agenda.fabric.registry)
    for scheduled in agenda.plans[plan_id]:
        for period, due in _periods(scheduled, plan, progress, within).items():
            results = progress.of(scheduled.duty.id, period.key) if progress else ()
            for result in results or (None,):
                yield {**_blank_row(scheduled, period, due), **(_recorded(result, names) if result else {})}


def period_names(plan: Plan, agenda: Agenda) -> Mapping[str, str]:
    """Give the key of each period that a plan's results can be for, by its Vietnamese name and by the key itself."""
    own = [deadline.period for scheduled in agenda.plans[plan.id] for deadline in scheduled.deadlines]
    keys = {period.name: period.key for period in (*all_periods(plan.year), *own)}
    return keys | {key: key for key in keys.values()}


@lru_cache(maxsize=2)  # every plan's table asks
def unit_names(registry: Registry) -> Mapping[str, str]:
    """Give what a body is called in the table: its name, or its id where several bodies share the name."""
    counts: dict[str, int] = {}
    for unit in registry.units.values():
        counts[unit.name] = counts.get(unit.name, 0) + 1
    return {unit.id: unit.name if counts[unit.name] == 1 else unit.id for unit in registry.units.values()}


def proof_line(proof: Proof) -> str:
    """Write a piece of evidence as a line of its cell."""
    place = proof.url or proof.file
    return f"{proof.title}: {place}" if place else proof.title


def _periods(
    scheduled: Scheduled, plan: Plan, progress: Progress | None, within: Period | None
) -> dict[Period, dt.date | None]:
    """Give a duty's own periods, and those that have results; one without any has the period asked for, or the year."""
    possible = known_periods(scheduled.deadlines, plan)
    due_by_period = {deadline.period: deadline.due for deadline in scheduled.deadlines}
    name = scheduled.duty.id.rpartition("#")[2]
    for result in progress.results if progress else ():
        period = period_of(result.period)
        if result.duty == name and period:
            due_by_period.setdefault(period, None)
    if within:
        due_by_period = {period: due for period, due in due_by_period.items() if within.contains(period)}
        if not due_by_period and within in possible:
            due_by_period = {within: None}
    elif not due_by_period:
        due_by_period = {period: None for period in possible if period.kind == "year"}
    return dict(sorted(due_by_period.items(), key=lambda entry: (entry[0].start, entry[0].end)))


def _blank_row(scheduled: Scheduled, period: Period, due: dt.date | None) -> Row:
    duty = scheduled.duty
    lead = "; ".join(party.words or party.unit for party in duty.doers)
    return {
        "duty": duty.id.rpartition("#")[2],
        "path": duty.path,
        "title": duty.text,
        "lead": upper_first(lead),
        "period": period.name,
        "due": due,
    }


def _recorded(result: Result, names: Mapping[str, str]) -> Row:
    return {
        "unit": names.get(result.unit, result.unit),
        "result": RESULTS[result.verdict],
        "date": result.date,
        "done": result.done,
        "reason": result.reason,
        "until": result.until,
        "evidence": "\n".join(map(proof_line, result.evidence)),
        "recorded": result.recorded,
        "by": result.recorded_by.name,
        "by_unit": names.get(result.recorded_by.unit, result.recorded_by.unit),
    }
