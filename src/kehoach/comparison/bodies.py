"""Whether a duty went to another body because of a reorganisation or by choice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.model.registry import Registry
from kehoach.model.units import Evidence, Succession, Unit


@dataclass(frozen=True)
class Handover:
    """A body that gave way to another.

    ``kind``: ``renamed`` or ``succeeded`` (the registry says the new body took over the old one),
    ``reassigned`` (the old body still exists), ``reassigned_after_dissolution`` (it is gone, but the registry
    names other successors: ``into``), ``widened`` or ``narrowed`` (one is a group that the other belongs to).
    """

    old: str
    new: str
    kind: str
    into: tuple[str, ...] = ()
    date: dt.date | None = None
    evidence: Evidence | None = None


def handovers(registry: Registry, old: Iterable[str], new: Iterable[str], by: dt.date) -> list[Handover]:
    """Explain how one set of bodies became another until a day; each departed body is matched at most once."""
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    departed = [unit for unit in before if unit not in after]
    arrived = [unit for unit in after if unit not in before]
    matched: list[Handover] = []
    for unit_id in departed[:]:
        for succession in _until(registry.units.get(unit_id), by):
            successor = next((unit for unit in arrived if unit in succession.into), None)
            if successor:
                kind = "renamed" if succession.event == "renamed" else "succeeded"
                matched.append(
                    Handover(unit_id, successor, kind, succession.into, succession.date, succession.evidence)
                )
                departed.remove(unit_id)
                arrived.remove(successor)
                break
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
