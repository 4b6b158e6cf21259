"""What stands below a heading or a line is of whom that names: an activity with a day, a list without a colon."""

from __future__ import annotations

from typing import Any

import pytest
from linkedplans import linked

from kehoach.files.repository import Repository
from kehoach.meaning.duty import Duty


def duties(repository: Repository, section: str, *items: dict[str, Any]) -> list[Duty]:
    return list(linked(repository, body=[{"id": "a", "heading": section, "items": list(items)}]).duties)


@pytest.mark.parametrize(
    ("heading", "whose"),
    [
        ("Sở Y tế", ["Sở Y tế"]),
        ("Sở Y tế - Cơ quan thường trực Ban Chỉ đạo", ["Sở Y tế"]),
        ("Trách nhiệm của các cơ quan quản lý cấp trên (bao gồm cơ quan đại diện):", ["các cơ quan quản lý cấp trên"]),
    ],
)
def test_an_activity_with_a_day_alone_is_of_the_heading(repository: Repository, heading: str, whose: list[str]) -> None:
    """Where no printed field says whose an activity is, its words or the heading above do."""
    work = {"id": "c", "text": "Tổ chức tập huấn cho cán bộ thôn.", "schedule": "Trước ngày 15/4/2027."}
    (duty,) = duties(repository, "Tổ chức thực hiện", {"id": "b", "heading": heading, "items": [work]})
    assert ([party.words for party in duty.doers], duty.words("schedule")) == (whose, "Trước ngày 15/4/2027.")


def test_an_activity_names_whose_it_is_itself(repository: Repository) -> None:
    """Words of the activity's own that say who does it with whom go before the heading."""
    text = "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính lập danh sách."
    (duty,) = duties(repository, "Việc", {"id": "b", "text": text, "schedule": "Quý II/2027."})
    assert [[p.words for p in duty.bodies(role)] for role in ("lead", "partners")] == [["Sở Nội vụ"], ["Sở Tài chính"]]


def test_a_list_below_a_sentence_goes_on_with_its_work(repository: Repository) -> None:
    """No colon need stand over a list of what the body of the sentence has to do besides."""
    text = "Các sở, ngành căn cứ nhiệm vụ được giao xây dựng kế hoạch của mình."
    below = [{"id": "c", "text": "Khen thưởng theo thẩm quyền."}, {"id": "d", "text": "Báo cáo UBND tỉnh kết quả."}]
    found = duties(repository, "Việc", {"id": "b", "text": text, "items": below})
    assert [(duty.anchor, [party.words for party in duty.doers]) for duty in found] == [
        (anchor, ["Các sở, ngành"]) for anchor in "bcd"
    ]


def test_what_stands_below_a_name_that_was_not_read_is_nobodys(repository: Repository) -> None:
    """A heading that opens with others, whose name was not read to its end, ends the work of those above it."""
    below = {"id": "c", "heading": "Các phòng tham mưu quản lý ngành", "items": [{"id": "d", "text": "Lập hồ sơ."}]}
    found = duties(repository, "Tổ chức thực hiện", {"id": "b", "heading": "Sở Y tế", "items": [below]})
    assert [duty for duty in found if duty.doers] == []


def test_an_aim_with_a_year_and_the_issue_of_the_plan_are_no_duties(repository: Repository) -> None:
    """Among aims what is reached by a year is ordered to nobody."""
    assert duties(repository, "Mục tiêu", {"id": "b", "text": "Đến hết năm 2027: Có ≥ 30% hộ kinh doanh có mã."}) == []
    text = "Ban hành kèm theo Quyết định này Kế hoạch kiểm kê tài sản tại thời điểm 0h00 ngày 01/01/2027."
    assert duties(repository, "Việc", {"id": "b", "text": text}) == []


def test_a_request_may_have_a_colon(repository: Repository) -> None:
    """ "Đề nghị: Hội Nông dân tỉnh" over work asks, and orders nothing."""
    asked = {"id": "b", "heading": "Đề nghị: Hội Nông dân tỉnh", "items": [{"id": "c", "text": "Vận động hội viên."}]}
    (duty,) = duties(repository, "Tổ chức thực hiện", asked)
    assert (duty.kind, [party.words for party in duty.doers]) == ("request", ["Hội Nông dân tỉnh"])
