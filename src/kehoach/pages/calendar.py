"""The calendar: every dated deadline of a year, month by month, as a grid and as a list."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any, ClassVar

from kehoach.agenda.deadlines import Deadline
from kehoach.exports.calendar import has_calendar, short_title
from kehoach.machine.tracing import note, watched
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import OUTLINED
from kehoach.meaning.linked import due_in, question_to_plan
from kehoach.pages.months import Overview, days_of, is_long, month_anchor, overviews, weeks_of
from kehoach.pages.namedlinks import Named
from kehoach.pages.page import CALENDAR, Heading, Page, calendar_path, unit_file
from kehoach.pages.parting import LINES, IndexSection, PartLink, by_place, cut, part_pages
from kehoach.pages.site import Site
from kehoach.pages.tasks import UnreadTime, unread_times
from kehoach.pages.view import View
from kehoach.wording.letters import slug

NEXT = 5


@dataclass(frozen=True)
class CalendarItem:
    """A deadline in the calendar: its day, how this stands to the site's, and what is due from whom by which words.

    ``duty`` is the anchor of the duty in its plan, ``place`` its place in words; ``find`` is what a filter looks in.
    """

    anchor: str
    due: dt.date
    period: str
    title: str
    is_report: bool
    plan_id: str
    duty: str
    place: str
    who: str
    words: str
    reading: str
    body: str
    off: str
    early: bool
    find: str
    when: str = ""


@dataclass(frozen=True)
class Month:
    """A month with its deadlines; ``weeks`` holds seven days each, 0 where a day is of another month."""

    year: int
    month: int
    items: tuple[CalendarItem, ...]
    weeks: tuple[tuple[int, ...], ...]

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return month_anchor(self.year, self.month)

    def on(self, day: int) -> list[CalendarItem]:
        """The deadlines of a day."""
        return [item for item in self.items if item.due.day == day]


@dataclass(frozen=True)
class CalendarView(View):
    """A year's calendar; the front page also has the next deadlines and the files of bodies, the others none.

    Of a long year there are only the ``overviews`` of its months; ``unread_parts`` stand for ``unread`` that is long.
    """

    template: ClassVar[str] = "calendar.html.j2"

    title: str
    front: bool
    day: dt.date | None
    year: int
    years: tuple[int, ...]
    months: tuple[Month, ...]
    next: tuple[CalendarItem, ...]
    units: tuple[Named, ...]
    unread: tuple[UnreadTime, ...]
    overviews: tuple[Overview, ...] = ()
    unread_parts: tuple[PartLink, ...] = ()


def calendar_page(site: Site, own_year: int | None = None) -> Page:
    """Build the calendar of a year, or the front page: the calendar of the site's year, and what is next."""
    years = [*map(int, site.agenda.years)]
    year = own_year or max((year for year in years if year <= site.day.year), default=(years or [site.day.year])[0])
    path = calendar_path(own_year) if own_year else CALENDAR
    view = _view(site, not own_year, year, years)
    toc = [Heading("Đăng ký lịch", "dang-ky"), Heading("Sắp tới", "sap-toi")] if view.front else []
    toc += [Heading(f"Tháng {month.month}/{month.year}", month.anchor) for month in view.months]
    toc += [Heading(f"Tháng {month.month}/{month.year}", month.anchor) for month in view.overviews]
    toc += [Heading("Chưa đọc được", "chua-doc-duoc")] if view.unread or view.unread_parts else []
    description = f"Hạn báo cáo và hạn của các việc có ngày trong năm {year}."
    return Page(path, view.title, site.lay_out(path, view), tuple(toc), description)


def _view(site: Site, front: bool, year: int, years: list[int]) -> CalendarView:
    days = days_of(site, year)
    of_months = overviews(year, days) if is_long(days) else ()
    items = [] if of_months else [item for item in items_of(site, days) if item.due.year == year]
    unread = unread_of(site, year)
    parts = unread.parts if unread else ()
    return CalendarView(
        "Lịch" if front else f"Lịch năm {year}",
        front,
        site.day if front else None,
        year,
        tuple(years),
        tuple(month for number in range(1, 13) if (month := month_with(year, number, items)).items),
        next_items(site) if front else (),
        _subscribers(site) if front else (),
        unread.rows if unread and not parts else (),
        of_months,
        parts,
    )


def unread_of(site: Site, year: int) -> IndexSection[UnreadTime] | None:
    """Give the times of the plans of a year that give no day, in parts where they are many; None without any."""
    plans = (site.plan(p) for p in site.agenda.years.get(str(year), ()) if site.agenda.outlines[p].unread)
    own = (plan for plan in plans if plan.year == year)
    rows = [(plan.issuer, UnreadTime(**row)) for plan in own for row in _plan_data(site, plan.id)["unread"]]
    times = tuple(row for _, row in rows)
    section = IndexSection("Mốc thời gian chưa đọc được", "chua-doc-duoc", times, by_place(site, rows))
    return next(iter(cut(calendar_path(year), [section], LINES)), None)


def unread_pages(site: Site, year: int) -> Iterator[Page]:
    """Build the pages of the times that give no day, where these are many."""
    if (section := unread_of(site, year)) and section.parts:
        above = Named(f"Lịch năm {year}", calendar_path(year))
        yield from part_pages(site, above, "unread", [section], LINES)


def month_with(year: int, number: int, items: Iterable[CalendarItem]) -> Month:
    """Give a month with those of some deadlines that are in it."""
    return Month(year, number, tuple(item for item in items if item.due.month == number), weeks_of(year, number))


def _plan_data(site: Site, plan_id: str) -> dict[str, Any]:
    """Give what the calendar tells of a plan, as plain data: its dated deadlines, and times that give no day."""

    def make() -> bytes:
        dated = [(n, d, row.duty) for n, row in enumerate(site.agenda.plans[plan_id]) for d in row.deadlines]
        items = [(n, d.period.key, asdict(_item(site, d, d.due, duty))) for n, d, duty in dated if d.due]
        unread = [asdict(row) for row in unread_times(site, plan_id, with_plan=True)]
        return json.dumps({"items": items, "unread": unread}, ensure_ascii=False, default=str).encode()

    data: dict[str, Any] = json.loads(site.piece("calendar", plan_id, make))
    return data


def items_of(site: Site, plan_ids: Iterable[str]) -> Iterator[CalendarItem]:
    """Give all dated deadlines of some plans, by day and plan, then as printed and by period."""
    yield from _in_order(site, ((plan_id, _plan_data(site, plan_id)) for plan_id in plan_ids))


def items_in(site: Site, plan_ids: Iterable[str], year: int, month: int) -> list[CalendarItem]:
    """Give those of a month.

    Of the plans no more is looked at than their outlines and what each tells of the month.
    """
    for plan_id in plan_ids:
        note(OUTLINED + plan_id)
        note(question_to_plan(plan_id, due_in(year, month)))
    with watched():
        by_plan = [(plan_id, _plan_data(site, plan_id)) for plan_id in plan_ids]
    own = ((plan_id, _due_in(entry, f"{year}-{month:02d}-")) for plan_id, entry in by_plan)
    return list(_in_order(site, own))


def _due_in(entry: dict[str, Any], days: str) -> dict[str, Any]:
    return {"items": [item for item in entry["items"] if item[-1]["due"].startswith(days)]}


def _in_order(site: Site, by_plan: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[CalendarItem]:
    rows = [(row["due"], plan_id, *order, row) for plan_id, entry in by_plan for *order, row in entry["items"]]
    for due, plan_id, *_, row in sorted(rows, key=lambda row: row[:-1]):
        day = dt.date.fromisoformat(due)
        yield CalendarItem(**{**row, "due": day, "when": site.when(plan_id, day)})


def _item(site: Site, deadline: Deadline, due: dt.date, duty: Duty) -> CalendarItem:
    title = short_title(duty)
    lead = " ".join(party.words for party in duty.lead)
    return CalendarItem(
        anchor=f"han-{slug(deadline.key)}",
        due=due,
        period=deadline.period.name,
        title=title,
        is_report=duty.report is not None,
        plan_id=duty.plan_id,
        duty=duty.anchor,
        place=site.place_name(duty.plan_id, duty.path),
        who="; ".join(party.words for party in duty.lead + duty.implementers),
        words=deadline.words,
        reading=deadline.reading,
        body=deadline.body,
        off=deadline.off,
        early=deadline.early,
        find=f"{title} {duty.text} {site.place_name(duty.plan_id)} {lead}",
    )


def next_items(site: Site, limit: int = NEXT) -> tuple[CalendarItem, ...]:
    """Give the next deadlines from the site's day on."""
    today = site.day
    days = {
        plan_id: sorted(day.due for day in outline.days if day.due and day.due >= today)
        for plan_id, outline in site.agenda.outlines.items()
    }
    first = sorted(day for dues in days.values() for day in dues[:limit])[:limit]
    plans = [plan_id for plan_id, dues in days.items() if dues and dues[0] in first]
    return tuple(islice((item for item in items_of(site, plans) if item.due >= today), limit))


def _subscribers(site: Site) -> tuple[Named, ...]:
    """The bodies that have a calendar of their own, each with its file; none where they are many."""
    if len(site.registry.units) > LINES:
        return ()
    units = (unit for unit in site.registry.units.values() if has_calendar(site.agenda, unit.id))
    return tuple(Named(unit.name, unit_file(unit.id, ".ics")) for unit in units)
