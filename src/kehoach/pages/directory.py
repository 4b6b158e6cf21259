"""Index pages: all plans and all bodies, by level of authority and place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from kehoach.model.plan import Plan
from kehoach.model.units import Unit
from kehoach.pages.cards import Cards, cards
from kehoach.pages.namedlinks import Named, named_body
from kehoach.pages.page import PLANS, UNITS, Heading, Page, unit_path
from kehoach.pages.parting import CARDS, LINES, IndexBlock, IndexSection, cut, letters, part_pages, place_of
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.pages.vocabulary import LEVELS
from kehoach.wording.letters import bare, slug, upper_first

_Row = TypeVar("_Row")


@dataclass(frozen=True)
class Listed(Generic[_Row]):
    """Entries of an index under a heading."""

    title: str
    anchor: str
    rows: tuple[_Row, ...]


def headings(sections: Iterable[Listed[Any] | IndexSection[Any]]) -> tuple[Heading, ...]:
    """Give the table of contents of an index."""
    return tuple(Heading(section.title, section.anchor) for section in sections)


@dataclass(frozen=True)
class PlansView(View):
    """All plans by level and body."""

    template: ClassVar[str] = "plans.html.j2"

    levels: tuple[IndexSection[tuple[Named, Cards]], ...]


def plans_page(site: Site) -> Page:
    """List all plans by level and body, each body's newest first."""
    view = PlansView(cut(PLANS, _plans_by_level(site), CARDS))
    description = "Mọi kế hoạch đang giữ, theo cấp và cơ quan ban hành."
    return Page(PLANS, "Các kế hoạch", site.lay_out(PLANS, view), headings(view.levels), description)


def plan_parts(site: Site) -> Iterator[Page]:
    """Build the pages of which the list of plans is put together, where it is long."""
    return part_pages(site, Named("Các kế hoạch", PLANS), "plans", _plans_by_level(site), CARDS)


def _plans_by_level(site: Site) -> Iterator[IndexSection[tuple[Named, Cards]]]:
    by_unit: dict[str, list[Plan]] = {}
    for plan in site.newest:
        by_unit.setdefault(plan.unit, []).append(plan)
    levels: dict[str, list[IndexBlock[tuple[Named, Cards]]]] = {level: [] for level in LEVELS}
    for unit_id, plans in sorted(by_unit.items(), key=lambda pair: _authority_first(site, pair[0])):
        unit = site.registry.units.get(unit_id)
        name = place_of(site, unit_id)
        row = (named_body(site, unit_id), cards(site, plans))
        block = IndexBlock(upper_first(name), letters(name), (row,), size=len(plans))
        levels[unit.level if unit else ""].append(block)
    for level, blocks in levels.items():
        rows = tuple(row for block in blocks for row in block.rows)
        yield IndexSection(LEVELS[level], slug(LEVELS[level]), rows, tuple(blocks))


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

    levels: tuple[IndexSection[UnitRow], ...]


def units_page(site: Site) -> Page:
    """List all bodies by level and name."""
    view = UnitsView(cut(UNITS, _units_by_level(site), LINES))
    description = "Cơ quan, chức danh, nhóm cơ quan có mặt trong các kế hoạch."
    return Page(UNITS, "Các cơ quan", site.lay_out(UNITS, view), headings(view.levels), description)


def unit_parts(site: Site) -> Iterator[Page]:
    """Build the pages of which the list of bodies is put together, where it is long: by places."""
    return part_pages(site, Named("Các cơ quan", UNITS), "units", _units_by_level(site), LINES)


def _units_by_level(site: Site) -> Iterator[IndexSection[UnitRow]]:
    levels: dict[str, list[Unit]] = {level: [] for level in LEVELS}
    for unit in sorted(site.registry.units.values(), key=lambda unit: sorting(unit.name)):
        levels[unit.level].append(unit)
    for level, units in levels.items():
        rows = {unit.id: _unit_row(site, unit) for unit in units}
        by_place: dict[str, list[Unit]] = {}
        for unit in units:
            by_place.setdefault(_place(site, unit).id, []).append(unit)
        blocks = (_at(site.registry.units[place], here, rows) for place, here in by_place.items())
        yield IndexSection(LEVELS[level], slug(LEVELS[level]), tuple(rows.values()), tuple(blocks))


def _place(site: Site, unit: Unit) -> Unit:
    """Give the authority whose place a body belongs to: one of a place is that itself, as is one within none."""
    return unit if unit.area else site.registry.units.get(unit.within, unit)


def _at(place: Unit, units: Sequence[Unit], rows: Mapping[str, UnitRow]) -> IndexBlock[UnitRow]:
    """Put the bodies of a place together, its authority first."""
    name = place.area or place.name
    ordered = sorted(units, key=lambda unit: unit is not place)
    title = Named(upper_first(name)) if units != [place] else None
    return IndexBlock(upper_first(name), letters(name), tuple(rows[unit.id] for unit in ordered), title)


def _unit_row(site: Site, unit: Unit) -> UnitRow:
    find = " ".join((unit.name, " ".join(unit.full_names), " ".join(unit.names)))
    duties = site.fabric.count_of_duties(unit.id)
    return UnitRow(unit.name, unit_path(unit.id), find, unit.kind, duties, unit.end)


def sorting(name: str) -> tuple[str, str]:
    """Put names in the order of their letters, diacritics last."""
    return bare(name).lower(), name


def _authority_first(site: Site, unit_id: str) -> tuple[bool, tuple[str, str]]:
    unit = site.registry.units.get(unit_id)
    return unit is None or unit.kind != "people_committee", sorting(site.unit_name(unit_id))
