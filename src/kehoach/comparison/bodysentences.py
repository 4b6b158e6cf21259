"""Sentences of who must act: handed over, swapped, come and gone, and what stands under another heading now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kehoach.comparison.bodies import Handover
from kehoach.comparison.clauses import quoted
from kehoach.comparison.model import Change, Comparison
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.phrases import body, in_speech, name, place, printed
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.parties import heading_parties, is_request
from kehoach.model.registry import Registry
from kehoach.wording.letters import lower_first, short_date

_BRIEF = 70
"""Most characters of the opening words by which a provision is named in a list of several."""


class BodySentences:
    """Says of a comparison what becomes of the bodies that must act."""

    def __init__(self, comparison: Comparison, old: LinkedPlan, new: LinkedPlan, registry: Registry) -> None:
        self.comparison = comparison
        self.changes = comparison.provisions
        self.old, self.new = old, new
        self.registry = registry
        yearly = old.plan.year != new.plan.year
        self.before = f"kế hoạch năm {old.plan.year}" if yearly else "bản trước"
        self.then = f" năm {old.plan.year}" if yearly else " bản trước"
        self.doubtful = False

    def _swapped(self) -> Iterator[str]:
        """Tell where the body that led and one that took part changed places."""
        for change in self.changes:
            for old, new in change.swapped:
                led, took_part = body(self.registry, old), body(self.registry, new)
                sentence = f"{took_part} nay chủ trì, {led} nay phối hợp; trước là {led} chủ trì, {took_part} phối hợp"
                yield f"{name(change.node)}: đổi chỗ chủ trì và phối hợp: {sentence} ({self._at(change)})."

    def _handed_over(self) -> Iterator[str]:
        """Group what went from one body to another, and tell once what became of the former."""
        by_bodies: dict[tuple[str, str], list[tuple[Handover, Change]]] = {}
        for change in self.changes:
            yield from self._among(change)
            for handover in change.handovers:
                if (handover.old, handover.new) not in change.swapped and handover.kind not in ("widened", "narrowed"):
                    by_bodies.setdefault((handover.old, handover.new), []).append((handover, change))
        explained: set[str] = set()
        for (old, _), pairs in by_bodies.items():
            yield self._handed(pairs[0][0], [change for _, change in pairs], explained)
            explained.add(old)

    def _among(self, change: Change) -> Iterator[str]:
        """Tell a group that gave way to some of its members, or members to their group, all of them at once."""
        for kind, verb in (("widened", "Giao rộng hơn"), ("narrowed", "Giao hẹp hơn")):
            alike = [handover for handover in change.handovers if handover.kind == kind]
            names = [
                in_speech(list(dict.fromkeys(_within(printed(self.registry, unit, node)) for unit in units)))
                for units, node in (([h.old for h in alike], change.old), ([h.new for h in alike], change.new))
            ]
            if alike:
                yield f"{verb}, từ {names[0]} thành {names[1]}: {self._named([change])}."

    def _handed(self, handover: Handover, changes: Sequence[Change], explained: set[str]) -> str:
        old = _within(printed(self.registry, handover.old, changes[0].old))
        new = _within(printed(self.registry, handover.new, changes[0].new))
        provisions = self._named(changes)
        self.doubtful |= handover.evidence is not None and handover.evidence.certainty != "certain"
        from_day = f" từ {short_date(handover.date)}" if handover.date else ""
        if handover.kind == "renamed":
            return f"{old} nay có tên mới là {new}{from_day}."
        if handover.kind == "succeeded":
            return f"{new} kế thừa việc của {old}{from_day}: {provisions}."
        if handover.kind == "reassigned":
            remains = "" if self._is_group(handover.old) else f", dù {old} vẫn còn"
            return f"Chuyển từ {old} sang {new}{remains}: {provisions}."
        into = in_speech([body(self.registry, unit) for unit in handover.into])
        heirs = f", việc nói chung về {into}" if into else ""
        ended = "" if handover.old in explained else f" {old} đã thôi hoạt động{from_day}{heirs}."
        return f"Chuyển từ {old} sang {new}: {provisions}.{ended}"

    def _is_group(self, unit_id: str) -> bool:
        unit = self.registry.units.get(unit_id)
        return unit is not None and unit.kind == "group"

    def _resettled(self, *, within: bool = False) -> Iterator[str]:
        """Tell what stands under another body's or time's heading now; or ``within`` under any other one."""
        for change in self.changes:
            bodies_told = change.handovers or change.bodies_gone or change.bodies_come
            if not change.sections[0] or not change.old or not change.new or change.resettled is within or bodies_told:
                continue
            before, now = (quoted(heading) for heading in change.sections)
            yield (
                f"{name(change.old if change.relation == 'merge' else change.new)}: chuyển từ phần {before} "
                f"({self._old(change.old)}) sang phần {now} ({self._at(change)})."
            )

    def _leads(self) -> Iterator[str]:
        """Bodies that come or go without one in their place."""
        for change in self.changes:
            if change.status in ("added", "removed") or change.relation != "pair":
                continue
            explained = {unit for handover in change.handovers for unit in (handover.old, handover.new)}
            act = "đề nghị" if is_request(change.node.text) else "giao"
            for words, units in ((f"{act} thêm", change.bodies_come), (f"không còn {act}", change.bodies_gone)):
                node = change.new if words.endswith("thêm") else change.old
                names = [printed(self.registry, unit, node) for unit in units if unit not in explained]
                if names:
                    yield f"{name(change.node)}: {words} {in_speech(names)} ({self._at(change)})."

    def _at(self, change: Change) -> str:
        return place(change.new.path) if change.new else f"{place(change.node.path)}{self.then}"

    def _old(self, node: ComparedNode) -> str:
        return f"{place(node.path)}{self.then}"

    def _named(self, changes: Iterable[Change]) -> str:
        parts: Mapping[str, None] = dict.fromkeys(
            f"phần việc ở {self._at(c)}" if is_holder(c.node) else f"{_short(c.node)} ({self._at(c)})" for c in changes
        )
        return "; ".join(parts)


def _within(name_printed: str) -> str:
    """Write a name as it stands within a sentence: "các sở, ban, ngành"."""
    return lower_first(name_printed) if name_printed.startswith("Các ") else name_printed


def _short(node: ComparedNode) -> str:
    return name(node, 0 if node.fields.get("heading") else _BRIEF)


def is_holder(node: ComparedNode) -> bool:
    """Whether a provision is only the name of a body over its duties."""
    return set(node.fields) == {"heading"} and bool(heading_parties(node.fields["heading"], node.mentions["heading"]))
