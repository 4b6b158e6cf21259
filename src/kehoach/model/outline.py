"""A plan in outline: what lists of everything, other plans and other bodies need of it, without its text.

Of all plans outlines are held at once, 130 values each, so these have slots and no dictionaries.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kehoach.model.frozen import but
from kehoach.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Kept:
    """An item by its permanent id, and what it says it continues."""

    id: str
    continues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """A document that an opening line names as what the plan rests on.

    ``words`` name it; ``sentence`` is all that the line says of it.
    """

    document: str
    words: str
    sentence: str
    path: str
    relation: str


@dataclass(frozen=True, slots=True)
class NamedTarget:
    """Something that the plan's lines mention: how often, and where and with which words first."""

    kind: str
    target: str
    count: int
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a duty names, with the role of the first field that does; ``acts`` where it has to do the duty."""

    unit: str
    role: str


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty by its permanent id: what kind it is, whom it names, and who has to act, as often as named."""

    id: str
    anchor: str
    kind: str
    bodies: tuple[Body, ...]
    acting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """When something is due, None where no day is set, and the day that it is sorted under."""

    due: dt.date | None
    last: dt.date


@dataclass(frozen=True, slots=True)
class Held:
    """A duty, by its place among the plan's, that has something a calendar can hold, and the body that alone it binds.

    ``body`` is empty where it binds all whom the duty names.
    """

    duty: int
    body: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a plan without its text.

    ``head`` is the plan without items, opening lines and remarks; ``upper`` are plans that a person named as above it,
    ``indicators`` those that its targets are set for, one for each target. Where its deadlines were worked out,
    ``days`` are theirs, ``held`` what calendars hold of them, and ``unread`` tells whether a time gives no day.
    """

    head: Plan
    items: tuple[Kept, ...]
    rests: tuple[Rest, ...]
    upper: tuple[str, ...]
    named: tuple[NamedTarget, ...]
    duties: tuple[Owed, ...]
    indicators: tuple[str, ...]
    days: tuple[Day, ...] = ()
    held: tuple[Held, ...] = ()
    unread: bool = False


def head_of(plan: Plan) -> Plan:
    """Give a plan without items, opening lines and remarks."""
    decision = plan.decision and but(plan.decision, legal_basis=(), proposal=(), articles=(), recipients=())
    empty = dict.fromkeys(("body", "appendices", "legal_basis", "in_pursuance", "recipients", "corrections", "sic"), ())
    return but(plan, decision=decision, links=(), coverage=(), enactment="", close="", **empty)
