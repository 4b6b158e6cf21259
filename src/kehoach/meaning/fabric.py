"""The plans as one fabric: every plan linked, and who mentions, implements or follows whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from kehoach.files.repository import Repository
from kehoach.machine.tracing import Traced
from kehoach.meaning.duty import Duty
from kehoach.meaning.ledger import Reading
from kehoach.meaning.linking import Linker, linker_of
from kehoach.meaning.mentions import Mention
from kehoach.meaning.reading import Ledger, PlanReading, read_ledger, read_plan
from kehoach.model.plan import Item, Plan, Target
from kehoach.model.printed import Line
from kehoach.model.registry import Registry

Part = TypeVar("Part")


@dataclass(frozen=True, eq=False)
class LinkedPlan:
    """A plan with what its words say; each part is a frozen value of its own kind, worked out once when asked for."""

    plan: Plan
    linker: Linker
    _parts: dict[type, Any] = field(default_factory=dict, repr=False)

    def part(self, kind: type[Part], work: Callable[[], Part]) -> Part:
        """Give the part of a kind: what is worked out of this plan's words and the registries alone."""
        if kind not in self._parts:
            self._parts[kind] = work()
        found: Part = self._parts[kind]
        return found

    @property
    def reading(self) -> PlanReading:
        """What the plan's own words say."""
        return self.part(PlanReading, lambda: read_plan(self.plan, self.linker))

    @property
    def ledger(self) -> tuple[Reading, ...]:
        """What became of each word that carries meaning, parallel to ``lines``."""
        return self.part(Ledger, lambda: read_ledger(self.reading, self.plan.year)).readings

    @property
    def lines(self) -> tuple[Line, ...]:
        """The printed lines."""
        return self.reading.lines

    @property
    def mentions(self) -> tuple[tuple[Mention, ...], ...]:
        """The mentions in each line, parallel to ``lines``."""
        return self.reading.mentions

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The plan's duties in printed order."""
        return self.reading.duties

    def found(self) -> Iterator[tuple[Line, Mention]]:
        """Every mention with its line, in printed order."""
        return self.reading.found()

    @property
    def parts(self) -> tuple[Any, ...]:
        """The parts that were worked out so far."""
        return tuple(self._parts.values())

    def learn(self, parts: Iterable[Any]) -> None:
        """Take over parts that were worked out of the same plan and registries."""
        self._parts.update((type(part), part) for part in parts)


@dataclass(frozen=True)
class Occurrence:
    """One place where a plan mentions something."""

    plan_id: str
    line: Line
    mention: Mention


@dataclass(frozen=True)
class Upper:
    """What a plan rests on: a plan or document by id, the words that say it, and how certain the link is.

    ``kind`` is plan or document; ``held`` tells whether the text is in this repository; ``relation`` is
    implements (thực hiện), based_on (căn cứ), proposed_by (theo đề nghị), or said_above: a plan that a person
    named as the upper one in this plan's file, under ``coverage``.
    """

    kind: str
    id: str
    words: str
    path: str
    relation: str
    certainty: str
    held: bool


_RELATIONS = {"basis": "based_on", "pursuance": "implements", "proposal": "proposed_by"}


def _leading(line: Line, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give the documents that a basis line itself invokes, without those named inside their subjects."""
    end: int | None = None
    for mention in mentions:
        if mention.citation is None or not mention.target:
            continue
        between = "" if end is None else line.words[end : mention.start]
        if ";" in between or not between.strip(" ,") or re.search(r"\bvà\s+\Z", between):
            end = mention.end
            yield mention


@dataclass(frozen=True, eq=False)
class Fabric:
    """All linked plans by id, with the registries; each weave is a thing of its own."""

    registry: Registry
    plans: Mapping[str, LinkedPlan]

    @cached_property
    def _occurrences(self) -> Mapping[tuple[str, str], list[Occurrence]]:
        found: dict[tuple[str, str], list[Occurrence]] = {}
        for plan_id, linked in self.plans.items():
            for line, mention in linked.found():
                if mention.target:
                    key = (mention.kind, mention.target)
                    found.setdefault(key, []).append(Occurrence(plan_id, line, mention))
        return found

    def occurrences(self, kind: str, target: str) -> list[Occurrence]:
        """Give every mention of a unit, document, indicator or term, by plan and printed order."""
        return self._occurrences.get((kind, target), [])

    @cached_property
    def editions(self) -> Mapping[tuple[str, str], list[str]]:
        """Per unit and series the plan ids, oldest first."""
        found: dict[tuple[str, str], list[str]] = {}
        for plan_id in sorted(self.plans, key=edition_key):
            plan = self.plans[plan_id].plan
            found.setdefault((plan.unit, plan.series), []).append(plan_id)
        return found

    def _beside(self, plan_id: str, step: int) -> str | None:
        plan = self.plans[plan_id].plan
        line = self.editions[plan.unit, plan.series]
        index = line.index(plan_id) + step
        return line[index] if 0 <= index < len(line) else None

    def previous(self, plan_id: str) -> str | None:
        """Give the edition before a plan, None for the first one held."""
        return self._beside(plan_id, -1)

    def next(self, plan_id: str) -> str | None:
        """Give the edition after a plan, None for the last one held."""
        return self._beside(plan_id, 1)

    def above(self, plan_id: str) -> list[Upper]:
        """Give what a plan says it rests on, in printed order, then what a person named as above it."""
        return self._above[plan_id]

    @cached_property
    def _above(self) -> Mapping[str, list[Upper]]:
        return {plan_id: list(self._uppers(linked)) for plan_id, linked in self.plans.items()}

    def _uppers(self, linked: LinkedPlan) -> Iterator[Upper]:
        for line, mentions in zip(linked.lines, linked.mentions, strict=True):
            relation = _RELATIONS.get(line.kind)
            for mention in _leading(line, mentions) if relation else ():
                held = self.registry.documents[mention.target].plan
                if held in self.plans and held != linked.plan.id:
                    yield Upper("plan", held, mention.text, line.path, str(relation), "certain", True)
                else:
                    yield Upper("document", mention.target, mention.text, line.path, str(relation), "certain", False)
        for upper in dict.fromkeys(entry.upper.rpartition("#")[0] for entry in linked.plan.coverage):
            if upper in self.plans and upper != linked.plan.id:
                yield Upper("plan", upper, "", "", "said_above", "certain", True)

    def nearest(self, plan_id: str) -> str | None:
        """Find the latest plan of the series, not of a later year, of the closest authority above.

        Nothing says that the plan rests on it: two texts to be laid side by side, no relation.
        """
        plan = self.plans[plan_id].plan
        for scope in self.registry.scopes(plan.unit)[1:]:
            earlier = [p for p in self.editions.get((scope, plan.series), ()) if self.plans[p].plan.year <= plan.year]
            if earlier:
                return earlier[-1]
        return None

    @cached_property
    def _below(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for plan_id, uppers in self._above.items():
            for upper in uppers:
                if upper.kind == "plan" and plan_id not in found.setdefault(upper.id, []):
                    found[upper.id].append(plan_id)
        return found

    def below(self, plan_id: str) -> list[str]:
        """Give the plans held that say they rest on a plan, or of which a person says so."""
        return self._below.get(plan_id, [])

    @cached_property
    def _plans_of(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for plan_id, linked in self.plans.items():
            for unit in {linked.plan.unit, linked.plan.issuer}:
                found.setdefault(unit, []).append(plan_id)
        return found

    def plans_of(self, unit_id: str) -> list[str]:
        """Give the plans that a unit issued."""
        return self._plans_of.get(unit_id, [])

    @cached_property
    def targets(self) -> Mapping[str, list[tuple[str, Item, Target]]]:
        """Per indicator the targets that plans set for it: plan id, item, target."""
        found: dict[str, list[tuple[str, Item, Target]]] = {}
        for plan_id, linked in self.plans.items():
            for item in linked.plan.walk():
                for target in item.facts.targets:
                    found.setdefault(target.indicator, []).append((plan_id, item, target))
        return found

    @cached_property
    def _duties_of(self) -> Mapping[str, list[Duty]]:
        found: dict[str, list[Duty]] = {}
        for linked in self.plans.values():
            for duty in linked.duties:
                for unit in dict.fromkeys(party.unit for party in duty.named if party.unit):
                    found.setdefault(unit, []).append(duty)
        return found

    def duties_of(self, unit_id: str) -> list[Duty]:
        """Give the duties that name a unit in any of their fields."""
        return self._duties_of.get(unit_id, [])


def edition_key(plan_id: str) -> tuple[str, int, int]:
    """Order plan ids by unit and series, then by year and running number."""
    line, _, edition = plan_id.rpartition("/")
    year, _, number = edition.partition("-")
    return line, int(year), int(number or 1)


def weave(repository: Repository, before: Fabric | None = None) -> Fabric:
    """Link all plans of a repository; the work is done plan by plan, when asked for.

    ``before`` is an earlier fabric: what it says of the same plan and the same registries is taken over.
    """
    same = before if before and before.registry is repository.registry else None
    linker = next((linked.linker for linked in same.plans.values()), None) if same else None
    linker = linker or linker_of(repository.registry)
    plans: dict[str, LinkedPlan] = {}
    for plan_id in sorted(repository.plans, key=edition_key):
        kept = same.plans.get(plan_id) if same else None
        plan = repository.plans[plan_id]
        if kept is None or kept.plan is not plan:
            kept = LinkedPlan(plan, linker)
            if plan_id in repository.worked:
                kept.learn(repository.worked[plan_id])
        plans[plan_id] = kept
    return Fabric(repository.registry, Traced(plans))
