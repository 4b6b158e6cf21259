"""Labels of a plan as Word's own numbering, never as typed text.

Roman and Arabic numbers and "Điều 1." are counted by Word. The list of a plan's default numbering is one
multilevel list; items numbered otherwise than their level get a list of their own. Word's lower-letter lists
have f, j, w, z and lack đ, so lettered items (and any label that Word would count otherwise) take a list whose
nine levels are the literal labels in Vietnamese order ("a)", "b)", "c)", "d)", "đ)" …): the label is still
numbering, not text, and in Word an officer moves an item to the next letter with Tab.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from kehoach.model.plan import Item, Plan
from kehoach.model.printed import Line
from kehoach.wording.labels import BULLETS, letter, printed_label
from kehoach.wording.letters import LETTERS

LEVELS = 9
FIRST_LINE = 720
"""First-line indent of a labelled paragraph in twentieths of a point: 1,27 cm (the decree: 1 to 1,27 cm)."""

_FORMATS = {"I": "upperRoman", "1": "decimal", "1.1": "decimal", "Điều": "decimal"}
_SMALL_BULLET = "- nhỏ"


class Numbering:
    """The numbering definitions of one document and what each printed line takes from them."""

    def __init__(self, document: Document, plan: Plan) -> None:
        self._root = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._lists: dict[str, int] = {}
        self._literals: dict[str, tuple[int, int]] = {}
        self._groups: dict[tuple[str, str], int] = {}
        self._parents = dict(_parents(plan))
        self.begin(plan.numbering)
        for start in range(0, len(LETTERS), LEVELS):
            self._add_literals([printed_label("a", n + 1) for n in range(start, min(start + LEVELS, len(LETTERS)))])

    def begin(self, numbering: Sequence[str]) -> None:
        """Count from one again, for a part that is numbered by itself."""
        self._styles = tuple(numbering[:LEVELS])
        self._in_main: set[str] = set()
        self._main = self._new_list(
            [(_FORMATS.get(s, "none"), _text(self._styles, d)) for d, s in enumerate(self._styles)]
        )

    def label(self, paragraph: Paragraph, line: Line) -> None:
        """Give a paragraph the label of a printed line; one without a label is left alone."""
        if line.label:
            number, level = self._place(line)
            properties = paragraph._p.get_or_add_pPr()
            numbered = properties.get_or_add_numPr()
            numbered.get_or_add_ilvl().val = level
            numbered.get_or_add_numId().val = number

    def _place(self, line: Line) -> tuple[int, int]:
        """Choose list and level: the plan's own list where it counts right, else a list for the line's group."""
        parent = self._parents.get(line.item.id, "") if line.item else ""
        if line.kind == "recipient":
            return self._bullets(_SMALL_BULLET), 0
        if line.label.startswith("Điều ") and not line.style:
            return self._own_list("Điều"), 0
        if line.style in BULLETS or not line.item:
            return self._bullets(line.label), min(line.depth, LEVELS - 1)
        if line.style in ("I", "1", "1.1"):
            default = line.depth < len(self._styles) and self._styles[line.depth] == line.style
            if default and (line.depth == 0 or parent in self._in_main):
                self._in_main.add(line.item.id)
                return self._main, line.depth
            if line.style != "1.1":
                return self._group(line.style, parent), 0
        return self._literal(line.label)

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
            self._groups[key] = self._new_list([(_FORMATS[style], "%1.")])
        return self._groups[key]

    def _literal(self, label: str) -> tuple[int, int]:
        if label not in self._literals:
            self._add_literals([label])
        return self._literals[label]

    def _add_literals(self, labels: list[str]) -> None:
        number = self._new_list([("none", label.replace("%", "")) for label in labels])
        for level, label in enumerate(labels):
            self._literals[label] = (number, level)

    def _new_list(
        self, levels: list[tuple[str, str]], indent: int = FIRST_LINE, bold: bool = False, size: int = 0
    ) -> int:
        """Define a list of levels (number format, level text); returns the id that paragraphs name."""
        number = len(self._root.findall(qn("w:num"))) + 1
        abstract = _element("w:abstractNum", abstractNumId=number)
        abstract.append(_element("w:multiLevelType", val="multilevel"))
        for level, (form, text) in enumerate(levels):
            abstract.append(_level(level, form, text, indent, bold, size))
        after = self._root.findall(qn("w:abstractNum"))
        self._root.insert(len(after), abstract)
        instance = _element("w:num", numId=number)
        instance.append(_element("w:abstractNumId", val=number))
        self._root.append(instance)
        return number


def _text(styles: Sequence[str], depth: int) -> str:
    """Give the level text: the level's own number, for 1.1 behind those of the numbers right above it."""
    style, first = styles[depth], depth
    while styles[first] == "1.1" and first and styles[first - 1] in ("1", "1.1"):
        first -= 1
    if style in _FORMATS:
        return "".join(f"%{level + 1}." for level in range(first, depth + 1))
    return f"{letter(1)})" if style == "a" else style


def _level(level: int, form: str, text: str, first_line: int, bold: bool, size: int) -> BaseOxmlElement:
    out = _element("w:lvl", ilvl=level)
    for name, value in (
        ("w:start", 1),
        ("w:numFmt", form),
        ("w:suff", "space"),
        ("w:lvlText", text),
        ("w:lvlJc", "left"),
    ):
        out.append(_element(name, val=value))
    properties = _element("w:pPr")
    properties.append(_element("w:ind", left=0, firstLine=first_line))
    out.append(properties)
    run = _element("w:rPr")
    run.append(_element("w:rFonts", ascii="Times New Roman", hAnsi="Times New Roman", cs="Times New Roman"))
    if bold:
        run.append(_element("w:b"))
    if size:
        run.append(_element("w:sz", val=size))
    out.append(run)
    return out


def _element(name: str, **attributes: str | int) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _parents(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give per item the item above it."""
    for item in plan.walk():
        yield from ((child.id, item.id) for child in item.items if isinstance(child, Item))
