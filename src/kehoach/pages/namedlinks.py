"""What a page names of others: plans, bodies, provisions, sources; as values, so that a template looks nothing up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kehoach.meaning.status import Stage
from kehoach.model.units import Evidence
from kehoach.pages.page import document_path, href, plan_path, unit_path
from kehoach.pages.site import PLACE, Site


@dataclass(frozen=True)
class Named:
    """A body or document: what it is called, and the address of its page, empty where the site has none."""

    name: str
    path: str = ""


@dataclass(frozen=True)
class NamedPlan:
    """A plan; ``name`` is what it is called in few words, ``stages`` are there where a page tells them."""

    id: str
    title: str
    edition: str
    year: int
    name: str
    issuer: str
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True)
class CalledPlan:
    """A plan by what it is called in few words alone: whatever else of it is edited, the page stays as it is."""

    id: str
    name: str


@dataclass(frozen=True)
class NamedItem:
    """A provision of a plan: its label path, and its anchor on the plan's page."""

    path: str
    anchor: str


@dataclass(frozen=True)
class Origin:
    """Where a fact comes from, with links to the provisions that this names, and how certain it is."""

    source: Markup
    certainty: str


def named_plan(site: Site, plan_id: str, staged: bool = False) -> NamedPlan:
    """Name a plan that is held."""
    plan = site.plan(plan_id)
    stages = site.stages(plan_id) if staged else ()
    issuer = site.issued_by(plan)
    return NamedPlan(plan_id, plan.title, plan.edition, plan.year, f"{issuer} {plan.edition}", issuer, stages)


def called_plan(site: Site, plan_id: str) -> CalledPlan:
    """Call a plan that is held."""
    return CalledPlan(plan_id, site.called(plan_id))


def named_plans(site: Site, plan_ids: Iterable[str], staged: bool = False) -> tuple[NamedPlan, ...]:
    """Name plans that are held."""
    return tuple(named_plan(site, plan_id, staged) for plan_id in plan_ids)


def named_body(site: Site, unit_id: str) -> Named:
    """Name a body by its short name; one that the registry does not know by its id."""
    return Named(site.unit_name(unit_id), unit_path(unit_id) if unit_id in site.registry.units else "")


def unit_called(site: Site, unit_id: str) -> Named:
    """Name a body as its own page is called."""
    unit = site.registry.units.get(unit_id)
    return Named(unit.name, unit_path(unit_id)) if unit else Named(unit_id)


def named_document(site: Site, document_id: str) -> Named:
    """Name a document of the registry."""
    return Named(site.registry.documents[document_id].title, document_path(document_id))


def origin(site: Site, page_path: str, evidence: Evidence) -> Origin:
    """Say where a fact comes from, for the page at ``page_path``."""
    return Origin(cited(site, page_path, evidence.source), evidence.certainty)


def cited(site: Site, page_path: str, text: str) -> Markup:
    """Mark up a remark or source with links to the provisions that it names as ``plan id#path``."""
    html = Markup()
    position = 0
    for match in PLACE.finditer(text):
        plan_id, path = match[1], (match[2] or "").rstrip(".")
        if plan_id not in site.fabric.outlines:
            continue
        html += text[position : match.start()]
        html += Markup('<a href="{}">{}</a>').format(
            href(page_path, plan_path(plan_id), site.anchor(plan_id, path)), site.place_name(plan_id, path)
        )
        position = match.end() - (match[0].endswith("."))
    return html + text[position:]
