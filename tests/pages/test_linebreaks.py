"""Words that belong together stay on one line, and nothing but the space between them changes."""

from __future__ import annotations

import pytest

from kehoach.pages.linebreaks import NO_BREAK, unbroken


@pytest.mark.parametrize(
    "text",
    [
        "ngày~15 tháng~7 năm~2026",
        "Điều~3, khoản~2; mục~II.1.c, gạch~4",
        "quý~IV và Quý~I/2026",
        "lần thứ~XVII",
        "hành chính công tác tuyên~…",
        "ngày~… tháng~… năm 2026".replace("năm 2026", "năm~2026"),
        "Viện dẫn 15~lần",
        "tháng trước ngày~17; mục tiêu I am",
        "hằng năm và ngày nay",
    ],
)
def test_a_number_stays_with_its_word(text: str) -> None:
    """A tilde stands for a space that does not break; all other spaces stay as they are."""
    assert unbroken(f"<p>{text.replace('~', ' ')}</p>") == f"<p>{text.replace('~', NO_BREAK)}</p>"


def test_attributes_keep_their_spaces() -> None:
    """Scripts read them, and copy them as they are."""
    html = '<h2 data-kh-named="Điều 3 ngày 15" title="15 lần …">Mục lục</h2>'
    assert unbroken(html) == html


def test_a_symbol_is_not_parted_at_its_hyphen() -> None:
    """It is marked in text, and left alone in attributes and where an element holds nothing but text."""
    for symbol in ("76/NQ-CP", "107/2020/NĐ-CP", "140/KH-BCĐTKNQ18", "05/KH-SVHTTDL"):
        assert unbroken(f"<a>{symbol}</a>") == f'<a><span class="kh-nb">{symbol}</span></a>'
        for html in (f'<a title="{symbol} nữa">x</a>', f"<text>{symbol}, 2021</text>", f"<option>{symbol}</option>"):
            assert unbroken(html) == html
    assert unbroken("<p>2021-2025, 15/7/2021</p>") == "<p>2021-2025, 15/7/2021</p>"
