"""Duties that went to another body between 2021 and 2025, and whether a reorganisation took them there."""

from __future__ import annotations

from corpus import TINH_2021, TINH_2025

from kehoach.comparison.inheritance import moves, moves_by_body
from kehoach.meaning.fabric import Fabric

_GONE = "so-thong-tin-va-truyen-thong-dak-lak"


def test_inherited_duties_are_told_from_reassigned_ones(fabric: Fabric) -> None:
    """Radio went to the heir of Sở Thông tin và Truyền thông; the column of complaints to an office that is none."""
    found = {(m.new.anchor, m.handover.old, m.handover.new): m for m in moves(fabric)}
    radio = found["truyen-thanh-co-so", _GONE, "so-van-hoa-the-thao-va-du-lich-dak-lak"]
    assert (
        radio.handover.kind == "succeeded"
        and radio.old.id.startswith(f"{TINH_2021}#")
        and radio.new.id.startswith(f"{TINH_2025}#")
    )
    column = found["chuyen-muc-tra-loi-kien-nghi", _GONE, "van-phong-ubnd-tinh-dak-lak"]
    assert column.handover.kind == "reassigned_after_dissolution"


def test_both_bodies_know_of_a_move(fabric: Fabric) -> None:
    """What left one body came to the other."""
    by_body = moves_by_body(fabric)
    _, left = by_body[_GONE]
    assert len(left) == 5
    for move in left:
        assert move in by_body[move.handover.new][0]


def test_past_plan_keeps_the_names_of_its_time(fabric: Fabric) -> None:
    """The plan of 2021 names the body of 2021, and the duty stays that body's."""
    duty = next(d for d in fabric.plans[TINH_2021].duties if d.anchor == "truyen-thanh-co-so")
    assert [party.words for party in (*duty.lead, *duty.implementers)] == ["Sở Thông tin và Truyền thông"]
