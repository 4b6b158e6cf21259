"""Stages of plans and bodies: which holds on a day, and which words and days a page keeps for later readers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from corpus import HUYEN_DONG_XUAN, XA_EA_KNOP

from kehoach.meaning.fabric import Fabric
from kehoach.meaning.status import from_day, plan_stages, unit_stages, when
from kehoach.model.plan import Plan


def _codes(fabric: Fabric, plan: Plan, *days: dt.date) -> list[str]:
    stages = plan_stages(fabric.registry, plan)
    return [from_day(stages, day)[0].code for day in days]


def test_plan_of_a_living_body(fabric: Fabric) -> None:
    """Before its year, in it, after it; first and last days included."""
    plan = fabric.plans[XA_EA_KNOP].plan
    days = [dt.date(2025, 12, 31), dt.date(2026, 1, 1), dt.date(2026, 12, 31), dt.date(2027, 1, 1)]
    assert _codes(fabric, plan, *days) == ["coming", "current", "current", "past"]


def test_plan_of_several_years(fabric: Fabric) -> None:
    """A plan whose title names two years of its own is carried out to the end of the second."""
    plan = replace(
        fabric.plans[XA_EA_KNOP].plan, title="Kế hoạch tuyên truyền cải cách hành chính năm 2026 và năm 2027"
    )
    days = [dt.date(2026, 1, 1), dt.date(2027, 12, 31), dt.date(2028, 1, 1)]
    assert _codes(fabric, plan, *days) == ["current", "current", "past"]
    (first, last) = from_day(plan_stages(fabric.registry, plan), dt.date(2027, 1, 1))
    assert (first.words, last.words) == ("Đang thực hiện, năm 2026–2027", "Đã qua năm 2027")


def test_plan_of_an_abolished_body(fabric: Fabric) -> None:
    """From the day after its body ended nobody carries it out, and both facts are told once its year is over."""
    plan = fabric.plans[HUYEN_DONG_XUAN].plan
    days = [dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2026, 1, 1)]
    assert _codes(fabric, plan, *days) == ["current", "ended", "ended"]
    (last,) = from_day(plan_stages(fabric.registry, plan), dt.date(2026, 1, 1))
    assert last.words == "Đã qua năm 2025; cơ quan ban hành đã kết thúc ngày 30/6/2025"


def test_body_that_ends_after_the_year(fabric: Fabric) -> None:
    """A plan of an earlier year is past first, and tells the end of its body only from that day on."""
    plan = replace(fabric.plans[HUYEN_DONG_XUAN].plan, id="huyen-dong-xuan/tuyen-truyen-cchc/2024")
    stages = from_day(plan_stages(fabric.registry, plan), dt.date(2025, 2, 1))
    assert [(stage.code, stage.first) for stage in stages] == [("past", None), ("ended", dt.date(2025, 7, 1))]
    assert "kết thúc" not in stages[0].words and "kết thúc" in stages[1].words


def test_draft_is_a_draft_on_every_day(fabric: Fabric) -> None:
    """No day turns a draft into a plan that is carried out."""
    draft = replace(fabric.plans[XA_EA_KNOP].plan, status="draft")
    assert _codes(fabric, draft, dt.date(2025, 1, 1), dt.date(2026, 6, 1), dt.date(2030, 1, 1)) == ["draft"] * 3


def test_withdrawal_ends_all_other_stages(fabric: Fabric) -> None:
    """What is withdrawn in its year is carried out until the day before, and never past."""
    plan = replace(fabric.plans[XA_EA_KNOP].plan, status="withdrawn", withdrawal={"date": "2026-05-04", "reason": "x"})
    days = [dt.date(2026, 5, 3), dt.date(2026, 5, 4), dt.date(2028, 1, 1)]
    assert _codes(fabric, plan, *days) == ["current", "withdrawn", "withdrawn"]


def test_stages_follow_each_other_without_a_gap(fabric: Fabric) -> None:
    """Each day has one stage: the next begins the day after the one before."""
    for linked in fabric.plans.values():
        stages = plan_stages(fabric.registry, linked.plan)
        assert stages[0].first is None and stages[-1].until is None
        for one, following in pairwise(stages):
            assert one.until and following.first == one.until + dt.timedelta(days=1)


def test_body_without_a_known_end_tells_none(fabric: Fabric) -> None:
    """Nothing is said of a body whose end the registry does not know; an end takes what is within along."""
    units = fabric.registry.units
    assert unit_stages(fabric.registry, units["xa-ea-knop"]) == ()
    within = unit_stages(fabric.registry, units["phong-noi-vu-dong-xuan"])
    assert within[-1].words.startswith("Đã kết thúc ngày 30/6/2025")


@pytest.mark.parametrize(
    ("day", "words"), [("2026-06-09", "sắp tới"), ("2026-06-10", "hôm nay"), ("2026-06-11", "đã qua")]
)
def test_deadline_on_a_day(day: str, words: str) -> None:
    """The day itself is today, not past."""
    assert when(dt.date(2026, 6, 10), dt.date.fromisoformat(day)) == words
