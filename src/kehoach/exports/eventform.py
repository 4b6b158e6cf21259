"""Calendars and events that differ in their words alone: written once by icalendar, with places for the words.

A site has the events of each plan in several calendars, and the library makes each property a value with parameters,
which took five times as long. What is put together is what it would have written, byte for byte, but that it takes a
backslash before an N for the end of a line, which a text can hold.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from icalendar import Alarm, Calendar, Component, Event

from kehoach.exports.calendarlines import folded, one_line, several_lines
from kehoach.exports.revised import Revised

PRODID = "-//kehoach//lich ke hoach//VI"
_DAY = dt.timedelta(days=1)
_PLACE = re.compile(r"kh-cho-(\w+)-e7b1")
# What is no text is written as a value that no plan has.
_FIRST, _REVISED = dt.date(1801, 2, 3), Revised(dt.date(1802, 3, 4))


@dataclass(frozen=True)
class AllDay:
    """An event of one whole day; ``reminders`` are what is said so many days before it.

    Of the texts, ``description`` may have several lines; an empty ``category``, ``location`` or ``address`` is none.
    """

    uid: str
    revised: Revised
    day: dt.date
    summary: str
    description: str
    category: str = ""
    location: str = ""
    address: str = ""
    reminders: Sequence[tuple[int, str]] = ()


def written(event: AllDay) -> bytes:
    """Write an event's lines, folded."""
    days = tuple(days for days, _ in event.reminders)
    return _filled(_event_lines(bool(event.category), bool(event.location), bool(event.address), days), _values(event))


def calendar_frame(name: str) -> tuple[bytes, bytes]:
    """Give what stands before the events of a calendar of that name, and what behind them."""
    head, end, _ = _filled(_calendar_lines(), {"name": one_line(name)}).partition(b"END:VCALENDAR\r\n")
    return head, end


def _filled(lines: Sequence[str], values: Mapping[str, str]) -> bytes:
    return folded("".join(values[part] if number % 2 else part for number, part in enumerate(lines)))


def _escaped(text: str) -> str:
    """Write a text as the value of a property (RFC 5545, 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _values(event: AllDay) -> Mapping[str, str]:
    texts = {
        "uid": event.uid,
        "summary": one_line(event.summary),
        "description": several_lines(event.description),
        "category": one_line(event.category),
        "location": one_line(event.location),
        **{f"reminder{days}": one_line(words) for days, words in event.reminders},
    }
    return {
        **{name: _escaped(text) for name, text in texts.items()},
        "address": one_line(event.address),
        "day": _date(event.day),
        "end": _date(event.day + _DAY),
        "stamp": _date(event.revised.day),
        "sequence": str(event.revised.sequence),
    }


def _date(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


@lru_cache(maxsize=64)
def _event_lines(category: bool, location: bool, address: bool, reminders: Sequence[int]) -> Sequence[str]:
    """Give the lines of an event that has these properties: text and names of places by turns."""
    event = Event()
    event.add("uid", _place("uid"))
    _REVISED.write(event)
    event["sequence"] = _place("sequence")
    event.add("dtstart", _FIRST)
    event.add("dtend", _FIRST + _DAY)
    event.add("summary", _place("summary"))
    event.add("description", _place("description"))
    event.add("transp", "TRANSPARENT")
    if category:
        event.add("categories", [_place("category")])
    if location:
        event.add("location", _place("location"))
    if address:
        event.add("url", _place("address"))
    for days in reminders:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", dt.timedelta(days=-days))
        alarm.add("description", _place(f"reminder{days}"))
        event.add_component(alarm)
    lines = _written_out(event)
    for name, day in {"day": _FIRST, "end": _FIRST + _DAY, "stamp": _REVISED.day}.items():
        lines = lines.replace(_date(day), _place(name))
    return tuple(_PLACE.split(lines))


@cache
def _calendar_lines() -> Sequence[str]:
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", _place("name"))
    calendar.add("x-wr-calname", _place("name"))
    calendar.add("refresh-interval", _DAY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    return tuple(_PLACE.split(_written_out(calendar)))


def _written_out(component: Component) -> str:
    return "".join(f"{line}\r\n" for line in component.content_lines() if line)


def _place(name: str) -> str:
    return f"kh-cho-{name}-e7b1"
