"""The name of a new series: what its first plan is called, without what only that plan has."""

from __future__ import annotations

import pytest

from kehoach.drafting.seriesstub import series_stub


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Kế hoạch tuyên truyền công tác cải cách hành chính năm 2027 trên địa bàn xã Mẫu",
            "Kế hoạch tuyên truyền công tác cải cách hành chính",
        ),
        ("Kế hoạch Cải cách hành chính năm 2026 của Sở Xây dựng", "Kế hoạch cải cách hành chính"),
        ("Kế hoạch cải cách hành chính phường Mẫu năm 2027", "Kế hoạch cải cách hành chính"),
        ("Kế hoạch CCHC quý I năm 2027", "Kế hoạch CCHC"),
        ("Kế hoạch chuyển đổi số giai đoạn 2026 - 2030", "Kế hoạch chuyển đổi số"),
        ("Chương trình công tác năm 2027", "Chương trình công tác"),
        ("Kế hoạch năm 2027", "Kế hoạch năm 2027"),
    ],
)
def test_name_of_a_series(title: str, name: str) -> None:
    """Year, place and body are the plan's alone; a title that has nothing else stays whole."""
    assert series_stub("loat", title, "a/loat/2027") == {
        "id": "loat",
        "name": name,
        "source": "a/loat/2027",
        "certainty": "likely",
    }
