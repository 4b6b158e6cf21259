"""A marker of every metacharacter in every free text of every schema lies inert in every page, feed, file and table.

The site is built twice from marked repositories: once with a marker whose signs mean something to HTML, Markdown,
Jinja, Typst, spreadsheets and calendars, once with signs that look like them. Both must be built alike.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from assembling import assemble
from building import ENVIRONMENT
from corpus import ROOT
from marking import KINDS, Marker, free_places, marked_repository
from pypdf import PdfReader

from kehoach.exports.docx import official_document
from kehoach.files.repository import load
from kehoach.importing.read import read
from kehoach.meaning.fabric import Fabric, weave

SIGNS = "".join(
    (
        "khmark<kh-mark onclick=kh()>\"'&amp;&lt;`</p></script></title>]]>-->",
        "{{7*7}}{%x%}{#x#}[x](javascript:kh)![x](data:kh)*b*__i__#kh<l>$x${:.kh}|x|=1+1@kh\\x%0a{0}",
    )
)
# The same words with signs that mean nothing to a machine, so that the grammars read both alike.
PLAIN = SIGNS.translate(str.maketrans("<>\"'&`{}[]=@|#$*_\\%!", "‹›”’⁊ˋ⦃⦄⟦⟧≡﹫¦♯¤∗‗∖٪ꜝ"))
FORMULAS = ("=1+1", "+1+1", "-1+1", "@kh")


@pytest.fixture(scope="module")
def markers() -> dict[str, Marker]:
    return {}


def _built(base: Path, name: str, mark: str, markers: dict[str, Marker]) -> Path:
    root = base / name
    root.mkdir()

    def put(text: str, paragraphs: bool) -> str:
        return f"{text} {mark}\n{mark}" if paragraphs else f"{text} {mark}"

    markers[name] = marked_repository(root, put)
    assemble(root, "hooks", "site_src", "mkdocs.yml")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(root / "site")]
    environment = {**ENVIRONMENT, "SITE_URL": "https://a.example/", "SOURCE_DATE_EPOCH": "1767225600"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, markers: dict[str, Marker]) -> dict[str, Path]:
    """The two sites, by their markers' names."""
    base = tmp_path_factory.mktemp("marked")
    return {name: _built(base, name, mark, markers) for name, mark in (("plain", PLAIN), ("signs", SIGNS))}


def files(sites: dict[str, Path], suffix: str) -> Iterator[tuple[str, bytes, bytes]]:
    """Each file of a kind from both sites; the two have the same files."""
    names = [
        {path.relative_to(site).as_posix() for path in site.rglob(f"*{suffix}") if path.is_file()}
        for site in sites.values()
    ]
    assert names[0] == names[1] and names[0], suffix
    for name in sorted(names[0]):
        yield name, (sites["plain"] / name).read_bytes(), (sites["signs"] / name).read_bytes()


def test_marker_reached_every_free_text(sites: dict[str, Path], markers: dict[str, Marker]) -> None:
    """No text of any schema was left out."""
    for kind in KINDS:
        assert free_places(kind) - markers["signs"].reached[kind] == set(), kind


class Elements(HTMLParser):
    """How often each element with its attributes' names occurs, and the words between and in them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: Counter[str] = Counter()
        self.words: list[str] = []
        self.code = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # An anchor's or a class's name may follow from words; a new attribute may not.
        self.found[" ".join((tag, *sorted(name for name, _ in attrs)))] += 1
        self.words += [value for _, value in attrs if value]
        for name, value in attrs:
            if name in ("href", "src", "action") and value and value != "data:,":
                assert not re.match(r"\s*(?:javascript|data|vbscript):", value, re.IGNORECASE), value

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.found[f"comment {data}"] += 1

    def handle_decl(self, decl: str) -> None:
        self.found[f"declaration {decl}"] += 1

    def unknown_decl(self, data: str) -> None:
        self.found["unknown declaration"] += 1

    def handle_pi(self, data: str) -> None:
        self.found[f"instruction {data}"] += 1


def test_pages_have_the_same_elements(sites: dict[str, Path]) -> None:
    """Of no page does a word become an element, an attribute, a comment or a link that runs."""
    told = 0
    for name, plain, signs in files(sites, ".html"):
        before, after = Elements(plain.decode()), Elements(signs.decode())
        if "/trien-khai/" in name or "/so-sanh/" in name:
            # How alike two texts are is measured on letters, and what changed is told by the words read ("%" is read as
            # a share): other sentences may be said of them, in elements that the page has anyway.
            assert set(after.found) <= set(before.found), (name, after.found - before.found)
        else:
            assert after.found == before.found, (name, after.found - before.found, before.found - after.found)
        told += any(SIGNS in words for words in after.words)
    assert told > 30


def test_nothing_was_evaluated(sites: dict[str, Path]) -> None:
    """No template, macro or typesetter worked on the marker."""
    site = sites["signs"]
    texts = [
        path.read_bytes()
        for path in site.rglob("*")
        if path.suffix in (".html", ".json", ".js", ".xml", ".txt", ".csv")
    ]
    assert any(b"{{7*7}}" in text for text in texts)
    assert not any(re.search(rb"(?:&gt;|&#93;&#93;&gt;|-->|--&gt;)49\{", text) for text in texts)


def _elements(data: bytes) -> Counter[tuple[str, tuple[str, ...]]]:
    root = ElementTree.fromstring(data)
    return Counter((element.tag, tuple(sorted(element.attrib))) for element in root.iter())


def test_feed_and_map_have_the_same_elements(sites: dict[str, Path]) -> None:
    """The feed and the map of the site are XML of the same elements; the feed tells the marker."""
    for name, plain, signs in files(sites, ".xml"):
        assert _elements(signs) == _elements(plain), name
        if "feed" in name:
            assert SIGNS[:20] in "".join(ElementTree.fromstring(signs).itertext())


def _shape(value: object) -> object:
    if isinstance(value, dict):
        return {key: _shape(below) for key, below in value.items()}
    return [_shape(below) for below in value] if isinstance(value, list) else type(value).__name__


def test_data_have_the_same_shape(sites: dict[str, Path]) -> None:
    """JSON files are JSON of the same keys, and hold the marker as it is."""
    held = 0
    for name, plain, signs in files(sites, ".json"):
        before, after = json.loads(plain), json.loads(signs)
        if "diffs" not in name:
            assert _shape(after) == _shape(before), name
        held += SIGNS in json.dumps(after, ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\")
    assert held > 3


def test_search_data_are_one_call_each(sites: dict[str, Path]) -> None:
    """A script of search data is a call with two JSON values, whatever the words are."""
    found = list(sites["signs"].rglob("chi-muc/*.js"))
    assert found
    for path in found:
        call = re.fullmatch(r'khTim\.take\(("[a-z0-9]+"),(.*)\)\n', path.read_text(encoding="utf-8"), re.DOTALL)
        assert call and json.loads(call[1]) and json.loads(call[2]) is not None
        assert "\u2028" not in call[2] and "\u2029" not in call[2]


def test_calendars_have_the_same_lines(sites: dict[str, Path]) -> None:
    """Every unfolded line of a calendar is a property; no event or property was added."""
    for name, plain, signs in files(sites, ".ics"):
        names = []
        for data in (plain, signs):
            assert b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b""), name
            lines = data.decode().replace("\r\n ", "").split("\r\n")
            matches = [re.match(r'([A-Z-]+)(?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*:', line) for line in lines if line]
            assert all(matches), name
            names.append([match[1] for match in matches if match])
        assert names[0] == names[1], name


def test_tables_hold_no_formula(sites: dict[str, Path]) -> None:
    """No cell of a CSV begins as a formula; every cell of a workbook is text or a day."""
    for name, plain, signs in files(sites, ".csv"):
        before, after = (list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) for data in (plain, signs))
        assert [len(row) for row in after] == [len(row) for row in before], name
        assert not [cell for row in after for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], name
    for name, _, signs in files(sites, ".xlsx"):
        for sheet in openpyxl.load_workbook(io.BytesIO(signs)):
            cells = [cell for row in sheet for cell in row]
            assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}, name
            assert not [cell for cell in cells if cell.hyperlink], name


@pytest.fixture(scope="module")
def fabrics(sites: dict[str, Path]) -> dict[str, Fabric]:
    return {name: weave(load(site.parent)) for name, site in sites.items()}


@pytest.mark.parametrize("plan_id", ["xa-mau/tuyen-truyen/2024", "xa-mau/tuyen-truyen/2025"])
def test_official_documents_hold_the_marker_as_words(fabrics: dict[str, Fabric], plan_id: str) -> None:
    """DOCX: the same elements, no field or link, the marker whole. PDF: the marker's signs are printed."""
    plain, signs = (official_document(f.plans[plan_id], f.registry) for f in fabrics.values())
    parts = [zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml") for data in (plain, signs)]
    assert _elements(parts[0]) == _elements(parts[1])
    assert not re.search(rb"instrText|w:fldSimple|w:hyperlink|altChunk", parts[1])
    assert SIGNS in read(signs).text.replace("\n", "")


def test_pictures_and_pdf_were_typeset(sites: dict[str, Path], fabrics: dict[str, Fabric]) -> None:
    """Typst set the marker as text: it ran no function of it and failed on none of its signs."""
    from kehoach.exports.pdf import official_pdf
    from kehoach.publishing.works import press_of

    fabric = fabrics["signs"]
    plan = fabric.plans["xa-mau/tuyen-truyen/2025"]
    pdf = official_pdf(plan, fabric.registry, press_of(ROOT / "site_src"))
    text = re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))
    assert "{{7*7}}{%x%}" in text and "#kh<l>$x$" in text
    assert list(sites["signs"].rglob("*.png"))


@pytest.mark.parametrize("formula", FORMULAS)
def test_formula_at_the_start_of_a_text_is_guarded(formula: str, tmp_path: Path) -> None:
    """Where a text itself begins as a formula, the cell that begins with it does not."""
    from kehoach.exports.opendata import open_data
    from kehoach.pages.build import make_site
    from kehoach.pages.dutyfiles import duty_files
    from kehoach.pages.home import Home

    marked_repository(tmp_path, lambda text, _: f"{formula} {text}")
    repository = load(tmp_path)
    fabric = weave(repository)
    site = make_site(fabric, repository, templates=ROOT / "site_src" / "templates")
    made = {**open_data(fabric), **duty_files(site, Home("Thử"))}
    tables = {name: data for name, data in made.items() if name.endswith(".csv")}
    guarded = 0
    for name, data in tables.items():
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], name
            guarded += sum(cell.startswith(f"'{formula}") for cell in row)
    assert guarded
