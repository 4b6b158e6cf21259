"""A plan laid out as printed: labels, paths and anchors of its lines."""

from __future__ import annotations

from typing import Any

import pytest
from corpus import HUYEN_DONG_XUAN, PLAN_IDS, TINH_2021, TINH_2025, XA_EA_KNOP, at

from kehoach.meaning.fabric import Fabric
from kehoach.model.fromdata import plan_from
from kehoach.model.plan import Plan
from kehoach.model.printed import Line, by_name, lines


def plan(body: list[dict[str, Any]], **rest: Any) -> Plan:
    title = "Kế hoạch thử năm 2025"
    return plan_from("xa-a/thu/2025", {"schema_version": 1, "title": title, "issuer": "xa-a", "body": body, **rest})


def printed(body: list[dict[str, Any]], **rest: Any) -> list[tuple[str, str]]:
    return [(line.path, line.text) for line in lines(plan(body, **rest)) if line.item]


def test_levels_follow_the_default_numbering() -> None:
    """I., 1., a), - and + below each other, each with its own path."""
    body = [
        {
            "id": "muc",
            "heading": "Mục lớn",
            "items": [
                {
                    "id": "so",
                    "text": "Số.",
                    "items": [
                        {
                            "id": "chu",
                            "text": "Chữ.",
                            "items": [
                                {"id": "gach", "text": "Gạch.", "items": [{"id": "cong", "text": "Cộng."}]},
                            ],
                        }
                    ],
                }
            ],
        }
    ]
    assert printed(body) == [
        ("I", "I. MỤC LỚN"),
        ("I.1", "1. Số."),
        ("I.1.a", "a) Chữ."),
        ("I.1.a.-1", "- Gạch."),
        ("I.1.a.-1.+1", "+ Cộng."),
    ]


def test_fields_count_as_the_bullets_they_are_printed_as() -> None:
    """Fields and bullets share one count, in the order of the file, and method ideas are pluses below theirs."""
    item = {
        "id": "viec",
        "heading": "Việc",
        "schedule": "Quý I.",
        "items": [{"id": "y-mot", "text": "Ý một."}],
        "lead": "Phòng A.",
        "method_items": [{"id": "cach-mot", "text": "Cách một."}, {"id": "cach-hai", "text": "Cách hai."}],
    }
    assert printed([item], numbering=["1", "-"], labels={"lead": "Đơn vị chủ trì"}) == [
        ("1", "1. Việc"),
        ("1.-1", "- Thời gian thực hiện: Quý I."),
        ("1.-2", "- Ý một."),
        ("1.-3", "- Đơn vị chủ trì: Phòng A."),
        ("1.-4", "- Cách thức thực hiện:"),
        ("1.-4.+1", "+ Cách một."),
        ("1.-4.+2", "+ Cách hai."),
    ]


def test_fields_below_a_dash_are_pluses() -> None:
    """A field is printed one bullet below its item."""
    assert printed([{"id": "viec", "text": "Việc.", "lead": "Phòng A."}], numbering=["-"]) == [
        ("-1", "- Việc."),
        ("-1.+1", "+ Cơ quan chủ trì: Phòng A."),
    ]


def test_fields_have_the_bullet_of_what_stands_beside_them() -> None:
    """Where the sub-items have a plus of their own, fields are pluses and count with them."""
    item = {"id": "le", "heading": "Lễ", "numbering": "+", "schedule": "Ngày 6.", "items": [{"id": "y", "text": "Ý."}]}
    assert printed([item], numbering=["1"]) == [
        ("1", "1. Lễ"),
        ("1.+1", "+ Thời gian thực hiện: Ngày 6."),
        ("1.+2", "+ Ý."),
    ]


def test_second_paragraph_shares_the_path_of_the_first() -> None:
    """Only the first paragraph carries label and anchor."""
    found = [line for line in lines(plan([{"id": "muc", "text": "Một.\nHai."}], numbering=["a"])) if line.item]
    assert [(line.path, line.label, line.anchor, line.words) for line in found] == [
        ("a", "a)", "muc", "Một."),
        ("a", "", "", "Hai."),
    ]


def test_run_in_heading_is_one_line_with_its_text() -> None:
    """Heading and first paragraph are printed as one, and the line knows where the heading ends."""
    body = [{"id": "muc", "heading": "Phòng A:", "run_in": True, "text": "Theo dõi.\nBáo cáo."}]
    found = [line for line in lines(plan(body, numbering=["1"])) if line.item]
    assert [line.text for line in found] == ["1. Phòng A: Theo dõi.", "Báo cáo."]
    assert found[0].words[: found[0].lead_in] == "Phòng A:"


def test_unlabelled_item_takes_no_number() -> None:
    """An item without a label shares the path above, and the count goes on behind it."""
    body: list[dict[str, Any]] = [
        {"id": "mot", "text": "Một."},
        {"id": "giua", "text": "Giữa.", "unlabelled": True, "lead": "Phòng A."},
        {"id": "hai", "text": "Hai."},
    ]
    assert printed(body, numbering=["1"]) == [
        ("1", "1. Một."),
        ("", "Giữa."),
        ("-1", "- Cơ quan chủ trì: Phòng A."),
        ("2", "2. Hai."),
    ]


def test_item_can_number_its_children_otherwise() -> None:
    """A style on the item holds for its children only."""
    body = [{"id": "muc", "text": "Mục.", "numbering": "+", "items": [{"id": "y", "text": "Ý."}]}]
    assert printed(body, numbering=["a", "-"]) == [("a", "a) Mục."), ("a.+1", "+ Ý.")]


def test_decimal_numbers_go_on_from_the_label_above() -> None:
    """1.1 repeats the number above it."""
    body = [{"id": "muc", "text": "Mục.", "items": [{"id": "y", "text": "Ý."}, {"id": "z", "text": "Z."}]}]
    assert printed(body, numbering=["1", "1.1"]) == [("1", "1. Mục."), ("1.1", "1.1. Ý."), ("1.2", "1.2. Z.")]


def test_plain_headings_keep_their_case() -> None:
    """Headings of Roman level are printed in capitals unless the plan says otherwise."""
    body = [{"id": "muc", "heading": "Mục đích"}]
    assert printed(body, plain_headings=True) == [("I", "I. Mục đích")]


HARD_PLACES = [
    (TINH_2021, "III.2.b.-4.+1", "+", "Đài Phát thanh và Truyền hình tỉnh"),
    (TINH_2021, "III.2.đ", "đ)", "Kênh thông tin của tỉnh Đắk Lắk"),
    (TINH_2021, "IV.1.i.+1", "+", ""),
    (TINH_2025, "IV.1.i.-1", "-", "Phát huy vai trò xung kích"),
    (TINH_2025, "III.1.-3.+3", "+", "Tăng cường đưa tin, bài"),
    (HUYEN_DONG_XUAN, "V.1", "1.", "Các cơ quan, ban, ngành, UBND các xã, thị trấn: Căn cứ"),
    (XA_EA_KNOP, "III.3.-1", "-", "Thông qua việc phối hợp cấp phát tờ rơi"),
    (XA_EA_KNOP, "III.3.-2", "-", "Đơn vị chủ trì: Trung tâm Phục vụ hành chính công."),
    (XA_EA_KNOP, "IV.-1", "-", "Kinh phí triển khai"),
    (XA_EA_KNOP, "can-cu-4", "", "Căn cứ Kế hoạch số 05/ KH-SVHTTDL"),
    (XA_EA_KNOP, "thuc-hien", "", "Thực hiện Quyết định số 04 /QĐ-UBND"),
    (XA_EA_KNOP, "ban-hanh", "", "UBND xã Ea Knốp ban hành"),
    (XA_EA_KNOP, "noi-nhan-8", "-", "Lưu: VT, VHXXH."),
    (TINH_2021, "QD.can-cu-2", "", "Căn cứ Quyết định số 3242/QĐ-UBND"),
    (TINH_2021, "QD.de-nghi", "", "Xét đề nghị của Giám đốc Sở Nội vụ"),
    (TINH_2021, "QD.dieu-2", "Điều 2.", "Giao Sở Nội vụ chủ trì"),
    (TINH_2021, "kem-theo", "", "(Ban hành kèm theo Quyết định số"),
    (TINH_2025, "close", "", "Trên đây là Kế hoạch"),
]


@pytest.mark.parametrize(("plan_id", "path", "label", "opening"), HARD_PLACES)
def test_hard_place_has_its_path(fabric: Fabric, plan_id: str, path: str, label: str, opening: str) -> None:
    """The hard places of the five sources are found at the paths that people quote."""
    line = at(fabric.plans[plan_id].lines, path)[0]
    assert (line.label, line.words[: len(opening)]) == (label, opening)


def test_article_s_second_paragraph_shares_its_path(fabric: Fabric) -> None:
    """Điều 3 goes on in a paragraph of its own."""
    assert [line.label for line in at(fabric.plans[TINH_2021].lines, "QD.dieu-3")] == ["Điều 3.", ""]


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_anchors_are_unique_and_ascii(fabric: Fabric, plan_id: str) -> None:
    """Every anchor can be an HTML id, once."""
    anchors = [line.anchor for line in fabric.plans[plan_id].lines if line.anchor]
    assert len(anchors) == len(set(anchors)) > 30
    assert all(anchor.isascii() and " " not in anchor for anchor in anchors)


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_labelled_lines_have_paths_of_their_own(fabric: Fabric, plan_id: str) -> None:
    """No two labelled lines of a plan share a path; recipients of plan and decision included."""
    paths = [line.path for line in fabric.plans[plan_id].lines if line.label]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_decision_comes_first(fabric: Fabric, plan_id: str) -> None:
    """All lines of the decision stand before those of the plan, and their paths say QD."""
    parts = [line.part for line in fabric.plans[plan_id].lines]
    assert parts == sorted(parts, reverse=True)
    for line in fabric.plans[plan_id].lines:
        assert not line.path or line.path.startswith("QD.") == (line.part == "QD"), line


def test_lines_are_called_by_item_path_and_block(fabric: Fabric) -> None:
    """An ``at`` can use an item id, a path, or title, header and signature."""
    names = by_name(fabric.plans[XA_EA_KNOP].lines)

    def words(name: str) -> list[str]:
        return [line.words[:20] for line in names[name]]

    assert words("to-roi-banner") == words("III.3") + words("III.3.-2") + words("III.3.-3")
    assert words("header") == ["Số: /KH-UBND", "Ea Knốp, ngày tháng "]
    assert words("title")[0] == "KẾ HOẠCH"
    assert words("signature") == ["CHỦ TỊCH", "Lê Anh Vũ"]
    assert "" not in names


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_every_line_has_a_place_in_the_file(fabric: Fabric, plan_id: str, repository: Any) -> None:
    """The place of a line's words leads to a line of the YAML file."""
    loaded = repository.plan_files[plan_id]

    def known(line: Line) -> bool:
        return line.kind in ("nation", "resolve") or line.place in loaded.lines

    assert [line.place for line in fabric.plans[plan_id].lines if not known(line)] == []
