"""The table of results as a spreadsheet to be filled in: XLSX with a list of results to choose from, or CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable
from functools import cache

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from kehoach.agenda.resultcolumns import COLUMNS, DAYS, RESULTS
from kehoach.agenda.resulttable import Cell, Row
from kehoach.exports.opendata import guarded
from kehoach.exports.sheetform import DAY_ROW, TEXT_ROW, SheetForm

_ASKED = 6
_SPARE = 200
"""Rows below the last in which a result can still be chosen from the list: one duty can have results of many bodies."""


def results_csv(rows: Iterable[Row]) -> bytes:
    """Write rows as CSV in UTF-8 with a byte order mark, which Excel needs for Vietnamese."""
    csv_text = io.StringIO(newline="")
    writer = csv.writer(csv_text, lineterminator="\r\n")
    writer.writerow([heading for _, heading, _ in COLUMNS])
    writer.writerows([guarded(_text(row.get(key))) for key, _, _ in COLUMNS] for row in rows)
    return csv_text.getvalue().encode("utf-8-sig")


def results_xlsx(rows: Iterable[Row], title: str, plan_id: str = "") -> bytes:
    """Write rows as a workbook of one sheet; the columns to be filled in are white, no cell is a formula.

    ``plan_id`` stays with the file as its subject, by which it is known again.
    """
    return _form().filled(([row.get(key) or "" for key, _, _ in COLUMNS] for row in rows), title, plan_id)


@cache
def _form() -> SheetForm:
    return SheetForm("Kết quả", _dress, subject=True)


def _dress(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    look = {"text_wrap": True, "valign": "top", "border": 1, "font_name": "Times New Roman", "font_size": 12}
    head = book.add_format({**look, "bold": True, "align": "center", "bg_color": "#D9E2F3"})
    formats = [
        (book.add_format({**look, **shade}), book.add_format({**look, **shade, "num_format": "dd/mm/yyyy"}))
        for shade in ({"bg_color": "#F2F2F2"}, {})
    ]
    for column, (_, heading, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, head)
    for column, (key, _, _) in enumerate(COLUMNS):
        plain, day = formats[column >= _ASKED]
        sheet.write_string(TEXT_ROW, column, "", day if key in DAYS else plain)
        sheet.write_number(DAY_ROW, column, 0, day)
    chosen = [key for key, _, _ in COLUMNS].index("result")
    choice = {"validate": "list", "source": list(RESULTS.values()), "ignore_blank": True}
    sheet.data_validation(1, chosen, DAY_ROW + _SPARE, chosen, choice)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, DAY_ROW, len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _text(cell: Cell) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else cell or ""
