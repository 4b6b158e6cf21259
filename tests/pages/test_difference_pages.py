"""The page of two editions, the marks on plan pages, and the history of a plan's file."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from checkouts import change, checkout, commit
from corpus import ROOT, TINH_2021, TINH_2025, XA_EA_KNOP

from kehoach.comparison.editions import Editions
from kehoach.exports.opendata import open_data
from kehoach.files.repository import Repository, load
from kehoach.files.revisions import Revision, Version, versions
from kehoach.meaning.fabric import Fabric, LinkedPlan, weave
from kehoach.model.fromdata import plan_from
from kehoach.model.plan import Plan
from kehoach.pages.build import build_pages, make_site
from kehoach.pages.page import Page, difference_file, difference_path, plan_path, record_path
from kehoach.pages.site import Site

TEMPLATES = ROOT / "site_src" / "templates"
HERE = difference_path(TINH_2021, TINH_2025)


class Reader(HTMLParser):
    """What a page holds: ids, links within it, and what a screen reader says of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.said: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.links.append(str(found.get("href")))

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@pytest.fixture(scope="module")
def site(fabric: Fabric, repository: Repository) -> Site:
    return make_site(fabric, repository, templates=TEMPLATES, today=dt.date(2026, 1, 15))


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in build_pages(site)}


@pytest.fixture(scope="module")
def page(pages: dict[str, Page]) -> Page:
    return pages[HERE]


def test_every_adjacent_pair_has_a_page(fabric: Fabric, pages: dict[str, Page]) -> None:
    """Adjacent editions, and the first with the last where there are more than two."""
    assert [path for path in pages if "/so-sanh/" in path] == [HERE]
    plans = dict(fabric.plans)
    for year in (2023, 2027):
        linked = plans[TINH_2025]
        renamed = replace(linked.plan, id=TINH_2025.replace("2025", str(year)))
        plans[renamed.id] = LinkedPlan(renamed, linked.linker)
    found = Editions(Fabric(fabric.registry, plans)).pairs
    years = [(old.rpartition("/")[2], new.rpartition("/")[2]) for old, new in found]
    assert years == [("2021", "2023"), ("2023", "2025"), ("2025", "2027"), ("2021", "2027")]


def test_ids_are_unique_and_links_lead_somewhere(page: Page) -> None:
    """No id stands twice; every link within the page has its place."""
    read = Reader(page.html)
    assert len(read.ids) == len(set(read.ids))
    inner = {link.removeprefix("#") for link in read.links if link.startswith("#")}
    assert inner and inner <= set(read.ids)
    toc = [heading.anchor for entry in page.toc for heading in (entry, *entry.children)]
    assert set(toc) <= set(read.ids)


def test_the_whole_of_both_plans_is_there(page: Page, fabric: Fabric) -> None:
    """Every printed word of the provisions of either plan stands on the page."""
    said = re.sub(r"\[(?:thêm|bỏ|hết)\]|\s+", "", "".join(Reader(page.html).said))
    for plan_id in (TINH_2021, TINH_2025):
        for item in fabric.plans[plan_id].plan.walk():
            for words in (item.heading, item.text):
                pieces = re.sub(r"\s+", "", words)
                assert pieces.lower()[:12] in said.lower(), words


def test_screen_readers_are_told(page: Page) -> None:
    """Each inserted or deleted run says so in words, before and after."""
    for tag, word in (("ins", "thêm"), ("del", "bỏ")):
        runs = re.findall(rf"<{tag}>(.*?)</{tag}>", page.html.partition('class="kh-marks"')[2], re.DOTALL)
        marked = [run for run in runs if run.startswith(f'<span class="kh-sr">[{word}] </span>')]
        assert len(marked) >= len(runs) - 1
        assert all(run.endswith("[hết]</span>") for run in marked)


def test_headline_links_to_places(page: Page) -> None:
    """The places that sentences cite lead to the changes."""
    headline = page.html.partition('id="kh_dang-chu-y"')[2].partition("</section>")[0]
    assert 'href="#quan-triet-chu-de-cchc">mục I.1.c</a>' in headline
    assert re.search(r'href="#[^"]+">mục III\.4, gạch 4, cộng 3 năm 2021</a>', headline)


def test_moved_provisions_lead_to_where_they_went(page: Page) -> None:
    """At the old place a sign leads to the new one, and back."""
    departures = re.findall(r'id="(tu_[^"]+)" tabindex="-1" data-kh-change>\s*<p>.*?<a href="#([^"]+)"', page.html)
    assert departures
    for sign, place in departures:
        assert sign == f"tu_{place}"
        assert f'href="#{sign}">chỗ cũ<span' in page.html


def test_words_of_plans_are_escaped(fabric: Fabric, repository: Repository) -> None:
    """Markup in a plan's words comes out as text."""
    loaded = repository.plan_files[TINH_2025].value
    hostile = plan_from(TINH_2025, {**loaded, "close": "<script>alert(1)</script> <b>đậm</b>"})
    linker = fabric.plans[TINH_2025].linker
    changed = Fabric(fabric.registry, {**fabric.plans, TINH_2025: LinkedPlan(hostile, linker)})
    made = make_site(changed, repository, templates=TEMPLATES)
    page = next(p for p in build_pages(made) if p.path == HERE)
    assert "&lt;script&gt;" in page.html
    assert "<script" not in page.html and "<b>" not in page.html


def test_data_is_published_and_listed(fabric: Fabric) -> None:
    """The comparison as JSON, with its entry in the data package."""
    files = open_data(fabric)
    address = difference_file(TINH_2021, TINH_2025)
    data = json.loads(files[address])
    assert (data["from"], data["to"]) == (TINH_2021, TINH_2025)
    resources = {r["path"]: r for r in json.loads(files["data/datapackage.json"])["resources"]}
    listed = resources[address.removeprefix("data/")]
    assert listed["bytes"] == len(files[address])


def test_plan_pages_say_what_changed(pages: dict[str, Page]) -> None:
    """A changed provision says what became of it, each where it comes from; a script makes marks and links of that."""
    html = pages[plan_path(TINH_2025)].html
    mark = html.partition('id="quan-triet-chu-de-cchc"')[2].partition(">")[0]
    assert 'data-m=":con số 12 chỉ tiêu thành 15 chỉ tiêu; ' in mark
    assert " data-y" in mark
    assert (
        'data-kh-before="năm 2021" data-kh-changes="../so-sanh/2021..2025/index.html" data-kh-folder="../2021/"' in html
    )
    unchanged = html.partition('id="muc-tieu"')[2].partition(">")[0]
    assert " data-m" not in unchanged and " data-y" in unchanged
    assert " data-m" not in pages[plan_path(TINH_2021)].html
    assert "so-sanh/2021..2025/index.html" in pages[record_path(TINH_2021)].html


def test_history_that_cannot_be_told(pages: dict[str, Page]) -> None:
    """Without git, or in a shallow clone, the page says so and the build goes on."""
    assert "không kể được các lần sửa" in pages[record_path(XA_EA_KNOP)].html
    assert not [path for path in pages if "/sua-doi/" in path]


def test_history_from_git(tmp_path: Path) -> None:
    """Newest first, by what changed and not by what its author called it; a changed text leads to its page."""
    root = checkout(tmp_path / "kho")
    change(root, TINH_2025, "15 chỉ tiêu", "18 chỉ tiêu")
    second = commit(root, "Sửa <b>chỉ tiêu</b>")
    repository = load(root)
    site = make_site(weave(repository), repository, templates=TEMPLATES, versions=versions(root))
    pages = {page.path: page for page in build_pages(site)}
    html = pages[record_path(TINH_2025)].html
    section = html.partition('id="kh_lich-su"')[2]
    assert section.index("chữ in có sửa") < section.index("bản đầu trong kho")
    assert "chỉ tiêu</b>" not in section and "&lt;b&gt;" not in section
    revised = pages[f"{plan_path(TINH_2025)}sua-doi/{second[:10]}/"]
    assert "Tăng từ 15 lên 18 chỉ tiêu" in revised.html
    assert f"sua-doi/{second[:10]}/index.html" in section
    read = Reader(revised.html)
    assert len(read.ids) == len(set(read.ids))


def _version(revision: Revision, plan: Plan | None) -> Version:
    return Version(revision, lambda: plan)


def test_versions_that_cannot_be_read_are_passed_over(fabric: Fabric, repository: Repository) -> None:
    """A state of another schema version is listed without a comparison."""
    steps = [
        _version(Revision(f"{n}" * 40, dt.date(2026, 1, n), f"Lần {n}"), plan)
        for n, plan in ((3, fabric.plans[XA_EA_KNOP].plan), (2, None), (1, None))
    ]
    site = make_site(fabric, repository, templates=TEMPLATES, versions={XA_EA_KNOP: steps})
    pages = {page.path: page for page in build_pages(site)}
    html = pages[record_path(XA_EA_KNOP)].html
    assert html.count("không so được với bản trước") == 3 and "chữ in không đổi" not in html and "Lần 2" not in html
    assert not [path for path in pages if "/sua-doi/" in path]
