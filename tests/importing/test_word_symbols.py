"""Signs that a symbol font draws, and cells that only a colour fills."""

from __future__ import annotations

from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from importrendering import saved

from kehoach.importing.model import SourceTable
from kehoach.importing.read import import_file, read

_LINES = ("KẾ HOẠCH", "Cải cách hành chính năm 2026", "I. MỤC TIÊU", "1. Phục vụ người dân.")


def _sign(font: str, code: int, as_element: bool) -> Any:
    """A run with one sign, as Word inserts it or as text in the font."""
    if as_element:
        return parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="{font}" w:char="{code:04X}"/></w:r>')
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    return parse_xml(f'<w:r {nsdecls("w")}>{fonts}<w:t xml:space="preserve">&#{code};</w:t></w:r>')


@pytest.mark.parametrize("as_element", [True, False])
@pytest.mark.parametrize(
    ("font", "code", "seen"),
    [
        ("Symbol", 0xF0B3, "≥"),
        ("Symbol", 0xF02B, "+"),
        ("Symbol", 0xF0A3, "≤"),
        ("Symbol", 0xB1, "±"),
        ("Wingdings", 0xF0E0, "→"),
    ],
)
def test_a_sign_is_what_its_font_draws(font: str, code: int, seen: str, as_element: bool) -> None:
    """A target keeps what compares it, however Word has stored the sign."""
    document = docx.Document()
    for line in _LINES:
        document.add_paragraph(line)
    target = document.add_paragraph("2. Tỷ lệ hồ sơ đúng hạn đạt ")
    target._p.append(_sign(font, code, as_element))
    target.add_run(" 95%.")
    result = import_file(saved(document))
    assert f"đạt {seen} 95%." in result.yaml
    assert "ký hiệu của phông" not in result.report.text()


def test_a_sign_that_is_not_known_is_told() -> None:
    """No other sign is put in its place, and the report counts it; a bullet of such a font is none of these."""
    document = docx.Document()
    for line in _LINES:
        document.add_paragraph(line)
    document.add_paragraph()._p.append(_sign("Symbol", 0xF0B7, True))
    assert "Tệp có 1 ký hiệu của phông Symbol, Wingdings" not in import_file(saved(document)).report.text()
    document.add_paragraph("2. Hồ sơ ")._p.append(_sign("Wingdings 3", 0xF07D, True))
    assert "Tệp có 1 ký hiệu của phông Symbol, Wingdings" in import_file(saved(document)).report.text()


def test_a_tick_alone_in_a_cell_stays_one() -> None:
    """A mark of a timetable is the mark that was printed; one that opens a line of words is its bullet."""
    document = docx.Document()
    row = document.add_table(rows=1, cols=2).rows[0]
    for cell in row.cells:
        cell.paragraphs[0]._p.append(_sign("Wingdings", 0xF0FC, True))
    row.cells[1].paragraphs[0].add_run(" Phát tờ rơi")
    [table] = [part for part in read(saved(document)).parts if isinstance(part, SourceTable)]
    assert table.rows[0].cells[0] == "✓"


def _coloured(*coloured: bool, words: str = "") -> str:
    document = docx.Document()
    for line in _LINES:
        document.add_paragraph(line)
    rows = document.add_table(rows=2, cols=len(coloured) + 1).rows
    for number, cell in enumerate(rows[0].cells):
        cell.text = f"Tháng {number}" if number else "Nội dung"
    rows[1].cells[0].text = "Phát tờ rơi"
    for cell, colour in zip(rows[1].cells[1:], coloured, strict=True):
        cell.text = words
        if colour:
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="4472C4"/>'))
    return import_file(saved(document)).report.text()


def test_months_that_only_a_colour_marks_are_told() -> None:
    """A chart of months has no word that could be read; a row of one colour, and coloured words, mark nothing."""
    assert "Bảng có 2 ô chỉ tô màu, không có chữ" in _coloured(True, False, True)
    assert "chỉ tô màu" not in _coloured(True, True, True)
    assert "chỉ tô màu" not in _coloured(True, False, words="x")
