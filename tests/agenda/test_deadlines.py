"""Deadlines: dates within the plan's year, month ends, leap years, what lies before the plan."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from corpus import HUYEN_DONG_XUAN, SO_XAY_DUNG, TINH_2025, XA_EA_KNOP

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.deadlines import dated, deadlines, due_day, known_periods, left_out
from kehoach.files.repository import Repository
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import Fabric, weave
from kehoach.meaning.periods import all_periods, period_of, periods_of
from kehoach.meaning.schedules import PERIOD_KINDS, read_schedule
from kehoach.model.plan import Due, Issued, Plan


def _plan(fabric: Fabric, year: int, issued: dt.date | None = None, printed: str = "") -> Plan:
    line = Issued("Ea Knốp", issued, printed or (f"ngày 01 tháng 01 năm {year}"))
    return replace(fabric.plans[XA_EA_KNOP].plan, id=f"xa-ea-knop/tuyen-truyen-cchc/{year}", issued=line)


def _days(plan: Plan, words: str) -> list[str]:
    duty = Duty(f"{plan.id}#viec", plan.id, "activity", "I.1", "viec", "Việc", "Việc")
    found = deadlines(duty, read_schedule(words, plan.year), plan)
    return [deadline.due.isoformat() for deadline in found if deadline.due]


def test_dong_xuan_reports_by_the_sixteenth_of_each_month(fabric: Fabric) -> None:
    """ "Trước ngày 17" is the 16th, from the month of issue to December."""
    found = dated(Agenda(fabric).duties[f"{HUYEN_DONG_XUAN}#cac-co-quan-thuc-hien-bao-cao--bao-cao"].deadlines)
    assert [d.due for d in found] == [dt.date(2025, month, 16) for month in range(2, 7)]
    assert [d.period.key for d in found] == [f"2025-{month:02d}" for month in range(2, 7)]
    assert {d.words for d in found} == {"trước ngày 17"}
    assert all(d.reading for d in found)


def test_ea_knop_reports_in_three_kinds_of_period(fabric: Fabric) -> None:
    """Four quarters, the first half-year and the year, each by the 10th of its last month."""
    found = dated(Agenda(fabric).duties[f"{XA_EA_KNOP}#che-do-bao-cao--bao-cao"].deadlines)
    assert {d.period.key: d.due.isoformat() for d in found if d.due} == {
        "2026-Q1": "2026-03-10",
        "2026-Q2": "2026-06-10",
        "2026-H1": "2026-06-10",
        "2026-Q3": "2026-09-10",
        "2026-Q4": "2026-12-10",
        "2026": "2026-12-10",
    }


def test_report_without_a_printed_day_has_periods_but_no_date(fabric: Fabric) -> None:
    """Sở Xây dựng reports monthly, quarterly and yearly; no day is printed, so none is given."""
    found = Agenda(fabric).duties[f"{SO_XAY_DUNG}#bao-cao-dinh-ky--bao-cao"].deadlines
    assert {d.period.kind for d in found} == {"month", "quarter", "year"}
    assert all(d.due is None for d in found)
    assert min(d.period.end for d in found) >= dt.date(2025, 7, 30)


def test_dates_of_the_published_plans_are_all_that_their_texts_set(fabric: Fabric) -> None:
    """Only the two plans that print a day give dated deadlines."""
    found = dated(Agenda(fabric).deadlines)
    assert {d.plan_id for d in found} == {HUYEN_DONG_XUAN, XA_EA_KNOP}
    assert len(found) == 11
    assert len(found) + sum(bool(d.due) for one in Agenda(fabric).duties.values() for d in one.ended) == 17


def test_nothing_is_due_after_the_end_of_the_body(fabric: Fabric) -> None:
    """Huyện Đồng Xuân is gone from 1 July 2025: what falls later is told apart, with the reason."""
    rows = Agenda(fabric).plans[HUYEN_DONG_XUAN]
    last = dt.date(2025, 6, 30)
    assert all(d.last_day <= last for one in rows for d in one.deadlines if d.due or d.recurrence in PERIOD_KINDS)
    assert [d.due for one in rows for d in one.ended if d.due] == [dt.date(2025, month, 16) for month in range(7, 13)]
    assert {one.end.day for one in rows if one.end} == {last}
    said = Agenda(fabric).ended_remark(HUYEN_DONG_XUAN)
    assert "huyện Đồng Xuân chỉ có đến 30/6/2025; 6 hạn" in said
    assert Agenda(fabric).ended_remark(TINH_2025) == ""


def test_month_ends_are_clamped(fabric: Fabric) -> None:
    """The 31st of a shorter month is its last day; February has 28 days in 2025."""
    days = _days(_plan(fabric, 2025), "Ngày 31 hằng tháng")
    assert days[:4] == ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"]
    assert len(days) == 12


def test_leap_year(fabric: Fabric) -> None:
    """February 2028 ends on the 29th."""
    assert _days(_plan(fabric, 2028), "Ngày cuối cùng của tháng, hằng tháng")[1] == "2028-02-29"
    assert _days(_plan(fabric, 2028), "Trước ngày 01/3/2028") == ["2028-02-29"]


@pytest.mark.parametrize(
    ("key", "rule", "day"),
    [
        ("2025-02", Due(30, "by", "month"), "2025-02-28"),
        ("2025-02", Due(31, "before", "month"), "2025-02-28"),
        ("2025-03", Due(1, "before", "month"), "2025-02-28"),
        ("2025-03", Due(17, "before", "month"), "2025-03-16"),
        ("2025-Q3", Due(10, "by", "last_month_of_period"), "2025-09-10"),
        ("2025-H1", Due(10, "by", "last_month_of_period"), "2025-06-10"),
        ("2025-9M", Due(20, "by", "last_month_of_period"), "2025-09-20"),
        ("2025", Due(5, "before", "month_after_period"), "2026-01-04"),
        ("2025-12", Due(1, "before", "month_after_period"), "2025-12-31"),
    ],
)
def test_due_rule(key: str, rule: Due, day: str) -> None:
    """A rule gives the last day that it allows; only the month after a period leaves the year."""
    period = period_of(key)
    assert period is not None
    assert due_day(period, rule).isoformat() == day


def test_nothing_before_the_first_possible_day_of_issue(fabric: Fabric) -> None:
    """A plan of March has no deadline in January or February; one in March may lie before it."""
    plan = _plan(fabric, 2025, None, "ngày tháng 3 năm 2025")
    duty = Duty(f"{plan.id}#viec", plan.id, "activity", "I.1", "viec", "Việc", "Việc")
    found = deadlines(duty, read_schedule("Ngày 05 hằng tháng", 2025), plan)
    assert [d.due for d in found][:2] == [dt.date(2025, 3, 5), dt.date(2025, 4, 5)]
    assert [d.early for d in found][:2] == [True, False]
    assert "tháng 3/2025" in left_out(plan)


def test_plan_issued_in_july_has_no_earlier_quarter(fabric: Fabric) -> None:
    """A period that was over before the plan is left out."""
    plan = _plan(fabric, 2025, dt.date(2025, 7, 30))
    assert _days(plan, "Hằng quý, chậm nhất ngày 10 của tháng cuối quý") == ["2025-09-10", "2025-12-10"]
    assert "30/7/2025" in left_out(plan)


def test_plan_issued_the_year_before_has_its_whole_year(fabric: Fabric) -> None:
    """A plan of December is for the next year."""
    plan = _plan(fabric, 2026, dt.date(2025, 12, 20))
    assert len(_days(plan, "Ngày 15 hằng tháng")) == 12
    assert left_out(plan) == ""


def test_what_has_no_period_of_its_own_takes_any_of_the_year(fabric: Fabric) -> None:
    """A continuous duty can be reported by month, quarter, half-year, nine months or year."""
    plan = fabric.plans[TINH_2025].plan
    one = Agenda(fabric).duties[f"{TINH_2025}#cong-khai-tthc"]
    keys = [period.key for period in known_periods(one.deadlines, plan)]
    assert "2025-02" not in keys
    assert {"2025-03", "2025-Q1", "2025-H2", "2025-9M", "2025"} <= set(keys)


def test_what_comes_back_has_only_its_own_periods(fabric: Fabric) -> None:
    """A monthly duty takes months."""
    one = Agenda(fabric).duties[f"{TINH_2025}#dan-hoi-thu-truong-tra-loi"]
    keys = [period.key for period in known_periods(one.deadlines, fabric.plans[TINH_2025].plan)]
    assert keys == [f"2025-{month:02d}" for month in range(3, 13)]


def test_deadlines_have_unique_permanent_keys(fabric: Fabric) -> None:
    """A duty has one deadline for a period."""
    keys = [d.key for d in Agenda(fabric).deadlines]
    assert len(keys) == len(set(keys)) > 100


def test_every_duty_has_a_time(fabric: Fabric) -> None:
    """No duty falls off the checklists."""
    assert all(one.deadlines for one in Agenda(fabric).duties.values())


@pytest.mark.parametrize("key", ["2025-Q5", "2025-13", "25-Q1", "2025-", "2025-q1", "2025-H3", "２０２５"])
def test_what_is_no_period(key: str) -> None:
    """Only well-formed keys are periods."""
    assert period_of(key) is None


def test_periods_read_back_from_their_keys() -> None:
    """A key names its period, and periods of a kind lie end to end."""
    for period in all_periods(2024):
        assert period_of(period.key) == period
    months = periods_of("month", 2024)
    assert all(a.end + dt.timedelta(days=1) == b.start for a, b in pairwise(months))
    assert months[1].end == dt.date(2024, 2, 29)
    assert [p.name for p in periods_of("quarter", 2024)] == [f"quý {n}/2024" for n in ("I", "II", "III", "IV")]


def test_a_draft_binds_nobody_yet(repository: Repository) -> None:
    """The duties of a draft are there, without deadlines that a calendar would publish."""
    plan = replace(repository.plans[XA_EA_KNOP], status="draft")
    agenda = Agenda(weave(replace(repository, plans={**repository.plans, XA_EA_KNOP: plan})))
    assert agenda.plans[XA_EA_KNOP] and not any(one.deadlines for one in agenda.plans[XA_EA_KNOP])
    assert all(deadline.plan_id != XA_EA_KNOP for deadline in agenda.deadlines) and agenda.deadlines
