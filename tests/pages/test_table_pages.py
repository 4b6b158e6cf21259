"""Tables and appendices on pages: headings for screen readers, anchors, cards, checklists, search, data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpus import ROOT
from expectations import repository_at
from wordtables import SHAPES

from kehoach.comparison.editions import Editions
from kehoach.exports.opendata import plan_data, tables
from kehoach.files.repository import load
from kehoach.importing.read import import_file
from kehoach.meaning.fabric import weave
from kehoach.pages.build import make_site
from kehoach.pages.plan import plan_page
from kehoach.pages.searchsources import volumes
from kehoach.pages.site import Site

PLAN = "xa-mau/tuyen-truyen/2026"


@pytest.fixture
def site(tmp_path: Path, request: pytest.FixtureRequest) -> Site:
    """A site with one of the shapes as its only plan."""
    (repository_at(tmp_path) / "2026.yaml").write_text(
        import_file(SHAPES[request.param](), issuer="xa-mau").yaml, encoding="utf-8"
    )
    repository = load(tmp_path)
    return make_site(weave(repository), repository, templates=ROOT / "site_src" / "templates")


@pytest.mark.parametrize("site", ["merged"], indirect=True)
def test_headings_are_tied_to_their_columns(site: Site) -> None:
    """Each heading has its scope, rows their anchor, merged cells their size; what a card repeats is marked."""
    html = plan_page(site, PLAN).html
    assert '<th scope="colgroup" role="columnheader" colspan="2">Phân công</th>' in html
    assert '<th scope="col" role="columnheader" rowspan="2">Thời gian</th>' in html
    assert 'id="niem-yet-thu-tuc"' in html and 'data-heading="Chủ trì" class="kh-again' in html
    assert 'role="region" tabindex="0" aria-label="II, bảng 1"' in html


@pytest.mark.parametrize("site", ["wide"], indirect=True)
def test_appendix_is_a_sheet_behind_the_signature(site: Site) -> None:
    """The appendix stands below whoever signs, wide where its table is, and in the table of contents."""
    page = plan_page(site, PLAN)
    assert page.html.index("Trần Văn Mẫu") < page.html.index("kh-appendix kh-sheet-wide")
    assert "PHỤ LỤC I: Danh mục nhiệm vụ năm 2026" in [entry.title for entry in page.toc]


@pytest.mark.parametrize("site", ["months"], indirect=True)
def test_words_of_cells_are_text(site: Site) -> None:
    """Nothing of a cell is markup, in the plan page and in the search."""
    passages = {p.anchor: p.words for p in volumes(site, [*site.fabric.plans][-1:])[0].passages}
    assert [word for word in passages["lap-danh-sach-ho-so"].split() if word not in "-–"] == [
        "1",
        "Lập",
        "danh",
        "sách",
        "hồ",
        "sơ",
        "Văn",
        "phòng",
        "x",
    ]


@pytest.mark.parametrize("site", ["inspection"], indirect=True)
def test_open_data_have_rows(site: Site) -> None:
    """Rows are duties in duties.csv, by path; the plan's JSON says where each cell stands."""
    duties = bytes(dict(tables(site.fabric))["data/duties.csv"]).decode()
    assert "PL1.T1.R1" in duties and "Tháng 3/2026" in duties
    whole = json.loads(plan_data(site.fabric, Editions(site.fabric), PLAN)[f"data/plans/{PLAN}.json"])
    cell = next(line for line in whole["lines"] if line["words"] == "Tháng 9/2026")
    assert cell["cell"] == {"row": 1, "column": 2, "kind": "schedule", "columns": 1, "rows": 1}
    assert cell["path"] == "PL1.T1.R2"
