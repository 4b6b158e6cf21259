"""One sentence on what became of a provision since the edition before."""

from __future__ import annotations

from kehoach.comparison.kinds import KINDS, kinds
from kehoach.comparison.model import Change
from kehoach.comparison.phrases import body, in_speech
from kehoach.model.registry import Registry
from kehoach.wording.pathnames import path_name

CHANGED = "sửa"


def badge(change: Change) -> str:
    """Give one or two words that mark a provision; empty where nothing but writing changed."""
    all_kinds = kinds(change)
    if change.weight == "editorial" and not change.moved:
        return ""
    for kind, word in (("added", "mới"), ("split", "tách"), ("merge", "gộp")):
        if kind in all_kinds:
            return word
    return "" if not all_kinds else "chuyển chỗ" if all_kinds == ("moved",) else CHANGED


def sentence(change: Change, before: str, registry: Registry) -> str:
    """Say what became of a provision; ``before`` names what it is compared with: ``năm 2021``, ``bản trước``."""
    if change.status == "added":
        return f"Mục mới, {before} không có."
    if change.status == "removed":
        return f"Mục của {before}, nay không còn."
    assert change.old and change.new
    if change.relation != "pair":
        verb = "Tách từ" if change.relation == "split" else "Gộp vào"
        node = change.old if change.relation == "split" else change.new
        return f"{verb} {path_name(node.path)}{f' {before}' if change.relation == 'split' else ''}."
    parts = [f"con số {a.text} thành {b.text}" for a, b in change.numbers]
    parts += [f"không còn con số {number.text}" for number in change.numbers_gone]
    parts += [f"{body(registry, h.old)} chuyển sang {body(registry, h.new)}" for h in change.handovers]
    is_said = {"number": bool(change.numbers), "number-gone": bool(change.numbers_gone), "lead": bool(change.handovers)}
    parts += [KINDS[kind] for kind in kinds(change) if not is_said.get(kind)]
    if change.gave:
        parts.append(f"một phần sang {in_speech([path_name(node.path) for node in change.gave])}")
    if change.took:
        parts.append(f"nhận {in_speech([path_name(node.path) for node in change.took])} {before}")
    old_place = f" ({before} ở {path_name(change.old.path)})" if change.renumbered else ""
    return f"So với {before}: {'; '.join(parts) or 'không đổi'}{old_place}."
