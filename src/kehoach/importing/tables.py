"""Tables: found in text, taken apart where they only lay out a page, turned into duties where they list duties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.importing.fields import Field, column_kind
from kehoach.importing.labels import Label, read_labels
from kehoach.importing.model import Block, Line, Note, Paragraph, Removed, Row, Table
from kehoach.importing.phrases import head
from kehoach.importing.tree import Entry

CELL_BREAK = re.compile(r"\s*(?:¶|<br\s?/?>)\s*")
"""What stands for a new paragraph inside a cell where a table is written as text."""

_REPEATED = "Tiêu đề bảng in lại ở đầu trang."
_SEPARATOR = re.compile(r"[\s|:+=-]+\Z")
_LAYOUT = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap\s?[-–]\s?tu do|dang cong san viet nam|noi nhan|^so\s?:?\s.{0,20}[/-]",
    re.MULTILINE,
)


def find_tables(lines: Sequence[Line]) -> list[Line | Table]:
    """Find tables written with bars ("| a | b |") or tabs in the lines of a text."""
    parts: list[Line | Table] = []
    gathered: list[tuple[Line, Row]] = []
    for line in lines:
        if gathered and "|" in line.text and _SEPARATOR.match(line.text):
            continue
        row = _row(line)
        if gathered and row and line.text.lstrip().startswith("|") and len(row.cells) + 1 == len(gathered[0][1].cells):
            # Where rows have no bar in front, one does when the first cell is empty.
            row = Row(row.number, ("", *row.cells))
        fits = gathered and row and len(row.cells) == len(gathered[0][1].cells) and line.gap <= 1
        if gathered and not fits:
            parts.extend(_gathered(gathered))
            gathered = []
        if row:
            gathered.append((line, row))
        else:
            parts.append(line)
    return [*parts, *_gathered(gathered)]


def _row(line: Line) -> Row | None:
    text = line.text.strip()
    if (text.startswith("|") and text.count("|") >= 2) or (text.endswith("|") and " | " in text):
        cells = text.removeprefix("|").removesuffix("|").split("|")
    elif "\t" in text and text.count("\t") >= 2:
        cells = text.split("\t")
    else:
        return None
    if _SEPARATOR.match(text):
        return None
    return Row(line.number, tuple("\n".join(CELL_BREAK.split(cell.strip())) for cell in cells))


def _gathered(rows: Sequence[tuple[Line, Row]]) -> list[Line | Table]:
    """Give rows as a table; a single one is a line like any other."""
    return [Table(tuple(row for _, row in rows))] if len(rows) > 1 else [line for line, _ in rows]


def without_layout(blocks: Sequence[Block]) -> list[Block]:
    """Take apart tables that hold the head or the foot of a document, or have one column only."""
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and is_layout(block):
            out.extend(
                Paragraph(" ".join(text.split()), row.number, gap=1 if index == 0 else 0)
                for row in block.rows
                for cell in row.cells
                for index, text in enumerate(cell.split("\n"))
                if text.strip()
            )
        else:
            out.append(block)
    return out


def whole_tables(blocks: Sequence[Block]) -> tuple[list[Block], list[Removed]]:
    """Put a table together again that a page break parted, without the heading printed again on each page."""
    out: list[Block] = []
    removed: list[Removed] = []
    for block in blocks:
        before = out[-1] if out else None
        if not (isinstance(block, Table) and isinstance(before, Table) and _goes_on(before, block)):
            out.append(block)
            continue
        again = _repeated_rows(before, block)
        removed += [Removed(row.number, " | ".join(row.cells), _REPEATED) for row in block.rows[:again]]
        rest = list(block.rows[again:])
        rows = list(before.rows)
        if rest and _is_rest(rest[0]):
            cells = zip(rows[-1].cells, rest.pop(0).cells, strict=True)
            rows[-1] = replace(rows[-1], cells=tuple(f"{above} {below}".strip() for above, below in cells))
        out[-1] = Table((*rows, *rest))
    return out, removed


def _goes_on(before: Table, table: Table) -> bool:
    if len(before.rows[0].cells) != len(table.rows[0].cells) or _columns(before) is None:
        return False
    return bool(_repeated_rows(before, table)) or (_columns(table) is None and not is_layout(table))


def _repeated_rows(before: Table, table: Table) -> int:
    """Count the rows of a table's heading that its next part begins with again."""
    columns = _columns(before)
    count = columns.heading_rows if columns else 0
    same = [row.cells for row in before.rows[:count]] == [row.cells for row in table.rows[:count]]
    return count if same and len(table.rows) > count else 0


def _is_rest(row: Row) -> bool:
    said = [cell.strip() for cell in row.cells if cell.strip()]
    return bool(said) and not row.cells[0].strip() and all(cell[0].islower() for cell in said)


def is_layout(table: Table) -> bool:
    """Tell whether a table only puts things side by side."""
    width = len(table.rows[0].cells)
    if width == 1:
        return True
    text = "\n".join(head(part) for row in table.rows for cell in row.cells for part in cell.split("\n")[:8])
    return width <= 3 and len(table.rows) <= 8 and bool(_LAYOUT.search(text)) and not _columns(table)


@dataclass(frozen=True)
class Columns:
    """The columns of a table of duties: what each holds, and how many rows its heading takes."""

    kinds: tuple[str, ...]
    labels: tuple[str, ...]
    heading_rows: int


def _columns(table: Table) -> Columns | None:
    """Read a table's heading; None where it is no table of duties."""
    best: Columns | None = None
    labels = [""] * len(table.rows[0].cells)
    for count, row in enumerate(table.rows[:3], 1):
        labels = [" ".join(cell.split()) or above for cell, above in zip(row.cells, labels, strict=True)]
        kinds = tuple(map(column_kind, labels))
        known = {kind for kind in kinds if kind not in ("", "number", "task")}
        clear = all(kind == "" or kinds.count(kind) == 1 for kind in kinds)
        if "task" in kinds and known and clear and (best is None or len(known) > _known(best)):
            best = Columns(kinds, tuple(labels), count)
    return best


def _known(columns: Columns) -> int:
    return len({kind for kind in columns.kinds if kind not in ("", "number", "task")})


def entries(table: Table, first_row: int, notes: list[Note]) -> Iterator[Entry]:
    """Give a table's entries for the outline; rows are numbered on from ``first_row``."""
    columns = _columns(table)
    if columns is None:
        notes.append(Note(table.line, "Bảng không phải bảng nhiệm vụ; mỗi dòng giữ thành một đoạn chữ."))
        for index, row in enumerate(table.rows):
            yield _plain(row, first_row + index)
        return
    notes.append(
        Note(table.line, f"Bảng {len(table.rows)} dòng được chuyển thành nhiệm vụ; dòng tiêu đề giữ thành chữ.")
    )
    task = columns.kinds.index("task")
    if any(kind not in ("", "number") for kind in columns.kinds[:task]):
        notes.append(Note(table.line, "Cột đứng trước cột nhiệm vụ được chuyển ra sau; thứ tự chữ trong dòng có đổi."))
    for index, row in enumerate(table.rows):
        if index < columns.heading_rows:
            yield _plain(row, first_row + index)
        elif any(cell.strip() for cell in row.cells):
            yield from _duty(row, columns, first_row + index, notes)


def reading_order(table: Table) -> Iterator[tuple[int, str]]:
    """Give a table's cells with their lines in the order in which the draft says them."""
    columns = _columns(table)
    for index, row in enumerate(table.rows):
        cells = list(row.own)
        if columns and index >= columns.heading_rows:
            cells = list(row.cells)
            first = [
                cell for kind in ("number", "task") for k, cell in zip(columns.kinds, cells, strict=True) if k == kind
            ]
            rest = [cell for k, cell in zip(columns.kinds, cells, strict=True) if k not in ("number", "task")]
            if any(cell.strip() for cell in first[-1:]):
                first[:-1] = map(figure, first[:-1])
                cells = first + rest
        for cell in cells:
            yield row.number, cell


def figure(order: str) -> str:
    """Give a row's number as a label says it: "01" is 1."""
    return re.sub(r"\A\s*0+(?=[1-9][0-9]{0,2}[.)]?\s*\Z)", "", order)


def _plain(row: Row, number: int) -> Entry:
    words = " | ".join(filter(None, (" ".join(cell.split()) for cell in row.own)))
    return Entry(words, row.number, labels=[], row=number, apart=True, leaf=True)


def _duty(row: Row, columns: Columns, number: int, notes: list[Note]) -> Iterator[Entry]:
    cells = dict(zip(columns.kinds, row.cells, strict=True))
    order = figure(" ".join(cells.get("number", "").split()))
    paragraphs = [" ".join(part.split()) for part in cells["task"].split("\n") if part.strip()]
    if not paragraphs:
        if order or any(cell.strip() for cell in row.cells):
            notes.append(Note(row.number, "Dòng của bảng không có ô nhiệm vụ; giữ thành một đoạn chữ."))
            yield _plain(row, number)
        return
    yield _first(order, paragraphs[0], row.number, number)
    for text in paragraphs[1:]:
        yield Entry(text, row.number, row=number)
    for kind, label, cell in zip(columns.kinds, columns.labels, row.cells, strict=True):
        words = _joined(cell)
        if kind in ("number", "task") or not words:
            continue
        if kind:
            yield Entry(f"{label}: {words}", row.number, field=Field(kind, label, words), row=number)
        else:
            yield Entry(f"{label}: {words}" if label else words, row.number, field=Field("", label, words), row=number)


def _first(order: str, text: str, line: int, row: int) -> Entry:
    """Give the entry of a row's task, labelled with the figure of its first cell, or with its own label."""
    name = order.strip("().:/ ")
    if name and len(name) <= 8:
        closing = ")" if len(name) == 1 and name.islower() else "."
        for label in read_labels(f"{name}{closing} {text}"):
            if label.rest == text:
                made = Label(label.style, label.number, "tt", order, text, label.above)
                return Entry(f"{order} {text}", line, labels=[made], row=row, apart=True)
    if name:
        return Entry(f"{order} {text}", line, labels=[], row=row, apart=True)
    return Entry(text, line, row=row, apart=True)


def _joined(cell: str) -> str:
    """Join a cell's paragraphs; a semicolon parts those that end without any mark."""
    words = ""
    for part in (" ".join(part.split()) for part in cell.split("\n")):
        if part:
            mark = "" if not words or words[-1] in ".,;:!?" or part[0] in "-+•" else ";"
            words = f"{words}{mark} {part}" if words else part
    return words
