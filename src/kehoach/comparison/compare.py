"""Comparing two linked plans: alignment, field by field differences, order, legal basis, shares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kehoach.comparison.align import align
from kehoach.comparison.counterparts import in_place_of
from kehoach.comparison.describe import describe
from kehoach.comparison.droppedwords import still_standing
from kehoach.comparison.headline import headline
from kehoach.comparison.model import BasisChange, Change, Comparison, WordShare
from kehoach.comparison.nodes import ComparedNode, vocabulary_of
from kehoach.comparison.order import in_order, moved
from kehoach.comparison.words import count as count_words
from kehoach.comparison.words import kept_words
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import Linker
from kehoach.meaning.mentions import Mention
from kehoach.model.planid import edition_key
from kehoach.model.registry import Registry
from kehoach.wording.citations import Citation, symbol_key


def compare(old: LinkedPlan, new: LinkedPlan, registry: Registry, *, use_ids: bool = True) -> Comparison:
    """Describe what leads from one plan to another; without ids they are aligned by content alone.

    Both are read with one state of the registries, so that a new registry entry is no change of a plan.
    """
    old, new = (_read_with(registry, linked) for linked in (old, new))
    vocabulary = vocabulary_of(registry)
    before, after = vocabulary.nodes(old), vocabulary.nodes(new)
    forth, back = _continued(old.plan.id, new.plan.id), _continued(new.plan.id, old.plan.id)
    pairs = in_order(align(before, after, use_ids=use_ids, continued=forth, continues=back))
    changes = still_standing(
        describe(old, new, (before, after), pairs, moved(before, after, pairs), vocabulary, registry), after
    )
    carried, sections = _shares(changes, after)
    comparison = Comparison(
        old.plan.id, new.plan.id, tuple(changes), tuple(_basis(old, new, registry)), carried, sections
    )
    return replace(comparison, headline=headline(comparison, old, new, registry))


def _read_with(registry: Registry, linked: LinkedPlan) -> LinkedPlan:
    return linked if linked.linker.registry is registry else LinkedPlan(linked.plan, Linker(registry))


def _continued(old_id: str, new_id: str) -> Callable[[str], str]:
    """Tell what item of one plan a ``continues`` entry of another names, if any.

    An entry without a plan id speaks of an edition before, never of another revision of the same plan.
    """

    before, after = edition_key(old_id), edition_key(new_id)
    earlier = before[0] == after[0] and before < after

    def item(target: str) -> str:
        plan_id, _, item_id = target.rpartition("#")
        return item_id if plan_id == old_id or (earlier and not plan_id) else ""

    return item


def _shares(changes: Sequence[Change], after: Sequence[ComparedNode]) -> tuple[WordShare, dict[str, WordShare]]:
    """Count kept words of the new plan, in all and by section (label path of the top provision or part)."""
    counts: dict[str, list[int]] = {}
    for change in changes:
        if change.new is None or change.relation != "pair":
            continue
        top = change.new
        while top.parent >= 0:
            top = after[top.parent]
        section = counts.setdefault(top.path if top.group == "provision" else "", [0, 0])
        for name, text in change.new.fields.items():
            total = count_words(text)
            altered = change.field(name)
            section[0] += 0 if change.status == "added" else kept_words(altered.ops) if altered else total
            section[1] += total
    shares = {name: WordShare(*figures) for name, figures in counts.items()}
    whole = WordShare(sum(s.kept for s in shares.values()), sum(s.words for s in shares.values()))
    return whole, shares


def _basis(old: LinkedPlan, new: LinkedPlan, registry: Registry) -> list[BasisChange]:
    """Match invoked documents: the same one, else one of the same line, of the same name, or that replaces it."""
    before, after = _invoked(old), _invoked(new)
    changes = [BasisChange("kept", doc, doc) for doc in before if doc in after]
    invoked_anew = [doc for doc in after if doc not in before]
    dropped = [doc for doc in before if doc not in after]
    heirs = dict(in_place_of(registry, dropped, invoked_anew))
    changes += [
        BasisChange("replaced", doc, heirs[doc]) if doc in heirs else BasisChange("dropped", doc) for doc in dropped
    ]
    changes += [BasisChange("added", new=doc) for doc in invoked_anew if doc not in heirs.values()]
    return changes + list(_unknown_basis(old, new))


def _unknown_basis(old: LinkedPlan, new: LinkedPlan) -> Iterator[BasisChange]:
    """Match invoked documents that the registries do not know, by number, symbol and, where both print it, day."""
    before, after = _unknown(old), _unknown(new)
    for kind, own, others in (("dropped", before, after), ("added", after, before)):
        for citation, words in own:
            if not any(_is_same(citation, other) for other, _ in others):
                yield BasisChange(kind, words=words)


def _is_same(citation: Citation, other: Citation) -> bool:
    codes = [(int(re.sub(r"\D", "", cited.number) or 0), symbol_key(cited.symbol)) for cited in (citation, other)]
    days = {cited.issued for cited in (citation, other) if cited.issued}
    return codes[0] == codes[1] and len(days) < 2


def _unknown(linked: LinkedPlan) -> list[tuple[Citation, str]]:
    return [
        (m.citation, " ".join(m.text.split()))
        for m in _invoking(linked)
        if m.citation and m.citation.number and not m.target
    ]


def _invoked(linked: LinkedPlan) -> list[str]:
    return list(dict.fromkeys(m.target for m in _invoking(linked) if m.citation and m.target))


def _invoking(linked: LinkedPlan) -> Iterator[Mention]:
    kinds = ("basis", "pursuance")
    return (m for line, m in linked.all_mentions() if line.kind in kinds and m.kind == "document")
