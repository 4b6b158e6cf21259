"""Why a body is in a group or not: by the registry's own rule for the group, in words."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.model.units import Members, Unit
from kehoach.pages.namedlinks import Named, Origin, origin, unit_called
from kehoach.pages.page import unit_path
from kehoach.pages.site import Site
from kehoach.pages.vocabulary import LEVELS, UNIT_KINDS


@dataclass(frozen=True)
class Membership:
    """A group with the number of its duties, and why a body is in it or not; ``origin`` is the group's."""

    group: Named
    duties: int
    why: str
    origin: Origin


def memberships(site: Site, unit: Unit) -> tuple[Membership, ...]:
    """Give the groups that a body is in."""
    groups = site.registry.groups.of_unit.get(unit.id, ())
    return tuple(_membership(site, unit, group, _reason(site, unit, group)) for group in groups)


def other_groups(site: Site, unit: Unit) -> tuple[Membership, ...]:
    """Give the groups of a body's own authority and level that have duties and that it is not in."""
    if unit.kind == "group" or not unit.within:
        return ()
    mine = {group.id for group in site.registry.groups.of_unit.get(unit.id, [])}
    groups_near = (
        group
        for group in site.registry.groups.within.get(unit.within, ())
        if group.level == unit.level and group.id not in mine
    )
    listed = (_membership(site, unit, group, f"nhóm gồm {rule(site, group)}") for group in groups_near)
    return tuple(membership for membership in listed if membership.duties)


def _membership(site: Site, unit: Unit, group: Unit, reason: str) -> Membership:
    source = origin(site, unit_path(unit.id), group.evidence)
    return Membership(unit_called(site, group.id), site.fabric.count_of_duties(group.id), reason, source)


def _reason(site: Site, unit: Unit, group: Unit) -> str:
    assert group.members
    if unit.id in group.members.units:
        return "sổ cơ quan ghi tên cơ quan này trong nhóm"
    return f"nhóm gồm {_kinds(site, group.members)}"


def rule(site: Site, group: Unit) -> str:
    """Say whom a group takes in."""
    assert group.members
    unit_names = [site.unit_name(name) for name in group.members.units]
    return "; ".join([_kinds(site, group.members)] * bool(group.members.kinds) + unit_names)


def _kinds(site: Site, members: Members) -> str:
    kinds = ", ".join(UNIT_KINDS[kind][:1].lower() + UNIT_KINDS[kind][1:] for kind in members.kinds)
    level = f" {LEVELS[members.level].lower()}" if members.level else ""
    within = f" của {site.unit_name(members.within)}" if members.within else ""
    return f"mọi {kinds}{level}{within}"
