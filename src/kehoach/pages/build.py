"""All generated pages of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kehoach.fabric import Fabric
from kehoach.pages.calendar import calendar_pages
from kehoach.pages.checklist import checklist_page
from kehoach.pages.coverage import cascade_pages
from kehoach.pages.difference import difference_pages
from kehoach.pages.directory import documents_page, indicators_page, plans_page, terms_page, units_page
from kehoach.pages.entry import document_page, indicator_page, unit_page
from kehoach.pages.history import revision_pages
from kehoach.pages.overview import overview_page
from kehoach.pages.page import Page, evidence_file, plan_file
from kehoach.pages.plan import plan_page
from kehoach.pages.provenance import provenance_page
from kehoach.pages.search import search_page
from kehoach.pages.site import Site, environment
from kehoach.pages.yearly import year_pages
from kehoach.repository import Repository
from kehoach.revisions import Version


def make_site(
    fabric: Fabric,
    repository: Repository,
    *,
    templates: Path,
    today: dt.date | None = None,
    versions: Mapping[str, Sequence[Version]] | None = None,
) -> Site:
    """Bring together what pages are made from; the templates of the folder are compiled once."""
    return Site(fabric, repository, environment(templates), today, versions)


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
        found.update(evidence_files(site, plan_id))
    return found


def evidence_files(site: Site, plan_id: str) -> dict[str, str]:
    """Give a plan's progress file and the evidence beside it, as ``plan_files`` does."""
    recorded = site.repository.progress.get(plan_id)
    if recorded is None:
        return {}
    folder = recorded.loaded.file.rpartition("/")[0]
    found = {evidence_file(plan_id, name): f"{folder}/{name}" for name in recorded.evidence}
    return {plan_file(plan_id, ".progress.yaml"): recorded.loaded.file, **found}


def _pages(site: Site) -> Iterator[Page]:
    yield plans_page(site)
    yield units_page(site)
    yield documents_page(site)
    yield indicators_page(site)
    yield terms_page(site)
    yield search_page(site)
    yield from (plan_page(site, plan_id) for plan_id in site.fabric.plans)
    yield from difference_pages(site)
    yield from revision_pages(site)
    yield from (checklist_page(site, plan_id) for plan_id in site.fabric.plans)
    yield from calendar_pages(site)
    yield from (page for plan_id in site.fabric.plans if (page := provenance_page(site, plan_id)))
    yield from cascade_pages(site)
    yield overview_page(site)
    yield from (unit_page(site, unit) for unit in site.registry.units.values())
    yield from (document_page(site, document) for document in site.registry.documents.values())
    yield from (indicator_page(site, indicator) for indicator in site.registry.indicators.values())
    yield from year_pages(site)
