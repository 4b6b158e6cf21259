"""Tables of a plan for its pages: a table on a wide screen, a card a row on a narrow one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from kehoach.model.items import Table
from kehoach.model.printed import Line
from kehoach.model.tables import WIDE
from kehoach.pages.history import Since
from kehoach.wording.pathnames import path_name

MOST_CARDS = 9
"""Columns of a table whose rows can be cards; one with more is a timetable, which is moved sideways."""


@dataclass(frozen=True)
class TableCell:
    """A cell: its words, what its column is called, its size, for what it is the heading (as in HTML's ``scope``).

    ``again`` tells that it repeats on a card what the table says once, in a cell merged over several rows.
    """

    words: Markup
    heading: str = ""
    columns: int = 1
    rows: int = 1
    scope: str = ""
    again: bool = False
    is_main: bool = False
    number: bool = False


@dataclass(frozen=True)
class TableRow:
    """A row; ``anchor`` and ``path`` are those of its provision, empty in the heading.

    ``since`` tells what became of it since the edition before, where a page says so.
    """

    cells: tuple[TableCell, ...]
    anchor: str = ""
    path: str = ""
    group: bool = False
    since: Since | None = None


@dataclass(frozen=True)
class TableView:
    """A table: the rows of its heading, and the others parted where a row names those below it."""

    name: str
    columns: int
    head: tuple[TableRow, ...]
    bodies: tuple[tuple[TableRow, ...], ...]

    @property
    def as_cards(self) -> bool:
        """Whether its rows are cards on a narrow screen."""
        return self.columns <= MOST_CARDS and bool(self.head)

    @property
    def is_wide(self) -> bool:
        """Whether it wants a page across."""
        return self.columns >= WIDE


def table_view(printed: Sequence[tuple[Line, Markup]], since: Mapping[str, Since]) -> TableView:
    """Lay out the cells of one table, given with their words marked up; ``since`` is by anchor."""
    first = printed[0][0]
    assert first.cell
    table = first.cell.table
    path = first.path if first.cell.is_heading else first.path.rpartition(".R")[0]
    head: list[TableRow] = []
    bodies: list[list[TableRow]] = []
    above: dict[int, TableCell] = {}
    for row, group in groupby(printed, key=lambda pair: pair[0].cell.row if pair[0].cell else 0):
        cells = list(group)
        if row < 0:
            head.append(TableRow(tuple(_heading(line, words) for line, words in cells)))
            continue
        laid_out = _row(table, row, cells, above, since)
        if not bodies or (laid_out.group and _parts(table, row)):
            bodies.append([])
        bodies[-1].append(laid_out)
    return TableView(path_name(path), len(table.columns), tuple(head), tuple(map(tuple, bodies)))


def _heading(line: Line, words: Markup) -> TableCell:
    assert line.cell
    scope = "colgroup" if line.cell.columns > 1 else "col"
    return TableCell(_broken(words), "", line.cell.columns, line.cell.rows, scope)


def _row(
    table: Table,
    number: int,
    printed: Sequence[tuple[Line, Markup]],
    above: dict[int, TableCell],
    since: Mapping[str, Since],
) -> TableRow:
    row = table.rows[number]
    own = {line.cell.column: (line, words) for line, words in printed if line.cell}
    cells: list[TableCell] = []
    for column, cell in row.grid:
        if cell is None:
            if column in above and above[column].words:
                cells.append(above[column])
            continue
        line, words = own[column]
        assert line.cell
        heading = table.columns[column].heading if column < len(table.columns) and not row.group else ""
        kind = table.columns[column].kind if column < len(table.columns) else ""
        main = column == table.main and not row.group
        group = row.group and bool(cell.text) and kind != "number"
        scope = "rowgroup" if group else "row" if main and cell.text else ""
        is_number = kind == "number"
        cells.append(TableCell(_broken(words), heading, cell.columns, line.cell.rows, scope, False, main, is_number))
        above[column] = TableCell(
            _broken(Markup.escape(cell.text)), heading, again=True, is_main=main, number=is_number
        )
    first = next((line for line, _ in printed if line.anchor), None)
    if first is None:
        return TableRow(tuple(cells), group=row.group)
    became = since.get(first.anchor) if first.item else None
    return TableRow(tuple(cells), first.anchor, first.path, row.group, became)


def _broken(words: Markup) -> Markup:
    return Markup(str(words).replace("\n", "<br>"))


def _parts(table: Table, number: int) -> bool:
    """Tell whether no merged cell reaches into a row from above, so that a new part of the table can begin there."""
    return all(cell is not None for cell in table.rows[number].cells)


def tables_in(printed: Sequence[tuple[Line, Markup]]) -> Iterator[list[tuple[Line, Markup]]]:
    """Part consecutive cells into those of one table each."""
    for _, group in groupby(printed, key=lambda pair: pair[0].cell.owner.id if pair[0].cell else ""):
        yield list(group)
