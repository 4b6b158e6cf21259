"""Why a body is in a group or not: by the registry's own rule for the group, in words."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.model.registry import Evidence, Members, Unit
from kehoach.pages.site import Site
from kehoach.pages.vocabulary import LEVELS, UNIT_KINDS


@dataclass(frozen=True)
class Membership:
    """A group with the number of its duties, and why a body is in it or not; ``evidence`` is the group's."""

    group: str
    name: str
    duties: int
    why: str
    evidence: Evidence


def memberships(site: Site, unit: Unit) -> list[Membership]:
    """Give the groups that a body is in."""
    return [_membership(site, group, _why(site, unit, group)) for group in site.registry.groups_of.get(unit.id, [])]


def others(site: Site, unit: Unit) -> list[Membership]:
    """Give the groups of a body's own authority and level that have duties and that it is not in."""
    if unit.kind == "group" or not unit.within:
        return []
    mine = {group.id for group in site.registry.groups_of.get(unit.id, [])}
    near = (
        group
        for group in site.registry.units.values()
        if group.members and group.within == unit.within and group.level == unit.level and group.id not in mine
    )
    found = (_membership(site, group, f"nhóm gồm {rule(site, group)}") for group in near)
    return [one for one in found if one.duties]


def _membership(site: Site, group: Unit, why: str) -> Membership:
    return Membership(group.id, group.name, len(site.fabric.duties_of(group.id)), why, group.evidence)


def _why(site: Site, unit: Unit, group: Unit) -> str:
    assert group.members
    if unit.id in group.members.units:
        return "sổ cơ quan ghi tên cơ quan này trong nhóm"
    return f"nhóm gồm {_kinds(site, group.members)}"


def rule(site: Site, group: Unit) -> str:
    """Say whom a group takes in."""
    assert group.members
    named = [site.unit_name(name) for name in group.members.units]
    return "; ".join([_kinds(site, group.members)] * bool(group.members.kinds) + named)


def _kinds(site: Site, members: Members) -> str:
    kinds = ", ".join(UNIT_KINDS[kind][:1].lower() + UNIT_KINDS[kind][1:] for kind in members.kinds)
    level = f" {LEVELS[members.level].lower()}" if members.level else ""
    within = f" của {site.unit_name(members.within)}" if members.within else ""
    return f"mọi {kinds}{level}{within}"
