"""Footnotes as printed: marks in the lines that they belong to, each note below its line, numbered through the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach.model.frozen import but
from kehoach.model.items import Footnote, Item
from kehoach.model.line import Line, Mark
from kehoach.model.place import Place
from kehoach.model.plan import Plan
from kehoach.model.rewritings import folded

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
    noted = {line.item.id: line.item for line in printed if line.item and line.item.notes}
    if not noted and not plan.notes:
        return list(printed)
    own: dict[str, list[int]] = {}
    around: list[int] = []
    for number, line in enumerate(printed):
        if line.item is None:
            around.append(number)
        elif line.item.id in noted:
            own.setdefault(line.item.id, []).append(number)
    placed = list(_placed(plan.notes, None, around, printed))
    for item in noted.values():
        placed += _placed(item.notes, item, own[item.id], printed)
    return list(_woven(sorted(placed, key=lambda one: (one.line, one.at, one.index)), printed))


def note_texts(printed: Iterable[Line]) -> dict[str, str]:
    """Give the words of every note by its anchor, paragraphs parted by line feeds."""
    found: dict[str, str] = {}
    anchor = ""
    for line in printed:
        if line.kind == KIND:
            anchor = line.anchor or anchor
            found[anchor] = f"{found[anchor]}\n{line.words}" if anchor in found else line.words
    return found


def _placed(
    notes: Iterable[Footnote], owner: Item | None, own: Sequence[int], printed: Sequence[Line]
) -> Iterator[_Placed]:
    """Find where each note's mark stands: behind its words in the first of some lines, else behind all words."""
    last = next((number for number in reversed(own) if not printed[number].cell), own[-1])
    for index, note in enumerate(notes):
        found = ((number, behind(note.after, printed[number].words)) for number in own if note.after)
        line, at = next((one for one in found if one[1]), (last, len(printed[last].words)))
        yield _Placed(line, at, owner, index, note)


def behind(after: str, words: str) -> int:
    """Give the place behind some words in others, whatever their case, which a heading can change; 0 for none."""
    at = words.find(after)
    if at < 0:
        at = folded(words).find(folded(after))
    return at + len(after) if at >= 0 else 0


def _woven(placed: Sequence[_Placed], printed: Sequence[Line]) -> Iterator[Line]:
    waiting: list[Line] = []
    marks: dict[int, list[Mark]] = {}
    notes: dict[int, list[Line]] = {}
    for number, one in enumerate(placed, 1):
        first, *more = one.note.text.split("\n")
        line = _line(one, printed[one.line], number, first)
        marks.setdefault(one.line, []).append(Mark(one.at, number, line.anchor))
        notes.setdefault(one.line, []).extend((line, *(but(line, words=words, label="", anchor="") for words in more)))
    for number, line in enumerate(printed):
        if waiting and not (line.cell and _same_table(line, printed[number - 1])):
            yield from waiting
            waiting = []
        yield but(line, marks=tuple(marks[number])) if number in marks else line
        waiting += notes.get(number, ())
    yield from waiting


def _same_table(one: Line, other: Line) -> bool:
    return bool(one.cell and other.cell and one.cell.table is other.cell.table)


def _line(one: _Placed, bearer: Line, number: int, words: str) -> Line:
    owner = one.owner.id if one.owner else "chu-thich"
    path = f"C{one.index + 1}" if one.owner is None else f"{bearer.path}.C{one.index + 1}"
    return Line(
        part=bearer.part,
        kind=KIND,
        words=words,
        place=(*owner_place(bearer), "notes", one.index, "text") if one.owner else ("notes", one.index, "text"),
        path=path,
        anchor=f"{owner}--chu-thich-{one.index + 1}",
        label=f"[{number}]",
        item=one.owner,
    )


def owner_place(line: Line) -> Place:
    """Give the place of the item or row that a line's words stand in."""
    place = line.place
    if line.cell:
        at = len(place) - 1 - place[::-1].index("table" if line.cell.is_heading else "cells")
        return place[:at]
    return place[:-1] if place and isinstance(place[-1], str) else place
