"""Times on pages and in calendars: what is not read has no date, a day off is said, whom a day binds is said."""

from __future__ import annotations

import datetime as dt

from corpus import HUYEN_DONG_XUAN, ROOT, XA_EA_KNOP
from hostileduty import with_duty

from kehoach.agenda.agenda import Agenda
from kehoach.exports.calendar import plan_calendar
from kehoach.exports.revised import Revised
from kehoach.files.repository import Repository
from kehoach.meaning.duty import Duty, Value
from kehoach.meaning.fabric import Fabric
from kehoach.model.frozen import FrozenMap
from kehoach.pages.build import make_site
from kehoach.pages.calendar import calendar_page
from kehoach.pages.checklist import checklist_pages
from kehoach.pages.site import Site

_TODAY = dt.date(2026, 5, 28)


def _site(fabric: Fabric, repository: Repository, words: str) -> Site:
    """The site of one duty with some words of time."""
    fields = FrozenMap.of({"schedule": Value(words)})
    duty = Duty(f"{XA_EA_KNOP}#x", XA_EA_KNOP, "activity", "I", "x", "Hội nghị", "Hội nghị", fields=fields)
    alone = with_duty(fabric, duty)
    return make_site(alone, repository, templates=ROOT / "site_src" / "templates", today=_TODAY)


def _pages(site: Site) -> list[str]:
    return [next(checklist_pages(site, XA_EA_KNOP)).html, calendar_page(site).html]


def test_unread_time_is_shown_as_printed_and_has_no_date(fabric: Fabric, repository: Repository) -> None:
    """Checklist and calendar show the words and why; no page and no calendar file dates them."""
    site = _site(fabric, repository, "Trước ngày 31/11/2026")
    for html in _pages(site):
        assert "<q>31/11/2026</q>: chưa đọc được, tháng 11 có 30 ngày." in html
        assert '<time datetime="2026-1' not in html
    assert b"BEGIN:VEVENT" not in plan_calendar(site.agenda, XA_EA_KNOP, lambda _: Revised(_TODAY))


def test_day_off_is_said_and_the_printed_day_stays(fabric: Fabric, repository: Repository) -> None:
    """4 July 2026 is a Saturday: pages and event keep the day and say so."""
    site = _site(fabric, repository, "Trước ngày 05/7/2026")
    for html in _pages(site):
        assert '<time datetime="2026-07-04">' in html
        assert "Rơi vào thứ Bảy; ngày in vẫn giữ nguyên." in html
    event = plan_calendar(site.agenda, XA_EA_KNOP, lambda _: Revised(_TODAY)).replace(b"\r\n ", b"").decode()
    assert "DTSTART;VALUE=DATE:20260704" in event and "Rơi vào thứ Bảy" in event


def test_two_days_in_a_month_are_two_deadlines(fabric: Fabric, repository: Repository) -> None:
    """The second has its day as key, so that a result recorded for one is not one for the other."""
    site = _site(fabric, repository, "Dự thảo trước ngày 20/11/2026, trình trước ngày 25/11/2026")
    found = site.agenda.plans[XA_EA_KNOP][0].deadlines
    assert [(d.period.key, str(d.due)) for d in found] == [("2026-11", "2026-11-19"), ("2026-11-24", "2026-11-24")]
    assert [d.part for d in found] == ["Dự thảo", "trình"]


def test_page_says_why_nothing_is_due_after_a_bodys_end(fabric: Fabric, repository: Repository) -> None:
    """The checklist of Đồng Xuân names the body, its last day and how much is not counted."""
    site = make_site(fabric, repository, templates=ROOT / "site_src" / "templates", today=_TODAY)
    assert Agenda(fabric).ended_remark(HUYEN_DONG_XUAN) in next(checklist_pages(site, HUYEN_DONG_XUAN)).html
