"""Pages of the index site: the front, provinces, their plans, bodies, duties and deadlines, and each body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from kehoach.model.fields import BODIES
from kehoach.nation.database import NOWHERE
from kehoach.nation.listing import ListLine, NationLayout, all_in_one, clipped, line, one_by_one, pages, section
from kehoach.nation.placing import ProvinceFigures, grouped, provinces, rows
from kehoach.pages.namedlinks import Named
from kehoach.pages.page import Page
from kehoach.pages.view import View

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

HOME = Named("Kế hoạch cả nước")
SEARCH = "tim.html"
NAME_OF_NOWHERE = "Trung ương, chưa rõ tỉnh"
_ROLES = {field.key: field.name.lower() for field in BODIES}
_SITES_SHOWN = 40

NameOf = Callable[[str], str]
"""Gives the name of a province by its code."""


@dataclass(frozen=True)
class _Row:
    """A province on the front page."""

    name: str
    path: str
    figures: ProvinceFigures


@dataclass(frozen=True)
class FrontView(View):
    """All provinces with what is held of them."""

    template: ClassVar[str] = "front.html.j2"

    rows: tuple[_Row, ...]
    plans: int
    duties: int
    days: int
    sites: int
    provinces: int
    search: str
    parquet: str


@dataclass(frozen=True)
class ProvinceView(View):
    """A province: its lists, and the sites that publish for it."""

    template: ClassVar[str] = "province.html.j2"

    name: str
    above: Named
    figures: ProvinceFigures
    lists: tuple[Named, ...]
    sites: tuple[str, ...]


def site_pages(connection: DuckDBPyConnection, layout: NationLayout, name_of: NameOf, parquet: str) -> Iterator[Page]:
    """Build all pages but that of the search, province by province; ``parquet`` is the address of its description."""
    counted = provinces(connection)
    table = tuple(_Row(province_name(one.code, name_of), _path(one.code), one) for one in counted)
    sites = len({site for one in counted for site in one.sites})
    plans, duties, days = (sum(getattr(one, key) for one in counted) for key in ("plans", "duties", "days"))
    provinces_counted = sum(one.code != NOWHERE for one in counted)
    front = FrontView(table, plans, duties, days, sites, provinces_counted, SEARCH, parquet)
    description = "Kế hoạch, cơ quan, việc phải làm và thời hạn của mọi tỉnh, mỗi dòng dẫn về trang của tỉnh."
    yield Page("", HOME.name, layout.lay_out("", front), (), description)
    for row in table:
        yield from _Province(connection, layout, row.figures, Named(row.name, row.path)).pages()


def province_name(code: str, name_of: NameOf) -> str:
    """Give what a province is called, and what has none."""
    return NAME_OF_NOWHERE if code == NOWHERE else name_of(code)


def _path(code: str) -> str:
    return f"tinh/{code}/"


def body_path(code: str, unit_id: str) -> str:
    """Address of a body of a province."""
    return f"{_path(code)}co-quan/{unit_id}/"


@dataclass(frozen=True)
class _Province:
    connection: DuckDBPyConnection
    layout: NationLayout
    figures: ProvinceFigures
    named: Named

    def pages(self) -> Iterator[Page]:
        path, years = self.named.path, self.figures.years
        days = [Named(f"Thời hạn năm {year}", f"{path}han/{year}/") for year in reversed(self.figures.day_years)]
        lists = (
            Named("Kế hoạch", f"{path}ke-hoach/"),
            Named("Cơ quan", f"{path}co-quan/"),
            *(Named(f"Việc phải làm năm {year}", f"{path}viec/{year}/") for year in reversed(years)),
            *days,
        )
        view = ProvinceView(self.named.name, HOME, self.figures, lists, self.figures.sites[:_SITES_SHOWN])
        description = f"Kế hoạch, cơ quan, việc và thời hạn: {self.named.name}."
        yield Page(path, self.named.name, self.layout.lay_out(path, view), (), description)
        yield from self._plans(lists[0])
        yield from self._bodies(lists[1])
        for year, at in zip(reversed(years), lists[2:], strict=False):
            yield from self._duties(at, year)
        for year, at in zip(reversed(self.figures.day_years), days, strict=True):
            yield from self._deadlines(at, year)

    def _above(self) -> tuple[Named, ...]:
        return HOME, self.named

    def _plans(self, at: Named) -> Iterator[Page]:
        query = (
            "SELECT year, issuer_name, title, number, symbol, issued, site, id FROM plan_rows WHERE code = ? "
            "ORDER BY year DESC, issuer_name, rank"
        )
        sections = []
        for (year,), plans in grouped(rows(self.connection, query, self.figures.code), 1):
            lines = []
            for issuer, title, number, symbol, issued, site, plan_id in plans:
                official = f"số {number}/{symbol}" if number and symbol else ""
                details = (official, f"ngày {issued}" if issued else "")
                lines.append((issuer, line(title, details, site, plan_id)))
            sections.append(section(f"Năm {year}", str(year), lines))
        yield from pages(self.layout, self._named(at), self._above(), sections)

    def _named(self, at: Named) -> Named:
        return Named(f"{at.name}: {self.named.name}", at.path)

    def _duties(self, at: Named, year: int) -> Iterator[Page]:
        query = (
            "SELECT issuer_name, title, lead, schedule, site, id, anchor FROM duty_rows WHERE code = ? AND year = ? "
            "ORDER BY issuer_name, rank, place"
        )
        lines = (
            (issuer, line(title, (lead, schedule), site, plan_id, anchor))
            for issuer, title, lead, schedule, site, plan_id, anchor in rows(
                self.connection, query, self.figures.code, year
            )
        )
        yield from pages(self.layout, self._named(at), self._above(), [section("Theo nơi ban hành", "viec", lines)])

    def _deadlines(self, at: Named, year: int) -> Iterator[Page]:
        query = (
            "SELECT month, issuer_name, title, lead, due, site, id, anchor FROM deadline_rows "
            "WHERE code = ? AND year = ? ORDER BY month, issuer_name, due"
        )
        sections = []
        for (month,), deadlines in grouped(rows(self.connection, query, self.figures.code, year), 1):
            lines = [
                (issuer, line(title, (lead,), site, plan_id, anchor, due))
                for issuer, title, lead, due, site, plan_id, anchor in deadlines
            ]
            sections.append(section(f"Tháng {month}", f"{month:02d}", lines))
        yield from pages(self.layout, self._named(at), self._above(), sections)

    def _bodies(self, at: Named) -> Iterator[Page]:
        query = "SELECT unit_id, name, plans, duties, sites FROM bodies WHERE code = ? ORDER BY unit_id"
        bodies = list(rows(self.connection, query, self.figures.code))
        lines = (
            (
                name,
                ListLine(clipped(name, 140), _count_words(plans, duties), "", body_path(self.figures.code, unit_id)),
            )
            for unit_id, name, plans, duties, _ in bodies
        )
        index = self._named(at)
        yield from pages(self.layout, index, self._above(), [all_in_one("Tất cả", "ten", one_by_one(lines))])
        duties_query = (
            "SELECT unit_id, year, issuer_name, title, role, schedule, site, id, anchor FROM body_rows WHERE code = ? "
            "ORDER BY unit_id, year DESC, issuer_name, rank, place, role"
        )
        duties = grouped(rows(self.connection, duties_query, self.figures.code), 1)
        (owner,), owned = next(duties, (("",), []))
        for unit_id, name, _, _, sites in bodies:
            own = owned if owner == unit_id else []
            if own:
                (owner,), owned = next(duties, (("",), []))
            yield from self._body(Named(clipped(name, 140), body_path(self.figures.code, unit_id)), own, index, sites)

    def _body(self, at: Named, duties: list[tuple[object, ...]], index: Named, sites: list[str]) -> Iterator[Page]:
        unit_id = at.path.rstrip("/").rpartition("/")[2]
        intro = [
            ListLine(f"Trang của cơ quan này ở {site}", "", f"{site}co-quan/{unit_id}/index.html")
            for site in sites[:_SITES_SHOWN]
        ]
        sections = []
        for (year,), some in grouped(iter(duties), 1):
            lines = [
                (issuer, line(title, (_ROLES.get(role, ""), schedule), site, plan_id, anchor))
                for issuer, title, role, schedule, site, plan_id, anchor in some
            ]
            sections.append(section(f"Năm {year}", str(year), lines))
        yield from pages(self.layout, at, (*self._above(), index), sections, intro)


def _count_words(plans: int, duties: int) -> str:
    return ", ".join(filter(None, (f"{plans} kế hoạch" if plans else "", f"{duties} việc" if duties else "")))
