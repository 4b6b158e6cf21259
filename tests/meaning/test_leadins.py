"""Lines over a list: whose work the list is, and what such a line orders by itself."""

from __future__ import annotations

from typing import Any

import pytest
from linkedplans import linked

from kehoach.files.repository import Repository

BELOW = ("Tổ chức tập huấn cho cán bộ thôn.", "Cấp phát tài liệu hỏi đáp.")


def doers(repository: Repository, over: dict[str, Any], below: tuple[str, ...] = BELOW, section: str = "") -> list[Any]:
    items = [{"id": f"d{n}", "text": text} for n, text in enumerate(below)]
    heading = section or "Nội dung"
    body = [{"id": "a", "heading": heading, "items": [{"id": "b", **over, "items": items}]}]
    plan = linked(repository, body=body)
    return [(duty.anchor, [party.words for party in duty.doers]) for duty in plan.duties if duty.anchor != "b"]


@pytest.mark.parametrize(
    "line",
    [
        "Giao Sở Y tế là cơ quan đầu mối hướng dẫn thực hiện Đề án; tổ chức thực hiện các nhiệm vụ sau:",
        "Sở Y tế bố trí kinh phí trong dự toán hằng năm, trong đó tập trung một số nội dung trọng tâm sau:",
        "Sở Y tế rà soát nhu cầu của các xã, phường. Tham mưu UBND tỉnh ban hành kế hoạch. Sở Y tế lập hồ sơ, cụ thể:",
    ],
)
def test_the_list_is_of_whom_the_line_orders_something(repository: Repository, line: str) -> None:
    """Those who act in the last sentence of a line do what is listed below it, too."""
    assert doers(repository, {"text": line}) == [("d0", ["Sở Y tế"]), ("d1", ["Sở Y tế"])]


@pytest.mark.parametrize(
    "line",
    [
        "Sở Y tế hướng dẫn các trạm y tế thực hiện các biện pháp sau:",
        "Trường hợp dịch lan rộng, Sở Y tế thực hiện các nội dung sau:",
        "Sở Y tế hỗ trợ các bệnh viện bố trí giường bệnh, cụ thể:",
    ],
)
def test_a_list_that_can_be_the_work_of_others_is_nobodys(repository: Repository, line: str) -> None:
    """Whom the line tells to act may have to do what is listed; who acts in one case only does not do it always."""
    assert [whose for _, whose in doers(repository, {"text": line}) if whose] == []


def test_a_list_of_things_is_nobodys(repository: Repository) -> None:
    """What is listed below a line that orders something is work only where it opens with verbs."""
    over = {"text": "Sở Y tế mua sắm trang thiết bị, cụ thể:"}
    assert doers(repository, over, ("Máy thở loại nhỏ.", "Giường bệnh.")) == []


@pytest.mark.parametrize(
    ("above", "line", "things", "whose"),
    [
        ("Sở Y tế", "Trình cấp có thẩm quyền quyết định:", ("Mức hỗ trợ.", "Cơ chế mua sắm thuốc."), ["Sở Y tế"]),
        ("Sở Y tế", "Triển khai các dự án, gồm:", ("Dự án 1: Nâng cấp trạm y tế.", "Dự án 2: Đào tạo."), ["Sở Y tế"]),
        ("Việc mua sắm", "Sở Y tế mua trang thiết bị, cụ thể:", ("Máy thở loại nhỏ.", "Giường bệnh."), ["Sở Y tế"]),
    ],
)
def test_a_line_over_things_is_itself_the_duty(
    repository: Repository, above: str, line: str, things: tuple[str, ...], whose: list[str]
) -> None:
    """It is of those above or whom it names; a thing is no work, though it be called by what is done in it."""
    over = {"id": "c", "text": line, "items": [{"id": f"d{n}", "text": text} for n, text in enumerate(things)]}
    for item in (over, {**over, "text": "", "heading": line}):
        body = [{"id": "b", "heading": above, "items": [item]}]
        plan = linked(repository, body=[{"id": "a", "heading": "Tổ chức thực hiện", "items": body}])
        assert [(duty.anchor, [party.words for party in duty.doers]) for duty in plan.duties] == [("c", whose)]


def test_what_the_line_orders_before_it_leads_to_the_list_is_a_duty(repository: Repository) -> None:
    """The words that only lead to the list are no part of it."""
    line = "Sở Y tế bố trí kinh phí trong dự toán năm; tập trung các nhiệm vụ sau:"
    items = [{"id": "c", "text": BELOW[0]}]
    plan = linked(
        repository, body=[{"id": "a", "heading": "Việc", "items": [{"id": "b", "text": line, "items": items}]}]
    )
    assert [duty.text for duty in plan.duties if duty.anchor == "b"] == ["Sở Y tế bố trí kinh phí trong dự toán năm"]


@pytest.mark.parametrize(
    ("heading", "section", "whose"),
    [
        ("Các doanh nghiệp hoạt động trong lĩnh vực vận tải", "Tổ chức thực hiện", True),
        ("Các hộ chăn nuôi, trang trại", "Tổ chức thực hiện", True),
        ("Người dân trên địa bàn", "Phân công trách nhiệm", True),
        ("Các đơn vị nêu tại mục II", "Tổ chức thực hiện", True),
        ("Các hoạt động tuyên truyền", "Tổ chức thực hiện", False),
        ("Các hộ chăn nuôi phải khai báo", "Tổ chức thực hiện", False),
        ("Các hộ chăn nuôi, trang trại", "Nội dung", False),
        ("Cơ sở vật chất", "Tổ chức thực hiện", False),
    ],
)
def test_a_group_is_told_by_what_those_in_it_are(
    repository: Repository, heading: str, section: str, whose: bool
) -> None:
    """Where work is handed out a heading names a group to its end, be its words known to a list or not."""
    found = doers(repository, {"heading": heading}, section=section)
    assert {tuple(words) for _, words in found if words} == ({(heading,)} if whose else set())


def test_whom_a_list_of_aims_is_about_does_nothing(repository: Repository) -> None:
    """ "Đối với" above figures or criteria says whom they are about; what is told orders nothing by a day."""
    assert doers(repository, {"heading": "Đối với các trạm y tế"}, section="Mục tiêu") == []
    assert doers(repository, {"heading": "Đối với các trạm y tế"}, section="Tiêu chí thi đua") == []
    told = ("Đến ngày 10/3/2027, toàn tỉnh có 40 trạm bị ngập.",)
    assert doers(repository, {"heading": "Thiệt hại"}, told, "Đánh giá tình hình") == []


def test_a_place_before_a_colon_is_where_unless_work_is_handed_out(repository: Repository) -> None:
    """ "Xã Ea Drăng: lấy mẫu …" says where; in a section that hands work out, whose it is."""
    below = ("Xã Ea Drăng: Lấy mẫu nước tại 02 vị trí.",)
    assert doers(repository, {"heading": "Điểm quan trắc"}, below) == []
    handed = doers(repository, {"heading": "Địa phương"}, below, "Tổ chức thực hiện")
    assert handed == [("d0", ["Xã Ea Drăng"])]


def test_fields_stand_as_provisions_with_lists_below_them(repository: Repository) -> None:
    """ "a) Nhiệm vụ:" over tasks, "b) Cơ quan thực hiện:" over fields and "c) Thời gian" are one duty."""
    whose = {"id": "d", "heading": "Cơ quan thực hiện:", "lead": "Sở Y tế.", "partners": "Sở Nội vụ."}
    tasks = {"id": "c", "heading": "Nhiệm vụ:", "items": [{"id": f"t{n}", "text": t} for n, t in enumerate(BELOW)]}
    over = {"id": "b", "heading": "Đào tạo", "items": [tasks, whose, {"id": "e", "text": "Thời gian: Quý II/2027."}]}
    (duty,) = linked(repository, body=[{"id": "a", "heading": "Việc", "items": [over]}]).duties
    assert (duty.text, duty.words("schedule")) == ("\n".join(BELOW), "Quý II/2027.")
    assert [[p.words for p in duty.bodies(role)] for role in ("lead", "partners")] == [["Sở Y tế"], ["Sở Nội vụ"]]
