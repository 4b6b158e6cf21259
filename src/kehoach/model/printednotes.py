"""Footnotes as printed: marks in the lines that they belong to, each note below its line, numbered through the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach.model.frozen import but
from kehoach.model.items import Footnote, Item
from kehoach.model.line import Line, Mark
from kehoach.model.place import Place
from kehoach.model.plan import Plan
from kehoach.wording.letters import folded

KIND = "footnote"


@dataclass(frozen=True)
class _Placed:
    """A note with the number of its line, the place of its mark in it, its owner and its number among its notes."""

    line: int
    at: int
    owner: Item | None
    index: int
    note: Footnote


def with_notes(plan: Plan, printed: Sequence[Line]) -> list[Line]:
    """Put the notes of a plan below the lines that bear their marks; below its table where that is a cell."""
    items_with_notes = {line.item.id: line.item for line in printed if line.item and line.item.notes}
    if not items_with_notes and not plan.notes:
        return list(printed)
    own: dict[str, list[int]] = {}
    around: list[int] = []
    for number, line in enumerate(printed):
        if line.item is None:
            around.append(number)
        elif line.item.id in items_with_notes:
            own.setdefault(line.item.id, []).append(number)
    note_places = list(_placed(plan.notes, None, around, printed))
    for item in items_with_notes.values():
        note_places += _placed(item.notes, item, own[item.id], printed)
    return list(_woven(sorted(note_places, key=lambda note: (note.line, note.at, note.index)), printed))


def note_texts(printed: Iterable[Line]) -> dict[str, str]:
    """Give the words of every note by its anchor, paragraphs parted by line feeds."""
    texts: dict[str, str] = {}
    anchor = ""
    for line in printed:
        if line.kind == KIND:
            anchor = line.anchor or anchor
            texts[anchor] = f"{texts[anchor]}\n{line.words}" if anchor in texts else line.words
    return texts


def _placed(
    notes: Iterable[Footnote], owner: Item | None, own: Sequence[int], printed: Sequence[Line]
) -> Iterator[_Placed]:
    """Find where each note's mark stands: behind its words in the first of some lines, else behind all words."""
    last = next((number for number in reversed(own) if not printed[number].cell), own[-1])
    for index, note in enumerate(notes):
        places = ((number, place_behind(note.after, printed[number].words)) for number in own if note.after)
        line, at = next((entry for entry in places if entry[1]), (last, len(printed[last].words)))
        yield _Placed(line, at, owner, index, note)


def place_behind(after: str, words: str) -> int:
    """Give the place behind some words in others, whatever their case, which a heading can change; 0 for none."""
    at = words.find(after)
    if at < 0:
        at = folded(words).find(folded(after))
    return at + len(after) if at >= 0 else 0


def _woven(placed: Sequence[_Placed], printed: Sequence[Line]) -> Iterator[Line]:
    waiting: list[Line] = []
    marks: dict[int, list[Mark]] = {}
    notes: dict[int, list[Line]] = {}
    for number, note in enumerate(placed, 1):
        first, *further = note.note.text.split("\n")
        line = _line(note, printed[note.line], number, first)
        marks.setdefault(note.line, []).append(Mark(note.at, number, line.anchor))
        notes.setdefault(note.line, []).extend(
            (line, *(but(line, words=words, label="", anchor="") for words in further))
        )
    for number, line in enumerate(printed):
        if waiting and not (line.cell and _same_table(line, printed[number - 1])):
            yield from waiting
            waiting = []
        yield but(line, marks=tuple(marks[number])) if number in marks else line
        waiting += notes.get(number, ())
    yield from waiting


def _same_table(line: Line, other: Line) -> bool:
    return bool(line.cell and other.cell and line.cell.table is other.cell.table)


def _line(note: _Placed, bearer: Line, number: int, words: str) -> Line:
    owner = note.owner.id if note.owner else "chu-thich"
    path = f"C{note.index + 1}" if note.owner is None else f"{bearer.path}.C{note.index + 1}"
    return Line(
        part=bearer.part,
        kind=KIND,
        words=words,
        place=(*owner_place(bearer), "notes", note.index, "text") if note.owner else ("notes", note.index, "text"),
        path=path,
        anchor=f"{owner}--chu-thich-{note.index + 1}",
        label=f"[{number}]",
        item=note.owner,
    )


def owner_place(line: Line) -> Place:
    """Give the place of the item or row that a line's words stand in."""
    place = line.place
    if line.cell:
        at = len(place) - 1 - place[::-1].index("table" if line.cell.is_heading else "cells")
        return place[:at]
    return place[:-1] if place and isinstance(place[-1], str) else place
