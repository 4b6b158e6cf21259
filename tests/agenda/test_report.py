"""The periodic report: what the plan asks for, filled from what is recorded, as Markdown and DOCX."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
from pathlib import Path

import docx
import pytest
from corpus import FIXTURES, HUYEN_DONG_XUAN, ROOT, SO_XAY_DUNG, TINH_2025, XA_EA_KNOP
from docx.oxml.ns import qn

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.periodicreport import (
    EXAMPLE,
    HEADINGS,
    NOT_RECORDED,
    PeriodicReport,
    UnknownPeriod,
    make_report,
)
from kehoach.commands.main import main
from kehoach.exports.reportfiles import as_docx, as_markdown
from kehoach.files.repository import Repository, load
from kehoach.meaning.fabric import Fabric, weave
from kehoach.model.progress import Progress, Proof, Recorder, Result
from kehoach.model.registry import Registry

PERIOD, RESULT = map(HEADINGS.index, ("Kỳ", "Kết quả"))
_EXAMPLE_PLAN = "xa-vi-du/tuyen-truyen-cchc/2025"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A made-up repository with a plan and its recorded progress."""
    root = tmp_path / "kho"
    shutil.copytree(FIXTURES / "vi-du", root)
    shutil.copytree(ROOT / "schema", root / "schema")
    return root


@pytest.fixture
def made(example: Path) -> PeriodicReport:
    """The example's report on its first quarter."""
    repository = load(example)
    return make_report(Agenda(weave(repository)), _EXAMPLE_PLAN, "2025-Q1", repository.progress[_EXAMPLE_PLAN].progress)


def test_report_says_what_the_plan_asks_for(fabric: Fabric) -> None:
    """Who reports to whom by when stands first, with the printed words and the reading."""
    order = make_report(Agenda(fabric), XA_EA_KNOP, "2026-Q3", None).orders[0]
    assert "UBND xã (qua phòng Văn hóa - Xã hội)" in order
    assert "chậm nhất 10/9/2026" in order
    assert "chậm nhất vào ngày 10 của kỳ báo cáo" in order
    assert "hiểu là tháng cuối" in order


def test_report_without_results_says_not_recorded(fabric: Fabric) -> None:
    """Nothing is made up: every row says that nothing is recorded, and what that does not mean."""
    made = make_report(Agenda(fabric), XA_EA_KNOP, "2026-Q3", None)
    assert len(made.rows) == 4
    assert {row[RESULT] for row in made.rows} == {NOT_RECORDED}
    assert "không có nghĩa là việc không được làm" in made.remarks[-1]


def test_report_has_what_was_reached_of_the_year(fabric: Fabric) -> None:
    """A result recorded for the whole year stands in the report on the quarter of its day, and in no other."""
    agenda = Agenda(fabric)
    yearly = agenda.plans[XA_EA_KNOP][0].duty
    result = Result(
        yearly.id.rpartition("#")[2],
        "2026",
        "partial",
        dt.date(2026, 3, 31),
        Recorder("Văn thư xã"),
        date=dt.date(2026, 3, 20),
        done="Đã làm ở 3 buôn.",
        evidence=(Proof("Báo cáo số 15/BC-UBND"),),
    )
    progress = Progress(XA_EA_KNOP, (result,))
    first, second = (make_report(agenda, XA_EA_KNOP, key, progress) for key in ("2026-Q1", "2026-Q2"))
    assert [row[PERIOD] for row in first.rows if row[RESULT] == "Làm được một phần"] == ["năm 2026"]
    assert any("Minh chứng: Báo cáo số 15/BC-UBND." in words for part in first.sections for words in part.entries)
    assert {row[RESULT] for row in second.rows} == {NOT_RECORDED}


def test_report_collects_the_shorter_periods(made: PeriodicReport) -> None:
    """A quarter's report has its months, the quarter's own results, and gaps where nothing is recorded."""
    assert [(row[PERIOD], row[RESULT]) for row in made.rows] == [
        ("tháng 1/2025", NOT_RECORDED),
        ("tháng 2/2025", "Đã làm xong"),
        ("tháng 3/2025", "Làm được một phần"),
        ("quý I/2025", "Đã làm xong"),
        ("quý I/2025", "Đã làm xong"),
    ]
    assert made.rows[4][2] == "Phòng Văn hóa xã Ví Dụ"
    assert made.orders[0] == EXAMPLE


@pytest.mark.parametrize("plan_id", [TINH_2025, SO_XAY_DUNG, HUYEN_DONG_XUAN])
def test_report_for_a_period_that_is_not_ordered_says_so(fabric: Fabric, plan_id: str) -> None:
    """Where the plan does not ask for this report, the report says it."""
    order = make_report(Agenda(fabric), plan_id, "2025-H2", None).orders[0]
    assert "không quy định" in order or "không nói kỳ nào" in order


@pytest.mark.parametrize("key", ["2026-Q5", "2025-Q3", "quý 3", ""])
def test_unknown_period_lists_those_that_the_plan_has(fabric: Fabric, key: str) -> None:
    """The message names the plan's own periods."""
    with pytest.raises(UnknownPeriod, match="2026-Q1, 2026-H1, 2026-Q2"):
        make_report(Agenda(fabric), XA_EA_KNOP, key, None)


def test_markdown_has_one_table_row_for_each_result(made: PeriodicReport) -> None:
    """The table is well formed: every line has the same number of cells."""
    lines = [line for line in as_markdown(made).split("\n") if line.startswith("|")]
    assert len(lines) == 2 + len(made.rows)
    assert {line.count("|") for line in lines} == {len(HEADINGS) + 1}


def test_markdown_escapes_what_people_wrote() -> None:
    """A recorded text cannot bring in markup, a link or a table cell."""
    row = ("1", "a|b", "<script>", "[x](javascript:1)", "*đậm*", "dòng\n| 2 |", "`", "#")
    text = as_markdown(PeriodicReport("T", (), (), (row,)))
    line = text.split("\n")[-2]
    assert "\\<script\\>" in line and "\\[x\\](javascript:1)" in line and "a\\|b" in line
    assert text.count("\n") == 6


def test_docx_holds_the_same_table(made: PeriodicReport) -> None:
    """The document's table has every cell, and every heading but those of columns that say nothing."""
    table = docx.Document(io.BytesIO(as_docx(made, Registry()))).tables[-1]
    columns = [tuple(cell.text for cell in column.cells) for column in table.columns]
    whole = list(zip(HEADINGS, *made.rows, strict=True))
    assert columns == [column for column in whole if any(column[1:])]
    assert "Kết quả" in {column[0] for column in columns} and len(columns) < len(whole)


def texts(made: PeriodicReport, repository: Repository) -> list[str]:
    """All words of the document in order, those of the blocks side by side too."""
    body = docx.Document(io.BytesIO(as_docx(made, repository.registry))).element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def test_docx_has_the_frame_of_an_official_report(made: PeriodicReport, example: Path) -> None:
    """National name, body, blank number and day, addressee, recipients, the signer's office without a name."""
    found = texts(made, load(example))
    wanted = [
        "XÃ VÍ DỤ",
        "Số:          /BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BÁO CÁO",
        "Nơi nhận:",
        "- Như trên;",
        "CHỦ TỊCH",
        "PHỤ LỤC",
    ]
    places = [found.index(words) for words in wanted]
    assert places == sorted(places)
    assert any(words.startswith("Kính gửi: ") for words in found)
    assert any(re.search(r"ngày\s+tháng\s+năm\s*\Z", words) for words in found)
    assert EXAMPLE in found


def test_text_stands_in_the_order_of_the_plan(fabric: Fabric, repository: Repository) -> None:
    """One section for each part of the plan that orders something, in its order, then the totals."""
    made = make_report(Agenda(fabric), TINH_2025, "2025", None)
    headings = [words for words in texts(made, repository) if re.match(r"[IVX]+\. ", words)]
    assert headings == [
        "I. QUYẾT ĐỊNH",
        "II. CÁC HOẠT ĐỘNG TUYÊN TRUYỀN CCHC TRỌNG ĐIỂM",
        "III. TỔ CHỨC THỰC HIỆN",
        "IV. TỔNG HỢP",
    ]
    assert made.totals == (f"{len(made.rows)} chưa ghi kết quả",)


def test_what_is_put_off_says_until_when(example: Path) -> None:
    """The new day stands in the text, under what is still open, and in a column of its own; results have their day."""
    repository = load(example)
    agenda = Agenda(weave(repository))
    made = make_report(agenda, _EXAMPLE_PLAN, "2025-Q2", repository.progress[_EXAMPLE_PLAN].progress)
    [row] = [row for row in made.rows if row[RESULT] == "Chuyển sang sau"]
    assert row[HEADINGS.index("Chuyển đến ngày")] == "15/8/2025"
    assert any("chuyển đến ngày 15/8/2025: Trùng thời gian" in words for words in made.open)
    assert any("Chuyển đến ngày 15/8/2025." in words for words in texts(made, repository))
    quarter = make_report(agenda, _EXAMPLE_PLAN, "2025-Q1", repository.progress[_EXAMPLE_PLAN].progress)
    assert any("đã làm xong ngày 26/02/2025. Phát 4 bản tin" in words for words in quarter.sections[0].entries)
    assert quarter.totals == ("3 đã làm xong", "1 làm được một phần", "1 chưa ghi kết quả")


def test_a_duty_is_named_once_with_its_periods(fabric: Fabric) -> None:
    """The year's report: quarters in one paragraph, what is not done with its period, the year said once."""
    agenda = Agenda(fabric)
    duty = agenda.plans[XA_EA_KNOP][0].duty
    results = tuple(
        Result(
            duty.id.rpartition("#")[2],
            f"2026-Q{quarter}",
            "partial",
            dt.date(2026, 3 * quarter + 1, 2),
            Recorder("Văn thư xã"),
            date=dt.date(2026, 3 * quarter, 30),
            done=f"Phát {quarter} bản tin",
            reason="Thiếu người",
        )
        for quarter in (1, 2)
    )
    report = make_report(agenda, XA_EA_KNOP, "2026", Progress(XA_EA_KNOP, results=results))
    [words] = [words for section in report.sections for words in section.entries if "bản tin" in words]
    assert words.count(duty.title) == 1
    assert words.endswith(
        "Quý I/2026: làm được một phần ngày 30/3/2026. Phát 1 bản tin. Thiếu người. "
        "Quý II/2026: làm được một phần ngày 30/6/2026. Phát 2 bản tin. Thiếu người. Năm 2026: chưa ghi kết quả."
    )
    periods = re.findall(r"\), (quý \w+/2026): làm", "\n".join(report.open))
    assert periods == ["quý I/2026", "quý II/2026"]
    assert report.title.endswith("đại chúng, năm 2026")


def test_table_is_as_wide_as_its_page(made: PeriodicReport) -> None:
    """The appendix lies across; its columns together take the width between the margins, the heading is repeated."""
    document = docx.Document(io.BytesIO(as_docx(made, Registry())))
    section, table = document.sections[-1], document.tables[-1]
    width = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    assert section.page_width and section.page_height and section.page_width > section.page_height
    assert abs(sum(int(cell.width or 0) for cell in table.rows[0].cells) - width) < width / 100
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def test_pages_across_have_their_number_in_the_middle(made: PeriodicReport) -> None:
    """What tabs place in the head stands by the width of the pages it is on: the middle for the number, the edge."""
    document = docx.Document(io.BytesIO(as_docx(made, Registry())))
    for section in document.sections:
        assert section.page_width and section.left_margin and section.right_margin
        width = section.page_width - section.left_margin - section.right_margin
        stops = [stop.position for stop in section.header.paragraphs[0].paragraph_format.tab_stops]
        assert len(stops) == 2
        assert all(abs(stop - place) < 2000 for stop, place in zip(stops, (width // 2, width), strict=True))


def test_docx_is_the_same_every_time(made: PeriodicReport) -> None:
    """No clock in the file."""
    assert as_docx(made, Registry()) == as_docx(made, Registry())


def test_docx_takes_control_characters() -> None:
    """What XML cannot hold is left out, not an error."""
    made = PeriodicReport("T", ("a\x00b",), (), (("\x07",) * len(HEADINGS),))
    assert "Kế hoạch yêu cầu: ab" in [p.text for p in docx.Document(io.BytesIO(as_docx(made, Registry()))).paragraphs]


def test_command_prints_the_report(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``kehoach report`` prints Markdown."""
    assert main(["--root", str(example), "report", _EXAMPLE_PLAN, "--period", "2025-Q1"]) == 0
    assert capsys.readouterr().out.startswith("# Báo cáo kết quả thực hiện Kế hoạch")


def test_command_writes_a_docx(example: Path, tmp_path: Path) -> None:
    """``--to docx --output`` writes a document."""
    out = tmp_path / "bao-cao.docx"
    arguments = ["report", _EXAMPLE_PLAN, "--period", "2025-Q1", "--to", "docx", "--output", str(out)]
    assert main(["--root", str(example), *arguments]) == 0
    assert docx.Document(str(out)).tables


@pytest.mark.parametrize(
    ("plan", "period", "said"),
    [("xa-vi-du/tuyen-truyen-cchc/2099", "2025-Q1", "Không có kế hoạch"), (_EXAMPLE_PLAN, "2025-Q9", "không có kỳ")],
)
def test_command_refuses_in_vietnamese(
    example: Path, capsys: pytest.CaptureFixture[str], plan: str, period: str, said: str
) -> None:
    """An unknown plan or period gives status 1 and a Vietnamese sentence."""
    assert main(["--root", str(example), "report", plan, "--period", period]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("form", "start"), [("ics", b"BEGIN:VCALENDAR"), ("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")])
def test_command_exports_the_duties(example: Path, tmp_path: Path, form: str, start: bytes) -> None:
    """``kehoach export`` writes the calendar and the tables."""
    out = tmp_path / f"viec.{form}"
    assert main(["--root", str(example), "export", _EXAMPLE_PLAN, "--to", form, "--output", str(out)]) == 0
    assert out.read_bytes().startswith(start)
