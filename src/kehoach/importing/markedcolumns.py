"""Columns whose heading is a body and whose cells are marks: where an X stands says who takes part in a task."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.importing.model import SourceRow
from kehoach.meaning.parties import heading_parties
from kehoach.model.items import Column
from kehoach.wording.latepatterns import late

_MARK = late(r"[^\w\s]{1,3}|[xXoOvV]|[A-ZĐ]{1,2}|(?:chủ trì|phối hợp|thực hiện|theo dõi)", re.IGNORECASE)


def add_bodies(kinds: list[str], columns: Sequence[Column], below: Sequence[SourceRow]) -> None:
    """Let two columns or more that are headed by bodies and hold nothing but marks be columns of those bodies."""
    if "task" not in kinds:
        return
    marked = [
        number
        for number, column in enumerate(columns)
        if not kinds[number] and heading_parties(column.heading, ()) and _are_marks(below, number)
    ]
    if len(marked) > 1:
        for number in marked:
            kinds[number] = "body"


def _are_marks(below: Sequence[SourceRow], number: int) -> bool:
    cells = [cell for row in below if not row.wide and (cell := row.cells[number].strip())]
    return bool(cells) and all(_MARK.fullmatch(cell) for cell in cells)
