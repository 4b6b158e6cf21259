"""All generated pages of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from kehoach.fabric import Fabric
from kehoach.pages.directory import documents_page, indicators_page, plans_page, terms_page, units_page
from kehoach.pages.entry import document_page, indicator_page, unit_page
from kehoach.pages.page import Page, plan_file
from kehoach.pages.plan import plan_page
from kehoach.pages.site import Site, environment
from kehoach.repository import Repository


def make_site(fabric: Fabric, repository: Repository, *, templates: Path, today: dt.date | None = None) -> Site:
    """Bring together what pages are made from; the templates of the folder are compiled once."""
    return Site(fabric, repository, environment(templates), today)


def build_pages(site: Site) -> list[Page]:
    """Build every generated page: plans, bodies, documents, indicators, terms and their index pages."""
    return list(_pages(site))


def plan_files(site: Site) -> dict[str, str]:
    """Give the files that are published as they lie in the repository: address on the site, path from the root."""
    found: dict[str, str] = {}
    for plan_id, loaded in site.repository.plan_files.items():
        found[plan_file(plan_id, ".yaml")] = loaded.file
        plan = site.repository.plans[plan_id]
        if plan.source and plan_id in site.repository.sources:
            suffix = plan.source.file.removeprefix(plan.edition)
            found[plan_file(plan_id, suffix)] = f"{loaded.file.rpartition('/')[0]}/{plan.source.file}"
    return found


def _pages(site: Site) -> Iterator[Page]:
    yield plans_page(site)
    yield units_page(site)
    yield documents_page(site)
    yield indicators_page(site)
    yield terms_page(site)
    yield from (plan_page(site, plan_id) for plan_id in site.fabric.plans)
    yield from (unit_page(site, unit) for unit in site.registry.units.values())
    yield from (document_page(site, document) for document in site.registry.documents.values())
    yield from (indicator_page(site, indicator) for indicator in site.registry.indicators.values())
