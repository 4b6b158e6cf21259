"""The map of all pages for search engines, which read no more than 50,000 addresses of one."""

from __future__ import annotations

import re

import pytest

from kehoach.pages.home import Home
from kehoach.publishing import sitemaps
from kehoach.publishing.sitemaps import SITEMAP, maps

_HOME = Home("K", "https://a.example/b/")


def _addresses(data: bytes) -> list[str]:
    return re.findall(r"<loc>([^<]*)</loc>", data.decode())


def test_few_pages_are_on_one_map() -> None:
    """All of them, in order, whole."""
    made = dict(maps(["b/", "a/"], _HOME))
    assert [*made] == [SITEMAP]
    assert _addresses(made[SITEMAP]) == [_HOME.full("a/"), _HOME.full("b/")]
    assert _addresses(dict(maps(["a/"], Home("K", "")))[SITEMAP]) == []


def test_many_are_on_several_that_one_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page on one of them, none on more than it may hold."""
    monkeypatch.setattr(sitemaps, "_MAPPED", 3)
    pages = [f"{number:02}/" for number in range(8)]
    made = dict(maps(reversed(pages), _HOME))
    listed = made.pop(SITEMAP)
    assert b"<sitemapindex " in listed
    assert _addresses(listed) == [_HOME.full(name) for name in made]
    assert [len(_addresses(data)) for data in made.values()] == [3, 3, 2]
    assert [address for data in made.values() for address in _addresses(data)] == [_HOME.full(page) for page in pages]
