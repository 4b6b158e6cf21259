"""Likeness by words: bounds, order, what rarity does, and sides that hold nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.comparison.likeness import Texts, contained, likeness

texts = st.lists(
    st.lists(st.sampled_from(["cải", "cách", "hành", "chính", "tuyên", "truyền"]), max_size=6), min_size=1, max_size=5
)


@given(texts, texts)
def test_likeness_is_a_share_and_has_no_side(left: list[list[str]], right: list[list[str]]) -> None:
    """Every figure is from 0 to 1, and the same seen from the other side."""
    for compare in (likeness, contained):
        there, back = compare(Texts(left), Texts(right)), compare(Texts(right), Texts(left))
        assert all(0 <= value <= 1 + 1e-9 for row in there for value in row)
        assert [pytest.approx(row) for row in there] == [list(column) for column in zip(*back, strict=True)]


def test_the_same_words_are_wholly_alike() -> None:
    """A text is like itself; a rare word that two texts share counts more than a common one."""
    words = [["tuyên", "truyền", "lưu", "động"], ["tuyên", "truyền", "trên", "báo"], ["tuyên", "truyền", "rộng", "rãi"]]
    alike = likeness(Texts(words), Texts(words))
    assert [alike[n][n] for n in range(3)] == pytest.approx([1, 1, 1])
    common, rare = likeness(Texts([["tuyên", "a"]]), Texts([["tuyên", "b"], ["tuyên", "c"], ["tuyên", "d"]]))[0][:2]
    assert common == rare < likeness(Texts([["báo", "a"]]), Texts([["báo", "b"], ["đài", "c"], ["đài", "d"]]))[0][0]


def test_phrases_of_the_shorter_text() -> None:
    """A text that stands whole in a longer one is contained in it; the order within phrases counts."""
    assert contained(Texts([["cải", "cách", "hành"]]), Texts([["về", "cải", "cách", "hành", "chính"]])) == [
        [pytest.approx(1)]
    ]
    assert contained(Texts([["cải", "cách"]]), Texts([["cách", "cải"]])) == [[0.0]]


def test_nothing_is_like_nothing() -> None:
    """No texts give no figures; empty texts share no word."""
    assert likeness(Texts([]), Texts([["a"]])) == contained(Texts([]), Texts([["a"]])) == []
    assert likeness(Texts([["a"]]), Texts([])) == [[]]
    assert contained(Texts([[]]), Texts([["a"]])) == [[0.0]]
