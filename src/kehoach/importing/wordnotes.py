"""Footnotes and endnotes of a Word document: what each says, and where in the text its mark stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kehoach.importing.model import Removed
from kehoach.importing.wordnumbers import W

FOOTNOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
"""What marks a note in the text, by the kind of the note."""

_PARTS = {"footnote": "footnotes", "endnote": "endnotes"}
_FIRST, _MOST = 0xF0000, 0xFFFD
_SIGN = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _MOST)}]")
"""Signs that stand for marks while a text is read: code points for private use, which no document holds."""


@dataclass
class WordNotes:
    """The notes of one document by kind and number, and those whose marks were met, in order."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    met: list[tuple[str, str]] = field(default_factory=list)

    def read(self, part: Callable[[str], Element | None], lines: Callable[[Element], list[str]]) -> None:
        """Read all notes from a file's parts; ``lines`` gives those of a paragraph.

        Lines that Word draws above notes are none.
        """
        for kind, name in _PARTS.items():
            root = part(name)
            for note in root.iter(f"{W}{kind}") if root is not None else ():
                if note.get(f"{W}type") is not None:
                    continue
                within = (
                    self.without_signs(line)[0].strip() for paragraph in note.iter(f"{W}p") for line in lines(paragraph)
                )
                if text := "\n".join(" ".join(line.split()) for line in within if line):
                    self.texts[kind, note.get(f"{W}id", "")] = text
        self.met.clear()

    def sign(self, tag: str, number: str) -> str:
        """Give the sign that stands for a mark until its line is whole; none where there is no such note."""
        key = (FOOTNOTES[tag], number)
        if key not in self.texts or key in self.met or len(self.met) > _MOST:
            return ""
        self.met.append(key)
        return chr(_FIRST + len(self.met) - 1)

    def without_signs(self, text: str) -> tuple[str, list[tuple[str, str]]]:
        """Give a text without signs, and of each the words before it and what its note says."""
        if not _SIGN.search(text):
            return text, []
        notes: list[tuple[str, str]] = []
        clean = ""
        for piece in re.split(f"({_SIGN.pattern})", text):
            if _SIGN.fullmatch(piece):
                number = ord(piece) - _FIRST
                notes += [(clean, self.texts[self.met[number]])] if number < len(self.met) else []
            else:
                clean += piece
        return clean, notes

    def unmarked(self) -> Iterator[Removed]:
        """Give the notes that no mark leads to: Word prints none of them."""
        for key, text in self.texts.items():
            if key not in self.met:
                yield Removed(0, text.replace("\n", " "), "Chú thích không còn dấu trong văn bản; Word không in.")
