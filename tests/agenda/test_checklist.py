"""Checklists by body and month, and their tables."""

from __future__ import annotations

import csv
import datetime as dt
import io

import openpyxl
import pytest
from corpus import HUYEN_DONG_XUAN, PLAN_IDS, SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP
from hostileduty import with_duty

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.checklist import ALL_YEAR, NOBODY, plan_checklist
from kehoach.exports.checklist import COLUMNS, plan_rows, to_csv, to_xlsx, unit_rows
from kehoach.meaning.duty import Duty, Value
from kehoach.meaning.fabric import Fabric
from kehoach.model.frozen import FrozenMap


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_every_duty_stands_under_a_body_and_a_month(fabric: Fabric, plan_id: str) -> None:
    """Both orders of a checklist hold all duties."""
    made = plan_checklist(Agenda(fabric), plan_id)
    ids = {duty.id for duty in fabric.plans[plan_id].duties}
    for groups in (made.by_body, made.by_month):
        assert {entry.scheduled.duty.id for group in groups for entry in group.entries} == ids
        assert len({group.key for group in groups}) == len(groups)
    assert made.size == len(ids)


def test_every_time_stands_once_by_month(fabric: Fabric) -> None:
    """Grouped by month, each deadline has one place."""
    made = plan_checklist(Agenda(fabric), HUYEN_DONG_XUAN)
    keys = [d.key for group in made.by_month for entry in group.entries for d in entry.deadlines]
    assert len(keys) == len(set(keys))
    assert made.by_month[0].key == ALL_YEAR
    assert [g.key for g in made.by_month if g.key.startswith("2025")] == [f"2025-{m:02d}" for m in range(2, 7)]


def test_duties_without_a_body_come_last(fabric: Fabric) -> None:
    """What names nobody has its own group at the end."""
    groups = plan_checklist(Agenda(fabric), SO_XAY_DUNG).by_body
    assert groups[-1].key == NOBODY
    assert len(groups[-1].entries) == 3


def test_department_sees_what_it_owes_as_member(fabric: Fabric) -> None:
    """Sở Xây dựng is named nowhere in the province's plan of 2025, and has the duties of its groups."""
    shares = [s for s in Agenda(fabric).shares("so-xay-dung-dak-lak") if s.scheduled.duty.plan_id == TINH_2025]
    groups = {share.group.id for share in shares if share.group}
    assert {"cac-so-ban-nganh-dak-lak", "thu-truong-cac-so-ban-nganh-dak-lak"} <= groups
    assert all(share.group for share in shares)


def test_member_only_while_it_existed(fabric: Fabric) -> None:
    """The dissolved Sở Thông tin và Truyền thông owes nothing under a plan issued after its end."""
    shares = Agenda(fabric).shares("so-thong-tin-va-truyen-thong-dak-lak")
    assert {share.scheduled.duty.plan_id for share in shares if share.group} == {TINH_2021}


def test_successor_inherits_and_says_so(fabric: Fabric) -> None:
    """Sở Khoa học và Công nghệ has the duties that Sở Thông tin và Truyền thông was named for."""
    shares = Agenda(fabric).shares("so-khoa-hoc-va-cong-nghe-dak-lak")
    inherited = [share for share in shares if share.from_unit]
    assert {share.from_unit.id for share in inherited if share.from_unit} == {"so-thong-tin-va-truyen-thong-dak-lak"}
    assert f"{TINH_2021}#cong-thong-tin-dien-tu-tinh" in {share.scheduled.duty.id for share in inherited}
    assert all(share.succession and share.succession.date == dt.date(2025, 3, 1) for share in inherited)
    assert len({share.scheduled.duty.id for share in shares}) == len(shares)


def test_csv_reads_back(fabric: Fabric) -> None:
    """One row for each duty and time, headings first, in UTF-8 with the mark that Excel needs."""
    agenda = Agenda(fabric)
    data = to_csv(plan_rows(agenda, XA_EA_KNOP))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert list(rows[0]) == [name for name, _ in COLUMNS]
    assert len(rows) == sum(len(one.deadlines) for one in agenda.plans[XA_EA_KNOP])
    assert [row["Hạn"] for row in rows if row["Kỳ"] == "quý III/2026" and row["Hạn"]] == ["2026-09-10"]


def _hostile(fabric: Fabric) -> Agenda:
    words = '=HYPERLINK("https://vidu.example")'
    fields = FrozenMap.of({"schedule": Value("+1+cmd|' /C calc'!A0"), "output": Value("@SUM(A1)")})
    duty = Duty(
        f"{XA_EA_KNOP}#x",
        XA_EA_KNOP,
        "assignment",
        "-1",
        "x",
        words,
        words,
        fields=fields,
    )
    return Agenda(with_duty(fabric, duty))


def test_csv_runs_no_formula(fabric: Fabric) -> None:
    """A cell that begins like a formula is disarmed."""
    text = to_csv(plan_rows(_hostile(fabric), XA_EA_KNOP)).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells)
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_xlsx_holds_no_formula_and_no_link(fabric: Fabric) -> None:
    """In the workbook the same words are plain text."""
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(plan_rows(_hostile(fabric), XA_EA_KNOP), "Kế hoạch")))
    cells = [cell for row in book.worksheets[0].iter_rows(min_row=2) for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_xlsx_has_real_dates_and_the_same_bytes(fabric: Fabric) -> None:
    """Due days can be sorted and filtered; the file is the same every time."""
    rows = plan_rows(Agenda(fabric), HUYEN_DONG_XUAN)
    data = to_xlsx(rows, "Kế hoạch")
    assert data == to_xlsx(rows, "Kế hoạch")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    column = [name for name, _ in COLUMNS].index("Hạn") + 1
    days = [sheet.cell(row, column).value for row in range(2, sheet.max_row + 1)]
    assert dt.datetime(2025, 3, 16) in days
    assert sheet.max_row == len(rows) + 1


def test_body_table_says_in_what_quality(fabric: Fabric) -> None:
    """A body's table tells its own duties from those of groups and predecessors."""
    quality = [name for name, _ in COLUMNS].index("Tư cách")
    said = {
        row[quality].split(":")[0].split(" (")[0]
        for row in unit_rows(Agenda(fabric), "so-khoa-hoc-va-cong-nghe-dak-lak")
    }
    assert "Chủ trì hoặc thực hiện" in said
    assert "Là thành viên của nhóm" in said
    assert any(words.startswith("Kế thừa từ") for words in said)
