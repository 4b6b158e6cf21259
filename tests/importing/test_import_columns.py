"""Words side by side: columns of head and foot that part a line, cells of a ruled table of a PDF that are one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kehoach.importing.model import SourceTable
from kehoach.importing.pdfworker import _is_table, _spans
from kehoach.importing.pipeline import ImportResult, import_text
from kehoach.importing.read import _paged

_HEAD = """SỞ GIÁO DỤC VÀ ĐÀO TẠO    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THANH SƠN    Độc lập - Tự do - Hạnh phúc
Số: 12/KH-SGDĐT    Thanh Sơn, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Chuyển đổi số năm 2026
I. MỤC ĐÍCH
1. Nâng cao chất lượng phục vụ.
2. Hoàn thành chỉ tiêu.
"""
_FOOT = """Nơi nhận:    KT. GIÁM ĐỐC
- Tổ công tác Đề án 06 Chính    PHÓ GIÁM ĐỐC
phủ;
- Giám đốc, các Phó Giám đốc
Sở;
- Phòng Tổ chức cán bộ (để theo    Đinh Văn Kha
dõi);
- Lưu: VT.
"""


def _imported(text: str) -> ImportResult:
    return import_text(text, issuer="so-mau", source_file="2026.source.txt")


def test_recipients_that_their_column_parts_are_whole() -> None:
    """A recipient goes on in the next line, whatever stands beside it, and is found in the source again."""
    data = _imported(_HEAD + _FOOT).data
    assert data["recipients"] == [
        "Tổ công tác Đề án 06 Chính phủ;",
        "Giám đốc, các Phó Giám đốc Sở;",
        "Phòng Tổ chức cán bộ (để theo dõi);",
        "Lưu: VT.",
    ]
    assert data["signature"]["name"] == "Đinh Văn Kha" and "status" not in data


def test_a_name_goes_on_with_a_place() -> None:
    """ "THANH SƠN" below a department is the rest of its name, no body of its own."""
    assert _imported(_HEAD + _FOOT).data["header"] == ["Sở Giáo dục và Đào tạo Thanh Sơn"]


def test_a_word_of_a_recipient_changed_is_told() -> None:
    """What stands in pieces is compared word for word all the same."""
    assert _imported(_HEAD + _FOOT.replace("phủ;", "phủ.")).data["recipients"][0].endswith("phủ.")


def test_recipients_on_one_line_are_several() -> None:
    """Semicolons part recipients that have no bullets."""
    foot = "Nơi nhận: UBND tỉnh; Sở Nội vụ; Lưu: VT.\nCHỦ TỊCH\nĐinh Văn Kha\n"
    data = _imported(_HEAD + foot).data
    assert data["recipients"] == ["UBND tỉnh;", "Sở Nội vụ;", "Lưu: VT."] and "status" not in data


def test_lines_of_an_electronic_signature_are_no_recipients() -> None:
    """What a signing program prints below the foot is left out and listed."""
    result = _imported(_HEAD + _FOOT + "Ký bởi: Sở Mẫu\nCơ quan: Tỉnh Mẫu\nThời gian ký: 30.03.2026 16:20:11 +07:00\n")
    assert result.data["recipients"][-1] == "Lưu: VT." and "status" not in result.data
    assert [part.text[:8] for part in result.report.removed if "chữ ký số" in part.reason] == [
        "Ký bởi: ",
        "Cơ quan:",
        "Thời gia",
    ]


def test_a_title_in_capitals_keeps_its_lines_around_a_symbol() -> None:
    """A symbol with small letters (CT-TTg) in one line of a title does not end it."""
    title = "THỰC HIỆN CHỈ THỊ SỐ 24/CT-TTg CỦA THỦ TƯỚNG\nVỀ ĐẨY MẠNH CHUYỂN ĐỔI SỐ NĂM 2026"
    data = _imported(_HEAD.replace("Chuyển đổi số năm 2026", title) + _FOOT).data
    assert data["title"].lower().endswith("của thủ tướng về đẩy mạnh chuyển đổi số năm 2026")


def test_a_role_that_a_conversion_glued_to_a_recipient_is_one() -> None:
    """Cells that run together are parted where a role in capitals begins behind a full stop."""
    data = _imported(_HEAD + "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.GIÁM ĐỐC Đinh Văn Kha\n").data
    assert data["recipients"] == ["UBND tỉnh;", "Lưu: VT."]
    assert (data["signature"]["role"], data["signature"]["name"]) == ("Giám đốc", "Đinh Văn Kha")


@dataclass
class _Line:
    cells: list[tuple[float, float, float, float] | None]


@dataclass
class _Ruled:
    rows: list[_Line]


def _ruled(*rows: list[tuple[int, int, int, int] | None]) -> _Ruled:
    return _Ruled([_Line([tuple(map(float, cell)) if cell else None for cell in row]) for row in rows])  # type: ignore[misc]


def test_cells_that_are_one_over_rows_and_columns() -> None:
    """A ruled table of a PDF says by its lines which cell belongs to several rows or columns."""
    table = _ruled(
        [(0, 0, 10, 10), (10, 0, 20, 10), (20, 0, 30, 10)],
        [(0, 10, 10, 20), (10, 10, 20, 30), (20, 10, 30, 20)],
        [(0, 20, 10, 30), None, (20, 20, 30, 30)],
        [(0, 30, 10, 40), (10, 30, 30, 40), None],
    )
    assert _spans(table) == {"merged": [[], [], [1], []], "wide": [[], [], [], [(1, 2)]]}


def test_merged_cells_reach_the_table() -> None:
    """The rows of a page have them; a table whose rows differ in length has none."""
    rows = [["TT", "Việc", "Chủ trì"], ["1", "Một", "Sở A"], ["2", "Hai", ""]]
    page = [{"rows": rows, "merged": [[], [], [2]], "wide": [[], [], []]}]
    (table,) = _paged([page]).parts
    assert isinstance(table, SourceTable) and [row.merged for row in table.rows] == [(), (), (2,)]
    (table,) = _paged([[{**page[0], "rows": [*rows[:2], ["2"]]}]]).parts
    assert isinstance(table, SourceTable) and [row.merged for row in table.rows] == [(), (), ()]


@pytest.mark.parametrize(("wide", "first", "is_one"), [(6, True, True), (6, False, False), (2, True, False)])
def test_a_row_that_a_page_break_let_over(wide: int, first: bool, is_one: bool) -> None:
    """The only row at the top of a page is a table, a frame around a sentence is none."""
    table = _ruled([(10 * n, 0, 10 * n + 10, 10) for n in range(wide)])
    assert _is_table(table, first) is is_one
