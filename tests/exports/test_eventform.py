"""Events put together from their form are what the library writes, whatever their words are."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Alarm, Calendar, Event

from kehoach.exports.calendarlines import folded, one_line, several_lines
from kehoach.exports.eventform import PRODID, AllDay, calendar_frame, written
from kehoach.exports.revised import Revised

_TEXTS = st.one_of(
    st.text(max_size=90), st.text(alphabet='ẫđ ,;:\\"\n\r\x07\u2028kh-cho-uid-e7b1', max_size=120)
).filter(lambda text: "\\N" not in text)
_DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 12, 30))
_EVENTS = st.builds(
    AllDay,
    uid=_TEXTS.filter(one_line).map(one_line),
    revised=st.builds(Revised, _DAYS, st.integers(1, 200)),
    day=_DAYS,
    summary=_TEXTS,
    description=_TEXTS,
    category=_TEXTS,
    location=_TEXTS,
    address=st.sampled_from(("", "https://example.vn/ke-hoach/a,b;c/#d")),
    reminders=st.sampled_from(((), ((7, "Còn 7 ngày: a, b"), (1, "Còn 1 ngày; c")))),
)


def _by_library(event: AllDay) -> Event:
    made = Event()
    made.add("uid", event.uid)
    event.revised.write(made)
    made.add("dtstart", event.day)
    made.add("dtend", event.day + dt.timedelta(days=1))
    made.add("summary", one_line(event.summary))
    made.add("description", several_lines(event.description))
    made.add("transp", "TRANSPARENT")
    if event.category:
        made.add("categories", [one_line(event.category)])
    if event.location:
        made.add("location", one_line(event.location))
    if event.address:
        made.add("url", event.address)
    for days, words in event.reminders:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", dt.timedelta(days=-days))
        alarm.add("description", one_line(words))
        made.add_component(alarm)
    return made


def _lines(component: Event | Calendar) -> bytes:
    return folded("".join(f"{line}\r\n" for line in component.content_lines() if line))


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(event=_EVENTS)
def test_an_event_is_what_the_library_writes(event: AllDay) -> None:
    assert written(event) == _lines(_by_library(event))
    head, end = calendar_frame("Lịch")
    (read,) = Calendar.from_ical(b"".join((head, written(event), end))).walk("VEVENT")
    assert read["description"] == several_lines(event.description)


@settings(max_examples=50, deadline=None, database=None, derandomize=True)
@given(name=_TEXTS)
def test_what_stands_around_events_is_what_the_library_writes(name: str) -> None:
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", one_line(name))
    calendar.add("x-wr-calname", one_line(name))
    calendar.add("refresh-interval", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    assert b"".join(calendar_frame(name)) == _lines(calendar)


def test_a_backslash_before_an_n_stays() -> None:
    """The library takes it for the end of a line."""
    event = AllDay("a@kehoach", Revised(dt.date(2026, 1, 1)), dt.date(2026, 2, 1), "A", r"thư mục C:\Nam")
    assert "DESCRIPTION:thư mục C:\\\\Nam\r\n" in written(event).decode()
