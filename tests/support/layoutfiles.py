"""Layouts of plans as small files: each line is the label path that a reader sees, a tab, and the printed words.

A field of a duty has its kind after the path. ``a ¦ b`` are two columns, ``| a | b |`` is a row of a table, in which
``<`` is merged with the cell before it and ``^`` with the one above; behind its path, ``#2`` says that the second
cell holds a duty whose other cells stand below it, ``#all`` that all of it is one text. ``= path kind: words`` is a
field that a table gives, ``=word`` one that only merged cells of a Word table give. The first line says what the
layout shows.
"""

from __future__ import annotations

import io
import json
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import typst
from corpus import ROOT

from kehoach.importing.pipeline import ImportResult, import_text
from kehoach.importing.read import import_file

FOLDER = ROOT / "tests" / "importing" / "layouts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))

Field = tuple[str, str, str]
"""Path of the duty, kind and words."""


@dataclass(frozen=True)
class Printed:
    """One printed line: label path, kind of field or empty, words; cells where it is a row of a table."""

    path: str
    kind: str
    words: str
    cells: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """A plan in some layout, with the fields that its tables give."""

    name: str
    printed: tuple[Printed, ...]
    said: tuple[Field, ...]
    said_in_word: tuple[Field, ...]


def layout(name: str) -> Layout:
    """Read one of the files."""
    printed: list[Printed] = []
    said: dict[str, list[Field]] = {"=": [], "=word": []}
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")[1:]:
        if line.startswith("="):
            mark, path, rest = line.split(" ", 2)
            kind, _, words = rest.partition(": ")
            said[mark].append((path, kind, words))
        elif line:
            place, _, words = line.partition("\t")
            path, _, kind = place.partition(" ")
            cells = tuple(cell.strip() for cell in words.strip("|").split("|")) if words.startswith("|") else ()
            sides = tuple(side.strip() for side in f" {words} ".split("¦")) if "¦" in words else ()
            printed.append(Printed(path, kind, words, cells, sides))
    return Layout(name, tuple(printed), tuple(said["="]), tuple(said["=word"]))


def blocks(made: Layout) -> Iterator[list[Printed]]:
    """Gather rows of one table and lines of one pair of columns; any other line stands alone."""
    gathered: list[Printed] = []
    for line in made.printed:
        # The head of an attached plan stands right below the foot of its decision.
        anew = bool(gathered) and gathered[0].words.startswith("Nơi nhận")
        same = gathered and (bool(line.cells), bool(line.sides)) == (bool(gathered[0].cells), bool(gathered[0].sides))
        if gathered and ((anew and line.sides and line.sides[0].isupper()) or not same):
            yield gathered
            gathered = []
        if line.cells or line.sides:
            gathered.append(line)
        else:
            yield [line]
    if gathered:
        yield gathered


def as_text(made: Layout) -> str:
    """One line a paragraph, empty lines between, columns side by side, tables with bars."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks(made)) + "\n"


def _lines(block: list[Printed]) -> list[str]:
    width = max((len(line.sides[0]) for line in block if line.sides), default=0) + 4
    return [_line(line, width) for line in block]


def _line(line: Printed, width: int) -> str:
    if line.sides:
        return f"{line.sides[0]:<{width}}{line.sides[1]}".rstrip()
    if line.cells:
        return "| " + " | ".join("" if cell in "<^" else cell for cell in line.cells) + " |"
    return line.words


def as_wrapped(made: Layout) -> str:
    """Lines wrapped at 76 characters without empty lines between, with a page number every 40 lines."""
    rows: list[str] = []
    for block in blocks(made):
        lines = _lines(block)
        rows += textwrap.wrap(lines[0], 76, break_on_hyphens=False) if _is_prose(block) else lines
    pages = [rows[start : start + 40] for start in range(0, len(rows), 40)]
    return "\n".join("\n".join([f"\f{number}"] * (number > 1) + page) for number, page in enumerate(pages, 1))


def _is_prose(block: list[Printed]) -> bool:
    return not (block[0].sides or block[0].cells)


def as_pdf(made: Layout) -> bytes:
    """A PDF with a text layer: justified, numbered pages, ruled tables with merged cells."""
    data = [
        {"sides": [[line.sides[side] for line in block] for side in (0, 1)]}
        if block[0].sides
        else {"width": len(block[0].cells), "cells": list(_cells([line.cells for line in block]))}
        if block[0].cells
        else {"words": " ".join(block[0].words.split())}
        for block in blocks(made)
    ]
    compiler = typst.Compiler(font_paths=[ROOT / "site_src" / "fonts"], ignore_system_fonts=True)
    out = compiler.compile(PAGE, sys_inputs={"blocks": json.dumps(data, ensure_ascii=False)}, format="pdf")
    assert isinstance(out, bytes)
    return out


PAGE = b"""
#set page(paper: "a4", margin: (left: 3cm, right: 2cm, rest: 2cm),
  header: context if here().page() > 1 { align(center)[#here().page()] })
#set text(font: "Tinos", size: 13pt, lang: "vi")
#set par(justify: true, spacing: 9pt)
#for block in json(bytes(sys.inputs.blocks)) {
  if "sides" in block {
    grid(columns: (1fr, 1fr), align: center, ..block.sides.map(side => side.map(line => [#line]).join(linebreak())))
  } else if "cells" in block {
    set par(justify: false)
    set text(size: 11pt)
    table(columns: (auto,) + (1fr,) * (block.width - 1),
      ..block.cells.map(cell => table.cell(x: cell.x, y: cell.y, colspan: cell.w, rowspan: cell.h)[#cell.words]))
  } else {
    par(first-line-indent: (amount: 1.27cm, all: true), block.words)
  }
}
"""


def _cells(rows: list[tuple[str, ...]]) -> Iterator[dict[str, Any]]:
    """Give each cell with how many columns and rows it spans."""
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words not in ("<", "^"):
                wide = next((n for n, cell in enumerate(row[column + 1 :], 1) if cell != "<"), len(row) - column)
                high = next((n for n, below in enumerate(rows[at + 1 :], 1) if below[column] != "^"), len(rows) - at)
                yield {"x": column, "y": at, "w": wide, "h": high, "words": words}


def as_word(made: Layout) -> bytes:
    """A Word document with typed labels; columns are a table without lines, merged cells are merged."""
    from docx import Document

    document: Any = Document()
    for block in blocks(made):
        if block[0].sides:
            table = document.add_table(1, 2)
            for cell, side in zip(table.rows[0].cells, (0, 1), strict=True):
                cell.text = "\n".join(line.sides[side] for line in block)
        elif block[0].cells:
            _word_table(document, [line.cells for line in block])
        else:
            document.add_paragraph(block[0].words)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _word_table(document: Any, rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for at, cells in enumerate(rows):
        for column, words in enumerate(cells):
            if words == "<":
                left = next(c for c in range(column, -1, -1) if cells[c] != "<")
                table.cell(at, left).merge(table.cell(at, column))
            elif words == "^":
                table.cell(at - 1, column).merge(table.cell(at, column))
            else:
                table.cell(at, column).text = words


def outline(made: Layout) -> list[tuple[str, str]]:
    """Label paths and the first 40 characters of the words after the label, in small letters; each cell is one."""
    out: list[tuple[str, str]] = []
    rows = _row_paths(made)
    for line in made.printed:
        if line.cells:
            out.extend((rows[line], cell) for cell in line.cells if cell not in ("", "<", "^"))
        else:
            out.append((line.path, _words(line)))
    return [(path, words[:40].lower()) for path, words in out if path]


def _row_paths(made: Layout) -> dict[Printed, str]:
    """Give the path of each row: of its table below what stands before it, or of the appendix behind the foot."""
    found: dict[Printed, str] = {}
    signed = False
    for block in blocks(made):
        signed = signed or any(line.sides and line.sides[0].startswith("Nơi nhận") for line in block)
        table = f"{'PL1' if signed else block[0].path}.T1"
        head = _heading_rows(block)
        for number, line in enumerate(block):
            if line.cells:
                found[line] = table if number < head else f"{table}.R{number - head + 1}"
    return found


def _heading_rows(block: list[Printed]) -> int:
    """Count the rows of a table's heading: one more where a cell of the first is merged with the one below."""
    return 2 if len(block) > 1 and "^" in block[1].cells and block[1].kind == "#all" else 1


def _words(line: Printed) -> str:
    from kehoach.importing.labels import read_labels

    last = line.path.rpartition(".")[2].removeprefix("dieu-")
    if line.kind or not line.path or "-" in last[1:] or last in ("close", "signature"):
        found = read_labels(line.words)
        return found[0].rest if found and found[0].number == 0 else line.words
    labels = [label for label in read_labels(line.words) if str(label.number) == last or label.number]
    labels = labels or read_labels(line.words)
    return labels[0].rest if labels else line.words


def fields(made: Layout, word: bool = False) -> list[Field]:
    """The fields that the duties have."""
    own = [
        (line.path.rpartition(".")[0], line.kind, _words(line).partition(":")[2].strip())
        for line in made.printed
        if line.kind and not line.cells
    ]
    rows: dict[str, str] = {}
    for line, path in _row_paths(made).items():
        if line.kind != "#all":
            rows.setdefault(line.path, path)
    said = [*made.said, *(made.said_in_word if word else ())]
    return [*own, *((rows[path], kind, words) for path, kind, words in said)]


FORMS: dict[str, Callable[[Layout], ImportResult]] = {
    "text": lambda made: import_text(as_text(made)),
    "wrapped": lambda made: import_text(as_wrapped(made)),
    "word": lambda made: import_file(as_word(made)),
    "pdf": lambda made: import_file(as_pdf(made)),
}


def is_aside(path: str) -> bool:
    """Tell whether a path is of the parts below the body, or of the head of an appendix."""
    return path == "PL1" or any(name in path for name in ("signature", "noi-nhan", "PL1.kem-theo"))
