"""A name that no list holds is asserted only where its end is proven; it is unread elsewhere, and never cut."""

from __future__ import annotations

import pytest

from kehoach.meaning.actors import read_actors
from kehoach.meaning.parties import parties

UNKNOWN = (
    "Phòng Sổ bộ và theo dõi lưu trữ",
    "Phòng Kiểm tra sau thanh lý",
    "Phòng Giám sát, kiểm tra và xử lý sau cấp phép",
    "Trung tâm Kiểm soát thanh toán điện tử",
    "Cục Quản lý lao động ngoài khu vực",
    "Phòng Quản lý quỹ, giống và nông cụ",
)
SENTENCES = (
    "{} có trách nhiệm tổ chức thực hiện.",
    "Giao {} rà soát hồ sơ.",
    "Các đơn vị báo cáo {} trước ngày 20/11.",
    "Sở Nội vụ phối hợp với {} kiểm tra công vụ.",
    "Chủ trì: {}; phối hợp: Sở Tài chính.",
)


@pytest.mark.parametrize("name", UNKNOWN)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_unknown_name_is_whole_or_unread(sentence: str, name: str) -> None:
    """Nobody is asserted who is called by the beginning of a name only."""
    named = {actor.name.words for actor in read_actors(sentence.format(name)).rows}
    assert named <= {name, "Các đơn vị", "Sở Nội vụ", "Sở Tài chính"}


@pytest.mark.parametrize("name", UNKNOWN)
def test_in_a_list_neither(name: str) -> None:
    """A list drops what may go on, and keeps who stands beside it."""
    assert {party.words for party in parties(f"Sở Tài chính; {name}", ())} <= {"Sở Tài chính", name}


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Phổ biến và theo dõi thi hành pháp luật",
        "Phòng Kiểm tra sau thông quan",
        "Vụ Tiền lương và Bảo hiểm xã hội",
        "Cục Lâm nghiệp và Kiểm lâm",
        "Phòng Quản lý hỗ trợ người nộp thuế",
    ],
)
def test_an_office_of_the_table_is_read_whole(name: str) -> None:
    """What offices are called by is known, whichever words of it are verbs elsewhere."""
    read = read_actors(f"{name} kiểm tra hồ sơ, báo cáo Sở Nội vụ.").rows
    assert [(actor.role, actor.name.words) for actor in read] == [("implementers", name), ("recipients", "Sở Nội vụ")]


def test_a_house_behind_an_office_is_part_of_its_name() -> None:
    """Whose office it is stands right behind in small letters; the office is not named without it."""
    read = read_actors("Khoa Dược phân tích số liệu, trình Hội đồng Quản lý chất lượng bệnh viện.").rows
    assert ("recipients", "Hội đồng Quản lý chất lượng bệnh viện") in [(one.role, one.name.words) for one in read]
    meets = read_actors("Hội đồng Quản lý chất lượng giám sát việc thực hiện.").rows
    assert [actor.name.words for actor in meets] == ["Hội đồng Quản lý chất lượng"]


def test_a_group_in_a_list_keeps_what_it_is_charged_with() -> None:
    """Which of the group are meant is told to the end."""
    found = parties("Các sở, ban, ngành được giao chủ trì soạn thảo; Sở Tư pháp.", ())
    assert [party.words for party in found] == ["Các sở, ban, ngành được giao chủ trì soạn thảo", "Sở Tư pháp"]


@pytest.mark.parametrize("sent", ["kế hoạch", "kế hoạch kiểm tra năm 2027", "dự thảo kế hoạch"])
def test_what_somebody_gets_is_no_part_of_the_name(sent: str) -> None:
    """A plan that is submitted names no department."""
    read = read_actors(f"Văn phòng Sở trình Giám đốc Sở {sent}.").rows
    assert [name.name.words for name in read if name.role == "recipients"] == ["Giám đốc Sở"]
