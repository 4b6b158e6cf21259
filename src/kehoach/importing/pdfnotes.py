"""Footnotes of a PDF: small lines at the foot of a page, each behind a number that stands raised in the page above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.fidelity.rewritings import is_page_number
from kehoach.importing.raised import RAISED

_MARK = re.compile(rf"(?<=\S)\s?(?P<number>[{RAISED}]+)")
_LEAD = re.compile(rf"\s*(?:[{RAISED}]+\s*|[0-9]{{1,3}}\s+)(?=\S)")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kdcm]?m)$")
"""Metres, whose raised number is a power."""
_PLAIN = str.maketrans(RAISED, "0123456789")


@dataclass(frozen=True)
class RaisedMark:
    """A mark on a page: which part and which of its rows it stands in, the words before it, the part of its note."""

    part: int
    row: int
    before: str
    note: int


@dataclass
class PageNotes:
    """The notes of a page by the part that each begins with, the parts that go on with them, and their marks."""

    texts: dict[int, str]
    later: set[int]
    marks: list[RaisedMark]


def notes_of(page: list[dict[str, Any]]) -> PageNotes:
    """Take the marks of notes out of a page's lines and rows; a raised number that leads to none stays as it is."""
    notes = PageNotes({}, set(), [])
    foot = _foot(page)
    for part, row, cell, text in list(_texts(page[:foot])):
        clean, end = "", 0
        for match in _MARK.finditer(text):
            clean += text[end : match.start()]
            end = match.start()
            note = None if _UNIT.search(clean) else _note(page, match["number"], max(notes.texts, default=foot - 1) + 1)
            if note is not None:
                above = "".join(page[part]["rows"][row][:cell]) if "rows" in page[part] else ""
                notes.marks.append(RaisedMark(part, row, above + clean, note))
                notes.texts[note] = ""
                end = match.end()
        if "rows" in page[part]:
            page[part]["rows"][row][cell] = clean + text[end:]
        else:
            page[part]["text"] = clean + text[end:]
    _gather(page, notes)
    return notes


def _foot(page: Sequence[dict[str, Any]]) -> int:
    """Give the first of the small lines, and the page's number among them, that a page ends with."""
    first = len(page)
    for at in range(len(page) - 1, -1, -1):
        text = page[at].get("text")
        if text is None or (text.strip() and not page[at].get("small") and not is_page_number(text)):
            break
        first = at
    return first


def _texts(parts: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int, int, str]]:
    for at, part in enumerate(parts):
        if "rows" not in part:
            yield at, 0, 0, part["text"]
            continue
        for row, cells in enumerate(part["rows"]):
            yield from ((at, row, cell, text) for cell, text in enumerate(cells))


def _note(page: Sequence[dict[str, Any]], number: str, start: int) -> int | None:
    """Find the line that begins the note of a mark."""
    wanted = number.translate(_PLAIN)
    for at in range(start, len(page)):
        lead = _LEAD.match(page[at]["text"])
        if lead and lead[0].strip().translate(_PLAIN) == wanted:
            return at
    return None


def _gather(page: Sequence[dict[str, Any]], notes: PageNotes) -> None:
    """Put the lines of each note together: to the next note, to a gap, or to the page's number."""
    for note in notes.texts:
        words = [_LEAD.sub("", page[note]["text"], count=1)]
        for at in range(note + 1, len(page)):
            text = page[at]["text"]
            if at in notes.texts or not text.strip() or is_page_number(text):
                break
            notes.later.add(at)
            words.append(text)
        notes.texts[note] = " ".join(" ".join(words).split())
