"""A comparison as open data: ``data/diffs/<unit>/<series>/<from>-den-<to>.json``."""

from __future__ import annotations

from typing import Any

from kehoach.comparison.kinds import kinds
from kehoach.comparison.model import Change, Comparison, FieldChange, WordShare


def as_data(comparison: Comparison) -> dict[str, Any]:
    """Give the comparison as plain JSON values; ``changes`` has the contract's keys and a few more."""
    return {
        "from": comparison.old_id,
        "to": comparison.new_id,
        "headline": list(comparison.headline),
        "carried_over": _share(comparison.carried),
        "carried_over_by_section": {name: _share(share) for name, share in comparison.sections.items()},
        "legal_basis": [
            {"kind": b.kind, "from": b.old or None, "to": b.new or None, **({"words": b.words} if b.words else {})}
            for b in comparison.basis
        ],
        "changes": [_change(change) for change in comparison.changes],
    }


def _share(share: WordShare) -> dict[str, Any]:
    return {"kept_words": share.kept, "words": share.words, "percent": round(share.percent, 1)}


def _change(change: Change) -> dict[str, Any]:
    text = change.field("text")
    return {
        "status": change.status,
        "moved": change.moved,
        "from_path": change.old.path if change.old else None,
        "to_path": change.new.path if change.new else None,
        "from_id": change.old.name if change.old else None,
        "to_id": change.new.name if change.new else None,
        "kinds": list(kinds(change)),
        "fields": {f.name: _field(change, f) for f in change.fields},
        "ops": [list(op) for op in text.ops] if text else [],
        "part": change.node.group,
        "relation": change.relation,
        "matched_by": change.by or None,
        "weight": change.weight,
        "reason": change.reason,
        "numbers": [{"from": a.text, "to": b.text} for a, b in change.numbers],
        "numbers_gone": [number.text for number in change.numbers_gone],
        "handovers": [
            {"from": h.old, "to": h.new, "kind": h.kind, "successors": list(h.into), "date": _day(h.date)}
            for h in change.handovers
        ],
        "documents": {"from": list(change.documents_gone), "to": list(change.documents_come)},
        "indicators": {"from": list(change.indicators_gone), "to": list(change.indicators_come)},
    }


def _field(change: Change, field: FieldChange) -> dict[str, Any]:
    """Give a field's change; ``from`` or ``to`` is null where that side has no such field."""
    return {
        "from": field.old if change.old and field.name in change.old.fields else None,
        "to": field.new if change.new and field.name in change.new.fields else None,
        "weight": field.weight,
        "ops": [list(op) for op in field.ops],
    }


def _day(date: Any) -> str | None:
    return date.isoformat() if date else None
