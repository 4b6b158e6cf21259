"""How plans and documents hang together: typed relations, each with its words, date, source and certainty.

They are read from the plans' opening lines and citations, from the registry of documents and from the order of
editions: a text or a person says each. Documents whose text is not held are nodes like any other. What a machine
may only suppose of two plans is kept apart (``supposed.py``), for an analysis that somebody asks for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import TypeVar

from kehoach.comparison.continuations import continuations
from kehoach.machine.lazymapping import LazyMapping
from kehoach.machine.tracing import ALL, ASKED, Traced, note, shared, untraced, watched
from kehoach.meaning.fabric import OUTLINED, Fabric
from kehoach.model.outline import Outline
from kehoach.model.plan import Plan
from kehoach.model.registry import Document, Relation

INVERSES: Mapping[str, str] = {
    "implements": "implemented_by",
    "based_on": "basis_of",
    "proposed_by": "proposes",
    "replaces": "replaced_by",
    "amends": "amended_by",
    "corrects": "corrected_by",
    "repeals": "repealed_by",
    "issues": "issued_by",
    "cites": "cited_by",
    "follows": "followed_by",
    "continues": "continued_by",
    "said_above": "said_below",
    "nearest_held": "nearest_held_for",
    "common_origin": "common_origin",
}
"""Each type of relation and what it is called from the other side."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A node: ``kind`` is plan or document, ``id`` its id; ``item`` names an item of a plan."""

    kind: str
    id: str
    item: str = ""

    @property
    def whole(self) -> Endpoint:
        """The plan or document itself."""
        return Endpoint(self.kind, self.id) if self.item else self


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation from ``source`` to ``target``.

    ``words`` are printed words that say it, at ``path`` of the source plan; ``origin`` says where the fact was
    found otherwise. ``certainty`` is certain, likely or doubtful.
    """

    type: str
    source: Endpoint
    target: Endpoint
    certainty: str
    date: dt.date | None = None
    words: str = ""
    path: str = ""
    origin: str = ""

    @property
    def inverse(self) -> str:
        """The relation's name from the target's side."""
        return INVERSES[self.type]


TIES, LOWER, UPPER = "ties", "lower", "upper"
"""Kinds of questions: the relations of a node, and the pairings of a plan with lower and with upper ones."""

_Key = TypeVar("_Key")


def grouped(pairs: Iterable[tuple[_Key, Tie]]) -> dict[_Key, list[Tie]]:
    """Group relations by a key, both in their order."""
    by_key: dict[_Key, list[Tie]] = {}
    for key, tie in pairs:
        by_key.setdefault(key, []).append(tie)
    return by_key


def _once(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Give each relation of two different plans or documents once."""
    by_ends: dict[tuple[str, Endpoint, Endpoint], Tie] = {}
    for tie in ties:
        if tie.source.whole != tie.target.whole:
            by_ends.setdefault((tie.type, tie.source, tie.target), tie)
    return tuple(by_ends.values())


_HELD = 60
"""Plans whose relations to earlier ones are held, each 30 kB."""


class Relations:
    """All relations of a fabric, to be asked from either side."""

    def __init__(self, fabric: Fabric) -> None:
        self.fabric = fabric
        # Read once for all who ask: who keeps what is made of it says itself what it looked at.
        self._outlines = untraced(fabric.outlines)

    @property
    def all(self) -> tuple[Tie, ...]:
        """Every relation once: those of the plans in order, then those of the registry."""
        return tuple(self.every())

    def every(self) -> Iterator[Tie]:
        """Give them one by one: some fifty a plan, so that not all are held."""
        note(OUTLINED + ALL)
        for plan_id in self._outlines:
            yield from _once((*self._stated[plan_id], *self._continued[plan_id]))
        yield from self._registered_alone()

    def said(self) -> Iterator[Tie]:
        """Give of them those that words or registries say: all but what goes on from edition to edition."""
        note(OUTLINED + ALL)
        yield from (*chain.from_iterable(self._stated.values()), *self._registered_alone())

    def going_on(self) -> Iterator[tuple[str, str]]:
        """Give the plans of which one goes on from the other, the later first, without going from item to item."""
        note(OUTLINED + ALL)
        for earlier, plans in self._sources.items():
            yield from ((plan_id, earlier) for plan_id, goes_on in plans.items() if goes_on)

    def _registered_alone(self) -> Iterator[Tie]:
        for tie in self._registered:
            own = self._stated[tie.source.id] if tie.source.kind == "plan" else ()
            if all((tie.type, tie.source, tie.target) != (one.type, one.source, one.target) for one in own):
                yield tie

    @shared
    def _stated(self) -> Mapping[str, tuple[Tie, ...]]:
        """Per plan the relations that its own words say."""
        return {
            plan_id: _once((*self._opening(outline.head), *self._cited(outline)))
            for plan_id, outline in self._outlines.items()
        }

    @cached_property
    def _nodes(self) -> dict[tuple[str, str], Endpoint]:
        return {}

    def _node(self, kind: str, name: str) -> Endpoint:
        """Give the node of a plan or document: one for all its relations, of which ten thousand plans have many."""
        return self._nodes.setdefault((kind, name), Endpoint(kind, name))

    @shared
    def _registered(self) -> tuple[Tie, ...]:
        documents = self.fabric.registry.documents.values()
        return _once(self._relation(document, relation) for document in documents for relation in document.relations)

    @cached_property
    def _continued(self) -> Mapping[str, tuple[Tie, ...]]:
        """Per plan its relations to earlier ones, item by item: a hundred times as many as all others, when asked."""

        def continued(plan_id: str) -> tuple[Tie, ...]:
            previous = self.fabric.previous(plan_id)
            return _once(_editions(self._outlines[plan_id], self._outlines[previous])) if previous else ()

        return LazyMapping(self._outlines, continued, _HELD)

    @shared
    def _sources(self) -> Mapping[str, Mapping[str, bool]]:
        """Per plan or document, by its id, the plans that have a relation to it, in order; whether they go on."""
        sources: dict[str, dict[str, bool]] = {}
        for plan_id, outline in self._outlines.items():
            for tie in self._stated[plan_id]:
                sources.setdefault(tie.target.id, {})[plan_id] = False
            if previous := self.fabric.previous(plan_id):
                plan_ids = (target.rpartition("#")[0] for item in outline.items for target in item.continues)
                for earlier in (previous, *filter(None, plan_ids)):
                    sources.setdefault(earlier, {})[plan_id] = True
        return sources

    @cached_property
    def _registered_sides(self) -> tuple[Mapping[Endpoint, list[Tie]], Mapping[Endpoint, list[Tie]]]:
        return (
            grouped((tie.source.whole, tie) for tie in self._registered),
            grouped((tie.target.whole, tie) for tie in self._registered),
        )

    def of(self, document: Endpoint, said: bool = False) -> list[Tie]:
        """Give the relations that a plan or document has to others, those alone that are ``said`` if asked for."""
        note(f"{ASKED}{TIES}/{document.kind}/{document.id}")
        with watched():
            return self._of(document, said)

    def _of(self, document: Endpoint, said: bool) -> list[Tie]:
        is_held = document.kind == "plan" and document.id in self._outlines
        stated = self._stated[document.id] if is_held else ()
        continued = self._continued[document.id] if is_held and not said else ()
        return list(_once((*stated, *continued, *self._registered_sides[0].get(document, ()))))

    def to(self, document: Endpoint) -> list[Tie]:
        """Give the relations that others have to a plan or document."""
        note(f"{ASKED}{TIES}/{document.kind}/{document.id}")
        with watched():
            ties = (
                tie
                for plan_id, goes_on in self._sources.get(document.id, {}).items()
                for tie in (*self._stated[plan_id], *(self._continued[plan_id] if goes_on else ()))
            )
            own = (tie for tie in ties if tie.target.whole == document)
            return list(_once((*own, *self._registered_sides[1].get(document, ()))))

    @shared
    def pairings(self) -> tuple[Tie, ...]:
        """The relations between a plan and a held one that it names as above it, or a person does; each pair once."""
        ties: dict[tuple[str, str], Tie] = {}
        plans = (tie for ties in self._stated.values() for tie in ties)
        for tie in (*plans, *self._registered):
            if tie.type in _COMPARED and tie.source.kind == tie.target.kind == "plan":
                ties.setdefault((tie.source.id, tie.target.id), tie)
        return tuple(ties.values())

    @shared
    def compared_with(self) -> Mapping[str, list[Tie]]:
        """Per plan the pairings in which it is the upper one."""
        return Traced(grouped((tie.target.id, tie) for tie in self.pairings), f"{ASKED}{LOWER}/")

    @shared
    def compared_to(self) -> Mapping[str, list[Tie]]:
        """Per plan the pairings in which it is the lower one."""
        return Traced(grouped((tie.source.id, tie) for tie in self.pairings), f"{ASKED}{UPPER}/")

    def endpoint(self, document_id: str) -> Endpoint:
        """Give the node of a document: the plan itself where its text is held."""
        document = self.fabric.registry.documents.get(document_id)
        if document and document.plan in self._outlines:
            return self._node("plan", document.plan)
        return self._node("document", document_id)

    def _opening(self, plan: Plan) -> Iterator[Tie]:
        for upper in self.fabric.above(plan.id):
            words = upper.sentence
            origin = "" if words else "người đọc ghi ở khóa coverage của tệp kế hoạch"
            target = self._node(upper.kind, upper.id)
            date = plan.date_line.date
            yield Tie(
                upper.relation, self._node("plan", plan.id), target, upper.certainty, date, words, upper.path, origin
            )

    def _cited(self, outline: Outline) -> Iterator[Tie]:
        """Documents that a plan names without resting on them."""
        plan = outline.head
        cited_nodes = {self._node(upper.kind, upper.id) for upper in self.fabric.above(plan.id) if upper.words}
        for mention in outline.named:
            target = self.endpoint(mention.target) if mention.kind == "document" else None
            if target and target not in cited_nodes:
                cited_nodes.add(target)
                yield Tie(
                    "cites",
                    self._node("plan", plan.id),
                    target,
                    "certain",
                    plan.date_line.date,
                    mention.words,
                    mention.path,
                )

    def _relation(self, document: Document, relation: Relation) -> Tie:
        evidence = relation.evidence
        source, target = self.endpoint(document.id), self.endpoint(relation.document)
        return Tie(
            relation.type, source, target, evidence.certainty, relation.date or document.issued, origin=evidence.source
        )


@lru_cache(maxsize=1)
def relations_of(fabric: Fabric) -> Relations:
    """Give the relations of a fabric, read once for all who ask."""
    return Relations(fabric)


_COMPARED = ("implements", "based_on", "said_above")


def _editions(outline: Outline, previous: Outline) -> Iterator[Tie]:
    """The edition before, and item by item what goes on."""
    plan, earlier = outline.head, previous.head.id
    yield Tie("follows", Endpoint("plan", plan.id), Endpoint("plan", earlier), "certain", plan.date_line.date)
    for item, plan_id, target in continuations(outline, previous):
        source = Endpoint("plan", plan.id, item)
        origin = "cùng mã mục" if target == item else "ghi ở continues"
        yield Tie("continues", source, Endpoint("plan", plan_id, target), "certain", origin=origin)
