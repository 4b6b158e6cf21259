"""What the report of an import says of a table of duties is said in Vietnamese and counts its rows."""

from __future__ import annotations

from kehoach.importing.pipeline import import_text

_TEXT = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP
Số: 12/KH-UBND
Tân Lập, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2026
I. NHIỆM VỤ
| TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành |
| 1 | Phát thanh về dịch vụ công | Trung tâm Văn hóa | Các thôn | Quý II/2026 |
| 2 | In tờ rơi | Văn phòng | | Tháng 9/2026 |
"""


def test_rows_count_and_columns_have_vietnamese_names() -> None:
    """A cell that is empty is no field; no name of a key reaches the officer."""
    report = import_text(_TEXT).report
    assert report.recognised["Việc có chủ trì, thời gian, sản phẩm…"] == "chủ trì: 2; phối hợp: 1; thời gian: 2"
    [said] = [note.message for note in report.doubts if note.message.startswith("Bảng")]
    assert "“Đơn vị chủ trì” là cơ quan chủ trì" in said
    assert not any(f"({key})" in report.text() for key in ("number", "task", "lead", "schedule"))
