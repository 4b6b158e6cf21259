"""All generated pages of the site, in parts that can be made in any order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kehoach.comparison.relations import relations_of
from kehoach.files.repository import Repository
from kehoach.files.revisions import Version
from kehoach.meaning.fabric import Fabric
from kehoach.model.planid import line_of
from kehoach.pages.analysis import analysis_pages
from kehoach.pages.calendar import calendar_page, unread_pages
from kehoach.pages.checklist import checklist_pages
from kehoach.pages.coverage import cascade_page, coverage_page
from kehoach.pages.datalist import data_parts
from kehoach.pages.difference import difference_page
from kehoach.pages.directory import plan_parts, plans_page, unit_parts, units_page
from kehoach.pages.document import document_pages
from kehoach.pages.history import revision_pages
from kehoach.pages.indicator import indicator_page
from kehoach.pages.monthpage import month_pages
from kehoach.pages.months import months_of
from kehoach.pages.namedlinks import Named
from kehoach.pages.overview import overview_page, overview_parts
from kehoach.pages.page import (
    CALENDAR,
    DATA,
    DOCUMENTS,
    FABRIC,
    INDICATORS,
    PLANS,
    TERMS,
    UNITS,
    Page,
    document_path,
    evidence_file,
    indicator_path,
    plan_file,
    unit_path,
)
from kehoach.pages.parting import PART
from kehoach.pages.plan import plan_page
from kehoach.pages.planrecord import record_page
from kehoach.pages.provenance import provenance_page
from kehoach.pages.reference import document_parts, documents_page, indicators_page, terms_page
from kehoach.pages.relationspage import relations_page
from kehoach.pages.search import SEARCH, search_page
from kehoach.pages.site import Site
from kehoach.pages.unit import unit_pages
from kehoach.pages.view import environment
from kehoach.pages.yearly import mention_years, task_years
from kehoach.pages.yearpages import mention_year, task_year


def make_site(
    fabric: Fabric,
    repository: Repository,
    *,
    templates: Path,
    today: dt.date | None = None,
    versions: Mapping[str, Sequence[Version]] | None = None,
    analysis: bool = False,
    documents: bool = True,
) -> Site:
    """Bring together what pages are made from; the templates of the folder are compiled once."""
    return Site(fabric, repository, environment(templates), today, versions, analysis, documents)


INDEX = "index"
"""The kind of the parts that show something of everything."""


@dataclass(frozen=True)
class PagePart:
    """Pages that are made together, from the same things; parts of a ``group`` share what is worked out for them."""

    name: str
    group: str
    make: Callable[[], Iterable[Page]]


@dataclass(frozen=True)
class PartKind:
    """A kind of parts: what there is one of it for, and its pages; ``group`` names those it goes together with."""

    subjects: Callable[[Site], Iterable[str]]
    make: Callable[[Site, str], Iterable[Page]]
    group: Callable[[str], str] | None = None


INDEXES: Mapping[str, Callable[[Site], Iterable[Page]]] = {
    PLANS: lambda site: [plans_page(site)],
    UNITS: lambda site: [units_page(site)],
    DOCUMENTS: lambda site: [documents_page(site)],
    INDICATORS: lambda site: [indicators_page(site)],
    TERMS: lambda site: [terms_page(site)],
    SEARCH: lambda site: [search_page(site)],
    FABRIC: lambda site: [overview_page(site)],
    CALENDAR: lambda site: [calendar_page(site)],
}
"""What makes the pages that lead to all others, by the address of the first; the navigation names these."""

INDEX_PARTS: Mapping[str, Callable[[Site], Iterable[Page]]] = {
    f"{PLANS}{PART}": plan_parts,
    f"{UNITS}{PART}": unit_parts,
    f"{DOCUMENTS}{PART}": document_parts,
    f"{DATA}{PART}": data_parts,
    f"{FABRIC}{PART}": overview_parts,
}
"""What makes the pages that long ones of these are cut into, by what their addresses begin with."""

ANALYSIS = "analysis"
"""The kind of the part that lays plans side by side that do not name each other."""

YEAR, MONTH = "year", "month"
"""The kinds of the parts that are the calendar of one year, or of one month where a year is long."""

TASKS = "unit-tasks"
"""The kind of the parts that list what a body has to do by the plans of one year."""

MENTIONS = "-mentions"
"""Ends the kinds of the parts that list where a body, document or indicator is mentioned in plans of one year."""


def build_pages(site: Site) -> list[Page]:
    """Build every generated page: plans, bodies, documents, indicators, terms and their index pages."""
    return [page for part in parts(site) for page in part.make()]


def parts(site: Site) -> Iterator[PagePart]:
    """Give all pages in parts that can be made in any order and in several processes."""
    for name, kind in KINDS.items():
        for subject in kind.subjects(site):
            yield part_of(site, name, subject)


def part_of(site: Site, kind: str, subject: str) -> PagePart:
    """Give the part of a kind and subject that ``parts`` has among all."""
    pages_of = KINDS[kind]
    name = f"{kind}/{subject}" if subject else kind
    return PagePart(name, pages_of.group(subject) if pages_of.group else name, partial(pages_of.make, site, subject))


def _months(site: Site) -> Iterator[str]:
    for year in site.agenda.years:
        yield from (f"{year}/{month:02d}" for month in months_of(site, int(year)))


def _year_pages(site: Site, year: str) -> Iterator[Page]:
    yield calendar_page(site, int(year))
    yield from unread_pages(site, int(year))


def _month_pages(site: Site, month: str) -> Iterator[Page]:
    yield from month_pages(site, *map(int, month.split("/")))


def _tasks_of(site: Site) -> Iterator[str]:
    for unit_id in site.registry.units:
        yield from (f"{unit_id}/{year}" for year in task_years(site, unit_id))


def _tasks_pages(site: Site, subject: str) -> Iterator[Page]:
    unit_id, _, year = subject.rpartition("/")
    yield from task_year(site, site.registry.units[unit_id], int(year))


def _mentions_kind(kind: str, things: Callable[[Site], Iterable[str]], named: Callable[[Site, str], Named]) -> PartKind:
    """The pages of single years where things of a kind are mentioned: a word in a plan changes no other year's."""

    def subjects(site: Site) -> Iterator[str]:
        for name in things(site):
            yield from (f"{name}/{year}" for year in mention_years(site, kind, name))

    def pages(site: Site, subject: str) -> Iterator[Page]:
        name, _, year = subject.rpartition("/")
        yield from mention_year(site, kind, name, named(site, name), int(year))

    return PartKind(subjects, pages, lambda subject: f"{kind}/{subject.rpartition('/')[0]}")


def _unit(site: Site, name: str) -> Named:
    return Named(site.registry.units[name].name, unit_path(name))


def _document(site: Site, name: str) -> Named:
    return Named(site.registry.documents[name].title, document_path(name))


def _indicator(site: Site, name: str) -> Named:
    return Named(site.registry.indicators[name].name, indicator_path(name))


def _single(make: Callable[[Site, str], Page]) -> Callable[[Site, str], list[Page]]:
    return lambda site, subject: [make(site, subject)]


def _plan_pages(site: Site, plan_id: str) -> Iterator[Page]:
    """A plan's own pages, its comparisons with earlier editions and with the plans above it."""
    yield plan_page(site, plan_id)
    yield record_page(site, plan_id)
    yield from checklist_pages(site, plan_id)
    if page := provenance_page(site, plan_id):
        yield page
    if page := relations_page(site, plan_id):
        yield page
    yield from revision_pages(site, plan_id)
    yield from (difference_page(site, *pair) for pair in site.editions.pairs_of(plan_id))
    yield from (coverage_page(site, tie) for tie in relations_of(site.fabric).compared_to.get(plan_id, ()))


KINDS: Mapping[str, PartKind] = {
    INDEX: PartKind(lambda site: (*INDEXES, *INDEX_PARTS), lambda site, at: {**INDEXES, **INDEX_PARTS}[at](site)),
    YEAR: PartKind(lambda site: site.agenda.years, _year_pages),
    MONTH: PartKind(_months, _month_pages),
    "plan": PartKind(lambda site: site.fabric.plans, _plan_pages, line_of),
    "cascade": PartKind(lambda site: relations_of(site.fabric).compared_with, _single(cascade_page)),
    ANALYSIS: PartKind(lambda site: [""] if site.analysis else [], lambda site, _: analysis_pages(site)),
    "unit": PartKind(lambda site: site.registry.units, lambda site, name: unit_pages(site, site.registry.units[name])),
    TASKS: PartKind(_tasks_of, _tasks_pages, lambda subject: f"unit/{subject.rpartition('/')[0]}"),
    f"unit{MENTIONS}": _mentions_kind("unit", lambda site: site.registry.units, _unit),
    "document": PartKind(
        lambda site: site.registry.documents,
        lambda site, name: list(document_pages(site, site.registry.documents[name])),
    ),
    f"document{MENTIONS}": _mentions_kind("document", lambda site: site.registry.documents, _document),
    "indicator": PartKind(
        lambda site: site.registry.indicators,
        _single(lambda site, name: indicator_page(site, site.registry.indicators[name])),
    ),
    f"indicator{MENTIONS}": _mentions_kind("indicator", lambda site: site.registry.indicators, _indicator),
}
"""All kinds of parts: what edits have changed is asked for by kind and subject, without listing all there is."""


def plan_files(site: Site) -> dict[str, str]:
    """Give the files that are published as they lie in the repository: address on the site, path from the root."""
    sources_by_address: dict[str, str] = {}
    for plan_id, loaded in site.repository.plan_files.items():
        sources_by_address[plan_file(plan_id, ".yaml")] = loaded.file
        plan = site.plan(plan_id)
        if plan.source and plan_id in site.repository.sources:
            suffix = plan.source.file.removeprefix(plan.edition)
            sources_by_address[plan_file(plan_id, suffix)] = f"{loaded.file.rpartition('/')[0]}/{plan.source.file}"
        sources_by_address.update(evidence_files(site, plan_id))
    return sources_by_address


def evidence_files(site: Site, plan_id: str) -> dict[str, str]:
    """Give a plan's progress file and the evidence beside it, as ``plan_files`` does."""
    recorded = site.repository.progress.get(plan_id)
    if recorded is None:
        return {}
    folder = recorded.loaded.file.rpartition("/")[0]
    files = {evidence_file(plan_id, name): f"{folder}/{name}" for name in recorded.evidence}
    return {plan_file(plan_id, ".progress.yaml"): recorded.loaded.file, **files}
