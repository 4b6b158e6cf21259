"""Plans outside the site's frame: the page to embed, the one file, the missing page, an address that has moved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kehoach.files.repository import load
from kehoach.meaning.fabric import weave
from kehoach.pages.build import make_site
from kehoach.pages.home import home
from kehoach.pages.paper import STYLE, one_file
from kehoach.pages.redirects import redirect_pages

from .visit import LOOKS, Look, Visit, serve, visiting

ROOT = Path(__file__).parents[2]
PLAN_ID = "so-xay-dung-dak-lak/tuyen-truyen-cchc/2025"
EMBEDDED = f"ke-hoach/{PLAN_ID}/nhung/index.html"


@pytest.fixture(scope="module")
def file(five: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan with notes as one file, alone in a folder."""
    repository = load(five)
    site = make_site(weave(repository), repository, templates=ROOT / "site_src" / "templates")
    style = (ROOT / "site_src" / "docs" / STYLE).read_text(encoding="utf-8")
    place = tmp_path_factory.mktemp("one") / "ke-hoach.html"
    place.write_text(one_file(site, PLAN_ID, home("", None), style), encoding="utf-8")
    return place


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_embedded_page_is_accessible_and_fits(visit: Visit, look: Look) -> None:
    """axe-core finds no fault, nothing scrolls sideways, no script runs, nothing else is asked for."""
    assert visit.open(EMBEDDED) == 200
    assert visit.accessibility_faults() == []
    assert visit.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert visit.page.locator("script").count() == 0
    assert visit.foreign == []
    assert visit.complaints == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_one_file_reads_alone(browser: Browser, file: Path, look: Look) -> None:
    """From a disk the file asks for nothing but itself, is accessible and fits the screen."""
    with visiting(browser, f"{file.parent.as_uri()}/", look) as visit:
        visit.open(file.name)
        assert [url for url in visit.requests if not url.startswith("data:")] == [file.as_uri()]
        assert visit.accessibility_faults() == []
        assert visit.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert visit.complaints == []


def test_notes_lead_to_their_places_and_back(browser: Browser, file: Path, look: Look) -> None:
    """Within the one file a raised number leads to its note and the note back."""
    with visiting(browser, f"{file.parent.as_uri()}/", look) as visit:
        visit.open(file.name)
        back = visit.page.locator(".kh-remarks a[href$=_o]").first
        place = str(back.get_attribute("href"))
        visit.page.locator(place).click()
        assert f"{visit.page.evaluate('location.hash')}_o" == place
        back.click()
        assert visit.page.evaluate("document.querySelector(':target').id") == place[1:]


def test_missing_page_leads_home_from_any_depth(browser: Browser, tmp_path: Path, look: Look) -> None:
    """A site that knows its address under a sub-path shows a 404 page whose link leads to its own home."""
    with serve(tmp_path) as address:
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--quiet",
            "--site-dir",
            str(tmp_path / "a" / "b"),
        ]
        environment = {"SITE_URL": f"{address}/a/b", "NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin"}
        subprocess.run(command, cwd=ROOT, check=True, env=environment, capture_output=True)
        with visiting(browser, f"{address}/a/b/", look) as visit:
            visit.open("404.html")
            assert visit.accessibility_faults() == []
            visit.page.locator("main a").click()
            visit.page.wait_for_url(f"{address}/a/b/index.html")
            assert visit.page.locator("h1").count() == 1


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_moved_address_leads_on(browser: Browser, built_site: Path, tmp_path: Path, script: bool) -> None:
    """The old address leads to the new page, with a script also to the same place on it."""
    old, new = "ke-hoach/cu/2025/", f"ke-hoach/{PLAN_ID}/"
    [(path, data)] = redirect_pages(f"{old} {new}", {new}, home("", None)).items()
    for name, content in ((path, data), (f"{new}index.html", b"<!doctype html><title>x</title><p id=dich>x")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    source = built_site / "assets" / "javascripts" / "moved.js"
    (tmp_path / "assets" / "javascripts").mkdir(parents=True)
    (tmp_path / "assets" / "javascripts" / "moved.js").write_bytes(source.read_bytes())
    context = browser.new_context(java_script_enabled=script)
    with serve(tmp_path) as address:
        page = context.new_page()
        page.goto(f"{address}/{old}index.html#dich")
        page.wait_for_url(f"{address}/{new}index.html{'#dich' if script else ''}")
    context.close()
