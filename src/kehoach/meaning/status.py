"""The state of documents, bodies and plans on a day, derived from dates and the registries alone.

What the registries do not say stays unknown, and a document that nothing is known to have ended counts as in force
only as far as they know: what it amends and its period must live, too. A page keeps the stages still to come, so that
the reader's own date chooses among them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kehoach.meaning.fabric import Upper
from kehoach.model.plan import Plan
from kehoach.model.registry import Document, Registry
from kehoach.model.units import Evidence, Unit
from kehoach.wording.letters import short_date
from kehoach.wording.titleyears import period_end

# Documents

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
    happened = events(registry, document)
    over = dt.date(year, 1, 1) if year else day
    past = [event for event in happened if event.date <= (over if event.kind == "expired" else day)]
    for kinds in (("replaced", "repealed"), ("expired",), ("amended",), _BEGINS):
        events_of_kind = [event for event in past if event.kind in kinds]
        if events_of_kind:
            state = events_of_kind[-1].kind
            alive = kinds is _BEGINS or state == "amended"
            if alive and (lapse := _lapse(registry, document, day, year, seen | {document.id})):
                return Health("lapsed", lapse)
            if kinds is _BEGINS:
                state = "in_period" if document.period else "in_force"
            return Health(state, events_of_kind[-1])
    start = next((event for event in happened if event.kind in _BEGINS), None)
    return Health("not_yet", start) if start else Health("unknown")


def _lapse(registry: Registry, document: Document, day: dt.date, year: int, seen: frozenset[str]) -> Event | None:
    """Give what ended the document that this one amends: an amendment lasts no longer than what it amends."""
    amended = [registry.documents[r.document] for r in document.relations if r.type == "amends"]
    states = [_health(registry, other, day, year, seen) for other in amended if other.id not in seen]
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
    state = health(registry, document, first, plan.year)
    if state.state == "not_yet" and (later := health(registry, document, last, plan.year)).state in _LIVE:
        return later
    return state


def basis_health(
    registry: Registry, plan: Plan, uppers: Iterable[Upper], today: dt.date | None
) -> tuple[BasisHealth, ...]:
    """Judge each document that a plan is based on or carries out, each once; ``today`` is the day to judge for."""
    by_document: dict[str, BasisHealth] = {}
    for upper in uppers:
        document = registry.documents.get(registry.document_of.get(upper.id, "") if upper.kind == "plan" else upper.id)
        if document is None or upper.relation not in ("based_on", "implements"):
            continue
        then = at_plan(registry, plan, document)
        since = [event for event in events(registry, document) if event.date > plan.window[0]]
        later = tuple(event for event in since if event.kind not in (*_BEGINS, then.state))
        now = health(registry, document, today) if today else None
        by_document.setdefault(
            document.id, BasisHealth(document, upper.path, upper.words, upper.relation, then, later, now)
        )
    return tuple(by_document.values())


# Bodies and plans

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Ending:
    """The last day of a body that owes or receives something, by the registry of bodies."""

    unit: str
    day: dt.date


def end_of(registry: Registry, unit_id: str) -> Ending | None:
    """Give the first end among a body and the authorities around it; None where the registry knows none."""
    units = (registry.units[scope] for scope in registry.scopes(unit_id))
    return min((Ending(unit.id, unit.end) for unit in units if unit.end), key=lambda end: end.day, default=None)


@dataclass(frozen=True)
class Stage:
    """What holds from ``first`` to ``until``, both included; None where that side is open.

    ``code`` is draft, withdrawn, coming, current, past or ended, for a body also existing.
    """

    code: str
    words: str
    first: dt.date | None = None
    until: dt.date | None = None


def plan_stages(registry: Registry, plan: Plan) -> tuple[Stage, ...]:
    """Give the stages of a plan in order; a draft has one, a withdrawal ends all others."""
    if plan.status == "draft":
        return (Stage("draft", "Dự thảo, chưa ban hành"),)
    end = end_of(registry, plan.issuer)
    withdrawn = dt.date.fromisoformat(plan.withdrawal["date"]) if plan.withdrawal else None
    last_year = max(plan.year, period_end(plan.title) or 0)
    return _stages_of_years(plan.year, last_year, end.day if end else None, withdrawn)


@lru_cache(maxsize=1024)
def _stages_of_years(year: int, last_year: int, last: dt.date | None, withdrawn: dt.date | None) -> tuple[Stage, ...]:
    """Give the stages of a plan of a year or several: most plans share theirs; ``last`` is the day its issuer ended."""
    begin, over = dt.date(year, 1, 1), dt.date(last_year + 1, 1, 1)
    years = f"năm {year}" if year == last_year else f"năm {year}–{last_year}"
    starts = {begin: Stage("current", f"Đang thực hiện, {years}"), over: Stage("past", f"Đã qua năm {last_year}")}
    if last:
        _end(starts, last, over)
    stages = [Stage("coming", f"Chưa đến năm {year}"), *(starts[day] for day in sorted(starts))]
    days = sorted(starts)
    if withdrawn:
        before = [earlier for earlier in days if earlier < withdrawn]
        stages = [*stages[: len(before) + 1], Stage("withdrawn", f"Đã thu hồi từ ngày {short_date(withdrawn)}")]
        days = [*before, withdrawn]
    return _dated(stages, days)


def _end(starts: dict[dt.date, Stage], last: dt.date, over: dt.date) -> None:
    """Put the end of the issuing body between a plan's stages, and into those after it."""
    why = f"cơ quan ban hành đã kết thúc ngày {short_date(last)}"
    for day in [day for day in starts if day > last]:
        stage = starts[day]
        words = f"{stage.words}; {why}" if stage.code == "past" else why[0].upper() + why[1:]
        starts[day] = Stage("ended", words)
    words = f"{starts[over].words}; {why}" if last >= over else why[0].upper() + why[1:]
    starts[last + _DAY] = starts.get(last + _DAY, Stage("ended", words))


def unit_stages(registry: Registry, unit: Unit) -> tuple[Stage, ...]:
    """Give the stages of a body: there, then ended; one without an end in the registry has none to tell."""
    end = end_of(registry, unit.id)
    if end is None:
        return ()
    ending = f"Đã kết thúc ngày {short_date(end.day)}"
    if end.unit != unit.id:
        ending += f" cùng {registry.units[end.unit].name}"
    return _dated([Stage("existing", f"Đến hết ngày {short_date(end.day)}"), Stage("ended", ending)], [end.day + _DAY])


def _dated(stages: list[Stage], days: list[dt.date]) -> tuple[Stage, ...]:
    firsts: list[dt.date | None] = [None, *days]
    untils: list[dt.date | None] = [*(day - _DAY for day in days), None]
    return tuple(
        replace(stage, first=first, until=until) for stage, first, until in zip(stages, firsts, untils, strict=True)
    )


@lru_cache(maxsize=1024)
def from_day(stages: tuple[Stage, ...], day: dt.date) -> tuple[Stage, ...]:
    """Give the stage of a day and those after it; the first holds from ever, whatever a reader's clock says."""
    left = [stage for stage in stages if stage.until is None or stage.until >= day]
    return tuple(replace(stage, first=None) if not index else stage for index, stage in enumerate(left))


def when(due: dt.date, day: dt.date) -> str:
    """Say how a deadline stands to a day, in the words that the page's script has too."""
    return "sắp tới" if day < due else "hôm nay" if day == due else "đã qua"
