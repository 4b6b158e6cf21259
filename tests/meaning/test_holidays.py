"""Days off: weekends and the public holidays of the table, with what a remark about one rests on."""

from __future__ import annotations

import datetime as dt

import pytest

from kehoach.meaning.holidays import BASIS, YEARS, day_off, holidays, off_remark, working_day


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2027-02-06", "nghỉ Tết Nguyên đán"),
        ("2027-04-16", "Giỗ Tổ Hùng Vương"),
        ("2027-09-03", "Quốc khánh"),
        ("2026-01-02", "ngày nghỉ bù hoặc hoán đổi"),
        ("2025-11-24", ""),
        ("2026-11-24", "Ngày Văn hóa Việt Nam"),
        ("2027-07-03", "thứ Bảy"),
        ("2027-07-04", "Chủ nhật"),
        ("2027-07-05", ""),
        ("2030-02-02", "nghỉ Tết Nguyên đán"),
        ("2050-02-02", ""),
    ],
)
def test_reason_of_a_day_off(day: str, reason: str) -> None:
    """A holiday has its name, a weekend its day; a year that the table lacks has only weekends."""
    assert day_off(dt.date.fromisoformat(day)) == reason


def test_remark_keeps_the_printed_day_and_says_what_it_rests_on() -> None:
    """Of a holiday the basis is told; a weekend needs none."""
    assert BASIS in off_remark(dt.date(2027, 9, 2))
    assert off_remark(dt.date(2027, 7, 4)) == "Rơi vào Chủ nhật; ngày in vẫn giữ nguyên."
    assert off_remark(dt.date(2027, 7, 5)) == ""


def test_working_days_are_counted_past_days_off() -> None:
    """The last working day of April 2027 is the 29th; without a table there is none."""
    assert working_day(dt.date(2027, 4, 1), dt.date(2027, 4, 30), -1) == dt.date(2027, 4, 29)
    assert working_day(dt.date(2027, 1, 1), dt.date(2027, 1, 31), 1) == dt.date(2027, 1, 4)
    assert working_day(dt.date(2050, 1, 1), dt.date(2050, 1, 31), 1) is None


def test_every_year_of_the_table_has_tet_and_the_founders() -> None:
    """Tết begins in January or February and lasts five days or more."""
    for year in YEARS:
        names = list(holidays(year).values())
        assert names.count("nghỉ Tết Nguyên đán") >= 5
        assert names.count("Giỗ Tổ Hùng Vương") == 1
