"""The page of a body: what it has to do, its plans, what it was and became, what went from body to body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from kehoach.exports.calendar import has_calendar
from kehoach.meaning.status import Stage
from kehoach.model.units import Contact, Succession, Unit
from kehoach.pages.dutyfiles import unit_downloads
from kehoach.pages.handovers import Handovers, handover_parts, handovers
from kehoach.pages.membership import Membership, memberships, other_groups, rule
from kehoach.pages.namedlinks import Named, NamedPlan, Origin, cited, origin, unit_called
from kehoach.pages.officetasks import OfficeTasks, office_tasks
from kehoach.pages.page import Heading, Page, unit_path
from kehoach.pages.results import Results, results
from kehoach.pages.site import Site
from kehoach.pages.tasks import TICKING, task_months
from kehoach.pages.unitlists import UnitList, list_parts, unit_members, unit_plans
from kehoach.pages.view import View
from kehoach.pages.vocabulary import LEVELS, UNIT_KINDS
from kehoach.pages.yearly import MentionPlaces, Tasks, places
from kehoach.pages.yearly import tasks as tasks_of


@dataclass(frozen=True)
class BodyChange:
    """What a body came from or became: the event, its day, the other bodies."""

    event: str
    date: dt.date
    bodies: tuple[Named, ...]
    note: Markup
    origin: Origin


@dataclass(frozen=True)
class Organisation:
    """What the registry knows of a body: where it belongs, its days, other names, bodies before, after and within it.

    ``within`` is the authority whose area it is in, where the body above it is not known; ``names`` are all its names.
    ``rule`` says of a group whom it takes in, ``outside`` are groups with duties that a body with duties is not in.
    """

    parent: Named | None
    within: Named | None
    start: dt.date | None
    end: dt.date | None
    names: tuple[str, ...]
    note: Markup
    origin: Origin
    before: tuple[BodyChange, ...]
    after: tuple[BodyChange, ...]
    members: UnitList[Named]
    rule: str
    groups: tuple[Membership, ...]
    outside: tuple[Membership, ...]


@dataclass(frozen=True)
class UnitView(View):
    """A body; ``cut`` tells of its tasks in other years."""

    template: ClassVar[str] = "unit.html.j2"

    name: str
    kind: str
    level: str
    standing: tuple[Stage, ...]
    contact: Contact | None
    contact_origin: Origin | None
    organisation: Organisation
    cut: Tasks
    office: OfficeTasks
    months: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str, str], ...]
    dated: bool
    results: Results
    plans: UnitList[NamedPlan]
    moved: tuple[Handovers, ...]
    mentions: MentionPlaces


def unit_pages(site: Site, unit: Unit) -> Iterator[Page]:
    """Build the page of a body, and those of duties that came and left where these are many."""
    path, view = unit_path(unit.id), unit_view(site, unit)
    sections = (
        (Heading("Việc phải làm", "viec", tuple(Heading(g.title, g.anchor) for g in view.office.now)), view.cut.groups),
        (Heading(view.office.past_title, "viec-da-qua"), view.office.past),
        (Heading("Kế hoạch của cơ quan này", "ke-hoach"), view.plans.count),
        (Heading("Tổ chức", "to-chuc"), True),
        (Heading("Việc chuyển giao", "chuyen-giao"), view.moved),
        (Heading("Được nhắc đến", "nhac-den"), view.mentions.plans),
    )
    toc = tuple(heading for heading, is_shown in sections if is_shown)
    level = LEVELS[unit.level].lower()
    description = f"{unit.name}: {UNIT_KINDS[unit.kind].lower()}, {level}; kế hoạch, việc phải làm, nơi được nhắc đến."
    yield Page(path, unit.name, site.lay_out(path, view), toc, description, scripts=TICKING)
    yield from handover_parts(site, unit)
    yield from list_parts(site, unit)


def unit_view(site: Site, unit: Unit) -> UnitView:
    """Gather what the page of a body shows."""
    path, cut = unit_path(unit.id), tasks_of(site, unit.id)
    office = office_tasks(site, cut.groups)
    return UnitView(
        name=unit.name,
        kind=unit.kind,
        level=unit.level,
        standing=site.stages(unit.id),
        contact=unit.contact,
        contact_origin=origin(site, path, unit.contact.evidence) if unit.contact else None,
        organisation=_organisation(site, unit, path, bool(cut.groups)),
        cut=cut,
        office=office,
        months=tuple(task_months(office.now)),
        files=tuple(unit_downloads(site, unit.id)),
        dated=has_calendar(site.agenda, unit.id),
        results=results(site, ((t.duty.plan_id, time.state) for g in cut.groups for t in g.tasks for time in t.times)),
        plans=unit_plans(site, unit),
        moved=handovers(site, unit),
        mentions=places(site, path, "unit", unit.id, quoted=False),
    )


def _organisation(site: Site, unit: Unit, path: str, has_tasks: bool) -> Organisation:
    registry = site.registry
    return Organisation(
        parent=unit_called(site, unit.parent) if unit.parent in registry.units else None,
        within=unit_called(site, unit.within) if unit.within in registry.units else None,
        start=unit.start,
        end=unit.end,
        names=unit.full_names + unit.names + unit.self_names,
        note=cited(site, path, unit.note),
        origin=origin(site, path, unit.lifetime or unit.evidence),
        before=tuple(
            _change(site, path, succession, (other.id,)) for other, succession in registry.predecessors.get(unit.id, ())
        ),
        after=tuple(_change(site, path, succession, succession.into) for succession in unit.successions),
        members=unit_members(site, unit),
        rule=rule(site, unit) if unit.members else "",
        groups=memberships(site, unit),
        outside=other_groups(site, unit) if has_tasks else (),
    )


def _change(site: Site, path: str, succession: Succession, unit_ids: tuple[str, ...]) -> BodyChange:
    unit_names = tuple(unit_called(site, unit_id) for unit_id in unit_ids)
    return BodyChange(
        succession.event,
        succession.date,
        unit_names,
        cited(site, path, succession.note),
        origin(site, path, succession.evidence),
    )
