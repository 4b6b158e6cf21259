"""What both texts bear out, where one of them has no word that tells anything."""

from __future__ import annotations

import pytest

from kehoach.comparison.borneout import borne_out
from kehoach.comparison.meanings import Difference
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign

_FIVE = SignText("500", (Sign(0, 3, "#500"),))
_NONE = SignText("…", ())


@pytest.mark.parametrize(("old", "new"), [(_FIVE, _NONE), (_NONE, _FIVE)])
def test_a_figure_beside_a_text_without_words(old: SignText, new: SignText) -> None:
    """It is told as what came or went."""
    told = Difference("quantity", old.words.strip("…"), new.words.strip("…"))
    assert borne_out([told], old, new) == (told,)
