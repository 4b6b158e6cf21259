"""The agenda: all plans' duties with their schedules and deadlines, and what each body has to do in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kehoach.agenda.deadlines import Deadline, deadlines, in_order
from kehoach.agenda.ending import ended_remark, ending, parted
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.schedules import Schedule
from kehoach.meaning.status import Ending
from kehoach.model.fields import BODIES
from kehoach.model.plan import Plan
from kehoach.model.registry import Succession, Unit


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
class Share:
    """What a body has to do with a duty.

    ``role`` is that of the field that names it; ``group`` is the group through which it is named, ``from_unit`` the
    body that was named and whose work it took over by ``succession``; all None where the text names the body itself.
    """

    scheduled: Scheduled
    role: str
    group: Unit | None = None
    from_unit: Unit | None = None
    succession: Succession | None = None


@dataclass(frozen=True)
class Agenda:
    """Everything that is to be done, by plan, duty and body."""

    fabric: Fabric

    @cached_property
    def plans(self) -> Mapping[str, tuple[Scheduled, ...]]:
        """Per plan its duties in printed order; those of a draft bind nobody yet, so that they have no deadlines."""
        return {plan_id: _binding(linked) for plan_id, linked in self.fabric.plans.items()}

    @cached_property
    def duties(self) -> Mapping[str, Scheduled]:
        """Every duty by its id."""
        return {one.duty.id: one for scheduled in self.plans.values() for one in scheduled}

    @cached_property
    def written(self) -> dict[Hashable, bytes]:
        """Calendar events that were written already, for the calendars that share them."""
        return {}

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        """All deadlines of all plans, by day."""
        return in_order(d for one in self.duties.values() for d in one.deadlines)

    def ended_remark(self, plan_id: str) -> str:
        """Say in Vietnamese what of a plan is not counted since a body ended; empty where none did."""
        return ended_remark(self.fabric.registry, ((one.end, one.ended) for one in self.plans[plan_id]))

    @cached_property
    def _named(self) -> Mapping[str, tuple[tuple[Scheduled, str], ...]]:
        found: dict[str, list[tuple[Scheduled, str]]] = {}
        for one in self.duties.values():
            seen: set[str] = set()
            duty = one.duty
            for field in BODIES:
                for unit in dict.fromkeys(party.unit for party in duty.bodies(field.key) if party.unit):
                    if unit not in seen:
                        seen.add(unit)
                        found.setdefault(unit, []).append((one, field.role))
        return {unit: tuple(named) for unit, named in found.items()}

    def shares(self, unit_id: str) -> tuple[Share, ...]:
        """Give all that a body has to do: named itself, as member of a group, or taken over from another body.

        Membership counts where the body belonged to the group, and existed, when the plan was issued.
        """
        if unit_id not in self._shares:
            self._shares[unit_id] = self._all_shares(unit_id)
        return self._shares[unit_id]

    @cached_property
    def _shares(self) -> dict[str, tuple[Share, ...]]:
        return {}

    def _all_shares(self, unit_id: str) -> tuple[Share, ...]:
        own = list(self._own(unit_id))
        taken = {share.scheduled.duty.id for share in own}
        for unit, succession in self._before(unit_id):
            for share in self._own(unit.id):
                if share.scheduled.duty.id not in taken:
                    taken.add(share.scheduled.duty.id)
                    own.append(Share(share.scheduled, share.role, share.group, unit, succession))
        return tuple(own)

    def doers(self, duty_id: str) -> frozenset[str]:
        """Give the bodies that lead or do a duty, groups resolved; empty where not all of them are known."""
        duty = self.duties[duty_id].duty
        window = self.fabric.plans[duty.plan_id].plan.window
        units = self.fabric.registry.units
        found: set[str] = set()
        waiting = [party.unit for party in duty.doers]
        while waiting:
            unit = units.get(waiting.pop())
            if unit is None or (unit.kind == "group" and not self.fabric.registry.members(unit, *window)):
                return frozenset()
            if unit.members:
                waiting += [member.id for member in self.fabric.registry.members(unit, *window)]
            else:
                found.add(unit.id)
        return frozenset(found)

    def _own(self, unit_id: str) -> Iterator[Share]:
        seen: set[str] = set()
        for scheduled, role in self._named.get(unit_id, ()):
            seen.add(scheduled.duty.id)
            yield Share(self._bound(unit_id, scheduled), role)
        for group in self._groups(unit_id):
            for scheduled, role in self._named.get(group.id, ()):
                duty = scheduled.duty
                if duty.id not in seen and self._belongs(unit_id, group, self.fabric.plans[duty.plan_id].plan):
                    seen.add(duty.id)
                    yield Share(self._bound(unit_id, scheduled), role, group)

    def _bound(self, unit_id: str, scheduled: Scheduled) -> Scheduled:
        """Leave a body the days that bind it: its own, those of its groups, and those that are nobody's alone."""
        if not any(deadline.body_unit for deadline in scheduled.deadlines):
            return scheduled
        plan = self.fabric.plans[scheduled.duty.plan_id].plan
        units = self.fabric.registry.units
        own = {d.body_unit for d in scheduled.deadlines if d.body_unit == unit_id}
        own |= {
            d.body_unit
            for d in scheduled.deadlines
            if d.body_unit and units[d.body_unit].members and self._belongs(unit_id, units[d.body_unit], plan)
        }
        kept = tuple(d for d in scheduled.deadlines if not d.body_unit or d.body_unit in own)
        return replace(scheduled, deadlines=kept)

    def _groups(self, unit_id: str) -> Iterator[Unit]:
        """The groups that a body is in, and those that they are in."""
        waiting, seen = [unit_id], {unit_id}
        while waiting:
            for group in self.fabric.registry.groups_of.get(waiting.pop(0), ()):
                if group.id not in seen:
                    seen.add(group.id)
                    waiting.append(group.id)
                    yield group

    def _belongs(self, unit_id: str, group: Unit, plan: Plan) -> bool:
        key = (unit_id, group.id, plan.window)
        if key not in self._belonging:
            registry = self.fabric.registry
            there = all(registry.units[scope].exists(*plan.window) for scope in registry.scopes(unit_id))
            members = registry.members(group, *plan.window) if there else []
            found = any(m.id == unit_id or (m.members and self._belongs(unit_id, m, plan)) for m in members)
            self._belonging[key] = found
        return self._belonging[key]

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


@dataclass(frozen=True)
class Timetable:
    """A plan's duties with their times, in printed order."""

    rows: tuple[Scheduled, ...]


def _binding(linked: LinkedPlan) -> tuple[Scheduled, ...]:
    found = scheduled(linked)
    return found if linked.plan.status != "draft" else tuple(replace(one, deadlines=(), ended=()) for one in found)


def scheduled(linked: LinkedPlan) -> tuple[Scheduled, ...]:
    """Give a plan's duties in printed order, with their times."""
    return linked.part(Timetable, lambda: Timetable(tuple(_scheduled(linked)))).rows


def _scheduled(linked: LinkedPlan) -> Iterator[Scheduled]:
    for duty, schedule in zip(linked.duties, linked.reading.times, strict=True):
        end = ending(linked.linker.registry, linked.plan, duty)
        found = (_with_body(linked, deadline) for deadline in deadlines(duty, schedule, linked.plan))
        kept, after = parted(found, end)
        yield Scheduled(duty, schedule, kept, after, end if after else None)


def _with_body(linked: LinkedPlan, deadline: Deadline) -> Deadline:
    """Name by its id the body that alone a day binds, where its words are one known name."""
    if not deadline.body:
        return deadline
    found = linked.linker.mentions(deadline.body, linked.linker.context(linked.plan))
    units = [mention.target for mention in found if mention.kind == "unit" and mention.target]
    return replace(deadline, body_unit=units[0]) if len(units) == 1 else deadline
