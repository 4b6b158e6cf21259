"""What happened to a provision, by kinds that can be counted, filtered and shown as badges."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from kehoach.comparison.model import Change
from kehoach.model.fields import BY_KEY, DOERS, FIELDS

_PROSE = ("heading", "text", *(field.key for field in FIELDS if field.is_prose))


def _altered(names: Collection[str]) -> Callable[[Change], bool]:
    return lambda c: any(f.name in names and f.weight != "editorial" for f in c.fields)


def _doers(change: Change) -> bool:
    """Other bodies must act, be it that a field names them or the prose."""
    bodies_differ = (
        change.bodies_gone or change.bodies_come or any(d.kind in ("lead", "doer") for d in change.differences)
    )
    return bool(bodies_differ) or _altered(DOERS)(change)


def _of_fields() -> Mapping[str, tuple[str, Collection[str]]]:
    """By kind, the words for it and the fields that it counts; fields that say the same are one kind."""
    alike: dict[str, list[str]] = {}
    for field in FIELDS:
        if field.changed:
            alike.setdefault(field.changed, []).append(field.key)
    return {keys[0]: (words, keys) for words, keys in alike.items()}


_FIELDS = _of_fields()


def _differs(*names: str) -> Callable[[Change], bool]:
    return lambda c: any(d.kind in names for d in c.differences)


def _promises(change: Change) -> bool:
    """Whether a promised number changed: the clause around it went with it."""
    return bool(change.numbers or change.numbers_gone)


def _of_field(keys: Collection[str]) -> Callable[[Change], bool]:
    """A field changed, or the prose says another thing of what the field holds."""
    if DOERS.issuperset(keys):
        return _doers
    altered, differs = _altered(keys), _differs(*(BY_KEY[key].difference for key in keys))
    return lambda c: altered(c) or (not _promises(c) and differs(c))


_WHOLE: Mapping[str, Callable[[Change], bool]] = {
    "added": lambda c: c.status == "added",
    "removed": lambda c: c.status == "removed",
    "split": lambda c: c.relation == "split" or bool(c.gave),
    "merge": lambda c: c.relation == "merge" or bool(c.took),
}
_SPECIFIC: Mapping[str, Callable[[Change], bool]] = {
    **{kind: _of_field(keys) for kind, (_, keys) in _FIELDS.items()},
    "number": lambda c: bool(c.numbers) or (not _promises(c) and _differs("quantity")(c)),
    "number-gone": lambda c: bool(c.numbers_gone),
    "modality": lambda c: not _promises(c) and _differs("negation", "modality")(c),
    "condition": _differs("condition"),
    "role": _differs("role"),
    "addressee": _differs("addressee"),
    "body": _differs("body"),
    "reorganised": _differs("heir"),
    "citation": lambda c: bool(c.documents_gone or c.documents_come) or _differs("citation")(c),
    "indicator": lambda c: bool(c.indicators_gone or c.indicators_come),
}

KINDS: Mapping[str, str] = {
    "added": "mục mới",
    "removed": "bỏ mục",
    "split": "tách mục",
    "merge": "gộp mục",
    "moved": "chuyển chỗ",
    **{kind: words for kind, (words, _) in _FIELDS.items()},
    "number": "đổi con số",
    "number-gone": "bỏ con số đã hứa",
    "modality": "đổi mức độ bắt buộc",
    "condition": "đổi điều kiện",
    "role": "đổi vai trò",
    "addressee": "đổi nơi nhận",
    "body": "đổi cơ quan được nêu",
    "reorganised": "cơ quan sắp xếp lại",
    "citation": "đổi văn bản viện dẫn",
    "indicator": "đổi chỉ số nêu tên",
    "wording": "sửa nội dung, lời văn",
    "editorial": "sửa cách viết",
}
"""Each kind in Vietnamese, what concerns people most first."""


def kinds(change: Change) -> tuple[str, ...]:
    """Give the kinds of a change in the order of ``KINDS``; nothing where all is the same.

    ``wording`` is said of prose that changed without a more specific kind to explain it, or that was largely
    rewritten; of a provision split or merged, the words that went or came with the part explain it.
    """
    names = {name for name, holds in _WHOLE.items() if holds(change)}
    if change.relation == "pair" and change.status in ("same", "changed"):
        specific = {name for name, holds in _SPECIFIC.items() if holds(change)}
        explained = bool(names or specific)
        bodies_differ = bool(change.bodies_gone or change.bodies_come)
        prose = {f.weight for f in change.fields if f.name in _PROSE and not (bodies_differ and f.name == "heading")}
        if (prose - {"editorial"} and not explained) or ("substantive" in prose and not names):
            specific.add("wording")
        names |= specific | ({"moved"} if change.moved else set())
        if change.fields and not names - {"moved"}:
            names.add("editorial")
    return tuple(name for name in KINDS if name in names)
