"""Pages of plans unlike the five: tasks alike but for their number, a draft, one that was withdrawn."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from corpus import ROOT
from expectations import repository_at

from kehoach.files.repository import load
from kehoach.importing.pipeline import import_text
from kehoach.meaning.fabric import weave
from kehoach.pages.build import make_site
from kehoach.pages.calendar import calendar_page
from kehoach.pages.plan import plan_page
from kehoach.pages.site import Site
from kehoach.pages.unit import unit_pages

PLAN, UNIT = "xa-mau/tuyen-truyen/2026", "xa-mau"
HEAD = """UBND XÃ MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 7/KH-UBND
Mẫu, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Tuyên truyền năm 2026
I. NHIỆM VỤ
"""
FOOT = """
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn Mẫu
"""


def _site(place: Path, tasks: list[str], status: str = "") -> Site:
    """A site of one plan with some numbered tasks; ``status`` are lines above it."""
    text = HEAD + "\n".join(f"{n}. {task}" for n, task in enumerate(tasks, 1)) + FOOT
    found = import_text(text, issuer=UNIT).yaml
    (repository_at(place) / "2026.yaml").write_text(
        found.replace("schema_version: 1\n", f"schema_version: 1\n{status}", 1), encoding="utf-8"
    )
    repository = load(place)
    assert repository.plans, found
    return make_site(
        weave(repository), repository, templates=ROOT / "site_src" / "templates", today=dt.date(2026, 3, 1)
    )


def test_tasks_of_a_day_stand_as_printed(tmp_path: Path) -> None:
    """The tenth comes behind the second, though its name does not."""
    tasks = [f"UBND xã kiểm tra đợt {n} trước ngày 15/4/2026." for n in range(1, 12)]
    html = calendar_page(_site(tmp_path, tasks)).html
    shown = [int(n) for n in re.findall(r"kiểm tra đợt (\d+)", html[html.index("Tháng 4") :])]
    assert list(dict.fromkeys(shown)) == list(range(1, 12))


def test_a_report_is_not_called_so_twice(tmp_path: Path) -> None:
    """A title that begins with the word needs no other before it."""
    html = calendar_page(_site(tmp_path, ["UBND xã báo cáo kết quả về UBND tỉnh trước ngày 20/4/2026."])).html
    assert "kết quả về UBND tỉnh" in html
    assert "báo cáo báo cáo" not in html.lower()


def test_tasks_of_a_draft_are_not_called_over(tmp_path: Path) -> None:
    """A draft is no plan of the past, nor one that was issued."""
    site = _site(tmp_path, ["UBND xã kiểm tra các thôn trước ngày 15/4/2026."], "status: draft\n")
    html = next(unit_pages(site, site.registry.units[UNIT])).html
    assert "Việc theo kế hoạch khác" in html
    assert "đã qua</h" not in html and "đã ban hành</h" not in html


def test_words_of_a_withdrawal_are_parted(tmp_path: Path) -> None:
    """Each sentence ends before the next begins; on paper, where all that stands above goes, it is said too."""
    withdrawn = "status: withdrawn\nwithdrawal:\n  date: '2026-02-01'\n  reason: Trùng.\n  followed_by: Kế hoạch khác\n"
    html = plan_page(_site(tmp_path, ["UBND xã kiểm tra các thôn."], withdrawn), PLAN).html
    assert '<strong class="kh-on-paper">Đã thu hồi từ ngày 01/02/2026.</strong>' in html
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html[html.index("Thu hồi từ") : html.index("</header>")]))
    assert told.startswith("Thu hồi từ ngày 01/02/2026. Lý do: Trùng. Tiếp theo: Kế hoạch khác. Trang được giữ")
