"""A table as printed: one line a cell, row by row, the heading first."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.model.items import Field, Item, Row, Table
from kehoach.model.line import Line
from kehoach.model.place import Place
from kehoach.model.tables import CellPlace, heights


def table_lines(table: Table, owner: Item, place: Place, path: str, depth: int) -> Iterator[Line]:
    """Give the cells of a table that ``owner`` has; empty ones too, merged ones once, where they begin.

    ``path`` is that of the table (``III.2.T1``); the third row has ``III.2.T1.R3``.
    """
    yield from _heading(table, owner, place, path, depth)
    high = heights(table.rows)
    for number, row in enumerate(table.rows):
        first = True
        for index, (column, cell) in enumerate(row.grid):
            if cell is None:
                continue
            yield Line(
                part="KH",
                kind="cell",
                words=cell.text,
                place=(*place, "rows", number, "cells", index),
                path=f"{path}.R{number + 1}",
                anchor=row.item.id if first else "",
                depth=depth,
                item=row.item,
                field=_field(table, row, column, cell.text),
                cell=CellPlace(table, owner, number, column, cell.columns, high[number, column]),
            )
            first = False


def _heading(table: Table, owner: Item, place: Place, path: str, depth: int) -> Iterator[Line]:
    levels = table.heading_rows
    for level, cells in enumerate(levels):
        for column, cell, rows in cells:
            key = ("above", level) if level < len(table.columns[column].above) else ("heading",)
            yield Line(
                part="KH",
                kind="column",
                words=cell.text,
                place=(*place, "columns", column, *key),
                path=path,
                depth=depth,
                item=owner,
                cell=CellPlace(table, owner, level - len(levels), column, cell.columns, rows),
            )


def _field(table: Table, row: Row, column: int, text: str) -> Field | None:
    """Say what a cell is of its row; the name of a group, and what lies beyond the last column, is nothing."""
    if row.group or column >= len(table.columns):
        return None
    return Field(table.columns[column].kind, table.columns[column].heading, text)
