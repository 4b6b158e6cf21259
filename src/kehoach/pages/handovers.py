"""Duties that went from body to body between two editions; of a body with hundreds, on pages of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kehoach.comparison.inheritance import Move, moves_of
from kehoach.machine.tracing import note
from kehoach.meaning.linked import question_to_plan
from kehoach.model.planid import year_of
from kehoach.model.units import Unit
from kehoach.pages.namedlinks import Named, Origin, origin
from kehoach.pages.page import Page, unit_path
from kehoach.pages.parting import LINES, PART, IndexBlock, IndexSection, PartLink, cut, letters, part_pages, place_of
from kehoach.pages.site import Site
from kehoach.wording.letters import upper_first

MOST = LINES // 6
"""Duties that a body's page lists by themselves: each takes two thirds of a kilobyte, beside all else there."""
_CAME, _LEFT = ("Nhận về", "nhan-ve"), ("Chuyển đi", "chuyen-di")


@dataclass(frozen=True)
class DutyPlace:
    """Where a duty is printed: its plan, anchor and place in words."""

    plan_id: str
    anchor: str
    place: str


@dataclass(frozen=True)
class Moved:
    """A duty that another body had in the edition before; ``old`` and ``new`` are the bodies, ``kind`` says why."""

    before: DutyPlace
    after: DutyPlace
    title: str
    kind: str
    old: str
    new: str
    date: dt.date | None
    origin: Origin | None


@dataclass(frozen=True)
class Handovers:
    """Duties that a body got, or gave away; where they are many, ``parts`` are the pages that list them."""

    title: str
    anchor: str
    count: int
    moves: tuple[Moved, ...]
    parts: tuple[PartLink, ...]


def handovers(site: Site, unit: Unit) -> tuple[Handovers, ...]:
    """Give what the page of a body shows of duties that came and left."""
    path = unit_path(unit.id)
    sections = cut(path, _sections(site, unit), MOST)
    return tuple(
        Handovers(
            section.title,
            section.anchor,
            section.count,
            () if section.parts else tuple(_moved(site, path, move) for move in section.rows),
            section.parts,
        )
        for section in sections
    )


def handover_parts(site: Site, unit: Unit) -> Iterator[Page]:
    """Build the pages that a long list of duties that came or left is cut into."""
    if sum(map(len, _moves(site, unit))) > MOST:
        path = unit_path(unit.id)
        sections = _sections(site, unit, f"{unit.name}, việc ")
        # As they are named on a page one folder further down, which all parts are.
        show_part = partial(_moved, site, f"{path}{PART}/")
        yield from part_pages(site, Named(unit.name, path), "moves", sections, MOST, show_part)


def _moves(site: Site, unit: Unit) -> Sequence[Sequence[Move]]:
    return moves_of(site.fabric, unit.id)


def _sections(site: Site, unit: Unit, before: str = "") -> Iterator[IndexSection[Move]]:
    for (title, anchor), moves in zip((_CAME, _LEFT), _moves(site, unit), strict=True):
        blocks = tuple(_block(site, move) for move in moves)
        name = f"{before}{title[:1].lower()}{title[1:]}" if before else title
        yield IndexSection(name, anchor, tuple(moves), blocks)


def _block(site: Site, move: Move) -> IndexBlock[Move]:
    # By the place of the plan: many have an item of the same long name, of which an address would be too long.
    plan_id = move.new.id.partition("#")[0]
    place = place_of(site, plan_id.partition("/")[0])
    return IndexBlock(upper_first(place), (str(year_of(plan_id)), *letters(place)), (move,))


def _moved(site: Site, path: str, move: Move) -> Moved:
    # Of the plans no more is looked at than what each tells of the two bodies.
    for owed, body in ((move.old, move.handover.old), (move.new, move.handover.new)):
        note(question_to_plan(owed.id.partition("#")[0], f"unit/{body}"))
    old, new = (site.agenda.duties[owed.id].duty for owed in (move.old, move.new))
    before, after = (
        DutyPlace(duty.plan_id, duty.anchor, site.place_name(duty.plan_id, duty.path)) for duty in (old, new)
    )
    handover = move.handover
    source = origin(site, path, handover.evidence) if handover.evidence else None
    names = site.unit_name(handover.old), site.unit_name(handover.new)
    return Moved(before, after, new.title, handover.kind, *names, handover.date, source)
