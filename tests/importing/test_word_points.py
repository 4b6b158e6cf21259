"""Points of a Word file after some were put in, taken out or moved: letters count again, others' lists stay."""

from __future__ import annotations

import pytest

from kehoach.importing.model import SourceLine, SourceTable
from kehoach.importing.wordpoints import Numbered, put_in_order


def read(*rows: tuple[int, str, bool] | str) -> str:
    """Give the labels after ordering; a row is a level, a label and whether it is fixed, or text of its own."""
    lines: list[str] = []
    parts: list[SourceLine | SourceTable] = []
    numbered: list[Numbered] = []
    for number, row in enumerate(rows, 1):
        level, label, fixed = row if isinstance(row, tuple) else (0, "", False)
        text = f"{label} Lời." if isinstance(row, tuple) else row
        if isinstance(row, tuple):
            numbered.append(Numbered(number, level, label, fixed))
        lines.append(text)
        parts.append(SourceLine(number, text, whole=True))
    put_in_order(lines, parts, numbered)
    assert lines == [part.text for part in parts if isinstance(part, SourceLine)]
    return " ".join(text.split(" ")[0] for text in lines)


def points(letters: str, level: int = 2) -> list[tuple[int, str, bool]]:
    return [(level, f"{letter})", True) for letter in letters]


HEAD, DASH = (1, "1.", False), (3, "-", True)


@pytest.mark.parametrize(
    ("letters", "after"),
    [
        ("abc", "a) b) c)"),
        ("acd", "a) b) c)"),
        ("bcd", "a) b) c)"),
        ("abbc", "a) b) c) d)"),
        ("dabc", "a) b) c) d)"),
        ("abcde", "a) b) c) d) đ)"),
        ("abcđeg", "a) b) c) d) đ) e)"),
        ("abcdefh", "a) b) c) d) e) f) g)"),
    ],
)
def test_letters_are_those_of_their_places(letters: str, after: str) -> None:
    """Taken out, put in twice, moved; f) is only in Word's own order."""
    assert read(*points(letters)) == after


def test_a_list_ends_at_an_outer_label() -> None:
    """Bullets below a point, and texts without a label, do not end it; a new a) behind such a text begins another."""
    assert read(HEAD, *points("ab"), HEAD, *points("b")) == "1. a) b) 1. a)"
    assert read(*points("a"), DASH, "Thêm.", *points("c")) == "a) - Thêm. b)"
    assert read(*points("ab"), "Khác:", *points("ac")) == "a) b) Khác: a) b)"


def test_a_letter_typed_or_counted_among_them_is_one_of_them() -> None:
    """A typed one stays, and only counts where it is due; one that Word counts becomes the letter of its place."""
    assert read(*points("ab"), "c) Gõ tay.", *points("cd")) == "a) b) c) d) đ)"
    assert read(*points("ab"), "k) Gõ tay.", *points("cd")) == "a) b) k) c) d)"
    assert read(*points("ab"), (0, "a)", False), *points("c")) == "a) b) c) d)"


def test_a_list_that_word_counts_stays() -> None:
    """An author's own đ) among letters that Word counts is where it should be; the list after it is another."""
    counted = [(0, f"{letter})", False) for letter in "abcd"]
    rest = [(0, "e)", False), (1, "-", True), (0, "g)", True)]
    assert read(*counted, (0, "đ)", True), *rest) == "a) b) c) d) đ) e) - g)"
    assert read(*counted, (1, "đ)", True)) == "a) b) c) d) đ)"
    assert read(*counted, (0, "2.", False), *points("ac")) == "a) b) c) d) 2. a) b)"
