"""Long lists are cut by year, and nothing is lost by it."""

from __future__ import annotations

import re

import pytest
from corpus import ROOT

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, weave
from kehoach.model.fromdata import plan_from
from kehoach.pages import handovers, relationparts, unitlists, yearly, yearpages
from kehoach.pages.build import build_pages, make_site
from kehoach.pages.frames import key_of
from kehoach.pages.page import Page
from kehoach.pages.site import Site
from kehoach.publishing import themes

CITED = "nghi-quyet-76-nq-cp-2021"
BODY = "so-noi-vu-dak-lak"


def many(repository: Repository, years: range) -> Site:
    """A site with one small plan a year that cites a document and gives a body a duty."""
    plans = {}
    for year in years:
        data = {
            "title": f"Kế hoạch thử năm {year}",
            "issuer": "tinh-dak-lak",
            "number": "1",
            "symbol": "KH-UBND",
            "issued": {"place": "Đắk Lắk", "date": f"{year}-01-05", "printed": f"ngày 05 tháng 01 năm {year}"},
            "legal_basis": ["Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ."],
            "body": [{"id": "a", "heading": "Việc", "lead": "Sở Nội vụ", "schedule": "Trong năm"}],
        }
        plan = plan_from(f"tinh-dak-lak/tuyen-truyen-cchc/{year}", data)
        plans[plan.id] = plan
    made = Repository(plans, registry=repository.registry)
    return make_site(weave(made), made, templates=ROOT / "site_src" / "templates")


def _year_pages(site: Site) -> list[Page]:
    return [page for page in build_pages(site) if re.search(r"/(?:nhac-den|viec)/[0-9]{4}/\Z", page.path)]


def test_short_lists_stay_whole(repository: Repository, fabric: Fabric) -> None:
    """Five plans need no page for a year."""
    site = make_site(fabric, repository, templates=ROOT / "site_src" / "templates")
    assert list(_year_pages(site)) == []


@pytest.fixture(scope="module")
def long_site(repository: Repository) -> Site:
    return many(repository, range(1900, 1900 + yearly.PLANS_SHOWN + 3))


def test_newest_plans_are_shown(long_site: Site) -> None:
    """The page shows the newest plans, and names every year with its count."""
    here = f"van-ban/{CITED}/"
    cut = yearly.places(long_site, here, "document", CITED)
    assert len(cut.shown) == yearly.PLANS_SHOWN
    assert cut.shown[0].plan.id == long_site.newest[0].id
    assert cut.plans == len(cut.years) == yearly.PLANS_SHOWN + 3
    assert cut.years[0] == (long_site.newest[0].year, 1, f"{here}nhac-den/{long_site.newest[0].year}/")


def test_every_plan_is_on_the_page_of_its_year(long_site: Site) -> None:
    """The pages of all years together hold every place."""
    pages = {page.path: page for page in _year_pages(long_site)}
    for plan in long_site.newest:
        page = pages[f"van-ban/{CITED}/nhac-den/{plan.year}/"]
        assert f"{plan.edition}/index.html" in page.html
        assert page.html.count("<blockquote>") == 1


def test_tasks_are_cut_by_plan(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body with many tasks shows those of its newest plans, whole plans only, the others by year."""
    monkeypatch.setattr(yearly, "TASKS_SHOWN", 3)
    site = many(repository, range(2020, 2026))
    cut = yearly.tasks(site, BODY)
    assert {task.duty.plan_id[-4:] for group in cut.groups for task in group.tasks} == {"2025", "2024", "2023"}
    assert cut.count == 6
    pages = {page.path for page in build_pages(site)}
    assert {path for _, _, path in cut.years} <= pages


def _places(repository: Repository, places: int) -> Site:
    """A site with plans of one year, each of another body, that cite a document and give one body two duties."""
    there = [name for name in repository.registry.units if name.startswith("so-") and name.endswith("-dak-lak")]
    bodies = [name for name in there if name != BODY][:places]
    plans = {}
    for name in bodies:
        data = {
            "title": "Kế hoạch thử",
            "issuer": name,
            "number": "1",
            "symbol": "KH-UBND",
            "issued": {"place": "Đắk Lắk", "date": "2026-01-05", "printed": "ngày 05 tháng 01 năm 2026"},
            "legal_basis": ["Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ."],
            "body": [
                {"id": "a", "heading": "Việc", "lead": "Sở Nội vụ", "schedule": "Trong năm"},
                {"id": "b", "heading": "Việc khác", "lead": "Sở Nội vụ", "schedule": "Quý II"},
            ],
        }
        plan = plan_from(f"{name}/tuyen-truyen-cchc/2026", data)
        plans[plan.id] = plan
    assert len(plans) == places
    made = Repository(plans, registry=repository.registry)
    return make_site(weave(made), made, templates=ROOT / "site_src" / "templates")


@pytest.mark.parametrize("of", ["viec", "nhac-den"])
def test_a_long_year_is_cut_by_place(repository: Repository, monkeypatch: pytest.MonkeyPatch, of: str) -> None:
    """Its page names parts that together hold each plan once and lead back; none has more than a page holds."""
    monkeypatch.setattr(yearly, "TASKS_SHOWN", 1)
    monkeypatch.setattr(yearly, "PLANS_SHOWN", 1)
    site = _places(repository, 6)
    whole = {page.path: page for page in build_pages(site)}
    here = f"co-quan/{BODY}/{of}/2026/"
    assert all(f"{plan}/index.html" in whole[here].html for plan in site.fabric.plans)
    monkeypatch.setattr(yearpages, "TASKS", 4)
    monkeypatch.setattr(yearpages, "PLACES", 2)
    pages = {page.path: page for page in build_pages(site)}
    reached, waiting = {here}, [here]
    while waiting:
        page = pages[waiting.pop()]
        links = {f"{here}{link}" for link in re.findall(r'href="(?:../)?(danh-muc_[^"]*)index.html"', page.html)}
        waiting += links - reached
        reached |= links
    leaves = [pages[path] for path in reached if "/ke-hoach/" in pages[path].html]
    for plan in site.fabric.plans:
        [page] = [page for page in leaves if f"{plan}/index.html" in page.html]
        assert "../index.html" in page.html
    assert all(len({*re.findall(r"ke-hoach/(so-[a-z0-9-]+)/", page.html)}) in (1, 2) for page in leaves)
    assert len({page.title for page in leaves}) == len(leaves) > 2


def test_plans_of_one_place_are_cut_by_their_names(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no page is longer where one body issues all."""
    monkeypatch.setattr(yearly, "TASKS_SHOWN", 1)
    monkeypatch.setattr(yearpages, "TASKS", 1)
    site = many(repository, range(2024, 2026))
    fabric = site.fabric
    pages = {page.path: page for page in build_pages(site) if f"co-quan/{BODY}/viec/" in page.path}
    assert len(fabric.plans) == 2 and len(pages) == 2
    monkeypatch.setattr("kehoach.agenda.agenda.year_of", lambda plan_id: 2025)
    both = [*yearpages.task_year(site, site.registry.units[BODY], 2025)]
    assert sorted(page.html.count('class="kh-duty kh-task"') for page in both)[-2:] == [1, 1]
    assert len({page.path for page in both}) == len(both)
    assert len({page.title for page in both if 'class="kh-duty kh-task"' in page.html}) == 2


def test_many_relations_are_on_pages_of_their_own(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document's page names them; together they hold every plan once, and their links lead from where they are."""
    monkeypatch.setattr(relationparts, "MOST", 31)
    site = many(repository, range(1900, 1935))
    pages = {page.path: page for page in build_pages(site)}
    here = f"van-ban/{CITED}/"
    parts = {path: page for path, page in pages.items() if path.startswith(f"{here}danh-muc_la-can-cu-cua_")}
    assert len(parts) == 35
    assert all(f"{path.removeprefix(here)}index.html" in pages[here].html for path in parts)
    assert "1934/index.html#can-cu-1" not in pages[here].html.partition('id="vien-dan"')[0]
    [last] = [page for path, page in parts.items() if "1934" in path]
    assert "../../../ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/1934/index.html#can-cu-1" in last.html
    assert last.title == "Nghị quyết số 76/NQ-CP của Chính phủ, là căn cứ của: Năm 1934"
    assert len({page.title for page in parts.values()}) == 35


def test_some_relations_stay_on_the_page(long_site: Site) -> None:
    """Where they are not many."""
    assert not [page for page in build_pages(long_site) if "danh-muc_la-can-cu-cua" in page.path]


def test_pages_of_cut_lists_stand_where_frames_are_asked_for(
    repository: Repository, fabric: Fabric, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page at another depth has the generator run again, and all be put together anew, when it is met."""
    for module, name in (
        (yearly, "PLANS_SHOWN"),
        (yearly, "TASKS_SHOWN"),
        *((yearpages, name) for name in ("TASKS", "PLACES", "QUOTES")),
        *((unitlists, name) for name in ("PLANS", "MEMBERS")),
        *((module, "MOST") for module in (handovers, relationparts)),
    ):
        monkeypatch.setattr(module, name, 1)
    site = make_site(fabric, repository, templates=ROOT / "site_src" / "templates")
    paths = [page.path for page in build_pages(site)]
    deep = [path for path in paths if re.search(r"/(?:viec|nhac-den)/[0-9]{4}/danh-muc_", path)]
    assert {path.split("/")[0] for path in deep} >= {"co-quan", "van-ban"}
    asked = {key_of(path, False, ()) for path, _ in themes.USUAL}
    assert not [path for path in paths if key_of(path, False, ()) not in asked]
