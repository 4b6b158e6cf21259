"""Pages as values: what is printed stays as printed, nothing escapes its escaping, every link leads somewhere."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from corpus import ROOT

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, weave
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import lines
from kehoach.pages.build import build_pages, make_site
from kehoach.pages.citing import official_name
from kehoach.pages.embeds import embed, placeholder
from kehoach.pages.page import TERMS, Page, heading_anchor, href, plan_path, record_path
from kehoach.pages.prose import BLANK, only_place
from kehoach.pages.site import Site
from kehoach.wording.pathnames import path_name

TEMPLATES = ROOT / "site_src" / "templates"
HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} <!-- kehoach:newest -->"
# Blank places are shown as "…" and explained to screen readers.
SHOWN_BLANK = re.compile(rf" ?{BLANK}\s*\((?:số chưa ghi|ngày chưa ghi|chưa ghi)\)")


@dataclass
class Read(HTMLParser):
    """What a reader of a page gets: ids, links, headings and the text of each element with an id."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    text: str = ""
    hidden: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if tag == "a":
            self.links.append(str(named["href"]))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.hidden += tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag == "sup"

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text += data


def read(html: str) -> Read:
    reader = Read()
    reader.feed(html)
    reader.close()
    reader.text = " ".join(SHOWN_BLANK.sub("", reader.text).split())
    return reader


@pytest.fixture(scope="module")
def site(repository: Repository, fabric: Fabric) -> Site:
    return make_site(fabric, repository, templates=TEMPLATES)


@pytest.fixture(scope="module")
def built(site: Site) -> dict[str, Page]:
    return {page.path: page for page in build_pages(site)}


def site_of(**plan: object) -> Site:
    """A site with one small plan."""
    data = {"title": "Kế hoạch thử năm 2025", "issuer": "xa-thu", "body": [{"id": "a", "text": "Chữ."}], **plan}
    made = plan_from("xa-thu/thu/2025", data)
    repository = Repository({made.id: made})
    return make_site(weave(repository), repository, templates=TEMPLATES)


def plan_html(site: Site) -> str:
    return next(page.html for page in build_pages(site) if page.path == "ke-hoach/xa-thu/thu/2025/")


# Addresses


@pytest.mark.parametrize(
    ("here", "there", "anchor", "expected"),
    [
        ("", "ke-hoach/", "", "ke-hoach/index.html"),
        ("ke-hoach/a/b/2025/", "co-quan/x/", "", "../../../../co-quan/x/index.html"),
        ("thuat-ngu/", "", "", "../index.html"),
        ("thuat-ngu/", "thuat-ngu/", "cchc", "#cchc"),
        ("co-quan/x/", "data/duties.csv", "", "../../data/duties.csv"),
        ("", "ke-hoach/a/b/2025/", "kh_viec", "ke-hoach/a/b/2025/index.html#kh_viec"),
    ],
)
def test_href_is_relative_and_names_the_file(here: str, there: str, anchor: str, expected: str) -> None:
    """Links work under any sub-path and from an unpacked folder."""
    assert href(here, there, anchor) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("III.2.b", "III.2.b"),
        ("III.2.b.-4.+1", "III.2.b, gạch 4, cộng 1"),
        ("QD.can-cu-1", "Quyết định, căn cứ 1"),
        ("QD.dieu-2", "Quyết định, Điều 2"),
        ("thuc-hien", "phần thực hiện"),
        ("noi-nhan-8", "nơi nhận 8"),
        ("close", "đoạn kết"),
    ],
)
def test_path_name_speaks_to_people(path: str, expected: str) -> None:
    """A label path reads as an officer would say it."""
    assert path_name(path) == expected


def test_heading_anchor_keeps_the_letter_d() -> None:
    """Đ becomes d instead of vanishing."""
    assert heading_anchor("Đồng Xuân") == "dong-xuan"


IN_FRAME = {"kh_bao-sai"}
"""Anchors that stand around each page."""


def test_every_link_leads_to_a_page_and_an_anchor(built: dict[str, Page]) -> None:
    """No generated page links to a page or an anchor that is not there; files are left to the built site."""
    ids = {path: set(read(page.html).ids) for path, page in built.items()}
    ids[""] = ids["huong-dan/"] = ids["du-lieu/"] = set()
    broken = []
    for path, page in built.items():
        for link in read(page.html).links:
            target, _, anchor = link.partition("#")
            address = posixpath.normpath(posixpath.join(path, target)) if target else f"{path}index.html"
            if address.startswith("data/"):
                continue
            there = address.removesuffix("index.html")
            if there == "huong-dan/dua-len-cong/" or there.endswith("/nhung/"):
                continue  # authored, and made beside the pages
            if there not in ids or (anchor and anchor not in ids[there] | IN_FRAME):
                broken.append((path, link))
    assert broken == []


def test_ids_are_unique_and_headings_in_order(built: dict[str, Page]) -> None:
    """A page has one h1, no id twice, no heading that skips a level, and its table of contents exists in it."""
    for path, page in built.items():
        found = read(page.html)
        assert [name for name, count in Counter(found.ids).items() if count > 1] == [], path
        assert found.headings.count(1) == 1, path
        steps = zip(found.headings, found.headings[1:], strict=False)
        assert [pair for pair in steps if pair[1] > pair[0] + 1] == [], path
        anchors = [entry.anchor for top in page.toc for entry in (top, *top.children)]
        assert set(anchors) <= set(found.ids), path


# The plan page


def test_plan_pages_show_every_printed_word(site: Site, built: dict[str, Page]) -> None:
    """Each printed line stands on its plan's page word for word, in printed order."""
    assert site.fabric.plans
    for plan_id, linked in site.fabric.plans.items():
        text = read(built[plan_path(plan_id)].html).text
        position = 0
        for line in linked.lines:
            if line.is_header or line.kind in ("recipients", "recipient"):
                continue
            words = " ".join(line.words.split())
            found = text.find(words, position)
            assert found >= 0, (plan_id, line.path, words)
            position = found if line.kind in ("signature", "signer") else found + len(words)


def test_every_anchor_of_a_plan_is_on_its_page(site: Site, built: dict[str, Page]) -> None:
    """The permanent id of every provision is an id of the page."""
    for plan_id, linked in site.fabric.plans.items():
        anchors = {line.anchor for line in linked.lines if line.anchor}
        assert anchors <= set(read(built[plan_path(plan_id)].html).ids)


def test_hostile_text_stays_text() -> None:
    """Markup, template code and placeholders in a plan come out as the characters they are, on every page."""
    site = site_of(
        title=f"Kế hoạch {HOSTILE}",
        body=[{"id": "a", "heading": HOSTILE, "text": HOSTILE, "lead": HOSTILE, "run_in": True}],
        recipients=[HOSTILE],
        sic=[{"at": "a", "text": "alert(1)", "means": HOSTILE, "reason": HOSTILE}],
        close=HOSTILE,
    )
    for page in build_pages(site):
        html = embed(site, page.html, page.path)
        assert set(re.findall(r"<script[^>]*>", html)) <= {'<script src="../../../../assets/javascripts/state.js">'}
        assert "<!-- kehoach" not in html
    assert "{{ 7 * 7 }}" in read(plan_html(site)).text
    assert "49" not in plan_html(site)


def test_blanks_are_shown_and_said() -> None:
    """A number and a day left blank show as "…" with their meaning, never as nothing."""
    issued = {"place": "Thử", "date": None, "printed": "ngày tháng 01 năm 2025"}
    site = site_of(number=None, symbol="KH-UBND", issued=issued)
    html = plan_html(site)
    assert "số chưa ghi" in html
    assert "ngày chưa ghi" in html
    name = official_name(site.plan("xa-thu/thu/2025"))
    assert name == "Kế hoạch số …/KH-UBND, ngày … tháng 01 năm 2025 (số và ngày chưa ghi)"


def test_header_that_the_source_lacks_is_marked_as_derived() -> None:
    """A header block that the text received lacks says so; one that is there does not."""
    issued = {"place": "Thử", "date": "2025-03-05", "printed": "ngày 05 tháng 3 năm 2025"}
    assert "kh-derived" in plan_html(site_of(number="5", symbol="KH-UBND", issued=issued))
    printed = site_of(number="5", symbol="KH-UBND", issued=issued, header=["UBND xã Thử"])
    assert "kh-derived" not in plan_html(printed)


def test_derived_header_of_an_authority(built: dict[str, Page]) -> None:
    """A commune's People's Committee stands alone above its number."""
    html = built["ke-hoach/xa-ea-knop/tuyen-truyen-cchc/2026/"].html
    assert "kh-derived" in html
    assert "ỦY BAN NHÂN DÂN XÃ EA KNỐP Số:" in read(html).text


@pytest.mark.parametrize(
    ("sought", "words", "expected"),
    [
        ("trương,", "chủ trương, đường lối", (4, 11)),
        ("của", "của Đảng, của Nhà nước", None),
        ("Nội", "Nộivụ", None),
        ("", "chữ", None),
    ],
)
def test_only_place_never_guesses(sought: str, words: str, expected: tuple[int, int] | None) -> None:
    """A note is set beside its words only where they stand once, as whole words."""
    assert only_place(sought, words) == expected


def test_doubtful_readings_are_visible(built: dict[str, Page]) -> None:
    """A doubtful correction is marked in the text and leads to its explanation."""
    html = built["ke-hoach/so-xay-dung-dak-lak/tuyen-truyen-cchc/2025/"].html
    assert 'class="kh-doubtful"' in html
    mark = re.search(r'<sup><a href="thong-tin/index.html#(kh_ghi-chu-\d+)"[^>]*>\d+\?</a>', html)
    assert mark
    assert f'id="{mark[1]}"' in built["ke-hoach/so-xay-dung-dak-lak/tuyen-truyen-cchc/2025/thong-tin/"].html


def test_every_note_is_listed(site: Site, built: dict[str, Page]) -> None:
    """All corrections and kept slips of a plan are in its record, marked in the text or not."""
    for plan_id, linked in site.fabric.plans.items():
        notes = len(linked.plan.corrections) + len(linked.plan.sic)
        record = built[record_path(plan_id)].html
        assert record.count('class="kh-remark"') == notes


def test_a_term_is_linked_once_in_a_plan(built: dict[str, Page]) -> None:
    """The first CCHC of a plan is a link that says its meaning, later ones say it on a tap."""
    html = built["ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/"].html
    assert len(re.findall(rf'href="[^"]*{TERMS}index.html#cchc"', html)) == 1
    assert html.count("<abbr>CCHC</abbr>") > 5


# Embedded pieces


def test_embed_replaces_placeholders(site: Site) -> None:
    """A placeholder of an authored page becomes the piece it names."""
    html = embed(site, f"<p>Trước</p>{placeholder('newest')}", "")
    assert 'href="ke-hoach/xa-ea-knop/tuyen-truyen-cchc/2026/index.html"' in html


def test_unknown_piece_is_an_error() -> None:
    """A misspelt name stops the build."""
    with pytest.raises(KeyError):
        placeholder("khong-co")


def test_small_plan_has_all_lines(site: Site) -> None:
    """The helper's plan is a plan like any other."""
    small = site_of().fabric.plans["xa-thu/thu/2025"].plan
    assert [line.words for line in lines(small)] == ["KẾ HOẠCH", "Thử năm 2025", "Chữ."]
