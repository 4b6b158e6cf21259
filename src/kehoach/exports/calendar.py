"""Deadlines as iCalendar (RFC 5545): all-day events that every calendar program can subscribe to.

An event's UID comes from its duty and period, so that a second import updates it. Nothing here reads a clock.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable

from icalendar import Alarm, Calendar, Component, Event

from kehoach.agenda.agenda import Agenda, Share
from kehoach.agenda.deadlines import Deadline, dated, in_order
from kehoach.meaning.duty import Duty
from kehoach.model.registry import Unit
from kehoach.wording.letters import short_date

PRODID = "-//kehoach//lich ke hoach//VI"
REMINDERS = (7, 1)
"""Days before a deadline on which a calendar program reminds."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

Stamps = Callable[[str], dt.date]
"""Gives the day of a plan's last revision, so that an event stays as it is while its plan does."""
Link = Callable[[Duty], str]
"""Gives the full address of a duty's sentence, empty where the site's address is not known."""


def whole_calendar(agenda: Agenda, stamps: Stamps, link: Link | None = None) -> bytes:
    """Make the calendar of all dated deadlines; ``stamps`` give DTSTAMP."""
    events = (_event(agenda, deadline, stamps, link) for deadline in dated(agenda.deadlines))
    return _calendar("Lịch việc phải làm theo kế hoạch", events)


def plan_calendar(agenda: Agenda, plan_id: str, stamps: Stamps, link: Link | None = None) -> bytes:
    """Make the calendar of one plan; raises KeyError for a plan that is not held."""
    found = in_order(d for one in agenda.plans[plan_id] for d in dated(one.deadlines))
    title = agenda.fabric.plans[plan_id].plan.title
    return _calendar(title, (_event(agenda, deadline, stamps, link) for deadline in found))


def unit_calendar(agenda: Agenda, unit: Unit, stamps: Stamps, link: Link | None = None) -> bytes:
    """Make a body's calendar: its own deadlines, those of its groups, and of bodies that it took over from."""
    shares = {share.scheduled.duty.id: share for share in agenda.shares(unit.id)}
    found = in_order(d for share in shares.values() for d in dated(share.scheduled.deadlines))
    events = (_event(agenda, deadline, stamps, link, share_words(shares[deadline.duty_id])) for deadline in found)
    return _calendar(f"Việc phải làm: {unit.name}", events)


def has_dates(agenda: Agenda, unit_id: str) -> bool:
    """Tell whether a body has anything dated to do."""
    return any(d.due for share in agenda.shares(unit_id) for d in share.scheduled.deadlines)


def plan_has_dates(agenda: Agenda, plan_id: str) -> bool:
    """Tell whether a plan has anything dated to do."""
    return any(d.due for one in agenda.plans[plan_id] for d in one.deadlines)


def share_words(share: Share) -> str:
    """Say in what quality a body has a duty; empty where it leads or does it itself and is named."""
    words = {"partner": "Phối hợp", "monitor": "Theo dõi"}.get(share.role, "")
    if share.group:
        words += f"{'; l' if words else 'L'}à thành viên của nhóm: {share.group.name}"
    if share.from_unit and share.succession:
        since = short_date(share.succession.date)
        words += f"{'; k' if words else 'K'}ế thừa từ {share.from_unit.name} (từ {since})"
    return words


def uid(deadline: Deadline) -> str:
    """Give the permanent UID of a deadline: ASCII, one for each duty and period."""
    return f"{deadline.key.replace('/', '.').replace('#', '.').replace('@', '.')}@kehoach"


def _calendar(name: str, events: Iterable[bytes]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", _line(name))
    calendar.add("x-wr-calname", _line(name))
    calendar.add("refresh-interval", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    head, end, _ = _folded(calendar).partition(b"END:VCALENDAR\r\n")
    return b"".join((head, *events, end))


def _folded(component: Component) -> bytes:
    """Write a component's lines, folded at 75 octets (RFC 5545, 3.1) and never within a letter.

    The library folds letter by letter, which took most of the time of all calendars.
    """
    return b"".join(map(_fold, filter(None, component.content_lines())))


def _fold(line: str) -> bytes:
    data = line.encode()
    parts = []
    while len(data) > 75:
        end = 75
        while data[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(data[:end])
        data = b" " + data[end:]
    return b"\r\n".join((*parts, data)) + b"\r\n"


def _event(agenda: Agenda, deadline: Deadline, stamps: Stamps, link: Link | None, mark: str = "") -> bytes:
    """Write an event; the calendars of many bodies hold the same one."""
    duty = agenda.duties[deadline.duty_id].duty
    stamp = stamps(deadline.plan_id)
    key = (deadline.key, mark, stamp, link(duty) if link else "")
    if key not in agenda.written:
        agenda.written[key] = _folded(_made(agenda, deadline, duty, stamp, key[-1], mark))
    return agenda.written[key]


def _made(agenda: Agenda, deadline: Deadline, duty: Duty, stamp: dt.date, address: str, mark: str) -> Event:
    assert deadline.due is not None
    event = Event()
    event.add("uid", uid(deadline))
    event.add("dtstamp", dt.datetime(stamp.year, stamp.month, stamp.day, tzinfo=dt.UTC))
    event.add("dtstart", deadline.due)
    event.add("dtend", deadline.due + dt.timedelta(days=1))
    event.add("summary", _line(f"{'Báo cáo' if duty.report else 'Hạn'} {deadline.period.name}: {short_title(duty)}"))
    event.add("description", _text("\n".join(_says(agenda, duty, deadline, mark))))
    event.add("categories", [_category(agenda, deadline.plan_id)])
    event.add("transp", "TRANSPARENT")
    if duty.words("venue"):
        event.add("location", _line(duty.words("venue").rstrip(". ")))
    if address:
        event.add("url", _line(address))
    for days in REMINDERS:
        event.add_component(_alarm(deadline, duty, days))
    return event


def _alarm(deadline: Deadline, duty: Duty, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", dt.timedelta(days=-days))
    alarm.add("description", _line(f"Còn {days} ngày: {deadline.period.name}, {short_title(duty)}"))
    return alarm


def _category(agenda: Agenda, plan_id: str) -> str:
    """Name a plan by issuer and year; without commas, which some programs split even where they are escaped."""
    plan = agenda.fabric.plans[plan_id].plan
    unit = agenda.fabric.registry.units.get(plan.issuer)
    name = (unit.full_names[0] if unit.full_names else unit.name) if unit else plan.issuer
    return _line(f"{name.replace(',', '')} {plan.edition}")


def short_title(duty: Duty) -> str:
    """Name a duty in a few words: of a report to whom it goes, of anything else its title."""
    if duty.report and duty.report_to:
        return f"gửi {duty.report_to}"
    return duty.title if len(duty.title) <= 90 else duty.title[:90].rsplit(" ", 1)[0] + " …"


def _says(agenda: Agenda, duty: Duty, deadline: Deadline, mark: str) -> Iterable[str]:
    assert deadline.due is not None
    yield duty.text
    yield f"Hạn: {short_date(deadline.due)}, đọc từ: “{deadline.words}”."
    if deadline.reading:
        yield f"Cách hiểu: {deadline.reading}"
    if deadline.part and deadline.part not in duty.text[:90]:
        yield f"Phần việc: {deadline.part}."
    if deadline.body:
        yield f"Chỉ đối với: {deadline.body}."
    if deadline.off:
        yield deadline.off
    if deadline.early:
        yield "Bản in không ghi ngày ban hành; hạn này có thể rơi trước ngày đó."
    if duty.doers:
        yield f"Cơ quan làm: {'; '.join(party.words for party in duty.doers)}."
    yield from (f"{name}: {words.rstrip(' .')}." for name, words in duty.texts)
    if mark:
        yield f"{mark}."
    yield f"Kế hoạch: {agenda.fabric.plans[deadline.plan_id].plan.title}, mục {duty.path}."


def _text(text: str) -> str:
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _line(text: str) -> str:
    return " ".join(_text(text).split())
