"""A year of many deadlines is cut by month and place, and none of them is lost."""

from __future__ import annotations

import datetime as dt
import posixpath
import re

import pytest
from corpus import ROOT

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric
from kehoach.pages import calendar, monthpage, months, parting
from kehoach.pages.build import make_site, parts
from kehoach.pages.page import Page
from kehoach.pages.parting import PART
from kehoach.pages.site import Site

_DEADLINE = re.compile(r'<li id="(han-[^"]+)"')


@pytest.fixture(scope="module")
def site(repository: Repository, fabric: Fabric) -> Site:
    return make_site(fabric, repository, templates=ROOT / "site_src" / "templates", today=dt.date(2026, 5, 28))


def _calendar(site: Site) -> dict[str, Page]:
    return {page.path: page for part in parts(site) if _is_calendar(part.name) for page in part.make()}


def _is_calendar(name: str) -> bool:
    return name == "index/lich/" or name.startswith(("year/", "month/"))


@pytest.fixture(scope="module")
def whole(site: Site) -> dict[str, Page]:
    return _calendar(site)


@pytest.fixture(scope="module")
def cut(site: Site) -> dict[str, Page]:
    with pytest.MonkeyPatch.context() as patched:
        for module in (months, monthpage):
            patched.setattr(module, "LONG", 1)
        patched.setattr(calendar, "LINES", 1)
        patched.setattr(parting, "SHORT", 0)
        return _calendar(site)


def test_a_short_year_is_one_page(whole: dict[str, Page]) -> None:
    """Five plans need no month of its own."""
    assert set(whole) == {"lich/", "lich/2025/", "lich/2026/"}


def test_every_deadline_is_on_one_page(whole: dict[str, Page], cut: dict[str, Page]) -> None:
    """Of its month, or of the part of it by place."""
    for year in ("2025", "2026"):
        once = _DEADLINE.findall(whole[f"lich/{year}/"].html)
        found = [anchor for path, page in cut.items() if f"/{year}/" in path for anchor in _DEADLINE.findall(page.html)]
        assert len(once) > 3 and sorted(found) == sorted(once)
        assert not _DEADLINE.search(cut[f"lich/{year}/"].html)
    assert [path for path in cut if re.fullmatch(rf"lich/20\d\d/\d\d/{PART}han_\w+/", path)]


def test_each_page_is_reached_from_its_year(cut: dict[str, Page]) -> None:
    """By the days of the grid, the number of the month's deadlines, and the parts; the front page leads there too."""
    for front in ("lich/", "lich/2026/"):
        waiting, seen = [front], {front}
        while waiting:
            here = waiting.pop()
            for link in re.findall(r'href="([^"#?]*)index\.html', cut[here].html):
                there = posixpath.normpath(posixpath.join(here, link)) + "/"
                if there in cut and there not in seen:
                    seen.add(there)
                    waiting.append(there)
        listing = {path for path, page in cut.items() if _DEADLINE.search(page.html)}
        assert {path for path in listing if path.startswith("lich/2026/")} <= seen


def test_the_grid_tells_how_many(whole: dict[str, Page], cut: dict[str, Page]) -> None:
    """As many as the list has, day by day."""
    html = cut["lich/2026/"].html
    days = sum(int(count) for count in re.findall(r', (\d+) hạn"', html))
    assert days == len(_DEADLINE.findall(whole["lich/2026/"].html))
    assert days == sum(int(count) for count in re.findall(r">(\d+) hạn trong tháng", html))


def test_times_that_give_no_day_are_kept(site: Site, whole: dict[str, Page], cut: dict[str, Page]) -> None:
    """On the page of their part, each once."""
    unread = re.compile(r"<q>[^<]*</q>: chưa đọc được")
    for year in ("2025", "2026"):
        found = [row for path, page in cut.items() if f"/{year}/" in path for row in unread.findall(page.html)]
        assert sorted(found) == sorted(unread.findall(whole[f"lich/{year}/"].html))
