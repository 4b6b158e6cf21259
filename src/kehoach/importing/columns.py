"""What the columns of a table hold: its heading, of one row or several, read column by column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach.importing.cellkinds import cells_of
from kehoach.importing.changedcolumns import leave_former
from kehoach.importing.fields import column_kind
from kehoach.importing.markedcolumns import add_bodies
from kehoach.importing.model import SourceRow, SourceTable
from kehoach.importing.ownheadings import UNIT_OF_TIME, bare_words, read_own
from kehoach.model.fields import BODIES, DOERS, LABELS
from kehoach.model.items import Column, Table
from kehoach.model.tables import MANY, span
from kehoach.wording.latepatterns import late

MOST_HEADING_ROWS = 4
_LONGEST_HEADING = 160
_NUMBERS = late(
    r"[\W\d_]*\Z|\(?[ivx0-9]{1,4}(?:\.(?:[ivx0-9]{1,4}|[a-zđ])){0,4}\)?\.?\Z|[a-zđ](?:\.[0-9]{1,2}){1,3}\.?\Z",
    re.IGNORECASE,
)
_ENDS = late(r"(?:hoan thanh|ket thuc|den(?: ngay| het)?\Z|den (?:ngay|het))\b")
_WHO = frozenset(field.key for field in BODIES)
_WHERE = late(
    r"(?:trong|ngoài|thuộc|cấp|các|cơ quan|đơn vị|sở|ban|phòng|ngành|xã|tỉnh|địa phương|trung ương|nội bộ|đoàn thể"
    r"|doanh nghiệp|tổ chức)\b",
    re.IGNORECASE,
)
_AMOUNT = late(r"[0-9][0-9.,\s]*%?\Z")
_YEAR = late(r"(?:19|20)[0-9]{2}\Z")
_DAY = late(r"(?:0?[1-9]|[12][0-9]|3[01])\Z")
_SUM = late(r"(?:tong )?(?:cong|so)\Z|tong\b|ca nam\Z")
_WORK = late(r"nhiem vu|cong viec|hoat dong|\bviec\b|cu the")
_DONE = late(r"nhiem vu|cong viec|hoat dong|\bviec\b")


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
        return Table(self.columns, ()).is_duties


def columns_of(table: SourceTable) -> Columns:
    """Read a table's heading; a table without one has columns without names."""
    marked = _named_rows(table)
    columns = _best(table, [marked]) if marked else None
    columns = columns or _best(table, range(1, MOST_HEADING_ROWS))
    return columns or Columns((Column(),) * len(table.rows[0].cells), 0)


def _named_rows(table: SourceTable) -> int:
    """Count the rows marked as heading but for a line of column numbers, "(1) | (2) | (3)"; 0 where none is."""
    count = table.heading_rows or 0
    while count > 1 and all(map(is_number, table.rows[count - 1].cells)):
        count -= 1
    return count


def _best(table: SourceTable, counts: Iterable[int]) -> Columns | None:
    """Read the heading as each of some numbers of rows; give the reading whose usual headings say most columns.

    Of two that say as many, more rows are it only where their cells are drawn as those of one heading, so that words
    of a row below ("việc", "hỗ trợ") make none of it.
    """
    best: Columns | None = None
    most = (-1, -1)
    for count in counts:
        rows, rest = table.rows[:count], table.rows[count:]
        if not any(cell.strip() for row in rest for cell in row.cells) or not _can_head(rows, rest[0]):
            continue
        columns = list(_stacked(rows))
        kinds = _usual(columns, rest)
        usual = _count_known(_singled(kinds, columns))
        read = Columns(tuple(_typed(kinds, columns, rest)), count)
        known = (usual, _count_known(read.kinds) if count == 1 or any(row.wide or row.merged for row in rows) else 0)
        if known > most and _says_all(read, rows):
            best, most = read, known
    return best


def _can_head(rows: Sequence[SourceRow], following: SourceRow) -> bool:
    """Tell whether rows can be a heading: short names without a full stop, and no cell of theirs goes on below."""
    if not rows:
        return False
    filled = [cell for row in rows for cell in row.cells if cell.strip()]
    if len([cell for cell in rows[0].cells if cell.strip()]) < 2 or set(following.merged) & set(_open_below(rows)):
        return False
    if not any(re.search(r"[^\W\d_]{2}", cell) for cell in rows[-1].cells):
        return False
    if any(_AMOUNT.match(cell.strip()) and not _YEAR.match(cell.strip()) for row in rows[1:] for cell in row.cells):
        return False
    return all(len(cell) <= _LONGEST_HEADING and not cell.rstrip().endswith((";", ".")) for cell in filled)


def _open_below(rows: Sequence[SourceRow]) -> list[int]:
    return [column for column, cell in enumerate(rows[-1].cells) if cell.strip() or column in rows[-1].merged]


def _stacked(rows: Sequence[SourceRow]) -> Iterator[Column]:
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


def _drawn_over(rows: Sequence[SourceRow], row: SourceRow, column: int) -> tuple[int, int]:
    """Find the cell that covers an empty one where a table does not say how wide its cells are.

    It is the one before, if both have words below them in the heading: they name its parts.
    """
    later = rows[rows.index(row) + 1 :]
    start = column
    while start > 0 and not row.cells[start].strip() and any(below.cells[start].strip() for below in later):
        start -= 1
    has_own_words = row.cells[start].strip() and any(below.cells[start].strip() for below in later)
    return (start, column - start + 1) if has_own_words else (column, 1)


def _usual(columns: Sequence[Column], below: Sequence[SourceRow]) -> list[str]:
    """Say what the columns hold whose headings are usual ones."""
    heads = [bare_words(column.heading) for column in columns]
    kinds = [_kind(column) for column in columns]
    if "task" not in kinds and DOERS & set(kinds):
        # "Chỉ tiêu / Hoạt động" beside those who do it
        kinds = ["task" if k == "target" and _DONE.search(heads[n]) else k for n, k in enumerate(kinds)]
    # A row of days or months below "Khởi công", "Hoàn thành" is no heading of a timetable: the rows below are like it.
    kinds = ["" if kind == "moment" and 2 * cells_of(below, n).times >= 1 else kind for n, kind in enumerate(kinds)]
    moment_columns = [number for number, kind in enumerate(kinds) if kind == "moment"]
    if len(moment_columns) == 1 or _are_figures(moment_columns, heads, below):
        kinds = ["" if kind == "moment" else kind for kind in kinds]
    return kinds


def _typed(usual: Sequence[str], columns: Sequence[Column], below: Sequence[SourceRow]) -> Iterator[Column]:
    """Say what all columns hold: by their headings, and by their cells where these are a writer's own."""
    kinds = list(usual)
    former = leave_former(kinds, columns, below)
    read_own(kinds, [Column() if number in former else column for number, column in enumerate(columns)], below)
    kinds = _singled(kinds, columns)
    add_bodies(kinds, columns, below)
    for column, kind in zip(columns, kinds, strict=True):
        yield Column(kind, column.heading, column.above)


def _singled(kinds: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """Of two columns of a kind let only one be of it: the task that is work, the time that ends it."""
    out = list(kinds)
    heads = [bare_words(column.heading) for column in columns]
    for kind in set(kinds) - {"", *MANY}:
        same = [number for number, other in enumerate(kinds) if other == kind]
        work = [number for number in same if kind == "task" and _WORK.search(heads[number])]
        work.sort(key=lambda number: heads[number].startswith("nhom "))
        ends = [number for number in same if kind == "schedule" and _ENDS.match(heads[number])]
        whole = [number for number in same if not (kind == "schedule" and UNIT_OF_TIME.match(heads[number]))]
        days = [number for number in same if kind == "schedule" and heads[number] == "ngay"]
        if kind == "schedule" and span([Column(kind, columns[number].heading) for number in same]):
            continue
        for number in same:
            if number != (work or ends or whole or days or same)[0]:
                out[number] = ""
    return out


def _are_figures(columns: Sequence[int], heads: Sequence[str], below: Sequence[SourceRow]) -> bool:
    """Tell whether columns of months hold amounts: nothing but figures, which are summed up or are no days."""
    cells = [row.cells[column].strip() for row in below for column in columns if row.cells[column].strip()]
    if not cells or not all(map(_AMOUNT.match, cells)):
        return False
    return any(map(_SUM.match, heads)) or any(not _DAY.match(cell) for cell in cells)


def _kind(column: Column) -> str:
    """Read what a column holds from its own heading, else from it and those above: "Cơ quan", "chủ trì"."""
    own = column_kind(column.heading)
    if own and own not in ("task", "number"):
        return own
    whole = column_kind(" ".join((*column.above, column.heading))) or own
    if not whole and _WHERE.match(column.heading):
        # "Phối hợp" over "Trong Sở" and "Ngoài Sở": the bodies below are told apart by where they stand.
        whole = next((kind for words in reversed(column.above) if (kind := column_kind(words)) in _WHO), "")
    return whole


def _count_known(kinds: Iterable[str]) -> int:
    return sum(kind in LABELS or kind in ("subject", "moment") for kind in kinds)


def _says_all(read: Columns, rows: Sequence[SourceRow]) -> bool:
    """Tell whether the heading as it would be printed says the words of the rows in their order."""
    heading = Table(read.columns, ()).heading_rows
    printed = [word for row in heading for _, cell, _ in row for word in cell.text.split()]
    return printed == [word for row in rows for cell in row.cells for word in cell.split()]


def is_number(text: str) -> bool:
    """Tell whether a cell holds no more than a number: "1", "I", "2.1", "(3)", nothing."""
    return bool(_NUMBERS.match(text.strip()))
