"""Words cut by the piece are those that the pattern finds in the whole text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.wording import pieces
from kehoach.wording.pieces import WordCutter

_PATTERNS = (r"[^\W_]{1,100}", r"[^\W\d_]+", r"[^\W_]+|[^\w\s]")
_SIGNS = st.sampled_from([*"aĐặ19_/-.,(“", " ", "\n", "\t", "\u00a0", "\u2028", "\x1c", "e\u0301", "x" * 120])


@pytest.mark.parametrize("pattern", _PATTERNS)
@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(signs=st.lists(_SIGNS, max_size=30))
def test_words_are_those_of_the_pattern(pattern: str, signs: list[str]) -> None:
    text = "".join(signs)
    cut = WordCutter(pattern)
    assert cut(text) == cut(text) == re.findall(pattern, text)


def test_few_pieces_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_MOST", 3)
    cut = WordCutter(r"\w+")
    assert [cut(f"ngày {number}") for number in range(9)] == [["ngày", str(number)] for number in range(9)]
    assert cut("y" * 50) == ["y" * 50]
    held = vars(cut)["_words"]
    assert len(held) <= 5 and "y" * 50 not in held
