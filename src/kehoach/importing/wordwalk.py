"""The walk through a Word document: what is gathered on the way, and the words that runs show."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from xml.etree.ElementTree import Element

from kehoach.importing.encodings import from_font
from kehoach.importing.model import Note, NoteBelow, Removed, SourceLine, SourceTable
from kehoach.importing.wordcells import DEEPEST, FALLBACK
from kehoach.importing.wordformulas import FORMULA, formula
from kehoach.importing.wordlook import Look
from kehoach.importing.wordnotes import FOOTNOTES, WordNotes
from kehoach.importing.wordnumbers import Numbers, Styles, W
from kehoach.importing.wordpoints import Numbered
from kehoach.importing.wordremarks import MARKS
from kehoach.importing.wordsymbols import is_symbol_font, signs, unknown_signs

_TEXT, _RUN, _RUN_LOOK = f"{W}t", f"{W}r", f"{W}rPr"
_TABS, _BREAKS = (f"{W}tab", f"{W}ptab"), (f"{W}br", f"{W}cr")
_TAKEN_OUT = (f"{W}del", f"{W}moveFrom")
_UNREAD = frozenset((f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delText", FALLBACK))


@dataclass
class Walk:
    """What is gathered while walking through a document."""

    styles: Styles
    numbers: Numbers
    lines: list[str] = field(default_factory=list)
    parts: list[SourceLine | SourceTable] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    gap: int = 0
    page: bool = False
    deleted: bool = False
    converted: bool = False
    formulas: int = 0
    unknown_signs: int = 0
    contents: list[str] = field(default_factory=list)
    boxed: list[Element] | None = None
    carried: str = ""
    unseen: list[Removed] = field(default_factory=list)
    notes_read: WordNotes = field(default_factory=WordNotes)
    footnotes: list[NoteBelow] = field(default_factory=list)
    waiting: list[tuple[int, str, str]] = field(default_factory=list)
    remarked: dict[str, int] = field(default_factory=dict)
    ahead: int = 0
    numbered: list[Numbered] = field(default_factory=list)
    labelled: tuple[int, str, bool] | None = None
    looks: dict[str, Look] = field(default_factory=dict)

    @property
    def line(self) -> int:
        """The line of the source that is written next."""
        return len(self.lines) + 1

    def look_of(self, style: str) -> Look:
        """Give how text of a paragraph's style looks."""
        if style not in self.looks:
            self.looks[style] = Look().styled(self.styles.chain(style), self.styles)
        return self.looks[style]


def text_of(parent: Element, walk: Walk, boxes: list[Element], look: Look) -> str:
    """Give the text below an element; deletions, field codes and fallbacks for older programs are left out.

    Hidden and struck text is left out too, and listed; text boxes are put to ``boxes``.
    """
    pieces: list[str] = []
    _gather(parent, walk, boxes, look, 0, pieces)
    return "".join(pieces)


def _gather(parent: Element, walk: Walk, boxes: list[Element], look: Look, depth: int, pieces: list[str]) -> None:
    for child in parent:
        tag = child.tag
        if tag == _TEXT:
            pieces.append(_seen(child.text or "", look, walk))
        elif tag == _RUN:
            if depth < DEEPEST:
                within = look.within(child.find(_RUN_LOOK), walk.styles)
                _gather(child, walk, boxes, within, depth + 1, pieces)
        elif tag in _UNREAD:
            continue
        elif tag in _TABS:
            pieces.append("\t")
        elif tag in _BREAKS:
            if child.get(f"{W}type") == "page":
                walk.page = True
            pieces.append("\n")
        elif tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif tag == f"{W}sym":
            code = child.get(f"{W}char", "")
            sign = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) else ""
            pieces.append(_seen(_signs_drawn(sign, child.get(f"{W}font", ""), walk), look, walk))
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag in FOOTNOTES:
            pieces.append(walk.notes_read.sign(tag, child.get(f"{W}id", "")))
        elif tag in MARKS:
            walk.remarked.setdefault(child.get(f"{W}id", ""), walk.line + walk.ahead)
        elif tag in _TAKEN_OUT:
            walk.deleted = True
        elif tag == FORMULA:
            walk.formulas += 1
            pieces.append(formula(child))
        elif depth < DEEPEST:
            _gather(child, walk, boxes, look, depth + 1, pieces)


def _signs_drawn(text: str, font: str, walk: Walk) -> str:
    drawn = signs(text, font)
    walk.unknown_signs += unknown_signs(drawn)
    return drawn


@lru_cache(maxsize=256)
def _kind_of(font: str) -> str:
    """Tell a font of an old encoding and one of signs from all others; a document has a few, and thousands of runs."""
    if font.startswith(".Vn") or font.upper().startswith("VNI"):
        return "old"
    return "signs" if is_symbol_font(font) else ""


def _seen(text: str, look: Look, walk: Walk) -> str:
    """Give a run's words as Word shows them; what it does not show is set apart."""
    kind = _kind_of(look.font)
    if kind == "old":
        converted = from_font(text, look.font)
        walk.converted = walk.converted or converted != text
        text = converted
    elif kind == "signs":
        text = _signs_drawn(text, look.font, walk)
    if look.unseen:
        walk.unseen.append(Removed(walk.line, text, look.unseen))
        return ""
    return text.upper() if look.capitals else text
