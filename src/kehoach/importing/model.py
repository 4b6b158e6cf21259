"""What the stages of an import hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field


class ImportProblem(Exception):
    """A file cannot be read at all; the message is a Vietnamese sentence that says what to do."""


@dataclass(frozen=True)
class Note:
    """Something for a person to look at: line of the source text (0: the whole document) and a Vietnamese sentence."""

    line: int
    message: str


@dataclass(frozen=True)
class Removed:
    """Words of the source that are not in the draft, where they stood and why they are no content."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True)
class SourceLine:
    """One line of the source text, numbered from 1.

    ``whole`` tells that it is a paragraph of its own (Word, a cell), ``page`` that a new page begins with it,
    ``gap`` how many empty lines stand before it.
    """

    number: int
    text: str
    whole: bool = False
    page: bool = False
    gap: int = 0


@dataclass(frozen=True)
class SourceRow:
    """One row of a table; a cell's paragraphs are separated by line feeds.

    ``merged`` are the columns whose cell is one with the cell above, ``wide`` how many columns the cells are wide
    that begin at a column; the cells that they cover are empty.
    """

    number: int
    cells: tuple[str, ...]
    merged: tuple[int, ...] = ()
    wide: tuple[tuple[int, int], ...] = ()

    def cover(self, column: int) -> tuple[int, int]:
        """Give where the cell begins that covers a column, and how many columns it is wide."""
        return next(((start, size) for start, size in self.wide if start <= column < start + size), (column, 1))


@dataclass(frozen=True)
class SourceTable:
    """A table; all rows have the same number of cells.

    ``heading_rows`` is how many rows are marked as its heading, None where nothing says.
    """

    rows: tuple[SourceRow, ...]
    heading_rows: int | None = None

    @property
    def line(self) -> int:
        """Line of the source text on which the table begins."""
        return self.rows[0].number


@dataclass(frozen=True)
class WordRemark:
    """What a reader of a Word document wrote beside it: the line of the source text, who, and the words."""

    line: int
    author: str
    text: str


@dataclass(frozen=True)
class NoteBelow:
    """A footnote of a Word document: the line of its mark, the words before the mark there, what the note says."""

    line: int
    before: str
    text: str


@dataclass
class Reading:
    """What was read from a file.

    ``text`` is kept beside the plan as its source; ``parts`` are its lines and tables in order; ``medium`` is
    text or ocr, as in the schema. ``footnotes`` are no parts, though each stands in the text below the line, or
    table, of its mark; ``remarks`` are no text of the document.
    """

    text: str
    parts: list[SourceLine | SourceTable]
    medium: str = "text"
    notes: list[Note] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    footnotes: list[NoteBelow] = field(default_factory=list)
    remarks: list[WordRemark] = field(default_factory=list)


@dataclass(frozen=True)
class SourceParagraph:
    """One paragraph: its words, first line, and the columns where wide gaps part it; ``gap`` as in `Line`."""

    text: str
    line: int
    gap: int = 0
    page: bool = False
    columns: tuple[str, ...] = ()


Block = SourceParagraph | SourceTable
