"""Long lists cut by year: a page shows the newest itself and leads to a page for each year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kehoach.meaning.fabric import Occurrence
from kehoach.model.registry import Unit
from kehoach.pages.page import Heading, Page, unit_path, year_path
from kehoach.pages.site import Site
from kehoach.pages.tasks import TaskGroup, task_months, unit_tasks

PLANS_SHOWN = 24
TASKS_SHOWN = 120

ByPlan = Mapping[str, Sequence[Occurrence]]


@dataclass(frozen=True)
class Places:
    """Where plans mention something: the newest plans, and where there are more, per year how many and the page."""

    shown: ByPlan
    years: tuple[tuple[int, int, str], ...] = ()
    plans: int = 0


@dataclass(frozen=True)
class Tasks:
    """A body's tasks: those of the newest plans, and where there are more, per year how many and the page."""

    groups: tuple[TaskGroup, ...]
    years: tuple[tuple[int, int, str], ...] = ()
    count: int = 0


def places(site: Site, here: str, occurrences: Iterable[Occurrence]) -> Places:
    """Give the places that the page at ``here`` shows."""
    found = _by_plan(site, occurrences)
    if len(found) <= PLANS_SHOWN:
        return Places(found, (), len(found))
    years = _years((site.plan(plan_id).year for plan_id in found), here, "nhac-den")
    return Places(dict(list(found.items())[:PLANS_SHOWN]), years, len(found))


def tasks(site: Site, unit_id: str) -> Tasks:
    """Give the tasks that a body's page shows: plan by plan, newest first, as many as fit."""
    groups = unit_tasks(site, unit_id)
    plans = [task.duty.plan_id for group in groups for task in group.tasks]
    if len(plans) <= TASKS_SHOWN:
        return Tasks(tuple(groups), (), len(plans))
    shown: set[str] = set()
    room = TASKS_SHOWN
    for plan_id in sorted(set(plans), key=site.rank.__getitem__):
        room -= plans.count(plan_id)
        if room < 0 and shown:
            break
        shown.add(plan_id)
    years = _years((site.plan(plan_id).year for plan_id in plans), unit_path(unit_id), "viec")
    return Tasks(_only(groups, shown), years, len(plans))


def _only(groups: Iterable[TaskGroup], plans: set[str]) -> tuple[TaskGroup, ...]:
    kept = (replace(group, tasks=tuple(t for t in group.tasks if t.duty.plan_id in plans)) for group in groups)
    return tuple(group for group in kept if group.tasks)


def _years(years: Iterable[int], here: str, part: str) -> tuple[tuple[int, int, str], ...]:
    counted: dict[int, int] = {}
    for year in years:
        counted[year] = counted.get(year, 0) + 1
    return tuple((year, counted[year], year_path(here, part, year)) for year in sorted(counted, reverse=True))


def _by_plan(site: Site, occurrences: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    """Group by plan, the newest first, each place once."""
    found: dict[str, dict[tuple[str, str], Occurrence]] = {}
    for occurrence in occurrences:
        place = (occurrence.line.path, occurrence.line.words)
        found.setdefault(occurrence.plan_id, {}).setdefault(place, occurrence)
    return {plan_id: list(found[plan_id].values()) for plan_id in sorted(found, key=site.rank.__getitem__)}


def mention_years(site: Site, kind: str, name: str, title: str, above: str) -> Iterator[Page]:
    """Build a page for each year in which plans mention a thing, where there are more than its own page shows."""
    found = _by_plan(site, site.fabric.occurrences(kind, name))
    if len(found) <= PLANS_SHOWN:
        return
    for year, _, here in _years((site.plan(plan_id).year for plan_id in found), above, "nhac-den"):
        these = {plan_id: held for plan_id, held in found.items() if site.plan(plan_id).year == year}
        heading = f"{title}: nơi nhắc đến năm {year}"
        yield _page(site, here, heading, above, title, cited=these, quoted=kind != "unit")


def task_years(site: Site, unit: Unit) -> Iterator[Page]:
    """Build a page for each year of a body's tasks, where there are more than its own page shows."""
    if len(site.agenda.shares(unit.id)) <= TASKS_SHOWN:
        return
    all_groups = unit_tasks(site, unit.id)
    years = (site.plan(task.duty.plan_id).year for group in all_groups for task in group.tasks)
    for year, _, here in _years(years, unit_path(unit.id), "viec"):
        groups = _only(all_groups, {plan.id for plan in site.newest if plan.year == year})
        yield _page(site, here, f"{unit.name}: việc năm {year}", unit_path(unit.id), unit.name, groups=groups)


def _page(
    site: Site,
    here: str,
    title: str,
    above: str,
    of: str,
    cited: ByPlan | None = None,
    quoted: bool = False,
    groups: tuple[TaskGroup, ...] = (),
) -> Page:
    values = {"cited": cited, "quoted": quoted, "groups": groups, "months": task_months(groups)}
    html = site.render("year.html.j2", here, title=title, above=above, of=of, **values)
    toc = tuple(Heading(group.title, group.anchor) for group in groups)
    return Page(here, title, html, toc, f"{title}.")
