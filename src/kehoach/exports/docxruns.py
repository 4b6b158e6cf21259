"""Runs of words and the lines of a block as Word writes them, put together directly.

python-docx goes over a text letter by letter and looks for the place of each property among all that may stand before
it, which was half the time of a document; what is written here is what it would have written.
"""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from kehoach.exports.docxfile import printable

_RUN, _PROPERTIES, _TEXT = qn("w:r"), qn("w:rPr"), qn("w:t")
_BOLD, _ITALIC, _SIZE, _VALUE = qn("w:b"), qn("w:i"), qn("w:sz"), qn("w:val")
_SPACE = qn("xml:space")
_BREAKS = frozenset("\t\r\n")


def word_element(name: str, **attributes: str | int) -> BaseOxmlElement:
    """Make an element of Word with attributes of Word, each by its name without the prefix ``w:``."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def add_run(
    paragraph: Paragraph, text: str, size: float | None = None, bold: bool = False, italic: bool = False
) -> None:
    """Add words to a paragraph; what is not said comes from the paragraph's style; ``size`` in points."""
    half_points = str(int(size * 2)) if size else None
    paragraph._p.append(_run(paragraph, printable(text), half_points, bold, italic))


def label_run(paragraph: Paragraph, label: str, bold: bool = False) -> None:
    """Put a label before all words of a paragraph; a bullet or number stays on the line of the first word."""
    first = paragraph._p.find(_RUN)
    size = None if first is None else first.find(f"{_PROPERTIES}/{_SIZE}")
    run = _run(paragraph, printable(f"{label}\u00a0"), None if size is None else size.get(_VALUE), bold, False)
    if first is None:
        paragraph._p.append(run)
    else:
        first.addprevious(run)


def set_centred(paragraph: Paragraph, after: float) -> None:
    """Centre a paragraph that has no form yet, lines close together; ``after`` are the points below it."""
    properties = OxmlElement("w:pPr")
    spacing = etree.SubElement(properties, qn("w:spacing"))
    for key, value in (("w:after", str(int(after * 20))), ("w:line", "240"), ("w:lineRule", "auto")):
        spacing.set(qn(key), value)
    etree.SubElement(properties, qn("w:ind")).set(qn("w:firstLine"), "0")
    etree.SubElement(properties, qn("w:jc")).set(_VALUE, "center")
    paragraph._p.insert(0, properties)


def _run(paragraph: Paragraph, text: str, half_points: str | None, bold: bool, italic: bool) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    properties = etree.SubElement(run, _PROPERTIES)
    if bold:
        etree.SubElement(properties, _BOLD)
    if italic:
        etree.SubElement(properties, _ITALIC)
    if half_points:
        etree.SubElement(properties, _SIZE).set(_VALUE, half_points)
    if _BREAKS.isdisjoint(text):
        if text:
            written = etree.SubElement(run, _TEXT)
            written.text = text
            if text != text.strip():
                written.set(_SPACE, "preserve")
    else:
        Run(run, paragraph).text = text
    return run
