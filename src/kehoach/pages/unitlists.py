"""What a body has many of, its plans and as a group its members: long ones are on pages of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from kehoach.model.planid import year_of
from kehoach.model.units import Unit
from kehoach.pages.namedlinks import Named, NamedPlan, named_plan, unit_called
from kehoach.pages.page import Page, unit_path
from kehoach.pages.parting import LINES, IndexBlock, IndexSection, PartLink, cut, letters, part_pages
from kehoach.pages.site import Site

Row = TypeVar("Row")

PLANS, MEMBERS = LINES // 3, LINES
"""Plans and members that the page of a body lists itself: a title takes three times as much as a name."""


@dataclass(frozen=True)
class UnitList(Generic[Row]):
    """A list of a body's page: its rows; where they are many, ``parts`` are the pages that list them."""

    rows: tuple[Row, ...]
    parts: tuple[PartLink, ...]
    count: int


def unit_plans(site: Site, unit: Unit) -> UnitList[NamedPlan]:
    """Give the plans of a body, the newest first."""
    sections = cut(unit_path(unit.id), [_plans(site, unit)], PLANS)
    ids, parts = (sections[0].rows, sections[0].parts) if sections else ((), ())
    rows = () if parts else tuple(named_plan(site, plan_id, staged=True) for plan_id in ids)
    return UnitList(rows, parts, len(ids))


def unit_members(site: Site, unit: Unit) -> UnitList[Named]:
    """Give the bodies that a group takes in, at any time."""
    sections = cut(unit_path(unit.id), [_members(site, unit)], MEMBERS)
    ids, parts = (sections[0].rows, sections[0].parts) if sections else ((), ())
    return UnitList(() if parts else tuple(unit_called(site, name) for name in ids), parts, len(ids))


def list_parts(site: Site, unit: Unit) -> Iterator[Page]:
    """Build the pages that long lists of a body are cut into."""
    above = Named(unit.name, unit_path(unit.id))
    name_plan = partial(named_plan, site, staged=True)
    yield from part_pages(site, above, "issued", [_plans(site, unit)], PLANS, name_plan)
    yield from part_pages(site, above, "named", [_members(site, unit)], MEMBERS, partial(unit_called, site))


def _plans(site: Site, unit: Unit) -> IndexSection[str]:
    ids = tuple(reversed(site.fabric.plans_of(unit.id)))
    blocks = (_plan(site, plan_id) for plan_id in ids)
    return IndexSection(f"Kế hoạch của {unit.name}", "ke-hoach", ids, tuple(blocks))


def _plan(site: Site, plan_id: str) -> IndexBlock[str]:
    name = plan_id.split("/")[1]
    series = site.registry.series.get(name)
    return IndexBlock(series.name if series else name, (str(year_of(plan_id)), *letters(name)), (plan_id,))


def _members(site: Site, unit: Unit) -> IndexSection[str]:
    members = site.registry.groups.members(unit, dt.date.min, dt.date.max)
    blocks = tuple(IndexBlock(member.name, letters(member.name), (member.id,)) for member in members)
    return IndexSection(f"{unit.name}, cơ quan đã biết", "gom", tuple(member.id for member in members), blocks)
