"""Patterns that are compiled late: they do what others do, and none of the program's is faulty."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import kehoach.meaning
import kehoach.wording
from kehoach.meaning import actorpatterns, workpatterns
from kehoach.meaning.timerows import ROWS
from kehoach.wording.latepatterns import compile_all, late


def test_a_late_pattern_is_used_like_another() -> None:
    pattern = late(r"(?P<word>ngày)\s+[0-9]+", re.IGNORECASE)
    match = pattern.match("Ngày 20")
    assert match is not None and match["word"] == "Ngày"
    assert pattern.sub("hôm nay", "trước ngày 3, ngày 4") == "trước hôm nay, hôm nay"
    assert pattern.pattern == r"(?P<word>ngày)\s+[0-9]+"
    assert pattern.flags & re.IGNORECASE


def test_a_late_pattern_waits_for_a_word_that_it_needs() -> None:
    """Without one nothing fits, however it is looked for, and nothing is compiled: a fault would show."""
    faulty = late("(", needs="giao|mời")
    assert (faulty.match("Sở A"), faulty.search("Sở A", 1), [*faulty.finditer("Sở A")]) == (None, None, [])
    with pytest.raises(re.error):
        faulty.search("Mời Sở A")
    both = late(r"\(", needs="(;giao|mời")
    assert both.search("Mời Sở A") is both.search("(Sở A)") is vars(both)["_pattern"] is None
    assert both.search("Mời Sở A (cơ quan B)")
    pattern = late("(?:giao|mời) sở", re.IGNORECASE, needs="giao|mời")
    assert [match[0] for match in pattern.finditer("Giao Sở A, MỜI SỞ B")] == ["Giao Sở", "MỜI SỞ"]


def test_all_that_wait_are_compiled_together() -> None:
    """Before processes are forked: none of them compiles a pattern again."""
    both = late(r"\(", needs="(;giao|mời")
    assert both.search("Mời Sở A") is both.search("(Sở A)") is vars(both)["_pattern"] is None
    assert both.search("Mời Sở A (cơ quan B)")
    pattern = late("(?:giao|mời) sở", re.IGNORECASE, needs="giao|mời")
    compile_all()
    compiled = vars(pattern)["_pattern"]
    match = pattern.search("giao sở A")
    assert match is not None and match.re is compiled


_NEEDY = {
    name: pattern
    for module in (actorpatterns, workpatterns)
    for name, pattern in vars(module).items()
    if type(pattern) is type(late("")) and vars(pattern)["_needs"]
}


@pytest.mark.parametrize("name", _NEEDY)
@settings(max_examples=5, deadline=None, database=None, derandomize=True, phases=(Phase.generate,))
@given(data=st.data())
def test_what_a_late_pattern_fits_has_a_word_that_it_needs(name: str, data: st.DataObject) -> None:
    pattern, needs = _NEEDY[name], vars(_NEEDY[name])["_needs"]
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    assert all(any(word in text.lower() for word in group) for group in needs), text


def _late(value: Any) -> Iterator[re.Pattern[str]]:
    if type(value) is type(late("")):
        yield value
    elif isinstance(value, tuple):
        for below in value:
            yield from _late(below)


def _all_late() -> Iterator[re.Pattern[str]]:
    for room in (kehoach.meaning, kehoach.wording):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            for value in vars(importlib.import_module(module.name)).values():
                yield from _late(value)


def test_every_late_pattern_compiles() -> None:
    patterns = list(_all_late())
    assert len(patterns) > 30 and all(isinstance(pattern.pattern, str) for pattern in patterns)
    for row in ROWS:
        re.compile(row.pattern, re.IGNORECASE)


def _groups_kept(parsed: Any) -> Iterator[str]:
    """Give each group in a parsed pattern that is repeated for good ("}+"), however deep."""
    if isinstance(parsed, tuple) and len(parsed) == 2 and str(parsed[0]) == "POSSESSIVE_REPEAT":
        repeated = list(parsed[1][2])
        if len(repeated) != 1 or str(repeated[0][0]) not in ("IN", "LITERAL", "NOT_LITERAL", "ANY"):
            yield str(repeated)[:80]
    if isinstance(parsed, tuple | list) or hasattr(parsed, "data"):
        for part in getattr(parsed, "data", parsed):
            yield from _groups_kept(part)


def test_no_group_is_repeated_for_good() -> None:
    """Python before 3.11.5 leaves what the last try of such a group took: "chủ nhật " with the blank behind it."""
    parser = importlib.import_module("re._parser")
    sources = {pattern.pattern for pattern in _all_late()} | {row.pattern for row in ROWS}
    assert {source: found for source in sources if (found := [*_groups_kept(parser.parse(source))])} == {}
    assert [*_groups_kept(parser.parse("a(?:b|cd)*+"))] and not [*_groups_kept(parser.parse("[ab]*+c"))]
