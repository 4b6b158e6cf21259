"""The substantive changes in plain Vietnamese sentences, what concerns people most first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.diff.bodies import Handover
from kehoach.diff.model import Change, Comparison
from kehoach.fabric import LinkedPlan
from kehoach.registry import Registry
from kehoach.vietnamese import decimal, short_date, upper_first

_MOST = 12


def headline(comparison: Comparison, old: LinkedPlan, new: LinkedPlan, registry: Registry) -> tuple[str, ...]:
    """Say the substantive changes of a comparison, one sentence each; empty when nothing changed."""
    if all(change.status == "same" and not change.moved for change in comparison.changes):
        return ()
    changes = comparison.provisions
    same_unit = old.plan.unit == new.plan.unit
    sentences = [
        *_numbers(changes),
        *_promises_gone(changes, old),
        *(_handed_over(changes, registry) if same_unit else ()),
        *_indicators(changes, registry),
        *_activities(changes, "removed", "Không còn", old),
        *_activities(changes, "added", "Mới", new),
        *_legal_basis(comparison, registry),
    ]
    if not sentences:
        reworded = sum(change.status != "same" or change.moved for change in comparison.changes)
        sentences.append(
            f"Không đổi việc, số liệu, cơ quan hay căn cứ; chỉ sửa lời văn hoặc chỗ đứng ở {reworded} chỗ."
        )
    share = decimal(round(comparison.carried.percent, 1), 1)
    year = f"kế hoạch năm {old.plan.year}" if old.plan.year != new.plan.year else "bản trước"
    kept = f"giữ nguyên từ {year}" if same_unit else "trùng với kế hoạch được so sánh"
    sentences.append(f"{share} % số chữ của kế hoạch này {kept}.")
    return tuple(dict.fromkeys(sentences))


def _where(change: Change) -> str:
    return f"mục {change.node.path}"


def _numbers(changes: Sequence[Change]) -> Iterator[str]:
    for change in changes:
        for old, new in change.numbers:
            yield f"{upper_first(_where(change))}: {old.text} thành {new.text}."


def _promises_gone(changes: Sequence[Change], old: LinkedPlan) -> Iterator[str]:
    for change in changes:
        for number in change.gone:
            assert change.old is not None
            yield (
                f"Con số “{number.text}” ở mục {change.old.path} năm {old.plan.year} (“{change.old.title}”) không còn."
            )


_HANDED = {
    "renamed": "{old} nay là {new}",
    "succeeded": "việc của {old} do {new} kế thừa{when}",
    "reassigned": "chuyển từ {old} sang {new}, dù {old} vẫn còn",
    "reassigned_after_dissolution": "chuyển từ {old} sang {new}; {old} đã thôi hoạt động{when}{into}",
}


def _handed_over(changes: Sequence[Change], registry: Registry) -> Iterator[str]:
    for change in changes:
        for handover in change.handovers:
            yield f"“{change.node.title}”: {_handed(handover, registry)}."


def _handed(handover: Handover, registry: Registry) -> str:
    into = [_name(registry, unit) for unit in handover.into]
    certain = "" if not handover.evidence or handover.evidence.certainty == "certain" else " (chưa kiểm chứng)"
    return _HANDED[handover.kind].format(
        old=_name(registry, handover.old),
        new=_name(registry, handover.new),
        when=f" từ {short_date(handover.date)}{certain}" if handover.date else "",
        into=f", việc của nơi này theo sổ cơ quan về {' và '.join(into)}" if into else "",
    )


def _name(registry: Registry, unit_id: str) -> str:
    unit = registry.units[unit_id]
    return unit.names[0] if unit.names else unit.self_names[0] if unit.self_names else unit.name


def _indicators(changes: Sequence[Change], registry: Registry) -> Iterator[str]:
    gone = {i for c in changes for i in c.indicators_gone} - {i for c in changes for i in c.indicators_come}
    come = {i for c in changes for i in c.indicators_come} - {i for c in changes for i in c.indicators_gone}
    parts = []
    for words, ids in (("thêm", come), ("bỏ", gone)):
        names = [registry.indicators[i].abbreviation or registry.indicators[i].name for i in sorted(ids)]
        if names:
            parts.append(f"{words} {', '.join(names)}")
    if parts:
        yield f"Chỉ số được nêu tên: {'; '.join(parts)}."


def _activities(changes: Sequence[Change], status: str, word: str, linked: LinkedPlan) -> Iterator[str]:
    """Name added or removed duties first; what lies below another such item goes with it; count the rest."""
    single = [c for c in changes if c.status == status]
    inside = {c.node.index for c in single}
    tops = [c for c in single if c.node.parent not in inside]
    duties = {duty.anchor for duty in linked.duties}
    named = [c for c in tops if c.node.key in duties] + [c for c in tops if c.node.key not in duties]
    for change in named[:_MOST]:
        yield f"{word}: “{change.node.title}” ({_where(change)}{_of(change, linked)})."
    if len(named) > _MOST:
        yield f"{word}: {len(named) - _MOST} mục khác."


def _of(change: Change, linked: LinkedPlan) -> str:
    return f" năm {linked.plan.year}" if change.status == "removed" else ""


def _legal_basis(comparison: Comparison, registry: Registry) -> Iterator[str]:
    titles = {doc.id: doc.title for doc in registry.documents.values()}
    for basis in comparison.basis:
        if basis.kind == "replaced":
            yield f"Căn cứ {titles[basis.old]} được thay bằng {titles[basis.new]}."
        elif basis.kind == "dropped":
            yield f"Không còn căn cứ {titles[basis.old]}."
        elif basis.kind == "added":
            yield f"Thêm căn cứ {titles[basis.new]}."
