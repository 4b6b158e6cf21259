"""Checklists: what is to be done, grouped by body and by month, for a plan or for a body across all plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kehoach.agenda.agenda import Agenda, Share
from kehoach.agenda.deadlines import Deadline, in_order
from kehoach.agenda.timetable import Scheduled
from kehoach.meaning.parties import Party
from kehoach.meaning.schedules import PERIOD_KINDS, Recurrence

ALL_YEAR = "ca-nam"
UNDATED = "khong-ghi"
NOBODY = "chua-ghi-co-quan"


@dataclass(frozen=True)
class ChecklistEntry:
    """A duty on a checklist with the times to tick; ``share`` says how the body of the list comes to it."""

    scheduled: Scheduled
    deadlines: tuple[Deadline, ...]
    share: Share | None = None


@dataclass(frozen=True)
class ChecklistGroup:
    """Entries under one heading; ``key`` is a unit id, words, a month ``2025-03``, ``ca-nam`` or ``khong-ghi``."""

    key: str
    title: str
    entries: tuple[ChecklistEntry, ...]
    unit: str = ""


@dataclass(frozen=True)
class Checklist:
    """The same duties by body and by month; groups without entries are left out."""

    by_body: tuple[ChecklistGroup, ...]
    by_month: tuple[ChecklistGroup, ...]

    @property
    def size(self) -> int:
        """How many duties there are."""
        return len({entry.scheduled.duty.id for group in self.by_month for entry in group.entries})


def plan_checklist(agenda: Agenda, plan_id: str) -> Checklist:
    """Make the checklist of a plan; raises KeyError for a plan that is not held."""
    entries = [ChecklistEntry(row, row.deadlines) for row in agenda.plans[plan_id]]
    return Checklist(tuple(_by_body(agenda, entries)), by_month(entries))


def _by_body(agenda: Agenda, entries: Iterable[ChecklistEntry]) -> Iterator[ChecklistGroup]:
    """Group by who leads or does a duty; a duty of several bodies stands under each."""
    bodies: dict[str, list[ChecklistEntry]] = {}
    titles: dict[str, tuple[str, str]] = {}
    for entry in entries:
        duty = entry.scheduled.duty
        for party in duty.doers or (Party("", ""),):
            key, title = _body(agenda, party)
            titles.setdefault(key, (title, party.unit))
            if entry not in bodies.setdefault(key, []):
                bodies[key].append(entry)
    for key in sorted(bodies, key=lambda key: (key == NOBODY,)):
        yield ChecklistGroup(key, titles[key][0], tuple(bodies[key]), titles[key][1])


def _body(agenda: Agenda, party: Party) -> tuple[str, str]:
    if not party.words and not party.unit:
        return NOBODY, "Bản in không nêu cơ quan"
    unit = agenda.fabric.registry.units.get(party.unit)
    if unit is None:
        return party.words, party.words
    return unit.id, unit.full_names[0] if unit.full_names else unit.name


def by_month(entries: Iterable[ChecklistEntry]) -> tuple[ChecklistGroup, ...]:
    """Group by the month in which a deadline falls, or its period ends; first what goes on all year or is undated."""
    months: dict[str, list[ChecklistEntry]] = {}
    for entry in entries:
        for deadline in in_order(entry.deadlines):
            key = month_key(deadline)
            months.setdefault(key, []).append(ChecklistEntry(entry.scheduled, (deadline,), entry.share))
    return tuple(
        ChecklistGroup(key, month_title(key), tuple(sorted(months[key], key=_day)))
        for key in sorted(months, key=month_order)
    )


def _day(entry: ChecklistEntry) -> tuple[str, str]:
    deadline = entry.deadlines[0]
    return (deadline.due.isoformat() if deadline.due else "9", deadline.plan_id)


def month_key(deadline: Deadline) -> str:
    """Tell under which month a deadline stands: ``2025-03``, or whether it goes on all year or has no time stated."""
    if deadline.due:
        return f"{deadline.due:%Y-%m}"
    if deadline.recurrence in PERIOD_KINDS:
        return f"{deadline.period.end:%Y-%m}"
    return ALL_YEAR if deadline.recurrence is Recurrence.CONTINUOUS else UNDATED


def month_order(key: str) -> str:
    """Sort what goes on all year and what is undated before the months."""
    return {ALL_YEAR: "0", UNDATED: "1"}.get(key, key)


def month_title(key: str) -> str:
    """Name a month key in Vietnamese."""
    if key == ALL_YEAR:
        return "Thường xuyên, cả năm"
    if key == UNDATED:
        return "Không ghi thời gian, hoặc khi có việc"
    year, _, month = key.partition("-")
    return f"Tháng {int(month)}/{year}"
