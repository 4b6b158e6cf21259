"""Index pages: all legal documents, indicators and terms."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kehoach.model.registry import Document, Indicator, Term
from kehoach.pages.directory import Listed, headings, sorting
from kehoach.pages.namedlinks import Named, NamedPlan, Origin, named_plans, origin
from kehoach.pages.page import DOCUMENTS, INDICATORS, TERMS, Page, document_path, indicator_path
from kehoach.pages.parting import CARDS, UNDATED, IndexBlock, IndexSection, cut, letters, part_pages
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.wording.letters import slug


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

    types: tuple[IndexSection[DocumentRow], ...]


def documents_page(site: Site) -> Page:
    """List all legal documents by type, the latest first."""
    view = DocumentsView(cut(DOCUMENTS, _documents_by_type(site), CARDS))
    description = "Luật, nghị quyết, quyết định, kế hoạch được viện dẫn."
    html = site.lay_out(DOCUMENTS, view)
    return Page(DOCUMENTS, "Văn bản được viện dẫn", html, headings(view.types), description)


def document_parts(site: Site) -> Iterator[Page]:
    """Build the pages of which the list of documents is put together, where it is long: by year and issuer."""
    return part_pages(site, Named("Văn bản được viện dẫn", DOCUMENTS), "documents", _documents_by_type(site), CARDS)


def _documents_by_type(site: Site) -> Iterator[IndexSection[DocumentRow]]:
    types: dict[str, list[IndexBlock[DocumentRow]]] = {}
    for document in sorted(site.registry.documents.values(), key=_latest_first):
        year = str(document.issued.year) if document.issued else UNDATED
        issuer = site.unit_name(document.issuer) if document.issuer else ""
        unit = site.registry.units.get(document.issuer)
        name = ", ".join(filter(None, (issuer, document.code or document.title)))
        # Many issue documents of the same number: whose it is says more.
        key = (*letters(unit.area if unit and unit.area else issuer), *slug(document.code or document.title))
        types.setdefault(document.type, []).append(IndexBlock(name, (year, *key), (_document_row(site, document),)))
    for name, blocks in sorted(types.items(), key=lambda pair: _TYPE_ORDER.get(pair[0], len(_TYPE_ORDER))):
        yield IndexSection(name, slug(name), tuple(row for block in blocks for row in block.rows), tuple(blocks))


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
    return Page(INDICATORS, "Chỉ số và con số cần đạt", html, headings(view.kinds), description)


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
    terms = sorted(site.registry.terms.values(), key=lambda term: sorting(term.term))
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
