"""Checklists in a browser: ticks that stay, travel in a file, work by keyboard; and all readable without script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator

from .visit import LOOKS, Look, Visit, visiting

CHECKLIST = "ke-hoach/huyen-dong-xuan/tuyen-truyen-cchc/2025/viec-can-lam/"
BODY = "co-quan/phong-noi-vu-dong-xuan/"
KEY = "huyen-dong-xuan/tuyen-truyen-cchc/2025#cac-co-quan-thuc-hien-bao-cao--bao-cao@2025-03"
PAGES = {
    "checklist": CHECKLIST,
    "figures": "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/viec-can-lam/",
    "body": "co-quan/so-khoa-hoc-va-cong-nghe-dak-lak/",
    "office": "co-quan/so-noi-vu-dak-lak/",
    "calendar": "lich/",
}


def _box(visit: Visit) -> Locator:
    return visit.page.locator(f'[data-kh-key="{KEY}"]:visible input[type=checkbox]').first


def _select(visit: Visit, by: str) -> Locator:
    return visit.page.locator(f"select[data-kh-by={by}]")


def _shown(visit: Visit) -> int:
    return visit.page.locator(".kh-time:visible").count()


def test_tick_stays_after_reload(visit: Visit) -> None:
    """A tick is still there after the page is loaded anew, and in the other grouping."""
    visit.open(CHECKLIST)
    _box(visit).check()
    visit.reload()
    assert _box(visit).is_checked()
    visit.page.get_by_role("radio", name="Theo tháng").check()
    assert _box(visit).is_checked()
    assert "Đã tích 1 trên" in visit.page.locator("[data-kh-ticked]").inner_text()
    assert visit.complaints == []


def test_tick_shows_on_the_body_s_page(visit: Visit) -> None:
    """The same duty on a body's page carries the same tick."""
    visit.open(CHECKLIST)
    _box(visit).check()
    visit.open(BODY)
    assert _box(visit).is_checked()


def test_ticks_travel_in_a_file(visit: Visit, tmp_path: Path) -> None:
    """Saved, cleared, loaded: the ticks are back."""
    visit.open(CHECKLIST)
    _box(visit).check()
    visit.page.get_by_text("Giữ dấu tích, in").click()
    with visit.page.expect_download() as saving:
        visit.page.get_by_role("button", name="Lưu dấu tích ra tệp").click()
    saved = tmp_path / saving.value.suggested_filename
    saving.value.save_as(saved)
    visit.page.on("dialog", lambda dialog: dialog.accept())
    visit.page.get_by_role("button", name="Xóa dấu tích").click()
    assert not _box(visit).is_checked()
    visit.reload()
    assert not _box(visit).is_checked()
    visit.page.get_by_text("Giữ dấu tích, in").click()
    visit.page.get_by_label("Nạp dấu tích từ tệp").set_input_files(saved)
    visit.page.get_by_text("Đã nạp 1 dấu tích").wait_for()
    assert _box(visit).is_checked()
    visit.reload()
    assert _box(visit).is_checked()
    assert visit.foreign == [] and visit.complaints == []


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"ticks": {}}', '{"kind": "kehoach-dau-tich", "ticks": 3}'])
def test_strange_file_is_refused(visit: Visit, tmp_path: Path, content: str) -> None:
    """A file that the page did not save changes nothing and is said to be none."""
    strange = tmp_path / "la.json"
    strange.write_text(content, encoding="utf-8")
    visit.open(CHECKLIST)
    _box(visit).check()
    visit.page.get_by_text("Giữ dấu tích, in").click()
    visit.page.get_by_label("Nạp dấu tích từ tệp").set_input_files(strange)
    visit.page.get_by_text("không phải tệp dấu tích").wait_for()
    assert _box(visit).is_checked()


def test_hostile_keys_in_a_file_are_dropped(visit: Visit, tmp_path: Path) -> None:
    """Only keys of duties with days are taken from a file."""
    hostile = tmp_path / "doc.json"
    ticks = {"__proto__": "2025-01-01", "<img src=x>": "2025-01-01", KEY: "x"}
    hostile.write_text(json.dumps({"kind": "kehoach-dau-tich", "ticks": ticks}), encoding="utf-8")
    visit.open(CHECKLIST)
    visit.page.get_by_label("Nạp dấu tích từ tệp").set_input_files(hostile)
    visit.page.get_by_text("Đã nạp 0 dấu tích").wait_for()
    assert visit.complaints == []


def test_broken_store_is_forgotten(visit: Visit) -> None:
    """What another program left in the store breaks nothing."""
    visit.open(CHECKLIST)
    visit.page.evaluate("localStorage.setItem('kehoach.dau-tich', '{]')")
    visit.reload()
    assert not _box(visit).is_checked()
    assert visit.complaints == []


@pytest.mark.parametrize("path", [CHECKLIST, BODY, PAGES["office"]], ids=["checklist", "body", "past"])
def test_the_first_box_is_five_keys_away(visit: Visit, path: str) -> None:
    """The first key leads to the way past the menu, the next to the way past all else of the page."""
    visit.open(path)
    for key in ("Tab", "Enter", "Tab", "Enter", "Tab"):
        visit.page.keyboard.press(key)
    first = visit.page.locator(".kh-time input:visible").first
    assert first.evaluate("box => box === document.activeElement")
    assert first.evaluate("box => box.getBoundingClientRect().top > document.querySelector('.md-header').offsetHeight")


def test_keyboard_alone(visit: Visit) -> None:
    """Tab reaches a box, Space ticks it, arrows change the grouping."""
    visit.open(CHECKLIST)
    visit.page.get_by_role("radio", name="Theo cơ quan").focus()
    visit.page.keyboard.press("ArrowRight")
    assert visit.page.get_by_role("radio", name="Theo tháng").is_checked()
    for _ in range(60):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.matches('.kh-time input')"):
            break
    key = visit.page.evaluate("document.activeElement.closest('[data-kh-key]').getAttribute('data-kh-key')")
    visit.page.keyboard.press("Space")
    visit.reload()
    assert visit.page.locator(f'[data-kh-key="{key}"] input').first.is_checked()


def test_filters(visit: Visit) -> None:
    """By body, month and state; a count says what is shown."""
    visit.open(CHECKLIST)
    everything = _shown(visit)
    _select(visit, "month").select_option("2025-03")
    assert 0 < _shown(visit) < everything
    _select(visit, "units").select_option("phong-tu-phap-dong-xuan")
    assert _shown(visit) == 0
    assert "Không có việc nào khớp" in visit.page.locator("[data-kh-ticked]").inner_text()
    _select(visit, "month").select_option("")
    assert _shown(visit) == 1
    _select(visit, "units").select_option("")
    _box(visit).check()
    _select(visit, "state").select_option("ticked")
    assert {item.get_attribute("data-kh-key") for item in visit.page.locator(".kh-time:visible").all()} == {KEY}


def test_box_hidden_by_its_own_filter_does_not_lose_the_focus(visit: Visit) -> None:
    """Ticked under "chưa tích", a box goes away and the focus stays in the tools."""
    visit.open(CHECKLIST)
    _select(visit, "state").select_option("todo")
    _box(visit).focus()
    visit.page.keyboard.press("Space")
    assert visit.page.evaluate("document.activeElement.getAttribute('data-kh-by')") == "state"


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_readable_without_script(browser: Browser, home: str, path: str) -> None:
    """Without JavaScript every duty is there, both groupings, and no tool that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}{path}")
    assert page.locator("h1").is_visible()
    assert page.locator("[data-kh-tools]:visible, [data-kh-filter]:visible").count() == 0
    assert page.locator("[data-kh-view][hidden], .kh-time[hidden]").count() == 0
    assert page.locator(".kh-time:visible, .kh-deadlines > li:visible").count() > 3
    context.close()


def test_prints_empty_boxes(visit: Visit) -> None:
    """On paper every box is empty and the tools are gone, also where ticks are kept."""
    visit.open(CHECKLIST)
    _box(visit).check()
    visit.page.emulate_media(media="print")
    assert visit.page.locator(".kh-tools").is_hidden()
    style = _box(visit).evaluate("box => { const s = getComputedStyle(box); return [s.appearance, s.borderTopStyle] }")
    assert style == ["none", "solid"]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page_is_accessible(visit: Visit, look: Look, path: str) -> None:
    """axe-core finds no fault against WCAG 2.2 AA, nothing scrolls sideways, nothing is asked of other hosts."""
    assert visit.open(path) == 200
    assert visit.accessibility_faults() == []
    assert visit.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert visit.foreign == [] and visit.complaints == []


def test_list_by_month_is_accessible(visit: Visit) -> None:
    """The other order of the same list, which is not shown at first, has no fault against WCAG 2.2 AA either."""
    visit.open("ke-hoach/xa-ea-knop/tuyen-truyen-cchc/2026/viec-can-lam/")
    visit.page.locator("input[name=kh_xep][value=month]").check()
    assert visit.page.locator(".kh-who:visible").count() > 0
    assert visit.accessibility_faults() == []


def test_works_under_a_strict_policy(browser: Browser, home: str, look: Look) -> None:
    """No inline handler and no inline style: the list works where a policy forbids both."""
    with visiting(browser, home, look) as visit:
        visit.open(CHECKLIST)
        assert visit.page.locator("[data-kh-tasks] [style], [data-kh-tasks] [onclick], .kh-chart [style]").count() == 0
        assert visit.page.locator("article script").count() == 0


def test_links_into_the_other_grouping_open_it(visit: Visit) -> None:
    """A link to a month opens the list by month."""
    visit.open(f"{CHECKLIST}#thang-2025-03")
    assert visit.page.locator("#thang-2025-03").is_visible()
