"""No time is told without the clause that limits it: every construction of time beside every such clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from corpus import ROOT, table

from kehoach.meaning.timegrammar import read_times
from kehoach.meaning.times import PrintedDeadline, Said, Unread

SAID = (
    "Các phòng gửi báo cáo trước ngày 30/6/2027",
    "Sở Nội vụ hoàn thành rà soát chậm nhất ngày 20 tháng 5 năm 2027",
    "Hoàn thành lắp đặt trong quý III/2027",
    "Hoàn thành khảo sát trong 6 tháng đầu năm 2027",
    "Hoàn thành số hóa đến hết năm 2027",
    "Năm 2027: hoàn thành số hóa hồ sơ",
    "UBND các xã gửi báo cáo trước ngày 20 hằng tháng",
    "UBND các xã gửi báo cáo trước ngày 10 của tháng cuối quý",
    "Gửi báo cáo trước ngày 15/6 và ngày 15/12 hằng năm",
    "Họp giao ban vào ngày làm việc đầu tiên của mỗi tháng",
    "Trực ban từ ngày 01/3/2027 đến ngày 30/9/2027",
    "Áp dụng mẫu mới từ ngày 01/7/2027",
    "Gửi báo cáo tuần trước 15 giờ thứ Sáu",
    "Tổ công nghệ số trực thứ Ba và thứ Năm hằng tuần",
    "Cập nhật tiến độ trước 10 giờ hằng ngày",
    "Hằng tháng họp đánh giá kết quả",
    "Kiểm tra định kỳ hằng quý",
    "Tổ chức 02 lớp mỗi năm",
    "Tuyên truyền thường xuyên trên hệ thống loa",
    "Trả kết quả trong vòng 05 ngày kể từ khi nhận đủ hồ sơ",
    "Gửi báo cáo quý I trước ngày 15/3, báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12",
    "Tổ chức hội nghị tổng kết ngày 10/12/2027",
)
LIMITS = (
    "nếu được bố trí vốn",
    "nếu thiếu kinh phí thì chuyển sang năm 2028",
    "nếu trùng ngày nghỉ thì gửi vào ngày làm việc kế tiếp",
    "trường hợp chưa đủ điều kiện thì thực hiện sau",
    "với điều kiện hoàn thành giải phóng mặt bằng",
    "khi có đủ kinh phí",
    "tùy tình hình thực tế",
    "trừ các xã vùng III",
    "trừ trường hợp bất khả kháng",
    "trừ tháng 7",
    "không áp dụng đối với đơn vị mới thành lập",
)
"""Clauses that can stand before what they limit as well."""
BEHIND = (
    "riêng các xã vùng III không phải thực hiện",
    "riêng cấp xã trước ngày 15/8/2027",
    "đối với cấp xã trước ngày 15/8/2027",
    "cấp tỉnh sớm hơn 05 ngày",
    "tuần có ngày lễ thì gửi trước thứ Năm",
    "xã nào chưa có đường truyền thì gửi bản giấy sau",
    "chỉ áp dụng đối với cấp tỉnh",
    "năm 2027 chỉ tổ chức 01 lần",
    "tháng 2 không thực hiện",
    "tạm dừng trong tháng 7",
    "đơn vị không có phát sinh được miễn báo cáo",
    "có thể lùi sang quý IV",
    "thời hạn này được gia hạn đến ngày 30/9/2027",
    "thiếu kinh phí chuyển sang năm 2028",
    "thay vì ngày 25 như trước đây",
    "nhưng không áp dụng với đơn vị tự chủ",
    "kể cả ngày nghỉ",
)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


PLACES: dict[str, Callable[[str, str], str]] = {
    "behind a comma": "{}, {}.".format,
    "in brackets": "{} ({}).".format,
    "behind a semicolon": "{}; {}.".format,
    "in the next sentence": lambda said, limit: f"{said}. {_upper(limit)}.",
}


def _sentences() -> Iterator[tuple[str, str]]:
    for said in SAID:
        for limit in (*LIMITS, *BEHIND):
            yield from ((limit, put(said, limit)) for put in PLACES.values())
        yield from ((limit, f"{_upper(limit)}, {said[:1].lower()}{said[1:]}.") for limit in LIMITS)


def _plain(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words.lower()).strip()


def _tells(value: Said, limit: str) -> bool:
    """Whether a value says its limit: by the words, the case in which it holds, or by having no day in the month."""
    case = limit.partition(" thì ")[0]
    if _plain(limit) in _plain(value.told) or _plain(value.condition) == _plain(case):
        return True
    month = re.search(r"tháng ([0-9])$|^tháng ([0-9])", limit)
    months = [day.month for day in value.dates] if isinstance(value, PrintedDeadline) else []
    return bool(month and len(months) > 1 and int(month[1] or month[2]) not in months)


def test_no_time_is_told_without_what_limits_it() -> None:
    """Of each construction and each clause, in each place, the time has the clause or is unread."""
    silent = []
    counted = 0
    for limit, text in _sentences():
        at = text.lower().index(limit.lower())
        for value in read_times(text, 2027).values:
            within = at <= value.start < at + len(limit)
            counted += not within
            if not (within or isinstance(value, Unread) or _tells(value, limit)):
                silent.append((text, value.words, value.condition))
    assert counted > 2000
    assert not silent, silent[:10]


CASES: list[dict[str, Any]] = table(ROOT / "tests/meaning/times-gate.cases.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:70])
def test_what_limits_a_time_goes_along_or_leaves_it_unread(case: dict[str, Any]) -> None:
    """Each value of the table has the condition that an honest reader puts beside it; more may be unread."""
    read = read_times(case["text"], 2027)
    told = [[value.words, value.condition] for value in read.values if not isinstance(value, Unread)]
    assert told == [entry for entry in case["values"] if entry[1] != "unread"]
    unread = {value.words for value in read.unread}
    assert {words for words, condition in case["values"] if condition == "unread"} <= unread
