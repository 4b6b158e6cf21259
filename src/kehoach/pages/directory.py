"""Index pages: all plans, bodies, legal documents, indicators, and the terms."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from kehoach.model.plan import Plan
from kehoach.model.registry import Document, Indicator, Term, Unit
from kehoach.pages.cards import Cards, cards
from kehoach.pages.named import Named, NamedPlan, Origin, named_body, named_plans, origin
from kehoach.pages.page import (
    DOCUMENTS,
    INDICATORS,
    PLANS,
    TERMS,
    UNITS,
    Heading,
    Page,
    document_path,
    indicator_path,
    unit_path,
)
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.pages.vocabulary import LEVELS
from kehoach.wording.letters import bare, slug

_Row = TypeVar("_Row")


@dataclass(frozen=True)
class Listed(Generic[_Row]):
    """Entries of an index under a heading."""

    title: str
    anchor: str
    rows: tuple[_Row, ...]


def by_level(levels: Mapping[str, Iterable[_Row]]) -> tuple[Listed[_Row], ...]:
    """Put what levels of authority hold under their names, without those that hold nothing."""
    found = (Listed(LEVELS[level], slug(LEVELS[level]), tuple(rows)) for level, rows in levels.items())
    return tuple(listed for listed in found if listed.rows)


def contents(found: Iterable[Listed[_Row]]) -> tuple[Heading, ...]:
    """Give the table of contents of an index."""
    return tuple(Heading(listed.title, listed.anchor) for listed in found)


@dataclass(frozen=True)
class PlansView(View):
    """All plans by level and body."""

    template: ClassVar[str] = "plans.html.j2"

    levels: tuple[Listed[tuple[Named, Cards]], ...]


def plans_page(site: Site) -> Page:
    """List all plans by level and body, each body's newest first."""
    by_unit: dict[str, list[Plan]] = {}
    for plan in site.newest:
        by_unit.setdefault(plan.unit, []).append(plan)
    levels: dict[str, list[tuple[Named, Cards]]] = {level: [] for level in LEVELS}
    for unit_id, plans in sorted(by_unit.items(), key=lambda pair: _authority_first(site, pair[0])):
        unit = site.registry.units.get(unit_id)
        levels[unit.level if unit else ""].append((named_body(site, unit_id), cards(site, plans)))
    view = PlansView(by_level(levels))
    description = "Mọi kế hoạch đang giữ, theo cấp và cơ quan ban hành."
    return Page(PLANS, "Các kế hoạch", site.lay_out(PLANS, view), contents(view.levels), description)


@dataclass(frozen=True)
class UnitRow:
    """A body in the index; ``find`` is what a filter looks in, ``duties`` how many it has in all plans."""

    name: str
    path: str
    find: str
    kind: str
    duties: int
    end: dt.date | None


@dataclass(frozen=True)
class UnitsView(View):
    """All bodies by level."""

    template: ClassVar[str] = "units.html.j2"

    levels: tuple[Listed[UnitRow], ...]


def units_page(site: Site) -> Page:
    """List all bodies by level and name."""
    levels: dict[str, list[UnitRow]] = {level: [] for level in LEVELS}
    for unit in sorted(site.registry.units.values(), key=lambda unit: _sorting(unit.name)):
        levels[unit.level].append(_unit_row(site, unit))
    view = UnitsView(by_level(levels))
    description = "Cơ quan, chức danh, nhóm cơ quan có mặt trong các kế hoạch."
    return Page(UNITS, "Các cơ quan", site.lay_out(UNITS, view), contents(view.levels), description)


def _unit_row(site: Site, unit: Unit) -> UnitRow:
    find = " ".join((unit.name, " ".join(unit.full_names), " ".join(unit.names)))
    duties = site.fabric.count_of_duties(unit.id)
    return UnitRow(unit.name, unit_path(unit.id), find, unit.kind, duties, unit.end)


@dataclass(frozen=True)
class DocumentRow:
    """A document in the index; ``find`` is what a filter looks in, ``cited`` how often plans cite it."""

    title: str
    path: str
    find: str
    issued: dt.date | None
    issuer: str
    subject: str
    cited: int


@dataclass(frozen=True)
class DocumentsView(View):
    """All legal documents by type."""

    template: ClassVar[str] = "documents.html.j2"

    types: tuple[Listed[DocumentRow], ...]


def documents_page(site: Site) -> Page:
    """List all legal documents by type, the latest first."""
    types: dict[str, list[DocumentRow]] = {}
    for document in sorted(site.registry.documents.values(), key=_latest_first):
        types.setdefault(document.type, []).append(_document_row(site, document))
    ordered = sorted(types.items(), key=lambda pair: _TYPE_ORDER.get(pair[0], len(_TYPE_ORDER)))
    view = DocumentsView(tuple(Listed(name, slug(name), tuple(rows)) for name, rows in ordered))
    description = "Luật, nghị quyết, quyết định, kế hoạch được viện dẫn."
    html = site.lay_out(DOCUMENTS, view)
    return Page(DOCUMENTS, "Văn bản được viện dẫn", html, contents(view.types), description)


def _document_row(site: Site, document: Document) -> DocumentRow:
    find = " ".join((document.title, document.subject, document.issuer, " ".join(document.names)))
    issuer = site.unit_name(document.issuer) if document.issuer else ""
    cited = sum(count for _, count in site.fabric.naming("document", document.id))
    path = document_path(document.id)
    return DocumentRow(document.title, path, find, document.issued, issuer, document.subject, cited)


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator in the index; ``targets`` is how many numbers plans set for it."""

    name: str
    path: str
    abbreviation: str
    description: str
    targets: int


@dataclass(frozen=True)
class IndicatorsView(View):
    """All indicators by kind."""

    template: ClassVar[str] = "indicators.html.j2"

    kinds: tuple[Listed[IndicatorRow], ...]


def indicators_page(site: Site) -> Page:
    """List all indicators with the number of plans that set a target for each."""
    targets = Counter(indicator for outline in site.fabric.outlines.values() for indicator in outline.indicators)
    indicators = site.registry.indicators.values()
    published = [_indicator_row(one, targets[one.id]) for one in indicators if one.kind == "index"]
    others = [_indicator_row(one, targets[one.id]) for one in indicators if one.kind != "index"]
    kinds = (
        Listed("Chỉ số được công bố", "chi-so", tuple(published)),
        Listed("Con số nêu trong kế hoạch", "con-so", tuple(others)),
    )
    view = IndicatorsView(tuple(kind for kind in kinds if kind.rows))
    html = site.lay_out(INDICATORS, view)
    description = "Các chỉ số và con số mà kế hoạch đặt ra."
    return Page(INDICATORS, "Chỉ số và con số cần đạt", html, contents(view.kinds), description)


def _indicator_row(one: Indicator, targets: int) -> IndicatorRow:
    return IndicatorRow(one.name, indicator_path(one.id), one.abbreviation, one.description, targets)


@dataclass(frozen=True)
class TermRow:
    """A term with its meaning; the first plans that use it, and how many more do."""

    id: str
    term: str
    expansion: str
    variants: tuple[str, ...]
    definition: str
    origin: Origin
    plans: tuple[NamedPlan, ...]
    more: int


@dataclass(frozen=True)
class TermsView(View):
    """All abbreviations and terms."""

    template: ClassVar[str] = "terms.html.j2"

    terms: tuple[TermRow, ...]


def terms_page(site: Site) -> Page:
    """Explain all abbreviations and terms in alphabetical order."""
    terms = sorted(site.registry.terms.values(), key=lambda term: _sorting(term.term))
    html = site.lay_out(TERMS, TermsView(tuple(_term_row(site, term) for term in terms)))
    description = "Giải thích chữ viết tắt và thuật ngữ trong các kế hoạch."
    return Page(TERMS, "Thuật ngữ và chữ viết tắt", html, (), description)


def _term_row(site: Site, term: Term) -> TermRow:
    using = [plan_id for plan_id, _ in site.fabric.naming("term", term.id)]
    return TermRow(
        term.id,
        term.term,
        term.expansion,
        tuple(term.variants),
        term.definition,
        origin(site, TERMS, term.evidence),
        named_plans(site, using[:_SHOWN_PLANS]),
        max(len(using) - _SHOWN_PLANS, 0),
    )


_SHOWN_PLANS = 6

_TYPE_ORDER = {
    name: place
    for place, name in enumerate(
        (
            "Luật",
            "Nghị quyết",
            "Nghị định",
            "Quyết định",
            "Chỉ thị",
            "Kết luận",
            "Chương trình",
            "Kế hoạch",
            "Công văn",
            "Tờ trình",
        )
    )
}


def _latest_first(document: Document) -> tuple[int, str]:
    return (-document.issued.toordinal() if document.issued else 0, document.id)


def _sorting(name: str) -> tuple[str, str]:
    return bare(name).lower(), name


def _authority_first(site: Site, unit_id: str) -> tuple[bool, tuple[str, str]]:
    unit = site.registry.units.get(unit_id)
    return unit is None or unit.kind != "people_committee", _sorting(site.unit_name(unit_id))
