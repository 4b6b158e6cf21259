"""A checklist as a table: CSV and XLSX, the same bytes every time, no cell run as a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from kehoach.agenda.agenda import Agenda, Share
from kehoach.agenda.deadlines import Deadline
from kehoach.agenda.timetable import Scheduled
from kehoach.exports.calendar import Link, share_words
from kehoach.exports.opendata import guarded
from kehoach.exports.sheetform import DAY_ROW, TEXT_ROW, Cell, SheetForm
from kehoach.meaning.duty import Duty
from kehoach.meaning.parties import Party
from kehoach.model.fields import BODIES, TEXTS
from kehoach.wording.pathnames import path_name

_LEAD, *_OTHERS = BODIES
COLUMNS = (
    ("Chỗ in", 28),
    ("Việc", 60),
    (_LEAD.label, _LEAD.width),
    ("Thời gian ghi trong bản in", 24),
    ("Kỳ", 20),
    ("Hạn", 12),
    ("Liên kết", 30),
    ("Tình trạng", 18),
    ("Đã xong", 10),
    *((field.label, field.width) for field in _OTHERS),
    ("Tư cách", 30),
    ("Lặp lại", 16),
    ("Cách hiểu về hạn", 40),
    *((field.label, field.width) for field in TEXTS),
    ("Báo cáo về", 24),
    ("Loại", 12),
    ("Kế hoạch", 40),
    ("Mục", 10),
    ("Mã việc", 44),
)
"""Column headings with their widths in characters: what a person looks for first, what a program needs last."""

KINDS = {
    "activity": "Hoạt động",
    "assignment": "Nhiệm vụ",
    "request": "Đề nghị",
    "reporting": "Báo cáo",
}

Row = tuple[str, ...]


@dataclass(frozen=True)
class ChecklistExtras:
    """What a table says beside the plans: ``link`` gives a duty's address, ``state`` what is recorded of a time."""

    link: Link | None = None
    state: Callable[[Deadline], str] | None = None


NOTHING_AROUND = ChecklistExtras()


def plan_rows(agenda: Agenda, plan_id: str, around: ChecklistExtras = NOTHING_AROUND) -> list[Row]:
    """Give a plan's checklist, one row for each duty and time."""
    return [row for scheduled in agenda.plans[plan_id] for row in _rows(agenda, scheduled, "", around)]


def unit_rows(agenda: Agenda, unit_id: str, around: ChecklistExtras = NOTHING_AROUND) -> list[Row]:
    """Give a body's checklist across all plans, the latest year first."""
    shares = sorted(agenda.shares(unit_id), key=lambda share: -_year(agenda, share))
    return [row for share in shares for row in _rows(agenda, share.scheduled, _quality(share), around)]


def _year(agenda: Agenda, share: Share) -> int:
    return agenda.fabric.outlines[share.scheduled.duty.plan_id].head.year


def _quality(share: Share) -> str:
    return share_words(share) or "Chủ trì hoặc thực hiện"


def _rows(agenda: Agenda, scheduled: Scheduled, quality: str, around: ChecklistExtras) -> Iterator[Row]:
    duty, schedule = scheduled.duty, scheduled.schedule
    for deadline in scheduled.deadlines:
        yield (
            _place(agenda, duty),
            duty.text,
            _names(duty.bodies(_LEAD.key)),
            schedule.words if duty.report else duty.schedule_text or schedule.words,
            deadline.period.name,
            deadline.due.isoformat() if deadline.due else "",
            around.link(duty) if around.link else "",
            around.state(deadline) if around.state else "",
            "",
            *(_names(duty.bodies(field.key)) for field in _OTHERS),
            quality,
            schedule.name,
            _remark(deadline),
            *(duty.words(field.key) for field in TEXTS),
            duty.report_to,
            KINDS[duty.kind],
            agenda.fabric.outlines[duty.plan_id].head.title,
            duty.path,
            duty.id,
        )


def _place(agenda: Agenda, duty: Duty) -> str:
    """Say where a duty is printed: whose plan, of which year, under which number."""
    plan = agenda.fabric.outlines[duty.plan_id].head
    unit = agenda.fabric.registry.units.get(plan.issuer)
    name = (unit.full_names[0] if unit.full_names else unit.name) if unit else plan.issuer
    return f"{name} {plan.edition}, {path_name(duty.path)}"


def _remark(deadline: Deadline) -> str:
    early = "Có thể rơi trước ngày ban hành." if deadline.early else ""
    body = f"Chỉ đối với {deadline.body}." if deadline.body else ""
    condition = f"Bản in kèm: “{deadline.condition}”." if deadline.condition else ""
    return " ".join(filter(None, (deadline.reading, condition, body, deadline.off, early)))


def _names(parties: Iterable[Party]) -> str:
    return "; ".join(party.words or party.unit for party in parties)


def to_csv(rows: Sequence[Row]) -> bytes:
    """Write rows as CSV in UTF-8 with a byte order mark, which Excel needs for Vietnamese."""
    csv_text = io.StringIO(newline="")
    writer = csv.writer(csv_text, lineterminator="\r\n")
    writer.writerow([name for name, _ in COLUMNS])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return csv_text.getvalue().encode("utf-8-sig")


def to_xlsx(rows: Sequence[Row], title: str) -> bytes:
    """Write rows as a workbook of one sheet; every cell but a due day is a string, never a formula or a link."""
    due = [name for name, _ in COLUMNS].index("Hạn")
    return _form().filled(([*row[:due], _day(row[due]), *row[due + 1 :]] for row in rows), title)


def _day(text: str) -> Cell:
    return dt.date.fromisoformat(text) if text else ""


@cache
def _form() -> SheetForm:
    return SheetForm("Việc cần làm", _dress)


def _dress(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "border": 1})
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, bold)
    for column in range(len(COLUMNS)):
        sheet.write_string(TEXT_ROW, column, "", wrapped)
        sheet.write_number(DAY_ROW, column, 0, day)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, DAY_ROW, len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
