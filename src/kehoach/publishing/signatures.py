"""What each work of the site is made from, as a digest: as long as it stays the same, so does what is made.

A work's signature holds the code, templates, registries, day and address of the site, and of what all plans say
together (who names whom, who rests on whom, who has what to do) the part that the work shows. Which plans it looks
at one by one is traced while it is done. Both together are more than it needs, never less; a test compares sites
built with and without what is kept, after random edits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import chain
from typing import Any

from kehoach.agenda.agenda import Part
from kehoach.comparison.inheritance import moves_by_body
from kehoach.comparison.relations import Endpoint, relations_of
from kehoach.machine.fingerprints import digest, folder_digest, program
from kehoach.machine.tracing import ALL, note
from kehoach.meaning.fabric import OUTLINED
from kehoach.meaning.linked import due_in
from kehoach.model.planid import PLACE, year_of
from kehoach.model.registry import SHOWN, meaning_of, shown_of
from kehoach.pages import yearly
from kehoach.pages.build import INDEX, MENTIONS, MONTH, TASKS, YEAR
from kehoach.pages.months import months_of
from kehoach.pages.searchfiles import passage_number
from kehoach.pages.site import DAY, DUTIES, Site
from kehoach.pages.yearly import mentioning
from kehoach.publishing.planstates import HISTORY, TOLD, PlanStates, files_of
from kehoach.publishing.works import (
    AUTHORED,
    EVENTS,
    FEED,
    GUIDING,
    NEWS,
    PASSAGES,
    SUMMARIES,
    UNIT_FILES,
    Circumstances,
    Work,
)

_OF_OUTLINES = (INDEX, FEED, AUTHORED, SUMMARIES, GUIDING)
"""Kinds of works that are made from the outlines of all plans."""

_MENTIONED = ("unit", "document", "indicator")
"""What has a page for each year in which many plans mention it."""


class Signatures:
    """The signatures of all works of a site, in one state of it."""

    def __init__(self, site: Site, of: Circumstances) -> None:
        self.site, self.of = site, of
        self.states = PlanStates(site, of.histories)

    def __call__(self, work: Work) -> str:
        """Give a work's signature."""
        kind, _, name = work.name.partition("/")
        facts_by_kind: Mapping[str, Callable[[str], Iterator[Any]]] = {
            "plan": self._plan,
            "papers": lambda plan_id: self.states.states_of((plan_id,)),
            "cascade": self._cascade,
            "unit": self._unit,
            TASKS: self._tasks_of_year,
            UNIT_FILES: self._files_of_unit,
            **{f"{thing}{MENTIONS}": partial(self._mentions_of_year, thing) for thing in _MENTIONED},
            NEWS: self._news,
            "document": self._document,
            "indicator": self._indicator,
            YEAR: self._year,
            PASSAGES: self._passages,
            MONTH: self._month,
            EVENTS: self._all_duties,
        }
        if kind in _OF_OUTLINES:
            parts: Iterable[Any] = self.states.outlines.items()
        else:
            parts = facts_by_kind[kind](name) if kind in facts_by_kind else self._everything()
        if kind in _OF_OUTLINES:
            note(OUTLINED + ALL)
        if work.name == FEED:
            note(HISTORY + ALL)
            parts = chain(parts, sorted(self.of.histories.items()), sorted(self.states.versions.items()))
        return digest((self.base, work.name, *parts))

    @cached_property
    def ground(self) -> str:
        """The digest of all that works are made from beside the frames of pages, what plans say, and facts."""
        return digest((self.base, *self.states.plans))

    def of_piece(self, *plan_ids: str) -> str:
        """Give the digest of what a piece of some plans is made from."""
        return digest((self.base, *(self.states.plans[plan_id] for plan_id in plan_ids)))

    def of_plans(self, plan_ids: Iterable[str]) -> str:
        """Give the digest of plans and other facts that a work looked at."""
        ids = sorted(plan_ids)
        facts = [name for name in ids if name.startswith("@")]
        outlined = [name.removeprefix(OUTLINED) for name in ids if name.startswith(OUTLINED)]
        plans = [name for name in ids if not name.startswith(("@", OUTLINED))]
        states = self._everything() if ALL in plans else (self.states.plans.get(name, name) for name in plans)
        heads = (
            self.states.outlines.items()
            if ALL in outlined
            else (self.states.outlines.get(name, name) for name in outlined)
        )
        return digest((*states, "", *heads, "", *map(self.fact, facts)))

    def fact(self, name: str) -> str:
        """Say what a fact beside the plans comes to: one that depends on the day, or what a registry's entry shows."""
        if name not in self._facts:
            kind, _, entry = name[1:].partition("/")
            facts = shown_of(self.site.registry, name[1:]) if kind in SHOWN else self.site.on_the_day(kind, entry)
            self._facts[name] = digest((name, repr(facts)))
        return self._facts[name]

    @cached_property
    def _facts(self) -> dict[str, str]:
        return {}

    @cached_property
    def base(self) -> str:
        """The digest of all that every page is made from, beside the plans."""
        site, of = self.site, self.of
        press = folder_digest(of.source / "templates", of.source / "fonts")
        choices = (of.home, site.analysis, site.documents, site.versions is None)
        return digest((program(), press, *meaning_of(site.registry), *choices))

    @cached_property
    def around(self) -> str:
        """The digest of the day and of what registries only show: with that all facts may be others."""
        registry = self.site.registry
        facts_shown = (shown_of(registry, f"{kind}/{name}") for kind in SHOWN for name in getattr(registry, kind))
        return digest((self.site.on_the_day(DAY, ""), *map(repr, facts_shown)))

    @cached_property
    def of_outlines(self) -> str:
        """The digest of all that follows of the outlines of all plans, of registries and the day."""
        return digest((self.base, self.around, *self.states.outlines.items()))

    def _everything(self) -> Iterator[Any]:
        note(ALL)
        yield from self.states.plans.items()

    def _all_duties(self, _: str) -> Iterator[Any]:
        """Digests of the duties of all plans with their times, and when each plan was revised."""
        note(ALL)
        for plan_id in self.states.plans:
            yield plan_id
            yield self.site.on_the_day(DUTIES, plan_id)
            yield self.states.versions.get(plan_id)

    def _ties(self, endpoint: Endpoint) -> Iterator[Any]:
        relations = relations_of(self.site.fabric)
        note(f"{TOLD}{endpoint.kind}/{endpoint.id}")
        self._note_own(endpoint)
        ties = [*relations.of(endpoint), *relations.to(endpoint)]
        yield from ties
        ends = (end.id for tie in ties for end in (tie.source, tie.target) if end.kind == "plan")
        yield from self.states.states_of(ends, outlined=True)

    def _note_own(self, endpoint: Endpoint) -> None:
        """Note what the relations of a plan to others are read off: its outline and that of the edition before."""
        if endpoint.kind == "plan":
            for plan_id in (endpoint.id, self.site.fabric.previous(endpoint.id)):
                note(f"{OUTLINED}{plan_id}")

    def _plan(self, plan_id: str) -> Iterator[Any]:
        fabric = self.site.fabric
        unit, series, _ = plan_id.split("/")
        line = fabric.editions[unit, series]
        uppers = fabric.above(plan_id)
        below = fabric.below(plan_id)
        yield from (*uppers, *below)
        # Of other editions and of plans below, a plan's pages tell no more than what they are called.
        compared = chain.from_iterable(self.site.editions.pairs_of(plan_id))
        yield from self.states.states_of((plan_id, *compared, *(upper.id for upper in uppers)))
        yield from self.states.states_of((*line, *below), outlined=True)
        yield from self._ties(Endpoint("plan", plan_id))

    def _cascade(self, plan_id: str) -> Iterator[Any]:
        ties = relations_of(self.site.fabric).compared_with[plan_id]
        note(f"{TOLD}plan/{plan_id}")
        yield from ties
        yield from self.states.states_of((plan_id, *(tie.source.id for tie in ties)))
        for tie in ties:
            self._note_own(tie.source)
            yield from relations_of(self.site.fabric).of(tie.source)

    def _unit(self, unit_id: str) -> Iterator[Any]:
        site = self.site
        unit = site.registry.units[unit_id]
        yield from self._tasks_shown(unit_id)
        # Its page tells how many duties each group has, those that it is not in too.
        registry = site.registry
        groups = (*registry.groups.of_unit.get(unit_id, ()), *registry.groups.within.get(unit.within, ()))
        for group in groups:
            note(f"{TOLD}unit/{group.id}")
        yield from (site.fabric.count_of_duties(group.id) for group in groups)
        came, left = moves_by_body(site.fabric).get(unit_id, ([], []))
        yield from (*came, *left)
        yield from self._mentions("unit", unit_id)
        yield from self.states.states_of(site.fabric.plans_of(unit_id), outlined=True)
        yield from self.states.subject_states(
            (duty.id.partition("#")[0], f"unit/{body}")
            for move in (*came, *left)
            for duty, body in ((move.old, move.handover.old), (move.new, move.handover.new))
        )
        yield from self.states.states_of(_ids_in(str(unit)), outlined=True)

    def _tasks_shown(self, unit_id: str) -> Iterator[Any]:
        """What a body's page tells of its tasks: those of some plans, of the others how many each year has."""
        plans = self.site.agenda.givers(unit_id)
        yield from sorted(Counter(map(year_of, plans)).items())
        yield self.site.agenda.has_held(unit_id)
        yield self._owed(unit_id, yearly.shown_plans(self.site, plans))

    def _tasks_of_year(self, page: str) -> Iterator[Any]:
        unit_id, _, year = page.rpartition("/")
        plans = self.site.agenda.givers(unit_id)
        yield self._owed(unit_id, {plan_id for plan_id in plans if year_of(plan_id) == int(year)})

    def _files_of_unit(self, unit_id: str) -> Iterator[Any]:
        yield self._owed(unit_id)

    def _mentions(self, kind: str, name: str) -> Iterator[Any]:
        """What the newest plans tell of a thing that its page lists; of the others it tells how many each year has."""
        note(f"{TOLD}{kind}/{name}")
        plans = mentioning(self.site, kind, name)
        yield from plans
        plans_shown = plans[: yearly.PLANS_SHOWN]
        yield from self.states.subject_states(((plan_id, f"{kind}/{name}") for plan_id in plans_shown), called=True)

    def _mentions_of_year(self, kind: str, page: str) -> Iterator[Any]:
        name, _, year = page.rpartition("/")
        note(f"{TOLD}{kind}/{name}")
        plans = mentioning(self.site, kind, name)
        plans_shown = [plan_id for plan_id in plans if year_of(plan_id) == int(year)]
        yield from self.states.subject_states(((plan_id, f"{kind}/{name}") for plan_id in plans_shown), called=True)

    def _news(self, unit_id: str) -> Iterator[Any]:
        plans = {*self.site.agenda.givers(unit_id), *self.site.fabric.plans_of(unit_id)}
        yield self._owed(unit_id)
        # Which of its commits changed no printed word is read off a plan's history.
        yield from self.states.states_of(plans, outlined=not self.site.versions)
        for plan_id in sorted(plans):
            note(HISTORY + plan_id)
            yield from map(self.of.histories.get, files_of(plan_id))

    def _owed(self, unit_id: str, within: Container[str] | None = None) -> str:
        """Give the digest of a body's duties, with all that is told of them; those in some plans alone if named."""
        for body in self.site.agenda.owners(unit_id):
            note(f"{TOLD}unit/{body}")
        parts = [part for part in self.site.agenda.parts(unit_id) if within is None or part.plan_id in within]
        states = self.states.subject_states((part.plan_id, f"unit/{self._owner(part, unit_id)}") for part in parts)
        return digest(chain((part.owed.id for part in parts), states))

    @staticmethod
    def _owner(part: Part, unit_id: str) -> str:
        """Give the body that the words of a duty name, of which it is this body's share."""
        owner_id = part.group or part.from_unit
        return owner_id.id if owner_id else unit_id

    def _year(self, year: str) -> Iterator[Any]:
        years = self.site.agenda.years
        note(OUTLINED + ALL)
        yield from years
        yield from self.states.states_of(years[int(year)], outlined=True)

    def _passages(self, line: str) -> Iterator[Any]:
        unit, _, series = line.partition("/")
        editions = self.site.fabric.editions[unit, series]
        note(OUTLINED + ALL)
        yield from (passage_number(self.site, plan_id) for plan_id in editions)
        yield from self.states.states_of(editions)

    def _month(self, name: str) -> Iterator[Any]:
        year, month = map(int, name.split("/"))
        note(OUTLINED + ALL)
        plans = months_of(self.site, year).get(month, ())
        yield from self.states.subject_states((plan_id, due_in(year, month)) for plan_id in plans)

    def _document(self, document_id: str) -> Iterator[Any]:
        document = self.site.registry.documents[document_id]
        yield from self._mentions("document", document_id)
        yield from self.states.states_of((document.plan, *_ids_in(str(document))), outlined=True)
        yield from self._ties(relations_of(self.site.fabric).endpoint(document_id))

    def _indicator(self, indicator_id: str) -> Iterator[Any]:
        yield from self._mentions("indicator", indicator_id)
        yield from self.states.states_of(self.site.fabric.aiming(indicator_id))
        yield from self.states.states_of(_ids_in(str(self.site.registry.indicators[indicator_id])), outlined=True)


def _ids_in(text: str) -> set[str]:
    return {match[1] for match in PLACE.finditer(text)}
