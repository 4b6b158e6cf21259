"""A table of a plan as a Word table: heading rows printed again on each page, merged cells, widths by content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from kehoach.exports.docxlayout import CENTER, LEFT
from kehoach.exports.docxnotes import Notes
from kehoach.exports.docxruns import word_element
from kehoach.exports.form import column_shares
from kehoach.model.printed import Line

SIZE = 12
_TWIPS = 635
_SIDES, _LETTER, _LINE, _ABOVE = 140, 125, 290, 80
"""Twips of a cell's two side margins, of a bold letter and of a line at that size, and of the gaps around the text."""


def add_table(document: Document, cells: Sequence[Line], width: int, notes: Notes) -> dict[BaseOxmlElement, Line]:
    """Add a table of printed cells, as wide as said; gives the line that it and each of its rows begin with."""
    assert cells[0].cell
    widths = [round(share * width / _TWIPS) for share in column_shares(cells[0].cell.table)]
    table = word_element("w:tbl")
    table.append(_properties(sum(widths)))
    grid = word_element("w:tblGrid")
    for wide in widths:
        grid.append(word_element("w:gridCol", w=wide))
    table.append(grid)
    begun = {table: cells[0]}
    for row, first in _rows(document, cells, widths, notes):
        table.append(row)
        begun[row] = first
    document._body._element.insert_element_before(table, "w:sectPr")
    return begun


def _properties(width: int) -> BaseOxmlElement:
    properties = word_element("w:tblPr")
    properties.append(word_element("w:tblW", w=width, type="dxa"))
    properties.append(word_element("w:jc", val="center"))
    borders = word_element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(word_element(f"w:{side}", val="single", sz=4, space=0, color="000000"))
    properties.append(borders)
    properties.append(word_element("w:tblLayout", type="fixed"))
    margins = word_element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(word_element(f"w:{side}", w=70, type="dxa"))
    properties.append(margins)
    return properties


def _rows(
    document: Document, cells: Sequence[Line], widths: Sequence[int], notes: Notes
) -> Iterator[tuple[BaseOxmlElement, Line]]:
    below: dict[int, tuple[int, int]] = {}
    for index, (number, group) in enumerate(groupby(cells, key=lambda line: line.cell.row if line.cell else 0)):
        row = word_element("w:tr")
        properties = word_element("w:trPr")
        properties.append(word_element("w:cantSplit"))
        if number < 0:
            if number == -1 and (height := _height_of_last(cells, widths)):
                properties.append(word_element("w:trHeight", val=height, hRule="atLeast"))
            properties.append(word_element("w:tblHeader"))
        elif index == 0:
            # Said of a table without heading, so that its first row is not taken for one.
            properties.append(word_element("w:tblHeader", val=0))
        row.append(properties)
        lines = list(group)
        own = {line.cell.column: line for line in lines if line.cell}
        column = 0
        while column < len(widths):
            line = own.get(column)
            rows_below, wide = below.get(column, (0, 1))
            if line is not None and line.cell:
                rows_below, wide = line.cell.rows, line.cell.columns
            merge = "" if rows_below < 1 or (line and rows_below == 1) else "restart" if line else "continue"
            row.append(_cell(document, line, sum(widths[column : column + wide]), wide, merge, notes))
            below[column] = (rows_below - 1, wide)
            column += wide
        yield row, lines[0]


def _height_of_last(cells: Sequence[Line], widths: Sequence[int]) -> int:
    """Give what the last heading row is high at least, so that a heading over several rows has room; 0 for no matter.

    LibreOffice (7.4) makes the rows high enough where the table begins, but not where they come again on a further
    page, and cuts the words: findings/writer-repeated-heading.sh.
    """
    heights = [0]
    for cell in (line.cell for line in cells if line.cell and line.cell.row < 0):
        if cell.rows > 1 and cell.row + cell.rows == 0:
            width = sum(widths[cell.column : cell.column + cell.columns]) - _SIDES
            words = " ".join(line.words for line in cells if line.cell == cell)
            lines = len(wrap(words, max(width // _LETTER, 1), break_long_words=False))
            heights.append(lines * _LINE + _ABOVE - (cell.rows - 1) * (_LINE + _ABOVE))
    return max(heights)


def _cell(document: Document, line: Line | None, width: int, wide: int, merge: str, notes: Notes) -> BaseOxmlElement:
    cell = word_element("w:tc")
    properties = word_element("w:tcPr")
    properties.append(word_element("w:tcW", w=width, type="dxa"))
    if wide > 1:
        properties.append(word_element("w:gridSpan", val=wide))
    if merge:
        properties.append(word_element("w:vMerge", val=merge))
    properties.append(word_element("w:vAlign", val="center" if line is None or _is_head(line) else "top"))
    cell.append(properties)
    for part in line.paragraphs if line else (None,):
        paragraph = Paragraph(OxmlElement("w:p"), document._body)
        form = paragraph.paragraph_format
        form.first_line_indent, form.space_before, form.space_after = Length(0), Pt(2), Pt(2)
        paragraph.alignment = CENTER if line and (_is_head(line) or _is_number(line)) else LEFT
        if part:
            notes.write(paragraph, part, SIZE, bold=part.field is None)
        cell.append(paragraph._p)
    return cell


def _is_head(line: Line) -> bool:
    return bool(line.cell and line.cell.is_heading)


def _is_number(line: Line) -> bool:
    assert line.cell
    kinds = line.cell.table.kinds
    return line.cell.column < len(kinds) and kinds[line.cell.column] == "number"
