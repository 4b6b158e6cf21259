"""What happened to a provision, by kinds that can be counted, filtered and shown as badges."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kehoach.comparison.model import Change

_PROSE = ("heading", "text", "method")


def _altered(name: str) -> Callable[[Change], bool]:
    return lambda c: any(f.name == name and f.weight != "editorial" for f in c.fields)


def _lead(change: Change) -> bool:
    named = bool(change.bodies_gone or change.bodies_come)
    return named or _altered("lead")(change) or _altered("implementers")(change)


_WHOLE: Mapping[str, Callable[[Change], bool]] = {
    "added": lambda c: c.status == "added",
    "removed": lambda c: c.status == "removed",
    "split": lambda c: c.relation == "split" or bool(c.gave),
    "merge": lambda c: c.relation == "merge" or bool(c.took),
}
_SPECIFIC: Mapping[str, Callable[[Change], bool]] = {
    "lead": _lead,
    "partners": _altered("partners"),
    "schedule": _altered("schedule"),
    "output": _altered("output"),
    "report": _altered("report"),
    "budget": _altered("budget"),
    "number": lambda c: bool(c.numbers),
    "number-gone": lambda c: bool(c.gone),
    "citation": lambda c: bool(c.documents_gone or c.documents_come),
    "indicator": lambda c: bool(c.indicators_gone or c.indicators_come),
}

KINDS: Mapping[str, str] = {
    "added": "mục mới",
    "removed": "bỏ mục",
    "split": "tách mục",
    "merge": "gộp mục",
    "moved": "chuyển chỗ",
    "lead": "đổi nơi chủ trì, thực hiện",
    "partners": "đổi nơi phối hợp",
    "schedule": "đổi thời gian",
    "output": "đổi sản phẩm",
    "report": "đổi chế độ báo cáo",
    "budget": "đổi kinh phí",
    "number": "đổi con số",
    "number-gone": "bỏ con số đã hứa",
    "citation": "đổi văn bản viện dẫn",
    "indicator": "đổi chỉ số nêu tên",
    "wording": "sửa lời văn",
    "editorial": "sửa cách viết",
}
"""Each kind in Vietnamese, what concerns people most first."""


def kinds(change: Change) -> tuple[str, ...]:
    """Give the kinds of a change in the order of ``KINDS``; nothing where all is the same.

    ``wording`` is said of prose that changed without a more specific kind to explain it, or that was largely
    rewritten; of a provision split or merged, the words that went or came with the part explain it.
    """
    found = {name for name, holds in _WHOLE.items() if holds(change)}
    if change.relation == "pair" and change.status in ("same", "changed"):
        specific = {name for name, holds in _SPECIFIC.items() if holds(change)}
        explained = bool(found or specific)
        named = bool(change.bodies_gone or change.bodies_come)
        prose = {f.weight for f in change.fields if f.name in _PROSE and not (named and f.name == "heading")}
        if (prose - {"editorial"} and not explained) or ("substantive" in prose and not found):
            specific.add("wording")
        found |= specific | ({"moved"} if change.moved else set())
        if change.fields and not found - {"moved"}:
            found.add("editorial")
    return tuple(name for name in KINDS if name in found)
