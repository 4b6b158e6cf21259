"""The page of one registry entry: a body, a legal document, an indicator."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.comparison.relations import relations_of
from kehoach.meaning.promises import owner_in
from kehoach.meaning.status import events
from kehoach.model.plan import Plan, Target
from kehoach.model.registry import Document, Indicator
from kehoach.pages.diagram import star
from kehoach.pages.page import Heading, Page, document_path, indicator_path
from kehoach.pages.site import Site
from kehoach.pages.ties import groups as related_groups
from kehoach.pages.yearly import places
from kehoach.wording.letters import upper_first


@dataclass(frozen=True)
class Promise:
    """A target that a plan sets: where and what."""

    plan: Plan
    path: str
    anchor: str
    target: Target
    owner: str
    text: str


def document_page(site: Site, document: Document) -> Page:
    """Build the page of a legal document; a plan that is held is shown with the plan's own relations."""
    here = document_path(document.id)
    cited = site.fabric.occurrences("document", document.id)
    thing = relations_of(site.fabric).thing(document.id)
    related = related_groups(site, thing)
    html = site.render(
        "document.html.j2",
        here,
        document=document,
        related=related,
        drawings=star(related, document.title, upper_first(document.subject), here),
        events=events(site.registry, document),
        now=site.health(document),
        cited=places(site, here, cited),
    )
    toc = [Heading("Hiệu lực", "hieu-luc")]
    toc += [Heading("Quan hệ với văn bản khác", "quan-he")] if related else []
    toc += [Heading("Nơi viện dẫn", "vien-dan")] if cited else []
    description = f"{document.title}: {document.subject}" if document.subject else document.title
    return Page(here, document.title, html, tuple(toc), description)


def indicator_page(site: Site, indicator: Indicator) -> Page:
    """Build the page of an indicator: its targets across plans and years, and where it is named."""
    here = indicator_path(indicator.id)
    promises = promises_for(site, indicator.id)
    cited = places(site, here, site.fabric.occurrences("indicator", indicator.id))
    html = site.render("indicator.html.j2", here, indicator=indicator, promises=promises, cited=cited)
    toc = [Heading("Con số cần đạt", "can-dat")] if promises else []
    toc += [Heading("Nơi nhắc đến", "nhac-den")] if cited.plans else []
    return Page(here, indicator.name, html, tuple(toc), indicator.description or indicator.name)


def promises_for(site: Site, indicator_id: str) -> list[Promise]:
    """Give the targets set for an indicator, by body and year."""
    found = [
        Promise(
            site.plan(plan_id),
            site.path(plan_id, item.id),
            item.id,
            target,
            owner_in(site.fabric.plans[plan_id], item, target),
            item.text or item.heading,
        )
        for plan_id, item, target in site.fabric.targets.get(indicator_id, ())
    ]
    return sorted(found, key=lambda promise: (promise.plan.unit, promise.plan.edition))
