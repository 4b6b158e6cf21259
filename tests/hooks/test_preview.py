"""The live preview: a page is made when it is asked for, always of the newest state."""

from __future__ import annotations

import datetime as dt
import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from assembling import BUILT, assemble
from bench.serving import preview, wait
from corpus import ROOT, TINH_2025, XA_EA_KNOP

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric
from kehoach.pages.build import make_site
from kehoach.pages.home import home
from kehoach.pages.page import Page
from kehoach.pages.site import Site
from kehoach.publishing.ondemand import Late, OnDemand
from kehoach.publishing.works import Circumstances, Works, last_names

NOTHING = Late((), lambda done: ())
SECONDS = 600.0


@pytest.fixture(scope="module")
def site(repository: Repository, fabric: Fabric) -> Site:
    return make_site(fabric, repository, templates=ROOT / "site_src" / "templates", today=dt.date(2026, 9, 21))


@pytest.fixture(scope="module")
def around() -> Circumstances:
    return Circumstances(home("Thử", None), ROOT / "site_src", {})


@pytest.fixture(scope="module")
def made(site: Site, around: Circumstances) -> dict[str, dict[str, bool]]:
    """What each work makes: its addresses, and whether a page stands there."""
    return {work.name: {at: isinstance(content, Page) for at, content in work.make()} for work in Works(site, around)}


def shell(page: Page) -> str:
    return page.html


def test_every_address_is_looked_for_where_it_is_made(
    site: Site, around: Circumstances, made: dict[str, dict[str, bool]]
) -> None:
    """A work knows by its subject all addresses that it can make something for."""
    for work in Works(site, around):
        for address, is_page in made[work.name].items():
            name = f"{address}index.html" if is_page else address
            assert work.may_hold(name), (work.name, name)


def test_only_what_is_needed_is_made(site: Site, around: Circumstances, tmp_path: Path) -> None:
    """A plan's page costs neither its comparisons nor the pages of others."""
    demand = OnDemand(Works(site, around), tmp_path, shell, NOTHING)
    page = f"ke-hoach/{XA_EA_KNOP}/index.html"
    assert demand.need(page) and demand.need(page)
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()] == [page]
    assert demand.need("lich/index.html") and (tmp_path / "lich" / "index.html").is_file()


def test_address_that_is_none_makes_no_page_of_others(site: Site, around: Circumstances, tmp_path: Path) -> None:
    """A wrong address is answered at once."""
    demand = OnDemand(Works(site, around), tmp_path, shell, NOTHING)
    assert not demand.need("favicon.ico")
    assert not demand.need("co-quan/xa-khong-co/index.html")
    assert not list(tmp_path.iterdir())


def test_state_that_is_over_makes_nothing(site: Site, around: Circumstances, tmp_path: Path) -> None:
    """A request that comes after a file was saved gets no page of before."""
    demand = OnDemand(Works(site, around), tmp_path, shell, NOTHING)
    demand.stop()
    assert not demand.need("lich/index.html")


def test_late_files_come_after_all_others(
    site: Site, around: Circumstances, made: dict[str, dict[str, bool]], tmp_path: Path
) -> None:
    """What lists all files is made of all files."""
    expected = {address for addresses in made.values() for address, is_page in addresses.items() if not is_page}
    late = Late({"all.txt"}, lambda done: [("all.txt", "\n".join(done.sizes).encode())])
    assert OnDemand(Works(site, around), tmp_path, shell, late).need("all.txt")
    assert expected <= set((tmp_path / "all.txt").read_text().splitlines())
    assert "data/datapackage.json" in last_names(around)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A repository of its own with a preview of it."""
    root = assemble(tmp_path_factory.mktemp("repository"), *BUILT)
    with preview(root) as address:
        wait(address, "<h1", SECONDS)
        yield root, address


def test_saved_plan_is_shown(served: tuple[Path, str]) -> None:
    """The plan's page, its comparison and the list of plans show what was saved."""
    root, address = served
    plan = root / "plans" / f"{TINH_2025}.yaml"
    page = f"{address}ke-hoach/{TINH_2025}/index.html"
    before = wait(page, "<h1", SECONDS)
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("title: ", "title: Bản sửa ", 1), encoding="utf-8")
    after = wait(page, "Bản sửa", SECONDS)
    assert "Bản sửa" not in before
    assert "Bản sửa" in wait(f"{address}ke-hoach/", "<h1", SECONDS)
    comparison = re.search(r'href="[^"]*(so-sanh/[^"/]*/)index\.html"', after)
    assert comparison
    line = TINH_2025.rpartition("/")[0]
    assert "Bản sửa" in wait(f"{address}ke-hoach/{line}/{comparison[1]}", "<h1", SECONDS)


def test_file_that_cannot_be_read_does_not_stop_the_preview(served: tuple[Path, str]) -> None:
    """The plan is away while its file is broken, and back when it is mended."""
    root, address = served
    plan = root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = plan.read_text(encoding="utf-8")
    page = f"{address}ke-hoach/{XA_EA_KNOP}/index.html"
    wait(page, "<h1", SECONDS)
    plan.write_text("title: [", encoding="utf-8")
    for _ in range(600):
        try:
            urllib.request.urlopen(page, timeout=SECONDS).close()
        except urllib.error.HTTPError as error:
            assert error.code == 404
            error.close()
            break
    else:
        raise AssertionError("trang cũ vẫn còn")
    plan.write_text(text, encoding="utf-8")
    wait(page, "<h1", SECONDS)


def test_everything_is_there_in_the_preview_too(served: tuple[Path, str]) -> None:
    """Data, search, scripts of frames, the list of files; addresses that are none are not."""
    _, address = served
    described = json.loads(wait(f"{address}data/datapackage.json", "{", SECONDS))
    for resource in described["resources"]:
        for path in [resource["path"]] if isinstance(resource["path"], str) else resource["path"]:
            with urllib.request.urlopen(f"{address}data/{path}", timeout=SECONDS) as answer:
                assert answer.status == 200
    page = wait(f"{address}lich/", "<h1", SECONDS)
    for script in re.findall(r'<script src="([^"]+)"', page):
        with urllib.request.urlopen(f"{address}lich/{script}", timeout=SECONDS) as answer:
            assert answer.status == 200
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{address}khong-co/", timeout=SECONDS)
    assert caught.value.code == 404
    caught.value.close()
