"""A PDF file said in half the bytes: each letter, its place, tags and outline are what Typst made."""

from __future__ import annotations

import io
import zlib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

import pdfplumber
import pytest
from corpus import PLAN_IDS, ROOT, TINH_2025, XA_EA_KNOP
from pypdf import PdfReader, PdfWriter
from wordtables import SHAPES

from kehoach.exports.pdf import official_data
from kehoach.exports.pdfletters import with_small_letters
from kehoach.exports.typesetting import Press
from kehoach.importing.read import import_file
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.linking import Linker
from kehoach.model.fromdata import plan_from
from kehoach.model.registry import Registry

NEAR = 0.05
"""Points by which a letter may stand beside its place; a hair is four times as wide."""


class OfTypst(Press):
    """A press whose files are left as Typst makes them."""

    def made(self, data: Any) -> bytes:
        return self._set("official", data, format="pdf", pdf_standards=["ua-1"])


PRESS = OfTypst(ROOT / "site_src" / "templates", ROOT / "site_src" / "fonts")


@cache
def of_plan(fabric: Fabric, plan_id: str) -> tuple[bytes, bytes]:
    """What Typst makes of a plan, and the same in few bytes."""
    made = PRESS.made(official_data(fabric.plans[plan_id], fabric.registry))
    return made, with_small_letters(made)


def of_shape(shape: str) -> bytes:
    data = import_file(SHAPES[shape](), issuer="xa-mau").data
    linked = LinkedPlan(plan_from("xa-mau/tuyen-truyen/2026", data), Linker(Registry()))
    return PRESS.made(official_data(linked, Registry()))


def assert_same_letters(made: bytes, small: bytes) -> None:
    with pdfplumber.open(io.BytesIO(made)) as old, pdfplumber.open(io.BytesIO(small)) as new:
        for was, now in zip(old.pages, new.pages, strict=True):
            assert (was.width, was.height, len(was.lines)) == (now.width, now.height, len(now.lines))
            for before, after in zip(was.chars, now.chars, strict=True):
                assert (before["text"], before["fontname"], before["size"]) == (
                    after["text"],
                    after["fontname"],
                    pytest.approx(after["size"]),
                )
                for side in ("x0", "x1", "top"):
                    assert after[side] == pytest.approx(before[side], abs=NEAR), before["text"]


def headed(reader: PdfReader, outline: Any, depth: int = 0) -> Iterator[Any]:
    """The outline: titles with their depth, page and height."""
    for entry in outline:
        if isinstance(entry, list):
            yield from headed(reader, entry, depth + 1)
        else:
            yield depth, entry.title, reader.get_destination_page_number(entry), entry.top


Words = dict[tuple[int, int], str]
"""What is said under a mark, by the number of its page in the file, and its own."""


def words_of_marks(data: bytes) -> Words:
    words: Words = defaultdict(str)
    numbers = [page.indirect_reference.idnum for page in PdfReader(io.BytesIO(data)).pages if page.indirect_reference]
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for number, page in zip(numbers, pdf.pages, strict=True):
            for letter in page.chars:
                if letter["mcid"] is not None:
                    words[number, letter["mcid"]] += letter["text"]
    return words


def tagged(node: Any, words: Words, page: int = 0) -> Iterator[Any]:
    """All that a screen reader is told, in its order: kinds, titles, and what each element says."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for are_marks, below in groupby(node, key=lambda one: isinstance(one, int)):
            if are_marks:
                yield "".join(words[page, mark] for mark in below)
            else:
                for one in below:
                    yield from tagged(one, words, page)
        return
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    if "/MCID" in node:
        yield words[page, node["/MCID"]]
        return
    yield (node.get("/S"), node.get("/T"), node.get("/Alt"), node.get("/Lang"))
    below = node.get("/K", [])
    yield from tagged(below if isinstance(below, list) else [below], words, page)


@pytest.mark.parametrize("plan_id", [TINH_2025, XA_EA_KNOP])
def test_each_letter_stands_where_it_stood(fabric: Fabric, plan_id: str) -> None:
    assert_same_letters(*of_plan(fabric, plan_id))


@pytest.mark.parametrize("shape", ["merged", "wide"])
def test_letters_and_lines_of_tables_too(shape: str) -> None:
    made = of_shape(shape)
    small = with_small_letters(made)
    assert len(small) < len(made)
    assert_same_letters(made, small)


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_a_file_is_little_more_than_half(fabric: Fabric, plan_id: str) -> None:
    """Words that are read out come in the same order, and in few bytes."""
    made, small = of_plan(fabric, plan_id)
    assert len(small) < 0.6 * len(made)
    old, new = (PdfReader(io.BytesIO(data)) for data in (made, small))
    assert [page.extract_text().split() for page in new.pages] == [page.extract_text().split() for page in old.pages]


def test_tags_outline_and_properties_are_the_same(fabric: Fabric) -> None:
    old, new = (PdfReader(io.BytesIO(data)) for data in of_plan(fabric, TINH_2025))
    roots: list[Any] = [reader.trailer["/Root"].get_object() for reader in (old, new)]
    said = map(words_of_marks, of_plan(fabric, TINH_2025))
    was, now = (list(tagged(root["/StructTreeRoot"]["/K"], words)) for root, words in zip(roots, said, strict=True))
    assert was == now
    assert len(was) > 100
    assert roots[0]["/Metadata"].get_object().get_data() == roots[1]["/Metadata"].get_object().get_data()
    assert roots[0]["/Lang"] == roots[1]["/Lang"]
    titles = [list(headed(reader, reader.outline)) for reader in (old, new)]
    assert titles[0] == titles[1] != []
    assert old.metadata == new.metadata


def test_lines_of_a_paragraph_have_one_mark(fabric: Fabric) -> None:
    """But lines between which no blank is: who hears them hears two words. Each mark belongs to one element."""
    old, new = map(words_of_marks, of_plan(fabric, XA_EA_KNOP))
    assert len(new) < 0.7 * len(old)
    assert "KẾ HOẠCH" in new.values()
    assert any("đại chúng năm 2026" in words for words in new.values())
    reader = PdfReader(io.BytesIO(of_plan(fabric, XA_EA_KNOP)[1]))
    root: Any = reader.trailer["/Root"].get_object()
    listed = [words for words in tagged(root["/StructTreeRoot"]["/K"], new) if isinstance(words, str)]
    assert sorted("".join(listed)) == sorted("".join(new.values()))


def with_words(fabric: Fabric, words: str, note: str = "") -> bytes:
    data = official_data(fabric.plans[XA_EA_KNOP], fabric.registry)
    part = data["parts"][0]
    block = {**part["blocks"][0], "runs": [{"words": words, "note": note}]}
    return PRESS.made({**data, "parts": [{**part, "blocks": [block]}]})


@pytest.mark.parametrize("words", ["((Ba) lần) (ngoặc", r"Gạch \ ngược \\ và \000 (một) \(hai", "AVATAR Tự Vĩ", "’ Tự"])
@pytest.mark.parametrize("note", ["", "(Ghi \\ chú)"])
def test_words_of_all_kinds_are_read_out(fabric: Fabric, words: str, note: str) -> None:
    """Brackets and strokes that a PDF has to hide, pairs that stand closer, what stands in a footnote."""
    made = with_words(fabric, words, note)
    small = with_small_letters(made)
    old, new = (PdfReader(io.BytesIO(one)).pages[0].extract_text().split() for one in (made, small))
    assert new == old
    assert len(small) < 0.8 * len(made)
    assert_same_letters(made, small)


@pytest.mark.parametrize(
    "words",
    ["".join(map(chr, (*range(0xC0, 0x180), *range(0x391, 0x3A1), *range(0x410, 0x450)))), "Hành\u00adchính"],
    ids=["many", "soft"],
)
def test_letters_that_no_byte_can_be_stay_as_they_are(fabric: Fabric, words: str) -> None:
    """A document of many alphabets, or with letters that are read out otherwise, has only its objects packed."""
    made = with_words(fabric, words)
    small = with_small_letters(made)
    assert len(small) < len(made)
    assert b"/DescendantFonts" in zlib.decompress(small[small.index(b"/ObjStm") :].partition(b"stream\n")[2])
    assert_same_letters(made, small)


def test_files_of_others_stay_as_they_are(fabric: Fabric) -> None:
    """What is no PDF, what another program made, what ends too soon."""
    writer, other = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(other)
    made = of_plan(fabric, XA_EA_KNOP)[0]
    for data in (b"", b"%PDF-1.7\n", other.getvalue(), made[:-40], made[: len(made) // 2]):
        assert with_small_letters(data) == data
