"""``progress``: a table goes out, comes back filled in, and becomes the progress file; what is wrong is told by row."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from corpus import FIXTURES, ROOT, XA_EA_KNOP

from kehoach.agenda.resultcolumns import COLUMNS
from kehoach.checks.rules import Severity, severity_of
from kehoach.commands.main import main
from kehoach.files.repository import load
from kehoach.importing.model import ImportProblem
from kehoach.importing.resulttable import read_results

PLAN = "xa-vi-du/tuyen-truyen-cchc/2025"
FILE = f"plans/{PLAN}.progress.yaml"
KEYS = [key for key, _, _ in COLUMNS]
NEW = {
    "result": "Làm được một phần",
    "date": "31/01/2025",
    "done": "Phát 3 bản tin.",
    "reason": "=Mất điện",
    "evidence": "Lịch tháng 1: https://vidu.example/lich-1\nBáo cáo quý I: 2025.evidence/bao-cao-quy-1.txt",
    "recorded": "3/2/2025",
    "by": "Văn thư xã",
    "by_unit": "Văn phòng xã Ví Dụ",
}


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A made-up repository with a plan and its recorded progress."""
    root = tmp_path / "kho"
    shutil.copytree(FIXTURES / "vi-du", root)
    shutil.copytree(ROOT / "schema", root / "schema")
    return root


def out(root: Path, form: str, *more: str) -> Path:
    path = root.parent / f"bang.{form}"
    assert main(["--root", str(root), "progress", PLAN, "--to", form, "--output", str(path), *more]) == 0
    return path


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [dict(zip(KEYS, row, strict=True)) for row in list(csv.reader(stream))[1:]]


def fill(path: Path, change: dict[int, dict[str, str]], separator: str = ",") -> Path:
    """Write cells of a CSV over, by the number of the row in the file."""
    rows = table(path)
    for number, cells in change.items():
        rows[number - 2].update(cells)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow([heading for _, heading, _ in COLUMNS])
    writer.writerows([row[key] for key in KEYS] for row in rows)
    path.write_text(text.getvalue(), encoding="utf-8-sig")
    return path


def bring_in(root: Path, path: Path, *more: str) -> int:
    return main(["--root", str(root), "progress", PLAN, "--from", str(path), *more])


def gap(path: Path) -> int:
    """The number of the row of January's broadcast, of which nothing is recorded."""
    return next(
        n for n, row in enumerate(table(path), 2) if (row["duty"], row["period"]) == ("phat-thanh", "tháng 1/2025")
    )


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_untouched_table_changes_nothing(example: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What goes out comes in as it was: every recorded result is in the table, and the file stays byte for byte."""
    before = (example / FILE).read_bytes()
    path = out(example, form)
    rows = read_results(path.read_bytes())
    assert sum(bool(row.text("result")) for row in rows) == 6
    assert bring_in(example, path) == 0
    assert "không đổi" in capsys.readouterr().out
    assert (example / FILE).read_bytes() == before


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_filled_row_becomes_a_result(example: Path, separator: str) -> None:
    """Days, evidence with digest, who recorded it; all else in the file stays, its comment too."""
    path = out(example, "csv")
    assert bring_in(example, fill(path, {gap(path): NEW}, separator)) == 0
    repository = load(example)
    assert not [problem for problem in repository.problems if severity_of(problem) is Severity.ERROR]
    progress = repository.progress[PLAN].progress
    assert len(progress.results) == 7
    [result] = progress.of("phat-thanh", "2025-01")
    assert (result.verdict, result.date, result.recorded) == ("partial", dt.date(2025, 1, 31), dt.date(2025, 2, 3))
    assert result.reason == "=Mất điện"
    assert (result.recorded_by.name, result.recorded_by.unit) == ("Văn thư xã", "van-phong-vi-du")
    assert [proof.url or proof.file for proof in result.evidence] == [
        "https://vidu.example/lich-1",
        "2025.evidence/bao-cao-quy-1.txt",
    ]
    assert (example / FILE).read_text(encoding="utf-8").count("# VÍ DỤ") == 1


def test_workbook_filled_in_excel(example: Path) -> None:
    """Days come as days, a title may stand above the heading, columns may stand in another order."""
    path = out(example, "xlsx")
    book = openpyxl.load_workbook(path)
    sheet: Any = book.active
    places = {sheet.cell(1, column).value: column for column in range(1, len(COLUMNS) + 1)}
    number = next(n for n in range(2, 40) if sheet.cell(n, places["Kỳ"]).value == "tháng 1/2025")
    filled = {"Kết quả": "đã làm xong", "Ngày có kết quả": dt.datetime(2025, 1, 31)}
    filled["Đã làm gì"] = "Phát 4_x000D_\nbản tin."  # as programs write a return, which openpyxl gives as it is
    for heading, value in {**filled, "Ngày ghi": dt.date(2025, 2, 3)}.items():
        sheet.cell(number, places[heading]).value = value
    sheet.move_range(f"A1:Q{sheet.max_row}", rows=2)
    sheet.cell(1, 1).value = "BẢNG KẾT QUẢ QUÝ I"
    book.save(path)
    assert bring_in(example, path, "--by", "Văn thư xã") == 0
    [result] = load(example).progress[PLAN].progress.of("phat-thanh", "2025-01")
    assert (result.verdict, result.date, result.done) == ("done", dt.date(2025, 1, 31), "Phát 4 bản tin.")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"result": ""}, "Chưa ghi cột “Kết quả”"),
        ({"result": "xong rồi"}, "Chọn một trong: Đã làm xong"),
        ({"date": "31/02/2025"}, "không phải ngày có thật"),
        ({"by": ""}, "Chưa ghi cột “Người ghi”"),
        ({"evidence": "ảnh chụp"}, "không đúng mẫu"),
        ({"evidence": "Ảnh: 2025.evidence/khong-co.jpg"}, "Không có tệp minh chứng"),
        ({"evidence": "Ảnh: 2025.evidence/../2025.yaml"}, "Không có tệp minh chứng"),
        ({"unit": "Phòng Ma"}, "không có trong sổ cơ quan"),
        ({"unit": "Văn phòng xã Ví Dục"}, "gần nhất là “Văn phòng xã Ví Dụ”"),
        ({"date": "31/02/2025", "result": "xong"}, "không phải ngày có thật"),
        ({"unit": "Trạm Y tế xã Ví Dụ"}, "không có"),
        ({"period": "tháng 13/2025"}, "không có trong danh sách. Ghi kỳ như bảng xuất ra, ví dụ “"),
        ({"duty": "khong-co"}, "không có việc khong-co"),
        ({"date": "", "done": ""}, "“Làm được một phần” phải ghi cột “Đã làm gì”"),
        ({"result": "một phần", "reason": ""}, "“Làm được một phần” phải ghi cột “Vì sao chưa xong”"),
        ({"duty": "phat-thanhh"}, "Gần nhất là phat-thanh."),
        ({"date": "09/02/2025"}, "sau ngày ghi"),
    ],
)
def test_refused_row_is_named_and_nothing_is_written(
    example: Path, capsys: pytest.CaptureFixture[str], cells: dict[str, str], said: str
) -> None:
    """One row that cannot be taken refuses the table; the message says which row and why."""
    before = (example / FILE).read_bytes()
    path = out(example, "csv")
    number, last = gap(path), len(table(path)) + 1
    assert number != last
    good = {
        "result": "Không còn phải làm",
        "reason": "Đã bỏ.",
        "by": "Văn thư xã",
        "recorded": "05/01/2026",
        "why": "Bỏ.",
    }
    assert bring_in(example, fill(path, {number: {**NEW, **cells}, last: good})) == 1
    error = capsys.readouterr().err
    assert f"dòng {number}:" in error and said in error
    assert f"dòng {last}:" not in error
    assert (example / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("cells", "taken"),
    [
        ({"result": "Đã xong"}, "done"),
        ({"result": "HOÀN THÀNH"}, "done"),
        ({"date": "ngày 31 tháng 1 năm 2025"}, "partial"),
    ],
)
def test_what_can_mean_one_thing_alone_is_taken(example: Path, cells: dict[str, str], taken: str) -> None:
    """A result as people call it, a day in words."""
    path = out(example, "csv")
    number = gap(path)
    row = table(path)[number - 2]
    assert bring_in(example, fill(path, {number: {**NEW, **cells}})) == 0
    [result] = [
        r for r in load(example).progress[PLAN].progress.results if r.duty == row["duty"] and r.done == NEW["done"]
    ]
    assert result.verdict == taken and result.date == dt.date(2025, 1, 31)


def test_table_on_a_later_sheet_is_found_and_a_column_that_is_missing_named(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An office puts a sheet of its own first, or renames a column."""
    path = out(example, "xlsx")
    book = openpyxl.load_workbook(path)
    [sheet] = book.worksheets
    own = book.create_sheet("Bìa", 0)
    own.cell(1, 1).value = "BẢNG KẾT QUẢ"
    book.save(path)
    assert bring_in(example, path) == 0
    heading = next(cell for cell in sheet[1] if cell.value == "Kết quả")
    heading.value = "KQ"
    book.save(path)
    assert bring_in(example, path) == 1
    assert "Dòng tiêu đề thiếu cột “Kết quả”." in capsys.readouterr().err


def test_all_that_is_wrong_with_a_row_is_told_at_once(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An officer mends a row once, not fault by fault."""
    path = out(example, "csv")
    cells = {"date": "31/02/2025", "result": "xong cả", "evidence": "ảnh chụp"}
    assert bring_in(example, fill(path, {gap(path): {**NEW, **cells}})) == 1
    error = capsys.readouterr().err
    assert error.count(f"dòng {gap(path)}:") == 3 and "có 3 chỗ" in error


def test_document_without_address_is_evidence_by_its_symbol(example: Path) -> None:
    """What an office cites is taken in as it is written; the file validates."""
    path = out(example, "csv")
    proofs = "Công văn số 15/SNV-CCHC ngày 20/01/2025\nHướng dẫn số 36-HD/TU"
    assert bring_in(example, fill(path, {gap(path): {**NEW, "evidence": proofs}})) == 0
    repository = load(example)
    assert not [problem for problem in repository.problems if severity_of(problem) is Severity.ERROR]
    [result] = repository.progress[PLAN].progress.of("phat-thanh", "2025-01")
    assert "\n".join(proof.title for proof in result.evidence) == proofs


def test_recorded_result_is_changed_only_for_a_reason(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reason becomes a revision that says what it was; the first record stays; evidence is added without one."""
    path = out(example, "csv")
    number = next(n for n, row in enumerate(table(path), 2) if row["period"] == "tháng 3/2025")
    assert bring_in(example, fill(path, {number: {"result": "Đã làm xong"}})) == 1
    assert "Lý do sửa" in capsys.readouterr().err
    why = {
        "why": "Đã phát bù.",
        "recorded": "10/04/2025",
        "by": "Văn thư xã",
        "evidence": "Lịch: https://vidu.example/3",
    }
    assert bring_in(example, fill(path, {number: why})) == 0
    [result] = load(example).progress[PLAN].progress.of("phat-thanh", "2025-03")
    assert (result.verdict, result.recorded, result.recorded_by.name) == (
        "done",
        dt.date(2025, 4, 2),
        "Công chức văn hóa",
    )
    [revision] = result.revisions
    assert (revision.was, revision.reason, revision.by.name) == ("partial", "Đã phát bù.", "Văn thư xã")
    assert revision.date == dt.date(2025, 4, 10)
    path = out(example, "csv")
    number = next(n for n, row in enumerate(table(path), 2) if row["period"] == "tháng 2/2025")
    proofs = table(path)[number - 2]["evidence"] + "\nẢnh: https://vidu.example/anh"
    assert bring_in(example, fill(path, {number: {"evidence": proofs}})) == 0
    [result] = load(example).progress[PLAN].progress.of("phat-thanh", "2025-02")
    assert len(result.evidence) == 2 and not result.revisions


def test_check_writes_nothing_and_period_narrows(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--check`` only tells; ``--period`` leaves the rows of a quarter."""
    before = (example / FILE).read_bytes()
    path = out(example, "csv", "--period", "2025-Q1")
    assert {row["period"] for row in table(path)} == {"tháng 1/2025", "tháng 2/2025", "tháng 3/2025", "quý I/2025"}
    assert bring_in(example, fill(path, {gap(path): NEW}), "--check") == 0
    assert "sẽ thêm 1" in capsys.readouterr().out
    assert (example / FILE).read_bytes() == before


def test_first_results_of_a_plan(five: Path, tmp_path: Path) -> None:
    """A plan without a progress file gets one that validates."""
    root = tmp_path / "kho"
    shutil.copytree(five, root)
    path = tmp_path / "bang.csv"
    assert main(["--root", str(root), "progress", XA_EA_KNOP, "--to", "csv", "--output", str(path)]) == 0
    done = {
        "result": "Đã làm xong",
        "date": "31/03/2026",
        "done": "Đã gửi.",
        "recorded": "01/04/2026",
        "by": "Văn thư xã",
    }
    number = next(n for n, row in enumerate(table(path), 2) if row["period"] == "quý I/2026")
    assert main(["--root", str(root), "progress", XA_EA_KNOP, "--from", str(fill(path, {number: done}))]) == 0
    assert [result.period for result in load(root).progress[XA_EA_KNOP].progress.results] == ["2026-Q1"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tiêu đề"),
        (b"PK\x03\x04broken", "Excel"),
        ("Mã việc,Kỳ\na,b".encode(), "tiêu đề"),
        ("Mã việc,Kỳ,Kết quả\n".encode("utf-16"), ""),
        (b"M\xe3 vi\xeac", "UTF-8"),
        ('Mã việc,Kỳ,Kết quả\n"a'.encode(), "CSV hỏng"),
    ],
)
def test_other_files_are_refused(data: bytes, said: str) -> None:
    """What is no table says what to do instead."""
    if not said:
        assert read_results(data) == []
        return
    with pytest.raises(ImportProblem, match=said):
        read_results(data)
