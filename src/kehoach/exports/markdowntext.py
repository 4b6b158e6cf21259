"""A plan as Markdown for programs that read plain text: its printed words and labels, headings marked as such.

What Markdown would take for a sign of its own is escaped, so that shown as Markdown every word and label stands as
printed; a label such as "1." never becomes a list that counts by itself. A dash stays one, shown as a point of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kehoach.exports.text import row_texts
from kehoach.model.line import Line

_SIGNS = re.compile(r"([\\`*_\[\]<>|#~])")
_COUNTED = re.compile(r"^([0-9]+)([.)])")
_TITLES = ("type", "subject", "appendix", "appendix_title")
_DEEPEST = 6


def to_markdown(title: str, about: Sequence[str], lines: Sequence[Line]) -> str:
    """Write a plan: ``about`` are sentences that stand before the document."""
    head = [f"# {escaped(title)}", *(f"> {escaped(sentence)}" for sentence in about)]
    return "\n\n".join([*head, *_blocks(lines)]) + "\n"


def escaped(text: str) -> str:
    """Write words so that Markdown shows them as they are."""
    return _COUNTED.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", " ".join(text.split())))


def _blocks(lines: Sequence[Line]) -> Iterator[str]:
    lines_with_words = (line for line in lines if line.words or line.cell or line.label)
    for owner, group in groupby(lines_with_words, key=lambda line: line.cell.owner.id if line.cell else None):
        if owner is None:
            yield from map(_paragraph, group)
        else:
            yield _table(list(group))


def _paragraph(line: Line) -> str:
    if line.kind == "heading":
        return f"{'#' * min(line.depth + 2, _DEEPEST)} {escaped(line.text)}"
    return f"**{escaped(line.text)}**" if line.kind in _TITLES else escaped(line.text)


def _table(cells: Sequence[Line]) -> str:
    """Write a table; Markdown has none without a head, so one without has an empty head."""
    grouped = [list(row) for _, row in groupby(cells, key=lambda line: line.cell and line.cell.row)]
    heads = [_row(row) for row in grouped if row[0].kind == "column"]
    rows = [_row(row) for row in grouped if row[0].kind != "column"]
    assert cells[0].cell
    columns = len(cells[0].cell.table.columns)
    first, *other_heads = heads or [_bars([""] * columns)]
    return "\n".join([first, f"|{' --- |' * columns}", *other_heads, *rows])


def _row(cells: Sequence[Line]) -> str:
    return _bars(row_texts(cells, lambda line: map(escaped, line.words.split("\n"))))


def _bars(words: Sequence[str]) -> str:
    return f"| {' | '.join(words)} |"
