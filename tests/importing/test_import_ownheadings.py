"""Tables whose headings nobody foresaw: columns told by their cells, roles by a word of the heading or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.importing.columns import Columns, columns_of
from kehoach.importing.fields import fields_apart, read_field
from kehoach.importing.model import Note, SourceRow, SourceTable
from kehoach.importing.outline import SourceOutline
from kehoach.importing.ownheadings import doubtful
from kehoach.importing.tablewriter import table_data
from kehoach.importing.tree import OutlineEntry

CASES = yaml.safe_load(Path(__file__).with_name("ownheadings.cases.yaml").read_text(encoding="utf-8"))


def table_of(rows: list[list[str]]) -> SourceTable:
    """Make a table of rows as the golden cases write them."""
    out = []
    for number, cells in enumerate(rows, 1):
        merged = tuple(column for column, cell in enumerate(cells) if cell == "^")
        starts = [column for column, cell in enumerate(cells) if cell != "<"]
        ends = [*starts[1:], len(cells)]
        wide = tuple((start, end - start) for start, end in zip(starts, ends, strict=True) if end - start > 1)
        out.append(SourceRow(number, tuple("" if cell in "^<" else cell for cell in cells), merged, wide))
    return SourceTable(tuple(out))


def _read(case: dict[str, Any]) -> tuple[SourceTable, Columns]:
    table = table_of(case["rows"])
    return table, columns_of(table)


@pytest.mark.parametrize("case", CASES, ids=[" ".join(case["rows"][0][:2]) for case in CASES])
def test_columns_are_told_by_their_cells(case: dict[str, Any]) -> None:
    """What each column holds, which have no role though they name bodies, and how high the heading is."""
    table, read = _read(case)
    assert [kind or "-" for kind in read.kinds] == case["kinds"].split()
    below = table.rows[read.heading_rows :]
    assert [column.heading for column in doubtful(read.columns, below)] == case.get("doubtful", [])
    assert read.heading_rows == case.get("heading", 1 + any("<" in row for row in case["rows"][:1]))


def test_a_column_of_bodies_without_a_role_is_reported() -> None:
    """The report names the column and says what to write where a person knows the role."""
    case = next(case for case in CASES if len(case.get("doubtful", ())) > 1)
    notes: list[Note] = []
    table_data(table_of(case["rows"]), str.lower, notes)
    told = [note.message for note in notes if "chưa đọc thành vai trò" in note.message]
    assert [name for name in case["doubtful"] for message in told if f"“{name}”" in message] == case["doubtful"]
    assert all("partners" in message for message in told)


FIELDS = {
    "Cơ quan kiểm soát: Văn phòng UBND tỉnh.": ["monitor"],
    "Bao giờ xong: 30/6.": ["schedule"],
    "Người lo chính: Đoàn Thanh niên xã. Xong trước: 15/5.": ["lead", "schedule"],
    "Thời gian: Quý I. Ai làm: Phòng Kinh tế. Cùng làm: Trạm Y tế xã.": ["schedule", "implementers", "partners"],
    "Bên hỗ trợ: Trạm Y tế xã; Công an xã": ["partners"],
    "Giao: Phòng Kinh tế": ["implementers"],
    "Cơ quan thẩm định: Sở Tư pháp.": [""],
    "Đơn vị được hỗ trợ: UBND xã Tân An.": [""],
    "Đơn vị kiểm tra: Phòng Kinh tế.": [""],
    "Nơi làm việc: Phòng Kinh tế.": [""],
    "Người dân hỗ trợ: cung cấp thông tin kịp thời.": [""],
    "Xong việc: báo cáo Văn phòng.": [""],
    "Đơn vị làm tốt: được khen thưởng.": [""],
}


@pytest.mark.parametrize("text", FIELDS, ids=range(len(FIELDS)))
def test_fields_whose_label_is_a_writers_own(text: str) -> None:
    """A label in own words is a field where nothing but names, or a time, stands behind it."""
    fields = map(read_field, fields_apart(text))
    assert [field.kind if field else "" for field in fields] == FIELDS[text]


def test_fields_on_one_line_behind_the_last_bullet_stay_with_it() -> None:
    """Where each bullet has its own fields, those of the last are its own, too, though no other has that kind."""
    lines = (
        "1. Tại thôn",
        "- Mở điểm hướng dẫn ở nhà văn hóa.",
        "Ai làm: Phòng Kinh tế. Làm cùng: Công an xã.",
        "- Phát tin trên loa.",
        "Ai làm: Phòng Nội vụ. Bao giờ: sáng thứ Bảy hằng tuần.",
    )
    root = SourceOutline().build(OutlineEntry(text, number) for number, text in enumerate(lines, 1))
    (section,) = root.children
    fields = [[child.field.kind for child in bullet.children if child.field] for bullet in section.children]
    assert fields == [["implementers", "partners"], ["implementers", "schedule"]]
