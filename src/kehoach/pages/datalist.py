"""The plans with their files of open data, by year where they are many."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.pages.namedlinks import Named, NamedPlan, named_plan
from kehoach.pages.page import DATA, Page
from kehoach.pages.parting import FILES, IndexBlock, IndexSection, cut, letters, part_pages, place_of
from kehoach.pages.site import Site
from kehoach.wording.letters import upper_first


def data_sections(site: Site) -> tuple[IndexSection[NamedPlan], ...]:
    """Give all plans, the newest first; where they are many by year, and by the place of who issued them."""
    return cut(DATA, _by_year(site), FILES)


def data_parts(site: Site) -> Iterator[Page]:
    """Build the pages of which the list of files is put together, where it is long."""
    return part_pages(site, Named("Dữ liệu mở", DATA), "files", _by_year(site), FILES)


def _by_year(site: Site) -> Iterator[IndexSection[NamedPlan]]:
    years: dict[int, list[IndexBlock[NamedPlan]]] = {}
    for plan in site.newest:
        name = place_of(site, plan.issuer)
        block = IndexBlock(upper_first(name), letters(name), (named_plan(site, plan.id),))
        years.setdefault(plan.year, []).append(block)
    for year in sorted(years, reverse=True):
        rows = tuple(row for block in years[year] for row in block.rows)
        yield IndexSection(f"Năm {year}", f"nam-{year}", rows, tuple(years[year]))
