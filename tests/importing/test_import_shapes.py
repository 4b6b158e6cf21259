"""Shapes of Word plans: imported, placed, accepted, written as DOCX and imported again: the same plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from closedloop import errors, placed
from wordparts import SHAPES as PARTED
from wordshapes import SHAPES as SIMPLE

from kehoach.exports.docx import official_document
from kehoach.files.repository import load
from kehoach.importing.read import import_file
from kehoach.meaning.fabric import weave
from kehoach.model.fromdata import plan_from
from kehoach.model.plan import Plan
from kehoach.model.printed import lines
from kehoach.wording.pathnames import path_name

SHAPES = {**SIMPLE, **PARTED}
DRAFTS = {"chua-co-so.docx", "khung-du-thao.docx"}


def _said(plan: Plan) -> list[tuple[str, str]]:
    """The words of a plan with their labels, without the head that an export may fill up."""
    return [(line.label, line.words.lower()) for line in lines(plan) if line.kind not in ("header", "nation")]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """All shapes placed in one repository."""
    root = tmp_path_factory.mktemp("kho")
    return root, placed(root, {f"{name}.docx": make() for name, make in SHAPES.items()})


def test_all_are_accepted(repository: tuple[Path, dict[str, str]]) -> None:
    """No shape gives an error, and only what has no number is a draft."""
    root, folders = repository
    assert errors(root, folders) == []
    plans = load(root).plans
    assert len(plans) == len(SHAPES)
    drafts = {folders[f"plans/{plan.unit}/{plan.series}/"] for plan in plans.values() if plan.status == "draft"}
    assert drafts == DRAFTS


def _plan(repository: tuple[Path, dict[str, str]], name: str) -> Plan:
    root, folders = repository
    folder = next(folder for folder, shape in folders.items() if shape == f"{name}.docx")
    return next(plan for plan in load(root).plans.values() if f"plans/{plan.unit}/{plan.series}/" == folder)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("bieu-khong-nhan-sau-chu-ky", "Biểu chi tiết nhiệm vụ năm 2026"),
        ("phu-luc-truoc-chu-ky", "Lịch kiểm tra"),
        ("phu-luc-sau-quyet-dinh", "Lịch kiểm tra năm 2026"),
        ("dong-kem-theo-hai-dong", "Lịch kiểm tra"),
    ],
)
def test_what_stands_around_the_signature_is_an_appendix(
    name: str, title: str, repository: tuple[Path, dict[str, str]]
) -> None:
    """A table with a title behind the foot, and an appendix before it, are appendices; no recipient has their words."""
    plan = _plan(repository, name)
    assert [appendix.item.heading for appendix in plan.appendices] == [title]
    recipients = (plan.decision or plan).recipients
    assert recipients[-1] == "Lưu: VT." and not any(table for item in plan.body for table in item.tables)


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("phan-la-ma", "Phần-I.I.1 Phần-I.II.1 Phần-II.I.1.a Phần-II.I.1.b Phần-III.1 Phần-III.2"),
        ("phan-thu-nhat", "Phần-thứ-nhất.I.-1 Phần-thứ-nhất.II.-1 Phần-thứ-hai.I.-1"),
        ("phan-chu-cai", "Phần-A.I.1 Phần-B.I.1 Phần-B.I.2"),
        (
            "chuong-muc-dieu",
            "Chương-I.Điều-1.1 Chương-I.Điều-1.2 Chương-I.Điều-2 Chương-II.Mục-1.Điều-3.1 Chương-II.Mục-1.Điều-3.2 "
            "Chương-II.Mục-2.Điều-4.a Chương-II.Mục-2.Điều-4.b Chương-III.Điều-5",
        ),
    ],
)
def test_parts_with_a_name_are_the_outermost_level(
    name: str, paths: str, repository: tuple[Path, dict[str, str]]
) -> None:
    """ "Phần I", "Phần thứ nhất", "Chương I" number what they hold: no two provisions share a path."""
    printed = lines(_plan(repository, name))
    assert [
        line.path for line in printed if line.item and line.words.endswith(".") and line.kind == "text"
    ] == paths.split()
    headings = [line.path for line in printed if line.kind == "heading"]
    assert len(set(headings)) == len(headings)
    assert path_name(paths.split()[0]) in (
        "Phần I, I.1",
        "Phần thứ nhất, I, gạch 1",
        "Phần A, I.1",
        "Chương I, Điều 1, 1",
    )


def test_letters_within_a_numbered_provision_are_its_own(repository: tuple[Path, dict[str, str]]) -> None:
    """ "A." below "1.1." is a list of it, and what is counted goes on behind it."""
    paths = [line.path for line in lines(_plan(repository, "chu-hoa-trong-muc")) if line.path.startswith("II.")]
    assert paths == "II.1 II.1.1 II.1.1.A II.1.1.B II.1.2 II.2".split()  # noqa: SIM905


def test_a_plan_of_several_bodies_has_its_type_and_its_subject(repository: tuple[Path, dict[str, str]]) -> None:
    """ "KẾ HOẠCH PHỐI HỢP" is the type, what stands below it the subject."""
    printed = lines(_plan(repository, "loai-cua-hai-co-quan"))
    titled = [line.words for line in printed if line.kind in ("type", "subject")]
    assert titled == ["KẾ HOẠCH PHỐI HỢP", "Tuyên truyền năm 2026"]


def test_heads_and_signers_are_whole(repository: tuple[Path, dict[str, str]]) -> None:
    """A body whose name ends with a number, a rank before a name, one note for two recipients."""
    assert _plan(repository, "co-quan-co-so").header[1].lower() == "trường thcs hòa bình 2"
    officer = _plan(repository, "quan-ham-va-noi-nhan-chung")
    assert officer.signature and officer.signature.name == "Thượng tá Đinh Văn Kha"
    assert officer.recipients[1:] == ("Phó Giám đốc phụ trách } (để báo cáo);", "Sở Y tế;", "Đoàn xã;", "Lưu: VT; KT.")
    (written,) = (line.words for line in lines(officer) if line.words.startswith("Phòng Kinh tế"))
    assert written == "Phòng Kinh tế rà soát văn bản, lập hồ sơ đầy đủ, phối hợp với Đoàn xã báo cáo."


def test_the_party_has_no_national_name(repository: tuple[Path, dict[str, str]]) -> None:
    """The head of a Party document prints the Party's name where others have national name and motto."""
    printed = lines(_plan(repository, "dang-uy"))
    assert [line.words for line in printed if line.kind == "nation"] == ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" not in [line.words for line in printed if line.kind == "header"]


def test_all_come_back_through_word(repository: tuple[Path, dict[str, str]]) -> None:
    """The official document of each, imported again, says the same under the same labels."""
    root, folders = repository
    loaded = load(root)
    fabric = weave(loaded)
    for plan_id, linked in fabric.plans.items():
        again = import_file(official_document(linked, loaded.registry), issuer=linked.plan.issuer)
        back = replace(plan_from(plan_id, dict(again.data)), id=plan_id)
        assert _said(back) == _said(linked.plan), folders[f"plans/{linked.plan.unit}/{linked.plan.series}/"]
