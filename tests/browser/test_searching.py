"""Search as people use it: over HTTP and from an unpacked folder, by keyboard, with filters."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from kehoach.meaning.fabric import Fabric
from kehoach.pages.searchwords import forms, key

from .searches import SEARCHES
from .visit import LOOKS, Look, Visit, visiting

ROOT = Path(__file__).parents[2]
CASES = [pytest.param(words, page, id=words) for group in SEARCHES.values() for words, page in group.items()]
DESKTOP = Look("desktop", dark=False)
MOST = 300_000


@pytest.fixture(scope="session", params=["http", "folder"])
def searcher(request: pytest.FixtureRequest, browser: Browser, built_site: Path, home: str) -> Iterator[Visit]:
    """One visitor who asks one thing after another."""
    address = home if request.param == "http" else f"{built_site.as_uri()}/"
    with visiting(browser, address, DESKTOP) as visitor:
        yield visitor


def ask(visit: Visit, words: str, **filters: str) -> list[str]:
    """Open the search page with words and filters in its address; gives the paths found, best first."""
    asked = "".join(f"&{name.replace('_', '-')}={quote(value)}" for name, value in filters.items())
    if asked or "/tim/" not in visit.page.url:
        visit.open(f"tim/index.html?q={quote(words)}{asked}")
    else:
        visit.page.locator("#kh_tim").fill(words)
        visit.page.wait_for_function("words => document.title.startsWith(words)", arg=words)
    return [unquote(link).removeprefix(unquote(visit.home)) for link in visit.found()]


@pytest.mark.parametrize(("words", "page"), CASES)
def test_wanted_page_is_among_the_first_three(searcher: Visit, words: str, page: str) -> None:
    """Accented, bare, mistyped, abbreviated or by number: what is meant comes first."""
    found = ask(searcher, words)
    assert [link for link in found[:3] if link.startswith(page)] != [], found[:5]
    assert searcher.complaints == []
    assert searcher.foreign == []


def test_there_are_enough_cases() -> None:
    """The cases cover all ways of typing, forty at least."""
    assert set(SEARCHES) == {"accented", "bare", "mistyped", "abbreviated", "numbers"}
    assert len(CASES) >= 40


def test_words_are_read_as_the_index_reads_them(visit: Visit, fabric: Fabric) -> None:
    """The script folds every word of all plans and registries, and odd ones, as Python does."""
    texts = [line.words for linked in fabric.plans.values() for line in linked.lines]
    texts += ["Đ đ ĐẮK hoà hòa HOÀ hàng hằng 004 0 00 １２ 88,5% ﬁ ß İ ſ e\u0323\u0302 17-\nCT/TU"]
    visit.open("tim/index.html")
    read = visit.page.evaluate(
        "texts => texts.map(text => khTim.words(text).map(word => [word.form, word.key]))", texts
    )
    assert read == [[[form, key(form)] for form in forms(text)] for text in texts]


def test_accented_matches_come_first(visit: Visit) -> None:
    """ "báo" written with its tone ranks provisions that say báo above those that say bảo."""
    ask(visit, "bảo đảm")
    marked = visit.page.locator(".kh-hit").first.locator("mark").all_inner_texts()
    assert "bảo đảm" in " ".join(marked).lower()


def test_hits_are_provisions_with_the_words_highlighted(visit: Visit) -> None:
    """A hit leads to the provision itself, and shows what was asked."""
    found = ask(visit, "trước ngày 17 hằng tháng")
    assert "#" in found[0]
    assert "trước ngày 17" in " ".join(visit.page.locator(".kh-hit").first.locator("mark").all_inner_texts())
    visit.page.locator(".kh-hit-title a").first.click()
    target = visit.page.locator(":target")
    assert "ngày 17" in target.inner_text()


def test_a_provision_of_two_editions_is_one_hit(visit: Visit) -> None:
    """The later edition is shown and names the earlier, unless that year is asked for."""
    words = "lồng ghép thông tin CCHC vào nội dung Bản tin thông tin nội bộ"
    both = [link for link in ask(visit, words) if "tinh-dak-lak/tuyen-truyen-cchc" in link]
    assert both[0].startswith("ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/")
    repeated = visit.page.locator(".kh-hit", has_text="Cũng có trong")
    assert repeated.count() > 0
    assert "2021" in repeated.first.locator(".kh-quiet").inner_text()
    only = ask(visit, words, nam="2021")
    assert only
    assert all("/2021/" in link for link in only if link.startswith("ke-hoach/"))


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("loai", "document", "van-ban/"),
        ("loai", "unit", "co-quan/"),
        ("loai", "term", "thuat-ngu/"),
        ("loai", "plan", "ke-hoach/"),
        ("loai", "duty", "ke-hoach/"),
        ("nam", "2026", "ke-hoach/xa-ea-knop/"),
    ],
)
def test_filters_leave_only_what_they_name(visit: Visit, name: str, value: str, part: str) -> None:
    """Kind and year narrow the hits down."""
    found = ask(visit, "cải cách hành chính", **{name: value})
    assert found
    assert [link for link in found if not link.startswith(part)] == []


def test_filter_by_body(visit: Visit) -> None:
    """Choosing a body leaves its plans, and the address keeps the choice."""
    ask(visit, "tuyên truyền")
    visit.page.locator("select[name=co-quan]").select_option(label="UBND huyện Đồng Xuân")
    visit.page.wait_for_url("**co-quan=**")
    visit.page.wait_for_function("() => !document.querySelector('.kh-hits').textContent.includes('Ea Knốp')")
    links = [link for link in visit.found() if "/ke-hoach/" in link]
    assert links
    assert all("huyen-dong-xuan" in link for link in links)


def test_search_by_keyboard_alone(visit: Visit) -> None:
    """Tab leads from the field over the filters to the hits; the count is announced."""
    visit.open("tim/index.html")
    visit.page.locator("#kh_tim").focus()
    visit.page.keyboard.type("dak lak")
    visit.page.locator("[data-kh-status]:not(:empty)").wait_for()
    status = visit.page.locator("[data-kh-status]")
    assert status.get_attribute("role") == "status"
    assert "kết quả" in status.inner_text()
    for _ in range(5):
        visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.closest('.kh-hit') !== null")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(lambda url: "/tim/" not in url)


def test_more_hits_keep_the_place(visit: Visit) -> None:
    """Asking for more adds hits and puts the focus on the first new one."""
    ask(visit, "cải cách hành chính")
    before = visit.page.locator(".kh-hit").count()
    visit.page.locator("[data-kh-more]").click()
    assert visit.page.locator(".kh-hit").count() > before
    focused = "hits => hits.findIndex(hit => hit.contains(document.activeElement))"
    assert visit.page.locator(".kh-hit").evaluate_all(focused) == before


def test_nothing_found_is_said(visit: Visit) -> None:
    """Words that are nowhere give a sentence, not an empty page."""
    assert ask(visit, "qwzx") == []
    assert "Không tìm thấy" in visit.page.locator("[data-kh-status]").inner_text()


def test_typed_markup_stays_text(visit: Visit) -> None:
    """What is typed is never run."""
    ask(visit, "<img src=x onerror=alert(1)> cải cách")
    assert visit.page.locator("main img").count() == 0
    assert visit.complaints == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_hits_are_accessible(visit: Visit, look: Look) -> None:
    """The page full of hits has no fault against WCAG 2.2 AA."""
    ask(visit, "cải cách hành chính")
    assert visit.accessibility_faults() == []


def test_without_script_the_page_says_so(browser: Browser, home: str) -> None:
    """Where scripts are off, the page names other ways."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}tim/index.html")
    assert "cần JavaScript" in page.locator("main").inner_text()
    context.close()


def test_first_hits_cost_little(visit: Visit, built_site: Path) -> None:
    """Data and scripts of a search stay far below the limit on the five plans that are held."""
    ask(visit, "tổ chức hội thi tìm hiểu cải cách hành chính")
    asked = {unquote(urlsplit(url).path) for url in visit.requests if "/tim/chi-muc/" in url or "/search-" in url}
    folder = urlsplit(visit.home).path
    sizes = [len(gzip.compress((built_site / path.removeprefix(folder)).read_bytes(), 6)) for path in asked]
    assert len(sizes) > 5
    assert sum(sizes) < MOST / 2
