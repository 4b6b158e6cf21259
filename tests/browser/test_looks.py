"""What a person meets in a browser: every kind of page, by phone and desktop, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .visit import LOOKS, Look, Visit, visiting

PAGES = {
    "home": "",
    "list": "ke-hoach/",
    "plan": "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/",
    "record": "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/thong-tin/",
    "provenance": "ke-hoach/so-xay-dung-dak-lak/tuyen-truyen-cchc/2025/nguon/",
    "fabric": "luoc-do/",
    "bodies": "co-quan/",
    "body": "co-quan/tinh-dak-lak/",
    "documents": "van-ban/",
    "document": "van-ban/nghi-quyet-76-nq-cp-2021/",
    "indicators": "chi-so/",
    "indicator": "chi-so/par-index/",
    "terms": "thuat-ngu/",
    "data": "du-lieu/",
    "guide": "huong-dan/",
    "search": "tim/",
}
FURTHER = {
    "tasks": "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/viec-can-lam/",
    "tasks by month": "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/viec-theo-thang/",
    "difference": "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/so-sanh/2021..2025/",
    "office": "co-quan/so-noi-vu-dak-lak/",
    "calendar": "lich/",
}

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
every_look = pytest.mark.parametrize("look", LOOKS, ids=str)


@every_page
@every_look
def test_page_opens_quietly_fits_and_is_accessible(visit: Visit, look: Look, path: str) -> None:
    """A page answers, has one main heading, asks no other host, complains of nothing, and does not scroll sideways.

    Nor does axe-core find a fault in it against WCAG 2.2 AA.
    """
    assert visit.open(path) == 200
    assert visit.page.locator("h1").count() == 1
    assert visit.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    scheme = visit.page.locator("html").get_attribute("data-md-color-scheme")
    assert scheme == ("slate" if look.dark else "default")
    assert visit.accessibility_faults() == []
    assert visit.foreign == []
    assert visit.complaints == []


STRAY = """async addresses => {
  const stray = []
  const look = (rules, address) => {
    for (const rule of rules) {
      if (!rule.selectorText) look(rule.cssRules || [], address)
      const elements = (rule.selectorText || "").replace(/::[\\w-]+/g, "")
      if (elements && !/^(:root|\\[data-md)/.test(elements) && document.querySelector(elements)) {
        stray.push([address, rule.selectorText])
      }
    }
  }
  const links = Array.from(document.querySelectorAll("link[rel=stylesheet]"), link => link.href)
  for (const address of addresses.map(address => new URL(address, links[0]).href)) {
    if (links.includes(address)) continue
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(await (await fetch(address)).text())
    look(sheet.cssRules, address)
  }
  return stray
}"""
SHEETS = ["document.css", "fabric.css", "tasks.css", "difference.css"]


@pytest.mark.parametrize("path", [*PAGES.values(), *FURTHER.values()], ids=[*PAGES, *FURTHER])
def test_no_sheet_is_missed(visit: Visit, path: str) -> None:
    """A sheet that a page does not ask for has no rule that would match in it, on screen or on paper."""
    visit.open(path)
    assert visit.page.evaluate(STRAY, SHEETS) == []


@every_look
def test_open_search_is_accessible(visit: Visit) -> None:
    """The list of search results has no fault against WCAG 2.2 AA either."""
    visit.open("")
    visit.search("cải cách hành chính")
    assert visit.accessibility_faults() == []


@pytest.mark.parametrize("words", ["cai cach", "dak lak", "76/NQ-CP"])
@pytest.mark.parametrize("look", [Look("phone", dark=False), Look("desktop", dark=False)], ids=str)
def test_search_finds_plans_without_diacritics(visit: Visit, words: str) -> None:
    """Words typed without diacritics, or a document's number, lead to plans."""
    visit.open("")
    found = visit.search(words)
    assert [link for link in found if "/ke-hoach/" in link] != []
    assert visit.complaints == []


def test_site_works_from_an_unpacked_folder(browser: Browser, built_site: Path, look: Look) -> None:
    """Opened from a disk, the site leads from home to a plan and finds plans, with no request elsewhere."""
    with visiting(browser, f"{built_site.as_uri()}/", look) as visit:
        visit.open("index.html")
        assert [link for link in visit.search("dak lak") if "/ke-hoach/" in link] != []
        visit.open("ke-hoach/index.html")
        visit.page.locator("main a[href*='tuyen-truyen-cchc/2025/index.html']").first.click()
        visit.page.wait_for_url("**/2025/index.html")
        visit.page.locator("h1").first.wait_for()
        assert visit.page.locator("h1").count() == 1
        assert visit.foreign == []
        assert visit.complaints == []


NARROW = """async () => {
  const task = "Hướng dẫn doanh nghiệp nhỏ và vừa, hợp tác xã, hộ kinh doanh. ".repeat(6)
  const row = `<td>1</td><td>${task}</td><td><a href="#">Thương</a></td><td>${task}</td>`
  document.querySelector(".md-content__inner").insertAdjacentHTML("beforeend",
    `<table id="narrow" class="kh-sheet-table"><tr><th role="columnheader">Mục</th></tr><tr>${row}</tr></table>`)
  const table = document.getElementById("narrow")
  const boxes = Array.from(table.querySelector("a").getClientRects())
  return [boxes.length, getComputedStyle(table.querySelector("th"), "::after").content]
}"""


def test_a_linked_name_in_a_table_stays_whole(visit: Visit) -> None:
    """Beside wide columns of tasks, too; a heading with its role has no room for a sign of sorting."""
    visit.open("du-lieu/")
    assert visit.page.evaluate(NARROW) == [1, "none"]
