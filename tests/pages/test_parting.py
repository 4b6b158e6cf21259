"""Long indexes are cut by place, year and letters: no page is long, every entry is reached, short ones stay whole."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from collections import Counter

import pytest
from corpus import ROOT

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, weave
from kehoach.model.fromdata import plan_from
from kehoach.model.frozen import but
from kehoach.pages.build import INDEX_PARTS, build_pages, make_site, parts
from kehoach.pages.directory import UnitRow
from kehoach.pages.embeds import embed, placeholder
from kehoach.pages.namedlinks import Named
from kehoach.pages.page import (
    DATA,
    DOCUMENTS,
    FABRIC,
    PLANS,
    UNITS,
    Page,
    document_path,
    plan_file,
    plan_path,
    unit_path,
)
from kehoach.pages.parting import CARDS, LINES, PART, SHORT, IndexBlock, IndexSection, cut, letters, part_pages
from kehoach.pages.site import Site

BODIES = LINES + 120
_NAMELESS = {"names": (), "self_names": (), "full_names": (), "successions": ()}
_FIRST = ("Ea", "Cư", "Krông", "Đức", "An")


def _named(number: int) -> str:
    """Name a commune: every second name begins with the same word, so that one letter is not enough."""
    first = "Ea" if number % 2 else _FIRST[number % 5]
    return f"{first} {'abcdeghikl'[number % 10].upper()}{'aeiouy'[number % 6]}n {number}"


@pytest.fixture(scope="module")
def site(repository: Repository) -> Site:
    """Some hundreds of communes, each with an office, a plan of two years and a decision of its own."""
    registry = repository.registry
    units, documents, plans = dict(registry.units), dict(registry.documents), {}
    model, office = units["xa-ea-knop"], units["phong-van-hoa-xa-hoi-ea-knop"]
    document = next(iter(documents.values()))
    for number in range(BODIES):
        unit, name = f"xa-{number}", _named(number)
        units[unit] = but(model, id=unit, name=f"Ủy ban nhân dân xã {name}", area=f"xã {name}", **_NAMELESS)
        within = f"phong-{number}"
        units[within] = but(office, id=within, name=f"Phòng Văn hóa xã {name}", within=unit, **_NAMELESS)
        documents[unit] = but(document, id=unit, issuer=unit, number=f"{number % 9 + 1}", relations=())
        data = {"title": f"Kế hoạch xã {name}", "issuer": unit, "body": [{"id": "a", "heading": "Việc"}]}
        for year in (2025, 2026) if number % 2 else (2026,):
            plans[f"{unit}/tuyen-truyen-cchc/{year}"] = plan_from(f"{unit}/tuyen-truyen-cchc/{year}", data)
    registry = dataclasses.replace(registry, units=units, documents=documents)
    made = Repository(plans, registry=registry)
    return make_site(weave(made), made, templates=ROOT / "site_src" / "templates")


def _linked(page: Page) -> list[str]:
    found = re.findall(r'href="([^"#?]*)', page.html)
    return [posixpath.normpath(posixpath.join(page.path, link)).removesuffix("index.html") for link in found]


def _reached(site: Site, index: str, html: str) -> Counter[str]:
    """Give all addresses that an index leads to, by itself or by its parts."""
    pages = {page.path: page for page in INDEX_PARTS[f"{index}{PART}"](site)}
    waiting, found, seen = [Page(index, "", html)], Counter[str](), set()
    while waiting:
        for link in _linked(waiting.pop()):
            if link.startswith(f"{index}{PART}") and link not in seen:
                seen.add(link)
                waiting.append(pages[link])
            elif not link.startswith(f"{index}{PART}"):
                found[link] += 1
    # A part that has become too long itself is reached by nobody but those who knew it before.
    assert all(any(link in seen for link in _linked(page)) for path, page in pages.items() if path not in seen)
    return found


@pytest.fixture(scope="module")
def built(site: Site) -> dict[str, Page]:
    names = {f"index/{index}" for index in (PLANS, UNITS, DOCUMENTS, FABRIC, *INDEX_PARTS)}
    return {page.path: page for part in parts(site) if part.name in names for page in part.make()}


def test_every_entry_is_reached(site: Site, built: dict[str, Page]) -> None:
    """Each body, plan and document once, whatever page it is on."""
    bodies = _reached(site, UNITS, built[UNITS].html)
    assert {bodies[unit_path(unit)] for unit in site.registry.units} == {1}
    plans = _reached(site, PLANS, built[PLANS].html)
    assert {plans[plan_path(plan)] for plan in site.fabric.plans} == {1}
    documents = _reached(site, DOCUMENTS, built[DOCUMENTS].html)
    assert {documents[document_path(document)] for document in site.registry.documents} == {1}
    fabric = _reached(site, FABRIC, built[FABRIC].html)
    assert {fabric[plan_path(plan)] for plan in site.fabric.plans} == {1}
    files = _reached(site, DATA, embed(site, placeholder("data-files"), DATA))
    assert {files[plan_file(plan, ".json")] for plan in site.fabric.plans} == {1}


def test_no_page_is_long(built: dict[str, Page], site: Site) -> None:
    """Whatever the number of entries, for a phone."""
    lengths = {path: len(page.html.encode()) for path, page in built.items()}
    assert max(lengths.values()) < 150_000, max(lengths, key=lengths.__getitem__)
    assert len(embed(site, placeholder("data-files"), DATA).encode()) < 150_000
    assert sum(path.startswith(f"{UNITS}{PART}cap-xa_e") for path in lengths) > 2


def test_an_office_stands_below_its_commune(built: dict[str, Page]) -> None:
    """Who looks for an office knows the place."""
    page = next(page for page in built.values() if page.path.startswith(f"{UNITS}{PART}") and "/phong-7/" in page.html)
    place = page.html.index(f"<h2>Xã {_named(7)}</h2>")
    assert place < page.html.index("/xa-7/") < page.html.index("/phong-7/")


def test_short_indexes_stay_whole(repository: Repository, fabric: Fabric) -> None:
    """Five plans need no parts."""
    site = make_site(fabric, repository, templates=ROOT / "site_src" / "templates")
    assert not [page for page in build_pages(site) if PART in page.path]


def test_a_part_keeps_its_address_when_it_grows(site: Site) -> None:
    """What was a page is one still: it leads to those that took over its entries."""

    def paths(count: int) -> set[str]:
        names = [f"xã Ea {letter}n {number}" for number in range(count) for letter in "KL"]
        rows = {name: UnitRow(name, unit_path("x"), name, "division", 0, None) for name in names}
        blocks = tuple(IndexBlock(name, letters(name), (row,)) for name, row in rows.items())
        section = IndexSection("Xã", "xa", tuple(rows.values()), blocks)
        return {page.path for page in part_pages(site, Named("Các xã", "x/"), "units", [section], CARDS)}

    few, many = paths(CARDS // 2 + 1), paths(CARDS + 1)
    assert few == {f"x/{PART}xa_{end}/" for end in ("e", "ea", "eak", "eal")}
    assert few < many


def test_many_short_sections_are_long_together() -> None:
    """A page shows some of them itself, and names the parts of the others."""
    rows = tuple(range(SHORT))
    sections = [
        IndexSection(f"Năm {year}", f"nam-{year}", rows, (IndexBlock("A", ("a",), rows),)) for year in range(20)
    ]
    shown = cut("x/", sections, LINES)
    assert sum(section.count for section in shown if not section.parts) == LINES // 2
    assert all(part.count == SHORT for section in shown for part in section.parts)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("xã Ea Knốp", "eaknop"), ("thị trấn Đức An", "ducan"), ("tỉnh Đắk Lắk", "daklak"), ("phường 12", "phuong12")],
)
def test_a_place_goes_by_its_own_name(name: str, expected: str) -> None:
    """Not by what kind of place it is."""
    assert "".join(letters(name)) == expected
