"""Whose target a printed number is, and what is excepted from it.

"Tỉnh phấn đấu đạt 88,5%" in a department's plan is the province's; "100% hồ sơ, trừ hồ sơ mật" is not all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.mentions import Mention
from kehoach.meaning.parties import doers
from kehoach.model.frozen import but
from kehoach.model.items import Item, Target
from kehoach.model.registry import Registry
from kehoach.model.units import Unit
from kehoach.wording.letters import decimal

_LEVELS = {
    "tỉnh": "province",
    "thành phố": "province",
    "huyện": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "đặc khu": "commune",
    "cả nước": "national",
    "quốc gia": "national",
}
_AUTHORITIES = ("people_committee", "government")
_STRIVES = r"(?:phấn đấu|đặt mục tiêu|đặt chỉ tiêu|quyết tâm|đạt|duy trì|tăng|giảm|nâng)"
_SUBJECT = re.compile(
    rf"(?<![^\W_])(?P<place>{'|'.join(_LEVELS)})(?P<name>(?:\s+\w+){{0,5}}?),?\s+{_STRIVES}\b[^.;]*\Z",
    re.IGNORECASE,
)
_EXCEPTION = r"(?:(?:ngoại\s+)?trừ|không (?:kể|bao gồm|tính|áp dụng)|chưa (?:kể|bao gồm))(?![^\W_])"
_EXCEPTING = re.compile(rf"(?<![^\W_])(?P<words>{_EXCEPTION}[^()]*)", re.IGNORECASE)
_EXCEPTED_FIRST = re.compile(rf"\s*(?P<words>{_EXCEPTION}[^,;:()]*),", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;](?=\s|\Z)|\n")
_AT_LEAST = re.compile(r"(?:ít nhất|tối thiểu|không dưới|tối đa|không quá)\s*\Z", re.IGNORECASE)
_BEHIND_BODY = re.compile(rf",?\s+(?:cần\s+|phải\s+|tiếp tục\s+)?{_STRIVES}\b[^.;]*\Z", re.IGNORECASE)


def owner_in(linked: LinkedPlan, item: Item, target: Target) -> str:
    """Give the id of the body whose target it is, by the paragraph of an item that prints its number."""
    for line, mentions in zip(linked.lines, linked.mentions, strict=True):
        if line.item is item and (at := _printed_at(line.words, target)) >= 0:
            return target_owner(line.words[:at], linked.plan.issuer, linked.linker.registry, mentions)
    return linked.plan.issuer


def exception_in(linked: LinkedPlan, item: Item, target: Target) -> str:
    """Give the printed words that except something from a target ("trừ hồ sơ mật"), empty where none do."""
    for line in linked.lines:
        if line.item is item and (at := _printed_at(line.words, target)) >= 0:
            return exception_of(line.words, at)
    return ""


def exception_of(text: str, at: int) -> str:
    """Give the words that except something from the number at a place, in its sentence; empty where none do."""
    start = max(text.rfind(mark, 0, at) for mark in (". ", "; ", "\n")) + 1
    end = _SENTENCE_END.search(text, at)
    stop = end.start() if end else len(text)
    behind = _EXCEPTING.search(text, at, stop)
    if behind:
        return " ".join(behind["words"].split()).rstrip(" ,)")
    before = _EXCEPTED_FIRST.match(text, start, at)
    return " ".join(before["words"].split()) if before else ""


def target_owner(before: str, issuer: str, registry: Registry, mentions: Sequence[Mention] = ()) -> str:
    """Give the id of the body that the words before a number say it of, else of who issued the plan.

    Empty where they name a place at whose level the registries know no authority around the issuer.
    """
    for mention in reversed([m for m in mentions if m.kind == "unit" and m.end <= len(before)]):
        if _BEHIND_BODY.match(before, mention.end):
            return mention.target
    match = _SUBJECT.search(before)
    if not match:
        doer = _doer(before, mentions)
        return issuer if doer is None else doer
    place = " ".join(match["place"].lower().split())
    name = " ".join(word for word in match["name"].split() if word[0].isupper())
    around = (registry.units[unit] for unit in registry.scopes(issuer))
    return next((u.id for u in around if u.level == _LEVELS[place] and u.kind in _AUTHORITIES and _is(u, name)), "")


def _doer(before: str, mentions: Sequence[Mention]) -> str | None:
    """Give the body that does what is counted: "Đài truyền thanh xã phát chuyên mục ít nhất 15 phút".

    None where nobody is said to do it; empty where who does it is several bodies, or one that the registries lack.
    """
    if not _AT_LEAST.search(before):
        return None
    start = max(before.rfind(mark) for mark in (". ", "; ", "\n")) + 1
    moved = [but(m, start=m.start - start, end=m.end - start) for m in mentions if m.start >= start]
    doing, _ = doers(before[start:], moved)
    return None if not doing else doing[0].unit if len(doing) == 1 else ""


def _printed_at(text: str, target: Target) -> int:
    """Give where a target's value is printed, -1 where it is not."""
    for form in dict.fromkeys((decimal(target.value), f"{target.value:g}", f"{target.value:02g}")):
        if match := re.search(rf"(?<![0-9.,]){re.escape(form)}(?![0-9])", text):
            return match.start()
    return -1


def _is(unit: Unit, name: str) -> bool:
    """Whether a body governs the place of a name; a place without one is that around who says it."""
    return not name or unit.area.endswith(name)
