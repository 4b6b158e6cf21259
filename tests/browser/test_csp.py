"""The site under the policy that the sample server sends: nothing on any kind of page is refused, all works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from serving import headers

from .visit import Look, QuietHandler, Visit, serve, visiting

ROOT = Path(__file__).parents[2]
NGINX = ROOT / "deploy" / "nginx.conf"
PORTAL = "https://cong-thong-tin.example.gov.vn"
PLAN = "ke-hoach/xa-ea-knop/tuyen-truyen-cchc/2026/"
WATCH = """document.addEventListener("securitypolicyviolation", event =>
  console.error("refused: " + event.effectiveDirective + " " + event.blockedURI + " " + event.sample))"""
KINDS = {"viec-can-lam", "viec-theo-thang", "nguon", "so-sanh", "nhung", "lich-su"}


class Strict(QuietHandler):
    """Answers as the sample configuration does, the portal's address in it being ``portal``."""

    portal = ""

    def send_response(self, code: int, message: str | None = None) -> None:
        """Send the headers with every answer, errors too."""
        super().send_response(code, message)
        for name, value in headers(NGINX, urlsplit(self.path).path.lstrip("/")).items():
            self.send_header(name, value.replace(PORTAL, self.portal))


class Portal(QuietHandler):
    """A portal that shows pages of the site in a frame: the address to show stands in its query."""

    def do_GET(self) -> None:
        """Answer with one frame."""
        page = f'<!doctype html><title>Cổng</title><iframe src="{urlsplit(self.path).query}"></iframe>'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="module")
def portal(built_site: Path) -> Iterator[str]:
    """Another origin, which may embed the pages made for it."""
    with serve(built_site, Portal) as address:
        yield address


@pytest.fixture(scope="module")
def strict_home(built_site: Path, portal: str) -> Iterator[str]:
    """The site as the sample configuration serves it."""
    Strict.portal = portal
    with serve(built_site, Strict) as address:
        yield f"{address}/"


@pytest.fixture
def strict(browser: Browser, strict_home: str, look: Look) -> Iterator[Visit]:
    """A visitor who hears of everything that is refused."""
    with visiting(browser, strict_home, look) as visit:
        visit.page.add_init_script(WATCH)
        yield visit


def kinds(site: Path) -> dict[str, str]:
    """Give one page of every kind: of addresses that differ only in the names of plans, bodies and the like."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        parts = address.split("/")
        kind = "/".join(part if not i or part in KINDS or not part else "*" for i, part in enumerate(parts))
        found.setdefault(re.sub(r"(\*/)+", "*/", kind), address)
    return found


def test_nothing_is_refused_on_any_kind_of_page(strict: Visit, built_site: Path) -> None:
    """Every kind of page opens under the policy without a refusal, a failed request or a script error."""
    found = kinds(built_site)
    assert len(found) > 20
    for address in found.values():
        assert strict.open(address) == 200
        strict.page.wait_for_load_state("networkidle")  # what comes late would be refused as well
    assert strict.complaints == []
    assert strict.foreign == []


@pytest.mark.parametrize("look", [Look("phone", dark=True), Look("desktop", dark=False)], ids=str)
def test_what_scripts_do_works_under_the_policy(strict: Visit, look: Look) -> None:
    """Ticking, filtering, changing the colours and searching are not refused."""
    strict.open(f"{PLAN}viec-can-lam/")
    box = strict.page.locator(".kh-time input[type=checkbox]:visible").first
    box.check()
    strict.reload()
    assert strict.page.locator(".kh-time input[type=checkbox]:visible").first.is_checked()
    strict.open("van-ban/")
    strict.page.locator("#kh_loc").fill("nghi quyet 76")
    assert strict.page.locator("[data-kh-count]").inner_text() != ""
    colours = set()
    for _ in range(3):
        strict.page.locator(".kh-look").click()
        colours.add(strict.page.locator("html").get_attribute("data-md-color-scheme"))
    assert colours == {"default", "slate"}
    strict.open("tim/?q=cai+cach+hanh+chinh")
    strict.page.locator("[data-kh-hits] a").first.wait_for()
    assert strict.complaints == []


def test_missing_page_is_styled_under_the_policy(strict: Visit) -> None:
    """The 404 page's own style is admitted by its hash in the sample configuration."""
    strict.open("404.html")
    assert strict.page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    assert strict.complaints == []


def test_portal_embeds_the_page_made_for_it_and_no_other(strict: Visit, strict_home: str, portal: str) -> None:
    """In a frame of the portal the embeddable page shows, the plan's own page is refused."""
    strict.page.goto(f"{portal}/?{strict_home}{PLAN}nhung/index.html", wait_until="networkidle")
    assert "Kế hoạch" in strict.page.frames[1].locator("h1").inner_text()
    assert strict.complaints == []
    strict.page.goto(f"{portal}/?{strict_home}{PLAN}index.html", wait_until="networkidle")
    assert strict.page.frames[1].url.startswith("chrome-error:")
    assert any("frame-ancestors" in complaint for complaint in strict.complaints)


def test_inline_script_is_refused(strict: Visit) -> None:
    """The policy does refuse what it is there for: a script and a handler in a page's text."""
    strict.open("")
    strict.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran=1\">')")
    strict.page.wait_for_function("() => document.querySelector('img[src=x]').complete")
    assert strict.page.evaluate("window.ran") is None
    assert any("refused: script-src" in complaint for complaint in strict.complaints)
