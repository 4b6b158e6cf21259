"""Whether a document that a plan rests on was in force: on the plan's date and on any other day.

All is read from the registry of documents: what replaces, repeals or amends what and since when, from when a
document is valid, which years a programme is for. What the registry does not say stays unknown, and a
document that nothing is known to have ended counts as in force only as far as the registry knows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kehoach.meaning.fabric import Upper
from kehoach.model.plan import Plan
from kehoach.model.registry import Document, Evidence, Registry

STATES = ("in_force", "in_period", "amended", "lapsed", "replaced", "repealed", "expired", "not_yet", "unknown")
GONE = ("replaced", "repealed", "expired")
"""States in which a new plan should not rest on a document."""

_BEGINS = ("in_force", "issued")
_LIVE = ("in_force", "in_period")
_ENDS = {"replaces": "replaced", "repeals": "repealed", "amends": "amended"}


@dataclass(frozen=True)
class Event:
    """What happened to a document on a day: ``kind`` is a state, ``by`` the document that did it, if one did.

    ``issued`` stands for ``in_force`` where only the day of issue and the period are known.
    """

    kind: str
    date: dt.date
    evidence: Evidence
    by: str = ""


@dataclass(frozen=True)
class Health:
    """A document's state on a day; ``event`` is what put it there, None where nothing is known."""

    state: str
    event: Event | None = None

    @property
    def gone(self) -> bool:
        """Whether the document no longer held."""
        return self.state in GONE


def events(registry: Registry, document: Document) -> tuple[Event, ...]:
    """Give all that the registry knows to have happened to a document, earliest first."""
    return tuple(sorted(_events(registry, document), key=lambda event: (event.date, event.kind, event.by)))


def _events(registry: Registry, document: Document) -> Iterator[Event]:
    if document.valid_from:
        yield Event("in_force", document.valid_from, document.evidence)
    elif document.issued and document.period and document.period_evidence:
        yield Event("issued", document.issued, document.period_evidence)
    if document.period and document.period_evidence:
        yield Event("expired", dt.date(document.period[1] + 1, 1, 1), document.period_evidence)
    for other, relation in registry.relations_to.get(document.id, ()):
        since = relation.date or other.valid_from or other.issued
        if relation.type in _ENDS and since:
            yield Event(_ENDS[relation.type], since, relation.evidence, other.id)


def health(registry: Registry, document: Document, day: dt.date, year: int = 0) -> Health:
    """Tell a document's state on a day; a period counts against ``year`` where one is given.

    A plan for 2026 signed in December 2025 is for a year that a programme of 2021-2025 does not reach.
    """
    return _health(registry, document, day, year, frozenset())


def _health(registry: Registry, document: Document, day: dt.date, year: int, seen: frozenset[str]) -> Health:
    known = events(registry, document)
    over = dt.date(year, 1, 1) if year else day
    past = [event for event in known if event.date <= (over if event.kind == "expired" else day)]
    for kinds in (("replaced", "repealed"), ("expired",), ("amended",), _BEGINS):
        found = [event for event in past if event.kind in kinds]
        if found:
            state = found[-1].kind
            alive = kinds is _BEGINS or state == "amended"
            if alive and (lapse := _lapse(registry, document, day, year, seen | {document.id})):
                return Health("lapsed", lapse)
            if kinds is _BEGINS:
                state = "in_period" if document.period else "in_force"
            return Health(state, found[-1])
    start = next((event for event in known if event.kind in _BEGINS), None)
    return Health("not_yet", start) if start else Health("unknown")


def _lapse(registry: Registry, document: Document, day: dt.date, year: int, seen: frozenset[str]) -> Event | None:
    """Give what ended the document that this one amends: an amendment lasts no longer than what it amends."""
    amended = [registry.documents[r.document] for r in document.relations if r.type == "amends"]
    states = [_health(registry, one, day, year, seen) for one in amended if one.id not in seen]
    ended = [state.event for state in states if state.gone]
    return ended[0] if ended and len(ended) == len(amended) else None


@dataclass(frozen=True)
class BasisHealth:
    """A document that a plan rests on: the words that say so, its state then and, where a day is named, now."""

    document: Document
    path: str
    words: str
    relation: str
    then: Health
    later: tuple[Event, ...]
    now: Health | None


def at_plan(registry: Registry, plan: Plan, document: Document) -> Health:
    """Tell a document's state when a plan was issued; of an unknown day what speaks for the document counts.

    What has ended must have ended before the first possible day, what begins has begun by the last one.
    """
    first, last = plan.window
    found = health(registry, document, first, plan.year)
    if found.state == "not_yet" and (later := health(registry, document, last, plan.year)).state in _LIVE:
        return later
    return found


def basis_health(
    registry: Registry, plan: Plan, uppers: Iterable[Upper], today: dt.date | None
) -> tuple[BasisHealth, ...]:
    """Judge each document that a plan is based on or carries out, each once; ``today`` is the day to judge for."""
    found: dict[str, BasisHealth] = {}
    for upper in uppers:
        document = registry.documents.get(registry.document_of.get(upper.id, "") if upper.kind == "plan" else upper.id)
        if document is None or upper.relation not in ("based_on", "implements"):
            continue
        then = at_plan(registry, plan, document)
        since = [event for event in events(registry, document) if event.date > plan.window[0]]
        later = tuple(event for event in since if event.kind not in (*_BEGINS, then.state))
        now = health(registry, document, today) if today else None
        found.setdefault(document.id, BasisHealth(document, upper.path, upper.words, upper.relation, then, later, now))
    return tuple(found.values())
