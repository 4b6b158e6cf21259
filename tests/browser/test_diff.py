"""The page of two editions in a browser: switches, keys, no script, what a screen reader is given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .visit import LOOKS, Look, Visit, visiting

PLACE = "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/so-sanh/2021..2025/"
PLAN = "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/"


def shown(page: Page, selector: str) -> int:
    return int(page.locator(selector).evaluate_all("all => all.filter(e => e.getClientRects().length).length"))


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_page_is_accessible_and_fits(visit: Visit, look: Look) -> None:
    """No fault against WCAG 2.2 AA in any look, with everything marked; nothing scrolls sideways; no complaint."""
    assert visit.open(PLACE) == 200
    visit.page.check("#kh_cach-viet")
    if look.device == "desktop":
        visit.page.check("#kh_hai-cot")
    visit.page.locator(".kh-by-body > summary").click()
    assert visit.accessibility_faults() == []
    assert visit.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert (visit.foreign, visit.complaints) == ([], [])


def test_columns(visit: Visit) -> None:
    """Side by side shows the old and the new text; in one column one text with changes in place."""
    visit.open(PLACE)
    page = visit.page
    assert shown(page, ".kh-both") > 20 and shown(page, ".kh-old") == 0
    page.check("#kh_hai-cot")
    assert shown(page, ".kh-both") == 0 and shown(page, ".kh-old") == shown(page, ".kh-new") > 20
    row = page.locator(".kh-row:has(> .kh-old)").first
    old, new = row.locator(".kh-old").bounding_box(), row.locator(".kh-new").bounding_box()
    assert old and new and old["x"] + old["width"] <= new["x"]


@pytest.mark.parametrize("look", [Look("phone", dark=False)], ids=str)
def test_phone_has_one_column(visit: Visit) -> None:
    visit.open(PLACE)
    assert shown(visit.page, ".kh-switch-columns") == 0
    visit.page.evaluate("document.getElementById('kh_hai-cot').checked = true")
    assert shown(visit.page, ".kh-old") == 0 and shown(visit.page, ".kh-both") > 20


def test_only_changes(visit: Visit) -> None:
    """What stayed goes; section headings stay."""
    visit.open(PLACE)
    page = visit.page
    everything = shown(page, ".kh-change")
    page.check("#kh_chi-doi")
    assert shown(page, ".kh-same:not(.kh-top)") == 0
    assert 40 < shown(page, ".kh-change") < everything
    assert shown(page, ".kh-top") == 4


def test_writing_is_marked_on_demand(visit: Visit) -> None:
    """Changes of year, case and marks are shown as plain new text until asked for."""
    visit.open(PLACE)
    page = visit.page
    assert page.locator(".kh-row-editorial del").count() > 0
    assert shown(page, ".kh-row-editorial .kh-both > del") == 0
    page.check("#kh_cach-viet")
    assert shown(page, ".kh-row-editorial .kh-both > del") > 0


def test_keys_go_from_change_to_change(visit: Visit) -> None:
    """n and p move the focus to the next and the previous visible change; typing in a field is left alone."""
    visit.open(PLACE)
    page = visit.page
    places = []
    for key in ("n", "n", "n", "p"):
        page.keyboard.press(key)
        places.append(page.evaluate("document.activeElement.id"))
    assert len(set(places[:3])) == 3
    assert places[3] == places[1]
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") < 400
    page.evaluate("document.body.append(Object.assign(document.createElement('input'), {id: 'o_chu'}))")
    page.locator("#o_chu").focus()
    page.keyboard.type("np")
    assert page.locator("#o_chu").input_value() == "np"


def test_skip_links(visit: Visit) -> None:
    """Without keys, each change links to the next one."""
    visit.open(PLACE)
    page = visit.page
    first = page.locator(".kh-next").first
    target = str(first.get_attribute("href"))
    first.click()
    assert page.evaluate("location.hash") == target
    assert page.locator(target).is_visible()


def test_a_moved_provision_is_followed(visit: Visit) -> None:
    visit.open(PLACE)
    sign = visit.page.locator(".kh-departed a").first
    target = str(sign.get_attribute("href"))
    sign.click()
    assert visit.page.locator(target).is_visible()


def test_everything_is_there_without_script(browser: Browser, home: str) -> None:
    """With scripts off the page is whole, the switches work, and no key is promised."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{home}{PLACE}")
    assert page.locator(".kh-headline li").count() > 10
    page.locator("#kh_hai-cot").check()
    assert page.locator(".kh-old").first.is_visible() and not page.locator(".kh-both").first.is_visible()
    page.locator("#kh_chi-doi").check()
    assert not page.locator(".kh-same:not(.kh-top)").first.is_visible()
    assert not page.locator(".kh-keys").is_visible()
    context.close()


def test_screen_reader_text_makes_sense(visit: Visit) -> None:
    """Read aloud, a change says what goes, what comes, and where each ends."""
    visit.open(PLACE)
    said = " ".join(visit.page.locator("#quan-triet-chu-de-cchc .kh-both").inner_text().split())
    assert "việc thực hiện [bỏ] 12 [hết][thêm] 15 [hết] chỉ tiêu" in re.sub(r"\s*\[hết\]\s*\[", " [hết][", said)
    whole = " ".join(visit.page.locator("#quan-triet-chu-de-cchc").inner_text().split())
    assert whole.count("đổi con số") == 1


def test_paper_shows_changes_without_colour(visit: Visit) -> None:
    """On paper controls are gone, inserted words are bold, deleted ones struck."""
    visit.open(PLACE)
    page = visit.page
    page.emulate_media(media="print")
    assert shown(page, ".kh-switches") == 0
    style = "e => [getComputedStyle(e).fontWeight, getComputedStyle(e).textDecorationLine]"
    assert page.locator(".kh-change ins").first.evaluate(style)[0] == "700"
    assert page.locator(".kh-change del").first.evaluate(style)[1] == "line-through"
    assert page.locator(".kh-headline li").first.is_visible()


def test_plan_page_leads_to_the_change(visit: Visit) -> None:
    """From the mark at a provision to the same provision on the page of changes; a switch takes the marks away."""
    visit.open(PLAN)
    mark = visit.page.locator("#quan-triet-chu-de-cchc + .kh-anchor + .kh-margin-mark")
    visit.page.locator("#kh_dau-sua").uncheck()
    assert mark.is_hidden()
    visit.page.locator("#kh_dau-sua").check()
    mark.click()
    box = visit.page.locator("#kh_cham")
    assert "12 chỉ tiêu thành 15 chỉ tiêu" in box.inner_text()
    box.get_by_text("Xem hai bản cạnh nhau").click()
    visit.page.wait_for_url(re.compile(r"so-sanh/2021\.\.2025/index\.html#quan-triet-chu-de-cchc$"))
    assert visit.page.locator("#quan-triet-chu-de-cchc").is_visible()


def test_works_from_an_unpacked_folder(browser: Browser, built_site: Path, look: Look) -> None:
    """Opened from a disk the page stands under a name with two dots and works."""
    with visiting(browser, f"{built_site.as_uri()}/", look) as visit:
        visit.open(f"{PLACE}index.html")
        visit.page.locator(".kh-keys:not([hidden])").wait_for(state="attached")
        visit.page.keyboard.press("n")
        assert visit.page.evaluate("document.activeElement.matches('[data-kh-change]')")
        assert [line for line in visit.complaints if line.startswith("script:")] == []
