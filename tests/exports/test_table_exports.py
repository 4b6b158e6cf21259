"""Tables and appendices in Word and PDF: real tables, headings on every page, merged cells, pages across."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from corpus import ROOT
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm
from pypdf import PdfReader
from wordtables import SHAPES

from kehoach.exports.docx import official_document
from kehoach.exports.pdf import official_data, official_pdf
from kehoach.exports.typesetting import Press
from kehoach.importing.read import import_file
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import Linker
from kehoach.model.fromdata import plan_from
from kehoach.model.registry import Registry

NONE = Registry()


def linked(shape: str) -> LinkedPlan:
    """One of the shapes as a plan."""
    data = import_file(SHAPES[shape](), issuer="xa-mau").data
    return LinkedPlan(plan_from("xa-mau/tuyen-truyen/2026", data), Linker(NONE))


def word(shape: str) -> Any:
    """One of the shapes as a Word document, opened."""
    return docx.Document(io.BytesIO(official_document(linked(shape), NONE)))


def test_heading_rows_are_printed_again() -> None:
    """The two rows of a heading are marked as such; a table without heading says that it has none."""
    marks = [len(row._tr.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) for row in word("merged").tables[1].rows]
    assert marks == [1, 1, 0, 0, 0, 0]
    header = word("headless").tables[1].rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
    assert header.get(qn("w:val")) == "0"


def test_a_heading_over_both_rows_has_room() -> None:
    """The last heading row is as high as a long heading over both rows needs; where all fit, nothing is said of it."""
    data = import_file(SHAPES["merged"](), issuer="xa-mau").data
    data["body"][1]["table"]["columns"][4]["heading"] = "Thời gian hoàn thành và báo cáo kết quả về Văn phòng " * 3
    long = LinkedPlan(plan_from("xa-mau/tuyen-truyen/2026", data), Linker(NONE))
    document = docx.Document(io.BytesIO(official_document(long, NONE)))
    heights = [row.height for row in document.tables[1].rows]
    assert heights[1] > Cm(1)
    assert [*heights[:1], *heights[2:]] == [None] * 5
    assert all(row.height is None for row in word("merged").tables[1].rows)


def test_no_heading_ends_a_page() -> None:
    """A numbered heading without words of its own stays with what follows it."""
    data = import_file(SHAPES["merged"](), issuer="xa-mau").data
    data["body"][0]["items"][0] = {
        "id": "muc-dich-1",
        "heading": "Mục đích chung",
        "items": [{"id": "a", "text": "Nắm."}],
    }
    plan = LinkedPlan(plan_from("xa-mau/tuyen-truyen/2026", data), Linker(NONE))
    paragraphs = docx.Document(io.BytesIO(official_document(plan, NONE))).paragraphs
    kept = {words.text: words.paragraph_format.keep_with_next for words in paragraphs}
    assert next(keep for words, keep in kept.items() if words.endswith("Mục đích chung"))
    assert not next(keep for words, keep in kept.items() if words.endswith("Nắm."))


def test_merged_cells_stay_merged() -> None:
    """Who leads two duties stands in one cell over both rows."""
    table = word("merged").tables[1]
    assert table.cell(2, 2)._tc is table.cell(3, 2)._tc
    assert table.cell(0, 2)._tc is table.cell(0, 3)._tc
    assert table.cell(2, 3)._tc is not table.cell(3, 3)._tc


def test_wide_appendix_lies_across() -> None:
    """An appendix has a page of its own, across where its table is wide; pages are numbered on."""
    first, second = word("wide").sections
    assert (first.orientation, second.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert second._sectPr.find(qn("w:pgNumType")) is None
    assert len(word("inspection").sections) == 2
    assert word("inspection").sections[1].orientation == WD_ORIENT.PORTRAIT


@pytest.mark.parametrize("shape", ["merged", "wide", "two-appendices", "months"])
def test_pdf_says_every_cell(shape: str) -> None:
    """Every word of every cell stands in the PDF, appendices behind the signer on pages of their own."""
    made = linked(shape)
    press = Press(ROOT / "site_src" / "templates", ROOT / "site_src" / "fonts")
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(official_pdf(made, NONE, press))).pages]
    text = " ".join(" ".join(pages).split())
    for line in made.lines:
        if line.cell or line.part.startswith("PL"):
            assert all(part in text for part in line.words.split()), line.words
    assert len(pages) == 1 + len(made.plan.appendices)


def test_pdf_turns_the_page_for_a_wide_appendix() -> None:
    """The layout is told which part lies across."""
    parts = official_data(linked("wide"), NONE)["parts"]
    assert [(part["appendix"], part["across"]) for part in parts] == [(False, False), (True, True)]
