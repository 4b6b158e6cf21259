"""Reading a plan: meanings and citations on tap, the outline, paper, large letters, other colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus import PLAN_IDS
from playwright.sync_api import Browser, expect

from kehoach.pages.citing import provision

from .visit import LOOKS, Look, Visit, visiting

PLAN = "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/"
PHONE, DESKTOP = Look("phone", dark=False), Look("desktop", dark=False)
PAGES = (
    "",
    "ke-hoach/",
    PLAN,
    "co-quan/tinh-dak-lak/",
    "van-ban/nghi-quyet-76-nq-cp-2021/",
    "chi-so/par-index/",
    "tim/?q=cai+cach",
)
TAP = "#kh_cham"
both = pytest.mark.parametrize("look", [PHONE, DESKTOP], ids=str)
every_look = pytest.mark.parametrize("look", LOOKS, ids=str)


@both
def test_abbreviation_is_explained_on_tap(visit: Visit, look: Look) -> None:
    """A tap on any occurrence shows the meaning there; the text stays where it is."""
    visit.open(PLAN)
    visit.page.locator(".kh-sheet abbr", has_text="CCHC").nth(3).click()
    expect(visit.page.locator(TAP)).to_be_visible()
    assert "cải cách hành chính" in visit.page.locator(TAP).inner_text()
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator(TAP)).to_be_hidden()
    assert visit.page.url.endswith(PLAN)


NOTED = "ke-hoach/xa-ea-knop/tuyen-truyen-cchc/2026/"


@both
def test_note_is_shown_where_its_number_stands(visit: Visit, look: Look) -> None:
    """A tap on a raised number shows its note on the page; an address that named it here leads to the list."""
    visit.open(NOTED)
    visit.page.locator("html.kh-ready").wait_for()
    number = visit.page.get_by_role("button", name="Ghi chú 5")
    number.click()
    expect(visit.page.locator(TAP)).to_contain_text("hiểu là 0156/KH-UBND")
    visit.page.keyboard.press("Escape")
    expect(number).to_be_focused()
    assert visit.page.url.endswith(NOTED)
    visit.page.goto(f"{visit.home}{NOTED}index.html#kh_ghi-chu-5")
    visit.page.wait_for_url("**/thong-tin/index.html#kh_ghi-chu-5")
    expect(visit.page.locator("#kh_ghi-chu-5")).to_contain_text("0156/KHUBND")
    assert visit.complaints == []


def test_note_leads_to_the_list_without_script(browser: Browser, home: str) -> None:
    """Where scripts are off, the number is a link to the note, and the note one back to the number."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}{NOTED}index.html")
    page.get_by_role("link", name="Ghi chú 5", exact=True).click()
    page.wait_for_url("**/thong-tin/index.html#kh_ghi-chu-5")
    page.locator("#kh_ghi-chu-5 a").click()
    page.wait_for_url("**/2026/index.html#kh_ghi-chu-5_o")
    context.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_text_begins_after_one_screen_of_a_phone(browser: Browser, home: str, script: bool) -> None:
    """The next two tasks stand above the text; on a wide screen all of them are shown, with nothing to open."""
    for width, folded in ((390, True), (1280, False)):
        context = browser.new_context(viewport={"width": width, "height": 844}, java_script_enabled=script)
        page = context.new_page()
        page.goto(f"{home}{PLAN}index.html")
        more = page.locator(".kh-brief-more li")
        assert [one.is_visible() for one in more.all()] == [not folded] * 3
        assert page.locator(".kh-brief-more > summary").is_visible() == folded
        top = page.locator(".kh-sheet").first.evaluate("sheet => sheet.getBoundingClientRect().top + scrollY")
        assert not folded or not script or top <= 0.875 * 844
        context.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_menu_opens_on_a_phone_and_stands_on_a_desktop(browser: Browser, home: str, script: bool) -> None:
    """The button opens the parts of the site and tells so, Escape closes them; on a wide screen they are there."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{home}lich/index.html")
    parts, button = page.get_by_role("navigation", name="Các phần chính"), page.get_by_role("button", name="Danh mục")
    expect(parts).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(parts.get_by_role("link", name="Văn bản")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(parts).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    parts.get_by_role("link", name="Cơ quan").click()
    page.wait_for_url("**/co-quan/index.html")
    page.set_viewport_size({"width": 1280, "height": 844})
    expect(button).to_be_hidden()
    expect(parts.get_by_role("link", name="Cơ quan")).to_be_visible()
    context.close()


def test_term_is_explained_by_keyboard(visit: Visit) -> None:
    """Enter and space on a term open its meaning, Escape leads back to it."""
    visit.open(PLAN)
    term = visit.page.locator("a.kh-term").first
    assert term.get_attribute("role") == "button"
    for press in ("Enter", " "):
        term.focus()
        visit.page.keyboard.press(press)
        expect(visit.page.locator(TAP)).to_be_visible()
        expect(term).to_have_attribute("aria-expanded", "true")
        visit.page.keyboard.press("Escape")
        expect(term).to_have_attribute("aria-expanded", "false")
        expect(term).to_be_focused()


@both
def test_provision_can_be_cited_and_its_link_copied(browser: Browser, home: str, look: Look) -> None:
    """The sign beside a provision gives its citation and a link that leads to it."""
    with visiting(browser, home, look) as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.open(PLAN)
        sign = visit.page.locator("#so-noi-vu + .kh-anchor")
        sign.focus()
        visit.page.keyboard.press("Enter")
        box = visit.page.locator(TAP)
        assert box.inner_text().startswith("Điểm b khoản 1 mục IV Kế hoạch kèm theo Quyết định số …/QĐ-UBND")
        # By keys alone, as the box was opened: a pointer that misses while the page still scrolls closes it.
        box.get_by_role("button", name="Sao chép liên kết").press("Enter")
        box.get_by_text("Đã sao chép.").wait_for()
        copied = str(visit.page.evaluate("navigator.clipboard.readText()"))
        assert copied.endswith(f"{PLAN}index.html#so-noi-vu") or copied.endswith(f"{PLAN}#so-noi-vu")
        box.get_by_role("button", name="Sao chép trích dẫn").press("Enter")
        visit.page.wait_for_function("() => navigator.clipboard.readText().then(text => text.startsWith('Điểm b'))")
        assert box.get_by_text("Góp ý").count() == 0


@every_look
def test_open_box_is_accessible(visit: Visit, look: Look) -> None:
    """An open citation has no fault against WCAG 2.2 AA."""
    visit.open(PLAN)
    visit.page.locator("#so-noi-vu + .kh-anchor").focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.locator(TAP).is_visible()
    # What it covers of the page is no fault: it goes at the next tap.
    assert visit.accessibility_faults(TAP) == []


def test_without_script_links_lead_on(browser: Browser, home: str) -> None:
    """Where scripts are off, a term leads to its entry, and the page's own list of headings to a provision.

    Beside the page that list is laid by a script; without one it stands folded on the page, on a desktop too.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}{PLAN}index.html")
    page.locator("details.kh-contents > summary").click()
    page.locator("details.kh-contents a[href='#to-chuc-thuc-hien']").click()
    assert page.url.endswith("#to-chuc-thuc-hien")
    page.locator("a.kh-term").first.click()
    page.wait_for_url("**/thuat-ngu/index.html#*")
    context.close()


@both
def test_outline_follows_the_reader(visit: Visit, look: Look) -> None:
    """The outline stays in view and names the section being read."""
    visit.open(PLAN)
    visit.page.locator("#to-chuc-thuc-hien").evaluate("section => section.scrollIntoView()")
    visit.page.wait_for_function("() => document.querySelector('.kh-contents a[aria-current]') !== null")
    assert "Tổ chức thực hiện" in (visit.page.locator(".kh-contents a[aria-current]").first.text_content() or "")
    if look.device == "phone":
        bar = visit.page.locator(".kh-contents > summary")
        box = bar.bounding_box()
        assert box
        assert box["y"] < 80
        assert "Tổ chức thực hiện" in bar.inner_text()
        bar.click()
        visit.page.locator(".kh-contents a").first.click()
        assert visit.page.locator(".kh-contents").get_attribute("open") is None
    else:
        assert visit.page.locator("details.kh-contents").is_hidden()
        assert visit.page.locator(".kh-outline a[aria-current]").is_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_headings_are_called_by_their_words(browser: Browser, home: str, script: bool) -> None:
    """Who goes by headings finds all of them, each called as printed: signs and marks beside them are no part of it."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{home}{PLAN}index.html")
    if script:
        page.locator("html.kh-ready").wait_for()
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    session = context.new_cdp_session(page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    named = [one["name"]["value"] for one in tree if one.get("role", {}).get("value") == "heading"]
    printed = page.locator(".kh-body :is(h3, h4, h5, h6)").evaluate_all(
        "all => all.map(one => one.innerText.replace(/\\s+/g, ' ').trim())"
    )
    assert len(printed) > 20
    assert named[-len(printed) - 1 :] == [*printed, "Thông tin thêm"]
    context.close()


def test_editions_lead_to_each_other(visit: Visit) -> None:
    """The next and the previous edition are one step away."""
    visit.open(PLAN)
    visit.page.locator(".kh-editions a[rel=prev]").click()
    visit.page.wait_for_url("**/2021/**")
    visit.page.locator(".kh-editions a[rel=next]").click()
    visit.page.wait_for_url("**/2025/**")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 640], ids=["400%", "200%"])
def test_page_fits_when_enlarged(visit: Visit, path: str, width: int) -> None:
    """At 200 and 400 % of 1280 pixels nothing has to be scrolled sideways and no text is cut off."""
    visit.page.set_viewport_size({"width": width, "height": 512})
    visit.open(path)
    assert visit.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    cut = visit.page.locator("main :is(p, li, h1, h2, h3, dt, dd, a, td)").evaluate_all(
        "all => all.filter(one => one.offsetParent"
        " && !one.closest('.kh-scroll, .kh-contents, .kh-sr, svg, .kh-diagram')"
        " && one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 120))"
    )
    assert cut == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("look", [PHONE], ids=str)
def test_targets_are_large_enough(visit: Visit, look: Look, path: str) -> None:
    """Fields, buttons and links outside sentences measure 24 pixels at least (WCAG 2.2, 2.5.8)."""
    visit.open(path)
    small = visit.page.locator("main :is(button, select, input, summary, .kh-anchor, .kh-editions a)").evaluate_all(
        "all => all.filter(one => one.offsetParent)"
        ".map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 100)])"
        ".filter(([box]) => box.width < 24 || box.height < 24).map(([, html]) => html)"
    )
    assert small == []


def test_forced_colours_keep_everything_visible(browser: Browser, home: str) -> None:
    """With the reader's own colours the current place, marks and edges stay visible."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{home}{PLAN}index.html#so-noi-vu")
    target = page.locator("#so-noi-vu")
    assert target.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    assert page.locator(".kh-sheet").first.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    context.close()


def test_paper_shows_the_document_alone(visit: Visit) -> None:
    """Printed, a plan has its words, no chrome and no signs of ours."""
    visit.open(PLAN)
    visit.page.emulate_media(media="print")
    for hidden in (".md-header", ".md-footer", ".kh-crumbs", ".kh-contents", ".kh-editions", ".kh-further", "h1"):
        assert visit.page.locator(hidden).first.is_hidden(), hidden
    assert visit.page.locator(".kh-anchor >> visible=true").count() == 0
    assert visit.page.locator(".kh-sheet").count() == 2
    assert visit.page.locator(".kh-legal").is_visible()


def test_remarks_are_offered_where_configured(browser: Browser, tmp_path: Path, built_site: Path, home: str) -> None:
    """With an address for remarks, a provision offers a filled-in e-mail that names it and links to it."""
    with visiting(browser, home, DESKTOP) as visit:
        visit.open(PLAN)
        assert visit.page.locator(".kh-feedback").count() == 0
        visit.page.evaluate(
            "pattern => { const link = document.createElement('a'); link.dataset.khFeedback = pattern;"
            " document.body.append(link) }",
            "mailto:gop-y@vidu.gov.vn?subject={title}&body={text}",
        )
        visit.page.locator("#so-noi-vu + .kh-anchor").focus()
        visit.page.keyboard.press("Enter")
        link = visit.page.locator(f"{TAP} a.kh-feedback").get_attribute("href")
        assert link is not None
        assert link.startswith("mailto:gop-y@vidu.gov.vn?subject=G%C3%B3p%20%C3%BD%3A%20%C4%91i%E1%BB%83m%20b%20")
        assert "%23so-noi-vu" in link


def test_script_names_provisions_as_citations_do(visit: Visit) -> None:
    """The signs that a script puts at paragraphs say the same as Python does of the same path, each once."""
    named: set[tuple[str, str]] = set()
    for plan_id in PLAN_IDS:
        visit.open(f"ke-hoach/{plan_id}/")
        visit.page.locator("html.kh-ready").wait_for()
        rows = visit.page.locator("[data-p]").evaluate_all(
            "lines => lines.map(line => [line.dataset.p || line.id, line.id, ...Array.from(document.querySelectorAll("
            '`a.kh-anchor[href="#${line.id}"]`), sign => sign.getAttribute("aria-label"))])'
        )
        assert rows
        assert [row for row in rows if row[2:] != [f"Dẫn {provision(row[0])}"]] == []
        named |= {(row[0], row[2]) for row in rows}
    assert len(named) > 100
