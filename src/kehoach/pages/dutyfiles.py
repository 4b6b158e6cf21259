"""Files of what is to be done, beside the pages: calendars, and checklists as tables."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.agenda.deadlines import Deadline
from kehoach.agenda.resulttable import result_rows
from kehoach.agenda.standing import RECORDED, STATES
from kehoach.exports.calendar import (
    Link,
    has_calendar,
    plan_calendar,
    plan_events,
    plan_has_calendar,
    unit_calendar,
    whole_calendar,
)
from kehoach.exports.checklist import ChecklistExtras, plan_rows, to_csv, to_xlsx, unit_rows
from kehoach.exports.resulttable import results_xlsx
from kehoach.machine.streamed import Streamed
from kehoach.meaning.duty import Duty
from kehoach.model.units import Unit
from kehoach.pages.home import Home
from kehoach.pages.page import CALENDAR_FILE, RESULTS_TABLE, plan_file, plan_path, unit_file
from kehoach.pages.site import Site
from kehoach.wording.letters import upper_first


def duty_files(site: Site, home: Home) -> dict[str, bytes]:
    """Make every file of what is to be done: its address from the site's root and its bytes."""
    return dict(_files(site, home))


def _files(site: Site, home: Home) -> Iterator[tuple[str, bytes]]:
    address, calendar = calendar_file(site, home)
    yield address, bytes(calendar)
    for plan_id in site.fabric.plans:
        yield from plan_duty_files(site, plan_id, home)
    for unit in site.registry.units.values():
        yield from unit_duty_files(site, unit, home)


def duty_link(home: Home) -> Link | None:
    """Give what names a duty's sentence by its full address; none where the site's own is not known."""
    if not home.url:
        return None

    def link(duty: Duty) -> str:
        return f"{home.full(plan_path(duty.plan_id))}#{duty.anchor}"

    return link


def _around(site: Site, home: Home) -> ChecklistExtras:
    """Give what tables say beside the plans; a day that goes by changes none of them."""

    def state(deadline: Deadline) -> str:
        code = site.standing(deadline).state
        return upper_first(STATES[code]) if code in RECORDED else "Chưa ghi kết quả"

    return ChecklistExtras(duty_link(home), state)


def calendar_file(site: Site, home: Home) -> tuple[str, Streamed]:
    """Make the calendar of all plans."""
    former = site.former[-1] if site.former else None
    return CALENDAR_FILE, whole_calendar(site.agenda, site.revised_on, duty_link(home), site.piece, former)


def ready_events(site: Site, plan_id: str, home: Home) -> None:
    """Have the events ready that a plan has in the calendar of all plans."""
    plan_events(site.agenda, plan_id, site.revised_on, duty_link(home), site.piece)


def plan_duty_files(site: Site, plan_id: str, home: Home) -> Iterator[tuple[str, bytes]]:
    """Make a plan's tables, and its calendar where it has days or periods."""
    rows = plan_rows(site.agenda, plan_id, _around(site, home))
    if plan_has_calendar(site.agenda, plan_id):
        yield plan_file(plan_id, ".ics"), plan_calendar(site.agenda, plan_id, site.revised_on, duty_link(home))
    yield plan_file(plan_id, ".viec-can-lam.csv"), to_csv(rows)
    yield plan_file(plan_id, ".viec-can-lam.xlsx"), to_xlsx(rows, site.plan(plan_id).title)
    recorded = site.repository.progress.get(plan_id)
    results = result_rows(site.agenda, plan_id, recorded.progress if recorded else None, None)
    yield plan_file(plan_id, RESULTS_TABLE), results_xlsx(results, site.plan(plan_id).title, plan_id)


def unit_duty_files(site: Site, unit: Unit, home: Home) -> Iterator[tuple[str, bytes]]:
    """Make a body's tables, and its calendar where it has days or periods."""
    if rows := unit_rows(site.agenda, unit.id, _around(site, home)):
        yield unit_file(unit.id, ".csv"), to_csv(rows)
        yield unit_file(unit.id, ".xlsx"), to_xlsx(rows, unit.name)
    if has_calendar(site.agenda, unit.id):
        yield unit_file(unit.id, ".ics"), unit_calendar(site.agenda, unit, site.revised_on, duty_link(home))


def unit_downloads(site: Site, unit_id: str) -> list[tuple[str, str, str]]:
    """List the files of a body's duties: what it is, its form, its address."""
    files = [("Bảng việc", "XLSX", unit_file(unit_id, ".xlsx")), ("Bảng việc", "CSV", unit_file(unit_id, ".csv"))]
    if has_calendar(site.agenda, unit_id):
        files.insert(0, ("Lịch việc phải làm", "ICS", unit_file(unit_id, ".ics")))
    return [*files, ("Tin về cơ quan này", "ATOM", unit_file(unit_id, ".xml"))]
