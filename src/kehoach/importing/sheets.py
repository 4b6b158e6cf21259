"""A workbook (XLSX) to lines and tables: of each visible sheet what is above its table, the table, what is below."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kehoach.importing.cellwords import cell_words
from kehoach.importing.model import ImportProblem, Note, Reading, Removed, SourceLine, SourceRow, SourceTable
from kehoach.importing.officearchive import open_office_file, part_of
from kehoach.importing.phrases import head
from kehoach.importing.sheetformats import code_of, shown_number

WORKBOOK = "xl/workbook.xml"
MOST_ROWS, MOST_COLUMNS = 5000, 60
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BROKEN = "Không đọc được bảng tính: {}. Hãy mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi nhập lại."
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,25})?(?:[eE][+-]?[0-9]{1,2})?")
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ROW = re.compile(r"[0-9]{1,7}")
_LEAST = 3
"""Fewest filled cells of a row that opens a table; a head or a foot has two side by side."""


@dataclass
class _Sheet:
    """The words of a sheet by row and column, which of them are hidden, and cells that are one."""

    rows: dict[int, dict[int, str]]
    unseen: list[str]
    merged: list[tuple[int, int, int, int]]


def read_workbook(data: bytes) -> Reading:
    """Read an XLSX; raises ImportProblem with a Vietnamese sentence where it cannot be read or is a bomb."""
    with open_office_file(data, _BROKEN, "tệp hỏng") as archive:
        written = _Written()
        strings = [_words(entry) for entry in _elements(part_of(archive, "xl/sharedStrings.xml", _BROKEN), "si")]
        codes = _style_codes(part_of(archive, "xl/styles.xml", _BROKEN))
        for name, path, hidden in _sheets(archive):
            root = part_of(archive, path, _BROKEN)
            if root is None:
                continue
            sheet = _sheet(root, strings, codes)
            if hidden:
                hidden_words = " ".join(word for row in sheet.rows.values() for word in row.values())
                written.removed.append(Removed(0, hidden_words[:2000], f"Trang tính ẩn “{name}”."))
                continue
            written.removed += [Removed(0, words, f"Dòng hoặc cột ẩn ở trang tính “{name}”.") for words in sheet.unseen]
            written.add(sheet)
    note = Note(0, "Tệp là bảng tính; phần trên bảng được đọc như đầu văn bản. Đối chiếu ngày, số và ô gộp.")
    return Reading("\n".join(written.lines) + "\n", written.parts, notes=[note], removed=written.removed)


class _Written:
    """Gathers lines and tables of all sheets."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.parts: list[SourceLine | SourceTable] = []
        self.removed: list[Removed] = []

    def add(self, sheet: _Sheet) -> None:
        """Write a sheet: rows as lines up to the first that opens a table, its table, and rows as lines behind it."""
        numbers = sorted(number for number, row in sheet.rows.items() if any(row.values()))
        first = next((n for n in numbers if len(sheet.rows[n]) >= _LEAST), None)
        foot = next((n for n in numbers if first is not None and n > first and _opens_foot(sheet.rows[n])), None)
        within = [n for n in numbers if first is not None and n >= first and (foot is None or n < foot)]
        while within and len(sheet.rows[within[-1]]) < 2:
            within.pop()
        for number in numbers:
            if first is None or number < first or number > within[-1]:
                self._line(list(sheet.rows[number].values()))
            elif number == first:
                self._table(sheet, within)

    def _line(self, cells: Sequence[str]) -> None:
        """Write the cells of a row that lie side by side; those of a head have several lines each."""
        high = [cell.split("\n") for cell in cells]
        for at in range(max(map(len, high))):
            text = "    ".join(lines[at].strip() for lines in high if at < len(lines) and lines[at].strip())
            if text:
                self.lines.append(text)
                self.parts.append(SourceLine(len(self.lines), text, whole=True))

    def _table(self, sheet: _Sheet, numbers: Sequence[int]) -> None:
        columns = sorted({column for number in numbers for column in sheet.rows[number]})
        place = {column: index for index, column in enumerate(columns)}
        rows: list[SourceRow] = []
        for number in numbers:
            cells = [sheet.rows[number].get(column, "") for column in columns]
            self.lines.append("| " + " | ".join(cell.replace("\n", " ¶ ") for cell in cells) + " |")
            merged: list[int] = []
            wide: list[tuple[int, int]] = []
            for top, left, bottom, right in sheet.merged:
                covered = [place[column] for column in range(left, right + 1) if column in place]
                if top <= number <= bottom and covered:
                    wide += [(covered[0], len(covered))] if len(covered) > 1 else []
                    merged += covered if number > top else []
            rows.append(SourceRow(len(self.lines), tuple(cells), tuple(sorted(merged)), tuple(sorted(wide))))
        self.parts.append(SourceTable(tuple(rows)))


def _opens_foot(row: Mapping[int, str]) -> bool:
    return any(re.match(r"noi nhan|(?:tm|kt|tl)\s?\.", head(cell)) for cell in row.values())


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str, bool]]:
    """Give name, path and whether it is hidden of each sheet in the order of the workbook."""
    workbook = part_of(archive, WORKBOOK, _BROKEN)
    relations = part_of(archive, "xl/_rels/workbook.xml.rels", _BROKEN)
    targets = {entry.get("Id", ""): entry.get("Target", "") for entry in (relations if relations is not None else ())}
    for sheet in _elements(workbook, "sheet"):
        target = targets.get(sheet.get(_R, ""), "").removeprefix("/xl/")
        yield sheet.get("name", ""), f"xl/{target}", sheet.get("state", "visible") != "visible"


def _sheet(root: Element, strings: Sequence[str], codes: Sequence[str]) -> _Sheet:
    columns = [
        range(int(entry.get("min", "0")), int(entry.get("max", "0")) + 1)
        for entry in _elements(root, "col")
        if _is_on(entry, "hidden") and entry.get("min", "").isdigit() and entry.get("max", "").isdigit()
    ]
    sheet = _Sheet({}, [], [tuple(map(int, span)) for span in _merged(root)])  # type: ignore[misc]
    for row, number, column, cell in _cells(root):
        words = _value(cell, strings, codes)
        if not words.strip():
            continue
        if column > MOST_COLUMNS or len(sheet.rows) > MOST_ROWS:
            raise ImportProblem(_BROKEN.format(f"trang tính quá {MOST_ROWS} dòng hoặc {MOST_COLUMNS} cột"))
        if _is_on(row, "hidden") or any(column in hidden for hidden in columns):
            sheet.unseen.append(words)
        else:
            sheet.rows.setdefault(number, {})[column] = words
    return sheet


def _cells(root: Element) -> Iterator[tuple[Element, int, int, Element]]:
    """Give each cell with its row, and the numbers of row and column; where they are not written, they count on."""
    number = 0
    for row in _elements(root, "row"):
        written = row.get("r", "")
        number, column = int(written) if _ROW.fullmatch(written) else number + 1, 0
        for cell in row.iter(f"{_S}c"):
            place = cell.get("r", "")
            if not place:
                column += 1
            elif match := _PLACE.fullmatch(place):
                number, column = int(match[2]), _column(match[1])
            else:
                continue
            yield row, number, column, cell


def _merged(root: Element) -> Iterator[tuple[int, int, int, int]]:
    for entry in _elements(root, "mergeCell"):
        ends = [_PLACE.fullmatch(end) for end in entry.get("ref", "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            yield int(ends[0][2]), _column(ends[0][1]), int(ends[1][2]), min(_column(ends[1][1]), MOST_COLUMNS)


def _value(cell: Element, strings: Sequence[str], codes: Sequence[str]) -> str:
    """Give a cell's words as it shows them."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _words(cell)
    value = cell.find(f"{_S}v")
    text = (value.text or "").strip() if value is not None else ""
    if kind == "s":
        return strings[int(text)] if text.isdigit() and int(text) < len(strings) else ""
    if kind != "n" or not _NUMBER.fullmatch(text):
        return cell_words(text) if kind == "str" else text
    style = cell.get("s", "")
    return shown_number(text, codes[int(style)] if style.isdigit() and int(style) < len(codes) else "")


def _style_codes(root: Element | None) -> list[str]:
    """Give of each style of cells the code of its format, empty for none."""
    own = {entry.get("numFmtId", ""): entry.get("formatCode", "") for entry in _elements(root, "numFmt")}
    styles = next(_elements(root, "cellXfs"), None)
    return [code_of(entry.get("numFmtId", ""), own) for entry in (styles if styles is not None else ())]


def _words(element: Element) -> str:
    """Give the words of a string, without how they are pronounced."""
    spoken = {id(text) for entry in element.iter(f"{_S}rPh") for text in entry.iter()}
    text = cell_words("".join(entry.text or "" for entry in element.iter(f"{_S}t") if id(entry) not in spoken))
    return "\n".join(" ".join(line.split()) for line in text.replace("\r", "\n").split("\n") if line.strip())


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _is_on(element: Element, name: str) -> bool:
    return element.get(name, "0") not in ("0", "false")


def _elements(root: Element | None, tag: str) -> Iterator[Element]:
    return root.iter(f"{_S}{tag}") if root is not None else iter(())
