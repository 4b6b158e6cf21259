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


def test_who_leads_each_work_does_it_with_those_who_open_it(repository: Repository) -> None:
    """Below "Chủ trì, phối hợp với:" whoever stands first in a work takes part, and those of the heading lead."""
    below = [{"id": "d", "text": "Sở Tài chính và các cơ quan liên quan tham mưu UBND tỉnh bố trí kinh phí."}]
    joined = {
        "id": "c",
        "heading": "Chủ trì, phối hợp với:",
        "items": [*below, {"id": "e", "text": "Rà soát số liệu."}],
    }
    first, second = duties(repository, "Tổ chức thực hiện", {"id": "b", "heading": "Sở Y tế", "items": [joined]})
    assert [party.words for party in (*first.doers, *second.doers)] == ["Sở Y tế", "Sở Y tế"]
    assert [party.words for party in first.partners] == ["Sở Tài chính", "các cơ quan liên quan"]
    assert not second.partners


def test_to_direct_others_is_work_of_who_does_so(repository: Repository) -> None:
    """Behind words in front, too, those of the heading direct whom a work names; another subject acts himself."""
    text = "Căn cứ Kế hoạch này, {}chỉ đạo các trường học rà soát cơ sở vật chất."
    works = [{"id": "c", "text": text.format("")}, {"id": "d", "text": text.format("Sở Y tế ")}]
    found = duties(repository, "Tổ chức thực hiện", {"id": "b", "heading": "Sở Giáo dục và Đào tạo", "items": works})
    assert [[party.words for party in duty.doers] for duty in found] == [["Sở Giáo dục và Đào tạo"], ["Sở Y tế"]]


def test_what_stood_above_is_no_duty(repository: Repository) -> None:
    """Closing words below the last body's heading order nothing of it."""
    text = "Chỉ đạo các đơn vị thực hiện.\nTrên đây là Kế hoạch phòng, chống dịch bệnh của tỉnh năm 2027."
    (duty,) = duties(repository, "Tổ chức thực hiện", {"id": "b", "heading": "Sở Y tế", "text": text})
    assert duty.text == "Chỉ đạo các đơn vị thực hiện."


def test_a_project_does_nothing(repository: Repository) -> None:
    """What is called by a number and by what is done in it is no body, as one who manages it is."""
    works = [{"id": name, "text": f"{name}: Giám sát Chương trình."} for name in ("Dự án 9", "Ban Quản lý dự án 9")]
    found = duties(repository, "Phân công nhiệm vụ", *works)
    assert [party.words for duty in found for party in duty.doers] == ["Ban Quản lý dự án 9"]


def test_a_line_under_a_heading_says_whose_the_list_is(repository: Repository) -> None:
    """A heading that names nobody stands over it: what is listed is of whom the line tells to do it."""
    text = "Căn cứ tình hình thực tế, các cơ quan, đơn vị phối hợp thực hiện các hoạt động sau:"
    below = [{"id": "c", "text": "Tổ chức lễ phát động."}, {"id": "d", "text": "Phát hành tờ rơi."}]
    found = duties(repository, "Nội dung", {"id": "b", "heading": "Các hoạt động chính", "text": text, "items": below})
    assert [(duty.anchor, [party.words for party in duty.doers]) for duty in found] == [
        (anchor, ["các cơ quan, đơn vị"]) for anchor in "cd"
    ]


def test_a_list_for_those_who_are_directed_is_not_of_who_directs(repository: Repository) -> None:
    """Whose work it is stays open below "Chỉ đạo … cụ thể như sau:"; the line itself is of the heading."""
    text = "Chỉ đạo các ngân hàng thương mại phối hợp mở tài khoản, cụ thể như sau:"
    line = {"id": "c", "text": text, "items": [{"id": "d", "text": "Cử chuyên viên tiếp nhận hồ sơ."}]}
    found = duties(repository, "Tổ chức thực hiện", {"id": "b", "heading": "Ngân hàng Nhà nước", "items": [line]})
    assert not [party.words for duty in found if duty.anchor == "d" for party in duty.doers]


def test_places_behind_the_colon_of_a_heading_are_its_bodies(repository: Repository) -> None:
    """They are said with the group that they belong to, and are no work themselves."""
    item = {"id": "b", "heading": "Ủy ban nhân dân các xã:", "text": "Tân Điền, Gò Công Đông.", "run_in": True}
    item["items"] = [{"id": "c", "text": "Xây dựng kế hoạch của địa phương."}]
    (duty,) = duties(repository, "Tổ chức thực hiện", item)
    assert (duty.anchor, [party.words for party in duty.doers]) == (
        "c",
        ["Ủy ban nhân dân các xã: Tân Điền, Gò Công Đông"],
    )
