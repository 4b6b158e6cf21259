"""Provisions: items with their fields, what people noted on them, and the tables among them.

A row of a table is an item of its own: it has an id, words, fields and notes as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kehoach.model.fields import WHO_AND_WHEN
from kehoach.model.frozen import NOTHING, FrozenMap
from kehoach.wording.letters import bare

_TOTAL = re.compile(r"tong (?:cong|so)\b.{0,40}\Z|(?:tong|cong)[ :.]*\Z")


@dataclass(frozen=True)
class Target:
    """A promised number: indicator id, comparison, value, unit, per which period, by when (as printed).

    ``note`` says why the value is another than the printed one.
    """

    indicator: str
    comparison: str
    value: float
    unit: str
    per: str = ""
    by: str = ""
    note: str = ""


@dataclass(frozen=True)
class Due:
    """When a report is due: a day of the month, by or before it, in which month.

    ``reading`` explains a choice, ``note`` why the day is another than the printed one.
    """

    day: int
    comparison: str
    within: str
    reading: str = ""
    note: str = ""


@dataclass(frozen=True)
class Report:
    """A reporting duty: periods, due rule where a day is printed, recipient and the body it goes through."""

    periods: tuple[str, ...]
    due: Due | None = None
    to: str = ""
    via: str = ""


@dataclass(frozen=True)
class Facts:
    """What a person noted for the machine; it never changes a printed word.

    ``bodies`` are registry ids by the field of a duty that they stand for.
    """

    duty: str = ""
    bodies: FrozenMap[tuple[str, ...]] = NOTHING
    report: Report | None = None
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True)
class Field:
    """A printed line such as ``Cơ quan chủ trì: Báo Đắk Lắk.``; ``items`` are the ideas that stand below it."""

    kind: str
    label: str
    text: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Footnote:
    """A note at the foot of a page; its mark stands right behind the words ``after``, or at the end of all words."""

    text: str
    after: str = ""


@dataclass(frozen=True)
class Item:
    """A provision; ``children`` holds its fields, sub-items and table in printed order.

    ``number`` is its printed place among its siblings where it does not follow from the one before; 0 where it does.
    """

    id: str
    heading: str = ""
    text: str = ""
    run_in: bool = False
    unlabelled: bool = False
    number: int = 0
    numbering: str = ""
    children: tuple[Field | Item | Table, ...] = ()
    continues: tuple[str, ...] = ()
    facts: Facts = Facts()
    notes: tuple[Footnote, ...] = ()

    @property
    def paragraphs(self) -> list[str]:
        """The text's paragraphs; only the first carries the label."""
        return self.text.split("\n") if self.text else []

    @property
    def items(self) -> Iterator[Item]:
        """Sub-items, the ideas below a field included; rows of a table are none."""
        for child in self.children:
            if isinstance(child, Item):
                yield child
            elif isinstance(child, Field):
                yield from child.items

    @property
    def fields(self) -> Iterator[Field]:
        """Printed fields of this item."""
        return (child for child in self.children if isinstance(child, Field))

    @property
    def tables(self) -> Iterator[Table]:
        """The tables right below this item."""
        return (child for child in self.children if isinstance(child, Table))

    def walk(self) -> Iterator[Item]:
        """This item and all below it, rows of tables too, in printed order."""
        yield self
        for child in self.children:
            if isinstance(child, Table):
                yield from (row.item for row in child.rows)
            else:
                for item in (child,) if isinstance(child, Item) else child.items:
                    yield from item.walk()


@dataclass(frozen=True)
class Column:
    """A column: what it holds (a key of ``tables.COLUMN_NAMES`` or empty), its printed heading, those above it."""

    kind: str = ""
    heading: str = ""
    above: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """A printed cell: its words, paragraphs parted by line feeds, and how many columns it is wide."""

    text: str
    columns: int = 1


@dataclass(frozen=True)
class Row:
    """A row; ``cells`` are None where merged with the cell above, ``group`` tells that it names the rows below it.

    ``item`` is the row as a provision: the words of its task or subject, its other columns as fields, also those
    of merged cells.
    """

    item: Item
    cells: tuple[Cell | None, ...]
    group: bool = False

    @cached_property
    def grid(self) -> tuple[tuple[int, Cell | None], ...]:
        """Each cell with the number of the column where it begins."""
        grid_cells: list[tuple[int, Cell | None]] = []
        column = 0
        for cell in self.cells:
            grid_cells.append((column, cell))
            column += cell.columns if cell else 1
        return tuple(grid_cells)

    @property
    def width(self) -> int:
        """Over how many columns the cells reach."""
        return sum(cell.columns if cell else 1 for cell in self.cells)

    @property
    def counts(self) -> bool:
        """Whether the row says something of its own: no group's name, no sum, no line of column numbers."""
        words = [cell.text for cell in self.cells if cell and re.search(r"[^\W\d_]{2}", cell.text)]
        return not self.group and bool(words) and not _TOTAL.match(bare(words[0]).lower())


@dataclass(frozen=True)
class Table:
    """A table: its columns from left to right and its rows below the heading."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What each column holds."""
        return tuple(column.kind for column in self.columns)

    @property
    def main(self) -> int:
        """The column that says what a row is about: task, subject, else the first that is no number; -1 for none."""
        for kind in ("task", "subject"):
            if kind in self.kinds:
                return self.kinds.index(kind)
        beside = ("number", "moment", "body", "schedule")
        return next((n for n, kind in enumerate(self.kinds) if kind not in beside), -1)

    @property
    def is_duties(self) -> bool:
        """Whether rows are duties: what is to be done, with who or when; what is visited, with when; or a timetable.

        Targets and criteria, which no one is named for and no time is set for, are none.
        """
        kinds = set(self.kinds)
        if "moment" in kinds:
            return True
        assigned = bool(kinds & WHO_AND_WHEN) or "body" in kinds
        return ("task" in kinds and assigned) or ("subject" in kinds and "schedule" in kinds)

    @cached_property
    def heading_rows(self) -> tuple[tuple[tuple[int, Cell, int], ...], ...]:
        """The printed heading: per row the cells that begin there, as column, cell, and how many rows high it is."""
        depth = max((len(column.above) for column in self.columns), default=0) + 1
        if not any(column.heading or column.above for column in self.columns):
            return ()
        return tuple(tuple(self._heading_row(level, depth)) for level in range(depth))

    def _heading_row(self, level: int, depth: int) -> Iterator[tuple[int, Cell, int]]:
        number = 0
        while number < len(self.columns):
            column = self.columns[number]
            wide = 1
            if level < len(column.above):
                while number + wide < len(self.columns) and same_above(column, self.columns[number + wide], level):
                    wide += 1
                yield number, Cell(column.above[level], wide), 1
            elif level == len(column.above):
                yield number, Cell(column.heading), depth - level
            number += wide


def same_above(column: Column, other: Column, level: int) -> bool:
    """Tell whether two neighbours share the heading of a level and all above it."""
    return len(other.above) > level and column.above[: level + 1] == other.above[: level + 1]
