"""Places that a sentence of a comparison cites lead to where they stand on the page."""

from __future__ import annotations

import pytest

from kehoach.pages.difference import DifferencePlaces
from kehoach.wording.pathnames import path_name


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("III.4.-4.+3", "mục III.4, gạch 4, cộng 3"),
        ("Phần-II.I.2.a", "Phần II, I.2.a"),
        ("Phần-thứ-hai.III.-1", "Phần thứ hai, III, gạch 1"),
        ("Chương-II.Mục-1.Điều-3.2", "Chương II, Mục 1, Điều 3, 2"),
        ("Phần-B", "Phần B"),
    ],
)
def test_a_cited_place_is_a_link(path: str, said: str) -> None:
    """The whole name of a place is the link, also of one within a part that has a name; what follows it is not."""
    assert said.removeprefix("mục ") == path_name(path)
    linked = DifferencePlaces({path_name(path): "day"}, {}).linked(f"Thời hạn ở {said} năm nay lùi một tháng.")
    assert linked == f'Thời hạn ở <a href="#day">{said}</a> năm nay lùi một tháng.'
