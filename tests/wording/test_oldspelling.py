"""Older spellings read as the usual ones, letter by letter."""

from __future__ import annotations

import pytest

from kehoach.meaning.actors import read_actors
from kehoach.meaning.timegrammar import read_times
from kehoach.wording.letters import comparable
from kehoach.wording.oldspelling import modern


@pytest.mark.parametrize(
    ("old", "usual"),
    [
        ("Uỷ ban hoà giải, thuỷ lợi, sức khoẻ", "Ủy ban hòa giải, thủy lợi, sức khỏe"),
        ("UỶ BAN", "ỦY BAN"),
        ("quí II, định kì, xử lí, kí kết", "quý II, định kỳ, xử lý, ký kết"),
        ("quý, quỹ, hoàn thành, toàn, khoét, huỳnh, tỉ mỉ", "quý, quỹ, hoàn thành, toàn, khoét, huỳnh, tỉ mỉ"),
    ],
)
def test_spelling_becomes_the_usual_one(old: str, usual: str) -> None:
    """Only whole syllables of the older spelling change, and no letter moves."""
    assert modern(old) == usual
    assert len(modern(old)) == len(old)


def test_syllables_with_i_and_y_are_one_word() -> None:
    """Names and verbs are found whichever of the two is printed."""
    assert comparable("quí") == comparable("Quý")
    assert comparable("lí") == comparable("lý") != comparable("li")


def test_old_and_usual_spelling_are_read_the_same() -> None:
    """Roles and days do not depend on the spelling; the words stay as they are printed."""
    old = "Uỷ ban nhân dân tỉnh uỷ quyền Sở Y tế kí hợp đồng trong quí II năm 2026."
    read, usual = read_actors(old), read_actors(modern(old))
    assert [(a.role, modern(a.name.words)) for a in read.rows] == [(a.role, a.name.words) for a in usual.rows]
    assert [a.role for a in read.rows] == ["assigner", "implementers"]
    assert read.rows[0].name.words == "Uỷ ban nhân dân tỉnh"
    times = read_times(old, 2026)
    assert [d.dates for d in times.deadlines] == [d.dates for d in read_times(modern(old), 2026).deadlines]
    assert times.deadlines[0].words == "trong quí II năm 2026"
