"""Years of a plan's title: which are its own, and until when it is laid out."""

from __future__ import annotations

import pytest

from kehoach.wording.titleyears import last_year, title_years


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
    ],
)
def test_years(title: str, own: list[int], last: int | None) -> None:
    """A year of its own holds before a period that it only serves."""
    assert title_years(title) == own
    assert last_year(title) == last
