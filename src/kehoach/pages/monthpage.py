"""The page of a month of a long year, by place where it is long itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kehoach.pages.calendar import Month, items_in, month_with
from kehoach.pages.months import LONG, Overview, overviews, plans_of_month
from kehoach.pages.namedlinks import Named
from kehoach.pages.page import Page, calendar_path, month_path
from kehoach.pages.parting import IndexSection, PartLink, by_place, cut, part_pages
from kehoach.pages.site import Site
from kehoach.pages.view import View


@dataclass(frozen=True)
class MonthView(View):
    """A month of a long year: its deadlines, or where they are many the parts that they are in by place."""

    template: ClassVar[str] = "month.html.j2"

    title: str
    above: Named
    month: Month
    overview: Overview
    parts: tuple[PartLink, ...]


def month_pages(site: Site, year: int, number: int) -> Iterator[Page]:
    """Build a month of a long year, and the pages by place where it is long itself."""
    plans = plans_of_month(site, year, number)
    items = items_in(site, plans, year, number)
    rows = ((site.plan(item.plan_id).issuer, item) for item in items)
    whole = IndexSection(f"Hạn tháng {number}/{year}", "han", tuple(items), by_place(site, rows))
    here, title = month_path(year, number), f"Lịch tháng {number}/{year}"
    parts = cut(here, [whole], LONG)[0].parts
    month = month_with(year, number, () if parts else items)
    [overview] = overviews(year, {"": [item.due for item in items]})
    view = MonthView(title, Named(f"Lịch năm {year}", calendar_path(year)), month, overview, parts)
    yield Page(
        here, title, site.lay_out(here, view), (), f"Hạn báo cáo và hạn của các việc trong tháng {number}/{year}."
    )
    yield from part_pages(site, Named(title, here), "deadlines", [whole], LONG)
