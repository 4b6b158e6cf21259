"""What each change does to the meaning of a duty: the signatures of both sides laid side by side, part by part.

A duty's prose, its time and its bodies are compared apart; what a handover, a changed number or another provision
already accounts for is not told twice.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from kehoach.comparison.counterparts import NOTHING_ELSEWHERE, Counterparts, in_place_of
from kehoach.comparison.differences import differences, without_counterpart
from kehoach.comparison.localbodies import REFORM
from kehoach.comparison.meanings import NAMES, Difference
from kehoach.comparison.model import Change
from kehoach.comparison.nodes import ComparedNode, Vocabulary
from kehoach.comparison.otherforms import LABELLED, as_fields
from kehoach.comparison.rolechanges import role_changes
from kehoach.comparison.rolledyears import with_years_rolled
from kehoach.comparison.shortforms import in_one_writing
from kehoach.comparison.signruns import as_one_text, with_all_communes, without_districts
from kehoach.comparison.signs import SignReader, SignText, plain_keys
from kehoach.comparison.slips import without_slips
from kehoach.comparison.successors import with_heirs
from kehoach.comparison.writtenout import part_by_part
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.fields import FIELDS, Holds
from kehoach.model.frozen import but
from kehoach.model.registry import Registry

_BODIES = {f.key: "partner" if f.role == "partner" else "lead" for f in FIELDS if f.holds is Holds.BODIES}
_TIMES = frozenset(f.key for f in FIELDS if f.holds is Holds.TIME)
"""Fields that list bodies, with the kind of a change in them, and fields of time."""
_COMPARED = ("provision", "close", "pursuance", "enactment")


class _Alike(NamedTuple):
    """Two texts, each as the other writes what both say; ``heirs`` tells which bodies stand in the place of others."""

    old: SignText
    new: SignText
    heirs: tuple[Difference, ...]


@dataclass
class MeaningSignatures:
    """Reads the two plans of a comparison; each text once."""

    readers: tuple[SignReader, SignReader]
    before_reform: int
    by: dt.date
    texts: tuple[dict[tuple[int, str], SignText], dict[tuple[int, str], SignText]]
    pairs: dict[tuple[int, int], tuple[SignText, SignText, _Alike]] = field(default_factory=dict)
    """Texts laid side by side, by which they are; they are kept with it, so that no other is at their place."""

    @classmethod
    def of(cls, old: LinkedPlan, new: LinkedPlan, vocabulary: Vocabulary, registry: Registry) -> MeaningSignatures:
        """Make ready to read two plans; ``before_reform`` is the side that alone has a district level, -1 for none."""

        def reader(linked: LinkedPlan) -> SignReader:
            plan = linked.plan
            scopes = tuple(registry.scopes(plan.issuer))
            return SignReader(vocabulary, registry, plan.year, scopes, plan.window[0] >= REFORM)

        readers = reader(old), reader(new)
        signs_read = vocabulary.signs_read(old), vocabulary.signs_read(new)
        reformed = [one.reformed for one in readers]
        return cls(readers, reformed.index(False) if reformed[0] != reformed[1] else -1, new.plan.window[1], signs_read)

    def text(self, side: int, node: ComparedNode, names: Iterable[str]) -> SignText:
        """Read some fields of a node of one side as one text."""
        texts = [self._field(side, node, name) for name in names if node.fields.get(name)]
        return texts[0] if len(texts) == 1 else as_one_text(texts)

    def pair(self, a: ComparedNode, b: ComparedNode) -> tuple[SignText, SignText]:
        """Read all of two nodes, each as the other writes what both say."""
        alike = self._pair(self.text(0, a, tuple(a.fields)), self.text(1, b, tuple(b.fields)))
        return alike.old, alike.new

    def _field(self, side: int, node: ComparedNode, name: str) -> SignText:
        key = node.index, name
        if key not in self.texts[side]:
            self.texts[side][key] = self.readers[side].text(node, name)
        return self.texts[side][key]

    def same(self, a: ComparedNode, b: ComparedNode, name: str) -> bool:
        """Whether a field says the same on both sides; of a list of bodies the order does not count."""
        if a.group not in _COMPARED or name not in a.fields or name not in b.fields:
            return False
        old, new, heirs = self._pair(self.text(0, a, (name,)), self.text(1, b, (name,)))
        if heirs:
            return False
        keys = [[sign.key for sign in text.signs] for text in (old, new)]
        return sorted(keys[0]) == sorted(keys[1]) if name in _BODIES else keys[0] == keys[1]

    def _pair(self, old: SignText, new: SignText) -> _Alike:
        """Write what both say in one way, once for all who ask of the two."""
        key = id(old), id(new)
        if key not in self.pairs:
            self.pairs[key] = old, new, self._written_alike(old, new)
        return self.pairs[key][2]

    def _written_alike(self, old: SignText, new: SignText) -> _Alike:
        """Write what both say in one way; the district level is left out where it ended and both name the communes."""
        if self.before_reform >= 0 and all(any("<xã" in sign.key for sign in text.signs) for text in (old, new)):
            if self.before_reform == 0:
                old = without_districts(old, new)
            else:
                new = without_districts(new, old)
        if self.before_reform >= 0:
            old, new = with_all_communes(old), with_all_communes(new)
        old, heirs = with_heirs(old, new, self.readers[1].registry, self.by)
        old, new = in_one_writing(*without_slips(old, new))
        return _Alike(with_years_rolled(old, new), new, heirs)

    def signed(self, change: Change, acting: tuple[Sequence[str], Sequence[str]]) -> Change:
        """Give a change with what it does to the meaning; ``acting`` are the bodies that must act on either side."""
        if change.node.group not in _COMPARED or not change.old or not change.new:
            return change
        a, b = change.old, change.new
        if change.by == LABELLED:
            return change
        if change.relation != "pair":
            differing = tuple(self._part(change, a, b))
        elif fielded := as_fields(change):
            change, differing = _of_another_form(change), tuple(self._in_parts(change, *fielded, acting))
        elif any(f.weight != "editorial" for f in change.fields):
            differing = tuple(self._read(change, a, b, acting))
        else:
            differing = ()
        if not (differing or change.numbers or change.numbers_gone):
            return change
        return _in_other_words(change, tuple(dict.fromkeys(differing)))

    def _read(
        self, change: Change, a: ComparedNode, b: ComparedNode, acting: tuple[Sequence[str], Sequence[str]]
    ) -> Iterator[Difference]:
        counterparts = self._counterparts(change, acting)
        altered = {f.name for f in change.fields if f.weight != "editorial"}
        for name in sorted(altered & _TIMES):
            words = [node.fields.get(name, "").rstrip(". ") for node in (a, b)]
            yield Difference("time", words[0], words[1])
        for name, kind in _BODIES.items():
            if name in altered:
                yield from self._bodies(a, b, name, kind, counterparts)
                heirs = self._pair(self.text(0, a, (name,)), self.text(1, b, (name,))).heirs
                yield from (replace(d, about=NAMES[kind]) for d in _beside_handovers(heirs, change))
        prose = [n for n in dict.fromkeys((*a.fields, *b.fields)) if n not in _BODIES and n not in _TIMES]
        if altered & set(prose):
            old, new, heirs = self._pair(self.text(0, a, prose), self.text(1, b, prose))
            yield from _beside_handovers(heirs, change)
            relatives = self._relatives(change.took, 0), self._relatives(change.gave, 1)
            differing = differences(old, new, counterparts, relatives)
            yield from map(_where_now, differing) if self.before_reform >= 0 else differing

    def _in_parts(
        self, change: Change, a: ComparedNode, b: ComparedNode, acting: tuple[Sequence[str], Sequence[str]]
    ) -> Iterator[Difference]:
        """Tell what differs of a duty whose one side says in fields what the other says in its sentence."""
        fields = [[(n, len(self.text(i, node, (n,)).words)) for n, words in node.fields.items() if words]
                  for i, node in enumerate((a, b))]  # fmt: skip
        counterparts = self._counterparts(change, acting)
        swapped = {f"@{unit}" for units in change.swapped for unit in units}
        for difference in part_by_part(*self.pair(a, b), (fields[0], fields[1])):
            body_keys = {f"@{unit}" for unit in difference.units}
            is_told = (
                difference.kind == "lead" and body_keys <= counterparts.old | counterparts.new
            ) or body_keys <= swapped
            if not (body_keys and is_told) or difference.names:
                yield difference

    def _bodies(
        self, a: ComparedNode, b: ComparedNode, name: str, kind: str, counterparts: Counterparts
    ) -> Iterator[Difference]:
        old, new, _ = self._pair(self.text(0, a, (name,)), self.text(1, b, (name,)))
        widened = Counterparts(
            counterparts.old | {s.key for s in old.signs}, counterparts.new | {s.key for s in new.signs}
        )
        for difference in differences(old, new, widened):
            yield replace(difference, kind=kind)

    def _part(self, change: Change, a: ComparedNode, b: ComparedNode) -> Iterator[Difference]:
        """Of a merged provision tell what was dropped, of one split off what was put in."""
        old, new = self.pair(a, b)
        side, text, other = (0, old, new) if change.relation == "merge" else (1, new, old)
        yield from role_changes(old, new, NOTHING_ELSEWHERE)
        acting = {f"@{unit}" for unit in (*change.bodies_gone, *change.bodies_come)}
        yield from without_counterpart(side, text, {sign.key for sign in other.signs} | acting)

    def _counterparts(self, change: Change, acting: tuple[Sequence[str], Sequence[str]]) -> Counterparts:
        """Give the bodies whose coming and going is told otherwise, or that act on both sides."""
        departed, arrived = ({f"@{unit}" for unit in units} for units in (change.bodies_gone, change.bodies_come))
        olds, news = ({f"@{unit}" for unit in units} for units in acting)
        documents = partial(in_place_of, self.readers[1].registry)
        return Counterparts(frozenset(arrived | olds), frozenset(departed | news), documents)

    def _relatives(self, nodes: Sequence[ComparedNode], side: int) -> frozenset[str]:
        return frozenset(sign.key for node in nodes for sign in self.text(side, node, tuple(node.fields)).signs)


def _beside_handovers(heirs: Iterable[Difference], change: Change) -> Iterator[Difference]:
    """Give what is told of heirs; of those that must act the handover tells it."""
    return (difference for difference in heirs if difference.units[0] not in change.bodies_gone)


_COMMUNE_NAMED = re.compile(r"(?<!\w)(?:xã|phường|thị trấn|đặc khu|quận|huyện)\s+[A-ZĐÀ-Ỹ]")
"""A place by the name of its commune or district, most of which the reform of 01/7/2025 gave another."""


def _where_now(difference: Difference) -> Difference:
    """Tell of a place that one plan names before the reform and the other after it only that it may be another."""
    of_place = difference.kind in ("place", "object") and all(
        _COMMUNE_NAMED.search(words) for words in (difference.old, difference.new)
    )
    return replace(difference, kind="unread") if of_place else difference


def _of_another_form(change: Change) -> Change:
    """Weigh the labelled fields of a change as a way of writing, its prose as other words."""
    weights = {"text": "minor"}
    fields = (
        f if f.weight == "editorial" else replace(f, weight=weights.get(f.name, "editorial")) for f in change.fields
    )
    return but(change, fields=tuple(fields))


def _in_other_words(change: Change, differing: tuple[Difference, ...]) -> Change:
    """Put differences in; promised numbers that the new words only say otherwise ("03 lớp", "ba lớp") are left out."""
    if change.relation != "pair" or change.gave or change.took:
        return but(change, differences=differing)
    differing_for_sure = [difference for difference in differing if difference.kind != "unread"]
    old_words = [difference.old for difference in differing_for_sure]
    numbers = tuple(pair for pair in change.numbers if any(pair[0].value in words for words in old_words))
    dropped = tuple(
        n
        for n in change.numbers_gone
        if any(n.value in d.old and f"#{n.amount}" not in plain_keys(d.new, 0) for d in differing_for_sure)
    )
    return but(change, differences=differing, numbers=numbers, numbers_gone=dropped)
