"""One printed paragraph or cell of a plan."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.model.frozen import but
from kehoach.model.items import Field, Item
from kehoach.model.place import Place
from kehoach.model.tables import CellPlace


@dataclass(frozen=True)
class Mark:
    """Where in a line's words the mark of a footnote stands, its number and the anchor of the note."""

    at: int
    number: int
    anchor: str


@dataclass(frozen=True)
class Line:
    """One printed paragraph, or one cell of a table.

    ``part`` is ``QD`` for the issuing decision, ``KH`` for the plan, ``PL1`` for the first appendix. ``kind`` names
    the paragraph's role.
    ``path`` is the label path (``III.2.b.-4.+1``), shared by the paragraphs under one label; ``anchor`` the
    permanent HTML id, empty where a line continues the paragraph above. ``words`` is all that is printed
    after ``label``; the first ``lead_in`` characters of it are a run-in heading or a field's label.
    ``place`` locates the words in the plan's file. ``cell`` tells where in a table a cell stands; its words can have
    several paragraphs, parted by line feeds, and all cells of a row share its path (``III.2.T1.R3``) and item.
    ``marks`` are those of footnotes, in order; a note itself is a line of the kind ``footnote``.
    """

    part: str
    kind: str
    words: str
    place: Place
    path: str = ""
    anchor: str = ""
    label: str = ""
    depth: int = 0
    style: str = ""
    lead_in: int = 0
    item: Item | None = None
    field: Field | None = None
    cell: CellPlace | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        """Label and words as printed."""
        return f"{self.label} {self.words}" if self.label else self.words

    @property
    def marked(self) -> str:
        """Words with the marks of footnotes among them."""
        return "".join(piece if isinstance(piece, str) else f"[{piece.number}]" for piece in self.pieces)

    @property
    def pieces(self) -> tuple[str | Mark, ...]:
        """Words parted where a mark of a footnote stands, with the marks between them."""
        words_and_marks: list[str | Mark] = []
        start = 0
        for mark in self.marks:
            words_and_marks += [self.words[start : mark.at], mark]
            start = mark.at
        return (*words_and_marks, self.words[start:])

    @property
    def paragraphs(self) -> tuple[Line, ...]:
        """The paragraphs of its words as lines of their own, each with its marks."""
        printed_paragraphs: list[Line] = []
        start = 0
        for words in self.words.split("\n"):
            end = start + len(words)
            marks = tuple(but(mark, at=mark.at - start) for mark in self.marks if start < mark.at <= end)
            printed_paragraphs.append(but(self, words=words, marks=marks))
            start = end + 1
        return tuple(printed_paragraphs)

    @property
    def is_header(self) -> bool:
        """Whether the line belongs to the header block, whose place differs between copies."""
        return self.kind in ("header", "nation", "number", "date")
