"""Years of a plan's title: which are its own, and until when it is laid out."""

from __future__ import annotations

import pytest

from kehoach.wording.titleyears import last_year, period_end, title_years


@pytest.mark.parametrize(
    ("title", "own", "last"),
    [
        ("Kế hoạch cải cách hành chính năm 2026", [2026], None),
        ("Kế hoạch phát triển kinh tế tập thể giai đoạn 2026 - 2030", [], 2030),
        ("Kế hoạch chuyển đổi số giai đoạn 2026–2030, định hướng đến năm 2035", [], 2035),
        ("Kế hoạch phòng, chống tác hại thuốc lá đến năm 2030", [], 2030),
        ("Kế hoạch năm 2026 thực hiện Đề án giai đoạn 2026-2030", [2026], None),
        ("Kế hoạch thực hiện Nghị quyết từ năm 2026 đến năm 2028", [2026], 2028),
        ("Kế hoạch năm học 2026-2027", [2026], None),
        ("Kế hoạch tuyên truyền", [], None),
        ("Kế hoạch nâng cao Chỉ số PAPI năm 2025 và năm 2026", [2025, 2026], 2026),
        ("Kế hoạch số hóa hồ sơ năm 2025, 2026", [2025], 2026),
    ],
)
def test_years(title: str, own: list[int], last: int | None) -> None:
    """A year of its own holds before a period that it only serves."""
    assert title_years(title) == own
    assert last_year(title) == last


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("Kế hoạch nâng cao Chỉ số PAPI năm 2025 và năm 2026", 2026),
        ("Kế hoạch chuyển đổi số giai đoạn 2026–2030, định hướng đến năm 2035", 2030),
        ("Kế hoạch phát triển kinh tế tập thể giai đoạn 2026 - 2030, tầm nhìn đến năm 2045", 2030),
        ("Kế hoạch thực hiện Chương trình tổng thể cải cách hành chính giai đoạn 2021-2030", None),
        ("Kế hoạch cải cách hành chính năm 2026", None),
        ("Kế hoạch năm 2026 thực hiện Đề án giai đoạn 2026-2030", None),
    ],
)
def test_the_last_year_that_a_plan_is_for(title: str, last: int | None) -> None:
    """Neither an outlook nor the period of a programme makes a plan hold on."""
    assert period_end(title) == last
