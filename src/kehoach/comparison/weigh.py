"""How much a change matters, each weight by a rule that can be read."""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz.distance import Indel

from kehoach.comparison.model import Change
from kehoach.comparison.otherforms import LABELLED
from kehoach.model.fields import FIELDS

_LINES = {field.key: field for field in FIELDS if not field.is_prose}
_READ = ("provision", "close", "pursuance", "enactment")
"""Groups whose meaning is read; of others only the words are compared."""

_MINOR = ("unread", "moved", "heir")
"""Kinds of difference that change no matter for sure."""


def _assigned(change: Change) -> bool:
    """Whether somebody chose other bodies to act; that one stands in the place of one that ended is nobody's choice."""
    inherited = {unit for handover in change.handovers if handover.reorganised for unit in (handover.old, handover.new)}
    return not inherited.issuperset((*change.bodies_gone, *change.bodies_come))


def _inherited(change: Change) -> bool:
    return bool(change.handovers) or any(difference.kind == "heir" for difference in change.differences)


RULES: tuple[tuple[str, str, str, Callable[[Change], bool]], ...] = (
    ("removed", "substantive", "bỏ cả mục", lambda c: c.status == "removed" and c.node.group == "provision"),
    ("added", "substantive", "thêm cả mục", lambda c: c.status == "added" and c.node.group == "provision"),
    ("number-gone", "substantive", "một con số đã hứa không còn", lambda c: bool(c.numbers_gone)),
    ("number", "substantive", "con số thay đổi", lambda c: bool(c.numbers)),
    ("body", "substantive", "cơ quan phải làm thay đổi", lambda c: _assigned(c)),
    (
        "citation",
        "substantive",
        "văn bản viện dẫn thay đổi",
        lambda c: c.node.group != "proposal" and bool(c.documents_gone or c.documents_come),
    ),
    ("indicator", "substantive", "chỉ số nêu tên thay đổi", lambda c: bool(c.indicators_gone or c.indicators_come)),
    (
        "part",
        "substantive",
        "tách ra hoặc gộp vào mục khác",
        lambda c: c.by != LABELLED and (c.relation == "merge" or (c.relation == "split" and bool(c.differences))),
    ),
    ("section", "substantive", "chuyển sang phần của nơi hoặc thời gian khác", lambda c: c.resettled),
    ("meaning", "substantive", "nghĩa thay đổi", lambda c: any(d.kind not in _MINOR for d in c.differences)),
    ("reorganised", "minor", "cơ quan sắp xếp lại, việc như cũ", lambda c: _inherited(c)),
    ("unread", "minor", "có chỗ có thể đổi nghĩa", lambda c: any(d.kind == "unread" for d in c.differences)),
    ("parted", "minor", "tách ra mục khác, lời như cũ", lambda c: c.relation != "pair"),
    ("sentence", "minor", "có câu chuyển chỗ", lambda c: bool(c.differences)),
    (
        "rewritten",
        "substantive",
        "lời văn viết lại phần lớn",
        lambda c: c.node.group not in _READ and any(f.weight == "substantive" for f in c.fields),
    ),
    ("around", "minor", "phần ngoài các mục thay đổi", lambda c: c.status in ("added", "removed")),
    ("wording", "minor", "lời văn sửa một phần", lambda c: any(f.weight != "editorial" for f in c.fields)),
    ("moved", "minor", "chuyển chỗ", lambda c: c.moved),
    ("editorial", "editorial", "chỉ khác năm, chữ hoa, dấu câu, chữ tắt", lambda c: bool(c.fields)),
    ("same", "editorial", "không đổi", lambda c: True),
)
"""Name, weight, Vietnamese words and test of each rule; the first that holds decides."""

REASONS = {name: words for name, _, words, _ in RULES}


def weigh(change: Change) -> tuple[str, str]:
    """Give the weight of a change and the name of the rule that decided it."""
    return next((weight, name) for name, weight, _, holds in RULES if holds(change))


def field_weight(name: str, old: str, new: str, same_words: bool) -> str:
    """Weigh one field: editorial where the comparable words are the same, minor up to half of the words changed."""
    if same_words:
        return "editorial"
    if name in _LINES:
        return "minor"
    alike: float = Indel.normalized_similarity(old.lower().split(), new.lower().split())
    return "minor" if alike >= 0.5 else "substantive"
