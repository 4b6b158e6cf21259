"""The plans as one fabric: every plan linked, and who mentions, implements or follows whom."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach.files.repository import Repository
from kehoach.machine.tracing import Traced, note, question, shared, untraced
from kehoach.meaning.linked import LinkedPlan as LinkedPlan
from kehoach.meaning.linked import OutlinedPlan, PartsAlone, question_to_plan
from kehoach.meaning.linking import linker_of
from kehoach.meaning.links import Occurrence as Occurrence
from kehoach.meaning.links import Upper as Upper
from kehoach.model.plan import Item, Target
from kehoach.model.planid import edition_key, line_of, year_of
from kehoach.model.registry import Registry
from kehoach.wording.latepatterns import compile_all

if TYPE_CHECKING:
    from kehoach.model.outline import Outline, Owed

OUTLINED = "~"
"""Stands before a plan's id where only its outline was looked at."""


@dataclass(frozen=True, eq=False)
class Fabric:
    """All linked plans by id, with the registries; each weave is a thing of its own."""

    registry: Registry
    plans: Mapping[str, LinkedPlan]
    brought: list[OutlinedPlan] = field(default_factory=list, repr=False)
    """Plans whose text was brought back, until it is let go of."""
    parts_alone: PartsAlone = field(default_factory=PartsAlone, repr=False)

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """All plans in outline: who asks here is not taken to have looked at their text."""
        return Traced(_Outlines(untraced(self.plans)), OUTLINED)

    @cached_property
    def _outlines(self) -> Mapping[str, Outline]:
        return _Outlines(self.plans)

    def prepare(self) -> None:
        """Work out all that is looked up in all plans: before processes are forked, each of which would do it again."""
        _ = self.editions, self._naming, self._above, self._below, self._owed, self._plans_of, self._aiming
        compile_all()

    def let_go(self, most: int) -> bool:
        """Let go of the text of plans, once more than so many were brought back; only between two pieces of work.

        Tells whether it did.
        """
        if len(self.brought) <= most:
            return False
        for linked in self.brought:
            linked.let_go()
        self.brought.clear()
        return True

    @shared
    def _order(self) -> list[str]:
        return list(self._outlines)

    @shared
    def _naming(self) -> Mapping[tuple[str, str], array[int]]:
        """By what is named the places of plans among all, each with how often: there are half a million of them."""
        plans_by_name: dict[tuple[str, str], array[int]] = {}
        for place, plan_id in enumerate(self._order):
            for named in self._outlines[plan_id].named:
                plans_by_name.setdefault((named.kind, named.target), array("I")).extend((place, named.count))
        return plans_by_name

    @question("naming")
    def naming(self, kind: str, target: str) -> list[tuple[str, int]]:
        """Give the plans that mention a unit, document, indicator or term, in their order, and how often each does."""
        row = self._naming.get((kind, target), _NOTHING)
        return [(self._order[place], count) for place, count in zip(row[::2], row[1::2], strict=True)]

    @question("named")
    def plans_naming(self, kind: str, target: str, year: int = 0) -> list[str]:
        """Give them alone, in the same order; those of one year if asked for."""
        plan_ids = [self._order[place] for place in self._naming.get((kind, target), _NOTHING)[::2]]
        return [plan_id for plan_id in plan_ids if year_of(plan_id) == year] if year else plan_ids

    def occurrences(self, kind: str, target: str, within: Collection[str] | None = None) -> list[Occurrence]:
        """Give every mention of a unit, document, indicator or term, by plan and printed order.

        Only those ``within`` some plans, where these are named. Of a plan no more is looked at than what it tells of
        the thing.
        """
        plans = untraced(self.plans)
        plan_ids = self.plans_naming(kind, target) if within is None else [p for p in self._order if p in within]
        for plan_id in plan_ids:
            note(question_to_plan(plan_id, f"{kind}/{target}"))
        return [
            Occurrence(plan_id, passage, mention)
            for plan_id in plan_ids
            for passage, mention in plans[plan_id].named.of(kind, target)
        ]

    @shared
    def editions(self) -> Mapping[tuple[str, str], list[str]]:
        """Per unit and series the plan ids, oldest first."""
        by_series: dict[tuple[str, str], list[str]] = {}
        for plan_id in sorted(self._outlines, key=edition_key):
            unit, series, _ = plan_id.split("/")
            by_series.setdefault((unit, series), []).append(plan_id)
        return by_series

    @question("line")
    def line(self, line: str) -> list[str]:
        """Give the editions of a unit's series, by both their names, oldest first."""
        unit, _, series = line.partition("/")
        return self.editions.get((unit, series), [])

    def _neighbour(self, plan_id: str, step: int) -> str | None:
        line = self.line(line_of(plan_id))
        index = line.index(plan_id) + step
        return line[index] if 0 <= index < len(line) else None

    def previous(self, plan_id: str) -> str | None:
        """Give the edition before a plan, None for the first one held."""
        return self._neighbour(plan_id, -1)

    def next(self, plan_id: str) -> str | None:
        """Give the edition after a plan, None for the last one held."""
        return self._neighbour(plan_id, 1)

    @question("above")
    def above(self, plan_id: str) -> list[Upper]:
        """Give what a plan says it rests on, in printed order, then what a person named as above it."""
        return self._above[plan_id]

    @shared
    def _above(self) -> Mapping[str, list[Upper]]:
        return {plan_id: list(self._uppers(outline)) for plan_id, outline in self._outlines.items()}

    def _uppers(self, outline: Outline) -> Iterator[Upper]:
        own = outline.head.id
        for rest in outline.rests:
            plan_id = self.registry.documents[rest.document].plan
            is_plan = plan_id in self._outlines and plan_id != own
            kind, name = ("plan", plan_id) if is_plan else ("document", rest.document)
            yield Upper(kind, name, rest.words, rest.path, rest.relation, "certain", is_plan, rest.sentence)
        for upper in outline.upper:
            if upper in self._outlines and upper != own:
                yield Upper("plan", upper, "", "", "said_above", "certain", True)

    def nearest(self, plan_id: str) -> str | None:
        """Find the latest plan of the series, not of a later year, of the closest authority above.

        Nothing says that the plan rests on it: two texts to be laid side by side, no relation.
        """
        unit, series, edition = plan_id.split("/")
        for scope in self.registry.scopes(unit)[1:]:
            earlier = [p for p in self.editions.get((scope, series), ()) if edition_key(p)[1] <= int(edition[:4])]
            if earlier:
                return earlier[-1]
        return None

    @shared
    def _below(self) -> Mapping[str, list[str]]:
        plans_below: dict[str, list[str]] = {}
        for plan_id, uppers in self._above.items():
            for upper in uppers:
                if upper.kind == "plan" and plan_id not in plans_below.setdefault(upper.id, []):
                    plans_below[upper.id].append(plan_id)
        return plans_below

    @question("below")
    def below(self, plan_id: str) -> list[str]:
        """Give the plans held that say they rest on a plan, or of which a person says so."""
        return self._below.get(plan_id, [])

    @shared
    def _plans_of(self) -> Mapping[str, list[str]]:
        by_unit: dict[str, list[str]] = {}
        for plan_id, outline in self._outlines.items():
            for unit in dict.fromkeys((outline.head.unit, *outline.head.issuers)):
                by_unit.setdefault(unit, []).append(plan_id)
        return by_unit

    @question("issued")
    def plans_of(self, unit_id: str) -> list[str]:
        """Give the plans that a unit issued."""
        return self._plans_of.get(unit_id, [])

    @shared
    def _aiming(self) -> Mapping[str, list[str]]:
        by_indicator: dict[str, list[str]] = {}
        for plan_id, outline in self._outlines.items():
            for indicator in dict.fromkeys(outline.indicators):
                by_indicator.setdefault(indicator, []).append(plan_id)
        return by_indicator

    @question("aiming")
    def aiming(self, indicator_id: str) -> list[str]:
        """Give the plans that set a target for an indicator."""
        return self._aiming.get(indicator_id, [])

    def targets(self, indicator_id: str) -> list[tuple[str, Item, Target]]:
        """Give the targets that plans set for an indicator: plan id, item, target."""
        return [
            (plan_id, item, target)
            for plan_id in self.aiming(indicator_id)
            for item in self.plans[plan_id].plan.walk()
            for target in item.facts.targets
            if target.indicator == indicator_id
        ]

    @shared
    def _owed(self) -> Mapping[str, array[int]]:
        """Per body the places of plans among all, of duties in them, and of the body among those that a duty names."""
        by_body: dict[str, array[int]] = {}
        for place, plan_id in enumerate(self._order):
            for number, duty in enumerate(self._outlines[plan_id].duties):
                for among, body in enumerate(duty.bodies):
                    by_body.setdefault(body.unit, array("I")).extend((place, number, among))
        return by_body

    @property
    def owing(self) -> Collection[str]:
        """The bodies that duties name in any of their fields."""
        return self._owed.keys()

    def owed(self, unit_id: str) -> Iterator[tuple[str, Owed, str]]:
        """Give the duties that name a body in any of their fields, in outline: plan id, duty, its role."""
        row, plans = self._owed.get(unit_id, _NOTHING), untraced(self.plans)
        for place, number, among in zip(row[::3], row[1::3], row[2::3], strict=True):
            plan_id = self._order[place]
            duty = plans[plan_id].outline.duties[number]
            yield plan_id, duty, duty.bodies[among].role

    @question("owing")
    def count_of_duties(self, unit_id: str) -> int:
        """Tell how many duties name a unit in any of their fields."""
        return len(self._owed.get(unit_id, _NOTHING)) // 3


_NOTHING = array("I")


class _Outlines(Mapping[str, "Outline"]):
    """Plans' outlines by their ids."""

    def __init__(self, plans: Mapping[str, LinkedPlan]) -> None:
        self._plans = plans

    def __getitem__(self, plan_id: str) -> Outline:
        return self._plans[plan_id].outline

    def __iter__(self) -> Iterator[str]:
        return iter(self._plans)

    def __contains__(self, plan_id: object) -> bool:
        return plan_id in self._plans

    def __len__(self) -> int:
        return len(self._plans)


def weave(repository: Repository, before: Fabric | None = None) -> Fabric:
    """Link all plans of a repository; the work is done plan by plan, when asked for.

    ``before`` is an earlier fabric: what it says of the same plan and the same registries is taken over.
    """
    same = untraced(before.plans) if before and before.registry is repository.registry else None
    linker = next((linked.linker for linked in same.values()), None) if same else None
    linker = linker or linker_of(repository.registry)
    brought: list[OutlinedPlan] = before.brought if before and same else []
    parts_alone = before.parts_alone if before and same else PartsAlone()
    plans: dict[str, LinkedPlan] = {}
    for plan_id in sorted(repository.plans, key=edition_key):
        earlier = same.get(plan_id) if same else None
        if recalled := repository.recalled.get(plan_id):
            is_kept = isinstance(earlier, OutlinedPlan) and earlier.recalled is recalled
            plans[plan_id] = earlier if earlier and is_kept else OutlinedPlan(recalled, linker, brought, parts_alone)
        else:
            plan = repository.plans[plan_id]
            plans[plan_id] = earlier if earlier and earlier.plan is plan else LinkedPlan(plan, linker)
    return Fabric(repository.registry, Traced(plans), brought, parts_alone)
