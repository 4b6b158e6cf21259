"""The substantive changes in plain Vietnamese sentences, what concerns people most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kehoach.comparison.bodies import Handover
from kehoach.comparison.clauses import clauses, merged, sentences
from kehoach.comparison.ledgers import beyond_signs
from kehoach.comparison.meanings import Difference
from kehoach.comparison.model import Change, Comparison
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.numbers import Number
from kehoach.comparison.phrases import body, clause, document, issuer, listed, name, place, printed
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.parties import heading_parties, is_request
from kehoach.model.registry import Registry
from kehoach.wording.letters import decimal, short_date, upper_first

_BRIEF = 70
"""Most characters of the opening words by which a provision is named in a list of several."""
_LONG = 200
"""Most characters of the name of a provision that came or went."""


def headline(comparison: Comparison, old: LinkedPlan, new: LinkedPlan, registry: Registry) -> tuple[str, ...]:
    """Say the substantive changes of a comparison, one sentence each; empty when nothing changed."""
    if all(change.status == "same" and not change.moved for change in comparison.changes):
        return ()
    speaker = _Speaker(comparison, old, new, registry)
    if old.plan.unit != new.plan.unit:
        return tuple(dict.fromkeys(speaker.between_bodies()))
    sentences = list(speaker.between_editions()) or list(speaker.of_ledgers())
    if not sentences:
        reworded = sum(change.status != "same" or change.moved for change in comparison.changes)
        sentences.append(
            f"Không đổi việc, số liệu, cơ quan hay căn cứ; chỉ sửa lời văn hoặc chỗ đứng ở {reworded} chỗ."
        )
    sentences.append(f"{upper_first(_share(comparison))} số chữ giữ nguyên từ {speaker.before}.")
    return tuple(dict.fromkeys(sentences))


class _Speaker:
    def __init__(self, comparison: Comparison, old: LinkedPlan, new: LinkedPlan, registry: Registry) -> None:
        self.comparison = comparison
        self.changes = comparison.provisions
        self.old, self.new = old, new
        self.registry = registry
        yearly = old.plan.year != new.plan.year
        self.before = f"kế hoạch năm {old.plan.year}" if yearly else "bản trước"
        self.then = f" năm {old.plan.year}" if yearly else " bản trước"
        self.doubtful = False

    def between_editions(self) -> Iterator[str]:
        """What changed from one edition or revision of a body's plan to another."""
        yield from self._numbers()
        yield from self._promises_gone()
        yield from self._swapped()
        yield from self._handed_over()
        yield from self._leads()
        yield from self._differences()
        yield from self._merged()
        yield from self._split()
        yield from self._indicators()
        yield from self._activities("removed", "Bỏ", self.old)
        yield from self._activities("added", "Mới", self.new)
        yield from self._legal_basis()
        if self.doubtful:
            yield "Việc tổ chức lại cơ quan lấy theo sổ cơ quan, chưa kiểm chứng."

    def of_ledgers(self) -> Iterator[str]:
        """Where no rule tells a change, the words of meaning that one side alone has."""
        for change, difference in beyond_signs(self.comparison, self.old, self.new):
            yield from sentences(name(change.node), clauses([difference]), self._at(change))

    def between_bodies(self) -> Iterator[str]:
        """What one body's plan shares with another's: common words, adapted, own."""
        count = self.comparison.count
        old, new = (issuer(self.registry, linked.plan.unit) for linked in (self.old, self.new))
        self.then = ""
        same, adapted, own = (count(status) for status in ("same", "changed", "added"))
        share = upper_first(_share(self.comparison))
        yield f"{share} số chữ của kế hoạch {new} trùng với kế hoạch {old}."
        yield f"{same} mục giống nguyên văn, {adapted} mục sửa lại, {own} mục riêng."
        yield from self._indicators()
        yield from self._activities("added", f"Riêng của {new}", self.new)
        yield from self._activities("removed", f"Chỉ có ở {old}", self.old)

    def _at(self, change: Change) -> str:
        return place(change.new.path) if change.new else f"{place(change.node.path)}{self.then}"

    def _numbers(self) -> Iterator[str]:
        for change in self.changes:
            for old, new in change.numbers:
                text = change.new.text if change.new else new.text
                before = next(
                    (d.old for d in change.differences if d.kind == "quantity" and old.text in d.old), old.text
                )
                yield f"{_rise(old, new)}: “{clause(text, new)}”, trước là “{before}” ({self._at(change)})."

    def _promises_gone(self) -> Iterator[str]:
        for change in self.changes:
            for number in change.numbers_gone:
                assert change.old is not None
                promise = clause(change.old.text, number)
                yield f"Không còn con số {number.text}: “{promise}” ({place(change.old.path)}{self.then})."

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
            for handover in change.handovers:
                if (handover.old, handover.new) not in change.swapped:
                    by_bodies.setdefault((handover.old, handover.new), []).append((handover, change))
        explained: set[str] = set()
        for (old, _), pairs in by_bodies.items():
            yield self._handed(pairs[0][0], [change for _, change in pairs], explained)
            explained.add(old)

    def _handed(self, handover: Handover, changes: Sequence[Change], explained: set[str]) -> str:
        old, new = body(self.registry, handover.old), body(self.registry, handover.new)
        provisions = self._named(changes)
        self.doubtful |= handover.evidence is not None and handover.evidence.certainty != "certain"
        from_day = f" từ {short_date(handover.date)}" if handover.date else ""
        if handover.kind == "renamed":
            return f"{old} nay có tên mới là {new}{from_day}."
        if handover.kind == "succeeded":
            return f"{new} kế thừa việc của {old}{from_day}: {provisions}."
        if handover.kind in ("widened", "narrowed"):
            verb = "Giao rộng hơn" if handover.kind == "widened" else "Giao hẹp hơn"
            return f"{verb}, từ {old} thành {new}: {provisions}."
        if handover.kind == "reassigned":
            remains = "" if self._is_group(handover.old) else f", dù {old} vẫn còn"
            return f"Chuyển từ {old} sang {new}{remains}: {provisions}."
        into = listed([body(self.registry, unit) for unit in handover.into])
        heirs = f", việc nói chung về {into}" if into else ""
        ended = "" if handover.old in explained else f" {old} đã thôi hoạt động{from_day}{heirs}."
        return f"Chuyển từ {old} sang {new}: {provisions}.{ended}"

    def _is_group(self, unit_id: str) -> bool:
        unit = self.registry.units.get(unit_id)
        return unit is not None and unit.kind == "group"

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
                    yield f"{name(change.node)}: {words} {listed(names)} ({self._at(change)})."

    def _differences(self) -> Iterator[str]:
        """Tell what the words do to each provision, its parts in the order of what concerns people most."""
        for change in self.comparison.changes:
            if change.differences and change.old and change.new and change.relation != "merge":
                parts = clauses(d for d in change.differences if not self._said_by_number(change, d))
                provision = (
                    f"{name(change.node)} (tách từ {self._old(change.old)})" if change.relation == "split" else ""
                )
                yield from sentences(provision or name(change.node), parts, self._at(change))

    def _said_by_number(self, change: Change, difference: Difference) -> bool:
        """Whether a changed number already says a difference."""
        dropped = not difference.new and any(number.text in difference.old for number in change.numbers_gone)
        return difference.kind == "quantity" and (dropped or any(a.text in difference.old for a, _ in change.numbers))

    def _old(self, node: ComparedNode) -> str:
        return f"{place(node.path)}{self.then}"

    def _merged(self) -> Iterator[str]:
        """Tell which provisions became one, and what of each was dropped."""
        for whole in self.changes:
            parts = [c for c in self.changes if c.relation == "merge" and c.new and c.new is whole.new]
            if parts and whole.relation == "pair" and whole.new:
                said = [
                    (f"{name(c.old)} ({self._old(c.old)})", [d.old for d in c.differences if d.old])
                    for c in parts
                    if c.old
                ]
                yield from merged(said, name(whole.new), self._at(whole))

    def _split(self) -> Iterator[str]:
        """Tell which parts of a provision stand on their own now, where their words say the same."""
        for change in self.changes:
            if change.relation != "split" or change.differences or not change.old or not change.new:
                continue
            if not _is_holder(change.new):
                yield f"Tách thành mục riêng: {name(change.new)} ({self._at(change)}), từ {self._old(change.old)}."

    def _indicators(self) -> Iterator[str]:
        added = dict.fromkeys(i for c in self.changes for i in c.indicators_come)
        dropped = dict.fromkeys(i for c in self.changes for i in c.indicators_gone)
        parts = []
        for words, ids in (
            ("thêm", [i for i in added if i not in dropped]),
            ("bỏ", [i for i in dropped if i not in added]),
        ):
            names = [self.registry.indicators[i].abbreviation or self.registry.indicators[i].name for i in ids]
            if names:
                parts.append(f"{words} {listed(names)}")
        if parts:
            yield f"Chỉ số được nêu tên: {'; '.join(parts)}."

    def _activities(self, status: str, word: str, linked: LinkedPlan) -> Iterator[str]:
        """Name every added or removed provision, duties first; a removed one with where its words still stand."""
        single = [c for c in self.changes if c.status == status]
        duties = {duty.anchor for duty in linked.duties if duty.kind == "activity"}
        named = [c for c in single if c.node.key in duties] + [c for c in single if c.node.key not in duties]
        for change in named:
            yield f"{word}: {self._activity(change)} ({self._at(change)}){_still(change)}."

    def _activity(self, change: Change) -> str:
        node = change.node
        if not _is_holder(node):
            return name(node, _LONG)
        below = {c.status for c in self.changes if c.old and c.old.parent == node.index and c.status != "added"}
        holder = node.fields["heading"].rstrip(": ")
        return f"đề mục giao việc cho {holder}" if "changed" in below else f"phần việc giao {holder}"

    def _named(self, changes: Iterable[Change]) -> str:
        parts: Mapping[str, None] = dict.fromkeys(
            f"phần việc ở {self._at(c)}" if _is_holder(c.node) else f"{_short(c.node)} ({self._at(c)})" for c in changes
        )
        return "; ".join(parts)

    def _legal_basis(self) -> Iterator[str]:
        added, dropped = [], []
        for basis in self.comparison.basis:
            if basis.kind == "replaced":
                old, new = document(self.registry, basis.old), document(self.registry, basis.new)
                if new == old:
                    # Two laws of one name in one year: their numbers tell them apart.
                    old, new = (self.registry.documents[id_].title for id_ in (basis.old, basis.new))
                yield f"{new} thay {old} làm căn cứ."
            elif basis.kind == "dropped":
                dropped.append(document(self.registry, basis.old))
            elif basis.kind == "added":
                added.append(document(self.registry, basis.new))
        if added:
            yield f"Thêm căn cứ: {listed(added)}."
        if dropped:
            yield f"Không còn căn cứ vào {listed(dropped)}."


def _short(node: ComparedNode) -> str:
    return name(node, 0 if node.fields.get("heading") else _BRIEF)


def _still(change: Change) -> str:
    if not change.stands:
        return ""
    return f"; {'ý này' if change.stands.whole else 'một phần ý này'} còn ở {place(change.stands.node.path)}"


def _share(comparison: Comparison) -> str:
    """Round the carried words; all of them only where all of them are."""
    percent = comparison.carried.percent
    return "hơn 99%" if 99 < percent < 100 else f"{decimal(round(percent))}%"


def _is_holder(node: ComparedNode) -> bool:
    """Whether a provision is only the name of a body over its duties."""
    return set(node.fields) == {"heading"} and bool(heading_parties(node.fields["heading"], node.mentions["heading"]))


def _rise(old: Number, new: Number) -> str:
    values = [float(n.value.replace(".", "").replace(",", ".")) for n in (old, new)]
    verb, to = ("Tăng", "lên") if values[0] < values[1] else ("Giảm", "xuống")
    return f"{verb} từ {old.text if old.unit == '%' else old.value} {to} {new.text}"
