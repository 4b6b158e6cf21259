"""Where a plan stands on a day: the state of every duty and period, and counts that claim no more than is recorded."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.deadlines import Deadline
from kehoach.model.progress import VERDICTS, Progress, Result
from kehoach.wording.letters import short_date

STATES: Mapping[str, str] = {
    **VERDICTS,
    "some": "mới có báo cáo của một số cơ quan",
    "late": "quá hạn, chưa ghi kết quả",
    "due_soon": "sắp đến hạn",
    "no_report": "chưa có báo cáo",
    "not_yet_due": "chưa đến hạn",
}
"""States of a duty in a period, with their Vietnamese names."""

RECORDED = frozenset((*VERDICTS, "some"))
"""States that somebody recorded, whatever the day."""

NO_PROGRESS = "Chưa có báo cáo kết quả nào được ghi; điều đó không có nghĩa là việc không được làm."
SOON = 14
"""Days before its day in which a deadline is due soon."""


@dataclass(frozen=True)
class Standing:
    """A deadline's state on a day with the results behind it; ``days_after`` counts days past the deadline."""

    deadline: Deadline
    state: str
    results: tuple[Result, ...] = ()
    days_after: int = 0


@dataclass(frozen=True)
class Summary:
    """How many deadlines are in which state on a day."""

    today: dt.date
    counts: Mapping[str, int]

    @property
    def due(self) -> int:
        """How many have been due so far, or have a result already."""
        return sum(number for state, number in self.counts.items() if state not in ("due_soon", "not_yet_due"))

    @property
    def sentence(self) -> str:
        """The counts as a Vietnamese sentence; never a share or a score."""
        later = self.counts.get("due_soon", 0) + self.counts.get("not_yet_due", 0)
        states = [f"{self.counts[state]} {STATES[state]}" for state in _DUE_ORDER if self.counts.get(state)]
        states_told = f": {', '.join(states)}" if states else ""
        return (
            f"Đến ngày {short_date(self.today)}, {self.due} lượt việc đã đến kỳ{states_told}; {later} lượt chưa đến kỳ."
        )


_DUE_ORDER = ("done", "partial", "some", "not_done", "postponed", "not_applicable", "late", "no_report")


def standings(
    agenda: Agenda, deadlines: Iterable[Deadline], progress: Progress | None, today: dt.date
) -> tuple[Standing, ...]:
    """Give the state of every deadline on a day.

    Without any recorded progress nothing is called late: that no report is held says nothing of the work. Nor is what
    holds under a condition, or with an exception, of which nobody has said whether it is the case.
    Where bodies report one by one, their results settle a duty only when all who do it are known and agree.
    """
    return tuple(_standing(agenda, deadline, progress, today) for deadline in deadlines)


def summary(standings: Iterable[Standing], today: dt.date) -> Summary:
    """Count the states."""
    return Summary(today, Counter(standing.state for standing in standings))


def _standing(agenda: Agenda, deadline: Deadline, progress: Progress | None, today: dt.date) -> Standing:
    results = progress.of(deadline.duty_id, deadline.period.key) if progress else ()
    if results:
        dates = [result.date for result in results if result.date and result.verdict in ("done", "partial")]
        after = (max(dates) - deadline.due).days if dates and deadline.due else 0
        return Standing(deadline, _together(results, agenda.doers(deadline.duty_id)), results, max(after, 0))
    if deadline.last_day < today and progress and deadline.due and not deadline.condition:
        return Standing(deadline, "late", (), (today - deadline.due).days)
    return Standing(deadline, unrecorded(deadline.due, deadline.last_day, today))


def unrecorded(due: dt.date | None, last: dt.date, today: dt.date) -> str:
    """Tell the state of a deadline of which nothing is recorded, in a plan without any progress."""
    if last < today:
        return "no_report"
    return "due_soon" if due and (due - today).days <= SOON else "not_yet_due"


def _together(results: tuple[Result, ...], doers: frozenset[str]) -> str:
    """One state of several results: the one for all bodies, or the one on which all who do the duty agree."""
    whole = [result.verdict for result in results if not result.unit]
    if whole:
        return whole[0]
    verdicts = {result.verdict for result in results}
    complete = bool(doers) and doers <= {result.unit for result in results}
    return verdicts.pop() if complete and len(verdicts) == 1 else "some"
