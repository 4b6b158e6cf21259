"""Tables: found in text, taken apart where they only lay out a page, put together again over pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach.importing.columns import columns_of
from kehoach.importing.heads import whole_lines
from kehoach.importing.model import Block, Note, Removed, SourceLine, SourceParagraph, SourceRow, SourceTable
from kehoach.importing.phrases import head
from kehoach.importing.siblings import LONGEST_PROSE
from kehoach.importing.signers import is_role
from kehoach.importing.tree import OutlineEntry
from kehoach.wording.latepatterns import late

CELL_BREAK = late(r"\s*(?:¶|<br\s?/?>)\s*")
"""What stands for a new paragraph inside a cell where a table is written as text."""

MOST_COLUMNS, MOST_ROWS = 60, 3000
"""Largest table that the schema allows."""

_REPEATED = "Tiêu đề bảng in lại ở đầu trang."
_SEPARATOR = late(r"[\s|:+=-]+\Z")
_LAYOUT = late(
    r"cong hoa xa hoi chu nghia|doc lap\s?[-–]\s?tu do|dang cong san viet nam|noi nhan|^so\s?:?\s.{0,20}[/-]"
    r"|^(?:tm|kt|tl|tuq|q)\s?\. ?[a-z]",
    re.MULTILINE,
)
_NAME = late(r"(?:\([^()]*\)\s*)?(?:[^\W\d_.]{1,7}\.\s?){0,4}[^\W\d_]+(?:\s[^\W\d_]+){1,6}")
_POST = late(
    r"(?:pho |quyen )?(?:chu tich|(?:tong )?giam doc|(?:tong |chi )?cuc truong|hieu truong|vien truong|bi thu|bo truong"
    r"|thu truong|truong (?:ban|phong|doan)|chanh (?:van phong|thanh tra|an))\b"
)


def find_tables(lines: Sequence[SourceLine]) -> list[SourceLine | SourceTable]:
    """Find tables written with bars ("| a | b |") or tabs in the lines of a text."""
    parts: list[SourceLine | SourceTable] = []
    gathered: list[tuple[SourceLine, SourceRow]] = []
    for line in lines:
        if gathered and "|" in line.text and _SEPARATOR.match(line.text):
            continue
        row = _row(line)
        if gathered and row and line.text.lstrip().startswith("|") and len(row.cells) + 1 == len(gathered[0][1].cells):
            # Where rows have no bar in front, one does when the first cell is empty.
            row = SourceRow(row.number, ("", *row.cells))
        fits = gathered and row and len(row.cells) == len(gathered[0][1].cells) and line.gap <= 1
        if gathered and not fits:
            parts.extend(_gathered(gathered))
            gathered = []
        if row:
            gathered.append((line, row))
        else:
            parts.append(line)
    return [*parts, *_gathered(gathered)]


def _row(line: SourceLine) -> SourceRow | None:
    text = line.text.strip()
    if (text.startswith("|") and text.count("|") >= 2) or (text.endswith("|") and " | " in text):
        cells = text.removeprefix("|").removesuffix("|").split("|")
    elif "\t" in text and text.count("\t") >= 2:
        cells = text.split("\t")
    else:
        return None
    if _SEPARATOR.match(text):
        return None
    return SourceRow(line.number, tuple("\n".join(CELL_BREAK.split(cell.strip())) for cell in cells))


def _gathered(rows: Sequence[tuple[SourceLine, SourceRow]]) -> list[SourceLine | SourceTable]:
    """Give rows as a table; a single one is a line like any other."""
    return [SourceTable(tuple(row for _, row in rows))] if len(rows) > 1 else [line for line, _ in rows]


def without_layout(blocks: Sequence[Block]) -> list[Block]:
    """Take apart tables that hold the head or the foot of a document, or have one column only."""
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, SourceTable) and is_layout(block):
            out.extend(
                SourceParagraph(" ".join(text.split()), number, gap=1 if index == 0 else 0)
                for number, cell in _cells(block)
                for index, text in enumerate(whole_lines(cell.split("\n")))
            )
        else:
            out.append(block)
    return out


def _cells(table: SourceTable) -> list[tuple[int, str]]:
    """Give the cells row by row; where posts stand side by side above names, each name behind its own posts."""
    rows = [[(row.number, cell) for cell in row.cells] for row in table.rows]
    first, *later = [[cell for _, cell in row if cell.strip()] for row in rows]
    posts = len(first) > 1 and all(_is_signing(cell) for cell in first)
    if posts and later and all(_NAME.fullmatch(cell.strip()) for cells in later for cell in cells):
        return [cell for column in zip(*rows, strict=True) for cell in column]
    return [cell for row in rows for cell in row]


def _is_signing(cell: str) -> bool:
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    return all(map(str.isupper, lines)) and any(map(is_role, lines))


def whole_tables(blocks: Sequence[Block]) -> tuple[list[Block], list[Removed]]:
    """Put a table together again that a page break parted, without the heading printed again on each page."""
    out: list[Block] = []
    removed: list[Removed] = []
    for block in blocks:
        before = out[-1] if out else None
        if not (isinstance(block, SourceTable) and isinstance(before, SourceTable) and _goes_on(before, block)):
            out.append(block)
            continue
        again = _repeated_rows(before, block)
        removed += [Removed(row.number, " | ".join(row.cells), _REPEATED) for row in block.rows[:again]]
        rest = list(block.rows[again:])
        rows = list(before.rows)
        if rest and _is_rest(rest[0]):
            cells = zip(rows[-1].cells, rest.pop(0).cells, strict=True)
            rows[-1] = replace(rows[-1], cells=tuple(f"{above} {below}".strip() for above, below in cells))
        out[-1] = SourceTable((*rows, *rest), before.heading_rows)
    return out, removed


def _goes_on(before: SourceTable, table: SourceTable) -> bool:
    if len(before.rows[0].cells) != len(table.rows[0].cells) or not columns_of(before).is_duties:
        return False
    return bool(_repeated_rows(before, table)) or not (columns_of(table).is_duties or is_layout(table))


def _repeated_rows(before: SourceTable, table: SourceTable) -> int:
    """Count the rows of a table's heading that its next part begins with again."""
    count = columns_of(before).heading_rows
    same = [row.cells for row in before.rows[:count]] == [row.cells for row in table.rows[:count]]
    return count if same and len(table.rows) > count else 0


def _is_rest(row: SourceRow) -> bool:
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    return bool(filled) and not row.cells[0].strip() and all(cell[0].islower() for cell in filled)


def is_layout(table: SourceTable) -> bool:
    """Tell whether a table only puts things side by side."""
    width = len(table.rows[0].cells)
    if width == 1:
        return True
    if width > 3 or len(table.rows) > 8:
        return False
    parts = [part for row in table.rows for cell in row.cells for part in cell.split("\n")[:8]]
    looks_laid_out = _LAYOUT.search("\n".join(map(head, parts))) or any(
        p.isupper() and _POST.match(head(p)) for p in parts
    )
    return bool(looks_laid_out) and not columns_of(table).is_duties


def entries(table: SourceTable, first_row: int, notes: list[Note]) -> Iterator[OutlineEntry]:
    """Give a table's entries for the outline: the table itself, or a text a row where the model cannot hold it."""
    if not any(cell.strip() for row in table.rows for cell in row.cells):
        return
    if fits(table):
        yield OutlineEntry("", table.line, labels=[], row=first_row, table=table)
        return
    notes.append(Note(table.line, "Bảng quá lớn so với khuôn dạng; mỗi dòng giữ thành một đoạn chữ."))
    for index, row in enumerate(table.rows):
        words = " | ".join(filter(None, (" ".join(cell.split()) for cell in row.cells)))
        if words:
            yield OutlineEntry(words, row.number, labels=[], row=first_row + index, apart=True, leaf=True)


def fits(table: SourceTable) -> bool:
    """Tell whether a plan can hold a table: so many columns and rows, and so long cells, as its schema allows."""
    longest = max((len(cell) for row in table.rows for cell in row.cells), default=0)
    return len(table.rows[0].cells) <= MOST_COLUMNS and len(table.rows) <= MOST_ROWS and longest <= LONGEST_PROSE


def reading_order(table: SourceTable) -> Iterator[tuple[int, str]]:
    """Give a table's cells with their lines in the order in which the draft says them."""
    for row in table.rows:
        for cell in row.cells:
            yield row.number, cell
