"""Words that belong together stay on one line, and a page's words and spaces are the same."""

from __future__ import annotations

import re

import pytest

from kehoach.pages.linebreaks import unbroken

BEGIN, END = "<kh-n>", "</kh-n>"


@pytest.mark.parametrize(
    "text",
    [
        "[ngày 15] [tháng 7] [năm 2026]",
        "[Điều 3,] [khoản 2;] [mục II.1.c,] [gạch 4]",
        "[quý IV] và [Quý I/2026]",
        "lần [thứ XVII]",
        "hành chính công tác [tuyên …]",
        "[ngày …] [tháng …] [năm 2026]",
        "Viện dẫn [15 lần]",
        "gồm [số 15 lần]",
        "hằng tháng (trước [ngày 17).] Mục tiêu I am",
        "Nghị quyết [số 76/NQ-CP] và hằng năm, ngày nay",
        "kinh [tế -] xã hội, giai đoạn [2021 -] 2025; Phát [thanh –] Truyền hình",
        "- Sở Nội vụ: - việc",
    ],
)
def test_a_number_stays_with_its_word(text: str) -> None:
    """Brackets stand for what is kept together; nothing else changes."""
    html = f"<p>{text.replace('[', '').replace(']', '')}</p>"
    assert unbroken(html) == f"<p>{text.replace('[', BEGIN).replace(']', END)}</p>"
    assert re.sub(r"</?kh-n>", "", unbroken(html)) == html


def test_a_word_ends_where_its_element_does() -> None:
    """What is kept together never crosses a tag."""
    assert unbroken("<b>ngày 5</b>, <i>Điều 3</i>") == f"<b>{BEGIN}ngày 5{END}</b>, <i>{BEGIN}Điều 3{END}</i>"
    assert unbroken("<p>trước ngày <b>5</b></p>") == "<p>trước ngày <b>5</b></p>"
    for element in ("option", "title", "textarea", "text"):
        html = f"<{element}>Điều 3, ngày 15</{element}>"
        assert unbroken(html) == html


def test_attributes_keep_their_spaces() -> None:
    """Scripts read them, and copy them as they are."""
    html = '<h2 data-kh-named="Điều 3 ngày 15" title="15 lần …">Mục lục</h2>'
    assert unbroken(html) == html


def test_a_symbol_is_not_parted_at_its_hyphen() -> None:
    """It is marked in text, and left alone in attributes and where an element holds nothing but text."""
    for symbol in ("76/NQ-CP", "107/2020/NĐ-CP", "140/KH-BCĐTKNQ18", "05/KH-SVHTTDL"):
        assert unbroken(f"<a>{symbol}</a>") == f"<a><kh-n>{symbol}</kh-n></a>"
        for html in (f'<a title="{symbol} nữa">x</a>', f"<text>{symbol}, 2021</text>", f"<option>{symbol}</option>"):
            assert unbroken(html) == html
    assert unbroken("<p>15/7/2021, 12-15, 2021-20255</p>") == "<p>15/7/2021, 12-15, 2021-20255</p>"


def test_years_are_not_parted_at_their_hyphen() -> None:
    """A period stays on one line where it is text and no word before it is kept with it already."""
    assert unbroken("<p>giai đoạn 2021-2030;</p>") == "<p>giai đoạn <kh-n>2021-2030</kh-n>;</p>"
    assert unbroken('<p title="2021-2030">năm 2021-2025</p>') == '<p title="2021-2030"><kh-n>năm 2021-2025</kh-n></p>'
