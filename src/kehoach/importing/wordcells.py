"""The cells of a Word table on the columns that a reader sees: Word's grid has a line wherever one was ever drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.importing.model import Row


@dataclass(frozen=True)
class WordCell:
    """A cell as Word has it: words, width in columns of the grid, whether it is one with the cell above."""

    text: str
    wide: int = 1
    goes_on: bool = False


def on_columns(rows: Sequence[Sequence[WordCell]], width: int) -> Iterator[Row]:
    """Give rows on as few columns as their cells need; a row that ends early is filled up with empty cells."""
    starts = sorted({start for row in rows for start, _ in _placed(row)} | ({0} if width else set()))
    number = {start: index for index, start in enumerate(starts)}
    for row in rows:
        cells = [""] * len(starts)
        merged: list[int] = []
        wide: list[tuple[int, int]] = []
        for start, cell in _placed(row):
            first = number[start]
            size = sum(1 for other in starts if start <= other < start + cell.wide)
            cells[first] = cell.text
            if size > 1:
                wide.append((first, size))
            if cell.goes_on:
                merged += range(first, first + size)
        yield Row(0, tuple(cells), tuple(merged), tuple(wide))


def _placed(row: Sequence[WordCell]) -> Iterator[tuple[int, WordCell]]:
    start = 0
    for cell in row:
        yield start, cell
        start += cell.wide
