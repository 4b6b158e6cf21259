"""Shapes met in plans of one kind of office alone: schools, tax and inspection offices, districts; own words."""

from __future__ import annotations

from typing import Any

import pytest
from corpus import ROOT
from jsonschema_rs import Draft202012Validator
from test_import_word import _raw, _run
from wordtables import add_table, plan

from kehoach.importing import read as reader
from kehoach.importing.model import ImportProblem, Reading, SourceLine, SourceRow, SourceTable
from kehoach.importing.pipeline import ImportResult, import_reading, import_text
from kehoach.importing.read import import_file
from kehoach.importing.word import read_word

HEAD = """SỞ GIÁO DỤC VÀ ĐÀO TẠO    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ HUẾ    Độc lập - Tự do - Hạnh phúc
TRƯỜNG THCS HOA SỮA
Số: 12/{symbol}    Kim Long, ngày 03 tháng 9 năm 2025

KẾ HOẠCH
{title}

I. MỤC TIÊU
Mỗi lớp có một tủ sách.
"""


@pytest.mark.parametrize("symbol", ["KH-THCS HS", "KH-THCS", "KH-THCS.HS"])
def test_a_school_writes_its_name_behind_its_symbol(symbol: str) -> None:
    """The letters behind the space are of the symbol, and no part of the school's name."""
    data = import_text(HEAD.format(symbol=symbol, title="Tủ sách lớp học")).data
    assert (data["number"], data["symbol"]) == ("12", symbol)
    assert data["header"] == ["Sở Giáo dục và Đào tạo thành phố Huế", "Trường THCS Hoa Sữa"]


@pytest.mark.parametrize(
    ("printed", "header"),
    [
        ("VIỆN KIỂM SÁT NHÂN DÂN\nKHU VỰC 7", ["Viện kiểm sát nhân dân khu vực 7"]),
        ("CỤC HOA\nCHI CỤC HOA\nKHU VỰC VI", ["Cục Hoa", "Chi cục Hoa khu vực VI"]),
        ("BỘ HOA\nTRƯỜNG TRUNG CẤP\nSỐ 1", ["Bộ Hoa", "Trường trung cấp số 1"]),
        ("UBND PHƯỜNG 7\nTRẠM Y TẾ", ["UBND phường 7", "Trạm Y tế"]),
    ],
)
def test_a_number_below_the_name_of_a_body_is_of_the_name(printed: str, header: list[str]) -> None:
    """It opens no part of the body, and a Roman one stays in capitals."""
    number = "Số: 15/KH-VKS\nXuân Lộc, ngày 16 tháng 12 năm 2025\n"
    data = import_text(f"{printed}\n{number}KẾ HOẠCH\nCông tác năm 2026\nI. MỤC TIÊU\n1. Làm tốt.\n").data
    assert (data["header"], [item["heading"] for item in data["body"]]) == (header, ["Mục tiêu"])


@pytest.mark.parametrize(
    ("printed", "title", "enactment"),
    [
        ("TỦ SÁCH LỚP HỌC\nNăm học 2025 - 2026", "Kế hoạch tủ sách lớp học năm học 2025 - 2026", None),
        ("Tủ sách lớp học\nNăm 2025", "Kế hoạch tủ sách lớp học Năm 2025", None),
        ("Tủ sách lớp học\n\nNhà trường lập kế hoạch như sau:", "Kế hoạch tủ sách lớp học", "Nhà trường lập kế hoạch"),
    ],
)
def test_a_period_right_above_the_body_is_the_last_line_of_the_title(
    printed: str, title: str, enactment: str | None
) -> None:
    """A sentence there announces the plan."""
    data = import_text(HEAD.format(symbol="KH-THCS", title=printed)).data
    assert data["title"] == title
    assert data.get("enactment", "").startswith(enactment or "") and bool(enactment) == ("enactment" in data)


def _pages(foot: str) -> str:
    return f"KẾ HOẠCH\nLàm sạch sông\nI. MỤC TIÊU\n1. Vớt bèo.\n{foot.format(1)}\n\f2. Trồng cây.\n{foot.format(2)}\n"


def test_a_running_foot_with_the_number_of_its_page_is_no_content_on_two_pages_either() -> None:
    """The last page's is one, too; the same words without a number on two pages can be content."""
    result = import_text(_pages("Kế hoạch làm sạch sông    Trang {}/2"))
    assert [item["text"] for item in result.data["body"][0]["items"]] == ["Vớt bèo.", "Trồng cây."]
    assert sum("cuối trang" in part.reason for part in result.report.removed) == 2
    assert "Vớt bèo. Như trên." in str(import_text(_pages("Như trên.")).data["body"]).replace("\\n", " ")


def test_fields_that_stand_in_one_line_are_fields_each() -> None:
    """Behind a bullet or none, whatever stands between them; one of a kind that was there stays where it is."""
    text = (
        "KẾ HOẠCH\nHội chợ\nI. VIỆC\n1. Mở gian hàng\n"
        "Thời gian: Quý II/2026. Đơn vị thực hiện: Phòng Kinh tế. Đơn vị phối hợp: UBND xã Mẫu; Hội Nông dân.\n"
        "2. Phát tờ rơi\n- Đơn vị thực hiện: Điện lực Mẫu; phối hợp: Phòng Văn hóa;\n- Kết quả: 100 tờ.\n"
        "3. Đêm hội\nThời gian: ngày 05/5/2026; địa điểm: Nhà văn hóa. Thời gian: dự phòng.\n"
    )
    first, second, third = import_text(text).data["body"][0]["items"]
    assert (first["schedule"], first["implementers"]) == ("Quý II/2026.", "Phòng Kinh tế.")
    assert first["partners"] == "UBND xã Mẫu; Hội Nông dân."
    assert (second["implementers"], second["partners"]) == ("Điện lực Mẫu;", "Phòng Văn hóa;")
    assert (second["output"], third["schedule"]) == ("100 tờ.", "ngày 05/5/2026;")
    assert third["venue"] == "Nhà văn hóa. Thời gian: dự phòng."


def test_columns_below_one_head_that_tell_where_bodies_stand_hold_what_the_head_names() -> None:
    """ "Phối hợp" over "Trong Sở" and "Ngoài Sở" are two columns of partners; "Số lượng" below it is none."""
    rows = [
        ["TT", "Nhiệm vụ", "Phân công", "<", "<", "<", "Hoàn thành"],
        ["^", "^", "Chủ trì", "Phối hợp", "<", "<", "^"],
        ["^", "^", "^", "Trong Sở", "Ngoài Sở", "Số lượng", "^"],
        ["1", "Mở kho số liệu", "Phòng A", "Văn phòng", "Sở Tài chính", "2", "Quý II/2026"],
    ]
    data = import_file(plan(lambda document: add_table(document, rows, headed=3))).data
    columns = next(item["table"] for item in data["body"] if "table" in item)["columns"]
    assert [column.get("kind") for column in columns] == [
        *("number", "task", "lead", "partners", "partners", None, "schedule"),
    ]


def test_the_heading_of_a_table_that_a_page_prints_again_leaves_no_place_open() -> None:
    """What was taken out stands twice but for the bars before it, so that a word before it tells which."""
    rows = [
        ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
        *((f"{n}", f"Việc {n}", "Phòng A", f"Tháng {n}") for n in (1, 2, 3)),
    ]
    said = ["KẾ HOẠCH", "Làm sạch sông", "I. VIỆC"]
    text = [*said, *("| " + " | ".join(row) + " |" for row in (rows[0], rows[1], rows[2], rows[0], rows[3]))]
    first = SourceTable(tuple(SourceRow(number, row) for number, row in enumerate(rows[:3], 4)))
    second = SourceTable((SourceRow(7, rows[0]), SourceRow(8, rows[3])))
    lines = [SourceLine(number, line) for number, line in enumerate(said, 1)]
    reading = Reading("\n".join(text) + "\n", [*lines, first, second])
    result = import_reading(reading, source_file="2026.source.txt")
    assert len(result.data["body"][0]["table"]["rows"]) == 3
    assert not [note for note in result.report.doubts if "chưa có chỗ trong bản nháp" in note.message]
    assert [entry["at"] for entry in result.data["corrections"]] == ["viec-2"]


@pytest.mark.parametrize(
    ("printed", "header"),
    [
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH GIA LAI", ["Hội đồng nhân dân", "Tỉnh Gia Lai"]),
        ("CỤC THUẾ\nTHUẾ TỈNH AN GIANG", ["Cục Thuế", "Thuế tỉnh An Giang"]),
        ("SỞ Y TẾ BẮC NINH\nTRẠM Y TẾ XÃ HOA SỮA", ["Sở Y tế Bắc Ninh", "Trạm Y tế xã Hoa Sữa"]),
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", ["Tổng Liên đoàn Lao động Việt Nam"]),
        ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", ["Hội Liên hiệp Phụ nữ Việt Nam"]),
    ],
)
def test_names_of_a_head_keep_their_capitals(printed: str, header: list[str]) -> None:
    """Places, organisations and the fields of departments, though no other line of the text names them."""
    number = "Số: 15/KH-HS\nKim Long, ngày 16 tháng 12 năm 2025\n"
    data = import_text(f"{printed}\n{number}KẾ HOẠCH\nCông tác năm 2026\nI. MỤC TIÊU\n1. Làm tốt.\n").data
    assert data["header"] == header


def test_a_day_below_time_is_the_time_and_its_half_is_not() -> None:
    """ "Thời gian" over "Buổi" and "Ngày": the day counts."""
    rows = [
        ["Thời gian", "<", "Nhiệm vụ", "Chủ trì"],
        ["Buổi", "Ngày", "^", "^"],
        ["Sáng", "07/4/2026", "Đo giếng", "Phòng A"],
    ]
    data = import_file(plan(lambda document: add_table(document, rows, headed=2))).data
    columns = next(item["table"] for item in data["body"] if "table" in item)["columns"]
    assert [column.get("kind") for column in columns] == [None, "schedule", "task", "lead"]


def test_the_report_says_the_number_of_the_party_as_it_is_printed() -> None:
    """And names the Party, which stands on the right, among no issuing bodies."""
    head = "ĐẢNG BỘ TỈNH NINH BÌNH    ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ HOA SỮA\n*\nSố 12-KH/ĐU\n"
    result = import_text(f"{head}Hoa Sữa, ngày 20 tháng 01 năm 2026\nKẾ HOẠCH\nHọc tập\nI- MỤC ĐÍCH\n1- Làm tốt.\n")
    said = result.report.recognised
    assert said["Số, ký hiệu"] == "12-KH/ĐU"
    assert said["Cơ quan ban hành"] == "Đảng bộ tỉnh Ninh Bình – Đảng ủy xã Hoa Sữa"


_GONE = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"


def test_a_deleted_mark_with_nothing_to_join_loses_no_paragraph() -> None:
    """Before a table, at the end of a cell and of the document the mark stays; within a cell it joins two."""
    cell = f"<w:tc><w:p>{_GONE}{_run('Phòng ')}</w:p><w:p>{_GONE}{_run('Tài chính')}</w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell}<w:tc><w:p>{_run('Quý I')}</w:p></w:tc></w:tr></w:tbl>"
    parts = read_word(_raw(f"<w:p>{_GONE}{_run('Như sau:')}</w:p>{table}<w:p>{_GONE}{_run('Hết.')}</w:p>")).parts
    said: list[Any] = [part.text if isinstance(part, SourceLine) else part.rows[0].cells for part in parts]
    assert said == ["Như sau:", ("Phòng Tài chính", "Quý I"), "Hết."]
    assert isinstance(parts[1], SourceTable)


def test_a_footnote_in_a_cell_of_several_lines_makes_a_draft_that_the_schema_takes() -> None:
    """What its mark stands behind is named within one line, and its own words with single spaces."""
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    cells = f"<w:tc><w:p>{_run('Chủ trì')}</w:p></w:tc><w:tc><w:p>{_run('Việc')}</w:p></w:tc>"
    two = f"<w:p>{_run('Rà soát')}</w:p><w:p>{_run('b')}{mark}</w:p>"
    below = f"<w:tc><w:p>{_run('Phòng A')}</w:p></w:tc><w:tc>{two}</w:tc>"
    notes = f'<w:footnote w:id="1"><w:p>{_run("Theo  mẫu.")}</w:p></w:footnote>'
    table = f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{below}</w:tr></w:tbl>"
    result = import_file(_raw(f"<w:p>{_run('KẾ HOẠCH')}</w:p>{table}", notes))
    schema = Draft202012Validator((ROOT / "schema" / "plan.v1.schema.json").read_text(encoding="utf-8"))
    assert "Theo mẫu." in result.yaml and schema.is_valid(dict(result.data))


def _of_pdf(monkeypatch: pytest.MonkeyPatch, lines: list[str]) -> ImportResult:
    """Import a PDF whose one page was taken apart into these lines; its picture reads "NHẬN DẠNG"."""
    taken = {"pages": [[{"text": line} for line in lines]], "images": ["AA=="]}
    monkeypatch.setattr(reader, "_worked", lambda data, *arguments: taken)
    monkeypatch.setattr(reader, "recognise", lambda image: "KẾ HOẠCH\nNHẬN DẠNG\n")
    return import_file(b"%PDF-1.7")


def test_signs_that_a_pdf_does_not_name_are_told_and_many_are_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few make a draft of the plan, with their lines; a text full of them is read from its picture."""
    said = ["KẾ HOẠCH", "Làm sạch sông", "I. MỤC TIÊU", "1. Vớt bèo trên sông, dọn rác ở bãi và trồng cây hai bên."]
    assert "cid" not in _of_pdf(monkeypatch, said).report.text()
    few = _of_pdf(monkeypatch, [*said, "2. Trồ(cid:103) thêm cây xanh ở công viên."])
    assert "có chữ mà tệp PDF không cho biết" in next(
        n.message for n in few.report.doubts if "status: draft" in n.message
    )
    assert [note.line for note in few.report.doubts if "(cid:…)" in note.message] == [5]
    unnamed = [line.replace("n", "(cid:7)") for line in said]
    many = _of_pdf(monkeypatch, unnamed)
    assert "NHẬN DẠNG" in many.source and "cid" not in many.source

    def none(image: bytes) -> str:
        raise ImportProblem("Chưa cài Tesseract.")

    monkeypatch.setattr(reader, "recognise", none)
    assert "cid" in import_file(b"%PDF-1.7").source
