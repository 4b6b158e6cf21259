"""What can be found: short cards (plans, documents, bodies, indicators, terms, pages) and the provisions of plans."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.status import Stage
from kehoach.model.plan import Plan
from kehoach.model.registry import Document
from kehoach.model.units import Unit
from kehoach.pages import page as address
from kehoach.pages.citing import official_name
from kehoach.pages.search import KINDS, SECTIONS
from kehoach.pages.searchwords import abbreviations
from kehoach.pages.site import Site
from kehoach.pages.vocabulary import HEALTH, LEVELS, UNIT_KINDS
from kehoach.wording.letters import short_date, upper_first
from kehoach.wording.pathnames import path_name

Stages = tuple[tuple[str, str, str, int], ...]
"""What holds from which day to which: words, first and last day as ``2026-01-01`` or empty, weight."""

_SILENT = ("header", "nation", "number", "date", "type", "subject", "recipients", "recipient", "signature", "signer")


@dataclass(frozen=True)
class SearchCard:
    """A page that is found as a whole; ``names`` is searched but not shown, ``unit`` and ``year`` are filtered by.

    ``state`` tells whether what it is about holds: stages with their days, which the browser chooses among, each as
    words, first day, last day and weight: 1 what holds, -1 what no longer does, 0 neither.
    """

    kind: str
    title: str
    about: str
    path: str
    anchor: str = ""
    names: tuple[str, ...] = ()
    unit: str = ""
    year: int = 0
    state: Stages = ()


@dataclass
class Passage:
    """A provision of a plan; ``parent`` is the index of the one above it, -1 for none.

    ``also`` names the earlier editions that hold the same words under the same anchor; ``repeated`` tells that
    a later edition holds them.
    """

    anchor: str
    place: str
    words: str
    parent: int
    is_duty: bool
    also: tuple[str, ...] = ()
    repeated: bool = False


@dataclass(frozen=True)
class Volume:
    """The provisions of a plan; ``about`` says whose plan of which year it is, which words of a query may name."""

    plan: Plan
    unit_name: str
    passages: tuple[Passage, ...]
    about: tuple[str, ...] = ()
    stages: Stages = ()


def cards(site: Site) -> list[SearchCard]:
    """Give all cards, by kind in the order of ``KINDS``; plans newest first."""
    registry = site.registry
    search_cards = [_plan(site, plan) for plan in site.newest]
    search_cards += [_document(site, document) for document in registry.documents.values()]
    search_cards += [_unit(site, unit) for unit in registry.units.values()]
    search_cards += [
        SearchCard("indicator", i.name, i.description, address.indicator_path(i.id), names=(i.abbreviation, *i.names))
        for i in registry.indicators.values()
    ]
    for term in registry.terms.values():
        description = " ".join(filter(None, (upper_first(term.expansion), term.definition)))
        short = abbreviations(term.term)[:1] if 2 < len(term.term.split()) < 7 else ()
        names = (term.expansion, *term.variants, *short)
        search_cards.append(SearchCard("term", term.term, description, address.TERMS, term.id, names))
    search_cards += [SearchCard("page", title, description, path) for path, (title, description) in SECTIONS.items()]
    order = list(KINDS)
    return sorted(search_cards, key=lambda card: order.index(card.kind))


def _plan(site: Site, plan: Plan) -> SearchCard:
    unit = site.registry.units.get(plan.issuer)
    series = site.registry.series.get(plan.series)
    signers = [signature.name for signature in plan.signatures if signature.name]
    names = [plan.edition, series.name if series else "", *signers]
    names += (unit.name, *unit.names, *unit.full_names) if unit else ()
    description = f"{site.issued_by(plan)}. {official_name(plan)}"
    path = address.plan_path(plan.id)
    state = _stages(site.stages(plan.id))
    return SearchCard(
        "plan", plan.title, description, path, names=tuple(names), unit=plan.unit, year=plan.year, state=state
    )


def _stages(stages: Iterable[Stage]) -> Stages:
    return tuple((stage.words, _day(stage.first), _day(stage.until), _WEIGHTS.get(stage.code, 0)) for stage in stages)


_WEIGHTS = {"current": 1, "past": -1, "ended": -1, "withdrawn": -1}


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _document(site: Site, document: Document) -> SearchCard:
    issuer = site.unit_name(document.issuer) if document.issuer else ""
    date = f", {short_date(document.issued)}" if document.issued else ""
    year = document.issued.year if document.issued else 0
    description = ". ".join(filter(None, (issuer, upper_first(document.subject))))
    path = address.document_path(document.id)
    # It is asked for by kind and number, "nghị quyết 18", where other titles hold both side by side.
    called = _NUMBERED.match(document.title)
    names = tuple(filter(None, (document.code, " ".join(called.groups()) if called else "", *document.names)))
    state = site.health(document).state
    weight = 1 if state in ("in_force", "in_period", "amended") else -1 if state in _GONE else 0
    stages: Stages = ((upper_first(HEALTH[state]), "", "", weight),) if state != "unknown" else ()
    return SearchCard(
        "document", f"{document.title}{date}", description, path, "", names, document.issuer, year, stages
    )


_NUMBERED = re.compile(r"(\D+?) số (\d+)")
_COMMITTEE = "Ủy ban nhân dân "
_GONE = ("lapsed", "replaced", "repealed", "expired")


def _unit(site: Site, unit: Unit) -> SearchCard:
    all_names = dict.fromkeys((unit.name, *unit.full_names, *unit.names, *unit.self_names))
    short = [name for long in all_names if 1 < len(long.split()) < 9 for name in abbreviations(long)]
    description = f"{UNIT_KINDS[unit.kind]}, {LEVELS[unit.level].lower()}"
    # Who asks for a place asks for its authority.
    places = [name.removeprefix(_COMMITTEE) for name in all_names if name.startswith(_COMMITTEE)]
    names = tuple(dict.fromkeys((*places, *[name for name in all_names if name != unit.name], *short)))
    state = _stages(site.stages(unit.id))
    return SearchCard(
        "unit", unit.name, description, address.unit_path(unit.id), names=names, unit=unit.id, state=state
    )


def volumes(site: Site, editions: Sequence[str]) -> list[Volume]:
    """Give the provisions of the editions of one plan, oldest first, repetitions among them marked."""
    volumes_made = [_volume(site, plan_id) for plan_id in editions]
    if len(volumes_made) > 1:
        _mark_repeated(volumes_made)
    return volumes_made


def _volume(site: Site, plan_id: str) -> Volume:
    plan = site.plan(plan_id)
    passages = passages_of(site.fabric.plans[plan_id])
    return Volume(plan, site.issued_by(plan), passages, about_of(site, plan), stages_of(site, plan_id))


def about_of(site: Site, plan: Plan) -> tuple[str, ...]:
    """Say whose plan of which year it is, in all words that a query may have for that."""
    unit = site.registry.units.get(plan.issuer)
    body_names = dict.fromkeys((site.unit_name(plan.issuer), *((unit.name, *unit.names) if unit else ())))
    return (plan.title, *body_names, plan.edition)


def stages_of(site: Site, plan_id: str) -> Stages:
    """Give what holds of a plan from which day to which."""
    return _stages(site.stages(plan_id))


def passages_of(linked: LinkedPlan) -> tuple[Passage, ...]:
    """Give the provisions of a plan, in printed order."""
    duties = {duty.anchor for duty in linked.duties}
    passages: list[Passage] = []
    by_path: dict[str, int] = {}
    for line in linked.lines:
        if line.kind in _SILENT:
            continue
        if line.anchor:
            parent = by_path.get(line.path.rpartition(".")[0], -1)
            by_path.setdefault(line.path, len(passages))
            place = upper_first(path_name(line.path))
            passages.append(Passage(line.anchor, place, " ".join(line.words.split()), parent, line.anchor in duties))
        elif passages and line.words:
            passages[-1].words += f" {' '.join(line.words.split())}"
    return tuple(passages)


def _mark_repeated(all_volumes: Sequence[Volume]) -> None:
    """Let each provision that later editions repeat word for word be found once, in the latest of them."""
    places_by_passage: dict[tuple[str, str], list[tuple[str, Passage]]] = {}
    for volume in all_volumes:
        for passage in volume.passages:
            places_by_passage.setdefault((passage.anchor, passage.words.lower()), []).append(
                (volume.plan.edition, passage)
            )
    for places in places_by_passage.values():
        *earlier, (_, latest) = places
        latest.also = tuple(edition for edition, _ in reversed(earlier))
        for _, passage in earlier:
            passage.repeated = True
