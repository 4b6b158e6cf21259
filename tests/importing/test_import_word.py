"""Word documents: lists that Word numbers, tables, changes, boxes; and the official document read back."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import pytest
from corpus import PLAN_IDS, XA_EA_KNOP
from importrendering import saved
from measures import without_notes

from kehoach.exports.docx import official_document
from kehoach.files.repository import Repository
from kehoach.importing.model import SourceLine, SourceTable
from kehoach.importing.read import import_file
from kehoach.importing.word import read_word
from kehoach.importing.wordnumbers import W
from kehoach.meaning.fabric import Fabric
from kehoach.model.fromdata import plan_from


def _word(fill: Any) -> bytes:
    from docx import Document

    document: Any = Document()
    fill(document)
    return saved(document)


def _lines(data: bytes) -> list[str]:
    return [part.text for part in read_word(data).parts if isinstance(part, SourceLine)]


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_official_document_read_back_is_the_same_plan(plan_id: str, fabric: Fabric, repository: Repository) -> None:
    """Export to DOCX and import give the plan again; only the head is filled in by the export."""
    plan = fabric.plans[plan_id]
    result = import_file(official_document(plan, repository.registry), issuer=plan.plan.issuer)
    data, draft = dict(repository.plan_files[plan_id].value), dict(result.data)
    for value in (data, draft):
        value.pop("header", None)
        # Whether number, day and signer make it an issued plan is looked at with the round trips.
        value.pop("status", None)
        # A level of the numbering that no item uses changes no label.
        value["numbering"] = value.get("numbering", ["I", "1", "a", "-", "+"])[:3]
    assert without_notes(draft) == without_notes(data)
    assert result.report.words.lost == ()


def test_draft_mark_in_the_margin_is_the_status(fabric: Fabric, repository: Repository) -> None:
    """An exported draft is imported as a draft."""
    linked = fabric.plans[XA_EA_KNOP]
    draft = dataclasses.replace(linked, plan=dataclasses.replace(linked.plan, status="draft"))
    result = import_file(official_document(draft, repository.registry))
    assert result.data["status"] == "draft"


def test_lists_of_word_are_printed_labels() -> None:
    """What Word counts comes out as the label that it prints, restarts and levels included."""

    def fill(document: Any) -> None:
        for text, style in (("Một", "List Number"), ("Hai", "List Number"), ("Ý", "List Bullet")):
            document.add_paragraph(text, style=style)

    assert _lines(_word(fill)) == ["1. Một", "2. Hai", "• Ý"]


def test_margins_are_apart() -> None:
    """Headers and footers are no content and are listed as removed."""

    def fill(document: Any) -> None:
        document.add_paragraph("Nội dung")
        document.sections[0].header.paragraphs[0].text = "Đầu trang lặp lại"

    reading = read_word(_word(fill))
    assert [part.text for part in reading.removed] == ["Đầu trang lặp lại"]
    assert [part.text for part in reading.parts if isinstance(part, SourceLine)] == ["Nội dung"]


def test_pictures_are_told() -> None:
    """A scanned stamp or table is no text: that it was left out is said."""
    pixel = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"

    def fill(document: Any) -> None:
        document.add_paragraph("Phụ lục")
        document.add_picture(io.BytesIO(pixel))

    assert [note.message[:12] for note in read_word(_word(fill)).notes] == ["Tệp có 1 hìn"]
    assert read_word(_word(lambda document: document.add_paragraph("Phụ lục"))).notes == []


def _raw(body: str, notes: str = "") -> bytes:
    """A document of raw paragraphs, and of raw footnotes."""
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        space = W.strip("{}")
        text = f'<w:document xmlns:w="{space}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        archive.writestr("word/document.xml", f"{text}<w:body>{body}</w:body></w:document>")
        if notes:
            archive.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{space}">{notes}</w:footnotes>')
    return stream.getvalue()


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_tracked_changes_boxes_and_breaks() -> None:
    """Deleted words are left out and said so, inserted ones kept; boxes are read once; capitals are as shown."""
    reading = read_word(
        _raw(
            f"<w:p>{_run('a ')}<w:del>{_run('xóa')}</w:del><w:ins>{_run('thêm')}</w:ins></w:p>"
            f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{_run('hộp')}</w:p></w:txbxContent></mc:Choice>"
            f"<mc:Fallback><w:txbxContent><w:p>{_run('hộp')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            f"<w:p>{_run('chữ hoa', '<w:caps/>')}<w:r><w:br/></w:r>{_run('dòng sau')}</w:p>"
            f"<w:sdt><w:sdtContent><w:p>{_run('trong ô')}</w:p></w:sdtContent></w:sdt>"
        )
    )
    texts = [part.text for part in reading.parts if isinstance(part, SourceLine)]
    assert texts == ["a thêm", "hộp", "CHỮ HOA", "dòng sau", "trong ô"]
    assert any("theo dõi thay đổi" in note.message for note in reading.notes)


def test_a_break_within_a_sentence_is_no_end() -> None:
    """What goes on in small letters behind a break is the same paragraph, in a cell it can be another name."""
    broken = f"{_run('Phòng Quản lý ngân sách')}<w:r><w:br/></w:r>{_run('chủ trì rà soát.')}"
    cell = f"{_run('Phòng Quản lý ngân sách')}<w:r><w:br/></w:r>{_run('các xã có liên quan')}"
    row = f"<w:tr><w:tc><w:p>{cell}</w:p></w:tc><w:tc><w:p>{_run('b')}</w:p></w:tc></w:tr>"
    line, table = read_word(_raw(f"<w:p>{broken}</w:p><w:tbl>{row}</w:tbl>")).parts
    assert isinstance(line, SourceLine) and isinstance(table, SourceTable)
    assert line.text == "Phòng Quản lý ngân sách chủ trì rà soát."
    assert table.rows[0].cells[0] == "Phòng Quản lý ngân sách\ncác xã có liên quan"


def test_nested_tables_are_read_once() -> None:
    """A table inside a cell belongs to the cell, and no word is said twice."""
    inner = f"<w:tbl><w:tr><w:tc><w:p>{_run('trong')}</w:p></w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:tc><w:p>{_run('ngoài')}</w:p>{inner}</w:tc><w:tc><w:p>{_run('b')}</w:p></w:tc></w:tr>"
    (table,) = read_word(_raw(f"<w:tbl>{row}{row}</w:tbl>")).parts
    assert isinstance(table, SourceTable)
    assert table.rows[0].cells == ("ngoài\ntrong", "b")


def test_merged_cells_hold_for_every_row() -> None:
    """A lead merged over two rows is printed once, and is the lead of both duties."""

    def fill(document: Any) -> None:
        document.add_paragraph("KẾ HOẠCH")
        document.add_paragraph("Thử nghiệm năm 2025")
        document.add_paragraph("I. NHIỆM VỤ")
        table = document.add_table(3, 3)
        for row, texts in zip(
            table.rows, (("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Việc một", "Sở A"), ("2", "Việc hai", "")), strict=True
        ):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        table.cell(1, 2).merge(table.cell(2, 2))

    result = import_file(_word(fill))
    rows = result.data["body"][0]["table"]["rows"]
    assert [row["cells"][2] for row in rows] == ["Sở A", None]
    table = next(plan_from("a/b/2025", result.data).body[0].tables)
    assert [[field.text for field in row.item.fields] for row in table.rows] == [["Sở A"], ["Sở A"]]
