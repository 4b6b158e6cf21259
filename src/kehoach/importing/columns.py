"""What the columns of a table hold: its heading, of one row or several, read column by column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.importing.fields import column_kind
from kehoach.importing.model import Row, Table
from kehoach.model.fields import LABELS
from kehoach.model.items import Column
from kehoach.model.items import Table as Made
from kehoach.model.tables import MANY
from kehoach.wording.letters import bare

MOST_HEADING_ROWS = 4
_LONGEST_HEADING = 160
_NUMBERS = re.compile(r"[\W\d_]*\Z|\(?[ivx0-9]{1,4}\)?\.?\Z", re.IGNORECASE)
_VISITED = re.compile(
    r"(?:ten )?(?:(?:cac )?(?:co quan|don vi|dia phuong|xa|phuong|so|nganh|truong|doi tuong|thanh phan)[ ,/]*){1,4}"
    r"(?: ?(?:duoc|tiep|den) .{0,30})?\Z"
)
_IN_CHARGE = re.compile(r"(?:lanh dao|nguoi|dong chi|thuong truc)\b.{0,30}phu trach")
_ENDS = re.compile(r"(?:hoan thanh|ket thuc|den (?:ngay|het))\b")
_WORK = re.compile(r"nhiem vu|cong viec|hoat dong|\bviec\b|cu the")


@dataclass(frozen=True)
class Columns:
    """The columns of a table and how many of its rows are their heading."""

    columns: tuple[Column, ...]
    heading_rows: int

    @property
    def kinds(self) -> tuple[str, ...]:
        """What each column holds."""
        return tuple(column.kind for column in self.columns)

    @property
    def is_duties(self) -> bool:
        """Whether the table lists duties."""
        return Made(self.columns, ()).is_duties


def columns_of(table: Table) -> Columns:
    """Read a table's heading; a table without one has columns without names."""
    counts = [table.heading_rows] if table.heading_rows is not None else range(1, MOST_HEADING_ROWS)
    best: Columns | None = None
    for count in counts:
        rows, rest = table.rows[:count], table.rows[count:]
        if not any(cell.strip() for row in rest for cell in row.cells) or not _can_head(rows, rest[0]):
            continue
        read = Columns(tuple(_typed(_stacked(rows))), count)
        if _says_all(read, rows) and (best is None or _count_known(read) > _count_known(best)):
            best = read
    return best or Columns((Column(),) * len(table.rows[0].cells), 0)


def _can_head(rows: Sequence[Row], following: Row) -> bool:
    """Tell whether rows can be a heading: short names without a full stop, and no cell of theirs goes on below."""
    if not rows:
        return False
    filled = [cell for row in rows for cell in row.cells if cell.strip()]
    if len([cell for cell in rows[0].cells if cell.strip()]) < 2 or set(following.merged) & set(_open_below(rows)):
        return False
    if not any(re.search(r"[^\W\d_]{2}", cell) for cell in rows[-1].cells):
        return False
    return all(len(cell) <= _LONGEST_HEADING and not cell.rstrip().endswith((";", ".")) for cell in filled)


def _open_below(rows: Sequence[Row]) -> list[int]:
    return [column for column, cell in enumerate(rows[-1].cells) if cell.strip() or column in rows[-1].merged]


def _stacked(rows: Sequence[Row]) -> Iterator[Column]:
    """Give each column's words from top to bottom; a wide cell stands above all that it covers."""
    for number in range(len(rows[0].cells)):
        words = []
        for row in rows:
            start, wide = row.cover(number)
            if not row.cells[start].strip() and not row.wide and not row.merged:
                start, wide = _drawn_over(rows, row, number)
            text = " ".join(row.cells[start].split())
            if (text and (wide == 1 or row is not rows[-1])) or (text and start == number):
                words.append(text)
        *above, leaf = words or [""]
        yield Column("", leaf, tuple(above))


def _drawn_over(rows: Sequence[Row], row: Row, column: int) -> tuple[int, int]:
    """Find the cell that covers an empty one where a table does not say how wide its cells are.

    It is the one before, if both have words below them in the heading: they name its parts.
    """
    later = rows[rows.index(row) + 1 :]
    start = column
    while start > 0 and not row.cells[start].strip() and any(below.cells[start].strip() for below in later):
        start -= 1
    named = row.cells[start].strip() and any(below.cells[start].strip() for below in later)
    return (start, column - start + 1) if named else (column, 1)


def _typed(columns: Iterator[Column]) -> Iterator[Column]:
    """Say what the columns hold; of two of a kind only one is: the task that is work, the time that ends it."""
    read = list(columns)
    kinds = [_kind(column) for column in read]
    named = [number for number, kind in enumerate(kinds) if kind == "moment"]
    if len(named) == 1:
        kinds[named[0]] = ""
    if "task" not in kinds and "schedule" in kinds:
        visited = [n for n, column in enumerate(read) if not kinds[n] and _VISITED.match(_bare(column.heading))]
        if len(visited) == 1:
            kinds[visited[0]] = "subject"
    for number in [n for n, kind in enumerate(kinds) if kind == "lead"]:
        # Beside who leads, a person in charge watches: "Chủ trì | … | Lãnh đạo phụ trách".
        over = _IN_CHARGE.match(_bare(read[number].heading))
        if over and kinds.count("lead") > 1 and "monitor" not in kinds:
            kinds[number] = "monitor"
    for kind in set(kinds) - {"", *MANY}:
        same = [number for number, other in enumerate(kinds) if other == kind]
        work = [number for number in same if kind == "task" and _WORK.search(_bare(read[number].heading))]
        ends = [number for number in same if kind == "schedule" and _ENDS.match(_bare(read[number].heading))]
        for number in same:
            if number != (work or ends or same)[0]:
                kinds[number] = ""
    for column, kind in zip(read, kinds, strict=True):
        yield Column(kind, column.heading, column.above)


def _kind(column: Column) -> str:
    """Read what a column holds from its own heading, else from it and those above: "Cơ quan", "chủ trì"."""
    own = column_kind(column.heading)
    if own and own not in ("task", "number"):
        return own
    return column_kind(" ".join((*column.above, column.heading))) or own


def _bare(text: str) -> str:
    return " ".join(re.sub(r"\(.{0,60}\)", "", bare(text).lower()).split())


def _count_known(columns: Columns) -> int:
    return sum(kind in LABELS or kind in ("subject", "moment") for kind in columns.kinds)


def _says_all(read: Columns, rows: Sequence[Row]) -> bool:
    """Tell whether the heading as it would be printed says the words of the rows in their order."""
    heading = Made(read.columns, ()).heading_rows
    printed = [word for row in heading for _, cell, _ in row for word in cell.text.split()]
    return printed == [word for row in rows for cell in row.cells for word in cell.split()]


def is_number(text: str) -> bool:
    """Tell whether a cell holds no more than a number: "1", "I", "2.1", "(3)", nothing."""
    return bool(_NUMBERS.match(text.strip()))
