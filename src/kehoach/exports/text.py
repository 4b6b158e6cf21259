"""A plan as plain text, in printed order with its labels; a row of a table is a line with bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from kehoach.model.printed import Line

_CLOSE_TOGETHER = {
    ("recipients", "recipient"),
    ("recipient", "recipient"),
    ("signature", "signature"),
    ("type", "subject"),
    ("appendix", "appendix_title"),
    ("column", "column"),
    ("column", "cell"),
    ("cell", "cell"),
}


def to_text(lines: Sequence[Line]) -> str:
    """Write one paragraph a printed line, blank lines between them except within tables, recipients and titles."""
    plan_text = ""
    previous: Line | None = None
    for line, text in _paragraphs(lines):
        if previous:
            plan_text += "\n" if _goes_on(previous, line) else "\n\n"
        plan_text += text
        previous = line
    return plan_text + "\n"


def _goes_on(previous: Line, line: Line) -> bool:
    if previous.cell and line.cell and previous.cell.owner.id != line.cell.owner.id:
        return False
    return (previous.kind, line.kind) in _CLOSE_TOGETHER


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Give each paragraph, and each row of a table, with the line that it begins with."""
    lines_with_words = (line for line in lines if line.words or line.cell or line.label)
    for _, group in groupby(
        lines_with_words, key=lambda line: (line.cell.owner.id, line.cell.row) if line.cell else id(line)
    ):
        first, *rest = group
        yield first, bars((first, *rest)) if first.cell else f"{first.label} {first.marked}".strip()


def row_texts(cells: Sequence[Line], paragraphs: Callable[[Line], Iterable[str]]) -> list[str]:
    """Give the text of each cell of a row; a merged cell is empty, the paragraphs of one are parted by "¶"."""
    assert cells[0].cell
    texts = [""] * len(cells[0].cell.table.columns)
    for line in cells:
        if line.cell and line.cell.column < len(texts):
            texts[line.cell.column] = " ¶ ".join(paragraphs(line))
    return texts


def bars(cells: Sequence[Line]) -> str:
    """Write the cells of a row between bars."""
    cell_texts = row_texts(cells, lambda line: line.marked.split("\n"))
    return f"| {' | '.join(cell_texts)} |"
