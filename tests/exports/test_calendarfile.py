"""Calendars: read back with a parser of another project, the same dates as the deadlines."""

from __future__ import annotations

import datetime as dt

from corpus import SO_XAY_DUNG, XA_EA_KNOP
from hostileduty import with_duty
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.deadlines import dated
from kehoach.exports.calendar import has_calendar, plan_calendar, uid, unit_calendar, whole_calendar
from kehoach.exports.revised import Revised
from kehoach.meaning.duty import Duty, Value
from kehoach.meaning.fabric import Fabric
from kehoach.model.frozen import FrozenMap
from kehoach.model.plan import Due, Report


def _stamp(plan_id: str) -> Revised:
    return Revised(dt.date(2026, 1, 5))


_BODY = "phong-van-hoa-xa-hoi-ea-knop"


def _parsed(data: bytes) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(data.decode())


def test_same_dates_as_the_deadlines(fabric: Fabric) -> None:
    """An independent parser finds every dated deadline, all-day, on its day."""
    agenda = Agenda(fabric)
    events = _parsed(bytes(whole_calendar(agenda, _stamp))).events
    expected = {(uid(d), d.due) for d in dated(agenda.deadlines)}
    assert {(event.uid, event.dtstart) for event in events} == expected
    assert len(events) == len(expected) == 11
    for event in events:
        assert type(event.dtstart) is dt.date
        assert event.dtend == event.dtstart + dt.timedelta(days=1)


def test_same_bytes_for_the_same_day(fabric: Fabric) -> None:
    """No clock: only the day passed in moves the stamp."""
    assert bytes(whole_calendar(Agenda(fabric), _stamp)) == bytes(whole_calendar(Agenda(fabric), _stamp))
    later = bytes(whole_calendar(Agenda(fabric), lambda _: Revised(dt.date(2026, 2, 1))))
    expected = bytes(whole_calendar(Agenda(fabric), _stamp)).replace(b"20260105T", b"20260201T")
    assert later == expected.replace(b"SEQUENCE:950101", b"SEQUENCE:952801")


def test_sequence_rises_with_each_revision() -> None:
    """A second revision of a day, and one of the next day, each make a newer event (RFC 5545, 3.8.7.4)."""
    day = dt.date(2026, 1, 5)
    revised = [Revised(day), Revised(day, 2), Revised(day, 6), Revised(day + dt.timedelta(days=1))]
    assert sorted({one.sequence for one in revised}) == [one.sequence for one in revised]


def test_period_without_a_day_is_a_note_of_its_month(fabric: Fabric) -> None:
    """Monthly, quarterly and yearly reports without a day stand on the first of the month, and remind of nothing."""
    agenda = Agenda(fabric)
    events = _parsed(plan_calendar(agenda, SO_XAY_DUNG, _stamp)).events
    assert events and all(event.start.day == 1 and not event.alarm for event in events)
    assert [event.summary for event in events][-1] == "Trong tháng 12/2025: 1 việc định kỳ không ghi ngày"
    last = events[-1].description or ""
    assert "IV.1.-2" in last and "Bản in không ghi ngày" in last
    assert all(name in last for name in ("tháng 12", "quý IV", "năm 2025"))
    assert not has_calendar(agenda, "quoc-hoi")


def test_note_of_a_body_is_its_own(fabric: Fabric) -> None:
    """The same month says other things to another body, so that one program may hold both calendars."""
    agenda = Agenda(fabric)
    with_notes = [unit for unit in fabric.registry.units.values() if has_calendar(agenda, unit.id)]
    whose: dict[str, str] = {}
    for unit in with_notes:
        for event in _parsed(unit_calendar(agenda, unit, _stamp)).events:
            if (event.uid or "").endswith(".trong-thang@kehoach"):
                assert whose.setdefault(event.uid or "", unit.id) == unit.id
    assert whose


def test_uids_are_permanent_ascii_and_shared_by_all_calendars(fabric: Fabric) -> None:
    """A second import updates: an event has one UID in every calendar."""
    agenda = Agenda(fabric)
    whole = {event.uid for event in _parsed(bytes(whole_calendar(agenda, _stamp))).events}
    own = {event.uid for event in _parsed(unit_calendar(agenda, fabric.registry.units[_BODY], _stamp)).events}
    plan = {event.uid for event in _parsed(plan_calendar(agenda, XA_EA_KNOP, _stamp)).events}
    assert own and own <= whole and plan <= whole
    assert all(name is not None and name.isascii() for name in whole)
    assert "xa-ea-knop.tuyen-truyen-cchc.2026.che-do-bao-cao--bao-cao.2026-Q1@kehoach" in own


def test_calendar_of_a_member_says_through_which_group(fabric: Fabric) -> None:
    """A body's calendar marks what it owes as member of a group."""
    events = _parsed(unit_calendar(Agenda(fabric), fabric.registry.units[_BODY], _stamp)).events
    assert len(events) == 6
    assert all("thành viên của nhóm" in (event.description or "") for event in events)


def test_reminders_and_no_method(fabric: Fabric) -> None:
    """Each event reminds seven days and one day before; the file is no message that asks for an organizer."""
    data = bytes(whole_calendar(Agenda(fabric), _stamp))
    assert b"\r\nMETHOD:" not in data and b"\r\nX-PUBLISHED-TTL:P1D\r\n" in data
    for event in _parsed(data).events:
        assert [(a.action, a.trigger) for a in event.alarm] == [
            ("DISPLAY", dt.timedelta(days=-7)),
            ("DISPLAY", dt.timedelta(days=-1)),
        ]


def test_body_without_dates_has_none(fabric: Fabric) -> None:
    """Bodies with nothing dated need no calendar."""
    assert has_calendar(Agenda(fabric), _BODY)
    assert not has_calendar(Agenda(fabric), "quoc-hoi")


def test_lines_keep_to_75_octets_and_crlf(fabric: Fabric) -> None:
    """RFC 5545, 3.1: lines fold before 75 octets and end with CRLF; a fold splits no letter."""
    data = bytes(whole_calendar(Agenda(fabric), _stamp))
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode()


def test_hostile_words_stay_inside_their_property(fabric: Fabric) -> None:
    """Line breaks, semicolons and control characters in a text open no property and no event."""
    words = "Báo cáo\r\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:giả; a, b\\n \x07 \x00"
    report = Report(("month",), Due(5, "by", "month"))
    duty = Duty(f"{XA_EA_KNOP}#x", XA_EA_KNOP, "reporting", "I", "x", words, words, report=report, report_to=words)
    agenda = Agenda(with_duty(fabric, duty))
    data = bytes(whole_calendar(agenda, _stamp, lambda _: "https://vidu.example/\r\nX-EVIL:1"))
    events = _parsed(data).events
    assert len(events) == 12
    assert data.count(b"\r\nBEGIN:VEVENT") == 12
    assert b"\r\nX-EVIL" not in data and b"\x07" not in data
    assert "SUMMARY:giả; a, b" in (events[0].summary or "")


def test_event_says_where_and_with_what_result(fabric: Fabric) -> None:
    """A printed place is the event's; other printed fields stand in its description."""
    said = {"schedule": "Trước ngày 15/3/2026.", "venue": "Nhà văn hóa xã;\r\nphòng A.", "output": "Báo cáo."}
    fields = FrozenMap.of({key: Value(words) for key, words in said.items()})
    duty = Duty(f"{XA_EA_KNOP}#x", XA_EA_KNOP, "activity", "I", "x", "Hội nghị", "Hội nghị", fields=fields)
    (event,) = _parsed(plan_calendar(Agenda(with_duty(fabric, duty)), XA_EA_KNOP, _stamp)).events
    assert event.location == "Nhà văn hóa xã; phòng A"
    assert "Sản phẩm: Báo cáo." in (event.description or "")
