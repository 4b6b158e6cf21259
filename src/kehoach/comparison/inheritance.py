"""Duties that went from one body to another between two editions of a plan, and why.

Provisions are the same by their permanent id, or where ``continues`` says so. Whether a body took a duty over
in a reorganisation, or was given it although the other body still existed, the registry of bodies tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kehoach.comparison.bodies import Handover, handovers
from kehoach.comparison.relations import Tie, relations_of
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import Fabric


@dataclass(frozen=True)
class Move:
    """A duty of an earlier edition, the one that continues it, and which body gave way to which."""

    before: Duty
    after: Duty
    handover: Handover


@lru_cache(maxsize=1)
def moves(fabric: Fabric) -> tuple[Move, ...]:
    """Give every duty whose acting body changed between two editions held, by plan and printed order."""
    duties = {plan_id: _by_item(linked.duties) for plan_id, linked in fabric.plans.items()}
    ties = (tie for tie in relations_of(fabric).all if tie.type == "continues")
    found: dict[tuple[str, str, str, str], Move] = {}
    for tie in ties:
        for move in _moved(fabric, tie, duties):
            found.setdefault((move.before.id, move.after.id, move.handover.old, move.handover.new), move)
    return tuple(found.values())


@lru_cache(maxsize=1)
def moves_by_body(fabric: Fabric) -> Mapping[str, tuple[list[Move], list[Move]]]:
    """Give per body the duties that came to it and those that left it."""
    found: dict[str, tuple[list[Move], list[Move]]] = {}
    for move in moves(fabric):
        found.setdefault(move.handover.new, ([], []))[0].append(move)
        found.setdefault(move.handover.old, ([], []))[1].append(move)
    return found


def _by_item(duties: Sequence[Duty]) -> dict[str, list[Duty]]:
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        if duty.kind != "reporting":
            found.setdefault(duty.anchor, []).append(duty)
    return found


def _moved(fabric: Fabric, tie: Tie, duties: Mapping[str, Mapping[str, list[Duty]]]) -> Iterator[Move]:
    before = duties.get(tie.target.id, {}).get(tie.target.item, [])
    after = duties[tie.source.id].get(tie.source.item, [])
    if not before or not after:
        return
    by = fabric.plans[tie.source.id].plan.window[1]
    for handover in handovers(fabric.registry, _acting(before), _acting(after), by):
        old = next(duty for duty in before if handover.old in _acting([duty]))
        new = next(duty for duty in after if handover.new in _acting([duty]))
        yield Move(old, new, handover)


def _acting(duties: Sequence[Duty]) -> list[str]:
    """The bodies that must act: those that lead and those that carry out."""
    return [party.unit for duty in duties for party in duty.doers if party.unit]
