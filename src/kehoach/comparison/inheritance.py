"""Duties that went from one body to another between two editions of a plan, and why.

Provisions are the same by their permanent id, or where ``continues`` says so. Whether a body took a duty over
in a reorganisation, or was given it although the other body still existed, the registry of bodies tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kehoach.comparison.bodies import Handover, handovers
from kehoach.comparison.continuations import continuations
from kehoach.machine.tracing import ASKED, note, untraced, watched
from kehoach.meaning.fabric import Fabric
from kehoach.model.outline import Owed


@dataclass(frozen=True)
class Move:
    """A duty of an earlier edition, the one that continues it, and which body gave way to which.

    ``old`` and ``new`` are the duties in outline.
    """

    old: Owed
    new: Owed
    handover: Handover


@lru_cache(maxsize=1)
def moves(fabric: Fabric) -> tuple[Move, ...]:
    """Give every duty whose acting body changed between two editions held, by plan and printed order."""
    # Read once for all who ask, as relations are.
    outlines = untraced(fabric.outlines)
    duties = {plan_id: _by_item(outline.duties) for plan_id, outline in outlines.items()}
    by_ends: dict[tuple[str, str, str, str], Move] = {}
    for plan_id, outline in outlines.items():
        if previous := fabric.previous(plan_id):
            for item, earlier, target in continuations(outline, outlines[previous]):
                after = duties[plan_id].get(item)
                # Of most items nothing is asked: nobody has to do them.
                before = duties.get(earlier, {}).get(target) if after and earlier != plan_id else None
                for move in _moved(fabric, plan_id, before, after) if before and after else ():
                    by_ends.setdefault((move.old.id, move.new.id, move.handover.old, move.handover.new), move)
    return tuple(by_ends.values())


@lru_cache(maxsize=1)
def moves_by_body(fabric: Fabric) -> Mapping[str, tuple[list[Move], list[Move]]]:
    """Give per body the duties that came to it and those that left it."""
    by_body: dict[str, tuple[list[Move], list[Move]]] = {}
    for move in moves(fabric):
        by_body.setdefault(move.handover.new, ([], []))[0].append(move)
        by_body.setdefault(move.handover.old, ([], []))[1].append(move)
    return by_body


MOVES = "moves"
"""The kind of question which duties came to a body or left it."""


def moves_of(fabric: Fabric, unit_id: str) -> tuple[list[Move], list[Move]]:
    """Give the duties that came to a body and those that left it."""
    note(f"{ASKED}{MOVES}/{unit_id}")
    with watched():
        return moves_by_body(fabric).get(unit_id, ([], []))


def _by_item(duties: Sequence[Owed]) -> dict[str, list[Owed]]:
    by_item: dict[str, list[Owed]] = {}
    for duty in duties:
        if duty.kind != "reporting":
            by_item.setdefault(duty.anchor, []).append(duty)
    return by_item


def _moved(fabric: Fabric, plan_id: str, before: Sequence[Owed], after: Sequence[Owed]) -> Iterator[Move]:
    old_bodies, new_bodies = _acting(before), _acting(after)
    if old_bodies == new_bodies:
        return
    last_day = untraced(fabric.outlines)[plan_id].head.window[1]
    for handover in handovers(fabric.registry, old_bodies, new_bodies, last_day):
        old = next(duty for duty in before if handover.old in duty.acting)
        new = next(duty for duty in after if handover.new in duty.acting)
        yield Move(old, new, handover)


def _acting(duties: Sequence[Owed]) -> list[str]:
    """The bodies that must act: those that lead and those that carry out."""
    return [unit for duty in duties for unit in duty.acting]
