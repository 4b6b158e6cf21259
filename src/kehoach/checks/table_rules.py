"""Rules for the tables of a plan: every row fills the columns, merged cells have one above, kinds are clear."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.checkedplan import CheckedPlan
from kehoach.files.problems import Problem
from kehoach.model.items import Table
from kehoach.model.place import Place
from kehoach.model.tables import MANY, span


def problems(checked: CheckedPlan) -> Iterator[Problem]:
    """Find what is wrong with the shape of a plan's tables."""
    seen: set[str] = set()
    for line in checked.linked.lines:
        if line.cell and line.cell.owner.id not in seen:
            seen.add(line.cell.owner.id)
            place = line.place[: line.place.index("table") + 1]
            yield from _kinds(checked, line.cell.table, place)
            yield from _rows(checked, line.cell.table, place)


def _kinds(checked: CheckedPlan, table: Table, place: Place) -> Iterator[Problem]:
    for number, kind in enumerate(table.kinds):
        if kind and kind not in MANY and kind in table.kinds[:number] and number not in (span(table.columns) or ()):
            first = table.kinds.index(kind) + 1
            message = f"Cột {number + 1} và cột {first} cùng là {kind}; chỉ cột {first} được đọc."
            yield checked.problem("KH321", (*place, "columns", number), message)


def _rows(checked: CheckedPlan, table: Table, place: Place) -> Iterator[Problem]:
    wide = len(table.columns)
    above: dict[int, int] = {}
    for number, row in enumerate(table.rows):
        at = (*place, "rows", number, "cells")
        if row.width != wide:
            yield checked.problem("KH319", at, f"Dòng có {row.width} cột, bảng có {wide} cột.")
            continue
        now: dict[int, int] = {}
        for column, cell in row.grid:
            if cell is not None:
                now.update((within, column) for within in range(column, column + cell.columns))
            elif column in above:
                now[column] = above[column]
            else:
                yield checked.problem("KH319", at, f"Ô thứ {column + 1} ghi null nhưng không có ô nào ở trên.")
        merged = {column for column, cell in row.grid if cell is None}
        for column in sorted(merged & above.keys()):
            parts = {c for c, start in above.items() if start == above[column]}
            if not parts <= merged and column == min(parts & merged):
                yield checked.problem("KH319", at, f"Ô rộng ở trên chỉ gộp một phần với cột {column + 1}.")
        above = now
        if all(cell is None for cell in row.cells):
            yield checked.problem("KH319", at, "Dòng không có ô nào của riêng mình.")
