"""The table of lexemes of time: what a row says of the lines that it fits in holds for all that its pattern matches."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from bounds import limited
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kehoach.meaning.timeevents import Row
from kehoach.meaning.timelimits import ANY_LIMIT, behind_limit
from kehoach.meaning.timepatterns import LIMIT
from kehoach.meaning.timerows import ROWS
from kehoach.meaning.timetokens import lexemes, needed, words_and_letters, words_of
from kehoach.wording.letters import comparable

_NEEDY = [row for row in ROWS if row.needs]


@pytest.mark.parametrize("row", _NEEDY, ids=[f"{row.kind}-{number}" for number, row in enumerate(_NEEDY)])
@settings(
    max_examples=8,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),  # what fails is told as it is: to make it shorter can take for ever
)
@given(data=st.data())
def test_what_a_row_matches_has_a_word_that_it_needs(row: Row, data: st.DataObject) -> None:
    pattern = re.compile(row.pattern, re.IGNORECASE)
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    matched = pattern.match(text)
    if matched is None:  # a condition on what stands around it
        return
    present = set(words_and_letters(text, words_of(text)))
    for group in needed(row):
        assert present & group, (group, text)


_LIMITED = [row for row in ROWS if row.limits]


@pytest.mark.parametrize("row", _LIMITED, ids=[f"{row.kind}-{number}" for number, row in enumerate(_LIMITED)])
@settings(
    max_examples=20,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(data=st.data())
def test_what_a_row_matches_begins_with_a_word_of_it(row: Row, data: st.DataObject) -> None:
    """So it is found behind a limit, too."""
    text = data.draw(st.from_regex(re.compile(row.pattern, re.IGNORECASE), fullmatch=True))
    key = words_of(text)[0].key
    assert ("0" if key[0].isdigit() else key) in set(map(comparable, f"{row.first} {row.behind}".split())), text


@settings(max_examples=400, deadline=None, database=None, derandomize=True)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*ANY_LIMIT.split(), "nhất", "quá", "hơn", "cuối", "chót", "là", "ĐẾN", "20", "quý"]),
            st.sampled_from((" ", "  ", "\n", ", ", "")),
        ),
        min_size=1,
        max_size=7,
    )
)
def test_limits_are_those_of_their_pattern(parts: list[tuple[str, str]]) -> None:
    """Words tell the same as the pattern by which rows name limits further on, the furthest first."""
    text = "".join(chain(*parts))
    words, pattern = words_of(text), re.compile(rf"{LIMIT}\s+", re.IGNORECASE)
    starts = {word.start: number for number, word in enumerate(words)}
    for index, word in enumerate(words):
        expected: list[int] = []
        end = len(text)
        while word.word.lower() in ANY_LIMIT.split() and (match := pattern.match(text, word.start, end)):
            end = match.end() - 1
            expected += [starts[match.end()]] if match.end() in starts else []
        assert behind_limit(text, words, index) == expected, (text, word)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("trước ngày20 hằng tháng", "days"),
        ("ngày làm việc cuối cùng của quý", "workday"),
        ("trong 5 ngày đầu tháng 3", "firstdays"),
        ("sau 05 ngày kể từ ngày ban hành", "relative"),
        ("trước Tết Nguyên đán", "vague"),
        ("nhân dịp Quốc khánh", "vague"),
        ("trong tuần đầu hằng tháng", "vague"),
        ("cuối quý II", "vague"),
        ("6 tháng đầu năm", "halves"),
        ("trong QUÝ II", "quarters"),
        ("đến hết tháng 6", "months"),
        ("đến cuối tháng 6", "months"),
        ("đến 15 giờ ngày 20 hằng tháng", "days"),
        ("trong hai tuần đầu tháng 6", "vague"),
        ("hạn cuối là  ngày 5/6/2026", "days"),
    ],
)
def test_a_row_is_tried_where_its_words_stand(text: str, kind: str) -> None:
    assert lexemes(text)[0].kind == kind


_LISTED = (
    "ngày  1,  ",
    "thứ hai  ngày  1,  ",
    "ngày : 1 và ",
    "tháng  1,  ",
    "tháng 1  và  ",
    "quý  1 ,  ",
    "quý I  và ",
    "1 / 1 ,  ",
    "trước  ngày  1/1,  ",
    "6  tháng,  năm,  ",
    "hằng  tháng  và ",
    "sau  5  ngày  kể từ  ngày  ",
    "định kỳ  tháng ,  quý  ",
)


@pytest.mark.parametrize("words", _LISTED)
@pytest.mark.parametrize("opening", ["các ", "chậm nhất  là  ", "từ  "])
def test_a_list_of_any_length_ends(opening: str, words: str) -> None:
    """However a list is spaced and wherever it breaks off, there is one way to go over it."""
    with limited(20.0):
        lexemes(opening + words * 60 + "và gửi 1/2")
