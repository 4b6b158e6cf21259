"""What stands around the body of a plan: stamps of urgency, headings without labels, posts with their bodies."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kehoach.importing.draftplace import issuing_bodies
from kehoach.importing.pipeline import import_text
from kehoach.model.registry import Registry

HEAD = """{above}
SỞ HOA    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG HOA SỮA    Độc lập - Tự do - Hạnh phúc
Số: 12/KH-THS    Kim Long, ngày 03 tháng 9 năm 2026
{below}
KẾ HOẠCH
Trồng hoa năm 2026
Căn cứ Luật Hoa ngày 01/01/2026;
Trường Hoa Sữa ban hành Kế hoạch như sau:
"""
FOOT = """
Nơi nhận:
- Sở Hoa;
- Lưu: VT.
{signing}
"""


def _imported(body: str, above: str = "", below: str = "", signing: str = "HIỆU TRƯỞNG\nĐinh Văn Kha") -> Any:
    text = HEAD.format(above=above, below=below) + body + FOOT.format(signing=signing)
    return import_text(text, source_file="2026.source.txt").data


@pytest.mark.parametrize("mark", ["HỎA TỐC", "THƯỢNG KHẨN", "KHẨN", "MẬT", "(TỐI MẬT)", "HỎA TỐC HẸN GIỜ"])
@pytest.mark.parametrize("where", ["above", "below"])
def test_a_mark_of_urgency_is_no_part_of_a_bodys_name(mark: str, where: str) -> None:
    """It is told as left out, and the plan stays an issued one, proved word for word."""
    data = _imported("I. MỤC TIÊU\n1. Làm tốt.\n", **{where: mark})
    assert data["header"] == ["Sở Hoa", "Trường Hoa Sữa"]
    assert "status" not in data and [entry["published"] for entry in data["corrections"]] == [""]


def test_a_heading_in_capitals_below_the_sentence_that_issues_a_plan_opens_the_body() -> None:
    """Without a label, too; short lines above bullets are headings below it."""
    data = _imported(
        "MỤC ĐÍCH – YÊU CẦU\n- Vườn đẹp hơn.\n- Ai cũng trồng.\nNHIỆM VỤ\nChọn giống\n"
        "- Tổ Một chọn giống.\n- Tổ Hai mua giống.\nChăm sóc cây\n- Tổ Ba tưới nước.\n"
    )
    assert data["enactment"].endswith("như sau:")
    assert [item["heading"] for item in data["body"]] == ["MỤC ĐÍCH – YÊU CẦU", "NHIỆM VỤ"]
    parts = [(item["heading"], len(item["items"])) for item in data["body"][1]["items"]]
    assert parts == [("Chọn giống", 2), ("Chăm sóc cây", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "Các tổ làm ngay trong tháng.",  # a sentence
        "các tổ cùng làm",  # goes on with the bullet
        "Thời gian: tháng 9",  # a field
    ],
)
def test_other_lines_between_bullets_are_no_headings(line: str) -> None:
    """They stay what they were: more of the bullet, or its field."""
    data = _imported(f"I. VIỆC LÀM\n- Trồng hoa.\n{line}\n- Tưới cây.\n")
    assert "heading" not in str(data["body"][0].get("items"))


@pytest.mark.parametrize(
    ("printed", "role", "name"),
    [
        ("GIÁM ĐỐC\nSỞ HOA, CÂY VÀ CỎ\nLê Thị Na", "Giám đốc Sở Hoa, cây và cỏ", "Lê Thị Na"),
        ("GIÁM ĐỐC\nBÁO HOA, CÂY,\nTRUYỀN HÌNH\nLê Thị Na", "Giám đốc báo hoa, cây, truyền hình", "Lê Thị Na"),
        ("GIÁM ĐỐC\nĐOÀN THỊ NA", "Giám đốc", "ĐOÀN THỊ NA"),
        ("TM. ỦY BAN NHÂN DÂN\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Na", "Phó Chủ tịch", "Lê Thị Na"),
    ],
)
def test_a_body_below_a_post_is_a_part_of_it(printed: str, role: str, name: str) -> None:
    """It opens no part of the body of the plan; a name in capitals stays a name; no blank is put in."""
    data = _imported("I. MỤC TIÊU\n1. Làm tốt.\n", signing=printed)
    assert (data["signature"]["role"], data["signature"]["name"]) == (role, name)
    assert len(data["body"]) == 1 and "status" not in data


def test_two_bodies_on_one_line_of_the_head_issue_a_joint_plan() -> None:
    """As many as sign: what stands above them is of both; a name with a dash stays one."""
    date = dt.date(2026, 2, 2)
    joint = issuing_bodies(("UBND tỉnh Hoa", "Sở Cây - Báo và Đài"), "Hoa", Registry(), date, 2)
    assert [body.id for body in joint] == ["so-cay-hoa", "bao-va-dai-hoa"]
    other = issuing_bodies(("Sở Lúa", "Sở Cây - Cỏ và Lá"), "Hoa", Registry(), date, 2)
    assert [body.id for body in other] == ["so-lua", "so-cay-co-va-la"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Ủy ban nhân dân xã Hoa", "Tỉnh Cây"), "xa-hoa"),
        (("Ủy ban nhân dân", "Tỉnh Cây"), "tinh-cay"),
        (("Tỉnh Cây", "Ủy ban nhân dân xã Hoa"), "xa-hoa"),
    ],
)
def test_the_province_below_a_commune_is_around_it(names: tuple[str, ...], expected: str) -> None:
    """Older heads print the place of the commune below it."""
    assert issuing_bodies(names, "Hoa", Registry(), None, 1)[0].id == expected


@pytest.mark.parametrize(
    ("capitals", "prose", "written"),
    [
        ("SỞ GIÁO DỤC ĐẮK LẮK", "Trường làm", ["Sở Giáo dục Đắk Lắk"]),
        ("TRƯỜNG THPT HOA MAI\nTỔ: TOÁN", "Trường làm", ["Trường THPT Hoa Mai", "Tổ: toán"]),
        ("CÔNG TY ĐIỆN LỰC HOA", "Công ty Điện lực Hoa lập kế hoạch", ["Công ty Điện lực Hoa"]),
        ("TRƯỜNG ĐẠI HỌC SƯ PHẠM", "Trường Đại học Sư phạm làm", ["Trường Đại học Sư phạm"]),
        ("UỶ BAN NHÂN DÂN XÃ HOA", "Ban Nhân dân các ấp làm", ["Uỷ ban nhân dân xã Hoa"]),
        ("BAN QUẢN LÝ\nCÁC KHU RỪNG", "Ban Quản lý làm", ["Ban Quản lý các khu rừng"]),
    ],
)
def test_names_in_capitals_are_written_as_the_prose_writes_them(capitals: str, prose: str, written: list[str]) -> None:
    """The document's own spelling comes before any rule."""
    number = "Số: 15/KH-H\nXuân Lộc, ngày 16 tháng 12 năm 2025\n"
    data = import_text(f"{capitals}\n{number}KẾ HOẠCH\nCông tác năm 2026\nI. MỤC TIÊU\n1. {prose}.\n").data
    assert data["header"] == written


def test_a_post_is_written_as_the_prose_writes_it() -> None:
    """ "CHÁNH ÁN" is "Chánh án"; behind "KT." as well."""
    data = _imported("I. MỤC TIÊU\n1. Chánh án phụ trách.\n", signing="KT. CHÁNH ÁN\nPHÓ CHÁNH ÁN\nĐinh Văn Kha")
    assert data["signature"]["authority"] == "KT. Chánh án"


def test_whose_work_stands_last_closes_no_plan() -> None:
    """ "Giáo viên: …" opens no order, though without its marks it reads "Giao viên"."""
    last = "Giáo viên: thực hiện nghiêm túc kế hoạch."
    data = _imported(f"I. MỤC TIÊU\nTổ trưởng: báo cáo.\n{last}\n")
    assert "close" not in data and last in data["body"][0]["text"]


def test_a_blank_number_without_a_symbol_is_a_part_of_the_head() -> None:
    """What is printed for a plan that has neither comes back as nothing."""
    data = import_text("TRƯỜNG THPT HOA MAI\nSố:       /\n\nKẾ HOẠCH\nCông tác năm 2026\nI. MỤC TIÊU\n1. Học.\n").data
    assert data["number"] is None and "symbol" not in data and data["body"][0]["heading"] == "Mục tiêu"


def test_an_order_to_all_at_the_end_closes_a_plan() -> None:
    """It is no part of the last provision, with or without "./."."""
    data = _imported("I. MỤC TIÊU\n1. Làm tốt.\nYêu cầu các tổ nghiêm túc thực hiện.\n")
    assert data["close"] == "Yêu cầu các tổ nghiêm túc thực hiện." and data["body"][0]["items"][0]["text"] == "Làm tốt."


def test_the_heading_of_a_table_printed_again_below_a_page_number_leaves_the_plan_issued() -> None:
    """What was taken out is found again in the source without the number of the page."""
    rows = "| STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |\n"
    first = "".join(f"| {n} | Trồng cây số {n} | Tổ {n} | Tháng {n} |\n" for n in (1, 2))
    body = f"I. VIỆC LÀM\n{rows}{first}\f3\n{rows}| 3 | Tưới cây | Tổ 3 | Tháng 3 |\n"
    data = _imported(body)
    assert "status" not in data and len(data["body"][0]["table"]["rows"]) == 3


def test_the_year_behind_the_number_of_a_legal_act_is_of_its_symbol() -> None:
    """ "11/2026/QĐ-UBND" has a number and stays as it is printed."""
    head = "ỦY BAN NHÂN DÂN\nTỈNH HOA\nSố: 11/2026/QĐ-UBND\nHoa, ngày 16 tháng 3 năm 2026\n"
    data = import_text(f"{head}QUYẾT ĐỊNH\nPhê duyệt Kế hoạch trồng cây năm 2026\nĐiều 1. Phê duyệt.\n").data
    assert (data["number"], data["symbol"]) == ("11", "2026/QĐ-UBND")


def test_parts_with_roman_figures_stand_below_the_article_that_announces_them() -> None:
    """A decision that approves a plan holds it in its first article; the second stands beside that again."""
    head = "SỞ HOA\nSố: 11/QĐ-SH\nHoa, ngày 16 tháng 3 năm 2026\nQUYẾT ĐỊNH\nPhê duyệt Kế hoạch trồng cây năm 2026\n"
    articles = (
        "Điều 1. Phê duyệt Kế hoạch với các nội dung như sau:\nI. MỤC TIÊU\n1. Vườn đẹp.\n2. Nhiều cây.\n"
        "II. VIỆC LÀM\n1. Trồng cây.\nĐiều 2. Các tổ thi hành.\n"
    )
    first, second = import_text(head + articles).data["body"]
    assert [(part["heading"], len(part["items"])) for part in first["items"]] == [("Mục tiêu", 2), ("Việc làm", 1)]
    assert second["heading" if "heading" in second else "text"].startswith("Các tổ thi hành")


def test_a_colon_within_brackets_ends_no_heading() -> None:
    """ "… (Chủ trì: Văn phòng; …)" stays one sentence; a body whose part stands in brackets is a heading as before."""
    task = "Ban hành quy chế; kiện toàn đầu mối tại các phòng (Chủ trì: Văn phòng; hoàn thành trước ngày 31/3/2026)."
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH MẪU\nSố: 57/KH-UBND\nTỉnh Mẫu, ngày 12 tháng 02 năm 2026\nKẾ HOẠCH\nCông tác năm 2026\n"
    )
    body = f"I. NHIỆM VỤ\n1. Văn thư\na) {task}\nb) Sở Nội vụ (Phòng Tổ chức): Lập danh sách.\n"
    (section,) = import_text(head + body).data["body"]
    first, second = section["items"][0]["items"]
    assert (first.get("heading"), first["text"]) == (None, task)
    assert (second["heading"], second["text"]) == ("Sở Nội vụ (Phòng Tổ chức):", "Lập danh sách.")
