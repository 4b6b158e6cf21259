"""What pages say to machines: only what is known, JSON that cannot leave its element, pictures, redirects."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from corpus import ROOT, SO_XAY_DUNG, XA_EA_KNOP

from kehoach.exports.typesetting import Press
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric
from kehoach.model.plan import SignedFile
from kehoach.pages.build import make_site
from kehoach.pages.home import Home, home
from kehoach.pages.metadata import _embedded, head, legislation
from kehoach.pages.page import Page
from kehoach.pages.paper import embed_page, one_file, snippet
from kehoach.pages.pictures import HEIGHT, WIDTH, picture_path, pictures
from kehoach.pages.redirects import FILE, BrokenMap, moves, redirect_pages
from kehoach.pages.site import Site

PLACE = home("Trang thử", "https://a.example/b")
SOURCE = ROOT / "site_src"


@pytest.fixture(scope="module")
def site(fabric: Fabric, repository: Repository) -> Site:
    return make_site(fabric, repository, templates=SOURCE / "templates")


def plan_head(site: Site, plan_id: str, place: Home) -> str:
    return str(head(site, Page(f"ke-hoach/{plan_id}/", 'Tên "<x>', "", description="Mô tả"), place))


def test_legislation_says_what_is_known(site: Site) -> None:
    """A plan with number and day has both, with who passed it and what it rests on."""
    found = legislation(site, site.plan(SO_XAY_DUNG), PLACE)
    assert found["@type"] == "Legislation"
    assert found["legislationIdentifier"] == "618/KH-SXD"
    assert found["legislationDate"] == "2025-07-30"
    assert found["url"] == f"https://a.example/b/ke-hoach/{SO_XAY_DUNG}/index.html"
    assert found["legislationJurisdiction"] == {"@type": "AdministrativeArea", "name": "Tỉnh Đắk Lắk"}
    assert found["isBasedOn"]
    assert all(based.startswith("https://a.example/b/") for based in found["isBasedOn"])


def test_official_place_is_the_same_document(site: Site) -> None:
    """What the body published officially is named as the same document; without it nothing is."""
    plan = site.plan(SO_XAY_DUNG)
    assert "sameAs" not in legislation(site, plan, PLACE)
    published = replace(plan, official_url="https://congbao.example.gov.vn/618")
    assert legislation(site, published, PLACE)["sameAs"] == "https://congbao.example.gov.vn/618"


def test_unknown_is_left_out(site: Site) -> None:
    """A plan whose number and day are blank has no identifier, no date and no legal force."""
    found = legislation(site, site.plan(XA_EA_KNOP), PLACE)
    assert not {"legislationIdentifier", "legislationDate", "datePublished", "legislationLegalForce"} & set(found)
    assert None not in found.values()


def test_only_the_signed_file_is_not_called_unofficial(site: Site) -> None:
    """Every form made here has unofficial legal value; the signed original is listed with its SHA-256."""
    plan = replace(site.plan(SO_XAY_DUNG), signed_file=SignedFile("https://a.example/x.pdf", "0" * 64))
    *own, signed = legislation(site, plan, PLACE)["encoding"]
    assert {entry["legislationLegalValue"] for entry in own} == {"https://schema.org/UnofficialLegalValue"}
    assert signed == {"@type": "LegislationObject", "contentUrl": "https://a.example/x.pdf", "sha256": "0" * 64}


@pytest.mark.parametrize("place", [PLACE, home("Trang", "")], ids=["known", "relative"])
def test_json_in_the_head_is_valid_and_inert(site: Site, place: Home) -> None:
    """The script element holds one JSON value without any character that could end it."""
    html = plan_head(site, XA_EA_KNOP, place)
    [text] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text)["inLanguage"] == "vi"
    hostile = {"name": "</script><!-- <script> & \u2028 \u2029"}
    assert not re.search("[<>&\u2028\u2029]", _embedded(hostile))
    assert json.loads(_embedded(hostile)) == hostile


def test_other_forms_are_named(site: Site) -> None:
    """A plan has its plain text, a body with plans or duties its feed; any other page has neither."""
    assert f'href="../../../../data/plans/{XA_EA_KNOP}.md"' in plan_head(site, XA_EA_KNOP, PLACE)
    body = str(head(site, Page("co-quan/xa-ea-knop/", "Xã", ""), PLACE))
    assert 'type="application/atom+xml" title="Xã: kế hoạch và việc" href="../../data/units/xa-ea-knop.xml"' in body
    assert 'rel="alternate"' not in head(site, Page("co-quan/quoc-hoi/", "Quốc hội", ""), PLACE)
    assert 'rel="alternate"' not in head(site, Page("lich/", "Lịch", ""), PLACE)


def test_title_cannot_leave_its_attribute(site: Site) -> None:
    """Open Graph values are escaped."""
    assert '<meta property="og:title" content="Tên &#34;&lt;x&gt;">' in plan_head(site, XA_EA_KNOP, PLACE)


def test_addresses_are_whole_where_known_and_else_relative(site: Site) -> None:
    """The picture's address follows the site's; without one there is no og:url, and nobody could load a picture."""
    whole, relative = plan_head(site, XA_EA_KNOP, PLACE), plan_head(site, XA_EA_KNOP, home("Trang", None))
    assert f'content="https://a.example/b/{picture_path(XA_EA_KNOP)}"' in whole
    assert picture_path(XA_EA_KNOP) not in relative
    assert "og:url" in whole
    assert "og:url" not in relative


def test_pictures_are_small_and_the_same_every_time(site: Site) -> None:
    """Each plan has a PNG of the promised size, below 100 kB; a second press draws the same bytes."""
    press = Press(SOURCE / "templates", SOURCE / "fonts")
    drawn = pictures(site, press, PLACE)
    assert set(drawn) == {picture_path(plan_id) for plan_id in site.fabric.plans}
    for data in drawn.values():
        assert data.startswith(b"\x89PNG")
        assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (WIDTH, HEIGHT)
        assert len(data) < 100_000
    assert pictures(site, Press(SOURCE / "templates", SOURCE / "fonts"), PLACE) == drawn
    assert pictures(site, press, replace(PLACE, color="#0b5394")) != drawn


def test_one_file_needs_no_other(site: Site) -> None:
    """The file has its style within, no script, and leads nowhere but within itself."""
    style = (SOURCE / "docs/assets/stylesheets/paper.css").read_text(encoding="utf-8")
    for plan_id, linked in site.fabric.plans.items():
        html = one_file(site, plan_id, home("", None), style)
        assert "<script" not in html
        assert "url(" not in html
        addresses = set(re.findall(r'(?:href|src)="([^"]*)"', html))
        assert {a for a in addresses if not a.startswith("#")} == {"data:,"}
        ids = set(re.findall(r'\sid="([^"]*)"', html))
        assert {a[1:] for a in addresses if a.startswith("#")} <= ids
        assert {item.id for item in linked.plan.walk()} <= ids


def test_embedded_page_opens_the_whole_one_in_a_new_tab(site: Site) -> None:
    """The one link out of the frame does not replace the portal."""
    html = embed_page(site, XA_EA_KNOP, home("", None))
    assert '<a href="../index.html" rel="noopener" target="_blank">' in html
    assert '<link rel="stylesheet" href="../../../../../assets/stylesheets/paper.css">' in html


def test_snippet_is_one_escaped_line(site: Site) -> None:
    """The line for a portal holds the address and the plan's title."""
    line = snippet(site, XA_EA_KNOP, PLACE)
    assert line.startswith(f'<iframe src="https://a.example/b/ke-hoach/{XA_EA_KNOP}/nhung/index.html" title="Kế hoạch')
    assert "\n" not in line


def test_old_address_leads_to_the_new_one() -> None:
    """A page stands at the old address, with refresh, link and script relative to it."""
    [(path, data)] = redirect_pages("a/b/ c/d/ # lý do\n", {"c/d/"}, home("", None)).items()
    assert path == "a/b/index.html"
    html = data.decode()
    assert '<meta http-equiv="refresh" content="0; url=../../c/d/index.html">' in html
    assert '<a href="../../c/d/index.html">' in html
    assert '<script src="../../assets/javascripts/moved.js" defer>' in html


@pytest.mark.parametrize(
    "line",
    ["a/", "a/ b/ c/", "a b/", "../a/ b/", "/a/ b/", "a//c/ b/", "a/ nowhere/", "held/ held/", 'a/ "><script>/'],
)
def test_a_broken_map_is_refused(line: str) -> None:
    """Half a pair, an address out of the site, one that is still held, and one that leads nowhere."""
    with pytest.raises(BrokenMap, match=FILE):
        redirect_pages(line, {"b/", "held/"}, home("", None))


def test_committed_map_can_be_read() -> None:
    """The repository's own map has only well-formed lines."""
    assert dict(moves((SOURCE / FILE).read_text(encoding="utf-8"))) is not None


def test_folder_of_fonts_carries_its_licence() -> None:
    """The bundled fonts are under the Open Font License, which asks to be passed on with them."""
    fonts = Path(SOURCE / "fonts")
    assert sorted(path.suffix for path in fonts.iterdir()) == [".ttf"] * 4 + [".txt"]
    assert "SIL Open Font License" in (fonts / "Tinos.OFL.txt").read_text(encoding="utf-8")
