"""Labels derived from position and style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.wording.labels import (
    DEFAULT_NUMBERING,
    capacity,
    child_style,
    letter,
    next_bullet,
    ordinal,
    printed_label,
    roman,
)


def test_letters_follow_vietnamese_order() -> None:
    """đ comes after d, and f, j, w, z are not used."""
    assert "".join(letter(n) for n in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"


def test_letters_go_on_after_y() -> None:
    """The 24th letter is aa, the 28th ađ, the 47th ba."""
    assert [letter(n) for n in (24, 28, 46, 47)] == ["aa", "ađ", "ay", "ba"]


@pytest.mark.parametrize(
    ("number", "figures"),
    [(1, "I"), (4, "IV"), (5, "V"), (9, "IX"), (14, "XIV"), (19, "XIX"), (40, "XL"), (49, "XLIX"), (99, "XCIX")],
)
def test_roman_figures(number: int, figures: str) -> None:
    """Roman figures subtract as usual."""
    assert roman(number) == figures


@pytest.mark.parametrize(
    ("style", "number", "parent", "element", "label"),
    [
        ("I", 3, "", "III", "III."),
        ("1", 2, "III.", "2", "2."),
        ("a", 5, "2.", "đ", "đ)"),
        ("A", 5, "", "Đ", "Đ."),
        ("-", 4, "b)", "-4", "-"),
        ("+", 1, "-", "+1", "+"),
        ("•", 2, "", "•2", "•"),
        ("1.1", 3, "2.", "3", "2.3."),
        ("1.1", 3, "II.", "3", "3."),
        ("i", 4, "", "iv", "iv."),
        ("abc", 5, "2.", "e", "e)"),
        ("ABC", 6, "", "F", "F."),
        ("Phần I", 2, "", "Phần-II", "Phần II."),
        ("Phần A", 1, "", "Phần-A", "Phần A."),
        ("Phần thứ nhất", 4, "", "Phần-thứ-tư", "Phần thứ tư."),
        ("Mục 1", 3, "Chương I.", "Mục-3", "Mục 3."),
        ("Điều 1", 12, "Chương I.", "Điều-12", "Điều 12."),
        ("none", 1, "", "", ""),
    ],
)
def test_label_and_path_element(style: str, number: int, parent: str, element: str, label: str) -> None:
    """Each style prints its own label and gives its own element of the path."""
    assert (ordinal(style, number), printed_label(style, number, parent)) == (element, label)


@pytest.mark.parametrize(
    ("style", "numbering", "below"),
    [
        ("I", DEFAULT_NUMBERING, "1"),
        ("a", DEFAULT_NUMBERING, "-"),
        ("+", DEFAULT_NUMBERING, "•"),
        ("1", ("I", "1", "-"), "-"),
        ("-", ("I", "1", "-"), "+"),
        ("A", ("I", "1"), "-"),
    ],
)
def test_style_below(style: str, numbering: tuple[str, ...], below: str) -> None:
    """Below a level comes the next of the plan's numbering, then bullets."""
    assert child_style(style, numbering) == below


def test_bullets_take_turns() -> None:
    """A dash stands below a label, a plus below a dash, a dot below a plus."""
    assert [next_bullet(style) for style in ("a", "-", "+", "•")] == ["-", "+", "•", "-"]


def test_only_letters_run_out() -> None:
    """A lettered list of an official document ends at y, one of Word's at z."""
    styles = ("a", "A", "abc", "ABC", "1", "I", "i", "-", "none")
    assert [capacity(style) for style in styles] == [23, 23, 26, 26, None, None, None, None, None]


@given(
    st.sampled_from(["I", "1", "a", "A", "i", "abc", "ABC", "-", "+", "•"]), st.integers(1, 300), st.integers(1, 300)
)
def test_two_positions_never_share_an_element(style: str, first: int, second: int) -> None:
    """The element of a path is its position's own, however long the list."""
    assert (ordinal(style, first) == ordinal(style, second)) == (first == second)
