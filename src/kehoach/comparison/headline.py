"""The substantive changes in plain Vietnamese sentences, what concerns people most first."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.comparison.bodysentences import BodySentences, is_holder
from kehoach.comparison.clauses import clauses, merged, sentences
from kehoach.comparison.ledgers import beyond_signs
from kehoach.comparison.meanings import Difference
from kehoach.comparison.model import Change, Comparison
from kehoach.comparison.numbers import Number
from kehoach.comparison.otherforms import LABELLED
from kehoach.comparison.phrases import clause, document, in_speech, issuer, name, place
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.registry import Registry
from kehoach.wording.letters import decimal, upper_first

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


class _Speaker(BodySentences):
    def between_editions(self) -> Iterator[str]:
        """What changed from one edition or revision of a body's plan to another."""
        yield from self._numbers()
        yield from self._promises_gone()
        yield from self._swapped()
        yield from self._handed_over()
        yield from self._resettled()
        yield from self._leads()
        yield from self._differences()
        yield from self._merged()
        yield from self._split()
        yield from self._resettled(within=True)
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

    def _merged(self) -> Iterator[str]:
        """Tell which provisions became one, and what of each was dropped."""
        for whole in self.changes:
            merged_here = (c for c in self.changes if c.relation == "merge" and c.by != LABELLED)
            parts = [c for c in merged_here if c.new and c.new is whole.new]
            if parts and whole.relation == "pair" and whole.new:
                parts_dropped = [(f"{name(c.old)} ({self._old(c.old)})", c.differences) for c in parts if c.old]
                yield from merged(parts_dropped, name(whole.new), self._at(whole))

    def _split(self) -> Iterator[str]:
        """Tell which parts of a provision stand on their own now, where their words say the same."""
        for change in self.changes:
            if change.relation != "split" or change.differences or not change.old or not change.new:
                continue
            if not is_holder(change.new) and change.by != LABELLED:
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
                parts.append(f"{words} {in_speech(names)}")
        if parts:
            yield f"Chỉ số được nêu tên: {'; '.join(parts)}."

    def _activities(self, status: str, word: str, linked: LinkedPlan) -> Iterator[str]:
        """Name every added or removed provision, duties first; a removed one with where its words still stand."""
        single = [c for c in self.changes if c.status == status]
        duties = {duty.anchor for duty in linked.duties if duty.kind == "activity"}
        changes = [c for c in single if c.node.key in duties] + [c for c in single if c.node.key not in duties]
        for change in changes:
            yield f"{word}: {self._activity(change)} ({self._at(change)}){_still(change)}."

    def _activity(self, change: Change) -> str:
        node = change.node
        if not is_holder(node):
            return name(node, _LONG)
        below = {c.status for c in self.changes if c.old and c.old.parent == node.index and c.status != "added"}
        holder = node.fields["heading"].rstrip(": ")
        return f"đề mục giao việc cho {holder}" if "changed" in below else f"phần việc giao {holder}"

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
                dropped.append(basis.words or document(self.registry, basis.old))
            elif basis.kind == "added":
                added.append(basis.words or document(self.registry, basis.new))
        if added:
            yield f"Thêm căn cứ: {in_speech(added)}."
        if dropped:
            yield f"Không còn căn cứ vào {in_speech(dropped)}."


def _still(change: Change) -> str:
    if not change.stands:
        return ""
    return f"; {'ý này' if change.stands.whole else 'một phần ý này'} còn ở {place(change.stands.node.path)}"


def _share(comparison: Comparison) -> str:
    """Round the carried words; all of them only where all of them are."""
    percent = comparison.carried.percent
    return "hơn 99%" if 99 < percent < 100 else f"{decimal(round(percent))}%"


def _rise(old: Number, new: Number) -> str:
    values = [float(n.value.replace(".", "").replace(",", ".")) for n in (old, new)]
    verb, to = ("Tăng", "lên") if values[0] < values[1] else ("Giảm", "xuống")
    return f"{verb} từ {old.text if old.unit == '%' else old.value} {to} {new.text}"
