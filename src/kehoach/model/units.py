"""Bodies as frozen values: what the registry knows of each, and who belongs to which group of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Evidence:
    """Where a fact comes from and how certain it is (certain, likely, doubtful)."""

    source: str
    certainty: str


@dataclass(frozen=True)
class Succession:
    """What became of a body: event, day of effect, receiving bodies."""

    event: str
    date: dt.date
    into: tuple[str, ...]
    note: str
    evidence: Evidence


@dataclass(frozen=True)
class Members:
    """Who belongs to a group: named units, or all of some kinds at a level within a scope."""

    units: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    level: str = ""
    within: str = ""


@dataclass(frozen=True)
class Contact:
    """How to reach a body: what of address, telephone, e-mail and page the registry knows."""

    evidence: Evidence
    address: str = ""
    phone: str = ""
    email: str = ""
    page: str = ""


@dataclass(frozen=True)
class Unit:
    """A body, an office-holder or a group of bodies; a local authority is one unit, its UBND."""

    id: str
    name: str
    kind: str
    level: str
    area: str
    within: str
    parent: str
    names: tuple[str, ...]
    self_names: tuple[str, ...]
    full_names: tuple[str, ...]
    start: dt.date | None
    end: dt.date | None
    lifetime: Evidence | None
    successions: tuple[Succession, ...]
    members: Members | None
    note: str
    evidence: Evidence
    contact: Contact | None = None

    def exists(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether the body exists on some day from first to last, as far as its dates are known."""
        return not ((self.end and self.end < first) or (self.start and self.start > last))


class Groups:
    """Which bodies belong to which group, by name or by kind, level and the authority around them.

    ``scopes`` gives a body and the authorities around it, innermost first.
    """

    def __init__(self, units: Mapping[str, Unit], scopes: Callable[[str], list[str]]) -> None:
        self._units = units
        self._scopes = scopes
        self._members: dict[str, list[Unit]] = {}

    def members(self, group: Unit, first: dt.date, last: dt.date) -> list[Unit]:
        """Give the members that a group has at some time from first to last, in registry order."""
        return [unit for unit in self._ever(group) if unit.exists(first, last)] if group.members else []

    def _ever(self, group: Unit) -> list[Unit]:
        """Give all members that a group ever has; worked out once."""
        if group.id not in self._members and group.members:
            rule = group.members
            members = {name for name in rule.units if name in self._units}
            for kind in rule.kinds:
                members.update(
                    unit.id
                    for unit in self._by_kind.get((kind, rule.within or ""), ())
                    if not rule.level or unit.level == rule.level
                )
            ordered = sorted(members - {group.id}, key=self._position.__getitem__)
            self._members[group.id] = [self._units[name] for name in ordered]
        return self._members.get(group.id, [])

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self._units)}

    @cached_property
    def _by_kind(self) -> Mapping[tuple[str, str], list[Unit]]:
        """Units by their kind and each authority around them, and by their kind alone."""
        units: dict[tuple[str, str], list[Unit]] = {}
        for unit in self._units.values():
            for scope in dict.fromkeys(("", *self._scopes(unit.id)[1:])):
                units.setdefault((unit.kind, scope), []).append(unit)
        return units

    @cached_property
    def of_unit(self) -> Mapping[str, list[Unit]]:
        """Per unit the groups that it is a member of at any time."""
        groups: dict[str, list[Unit]] = {}
        for group in self._units.values():
            for unit in self.members(group, dt.date.min, dt.date.max):
                groups.setdefault(unit.id, []).append(group)
        return groups

    @cached_property
    def within(self) -> Mapping[str, list[Unit]]:
        """Per authority, by its id, the groups that are within it; those within none stand under the empty id."""
        groups: dict[str, list[Unit]] = {}
        for group in self._units.values():
            if group.members:
                groups.setdefault(group.within, []).append(group)
        return groups
