"""What is to be done, as the pages show it: tasks with times to tick, where they stand, what a body has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from kehoach.agenda.agenda import Share
from kehoach.agenda.checklist import ChecklistEntry, ChecklistGroup, month_key, month_order, month_title
from kehoach.agenda.deadlines import Deadline
from kehoach.agenda.standing import STATES
from kehoach.meaning.duty import Duty, clipped
from kehoach.meaning.schedules import Recurrence, Schedule
from kehoach.meaning.status import Stage
from kehoach.model.fields import BODIES
from kehoach.model.planid import year_of
from kehoach.model.progress import Result
from kehoach.model.units import Contact
from kehoach.pages.duties import DutyView, duty_view
from kehoach.pages.namedlinks import Named
from kehoach.pages.page import unit_path
from kehoach.pages.results import results_behind
from kehoach.pages.site import Site
from kehoach.wording.letters import slug, upper_first
from kehoach.wording.pathnames import path_name

TICKING = ("assets/javascripts/checklist.js",)
"""What keeps ticks in the visitor's browser and filters a list."""


@dataclass(frozen=True)
class TaskTime:
    """One box to tick; ``state`` is shown only where it says something: a recorded result, or that it is due soon.

    ``key`` is the name under which a browser keeps the tick, ``name`` the period; ``when`` says how its day stands to
    the site's, and ``ahead`` that it is not over. ``results`` are told with the one body that each is about.
    """

    key: str
    name: str
    state: str
    shown: str
    month: str
    units: str
    recurrence: Recurrence
    due: dt.date | None
    when: str
    ahead: bool
    days_after: int
    body: str
    condition: str
    off: str
    results: tuple[tuple[str, Result], ...]


@dataclass(frozen=True)
class Inherited:
    """The body that a duty was taken over from, since when, and how certain that is."""

    name: str
    path: str
    date: dt.date
    certainty: str


@dataclass(frozen=True)
class UnreadWords:
    """Printed words of time that were not read, and why."""

    words: str
    why: str


@dataclass(frozen=True)
class PrintedTime:
    """What is printed of a duty's time: words, how often it comes back by them, how they were read, what was not."""

    words: str
    name: str
    reading: str
    unread: tuple[UnreadWords, ...]


@dataclass(frozen=True)
class Task:
    """A duty on a list with its times.

    ``role``, ``group`` and ``inherited`` say how the body of the list comes to it; ``stages`` are those of its plan,
    where a list tells them.
    """

    duty: DutyView
    title: str
    schedule: PrintedTime
    times: tuple[TaskTime, ...]
    role: str = ""
    group: Named | None = None
    inherited: Inherited | None = None
    stages: tuple[Stage, ...] = ()

    @property
    def begun(self) -> str:
        """Its title; where words are left out in the midst of a clause, up to that clause, or else all its words.

        The rest stands right behind it: a cut between the syllables of a word would show.
        """
        words = self.title.removesuffix(" …")
        if words == self.title or not self.duty.text.lower().startswith(words.lower()):
            return words
        end = max(words.rfind(", "), words.rfind("; "))
        return words[:end] if end > len(words) // 2 else words + self.duty.text[len(words) :].rstrip(" .:;")

    @property
    def rest(self) -> str:
        """How its printed words go on, where the title is their beginning."""
        text = self.duty.text
        return text[len(self.begun) :].rstrip(" .:;") if text.lower().startswith(self.begun.lower()) else ""

    @property
    def sentence(self) -> str:
        """Its printed words, where its title is a heading."""
        return "" if self.duty.text.lower().startswith(self.begun.lower()) else self.duty.text

    @property
    def role_name(self) -> str:
        """In what quality the body of the list has it, in a word or two."""
        return upper_first(next((field.name for field in BODIES if field.role == self.role), ""))

    @property
    def next(self) -> TaskTime | None:
        """The first time with a day that is not over on the site's day."""
        return next((time for time in self.times if time.ahead), None)


@dataclass(frozen=True)
class TaskGroup:
    """Tasks under a heading.

    ``contact`` says how to reach the body that they are of, by the registry; ``stages`` are those of the plan that they
    are of, where a list tells them.
    """

    key: str
    title: str
    anchor: str
    tasks: tuple[Task, ...]
    unit: str = ""
    contact: Contact | None = None
    intro: str = ""
    stages: tuple[Stage, ...] = ()

    @property
    def size(self) -> int:
        """How many tasks."""
        return len(self.tasks)


@dataclass(frozen=True)
class UnreadTime:
    """Printed words of time that give no date; ``place`` names the duty that they stand in, at ``anchor``."""

    words: str
    why: str
    plan_id: str
    anchor: str
    place: str


def unread_times(site: Site, plan_id: str, with_plan: bool = False) -> list[UnreadTime]:
    """List the times of a plan's duties that were not read, in printed order."""
    return [
        UnreadTime(unread.words, unread.why, plan_id, duty.anchor, _place(site, duty, with_plan))
        for duty, schedule in ((row.duty, row.schedule) for row in site.agenda.plans[plan_id])
        for unread in schedule.unread
    ]


def _place(site: Site, duty: Duty, with_plan: bool) -> str:
    return site.place_name(duty.plan_id, duty.path) if with_plan else path_name(duty.path)


def task_groups(site: Site, groups: Iterable[ChecklistGroup], prefix: str) -> list[TaskGroup]:
    """Turn the groups of a checklist into groups of tasks with anchors."""
    return [
        TaskGroup(
            group.key,
            group.title,
            f"{prefix}-{slug(group.key)}",
            tuple(task(site, entry) for entry in group.entries),
            group.unit,
            _contact(site, group.unit),
        )
        for group in groups
    ]


def _contact(site: Site, unit_id: str) -> Contact | None:
    unit = site.registry.units.get(unit_id)
    return unit.contact if unit else None


def task(site: Site, entry: ChecklistEntry) -> Task:
    """Turn an entry of a checklist into a task."""
    duty, share = entry.scheduled.duty, entry.share
    units = " ".join(dict.fromkeys(party.unit or slug(party.words) for party in duty.doers)) or "chua-ghi-co-quan"
    # Of a report the words that order it are its title, not those of its paragraph.
    title = upper_first(clipped(duty.text)) if duty.report else duty.title
    times = tuple(_time(site, deadline, units) for deadline in entry.deadlines)
    own = Task(duty_view(site, duty), title, _printed_time(entry.scheduled.schedule), times)
    return replace(own, role=share.role, group=_group_of(share), inherited=_inherited(share)) if share else own


def _printed_time(schedule: Schedule) -> PrintedTime:
    unread = tuple(UnreadWords(unread.words, unread.why) for unread in schedule.unread)
    return PrintedTime(schedule.words, schedule.name, schedule.reading, unread)


def _group_of(share: Share) -> Named | None:
    return Named(share.group.name, unit_path(share.group.id)) if share.group else None


def _inherited(share: Share) -> Inherited | None:
    before, succession = share.from_unit, share.succession
    return (
        Inherited(before.name, unit_path(before.id), succession.date, succession.evidence.certainty)
        if before and succession
        else None
    )


def _time(site: Site, deadline: Deadline, units: str) -> TaskTime:
    standing = site.standing(deadline)
    when = site.when(deadline.plan_id, deadline.due) if deadline.due else ""
    return TaskTime(
        deadline.key,
        upper_first(deadline.period.name),
        standing.state,
        _shown(site, deadline.plan_id, standing.state),
        month_key(deadline),
        units,
        deadline.recurrence,
        deadline.due,
        when,
        deadline.due is not None and when != "đã qua",
        standing.days_after,
        deadline.body,
        deadline.condition,
        deadline.off,
        results_behind(site, standing),
    )


def _shown(site: Site, plan_id: str, state: str) -> str:
    """Name a state where it says something; a plan without recorded results says so once, not on every line."""
    if state in ("not_yet_due", "due_soon") or (state == "no_report" and plan_id not in site.repository.progress):
        return ""
    return upper_first(STATES[state])


def task_months(groups: Iterable[TaskGroup]) -> list[tuple[str, str]]:
    """Give the months, with their titles, under which the times of some tasks fall; the undated first."""
    months = {time.month for group in groups for task in group.tasks for time in task.times}
    return [(key, month_title(key)) for key in sorted(months, key=month_order)]


def unit_tasks(site: Site, unit_id: str, plans: Container[str]) -> list[TaskGroup]:
    """Give a body's tasks in some plans: by role where it is named, as member of groups, taken over from others."""
    shares = sorted(site.agenda.shares(unit_id, plans), key=lambda share: -year_of(share.scheduled.duty.plan_id))
    groups = [
        _group(
            site,
            field.name,
            slug(field.name),
            [s for s in shares if s.role == field.role and not s.group and not s.from_unit],
        )
        for field in BODIES
    ]
    member = [share for share in shares if share.group and not share.from_unit]
    groups.append(_group(site, "Với tư cách thành viên của nhóm", "thanh-vien", member, _MEMBER))
    inherited = [share for share in shares if share.from_unit]
    groups.append(_group(site, "Kế thừa từ cơ quan trước", "ke-thua", inherited, _TAKEN))
    return [group for group in groups if group.tasks]


_MEMBER = "Kế hoạch giao cho cả nhóm; sổ cơ quan ghi cơ quan này thuộc nhóm vào ngày của kế hoạch."
_TAKEN = (
    "Kế hoạch giao cho cơ quan nay không còn; sổ cơ quan ghi việc của cơ quan đó chuyển sang đây. Việc nào thật sự "
    "chuyển thì theo văn bản sắp xếp tổ chức."
)


def _group(site: Site, title: str, anchor: str, shares: Sequence[Share], intro: str = "") -> TaskGroup:
    tasks = tuple(task(site, ChecklistEntry(share.scheduled, share.scheduled.deadlines, share)) for share in shares)
    return TaskGroup(anchor, title, anchor, tasks, intro=intro)
