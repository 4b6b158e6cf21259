"""Headings over what somebody has to do: whose duties these are, with whom; what names no body is none."""

from __future__ import annotations

from typing import Any

import pytest
from registries import small_registry

from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.meaning.parties import heading_parties
from kehoach.model.fromdata import plan_from


@pytest.mark.parametrize(
    ("heading", "bodies"),
    [
        ("Phòng Cải cách hành chính và Văn thư lưu trữ", ["Phòng Cải cách hành chính và Văn thư lưu trữ"]),
        ("Các đơn vị được kiểm tra", ["Các đơn vị được kiểm tra"]),
        ("Các cơ quan, địa phương được kiểm tra:", ["Các cơ quan, địa phương được kiểm tra"]),
        ("Giao Sở Tư pháp (Cơ quan Thường trực Hội đồng):", ["Sở Tư pháp"]),
        ("Đoàn xã, phường, đặc khu", ["Đoàn xã, phường, đặc khu"]),
        ("ĐƠN VỊ ĐƯỢC KIỂM TRA VÀ LỊCH KIỂM TRA", []),
        ("Nội dung kiểm tra các sở, ban, ngành", []),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Sở Nội vụ được giao chủ trì", []),
    ],
)
def test_bodies_of_a_heading(heading: str, bodies: list[str]) -> None:
    """A heading is a list of bodies, a group with what tells its members, or names none."""
    assert [party.words for party in heading_parties(heading, [])] == bodies


def test_an_entrusting_heading_names_who_and_with_whom() -> None:
    """What stands below "Giao A chủ trì, phối hợp với B:" is A's, with B; a sentence of its own overrules it."""
    below = ["Tham mưu thành lập Đoàn kiểm tra trong tháng 3/2026;", "Sở Tài chính bố trí kinh phí."]
    data: dict[str, Any] = {
        "schema_version": 1,
        "title": "Kế hoạch kiểm tra năm 2026",
        "issuer": "a",
        "plain_headings": True,
        "body": [
            {
                "id": "giao",
                "heading": "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp:",
                "items": [{"id": f"y-{number}", "text": text} for number, text in enumerate(below)],
            }
        ],
    }
    duties = LinkedPlan(plan_from("a/b/2026", data), linker_of(small_registry())).duties
    told = [([p.words for p in duty.lead], [p.words for p in duty.partners]) for duty in duties if duty.text in below]
    assert told == [(["Sở Nội vụ"], ["Sở Tư pháp"]), (["Sở Tài chính"], [])]
