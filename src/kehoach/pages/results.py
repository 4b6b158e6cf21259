"""What can honestly be said of results: those of one time, and the counts of many."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.agenda.deadlines import Deadline
from kehoach.agenda.standing import STATES, Standing, Summary
from kehoach.model.progress import Progress, Result
from kehoach.pages.charts import Bar, bars
from kehoach.pages.site import Site
from kehoach.wording.letters import upper_first


@dataclass(frozen=True)
class Results:
    """What is recorded for some times in counts, or that nothing is; ``example`` where it is made up."""

    recorded: bool
    example: bool
    sentence: str
    bars: tuple[Bar, ...]


def results(site: Site, times: Iterable[tuple[str, str]]) -> Results:
    """Say what is recorded for some times on the site's day, each given by its plan and its state."""
    states = list(times)
    progress = [recorded_for(site, plan_id) for plan_id in dict.fromkeys(plan_id for plan_id, _ in states)]
    # The sentence that names the day is said only where results are recorded.
    day = site.day if any(progress) else dt.date.min
    counts = Counter(state for _, state in states)
    rows = bars((upper_first(name), counts[state]) for state, name in STATES.items() if counts[state])
    examples = any(recorded.example for recorded in progress if recorded)
    return Results(any(progress), examples, Summary(day, counts).sentence, tuple(rows))


def plan_results(site: Site, plan_id: str) -> Results:
    """Say what is recorded for a plan."""
    return results(site, ((plan_id, site.standing(deadline).state) for deadline in plan_deadlines(site, plan_id)))


def recorded_for(site: Site, plan_id: str) -> Progress | None:
    """Give the progress recorded for a plan."""
    recorded = site.repository.progress.get(plan_id)
    return recorded.progress if recorded else None


def plan_deadlines(site: Site, plan_id: str) -> list[Deadline]:
    """Give all times of a plan's duties, in printed order of these."""
    return [deadline for row in site.agenda.plans[plan_id] for deadline in row.deadlines]


def results_behind(site: Site, standing: Standing) -> tuple[tuple[str, Result], ...]:
    """Give the results behind a state, each with the name of the one body that it is about, if it is."""
    return tuple((site.unit_name(result.unit) if result.unit else "", result) for result in standing.results)
