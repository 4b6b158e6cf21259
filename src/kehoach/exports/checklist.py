"""A checklist as a table: CSV and XLSX, the same bytes every time, no cell run as a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence

import xlsxwriter

from kehoach.agenda.agenda import Agenda, Scheduled, Share
from kehoach.agenda.deadlines import Deadline
from kehoach.exports.calendar import share_words
from kehoach.exports.opendata import guarded
from kehoach.meaning.parties import Party
from kehoach.model.fields import BODIES, TEXTS

COLUMNS = (
    ("Mã việc", 44),
    ("Kế hoạch", 40),
    ("Mục", 10),
    ("Loại", 12),
    ("Việc", 60),
    *((field.label, field.width) for field in BODIES),
    ("Tư cách", 30),
    ("Thời gian ghi trong bản in", 24),
    ("Lặp lại", 16),
    ("Kỳ", 20),
    ("Hạn", 12),
    ("Cách hiểu về hạn", 40),
    *((field.label, field.width) for field in TEXTS),
    ("Báo cáo về", 24),
    ("Đã xong", 10),
)
"""Column headings with their widths in characters."""

KINDS = {
    "activity": "Hoạt động",
    "assignment": "Nhiệm vụ",
    "request": "Đề nghị",
    "reporting": "Báo cáo",
}

Row = tuple[str, ...]


def plan_rows(agenda: Agenda, plan_id: str) -> list[Row]:
    """Give a plan's checklist, one row for each duty and time."""
    return [row for one in agenda.plans[plan_id] for row in _rows(agenda, one, "")]


def unit_rows(agenda: Agenda, unit_id: str) -> list[Row]:
    """Give a body's checklist across all plans."""
    return [row for share in agenda.shares(unit_id) for row in _rows(agenda, share.scheduled, _quality(share))]


def _quality(share: Share) -> str:
    return share_words(share) or "Chủ trì hoặc thực hiện"


def _rows(agenda: Agenda, scheduled: Scheduled, quality: str) -> Iterator[Row]:
    duty, schedule = scheduled.duty, scheduled.schedule
    title = agenda.fabric.plans[duty.plan_id].plan.title
    for deadline in scheduled.deadlines:
        yield (
            duty.id,
            title,
            duty.path,
            KINDS[duty.kind],
            duty.text,
            *(_names(duty.bodies(field.key)) for field in BODIES),
            quality,
            schedule.words if duty.report else duty.schedule_text or schedule.words,
            schedule.name,
            deadline.period.name,
            deadline.due.isoformat() if deadline.due else "",
            _remark(deadline),
            *(duty.words(field.key) for field in TEXTS),
            duty.report_to,
            "",
        )


def _remark(deadline: Deadline) -> str:
    early = "Có thể rơi trước ngày ban hành." if deadline.early else ""
    body = f"Chỉ đối với {deadline.body}." if deadline.body else ""
    return " ".join(filter(None, (deadline.reading, body, deadline.off, early)))


def _names(parties: Iterable[Party]) -> str:
    return "; ".join(party.words or party.unit for party in parties)


def to_csv(rows: Sequence[Row]) -> bytes:
    """Write rows as CSV in UTF-8 with a byte order mark, which Excel needs for Vietnamese."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([name for name, _ in COLUMNS])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(rows: Sequence[Row], title: str) -> bytes:
    """Write rows as a workbook of one sheet; every cell but a due day is a string, never a formula or a link."""
    out = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, safe)
    book.set_properties({"title": title, "created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "border": 1})
    sheet = book.add_worksheet("Việc cần làm")
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, bold)
    due = [name for name, _ in COLUMNS].index("Hạn")
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if column == due and cell:
                sheet.write_datetime(number, column, dt.datetime.fromisoformat(cell), day)
            else:
                sheet.write_string(number, column, cell, wrapped)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()
