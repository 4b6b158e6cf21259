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
