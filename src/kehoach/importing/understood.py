"""How much of an imported plan's meaning was read by a registry, for the report of the import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.ledger import Reading, Token, summary
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from
from kehoach.model.registry import Registry
from kehoach.wording.letters import upper_first
from kehoach.wording.pathnames import path_name

_MOST = 40
_UNPLACED = "nhap/nhap/2000"


def understood(data: Mapping[str, Any], registry: Registry, unit: str, year: int) -> tuple[str, ...]:
    """Say what was read of a draft and name each thing that was not, once, with its place.

    Empty where the registry holds no bodies: nothing could be read by it.
    """
    if not registry.units:
        return ()
    plan_id = f"{unit or 'nhap'}/nhap/{year}" if year else _UNPLACED
    readings = LinkedPlan(plan_from(plan_id, data), linker_of(registry)).ledger
    counted = summary(readings)
    if not counted:
        return ()
    unread = _once(readings)
    lines = [f"{upper_first(counted)}."]
    lines += [f"  chưa đọc được ở {path_name(path) or 'phần đầu'}: “{token.text}”" for path, token in unread[:_MOST]]
    if len(unread) > _MOST:
        lines.append(f"  … và {len(unread) - _MOST} chỗ nữa.")
    return tuple(lines)


def _once(readings: tuple[Reading, ...]) -> list[tuple[str, Token]]:
    found: dict[tuple[str, str], tuple[str, Token]] = {}
    for reading in readings:
        for token in reading.unread:
            found.setdefault((token.kind, token.text.lower()), (reading.line, token))
    return list(found.values())
