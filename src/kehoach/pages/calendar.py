"""The calendar: every dated deadline of a year, month by month, as a grid and as a list."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.agenda.deadlines import Deadline, dated, upcoming
from kehoach.exports.calendar import has_calendar, short_title
from kehoach.meaning.duty import Duty
from kehoach.model.registry import Unit
from kehoach.pages.page import CALENDAR, Heading, Page, calendar_path
from kehoach.pages.site import Site
from kehoach.pages.tasks import UnreadTime, unread_times
from kehoach.wording.letters import slug

NEXT = 5


@dataclass(frozen=True)
class Item:
    """A deadline in the calendar."""

    deadline: Deadline
    duty: Duty
    due: dt.date
    title: str
    anchor: str


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
    months = [month for number in range(1, 13) if (month := _month(year, number, items)).items]
    is_front = here == CALENDAR
    title = "Lịch" if is_front else f"Lịch năm {year}"
    unread = _unread(site, year)
    html = site.render(
        "calendar.html.j2",
        here,
        title=title,
        year=year,
        years=years,
        months=months,
        front=is_front,
        next=next_items(site) if is_front else [],
        units=_subscribers(site) if is_front else [],
        unread=unread,
    )
    toc = [Heading("Đăng ký lịch", "dang-ky"), Heading("Sắp tới", "sap-toi")] if is_front else []
    toc += [Heading(f"Tháng {month.month}/{year}", month.anchor) for month in months]
    toc += [Heading("Chưa đọc được", "chua-doc-duoc")] if unread else []
    return Page(here, title, html, tuple(toc), f"Hạn báo cáo và hạn của các việc có ngày trong năm {year}.")


def _month(year: int, number: int, items: Iterable[Item]) -> Month:
    weeks = tuple(tuple(week) for week in calendar.Calendar().monthdayscalendar(year, number))
    return Month(year, number, tuple(item for item in items if item.due.month == number), weeks)


def _items(site: Site, found: Iterable[Deadline]) -> list[Item]:
    return [
        Item(deadline, duty, deadline.due, short_title(duty), f"han-{slug(deadline.key)}")
        for deadline in found
        if deadline.due and (duty := site.agenda.duties[deadline.duty_id].duty)
    ]


def next_items(site: Site, limit: int = NEXT) -> list[Item]:
    """Give the next deadlines from the site's day on."""
    return _items(site, upcoming(site.agenda.deadlines, site.day, limit))


def _unread(site: Site, year: int) -> list[UnreadTime]:
    """The times of the plans of a year that give no date."""
    ids = (plan_id for plan_id in site.agenda.plans if site.plan(plan_id).year == year)
    return [unread for plan_id in ids for unread in unread_times(site, plan_id)]


def _subscribers(site: Site) -> list[Unit]:
    """The bodies that have a calendar of their own."""
    return [unit for unit in site.registry.units.values() if has_calendar(site.agenda, unit.id)]
