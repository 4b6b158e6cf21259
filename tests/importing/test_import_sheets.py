"""Workbooks: a table of duties with what stands around it, days and merged cells, what is hidden, what is hostile."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import Any

import openpyxl
import pytest

from kehoach.importing.filekinds import is_workbook
from kehoach.importing.model import ImportProblem, SourceLine, SourceTable
from kehoach.importing.read import import_file, read, read_all
from kehoach.importing.sheetformats import shown_number
from kehoach.model.fromdata import plan_from

_HEADING = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Sản phẩm")


def _workbook(change: Any = None) -> bytes:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["UBND XÃ MẪU", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    sheet.append(["Số: 12/KH-UBND", None, None, "Mẫu, ngày 12 tháng 01 năm 2026"])
    for title in ("KẾ HOẠCH", "Chuyển đổi số năm 2026"):
        sheet.append([title])
    sheet.append(list(_HEADING))
    sheet.append([1, "Lắp đặt wifi", "Phòng Kinh tế", dt.date(2026, 6, 30), "Báo cáo"])
    sheet.append([2, "Nâng cấp máy tính", None, "Quý III/2026", 2.5])
    sheet.merge_cells("C6:C7")
    sheet.append(["Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.", None, None, "CHỦ TỊCH\nĐinh Văn Kha"])
    if change:
        change(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_is_a_plan_with_a_table_of_duties() -> None:
    """Head, title, rows as duties with their day and their merged body, recipients and signer."""
    data = import_file(_workbook(), issuer="xa-mau").data
    assert (data["number"], data["symbol"], data["title"]) == ("12", "KH-UBND", "Kế hoạch chuyển đổi số năm 2026")
    assert data["recipients"] == ["UBND tỉnh;", "Lưu: VT."] and data["signature"]["name"] == "Đinh Văn Kha"
    (item,) = plan_from("a/b/2026", dict(data)).body
    (table,) = item.tables
    fields = [{field.kind: field.text for field in row.item.fields if field.kind} for row in table.rows]
    assert [
        (row.item.text, f["lead"], f["schedule"], f["output"]) for row, f in zip(table.rows, fields, strict=True)
    ] == [
        ("Lắp đặt wifi", "Phòng Kinh tế", "30/06/2026", "Báo cáo"),
        ("Nâng cấp máy tính", "Phòng Kinh tế", "Quý III/2026", "2,5"),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sở Nội vụ_x000D_\nSở Tài chính", "Sở Nội vụ\nSở Tài chính"),
        ("mã _x005F_x000D_", "mã _x000D_"),
        ("bảng_xanh_", "bảng_xanh_"),
        ("_x0007_ và _xD83D_", "_x0007_ và _xD83D_"),
    ],
)
def test_signs_written_by_their_number_are_read_as_excel_shows_them(written: str, meant: str) -> None:
    """Programs that export a cell of two lines write its return as ``_x000D_``; what no cell shows stays."""

    def change(_: Any, sheet: Any) -> None:
        sheet["C6"].value = written

    tables = [part for part in read(_workbook(change)).parts if isinstance(part, SourceTable)]
    assert tables[0].rows[1].cells[2] == meant


@pytest.mark.parametrize(
    ("value", "code", "seen"),
    [
        (0.955, "0.0%", "95,5%"),
        (0.95, "0%", "95%"),
        (0.945, "0%", "95%"),
        (0.9, "0.00 %", "90,00 %"),
        (0.5, "General", "0,5"),
        (0.1 + 0.2, "General", "0,3"),
        (1500000, "#,##0", "1.500.000"),
        (1234.5, "#,##0.00", "1.234,50"),
        (7, "00", "07"),
        (12, '0" hồ sơ"', "12 hồ sơ"),
        (dt.date(2026, 6, 5), "mm-dd-yy", "05/06/2026"),
        (dt.date(2026, 6, 5), "[$-409]m/d/yyyy;@", "05/06/2026"),
        (dt.date(2026, 6, 1), "mm/yyyy", "06/2026"),
        (dt.date(2026, 6, 1), "mmm-yy", "06/2026"),
        (dt.date(2026, 6, 5), "d/m", "05/06"),
        (dt.date(2026, 1, 1), "yyyy", "2026"),
        (dt.date(2026, 6, 1), '"Tháng "m/yyyy', "Tháng 6/2026"),
        (dt.date(2026, 6, 5), '"ngày "dd" tháng "mm" năm "yyyy', "ngày 05 tháng 06 năm 2026"),
        (dt.datetime(2026, 6, 5, 14, 30), "dd/mm/yyyy h:mm", "05/06/2026 14:30"),
        (dt.time(7, 30), "h:mm", "07:30"),
    ],
)
def test_a_number_is_what_its_cell_shows(value: Any, code: str, seen: str) -> None:
    """A share is no fraction, a month has no day, and a day stands before its month whoever made the file."""

    def change(_: Any, sheet: Any) -> None:
        sheet["D7"].value = value
        sheet["D7"].number_format = code

    tables = [part for part in read(_workbook(change)).parts if isinstance(part, SourceTable)]
    assert tables[0].rows[2].cells[3] == seen


@pytest.mark.parametrize("code", ["0." + "0" * 240, "0" * 5000, '"', "[$", "_", "*", "%", "yyyy" * 90, "h", "s"])
def test_no_code_of_a_format_is_too_much(code: str) -> None:
    """A code that no program would write shows the number in some way, and in few letters."""
    assert 0 < len(shown_number("46178.25", code)) < 1000 and shown_number("1e99", code)


def test_hidden_rows_columns_and_sheets_are_left_out_and_listed() -> None:
    """What Excel does not show does not go public."""

    def hide(book: Any, sheet: Any) -> None:
        sheet.row_dimensions[7].hidden = True
        sheet.column_dimensions["E"].hidden = True
        book.create_sheet("Nháp").sheet_state = "hidden"
        book["Nháp"].append(["chuyện nội bộ"])

    reading = read(_workbook(hide))
    assert not any(word in reading.text for word in ("Nâng cấp", "Báo cáo", "nội bộ"))
    said = {part.text for part in reading.removed}
    assert {"Nâng cấp máy tính", "Báo cáo", "chuyện nội bộ"} <= said


def test_a_sheet_without_a_table_is_lines() -> None:
    """Rows of one or two cells are lines; an empty sheet is nothing."""
    book: Any = openpyxl.Workbook()
    book.active.append(["Một"])
    book.create_sheet("Trống")
    out = io.BytesIO()
    book.save(out)
    assert [part.text for part in read(out.getvalue()).parts if isinstance(part, SourceLine)] == ["Một"]


def _archive(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", parts.pop("workbook", "<workbook/>"))
        for name, text in parts.items():
            archive.writestr(f"xl/{name}.xml", text)
    return stream.getvalue()


_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_archive(workbook='<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'), "không an toàn"),
        (_archive(workbook="<workbook"), "không đúng XML"),
        (_archive(sharedStrings=f"<sst {_NS}>{' ' * 26_000_000}</sst>"), "phình quá lớn"),
        (b"PK\x03\x04 xl/workbook.xml", "tệp hỏng"),
    ],
    ids=["entity", "xml", "bomb", "zip"],
)
def test_hostile_workbooks_are_refused(data: bytes, said: str) -> None:
    """They have the limits of Word files."""
    assert is_workbook(data)
    with pytest.raises(ImportProblem, match=said):
        read(data)


def test_several_files_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those for LibreOffice go to it in one start; what cannot be read is a problem in its place."""
    starts: list[int] = []

    def as_docx(files: Any) -> list[ImportProblem]:
        starts.append(len(files))
        return [ImportProblem("hỏng") for _ in files]

    monkeypatch.setattr("kehoach.importing.read.as_docx", as_docx)
    files = [b"{\\rtf1 a}", "KẾ HOẠCH\nMột".encode(), b"\xd0\xcf\x11\xe0 a", _workbook()]
    found = read_all(files)
    assert starts == [2] and [isinstance(one, ImportProblem) for one in found] == [True, False, True, False]
    assert any(isinstance(part, SourceTable) for part in getattr(found[3], "parts", []))


@pytest.mark.parametrize("places", [r' r="[A-Z]+\d+"', r' r="[^"]+"'])
def test_cells_without_a_place_stand_behind_the_one_before(places: str) -> None:
    """Programs may leave out where a cell stands, and where a row does."""
    plain = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_workbook(_every_cell))) as whole, zipfile.ZipFile(plain, "w") as bare:
        for name in whole.namelist():
            text = whole.read(name).decode()
            bare.writestr(name, re.sub(places, "", text) if name.endswith("sheet1.xml") else text)
    assert read(plain.getvalue()).text == read(_workbook(_every_cell)).text


def _every_cell(_: Any, sheet: Any) -> None:
    """Write each cell of the sheet: one that is not written has no place that could be left out."""
    sheet.unmerge_cells("C6:C7")
    for row in sheet.iter_rows():
        for cell in row:
            cell.value = " " if cell.value is None else cell.value
