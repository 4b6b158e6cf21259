"""Plans as one fabric: editions, what is above and below, who is where."""

from __future__ import annotations

import random

import pytest
from corpus import HUYEN_DONG_XUAN, PLAN_IDS, SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP
from uppers import said_above

from kehoach.meaning.fabric import Fabric
from kehoach.model.planid import edition_key


def test_editions_follow_each_other(fabric: Fabric) -> None:
    """Of a unit and series the plans are in order of time, each knows its neighbours."""
    assert fabric.editions["tinh-dak-lak", "tuyen-truyen-cchc"] == [TINH_2021, TINH_2025]
    assert (fabric.previous(TINH_2025), fabric.next(TINH_2025)) == (TINH_2021, None)
    assert (fabric.previous(TINH_2021), fabric.next(TINH_2021)) == (None, TINH_2025)


def test_running_numbers_sort_as_numbers() -> None:
    """2025-10 comes after 2025-2, the first of a year before both."""
    ids = [f"a/b/{edition}" for edition in ("2024", "2025", "2025-2", "2025-10", "2026")]
    shuffled = random.Random(1).sample(ids, len(ids))
    assert sorted(shuffled, key=edition_key) == ids


def test_nearest_plan_is_not_above_without_a_word(fabric: Fabric) -> None:
    """The province's newest plan of no later year is the nearest; a plan that does not name it is not under it."""
    assert (fabric.nearest(XA_EA_KNOP), fabric.nearest(SO_XAY_DUNG)) == (TINH_2025, TINH_2025)
    assert [u for plan_id in (XA_EA_KNOP, SO_XAY_DUNG) for u in fabric.above(plan_id) if u.held] == []
    assert fabric.below(TINH_2025) == []


def test_district_of_another_province_is_near_none_that_is_held(fabric: Fabric) -> None:
    """Đồng Xuân's province was Phú Yên, of which no plan is held."""
    assert fabric.nearest(HUYEN_DONG_XUAN) is None
    assert [u for u in fabric.above(HUYEN_DONG_XUAN) if u.held] == []


def test_below_is_the_reverse_of_above(fabric: Fabric) -> None:
    """Whatever rests on a plan is below it."""
    for plan_id in PLAN_IDS:
        uppers = {u.id for u in fabric.above(plan_id) if u.kind == "plan"}
        assert uppers == {upper for upper in PLAN_IDS if plan_id in fabric.below(upper)}
    said = said_above(fabric, XA_EA_KNOP, TINH_2025)
    assert said.below(TINH_2025) == [XA_EA_KNOP]
    assert [(u.id, u.relation) for u in said.above(XA_EA_KNOP) if u.held] == [(TINH_2025, "said_above")]


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_every_mention_is_an_occurrence(fabric: Fabric, plan_id: str) -> None:
    """What a plan mentions can be looked up from the thing mentioned."""
    for line, mention in fabric.plans[plan_id].all_mentions():
        if mention.target:
            here = fabric.occurrences(mention.kind, mention.target)
            places = [(o.plan_id, o.passage.path, o.passage.words, o.mention) for o in here]
            assert (plan_id, line.path, line.words, mention) in places
    assert fabric.occurrences("unit", "khong-co") == []


def test_duties_are_found_from_the_body(fabric: Fabric) -> None:
    """A body's duties are those that name it as lead, implementer or partner, in any plan."""
    found = [*fabric.owed("so-noi-vu-dak-lak")]
    assert {plan_id for plan_id, _, _ in found} >= {TINH_2021, TINH_2025}
    for plan_id, owed, _ in found:
        duty = next(duty for duty in fabric.plans[plan_id].duties if duty.id == owed.id)
        named = (*duty.lead, *duty.implementers, *duty.partners)
        assert any(party.unit == "so-noi-vu-dak-lak" for party in named)
    assert fabric.count_of_duties("so-noi-vu-dak-lak") == len(found)
    assert fabric.count_of_duties("khong-co") == 0


def test_plans_of_a_body(fabric: Fabric) -> None:
    """A body's plans are found by its folder and as issuer."""
    assert fabric.plans_of("tinh-dak-lak") == [TINH_2021, TINH_2025]
    assert fabric.plans_of("xa-ea-knop") == [XA_EA_KNOP]
