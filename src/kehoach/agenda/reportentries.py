"""What a periodic report tells of: which duties belong into a period, and which recorded results of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.deadlines import known_periods
from kehoach.agenda.timetable import Scheduled
from kehoach.meaning.duty import Duty
from kehoach.meaning.periods import Period
from kehoach.model.plan import Plan
from kehoach.model.progress import Progress, Result


@dataclass(frozen=True)
class ReportEntry:
    """A duty in a period, by whom, with its result where one is recorded."""

    duty: Duty
    doer: str
    period: Period
    result: Result | None


def report_entries(agenda: Agenda, plan: Plan, period: Period, progress: Progress | None) -> Iterator[ReportEntry]:
    """Give the duties that a report on a period tells of, in the plan's order, each with every result."""
    for scheduled in agenda.plans[plan.id]:
        results = list(_results(scheduled, plan, period, progress))
        if _in_case(scheduled):
            results = [(at, result) for at, result in results if result]
        if not results and (_in_case(scheduled) or not _concerns(scheduled, plan, period)):
            continue
        for at, result in results or [(period, None)]:
            by_unit = result and result.unit
            name = agenda.fabric.registry.units[by_unit].name if by_unit else doer_names(scheduled.duty)
            yield ReportEntry(scheduled.duty, name, at, result)


def _results(
    scheduled: Scheduled, plan: Plan, period: Period, progress: Progress | None
) -> Iterator[tuple[Period, Result | None]]:
    """The results for the period and those for the shorter ones in it; a gap for each own time without one.

    Of a longer one, such as the year of a duty without times, what was reached by a day in the period.
    """
    own = {deadline.period.key for deadline in scheduled.deadlines}
    for candidate in known_periods(scheduled.deadlines, plan):
        results = progress.of(scheduled.duty.id, candidate.key) if progress else ()
        if not period.contains(candidate):
            longer = [result for result in results if candidate.contains(period) and _falls_in(result, period)]
            yield from ((candidate, result) for result in longer)
            continue
        yield from ((candidate, result) for result in results)
        if not results and candidate.key in own:
            yield candidate, None


def _in_case(scheduled: Scheduled) -> bool:
    """Whether a duty is to be done in a certain case alone, by no day: that there was one, a recorded result tells."""
    return bool(scheduled.duty.condition) and not any(deadline.due for deadline in scheduled.deadlines)


def _falls_in(result: Result, period: Period) -> bool:
    return period.start <= (result.date or result.recorded) <= period.end


def _concerns(scheduled: Scheduled, plan: Plan, period: Period) -> bool:
    """Whether a duty without times of its own goes on in a period."""
    return any(candidate.key == period.key for candidate in known_periods(scheduled.deadlines, plan))


def doer_names(duty: Duty) -> str:
    """Name the bodies that do a duty, or say that the print names none."""
    names = "; ".join(party.words or party.unit for party in duty.doers)
    return names[:1].upper() + names[1:] or "Bản in không nêu cơ quan"
