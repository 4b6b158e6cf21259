"""The agenda: all plans' duties with their schedules and deadlines, and what each body has to do in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import starmap

from kehoach.agenda.deadlines import Deadline, in_order
from kehoach.agenda.ending import ended_remark
from kehoach.agenda.shares import Part as Part
from kehoach.agenda.shares import Share as Share
from kehoach.agenda.shares import named_body
from kehoach.agenda.timetable import Scheduled, binding, timed
from kehoach.machine.lazymapping import LazyMapping
from kehoach.machine.tracing import ASKED, Traced, note, question, shared, untraced, watched
from kehoach.meaning.fabric import OUTLINED, Fabric, LinkedPlan
from kehoach.meaning.linked import OutlinedPlan, question_to_plan
from kehoach.model.outline import Outline, Owed
from kehoach.model.plan import Plan
from kehoach.model.planid import year_of
from kehoach.model.units import Succession, Unit

OWED, YEARS = "owed", "due-in"
"""Kinds of questions: all that a body has to do, and which plans have something due in a year."""

_Given = tuple[str, Owed, str, Unit | None, Unit | None, Succession | None]
"""A part's fields: bodies are asked for what they have to do more often than for how they come to it."""

_HELD = 80
"""Plans of which the duties with their times are held at once."""
_WRITTEN = 4_000
"""Events that are held at once, each a kilobyte."""


@dataclass(frozen=True)
class Agenda:
    """Everything that is to be done, by plan, duty and body."""

    fabric: Fabric

    @cached_property
    def plans(self) -> LazyMapping[tuple[Scheduled, ...]]:
        """Per plan its duties in printed order; those of a draft bind nobody yet, so that they have no deadlines."""
        plans = untraced(self.fabric.plans)
        return LazyMapping(plans, lambda plan_id: binding(plans[plan_id]), _HELD)

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """Per plan its outline with what is due: a plan that is known so is not brought back for it."""
        return Traced(self._outlines, OUTLINED)

    @cached_property
    def _outlines(self) -> LazyMapping[Outline]:
        plans = untraced(self.fabric.plans)

        def outline(linked: LinkedPlan) -> Outline:
            return linked.outline if isinstance(linked, OutlinedPlan) else timed(linked)

        return LazyMapping(plans, lambda plan_id: outline(plans[plan_id]))

    @shared
    def years(self) -> Mapping[str, list[str]]:
        """Per year the plans with days in it, or with times that give no day; in the order of years."""
        by_year: dict[int, list[str]] = {}
        for plan_id, outline in self._outlines.items():
            own = {outline.head.year} if outline.unread else set()
            for year in own | {day.due.year for day in outline.days if day.due}:
                by_year.setdefault(year, []).append(plan_id)
        return Traced({str(year): plan_ids for year, plan_ids in sorted(by_year.items())}, f"{ASKED}{YEARS}/")

    @cached_property
    def duties(self) -> Mapping[str, Scheduled]:
        """Every duty by its id."""
        return _Duties(self.plans)

    def let_go(self, most: int = 0) -> bool:
        """Let go of all that was worked out of single plans, once it is of more than so many; tells whether it did.

        A plan's duties are held though its text never was: they are brought back by themselves.
        """
        if self.plans.held <= most:
            return False
        self.plans.forget()
        self._shares.clear()
        self.__dict__.pop("duties", None)
        return True

    def written(self, key: Hashable, write: Callable[[], bytes]) -> bytes:
        """Give a calendar event, written once for the calendars that share it."""
        if key not in self._events:
            if len(self._events) >= _WRITTEN:
                self._events.clear()
            self._events[key] = write()
        return self._events[key]

    @cached_property
    def _events(self) -> dict[Hashable, bytes]:
        return {}

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        """All deadlines of all plans, by day."""
        return in_order(d for rows in self.plans.values() for row in rows for d in row.deadlines)

    def ended_remark(self, plan_id: str) -> str:
        """Say in Vietnamese what of a plan is not counted since a body ended; empty where none did."""
        return ended_remark(self.fabric.registry, ((row.end, row.ended) for row in self.plans[plan_id]))

    def shares(self, unit_id: str, within: Container[str] | None = None) -> tuple[Share, ...]:
        """Give all that a body has to do: named itself, as member of a group, or taken over from another body.

        Membership counts where the body belonged to the group, and existed, when the plan was issued. Only what is
        ``within`` some plans, where these are named.
        """
        if within is not None:
            with watched():
                parts = [part for part in self.parts(unit_id) if part.plan_id in within]
            for part in parts:
                note(OUTLINED + part.plan_id)
                note(question_to_plan(part.plan_id, f"unit/{named_body(part, unit_id)}"))
            return tuple(self._share(unit_id, part) for part in parts)
        note(f"{ASKED}{OWED}/{unit_id}")
        if unit_id not in self._shares:
            self._shares[unit_id] = tuple(self._share(unit_id, part) for part in self.parts(unit_id))
        return self._shares[unit_id]

    @cached_property
    def _shares(self) -> dict[str, tuple[Share, ...]]:
        return {}

    def _share(self, unit_id: str, part: Part) -> Share:
        owner = part.from_unit.id if part.from_unit else unit_id
        bound = self._bound(owner, self.duties[part.owed.id])
        return Share(bound, part.role, part.group, part.from_unit, part.succession)

    def owed(self, unit_id: str) -> Iterator[tuple[str, str]]:
        """Name the duties that are a body's ``shares``, each with the question what its plan tells of who is named."""
        for part in self.parts(unit_id):
            yield part.owed.id, question_to_plan(part.plan_id, f"unit/{named_body(part, unit_id)}")

    @question("held")
    def has_held(self, unit_id: str) -> bool:
        """Tell whether a body has anything that a calendar can hold: a day, or a period that comes back."""
        for part in self.parts(unit_id):
            owner = part.from_unit.id if part.from_unit else unit_id
            outline = self._outlines[part.plan_id]
            holders = (entry.body for entry in outline.held if outline.duties[entry.duty].id == part.owed.id)
            if any(self._binds(owner, body, outline.head) for body in holders):
                return True
        return False

    def parts(self, unit_id: str) -> Iterator[Part]:
        """Give the same in outline, in the same order: no plan is looked at for it."""
        return starmap(Part, self._given(unit_id))

    def _given(self, unit_id: str) -> Iterator[_Given]:
        given_ids = set()
        for row in self._own(unit_id):
            given_ids.add(row[1].id)
            yield (*row, None, None)
        for unit, succession in self._before(unit_id):
            for row in self._own(unit.id):
                if row[1].id not in given_ids:
                    given_ids.add(row[1].id)
                    yield (*row, unit, succession)

    @question("givers")
    def givers(self, unit_id: str, year: int = 0) -> tuple[str, ...]:
        """Give the plan of each thing that a body has to do, in the same order; those of one year if asked for."""
        plan_ids = self._givers_of(unit_id)
        return tuple(plan_id for plan_id in plan_ids if year_of(plan_id) == year) if year else plan_ids

    def _givers_of(self, unit_id: str) -> tuple[str, ...]:
        if unit_id not in self._givers:
            self._givers[unit_id] = tuple(plan_id for plan_id, *_ in self._given(unit_id))
        return self._givers[unit_id]

    @cached_property
    def _givers(self) -> dict[str, tuple[str, ...]]:
        return {}

    def owners(self, unit_id: str) -> Iterator[str]:
        """Give all bodies whose duties may be a body's: itself, groups, those that went into it and their groups."""
        for body in (unit_id, *(unit.id for unit, _ in self._before(unit_id))):
            yield body
            yield from (group.id for group in self._groups(body))

    def doers(self, duty_id: str) -> frozenset[str]:
        """Give the bodies that lead or do a duty, groups resolved; empty where not all of them are known."""
        duty = self.duties[duty_id].duty
        window = self.fabric.outlines[duty.plan_id].head.window
        units = self.fabric.registry.units
        bodies: set[str] = set()
        waiting = [party.unit for party in duty.doers]
        while waiting:
            unit = units.get(waiting.pop())
            if unit is None or (unit.kind == "group" and not self.fabric.registry.groups.members(unit, *window)):
                return frozenset()
            if unit.members:
                waiting += [member.id for member in self.fabric.registry.groups.members(unit, *window)]
            else:
                bodies.add(unit.id)
        return frozenset(bodies)

    def _own(self, unit_id: str) -> Iterator[tuple[str, Owed, str, Unit | None]]:
        seen: set[str] = set()
        for plan_id, owed, role in self.fabric.owed(unit_id):
            seen.add(owed.id)
            yield plan_id, owed, role, None
        for group in self._groups(unit_id):
            for plan_id, owed, role in self.fabric.owed(group.id):
                if owed.id not in seen and self._belongs(unit_id, group, self.fabric.outlines[plan_id].head):
                    seen.add(owed.id)
                    yield plan_id, owed, role, group

    def _bound(self, unit_id: str, scheduled: Scheduled) -> Scheduled:
        """Leave a body the days that bind it: its own, those of its groups, and those that are nobody's alone."""
        if not any(deadline.body_unit for deadline in scheduled.deadlines):
            return scheduled
        plan = self.fabric.outlines[scheduled.duty.plan_id].head
        binding_days = tuple(d for d in scheduled.deadlines if self._binds(unit_id, d.body_unit, plan))
        return replace(scheduled, deadlines=binding_days)

    def _binds(self, unit_id: str, body: str, plan: Plan) -> bool:
        """Tell whether a day that binds one body alone, or none where that is empty, binds a body."""
        unit = self.fabric.registry.units.get(body)
        return unit is None or body == unit_id or bool(unit.members and self._belongs(unit_id, unit, plan))

    def _groups(self, unit_id: str) -> Iterator[Unit]:
        """The groups that a body is in, and those that they are in."""
        waiting, seen = [unit_id], {unit_id}
        while waiting:
            for group in self.fabric.registry.groups.of_unit.get(waiting.pop(0), ()):
                if group.id not in seen:
                    seen.add(group.id)
                    waiting.append(group.id)
                    yield group

    def _belongs(self, unit_id: str, group: Unit, plan: Plan) -> bool:
        if plan.id not in self._windows:
            self._windows[plan.id] = plan.window
        window = self._windows[plan.id]
        key = (unit_id, group.id, window)
        if key not in self._belonging:
            registry = self.fabric.registry
            exists = all(registry.units[scope].exists(*window) for scope in registry.scopes(unit_id))
            members = registry.groups.members(group, *window) if exists else []
            belongs = any(m.id == unit_id or (m.members and self._belongs(unit_id, m, plan)) for m in members)
            self._belonging[key] = belongs
        return self._belonging[key]

    @cached_property
    def _windows(self) -> dict[str, tuple[dt.date, dt.date]]:
        return {}

    @cached_property
    def _belonging(self) -> dict[tuple[str, str, tuple[dt.date, dt.date]], bool]:
        return {}

    def _before(self, unit_id: str) -> Iterator[tuple[Unit, Succession]]:
        """The bodies that went into a body, and those that had gone into them."""
        waiting, seen = [unit_id], {unit_id}
        while waiting:
            for unit, succession in self.fabric.registry.predecessors.get(waiting.pop(0), ()):
                if unit.id not in seen:
                    seen.add(unit.id)
                    waiting.append(unit.id)
                    yield unit, succession


class _Duties(Mapping[str, Scheduled]):
    """The duties of all plans by their ids, each of which begins with its plan's."""

    def __init__(self, plans: Mapping[str, tuple[Scheduled, ...]]) -> None:
        self._plans = plans
        self._by_plan = LazyMapping(plans, lambda plan_id: {row.duty.id: row for row in plans[plan_id]}, _HELD)

    def __getitem__(self, duty_id: str) -> Scheduled:
        return self._by_plan[duty_id.partition("#")[0]][duty_id]

    def __iter__(self) -> Iterator[str]:
        return (row.duty.id for rows in self._plans.values() for row in rows)

    def __len__(self) -> int:
        return sum(map(len, self._plans.values()))
