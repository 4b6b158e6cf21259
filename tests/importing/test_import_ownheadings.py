"""Tables whose headings nobody foresaw: columns told by their cells, roles by a word of the heading or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.importing.columns import Columns, columns_of
from kehoach.importing.model import Note, SourceRow, SourceTable
from kehoach.importing.ownheadings import doubtful
from kehoach.importing.tablewriter import table_data

CASES = yaml.safe_load(Path(__file__).with_name("ownheadings.cases.yaml").read_text(encoding="utf-8"))


def table_of(rows: list[list[str]]) -> SourceTable:
    """Make a table of rows as the golden cases write them."""
    out = []
    for number, cells in enumerate(rows, 1):
        merged = tuple(column for column, cell in enumerate(cells) if cell == "^")
        starts = [column for column, cell in enumerate(cells) if cell != "<"]
        ends = [*starts[1:], len(cells)]
        wide = tuple((start, end - start) for start, end in zip(starts, ends, strict=True) if end - start > 1)
        out.append(SourceRow(number, tuple("" if cell in "^<" else cell for cell in cells), merged, wide))
    return SourceTable(tuple(out))


def _read(case: dict[str, Any]) -> tuple[SourceTable, Columns]:
    table = table_of(case["rows"])
    return table, columns_of(table)


@pytest.mark.parametrize("case", CASES, ids=[" ".join(case["rows"][0][:2]) for case in CASES])
def test_columns_are_told_by_their_cells(case: dict[str, Any]) -> None:
    """What each column holds, which have no role though they name bodies, and how high the heading is."""
    table, read = _read(case)
    assert [kind or "-" for kind in read.kinds] == case["kinds"].split()
    below = table.rows[read.heading_rows :]
    assert [column.heading for column in doubtful(read.columns, below)] == case.get("doubtful", [])
    assert read.heading_rows == case.get("heading", 1 + any("<" in row for row in case["rows"][:1]))


def test_a_column_of_bodies_without_a_role_is_reported() -> None:
    """The report names the column and says what to write where a person knows the role."""
    (case,) = [case for case in CASES if case.get("doubtful")]
    notes: list[Note] = []
    table_data(table_of(case["rows"]), str.lower, notes)
    told = [note.message for note in notes if "chưa đọc thành vai trò" in note.message]
    assert [name for name in case["doubtful"] for message in told if f"“{name}”" in message] == case["doubtful"]
    assert all("partners" in message for message in told)
