"""Long lists cut by year: a page shows the newest itself and leads to a page for each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kehoach.meaning.fabric import Occurrence
from kehoach.model.planid import year_of
from kehoach.pages.namedlinks import CalledPlan, called_plan
from kehoach.pages.page import unit_path, year_path
from kehoach.pages.site import Site
from kehoach.pages.tasks import TaskGroup, unit_tasks

PLANS_SHOWN = 24
TASKS_SHOWN = 40
_CONTEXT = 160
"""Letters that are quoted on either side of a mention."""

ByPlan = Mapping[str, Sequence[Occurrence]]


@dataclass(frozen=True)
class Mentions:
    """The places where one plan mentions something."""

    plan: CalledPlan
    places: tuple[Mentioned, ...]


@dataclass(frozen=True)
class Mentioned:
    """A place: its label path and anchor; where it is quoted, the cited point and the words around the mention."""

    path: str
    anchor: str
    point: str = ""
    words: Markup | None = None


@dataclass(frozen=True)
class MentionPlaces:
    """Where plans mention something: the newest plans, and where there are more, per year how many and the page."""

    shown: tuple[Mentions, ...]
    years: tuple[tuple[int, int, str], ...] = ()
    plans: int = 0


@dataclass(frozen=True)
class Tasks:
    """A body's tasks: those of the newest plans, and where there are more, per year how many and the page."""

    groups: tuple[TaskGroup, ...]
    years: tuple[tuple[int, int, str], ...] = ()
    count: int = 0


def places(site: Site, path: str, kind: str, name: str, quoted: bool = True) -> MentionPlaces:
    """Give the places where a thing is mentioned that its page at ``path`` shows: those in the newest plans."""
    plans = mentioning(site, kind, name)
    mentions_shown = mentions_in(site, kind, name, plans[:PLANS_SHOWN], quoted)
    if len(plans) <= PLANS_SHOWN:
        return MentionPlaces(mentions_shown, (), len(plans))
    return MentionPlaces(mentions_shown, _years((year_of(plan_id) for plan_id in plans), path, "nhac-den"), len(plans))


def mentioning(site: Site, kind: str, name: str, year: int = 0) -> list[str]:
    """Give the plans that mention a thing, the newest first; those of one year if asked for."""
    return sorted(site.fabric.plans_naming(kind, name, year), key=site.rank.__getitem__)


def mention_years(site: Site, kind: str, name: str) -> list[int]:
    """Give the years of which a page lists the plans that mention a thing; none where its own page shows all."""
    plans = site.fabric.plans_naming(kind, name)
    return sorted({*map(year_of, plans)}) if len(plans) > PLANS_SHOWN else []


def mentions_in(site: Site, kind: str, name: str, plans: Sequence[str], quoted: bool) -> tuple[Mentions, ...]:
    """Name the places in some plans where a thing is mentioned, where ``quoted`` with the words around them."""
    return mentions(site, _by_plan(site, site.fabric.occurrences(kind, name, frozenset(plans))), quoted)


def mentions(site: Site, by_plan: ByPlan, quoted: bool) -> tuple[Mentions, ...]:
    """Name the places of mentions plan by plan, with the words around them where these are ``quoted``."""

    def mentioned(occurrence: Occurrence) -> Mentioned:
        path, anchor = occurrence.passage.path, occurrence.passage.anchor
        citation = occurrence.mention.citation
        if not quoted:
            return Mentioned(path, anchor)
        return Mentioned(path, anchor, citation.point if citation else "", excerpt(occurrence))

    return tuple(
        Mentions(called_plan(site, plan_id), tuple(map(mentioned, in_plan))) for plan_id, in_plan in by_plan.items()
    )


def excerpt(occurrence: Occurrence) -> Markup:
    """Quote the words around a mention, the mention marked."""
    words, mention = occurrence.passage.words, occurrence.mention
    start = _word_edge(words, mention.start - _CONTEXT) if mention.start > _CONTEXT else 0
    end = words.find(" ", mention.end + _CONTEXT)
    end = end if end >= 0 else len(words)
    return Markup("{}{}<mark>{}</mark>{}{}").format(
        "… " if start else "",
        words[start : mention.start],
        words[mention.start : mention.end],
        words[mention.end : end],
        " …" if end < len(words) else "",
    )


def _word_edge(words: str, start: int) -> int:
    return words.find(" ", start) + 1


def tasks(site: Site, unit_id: str) -> Tasks:
    """Give the tasks that a body's page shows: plan by plan, newest first, as many as fit."""
    plans = site.agenda.givers(unit_id)
    groups = tuple(unit_tasks(site, unit_id, shown_plans(site, plans)))
    cut = len(plans) > TASKS_SHOWN
    return Tasks(groups, _years(map(year_of, plans), unit_path(unit_id), "viec") if cut else (), len(plans))


def shown_plans(site: Site, plans: Sequence[str]) -> set[str]:
    """Choose the plans of which a body's page shows the tasks; ``plans`` has each once for each of them."""
    if len(plans) <= TASKS_SHOWN:
        return {*plans}
    plans_shown: set[str] = set()
    room = TASKS_SHOWN
    for plan_id, count in sorted(Counter(plans).items(), key=lambda counted: site.rank[counted[0]]):
        room -= count
        if room < 0 and plans_shown:
            break
        plans_shown.add(plan_id)
    return plans_shown


def _years(years: Iterable[int], path: str, part: str) -> tuple[tuple[int, int, str], ...]:
    counts: dict[int, int] = {}
    for year in years:
        counts[year] = counts.get(year, 0) + 1
    return tuple((year, counts[year], year_path(path, part, year)) for year in sorted(counts, reverse=True))


def _by_plan(site: Site, occurrences: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    """Group by plan, the newest first, each place once."""
    by_plan: dict[str, dict[tuple[str, str], Occurrence]] = {}
    for occurrence in occurrences:
        place = (occurrence.passage.path, occurrence.passage.words)
        by_plan.setdefault(occurrence.plan_id, {}).setdefault(place, occurrence)
    return {plan_id: list(by_plan[plan_id].values()) for plan_id in sorted(by_plan, key=site.rank.__getitem__)}


def task_years(site: Site, unit_id: str) -> list[int]:
    """Give the years of which a page lists a body's tasks; none where its own page shows all."""
    plans = site.agenda.givers(unit_id)
    return sorted({*map(year_of, plans)}) if len(plans) > TASKS_SHOWN else []
