"""Describing pairs of provisions: their fields, numbers, bodies, documents and indicators."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.comparison.actingbodies import leads_of, partners_of, swapped_with, told_by_bodies, without_abolished
from kehoach.comparison.bodies import handovers
from kehoach.comparison.model import Change, FieldChange
from kehoach.comparison.movedsentences import with_moved_sentences
from kehoach.comparison.nodes import ComparedNode, Vocabulary
from kehoach.comparison.numbers import Number, changed, numbers
from kehoach.comparison.pairing import Pair
from kehoach.comparison.sections import resettled
from kehoach.comparison.signatures import MeaningSignatures
from kehoach.comparison.weigh import field_weight, weigh
from kehoach.comparison.words import ops
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.frozen import but
from kehoach.model.registry import Registry


def describe(
    old: LinkedPlan,
    new: LinkedPlan,
    nodes: tuple[Sequence[ComparedNode], Sequence[ComparedNode]],
    pairs: Sequence[Pair],
    moved: set[Pair],
    vocabulary: Vocabulary,
    registry: Registry,
) -> list[Change]:
    """Describe what each pair says, in the order of the pairs."""
    before, after = nodes
    signatures = MeaningSignatures.of(old, new, vocabulary, registry)
    relatives = _Relatives(pairs, before, after)
    latest = max(old.plan.window[1], new.plan.window[1])
    leads = leads_of(old, before, registry, latest), leads_of(new, after, registry, latest)
    partners = partners_of(old), partners_of(new)
    partner = {pair.old: pair.new for pair in pairs if pair.kind == "pair"}
    changes = []
    for pair in pairs:
        a = before[pair.old] if pair.old >= 0 else None
        b = after[pair.new] if pair.new >= 0 else None
        change = _fields_changed(pair, a, b, vocabulary, signatures)
        facts = relatives.family_facts(change, pair)
        change = but(change, moved=pair in moved, by=pair.by if a and b else "", **facts)
        acting: tuple[list[str], list[str]] = ([], [])
        # The same words in the same place order the same bodies, however they are read.
        if pair.kind == "pair" and (change.moved or any(f.weight != "editorial" for f in change.fields)):
            olds, news = acting = relatives.leads(change, leads, signatures)
            if signatures.before_reform >= 0:
                olds, news = without_abolished(olds, news, max(old.plan.window[0], new.plan.window[0]), registry)
            change = _with_bodies(change, olds, news, new.plan.window[1], registry)
            if swapped := swapped_with(change, partners):
                change = but(change, swapped=swapped)
        elif pair.kind == "split" and a and b:
            change = _given_away(change, leads[0][a.index], leads[1][b.index], new.plan.window[1], registry)
        changes.append(signatures.signed(but(change, **resettled(change, nodes, partner)), acting))
    return [_weighed(change) for change in with_moved_sentences(_said_above(changes, after), old, new)]


def _given_away(change: Change, olds: Sequence[str], news: Sequence[str], by: dt.date, registry: Registry) -> Change:
    """Tell that a part split off goes to bodies that the whole did not name, from those whose it was."""
    named = change.old.named.get("unit", ()) if change.old else ()
    if not olds or not news or {*news} & {*olds, *named}:
        return change
    return _with_bodies(change, olds, news, by, registry)


def _with_bodies(change: Change, olds: Sequence[str], news: Sequence[str], by: dt.date, registry: Registry) -> Change:
    return but(
        change,
        handovers=tuple(handovers(registry, olds, news, by)) if change.old and change.new else (),
        bodies_gone=tuple(u for u in olds if u not in news),
        bodies_come=tuple(u for u in news if u not in olds),
    )


def _weighed(change: Change) -> Change:
    weight, reason = weigh(change)
    return but(change, weight=weight, reason=reason)


def _fields_changed(
    pair: Pair, a: ComparedNode | None, b: ComparedNode | None, vocabulary: Vocabulary, signatures: MeaningSignatures
) -> Change:
    olds, news = (a.fields if a else {}), (b.fields if b else {})
    fields = []
    for name in dict.fromkeys((*news, *olds)):
        old, new = olds.get(name, ""), news.get(name, "")
        if old == new and (name in olds) == (name in news):
            continue
        if a is None or b is None:
            weight = "substantive"
        else:
            years = [reader.year for reader in signatures.readers]
            same = vocabulary.words(old, years[0]) == vocabulary.words(new, years[1]) or signatures.same(a, b, name)
            weight = field_weight(name, old, new, same)
        fields.append(FieldChange(name, old, new, ops(old, new), weight))
    status = "removed" if b is None else "added" if a is None else "changed"
    if status == "changed" and not fields and pair.kind == "pair":
        status = "same"
    return Change(status, a, b, pair.kind, fields=tuple(fields))


@dataclass
class _Family:
    """Nodes that are one matter: a pair and what was split off it or merged into it."""

    old: dict[int, None]
    new: dict[int, None]


class _Relatives:
    """What a family lost and gained; each loss is told once, at the first change that shows the old node.

    A number, document or indicator that went along with a split-off part has its counterpart there.
    """

    def __init__(self, pairs: Sequence[Pair], before: Sequence[ComparedNode], after: Sequence[ComparedNode]) -> None:
        self.before, self.after = before, after
        self.extra = [p for p in pairs if p.kind != "pair"]
        ordered = sorted(pairs, key=lambda p: p.kind != "pair")
        self.first_old: dict[int, Pair] = {}
        self.first_new: dict[int, Pair] = {}
        families: dict[tuple[str, int], _Family] = {}
        for pair in ordered:
            if pair.old >= 0:
                self.first_old.setdefault(pair.old, pair)
            if pair.new >= 0:
                self.first_new.setdefault(pair.new, pair)
            _unite(families, pair)
        self.families = families
        self.numbers: dict[int, tuple[list[tuple[Number, Number]], list[Number]]] = {}
        for family in {id(f): f for f in families.values()}.values():
            self._match_numbers(family)

    def _match_numbers(self, family: _Family) -> None:
        if len(family.old) == len(family.new) == 1:
            (a,), (b,) = family.old, family.new
            if self.before[a].fields == self.after[b].fields:
                return  # most provisions are the same word for word
        owners: dict[int, int] = {}
        old: list[Number] = []
        for index in family.old:
            for number in _promised(self.before[index]):
                owners[id(number)] = index
                old.append(number)
        new = [number for index in family.new for number in _promised(self.after[index])]
        pairs, dropped, _ = changed(old, new)
        for number, other in pairs:
            self.numbers.setdefault(owners[id(number)], ([], []))[0].append((number, other))
        for number in dropped:
            self.numbers.setdefault(owners[id(number)], ([], []))[1].append(number)

    def family_facts(self, change: Change, pair: Pair) -> dict[str, Any]:
        """Give what a change's family lost or gained and is told here, by the change's field."""
        facts: dict[str, Any] = {}
        a, b = change.old, change.new
        family = self.families[("old", a.index) if a else ("new", b.index if b else -1)]
        if a and self.first_old[a.index] == pair:
            altered, dropped = self.numbers.get(a.index, ([], []))
            opposite = [self.after[i] for i in family.new]
            facts.update(
                numbers=tuple(altered),
                numbers_gone=tuple(dropped),
                documents_gone=_without_counterpart(a, opposite, "document"),
                indicators_gone=_without_counterpart(a, opposite, "indicator"),
            )
        if b and self.first_new[b.index] == pair:
            opposite = [self.before[i] for i in family.old]
            facts.update(
                documents_come=_without_counterpart(b, opposite, "document"),
                indicators_come=_without_counterpart(b, opposite, "indicator"),
            )
        if pair.kind == "pair" and self.extra:
            facts.update(
                gave=tuple(self.after[p.new] for p in self.extra if a and p.old == a.index),
                took=tuple(self.before[p.old] for p in self.extra if b and p.new == b.index),
            )
        return facts

    def leads(
        self, change: Change, leads: tuple[list[list[str]], list[list[str]]], signatures: MeaningSignatures
    ) -> tuple[list[str], list[str]]:
        """Give the bodies that must act by a family's old and new provisions, once each.

        One side on which no doer is read tells nothing of who came or went among those that it names.
        """
        a, b = change.old, change.new
        family = self.families[("old", a.index) if a else ("new", b.index if b else -1)]
        olds = list(dict.fromkeys(unit for index in family.old for unit in leads[0][index]))
        news = list(dict.fromkeys(unit for index in family.new for unit in leads[1][index]))
        if len(family.old) + len(family.new) > 2:
            # In a merged or split text a body may act from the middle of a sentence, where no duty is read.
            named_after = {target for i in family.new for target in self.after[i].named.get("unit", ())}
            named_before = {target for i in family.old for target in self.before[i].named.get("unit", ())}
            own = leads[0][a.index] if a else [], leads[1][b.index] if b else []
            olds, news = (
                [u for u in olds if u in news or (u in own[0] and u not in named_after)],
                [u for u in news if u in olds or (u in own[1] and u not in named_before)],
            )
        if a and b and (set(olds) <= set(news) or set(news) <= set(olds)):
            return told_by_bodies(signatures.pair(a, b), olds, news)
        return olds, news


def _unite(families: dict[tuple[str, int], _Family], pair: Pair) -> None:
    keys = [key for key in (("old", pair.old), ("new", pair.new)) if key[1] >= 0]
    united = [families[key] for key in keys if key in families]
    family = united[0] if united else _Family({}, {})
    for other in united[1:]:
        if other is not family:
            family.old.update(other.old)
            family.new.update(other.new)
    if pair.old >= 0:
        family.old[pair.old] = None
    if pair.new >= 0:
        family.new[pair.new] = None
    families.update({("old", i): family for i in family.old} | {("new", i): family for i in family.new})


def _promised(node: ComparedNode) -> list[Number]:
    return numbers(node.text) if node.group == "provision" else []


def _without_counterpart(node: ComparedNode, nodes: Iterable[ComparedNode], kind: str) -> tuple[str, ...]:
    own = node.named.get(kind)
    if not own:
        return ()
    targets = {target for other in nodes for target in other.named.get(kind, ())}
    return tuple(target for target in own if target not in targets)


def _said_above(changes: Sequence[Change], after: Sequence[ComparedNode]) -> list[Change]:
    """Leave out of a provision a change of bodies that a heading above it already says."""
    by_new = {c.new.index: c for c in changes if c.new and c.relation == "pair"}
    out = []
    for change in changes:
        above = change.new.parent if change.new and change.old else -1
        while above >= 0 and (change.bodies_gone or change.bodies_come):
            around = by_new.get(above)
            if around and around.old and _covers(around, change):
                change = but(change, handovers=(), bodies_gone=(), bodies_come=())
            above = after[above].parent
        out.append(change)
    return out


def _covers(around: Change, change: Change) -> bool:
    return set(change.bodies_gone) <= set(around.bodies_gone) and set(change.bodies_come) <= set(around.bodies_come)
