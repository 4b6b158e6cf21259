"""Texts put aside by name come back by name, whole and in order, also those that went to disk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.machine import spill
from kehoach.machine.spill import Spill

_TEXTS = st.lists(st.tuples(st.sampled_from(["a", "ab", "đ"]), st.text(st.characters(exclude_characters="\0"))))


@given(_TEXTS, st.integers(1, 20))
def test_texts_come_back_by_name(put: list[tuple[str, str]], held: int) -> None:
    """However few are held."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spill, "_HELD", held)
        aside = Spill()
        for name, text in put:
            aside.put(name, text)
    assert aside.names() == sorted({name for name, _ in put})
    for wanted in ("a", "ab", "đ", "x"):
        assert list(aside.texts(wanted)) == [text for name, text in put if name == wanted]


def test_what_would_come_back_as_two_is_refused() -> None:
    """A NUL parts texts on disk."""
    with pytest.raises(ValueError, match="a"):
        Spill().put("a", "b\0c")
