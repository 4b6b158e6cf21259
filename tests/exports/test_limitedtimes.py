"""A day with a condition or an exception: wherever it is told, the words that limit it stand beside it."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from corpus import XA_EA_KNOP
from hostileduty import with_duty
from ical.calendar_stream import IcsCalendarStream

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.standing import standings
from kehoach.exports.calendar import plan_calendar
from kehoach.exports.checklist import plan_rows
from kehoach.exports.feed import entries
from kehoach.exports.opendata import open_data
from kehoach.exports.revised import Revised
from kehoach.meaning.duty import Duty, Value
from kehoach.meaning.fabric import Fabric
from kehoach.meaning.parties import Party
from kehoach.meaning.timegrammar import read_times
from kehoach.model.frozen import FrozenMap
from kehoach.model.progress import Progress

_TEXT = "Hoàn thành trước ngày 30/6/2026; nếu thiếu kinh phí thì chuyển sang năm 2027."
_LIMIT = "nếu thiếu kinh phí thì chuyển sang năm 2027"
_NAME = f"{XA_EA_KNOP}#x"


@pytest.fixture(scope="module")
def limited(fabric: Fabric) -> Fabric:
    lead = FrozenMap.of({"lead": Value("", (Party("Phòng", "phong-van-hoa-xa-hoi-ea-knop"),))})
    times = read_times(_TEXT, 2026).values
    return with_duty(
        fabric, Duty(_NAME, XA_EA_KNOP, "assignment", "I", "x", "Số hóa", "Số hóa.", fields=lead, times=times)
    )


def test_event_says_that_its_day_is_limited(limited: Fabric) -> None:
    """Its one line in a list says that there is a condition, its description which."""
    data = plan_calendar(Agenda(limited), XA_EA_KNOP, lambda _: Revised(dt.date(2026, 1, 5)))
    [event] = IcsCalendarStream.calendar_from_ics(bytes(data).decode()).events
    assert event.dtstart == dt.date(2026, 6, 29)
    assert "điều kiện" in str(event.summary)
    assert _LIMIT in str(event.description)


def test_tables_and_feed_have_the_words(limited: Fabric) -> None:
    """The row of a checklist, that of the open data and the entry of the feed."""
    agenda = Agenda(limited)
    [row] = plan_rows(agenda, XA_EA_KNOP)
    assert sum(_LIMIT in cell for cell in row) == 2
    [entry] = [one for one in entries(limited, agenda, {}, dt.date(2026, 6, 25)) if "Số hóa" in one.title]
    assert "điều kiện" in entry.title
    assert _LIMIT in entry.summary
    table = open_data(limited)["data/deadlines.csv"].decode("utf-8-sig")
    [line] = [line for line in csv.DictReader(io.StringIO(table)) if line["duty_id"] == _NAME]
    assert line["words"] == f"trước ngày 30/6/2026 [{_LIMIT}]"


def test_nobody_is_late_under_a_condition(limited: Fabric) -> None:
    """Of a day that holds in a case only nobody says, once it is over, that somebody is late."""
    agenda = Agenda(limited)
    [standing] = standings(agenda, agenda.deadlines, Progress(XA_EA_KNOP, ()), dt.date(2026, 8, 1))
    assert standing.state == "no_report"
