"""Plans that do not name each other, side by side: only where the configuration asks for it, and no claim about anyone.

Of the plan of an authority above only duties count that are addressed to the other plan's body, itself or through
a group; of plans with much text in common only what they have in common is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from kehoach.comparison.cascade import Coverage
from kehoach.comparison.relations import Tie
from kehoach.comparison.supposed import supposed
from kehoach.pages.coverage import CoverageSection, Pairing, coverage_of, evidence_sections, pairing
from kehoach.pages.evidence import CascadeEvidence
from kehoach.pages.namedlinks import NamedPlan, named_plan
from kehoach.pages.page import ANALYSIS, Heading, Page, analysis_path
from kehoach.pages.site import Site
from kehoach.pages.view import View


@dataclass(frozen=True)
class Beside:
    """Two plans laid side by side, the upper or earlier one first, and the items that are shown of them."""

    tie: Tie
    coverage: Coverage


def side_by_side(site: Site) -> list[Beside]:
    """Give all pairs with something to show."""
    pairs = (Beside(tie, _coverage_shown(site, tie)) for tie in supposed(site.fabric))
    return [pair for pair in pairs if pair.coverage.cells]


def _coverage_shown(site: Site, tie: Tie) -> Coverage:
    coverage = coverage_of(site, tie)
    if tie.type == "common_origin":
        return replace(coverage, cells=tuple(cell for cell in coverage.cells if cell.item), own=())
    addressed = _addressed(site, tie)
    return replace(coverage, cells=tuple(cell for cell in coverage.cells if cell.upper.anchor in addressed), own=())


def _addressed(site: Site, tie: Tie) -> set[str]:
    """Give the anchors of the upper plan's duties that name the lower plan's body or a group that it is in."""
    lower = site.plan(tie.source.id)
    shares = [share for unit in {lower.unit, lower.issuer} for share in site.agenda.shares(unit)]
    duties = [share.scheduled.duty for share in shares if not share.from_unit]
    return {duty.anchor for duty in duties if duty.plan_id == tie.target.id}


@dataclass(frozen=True)
class AnalysisView(View):
    """All pairs, each with the names of both plans."""

    template: ClassVar[str] = "analysis.html.j2"

    pairs: tuple[tuple[NamedPlan, Pairing], ...]


@dataclass(frozen=True)
class PairView(View):
    """Two plans laid side by side; ``type`` says why."""

    template: ClassVar[str] = "analysis-pair.html.j2"

    upper: NamedPlan
    lower: NamedPlan
    type: str
    sections: tuple[CoverageSection[CascadeEvidence], ...]


def analysis_pages(site: Site) -> Iterator[Page]:
    """Build the list of pairs and a page for each; nothing where the analysis is off."""
    if not site.analysis:
        return
    pairs = side_by_side(site)
    view = AnalysisView(tuple(_upper_and_pairing(site, pair) for pair in pairs))
    html = site.lay_out(ANALYSIS, view)
    yield Page(ANALYSIS, "Phân tích: đặt câu chữ cạnh nhau", html, (), "Câu chữ giống nhau, máy đặt cạnh nhau.")
    yield from (_pair(site, pair) for pair in pairs)


def _upper_and_pairing(site: Site, pair: Beside) -> tuple[NamedPlan, Pairing]:
    upper, lower = (named_plan(site, plan_id) for plan_id in (pair.coverage.upper_id, pair.coverage.lower_id))
    return upper, pairing(pair.tie, pair.coverage, lower)


def _pair(site: Site, pair: Beside) -> Page:
    coverage = pair.coverage
    path = analysis_path(coverage.upper_id, coverage.lower_id)
    upper, lower = (named_plan(site, plan_id) for plan_id in (coverage.upper_id, coverage.lower_id))
    view = PairView(upper, lower, pair.tie.type, evidence_sections(site, coverage))
    toc = tuple(Heading(section.title, section.anchor) for section in view.sections)
    title = f"{lower.name} đặt cạnh {upper.name}"
    return Page(path, title, site.lay_out(path, view), toc, "Máy đặt câu chữ của hai kế hoạch cạnh nhau.")
