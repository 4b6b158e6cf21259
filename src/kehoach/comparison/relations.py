"""How plans and documents hang together: typed relations, each with its words, date, source and certainty.

They are read from the plans' opening lines and citations, from the registry of documents and from the order of
editions: a text or a person says each. Documents whose text is not held are nodes like any other. What a machine
may only suppose of two plans is kept apart (``supposed.py``), for an analysis that somebody asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain

from kehoach.comparison.continuations import continuations
from kehoach.comparison.ties import INVERSES as INVERSES
from kehoach.comparison.ties import Endpoint as Endpoint
from kehoach.comparison.ties import Pairings, grouped, once, paired
from kehoach.comparison.ties import Tie as Tie
from kehoach.machine.lazymapping import LazyMapping
from kehoach.machine.tracing import ALL, ASKED, Traced, note, shared, untraced, watched
from kehoach.meaning.fabric import OUTLINED, Fabric
from kehoach.model.outline import Outline
from kehoach.model.plan import Plan
from kehoach.model.registry import Document, Relation

TIES, LOWER, UPPER = "ties", "lower", "upper"
"""Kinds of questions: the relations of a node, and the pairings of a plan with lower and with upper ones."""

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
            yield from once((*self._stated[plan_id], *self._continued[plan_id]))
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

    @cached_property
    def _stated(self) -> Mapping[str, tuple[Tie, ...]]:
        """Per plan the relations that its own words say, read when they are asked for."""

        def stated(plan_id: str) -> tuple[Tie, ...]:
            with watched():
                outline = self._outlines[plan_id]
                return once((*self._opening(outline.head), *self._cited(outline)))

        return LazyMapping(self._outlines, stated)

    @cached_property
    def _nodes(self) -> dict[tuple[str, str], Endpoint]:
        return {}

    def _node(self, kind: str, name: str) -> Endpoint:
        """Give the node of a plan or document: one for all its relations, of which ten thousand plans have many."""
        return self._nodes.setdefault((kind, name), Endpoint(kind, name))

    @shared
    def _registered(self) -> tuple[Tie, ...]:
        documents = self.fabric.registry.documents.values()
        return once(self._relation(document, relation) for document in documents for relation in document.relations)

    @cached_property
    def _continued(self) -> Mapping[str, tuple[Tie, ...]]:
        """Per plan its relations to earlier ones, item by item: a hundred times as many as all others, when asked."""

        def continued(plan_id: str) -> tuple[Tie, ...]:
            previous = self.fabric.previous(plan_id)
            return once(_editions(self._outlines[plan_id], self._outlines[previous])) if previous else ()

        return LazyMapping(self._outlines, continued, _HELD)

    @shared
    def _sources(self) -> Mapping[str, Mapping[str, bool]]:
        """Per plan or document, by its id, the plans that have a relation to it, in order; whether they go on."""
        sources: dict[str, dict[str, bool]] = {}
        for plan_id, outline in self._outlines.items():
            for target in self._targets(outline):
                sources.setdefault(target, {})[plan_id] = False
            if previous := self.fabric.previous(plan_id):
                plan_ids = (target.rpartition("#")[0] for item in outline.items for target in item.continues)
                for earlier in (previous, *filter(None, plan_ids)):
                    sources.setdefault(earlier, {})[plan_id] = True
        return sources

    def _targets(self, outline: Outline) -> Iterator[str]:
        """Give the ids of what a plan's own words name, without a relation for each: all plans are gone through."""
        own = outline.head.id
        yield from (upper.id for upper in self.fabric.above(own) if upper.id != own)
        documents = (named.target for named in outline.named if named.kind == "document")
        yield from (target for document in documents if (target := self.endpoint(document).id) != own)

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
        return list(once((*stated, *continued, *self._registered_sides[0].get(document, ()))))

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
            return list(once((*own, *self._registered_sides[1].get(document, ()))))

    @shared
    def pairings(self) -> tuple[Tie, ...]:
        """The relations between a plan and a held one that it names as above it, or a person does; each pair once."""
        return paired((*chain.from_iterable(self._stated.values()), *self._registered))

    @cached_property
    def compared_with(self) -> Mapping[str, tuple[Tie, ...]]:
        """Per plan the pairings in which it is the upper one."""

        def of_upper(plan_id: str) -> tuple[Tie, ...]:
            stated = chain.from_iterable(self._stated[lower] for lower in self.fabric.below(plan_id))
            node = self._node("plan", plan_id)
            ties = paired((*stated, *self._registered_sides[1].get(node, ())))
            return tuple(tie for tie in ties if tie.target == node)

        return self._pairings(of_upper, lambda tie: tie.target, LOWER)

    @cached_property
    def compared_to(self) -> Mapping[str, tuple[Tie, ...]]:
        """Per plan the pairings in which it is the lower one."""

        def of_lower(plan_id: str) -> tuple[Tie, ...]:
            return paired((*self._stated[plan_id], *self._registered_sides[0].get(self._node("plan", plan_id), ())))

        return self._pairings(of_lower, lambda tie: tie.source, UPPER)

    def _pairings(
        self, of_plan: Callable[[str], tuple[Tie, ...]], end: Callable[[Tie], Endpoint], kind: str
    ) -> Mapping[str, tuple[Tie, ...]]:
        """Give pairings by the plans at one end; those of a plan are read when they are asked for."""

        def plans() -> Iterable[str]:
            return dict.fromkeys(end(tie).id for tie in self.pairings)

        return Traced(Pairings(LazyMapping(self._outlines, of_plan), plans), f"{ASKED}{kind}/")

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


def _editions(outline: Outline, previous: Outline) -> Iterator[Tie]:
    """The edition before, and item by item what goes on."""
    plan, earlier = outline.head, previous.head.id
    yield Tie("follows", Endpoint("plan", plan.id), Endpoint("plan", earlier), "certain", plan.date_line.date)
    for item, plan_id, target in continuations(outline, previous):
        source = Endpoint("plan", plan.id, item)
        origin = "cùng mã mục" if target == item else "ghi ở continues"
        yield Tie("continues", source, Endpoint("plan", plan_id, target), "certain", origin=origin)
