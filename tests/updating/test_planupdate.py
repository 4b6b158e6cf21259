"""The Word file of a plan edited as people edit it, and brought back: exactly the edit, or a refusal."""

from __future__ import annotations

import copy
import dataclasses
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from assembling import BUILT, assemble
from corpus import PLAN_IDS, ROOT, TINH_2025, XA_EA_KNOP, table
from docx.oxml.ns import qn
from wordedits import changed, edited, every_id, with_new_ids

from kehoach.commands.main import main
from kehoach.drafting.reviewmarks import review_marks
from kehoach.exports.docx import official_document
from kehoach.files.formatting import write_plan
from kehoach.files.repository import Repository, load_schemas
from kehoach.files.yamlcomments import remarks
from kehoach.files.yamlfile import Loaded, parse
from kehoach.importing.model import ImportProblem
from kehoach.importing.read import read
from kehoach.meaning.fabric import Fabric, weave
from kehoach.model.fromdata import plan_from
from kehoach.updating.bringing import Update, update
from kehoach.updating.references import with_ancestry

CASES = table(Path(__file__).with_name("word-edits.cases.yaml"))
SCHEMA = load_schemas(ROOT / "schema")["plan"]


def brought_back(data: bytes, plan_id: str, repository: Repository, fabric: Fabric, accept: bool = True) -> Update:
    return update(repository, fabric, fabric.plans[plan_id], read(data, accept=accept), SCHEMA)


@cache
def exported(plan_id: str, fabric: Fabric) -> bytes:
    return official_document(fabric.plans[plan_id], fabric.registry)


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_an_untouched_document_changes_nothing(plan_id: str, repository: Repository, fabric: Fabric) -> None:
    """All five plans stay byte for byte, and nothing is said."""
    made = brought_back(exported(plan_id, fabric), plan_id, repository, fabric)
    assert made.text == repository.plan_files[plan_id].text
    assert made.report == ()


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_a_copy_for_signing_takes_nothing_back(plan_id: str, repository: Repository, fabric: Fabric) -> None:
    """Number and day, which it leaves open, stay what the file knows them to be."""
    document = official_document(fabric.plans[plan_id], fabric.registry, "signing")
    made = brought_back(document, plan_id, repository, fabric)
    plan, was = (
        plan_from(plan_id, parse(text.encode(), plan_id).value)
        for text in (made.text, repository.plan_files[plan_id].text)
    )
    assert (plan.official_number, plan.date_line) == (was.official_number, was.date_line)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_edit_in_word_is_that_edit(case: dict[str, Any], repository: Repository, fabric: Fabric) -> None:
    """The values differ by the edit alone; ids and comments stay; what has no certain place is refused."""
    before = repository.plan_files[XA_EA_KNOP]
    document = edited(exported(XA_EA_KNOP, fabric), case["do"])
    if "refused" in case:
        with pytest.raises(ImportProblem) as refusal:
            brought_back(document, XA_EA_KNOP, repository, fabric)
        assert [word for word in case["refused"] if word not in str(refusal.value)] == []
        return
    made = brought_back(document, XA_EA_KNOP, repository, fabric)
    wanted = changed(before.value, case["yaml_must_change"])
    assert with_new_ids(parse(made.text.encode(), "").value, every_id(before.value)) == wanted
    said = "\n".join(made.report)
    assert [word for word in case.get("report_must_mention", ()) if word not in said] == []
    if not case["yaml_must_change"]:
        assert made.text == before.text
    marks = [change["text"] for change in case["yaml_must_change"] if change["change"] == "review_mark"]
    assert [mark.split(" (")[0] for _, mark in review_marks(made.text)] == marks
    if case.get("rejected_is_unchanged"):
        assert brought_back(document, XA_EA_KNOP, repository, fabric, accept=False).text == before.text


POINTS: dict[str, tuple[list[dict[str, Any]], list[str]]] = {
    "taken out": ([{"op": "delete", "p": "Tăng cường sự ủng hộ"}], ["a", "c", "d"]),
    "put in": (
        [{"op": "insert_after", "p": "Tăng cường sự ủng hộ", "text": "Nêu gương."}],
        ["a", "b", "new", "c", "d"],
    ),
    "moved": ([{"op": "move", "p": "Tăng cường công tác", "before": "Đẩy mạnh, nâng cao"}], ["d", "a", "b", "c"]),
}


@pytest.mark.parametrize("edit", POINTS)
def test_points_count_again(edit: str, repository: Repository, fabric: Fabric) -> None:
    """Word does not count a) b) c) d) again: the points stand in their new order, none numbered by itself."""
    steps, order = POINTS[edit]
    before = repository.plan_files[TINH_2025].value
    named = dict(zip("abcd", before["body"][0]["items"][0]["items"], strict=True))
    document = edited(exported(TINH_2025, fabric), steps)
    made = brought_back(document, TINH_2025, repository, fabric)
    value = with_new_ids(parse(made.text.encode(), "").value, every_id(before))
    wanted = copy.deepcopy(before)
    wanted["body"][0]["items"][0]["items"] = [named.get(at, {"id": "new", "text": "Nêu gương."}) for at in order]
    assert value == wanted


def commented(plan_id: str, text: str, repository: Repository) -> tuple[Repository, Fabric]:
    """A repository in which a plan has another text of its file."""
    loaded: Loaded = parse(text.encode(), repository.plan_files[plan_id].file)
    later = dataclasses.replace(
        repository,
        plans={**repository.plans, plan_id: plan_from(plan_id, loaded.value)},
        plan_files={**repository.plan_files, plan_id: loaded},
    )
    return later, weave(later)


def test_comments_follow_their_items(repository: Repository, fabric: Fabric) -> None:
    """A comment goes with the item that moved, stays with its recipient, and goes away, said, with what is removed."""
    text = repository.plan_files[XA_EA_KNOP].text
    anchors = {"mục": "- id: to-roi-banner", "bỏ": "- id: kenh-tiep-nhan-phan-anh", "lưu": '- "Lưu: VT, VHXXH."'}
    for name, anchor in anchors.items():
        row = next(row for row in text.split("\n") if row.strip() == anchor)
        text = text.replace(row, f"{row[: len(row) - len(row.lstrip())]}# ghi {name}\n{row}")
    later, woven = commented(XA_EA_KNOP, text, repository)
    names = ("chuyen-ca-muc-len-dau", "xoa-mot-gach-dau-dong", "them-bot-noi-nhan")
    steps = [step for case in CASES if case["name"] in names for step in case["do"]]
    document = official_document(woven.plans[XA_EA_KNOP], later.registry)
    made = brought_back(edited(document, steps), XA_EA_KNOP, later, woven)
    rows = [row.strip() for row in made.text.split("\n")]
    assert [rows[rows.index(f"# ghi {name}") + 1] for name in ("mục", "lưu")] == [anchors["mục"], anchors["lưu"]]
    assert len(remarks(made.text).texts()) == len(remarks(text).texts()) - 1
    assert any("# ghi bỏ" in line for line in made.report)


def test_a_slip_follows_its_recipient(repository: Repository, fabric: Fabric) -> None:
    """What calls a recipient by its number is renumbered when one is put in before it."""
    steps = [{"op": "insert_after", "p": "TT HĐND xã;", "text": "Ủy ban MTTQ Việt Nam xã;"}]
    made = brought_back(edited(exported(XA_EA_KNOP, fabric), steps), XA_EA_KNOP, repository, fabric)
    value = parse(made.text.encode(), "").value
    assert [entry["at"] for entry in value["sic"] if entry["text"] == "VHXXH"] == ["noi-nhan-9"]


@pytest.mark.parametrize("check", [True, False])
def test_the_command_writes_only_where_it_is_asked_to(
    check: bool, tmp_path: Path, repository: Repository, fabric: Fabric, capsys: pytest.CaptureFixture[str]
) -> None:
    """With ``--check`` the change is said and the file stays; without, it is written; a refusal writes nothing."""
    root = assemble(tmp_path / "kho", *BUILT)
    path = root / f"plans/{XA_EA_KNOP}.yaml"
    before = path.read_text(encoding="utf-8")
    word = tmp_path / "sua.docx"
    by_name = {case["name"]: case["do"] for case in CASES}
    document = exported(XA_EA_KNOP, fabric)
    word.write_bytes(edited(document, by_name["danh-so-tay-bi-sai"]))
    command = ["--root", str(root), "update", XA_EA_KNOP, "--from", str(word), *(["--check"] if check else [])]
    assert main(command) == 1
    assert path.read_text(encoding="utf-8") == before
    word.write_bytes(edited(document, by_name["go-de-mot-chu"]))
    assert main(command) == 0
    assert "“hay” → “tốt”" in capsys.readouterr().out
    after = path.read_text(encoding="utf-8")
    assert after == (before if check else before.replace("mô hình hay", "mô hình tốt"))


TABLE: dict[str, Any] = {
    "id": "danh-muc",
    "heading": "Danh mục nhiệm vụ",
    "table": {
        "columns": [
            {"kind": "number", "heading": "TT"},
            {"kind": "task", "heading": "Nhiệm vụ"},
            {"kind": "lead", "heading": "Đơn vị chủ trì"},
            {"kind": "schedule", "heading": "Thời gian"},
        ],
        "rows": [
            {"id": "phat-to-roi", "cells": ["1", "Phát tờ rơi tại chợ xã", "Phòng Văn hóa - Xã hội", "Quý II/2026"]},
            {"id": "dung-banner", "cells": ["2", "Dựng banner ở trụ sở", "Phòng Văn hóa - Xã hội", "Tháng 9/2026"]},
        ],
    },
}


def test_rows_of_a_table(repository: Repository, fabric: Fabric) -> None:
    """A retyped cell changes that cell, a row put in is new, and the other rows keep their ids."""
    value = copy.deepcopy(repository.plan_files[XA_EA_KNOP].value)
    value["body"].append(copy.deepcopy(TABLE))
    later, woven = commented(XA_EA_KNOP, write_plan(value, SCHEMA), repository)
    document = official_document(woven.plans[XA_EA_KNOP], later.registry)
    assert brought_back(document, XA_EA_KNOP, later, woven).report == ()
    steps = [{"op": "replace", "p": "Dựng banner ở", "find": "trụ sở", "to": "nhà văn hóa"}]
    made = brought_back(row_added(edited(document, steps)), XA_EA_KNOP, later, woven)
    rows = value["body"][-1]["table"]["rows"]
    rows[1]["cells"][1] = "Dựng banner ở nhà văn hóa"
    rows.append({"id": "new", "cells": ["3", "Tổ chức hội thi", "Văn phòng", "Quý IV/2026"]})
    assert with_new_ids(parse(made.text.encode(), "").value, every_id(later.plan_files[XA_EA_KNOP].value)) == value


def row_added(data: bytes) -> bytes:
    """Put a row behind the last one of the table of tasks."""
    import docx

    document: Any = docx.Document(io.BytesIO(data))
    table = next(table for table in document.tables if table.rows[0].cells[0].text == "TT")
    for cell, text in zip(table.add_row().cells, ("3", "Tổ chức hội thi", "Văn phòng", "Quý IV/2026"), strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_parts_go_on_from_what_the_earlier_edition_has() -> None:
    """A half that was split off goes on from the whole where the edition before holds it, else from nothing."""
    plan = {"body": [{"id": "cu", "text": "A b."}, {"id": "rieng", "text": "C."}]}
    value: dict[str, Any] = {"body": [{"id": "cu", "text": "A"}, {"text": "b."}, {"text": "C."}]}
    with_ancestry(plan, value, [(("body", 0), ("body", 1)), (("body", 1), ("body", 2))], {"cu"})
    assert value["body"][1:] == [{"text": "b.", "continues": ["cu"]}, {"text": "C."}]


def emptied(document: bytes, keep: Callable[[int, int, str], bool]) -> bytes:
    """Take out the blocks of a document's body that are not kept: of each its number, how many there are, its words."""
    opened = docx.Document(io.BytesIO(document))
    body = opened.element.body
    blocks = list(body)[:-1]
    for number, block in enumerate(blocks):
        if not keep(number, len(blocks), "".join(text.text or "" for text in block.iter(qn("w:t")))):
            body.remove(block)
    stream = io.BytesIO()
    opened.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("keep", "said"),
    [
        (lambda number, count, words: False, "không có chữ nào"),
        (lambda number, count, words: words != "KẾ HOẠCH", "tên loại"),
        (lambda number, count, words: not words.startswith("Tuyên truyền cải cách hành chính trên phương"), "tên loại"),
        (lambda number, count, words: number < 14, "mục của kế hoạch; có thể tệp bị cắt"),
    ],
)
def test_a_file_without_its_head_or_cut_off_is_refused(
    keep: Callable[[int, int, str], bool], said: str, repository: Repository, fabric: Fabric
) -> None:
    """A plan is not wiped out by a file that lost its title or most of its items."""
    with pytest.raises(ImportProblem, match=said):
        brought_back(emptied(exported(XA_EA_KNOP, fabric), keep), XA_EA_KNOP, repository, fabric)


def test_a_break_and_what_is_no_text_are_told_in_words(repository: Repository, fabric: Fabric) -> None:
    """A paragraph broken in two is told by the words behind the break, a block that is gone by its words."""
    steps = [{"op": "replace", "p": "Thực hiện đăng tải", "find": "địa bàn. Qua", "to": "địa bàn.\nQua"}]
    document = edited(exported(XA_EA_KNOP, fabric), steps)
    told = "\n".join(brought_back(document, XA_EA_KNOP, repository, fabric).report)
    assert "ngắt đoạn trước “Qua đó, khuyến khích" in told
    document = emptied(exported(XA_EA_KNOP, fabric), lambda number, count, words: number < count - 2)
    told = "\n".join(brought_back(document, XA_EA_KNOP, repository, fabric).report)
    assert "Sửa nơi nhận: bỏ “Sở Văn hóa, Thể thao và Du lịch (báo cáo); TT Đảng ủy;" in told
    assert "Sửa chữ ký: bỏ “Chủ tịch; " in told and "None" not in told and "“”" not in told
