"""Bodies that a plan names and the registry does not know: each whole, once, where it is first named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from itertools import takewhile

from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linetokens import UNKNOWN, bodies_of, names_bodies
from kehoach.meaning.mentions import Mention
from kehoach.meaning.persons import opens_with_person
from kehoach.model.fields import BODIES
from kehoach.model.plan import Plan
from kehoach.model.printed import Line
from kehoach.model.registry import Registry
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare

PROSE = (
    "heading",
    "text",
    "field",
    "article",
    "basis",
    "pursuance",
    "proposal",
    "enactment",
    "close",
    "recipient",
    "footnote",
)
"""Kinds of lines whose words are read as sentences."""

_FIELDS = frozenset(field.key for field in BODIES)
_NEAR = 0.6
_THING = late(
    r"(?:Quỹ|Nhà [Vv]ăn hóa|Nhà [Tt]hiếu nhi|Cung|Cổng|Trang|Thư viện|Bảo tàng|Kho|Trung tâm dữ liệu"
    r"|Trung tâm [Pp]hục vụ [Hh]ành chính công|Kiểm toán [Nn]hà nước)(?!\w)"
)
"""What is a place, a source of money or a system in most plans, and a body only where it has something to do."""


@dataclass(frozen=True)
class UnknownBody:
    """A name with the line that it stands in, and why it is not known."""

    name: str
    line: Line
    why: str


def unknown_bodies(linked: LinkedPlan) -> Iterator[UnknownBody]:
    """Find the names: those that the readers of lines left unread, and those of fields that name bodies alone."""
    names: set[str] = set()
    fields = dict(_fields(linked))
    acting = {party.words for duty in linked.duties for party in duty.named}
    for line, mentions in zip(linked.lines, linked.mentions, strict=True):
        if not names_bodies(line):
            continue
        key = (line.item.id, line.field.kind) if line.item and line.field else ("", "")
        parties = [name for name in fields.get(key, ()) if name in line.words]
        for name, why in _unread(line, mentions, parties):
            if _THING.match(name) and name not in acting:
                continue
            if name.lower() in names or any(o.to == "none" and name in o.text for o in linked.plan.links):
                continue
            names.add(name.lower())
            yield UnknownBody(name, line, why)


def _unread(line: Line, mentions: Sequence[Mention], parties: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the unread names of a line with why; what a field names is whole, and in a table alone often only a kind.

    A cell says "các phòng" or "nhà thầu" as a matter of course; a field that was written by hand names somebody.
    """
    for token in bodies_of(line, mentions):
        if token.fate == "unread":
            party = next((party for party in parties if token.text in party), "")
            yield (party, UNKNOWN) if party else (token.text, token.by)
    if line.cell is None:
        yield from ((party, UNKNOWN) for party in parties)


def _fields(linked: LinkedPlan) -> Iterator[tuple[tuple[str, str], list[str]]]:
    for duty in linked.duties:
        for key in _FIELDS:
            named = (party.words for party in duty.bodies(key) if not party.unit)
            names = [words for words in named if words and not opens_with_person(words)]
            if names:
                yield (duty.id.rpartition("#")[2], key), names


def nearest(registry: Registry, plan: Plan, name: str) -> tuple[str, str] | None:
    """Give the known name nearest to one, and whose it is, among the bodies around a plan; None where none is near."""
    by_name = _names_around(registry, plan)
    near = next((other for other in get_close_matches(name, by_name, 5, _NEAR) if _is_slip(name, other)), None)
    return (near, by_name[near]) if near else None


def _is_slip(name: str, other: str) -> bool:
    """Tell whether two names differ as slips do: what they do not share alike, or part of one alone.

    "Trung tâm Khuyến nông" and "Trung tâm Văn hóa" share the kind of body; what names it is another. A ministry is no
    department of the same name.
    """
    first, second = bare(name).lower().split(), bare(other).lower().split()
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    if not shared and SequenceMatcher(None, first[0], second[0]).ratio() < _NEAR:
        return False
    first_rest, second_rest = " ".join(first[shared:]), " ".join(second[shared:])
    return not first_rest or not second_rest or SequenceMatcher(None, first_rest, second_rest).ratio() >= _NEAR


def _names_around(registry: Registry, plan: Plan) -> Mapping[str, str]:
    scopes = {*registry.scopes(plan.issuer), ""}
    return {
        other: unit.id
        for unit in registry.units.values()
        if unit.within in scopes or unit.id in scopes
        for other in (unit.name, *unit.names, *unit.self_names, *unit.full_names)
    }
