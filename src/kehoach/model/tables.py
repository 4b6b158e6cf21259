"""Tables and appendices as printed: what columns are called, how high cells are, where one stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kehoach.model.fields import LABELS
from kehoach.model.items import Column, Item, Row, Table
from kehoach.wording.labels import DEFAULT_NUMBERING, roman
from kehoach.wording.letters import bare

COLUMN_NAMES: Mapping[str, str] = {
    "number": "Số thứ tự",
    "task": "Nhiệm vụ",
    "subject": "Đối tượng",
    "moment": "Thời gian ở tiêu đề",
    "body": "Cơ quan ở tiêu đề, đánh dấu ở ô",
    **LABELS,
    "target": "Chỉ tiêu",
    "note": "Ghi chú",
}
"""What a column can hold, a field of a duty among others, and what that is called in Vietnamese."""

WIDE, WIDEST = 6, 8
"""Columns from which a table wants a page across: in an appendix, which has its own pages, and in the body."""

MANY = ("moment", "body", "note", "target", "partners")
"""Kinds that several columns of one table can have."""

_BEGINS = re.compile(
    r"(?:(?:thoi gian|thoi diem|ngay|thang) )?(?:bat dau|khoi dong|khoi cong|trien khai|tu)(?: .{1,20})?\Z"
)
_ENDS = re.compile(r"(?:(?:thoi gian|thoi diem|ngay|thang) )?(?:hoan thanh|ket thuc|den)(?: .{1,20})?\Z")


def span(columns: Sequence[Column]) -> tuple[int, int] | None:
    """Give the two columns of times that say when a task begins and, right of it, when it ends; None where none do."""
    times = [number for number, column in enumerate(columns) if column.kind == "schedule"]
    if len(times) != 2:
        return None
    begins, ends = (" ".join(bare(columns[number].heading).lower().split()) for number in times)
    return (times[0], times[1]) if _BEGINS.match(begins) and _ENDS.match(ends) else None


def heights(rows: Sequence[Row]) -> dict[tuple[int, int], int]:
    """Give per row and column how many rows high the printed cell is that begins there."""
    heights_of: dict[tuple[int, int], int] = {}
    open_at: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        for column, cell in row.grid:
            if cell is not None:
                heights_of[number, column] = 1
                open_at.update((within, (number, column)) for within in range(column, column + cell.columns))
            elif column in open_at:
                start = open_at[column]
                heights_of[start] = max(heights_of[start], number - start[0] + 1)
    return heights_of


@dataclass(frozen=True)
class CellPlace:
    """Where a printed cell stands: its table and the item that has it, row (below 0 in the heading), column, size."""

    table: Table
    owner: Item
    row: int
    column: int
    columns: int = 1
    rows: int = 1

    @property
    def is_heading(self) -> bool:
        """Whether the cell belongs to the heading of the table."""
        return self.row < 0


@dataclass(frozen=True)
class Appendix:
    """An appendix after the signature: ``item`` holds its title as heading and all that it contains.

    ``label`` is as printed, empty where it follows from the position, and never printed where ``unlabelled``;
    ``numbering`` is its own.
    """

    item: Item
    label: str = ""
    unlabelled: bool = False
    plain_title: bool = False
    attached: str = ""
    numbering: tuple[str, ...] = DEFAULT_NUMBERING
    plain_headings: bool = False

    def printed_label(self, number: int, count: int) -> str:
        """Give the label of the n-th of some appendices: ``Phụ lục`` for a single one, else ``Phụ lục II``."""
        if self.unlabelled:
            return ""
        return self.label or ("Phụ lục" if count == 1 else f"Phụ lục {roman(number)}")
