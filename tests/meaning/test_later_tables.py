"""Tables of sentences written after the readers: most are read whole, and none is read wrong."""

from __future__ import annotations

from typing import Any

import pytest
from corpus import ROOT, table

from kehoach.meaning.actors import read_actors
from kehoach.meaning.mentions import Mention
from kehoach.meaning.timegrammar import read_times
from kehoach.meaning.times import Range, Recurring, Relative, Unread
from kehoach.wording.citations import find_citations

TABLES = ROOT / "tests" / "meaning"


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table(TABLES / f"{name}.cases.yaml")
    return found


TIMES = [
    case
    for name in (
        "times-third",
        "times-fourth",
        "times-fifth",
        "times-sixth",
        "times-eighth",
        "times-ninth",
        "times-tenth",
        "times-eleventh",
        "times-twelfth",
        "times-thirteenth",
        "times-fourteenth",
        "times-fifteenth",
        "times-sixteenth",
        "times-seventeenth",
        "times-kinds",
    )
    for case in cases(name)
]
OWN_WORDS = [
    case
    for name in (
        "times-tenth",
        "times-twelfth",
        "times-thirteenth",
        "times-fourteenth",
        "times-fifteenth",
        "times-sixteenth",
        "times-seventeenth",
    )
    for case in cases(name)
]
ACTORS = [
    case
    for name in (
        "actors-third",
        "actors-fourth",
        "actors-fifth",
        "actors-sixth",
        "actors-seventh",
        "actors-eighth",
        "actors-ninth",
        "actors-tenth",
        "actors-eleventh",
        "actors-twelfth",
        "actors-thirteenth",
        "actors-fourteenth",
        "actors-fifteenth",
        "actors-sixteenth",
        "actors-seventeenth",
        "actors-eighteenth",
        "actors-nineteenth",
        "actors-twentieth",
        "actors-twentyfirst",
        "actors-twentysecond",
        "actors-twentythird",
        "actors-twentyfourth",
        "actors-twentyfifth",
        "actors-kinds",
        "actors-documents",
    )
    for case in cases(name)
]


def roles(text: str) -> set[tuple[str, str]]:
    cited = [Mention(c.start, c.end, "document", "", c.text, c) for c in find_citations(text)]
    return {(actor.role, actor.name.words) for actor in read_actors(text, cited).rows}


def wanted(case: dict[str, Any], table: str = "expect") -> set[tuple[str, str]]:
    return {(role, name) for role, names in case.get(table, {}).items() if role != "request" for name in names}


def entries(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Give what a table asks for of a sentence, in either of two readings that are right."""
    other = case.get("or_expect", [])
    return [*case.get("expect", ()), *(other if isinstance(other, list) else ())]


@pytest.mark.parametrize("case", ACTORS, ids=lambda case: case["text"][:60])
def test_no_role_is_asserted_that_the_table_does_not_have(case: dict[str, Any]) -> None:
    """A role may stay unread, a wrong one is not given, and no other words become a body."""
    found = roles(case["text"])
    assert found <= wanted(case) or found <= wanted(case, "or_expect")
    assert not {name for _, name in found} & set(case.get("not_bodies", ()))


@pytest.mark.parametrize(
    ("table", "most"),
    [
        ("actors-third", 0),
        ("actors-fourth", 3),
        ("actors-fifth", 2),
        ("actors-sixth", 1),
        ("actors-seventh", 0),
        ("actors-eighth", 3),
        ("actors-ninth", 3),
        ("actors-tenth", 6),
        ("actors-eleventh", 6),
        ("actors-twelfth", 2),
        ("actors-thirteenth", 0),
        ("actors-fourteenth", 3),
        ("actors-fifteenth", 5),
        ("actors-sixteenth", 4),
        ("actors-eighteenth", 1),
        ("actors-nineteenth", 1),
        ("actors-twentieth", 0),
        ("actors-twentyfirst", 1),
        ("actors-twentysecond", 17),
        ("actors-twentythird", 17),
        ("actors-twentyfourth", 0),
        ("actors-twentyfifth", 0),
        ("actors-kinds", 6),
        ("actors-documents", 0),
    ],
)
def test_most_roles_are_read(table: str, most: int) -> None:
    """Few sentences of a table are not read whole."""
    right = (
        (case, [wanted(case), *([wanted(case, "or_expect")] if "or_expect" in case else ())]) for case in cases(table)
    )
    unread = [case["text"] for case, either in right if roles(case["text"]) not in either]
    assert len(unread) <= most, unread


@pytest.mark.parametrize(
    "case", [*cases("actors-fourteenth"), *cases("actors-twentysecond")], ids=lambda case: case["text"][:60]
)
def test_a_role_under_a_condition_is_told_with_it(case: dict[str, Any]) -> None:
    """Who has something to do only where something is so is read with the words of it, and nobody else is."""
    told = {actor.name.words: actor.condition.words for actor in read_actors(case["text"]).rows if actor.condition}
    wanted_words = case.get("conditions", {})
    assert told.keys() == wanted_words.keys()
    assert all(told[name].endswith(words) for name, words in wanted_words.items())


@pytest.mark.parametrize("case", TIMES, ids=lambda case: case["text"][:60])
def test_no_day_is_asserted_that_the_table_does_not_have(case: dict[str, Any]) -> None:
    """A day may stay unread, a wrong one is not given."""
    days = {day for entry in entries(case) for day in entry.get("dates", ())}
    stretches = {(entry.get("from"), entry.get("to")) for entry in entries(case) if entry["kind"] == "range"}
    read = read_times(case["text"], case["plan_year"])
    assert {day for deadline in read.deadlines for day in deadline.dates} <= days
    assert {(one.first, one.last) for one in read.of(Range)} <= stretches
    for words in case.get("not_deadlines", ()):
        assert not [deadline for deadline in read.deadlines if words in deadline.words]


@pytest.mark.parametrize("case", cases("times-ninth"), ids=lambda case: case["text"][:60])
def test_each_day_is_of_its_own_work(case: dict[str, Any]) -> None:
    """Of several reports or tasks in one sentence each has its days, and what it is called stands with them."""
    read = read_times(case["text"], case["plan_year"])
    for entry in (entry for entry in case["expect"] if "for" in entry):
        subjects = [one.subject.lower() for one in read.deadlines if [*one.dates] == entry["dates"]]
        assert subjects
        assert all(entry["for"] in subject for subject in subjects)
        assert not any(
            other["for"] in one
            for one in subjects
            for other in case["expect"]
            if other.get("for") not in (None, entry["for"])
        )


@pytest.mark.parametrize(
    ("table", "most"),
    [
        ("times-third", 5),
        ("times-fourth", 0),
        ("times-fifth", 1),
        ("times-sixth", 0),
        ("times-eighth", 0),
        ("times-ninth", 1),
        ("times-tenth", 0),
        ("times-twelfth", 0),
        ("times-thirteenth", 0),
        ("times-fourteenth", 0),
        ("times-fifteenth", 0),
        ("times-sixteenth", 0),
        ("times-seventeenth", 0),
        ("times-kinds", 0),
    ],
)
def test_most_days_are_read(table: str, most: int) -> None:
    """Of sentences whose days are all in a table, few keep some of them unread."""
    dated = [case for case in cases(table) if any(entry["kind"] == "dates" for entry in case.get("expect", ()))]
    short = [
        case["text"]
        for case in dated
        if {day for entry in case["expect"] for day in entry.get("dates", ())}
        != {day for deadline in read_times(case["text"], case["plan_year"]).deadlines for day in deadline.dates}
    ]
    assert len(short) <= most, short


@pytest.mark.parametrize(
    "case",
    [
        case
        for case in TIMES
        if case.get("expect")
        and all(entry["kind"] == "unread" for entry in case["expect"])
        and not case.get("may_unread")
    ],
    ids=lambda case: case["text"][:60],
)
def test_what_is_in_doubt_says_so(case: dict[str, Any]) -> None:
    """A prohibition, a choice, a cut-off of data, a second limit: the words are listed as unread with a reason."""
    unread = read_times(case["text"], case["plan_year"]).of(Unread)
    assert len(unread) == len(case["expect"])
    assert all(value.why for value in unread)


@pytest.mark.parametrize("case", OWN_WORDS, ids=lambda case: case["text"][:60])
def test_what_is_no_day_is_read_by_its_own_words(case: dict[str, Any]) -> None:
    """Stretches, events and what comes back are told with the words that say them, and with no others."""
    read = read_times(case["text"], case["plan_year"])
    dated = {entry["words"] for entry in case["expect"] if entry["kind"] == "dates" and "words" in entry}
    assert dated <= {one.words for one in read.deadlines}
    wanted_events = [entry["words"] for entry in case["expect"] if entry["kind"] == "relative"]
    assert [one.words for one in read.of(Relative)] == wanted_events
    ranges = [(entry["from"], entry["to"]) for entry in case["expect"] if entry["kind"] == "range"]
    assert [(one.first, one.last) for one in read.of(Range)] == ranges
    for entry in (entry for entry in case["expect"] if entry["kind"] == "recurring"):
        assert (entry["period"], entry["words"]) in {(one.period, one.words) for one in read.of(Recurring)}
    assert not {one.words for one in read.of(Recurring)} & set(case.get("not_recurring", ()))
