"""Rules for footnotes: the words that a mark stands behind are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.checks.checkedplan import CheckedPlan
from kehoach.files.problems import Problem
from kehoach.model.items import Footnote
from kehoach.model.printed import Line
from kehoach.model.printednotes import KIND, place_behind


def problems(checked: CheckedPlan) -> Iterator[Problem]:
    """Find notes whose ``after`` is not among the words of what has them."""
    lines = checked.linked.lines
    for line in lines:
        if line.kind != KIND or not line.anchor:
            continue
        notes: Sequence[Footnote] = line.item.notes if line.item else checked.plan.notes
        index = line.place[-2]
        assert isinstance(index, int)
        after = notes[index].after
        if after and not any(place_behind(after, own.words) for own in _lines_of_note(line, lines)):
            part = "mục này" if line.item else "phần ngoài các mục"
            message = f"Không có chữ “{after}” trong {part}; dấu chú thích in ở cuối."
            yield checked.problem("KH322", (*line.place[:-1], "after"), message)


def _lines_of_note(note: Line, lines: Sequence[Line]) -> Iterator[Line]:
    return (line for line in lines if line.item is note.item and line.kind != KIND)
