"""Whose each part of a work is: headings that say whose it is, clauses with a doer each, brackets below an item."""

from __future__ import annotations

import pytest
from linkedplans import linked

from kehoach.files.repository import Repository


def of(repository: Repository, heading: str, *texts: str) -> list[tuple[list[str], list[str]]]:
    """Give who leads and who helps in each duty of some items below a heading."""
    items = [{"id": f"viec-{number}", "text": text} for number, text in enumerate(texts)]
    plan = linked(
        repository, body=[{"id": "muc", "heading": "Việc", "items": [{"id": "a", "heading": heading, "items": items}]}]
    )
    return [([p.words for p in duty.doers], [p.words for p in duty.partners]) for duty in plan.duties]


@pytest.mark.parametrize(
    "heading",
    [
        "Phòng Kinh tế có các việc sau:",
        "Nhiệm vụ của Phòng Kinh tế",
        "Phòng Kinh tế phải:",
        "Phòng Kinh tế thực hiện các nhiệm vụ sau:",
    ],
)
def test_a_heading_that_says_whose_work_follows_names_them_alone(repository: Repository, heading: str) -> None:
    """What the heading says besides is no part of the name."""
    assert of(repository, heading, "Lập dự toán trước ngày 15/02/2027.") == [(["Phòng Kinh tế"], [])]


def test_the_same_heading_in_capitals_names_them_alone(repository: Repository) -> None:
    """A heading below a Roman figure is printed in capitals."""
    items = [{"id": "viec", "text": "Cử một người trực từ ngày 02/02/2027."}]
    body = [{"id": "muc", "heading": "Công an xã, Trạm Y tế xã phải:", "items": items}]
    (duty,) = linked(repository, body=body).duties
    assert [party.words for party in duty.doers] == ["CÔNG AN XÃ", "TRẠM Y TẾ XÃ"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Luân phiên công chức: Phòng Kế toán lập danh sách, Phòng Tổng hợp trình Giám đốc trước ngày 01/6/2027.",
            [(["Phòng Kế toán"], []), (["Phòng Tổng hợp"], [])],
        ),
        (
            "Sửa trụ sở; đơn vị chủ trì phần hồ sơ là Phòng Kinh tế, đơn vị chủ trì phần thi công là Phòng Nội vụ.",
            [(["Phòng Kinh tế"], []), (["Phòng Nội vụ"], [])],
        ),
        (
            "Sở Xây dựng chủ trì phần hạ tầng, Sở Tài chính chủ trì phần kinh phí.",
            [(["Sở Xây dựng"], []), (["Sở Tài chính"], [])],
        ),
        (
            "Cán bộ của các trạm học lời chào; Phòng Nội vụ kiểm tra qua camera.",
            [(["Phòng Nội vụ"], [])],
        ),
        (
            "Đăng tải 10 tin, bài.\n(Phòng Văn hóa chủ trì, Công an xã phối hợp, quý II/2027)",
            [(["Phòng Văn hóa"], ["Công an xã"])],
        ),
        ("Đăng tải 12 tin, bài.\n(Giao Phòng Văn hóa)", [(["Phòng Văn hóa"], [])]),
        (
            "Mở cửa khẩu số: Phòng Kinh tế vận hành.\nPhân luồng: Đội Rủi ro (chủ trì), Đội Giám sát (phối hợp).",
            [(["Phòng Kinh tế"], []), (["Đội Rủi ro"], ["Đội Giám sát"])],
        ),
    ],
)
def test_each_part_of_a_work_is_of_those_whom_it_names(
    repository: Repository, text: str, expected: list[tuple[list[str], list[str]]]
) -> None:
    """Nobody is said to have what another part of the sentence, or the paragraph before, gives to others."""
    assert of(repository, "Nhiệm vụ", text) == expected


def test_rounds_are_of_those_whose_work_is_parted_into_them(repository: Repository) -> None:
    """ "Sở A xử lý 300 hồ sơ, chia hai đợt:" over its rounds."""
    rounds = [{"id": f"dot-{n}", "text": f"Đợt {n}: {n}00 hồ sơ, trước ngày 30/{n + 5}/2027."} for n in (1, 2)]
    above = {"id": "xu-ly", "text": "Phòng Kinh tế giải quyết 300 hồ sơ trễ hạn, chia hai đợt:", "items": rounds}
    duties = linked(repository, body=[{"id": "muc", "heading": "Việc", "items": [above]}]).duties
    assert [[p.words for p in d.doers] for d in duties if d.anchor.startswith("dot")] == [["Phòng Kinh tế"]] * 2


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("Văn phòng (cập nhật, đăng tải); Công an xã (niêm yết).", [["Văn phòng"], ["Công an xã"]]),
        (
            "Phòng Kinh tế chủ trì (khối trường), Phòng Nội vụ chủ trì (khối phòng)",
            [["Phòng Kinh tế"], ["Phòng Nội vụ"]],
        ),
        ("Sở Xây dựng chủ trì phần hạ tầng, Sở Y tế chủ trì phần hồ sơ", [["Sở Xây dựng"], ["Sở Y tế"]]),
        ("Phòng Kinh tế, Phòng Nội vụ (mỗi phòng một tổ)", [["Phòng Kinh tế", "Phòng Nội vụ"]]),
        ("Sở Y tế (trước 30/6), Sở Nội vụ (trước 30/9)", [["Sở Y tế", "Sở Nội vụ"]]),
    ],
)
def test_a_field_that_gives_each_body_a_part_is_a_duty_of_each(
    repository: Repository, field: str, expected: list[list[str]]
) -> None:
    """Each leads its own part and says so; what brackets say of anything else parts nothing."""
    item = {"id": "viec", "text": "Công khai thủ tục.", "implementers": field, "schedule": "Quý II/2027"}
    duties = linked(repository, body=[{"id": "muc", "heading": "Việc", "items": [item]}]).duties
    assert [[party.words for party in duty.doers] for duty in duties] == expected
    assert {duty.schedule_text for duty in duties} == {"Quý II/2027"}
    assert len({duty.id for duty in duties}) == len(duties)


def marked(repository: Repository, around: str, above: str, *rows: tuple[str, str, str]) -> list[list[list[str]]]:
    """Give who leads, does and helps in each row of a table whose columns are bodies."""
    head = {"above": [above]} if above else {}
    bodies = [{"kind": "body", "heading": name, **head} for name in ("Phòng Kinh tế", "Công an xã")]
    table = {
        "columns": [{"kind": "task", "heading": "Công việc"}, *bodies],
        "rows": [{"id": f"dong-{number}", "cells": list(row)} for number, row in enumerate(rows)],
    }
    item = {"id": "bang", "heading": "Phân vai", "text": around, "table": table}
    duties = linked(repository, body=[{"id": "muc", "heading": "Việc", "items": [item]}]).duties
    rowed = [duty for duty in duties if duty.anchor.startswith("dong")]
    return [[[p.words for p in who] for who in (d.lead, d.implementers, d.partners)] for d in rowed]


def test_marks_below_bodies_say_what_the_words_around_say_of_them(repository: Repository) -> None:
    """A mark that nothing explains names nobody; one that all cells have is what stands above its columns."""
    rows = ("Rà soát thủ tục", "X", "o"), ("Nâng cấp mạng", "", "X")
    both = [[["Phòng Kinh tế"], [], ["Công an xã"]], [["Công an xã"], [], []]]
    assert marked(repository, "Ai chủ trì (X), ai phối hợp (o):", "", *rows) == both
    assert marked(repository, "X: đơn vị chủ trì; o: phối hợp.", "", *rows) == both
    assert marked(repository, "Cụ thể như sau:", "", *rows) == [[[], [], []]] * 2
    said = ("Rà soát thủ tục", "CT", "PH"), ("Nâng cấp mạng", "", "CT")
    assert marked(repository, "Cụ thể như sau:", "", *said) == both
    one = ("Rà soát thủ tục", "x", ""), ("Nâng cấp mạng", "x", "x")
    done = [[[], ["Phòng Kinh tế"], []], [[], ["Phòng Kinh tế", "Công an xã"], []]]
    assert marked(repository, "Cụ thể như sau:", "Đơn vị thực hiện", *one) == done
    assert marked(repository, "Cụ thể như sau:", "Đơn vị", *one) == [[[], [], []]] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Người có nghĩa vụ kê khai phải nộp bản kê khai.", [["Người có nghĩa vụ kê khai"]]),
        ("Mỗi cán bộ, đảng viên phải gương mẫu chấp hành quy định.", [["Mỗi cán bộ, đảng viên"]]),
        (
            "Các đơn vị chủ động triển khai. Cán bộ tiếp nhận có trách nhiệm hướng dẫn người dân.",
            [["Các đơn vị"], ["Cán bộ tiếp nhận"]],
        ),
        ("Các cơ quan được phân công chủ trì phải lập dự toán.", [["Các cơ quan được phân công chủ trì"]]),
        ("Cơ sở vật chất phải bảo đảm an toàn.", []),
        ("Học sinh phải đạt 5 điểm.", []),
    ],
)
def test_persons_who_are_bound_to_do_a_thing_have_it_to_do(
    repository: Repository, text: str, expected: list[list[str]]
) -> None:
    """A group that opens a sentence goes on to what binds it to act; what is no person, or no act, binds nobody."""
    assert [doers for doers, _ in of(repository, "Cách làm", text) if doers] == expected


def test_what_stands_in_front_of_a_semicolon_is_no_work(repository: Repository) -> None:
    """It is no duty of its own of those above, as nothing in it is ordered."""
    text = "Trên cơ sở đề xuất của các xã; Sở Tài chính tham mưu UBND tỉnh bố trí vốn."
    assert of(repository, "Sở Tài chính", text) == [(["Sở Tài chính"], [])]


def test_those_for_whom_something_is_done_do_nothing_by_it(repository: Repository) -> None:
    """Persons who are listed behind a semicolon are as those before it, whatever they work on."""
    text = "Tổ chức tập huấn cho cán bộ làm công tác việc làm; cán bộ trực tiếp làm công tác bảo hiểm."
    assert of(repository, "Sở Nội vụ", text) == [(["Sở Nội vụ"], [])]


def test_who_is_advised_or_directed_does_it_with_others(repository: Repository) -> None:
    """With whom they do it is not with whom those do their work who advise or direct them."""
    advises = "Phối hợp với Sở Nội vụ tham mưu UBND tỉnh phối hợp với Bộ Y tế xây dựng dự án."
    directs = "Chỉ đạo các đơn vị trực thuộc phối hợp với lực lượng Công an rà soát."
    assert of(repository, "Sở Y tế", advises, directs) == [(["Sở Y tế"], ["Sở Nội vụ"]), (["Sở Y tế"], [])]
