"""The 404 page at any depth of a site that stands under a sub-path: menu, search, and the page that was meant."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Browser

from kehoach.publishing import addresses

from .visit import LOOKS, Look, QuietHandler, Visit, serve, visiting


class Missing(QuietHandler):
    """Answers as a server does whose error page is the site's."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the page below the site's sub-path."""
        page = (Path(self.directory) / "a" / "b" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="module")
def missing_home(built_site: Path) -> Iterator[str]:
    """The site under /a/b/, with its own error page."""
    with serve(built_site.parents[1], Missing) as address:
        yield f"{address}/a/b/"


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("ke-hoach/xa-ea-knop/tuyen-truyen-cchc/2062/", "ke-hoach/xa-ea-knop/tuyen-truyen-cchc/2026/"),
        ("co-quan/Sở Nội vụ/", "co-quan/so-noi-vu-dak-lak/"),
        ("ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/viec", "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/"),
    ],
)
def test_nearest_page_is_offered(browser: Browser, missing_home: str, asked: str, meant: str) -> None:
    """At its own depth the page finds the root, says the titles of near pages and asks no other host."""
    with visiting(browser, missing_home, Look("phone", dark=False)) as visit:
        assert visit.open(asked) == 404
        links = visit.page.locator("[data-missing-near] a")
        links.first.wait_for()
        assert f"{missing_home}{meant}index.html" in links.evaluate_all("links => links.map(link => link.href)")
        visit.page.wait_for_function("() => !document.querySelector('[data-missing-near] a').textContent.includes('/')")
        assert visit.foreign == []
        menu = visit.page.locator("nav a").evaluate_all("links => links.map(link => link.href)")
        assert f"{missing_home}co-quan/index.html" in menu
        visit.page.fill("input[name=q]", "cai cach")
        visit.page.click("button[type=submit]")
        visit.page.wait_for_url(f"{missing_home}tim/index.html?q=cai+cach")


class ManyPages(Missing):
    """The same of a site whose addresses are in many files."""

    files: ClassVar[dict[str, bytes]] = {}
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Give the list of addresses in parts."""
        name = self.path.removeprefix("/a/b/")
        if name not in self.files:
            super().do_GET()
            return
        self.asked.append(name)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.files[name])


@pytest.mark.parametrize("asked", ["ke-hoach/xa-ea-knop/tuyen-truyen-cchc/2062/", "ke-hoach/xa-eaknop/2026/"])
def test_nearest_page_is_offered_of_many(
    browser: Browser, built_site: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    """Where the list of addresses is cut, a few of its files are asked for, those of addresses that begin so."""
    monkeypatch.setattr(addresses, "MOST", 600)
    pages = [path.parent.relative_to(built_site).as_posix() for path in built_site.rglob("index.html")]
    ManyPages.files = dict(addresses.address_files({f"{page}/" for page in pages}))
    ManyPages.asked.clear()
    handler = functools.partial(ManyPages, directory=str(built_site.parents[1]))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_port}/a/b/"
        with visiting(browser, home, Look("phone", dark=False)) as visit:
            assert visit.open(asked) == 404
            links = visit.page.locator("[data-missing-near] a")
            links.first.wait_for()
            near = links.evaluate_all("links => links.map(link => link.href)")
            assert f"{home}ke-hoach/xa-ea-knop/tuyen-truyen-cchc/2026/index.html" in near
        server.shutdown()
    assert len(ManyPages.files) > 8 and 2 <= len(ManyPages.asked) <= 4


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_missing_page_is_accessible(visit: Visit, look: Look) -> None:
    """By phone and desktop, light and dark, without a fault against WCAG and nothing that scrolls sideways."""
    visit.open("404.html")
    assert visit.accessibility_faults() == []
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
