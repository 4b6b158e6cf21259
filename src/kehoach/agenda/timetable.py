"""A plan's timetable: its duties in printed order, each with its schedule and the days on which it is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.agenda.deadlines import Deadline, deadlines
from kehoach.agenda.ending import ending, parted
from kehoach.meaning.duty import Duty
from kehoach.meaning.linked import LinkedPlan
from kehoach.meaning.schedules import Schedule
from kehoach.meaning.status import Ending
from kehoach.model.outline import Day, Held, Outline


@dataclass(frozen=True)
class Scheduled:
    """A duty with its schedule and all times that it is to be done, in order.

    ``ended`` are those that fall after the ``end`` of a body that owes or receives it: nobody has to keep them.
    """

    duty: Duty
    schedule: Schedule
    deadlines: tuple[Deadline, ...]
    ended: tuple[Deadline, ...] = ()
    end: Ending | None = None


@dataclass(frozen=True)
class Timetable:
    """A plan's duties with their times, in printed order."""

    rows: tuple[Scheduled, ...]


def timed(linked: LinkedPlan) -> Outline:
    """Give a plan's outline with what is due."""
    rows = binding(linked)
    by_place = [(place, deadline) for place, row in enumerate(rows) for deadline in row.deadlines]
    return replace(
        linked.outline,
        days=tuple(Day(deadline.due, deadline.last_day) for _, deadline in by_place),
        held=tuple(dict.fromkeys(Held(place, deadline.body_unit) for place, deadline in by_place if deadline.is_held)),
        unread=any(row.schedule.unread for row in rows),
    )


def binding(linked: LinkedPlan) -> tuple[Scheduled, ...]:
    """Give a plan's duties with the times that bind; those of a draft bind nobody yet."""
    rows = scheduled(linked)
    return rows if linked.status != "draft" else tuple(replace(row, deadlines=(), ended=()) for row in rows)


def scheduled(linked: LinkedPlan) -> tuple[Scheduled, ...]:
    """Give a plan's duties in printed order, with their times."""
    return linked.part(Timetable, lambda: Timetable(tuple(_scheduled(linked)))).rows


def _scheduled(linked: LinkedPlan) -> Iterator[Scheduled]:
    for duty, schedule in zip(linked.duties, linked.reading.times, strict=True):
        end = ending(linked.linker.registry, linked.plan, duty)
        dated = (_with_body(linked, deadline) for deadline in deadlines(duty, schedule, linked.plan))
        before, after = parted(dated, end)
        yield Scheduled(duty, schedule, before, after, end if after else None)


def _with_body(linked: LinkedPlan, deadline: Deadline) -> Deadline:
    """Name by its id the body that alone a day binds, where its words are one known name."""
    if not deadline.body:
        return deadline
    mentions = linked.linker.mentions(deadline.body, linked.linker.context(linked.plan))
    units = [mention.target for mention in mentions if mention.kind == "unit" and mention.target]
    return replace(deadline, body_unit=units[0]) if len(units) == 1 else deadline
