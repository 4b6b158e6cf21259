"""Deadlines as iCalendar (RFC 5545): all-day events that every calendar program can subscribe to.

An event's UID comes from its duty and period, so that a second import updates it. Nothing here reads a clock.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain

from kehoach.agenda.agenda import Agenda, Share
from kehoach.agenda.deadlines import Deadline, dated, in_order
from kehoach.exports.eventform import AllDay, calendar_frame, written
from kehoach.exports.monthnotes import month_notes
from kehoach.exports.revised import Revised, Stamps
from kehoach.machine.joinedfiles import Given, JoinedFiles
from kehoach.machine.streamed import Streamed
from kehoach.machine.tracing import Former, Pieces, made_anew
from kehoach.meaning.duty import Duty
from kehoach.model.units import Unit
from kehoach.wording.letters import short_date

REMINDERS = (7, 1)
"""Days before a deadline on which a calendar program reminds."""
LIMITED = " (có điều kiện, ngoại lệ)"
"""Behind the period of a deadline that the words limit: a list of events on a phone shows nothing but this line."""
Link = Callable[[Duty], str]
"""Gives the full address of a duty's sentence, empty where the site's address is not known."""


def whole_calendar(
    agenda: Agenda,
    stamps: Stamps,
    link: Link | None = None,
    pieces: Pieces = made_anew,
    former: Former | None = None,
) -> Streamed:
    """Make the calendar of all dated deadlines, by day, plan and duty.

    ``stamps`` give DTSTAMP, ``pieces`` the events of each plan, ``former`` the calendar before.
    """

    def events(plan_id: str) -> bytes:
        return plan_events(agenda, plan_id, stamps, link, pieces)

    whole = {"": calendar_frame("Lịch việc phải làm theo kế hoạch")}
    ((_, calendar),) = JoinedFiles("events", sorted(agenda.plans), events, _by_day, whole).files(former)
    return calendar


def plan_events(agenda: Agenda, plan_id: str, stamps: Stamps, link: Link | None, pieces: Pieces) -> bytes:
    """Give a plan's dated deadlines as events, in JSON with what they are sorted by."""
    return pieces("events", plan_id, partial(_events, agenda, plan_id, stamps, link))


def _by_day(events: bytes) -> Given:
    by_day: dict[str, str] = {}
    for day, _, _, event in sorted(json.loads(events)):
        by_day[day] = by_day.get(day, "") + event
    return {"": by_day.items()}


def _events(agenda: Agenda, plan_id: str, stamps: Stamps, link: Link | None) -> bytes:
    """Write a plan's dated deadlines as JSON: day, duty and period, by which all are sorted, and the event's lines."""
    dated_deadlines = dated(d for scheduled in agenda.plans[plan_id] for d in scheduled.deadlines)
    rows = [(str(d.due), d.duty_id, d.period.key, _event(agenda, d, stamps, link).decode()) for d in dated_deadlines]
    return json.dumps(rows, ensure_ascii=False).encode()


def plan_calendar(agenda: Agenda, plan_id: str, stamps: Stamps, link: Link | None = None) -> bytes:
    """Make the calendar of one plan; raises KeyError for a plan that is not held."""
    deadlines = [d for row in agenda.plans[plan_id] for d in row.deadlines]
    events = (_event(agenda, deadline, stamps, link) for deadline in in_order(dated(deadlines)))
    title = agenda.fabric.outlines[plan_id].head.title
    return _calendar(title, chain(events, month_notes(agenda, plan_id, deadlines, stamps)))


def unit_calendar(agenda: Agenda, unit: Unit, stamps: Stamps, link: Link | None = None) -> bytes:
    """Make a body's calendar: its own deadlines, those of its groups, and of bodies that it took over from."""
    shares = {share.scheduled.duty.id: share for share in agenda.shares(unit.id)}
    deadlines = [d for share in shares.values() for d in share.scheduled.deadlines]
    marks = {duty_id: share_words(share) for duty_id, share in shares.items()}
    events = (
        _event(agenda, deadline, stamps, link, marks[deadline.duty_id]) for deadline in in_order(dated(deadlines))
    )
    return _calendar(f"Việc phải làm: {unit.name}", chain(events, month_notes(agenda, unit.id, deadlines, stamps)))


def has_calendar(agenda: Agenda, unit_id: str) -> bool:
    """Tell whether a body has anything that a calendar can hold: a day, or a period that comes back."""
    return agenda.has_held(unit_id)


def plan_has_calendar(agenda: Agenda, plan_id: str) -> bool:
    """Tell whether a plan has anything that a calendar can hold."""
    return bool(agenda.outlines[plan_id].held)


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
    head, end = calendar_frame(name)
    return b"".join((head, *events, end))


def _event(agenda: Agenda, deadline: Deadline, stamps: Stamps, link: Link | None, mark: str = "") -> bytes:
    """Write an event; the calendars of many bodies hold the same one."""
    duty = agenda.duties[deadline.duty_id].duty
    stamp = stamps(deadline.plan_id)
    key = (deadline.key, mark, stamp, link(duty) if link else "")
    return agenda.written(key, lambda: written(_new_event(agenda, deadline, duty, stamp, key[-1], mark)))


def _new_event(agenda: Agenda, deadline: Deadline, duty: Duty, stamp: Revised, address: str, mark: str) -> AllDay:
    assert deadline.due is not None
    title = short_title(duty)
    return AllDay(
        uid(deadline),
        stamp,
        deadline.due,
        _summary(duty, deadline),
        "\n".join(_says(agenda, duty, deadline, mark)),
        _category(agenda, deadline.plan_id),
        duty.words("venue").rstrip(". "),
        address,
        [(days, f"Còn {days} ngày: {deadline.period.name}, {title}") for days in REMINDERS],
    )


def _category(agenda: Agenda, plan_id: str) -> str:
    """Name a plan by issuer and year; without commas, which some programs split even where they are escaped."""
    plan = agenda.fabric.outlines[plan_id].head
    unit = agenda.fabric.registry.units.get(plan.issuer)
    name = (unit.full_names[0] if unit.full_names else unit.name) if unit else plan.issuer
    return f"{name.replace(',', '')} {plan.edition}"


def _summary(duty: Duty, deadline: Deadline) -> str:
    """Say what is due: where the schedule names a part of the work ("tháng 6 tổng kết"), that part, then the whole."""
    limited = LIMITED if deadline.condition else ""
    if duty.report:
        return f"Báo cáo {deadline.period.name}{limited}: {short_title(duty)}"
    own = f"{deadline.part} – " if deadline.part and deadline.part not in duty.text else ""
    return f"Hạn {deadline.period.name}{limited}: {own}{short_title(duty)}"


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
    if deadline.condition:
        yield f"Bản in kèm điều kiện hoặc ngoại lệ: “{deadline.condition}”."
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
    yield f"Kế hoạch: {agenda.fabric.outlines[deadline.plan_id].head.title}, mục {duty.path}."
