"""Next year's draft: what ``new`` changes, marks and leaves alone."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest
from assembling import assemble
from corpus import PLAN_IDS, TINH_2025, XA_EA_KNOP

from kehoach.checks.rules import RULES, Severity
from kehoach.commands.main import main
from kehoach.comparison.compare import compare
from kehoach.drafting.draftnotes import blank_reference
from kehoach.drafting.nextedition import Draft, draft
from kehoach.drafting.reformwords import reform_note
from kehoach.drafting.reviewmarks import is_done, review_marks, without_done
from kehoach.drafting.years import carried, year_uses
from kehoach.files.formatting import format_text
from kehoach.files.repository import Repository, load, load_schemas
from kehoach.files.yamlfile import parse
from kehoach.meaning.fabric import Fabric, weave
from kehoach.model.fromdata import plan_from

LINE = "tinh-dak-lak/tuyen-truyen-cchc"


def made(fabric: Fabric, repository: Repository, plan_id: str, edition: str) -> Draft:
    return draft(fabric.plans[plan_id], repository.plan_files[plan_id].value, edition, repository.registry)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A repository of its own to write in."""
    return assemble(tmp_path)


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_diff_against_the_last_edition_shows_what_new_says(
    plan_id: str, fabric: Fabric, repository: Repository
) -> None:
    """The comparison of the draft with its predecessor lists exactly the printed changes that ``new`` returns."""
    line, _, edition = plan_id.rpartition("/")
    name = f"{line}/{int(edition) + 1}"
    result = made(fabric, repository, plan_id, str(int(edition) + 1))
    plan = plan_from(name, result.value)
    drafted = weave(replace(repository, plans={name: plan})).plans[name]
    comparison = compare(fabric.plans[plan_id], drafted, repository.registry)
    assert not [c for c in comparison.changes if c.status in ("added", "removed") or c.moved or c.relation != "pair"]
    shown = set()
    for change in comparison.changes:
        if change.status == "changed":
            assert change.new is not None
            shown.add((change.new.key or change.new.path).removeprefix("KH."))
    names = {"ban-hanh": "enactment"}
    said = {names.get(c.part, c.part) for c in result.changes if c.printed}
    assert shown == said


def test_draft_of_dak_lak_2026(fabric: Fabric, repository: Repository) -> None:
    """Its own year moves on; the years of cited documents and periods stay and are marked."""
    result = made(fabric, repository, TINH_2025, "2026")
    value = result.value
    assert value["title"].count("2026") == 1
    assert value["status"] == "draft"
    assert value["decision"]["issued"] == {"place": "Đắk Lắk", "date": None, "printed": "ngày tháng năm 2026"}
    assert value["decision"]["signature"]["name"] is None
    assert value["decision"]["legal_basis"] == repository.plan_files[TINH_2025].value["decision"]["legal_basis"]
    assert not {"source", "corrections", "sic", "published"} & set(value)
    said = "\n".join(text for _, text in result.to_see)
    assert "văn bản mới hơn cùng loại trong sổ: Kế hoạch số 0156/KH-UBND ngày 26/12/2025" in said
    assert "Luật số 72/2025/QH15" in said
    assert "“UBND các huyện, thị xã, thành phố”: từ 01/7/2025 không còn cấp huyện" in said
    assert "việc về cấp xã thì nay là “UBND các xã, phường, đặc khu”" in said
    assert "“UBND các xã, phường, thị trấn”: từ 01/7/2025 không còn thị trấn" in said
    assert "“Trung tâm Truyền thông - Văn hóa - Thể thao các xã" not in said
    assert [item.id for item in plan_from("a/b/2026", value).walk()] == [
        item.id for item in repository.plans[TINH_2025].walk()
    ]


def test_slips_are_kept_and_their_reading_is_proposed(fabric: Fabric, repository: Repository) -> None:
    """A slip of the last edition stays in the words; the mark proposes how it was understood."""
    result = made(fabric, repository, XA_EA_KNOP, "2027")
    notes = {place: said for place, said in result.to_see if "được hiểu là" in said}
    assert notes[("recipients", 7)] == "bản 2026 viết “VHXXH”, được hiểu là “VHXH”; nên sửa theo cách hiểu."
    assert result.value["recipients"][7] == "Lưu: VT, VHXXH."
    assert len(notes) == len(repository.plans[XA_EA_KNOP].sic)


def test_successors_of_merged_bodies_are_proposed(fabric: Fabric, repository: Repository) -> None:
    """A body that is gone on the new plan's day is named with those that took over."""
    result = made(fabric, repository, "tinh-dak-lak/tuyen-truyen-cchc/2021", "2026")
    said = [text for _, text in result.to_see if text.startswith("“Sở Thông tin và Truyền thông”")]
    assert said
    assert "Sở Khoa học và Công nghệ tỉnh Đắk Lắk; Sở Văn hóa, Thể thao và Du lịch tỉnh Đắk Lắk" in said[0]


def test_new_writes_a_formatted_file_whose_marks_validate_lists(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is canonical, has no error, and every mark is a warning until its line is deleted."""
    assert main(["--root", str(copy), "new", LINE, "2026"]) == 0
    said = capsys.readouterr().out
    assert "  2025 → 2026: Tên (quyết định); Quyết định, Điều 1; Tên; I.1.a; I.1.c; I.2.a và 6 chỗ nữa\n" in said
    assert len(said.splitlines()) <= 40
    assert said.count("“UBND các huyện, thị xã, thành phố”") == 1
    path = copy / f"plans/{LINE}/2026.yaml"
    text = path.read_text(encoding="utf-8")
    assert format_text(text, load_schemas(copy / "schema")["plan"]) == text
    capsys.readouterr()
    assert main(["--root", str(copy), "validate", "--format", "json"]) == 0
    assert capsys.readouterr().out.count('"KH320"') == len(review_marks(text)) > 20
    path.write_text("".join(row for row in text.splitlines(True) if "# CẦN XEM" not in row), encoding="utf-8")
    assert main(["--root", str(copy), "validate", "--format", "json"]) == 0
    assert "KH320" not in capsys.readouterr().out
    assert load(copy).plans[f"{LINE}/2026"].status == "draft"


@pytest.mark.parametrize(
    ("line", "edition", "message"),
    [
        (LINE, "2025", "Đã có plans/tinh-dak-lak/tuyen-truyen-cchc/2025.yaml"),
        (LINE, "2020", "chưa có kế hoạch nào trước 2020"),
        ("tinh-dak-lac/tuyen-truyen-cchc", "2026", "Có phải: tinh-dak-lak"),
        ("tinh-dak-lak/tuyen-truyen", "2026", "Không có loạt kế hoạch tuyen-truyen"),
        ("tinh-dak-lak", "2026", "không đúng mẫu"),
        (LINE, "26", "không phải năm"),
    ],
)
def test_what_cannot_be_started_is_said_and_nothing_written(
    copy: Path, capsys: pytest.CaptureFixture[str], line: str, edition: str, message: str
) -> None:
    """A wrong argument gives a Vietnamese message and exit 1."""
    before = sorted(copy.rglob("*"))
    assert main(["--root", str(copy), "new", line, edition]) == 1
    assert message in capsys.readouterr().err
    assert sorted(copy.rglob("*")) == before


def test_marks_vanish_when_their_matter_is_done(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A filled blank and words that are gone are no longer told; fmt takes their marks out and no others."""
    assert main(["--root", str(copy), "new", LINE, "2026"]) == 0
    path = copy / f"plans/{LINE}/2026.yaml"
    text = path.read_text(encoding="utf-8")
    assert without_done(text, parse(text.encode(), "x").value) == text
    marks = len(review_marks(text))
    changed = text.replace("number: null", 'number: "12"', 1).replace("- Căn cứ Luật Tổ chức", "- Căn cứ Bộ Luật")
    path.write_text(changed, encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(copy), "validate", "--format", "json"]) == 0
    assert capsys.readouterr().out.count('"KH320"') == marks - 2
    assert main(["--root", str(copy), "fmt", str(path)]) == 0
    after = path.read_text(encoding="utf-8")
    assert len(review_marks(after)) == marks - 2
    assert "điền số khi văn bản được cấp số" not in after and "điền họ tên người ký" in after


@pytest.mark.parametrize(
    ("mark", "before", "after"),
    [
        (
            "điền số và ngày của quyết định khi ban hành.",
            "số /QĐ-UBND ngày tháng năm 2026 của",
            "số 6/QĐ-UBND ngày 1/3/2026 của",
        ),
        (
            "điền số và ngày của quyết định khi ban hành.",
            "số 6/QĐ-UBND ngày /3/2026 của",
            "số 6/QĐ-UBND ngày 12 tháng 3 năm 2026",
        ),
        ("ký hiệu “QĐ-UBND” là của UBND tỉnh; ghi ký hiệu của Sở.", "QĐ-UBND", "QĐ-SNV"),
        ("“xã Ea Knốp” là của kế hoạch gốc; xem lại cho UBND xã Ea Kar.", "tại xã Ea Knốp", "tại xã Ea Kar"),
    ],
)
def test_mark_of_a_head_is_done_once_its_words_are_written(mark: str, before: str, after: str) -> None:
    """Half a decision's number and day is not yet all; words of another body that are gone are."""
    assert (is_done(mark, before), is_done(mark, after)) == (False, True)


def test_first_plan_from_that_of_another_body(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Issuer and ids are its own, the other's head and links go, and what only the other knows is marked."""
    line = "so-noi-vu-dak-lak/tuyen-truyen-cchc"
    assert main(["--root", str(copy), "new", line, "2026", "--from", TINH_2025]) == 0
    said = capsys.readouterr().out
    assert "ghi tên, địa bàn của Sở Nội vụ" in said
    assert "“tỉnh Đắk Lắk” là của kế hoạch gốc" not in said
    # Its province's plan has its head in the decision that issues it.
    assert "ghi ký hiệu của Sở Nội vụ tỉnh Đắk Lắk (ký hiệu)" in said
    assert "ghi người ban hành của Sở Nội vụ tỉnh Đắk Lắk (người ban hành)" in said
    assert "ghi nơi nhận của Sở Nội vụ tỉnh Đắk Lắk (nơi nhận)" in said
    plan = load(copy).plans[f"{line}/2026"]
    assert (plan.issuer, plan.status, plan.header) == ("so-noi-vu-dak-lak", "draft", ())
    assert main(["--root", str(copy), "new", "xa-ea-knop/tuyen-truyen-cchc", "2027", "--from", TINH_2025]) == 1
    assert "bỏ --from" in capsys.readouterr().err


def test_first_plan_of_another_series(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The words are those of the series that it was made from: its name is to be looked at."""
    registry = copy / "plans/registry/series.yaml"
    entry = "  - id: chuyen-doi-so\n    name: Chuyển đổi số\n    source: Kế hoạch đầu tiên\n    certainty: certain\n"
    registry.write_text(registry.read_text(encoding="utf-8") + entry, encoding="utf-8")
    line = "xa-ea-knop/chuyen-doi-so"
    assert main(["--root", str(copy), "new", line, "2027", "--from", "xa-ea-knop/tuyen-truyen-cchc/2026"]) == 0
    assert "nội dung của loạt “Chuyển đổi số” (tên)" in capsys.readouterr().out
    assert "của loạt “Chuyển đổi số”" in (copy / f"plans/{line}/2027.yaml").read_text(encoding="utf-8")


def test_newer_edition_that_is_broken_is_not_skipped(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the edition before it a draft would lose a year's work."""
    (copy / f"plans/{LINE}/2025.yaml").write_text("title: [", encoding="utf-8")
    assert main(["--root", str(copy), "new", LINE, "2026"]) == 1
    assert f"plans/{LINE}/2025.yaml, đang có lỗi" in capsys.readouterr().err
    assert not (copy / f"plans/{LINE}/2026.yaml").exists()


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("UBND các xã, phường, thị trấn", "“UBND các xã, phường, đặc khu”"),
        ("Chủ tịch UBND các huyện, thị xã, thành phố", "“Chủ tịch UBND các xã, phường, đặc khu”"),
        ("UBND cấp huyện", "“UBND cấp xã”"),
        ("Phòng Nội vụ các huyện, thị xã, thành phố", "ghi cơ quan nay làm việc này"),
        ("UBND thành phố", ""),
        ("các sở, ban, ngành", ""),
    ],
)
def test_words_of_levels_that_ended(words: str, now: str) -> None:
    """From 01/7/2025 on, never before; a city of the centre is none of them."""
    said = reform_note(words, dt.date(2026, 1, 1))
    assert now in said and bool(now) == bool(said)
    assert reform_note(words, dt.date(2025, 6, 30)) == ""


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("Tuyên truyền CCHC năm 2025 của tỉnh", ["own"]),
        ("giai đoạn 2021-2025, giai đoạn 2025 - 2030", ["period", "period"]),
        ("từ năm 2021 đến năm 2025", ["period"]),
        ("trong tháng 6 năm 2025, ngày 17/6/2025, quý IV/2025", ["date", "date", "date"]),
        ("Đề án “dịch vụ công đến năm 2025”", ["quotation"]),
        ("Nghị quyết 12025 và 20251", []),
    ],
)
def test_uses_of_a_year(text: str, uses: list[str]) -> None:
    """Only a year that stands free after "năm" is the plan's own."""
    assert [use.use for use in year_uses(text, 2025)] == uses


def test_year_in_the_subject_of_a_citation_stays() -> None:
    """The clause that a citation opens names the cited document's year; the next clause is the plan's again."""
    text = "Thực hiện Kế hoạch số 4/KH-UBND về CCHC (đợt 1) năm 2025; Sở ban hành Kế hoạch năm 2025:"
    start = text.index("Kế hoạch số")
    assert carried(text, 2025, 2026, [(start, start + 23)]).endswith("năm 2025; Sở ban hành Kế hoạch năm 2026:")


@pytest.mark.parametrize("date", ["số 12/QĐ-UBND ngày 05/3/2025", "số /QĐ-UBND ngày tháng 3 năm 2025"])
def test_reference_to_the_decision_is_blanked(date: str) -> None:
    """Number and date go, the words around them stay."""
    blank = "(Kèm theo Quyết định số /QĐ-UBND ngày tháng năm 2026 của UBND tỉnh)"
    assert blank_reference(f"(Kèm theo Quyết định {date} của UBND tỉnh)", 2026) == blank


def test_severity_of_marks_is_a_warning() -> None:
    """A mark never makes ``validate`` fail."""
    assert RULES["KH320"].severity is Severity.WARNING


def test_what_a_mark_says_is_said_once(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rules for ended bodies and past documents are silent where a mark says it, and speak when it is taken out."""
    assert main(["--root", str(copy), "new", LINE, "2026"]) == 0
    path = copy / "plans" / f"{LINE}/2026.yaml"

    def told() -> list[str]:
        capsys.readouterr()
        assert main(["--root", str(copy), "validate", f"{LINE}/2026", "--format", "json"]) == 0
        said = json.loads(capsys.readouterr().out)["problems"]
        return [one["message"] for one in said if one["code"] in ("KH404", "KH407")]

    assert told() == []
    rows = path.read_text("utf-8").splitlines(True)
    path.write_text("".join(row for row in rows if "# CẦN XEM: “UBND cấp huyện”" not in row), encoding="utf-8")
    [said] = told()
    assert said.startswith("“UBND cấp huyện”: sổ cơ quan ghi") and said.endswith("chỉ có đến 30/6/2025.")
