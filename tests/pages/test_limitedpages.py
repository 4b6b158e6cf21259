"""A day with a condition or an exception: no page tells it without the words that limit it."""

from __future__ import annotations

import datetime as dt

from corpus import ROOT, XA_EA_KNOP
from hostileduty import with_duty

from kehoach.files.repository import Repository
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import Fabric
from kehoach.meaning.timegrammar import read_times
from kehoach.pages.build import make_site
from kehoach.pages.calendar import calendar_page
from kehoach.pages.checklist import checklist_pages

_LIMIT = "nếu thiếu kinh phí thì chuyển sang năm 2027"


def test_checklist_and_calendar_tell_what_limits_a_day(fabric: Fabric, repository: Repository) -> None:
    """Both stand by the day itself: in the calendar once, in a checklist by body and by month."""
    times = read_times(f"Hoàn thành trước ngày 30/6/2026; {_LIMIT}.", 2026).values
    duty = Duty(f"{XA_EA_KNOP}#x", XA_EA_KNOP, "assignment", "I", "x", "Số hóa", "Số hóa.", times=times)
    limited = with_duty(fabric, duty)
    site = make_site(limited, repository, templates=ROOT / "site_src" / "templates", today=dt.date(2026, 5, 28))
    html = next(checklist_pages(site, XA_EA_KNOP)).html
    assert html.count(f"<q>{_LIMIT}</q>") == 2
    assert f"[{_LIMIT}]" in calendar_page(site, 2026).html
