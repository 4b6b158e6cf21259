"""Pages of what is to be done: every duty in its place, deadlines as in the calendar file, results told honestly."""

from __future__ import annotations

import csv
import datetime as dt
import io
import posixpath
import re
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import yaml
from corpus import FIXTURES, HUYEN_DONG_XUAN, PLAN_IDS, ROOT, XA_EA_KNOP
from ical.calendar_stream import IcsCalendarStream

from kehoach.agenda.standing import NO_PROGRESS, STATES
from kehoach.commands.planidentity import exported_from
from kehoach.exports.calendar import plan_has_calendar
from kehoach.files.repository import Repository, load
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import parse
from kehoach.meaning.fabric import Fabric, LinkedPlan, weave
from kehoach.pages import checklist
from kehoach.pages.build import build_pages, make_site, plan_files
from kehoach.pages.calendar import calendar_page
from kehoach.pages.charts import columns
from kehoach.pages.checklist import checklist_pages
from kehoach.pages.directory import plans_page
from kehoach.pages.dutyfiles import duty_files
from kehoach.pages.embeds import embed, placeholder
from kehoach.pages.home import Home
from kehoach.pages.page import Page, checklist_path, href, plan_path
from kehoach.pages.plan import plan_page
from kehoach.pages.planrecord import record_page
from kehoach.pages.site import Site
from kehoach.pages.unit import unit_pages
from kehoach.wording.letters import upper_first

TEMPLATES = ROOT / "site_src" / "templates"
TODAY = dt.date(2026, 5, 28)
_HOME = Home("Thử")
EXAMPLE = "xa-vi-du/tuyen-truyen-cchc/2025"


@pytest.fixture(scope="module")
def site(repository: Repository, fabric: Fabric) -> Site:
    """The published plans, on a day in May 2026."""
    return make_site(fabric, repository, templates=TEMPLATES, today=TODAY)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The made-up plan with recorded results."""
    root = tmp_path_factory.mktemp("vi-du") / "kho"
    shutil.copytree(FIXTURES / "vi-du", root)
    shutil.copytree(ROOT / "schema", root / "schema")
    repository = load(root)
    return make_site(weave(repository), repository, templates=TEMPLATES, today=dt.date(2025, 7, 1))


def _calendar(site: Site) -> list[Page]:
    """The front page of the calendar and the page of each year."""
    return [calendar_page(site), *(calendar_page(site, year) for year in map(int, site.agenda.years))]


def _keys(html: str) -> set[str]:
    """The keys of boxes: whole, or the duty where the list begins and the time where the box stands."""
    keys, duty = set(), ""
    for kind, value in re.findall(r'data-kh-(key|of|at)="([^"]+)"', html):
        if kind == "of":
            duty = value
        else:
            keys.add(value if kind == "key" else f"{duty}@{value}")
    return keys


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_checklist_has_a_box_for_every_time(site: Site, plan_id: str) -> None:
    """Every duty and time of the plan can be ticked, in both groupings; of a long plan on a page each."""
    html = "".join(page.html for page in checklist_pages(site, plan_id))
    keys = {deadline.key for one in site.agenda.plans[plan_id] for deadline in one.deadlines}
    body, month = html.split('data-kh-view="month"')
    assert _keys(body) == _keys(month) == keys


def test_a_long_checklist_has_a_page_by_month(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of its two pages leads to the other; one that is not long stays one page, in both orders."""
    monkeypatch.setattr(checklist, "MOST", 10_000)
    [whole] = checklist_pages(site, XA_EA_KNOP)
    assert whole.html.count("data-kh-view=") == 2
    monkeypatch.setattr(checklist, "MOST", 1)
    by_body, by_month = checklist_pages(site, XA_EA_KNOP)
    assert (
        f'<p id="theo-thang">Cũng những việc ấy xếp theo tháng: <a href="{href(by_body.path, by_month.path)}">'
        in by_body.html
    )
    assert f'href="{href(by_month.path, by_body.path)}"' in by_month.html
    for page, view in ((by_body, "body"), (by_month, "month")):
        assert re.findall(r'data-kh-view="(.*?)"', page.html) == [view]
        assert "kh_xep" not in page.html
        assert page.html.count("data-kh-tools") == 1
    assert _keys(by_body.html) == _keys(by_month.html) == _keys(whole.html)
    assert len(by_body.html) < len(whole.html) - len(by_month.html) / 2


def test_the_script_names_the_states_that_tasks_have() -> None:
    """What is chosen from on every page stands in the script alone, in the same words and order."""
    script = (ROOT / "site_src/docs/assets/javascripts/checklist.js").read_text(encoding="utf-8")
    named = re.findall(r'^    (\w+): "(.*)",?$', script.partition("STATES = {")[2].partition("}")[0], re.MULTILINE)
    assert named[2:] == [(state, upper_first(name)) for state, name in STATES.items()]


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_every_duty_links_to_its_sentence(site: Site, plan_id: str) -> None:
    """The title of a duty leads to an anchor that the plan's page has."""
    anchors = set(re.findall(r'id="([^"]+)"', plan_page(site, plan_id).html))
    page = next(checklist_pages(site, plan_id))
    to_plan = re.escape(href(page.path, plan_path(plan_id)))
    linked = set(re.findall(rf'class="kh-duty-title"><a href="{to_plan}#([^"]+)"', page.html))
    assert linked == {duty.anchor for duty in site.fabric.plans[plan_id].duties}
    assert linked <= anchors


def test_ids_are_unique_on_every_new_page(site: Site) -> None:
    """No two elements share an id."""
    pages = [*(next(checklist_pages(site, plan_id)) for plan_id in PLAN_IDS), *_calendar(site)]
    for page in pages:
        ids = re.findall(r'\sid="([^"]+)"', page.html)
        assert len(ids) == len(set(ids)), page.path
        assert {h.anchor for heading in page.toc for h in (heading, *heading.children)} <= set(ids)


def test_calendar_pages_and_files_have_the_same_dates(site: Site) -> None:
    """What an independent parser reads in calendar.ics is what the calendar pages list."""
    events = IcsCalendarStream.calendar_from_ics(duty_files(site, _HOME)["data/calendar.ics"].decode()).events
    listed = []
    for page in _calendar(site):
        if page.path != "lich/":
            listed += re.findall(r'<li id="han-[^"]+".*?<time datetime="([^"]+)"', page.html, re.DOTALL)
    assert sorted(listed) == sorted(str(event.dtstart) for event in events)


def test_calendar_front_page_is_of_the_site_s_year(site: Site) -> None:
    """The front page shows the year of the build; each year has its page."""
    pages = {page.path: page.html for page in _calendar(site)}
    assert set(pages) == {"lich/", "lich/2025/", "lich/2026/"}
    assert "Tháng 6/2026" in pages["lich/"] and "Tháng 6/2025" not in pages["lich/"]


def test_home_names_the_next_deadlines_and_the_day_it_counts_from(site: Site) -> None:
    """From 28 May 2026 the next day is 10 June, and the page says from which day it looks."""
    html = re.sub("</?(?:span|kh-n)[^>]*>", "", embed(site, placeholder("next"), ""))
    assert "28 tháng 5 năm 2026" in html
    assert re.findall(r'datetime="([^"]+)"', html)[:3] == ["2026-06-10", "2026-06-10", "2026-09-10"]


def test_pages_say_what_holds_and_what_comes(site: Site) -> None:
    """On 28 May 2026 the plan of 2026 is carried out; what holds from 2027 on waits hidden with its day."""
    for html in (plan_page(site, XA_EA_KNOP).html, plans_page(site).html):
        assert 'data-until="2026-12-31">Đang thực hiện, năm 2026' in html
        assert 'data-from="2027-01-01" hidden>Đã qua năm 2026' in html
    assert "cơ quan ban hành đã kết thúc ngày 30/6/2025" in plan_page(site, HUYEN_DONG_XUAN).html
    assert "Đang thực hiện, năm 2025" not in plan_page(site, HUYEN_DONG_XUAN).html


def test_every_deadline_carries_its_day_and_state(site: Site) -> None:
    """What the page's script reads is the day beside it, and the words agree with the site's day."""
    html = calendar_page(site, int([*site.agenda.years][-1])).html
    found = re.findall(r'<time datetime="([^"]+)">[^<]*</time>\s*<span class="[^"]*" data-due="([^"]+)">([^<]+)<', html)
    assert found and len(found) == html.count('<li id="han-')
    for day, due, words in found:
        assert day == due and words == ("đã qua" if day < str(TODAY) else "sắp tới")


def test_past_plans_are_folded_and_drafts_last(repository: Repository, fabric: Fabric) -> None:
    """The list and the home page lead with what is carried out; a draft is not on the home page at all."""
    linked = dict(fabric.plans)
    draft = replace(fabric.plans[XA_EA_KNOP].plan, status="draft")
    linked[XA_EA_KNOP] = LinkedPlan(draft, fabric.plans[XA_EA_KNOP].linker)
    made = make_site(Fabric(fabric.registry, linked), repository, templates=TEMPLATES, today=TODAY)
    assert "Dự thảo, chưa ban hành" in plans_page(made).html
    home = embed(made, placeholder("newest"), "")
    assert draft.title not in home and "Các năm trước (4)" in home
    assert XA_EA_KNOP not in duty_files(made, _HOME)["data/calendar.ics"].decode()


def test_home_says_when_nothing_is_left(repository: Repository, fabric: Fabric) -> None:
    """After the last deadline the home page says that there is none."""
    late = make_site(fabric, repository, templates=TEMPLATES, today=dt.date(2027, 1, 1))
    assert "Không còn hạn nào" in embed(late, placeholder("next"), "")


def test_plans_without_results_say_so_on_every_page(site: Site) -> None:
    """No report is not the same as not done; nothing is called late."""
    unit = site.registry.units["phong-noi-vu-dong-xuan"]
    for html in (
        next(checklist_pages(site, HUYEN_DONG_XUAN)).html,
        record_page(site, HUYEN_DONG_XUAN).html,
        next(unit_pages(site, unit)).html,
    ):
        assert NO_PROGRESS in html
        assert 'kh-state-late"' not in html
    assert "không có nghĩa là việc không được làm" in embed(site, placeholder("progress"), "")


def test_results_are_shown_with_proof_and_marked_as_example(example: Site) -> None:
    """What was done, why not, evidence, who recorded it and changes; and that it is an example."""
    html = next(checklist_pages(example, EXAMPLE)).html
    for words in (
        "Ví dụ minh họa",
        "Phát 4 bản tin",
        "Loa hỏng",
        "https://vidu.example/lich-phat-thanh-2",
        "Văn thư xã",
    ):
        assert words in html
    assert "Đã làm xong" in html and "Mới có báo cáo của một số cơ quan" in html
    assert "trước đó chưa làm: Đã có ngày mới." in html
    assert "Ví dụ minh họa" in plan_page(example, EXAMPLE).html
    assert "Ví dụ minh họa" in embed(example, placeholder("progress"), "")


def test_evidence_file_is_published_where_the_page_links_to(example: Site) -> None:
    """The link to an evidence file leads to a file that the site holds."""
    page = next(checklist_pages(example, EXAMPLE))
    link = next(link for link in re.findall(r'href="([^"]+)"', page.html) if link.endswith("bao-cao-quy-1.txt"))
    assert posixpath.normpath(posixpath.join(page.path, link)) in plan_files(example)


def test_numbers_are_counts_never_scores(example: Site) -> None:
    """No share and no mark."""
    text = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", next(checklist_pages(example, EXAMPLE)).html, flags=re.DOTALL)
    assert "không phải điểm đánh giá" in text
    assert "%" not in text


def test_body_page_tells_own_member_and_inherited_duties(site: Site) -> None:
    """A department's page tells of each task in what quality the body has it, and through which group or body."""
    page = next(unit_pages(site, site.registry.units["so-khoa-hoc-va-cong-nghe-dak-lak"]))
    assert "<dd>Chủ trì</dd>" in page.html
    assert "Vì thuộc nhóm" in page.html and "Kế thừa từ" in page.html


def test_body_page_begins_with_what_is_carried_out(site: Site, fabric: Fabric, repository: Repository) -> None:
    """This year's tasks stand before everything else, by role; those of past plans are folded, the latest first."""
    unit = site.registry.units["phong-van-hoa-xa-hoi-ea-knop"]
    page = next(unit_pages(site, unit))
    assert [heading.anchor for heading in page.toc][:2] == ["viec", "to-chuc"]
    assert [heading.anchor for heading in page.toc[0].children] == ["chu-tri", "thanh-vien"]
    assert 'class="kh-past' not in page.html and "hạn tới" in page.html
    later = make_site(fabric, repository, templates=TEMPLATES, today=dt.date(2027, 2, 1))
    html = next(unit_pages(later, unit)).html
    assert "Không có kế hoạch đang thực hiện nào giao việc" in html and "hạn tới" not in html
    assert html.count('class="kh-past') == 1 and " open><summary>UBND xã Ea Knốp 2026 (3 việc)" in html


def test_body_page_has_every_task_once(site: Site) -> None:
    """Of all that a body has to do each duty stands once, with a box for each time."""
    for unit_id in ("so-noi-vu-dak-lak", "phong-noi-vu-dong-xuan", "phong-van-hoa-xa-hoi-ea-knop"):
        html = next(unit_pages(site, site.registry.units[unit_id])).html
        shares = site.agenda.shares(unit_id)
        assert html.count('<li class="kh-task') == len(shares)
        assert _keys(html) == {one.key for share in shares for one in share.scheduled.deadlines}


def test_table_of_a_body_says_where_and_what_is_recorded(site: Site) -> None:
    """A row leads to its sentence and tells that nothing is recorded yet; the machine's ids stand last."""
    home = Home("Thử", "https://vidu.example/")
    data = duty_files(site, home)["data/units/phong-van-hoa-xa-hoi-ea-knop.csv"]
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0]["Chỗ in"].startswith("UBND xã Ea Knốp 2026, ")
    assert {row["Tình trạng"] for row in rows} == {"Chưa ghi kết quả"}
    assert all(row["Liên kết"].startswith("https://vidu.example/ke-hoach/xa-ea-knop/") for row in rows)
    assert list(rows[0])[-1] == "Mã việc" and list(rows[0])[:2] == ["Chỗ in", "Việc"]


def test_every_listed_file_is_made(site: Site) -> None:
    """Downloads offered on the pages exist among the files."""
    files = duty_files(site, _HOME)
    offered = set()
    for page in build_pages(site):
        for link in re.findall(r'href="([^"]+\.(?:ics|csv|xlsx))"', page.html):
            offered.add(posixpath.normpath(posixpath.join(page.path, link)))
    ours = {
        path
        for path in offered
        if not path.startswith("data/du")
        and (path.startswith("data/units/") or ".viec" in path or ".ket-qua" in path or path.endswith(".ics"))
    }
    assert ours and ours <= set(files)
    assert set(files) == ours | {path for path in files if path not in offered and path.endswith(".ics")}


def test_table_of_results_is_known_again(site: Site) -> None:
    """Whoever downloads it, fills it in and puts it into the inbox need not say of which plan it is."""
    table = duty_files(site, _HOME)[f"data/plans/{XA_EA_KNOP}.ket-qua.xlsx"]
    assert exported_from(table) == XA_EA_KNOP
    [sheet] = openpyxl.load_workbook(io.BytesIO(table)).worksheets
    duties = {str(cell.value) for cell in sheet["A"][1:]}
    assert duties == {row.duty.id.rpartition("#")[2] for row in site.agenda.plans[XA_EA_KNOP]}


def test_plan_without_dates_has_no_empty_calendar(site: Site) -> None:
    """A calendar is there exactly where it has events; a page without one says why."""
    files = duty_files(site, _HOME)
    for plan_id in PLAN_IDS:
        held = plan_has_calendar(site.agenda, plan_id)
        assert (f"data/plans/{plan_id}.ics" in files) == held
        assert ("Không có tệp lịch" in next(checklist_pages(site, plan_id)).html) != held
    assert all(b"BEGIN:VEVENT" in data for name, data in files.items() if name.endswith(".ics"))


def test_event_leads_to_its_sentence(site: Site) -> None:
    """With an address of the site each event links to the duty on its plan's page; without, to nothing."""
    full = duty_files(site, Home("Thử", "https://vidu.example/kh/"))["data/calendar.ics"]
    events = IcsCalendarStream.calendar_from_ics(full.decode()).events
    pages = {plan_id: plan_page(site, plan_id).html for plan_id in PLAN_IDS}
    for event in events:
        address, _, anchor = (event.url or "").partition("#")
        plan_id = address.removeprefix("https://vidu.example/kh/ke-hoach/").removesuffix("/index.html")
        assert f'id="{anchor}"' in pages[plan_id]
    assert b"\r\nURL" not in duty_files(site, _HOME)["data/calendar.ics"]


def test_chart_says_its_numbers_in_words() -> None:
    """A picture has a title and a description with every value, and escapes what it is given."""
    svg = str(columns([("T1", 3), ("<b>", 0)], "a", "năm <2025>"))
    assert 'role="img"' in svg and "T1: 3" in svg and "&lt;b&gt;: 0" in svg and "năm &lt;2025&gt;" in svg
    assert "<b>" not in svg


def test_hostile_words_are_escaped(tmp_path: Path) -> None:
    """Markup in a plan's or a result's words stays text."""
    root = tmp_path / "kho"
    shutil.copytree(FIXTURES / "vi-du", root)
    shutil.copytree(ROOT / "schema", root / "schema")
    folder = root / "plans" / "xa-vi-du" / "tuyen-truyen-cchc"
    hostile = "<script>alert(1)</script> {{ 7 * 7 }}"
    for name, words in (
        ("2025.yaml", "Đăng tin, bài trên trang thông tin điện tử."),
        ("2025.progress.yaml", "Phát 4 bản tin"),
    ):
        path = folder / name
        path.write_text(
            path.read_text(encoding="utf-8").replace(words, f'"{hostile}"' if name == "2025.yaml" else hostile),
            encoding="utf-8",
        )
    repository = load(root)
    made = make_site(weave(repository), repository, templates=TEMPLATES, today=TODAY)
    html = "".join(page.html for page in build_pages(made))
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}" in html


def test_same_files_every_time(site: Site) -> None:
    """Files depend on the plans and the day alone."""
    assert duty_files(site, _HOME) == duty_files(site, _HOME)


def test_example_in_the_guide_is_valid() -> None:
    """The example that the guide prints is accepted by the schema, and is marked as an example."""
    guide = (ROOT / "site_src" / "docs" / "huong-dan" / "index.md").read_text(encoding="utf-8")
    shown = next(block for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if "results:" in block)
    change = next(block for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if "revisions:" in block)
    schema = Schema.read("progress", (ROOT / "schema" / "progress.v1.schema.json").read_text(encoding="utf-8"))
    for text in (shown, shown + change):
        loaded = parse(text.encode(), "guide.yaml")
        assert loaded.problems == []
        assert list(schema.problems(loaded)) == []
    assert yaml.safe_load(shown)["example"] is True


def test_plan_links_to_its_checklist(site: Site) -> None:
    """The plan's page leads to what is to be done."""
    page = plan_page(site, XA_EA_KNOP)
    assert f'href="{href(page.path, checklist_path(XA_EA_KNOP))}"' in page.html


def test_link_of_a_long_duty_ends_with_a_clause(site: Site) -> None:
    """The rest of the sentence stands right behind it: "… thực hiện kế" and "hoạch" would be torn apart."""
    html = str(next(unit_pages(site, site.registry.units["so-noi-vu-dak-lak"])).html)
    found = re.findall(r'class="kh-office-title"><a [^>]*>([^<]*)</a><span class="kh-office-text">([^<]*)<', html)
    assert len(found) >= 5
    for begun, rest in found:
        assert rest[0] in ",;", (begun, rest)
