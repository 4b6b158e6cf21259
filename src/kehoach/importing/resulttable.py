"""A filled table of results, XLSX or CSV, to rows by column; read as the hostile file it may be."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from kehoach.agenda.resultcolumns import DAYS, HEADINGS
from kehoach.importing.cellwords import cell_words
from kehoach.importing.model import ImportProblem
from kehoach.wording.letters import comparable

MOST_ROWS = 20_000
_MOST_BYTES = 60_000_000
_MOST_SHEETS = 10
_HEAD_WITHIN = 20
"""Rows above the heading at most: an office puts its own title there."""
_NEEDED = ("duty", "period", "result")
_KEYS = {comparable(heading): key for heading, key in HEADINGS.items()}
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z|(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_DAY_IN_WORDS = re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})\Z", re.ASCII | re.IGNORECASE)
_GUARD = re.compile(r"'(?=[=+\-@\t\r])")
_FIRST = next(iter(HEADINGS)).lower()
_SAVE = "Hãy lưu lại dạng .xlsx, hoặc CSV UTF-8."


@dataclass(frozen=True)
class RowRead:
    """A row of the table with its number in the file; a day that is none stays as it was written."""

    number: int
    cells: dict[str, str | dt.date]

    def text(self, key: str) -> str:
        """Give a cell as it was written, empty where nothing was."""
        cell = self.cells.get(key, "")
        return f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else cell

    def day(self, key: str) -> dt.date | None:
        """Give a day; None where the cell is empty or holds none."""
        cell = self.cells.get(key, "")
        return cell if isinstance(cell, dt.date) else None


def read_results(data: bytes) -> list[RowRead]:
    """Read a table by its headings, in whatever order; raises ImportProblem with what to do about it."""
    sheets = _workbook(data) if data[:2] == b"PK" else iter([_csv(data)])
    nearest: set[str] = set()
    for rows in sheets:
        keys: dict[int, str] = {}
        rows_read = []
        for number, cells in enumerate(rows, 1):
            if number > MOST_ROWS:
                raise ImportProblem(f"Bảng có quá {MOST_ROWS} dòng.")
            if keys:
                filled = _filled(cells, keys)
                if filled:
                    rows_read.append(RowRead(number, filled))
            elif number <= _HEAD_WITHIN:
                key_by_column = {
                    at: _KEYS[name] for at, cell in enumerate(cells) if (name := comparable(_text(cell))) in _KEYS
                }
                keys = key_by_column if set(_NEEDED) <= set(key_by_column.values()) else {}
                nearest = max(nearest, set(key_by_column.values()), key=len)
        if keys:
            return rows_read
    raise ImportProblem(_no_heading(nearest))


def _filled(cells: Sequence[Any], keys: Mapping[int, str]) -> dict[str, str | dt.date]:
    return {keys[at]: value for at, cell in enumerate(cells) if at in keys and (value := _cell(cell, keys[at]))}


def _no_heading(nearest: Collection[str]) -> str:
    """Say which columns are missing from the row that looks most like the heading."""
    missing = [f"“{heading}”" for heading, key in HEADINGS.items() if key in _NEEDED and key not in nearest]
    what = "Dòng tiêu đề thiếu" if nearest else "Không thấy dòng tiêu đề có các"
    return f"{what} cột {', '.join(missing)}. Giữ nguyên dòng tiêu đề và các cột tô xám của bảng mà kho xuất ra."


def _csv(data: bytes) -> Iterator[Sequence[str]]:
    if len(data) > _MOST_BYTES:
        raise ImportProblem("Tệp quá lớn.")
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise ImportProblem(f"Tệp CSV không phải UTF-8 nên mất dấu tiếng Việt. {_SAVE}") from None
    head = next((line for line in text.splitlines() if _FIRST in normalize("NFC", line).lower()), "")
    # Excel takes the separator of the country that the computer is set to.
    separator = max(",;\t", key=head.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error:
        raise ImportProblem(f"Tệp CSV hỏng ở dấu nháy hoặc dấu ngăn cột. {_SAVE}") from None


def _workbook(data: bytes) -> Iterator[Iterable[Sequence[Any]]]:
    """Give the sheets one by one: the table need not stand on the first."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                raise ImportProblem("Tệp Excel phình quá lớn khi giải nén.")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets[:_MOST_SHEETS]:
            yield _rows_as_shown(sheet.iter_rows(values_only=True))
    except ImportProblem:
        raise
    except Exception as error:  # what a broken workbook raises has no common base
        raise ImportProblem(f"Không đọc được tệp Excel ({type(error).__name__}). {_SAVE}") from None


def _rows_as_shown(rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    for row in rows:
        yield [cell_words(cell) if isinstance(cell, str) else cell for cell in row]


def _cell(cell: Any, key: str) -> str | dt.date:
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    if isinstance(cell, dt.date):
        return cell if key in DAYS else f"{cell:%d/%m/%Y}"
    text = _GUARD.sub("", _text(cell), count=1) if _text(cell).startswith("'") else _text(cell)
    return _read_day(text) if key in DAYS else text


def _read_day(text: str) -> str | dt.date:
    words = _DAY_IN_WORDS.match(" ".join(text.split()))
    match = _DAY.match(words.expand(r"\1/\2/\3") if words else text)
    if not match:
        return text
    day, month, year = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return text


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else "\n".join(line.strip() for line in str(cell).splitlines()).strip()
