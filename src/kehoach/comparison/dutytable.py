"""Duties by body: what is new, dropped or changed for whom."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach.comparison.besidedoers import actors_of, doers_of, mentions_of, partners_of_changes, sentence_in
from kehoach.comparison.bodies import present
from kehoach.comparison.kinds import KINDS, kinds
from kehoach.comparison.localbodies import REFORM, local_unit
from kehoach.comparison.meanings import NAMES, Difference
from kehoach.comparison.model import Change, Comparison
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.otherforms import LABELLED
from kehoach.comparison.phrases import body, in_speech, name, place, shortened
from kehoach.comparison.subjects import subject_of
from kehoach.meaning.actors import read_actors
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.mentions import bodies_in, mentions_again
from kehoach.meaning.rolerules import DOING
from kehoach.model.fields import FIELDS
from kehoach.model.registry import Registry
from kehoach.model.units import Unit

_NOBODY = "không nêu nơi thực hiện"
_EACH_FOR_ITSELF = {field.key for field in FIELDS if field.role == "implementer"}
"""Fields of those who carry a duty out, each at its own place."""


@dataclass(frozen=True)
class DutyRow:
    """What a change means for one body: who, what becomes of which duty, and where it stands.

    ``unit`` is the body's id, empty where the registries know none; ``key`` is the same in all rows of a duty.
    """

    who: str
    word: str
    duty: str
    where: str
    unit: str = ""
    key: str = ""


def duty_rows(comparison: Comparison, old: LinkedPlan, new: LinkedPlan, registry: Registry) -> list[DutyRow]:
    """Give a row per body and duty that is new, dropped, handed over or changed, by body, new ones first."""
    scopes = registry.scopes(new.plan.issuer)
    table = _Table(
        _by_anchor(old.duties), _by_anchor(new.duties), registry, scopes, _then(old, new), new.plan.window[1]
    )
    rows = dict.fromkeys(row for change in comparison.provisions for row in table.rows(change))
    order = {"mới": 0, "bỏ": 1}
    return sorted(rows, key=lambda row: (row.who.lower(), order.get(row.word, 2), row.where, row.duty))


def duties_of(linked: LinkedPlan, registry: Registry) -> list[DutyRow]:
    """Give a row per body and duty of a plan that nothing is compared with, by body."""
    table = _Table({}, {}, registry, registry.scopes(linked.plan.issuer), "", linked.plan.window[1])
    rows = dict.fromkeys(table.duties(linked.duties, "mới", ""))
    return sorted(rows, key=lambda row: (row.who.lower(), row.where, row.duty))


def _then(old: LinkedPlan, new: LinkedPlan) -> str:
    return f" năm {old.plan.year}" if old.plan.year != new.plan.year else ""


@dataclass(frozen=True)
class _Table:
    before: Mapping[str, list[Duty]]
    after: Mapping[str, list[Duty]]
    registry: Registry
    scopes: Sequence[str]
    then: str
    by: dt.date

    def rows(self, change: Change) -> Iterator[DutyRow]:
        """Give the rows of one change."""
        olds = self.before.get(change.old.key, []) if change.old else []
        news = self.after.get(change.new.key, []) if change.new else []
        if change.resettled and not (change.handovers or change.bodies_gone or change.bodies_come):
            for who, word in zip(
                change.sections, (f"chuyển sang {change.sections[1]}", f"nhận từ {change.sections[0]}"), strict=True
            ):
                yield DutyRow(who, word, shortened(change.node.title), place(change.node.path), "", change.node.key)
        if change.by == LABELLED:
            return  # what its words say is told of the duty that they are of
        if change.relation == "merge":
            yield from self._parted(change, self.duties(olds, "gộp vào mục khác", self.then)) if change.new else ()
        elif change.relation == "split":
            yield from self._parted(change, self.duties(news, "tách từ mục khác", "")) if change.old else ()
        elif change.status == "removed":
            yield from self.duties(olds, "bỏ", self.then)
        elif change.status == "added":
            yield from self.duties(news, "mới", "")
        else:
            yield from self._altered(change, olds, news)

    def _parted(self, change: Change, duties: Iterable[DutyRow]) -> Iterator[DutyRow]:
        """Give the rows of a duty split off or merged, and one for each body whose part in it is another now."""
        rows = [*duties]
        yield from rows
        title = next((row.duty for row in rows), "") or name(change.node).strip("“”")
        for word, unit in (*self._handed(change), *_touched(change, self.registry)):
            if unit in self.registry.units and all(row.unit != unit for row in rows):
                yield DutyRow(body(self.registry, unit), word, title, place(change.node.path), unit, change.node.key)

    def duties(self, duties: Iterable[Duty], word: str, then: str) -> Iterator[DutyRow]:
        """Give a row for each body of some duties."""
        for duty in duties:
            for unit, unit_name in self._acting(duty) or [("", _NOBODY)]:
                yield DutyRow(unit_name, word, shortened(duty.title), f"{place(duty.path)}{then}", unit, duty.anchor)

    def _altered(self, change: Change, olds: Sequence[Duty], news: Sequence[Duty]) -> Iterator[DutyRow]:
        node = change.node
        title = shortened((news or olds)[0].title) if news or olds else ""
        title = title or name(node).strip("“”")
        label_path = place(node.path)
        units: set[str] = set()
        listed_names: set[str] = set()
        acting = [[*dict.fromkeys(pair for duty in duties for pair in self._acting(duty))] for duties in (olds, news)]
        called = dict((*acting[0], *acting[1]))
        for word, unit in self._handed(change) if news or olds else ():
            units.add(unit)
            unit_name = called.get(unit) or body(self.registry, unit)
            yield DutyRow(unit_name, word, title, label_path, unit, node.key)
        if change.weight != "substantive" or not (news or olds or change.differences):
            return
        for word, unit in _touched(change, self.registry):
            if unit in self.registry.units and unit not in units:
                units.add(unit)
                yield DutyRow(body(self.registry, unit), word, title, label_path, unit, node.key)
        words = _changed_for_doers(change)
        doer_names = {shown.lower() for _, shown in acting[1] or acting[0]} if words else set()
        for word, name_printed in _touched_unknown(change):
            if name_printed.lower() not in doer_names:
                listed_names.add(name_printed.lower())
                yield DutyRow(name_printed, word, title, label_path, "", node.key)
        if words:
            doers = self._own(change) or acting[1] or acting[0] or _first_unit_named(node, self.registry)
            subject = subject_of((change.new or node).fields.get("text", "")) or _NOBODY
            for unit, unit_name in doers or ([] if units or listed_names else [("", subject)]):
                if unit not in units:
                    listed_names.add(unit_name.lower())
                    yield DutyRow(unit_name, f"sửa: {', '.join(words)}", title, label_path, unit, node.key)
        for word, actor in partners_of_changes(change):
            unit, unit_name = self._called(actor.name.words, actor.unit if actor.unit in self.registry.units else "")
            if unit not in units and unit_name.lower() not in listed_names:
                listed_names.add(unit_name.lower())
                yield DutyRow(unit_name, word, title, label_path, unit, node.key)

    def _own(self, change: Change) -> list[tuple[str, str]]:
        """Give who must do what the changed sentence says, where it and no other sentence of the provision changed."""
        sentences = {_sentence_of(change, difference) for difference in change.differences}
        if change.relation != "pair" or len(sentences) != 1 or not (sentence := sentences.pop()):
            return []
        actors = actors_of(sentence, change.node)
        doers = doers_of(sentence, change.node)
        names = [actor.name for actor in doers if actor.role == "lead"] or [actor.name for actor in doers]
        names = names or [
            name
            for name in bodies_in(sentence, mentions_of(sentence, change.node))
            if name.sure and _opens(change, sentence, (name.start, name.end))
        ]
        units = {(a.name.start, a.name.end): a.unit for a in actors if a.unit in self.registry.units}
        return [self._called(name.words, units.get((name.start, name.end), "")) for name in names]

    def _called(self, words: str, unit: str) -> tuple[str, str]:
        """Give the id and the name of a body; a group of communes is called as printed."""
        return (unit, body(self.registry, unit)) if unit else (self._local(words), words)

    def _local(self, words: str) -> str:
        return local_unit(self.registry, self.scopes, words, self.by >= REFORM)

    def _handed(self, change: Change) -> Iterator[tuple[str, str]]:
        """Give what became of the bodies that act: handed over, swapped, come or gone."""
        explained: set[str] = set()
        for handover in change.handovers:
            explained |= {handover.old, handover.new}
            gave, took = body(self.registry, handover.old), body(self.registry, handover.new)
            if (handover.old, handover.new) in change.swapped:
                yield f"từ chủ trì sang phối hợp ({took} nay chủ trì)", handover.old
                yield f"từ phối hợp sang chủ trì (trước là {gave})", handover.new
            elif handover.kind == "widened":
                yield f"giao rộng ra cho {took}", handover.old
                yield f"được giao, trước chỉ {self._all(change, 'widened', new=False)}", handover.new
            elif handover.kind == "narrowed":
                yield f"giao hẹp lại, chỉ còn {self._all(change, 'narrowed', new=True)}", handover.old
                yield f"nay giao riêng, trước là {gave}", handover.new
            else:
                yield f"chuyển sang {took}", handover.old
                yield f"nhận từ {gave}", handover.new
        for difference in change.differences:
            if difference.kind == "heir":
                yield f"{difference.about}, thay {difference.old}", difference.units[1]
        for units, word in ((change.bodies_come, "được giao thêm"), (change.bodies_gone, "thôi giao")):
            yield from ((word, unit) for unit in units if unit not in explained)

    def _all(self, change: Change, kind: str, *, new: bool) -> str:
        """Name all that came in the place of a group, or gave way to it."""
        units = dict.fromkeys(h.new if new else h.old for h in change.handovers if h.kind == kind)
        return in_speech([body(self.registry, unit) for unit in units])

    def _acting(self, duty: Duty) -> list[tuple[str, str]]:
        """Give the bodies that lead a duty, or carry it out, each with its name; a group of communes as printed."""
        return [self._party(party.unit, party.words) for party in duty.lead or duty.doers]

    def _party(self, unit: str, words: str) -> tuple[str, str]:
        if unit not in self.registry.units:
            return unit or self._local(words), words
        unit = present(self.registry, unit, self.by)
        return unit, body(self.registry, unit)


def _changed_for_doers(change: Change) -> list[str]:
    """Say what changed for those that must act: nothing where a field only names another one beside them."""
    changed = [kind for kind in kinds(change) if kind not in ("editorial", "moved")]
    altered = {field.name for field in change.fields if field.weight != "editorial"}
    beside_them = changed == ["lead"] and altered <= _EACH_FOR_ITSELF
    return [] if beside_them and not change.handovers else [KINDS[kind] for kind in changed]


_OF_BODIES = ("lead", "doer", "partner", "addressee", "body")
"""Kinds of difference that say what becomes of the bodies in them; the words of others can only name some."""
_CONCERNED = (*DOING, "partners")


def _touched(change: Change, registry: Registry) -> Iterator[tuple[str, str]]:
    """Give the bodies that stand in the changed words: taking part, receiving, named, or doing what they say."""
    for difference in change.differences:
        verb = "đổi" if difference.old and difference.new else "thôi là" if difference.old else "thêm là"
        for unit in difference.units:
            if difference.kind in _OF_BODIES:
                yield f"{verb} {NAMES[difference.kind]}", unit
            elif unit in registry.units and _does(registry.units[unit], f"{difference.old}\n{difference.new}"):
                yield {"đổi": "sửa việc", "thôi là": "thôi có việc", "thêm là": "thêm việc"}[verb], unit


def _touched_unknown(change: Change) -> Iterator[tuple[str, str]]:
    """Give the bodies that no registry knows and that the changed words say to take part, receive or lead."""
    for difference in change.differences:
        verb = "đổi" if difference.old and difference.new else "thôi là" if difference.old else "thêm là"
        if difference.kind in _OF_BODIES:
            yield from ((f"{verb} {NAMES[difference.kind]}", printed) for printed in difference.names)


def _sentence_of(change: Change, difference: Difference) -> str:
    """Give the sentence of the node in which the changed words stand once; empty where it is the only one or unsure."""
    node = change.new if difference.new else change.old
    if node is None or difference.kind in ("sentence", "order", "moved"):
        return ""
    return sentence_in(node, difference.new or difference.old)


def _opens(change: Change, sentence: str, name: tuple[int, int]) -> bool:
    """Whether a name opens a clause of a sentence whose verb is what changed: "…, UBND xã không tổ chức …"."""
    before, behind = sentence[: name[0]].rstrip(), sentence[name[1] :].lstrip()
    changed = [d.new or d.old for d in change.differences if d.kind in ("negation", "modality", "role")]
    return (not before or before.endswith(",")) and any(behind.startswith(words) for words in changed)


def _does(unit: Unit, words: str) -> bool:
    """Whether changed words say what a body does; the portal that they name, or whom they advise, does nothing."""
    names = {name.lower() for name in (unit.name, *unit.names, *unit.self_names, *unit.full_names)}
    actors = (actor for line in words.split("\n") for actor in read_actors(line).rows)
    return any(actor.role in _CONCERNED and actor.name.words.lower() in names for actor in actors)


def _first_unit_named(node: ComparedNode, registry: Registry) -> list[tuple[str, str]]:
    """Give the first body that a provision names, where no duty is read in it."""
    issuers = {target for name in node.fields for target in _issuers(node, name)}
    units = [unit for unit in node.named.get("unit", ()) if unit in registry.units and unit not in issuers]
    return [(unit, body(registry, unit)) for unit in units[:1]]


_ISSUED = re.compile(r"[^.;,()\n]{0,24}?\s(?:của|do)\s+\Z")


def _issuers(node: ComparedNode, name: str) -> Iterator[str]:
    """Give the bodies that a field names only as those who issued a document."""
    words = node.fields[name]
    at = -1
    for mention in mentions_again(words, node.mentions.get(name, ())):
        if mention.kind == "unit" and at >= 0 and _ISSUED.fullmatch(words, at, mention.start):
            yield mention.target
        at = mention.end if mention.kind == "document" else -1


def _by_anchor(duties: Sequence[Duty]) -> dict[str, list[Duty]]:
    by_anchor: dict[str, list[Duty]] = {}
    for duty in duties:
        by_anchor.setdefault(duty.anchor, []).append(duty)
    return by_anchor
