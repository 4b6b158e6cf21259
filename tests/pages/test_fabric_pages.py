"""Pages of relations, coverage and provenance: complete, readable without the drawing, bounded for many plans."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from corpus import PLAN_IDS, ROOT, SO_XAY_DUNG, TINH_2025, XA_EA_KNOP, source
from markupsafe import Markup
from uppers import said_above

from kehoach.comparison.relations import Endpoint
from kehoach.fidelity.sourcetrace import trace
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.plan import Plan
from kehoach.pages import handovers, unitlists
from kehoach.pages.build import build_pages, make_site
from kehoach.pages.diagram import measure, star, wrapped
from kehoach.pages.overview import CLUSTERS, overview_page
from kehoach.pages.page import (
    Page,
    analysis_path,
    cascade_path,
    coverage_path,
    document_path,
    href,
    plan_path,
    provenance_path,
    record_path,
    relations_path,
    unit_path,
)
from kehoach.pages.provenance import strips
from kehoach.pages.relationgroups import groups
from kehoach.pages.site import Site
from kehoach.pages.unit import unit_pages

_TEMPLATES = ROOT / "site_src" / "templates"


@pytest.fixture(scope="module")
def site(fabric: Fabric, repository: Repository) -> Site:
    return make_site(fabric, repository, templates=_TEMPLATES, today=dt.date(2026, 1, 20))


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in build_pages(site)}


def words(html: str) -> str:
    return Markup(re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)).striptags()


# Relations


def test_every_neighbour_is_drawn_or_counted_and_listed(site: Site, pages: dict[str, Page]) -> None:
    """The list says all that the drawing does; a group cut short in the drawing links to its list."""
    for plan_id in PLAN_IDS:
        here = relations_path(plan_id)
        html = pages[here].html
        assert f'href="{href(record_path(plan_id), here)}"' in pages[record_path(plan_id)].html
        for group in groups(site, Endpoint("plan", plan_id), here):
            assert f'id="{group.anchor}"' in html
            listed = html[html.index(f'id="{group.anchor}"') :]
            assert all(f">{neighbour.title}</a>" in listed for neighbour in group.neighbours)


def test_drawing_has_name_and_named_links(pages: dict[str, Page]) -> None:
    """Each drawing has a title and a description, each of its links a name; nothing needs inline styles or scripts."""
    for path in (relations_path(TINH_2025), document_path("nghi-quyet-76-nq-cp-2021"), "luoc-do/"):
        drawings = re.findall(r"<svg class=\"kh-dg .*?</svg>", pages[path].html, flags=re.DOTALL)
        assert len(drawings) == 2
        for drawing in drawings:
            assert "<title>" in drawing and "<desc>" in drawing
            assert len(re.findall(r"<a href=", drawing)) == len(re.findall(r'aria-label="[^"]+">', drawing)) - 1
            assert "style=" not in drawing and "<script" not in drawing


def test_boxes_do_not_overlap(site: Site) -> None:
    """No box of a drawing lies on another, none sticks out."""
    for thing in [Endpoint("plan", p) for p in PLAN_IDS] + [Endpoint("document", "nghi-quyet-76-nq-cp-2021")]:
        for drawing in star(groups(site, thing, ""), "Tên", "Nội dung của kế hoạch", "ke-hoach/a/b/2025/"):
            for index, one in enumerate(drawing.boxes):
                assert one.x >= 0 and one.x + one.width <= drawing.width + 0.1
                assert one.y >= 0 and one.y + one.height <= drawing.height + 0.1
                for other in drawing.boxes[:index]:
                    apart = one.x >= other.x + other.width or other.x >= one.x + one.width
                    apart = apart or one.y >= other.y + other.height or other.y >= one.y + one.height
                    assert apart, (thing, one.lines, other.lines)


def test_text_is_broken_within_its_box() -> None:
    """Lines fit the width as estimated; what is cut off ends in an ellipsis."""
    text = "Kế hoạch tuyên truyền cải cách hành chính nhà nước năm 2025 trên địa bàn tỉnh Đắk Lắk"
    lines = wrapped(text, 200, 2)
    assert len(lines) == 2 and lines[-1].endswith(" …")
    assert all(measure(line) <= 200 for line in lines)
    assert wrapped(text, 10_000, 2) == (text,)


def test_document_page_says_what_happened_to_it(pages: dict[str, Page]) -> None:
    """A replaced law: state, by what, since when, and the certainty of that."""
    text = words(pages[document_path("luat-77-2015-qh13")].html)
    assert "đến ngày dựng trang (ghi ở trang đầu): đã được thay thế" in text
    assert "Được thay thế bởi Luật số 65/2025/QH15 từ ngày 01 tháng 3 năm 2025" in text
    assert "nhiều khả năng" in text


def test_plan_page_tells_age_without_alarm(pages: dict[str, Page]) -> None:
    """The plan of 2025: its law held then, and was replaced since; nothing is marked as a fault."""
    html = pages[record_path(TINH_2025)].html
    section = html[html.index('id="kh_hieu-luc"') : html.index('id="kh_luoc-do"')]
    assert "Được thay thế bởi Luật số 72/2025/QH15" in words(section)
    assert "trước ngày của kế hoạch" not in section


def test_body_page_shows_what_moved(pages: dict[str, Page]) -> None:
    """The dissolved body's page tells where its duties went, the heir's where they came from."""
    gone = words(pages[unit_path("so-thong-tin-va-truyen-thong-dak-lak")].html)
    heir = words(pages[unit_path("so-van-hoa-the-thao-va-du-lich-dak-lak")].html)
    assert "Chuyển đi (5)" in gone and "Việc giao cho nơi" not in heir
    assert "Nhận về (1)" in heir and "Nhận theo sắp xếp tổ chức" in heir


def test_many_moves_are_on_pages_of_their_own(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The body's page leads to them by year, and says how many there are; their links lead from where they are."""
    unit = site.registry.units["so-thong-tin-va-truyen-thong-dak-lak"]
    [whole] = unit_pages(site, unit)
    monkeypatch.setattr(handovers, "MOST", 1)
    page, *parts = unit_pages(site, unit)
    assert parts
    leading = [link for one in (page, *parts) for link in re.findall(r'href="[./]*(danh-muc_[^"]+)index', one.html)]
    assert {*leading} <= {part.path.removeprefix(page.path) for part in parts}
    assert all(len(link) < 100 for link in leading)
    assert "Chuyển đi (5)" in words(page.html)
    places = re.compile(r'href="(?:\.\./)+(ke-hoach/[^"]+)" *>')
    section = whole.html[whole.html.index('id="chuyen-giao"') : whole.html.index('id="nhac-den"')]
    led_to = [part for part in parts if part.path.removeprefix(page.path) in leading]
    listed = [place for part in led_to for place in places.findall(part.html)]
    assert sorted(listed) == sorted(places.findall(section))
    assert all('"../../../ke-hoach/' in part.html for part in led_to if places.search(part.html))
    assert all(part.title.startswith(f"{unit.name}, việc chuyển đi: Năm 2025") for part in parts)


def test_many_plans_and_members_are_on_pages_of_their_own(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of a body or group leads to them and says how many there are; together they name each once."""
    body, group = (site.registry.units[name] for name in ("tinh-dak-lak", "cac-so-ban-nganh-dak-lak"))
    plans, members = unitlists.unit_plans(site, body), unitlists.unit_members(site, group)
    assert (plans.count, plans.parts, members.count, members.parts) == (len(plans.rows), (), 7, ())
    monkeypatch.setattr(unitlists, "PLANS", 1)
    monkeypatch.setattr(unitlists, "MEMBERS", 1)
    page, *parts = unit_pages(site, body)
    assert [sum(f"{plan.id}/index.html" in part.html for part in parts) for plan in plans.rows] == [1] * plans.count
    assert all(
        f"{link.path.removeprefix(page.path)}index.html" in page.html for link in unitlists.unit_plans(site, body).parts
    )
    page, *parts = unit_pages(site, group)
    named = [f'/{one.path.removeprefix("co-quan/")}index.html"' for one in members.rows]
    assert [sum(name in part.html for part in parts) for name in named] == [1] * 7
    assert "Gồm 7 cơ quan" in words(page.html)


def _many(fabric: Fabric, count: int) -> Fabric:
    """The fabric with as many short plans of communes that the registry does not know."""
    linked = fabric.plans[XA_EA_KNOP]
    short: Plan = replace(linked.plan, body=linked.plan.body[-1:])
    copies = {
        plan_id: LinkedPlan(replace(short, id=plan_id), linked.linker)
        for plan_id in (f"xa-{number}/tuyen-truyen-cchc/2026" for number in range(count))
    }
    return Fabric(fabric.registry, {**fabric.plans, **copies})


def test_overview_of_many_plans_stays_small(fabric: Fabric, repository: Repository) -> None:
    """A hundred more bodies: the drawing gathers them in one cluster, the list has each once."""
    html = overview_page(make_site(_many(fabric, 100), repository, templates=_TEMPLATES)).html
    drawing = re.findall(r"<svg.*?</svg>", html, flags=re.DOTALL)[0]
    assert drawing.count("<rect") <= 5 * (CLUSTERS + 1)
    assert "95 cơ quan khác" in drawing
    assert sum(f"xa-{number}/tuyen-truyen-cchc/2026/" in html for number in range(100)) == 100


# Coverage


@pytest.fixture(scope="module")
def told(fabric: Fabric, repository: Repository) -> Site:
    """A person has noted the province's plan as above that of Ea Knốp; the analysis is asked for."""
    said = said_above(fabric, XA_EA_KNOP, TINH_2025)
    return make_site(said, repository, templates=_TEMPLATES, today=dt.date(2026, 1, 20), analysis=True)


@pytest.fixture(scope="module")
def told_pages(told: Site) -> dict[str, Page]:
    return {page.path: page for page in build_pages(told)}


def test_no_page_speaks_of_a_plan_as_lower_without_words(pages: dict[str, Page]) -> None:
    """None of the five names another: no cascade, no "kế hoạch cấp dưới", no common model, no analysis."""
    assert not [path for path in pages if "/trien-khai/" in path or path.startswith("phan-tich/")]
    for path in ("luoc-do/", *map(plan_path, PLAN_IDS), *map(record_path, PLAN_IDS), *map(relations_path, PLAN_IDS)):
        text = words(pages[path].html)
        assert not re.search("kế hoạch cấp dưới|cùng một bản mẫu|không nhắc đến|gần nhất đang giữ", text, re.IGNORECASE)


def test_upper_plan_that_a_person_named_says_so(told_pages: dict[str, Page]) -> None:
    """The page of the pair says whose word it is; the numbers are of what is there, not of what is not."""
    text = words(told_pages[coverage_path(TINH_2025, XA_EA_KNOP)].html)
    assert "Người đọc ghi kế hoạch được đối chiếu là kế hoạch cấp trên" in text
    assert "mục nguyên văn" in text and "không nhắc đến" not in text
    assert "Kế hoạch cấp trên, do người đọc ghi" in words(told_pages[record_path(XA_EA_KNOP)].html)


def test_analysis_counts_only_what_is_addressed_to_the_body(told: Site, told_pages: dict[str, Page]) -> None:
    """Of the province's plan only duties of the department or of its groups are laid beside the department's plan."""
    html = told_pages[analysis_path(TINH_2025, SO_XAY_DUNG)].html
    shown = set(re.findall(r'id="kh_([a-z0-9-]+)" data-kh-find', html))
    shares = told.agenda.shares("so-xay-dung-dak-lak")
    assert shown and shown <= {share.scheduled.duty.anchor for share in shares}
    assert "không có nghĩa là không làm" in words(html)
    pairs = [path for path in told_pages if path.startswith("phan-tich/")]
    assert pairs == ["phan-tich/", analysis_path(TINH_2025, SO_XAY_DUNG)]


def test_every_cell_is_in_the_matrix_and_has_evidence(told: Site, told_pages: dict[str, Page]) -> None:
    """The overview has a row for each upper item; each cell leads to an article with both passages."""
    matrix = told_pages[cascade_path(TINH_2025)].html
    plans = told.fabric.plans
    coverage = told.cascade.cover(plans[TINH_2025], plans[XA_EA_KNOP])
    html = told_pages[coverage_path(TINH_2025, XA_EA_KNOP)].html
    assert matrix.count(f"{XA_EA_KNOP}/index.html#kh_") == len(coverage.cells)
    for cell in coverage.cells:
        assert f'id="kh_{cell.upper.key}"' in html
    assert all(own.item.fields["text"][:40] in words(html) for own in coverage.own if "text" in own.item.fields)


def test_both_plans_link_to_their_comparison(told_pages: dict[str, Page]) -> None:
    """The lower plan to the pair, the upper one to the matrix."""
    lower, upper = record_path(XA_EA_KNOP), record_path(TINH_2025)
    assert f'href="{href(lower, coverage_path(TINH_2025, XA_EA_KNOP))}"' in told_pages[lower].html
    assert f'href="{href(upper, cascade_path(TINH_2025))}"' in told_pages[upper].html


# Provenance


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_every_source_line_and_every_paragraph_is_laid_out_once(fabric: Fabric, plan_id: str) -> None:
    """Nothing of the source and nothing of the published text is left out, both in their order."""
    linked, text = fabric.plans[plan_id], source(plan_id)
    printed = [Markup.escape(line.words) for line in linked.lines]
    found = strips(text, linked.lines, printed, trace(linked.plan, linked.lines, text).spans, [])
    numbers = [line.number for strip in found for line in strip.source]
    filled = [n for n, line in enumerate(text.replace("\f", "\n").split("\n"), 1) if line.strip()]
    assert sorted(numbers) == filled
    laid = [line for strip in found for line, _ in strip.published]
    assert sorted(map(id, laid)) == sorted(map(id, linked.lines))
    body = [line for line in laid if line.item]
    assert body == [line for line in linked.lines if line.item]


def test_corrections_are_marked_on_both_sides(pages: dict[str, Page]) -> None:
    """A correction shows in the source line and in the published words, and leads to its reason."""
    html = pages[provenance_path(SO_XAY_DUNG)].html
    marked = set(re.findall(r'<mark class="kh-(?:corrected|doubtful)"><a href="#(kh_ghi-chu-[0-9]+)">', html))
    assert len(marked) >= 35
    assert all(f'id="{anchor}"' in html for anchor in marked)
    assert 'class="kh-corrected">của Ủy ban</span>' in html


def test_source_that_departs_is_not_called_the_same(pages: dict[str, Page], repository: Repository) -> None:
    """The page names hash, medium and number of corrections as recorded."""
    for plan_id in PLAN_IDS:
        plan, text = repository.plans[plan_id], words(pages[provenance_path(plan_id)].html)
        assert plan.source and plan.source.sha256 in text and "(khớp với tệp đang giữ)" in text
        assert f"{len(plan.corrections)} chỗ đăng khác nguồn" in text
