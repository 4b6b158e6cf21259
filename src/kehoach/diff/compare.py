"""Comparing two linked plans: alignment, field by field differences, order, legal basis, shares."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kehoach.diff.align import Pair, align
from kehoach.diff.bodies import handovers
from kehoach.diff.headline import headline
from kehoach.diff.model import BasisChange, Change, Comparison, FieldChange, Share
from kehoach.diff.nodes import Node, Vocabulary, nodes
from kehoach.diff.numbers import Number, changed, numbers
from kehoach.diff.weigh import field_weight, weigh
from kehoach.diff.words import count as count_words
from kehoach.diff.words import kept, ops
from kehoach.duties import Duty
from kehoach.fabric import LinkedPlan
from kehoach.linking import Linker
from kehoach.parties import heading_parties
from kehoach.registry import Registry


def compare(old: LinkedPlan, new: LinkedPlan, registry: Registry, *, use_ids: bool = True) -> Comparison:
    """Describe what leads from one plan to another; without ids they are aligned by content alone.

    Both are read with one state of the registries, so that a new registry entry is no change of a plan.
    """
    old, new = (LinkedPlan(linked.plan, Linker(registry)) for linked in (old, new))
    vocabulary = Vocabulary(registry)
    before, after = nodes(old, vocabulary), nodes(new, vocabulary)
    pairs = align(before, after, use_ids=use_ids, continued=_continued(old.plan.id, new.plan.id))
    moved = _moved(before, after, pairs)
    describe = _Describer(old, new, registry, vocabulary)
    changes = [describe.change(pair, before, after, pair in moved) for pair in _in_order(pairs)]
    changes = _said_above(changes)
    carried, sections = _shares(changes, after)
    comparison = Comparison(
        old.plan.id, new.plan.id, tuple(changes), tuple(_basis(old, new, registry)), carried, sections
    )
    return replace(comparison, headline=headline(comparison, old, new, registry))


def _continued(old_id: str, new_id: str) -> Callable[[str], str]:
    """Tell what item of the old plan a ``continues`` entry of the new one names, if any.

    An entry without a plan id speaks of the edition before, never of another revision of the same plan.
    """

    def item(target: str) -> str:
        plan_id, _, item_id = target.rpartition("#")
        named = plan_id or (
            old_id if old_id != new_id and old_id.rpartition("/")[0] == new_id.rpartition("/")[0] else ""
        )
        return item_id if named == old_id else ""

    return item


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """Sort by the new plan's order; a removal follows what stood before it in the old plan."""
    place = {p.old: p.new for p in pairs if p.old >= 0 and p.new >= 0 and p.kind == "pair"}
    at = -1.0
    where: dict[Pair, tuple[float, int, int]] = {}
    for pair in sorted((p for p in pairs if p.old >= 0), key=lambda p: (p.old, p.kind != "pair")):
        if pair.old in place:
            at = place[pair.old]
        where[pair] = (pair.new, 0, pair.old) if pair.new >= 0 else (at, 1, pair.old)
    for pair in pairs:
        where.setdefault(pair, (pair.new, 0, -1))
    return sorted(pairs, key=lambda p: (*where[p], p.kind != "pair"))


def _moved(before: Sequence[Node], after: Sequence[Node], pairs: Sequence[Pair]) -> set[Pair]:
    """Find pairs under another parent, or out of order among the pairs of their parent (fewest possible)."""
    real = [p for p in pairs if p.kind == "pair" and p.old >= 0 and p.new >= 0]
    partner = {p.old: p.new for p in real}
    moved = set()
    families: dict[tuple[str, int], list[Pair]] = {}
    for pair in sorted(real, key=lambda p: p.new):
        a, b = before[pair.old], after[pair.new]
        if a.group != "provision":
            continue
        above = partner.get(a.parent, -1) if a.parent >= 0 else -1
        if above != b.parent:
            moved.add(pair)
        else:
            families.setdefault((b.group, b.parent), []).append(pair)
    for family in families.values():
        steady = _longest_rising([p.old for p in family])
        moved.update(p for p in family if p.old not in steady)
    return moved


def _longest_rising(values: Sequence[int]) -> set[int]:
    """Give the values of one longest rising subsequence."""
    tails: list[int] = []
    back: dict[int, int | None] = {}
    for value in values:
        at = bisect_left(tails, value)
        back[value] = tails[at - 1] if at else None
        tails[at : at + 1] = [value]
    found: set[int] = set()
    last: int | None = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = back[last]
    return found


def _said_above(changes: Sequence[Change]) -> list[Change]:
    """Leave out of a provision a change of bodies that the heading above it already says."""
    by_new = {c.new.index: c for c in changes if c.new and c.relation == "pair"}
    out = []
    for change in changes:
        above = by_new.get(change.new.parent) if change.new and change.old else None
        said = (above.bodies_gone, above.bodies_come) if above and above.old else ((), ())
        if any(said) and said == (change.bodies_gone, change.bodies_come):
            change = replace(change, handovers=(), bodies_gone=(), bodies_come=())
            weight, reason = weigh(change)
            change = replace(change, weight=weight, reason=reason)
        out.append(change)
    return out


class _Describer:
    """Describes pairs of nodes of two given plans."""

    def __init__(self, old: LinkedPlan, new: LinkedPlan, registry: Registry, vocabulary: Vocabulary) -> None:
        self.registry = registry
        self.vocabulary = vocabulary
        self.years = (old.plan.year, new.plan.year)
        self.by = new.plan.window[1]
        self.duties = tuple(_by_anchor(plan.duties) for plan in (old, new))

    def change(self, pair: Pair, before: Sequence[Node], after: Sequence[Node], moved: bool) -> Change:
        a = before[pair.old] if pair.old >= 0 else None
        b = after[pair.new] if pair.new >= 0 else None
        if a is None or b is None:
            return self._single(a, b)
        fields = tuple(self._fields(a, b))
        status = "changed" if fields or pair.kind != "pair" else "same"
        change = Change(status, a, b, pair.kind, moved, pair.by, fields)
        if pair.kind == "pair":
            change = self._details(change, a, b)
        weight, reason = weigh(change)
        return replace(change, weight=weight, reason=reason)

    def _single(self, a: Node | None, b: Node | None) -> Change:
        node = a or b
        assert node is not None
        status = "removed" if a else "added"
        fields = tuple(
            FieldChange(
                name, text if a else "", "" if a else text, ops(text, "") if a else ops("", text), "substantive"
            )
            for name, text in node.fields.items()
        )
        gone = tuple(numbers(node.text)) if a and node.group == "provision" else ()
        change = Change(status, a, b, fields=fields, gone=gone)
        units = tuple(self._leads(0 if a else 1, node))
        found = {kind: tuple(_targets(node, kind)) for kind in ("document", "indicator")}
        if a:
            change = replace(
                change, bodies_gone=units, documents_gone=found["document"], indicators_gone=found["indicator"]
            )
        else:
            change = replace(
                change, bodies_come=units, documents_come=found["document"], indicators_come=found["indicator"]
            )
        weight, reason = weigh(change)
        return replace(change, weight=weight, reason=reason)

    def _fields(self, a: Node, b: Node) -> list[FieldChange]:
        names = [*b.fields, *(name for name in a.fields if name not in b.fields)]
        found = []
        for name in names:
            old, new = a.fields.get(name, ""), b.fields.get(name, "")
            if old != new or (name in a.fields) != (name in b.fields):
                same = self.vocabulary.words(old, self.years[0]) == self.vocabulary.words(new, self.years[1])
                found.append(FieldChange(name, old, new, ops(old, new), field_weight(name, old, new, same)))
        return found

    def _details(self, change: Change, a: Node, b: Node) -> Change:
        pairs, gone, _ = self._numbers(a, b)
        leads = tuple(self._leads(0, a)), tuple(self._leads(1, b))
        documents = set(_targets(a, "document")), set(_targets(b, "document"))
        indicators = set(_targets(a, "indicator")), set(_targets(b, "indicator"))
        return replace(
            change,
            numbers=tuple(pairs),
            gone=tuple(gone),
            handovers=tuple(handovers(self.registry, *leads, self.by)),
            bodies_gone=tuple(u for u in leads[0] if u not in leads[1]),
            bodies_come=tuple(u for u in leads[1] if u not in leads[0]),
            documents_gone=tuple(sorted(documents[0] - documents[1])),
            documents_come=tuple(sorted(documents[1] - documents[0])),
            indicators_gone=tuple(sorted(indicators[0] - indicators[1])),
            indicators_come=tuple(sorted(indicators[1] - indicators[0])),
        )

    def _numbers(self, a: Node, b: Node) -> tuple[list[tuple[Number, Number]], list[Number], list[Number]]:
        if a.group != "provision":
            return [], [], []
        return changed(numbers(a.text), numbers(b.text))

    def _leads(self, side: int, node: Node) -> list[str]:
        """Give the bodies that must act by a provision: lead and implementers of its duties, or its heading."""
        found: dict[str, None] = {}
        if node.group == "provision" and "heading" in node.fields:
            for party in heading_parties(node.fields["heading"], node.mentions["heading"]):
                if party.unit:
                    found[party.unit] = None
        for duty in self.duties[side].get(node.key, ()) if node.group == "provision" else ():
            for party in (*duty.lead, *duty.implementers):
                if party.unit:
                    found[party.unit] = None
        return list(found)


def _by_anchor(duties: Sequence[Duty]) -> Mapping[str, list[Duty]]:
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        if duty.kind != "reporting":
            found.setdefault(duty.anchor, []).append(duty)
    return found


def _targets(node: Node, kind: str) -> list[str]:
    """Give the ids of a kind that a node mentions, once each; of documents only those properly cited."""
    return list(
        dict.fromkeys(
            m.target
            for mentions in node.mentions.values()
            for m in mentions
            if m.kind == kind and m.target and (kind != "document" or m.citation)
        )
    )


def _shares(changes: Sequence[Change], after: Sequence[Node]) -> tuple[Share, dict[str, Share]]:
    """Count kept words of the new plan, in all and by section (label path of the top provision or part)."""
    counted: dict[str, list[int]] = {}
    for change in changes:
        if change.new is None or change.relation != "pair":
            continue
        top = change.new
        while top.parent >= 0:
            top = after[top.parent]
        section = counted.setdefault(top.path if top.group == "provision" else "", [0, 0])
        for name, text in change.new.fields.items():
            total = count_words(text)
            altered = change.field(name)
            section[0] += 0 if change.status == "added" else kept(altered.ops) if altered else total
            section[1] += total
    shares = {name: Share(*figures) for name, figures in counted.items()}
    whole = Share(sum(s.kept for s in shares.values()), sum(s.words for s in shares.values()))
    return whole, shares


def _basis(old: LinkedPlan, new: LinkedPlan, registry: Registry) -> list[BasisChange]:
    """Match invoked documents: the same one, else one of the same line, of the same name, or that replaces it."""
    before, after = _invoked(old), _invoked(new)
    found = [BasisChange("kept", doc, doc) for doc in before if doc in after]
    left = [doc for doc in after if doc not in before]
    for doc in (doc for doc in before if doc not in after):
        heir = next((other for other in left if _follows(registry, doc, other)), None)
        if heir:
            left.remove(heir)
            found.append(BasisChange("replaced", doc, heir))
        else:
            found.append(BasisChange("dropped", doc))
    return found + [BasisChange("added", new=doc) for doc in left]


def _invoked(linked: LinkedPlan) -> list[str]:
    kinds = ("basis", "pursuance")
    return list(
        dict.fromkeys(
            m.target
            for line, m in linked.found()
            if line.kind in kinds and m.kind == "document" and m.citation and m.target
        )
    )


def _follows(registry: Registry, old: str, new: str) -> bool:
    a, b = registry.documents[old], registry.documents[new]
    return bool(
        (a.line and a.line == b.line)
        or set(a.names) & set(b.names)
        or any(r.type in ("replaces", "repeals") and r.document == old for r in b.relations)
    )
