"""Whether a duty went to another body because of a reorganisation or by choice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kehoach.comparison.localbodies import abolished, communes_after
from kehoach.model.registry import Registry
from kehoach.model.units import Evidence, Succession, Unit


@dataclass(frozen=True)
class Handover:
    """A body that gave way to another.

    ``kind``: ``renamed`` or ``succeeded`` (the registry says the new body took over the old one), ``reformed`` (a group
    of the district level gave way to that of the communes), ``reassigned`` (the old body still exists),
    ``reassigned_after_dissolution`` (it is gone, but the registry names other successors: ``into``), ``widened`` or
    ``narrowed`` (one is a group that the other belongs to).
    """

    old: str
    new: str
    kind: str
    into: tuple[str, ...] = ()
    date: dt.date | None = None
    evidence: Evidence | None = None

    @property
    def reorganised(self) -> bool:
        """Whether bodies were put in order anew, so that the duty fell to the new one without anybody's choice."""
        return self.kind in ("renamed", "succeeded", "reformed")


def heir(registry: Registry, unit_id: str, among: Collection[str], by: dt.date) -> str:
    """Give which of some bodies stands in the place of one that had ended by a day, empty where none of them does."""
    ended = (s for s in _until(registry.units.get(unit_id), by) if s.event != "transferred")
    found = next((successor for s in ended for successor in s.into if successor in among), "")
    return found or (_communes(registry, unit_id, by) if _communes(registry, unit_id, by) in among else "")


def present(registry: Registry, unit_id: str, by: dt.date) -> str:
    """Give what a group that was only called otherwise is by a day; any other body is itself."""
    unit = registry.units.get(unit_id)
    if unit is None or unit.kind != "group":
        return unit_id
    renamed = (s.into[0] for s in _until(unit, by) if s.event == "renamed" and len(s.into) == 1)
    return next(renamed, unit_id)


def _communes(registry: Registry, unit_id: str, by: dt.date) -> str:
    return communes_after(registry, unit_id) if abolished(registry, unit_id, by) else ""


def handovers(registry: Registry, old: Iterable[str], new: Iterable[str], by: dt.date) -> list[Handover]:
    """Explain how one set of bodies became another until a day; each departed body is matched at most once."""
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    departed = [unit for unit in before if unit not in after]
    arrived = [unit for unit in after if unit not in before]
    matched: list[Handover] = []
    for unit_id in departed[:]:
        if found := _inherited(registry, unit_id, arrived, after, by):
            matched.append(found)
            departed.remove(unit_id)
            arrived = [unit for unit in arrived if unit != found.new]
    for unit_id, successor in zip(departed, arrived, strict=False):
        unit = registry.units.get(unit_id)
        if among := _among(registry, unit_id, successor):
            matched.append(Handover(unit_id, successor, among))
            continue
        ended = next((s for s in _until(unit, by) if s.event != "transferred"), None)
        if ended:
            into, date, evidence = ended.into, ended.date, ended.evidence
            matched.append(Handover(unit_id, successor, "reassigned_after_dissolution", into, date, evidence))
        elif unit and unit.end and unit.end < by:
            matched.append(Handover(unit_id, successor, "reassigned_after_dissolution", (), unit.end, unit.lifetime))
        else:
            matched.append(Handover(unit_id, successor, "reassigned"))
    paired = len(matched) and min(len(departed), len(arrived))
    matched += [h for unit in arrived[paired:] for other in departed if (h := _one_of(registry, other, unit))]
    matched += [h for unit in departed[paired:] for other in arrived if (h := _one_of(registry, unit, other))]
    return matched


def _inherited(
    registry: Registry, unit_id: str, arrived: Collection[str], after: Collection[str], by: dt.date
) -> Handover | None:
    """Give to whom a body's duty fell: one that came, or, of a body that ended, one that acted before, too."""
    for succession in _until(registry.units.get(unit_id), by):
        among = arrived if succession.event == "transferred" else (*arrived, *after)
        if successor := next((unit for unit in among if unit in succession.into), None):
            kind = "renamed" if succession.event == "renamed" else "succeeded"
            return Handover(unit_id, successor, kind, succession.into, succession.date, succession.evidence)
    if (communes := _communes(registry, unit_id, by)) and communes in after:
        ended = next(s for s in registry.units[unit_id].successions)
        return Handover(unit_id, communes, "reformed", (), ended.date, ended.evidence)
    return None


def _one_of(registry: Registry, old: str, new: str) -> Handover | None:
    """Give a further member of a group that it gave way to, or that gave way to it."""
    among = _among(registry, old, new)
    return Handover(old, new, among) if among else None


def _among(registry: Registry, old: str, new: str) -> str:
    """Tell whether a body is a member of the group in its place, or the other way round."""
    if old in registry.units and new in registry.units:
        if _belongs(registry, old, new):
            return "widened"
        if _belongs(registry, new, old):
            return "narrowed"
    return ""


def _belongs(registry: Registry, unit_id: str, group_id: str, depth: int = 3) -> bool:
    group = registry.units.get(group_id)
    members = registry.groups.members(group, dt.date.min, dt.date.max) if group else []
    return any(
        m.id == unit_id or (depth and m.members and _belongs(registry, unit_id, m.id, depth - 1)) for m in members
    )


def _until(unit: Unit | None, by: dt.date) -> list[Succession]:
    return [s for s in unit.successions if s.date <= by] if unit else []
