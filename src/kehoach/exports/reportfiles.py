"""A periodic report as Markdown and as an official document in Word, the same bytes every time.

The document is a draft: its number, day and signature are for those who report; nobody's name is put below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph

from kehoach.agenda.periodicreport import EXAMPLE, HEADINGS, NOTICE, PeriodicReport, ReportFrame
from kehoach.exports.docxfile import packed, printable
from kehoach.exports.docxlayout import (
    CENTER,
    CLOSING_COLUMNS,
    COLUMNS,
    LEFT,
    add_columns,
    add_line,
    add_pages,
    add_rule,
    new_document,
    number_pages,
    text_width,
)
from kehoach.exports.docxruns import add_run
from kehoach.exports.form import bold_from, letterhead
from kehoach.model.registry import Registry
from kehoach.wording.labels import roman
from kehoach.wording.nationalname import national_lines

_BLANK = "…………………"
_LONGEST_WORD = 14
"""Characters of a word that a column makes room for; an address is broken."""
_PADDING = Cm(0.45)
_LETTER = Cm(0.2)
"""What a cell keeps free at its sides, and the width of a letter of the table's size in bold, rounded up."""
_SIZE = 10


def as_markdown(report: PeriodicReport) -> str:
    """Write a report as Markdown; what people wrote cannot become markup."""
    report_lines = [f"# {_escaped(report.title)}", ""]
    report_lines += [f"- {_escaped(order)}" for order in report.orders]
    report_lines += ["", f"| {' | '.join(HEADINGS)} |", f"|{' --- |' * len(HEADINGS)}"]
    report_lines += [f"| {' | '.join(_escaped(cell) for cell in row)} |" for row in report.rows]
    report_lines += ["", *(part for remark in report.remarks for part in (_escaped(remark), ""))]
    return "\n".join(report_lines)


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def as_docx(report: PeriodicReport, registry: Registry) -> bytes:
    """Write a report as DOCX: head, text, signature, then the table as an appendix across."""
    document = new_document()
    number_pages(document.sections[0], True, NOTICE)
    if report.frame:
        _head(document, report.frame, registry)
    _title(document, report)
    _text(document, report)
    if report.frame:
        _close(document, report.frame)
    section = add_pages(document, across=True, margin=Cm(1.5))
    _centred(document, "PHỤ LỤC", style="Title")
    _centred(document, "Kết quả từng việc", style="Title")
    _table(document, report.rows, text_width(section))
    return packed(document, report.title)


def _head(document: Document, frame: ReportFrame, registry: Registry) -> None:
    plan = frame.plan
    left, right = add_columns(document, COLUMNS).rows[0].cells
    names = letterhead(plan, registry)
    for index, name in enumerate(names):
        add_line(left, name, 12, bold=index >= bold_from(names))
    add_rule(left, COLUMNS[0], Cm(2.6))
    symbol = (plan.decision or plan).symbol.rpartition("-")[2]
    add_line(left, f"Số:          /BC-{symbol}", 13, after=6)
    for size, words in zip((12, 13), national_lines(plan.header), strict=False):
        add_line(right, words, size, bold=True)
    add_rule(right, COLUMNS[1], Cm(5.9))
    issued = (plan.decision or plan).issued
    place = f"{issued.place}, " if issued else ""
    add_line(right, f"{place}ngày        tháng        năm        ", 13, italic=True, after=6)


def _title(document: Document, report: PeriodicReport) -> None:
    kind, _, subject = report.title.partition(" ")
    if report.title.startswith("Báo cáo "):
        kind, subject = "BÁO CÁO", report.title.removeprefix("Báo cáo ")
        subject = subject[:1].upper() + subject[1:]
    _centred(document, kind, style="Title")
    _centred(document, subject, style="Title")
    add_rule(document, COLUMNS[0] + COLUMNS[1], Cm(5.0), after=10)
    if report.frame:
        _centred(document, f"Kính gửi: {report.frame.addressee or _BLANK}").paragraph_format.space_after = Pt(12)


def _text(document: Document, report: PeriodicReport) -> None:
    """The text in the order of the plan; what the plan says of this report comes before it."""
    if EXAMPLE in report.orders:
        add_run(document.add_paragraph(), EXAMPLE, bold=True)
    if report.frame:
        frame = report.frame
        add_run(document.add_paragraph(), f"Thực hiện {frame.source}, kết quả {frame.period.name} như sau:")
    for order in report.orders:
        if order != EXAMPLE:
            add_run(document.add_paragraph(), f"Kế hoạch yêu cầu: {order}", italic=True)
    for number, section in enumerate(report.sections, 1):
        document.add_paragraph(printable(f"{roman(number)}. {section.heading.upper()}"), style="Heading 1")
        _dashes(document, section.entries)
    number = len(report.sections)
    if report.totals:
        document.add_paragraph(f"{roman(number + 1)}. TỔNG HỢP", style="Heading 1")
        document.add_paragraph(printable(f"Trong kỳ có {len(report.rows)} lượt việc, gồm:"))
        _dashes(document, [f"{total};" for total in report.totals[:-1]] + [f"{report.totals[-1]}."])
    if report.open:
        document.add_paragraph(f"{roman(number + 2)}. VIỆC CHƯA XONG, CHUYỂN SANG SAU", style="Heading 1")
        _dashes(document, report.open)
    for remark in report.remarks[1:]:
        if remark != NOTICE:
            document.add_paragraph(printable(remark))
    if report.frame:
        document.add_paragraph(
            "Trên đây là báo cáo kết quả thực hiện kế hoạch; chi tiết từng việc ở Phụ lục kèm theo./."
        )


def _dashes(document: Document, entries: Sequence[str]) -> None:
    for entry in entries:
        document.add_paragraph(printable(f"-\u00a0{entry}"))


def _close(document: Document, frame: ReportFrame) -> None:
    """Recipients and the place of the signature: by the office that signed the plan, the name left blank."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    left, right = add_columns(document, CLOSING_COLUMNS).rows[0].cells
    add_line(left, "Nơi nhận:", 12, bold=True, italic=True).alignment = LEFT
    for words in ("- Như trên;", "- Lưu: VT."):
        add_line(left, words, 11).alignment = LEFT
    signature = frame.plan.signature or (frame.plan.decision.signature if frame.plan.decision else None)
    for words in (signature.authority, signature.role) if signature else ():
        if words:
            add_line(right, words.upper(), 14, bold=True)
    add_line(right, "", 14).paragraph_format.space_before = Pt(60)


def _centred(document: Document, words: str, style: str | None = None) -> Paragraph:
    paragraph = document.add_paragraph(style=style)
    paragraph.alignment, paragraph.paragraph_format.first_line_indent = CENTER, Cm(0)
    add_run(paragraph, words, bold=style is not None)
    return paragraph


def _table(document: Document, rows: Sequence[Sequence[str]], width: int) -> None:
    """The table as wide as the page, its heading on every page, no row broken over two, no column that says nothing."""
    columns = [column for column in zip(HEADINGS, *rows, strict=True) if any(column[1:])]
    table = document.add_table(rows=1 + len(rows), cols=len(columns), style="Table Grid")
    table.autofit = False
    widths = _widths(columns, width)
    for number, (row, texts) in enumerate(zip(table.rows, zip(*columns, strict=True), strict=True)):
        for name in ("w:cantSplit", *(["w:tblHeader"] if number == 0 else [])):
            row._tr.get_or_add_trPr().append(OxmlElement(name))
        for cell, text, wide in zip(row.cells, texts, widths, strict=True):
            cell.width = wide
            paragraph = cell.paragraphs[0]
            form = paragraph.paragraph_format
            form.first_line_indent, form.space_before, form.space_after = Cm(0), Pt(2), Pt(2)
            paragraph.alignment = CENTER if number == 0 else LEFT
            add_run(paragraph, text, _SIZE, bold=number == 0)
    for column, wide in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(wide.twips))


def _widths(columns: Sequence[Sequence[str]], width: int) -> list[Length]:
    """Give each column room for its longest word, and what is left by how much its cells say."""
    least = [_PADDING + _LETTER * min(max(map(_longest, column)), _LONGEST_WORD) for column in columns]
    # By the mean of squares: a column with one long cell among blanks needs more than their mean length says.
    wants = [(sum(len(cell) ** 2 for cell in column) / len(column)) ** 0.375 for column in columns]
    rest = max(width - sum(least), 0)
    widths = [narrow + rest * want / sum(wants) for narrow, want in zip(least, wants, strict=True)]
    return [Length(int(width * wide / sum(widths))) for wide in widths]


def _longest(text: str) -> int:
    return max(map(len, text.split()), default=0)
