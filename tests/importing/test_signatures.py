"""Signatures of several bodies under one plan: each name keeps its own roles, and no word is lost."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from corpus import ROOT
from docx import Document
from expectations import repository_at
from wordshapes import add, plan

from kehoach.exports.docx import official_document
from kehoach.exports.pdf import official_data
from kehoach.files.repository import load
from kehoach.importing.pipeline import ImportResult, import_reading, import_text
from kehoach.importing.read import import_file, read
from kehoach.meaning.fabric import LinkedPlan, weave
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from
from kehoach.model.registry import Registry
from kehoach.pages.build import make_site
from kehoach.pages.plan import plan_page, plan_view
from kehoach.pages.planrecord import record_view


def _foot(document: Document) -> None:  # type: ignore[valid-type]
    table = document.add_table(2, 2)  # type: ignore[attr-defined]
    left, right = table.rows[0].cells
    left.text = "TM. BAN THƯỜNG VỤ\nHỘI PHỤ NỮ XÃ\nCHỦ TỊCH\nLê Thị Mẫu"
    right.text = "TRẠM Y TẾ XÃ\nKT. TRƯỞNG TRẠM\nPHÓ TRƯỞNG TRẠM\nTrần Văn Mẫu"
    table.rows[1].cells[0].text = "Nơi nhận:\n- Sở Y tế;\n- Lưu: VT."


def _head(document: Document) -> None:  # type: ignore[valid-type]
    table = document.add_table(1, 2)  # type: ignore[attr-defined]
    table.rows[0].cells[0].text = "HỘI PHỤ NỮ XÃ HÒA HẠ\nTRẠM Y TẾ\nSố: 07-KHPH/HPN-TYT"
    table.rows[0].cells[
        1
    ].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòa Hạ, ngày 14 tháng 01 năm 2026"


def _joint(registry: Registry | None = None) -> ImportResult:
    """Import a plan of two bodies, whose signatures stand side by side."""
    made = plan(
        lambda d: add(d, "I. MỤC ĐÍCH", "1. Khám bệnh cho phụ nữ."), head=_head, foot=_foot, kind="KẾ HOẠCH PHỐI HỢP"
    )
    return import_reading(read(made), registry=registry, source_file="2026.source.txt")


FIRST = {"authority": "TM. Ban Thường vụ hội phụ nữ xã", "role": "Chủ tịch", "name": "Lê Thị Mẫu"}
SECOND = {"authority": "Trạm y tế xã KT. Trưởng trạm", "role": "Phó Trưởng trạm", "name": "Trần Văn Mẫu"}


def test_two_signatures_are_two() -> None:
    """The second body's signature is one beside the plan's own, and the plan is issued."""
    result = _joint()
    assert (result.data["signature"], result.data["cosignatures"]) == (FIRST, [SECOND])
    assert "close" not in result.data and "status" not in result.data and result.report.words.lost == ()
    assert result.report.recognised["Người ký"] == "Chủ tịch, Lê Thị Mẫu; Phó Trưởng trạm, Trần Văn Mẫu"


def test_names_in_a_row_below_the_posts() -> None:
    """Where the names stand in a row of their own each still belongs to the posts above it."""

    def foot(document: Document) -> None:  # type: ignore[valid-type]
        table = document.add_table(2, 2)  # type: ignore[attr-defined]
        posts = ("TM. BAN THƯỜNG VỤ\nCHỦ TỊCH", "TRẠM Y TẾ XÃ\nTRƯỞNG TRẠM")
        for column, (post, name) in enumerate(zip(posts, ("Lê Thị Mẫu", "BS. Trần Văn Mẫu"), strict=True)):
            table.cell(0, column).text, table.cell(1, column).text = post, name
        add(document, "Nơi nhận:", "- Sở Y tế;", "- Lưu: VT.")

    made = plan(lambda d: add(d, "I. MỤC ĐÍCH", "1. Khám bệnh."), head=_head, foot=foot, kind="KẾ HOẠCH PHỐI HỢP")
    data = import_file(made, source_file="2026.source.txt").data
    assert (data["signature"]["name"], data["cosignatures"][0]["name"]) == ("Lê Thị Mẫu", "BS. Trần Văn Mẫu")
    assert "status" not in data


_TEXT = """KẾ HOẠCH PHỐI HỢP
Khám bệnh năm 2026
I. MỤC ĐÍCH
1. Khám bệnh.

TM. BAN THƯỜNG VỤ    KT. TRƯỞNG TRẠM
CHỦ TỊCH    PHÓ TRƯỞNG TRẠM

{}
Nơi nhận:
- Sở Y tế.
"""


def test_signatures_side_by_side_in_a_text() -> None:
    """Lines that hold both columns are parted as wholes: each name stays with its posts."""
    data = import_text(_TEXT.format("Lê Thị Mẫu    Trần Văn Mẫu")).data
    assert data["signature"] == {"authority": "TM. Ban Thường vụ", "role": "Chủ tịch", "name": "Lê Thị Mẫu"}
    assert data["cosignatures"] == [{"authority": "KT. Trưởng trạm", "role": "Phó Trưởng trạm", "name": "Trần Văn Mẫu"}]


def test_names_whose_column_is_not_known_are_told() -> None:
    """A text has lost which name stood below which post: the report says that there are two."""
    result = import_text(_TEXT.format("Trần Văn Mẫu\nLê Thị Mẫu"))
    told = [note.message for note in result.report.doubts if "nhiều họ tên" in note.message]
    assert len(told) == 1 and all(name in told[0] for name in ("“Trần Văn Mẫu”", "“Lê Thị Mẫu”"))


def test_both_bodies_issue_a_joint_plan() -> None:
    """As many of the head's last names as sign are its issuers, the first one before the others."""
    data = _joint(Registry()).data
    assert (data["issuer"], data["co_issuers"]) == ("hoi-phu-nu-xa-hoa-ha", ["tram-y-te-hoa-ha"])


def test_a_joint_plan_is_printed_with_its_signatures_side_by_side() -> None:
    """In Word each has a cell of a row above the recipients, both names of the head are bold, and all comes back."""
    result = _joint(Registry())
    linked = LinkedPlan(plan_from("hoi-phu-nu-xa-hoa-ha/tuyen-truyen/2026", dict(result.data)), linker_of(Registry()))
    made = official_document(linked, Registry())
    head, *_, foot, receiving = docx.Document(io.BytesIO(made)).tables
    assert [cell.paragraphs[-1].text for cell in foot.rows[0].cells] == ["Lê Thị Mẫu", "Trần Văn Mẫu"]
    assert receiving.rows[0].cells[0].text.startswith("Nơi nhận:")
    assert [bool(run.bold) for p in head.rows[0].cells[0].paragraphs[:2] for run in p.runs] == [True, True]
    again = import_file(made, source_file="2026.source.txt").data
    assert (again["signature"], again["cosignatures"], again["recipients"]) == (
        FIRST,
        [SECOND],
        result.data["recipients"],
    )
    end = official_data(linked, Registry())["parts"][0]["end"]
    assert [signature["signer"][0]["words"] for signature in end["signatures"]] == ["Lê Thị Mẫu", "Trần Văn Mẫu"]


def test_the_page_of_a_joint_plan_shows_who_signs_for_whom(tmp_path: Path) -> None:
    """Each body's posts stand above its own name, and both bodies are named as those that issued the plan."""
    result = _joint(Registry())
    folder = repository_at(tmp_path)
    text = result.yaml.replace("hoi-phu-nu-xa-hoa-ha", "xa-mau").replace("tram-y-te-hoa-ha", "so-tu-phap")
    (folder / "2026.yaml").write_text(text, encoding="utf-8")
    (folder / "2026.source.txt").write_text(result.source, encoding="utf-8", newline="")
    repository = load(tmp_path)
    site = make_site(weave(repository), repository, templates=ROOT / "site_src" / "templates")
    view = plan_view(site, "xa-mau/tuyen-truyen/2026")
    [(_, sheet)] = view.sheets
    assert [(signed.posts[-1], signed.name) for signed in sheet.signatures] == [
        ("CHỦ TỊCH", "Lê Thị Mẫu"),
        ("PHÓ TRƯỞNG TRẠM", "Trần Văn Mẫu"),
    ]
    assert sheet.own_from == 0 and " và " in record_view(site, "xa-mau/tuyen-truyen/2026").cited_as
    page = plan_page(site, "xa-mau/tuyen-truyen/2026").html
    assert page.count("(bản trình bày, không có chữ ký)") == 2


def test_who_approves_signs_beside_who_wrote() -> None:
    """Of a school's group the head of the school approves on the left; no recipients stand there."""

    def foot(document: Document) -> None:  # type: ignore[valid-type]
        left, right = document.add_table(1, 2).rows[0].cells  # type: ignore[attr-defined]
        left.text, right.text = "DUYỆT CỦA BGH\nHIỆU TRƯỞNG\nLê Thị Mẫu", "TỔ TRƯỞNG CHUYÊN MÔN\nTrần Văn Mẫu"

    data = import_file(plan(lambda d: add(d, "I. MỤC ĐÍCH", "1. Dạy học."), foot=foot)).data
    assert data["signature"] == {"authority": "Duyệt của BGH", "role": "Hiệu trưởng", "name": "Lê Thị Mẫu"}
    assert data["cosignatures"] == [{"role": "Tổ trưởng chuyên môn", "name": "Trần Văn Mẫu"}]


def test_a_signature_in_a_table_of_its_own() -> None:
    """Who signs stands in a table, the recipients in another below it: both belong to the foot."""

    def foot(document: Document) -> None:  # type: ignore[valid-type]
        for cells in (("", "Q. GIÁM ĐỐC\nLê Thị Mẫu"), ("Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.", "")):
            table = document.add_table(1, 2)  # type: ignore[attr-defined]
            for cell, text in zip(table.rows[0].cells, cells, strict=True):
                cell.text = text
            document.add_paragraph("")  # type: ignore[attr-defined]

    made = plan(lambda d: add(d, "I. MỤC ĐÍCH", "1. Khám bệnh cho phụ nữ."), foot=foot)
    result = import_file(made)
    assert result.data["signature"] == {"role": "Q. Giám đốc", "name": "Lê Thị Mẫu"}
    assert result.data["recipients"] == ["Sở Y tế;", "Lưu: VT."] and "status" not in result.data


def test_what_a_document_is_about_below_its_number() -> None:
    """A "V/v" line is left out and recorded as a correction, so that the plan is proved word for word."""

    def head(document: Document) -> None:  # type: ignore[valid-type]
        table = document.add_table(1, 2)  # type: ignore[attr-defined]
        about = "V/v kế hoạch thực hiện\nđợt thi đua nước rút"
        table.rows[0].cells[0].text = f"BAN QUẢN LÝ DỰ ÁN\nTHỦY LỢI\nSố: 31/KH-BQLDA\n{about}"
        table.rows[0].cells[
            1
        ].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòa Hạ, ngày 14 tháng 01 năm 2026"

    made = plan(lambda d: add(d, "I. MỤC ĐÍCH", "1. Khám bệnh cho phụ nữ."), head=head)
    result = import_file(made, source_file="2026.source.txt")
    assert result.data["header"] == ["Ban Quản lý dự án thủy lợi"] and result.data["symbol"] == "KH-BQLDA"
    told = " ".join(part.text for part in result.report.removed if "V/v" in part.reason)
    assert told == "V/v kế hoạch thực hiện đợt thi đua nước rút" and result.report.words.lost == ()
    assert "status" not in result.data
