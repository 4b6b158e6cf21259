"""Printed times against a table read by hand: what is read is right, what is in doubt is unread."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from corpus import ROOT, table

from kehoach.meaning.linetimes import is_time_alone
from kehoach.meaning.timegrammar import read_times
from kehoach.meaning.times import PrintedDeadline, Range, Recurring, Relative, Said, Unread

CASES: list[dict[str, Any]] = table(ROOT / "tests/meaning/times.cases.yaml")


def row(value: Said) -> tuple[str, Any]:
    """Give a value as the table writes it."""
    if isinstance(value, PrintedDeadline):
        return "dates", list(value.dates)
    if isinstance(value, Range):
        return "range", (value.first, value.last)
    if isinstance(value, Recurring):
        return "recurring", (value.period, value.count)
    return ("relative" if isinstance(value, Relative) else "unread"), value.words.lower()


def fits(entry: dict[str, Any], value: Said) -> bool:
    """Whether a value is what an entry of the table asks for."""
    kind, what = row(value)
    if kind != entry["kind"]:
        return False
    if kind == "dates":
        return bool(what == sorted(entry["dates"]))
    if kind == "range":
        return bool(what == (entry.get("from"), entry.get("to")))
    if kind == "recurring":
        return bool(what == (entry["period"], entry.get("count")))
    words = str(entry["words"]).lower()
    return what == words if kind == "relative" else words in what or what in words


def about(entry: dict[str, Any], value: Said) -> bool:
    """Whether a value belongs to the report, task or body that an entry names."""
    periods = [o.period.name for o in value.occasions] if isinstance(value, PrintedDeadline) else []
    said = " ".join((value.subject, value.body, value.words, *periods)).lower()
    wanted = re.findall(r"\w+", str(entry.get("for", "nhiệm vụ")).lower())
    body = entry.get("body", value.body)
    return body == value.body and (wanted == ["nhiệm", "vụ"] or any(word in said for word in wanted if len(word) > 1))


def values(case: dict[str, Any]) -> list[Said]:
    return list(read_times(case["text"], case["plan_year"]).values)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:70] for case in CASES])
def test_sentence_is_read_as_by_hand(case: dict[str, Any]) -> None:
    """Every value of the table is found, tied to its own report or task, and none besides."""
    found = values(case)
    for entry in case.get("expect", ()):
        fitting = [value for value in found if fits(entry, value)]
        assert fitting, (entry, found)
        assert any(about(entry, value) for value in fitting), (entry, [(v.subject, v.body) for v in fitting])
        found.remove(next(value for value in fitting if about(entry, value)))
    assert not [v for v in found if not (case.get("may_unread") and isinstance(v, Unread))]


@pytest.mark.parametrize("case", [c for c in CASES if c.get("not_deadlines")], ids=lambda case: case["text"][:70])
def test_words_that_are_no_deadline_give_no_day(case: dict[str, Any]) -> None:
    """Durations, shares, document dates and years of names are in no deadline's words."""
    read = read_times(case["text"], case["plan_year"])
    for words in case["not_deadlines"]:
        assert not [d for d in read.deadlines if words in d.words]


def test_table_is_large_and_of_one_kind_each() -> None:
    """The table holds 150 sentences and more, none twice, with dates as dates."""
    assert len({case["text"] for case in CASES}) == len(CASES) >= 150
    dates = [day for case in CASES for entry in case.get("expect", ()) for day in entry.get("dates", ())]
    assert all(type(day) is dt.date for day in dates)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:70] for case in CASES])
def test_every_word_of_time_has_one_fate(case: dict[str, Any]) -> None:
    """Tokens are the printed words, do not overlap, and what is unread is a value that says why."""
    read = read_times(case["text"], case["plan_year"])
    assert all(case["text"][t.start : t.end] == t.text for t in read.tokens)
    assert all(a.end <= b.start for a, b in zip(read.tokens, read.tokens[1:], strict=False))
    unread = [t for t in read.tokens if t.fate == "unread"]
    assert all(t.by for t in read.tokens)
    assert all(any(t.start <= u.start < t.end for u in read.unread) for t in unread)
    assert all(case["text"][v.start : v.end] == v.words for v in read.values)


SECOND: list[dict[str, Any]] = table(ROOT / "tests/meaning/times-second.cases.yaml")


def _is_right(case: dict[str, Any]) -> bool:
    found = values(case)
    for entry in case.get("expect", ()):
        fitting = [value for value in found if fits(entry, value)]
        if not fitting:
            return False
        found.remove(fitting[0])
    return not found


def test_second_table_is_read_but_for_two() -> None:
    """Of 60 sentences at least 58 are fully right."""
    wrong = [case["text"] for case in SECOND if not _is_right(case)]
    print(f"times, second table: {1 - len(wrong) / len(SECOND):.3f}")
    assert len(SECOND) == 60
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize("case", [*CASES, *SECOND], ids=lambda case: case["text"][:70])
def test_no_day_is_asserted_that_the_table_does_not_have(case: dict[str, Any]) -> None:
    """Unread is allowed, a wrong day or stretch is not."""
    days = {day for entry in case.get("expect", ()) for day in entry.get("dates", ())}
    stretches = {(entry.get("from"), entry.get("to")) for entry in case.get("expect", ()) if entry["kind"] == "range"}
    read = read_times(case["text"], case["plan_year"])
    assert {day for deadline in read.deadlines for day in deadline.dates} <= days
    assert {(one.first, one.last) for one in read.of(Range)} <= stretches


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Riêng phần mềm họp không giấy hoàn thành trước ngày 30/6.", ""),
        ("Đối với vườn ươm, hoàn thành trước ngày 30/6.", ""),
        ("Đối với đơn vị sự nghiệp công lập, hoàn thành trước ngày 30/6.", "đơn vị sự nghiệp công lập"),
        ("Riêng Sở Y tế và Sở Nội vụ gửi trước ngày 30/6.", "Sở Y tế và Sở Nội vụ"),
    ],
)
def test_a_day_binds_a_body_alone_where_one_is_named(text: str, body: str) -> None:
    """What stands behind "riêng" and "đối với" is a body only by a noun of bodies, and then with its whole name."""
    assert [deadline.body for deadline in read_times(text, 2027).deadlines] == [body]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Báo cáo Giám đốc vào 15h00 thứ Năm hằng tuần.", "vào 15h00 thứ Năm hằng tuần"),
        ("Trực tại cảng vào thứ Ba, thứ Năm hằng tuần.", "thứ Ba, thứ Năm hằng tuần"),
        ("Cập nhật tiến độ trước 10h00 hằng ngày.", "trước 10h00 hằng ngày"),
        ("Họp vào 8 giờ thứ Hai; hằng tuần báo cáo.", "hằng tuần"),
    ],
)
def test_what_comes_back_has_its_hour_and_weekday(text: str, words: str) -> None:
    """They stand before it, and not in another clause."""
    assert [value.words for value in read_times(text, 2027).of(Recurring)] == [words]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("12/2027", [[dt.date(2027, 12, 31)]]),
        ("11 - 12/2027", [(dt.date(2027, 11, 1), dt.date(2027, 12, 31))]),
        ("8/2027 - 14/9/2027", [(dt.date(2027, 8, 1), dt.date(2027, 9, 14))]),
        ("10 - 12/6/2027", [(dt.date(2027, 6, 10), dt.date(2027, 6, 12))]),
        ("Gửi 16/9; nhận trước 25/9", [[dt.date(2027, 9, 16)], [dt.date(2027, 9, 24)]]),
        ("Mỏ vào khai thác năm 2027; 80% năm 2030", [[dt.date(2027, 12, 31)], [dt.date(2030, 12, 31)]]),
        ("Theo Kế hoạch năm 2027", ["theo kế hoạch năm 2027"]),
        ("Khai thác trước 2030; sơ kết năm 2028", [[dt.date(2029, 12, 31)], [dt.date(2028, 12, 31)]]),
        ("Cập nhật hằng quý đến 2030", [("quarter", None)]),
        ("Trong 24 giờ", ["trong 24 giờ"]),
        ("Đầu năm học 2027 - 2028", ["đầu năm học 2027 - 2028"]),
        ("Hằng tháng, riêng tháng 2 không họp", ["hằng tháng", "tháng 2"]),
        ("T6/2027", [[dt.date(2027, 6, 30)]]),
        ("Q2/2027", [[dt.date(2027, 6, 30)]]),
        ("Sáng 15/5", [[dt.date(2027, 5, 15)]]),
        ("10 ngày/lần", [("periodically", None)]),
        ("2027", ["2027"]),
        ("Khi có dịch", ["khi có dịch"]),
        ("2027 - 2029", [(dt.date(2027, 1, 1), dt.date(2029, 12, 31))]),
        ("Năm 2027 và các năm tiếp theo", [(dt.date(2027, 1, 1), None)]),
        ("Từ năm 2028", [(dt.date(2028, 1, 1), None)]),
        ("Năm 2027, 2030", ["năm 2027, 2030"]),
    ],
)
def test_words_behind_a_label_of_time_are_all_of_time(words: str, read: list[Any]) -> None:
    """A bare month, a bare date and a year are times there; in prose they may be numbers or parts of names."""
    assert [row(value)[1] for value in read_times(words, 2027, alone=True).values] == read
    assert not [v for v in read_times(f"Hồ sơ {words.lower()}", 2027).deadlines if words[:2].isdigit()]


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("31/01", True),
        ("T6/2027", True),
        ("Quý II (cấp xã)", True),
        ("Thứ Sáu hằng tuần", True),
        ("Khi có dịch", True),
        ("Mỗi tháng 1 lần", True),
        ("2027 - 2029", True),
        ("1.1.10", False),
        ("2027", False),
        ("Tháng", False),
        ("15 phút", False),
        ("12/15 chỉ tiêu", False),
        ("35/2023/UBTVQH15", False),
        ("Mỗi quý, các phòng họp đánh giá kết quả.", False),
    ],
)
def test_words_are_times_and_little_else(words: str, alone: bool) -> None:
    """What tells a column of times from one of numbers, symbols and tasks is the grammar itself."""
    assert is_time_alone(words) is alone


def test_each_period_of_a_list_has_the_day_of_its_own_brackets() -> None:
    """A half-year's report behind a monthly one is none of each month, and neither day limits the other."""
    text = "Báo cáo định kỳ hằng tháng (trước ngày 22 hằng tháng), 6 tháng (trước ngày 12/6), năm (trước ngày 02/12)."
    values = read_times(text, 2027).values
    assert [value.kinds for value in values if isinstance(value, PrintedDeadline)] == [
        ("month",),
        ("half_year",),
        ("year",),
    ]
    assert not any(value.condition for value in values)
    parted = "Báo cáo quý (trước ngày 14 tháng cuối quý; riêng quý IV trước ngày 05/12), năm (trước ngày 10/12)."
    assert not any(value.condition for value in read_times(parted, 2027).values)
