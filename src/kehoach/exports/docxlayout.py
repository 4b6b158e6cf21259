"""The form of an official document (Nghị định 30/2020/NĐ-CP, phụ lục I) in terms of Word: page, styles, tables."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_HEADER_FOOTER, WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm, Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from kehoach.exports.docxruns import add_run, set_centred
from kehoach.exports.docxtemplate import take_out_unused

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
PAGE = {"page_width": Cm(21.0), "page_height": Cm(29.7)}
MARGINS = {"top_margin": Cm(2.0), "bottom_margin": Cm(2.0), "left_margin": Cm(3.0), "right_margin": Cm(2.0)}
"""Top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm."""
COLUMNS = (Cm(6.6), Cm(9.4))
"""Left and right of the header block; together the width of the text."""
CLOSING_COLUMNS = (Cm(8.0), Cm(8.0))
"""Left and right of the closing block."""
_BEHIND_PAGE_NUMBERS = ("w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:docGrid")
CENTER, JUSTIFY, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT


def new_document() -> Document:
    """Open an empty document with the page and the styles of the decree: body 14, justified, first line 1,27 cm."""
    return docx.Document(BytesIO(_empty_document()))


@cache
def _empty_document() -> bytes:
    """Make it once: to empty python-docx's own takes ten times as long as to open what is left."""
    document = docx.Document()
    take_out_unused(document)
    section = document.sections[0]
    for name, value in {**PAGE, **MARGINS}.items():
        setattr(section, name, value)
    section.header_distance = section.footer_distance = Cm(1.0)
    _set_defaults(document)
    normal = _style(document, "Normal", 14)
    normal.paragraph_format.alignment = JUSTIFY
    normal.paragraph_format.space_before, normal.paragraph_format.space_after = Pt(0), Pt(6)
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.first_line_indent = Cm(1.27)
    for level, (bold, italic) in enumerate(((True, False), (True, False), (True, True)), 1):
        heading = _style(document, f"Heading {level}", 14, bold, italic)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(6), Pt(6)
        heading.paragraph_format.keep_with_next = True
    title = _style(document, "Title", 14, bold=True)
    borders = title.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        title.element.get_or_add_pPr().remove(borders)
    title.paragraph_format.alignment, title.paragraph_format.first_line_indent = CENTER, Cm(0)
    title.paragraph_format.space_after = Pt(0)
    for name in ("Header", "Footer"):
        style = _style(document, name, 13 if name == "Header" else 9)
        style.paragraph_format.first_line_indent = Cm(0)
        for tabs in style.element.get_or_add_pPr().findall(qn("w:tabs")):
            style.element.get_or_add_pPr().remove(tabs)
    document_bytes = BytesIO()
    document.save(document_bytes)
    return document_bytes.getvalue()


def _set_defaults(document: Document) -> None:
    """Say font and language for the whole document, so that text without a style is Vietnamese too."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    if defaults is not None:
        document.styles.element.remove(defaults)
    defaults, outer, run = (OxmlElement(name) for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"))
    run.extend((_fonts(), _language()))
    outer.append(run)
    defaults.append(outer)
    document.styles.element.insert(0, defaults)
    for theme in document.settings.element.findall(qn("w:themeFontLang")):
        theme.set(qn("w:val"), LANGUAGE)


def _fonts() -> BaseOxmlElement:
    fonts = OxmlElement("w:rFonts")
    for key in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{key}"), FONT)
    return fonts


def _language() -> BaseOxmlElement:
    language = OxmlElement("w:lang")
    for key in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{key}"), LANGUAGE)
    return language


def _style(document: Document, name: str, size: float, bold: bool = False, italic: bool = False) -> ParagraphStyle:
    """Take a built-in style and give it the decree's font; colours and theme fonts of the template go."""
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    run = style.element.get_or_add_rPr()
    for child in list(run):
        run.remove(child)
    run.append(_fonts())
    style.font.bold, style.font.italic, style.font.size = bold, italic, Pt(size)
    run.append(_language())
    return style


def add_styled(document: Document, style: str) -> Paragraph:
    """Add a paragraph of a built-in style, given by its id; of the body's where the id is empty.

    Put in directly: python-docx looks for the style by its name, and for the place among all paragraphs, which was a
    fifth of the time of a document.
    """
    paragraph = OxmlElement("w:p")
    if style:
        etree.SubElement(etree.SubElement(paragraph, qn("w:pPr")), qn("w:pStyle")).set(qn("w:val"), style)
    # What a body ends with is its last section.
    document.element.body[-1].addprevious(paragraph)
    return Paragraph(paragraph, document._body)


def add_line(
    cell: _Cell, text: str, size: float, bold: bool = False, italic: bool = False, after: float = 0
) -> Paragraph:
    """Add a centred line to a cell of the header or closing block."""
    first = cell._tc.p_lst[0]
    is_empty = len(cell._tc.p_lst) == 1 and first.find(qn("w:r")) is None
    paragraph = Paragraph(first, cell) if is_empty else cell.add_paragraph()
    set_centred(paragraph, after)
    if text:
        add_run(paragraph, text, size, bold, italic)
    return paragraph


def add_rule(place: Document | _Cell, width: int, length: int, after: float = 6) -> Paragraph:
    """Draw a centred rule of a length in a column of a width, as the top border of an empty line."""
    paragraph = place.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Length((width - length) // 2)
    form.first_line_indent, form.space_before, form.space_after = Cm(0), Pt(4), Pt(after)
    form.line_spacing = Pt(4)
    _border(paragraph, "top")
    return paragraph


def _border(paragraph: Paragraph, *sides: str) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    properties = paragraph._p.get_or_add_pPr()
    following = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    properties.insert_element_before(borders, *following)


def add_columns(document: Document, widths: Sequence[Length]) -> Table:
    """Add a table of one row without borders, its columns of some widths, which a page break never splits."""
    table: Table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    for cell, column, width in zip(table.rows[0].cells, table.columns, widths, strict=True):
        cell.width = column.width = width
    split = OxmlElement("w:cantSplit")
    table.rows[0]._tr.get_or_add_trPr().append(split)
    return table


def number_pages(section: Section, draft: bool, footer: str) -> None:
    """Number pages from 1, centred in the top margin, not on the first; mark a draft, say what the file is not."""
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    if section._sectPr.find(qn("w:pgNumType")) is None:
        start = OxmlElement("w:pgNumType")
        start.set(qn("w:start"), "1")
        section._sectPr.insert_element_before(start, *_BEHIND_PAGE_NUMBERS)
    page = section.header.paragraphs[0]
    page.alignment = CENTER
    for kind in ("begin", None, "end"):
        run = page.add_run()
        run.font.size = Pt(13)
        run._r.append(_field(kind))
    if draft:
        first = section.first_page_header.paragraphs[0]
        first.alignment = RIGHT
        add_run(first, "DỰ THẢO", 13, bold=True)
        add_run(page, "\tDỰ THẢO", 13, bold=True)
        page.alignment = LEFT
        page.runs[0]._r.addprevious(_tab_run())
        _tabs(page, sum(COLUMNS))
    section.footer.is_linked_to_previous = False
    section.footer.paragraphs[0].alignment = CENTER
    if footer:
        add_run(section.footer.paragraphs[0], footer, 9, italic=True)
    _also_on_first_page(section._sectPr)


def _also_on_first_page(properties: CT_SectPr) -> None:
    """Let the first page have the foot of all others: one part, named twice."""
    foot = properties.get_footerReference(WD_HEADER_FOOTER.PRIMARY)
    assert foot is not None
    properties.add_footerReference(WD_HEADER_FOOTER.FIRST_PAGE, foot.rId)


def add_pages(document: Document, across: bool, margin: Length | None = None) -> Section:
    """Begin a new page, upright or across, with another ``margin`` at the sides; numbers, heads and feet go on."""
    width = text_width(document.sections[-1])
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    for restart in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(restart)
    long, short = PAGE["page_height"], PAGE["page_width"]
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if across else (short, long)
    if margin is not None:
        section.left_margin = section.right_margin = margin
    if text_width(section) != width:
        _set_head(section)
    # The paragraph that ends the section before is set so low that it opens no page of its own.
    form = document.paragraphs[-1].paragraph_format
    form.space_after, form.line_spacing = Pt(0), Pt(1)
    return section


def _set_head(section: Section) -> None:
    """Give a section of another width a head of its own where tabs place what stands in it."""
    words = deepcopy(section.header.paragraphs[0]._p)
    if words.find(f"{qn('w:pPr')}/{qn('w:tabs')}") is None:
        return
    section.header.is_linked_to_previous = False
    own = section.header.paragraphs[0]._p
    own.getparent().replace(own, words)
    paragraph = section.header.paragraphs[0]
    paragraph.paragraph_format.tab_stops.clear_all()
    _tabs(paragraph, text_width(section))


def text_width(section: Section) -> int:
    """Give the width between the margins of a page."""
    margins = int(section.left_margin or 0) + int(section.right_margin or 0)
    return int(section.page_width or 0) - margins


def _field(kind: str | None) -> BaseOxmlElement:
    element = OxmlElement("w:fldChar" if kind else "w:instrText")
    if kind:
        element.set(qn("w:fldCharType"), kind)
    else:
        element.text = " PAGE "
    return element


def _tab_run() -> BaseOxmlElement:
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:tab"))
    return run


def _tabs(paragraph: Paragraph, width: int) -> None:
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Length(width // 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Length(width), WD_TAB_ALIGNMENT.RIGHT)
