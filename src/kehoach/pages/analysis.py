"""Plans that do not name each other, side by side: only where the configuration asks for it, and no claim about anyone.

Of the plan of an authority above only duties count that are addressed to the other plan's body, itself or through
a group; of plans with much text in common only what they have in common is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.comparison.cascade import Coverage
from kehoach.comparison.relations import Tie, relations_of
from kehoach.pages.coverage import HELPERS, coverage_of, sections_of
from kehoach.pages.page import ANALYSIS, Heading, Page, analysis_path
from kehoach.pages.site import Site


@dataclass(frozen=True)
class Beside:
    """Two plans laid side by side, the upper or earlier one first, and the items that are shown of them."""

    tie: Tie
    coverage: Coverage

    @property
    def alike(self) -> int:
        """How many items have like words in the other plan."""
        return self.coverage.taken


def beside(site: Site) -> list[Beside]:
    """Give all pairs with something to show."""
    found = (Beside(tie, _shown(site, tie)) for tie in relations_of(site.fabric).supposed)
    return [pair for pair in found if pair.coverage.cells]


def _shown(site: Site, tie: Tie) -> Coverage:
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


def analysis_pages(site: Site) -> Iterator[Page]:
    """Build the list of pairs and a page for each; nothing where the analysis is off."""
    if not site.analysis:
        return
    pairs = beside(site)
    html = site.render("analysis.html.j2", ANALYSIS, pairs=pairs)
    yield Page(ANALYSIS, "Phân tích: đặt câu chữ cạnh nhau", html, (), "Câu chữ giống nhau, máy đặt cạnh nhau.")
    yield from (_pair(site, pair) for pair in pairs)


def _pair(site: Site, pair: Beside) -> Page:
    coverage = pair.coverage
    here = analysis_path(coverage.upper_id, coverage.lower_id)
    sections = sections_of(site, coverage.upper_id, [coverage])
    html = site.render(
        "analysis-pair.html.j2",
        here,
        tie=pair.tie,
        upper=site.plan(coverage.upper_id),
        lower=site.plan(coverage.lower_id),
        sections=sections,
        helpers=HELPERS,
    )
    names = site.place_name(coverage.lower_id), site.place_name(coverage.upper_id)
    toc = tuple(Heading(section.title, section.anchor) for section in sections)
    return Page(here, f"{names[0]} đặt cạnh {names[1]}", html, toc, "Máy đặt câu chữ của hai kế hoạch cạnh nhau.")
