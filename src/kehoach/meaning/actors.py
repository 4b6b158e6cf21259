"""Who does what in a sentence that orders a thing: the bodies by the role that the words give them.

A sentence is read with its bodies taken out: of "A giao B chủ trì, phối hợp với C" the pattern is the same whoever A, B
and C are. A role is given only where a pattern says so; a body without one stays without.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.changedactors import Given, Span, taken_over
from kehoach.meaning.exceptedbodies import not_meant
from kehoach.meaning.fronts import condition_of
from kehoach.meaning.labelroles import ROLES, Role
from kehoach.meaning.maskedtext import Masked
from kehoach.meaning.mentions import Mention, bodies_in, hidden_in
from kehoach.meaning.orders import is_request
from kehoach.meaning.receiverlimits import limits_of_receivers
from kehoach.meaning.sentenceroles import SentenceRoles


@dataclass(frozen=True)
class Condition:
    """What must be so before a body has anything to do: ``start`` is where its words begin in the text."""

    start: int
    words: str


@dataclass(frozen=True)
class Actor:
    """A body with its role; ``unit`` is its registry id, empty where the registries know none.

    ``condition`` is there where it has the role under a condition only ("Trường hợp A quá tải thì B chủ trì").
    """

    role: Role
    name: BodyName
    unit: str = ""
    condition: Condition | None = None


@dataclass(frozen=True)
class Actors:
    """The bodies that have a role in a text, in printed order; ``verb`` is where the first doer's verb begins.

    ``unsettled`` are those of whom the text does not tell whether they act by themselves or with others.
    """

    rows: tuple[Actor, ...] = ()
    request: bool = False
    verb: int = -1
    unsettled: tuple[Actor, ...] = ()

    def of(self, *roles: Role) -> tuple[Actor, ...]:
        """Give the actors of some roles."""
        return tuple(actor for actor in self.rows if actor.role in roles)


def read_actors(text: str, mentions: Sequence[Mention] = ()) -> Actors:
    """Read the roles that a text gives to bodies; ``mentions`` are what the registries know of its words."""
    units = {(m.start, m.end): m.target for m in mentions if m.kind == "unit"}
    names = bodies_in(text, mentions)
    if not names:
        return Actors(request=is_request(text))
    masked = Masked(text, names, hidden_in(text, mentions))
    roles = SentenceRoles(masked, units)
    roles.read()
    given = sorted(dict.fromkeys(roles.roles), key=lambda row: (row[0].start, ROLES.index(row[1])))
    without = not_meant(text, names)
    spans = _conditions(text, [name for name, _ in given])
    aside = [*spans.values()]
    spans = {**spans, **_limits(text, given, spans)}
    turns, changed = taken_over(text, names, given)
    spans = {**spans, **changed}
    rows = [
        Actor(role, name, units.get((name.start, name.end), ""), _condition(text, spans.get(name.start)))
        for name, role in turns
        if name.sure and name.start not in without and not any(start <= name.start < end for start, end in aside)
        if role not in _GETTING or not _TOLD_BY_WORK.match(text, name.reach)
    ]
    verbs = (at for at in map(masked.place, roles.verbs) if not any(start <= at < end for start, end in aside))
    unsettled = [Actor("partners", name, units.get((name.start, name.end), "")) for name in roles.unsettled]
    return Actors(tuple(rows), roles.request or is_request(text), next(verbs, -1), tuple(unsettled))


_GETTING: tuple[Role, ...] = ("recipients", "through")
_TOLD_BY_WORK = re.compile(
    r"\s+(?:chủ trì|phụ trách)[\s,]|(?<=Ban Chỉ đạo)\s+(?:rà soát|tháo gỡ|phát triển|xây dựng|thực hiện|sắp xếp)\s"
)
"""Behind those who get a thing, which of them do: "gửi các sở, ngành | chủ trì dự án", "Ban Chỉ đạo | rà soát …"."""
_LISTED = re.compile(r"\s*,\s+|\s+(?:và|cùng)\s+")
_MAY_HOLD = re.compile(r"(?<![^\W_])(?:nếu|khi|trường hợp|thì)(?![^\W_])", re.IGNORECASE)


def _conditions(text: str, names: Sequence[BodyName]) -> Mapping[int, Span]:
    """Give by where each name begins which words say under which condition it has something to do."""
    if not _MAY_HOLD.search(text):
        return {}
    starts = [name.start for name in names]
    conditions = {name.start: condition_of(text, (name.start, name.end), starts) for name in names}
    for name, following in reversed([*pairwise(sorted(names, key=lambda one: one.start))]):
        span = conditions[following.start]  # what stands behind the last of a list holds for all of them
        behind = span is not None and span[0] > following.start and text[span[0] - 1] != "("
        if behind and _LISTED.fullmatch(text, name.reach, following.start):
            conditions[name.start] = conditions[name.start] or span
    return {at: span for at, span in conditions.items() if span}


def _limits(text: str, given: Sequence[Given], spans: Mapping[int, Span]) -> Mapping[int, Span]:
    """Give by where the name of each receiver begins the words that limit him alone, and nobody who acts."""
    getting = [name for name, role in given if role in _GETTING and name.start not in spans]
    acting = [name.start for name, role in given if role not in _GETTING and name.sure]
    limits = limits_of_receivers(text, getting)
    told = set(spans.values())  # what limits who acts need not be told twice
    return {
        at: span
        for at, span in limits.items()
        if span not in told and not any(span[0] <= one < span[1] for one in acting)
    }


def _condition(text: str, span: Span | None) -> Condition | None:
    return Condition(span[0], " ".join(text[slice(*span)].split())) if span else None
