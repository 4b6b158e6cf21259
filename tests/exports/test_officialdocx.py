"""The official document: words and labels as printed, page and type sizes of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest
from corpus import HUYEN_DONG_XUAN, PLAN_IDS, SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP
from docx.shared import Mm, Pt
from docxreading import W, listed, paragraphs, part
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach.commands.main import main
from kehoach.exports.copies import NOT_ISSUED, NOT_THE_ORIGINAL, PURPOSES
from kehoach.exports.docx import official_document
from kehoach.exports.docxfile import printable
from kehoach.exports.form import bold_from, letterhead
from kehoach.files.formatting import fill_ids
from kehoach.files.repository import Repository
from kehoach.importing.wordnumbers import Numbers
from kehoach.meaning.fabric import Fabric, LinkedPlan, weave
from kehoach.model.fromdata import plan_from
from kehoach.model.plan import Signature
from kehoach.model.printed import MOTTO, NATION

HEADER = ("header", "nation", "number", "date")


@cache
def made(fabric: Fabric, plan_id: str) -> bytes:
    return official_document(fabric.plans[plan_id], fabric.registry)


def mm(length: Any) -> float:
    """Give a length in millimetres to a tenth; Word keeps lengths in twentieths of a point."""
    return round(int(length) / Mm(1), 1)


def invented(body: list[dict[str, Any]], repository: Repository, **more: Any) -> LinkedPlan:
    """A small plan of one's own, linked."""
    data = {"title": "Kế hoạch A", "issuer": "xa-ea-knop", "body": body, **more}
    plan = plan_from("xa-ea-knop/thu/2026", data)
    return weave(replace(repository, plans={plan.id: plan})).plans[plan.id]


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_words_and_labels_are_the_printed_lines_in_order(plan_id: str, fabric: Fabric) -> None:
    """All that is printed stands in the document in order, each label made by Word's numbering."""
    found = [text for text, _ in paragraphs(made(fabric, plan_id))]
    wanted = [" ".join(line.text.split()) for line in fabric.plans[plan_id].lines if line.kind not in HEADER]
    head = len(found) - len(wanted)
    assert found[head:] == wanted
    assert {NATION, MOTTO} < set(found[:head])
    assert all(line.text in found[:head] for line in fabric.plans[plan_id].lines if line.kind in HEADER)


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_no_label_is_typed(plan_id: str, fabric: Fabric) -> None:
    """Every labelled line is in a list, by itself or by its style, none has its label as text."""
    numbered = [place for place in listed(made(fabric, plan_id)) if place]
    assert len(numbered) == sum(bool(line.label) for line in fabric.plans[plan_id].lines)


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_page_and_type_follow_the_decree(plan_id: str, fabric: Fabric) -> None:
    """A4, margins, Times New Roman, body 13–14 justified with a first-line indent; page number 13–14 in the header."""
    document = docx.Document(io.BytesIO(made(fabric, plan_id)))
    for section in document.sections:
        assert (mm(section.page_width), mm(section.page_height)) == (210, 297)
        assert 20 <= mm(section.top_margin) <= 25 and 20 <= mm(section.bottom_margin) <= 25
        assert 30 <= mm(section.left_margin) <= 35 and 15 <= mm(section.right_margin) <= 20
        assert section.different_first_page_header_footer
        number = section.header.paragraphs[0]
        assert "PAGE" in number._p.xml and "PAGE" not in section.first_page_header._element.xml
        assert all(run.font.size == Pt(13) for run in number.runs)
    normal: Any = document.styles["Normal"]
    assert normal.font.name == "Times New Roman" and normal.font.size == Pt(14)
    assert 10 <= mm(normal.paragraph_format.first_line_indent) <= 12.7
    assert normal.paragraph_format.space_after >= Pt(6)
    assert 1.0 <= normal.paragraph_format.line_spacing <= 1.5
    fonts = {e.get(f"{W}ascii") for e in part(made(fabric, plan_id), "styles").iter(f"{W}rFonts")}
    assert fonts - {None} <= {"Times New Roman", "Courier"}


def size_of(paragraph: Any) -> set[str | None]:
    return {e.get(f"{W}val") for e in paragraph.iter(f"{W}sz")}


def test_sizes_of_the_header_and_closing_blocks(fabric: Fabric) -> None:
    """Quốc hiệu 12–13, tiêu ngữ 13–14, số and date 13, nơi nhận 12 and 11, signature 13–14."""
    sizes = {text: size_of(p) for text, p in paragraphs(made(fabric, SO_XAY_DUNG))}
    assert sizes[NATION] == {"24"} and sizes[MOTTO] == {"26"}
    assert sizes["UBND TỈNH ĐẮK LẮK"] == sizes["SỞ XÂY DỰNG"] == {"24"}
    assert sizes["Số: 618/KH-SXD"] == sizes["Đắk Lắk, ngày 30 tháng 7 năm 2025"] == {"26"}
    assert sizes["Nơi nhận:"] == {"24"} and sizes["- Sở Nội vụ;"] == {"22"}
    assert sizes["GIÁM ĐỐC"] == {"28"}


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_letterhead_of_the_registry_is_the_printed_one(plan_id: str, fabric: Fabric) -> None:
    """Where a source prints its head, the registry gives the same; a committee alone is all bold, else the last."""
    plan = fabric.plans[plan_id].plan
    derived = letterhead(replace(plan, header=()), fabric.registry)
    assert not plan.header or derived == [name.upper() for name in plan.header]
    assert bold_from(derived) == (0 if derived[0] == "ỦY BAN NHÂN DÂN" else 1)


def test_signature_of_three_lines(fabric: Fabric) -> None:
    """For whom, in whose place and the office stand one below the other."""
    linked = fabric.plans[XA_EA_KNOP]
    signature = Signature("TM. Ủy ban nhân dân KT. Chủ tịch", "Phó Chủ tịch", "Y Ngọc")
    changed = LinkedPlan(replace(linked.plan, signature=signature), linked.linker)
    found = [text for text, _ in paragraphs(official_document(changed, fabric.registry))]
    assert found[-4:] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Ngọc"]


def test_decision_and_plan_are_two_sections(fabric: Fabric) -> None:
    """The attached plan begins on a page of its own, numbered from one again; a plan alone is one section."""
    for plan_id, sections in ((TINH_2025, 2), (TINH_2021, 2), (XA_EA_KNOP, 1), (HUYEN_DONG_XUAN, 1)):
        document = docx.Document(io.BytesIO(made(fabric, plan_id)))
        assert len(document.sections) == sections
        assert all(len(s._sectPr.findall(f"{W}pgNumType")) == 1 for s in document.sections)


def test_letters_are_vietnamese_and_lists_begin_anew(repository: Repository) -> None:
    """đ follows d; numbers below another style or parent start at one; 1.1 counts below its number."""
    letters = [{"id": f"a{n}", "text": "x"} for n in range(23)]
    body = [
        {"id": "i", "heading": "Một", "items": [{"id": "n", "heading": "Hai", "items": letters}]},
        {"id": "j", "heading": "Ba", "numbering": "-", "items": [
            {"id": "k", "text": "x", "numbering": "1", "items": [{"id": "l", "text": "x"}, {"id": "m", "text": "x"}]},
            {"id": "o", "text": "x", "numbering": "1", "items": [{"id": "p", "text": "x"}]},
        ]},
    ]  # fmt: skip
    for numbering in ({}, {"numbering": ["1", "1.1", "a"]}):
        linked = invented(body, repository, **numbering)
        found = [text for text, _ in paragraphs(official_document(linked, repository.registry))]
        wanted = [line.text for line in linked.lines]
        assert found[-len(wanted) :] == wanted
    assert "đ) x" in wanted


STYLES = st.sampled_from(["I", "1", "1.1", "a", "A", "i", "abc", "ABC", "-", "+", "•"])


SHAPES: list[dict[str, Any]] = [
    {"heading": "H"},
    {"text": "T\nU"},
    {"heading": "H", "text": "T"},
    {"heading": "H:", "run_in": True, "text": "T"},
]


@st.composite
def bodies(draw: st.DrawFn, depth: int = 0) -> list[dict[str, Any]]:
    """Items of every shape the schema allows, without ids."""
    items: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 4))):
        item: dict[str, Any] = dict(draw(st.sampled_from(SHAPES)))
        chance = draw(st.integers(0, 7))
        chance = draw(st.integers(0, 7))
        item |= {"unlabelled": True} if chance == 0 else {"number": draw(st.integers(1, 20))} if chance == 1 else {}
        item |= {"numbering": draw(STYLES)} if draw(st.integers(0, 3)) == 0 else {}
        for key in draw(st.lists(st.sampled_from(["lead", "items", "method_items"]), max_size=3, unique=True)):
            if key == "lead":
                item[key] = "L"
            elif depth < 3:
                item[key] = draw(bodies(depth + 1))
        items.append(item)
    return items


@given(bodies(), st.lists(STYLES, min_size=1, max_size=5))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_numbering_prints_the_same_labels(
    repository: Repository, body: list[dict[str, Any]], numbering: list[str]
) -> None:
    """However styles are mixed, what Word counts is what the plan prints."""
    fill_ids({"body": body})
    linked = invented(body, repository, numbering=numbering)
    found = [text for text, _ in paragraphs(official_document(linked, repository.registry))]
    wanted = [" ".join(line.text.split()) for line in linked.lines]
    assert found[-len(wanted) :] == wanted


def test_draft_and_issued_are_told_apart(fabric: Fabric, repository: Repository) -> None:
    """A draft says DỰ THẢO on every page, anything else that it does not replace the signed original."""
    issued = docx.Document(io.BytesIO(made(fabric, XA_EA_KNOP)))
    assert issued.sections[0].footer.paragraphs[0].text == NOT_THE_ORIGINAL
    assert issued.sections[0].first_page_footer.paragraphs[0].text == NOT_THE_ORIGINAL
    linked = invented([{"id": "a", "text": "x"}], repository, status="draft")
    draft = docx.Document(io.BytesIO(official_document(linked, repository.registry))).sections[0]
    assert "DỰ THẢO" in draft.first_page_header.paragraphs[0].text
    assert "DỰ THẢO" in draft.header.paragraphs[0].text
    assert not draft.footer.paragraphs[0].text


def words_of(linked: LinkedPlan, repository: Repository, purpose: str | None) -> list[str]:
    return [text for text, _ in paragraphs(official_document(linked, repository.registry, purpose))]


def heads_and_feet(data: bytes) -> set[str]:
    """All words above and below the text, page numbers aside."""
    return {
        paragraph.text.strip()
        for section in docx.Document(io.BytesIO(data)).sections
        for part in (section.header, section.first_page_header, section.footer, section.first_page_footer)
        for paragraph in part.paragraphs
    } - {""}


def test_copies_differ_by_what_they_are_for(repository: Repository) -> None:
    """To be signed: nothing foreign, no number, no day. To be read: what the file is not. Words are the same."""
    head = {
        "symbol": "KH-UBND",
        "issued": {"place": "Ea Knốp", "date": "2026-01-09", "printed": "ngày 09 tháng 01 năm 2026"},
    }
    for status, marks in (("draft", {"DỰ THẢO", NOT_ISSUED}), ("issued", {NOT_THE_ORIGINAL})):
        linked = invented([{"id": "a", "text": "x"}], repository, number="18", status=status, **head)
        data = {purpose: official_document(linked, repository.registry, purpose) for purpose in PURPOSES}
        assert heads_and_feet(data["reading"]) == marks
        assert heads_and_feet(data["signing"]) == set()
        assert {"Số: 18/KH-UBND", "Ea Knốp, ngày 09 tháng 01 năm 2026"} < set(words_of(linked, repository, "reading"))
        signing = words_of(linked, repository, "signing")
        assert {"Số: /KH-UBND", "Ea Knốp, ngày tháng 01 năm 2026"} < set(signing)
        assert signing[-1] == words_of(linked, repository, "reading")[-1] == "I. x"


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_copies_have_labels_as_words(plan_id: str, fabric: Fabric) -> None:
    """No list: whatever reads the file reads every label, đ) too; all printed words are there in order."""
    linked = fabric.plans[plan_id]
    for purpose in PURPOSES:
        read = list(paragraphs(official_document(linked, fabric.registry, purpose)))
        assert not any(p.find(f".//{W}numPr") is not None for _, p in read)
        printed = [" ".join(line.text.split()) for line in linked.lines if line.kind not in (*HEADER, "attached")]
        found = [text for text, _ in read if not text.startswith(("(Kèm theo", "(Ban hành kèm theo"))]
        assert found[len(found) - len(printed) :] == printed
        recipients = {" ".join(line.text.split()) for line in linked.lines if line.kind == "recipient"}
        assert {size for text, p in read if text in recipients for size in size_of(p)} == {"22"}


def test_copy_to_be_signed_blanks_the_line_in_brackets(fabric: Fabric, repository: Repository) -> None:
    """The attached plan repeats number and day of its decision: they are blank there too."""
    linked = fabric.plans[TINH_2025]
    words = "(Kèm theo Quyết định số 0845/QĐ-UBND ngày 09/3/2025 của UBND tỉnh Đắk Lắk)"
    changed = LinkedPlan(replace(linked.plan, attached=words), linked.linker)
    assert words in words_of(changed, repository, "reading")
    blank = "(Kèm theo Quyết định số /QĐ-UBND ngày /3/2025 của UBND tỉnh Đắk Lắk)"
    assert blank in words_of(changed, repository, "signing")


def test_enter_behind_a_point_begins_the_next(repository: Repository) -> None:
    """Each point has the style of its letter on its own level; the next style is the next Vietnamese letter."""
    body = [
        {"id": "i", "heading": "Một", "items": [{"id": "n", "heading": "Hai", "items": [{"id": "a", "text": "x"}]}]}
    ]
    data = official_document(invented(body, repository), repository.registry)
    [number] = [n for n, (text, _) in enumerate(paragraphs(data)) if text == "a) x"]
    assert [place[1] for place in listed(data)[number : number + 1] if place] == [2]
    # A list of its own would go along to the paragraph that Enter begins.
    assert [*paragraphs(data)][number][1].find(f".//{W}numPr") is None
    styles: Any = docx.Document(io.BytesIO(data)).styles
    names, style = [], styles["Điểm a)"]
    while style.name not in names:
        names.append(style.name)
        style = style.next_paragraph_style
    assert [name.removeprefix("Điểm ") for name in names] == [f"{letter})" for letter in "abcdđeghiklmnopqrstuvxy"]
    labels = Numbers(part(data, "numbering"))
    for name in names:
        number = styles[name].element.pPr.numPr
        assert labels.label(str(number.numId.val), number.ilvl.val) == name.removeprefix("Điểm ")


def test_document_speaks_vietnamese_by_default(fabric: Fabric) -> None:
    """The defaults come first in the styles and name language and font."""
    first = part(made(fabric, XA_EA_KNOP), "styles")[0]
    assert first.tag == f"{W}docDefaults"
    assert [e.get(f"{W}val") for e in first.iter(f"{W}lang")] == ["vi-VN"]
    assert [e.get(f"{W}ascii") for e in first.iter(f"{W}rFonts")] == ["Times New Roman"]


def test_no_styles_of_the_template_are_left(fabric: Fabric) -> None:
    """Of tables there are only the styles that documents are made with, and no second list of styles."""
    data = made(fabric, XA_EA_KNOP)
    styles = [e.get(f"{W}styleId") for e in part(data, "styles").iter(f"{W}style") if e.get(f"{W}type") == "table"]
    assert styles == ["TableNormal", "TableGrid"]
    assert not [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if "WithEffects" in name]


def test_same_plan_same_bytes(fabric: Fabric) -> None:
    """Nothing of the machine or the clock is in the file."""
    assert made(fabric, TINH_2025) == official_document(fabric.plans[TINH_2025], fabric.registry)


def test_what_xml_cannot_hold_is_dropped(repository: Repository) -> None:
    """Control characters never break the file; markup in the words is only words."""
    assert printable("a\x00b\x0b\ud800\uffffc<w:p>") == "abc<w:p>"
    linked = invented([{"id": "a", "text": "x\x01</w:t>&amp; %1"}], repository)
    assert [text for text, _ in paragraphs(official_document(linked, repository.registry))][-1].endswith(
        "x</w:t>&amp; %1"
    )


def test_export_writes_docx(five: Path, tmp_path: Path) -> None:
    """``export --to docx --output`` writes a file that opens."""
    output = tmp_path / "a.docx"
    assert main(["--root", str(five), "export", XA_EA_KNOP, "--to", "docx", "--output", str(output)]) == 0
    assert docx.Document(str(output)).core_properties.title.startswith("Kế hoạch tuyên truyền")


def test_export_for_signing_and_reading(five: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says what is left blank; a purpose without a document is refused."""
    output = tmp_path / "a.docx"
    ask = ["--root", str(five), "export", SO_XAY_DUNG, "--output", str(output)]
    assert main([*ask, "--to", "docx", "--for", "signing"]) == 0
    assert "đã ghi số 618 và ngày 30/7/2025" in capsys.readouterr().err
    assert "Số: /KH-SXD" in {text for text, _ in paragraphs(output.read_bytes())}
    output.unlink()
    assert main([*ask, "--to", "csv", "--for", "signing"]) == 1
    assert "--to docx hoặc pdf" in capsys.readouterr().err
    assert not output.exists()


def exported_pdf(five: Path, output: Path, *options: str) -> int:
    return main(["--root", str(five), "export", XA_EA_KNOP, "--to", "pdf", "--output", str(output), *options])


def test_pdf_without_libreoffice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], five: Path, tmp_path: Path
) -> None:
    """Typst takes its place; asked for by name there is a message with the install line, exit 1 and no file."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert exported_pdf(five, tmp_path / "a.pdf", "--engine", "libreoffice") == 1
    assert "apt-get install libreoffice-writer" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()
    assert exported_pdf(five, tmp_path / "b.pdf") == 0
    assert exported_pdf(five, tmp_path / "c.pdf", "--engine", "typst") == 0
    assert (tmp_path / "b.pdf").read_bytes() == (tmp_path / "c.pdf").read_bytes()
    with pdfplumber.open(tmp_path / "b.pdf") as document:
        assert document.doc.catalog["StructTreeRoot"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_pdf_through_libreoffice(five: Path, tmp_path: Path) -> None:
    """Where LibreOffice is installed, its pages keep the margins, sizes and one typeface of the decree."""
    assert exported_pdf(five, tmp_path / "a.pdf") == 0
    with pdfplumber.open(tmp_path / "a.pdf") as document:
        assert "LibreOffice" in document.metadata["Producer"]
        assert document.doc.catalog["MarkInfo"]["Marked"] and document.doc.catalog["StructTreeRoot"]
        assert document.doc.catalog["Lang"] == b"vi-VN"
        first, second, *_ = document.pages
        for page in document.pages:
            assert (round(page.width / 72 * 25.4), round(page.height / 72 * 25.4)) == (210, 297)
            edges = [(char["x0"], page.width - char["x1"]) for char in page.chars if char["text"].strip()]
            assert min(left for left, _ in edges) >= 29.5 / 25.4 * 72
            assert min(right for _, right in edges) >= 19 / 25.4 * 72
            assert {re.sub(r"\W", "", char["fontname"].split("+")[-1])[:5] for char in page.chars} <= {"Tinos", "Times"}
        [number] = [word for word in second.extract_words() if word["bottom"] < 20 / 25.4 * 72]
        assert number["text"] == "2" and abs((number["x0"] + number["x1"]) / 2 - (30 + 160 / 2) / 25.4 * 72) < 3
        assert not [word for word in first.extract_words() if word["bottom"] < 20 / 25.4 * 72]
        sizes = {char["text"]: round(char["size"]) for char in first.chars if char["text"] in "ỦẠ"}
        assert set(sizes.values()) <= {12, 13, 14}
