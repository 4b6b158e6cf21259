"""Points a) b) c) d) đ) e) … as paragraph styles of Word: Enter behind one begins the next in Vietnamese order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from kehoach.wording.labels import printed_label
from kehoach.wording.letters import LETTERS

_LABELS = tuple(printed_label("a", number + 1) for number in range(len(LETTERS)))


class Points:
    """The styles of one document's points; those of a level are all there once one is used, each with the next."""

    def __init__(self, document: Document, list_of: Callable[[str], int]) -> None:
        self._document, self._list_of = document, list_of
        self._styles = document.styles.element
        self._normal = document.styles["Normal"].style_id
        self._levels: dict[int, dict[str, ParagraphStyle]] = {}

    def set_style(self, paragraph: Paragraph, label: str, level: int) -> bool:
        """Set a paragraph in the style of its letter, which gives it its label; tell so, but of one past the alphabet.

        A list of the paragraph's own would be carried along by Enter, beside the next letter's style.
        """
        if label not in _LABELS:
            return False
        if level not in self._levels:
            self._levels[level] = self._styles_of_level(level)
        paragraph._p.style = self._levels[level][label].style_id
        return True

    def _styles_of_level(self, level: int) -> dict[str, ParagraphStyle]:
        behind = f" (cấp {level + 1})" if self._levels else ""
        styles = {label: self._style(f"Điểm {label}{behind}", number, level) for number, label in enumerate(_LABELS)}
        for label, following in pairwise(_LABELS):
            styles[label].next_paragraph_style = styles[following]
        return styles

    def _style(self, name: str, number: int, level: int) -> ParagraphStyle:
        # ``styles.add_style`` looks among all styles for one of that name, once per letter.
        style = ParagraphStyle(self._styles.add_style_of_type(name, WD_STYLE_TYPE.PARAGRAPH, builtin=False))
        # Built from the name an id would hold letters and brackets that older readers stumble over.
        style.element.styleId = f"Diem{level + 1}-{number + 1}"
        style.element.basedOn_val = self._normal
        style.quick_style = True
        numbered = style.element.get_or_add_pPr().get_or_add_numPr()
        numbered.get_or_add_ilvl().val = level
        label_list = self._list_of(_LABELS[number])
        numbered.get_or_add_numId().val = label_list
        self._tie(label_list, level, style.style_id)
        return style

    def _tie(self, number: int, level: int, style: str) -> None:
        """Name the style in the list's level too: by that alone Word knows on which level a style stands."""
        root = self._document.part.numbering_part.element
        for abstract in root.findall(qn("w:abstractNum")):
            if abstract.get(qn("w:abstractNumId")) == str(number):
                own = abstract.findall(qn("w:lvl"))[level]
                tied = OxmlElement("w:pStyle")
                tied.set(qn("w:val"), style)
                own.find(qn("w:numFmt")).addnext(tied)
