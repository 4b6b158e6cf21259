"""Footnotes of a document as notes of the provisions, rows and other parts of a draft that bear their marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from kehoach.files.planplaces import value_at
from kehoach.importing.model import Note, NoteBelow, Reading, SourceTable
from kehoach.importing.siblings import LONGEST_LINE
from kehoach.model.line import Line
from kehoach.model.printednotes import owner_place, place_behind
from kehoach.wording.extractedtext import normalized, without_marks
from kehoach.wording.letters import folded, squeezed

_CONTEXTS = (80, 48, 24, 12, 6)
"""How many letters before a mark are looked for in the draft: many first, fewer where a label or a break parts them."""

_WORDS = ("id", "heading", "run_in", "text", "cells", "title", "plain_title", "attached")

_FEWEST_WORDS = 3
"""Words of a line that a note names at least, where there are so many: fewer stand in other lines too easily."""


def with_footnotes(reading: Reading, data: dict[str, Any], printed: Sequence[Line]) -> list[Note]:
    """Give the items of a draft their notes; ``printed`` are its lines. Notes without a sure place are told.

    A mark stands in the draft behind the same letters as in the source, where these stand several times in the place
    of the same number. A note whose mark stands nowhere is one of the whole document.
    """
    if not reading.footnotes:
        return []
    source, draft = _Letters.of_source(reading), _Letters.of_draft(printed)
    doubts: list[Note] = []
    for note in reading.footnotes:
        lines = (" ".join(line.split()) for line in without_marks(normalized(note.text)).split("\n"))
        entry = {"text": "\n".join(filter(None, lines))}
        if not entry["text"]:
            doubts.append(Note(note.line, "Dấu chú thích không có lời ở chân trang; bỏ dấu này."))
            continue
        letters_before = _letters_before(note, source, draft)
        if letters_before is None:
            doubts.append(
                Note(note.line, "Không rõ chú thích này thuộc mục nào; ghi ở notes của văn bản, cần xem lại.")
            )
            _add(data, entry)
            continue
        line, at = draft.place(letters_before, printed)
        owner = value_at(data, owner_place(line)) if line.item else data
        own = [other for other in printed if other.item is line.item]
        _add(owner, {**_after(line, at, own, data), **entry})
    return doubts


def _add(owner: dict[str, Any], note: dict[str, str]) -> None:
    """Add a note to an item, where the schema has the key: right behind the words of the item itself."""
    if "notes" not in owner:
        keys = list(owner)
        words = max((index for index, key in enumerate(keys) if key in _WORDS), default=len(keys) - 1)
        later = {key: owner.pop(key) for key in keys[words + 1 :]}
        owner.update({"notes": [], **later})
    owner["notes"].append(note)


@dataclass(frozen=True)
class _Letters:
    """A text as letters without white space, with the number of letters before each of its rows."""

    low: str
    starts: list[int]
    names: dict[int, int]

    @classmethod
    def of_source(cls, reading: Reading) -> _Letters:
        """Read the parts of a source; ``names`` gives a row's place by the number of its line."""
        rows: list[tuple[int, str]] = []
        for part in reading.parts:
            if isinstance(part, SourceTable):
                rows += [(row.number, normalized("".join(row.cells))) for row in part.rows]
            else:
                rows.append((part.number, normalized(part.text)))
        letters = cls.of(text for _, text in rows)
        return cls(letters.low, letters.starts, {number: index for index, (number, _) in enumerate(rows)})

    @classmethod
    def of_draft(cls, printed: Iterable[Line]) -> _Letters:
        """Read the lines of a draft with their labels."""
        return cls.of(line.text for line in printed)

    @classmethod
    def of(cls, texts: Iterable[str]) -> _Letters:
        """Read some rows."""
        letters = [_plain(text) for text in texts]
        return cls("".join(letters), list(accumulate(map(len, letters), initial=0)), {})

    def place(self, end: int, printed: Sequence[Line]) -> tuple[Line, int]:
        """Give the line behind a number of letters, and the place in its words."""
        number = bisect_left(self.starts, end) - 1
        line = printed[number]
        left = end - self.starts[number] - len(_plain(line.label))
        at = 0
        while left > 0 and at < len(line.words):
            left -= len(_plain(line.words[at]))
            at += 1
        return line, at


def _plain(text: str) -> str:
    return folded(squeezed(text))


def _letters_before(note: NoteBelow, source: _Letters, draft: _Letters) -> int | None:
    """Find how many letters of a draft stand before a mark; None where its words are not there."""
    before = _plain(normalized(note.before))
    for size in _CONTEXTS:
        context = before[-size:]
        at = source.low.find(before, source.starts[source.names[note.line]]) + len(before) - len(context)
        if not context or at < 0:
            return None
        earlier = sum(1 for _ in _places(source.low, context, at))
        places = list(_places(draft.low, context, len(draft.low)))
        if places:
            return places[min(earlier, len(places) - 1)] + len(context)
    return None


def _places(text: str, part: str, until: int) -> Iterable[int]:
    """Give the places before ``until`` where a part begins."""
    at = text.find(part)
    while 0 <= at < until:
        yield at
        at = text.find(part, at + 1)


def _after(line: Line, at: int, own: Sequence[Line], data: dict[str, Any]) -> dict[str, str]:
    """Name the words that a mark stands behind, as few as are enough; none where it stands behind all words.

    Where the same words stand twice in an item, no more than a line holds are named.
    """
    last = next((other for other in reversed(own) if not other.cell), own[-1])
    if line.item and line is last and at == len(line.words):
        return {}
    written = value_at(data, line.place)
    words = written if isinstance(written, str) and len(written) == len(line.words) else line.words
    begin = words.rfind("\n", 0, at) + 1  # what is named stands in one line of a cell
    starts = [begin, *(n + 1 for n, letter in enumerate(words[:at]) if n >= begin and letter.isspace())]
    starts = [start for start in starts if at - start <= LONGEST_LINE]
    for start in reversed(starts[: 1 - _FEWEST_WORDS] or starts[:1]):
        after = words[start:at]
        first = next((other for other in own if place_behind(after, other.words)), None)
        if after.strip() and first is line and place_behind(after, line.words) == at:
            return {"after": after}
    longest = words[starts[0] : at] if starts else ""
    return {"after": longest} if longest.strip() else {}
