"""What is to be done, as the pages show it: tasks with times to tick, where they stand, what a body has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kehoach.agenda.agenda import Share
from kehoach.agenda.checklist import Entry, Group, month_key, month_order, month_title
from kehoach.agenda.deadlines import Deadline
from kehoach.agenda.standing import STATES, Standing, summary
from kehoach.meaning.duty import Duty, clipped
from kehoach.meaning.schedules import Schedule
from kehoach.model.fields import BODIES
from kehoach.model.progress import Progress
from kehoach.pages.charts import Bar, bars
from kehoach.pages.site import Site
from kehoach.wording.letters import slug, upper_first
from kehoach.wording.pathnames import path_name


@dataclass(frozen=True)
class Time:
    """One box to tick; ``state`` is shown only where it says something: a recorded result, or that it is due soon.

    ``ahead`` tells that its day is not over on the site's day.
    """

    deadline: Deadline
    standing: Standing
    month: str
    units: str
    shown: str
    ahead: bool = False

    @property
    def key(self) -> str:
        """The name under which a browser keeps the tick."""
        return self.deadline.key

    @property
    def state(self) -> str:
        """The state's code."""
        return self.standing.state

    @property
    def name(self) -> str:
        """The period and, where the text sets one, the day."""
        return upper_first(self.deadline.period.name)


@dataclass(frozen=True)
class Task:
    """A duty on a list with its times; ``share`` says how the body of the list comes to it."""

    duty: Duty
    schedule: Schedule
    times: tuple[Time, ...]
    share: Share | None

    @property
    def title(self) -> str:
        """What is to be done in a few words; of a report the words that order it, not those of its paragraph."""
        return upper_first(clipped(self.duty.text)) if self.duty.report else self.duty.title

    @property
    def begun(self) -> str:
        """Its title without the mark that words are left out."""
        return self.title.removesuffix(" …")

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
    def next(self) -> Time | None:
        """The first time with a day that is not over on the site's day."""
        return next((time for time in self.times if time.deadline.due and time.ahead), None)


@dataclass(frozen=True)
class TaskGroup:
    """Tasks under a heading."""

    key: str
    title: str
    anchor: str
    tasks: tuple[Task, ...]
    unit: str = ""
    intro: str = ""

    @property
    def size(self) -> int:
        """How many tasks."""
        return len(self.tasks)


@dataclass(frozen=True)
class Results:
    """What can honestly be said of the results of some plans: counts, or that none is recorded."""

    recorded: bool
    example: bool
    sentence: str
    bars: tuple[Bar, ...]


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
        for duty, schedule in ((one.duty, one.schedule) for one in site.agenda.plans[plan_id])
        for unread in schedule.unread
    ]


def _place(site: Site, duty: Duty, with_plan: bool) -> str:
    return site.place_name(duty.plan_id, duty.path) if with_plan else path_name(duty.path)


def plan_deadlines(site: Site, plan_id: str) -> list[Deadline]:
    """Give all times of a plan's duties, in printed order of these."""
    return [deadline for one in site.agenda.plans[plan_id] for deadline in one.deadlines]


def task_groups(site: Site, groups: Iterable[Group], prefix: str) -> list[TaskGroup]:
    """Turn the groups of a checklist into groups of tasks with anchors."""
    return [
        TaskGroup(
            group.key,
            group.title,
            f"{prefix}-{slug(group.key)}",
            tuple(task(site, entry) for entry in group.entries),
            group.unit,
        )
        for group in groups
    ]


def task(site: Site, entry: Entry) -> Task:
    """Turn an entry of a checklist into a task."""
    duty = entry.scheduled.duty
    units = " ".join(dict.fromkeys(party.unit or slug(party.words) for party in duty.doers)) or "chua-ghi-co-quan"
    times = tuple(
        Time(
            deadline,
            site.standing(deadline),
            month_key(deadline),
            units,
            _shown(site, deadline),
            _ahead(site, deadline),
        )
        for deadline in entry.deadlines
    )
    return Task(duty, entry.scheduled.schedule, times, entry.share)


def _ahead(site: Site, deadline: Deadline) -> bool:
    return deadline.due is not None and site.when(deadline) != "đã qua"


def _shown(site: Site, deadline: Deadline) -> str:
    """Name a state where it says something; a plan without recorded results says so once, not on every line."""
    state = site.standing(deadline).state
    if state in ("not_yet_due", "due_soon") or (
        state == "no_report" and deadline.plan_id not in site.repository.progress
    ):
        return ""
    return upper_first(STATES[state])


def task_months(groups: Iterable[TaskGroup]) -> list[tuple[str, str]]:
    """Give the months, with their titles, under which the times of some tasks fall; the undated first."""
    found = {time.month for group in groups for task in group.tasks for time in task.times}
    return [(key, month_title(key)) for key in sorted(found, key=month_order)]


def unit_tasks(site: Site, unit_id: str) -> list[TaskGroup]:
    """Give a body's tasks in all plans: by role where it is named, as member of groups, taken over from others."""
    shares = sorted(site.agenda.shares(unit_id), key=lambda share: -_year(site, share))
    made = [
        _group(
            site,
            field.name,
            slug(field.name),
            [s for s in shares if s.role == field.role and not s.group and not s.from_unit],
        )
        for field in BODIES
    ]
    member = [share for share in shares if share.group and not share.from_unit]
    made.append(_group(site, "Với tư cách thành viên của nhóm", "thanh-vien", member, _MEMBER))
    taken = [share for share in shares if share.from_unit]
    made.append(_group(site, "Kế thừa từ cơ quan trước", "ke-thua", taken, _TAKEN))
    return [group for group in made if group.tasks]


_MEMBER = "Kế hoạch giao cho cả nhóm; sổ cơ quan ghi cơ quan này thuộc nhóm vào ngày của kế hoạch."
_TAKEN = (
    "Kế hoạch giao cho cơ quan nay không còn; sổ cơ quan ghi việc của cơ quan đó chuyển sang đây. Việc nào thật sự "
    "chuyển thì theo văn bản sắp xếp tổ chức."
)


def _group(site: Site, title: str, anchor: str, shares: Sequence[Share], intro: str = "") -> TaskGroup:
    tasks = tuple(task(site, Entry(share.scheduled, share.scheduled.deadlines, share)) for share in shares)
    return TaskGroup(anchor, title, anchor, tasks, intro=intro)


def _year(site: Site, share: Share) -> int:
    return site.plan(share.scheduled.duty.plan_id).year


def results(site: Site, found: Iterable[Deadline]) -> Results:
    """Say what is recorded for some deadlines on the site's day."""
    deadlines = list(found)
    progress = [recorded_for(site, plan_id) for plan_id in dict.fromkeys(d.plan_id for d in deadlines)]
    # The sentence that names the day is said only where results are recorded.
    day = site.day if any(progress) else dt.date.min
    counted = summary((site.standing(d) for d in deadlines), day)
    rows = bars((upper_first(name), counted.counts[state]) for state, name in STATES.items() if counted.counts[state])
    return Results(any(progress), any(one.example for one in progress if one), counted.sentence, tuple(rows))


def recorded_for(site: Site, plan_id: str) -> Progress | None:
    """Give the progress recorded for a plan."""
    recorded = site.repository.progress.get(plan_id)
    return recorded.progress if recorded else None
