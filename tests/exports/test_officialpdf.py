"""The PDF: the printed words and no other, tagged, fonts within, the same bytes every time."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from corpus import HUYEN_DONG_XUAN, PLAN_IDS, ROOT, SO_XAY_DUNG, TINH_2025, XA_EA_KNOP
from pypdf import PdfReader

from kehoach.exports.copies import NOT_THE_ORIGINAL
from kehoach.exports.pdf import official_data, official_pdf
from kehoach.exports.typesetting import Press
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.printed import MOTTO, NATION
from kehoach.model.registry import Registry

PRESS = Press(ROOT / "site_src" / "templates", ROOT / "site_src" / "fonts")


def bare(text: str) -> str:
    """The characters without spaces: lines are broken elsewhere than in the plan's file."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def pages(data: bytes) -> list[str]:
    """The text of each page without its number and its foot."""
    found = []
    for number, page in enumerate(PdfReader(io.BytesIO(data)).pages):
        text = page.extract_text().replace(NOT_THE_ORIGINAL, "")
        found.append(re.sub(r"\A\s*[0-9]+\s", "", text) if number else text)
    return found


@cache
def made(fabric: Fabric, plan_id: str) -> bytes:
    return official_pdf(fabric.plans[plan_id], fabric.registry, PRESS)


@cache
def words(data: bytes) -> str:
    """The characters of a whole document."""
    return bare("".join(pages(data)))


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_words_are_the_printed_lines(fabric: Fabric, plan_id: str) -> None:
    """Every paragraph is there in order; all else is the letterhead that the form asks for."""
    linked = fabric.plans[plan_id]
    rest = words(made(fabric, plan_id))
    aside = {"header", "nation", "number", "date", "recipients", "recipient", "signature", "signer"}
    for line in linked.lines:
        printed = bare(line.text)
        assert printed in rest, line.text
        if line.kind not in aside:
            before, _, rest = rest.partition(printed)
            assert len(before) < 600, before


def said(runs: Sequence[Mapping[str, str]]) -> str:
    return "".join(run["words"] for run in runs)


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_no_word_is_added(fabric: Fabric, plan_id: str) -> None:
    """As many characters as the printed lines, the derived letterhead and the page numbers, no more."""
    linked = fabric.plans[plan_id]
    data = official_data(linked, fabric.registry)
    lines = [line.text for line in linked.lines if line.kind not in ("header", "nation")]
    for part in data["parts"]:
        if part["top"]:
            lines += [*(said(name["runs"]) for name in part["top"]["issuer"]), NATION, MOTTO]
    got, expected = words(made(fabric, plan_id)), bare("".join(lines))
    assert sorted(re.sub("[0-9]", "", got)) == sorted(re.sub("[0-9]", "", expected))


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_pdf_is_tagged_and_carries_its_fonts(fabric: Fabric, plan_id: str) -> None:
    """PDF/UA-1: marked, with title and language; every font is embedded and is one of the bundled ones."""
    reader = PdfReader(io.BytesIO(made(fabric, plan_id)))
    root: Any = reader.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi-VN"
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == fabric.plans[plan_id].plan.title
    assert reader.metadata.creation_date is None
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r"pdfuaid:part[>=\"' ]+1", metadata)
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    fonts = [font for one in resources for font in one["/Font"].get_object().values()]
    for font in fonts:
        assert "Tinos" in font.get_object()["/BaseFont"]
        assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object()


def test_the_same_plan_gives_the_same_bytes(fabric: Fabric) -> None:
    """A second press, with its own reading of the fonts, makes no difference."""
    again = Press(PRESS.layouts, PRESS.fonts)
    assert made(fabric, TINH_2025) == official_pdf(fabric.plans[TINH_2025], fabric.registry, again)


def test_blanks_stay_wide(fabric: Fabric) -> None:
    """Room is left where number and day are still to be written, and only there."""
    [part] = official_data(fabric.plans[HUYEN_DONG_XUAN], fabric.registry)["parts"]
    assert re.fullmatch("Số:\u00a0{8}/KH-UBND", said(part["top"]["number"]))
    assert re.search("ngày\u00a0{8}tháng 02 năm 2025", said(part["top"]["date"]))


def test_a_blank_is_a_letter_as_any_other(fabric: Fabric) -> None:
    """Beside blanks that do not break too: else each blank between two words is put in with a text of its own."""
    reader = PdfReader(io.BytesIO(made(fabric, HUYEN_DONG_XUAN)))
    contents = [page.get_contents() for page in reader.pages]
    drawn = b"".join(content.get_data() for content in contents if content is not None)
    assert b"BDC" in drawn
    assert b"/ActualText( )" not in drawn


@pytest.mark.parametrize(("status", "mark"), [("draft", "DỰ THẢO"), ("withdrawn", "thu hồi")])
def test_draft_and_withdrawn_say_so(fabric: Fabric, status: str, mark: str) -> None:
    """A draft is marked on every page and has no foot; a withdrawn plan says it in the foot."""
    linked = fabric.plans[XA_EA_KNOP]
    changed = LinkedPlan(replace(linked.plan, status=status), linked.linker)
    reader = PdfReader(io.BytesIO(official_pdf(changed, fabric.registry, PRESS)))
    texts = [page.extract_text() for page in reader.pages]
    assert [text for text in texts if mark not in text] == []
    assert any(NOT_THE_ORIGINAL in text for text in texts) == (status != "draft")


def test_headings_go_down_one_level_at_a_time(fabric: Fabric) -> None:
    """PDF/UA lets no level be skipped; the title is the first."""
    for linked in fabric.plans.values():
        for part in official_data(linked, fabric.registry)["parts"]:
            above = 1
            for block in part["blocks"]:
                if block["level"]:
                    assert 2 <= block["level"] <= above + 1
                    above = block["level"]


def test_words_are_never_code(fabric: Fabric) -> None:
    """Typst code in a plan comes out as the characters it is; control characters vanish."""
    linked = fabric.plans[XA_EA_KNOP]
    hostile = '#panic("x") $x$ *a* `b` @c <d> \\u{41} #read("/etc/passwd")\x00'
    changed = LinkedPlan(replace(linked.plan, close=hostile, title=f"Kế hoạch {hostile}"), linked.linker)
    text = " ".join(pages(official_pdf(changed, Registry(), PRESS)))
    assert bare(hostile.rstrip("\x00")) in bare(text)


def test_copies_for_signing_and_reading(fabric: Fabric) -> None:
    """To be signed without a foot and with blanks, to be read with the line that it is no original."""
    linked = fabric.plans[SO_XAY_DUNG]
    signing, reading = (official_data(linked, fabric.registry, purpose) for purpose in ("signing", "reading"))
    assert (signing["draft"], signing["footer"]) == (False, "")
    assert reading["footer"] == NOT_THE_ORIGINAL
    assert bare(said(signing["parts"][0]["top"]["number"])) == "Số:/KH-SXD"
    assert bare(said(signing["parts"][0]["top"]["date"])) == "ĐắkLắk,ngàytháng7năm2025"
    assert signing["parts"][0]["blocks"] == reading["parts"][0]["blocks"]
