"""Who takes up what: the page of an upper plan over all plans below it, and a page with the evidence for each pair.

Below a plan are those that name it, and those of which a person said so; ``analysis`` lays others side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import ClassVar, Generic, TypeVar

from kehoach.comparison.cascade import STATUSES, CascadeCell, Coverage, passage
from kehoach.comparison.relations import Tie, relations_of
from kehoach.pages.evidence import CascadeEvidence, Judged, evidence, judged, named_item, passage_lines, shortened
from kehoach.pages.namedlinks import NamedItem, NamedPlan, named_plan
from kehoach.pages.page import Heading, Page, cascade_path, coverage_path
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.wording.letters import slug

COLUMNS = 6
"""Most lower plans shown one by one in the rows of the overview; of more only the numbers are shown."""

_Row = TypeVar("_Row")
_Entry = TypeVar("_Entry")


@dataclass(frozen=True)
class CoverageSection(Generic[_Row]):
    """The rows below one top heading of the upper plan."""

    title: str
    anchor: str
    rows: tuple[_Row, ...]


@dataclass(frozen=True)
class Pairing:
    """How much two plans have in common: what the pairing rests on, and the numbers of items; ``other`` is named."""

    type: str
    upper_id: str
    lower_id: str
    other: NamedPlan
    verbatim: int
    adapted: int
    taken_up: int
    own: int


@dataclass(frozen=True)
class MatrixCell:
    """What became of an upper item in one lower plan; ``at`` is the anchor of the evidence, ``item`` takes it up."""

    lower: NamedPlan
    judged: Judged
    at: str
    item: NamedItem | None


@dataclass(frozen=True)
class MatrixRow:
    """An upper item in the overview: what became of it in each lower plan, or in how many plans what."""

    item: NamedItem
    words: str
    tags: str
    cells: tuple[MatrixCell, ...]
    tally: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class CascadeView(View):
    """An upper plan over all plans below it; ``many`` where rows only count them."""

    template: ClassVar[str] = "cascade.html.j2"

    plan: NamedPlan
    pairings: tuple[Pairing, ...]
    sections: tuple[CoverageSection[MatrixRow], ...]
    many: bool


@dataclass(frozen=True)
class OwnItem:
    """An item of the lower plan that takes up nothing of the upper one."""

    item: NamedItem
    certainty: str
    words: str


@dataclass(frozen=True)
class CoverageView(View):
    """A pair of plans with the evidence for each item."""

    template: ClassVar[str] = "coverage.html.j2"

    upper: NamedPlan
    lower: NamedPlan
    pairing: Pairing
    sections: tuple[CoverageSection[CascadeEvidence], ...]
    own: tuple[OwnItem, ...]


def coverage_of(site: Site, tie: Tie) -> Coverage:
    """Give the comparison that a pairing stands for."""
    return site.cascade.cover(site.fabric.plans[tie.target.id], site.fabric.plans[tie.source.id])


def pairing(tie: Tie, coverage: Coverage, other: NamedPlan) -> Pairing:
    """Count what a comparison came to."""
    counts, ids = coverage.counts, (coverage.upper_id, coverage.lower_id)
    return Pairing(tie.type, *ids, other, counts["verbatim"], counts["adapted"], coverage.taken, len(coverage.own))


def cascade_page(site: Site, plan_id: str) -> Page:
    """Build the page of an upper plan over all plans below it."""
    path = cascade_path(plan_id)
    view = cascade_view(site, plan_id)
    name = view.plan.name
    toc = (
        Heading("Các kế hoạch đã đối chiếu", "kh_cac-ke-hoach"),
        *(Heading(section.title, section.anchor) for section in view.sections),
    )
    description = f"Mục nào của kế hoạch {name} được đưa vào kế hoạch nào: nguyên văn hay có sửa."
    return Page(path, f"Triển khai kế hoạch {name}", site.lay_out(path, view), toc, description)


def cascade_view(site: Site, plan_id: str) -> CascadeView:
    """Gather what the page of an upper plan shows."""
    ties = [(tie, coverage_of(site, tie)) for tie in relations_of(site.fabric).compared_with[plan_id]]
    lower = [named_plan(site, coverage.lower_id) for _, coverage in ties]
    many = len(ties) > COLUMNS

    def row(cells: Sequence[CascadeCell]) -> MatrixRow:
        cells_shown = () if many else zip(lower, cells, strict=True)
        return MatrixRow(
            named_item(cells[0].upper),
            shortened(cells[0].upper),
            tags(cells),
            tuple(starmap(_matrix_cell, cells_shown)),
            tuple((status, sum(cell.status == status for cell in cells)) for status in STATUSES),
        )

    by_item = zip(*(coverage.cells for _, coverage in ties), strict=True)
    return CascadeView(
        named_plan(site, plan_id),
        tuple(pairing(*pair, plan) for pair, plan in zip(ties, lower, strict=True)),
        sections_of(site, plan_id, [(cells[0], row(cells)) for cells in by_item]),
        many,
    )


def _matrix_cell(lower: NamedPlan, cell: CascadeCell) -> MatrixCell:
    return MatrixCell(lower, judged(cell), f"kh_{cell.upper.key}", named_item(cell.item) if cell.item else None)


def tags(cells: Sequence[CascadeCell]) -> str:
    """Say what a row can be filtered by."""
    statuses = {cell.status for cell in cells}
    statuses |= {"doubtful"} if any(cell.certainty == "doubtful" for cell in cells) else set()
    return " ".join(sorted(statuses))


def sections_of(
    site: Site, plan_id: str, rows: Sequence[tuple[CascadeCell, _Entry]]
) -> tuple[CoverageSection[_Entry], ...]:
    """Group what was made of the upper items by their top heading, in printed order."""
    headings = {
        line.path: (f"{line.label} {line.item.heading}", line.item.id)
        for line in site.fabric.plans[plan_id].lines
        if line.item and line.depth == 0 and line.kind == "heading" and line.path
    }
    by_heading: dict[str, list[_Entry]] = {}
    for cell, entry in rows:
        by_heading.setdefault(cell.upper.path.partition(".")[0], []).append(entry)
    return tuple(
        CoverageSection(*(headings.get(top, (top, slug(top) or "phan"))), tuple(entries))
        for top, entries in by_heading.items()
    )


def evidence_sections(site: Site, coverage: Coverage) -> tuple[CoverageSection[CascadeEvidence], ...]:
    """Give the evidence for each item of a pair, by the upper plan's headings."""
    return sections_of(site, coverage.upper_id, [(cell, evidence(cell, tags([cell]))) for cell in coverage.cells])


def coverage_page(site: Site, tie: Tie) -> Page:
    """Build the page of a pair, with the evidence for each item."""
    view = coverage_view(site, tie)
    path = coverage_path(view.upper.id, view.lower.id)
    toc = tuple(Heading(section.title, section.anchor) for section in view.sections)
    toc += (Heading("Mục riêng của kế hoạch dưới", "kh_rieng"),) if view.own else ()
    description = f"Đối chiếu từng mục: kế hoạch {view.lower.name} đưa vào những gì của kế hoạch {view.upper.name}."
    return Page(path, f"{view.lower.name} so với {view.upper.name}", site.lay_out(path, view), toc, description)


def coverage_view(site: Site, tie: Tie) -> CoverageView:
    """Gather what the page of a pair shows."""
    coverage = coverage_of(site, tie)
    upper, lower = named_plan(site, coverage.upper_id), named_plan(site, coverage.lower_id)
    return CoverageView(
        upper,
        lower,
        pairing(tie, coverage, lower),
        evidence_sections(site, coverage),
        tuple(OwnItem(named_item(own.item), own.certainty, passage_lines(passage(own.item))) for own in coverage.own),
    )
