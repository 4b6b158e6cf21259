"""The calendar: every dated deadline of a year, month by month, as a grid and as a list."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from kehoach.agenda.deadlines import Deadline, dated, upcoming
from kehoach.exports.calendar import has_calendar, short_title
from kehoach.meaning.duty import Duty
from kehoach.pages.named import Named
from kehoach.pages.page import CALENDAR, Heading, Page, calendar_path, unit_file
from kehoach.pages.site import Site
from kehoach.pages.tasks import UnreadTime, unread_times
from kehoach.pages.view import View
from kehoach.wording.letters import slug

NEXT = 5


@dataclass(frozen=True)
class Item:
    """A deadline in the calendar: its day, how this stands to the site's, and what is due from whom by which words.

    ``duty`` is the anchor of the duty in its plan, ``place`` its place in words; ``find`` is what a filter looks in.
    """

    anchor: str
    due: dt.date
    when: str
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


@dataclass(frozen=True)
class Month:
    """A month with its deadlines; ``weeks`` holds seven days each, 0 where a day is of another month."""

    year: int
    month: int
    items: tuple[Item, ...]
    weeks: tuple[tuple[int, ...], ...]

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"thang-{self.year}-{self.month:02d}"

    def on(self, day: int) -> list[Item]:
        """The deadlines of a day."""
        return [item for item in self.items if item.due.day == day]


@dataclass(frozen=True)
class CalendarView(View):
    """A year's calendar; the front page also has the next deadlines and the files of bodies, the others none."""

    template: ClassVar[str] = "calendar.html.j2"

    title: str
    front: bool
    day: dt.date
    year: int
    years: tuple[int, ...]
    months: tuple[Month, ...]
    next: tuple[Item, ...]
    units: tuple[Named, ...]
    unread: tuple[UnreadTime, ...]


def calendar_pages(site: Site) -> list[Page]:
    """Build the calendar: a page for each year with deadlines, and the front page for the site's year."""
    items: dict[int, list[Item]] = {}
    for item in _items(site, dated(site.agenda.deadlines)):
        items.setdefault(item.due.year, []).append(item)
    for plan_id in site.agenda.plans:
        if unread_times(site, plan_id):
            items.setdefault(site.plan(plan_id).year, [])
    years = sorted(items)
    front = max((year for year in years if year <= site.day.year), default=years[0] if years else site.day.year)
    return [
        _page(site, CALENDAR, front, years, items.get(front, [])),
        *(_page(site, calendar_path(year), year, years, items[year]) for year in years),
    ]


def _page(site: Site, here: str, year: int, years: list[int], items: list[Item]) -> Page:
    view = _view(site, here == CALENDAR, year, years, items)
    toc = [Heading("Đăng ký lịch", "dang-ky"), Heading("Sắp tới", "sap-toi")] if view.front else []
    toc += [Heading(f"Tháng {month.month}/{year}", month.anchor) for month in view.months]
    toc += [Heading("Chưa đọc được", "chua-doc-duoc")] if view.unread else []
    description = f"Hạn báo cáo và hạn của các việc có ngày trong năm {year}."
    return Page(here, view.title, site.lay_out(here, view), tuple(toc), description)


def _view(site: Site, front: bool, year: int, years: list[int], items: list[Item]) -> CalendarView:
    return CalendarView(
        "Lịch" if front else f"Lịch năm {year}",
        front,
        site.day,
        year,
        tuple(years),
        tuple(month for number in range(1, 13) if (month := _month(year, number, items)).items),
        next_items(site) if front else (),
        _subscribers(site) if front else (),
        _unread(site, year),
    )


def _month(year: int, number: int, items: Iterable[Item]) -> Month:
    weeks = tuple(tuple(week) for week in calendar.Calendar().monthdayscalendar(year, number))
    return Month(year, number, tuple(item for item in items if item.due.month == number), weeks)


def _items(site: Site, found: Iterable[Deadline]) -> tuple[Item, ...]:
    return tuple(_item(site, one, one.due, site.agenda.duties[one.duty_id].duty) for one in found if one.due)


def _item(site: Site, deadline: Deadline, due: dt.date, duty: Duty) -> Item:
    title = short_title(duty)
    lead = " ".join(party.words for party in duty.lead)
    return Item(
        anchor=f"han-{slug(deadline.key)}",
        due=due,
        when=site.when(deadline),
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


def next_items(site: Site, limit: int = NEXT) -> tuple[Item, ...]:
    """Give the next deadlines from the site's day on."""
    return _items(site, upcoming(site.agenda.deadlines, site.day, limit))


def _unread(site: Site, year: int) -> tuple[UnreadTime, ...]:
    """The times of the plans of a year that give no date."""
    ids = (plan_id for plan_id in site.agenda.plans if site.plan(plan_id).year == year)
    return tuple(unread for plan_id in ids for unread in unread_times(site, plan_id, with_plan=True))


def _subscribers(site: Site) -> tuple[Named, ...]:
    """The bodies that have a calendar of their own, each with its file."""
    units = (unit for unit in site.registry.units.values() if has_calendar(site.agenda, unit.id))
    return tuple(Named(unit.name, unit_file(unit.id, ".ics")) for unit in units)
