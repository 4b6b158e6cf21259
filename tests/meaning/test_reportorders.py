"""Reading reporting duties out of sentences that the five plans do not have."""

from __future__ import annotations

import pytest
from registries import context, small_registry

from kehoach.meaning.linking import Linker
from kehoach.meaning.reportorders import ReportOrder, find_order
from kehoach.meaning.timegrammar import read_times
from kehoach.model.plan import Due, Report

LINKER = Linker(small_registry())


def order(text: str, noted: Report | None = None) -> ReportOrder | None:
    times = read_times(text, 2025).values
    return find_order(text, times, LINKER.mentions(text, context(LINKER.registry, "huyen-b1")), noted)


# Text, periods, (day, comparison, within) of the due rule, recipient, body it goes through.
Case = tuple[str, tuple[str, ...], tuple[int, str, str] | None, str, str]
ORDERS: list[Case] = [
    ("Định kỳ hằng tháng báo cáo kết quả về UBND huyện.", ("month",), None, "huyen-b1", ""),
    ("Định kỳ hàng quý, báo cáo UBND tỉnh theo quy định.", ("quarter",), None, "tinh-b", ""),
    (
        "Hằng quý, 6 tháng, 9 tháng và năm báo cáo kết quả về UBND huyện.",
        ("quarter", "half_year", "nine_months", "year"),
        None,
        "huyen-b1",
        "",
    ),
    (
        "Định kỳ 6 tháng và năm, chậm nhất ngày 15 của tháng cuối kỳ, gửi báo cáo về Sở Nội vụ để tổng hợp.",
        ("half_year", "year"),
        (15, "by", "last_month_of_period"),
        "so-noi-vu-b",
        "",
    ),
    (
        "Định kỳ hằng quý gửi báo cáo về UBND huyện trước ngày 05 của tháng sau.",
        ("quarter",),
        (5, "before", "month_after_period"),
        "huyen-b1",
        "",
    ),
    (
        "Báo cáo kết quả định kỳ hằng tháng về UBND huyện (qua Phòng Nội vụ) trước ngày 20 hằng tháng.",
        ("month",),
        (20, "before", "month"),
        "huyen-b1",
        "phong-noi-vu-b1",
    ),
    (
        "Định kỳ hằng tháng, báo cáo UBND huyện (thông qua Phòng Nội vụ) không quá ngày 25.",
        ("month",),
        (25, "by", "month"),
        "huyen-b1",
        "phong-noi-vu-b1",
    ),
    (
        "Hằng năm, chậm nhất trước ngày 10 của tháng cuối, gửi báo cáo cho Sở Nội vụ.",
        ("year",),
        (10, "before", "last_month_of_period"),
        "so-noi-vu-b",
        "",
    ),
    ("Theo dõi, định kỳ báo cáo về UBND huyện.", ("periodic",), None, "huyen-b1", ""),
    ("Định kỳ hằng quý tổng hợp, báo cáo.", ("quarter",), None, "", ""),
    ("Định kỳ sáu tháng báo cáo Sở Nội vụ.", ("half_year",), None, "so-noi-vu-b", ""),
    ("Định kỳ 06 tháng đầu năm và năm gửi báo cáo về UBND huyện.", ("half_year", "year"), None, "huyen-b1", ""),
    ("Mỗi quý, các phòng báo cáo kết quả cho UBND huyện.", ("quarter",), None, "huyen-b1", ""),
    ("Thực hiện chế độ báo cáo định kỳ hằng quý, năm về UBND huyện.", ("quarter", "year"), None, "huyen-b1", ""),
    ("Định kỳ hằng tháng báo cáo UBND huyện trước ngày 17/3/2025.", ("month",), None, "huyen-b1", ""),
    ("Định kỳ hằng tháng báo cáo UBND huyện trước ngày 45.", ("month",), None, "huyen-b1", ""),
]


@pytest.mark.parametrize(("text", "periods", "due", "to", "via"), ORDERS)
def test_order_is_read(
    text: str, periods: tuple[str, ...], due: tuple[int, str, str] | None, to: str, via: str
) -> None:
    """Periods, due day with its month, recipient and the body in between come from the words alone."""
    found = order(text)
    assert found is not None
    report = found.report
    assert report.periods == periods
    assert (report.due and (report.due.day, report.due.comparison, report.due.within)) == due
    assert (report.to, report.via) == (to, via)
    assert found.due_text in text and bool(found.due_text) >= (due is not None)


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức hội nghị báo cáo viên hằng quý.",
        "Kịp thời báo cáo UBND huyện khi có vướng mắc.",
        "Định kỳ tổng hợp, đánh giá tình hình thực hiện.",
        "Hằng năm xây dựng kế hoạch tuyên truyền. Báo cáo UBND huyện khi có yêu cầu.",
        "Phát sóng định kỳ trên hệ thống truyền thanh.",
        "",
    ],
)
def test_other_sentence_orders_no_report(text: str) -> None:
    """Speakers called “báo cáo viên”, single reports and periodic work of another kind are no reporting duty."""
    assert order(text) is None


def test_unsaid_month_is_said_to_be_a_reading() -> None:
    """Where the words leave the month open, the due rule explains what was chosen."""
    found = order("Định kỳ hằng quý, chậm nhất vào ngày 10 của kỳ báo cáo, gửi báo cáo về UBND huyện.")
    assert found and found.report.due == Due(
        10,
        "by",
        "last_month_of_period",
        "Bản in không nói tháng nào; hiểu là tháng cuối của kỳ báo cáo.",
    )
    assert found.due_text == "chậm nhất vào ngày 10 của kỳ báo cáo"


def test_noted_facts_win_over_what_is_read() -> None:
    """A note on the item sets periods and bodies; what it leaves open stays as read."""
    noted = Report(("year",), to="tinh-b")
    found = order("Định kỳ hằng quý báo cáo UBND huyện (qua Phòng Nội vụ) trước ngày 5 của tháng cuối kỳ.", noted)
    assert found is not None
    assert (found.report.periods, found.report.to, found.report.via) == (("year",), "tinh-b", "phong-noi-vu-b1")
    assert found.report.due and found.report.due.day == 5
    assert found.to_text == "UBND huyện (qua Phòng Nội vụ)"


def test_words_of_the_order_end_with_its_sentence() -> None:
    """The order starts at its period and stops at the end of the sentence."""
    text = "Tổ chức thực hiện; định kỳ hằng quý báo cáo UBND huyện. Phối hợp với Sở Nội vụ."
    found = order(text)
    assert found and text[found.start : found.end] == "định kỳ hằng quý báo cáo UBND huyện"


@pytest.mark.parametrize(
    ("text", "to"),
    [
        (
            "Định kỳ hằng quý báo cáo UBND huyện trước ngày 10 của tháng cuối quý, "
            "đồng thời gửi Sở Nội vụ trước ngày 15 của tháng cuối quý.",
            "",
        ),
        ("Hằng quý (trước ngày 10 của tháng cuối quý) báo cáo Chủ tịch, gửi Sở Nội vụ trước ngày 15/12/2025.", ""),
        ("Hằng quý trước ngày 10 của tháng cuối quý, hằng năm trước ngày 15/12/2025 báo cáo Sở Nội vụ.", "so-noi-vu-b"),
        ("Hằng quý báo cáo UBND huyện, đồng thời gửi Sở Nội vụ trước ngày 15 của tháng cuối quý.", "huyen-b1"),
    ],
)
def test_of_several_days_and_addressees_nobody_is_named(text: str, to: str) -> None:
    """Which day is whose is not read: the words show both days, and no one body gets both."""
    found = order(text)
    assert found
    assert found.report.to == to
    assert ("; " in found.due_text) == (text.count("trước ngày") > 1)


@pytest.mark.parametrize(
    "text",
    [
        "Tổng hợp nhu cầu kinh phí thực hiện Chương trình hằng năm, gửi Sở Nội vụ để tổng hợp, báo cáo UBND huyện.",
        "Bố trí vốn kế hoạch hằng năm, thông báo cho Sở Nội vụ biết để báo cáo UBND huyện.",
    ],
)
def test_money_by_the_year_is_no_report(text: str) -> None:
    """What is planned by the year is not reported every year, and what others report is theirs."""
    assert order(text) is None


def test_whom_others_report_to_gets_no_report() -> None:
    """Data that are sent to one body for its own report are not sent to whom that reports."""
    found = order("Hằng quý, các phòng gửi số liệu về Sở Nội vụ để tổng hợp, báo cáo UBND huyện.")
    assert found and found.to_text != "UBND huyện"
