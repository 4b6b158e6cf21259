"""A plan as the official document: DOCX in the layout of Nghị định 30/2020/NĐ-CP, alone or behind its decision.

Blanks stay blank; no seal and no signature is drawn. What the copy is for decides its marks (``exports.copies``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat

from kehoach.exports.copies import copy_of, made_for
from kehoach.exports.docxfile import identifier_of, packed
from kehoach.exports.docxlayout import (
    CENTER,
    CLOSING_COLUMNS,
    COLUMNS,
    LEFT,
    add_columns,
    add_line,
    add_pages,
    add_rule,
    add_styled,
    new_document,
    number_pages,
    text_width,
)
from kehoach.exports.docxnotes import Notes
from kehoach.exports.docxnumbering import Numbering
from kehoach.exports.docxtables import add_table
from kehoach.exports.form import APPENDIX, CLOSING, HEADER, TITLE, bold_from, letterhead, signature_blocks, with_room
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.frozen import but
from kehoach.model.plan import Plan
from kehoach.model.printed import Line, national_lines
from kehoach.model.printednotes import KIND, note_texts
from kehoach.model.registry import Registry
from kehoach.model.tables import WIDE, WIDEST, Appendix
from kehoach.wording.labels import style_noun

_TITLES = (*TITLE, *APPENDIX)


def official_document(linked: LinkedPlan, registry: Registry, purpose: str | None = None) -> bytes:
    """Write a plan as DOCX, for one of ``copies.PURPOSES`` or to be worked on; the same plan gives the same bytes.

    The words are those of the printed lines, in their order. The header's names come from the plan, or where its
    source shows none, from the registry of bodies.
    """
    printed = printed_document(linked, registry, purpose)
    return packed(printed.document, linked.plan.title, identifier_of(linked.plan.id, linked.lines))


@dataclass(frozen=True)
class PrintedDocument:
    """A document before it is packed, and of its paragraphs, rows and tables the line that each begins with."""

    document: Document
    lines: Mapping[BaseOxmlElement, Line]


def printed_document(linked: LinkedPlan, registry: Registry, purpose: str | None = None) -> PrintedDocument:
    """Write a plan as a document that can still be changed."""
    linked, copy = made_for(linked, purpose), copy_of(linked.plan, purpose)
    plan = linked.plan
    document = new_document()
    lines = [line for line in linked.lines if line.kind != KIND]
    writer = _Writer(document, plan, registry, copy.typed, Notes(document, note_texts(linked.lines)))
    decision = [line for line in lines if line.part == "QD"]
    number_pages(document.sections[0], copy.draft, copy.footer)
    if decision:
        writer.write(decision)
        number_pages(document.add_section(WD_SECTION.NEW_PAGE), copy.draft, copy.footer)
    writer.write([line for line in lines if line.part == "KH"])
    for number, appendix in enumerate(plan.appendices, 1):
        writer.appendix([line for line in lines if line.part == f"PL{number}"], appendix)
    return PrintedDocument(document, writer.lines)


class _Writer:
    """Writes the lines of one document: header block, title, text, closing block."""

    def __init__(self, document: Document, plan: Plan, registry: Registry, typed: bool, notes: Notes) -> None:
        self.document, self.plan, self.registry, self.notes = document, plan, registry, notes
        self.numbering = Numbering(document, plan, typed)
        self.width = COLUMNS[0] + COLUMNS[1]
        self.lines: dict[BaseOxmlElement, Line] = {}

    def write(self, lines: Sequence[Line]) -> None:
        """Write the lines of a decision or a plan, blocks where their last line stands."""
        header = [line for line in lines if line.kind in HEADER]
        closing = [line for line in lines if line.kind in CLOSING]
        if header:
            self._header(header)
        title_ends = max(
            (n for n, line in enumerate(lines) if line.kind in (*TITLE, *APPENDIX, "attached")), default=-1
        )
        for number, line in enumerate(lines):
            if line.cell:
                if number == 0 or not _same_table(lines[number - 1], line):
                    self._table([other for other in lines if _same_table(other, line)])
            elif line.kind not in (*HEADER, *CLOSING) and (line.words or line.label):
                self._paragraph(line)
            if number == title_ends:
                add_rule(self.document, self.width, Cm(5.0), after=10)
        if closing:
            self._closing(closing)

    def appendix(self, lines: Sequence[Line], appendix: Appendix) -> None:
        """Write an appendix on pages of its own, across where it holds a wide table; pages are numbered on."""
        wide = any(line.cell and len(line.cell.table.columns) >= WIDE for line in lines)
        add_pages(self.document, across=wide)
        self.numbering.begin(appendix.numbering)
        self.write(lines)

    def _table(self, cells: Sequence[Line]) -> None:
        """A table as wide as the page; in the body one with very many columns has pages across for itself."""
        assert cells[0].cell
        section = self.document.sections[-1]
        columns = len(cells[0].cell.table.columns)
        turned = columns >= WIDEST and section.orientation == WD_ORIENT.PORTRAIT
        if turned:
            section = add_pages(self.document, across=True)
        self.lines |= add_table(self.document, cells, text_width(section), self.notes)
        if turned:
            add_pages(self.document, across=False)
        else:
            self._gap()

    def _header(self, lines: Sequence[Line]) -> None:
        """The issuing body with number on the left; nation, motto, place and date on the right."""
        block = add_columns(self.document, COLUMNS)
        self.lines[block._tbl] = lines[0]
        left, right = block.rows[0].cells
        marked = {line.words: line for line in lines if line.marks}
        names = letterhead(self.plan, self.registry)
        for index, name in enumerate(names):
            head_line = marked.get(name) or Line("KH", "header", name, ("header", index))
            self._line(left, head_line, 12, bold=index >= bold_from(names, len(self.plan.issuers)))
        add_rule(left, COLUMNS[0], Cm(2.6))
        for size, words in zip((12, 13), national_lines(self.plan.header), strict=False):
            self._line(right, marked.get(words) or Line("KH", "nation", words, ()), size, bold=True)
        add_rule(right, COLUMNS[1], Cm(5.9))
        for line in lines:
            if line.kind in ("number", "date"):
                dated = line.kind == "date"
                self._line(right if dated else left, line, 13, italic=dated).paragraph_format.space_after = Pt(6)
        self._gap()

    def _line(self, place: _Cell, line: Line, size: float, bold: bool = False, italic: bool = False) -> Paragraph:
        """A line of a block that stands beside another; where it has blanks there is room to write."""
        paragraph = add_line(place, "", size)
        roomy = line.kind in ("number", "date") and not line.marks
        self.notes.write(paragraph, but(line, words=with_room(line.words)) if roomy else line, size, bold, italic)
        self.lines[paragraph._p] = line
        return paragraph

    def _paragraph(self, line: Line) -> None:
        if line.kind in (*_TITLES, "authority", "resolve"):
            self._title(line)
            return
        numbered = line.style in ("I", "1", "a") or style_noun(line.style)
        heading = min(line.depth + 1, 3) if line.kind == "heading" and numbered else 0
        paragraph = add_styled(self.document, f"Heading{heading}" if heading else "")
        self.lines[paragraph._p] = line
        self.numbering.label(paragraph, line)
        if line.kind == "heading":
            paragraph.paragraph_format.keep_with_next = True
        if line.kind == "attached":
            paragraph.alignment = CENTER
            paragraph.paragraph_format.first_line_indent = Cm(0)
        italic = line.kind in ("basis", "proposal", "attached")
        printed_line = but(line, words=with_room(line.words)) if line.kind == "attached" and not line.marks else line
        self.notes.write(paragraph, printed_line, italic=italic)

    def _title(self, line: Line) -> None:
        """A line of the title; in front of the articles also who decides, and "QUYẾT ĐỊNH:"."""
        paragraph = add_styled(self.document, "Title" if line.kind in _TITLES else "")
        self.lines[paragraph._p] = line
        paragraph.alignment = CENTER
        paragraph.paragraph_format.first_line_indent = Cm(0)
        paragraph.paragraph_format.keep_with_next = True
        self.notes.write(paragraph, line, bold=True)

    def _closing(self, lines: Sequence[Line]) -> None:
        """Recipients on the left, the signature on the right; several side by side above; never alone on a page."""
        self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        self._gap().keep_with_next = True
        signatures = signature_blocks(lines)
        receiving = [line for line in lines if line.kind not in ("signature", "signer")]
        if len(signatures) > 1:
            width = Emu(sum(CLOSING_COLUMNS) // len(signatures))
            block = add_columns(self.document, (width,) * len(signatures))
            self.lines[block._tbl] = signatures[0][0]
            for cell, signature in zip(block.rows[0].cells, signatures, strict=True):
                self._signature(cell, signature)
            if not receiving:
                return
            self._gap()
        block = add_columns(self.document, CLOSING_COLUMNS)
        self.lines[block._tbl] = receiving[0] if len(signatures) > 1 else lines[0]
        left, right = block.rows[0].cells
        for line in receiving:
            label = line.kind == "recipients"
            paragraph = self._line(left, line, 12 if label else 11, bold=label, italic=label)
            paragraph.alignment = LEFT
            self.numbering.label(paragraph, line)
        if len(signatures) < 2:
            self._signature(right, *signatures)

    def _signature(self, cell: _Cell, lines: Sequence[Line] = ()) -> None:
        """Who signs, with room to do so above the name, or below the post where no name is printed."""
        for line in lines:
            paragraph = self._line(cell, line, 14, bold=True)
            if line.kind == "signer":
                paragraph.paragraph_format.space_before = Pt(60)
        if not any(line.kind == "signer" for line in lines):
            add_line(cell, "", 14).paragraph_format.space_before = Pt(60)

    def _gap(self) -> ParagraphFormat:
        """A low empty line, which Word needs behind a table."""
        form: ParagraphFormat = self.document.add_paragraph().paragraph_format
        form.space_after, form.line_spacing = Pt(0), Pt(8)
        return form


def _same_table(line: Line, other: Line) -> bool:
    return bool(line.cell and other.cell and line.cell.owner.id == other.cell.owner.id)
