"""Printed words of time and the schedules that they are read as."""

from __future__ import annotations

import pytest
from corpus import TINH_2021, TINH_2025, XA_EA_KNOP

from kehoach.agenda.agenda import Agenda
from kehoach.meaning.fabric import Fabric
from kehoach.meaning.schedules import RECURRENCE_NAMES, Recurrence, read_prose, read_schedule

_READ = [
    # words, recurrences, days (the first and how many of a long list), unread, whether a reading was chosen
    ("Thường xuyên trong năm", "continuous", "", "", False),
    ("Thường xuyên", "continuous", "", "", False),
    ("Thường xuyên, liên tục", "continuous", "", "", False),
    ("Cả năm", "continuous", "", "", False),
    ("Thường xuyên từ tháng 3", "continuous", "", "", True),
    ("Hằng tuần", "continuous", "", "", True),
    ("Hằng ngày", "continuous", "", "", True),
    ("Từ tháng 3 đến tháng 11 năm 2025", "continuous", "", "", True),
    ("Quý I-IV/2025", "continuous", "", "", True),
    ("Hằng tháng trong năm", "monthly", "", "", False),
    ("Hàng tháng trong năm", "monthly", "", "", False),
    ("Mỗi tháng 1 lần", "monthly", "", "", False),
    ("Tháng", "monthly", "", "", False),
    ("Ngày 15 hằng tháng", "monthly", "2025-01=2025-01-15 … 12", "", False),
    ("Trước ngày 17 hằng tháng", "monthly", "2025-01=2025-01-16 … 12", "", False),
    ("Ngày cuối cùng của tháng, hằng tháng", "monthly", "2025-01=2025-01-31 … 12", "", False),
    ("Hằng quý", "quarterly", "", "", False),
    ("01 lần/quý", "quarterly", "", "", False),
    ("3 tháng một lần", "quarterly", "", "", False),
    ("4 lần mỗi năm", "quarterly", "", "", True),
    ("Hằng quý, trước ngày 05 của tháng sau", "quarterly", "2025-Q1=2025-04-04 … 4", "", False),
    ("Hằng quý, chậm nhất ngày 10", "quarterly", "", "chậm nhất ngày 10", False),
    ("Hằng quý, chậm nhất ngày 10 của tháng cuối quý", "quarterly", "2025-Q1=2025-03-10 … 4", "", False),
    ("6 tháng/lần", "half_yearly", "", "", False),
    ("02 lần/năm", "half_yearly", "", "", True),
    ("Định kỳ 6 tháng, năm", "half_yearly yearly", "", "", True),
    ("9 tháng và năm", "nine_monthly yearly", "", "", False),
    ("Hằng năm", "yearly", "", "", False),
    ("Hằng năm, trước ngày 20 tháng 11", "yearly", "2025=2025-11-19", "", True),
    ("Định kỳ hàng tháng, quý, năm", "monthly quarterly yearly", "", "", False),
    ("Định kỳ hằng quý, 6 tháng và năm", "quarterly half_yearly yearly", "", "", True),
    ("Tháng, quý, 6 tháng, năm", "monthly quarterly half_yearly yearly", "", "", True),
    ("Trước ngày 15/12/2025", "once", "2025-12=2025-12-14", "", False),
    ("Trước ngày 01/7/2025", "once", "2025-06=2025-06-30", "", False),
    ("Chậm nhất ngày 30/11/2025", "once", "2025-11=2025-11-30", "", False),
    ("Ngày 10 tháng 10 năm 2025", "once", "2025-10=2025-10-10", "", False),
    ("15/12/2025", "once", "2025-12=2025-12-15", "", False),
    ("Xong trước ngày 30/6", "once", "2025-06=2025-06-29", "", True),
    ("Từ ngày 01/3/2025 đến ngày 30/6/2025", "continuous", "", "", True),
    ("Quý II/2025", "once", "2025-Q2=2025-06-30", "", True),
    ("Quý III", "once", "2025-Q3=2025-09-30", "", True),
    ("Quý II và Quý IV năm 2025", "once", "2025-Q2=2025-06-30 2025-Q4=2025-12-31", "", True),
    ("Tháng 6/2025", "once", "2025-06=2025-06-30", "", True),
    ("Tháng 3, tháng 6 và tháng 9", "once", "2025-03=2025-03-31 2025-06=2025-06-30 2025-09=2025-09-30", "", True),
    ("Trước tháng 6/2025", "once", "2025-05=2025-05-31", "", True),
    ("6 tháng đầu năm 2025", "once", "2025-H1=2025-06-30", "", True),
    ("6 tháng cuối năm", "once", "2025-H2=2025-12-31", "", True),
    ("Cuối năm 2025", "unstated", "", "Cuối năm 2025", False),
    ("Đầu năm", "unstated", "", "Đầu năm", False),
    ("Trong năm 2025", "once", "2025=2025-12-31", "", True),
    ("Năm 2025", "unstated", "", "Năm 2025", False),
    ("Thường xuyên; hoàn thành trước ngày 15/12/2025", "continuous once", "2025-12=2025-12-14", "", False),
    ("Khi có yêu cầu", "on_event", "", "", False),
    ("Khi phát sinh", "on_event", "", "", False),
    ("Trong vòng 10 ngày kể từ ngày ký", "on_event", "", "", False),
    ("Sau khi kế hoạch được ban hành", "on_event", "", "", False),
    ("Hằng tháng và đột xuất khi có yêu cầu", "monthly on_event", "", "", False),
    ("Theo kế hoạch của Sở Nội vụ", "unstated", "", "Theo kế hoạch của Sở Nội vụ", True),
    ("Ngày 31/02/2025", "unstated", "", "31/02/2025", False),
    ("Quý V", "unstated", "", "", True),
    ("", "unstated", "", "", False),
]


@pytest.mark.parametrize(("words", "recurrences", "days", "unread", "is_reading"), _READ, ids=[row[0] for row in _READ])
def test_printed_words(words: str, recurrences: str, days: str, unread: str, is_reading: bool) -> None:
    """Each phrase gives its recurrences and days, what of it is unread, and whether a reading was chosen."""
    read = read_schedule(words, 2025)
    assert " ".join(read.recurrences) == recurrences
    found = [f"{at.period.key}={at.due}" for deadline in read.deadlines for at in deadline.occasions]
    assert (" ".join(found) if len(found) < 4 else f"{found[0]} … {len(found)}") == days
    assert "; ".join(one.words for one in read.unread) == unread
    assert read.is_reading == is_reading
    assert read.words == words


def test_set_of_recurrences_is_closed_and_named() -> None:
    """Every recurrence has its Vietnamese name."""
    assert set(RECURRENCE_NAMES) == set(Recurrence)


@pytest.mark.parametrize(
    "text",
    [
        "Bố trí dự toán kinh phí chi thường xuyên để thực hiện.",
        "Nội dung phù hợp với nhiệm vụ trọng tâm hàng năm của cải cách hành chính.",
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.",
        "Đưa tuyên truyền vào hoạt động thường xuyên của cơ quan.",
        "Giúp người dân sử dụng dịch vụ khi có nhu cầu giải quyết thủ tục.",
    ],
)
def test_prose_that_sets_no_time(text: str) -> None:
    """Budgets, targets, citations and adjectives say nothing of when a duty is done."""
    assert read_prose(text, 2025).recurrences == (Recurrence.UNSTATED,)


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("Thường xuyên rà soát, cập nhật thủ tục hành chính.", Recurrence.CONTINUOUS),
        ("Chỉ đạo Trung tâm thường xuyên cập nhật tình hình.", Recurrence.CONTINUOUS),
        ("Tham gia chương trình khi có yêu cầu của đơn vị chủ trì.", Recurrence.ON_EVENT),
        ("Định kỳ hằng tháng, đăng tin trên trang thông tin điện tử.", Recurrence.MONTHLY),
        ("Tổ chức hội nghị; hoàn thành trước ngày 30/11/2025.", Recurrence.ONCE),
    ],
)
def test_prose_that_says_it_plainly(text: str, recurrence: Recurrence) -> None:
    """A plain statement counts, and the schedule says that it was read from prose."""
    read = read_prose(text, 2025)
    assert read.recurrences == (recurrence,)
    assert "câu giao việc" in read.reading


@pytest.mark.parametrize("plan_id", [TINH_2021, TINH_2025])
def test_every_printed_schedule_of_the_plans_is_understood(fabric: Fabric, plan_id: str) -> None:
    """No schedule line of the published plans is left unread."""
    printed = [one for one in Agenda(fabric).plans[plan_id] if one.duty.schedule_text]
    assert len(printed) >= 8
    assert all(one.schedule.recurrences != (Recurrence.UNSTATED,) for one in printed)
    assert all(one.schedule.words == one.duty.schedule_text for one in printed)


def test_activities_of_ea_knop_state_no_time(fabric: Fabric) -> None:
    """Where a plan prints no time, none is made up."""
    activities = [one for one in Agenda(fabric).plans[XA_EA_KNOP] if one.duty.kind == "activity"]
    assert len(activities) == 3
    assert all(one.schedule.recurrences == (Recurrence.UNSTATED,) for one in activities)


@pytest.mark.parametrize("words", ["Trước 01/01/0001", "Ngày 31/12/9999", "15/12/0156"])
def test_years_that_no_plan_means_set_no_day(words: str) -> None:
    """Such a year is a slip or a number of something else; it once stopped the reading (found by fuzzing)."""
    assert read_schedule(words, 2025).deadlines == ()


@pytest.mark.parametrize(
    ("words", "subjects"),
    [
        ("Tháng 6/2026 sơ kết, tháng 12/2026 tổng kết", ["sơ kết", "tổng kết"]),
        ("Quý II/2026 (hội nghị), quý IV/2026 (báo cáo)", ["hội nghị", "báo cáo"]),
        ("Quý II/2026, quý IV/2026", ["", ""]),
        ("Hoàn thành dự thảo trước ngày 30/6/2026, ban hành trước ngày 30/9/2026", ["Hoàn thành dự thảo", "ban hành"]),
        ("31/10/2026, riêng đối với Chi cục Kiểm lâm ngày 15/11/2026", ["", "Chi cục Kiểm lâm"]),
        ("Thường xuyên; tháng 6 và tháng 11 tổng kết", ["tổng kết"]),
    ],
)
def test_each_day_has_its_own_part_of_the_work(words: str, subjects: list[str]) -> None:
    """Where a line opens with a time, what is due stands behind each; else before it."""
    assert [deadline.subject for deadline in read_schedule(words, 2026).deadlines] == subjects


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Phổ biến kế hoạch tới phụ huynh, học sinh trước ngày 25/9/2025.", True),
        ("Tổng vệ sinh trước ngày 25/9/2025.", True),
        ("Thực tập sinh trước ngày 25/9/2025 nộp báo cáo.", True),
        ("Rà soát công dân sinh trước ngày 25/9/2025.", False),
        ("Trẻ sinh ra trước ngày 25/9/2025 được tiêm.", False),
    ],
)
def test_only_a_birth_makes_a_day_no_deadline(text: str, due: bool) -> None:
    """ "sinh" is the last syllable of many words that say nothing of a birth; "công dân sinh …" does."""
    assert bool(read_prose(text, 2025).deadlines) == due
