"""Signatures of several bodies under one plan: each name keeps its own roles, and no word is lost."""

from __future__ import annotations

from docx import Document
from wordshapes import add, plan

from kehoach.importing.read import import_file


def _foot(document: Document) -> None:  # type: ignore[valid-type]
    table = document.add_table(2, 2)  # type: ignore[attr-defined]
    left, right = table.rows[0].cells
    left.text = "TM. BAN THƯỜNG VỤ\nHỘI PHỤ NỮ XÃ\nCHỦ TỊCH\nLê Thị Mẫu"
    right.text = "TRẠM Y TẾ XÃ\nKT. TRƯỞNG TRẠM\nPHÓ TRƯỞNG TRẠM\nTrần Văn Mẫu"
    table.rows[1].cells[0].text = "Nơi nhận:\n- Sở Y tế;\n- Lưu: VT."


def test_two_signatures_are_two() -> None:
    """The first is the plan's signature, the second stands behind the closing words and is told in the report."""
    made = plan(lambda d: add(d, "I. MỤC ĐÍCH", "1. Khám bệnh cho phụ nữ."), foot=_foot, kind="KẾ HOẠCH PHỐI HỢP")
    result = import_file(made)
    assert result.data["signature"] == {
        "authority": "TM. Ban Thường vụ hội phụ nữ xã",
        "role": "Chủ tịch",
        "name": "Lê Thị Mẫu",
    }
    assert result.data["close"].split("\n")[-4:] == [
        "TRẠM Y TẾ XÃ",
        "KT. TRƯỞNG TRẠM",
        "PHÓ TRƯỞNG TRẠM",
        "Trần Văn Mẫu",
    ]
    assert result.data["status"] == "draft" and result.report.words.lost == ()
    assert any("thêm một chữ ký" in note.message for note in result.report.doubts)


def test_a_signature_in_a_table_of_its_own() -> None:
    """Who signs stands in a table, the recipients in another below it: both belong to the foot."""

    def foot(document: Document) -> None:  # type: ignore[valid-type]
        for cells in (("", "Q. GIÁM ĐỐC\nLê Thị Mẫu"), ("Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.", "")):
            table = document.add_table(1, 2)  # type: ignore[attr-defined]
            for cell, text in zip(table.rows[0].cells, cells, strict=True):
                cell.text = text
            document.add_paragraph("")  # type: ignore[attr-defined]

    made = plan(lambda d: add(d, "I. MỤC ĐÍCH", "1. Khám bệnh cho phụ nữ."), foot=foot)
    result = import_file(made)
    assert result.data["signature"] == {"role": "Q. Giám đốc", "name": "Lê Thị Mẫu"}
    assert result.data["recipients"] == ["Sở Y tế;", "Lưu: VT."] and "status" not in result.data


def test_what_a_document_is_about_below_its_number() -> None:
    """A "V/v" line is left out and recorded as a correction, so that the plan is proved word for word."""

    def head(document: Document) -> None:  # type: ignore[valid-type]
        table = document.add_table(1, 2)  # type: ignore[attr-defined]
        about = "V/v kế hoạch thực hiện\nđợt thi đua nước rút"
        table.rows[0].cells[0].text = f"BAN QUẢN LÝ DỰ ÁN\nTHỦY LỢI\nSố: 31/KH-BQLDA\n{about}"
        table.rows[0].cells[
            1
        ].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòa Hạ, ngày 14 tháng 01 năm 2026"

    made = plan(lambda d: add(d, "I. MỤC ĐÍCH", "1. Khám bệnh cho phụ nữ."), head=head)
    result = import_file(made, source_file="2026.source.txt")
    assert result.data["header"] == ["Ban quản lý dự án thủy lợi"] and result.data["symbol"] == "KH-BQLDA"
    told = " ".join(part.text for part in result.report.removed if "V/v" in part.reason)
    assert told == "V/v kế hoạch thực hiện đợt thi đua nước rút" and result.report.words.lost == ()
    assert "status" not in result.data
