"""The sample plans as files: text in several settings, Word documents with typed and with automatic labels."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Callable
from typing import Any

from importsamples import Columns, P, Sample, T
from measures import Key

from kehoach.importing.pipeline import ImportResult, import_text
from kehoach.importing.read import import_file

WIDTH = 74


def as_lines(sample: Sample) -> str:
    """One line a paragraph, empty lines between, columns side by side, tables with bars."""
    return "\n\n".join(_block(block) for block in sample.blocks) + "\n"


def as_wrapped(sample: Sample, *, double: bool = False, pages: bool = False) -> str:
    """Wrapped lines, with an empty line after each of them if ``double``, page numbers every 45 lines if ``pages``."""
    lines: list[str] = []
    for block in sample.blocks:
        rows = (
            textwrap.wrap(_block(block), WIDTH, break_on_hyphens=False)
            if isinstance(block, P)
            else _block(block).split("\n")
        )
        lines += [*rows, ""]
    if double:
        lines = [line for row in lines if row for line in ((row, "") if not row.startswith("|") else (row,))]
    if pages:
        lines = [
            out for n, line in enumerate(lines, 1) for out in ((line,) if n % 45 else (line, "", str(n // 45), ""))
        ]
    return "\n".join(lines) + "\n"


def _block(block: P | T | Columns) -> str:
    if isinstance(block, P):
        return block.text
    if isinstance(block, T):
        return "\n".join("| " + " | ".join(row) + " |" for row in (block.heading, *block.rows))
    rows = max(len(block.left), len(block.right))
    left = [*block.left, *[""] * (rows - len(block.left))]
    right = [*block.right, *[""] * (rows - len(block.right))]
    return "\n".join(f"{a:<40}{b}".rstrip() for a, b in zip(left, right, strict=True))


def as_word(sample: Sample) -> bytes:
    """A Word document: tables are tables, columns a table without lines, labels typed."""
    from docx import Document

    document: Any = Document()
    for block in sample.blocks:
        if isinstance(block, P):
            document.add_paragraph(block.text)
        elif isinstance(block, T):
            _table(document, [block.heading, *block.rows])
        else:
            table = document.add_table(1, 2)
            for cell, column in zip(table.rows[0].cells, (block.left, block.right), strict=True):
                cell.text = "\n".join(column)
    return saved(document)


def _table(document: Any, rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def expected(sample: Sample) -> list[tuple[str, str]]:
    """The outline to be found: label path and first 40 characters of the words after the label."""
    out: list[tuple[str, str]] = []
    for block in sample.blocks:
        if isinstance(block, P) and block.path:
            out.append((block.path, _words(block)))
        elif isinstance(block, T):
            out += _table_outline(block)
        elif isinstance(block, Columns) and block.left[0] == "Nơi nhận:":
            prefix = "QD." if "KT. CHỦ TỊCH" in block.right else ""
            entries = [line.removeprefix("- ") for line in block.left[1:]]
            out += [(f"{prefix}noi-nhan-{n}", text[:40]) for n, text in enumerate(entries, 1)]
    return out


def _table_outline(table: T) -> list[tuple[str, str]]:
    """The cells of the heading under the table's path, those of a row under the row's."""
    out = [(table.paths[0].rpartition(".")[0], heading[:40]) for heading in table.heading]
    return out + [(path, cell[:40]) for path, row in zip(table.paths, table.rows, strict=True) for cell in row if cell]


def _words(block: P) -> str:
    if re.match(
        r"[^\W\d]+(?:-[^\W\d]+)+-[0-9]|can-cu|thuc-hien|ban-hanh|kem-theo|close|signature|QD\.(?:can|de)", block.path
    ):
        return block.text.removeprefix("- ")[:40]
    label = re.match(r"(?:Điều \d+\.|[-–•●+]|\d+(?:\.\d+)*[./]|[IVX]+[./]|[A-Za-zđ][.)/])\s+(?=\S)", block.text)
    return (block.text[label.end() :] if label else block.text)[:40]


SETTINGS: dict[str, Callable[[Sample], ImportResult]] = {
    "lines": lambda sample: import_text(as_lines(sample)),
    "wrapped": lambda sample: import_text(as_wrapped(sample)),
    "double": lambda sample: import_text(as_wrapped(sample, double=True)),
    "pages": lambda sample: import_text(as_wrapped(sample, pages=True)),
    "word": lambda sample: import_file(as_word(sample)),
}


def comparable(keys: list[Key]) -> list[Key]:
    """Leave case and the signature out: samples give the whole block as printed."""
    return [(path, words.lower()) for path, words in keys if not path.endswith("signature")]
