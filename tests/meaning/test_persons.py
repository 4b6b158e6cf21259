"""Persons in charge: who is called as a person and named, in sentences, before colons, in cells and in fields."""

from __future__ import annotations

import pytest
from linkedplans import linked

from kehoach.files.repository import Repository
from kehoach.meaning.mentions import Party
from kehoach.meaning.persons import charges, in_charge, named_beside, offices_called, person, staff
from kehoach.meaning.unknownbodies import unknown_bodies


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Giới thiệu sách dưới cờ. Cô Mai (thư viện) chuẩn bị, học sinh các lớp trình bày.", ["Cô Mai"]),
        ("Viết bài đăng trên trang của trường. Thầy Hùng phụ trách.", ["Thầy Hùng"]),
        ("Giao cho đ/c H'Nga Mlô – công chức VH-XH phụ trách trang trí.", ["đ/c H'Nga Mlô"]),
        ("Mở 02 lớp bơi. Anh Nguyễn Văn Tài, giáo viên thể dục phụ trách lớp.", ["Anh Nguyễn Văn Tài"]),
        ("Anh Cường (công chức Văn hóa) lo kịch bản, loa máy.", ["Anh Cường"]),
        ("Phân công thầy Hùng và cô Mai chuẩn bị sân khấu.", ["thầy Hùng", "cô Mai"]),
        ("Tập luyện (đ/c Bình phụ trách).", ["đ/c Bình"]),
        ("Y tế: cô Liên trực, chuẩn bị thuốc.", ["cô Liên"]),
        ("Tiểu ban trang trí: Cô Hạnh (tổ Lá), cô Vy: treo băng rôn.", ["Cô Hạnh", "cô Vy"]),
        ("Việc này do đ/c Trần Văn Bảy phụ trách.", ["đ/c Trần Văn Bảy"]),
    ],
)
def test_whoever_a_verb_of_work_stands_behind_is_in_charge(text: str, who: list[str]) -> None:
    """What a person is besides, in brackets, behind a dash or a comma, is no part of the name."""
    assert [party.words for party in in_charge(text)] == who


@pytest.mark.parametrize(
    "text",
    [
        "Chốt sổ, báo ông Lê Văn Hạp (kế toán ngân sách) trước ngày 25/01.",
        "Họp với đ/c An, đ/c Bình báo cáo kết quả.",
        "Bà Rịa thực hiện thí điểm.",
        "Trồng cây trên đường Ông Ích Khiêm.",
        "Thông báo không thực hiện.",
        "Thăm Bà Mẹ Việt Nam anh hùng.",
        "Cô Tô chủ trì ngày hội.",
        "Đồng chí Lê Hồng Phong tham gia cách mạng từ năm 1924.",
    ],
)
def test_who_is_told_met_or_a_place_is_not_in_charge(text: str) -> None:
    """A person who gets something, one of a list of those met, and a place called like a person do nothing here."""
    assert in_charge(text) == ()


def test_each_person_behind_a_stop_has_work_of_one_s_own() -> None:
    """A clause that a person opens begins where its order does; brackets are no clause."""
    assert charges("Giao thầy Hùng chuẩn bị; phân công cô Lan phụ trách trang trí.") == [0, 25]
    assert charges("Các thôn nhắn kết quả trong ngày, anh Cường tổng hợp báo cáo.") == [34]
    assert charges("Tập luyện (đ/c Bình phụ trách).") == []


def test_names_that_are_all_of_some_words() -> None:
    """A person with an office, offices called as persons, and those called by their work are one each."""
    assert person("Thầy Nguyễn Văn Tựu (Hiệu trưởng)") == Party("Thầy Nguyễn Văn Tựu")
    comrade = "Đồng chí Lê Hồng Phong"
    assert person(comrade) is None and person(comrade, assigning=True) == Party(comrade)
    assert person("Thầy giáo") is None and person("Ông nội") is None
    called = "Các ông (bà) bí thư chi bộ, trưởng các thôn"
    assert offices_called(f"{called}:") == Party(called) and offices_called("Các đồng chí phụ trách:") is None
    assert staff("Bảo vệ, tạp vụ") == Party("Bảo vệ, tạp vụ") and staff("Bảo vệ môi trường") is None


def test_cells_name_persons_beside_bodies() -> None:
    """An office behind a person's name is that person's; a body, or one that the registries know, is another."""
    assert named_beside("Ông Thắng, trưởng thôn Khê", [Party("trưởng thôn Khê")]) == (
        Party("Ông Thắng, trưởng thôn Khê"),
    )
    assert named_beside("Cô Mai, Tổ Ngữ văn", [Party("Tổ Ngữ văn")]) == (Party("Cô Mai"), Party("Tổ Ngữ văn"))
    known = Party("Giám đốc Sở Nội vụ", "so-noi-vu")
    assert named_beside("Ông An, Giám đốc Sở Nội vụ", [known]) == (known,)


def test_where_work_is_handed_out_whoever_holds_an_office_has_what_is_behind_the_colon(repository: Repository) -> None:
    """A name that no list knows to its end is one as printed; elsewhere it stays unread."""
    text = "Hiệu trưởng các trường Mầm non, Tiểu học, THCS: chỉ đạo giáo viên tổng vệ sinh."
    for heading, whose in (("Tổ chức thực hiện", ["Hiệu trưởng các trường Mầm non, Tiểu học, THCS"]), ("Bối cảnh", [])):
        plan = linked(repository, body=[{"id": "m", "heading": heading, "items": [{"id": "a", "text": text}]}])
        assert [party.words for duty in plan.duties for party in duty.doers] == whose


def test_a_venue_and_a_teacher_s_office_are_no_unknown_bodies(repository: Repository) -> None:
    """Behind "tại" a house of culture is where something is held; who leads the pioneers holds an office."""
    texts = ("Biểu diễn tại Trung tâm văn hóa Xã.", "Tổng phụ trách Đội: tổ chức thi.")
    items = [{"id": f"i-{number}", "text": text} for number, text in enumerate(texts)]
    plan = linked(repository, body=[{"id": "m", "heading": "Tổ chức thực hiện", "items": items}])
    assert not list(unknown_bodies(plan))


def test_persons_have_duties_and_are_no_unknown_bodies(repository: Repository) -> None:
    """In a field, before a colon, at the head of a list, below a line that hands work out; none is asked for."""
    parts = [
        {"id": "a", "unlabelled": True, "heading": "Phân công:", "items": [{"id": "b", "text": "Tổ Văn: chấm thi."}]},
    ]
    items = [
        {"id": "h", "text": "Bà Na – P.Hiệu trưởng: Phó ban, duyệt văn nghệ."},
        {"id": "k", "text": "Bếp: chuẩn bị 210 suất bánh."},
        {"id": "c", "text": "Cô Lan (Phó Hiệu trưởng): chỉ đạo chung."},
        {"id": "d", "text": "Bảo vệ trường: không cho người lạ vào trường."},
        {"id": "e", "heading": "Thầy Nam – Tổ trưởng", "items": [{"id": "f", "text": "Lập danh sách."}]},
        {"id": "g", "heading": "Ngày hội", "lead": "Thầy Bình – Phó Hiệu trưởng.", "items": parts},
    ]
    plan = linked(repository, body=[{"id": "m", "heading": "Tổ chức thực hiện", "items": items}])
    assert [[party.words for party in duty.doers] for duty in plan.duties] == [
        ["Bà Na"],
        ["Bếp"],
        ["Cô Lan"],
        ["Bảo vệ trường"],
        ["Thầy Nam"],
        ["Thầy Bình – Phó Hiệu trưởng"],
        ["Tổ Văn"],
    ]
    assert not [body.name for body in unknown_bodies(plan) if "Thầy" in body.name]
