"""Footnotes of a plan as Word's own: a mark in the text, the note in ``word/footnotes.xml``, numbered by Word."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from kehoach.exports.docxfile import printable
from kehoach.exports.docxruns import add_run
from kehoach.model.line import Line

REFERENCE = qn("w:footnoteReference")
_TEXT, _MARK = "footnote text", "footnote reference"
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
"""Notes of these kinds are the lines that Word draws above all others."""


class Notes:
    """The footnotes of one document; ``texts`` gives the words of each by the anchor that marks name."""

    def __init__(self, document: Document, texts: Mapping[str, str]) -> None:
        self._document, self._texts = document, texts

    def write(
        self, paragraph: Paragraph, line: Line, size: float | None = None, bold: bool = False, italic: bool = False
    ) -> None:
        """Add the words of a line, its run-in heading in bold, with a mark wherever it has one."""
        at, lead = 0, 0 if line.field else line.lead_in
        for piece in line.pieces:
            if not isinstance(piece, str):
                self._mark(paragraph, self._texts.get(piece.anchor, ""))
                continue
            heading = max(0, min(len(piece), lead - at))
            for words, strong in ((piece[:heading], True), (piece[heading:], bold)):
                if words:
                    add_run(paragraph, words, size, strong, italic)
            at += len(piece)

    def _mark(self, paragraph: Paragraph, text: str) -> None:
        """Put a mark behind the words of a paragraph, and its note into the part of the notes."""
        number = add_note(notes_of(self._document), self._document, text)
        run = paragraph.add_run(style=self._document.styles[_MARK])
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)


def notes_of(document: Document) -> BaseOxmlElement:
    """Give the root of a document's notes, made with its styles and separators where there is none yet."""
    for related in document.part.rels.values():
        if related.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            existing: BaseOxmlElement = related.target_part.element
            return existing
    root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
    settings = OxmlElement("w:footnotePr")
    for number, kind in _SEPARATORS:
        root.append(_separator(number, kind))
        footnote = OxmlElement("w:footnote")
        footnote.set(qn("w:id"), str(number))
        settings.append(footnote)
    own = document.settings.element
    following = next((child for child in own if child.tag in (qn("w:endnotePr"), qn("w:compat"))), None)
    own.append(settings) if following is None else following.addprevious(settings)
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _add_styles(document)
    return root


def add_note(root: BaseOxmlElement, document: Document, text: str) -> int:
    """Add a note and give its number; each line of the text is a paragraph."""
    number = len(root) - len(_SEPARATORS) + 1
    note = OxmlElement("w:footnote")
    note.set(qn("w:id"), str(number))
    for index, words in enumerate(text.split("\n")):
        paragraph = Paragraph(OxmlElement("w:p"), document._body)
        paragraph.style = document.styles[_TEXT]
        if index == 0:
            mark = paragraph.add_run(style=document.styles[_MARK])
            mark._r.append(OxmlElement("w:footnoteRef"))
            words = f" {words}"
        paragraph.add_run(printable(words))
        note.append(paragraph._p)
    root.append(note)
    return number


def notes_of_both(old: Document, new: Document) -> None:
    """Give the notes of two documents numbers of the new one, the same where they say the same.

    Marks of ``old`` are renumbered; its notes that the new document has not are added there.
    """
    marks = list(old.element.body.iter(REFERENCE))
    if not marks:
        return
    old_notes = {note.get(qn("w:id")): note for note in notes_of(old)}
    root = notes_of(new)
    numbers = {_words(note): note.get(qn("w:id")) for note in root if note.get(qn("w:type")) is None}
    for mark in marks:
        note = old_notes[mark.get(qn("w:id"))]
        if _words(note) not in numbers:
            added = deepcopy(note)
            number = str(len(root) - len(_SEPARATORS) + 1)
            added.set(qn("w:id"), number)
            root.append(added)
            numbers[_words(note)] = number
        mark.set(qn("w:id"), numbers[_words(note)])


def _words(note: BaseOxmlElement) -> str:
    return "\n".join("".join(text.text or "" for text in p.iter(qn("w:t"))) for p in note.iter(qn("w:p")))


def _separator(number: int, kind: str) -> BaseOxmlElement:
    separator: BaseOxmlElement = parse_xml(
        f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0"/>'
        f'<w:ind w:firstLine="0"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )
    return separator


def _add_styles(document: Document) -> None:
    """Add the styles that Word itself gives notes and their marks."""
    text = document.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(text, ParagraphStyle)
    text.element.styleId, text.base_style = "FootnoteText", document.styles["Normal"]
    text.font.size = Pt(11)
    text.paragraph_format.first_line_indent, text.paragraph_format.space_after = Cm(0), Pt(2)
    mark = document.styles.add_style(_MARK, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(mark, CharacterStyle)
    mark.element.styleId, mark.font.superscript = "FootnoteReference", True
