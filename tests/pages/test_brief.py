"""The lines above a plan: nothing but its own duties, what comes next first, and never a date that is over."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from corpus import HUYEN_DONG_XUAN, PLAN_IDS, ROOT, TINH_2025, XA_EA_KNOP

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric
from kehoach.pages.brief import LINES, brief
from kehoach.pages.build import make_site
from kehoach.pages.duties import parties
from kehoach.pages.plan import plan_page
from kehoach.pages.planrecord import record_page
from kehoach.pages.site import Site


def _site(repository: Repository, fabric: Fabric, today: dt.date) -> Site:
    return make_site(fabric, repository, templates=ROOT / "site_src" / "templates", today=today)


@pytest.fixture(scope="module")
def site(repository: Repository, fabric: Fabric) -> Site:
    """The five plans, on a day in May 2026."""
    return _site(repository, fabric, dt.date(2026, 5, 28))


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_says_only_what_duties_say(site: Site, plan_id: str) -> None:
    """Each line is a duty of the plan, with its doers, its words and its printed time; the rest is counted."""
    found = brief(site, plan_id)
    rows = {one.duty.id: one for one in site.agenda.plans[plan_id]}
    assert 0 < len(found.lines) <= LINES
    assert len(found.lines) + found.more == len(rows)
    for line in found.lines:
        one = rows[line.duty_id]
        assert line.who == parties(site, one.duty.doers)
        assert line.task.removesuffix(" …").lower() in (one.duty.text or one.duty.title).lower()
        assert line.often.removesuffix(" …") in (one.duty.schedule_text or one.schedule.words)
        assert not line.often or line.often.lower() not in line.task.lower()


def test_next_date_comes_first(site: Site) -> None:
    """On 28 May the report of the second quarter leads, with the day that the calendar has."""
    first = brief(site, XA_EA_KNOP).lines[0]
    assert first.due == dt.date(2026, 6, 10)


def test_no_next_date_once_all_are_over(repository: Repository, fabric: Fabric) -> None:
    """A day that is over is not the next one; one that is today is."""
    over = brief(_site(repository, fabric, dt.date(2027, 1, 1)), XA_EA_KNOP)
    assert all(line.due is None for line in over.lines)
    today = brief(_site(repository, fabric, dt.date(2026, 12, 10)), XA_EA_KNOP).lines[0]
    assert today.due == dt.date(2026, 12, 10)


@pytest.mark.parametrize("plan_id", [XA_EA_KNOP, HUYEN_DONG_XUAN])
def test_page_answers_before_the_document(site: Site, plan_id: str) -> None:
    """State, duties and actions stand before the text, and that before the way to all else that is known of it."""
    html = plan_page(site, plan_id).html
    places = [html.index(mark) for mark in ('class="kh-standing"', "kh-brief", "kh-actions", "kh-sheet", "kh-further")]
    assert places == sorted(places)
    ids = set(re.findall(r'\sid="([^"]+)"', record_page(site, plan_id).html))
    led = re.findall(r'href="thong-tin/index.html#([^"]+)"', html)
    assert {"kh_trich-dan", "kh_quan-he", "kh_lich-su"} <= set(led) <= ids


def test_the_first_dates_are_not_folded(site: Site) -> None:
    """Two lines are always shown, the others may be folded on a narrow screen; none is missing."""
    html = plan_page(site, XA_EA_KNOP).html
    shown, _, folded = html[html.index("kh-brief") : html.index("kh-actions")].partition("<details")
    assert (shown.count("<li>"), folded.count("<li>")) == (2, len(brief(site, XA_EA_KNOP).lines) - 2)
    assert 'datetime="2026-06-10"' in shown


def test_who_begins_a_line_with_a_capital(site: Site) -> None:
    """The printed name of the first body opens the line; the others stand as printed."""
    html = plan_page(site, XA_EA_KNOP).html
    who = re.findall(r"<li><strong>(?:<a [^>]*>)?(\w)", html)
    assert who and all(letter.isupper() for letter in who)


def test_a_sentence_does_not_name_its_doers_twice(site: Site) -> None:
    """Who stands before the line is left out of the sentence that opens with them, and of no other."""
    tasks = [line.task for line in brief(site, TINH_2025).lines]
    assert any(task.startswith("Chuẩn bị nội dung liên quan và tham gia chương trình") for task in tasks)
    assert any(task.startswith("Tiếp tục thực hiện Kế hoạch tổ chức sản xuất") for task in tasks)
