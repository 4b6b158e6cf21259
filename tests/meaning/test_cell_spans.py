"""Columns that say when a task begins and when it ends are one time of it."""

from __future__ import annotations

import pytest
from linkedplans import linked

from kehoach.files.repository import Repository
from kehoach.meaning.cellspans import from_to
from kehoach.meaning.schedules import read_schedule
from kehoach.model.items import Column
from kehoach.model.tables import span


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        ("02/2026", "30/5/2026", "từ tháng 02/2026 đến ngày 30/5/2026"),
        ("02/3", "31/12/2026", "từ ngày 02/3 đến ngày 31/12/2026"),
        ("Quý I", "Quý III.", "từ quý I đến quý III"),
        ("Từ tháng 4", "Trước 15/10/2026", "từ tháng 4, trước 15/10/2026"),
        ("Ngay sau khi có hướng dẫn", "31/12", "bắt đầu ngay sau khi có hướng dẫn; ngày 31/12"),
        ("Thường xuyên", "Thường xuyên", "Thường xuyên"),
        ("Thường xuyên", "", "Thường xuyên"),
        ("", "30/5", "ngày 30/5"),
        ("3/2026", "", "từ tháng 3/2026"),
        ("", "", ""),
    ],
)
def test_two_cells_are_one_time(begins: str, ends: str, said: str) -> None:
    """Days, months and quarters are from one to the other; other words stay as they are printed."""
    assert from_to(begins, ends) == said


def test_a_span_is_read_with_both_its_days() -> None:
    """The beginning alone is no day by which the task is done."""
    (whole,) = read_schedule(from_to("02/2026", "30/5/2026"), 2026).ranges
    assert (str(whole.first), str(whole.last)) == ("2026-02-01", "2026-05-30")
    assert not read_schedule(from_to("3/2026", ""), 2026).deadlines


@pytest.mark.parametrize(
    ("headings", "two"),
    [
        (("Bắt đầu", "Hoàn thành"), (0, 1)),
        (("Từ", "Đến"), (0, 1)),
        (("Ngày bắt đầu", "Ngày kết thúc"), (0, 1)),
        (("Hoàn thành", "Bắt đầu"), None),
        (("Thời gian", "Hoàn thành"), None),
        (("Tiến độ",), None),
    ],
)
def test_only_a_beginning_and_an_end_are_a_span(headings: tuple[str, ...], two: tuple[int, int] | None) -> None:
    """Two columns of times that say neither are not put together."""
    assert span([Column("schedule", heading) for heading in headings]) == two


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [("Tuần", "8", "Tuần 8"), ("Tháng", "10", "Tháng 10"), ("Tuần", "8-10/2026", "8-10/2026"), ("Thời gian", "8", "8")],
)
def test_a_figure_below_a_unit_of_time_is_one_of_them(
    repository: Repository, heading: str, cell: str, said: str
) -> None:
    """Below "Tuần" stands but the number of the week."""
    columns = [{"kind": "task", "heading": "Chuyên đề"}, {"kind": "schedule", "heading": heading}]
    columns.append({"kind": "lead", "heading": "Ai phụ trách"})
    rows = [{"id": "r", "cells": ["Dạy STEM", cell, "Trần Mai, Hồ Sỹ Nam"]}]
    (duty,) = linked(
        repository, body=[{"id": "m", "heading": "Việc", "table": {"columns": columns, "rows": rows}}]
    ).duties
    assert duty.schedule_text == said
    assert [party.words for party in duty.lead] == ["Trần Mai, Hồ Sỹ Nam"]
