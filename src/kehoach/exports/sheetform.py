"""Workbooks of one sheet that differ in their rows alone: the form by XlsxWriter, made once, rows put into its XML.

A site has several such files for each plan and body, and the library makes styles, theme, settings and each cell anew
for each of them, which took three to five times as long. Cells, looks and settings are those that it would have
written. Left out is what a reader knows without it: the theme, versions and views, and the place of a cell, which is
behind the one before it (ECMA-376, part 1, 18.3.1.4). Rows that say the same are packed as one thing that way, and a
file is a third smaller.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, unescape

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from kehoach.exports.docxfile import printable

Cell = str | dt.date

TEXT_ROW, DAY_ROW = 1, 2
"""The rows of a form that show how texts and days look, column by column; the last is the last of each range."""

_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_TITLE, _SUBJECT = "kehoach-title", "kehoach-subject"
_SHEET, _BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
_STRINGS, _PROPERTIES = "xl/sharedStrings.xml", "docProps/core.xml"
_STYLES, _TYPES = "xl/styles.xml", "[Content_Types].xml"
_LEFT_OUT = ("xl/theme/theme1.xml", "docProps/app.xml")
_NEEDLESS = {
    _BOOK: r"<fileVersion [^>]*>|<workbookPr [^>]*>|<bookViews>.*?</bookViews>|<calcPr [^>]*>",
    _STYLES: r'<color theme="1"/>|<scheme val="minor"/>|<dxfs count="0"/>|<tableStyles [^>]*>',
    _PROPERTIES: r"<dc:creator></dc:creator>|<cp:lastModifiedBy></cp:lastModifiedBy>|<dcterms:(\w+) .*?</dcterms:\1>"
    r"| xmlns:(?:dcterms|dcmitype|xsi)=\"[^\"]*\"",
    _SHEET: r'(?<=<c) r="[A-Z]+\d+"| spans="[\d:]+"',
}
"""What readers take for granted. Of styles: black, and the theme's font, which is named beside it."""
_NAMED_IN = {_TYPES: "Override", "_rels/.rels": "Relationship", "xl/_rels/workbook.xml.rels": "Relationship"}
_ROW = re.compile(r"<row .*?</row>", re.DOTALL)
_STYLE = re.compile(r'<c s="(\d+)"')
_ENTRY = re.compile(r"<si>(?:<t>|<t [^>]*>)(.*?)</t></si>", re.DOTALL)
_COUNTS = re.compile(r'count="\d+" uniqueCount="\d+"')
_END = re.compile(r'(:\$?[A-Z]+\$?)(\d+)(?=["<])')
"""The last cell of a range."""

_EPOCH, _NO_LEAP_DAY = dt.date(1899, 12, 31), 59
"""Spreadsheets count days from here, and behind so many one that the calendar does not have."""
_LONGEST = 32767
"""UTF-16 units that a cell can hold."""
_LIKE_ESCAPED = re.compile("(_x[0-9a-fA-F]{4}_)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SPACE_AROUND = re.compile(r"^\s|\s$")


class SheetForm:
    """A workbook without rows.

    ``dress`` is given the book and the sheet, and writes all headings, then the rows ``TEXT_ROW`` and ``DAY_ROW``, and
    all settings; a range that is to end with the rows, or so many behind them, ends with ``DAY_ROW``, or so many
    behind it.
    """

    def __init__(self, name: str, dress: Callable[[xlsxwriter.Workbook, Worksheet], None], subject: bool = False):
        book_bytes = io.BytesIO()
        book = xlsxwriter.Workbook(
            book_bytes, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        book.set_properties({"title": _TITLE, "created": _CREATED, **({"subject": _SUBJECT} if subject else {})})
        dress(book, book.add_worksheet(name))
        book.close()
        with zipfile.ZipFile(book_bytes) as packed:
            self._parts = _lean({part: packed.read(part).decode() for part in packed.namelist()})
        self._heading, *looks = _ROW.findall(self._parts[_SHEET])
        self._before, self._behind = self._parts[_SHEET].split("".join((self._heading, *looks)))
        texts, days = (_STYLE.findall(look) for look in looks)
        self._looks = list(zip(texts, days, strict=True))
        headings = _ENTRY.findall(self._parts[_STRINGS])[: len(self._looks)]
        self._headings = {unescape(heading): index for index, heading in enumerate(headings)}

    def filled(self, rows: Iterable[Sequence[Cell]], title: str, subject: str = "") -> bytes:
        """Write a workbook with rows, in which no text is a formula or a link; the same rows give the same bytes."""
        indices, texts = dict(self._headings), len(self._headings)
        sheet, last = [self._heading], 1
        for last, row in enumerate(rows, 2):
            sheet.append(f'<row r="{last}">')
            for (text, day), cell in zip(self._looks, row, strict=True):
                if not cell:
                    sheet.append(f'<c s="{text}"/>')
                elif isinstance(cell, str):
                    texts += 1
                    index = indices.setdefault(_cut(cell), len(indices))
                    sheet.append(f'<c s="{text}" t="s"><v>{index}</v></c>')
                else:
                    sheet.append(f'<c s="{day}"><v>{_serial(cell)}</v></c>')
            sheet.append("</row>")
        return self._packed(
            {
                _SHEET: "".join((_ending(self._before, last), *sheet, _ending(self._behind, last))),
                _BOOK: _ending(self._parts[_BOOK], last),
                _STRINGS: self._strings(indices, texts),
                _PROPERTIES: self._parts[_PROPERTIES].replace(_TITLE, _xml(title)).replace(_SUBJECT, _xml(subject)),
            }
        )

    def _strings(self, indices: Iterable[str], texts: int) -> str:
        entries = list(map(_entry, indices))
        before, _, end = self._parts[_STRINGS].partition("<si>")
        before = _COUNTS.sub(f'count="{texts}" uniqueCount="{len(entries)}"', before)
        return "".join((before, *entries, end[end.rindex("</sst>") :]))

    def _packed(self, parts: Mapping[str, str]) -> bytes:
        workbook_bytes = io.BytesIO()
        with zipfile.ZipFile(workbook_bytes, "w", zipfile.ZIP_DEFLATED) as packed:
            for part, text in self._parts.items():
                entry = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, parts.get(part, text).encode(), compresslevel=9)
        return workbook_bytes.getvalue()


def _lean(parts: Mapping[str, str]) -> dict[str, str]:
    """Leave out the parts that a sheet does without, what names them, and what else is needless."""
    left_out = "|".join(re.escape(part.rpartition("/")[2]) for part in _LEFT_OUT)
    lean = {part: text for part, text in parts.items() if part not in _LEFT_OUT}
    for part, element in _NAMED_IN.items():
        lean[part] = re.sub(rf'<{element} [^>]*/(?:{left_out})"[^>]*>', "", lean[part])
    return {**lean, **{part: re.sub(needless, "", lean[part]) for part, needless in _NEEDLESS.items()}}


def _ending(xml: str, last: int) -> str:
    """Let ranges end with another row."""
    return _END.sub(lambda end: f"{end[1]}{int(end[2]) - (DAY_ROW + 1) + last}", xml)


def _serial(day: dt.date) -> int:
    days = (day - _EPOCH).days
    return days + (days > _NO_LEAP_DAY)


def _cut(text: str) -> str:
    if len(text) <= _LONGEST // 2:
        return text
    return text.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")


def _xml(text: str) -> str:
    return escape(printable(text))


def _entry(text: str) -> str:
    """Write a text that cells share; what XML cannot hold is written as spreadsheets do."""
    plain = _CONTROL.sub(lambda letter: f"_x{ord(letter[0]):04X}_", _LIKE_ESCAPED.sub(r"_x005F\1", text))
    space = ' xml:space="preserve"' if _SPACE_AROUND.search(plain) else ""
    return f"<si><t{space}>{escape(plain)}</t></si>"
