"""Word plans with tables and appendices: imported, placed, checked, written as Word again, imported again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from expectations import checked, repository_at
from wordtables import SHAPES

from kehoach.checks.rules import Severity, severity_of
from kehoach.exports.docx import official_document
from kehoach.exports.text import to_text
from kehoach.files.repository import load
from kehoach.importing.columns import columns_of
from kehoach.importing.model import SourceRow, SourceTable
from kehoach.importing.pipeline import ImportResult
from kehoach.importing.read import import_file
from kehoach.importing.tablewriter import table_data
from kehoach.meaning.fabric import LinkedPlan, weave

PLAN = "xa-mau/tuyen-truyen/2026"
ALL = sorted(SHAPES)


@cache
def imported(shape: str) -> ImportResult:
    """Import one of the shapes as the draft that is placed among the plans, which no test changes."""
    return import_file(SHAPES[shape](), issuer="xa-mau", source_file="2026.source.txt")


def placed(root: Path, result: ImportResult) -> LinkedPlan:
    """Put a draft and its source among the plans of a small repository, and link it."""
    folder = repository_at(root)
    (folder / "2026.yaml").write_text(result.yaml, encoding="utf-8")
    (folder / "2026.source.txt").write_text(result.source, encoding="utf-8", newline="")
    return weave(load(root)).plans[PLAN]


def printed(result: ImportResult) -> dict[str, Any]:
    """What of a draft is printed: not where it came from."""
    return {key: value for key, value in result.data.items() if key not in ("source", "corrections")}


@pytest.mark.parametrize("shape", ALL)
def test_what_is_imported_is_accepted(shape: str, tmp_path: Path) -> None:
    """No word is lost, and the checks find nothing wrong with the draft beside its source."""
    result = imported(shape)
    placed(tmp_path, result)
    errors = [str(problem) for problem in checked(tmp_path) if severity_of(problem) is Severity.ERROR]
    assert (result.report.words.lost, errors) == ((), [])


@pytest.mark.parametrize("shape", ALL)
def test_what_is_exported_is_the_same_plan(shape: str, tmp_path: Path) -> None:
    """The official document, imported again, gives the same title, provisions, tables and appendices."""
    result = imported(shape)
    linked = placed(tmp_path, result)
    registry = weave(load(tmp_path)).registry
    again = import_file(official_document(linked, registry), issuer="xa-mau", source_file="2026.source.txt")
    assert printed(again) == printed(result)


@pytest.mark.parametrize("shape", ALL)
def test_appendices_stand_behind_the_signature(shape: str, tmp_path: Path) -> None:
    """In the text too whatever belongs to an appendix follows whoever signs."""
    linked = placed(tmp_path, imported(shape))
    text = to_text(linked.lines)
    signer = text.index("Trần Văn Mẫu")
    for line in linked.lines:
        if line.part.startswith("PL") and len(line.words) > 12 and line.kind != "cell":
            assert text.index(line.words, signer) > signer


DUTIES: dict[str, list[tuple[str, str, str, str, str, str]]] = {
    "merged": [
        ("II.T1.R1", "Rà soát thủ tục hành chính", "Phòng Văn hóa", "", "Trạm Y tế", "Tháng 3/2026"),
        ("II.T1.R2", "Niêm yết thủ tục", "Phòng Văn hóa", "", "", "Tháng 4/2026"),
        ("II.T1.R3", "Báo cáo kết quả", "Văn phòng", "", "Phòng Văn hóa", "Tháng 6/2026"),
        ("II.T1.R4", "Báo cáo kết quả", "Văn phòng", "", "Phòng Văn hóa", "Tháng 11/2026"),
    ],
    "groups": [
        ("II.T1.R2", "Rà soát văn bản", "Phòng Văn hóa", "", "", "Quý I"),
        ("II.T1.R3", "Tự kiểm tra văn bản", "Phòng Văn hóa", "", "", "Quý II"),
        ("II.T1.R5", "Công khai thủ tục", "Văn phòng; Phòng Văn hóa", "", "", "Thường xuyên"),
    ],
    "roles": [
        ("II.T1.R2", "Lắp đặt wifi", "Phòng Văn hóa", "", "Trạm Y tế; Văn phòng", "Quý I"),
        ("II.T1.R3", "Số hóa hồ sơ", "Trung tâm Phục vụ hành chính công", "", "", "Quý II"),
        ("II.T1.R5", "Mở lớp", "Các xóm", "", "Phòng Quản lý quy hoạch xây dựng", "Quý III"),
    ],
    "inspection": [
        ("PL1.T1.R1", "Đơn vị được kiểm tra: Trạm Y tế", "", "", "", "Tháng 3/2026"),
        ("PL1.T1.R2", "Đơn vị được kiểm tra: Trường Tiểu học Mẫu", "", "", "", "Tháng 9/2026"),
    ],
    "months": [
        ("II.T1.R1", "Lập danh sách hồ sơ", "", "Văn phòng", "", "Tháng 1 năm 2026"),
        ("II.T1.R2", "Trả kết quả tận nhà", "", "Phòng Văn hóa", "", "Tháng 2 năm 2026; Tháng 3 năm 2026"),
    ],
    "days": [
        ("PL1.T1.R2", "Kiểm tra hồ sơ tại bộ phận một cửa", "", "Văn phòng", "", "Ngày 13 tháng 3 năm 2026"),
        ("PL1.T1.R3", "Làm việc với Trạm Y tế", "", "Phòng Văn hóa", "", "Ngày 13 tháng 3 năm 2026"),
        ("PL1.T1.R5", "Thông qua biên bản", "", "Văn phòng", "", "Ngày 14 tháng 3 năm 2026"),
    ],
    "wide": [
        ("PL1.T1.R1", "Số hóa hồ sơ", "Phòng Văn hóa", "", "Trạm Y tế", "Quý III/2026"),
        ("PL1.T1.R2", "Khảo sát hài lòng", "Văn phòng", "", "", "Tháng 12/2026"),
    ],
    "owners": [
        ("II.T1.R3", "Lập hồ sơ tách mạng", "PHÒNG KỸ THUẬT", "", "", "từ ngày 05/01/2026 đến ngày 28/02/2026"),
        ("II.T1.R5", "Thay đồng hồ quá hạn", "PHÒNG KINH DOANH", "", "", "Quý III/2026"),
    ],
    "years": [
        ("II.T1.R1", "Một cửa lưu động", "", "Văn phòng", "", "26/3 năm 2026"),
        ("II.T1.R2", "Ngày không hẹn", "", "Phòng Thanh tra - Kiểm tra", "", "Tháng 8 năm 2027"),
        ("II.T1.R3", "Tổng kết", "", "Nhà thầu XL-02", "", "Quý IV năm 2027"),
    ],
    "going-on": [
        (
            *("II.T1.R1", "Lắp biển chỉ đường, lắp ghế ở sảnh và sơn lại tường", "Văn phòng", ""),
            *("Phòng Văn hóa; Trạm Y tế", "31/3/2026"),
        ),
        ("II.T1.R4", "Trồng cây", "Phòng Văn hóa", "", "", "30/4/2026"),
        ("II.T1.R5", "Tưới cây", "", "", "", "30/5/2026"),
    ],
    "ditto": [
        ("II.T1.R1", "Rà soát thủ tục", "Phòng Văn hóa", "", "Trạm Y tế; Văn phòng", "Quý I"),
        ("II.T1.R2", "Niêm yết thủ tục", "Phòng Văn hóa", "", "Trạm Y tế; Văn phòng", "Quý II"),
        ("II.T1.R3", "Số hóa hồ sơ", "PC06", "", "PV01; Trạm Y tế", "Quý II"),
    ],
    "targets": [],
    "headless": [],
    "without-label": [
        ("PL1.T1.R1", "Trả lời kiến nghị", "", "Lãnh đạo; Văn phòng", "", "Ngày 13 tháng 3 năm 2026"),
        ("PL1.T1.R2", "Đối thoại với người dân", "", "Phòng Văn hóa", "", "Ngày 10 tháng 4 năm 2026"),
    ],
}


@pytest.mark.parametrize("shape", sorted(DUTIES))
def test_rows_are_duties_with_their_columns(shape: str, tmp_path: Path) -> None:
    """Each row of a table of duties is a duty with who and when, also from merged cells, groups and headings."""
    linked = placed(tmp_path, imported(shape))

    def words(parties: Any) -> str:
        return "; ".join(party.words for party in parties)

    found = [
        (d.path, d.title, words(d.lead), words(d.implementers), words(d.partners), d.schedule_text)
        for d in linked.duties
        if ".T" in d.path or d.path.startswith("PL")
    ]
    assert found == DUTIES[shape]


def test_columns_are_typed() -> None:
    """What a column holds is read from its heading, with the one above it."""
    tables = {shape: _table(imported(shape).data) for shape in ("wide", "merged", "targets")}
    assert [c.get("kind") for c in tables["wide"]["columns"]] == [
        "number", "task", "lead", "partners", "monitor", "schedule", "output", "budget", "note",
    ]  # fmt: skip
    assert [c.get("kind") for c in tables["merged"]["columns"]] == ["number", "task", "lead", "partners", "schedule"]
    assert tables["merged"]["columns"][2] == {"kind": "lead", "heading": "Chủ trì", "above": ["Phân công"]}
    roles = _table(imported("roles").data)
    assert [c.get("kind") for c in roles["columns"]] == ["number", "task", "implementers", "schedule", "monitor"]
    owners, years = _table(imported("owners").data), _table(imported("years").data)
    assert [c.get("kind") for c in owners["columns"]] == [None, "task", "schedule", "schedule", "output"]
    assert [c.get("kind") for c in years["columns"]] == [None, "task", "monitor", "implementers", "schedule"]
    assert [c.get("kind") for c in tables["targets"]["columns"]] == ["number", "target", None, None, None]


@pytest.mark.parametrize(
    ("headings", "kinds"),
    [
        (("Tiêu chuẩn", "Người phụ trách", "Thời hạn nộp"), ("task", "lead", "schedule")),
        (("Nội dung chỉ tiêu", "Đơn vị thực hiện", "Thời gian"), ("", "implementers", "schedule")),
        (("Chỉ tiêu, nhiệm vụ", "Đơn vị thực hiện", "Thời gian"), ("task", "implementers", "schedule")),
        (("Chỉ tiêu cụ thể", "Đơn vị thực hiện", "Thời gian"), ("target", "implementers", "schedule")),
        (("Họ và tên", "Người phụ trách", "Thời gian"), ("", "lead", "schedule")),
        (("Hạng mục", "Đơn vị thi công", "Kết thúc"), ("task", "implementers", "schedule")),
        (("Việc", "Cơ quan tham mưu", "Thời gian"), ("task", "lead", "schedule")),
        (("Tuần", "Thời gian", "Việc"), ("", "schedule", "task")),
    ],
)
def test_what_a_heading_names_beside_others(headings: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    """A name of its own is the work where somebody does it by a time; of persons and of figures to reach it is none."""
    cells = ("Một việc", "Phòng Văn hóa", "Quý I")
    table = SourceTable((SourceRow(1, headings), SourceRow(2, cells), SourceRow(3, cells)))
    assert columns_of(table).kinds == kinds


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (("Phòng Văn hóa", "Trạm Y tế xã"), "implementers"),
        (("PX05 chủ trì, PC06 phối hợp", "Công an các xã, phường"), "implementers"),
        (("Hộ", "Lớp"), ""),
        (("Người", "%"), ""),
        (("Xã", "Trường"), ""),
    ],
)
def test_a_column_of_units_is_of_bodies_where_it_names_them(cells: tuple[str, str], kind: str) -> None:
    """ "Đơn vị" stands over those who do a task as well as over what figures count."""
    rows = [("Nội dung", "Đơn vị", "Thời gian"), *((f"Rà soát {cell}", cell, "Quý I") for cell in cells)]
    table = SourceTable(tuple(SourceRow(number, row) for number, row in enumerate(rows, 1)))
    assert columns_of(table).kinds == ("task", kind, "schedule")


def test_amounts_by_month_are_no_timetable() -> None:
    """Figures that are summed up, or greater than any day, set nobody to work; days below a month do."""
    headings = ("Gói thầu", "Tháng 10", "Tháng 11")

    def kinds(first: str, second: str, *more: str) -> tuple[str, ...]:
        rows = (SourceRow(1, (*headings, *more)), SourceRow(2, ("XL-01", first, second, *("9" for _ in more))))
        return columns_of(SourceTable((*rows, rows[1]))).kinds

    assert kinds("32", "41") == ("", "", "")
    assert kinds("3", "6", "Cộng") == ("", "", "", "")
    assert kinds("13", "20") == ("", "moment", "moment")
    assert kinds("X", "") == ("", "moment", "moment")


def test_a_number_that_is_parted_below_names_a_group() -> None:
    """ "1 | Thu gom" over "1.1" is a group's name, "2 | Báo cáo" with nothing below it a task without the rest."""
    cells = (
        ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
        ("1", "Thu gom", "", ""),
        ("1.1", "Đặt thùng", "Phòng Kinh tế", "Quý I"),
        ("2", "Báo cáo", "", ""),
        ("3", "Tập huấn", "Văn phòng", "Quý II"),
    )
    table = SourceTable(tuple(SourceRow(number, row) for number, row in enumerate(cells, 1)))
    rows = table_data(table, lambda words: words, [])["rows"]
    assert [row.get("group", False) for row in rows] == [True, False, False, False]


def _table(data: Mapping[str, Any]) -> dict[str, Any]:
    """The first table of a draft."""
    for part in (*data["body"], *data.get("appendices", ())):
        for item in (part, *part.get("items", ())):
            if "table" in item:
                table: dict[str, Any] = item["table"]
                return table
    raise AssertionError("no table")


def test_appendices_are_numbered_by_themselves(tmp_path: Path) -> None:
    """I.2 of the body, of the first and of the second appendix are three provisions."""
    linked = placed(tmp_path, imported("two-appendices"))
    said = {line.path: line.words for line in linked.lines if line.path.endswith("I.2") and line.anchor}
    assert said == {
        "I.2": "Chấn chỉnh việc chậm trễ.",
        "PL1.I.2": "Phân công rõ người.",
        "PL2.I.2": "Khó khăn.",
    }
    assert [appendix.item.heading for appendix in linked.plan.appendices] == ["Nội dung kiểm tra", "Đề cương báo cáo"]


def test_label_and_title_on_a_line() -> None:
    """A label with its mark is kept as printed; a title in capitals is kept in sentence case."""
    appendix = imported("prose").data["appendices"][0]
    assert (appendix["label"], appendix["title"]) == ("Phụ lục 01:", "Mẫu phiếu khảo sát")
    unlabelled = imported("without-label").data["appendices"][0]
    assert unlabelled["unlabelled"] and unlabelled["title"] == "Bảng phân công nhiệm vụ"
