"""A periodic report as Markdown and as DOCX, the same bytes every time."""

from __future__ import annotations

import re

from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from kehoach.agenda.periodicreport import HEADINGS, PeriodicReport
from kehoach.exports.docxfile import packed, printable
from kehoach.exports.docxlayout import LEFT, add_run, new_document

_WIDTHS = (1.0, 5.2, 3.6, 4.0, 2.2, 2.2, 4.4, 2.8, 2.0)
"""Column widths in centimetres on A4 landscape."""


def as_markdown(report: PeriodicReport) -> str:
    """Write a report as Markdown; what people wrote cannot become markup."""
    out = [f"# {_escaped(report.title)}", ""]
    out += [f"- {_escaped(order)}" for order in report.orders]
    out += ["", f"| {' | '.join(HEADINGS)} |", f"|{' --- |' * len(HEADINGS)}"]
    out += [f"| {' | '.join(_escaped(cell) for cell in row)} |" for row in report.rows]
    out += ["", *(part for remark in report.remarks for part in (_escaped(remark), ""))]
    return "\n".join(out)


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def as_docx(report: PeriodicReport) -> bytes:
    """Write a report as DOCX with a table; the same report gives the same bytes."""
    document = new_document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.2)
    style = document.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    style.font.size, style.paragraph_format.first_line_indent = Pt(12), Cm(0)
    style.paragraph_format.alignment = LEFT
    add_run(document.add_paragraph(style="Title"), report.title, bold=True)
    for order in report.orders:
        document.add_paragraph(printable(order))
    table = document.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for row in report.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = printable(text)
    for cells in (row.cells for row in table.rows):
        for cell, width in zip(cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
    for remark in report.remarks:
        document.add_paragraph(printable(remark))
    return packed(document, report.title)
