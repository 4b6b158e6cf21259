"""Vietnamese letters, words and dates."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.wording.letters import (
    bare,
    comparable,
    decimal,
    long_date,
    lower_first,
    nfc,
    printed_period,
    short_date,
    slug,
    upper_first,
    words,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoá", "hóa"), ("Hoà", "hòa"), ("thuỷ", "thủy"), ("hàng", "hằng"), ("HÀNG", "hằng"), ("quý", "qúy")],
)
def test_spellings_of_one_word_compare_equal(one: str, other: str) -> None:
    """The place of a tone mark, letter case, hàng and hằng do not make another word."""
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ma", "má"), ("hàng", "hang"), ("hăng", "hằng"), ("hạng", "hàng"), ("cân", "căn"), ("đa", "da"), ("sở", "sổ")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    """A lost or changed tone, another vowel and đ for d make another word."""
    assert comparable(one) != comparable(other)


@given(st.text(max_size=12))
def test_composed_and_decomposed_compare_equal(word: str) -> None:
    """NFC and NFD of one word are one word."""
    assert comparable(unicodedata.normalize("NFC", word)) == comparable(unicodedata.normalize("NFD", word))


def test_bare_drops_all_diacritics() -> None:
    """đ becomes d, letter case stays, other signs stay."""
    assert bare("Đắk Lắk, Ea Knốp – 2025") == "Dak Lak, Ea Knop – 2025"


def test_slug_is_ascii() -> None:
    """A slug keeps đ as d and can be cut to a number of words."""
    assert slug("Kế hoạch số 19/KH-UBND, huyện Đồng Xuân") == "ke-hoach-so-19-kh-ubnd-huyen-dong-xuan"
    assert slug("Đài Truyền thanh – Truyền hình", 2) == "dai-truyen"
    assert slug("…") == ""


@given(st.text())
def test_slug_never_holds_anything_else(text: str) -> None:
    """Whatever the text, a slug is lower-case ASCII words joined by single hyphens."""
    made = slug(text)
    assert made.isascii() and made == made.lower() and "--" not in made and made.strip("-") == made


def test_words_keep_symbols_whole() -> None:
    """Numbers, symbols and hyphenated words are one word; punctuation is none."""
    assert words("Nghị quyết số 76/NQ-CP, ngày 15/7/2021; (CCHC).") == [
        *("Nghị", "quyết", "số", "76/NQ-CP", "ngày", "15/7/2021", "CCHC")
    ]
    assert words(unicodedata.normalize("NFD", "hằng quý")) == ["hằng", "quý"]


def test_dates_are_padded_as_in_official_documents() -> None:
    """Days below 10 and the months 1 and 2 are padded, others are not."""
    assert long_date(dt.date(2025, 2, 5)) == "ngày 05 tháng 02 năm 2025"
    assert long_date(dt.date(2025, 10, 30)) == "ngày 30 tháng 10 năm 2025"
    assert [short_date(dt.date(2025, m, 5)) for m in (1, 3, 12)] == ["05/01/2025", "05/3/2025", "05/12/2025"]


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("ngày 30 tháng 7 năm 2025", "2025-07-30", "2025-07-30"),
        ("ngày tháng 3 năm 2025", "2025-03-01", "2025-03-31"),
        ("ngày     tháng 02 năm 2024", "2024-02-01", "2024-02-29"),
        ("ngày tháng 12 năm 2025", "2025-12-01", "2025-12-31"),
        ("ngày tháng năm 2021", "2021-01-01", "2021-12-31"),
        ("tháng 4 năm 2025", "2025-04-01", "2025-04-30"),
        ("NGÀY 05 THÁNG 01 NĂM 2026", "2026-01-05", "2026-01-05"),
    ],
)
def test_printed_date_is_read_as_a_period(printed: str, first: str, last: str) -> None:
    """Blanks in a printed date leave open a month or a year."""
    assert printed_period(printed) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "printed",
    [
        *("", "ngày tháng năm", "năm 2025", "30/7/2025", "ngày 31 tháng 02 năm 2025", "ngày 1 tháng 13 năm 2025"),
        *("tháng 1 năm 0000", "tháng 12 năm 9999", "tháng 5 năm 20255"),
    ],
)
def test_what_is_no_date_gives_no_period(printed: str) -> None:
    """Without a year, or with figures that are no date, nothing is read."""
    assert printed_period(printed) is None


@given(st.text(alphabet="ngày thángnăm 0123456789", max_size=40))
def test_printed_date_never_fails(printed: str) -> None:
    """Any words give a period in order, or none."""
    period = printed_period(printed)
    assert period is None or period[0] <= period[1]


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        (88.5, None, "88,5"),
        (100.0, None, "100"),
        (1234567, None, "1.234.567"),
        (1234.5, 2, "1.234,50"),
        (0.0, None, "0"),
        (-0.25, None, "-0,25"),
    ],
)
def test_numbers_are_written_the_vietnamese_way(value: float, digits: int | None, written: str) -> None:
    """A comma for decimals, dots between thousands, no needless zero."""
    assert decimal(value, digits) == written


def test_first_letters() -> None:
    """An abbreviation at the start stays in capitals."""
    assert [lower_first(w) for w in ("Kế hoạch", "UBND tỉnh", "Ủy ban", "A", "")] == [
        *("kế hoạch", "UBND tỉnh", "ủy ban", "a", "")
    ]
    assert [upper_first(w) for w in ("đài", "ở", "")] == ["Đài", "Ở", ""]


def test_nfc_composes() -> None:
    """Decomposed letters become one character each."""
    assert nfc("a\u0302\u0301") == "ấ"
