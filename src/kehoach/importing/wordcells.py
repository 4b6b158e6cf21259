"""The cells of a Word table on the columns that a reader sees: Word's grid has a line wherever one was ever drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kehoach.importing.model import SourceRow
from kehoach.importing.wordnumbers import W, is_on

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What Word writes a second time for older programs."""

DEEPEST = 40
"""Levels of elements that are looked into."""

_PAST = (f"{W}del", f"{W}moveFrom", FALLBACK, f"{W}p")


@dataclass(frozen=True)
class WordCell:
    """A cell as Word has it: words, width in columns of the grid, whether it is one with the cell above."""

    text: str
    wide: int = 1
    goes_on: bool = False


def on_columns(rows: Sequence[Sequence[WordCell]], width: int) -> Iterator[SourceRow]:
    """Give rows on as few columns as their cells need; a row that ends early is filled up with empty cells."""
    starts = sorted({start for row in rows for start, _ in _cells_by_column(row)} | ({0} if width else set()))
    number = {start: index for index, start in enumerate(starts)}
    for row in rows:
        cells = [""] * len(starts)
        merged: list[int] = []
        wide: list[tuple[int, int]] = []
        for start, cell in _cells_by_column(row):
            first = number[start]
            size = sum(1 for other in starts if start <= other < start + cell.wide)
            cells[first] = cell.text
            if size > 1:
                wide.append((first, size))
            if cell.goes_on:
                merged += range(first, first + size)
        yield SourceRow(0, tuple(cells), tuple(merged), tuple(wide))


def _cells_by_column(row: Sequence[WordCell]) -> Iterator[tuple[int, WordCell]]:
    start = 0
    for cell in row:
        yield start, cell
        start += cell.wide


def nearest(parent: Element, tag: str, depth: int = 0, past: Sequence[str] = _PAST) -> Iterator[Element]:
    """Find the nearest elements of a kind in order, not those inside one another, in text boxes or else in ``past``."""
    for child in parent:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag not in past and depth < DEEPEST:
            yield from nearest(child, tag, depth + 1, past)


def outside_tables(box: Element) -> Iterator[Element]:
    """Find the paragraphs of a text box that stand in no table of it."""
    return nearest(box, "p", past=(*_PAST, f"{W}tbl"))


def heading_rows(table: Element) -> int | None:
    """Count the rows that are printed again on each page; None where none is marked either way."""
    marked = [row.find(f"{W}trPr") for row in nearest(table, "tr")]
    if not any(part is not None and part.find(f"{W}tblHeader") is not None for part in marked):
        return None
    return next((n for n, part in enumerate(marked) if not is_on(part, "tblHeader")), len(marked))


def coloured_cells(row: Element) -> int:
    """Count the empty cells of a row that only a colour tells from other empty ones, as in a chart of months."""
    empty = [cell for cell in nearest(row, "tc") if _is_empty(cell)]
    coloured = sum(_is_coloured(cell) for cell in empty)
    return coloured if coloured < len(empty) else 0


def _is_empty(cell: Element) -> bool:
    """Tell whether a cell shows nothing; one that goes on from above shows the words there."""
    if "".join(cell.itertext()).strip():
        return False
    seen = (
        *cell.iter(f"{W}sym"),
        *cell.iter(f"{W}drawing"),
        *cell.iter(f"{W}pict"),
        *cell.findall(f"{W}tcPr/{W}vMerge"),
    )
    return not seen


def _is_coloured(cell: Element) -> bool:
    shade = cell.find(f"{W}tcPr/{W}shd")
    fill = shade.get(f"{W}fill", "") if shade is not None else ""
    return fill.lower() not in ("", "auto", "ffffff")
