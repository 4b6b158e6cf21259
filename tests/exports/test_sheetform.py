"""A workbook made from a form shows what that shows which XlsxWriter makes of the same cells."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import openpyxl
import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from kehoach.exports.sheetform import DAY_ROW, TEXT_ROW, Cell, SheetForm

HEADINGS = ("Việc", "Hạn", "Việc & <chỗ>")
SPARE = 40
DAY = dt.date(2026, 3, 31)
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("Mở lớp", DAY, "=1+2"),
    ("http://a.vn", "", ' <b>"&" '),
    ("x\x01y _x0041_ \ufffe", dt.date(1900, 2, 28), "dòng\nhai\r"),
    ("ă" * 40_000, dt.date(1900, 3, 1), "😀" * 20_000),
    ("Mở lớp", dt.date(2099, 12, 31), "Hạn"),
)


def _settings(book: xlsxwriter.Workbook, sheet: Worksheet, last: int) -> tuple[dict[str, object], ...]:
    for column, heading in enumerate(HEADINGS):
        sheet.set_column(column, column, 10 + column)
        sheet.write_string(0, column, heading)
    sheet.data_validation(1, 1, last + SPARE, 1, {"validate": "list", "source": ["a", "b"]})
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(HEADINGS) - 1)
    sheet.repeat_rows(0)
    return {"text_wrap": True}, {"num_format": "dd/mm/yyyy"}


def _form() -> SheetForm:
    def dress(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        text, day = map(book.add_format, _settings(book, sheet, DAY_ROW))
        for column in range(len(HEADINGS)):
            sheet.write_string(TEXT_ROW, column, "", text)
            sheet.write_number(DAY_ROW, column, 0, day)

    return SheetForm("Một tờ", dress, subject=True)


def _by_the_library(rows: tuple[tuple[Cell, ...], ...], title: str, subject: str) -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"title": title, "subject": subject, "created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
    sheet = book.add_worksheet("Một tờ")
    text, day = map(book.add_format, _settings(book, sheet, len(rows)))
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell, text)
            else:
                sheet.write_datetime(number, column, dt.datetime.combine(cell, dt.time()), day)
    book.close()
    return made.getvalue()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_form_with_rows_says_what_the_library_writes(count: int) -> None:
    """Hostile letters, long texts, days around the one that only spreadsheets have, and ranges that end with rows."""
    rows, names = ROWS[:count], ('Kế hoạch <1> & "2"', "xa/2026")
    made, whole = (book(rows, *names) for book in (_form().filled, _by_the_library))
    assert _seen(made) == _seen(whole)
    assert _form().filled(rows, *names) == made


def _seen(book: bytes) -> dict[str, object]:
    """What a program shows of a book: words and looks of its cells, its settings, its names."""
    read = openpyxl.load_workbook(io.BytesIO(book))
    (sheet,) = read.worksheets
    return {
        "cells": [
            (cell.coordinate, cell.value or "", cell.number_format, cell.alignment.wrap_text, cell.font.name)
            for row in sheet.iter_rows()
            for cell in row
        ],
        "size": (sheet.dimensions, sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows),
        "widths": {name: column.width for name, column in sheet.column_dimensions.items()},
        "choices": [(str(rule.sqref), rule.formula1) for rule in sheet.data_validations.dataValidation],
        "names": (sheet.title, read.properties.title, read.properties.subject),
    }


def test_what_is_left_out_changes_no_other_part() -> None:
    """A cell has no place of its own, an empty one no text; the parts that are kept as they were are the library's."""
    made, whole = (_parts(book(ROWS[:2], "Kế hoạch", "a/b")) for book in (_form().filled, _by_the_library))
    assert whole.keys() - made.keys() == {"xl/theme/theme1.xml", "docProps/app.xml"}
    assert all(len(part) <= len(whole[name]) for name, part in made.items())
    sheet = made["xl/worksheets/sheet1.xml"]
    assert "<c r=" not in sheet and re.findall(r'<row r="(\d+)"', sheet) == ["1", "2", "3"]
    assert '<c s="1"/>' in sheet and "<t></t>" not in made["xl/sharedStrings.xml"]


def _parts(book: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_what_is_left_names_only_what_is_there() -> None:
    """Each part that is named is in the file and each that is in it is named; no look is the theme's."""
    parts = _parts(_form().filled(ROWS[:2], "Kế hoạch"))
    named = re.findall(r'PartName="/([^"]+)"', parts["[Content_Types].xml"])
    assert set(named) == {name for name in parts if not name.endswith(".rels")} - {"[Content_Types].xml"}
    targets = re.findall(r'Target="([^"]+)"', parts["xl/_rels/workbook.xml.rels"])
    assert {f"xl/{target}" for target in targets} <= parts.keys()
    assert set(re.findall(r'Target="([^"]+)"', parts["_rels/.rels"])) <= parts.keys()
    assert "theme" not in parts["xl/styles.xml"]
    assert 'name val="Calibri"' in parts["xl/styles.xml"]


def test_a_form_without_rows_has_its_headings() -> None:
    """Ranges end with the heading, and what is behind the rows begins there."""
    with zipfile.ZipFile(io.BytesIO(_form().filled((), "Trống"))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r'(?:<autoFilter|<dimension) ref="(.*?)"', sheet) == ["A1:C1", "A1:C1"]
    assert f'sqref="B2:B{1 + SPARE}"' in sheet


def test_no_text_is_markup_or_a_formula() -> None:
    """A text that looks like a formatted one stays a text: XlsxWriter lets such a one through as it is."""
    hostile = "<r><t>x</t></r>"
    with zipfile.ZipFile(io.BytesIO(_form().filled([(hostile, "=1", "")], "Kế hoạch"))) as book:
        assert hostile not in book.read("xl/sharedStrings.xml").decode()
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
