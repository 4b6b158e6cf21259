"""Word-level differences."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach.comparison.words import count, kept_words, ops, text_after, text_before

_WORDS = st.sampled_from(["cải", "cách", "hành", "chính", "12", "15", "chỉ", "tiêu", "76/NQ-CP", "hoá", "_", "(PAR"])
_SIGNS = st.sampled_from([" ", ", ", ". ", "\n", "; ", " - ", "…", "”", "\u0301"])
_PROSE = st.lists(st.tuples(_WORDS, _SIGNS), max_size=40).map(lambda runs: "".join(w + s for w, s in runs))
TEXT = st.one_of(_PROSE, st.text(max_size=60))


@given(TEXT, TEXT)
@example("a b c d e f", "x b y d z f")
def test_runs_hold_both_texts(old: str, new: str) -> None:
    """What is kept and taken away is the old text, what is kept and put in the new one, to the letter."""
    found = ops(old, new)
    assert text_before(found) == old
    assert text_after(found) == new


@given(TEXT)
def test_equal_texts_are_kept_whole(text: str) -> None:
    """A text compared with itself is one kept run, or none where it is empty."""
    assert [op.tag for op in ops(text, text)] == (["="] if text else [])


@given(TEXT, TEXT)
def test_runs_alternate(old: str, new: str) -> None:
    """Of a change first what goes, then what comes; no run is empty, no two of a kind are neighbours."""
    tags = "".join(op.tag for op in ops(old, new))
    assert all(pair not in tags for pair in ("==", "--", "++", "+-"))
    assert all(op.words for op in ops(old, new))


@given(TEXT, TEXT)
def test_kept_words_stand_in_both(old: str, new: str) -> None:
    """No more words are kept than either text has."""
    assert kept_words(ops(old, new)) <= min(count(old), count(new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("việc thực hiện 12 chỉ tiêu", "việc thực hiện 15 chỉ tiêu", "=-+="),
        ("Quyết định số 3242/QĐ-UBND ngày 30/12/2020", "Quyết định số 3235/QĐ-UBND ngày 25/12/2024", "=-+=-+"),
        ("Sở Nội vụ chủ trì", "Sở Nội vụ chủ trì, phối hợp", "=+"),
        ("một hai ba bốn năm sáu", "bảy tám hai chín mười mười một", "-+"),
    ],
    ids=["number", "number and date", "addition", "small island in a rewritten phrase"],
)
def test_runs_read_well(old: str, new: str, expected: str) -> None:
    """Figures and symbols are one word each; a stray word between larger changes is no kept run."""
    assert "".join(op.tag for op in ops(old, new)) == expected
