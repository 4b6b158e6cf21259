"""Labels of a plan as Word's own numbering, or as words where the copy is not to be worked on.

Roman and Arabic numbers, Word's own letters and "Điều 1." are counted by Word, each on the level of the list that it
has in the plan. Word has no list of Vietnamese letters: ``lowerLetter`` is a b c d e f in every language, and no format
of OOXML has đ. So each letter is a list of its own whose levels all read that letter, and a paragraph style
(``docxpoints``) whose next style is the next letter: behind c) Enter begins d), then đ), then e), on the level of the
others.

Siblings of which one has a printed number of its own take such lists too: Word would count them otherwise. Points
among them have their letters as words, since whoever reads the file again counts the lists of letters by their place.

Readers other than Word make labels of their own (pandoc knows no đ) or none at all (mammoth). A copy to be signed or
read has its labels as words, the same in every reader; nobody goes on counting there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from string import ascii_lowercase
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from kehoach.exports.docxpoints import Points
from kehoach.exports.docxruns import label_run, word_element
from kehoach.model.plan import Item, Plan
from kehoach.model.printed import Line
from kehoach.wording.labels import BULLETS, letter, style_noun
from kehoach.wording.letters import LETTERS

LEVELS = 9
FIRST_LINE = 720
"""First-line indent of a labelled paragraph in twentieths of a point: 1,27 cm (the decree: 1 to 1,27 cm)."""

_FORMATS = {
    "I": "upperRoman",
    "1": "decimal",
    "1.1": "decimal",
    "Điều": "decimal",
    "i": "lowerRoman",
    "abc": "lowerLetter",
    "ABC": "upperLetter",
}
_MARKS = {"abc": ")"}
OTHER = "none"
_SMALL_BULLET = "- nhỏ"


class Numbering:
    """The numbering definitions of one document and what each printed line takes from them."""

    def __init__(self, document: Document, plan: Plan, typed: bool = False) -> None:
        self._typed = typed
        self._points = Points(document, self._letter_list)
        self._root = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._lists: dict[str, int] = {}
        self._literals: dict[str, int] = {}
        self._groups: dict[tuple[str, str], int] = {}
        self._parents = dict(_parents(plan))
        self._irregular = {self._parents.get(item.id, "") for item in plan.walk() if item.number}
        self.begin(plan.numbering)

    def begin(self, numbering: Sequence[str]) -> None:
        """Count from one again, for a part that is numbered by itself."""
        self._styles = tuple(numbering[:LEVELS])
        self._in_main: set[str] = set()
        self._main = self._new_list([(_format(s), _text(self._styles, d)) for d, s in enumerate(self._styles)])

    def label(self, paragraph: Paragraph, line: Line) -> None:
        """Give a paragraph the label of a printed line; one without a label is left alone."""
        if not line.label:
            return
        if self._typed or self._is_apart(line):
            bold = line.label.startswith("Điều ") or bool(line.lead_in and line.field is None)
            label_run(paragraph, line.label, bold)
            return
        number, level = self._place(line)
        if line.style == "a" and line.kind == "text" and self._points.set_style(paragraph, line.label, level):
            return
        properties = paragraph._p.get_or_add_pPr()
        numbered = properties.get_or_add_numPr()
        numbered.get_or_add_ilvl().val = level
        numbered.get_or_add_numId().val = number

    def _is_apart(self, line: Line) -> bool:
        """Tell whether a point stands among siblings with printed numbers of their own: lists would count it again."""
        return line.style == "a" and line.item is not None and self._parents.get(line.item.id, "") in self._irregular

    def _place(self, line: Line) -> tuple[int, int]:
        """Choose list and level: the plan's own list where it counts right, else a list for the line's group."""
        parent = self._parents.get(line.item.id, "") if line.item else ""
        if line.kind == "recipient":
            return self._bullets(_SMALL_BULLET), 0
        if line.label.startswith("Điều ") and not line.style:
            return self._own_list("Điều"), 0
        if line.style in BULLETS or not line.item:
            return self._bullets(line.label), min(line.depth, LEVELS - 1)
        if _format(line.style) != OTHER and parent not in self._irregular:
            default = line.depth < len(self._styles) and self._styles[line.depth] == line.style
            if default and (line.depth == 0 or parent in self._in_main):
                self._in_main.add(line.item.id)
                return self._main, line.depth
            if line.style != "1.1":
                return self._group(line.style, parent), min(line.depth, LEVELS - 1)
        return self._letter_list(line.label), min(line.depth, LEVELS - 1)

    def _bullets(self, label: str) -> int:
        if label not in self._lists:
            small = label == _SMALL_BULLET
            levels = [("bullet", "-" if small else label)] * LEVELS
            self._lists[label] = self._new_list(levels, 0 if small else FIRST_LINE, size=22 if small else 0)
        return self._lists[label]

    def _own_list(self, style: str) -> int:
        if style not in self._lists:
            self._lists[style] = self._new_list([("decimal", "Điều %1.")], bold=True)
        return self._lists[style]

    def _group(self, style: str, parent: str) -> int:
        """Give the list of the items below one parent, which begins at one."""
        key = (style, parent)
        if key not in self._groups:
            self._groups[key] = self._new_list([(_format(style), _counted(style, level)) for level in range(LEVELS)])
        return self._groups[key]

    def _letter_list(self, label: str) -> int:
        """Give the list of one label that Word would count otherwise."""
        if label not in self._literals:
            # Word prints the level's text, whatever its number; pandoc makes its label from format and start.
            # LibreOffice saves a level that has no format without the space behind its label.
            latin = len(label) == 2 and label[0] in ascii_lowercase
            form, start = ("lowerLetter", ascii_lowercase.index(label[0]) + 1) if latin else ("decimal", _rank(label))
            self._literals[label] = self._new_list([(form, label.replace("%", ""))] * LEVELS, start=start)
        return self._literals[label]

    def _new_list(
        self,
        levels: list[tuple[str, str]],
        indent: int = FIRST_LINE,
        bold: bool = False,
        size: int = 0,
        start: int = 1,
    ) -> int:
        """Define a list of levels (number format, level text); returns the id that paragraphs name."""
        number = len(self._root.findall(qn("w:num"))) + 1
        abstract = word_element("w:abstractNum", abstractNumId=number)
        abstract.append(word_element("w:multiLevelType", val="multilevel"))
        for level, (form, text) in enumerate(levels):
            abstract.append(_level(level, (form, text), start, indent, bold, size))
        after = self._root.findall(qn("w:abstractNum"))
        self._root.insert(len(after), abstract)
        instance = word_element("w:num", numId=number)
        instance.append(word_element("w:abstractNumId", val=number))
        self._root.append(instance)
        return number


def _format(style: str) -> str:
    """Give how Word counts a style; ``none`` for what it cannot count, as letters in Vietnamese order."""
    return _FORMATS.get(style.partition(" ")[2] if style_noun(style) else style, OTHER)


def _rank(label: str) -> int:
    """Give the place of a label among its kind: of đ) the fifth, of 12. the twelfth."""
    number = label.strip(".)")
    if number in LETTERS:
        return LETTERS.index(number) + 1
    return int(number) if number.isdecimal() and len(number) < 5 else 1


def _counted(style: str, level: int) -> str:
    """Give the text of a level by its own number alone: ``%1.``, ``Phần %1.``."""
    noun = style_noun(style)
    return f"{noun} %{level + 1}.".lstrip() if noun else f"%{level + 1}{_MARKS.get(style, '.')}"


def _text(styles: Sequence[str], depth: int) -> str:
    """Give the level text: the level's own number, for 1.1 behind those of the numbers right above it."""
    style, first = styles[depth], depth
    while styles[first] == "1.1" and first and styles[first - 1] in ("1", "1.1"):
        first -= 1
    if _format(style) != OTHER:
        return "".join(_counted(style, level) for level in range(first, depth + 1))
    return f"{letter(1)})" if style == "a" else style


def _level(*form: Any) -> BaseOxmlElement:
    """Give a level of a list; a document has two hundred, which are a few that repeat."""
    return deepcopy(_level_of(*form))


@cache
def _level_of(
    level: int, written: tuple[str, str], start: int, first_line: int, bold: bool, size: int
) -> BaseOxmlElement:
    level_element = word_element("w:lvl", ilvl=level)
    for name, value in (
        ("w:start", start),
        ("w:numFmt", written[0]),
        ("w:suff", "space"),
        ("w:lvlText", written[1]),
        ("w:lvlJc", "left"),
    ):
        level_element.append(word_element(name, val=value))
    properties = word_element("w:pPr")
    properties.append(word_element("w:ind", left=0, firstLine=first_line))
    level_element.append(properties)
    run = word_element("w:rPr")
    run.append(word_element("w:rFonts", ascii="Times New Roman", hAnsi="Times New Roman", cs="Times New Roman"))
    if bold:
        run.append(word_element("w:b"))
    if size:
        run.append(word_element("w:sz", val=size))
    level_element.append(run)
    return level_element


def _parents(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give per item the item above it."""
    for item in plan.walk():
        yield from ((child.id, item.id) for child in item.items if isinstance(child, Item))
