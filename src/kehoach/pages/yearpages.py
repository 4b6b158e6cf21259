"""The pages of single years of a long list: a body's tasks, or where a thing is mentioned; long ones cut by place.

A page holds no more than a phone loads at once, however many plans a year has: the year's own page then names its
parts, and each is made of the plans that it shows, so that no more of them are held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from kehoach.model.planid import body_of
from kehoach.model.units import Unit
from kehoach.pages.namedlinks import Named
from kehoach.pages.page import Heading, Page, unit_path, year_path
from kehoach.pages.parting import IndexBlock, IndexSection, PartLink, cut, index_parts, letters, place_of
from kehoach.pages.site import Site
from kehoach.pages.tasks import TICKING, TaskGroup, task_months, unit_tasks
from kehoach.pages.view import View
from kehoach.pages.yearly import Mentions, mentioning, mentions_in
from kehoach.wording.letters import upper_first

TASKS, PLACES, QUOTES = 50, 200, 60
"""What a page holds: tasks, two kilobytes each; plans with places in them, a third; plans with quotes, more."""


@dataclass(frozen=True)
class YearView(View):
    """A year of a list that the page ``above`` cuts short: where plans mention a thing, or a body's tasks.

    Where it is long, ``parts`` are the pages that hold it; ``kind`` says what they count.
    """

    template: ClassVar[str] = "year.html.j2"

    title: str
    above: Named
    quoted: bool = False
    cited: tuple[Mentions, ...] = ()
    groups: tuple[TaskGroup, ...] = ()
    months: tuple[tuple[str, str], ...] = ()
    parts: tuple[PartLink, ...] = ()
    kind: str = ""


_Whole = Callable[[Collection[str]], YearView]
"""Gives what is shown of some plans."""


def mention_year(site: Site, kind: str, name: str, above: Named, year: int) -> Iterator[Page]:
    """Build the pages of the plans of one year that mention a thing; ``above`` is the thing's own page."""
    plans = mentioning(site, kind, name, year)
    quoted, title = kind != "unit", f"{above.name}: nơi nhắc đến năm {year}"

    def shown(some: Collection[str]) -> YearView:
        own = [plan_id for plan_id in plans if plan_id in some]
        return YearView(title, above, quoted, mentions_in(site, kind, name, own, quoted))

    path = year_path(above.path, "nhac-den", year)
    yield from _pages(site, path, dict.fromkeys(plans, 1), QUOTES if quoted else PLACES, shown)


def task_year(site: Site, unit: Unit, year: int) -> Iterator[Page]:
    """Build the pages of a body's tasks in the plans of one year."""
    tasks_by_plan = Counter(site.agenda.givers(unit.id, year))
    title, above = f"{unit.name}: việc năm {year}", Named(unit.name, unit_path(unit.id))

    def shown(some: Collection[str]) -> YearView:
        groups = _staged(site, unit_tasks(site, unit.id, some))
        return YearView(title, above, groups=groups, months=tuple(task_months(groups)), kind="moves")

    yield from _pages(site, year_path(above.path, "viec", year), tasks_by_plan, TASKS, shown)


def _pages(site: Site, path: str, counts: Mapping[str, int], most: int, shown: _Whole) -> Iterator[Page]:
    """Build the page at an address of some plans, each of which has so many entries; or of its parts one by one."""
    if sum(counts.values()) <= most:
        yield _page(site, path, shown({*counts}))
        return
    empty = shown(())
    section = IndexSection(empty.title, "theo-noi", (), tuple(_blocks(site, counts, most)))
    [whole] = cut(path, [section], most)
    yield _page(site, path, replace(empty, parts=whole.parts))
    for part in index_parts(path, [section], most):
        view = replace(empty, parts=part.parts) if part.parts else shown({row for b in part.blocks for row in b.rows})
        yield _page(site, part.path, replace(view, title=part.title, above=Named(empty.title, path)))


def _blocks(site: Site, counts: Mapping[str, int], most: int) -> Iterator[IndexBlock[str]]:
    """Give each plan as a block of its place; where one place has more than a page holds, its plans by their names."""
    places = {plan_id: upper_first(place_of(site, body_of(plan_id))) for plan_id in counts}
    of_place: Counter[str] = Counter()
    for plan_id, count in counts.items():
        of_place[places[plan_id]] += count
    for plan_id, count in counts.items():
        place = places[plan_id]
        name = place if of_place[place] <= most else f"{site.called(plan_id)}, {_series(site, plan_id)}"
        # The sign stands before all letters: a place comes before another whose name goes on where its own ends.
        key = (*letters(place), *(f"-{word}" for word in plan_id.split("/")))
        yield IndexBlock(name, key, (plan_id,), None, count)


def _series(site: Site, plan_id: str) -> str:
    name = plan_id.split("/")[1]
    series = site.registry.series.get(name)
    return series.name if series else name


def _staged(site: Site, groups: Iterable[TaskGroup]) -> tuple[TaskGroup, ...]:
    """Say with each task how its plan stands."""
    return tuple(
        replace(group, tasks=tuple(replace(task, stages=site.stages(task.duty.plan_id)) for task in group.tasks))
        for group in groups
    )


def _page(site: Site, path: str, view: YearView) -> Page:
    toc = tuple(Heading(group.title, group.anchor) for group in view.groups)
    return Page(path, view.title, site.lay_out(path, view), toc, f"{view.title}.", scripts=TICKING)
