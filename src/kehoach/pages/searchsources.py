"""What can be found: short cards (plans, documents, bodies, indicators, terms, pages) and the provisions of plans."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.plan import Plan
from kehoach.model.registry import Document, Unit
from kehoach.pages import page as address
from kehoach.pages.plan import official_name
from kehoach.pages.search import KINDS, SECTIONS
from kehoach.pages.searchwords import abbreviations
from kehoach.pages.site import Site
from kehoach.pages.vocabulary import LEVELS, UNIT_KINDS
from kehoach.wording.letters import short_date, upper_first
from kehoach.wording.pathnames import path_name

_SILENT = ("header", "nation", "number", "date", "type", "subject", "recipients", "recipient", "signature", "signer")


@dataclass(frozen=True)
class Card:
    """A page that is found as a whole; ``names`` is searched but not shown, ``unit`` and ``year`` are filtered by."""

    kind: str
    title: str
    about: str
    path: str
    anchor: str = ""
    names: tuple[str, ...] = ()
    unit: str = ""
    year: int = 0


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
    """The provisions of a plan."""

    plan: Plan
    unit_name: str
    passages: tuple[Passage, ...]


def cards(site: Site) -> list[Card]:
    """Give all cards, by kind in the order of ``KINDS``; plans newest first."""
    registry = site.registry
    found = [_plan(site, plan) for plan in site.newest]
    found += [_document(site, document) for document in registry.documents.values()]
    found += [_unit(unit) for unit in registry.units.values()]
    found += [
        Card("indicator", i.name, i.description, address.indicator_path(i.id), names=(i.abbreviation, *i.names))
        for i in registry.indicators.values()
    ]
    for term in registry.terms.values():
        about = " ".join(filter(None, (upper_first(term.expansion), term.definition)))
        short = abbreviations(term.term)[:1] if 2 < len(term.term.split()) < 7 else ()
        names = (term.expansion, *term.variants, *short)
        found.append(Card("term", term.term, about, address.TERMS, term.id, names))
    found += [Card("page", title, about, path) for path, (title, about) in SECTIONS.items()]
    order = list(KINDS)
    return sorted(found, key=lambda card: order.index(card.kind))


def _plan(site: Site, plan: Plan) -> Card:
    unit = site.registry.units.get(plan.issuer)
    series = site.registry.series.get(plan.series)
    signatures = (plan.signature, plan.decision.signature if plan.decision else None)
    signers = [signature.name for signature in signatures if signature and signature.name]
    names = [plan.edition, series.name if series else "", *signers]
    names += (unit.name, *unit.names, *unit.full_names) if unit else ()
    about = f"{site.unit_name(plan.issuer)}. {official_name(plan)}"
    path = address.plan_path(plan.id)
    return Card("plan", plan.title, about, path, names=tuple(names), unit=plan.unit, year=plan.year)


def _document(site: Site, document: Document) -> Card:
    issuer = site.unit_name(document.issuer) if document.issuer else ""
    date = f", {short_date(document.issued)}" if document.issued else ""
    year = document.issued.year if document.issued else 0
    about = ". ".join(filter(None, (issuer, upper_first(document.subject))))
    path = address.document_path(document.id)
    names = tuple(filter(None, (document.code, *document.names)))
    return Card("document", f"{document.title}{date}", about, path, "", names, document.issuer, year)


def _unit(unit: Unit) -> Card:
    known = dict.fromkeys((unit.name, *unit.full_names, *unit.names, *unit.self_names))
    short = [name for long in known if 1 < len(long.split()) < 9 for name in abbreviations(long)]
    about = f"{UNIT_KINDS[unit.kind]}, {LEVELS[unit.level].lower()}"
    names = tuple(dict.fromkeys((*[name for name in known if name != unit.name], *short)))
    return Card("unit", unit.name, about, address.unit_path(unit.id), names=names, unit=unit.id)


def volumes(site: Site) -> list[Volume]:
    """Give the provisions of every plan, the newest plan first, repetitions among editions marked."""
    made = {plan_id: _volume(site, linked) for plan_id, linked in site.fabric.plans.items()}
    _mark_repeated(site.fabric, made)
    return [made[plan.id] for plan in site.newest]


def _volume(site: Site, linked: LinkedPlan) -> Volume:
    duties = {duty.anchor for duty in linked.duties}
    found: list[Passage] = []
    by_path: dict[str, int] = {}
    for line in linked.lines:
        if line.kind in _SILENT:
            continue
        if line.anchor:
            parent = by_path.get(line.path.rpartition(".")[0], -1)
            by_path.setdefault(line.path, len(found))
            place = upper_first(path_name(line.path))
            found.append(Passage(line.anchor, place, " ".join(line.words.split()), parent, line.anchor in duties))
        elif found and line.words:
            found[-1].words += f" {' '.join(line.words.split())}"
    return Volume(linked.plan, site.unit_name(linked.plan.issuer), tuple(found))


def _mark_repeated(fabric: Fabric, made: dict[str, Volume]) -> None:
    """Let each provision that later editions repeat word for word be found once, in the latest of them."""
    for editions in fabric.editions.values():
        held: dict[tuple[str, str], list[tuple[str, Passage]]] = {}
        for plan_id in editions if len(editions) > 1 else ():
            for passage in made[plan_id].passages:
                place = (passage.anchor, passage.words.lower())
                held.setdefault(place, []).append((plan_id.rpartition("/")[2], passage))
        for places in held.values():
            *earlier, (_, latest) = places
            latest.also = tuple(edition for edition, _ in reversed(earlier))
            for _, passage in earlier:
                passage.repeated = True
