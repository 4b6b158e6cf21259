"""A table as a plan's data: columns with what they hold, rows with ids, merged cells, rows that name others."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest
from typing import Any

from kehoach.importing.columns import Columns, columns_of, is_number
from kehoach.importing.model import Note, SourceRow, SourceTable
from kehoach.importing.ownheadings import doubtful
from kehoach.model.items import Table
from kehoach.model.tables import COLUMN_NAMES
from kehoach.wording.casing import is_capitals

_OUTER_NUMBER = re.compile(r"(?:[IVXLC]{1,5}|[A-ZĐ])[.)]?\Z")
_TIME = re.compile(r"(?:ngày|tháng|quý|tuần|thứ|đợt)\s", re.IGNORECASE)
_DOUBTFUL = (
    "Cột “{}” ghi tên cơ quan, đơn vị nhưng tiêu đề không nói rõ họ làm gì; chữ giữ nguyên, chưa đọc thành vai trò. "
    "Nếu họ chủ trì, thực hiện, phối hợp hay theo dõi, hãy ghi kind của cột: lead, implementers, partners, monitor."
)

Data = dict[str, Any]


def table_data(table: SourceTable, identify: Callable[[str], str], notes: list[Note]) -> Data:
    """Write a table that has a word below its heading; ``identify`` makes an id of words, empty rows are left out."""
    read = columns_of(table)
    main = Table(read.columns, ()).main
    rows: list[Data] = []
    above: dict[int, tuple[int, int]] = {}
    below = table.rows[read.heading_rows :]
    for row, following in zip_longest(below, below[1:]):
        if not any(cell.strip() for cell in row.cells):
            continue
        cells = _cells(row, above)
        words = [cell["text"] if isinstance(cell, dict) else cell for cell in cells if cell]
        own = " ".join(row.cells[main].split()) if 0 <= main < len(row.cells) else ""
        name = own or next((word for word in words if not is_number(word)), words[0])
        group = _is_group(row, following, read, main)
        rows.append({"id": identify(name), **({"group": True} if group else {}), "cells": cells})
    kind = "việc" if read.is_duties else "chữ"
    count = sum("group" not in row for row in rows)
    notes.append(Note(table.line, f"Bảng {count} dòng {kind}, {len(read.columns)} cột: {_columns_said(read)}."))
    notes += [Note(table.line, _DOUBTFUL.format(column.heading)) for column in doubtful(read.columns, below)]
    return {"columns": [_column(column) for column in read.columns], "rows": rows}


def _columns_said(read: Columns) -> str:
    headings = [f"“{column.heading}” là {COLUMN_NAMES[column.kind].lower()}" for column in read.columns if column.kind]
    return "; ".join(headings) if headings else "không nhận ra cột nào"


def _column(column: Any) -> Data:
    data: Data = {}
    if column.kind:
        data["kind"] = column.kind
    if column.heading:
        data["heading"] = column.heading
    if column.above:
        data["above"] = list(column.above)
    return data


def _cells(row: SourceRow, above: dict[int, tuple[int, int]]) -> list[Any]:
    """Write a row's cells; ``above`` tells which cell each column shows last, and is kept up."""
    out: list[Any] = []
    now: dict[int, tuple[int, int]] = {}
    shared = _shared(row, above)
    for column, wide in _spans(row):
        covered = range(column, column + wide)
        if column in shared:
            out += [None] * wide
            now.update((c, above[c]) for c in covered)
        else:
            text = "\n".join(" ".join(part.split()) for part in row.cells[column].split("\n") if part.strip())
            out.append({"text": text, "columns": wide} if wide > 1 else text)
            now.update((c, (row.number, column)) for c in covered)
    above.clear()
    above.update(now)
    return out


def _spans(row: SourceRow) -> list[tuple[int, int]]:
    """Give where each cell of a row begins, and how many columns it is wide."""
    out: list[tuple[int, int]] = []
    column = 0
    while column < len(row.cells):
        _, wide = row.cover(column)
        out.append((column, min(wide, len(row.cells) - column)))
        column += out[-1][1]
    return out


def _shared(row: SourceRow, above: dict[int, tuple[int, int]]) -> set[int]:
    """Give the columns whose cell is one with the cell above as a whole; drawings can join parts of two cells."""
    spans = [range(column, column + wide) for column, wide in _spans(row) if column in row.merged]
    shared = {column for span in spans for column in span}
    while True:
        columns_by_start = {start: {c for c, other in above.items() if other == start} for start in above.values()}
        parted = [
            span for span in spans if any(c not in above or not columns_by_start[above[c]] <= shared for c in span)
        ]
        unshared = {column for span in parted for column in span} & shared
        if not unshared:
            return shared
        shared -= unshared


def _is_letter(row: SourceRow, column: int) -> bool:
    """Tell whether a row is counted by a letter in its first cell: "A | HẠ TẦNG SỐ"."""
    return column == 0 and bool(_OUTER_NUMBER.match(row.cells[0].strip()))


def _is_group(row: SourceRow, following: SourceRow | None, read: Columns, main: int) -> bool:
    """Tell whether a row only names the rows below it: one wide cell beside its number, or a task with an outer number.

    A task in capitals, or a time, that stands alone in its row names what follows too, and "1" what "1.1" follows.
    """
    filled = [column for column, cell in enumerate(row.cells) if cell.strip()]
    words = [column for column in filled if not (is_number(row.cells[column]) or _is_letter(row, column))]
    if len(words) != 1 or row.merged:
        return False
    at = words[0]
    _, wide = row.cover(at)
    if wide > 1 and wide >= len(row.cells) - 2:
        return True
    if not read.is_duties or any(column > at for column in filled):
        return False
    number = next((row.cells[column].strip() for column in filled if column < at), "")
    text = row.cells[at].strip()
    if at not in (0, main):
        return False
    parted = following is not None and bool(number) and following.cells[0].strip().startswith(f"{number.rstrip('.')}.")
    outer = parted or _OUTER_NUMBER.match(number)
    return bool(outer or is_capitals(text) or (not number and _TIME.match(text)))
