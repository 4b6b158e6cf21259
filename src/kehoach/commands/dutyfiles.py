"""The commands about what is to be done: ``report``, and ``export`` to calendars and tables."""

from __future__ import annotations

import argparse
import datetime as dt

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.periodicreport import UnknownPeriod, make_report
from kehoach.commands.selecting import find_plan
from kehoach.exports.calendar import plan_calendar
from kehoach.exports.checklist import plan_rows, to_csv, to_xlsx
from kehoach.exports.reportfiles import as_docx, as_markdown
from kehoach.exports.revised import Revised
from kehoach.files.opening import open_repository
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_whole
from kehoach.meaning.fabric import weave
from kehoach.model.plan import Plan


def run_report(options: argparse.Namespace) -> int:
    """Write the periodic report; raises UserError for an unknown plan or period."""
    repository = open_repository(options.root)
    fabric = weave(repository)
    plan_id = find_plan(repository, fabric, options.plan).plan.id
    recorded = repository.progress.get(plan_id)
    try:
        report = make_report(Agenda(fabric), plan_id, options.period, recorded.progress if recorded else None)
    except UnknownPeriod as error:
        raise UserError(str(error)) from None
    write_whole(as_docx(report, repository.registry) if options.to == "docx" else as_markdown(report), options.output)
    return 0


def export_duties(agenda: Agenda, plan: Plan, to: str, today: dt.date) -> bytes:
    """Write a plan's duties as one of ``arguments.SHEETS``."""
    if to == "ics":
        return plan_calendar(agenda, plan.id, lambda _: Revised(plan.window[1]))
    rows = plan_rows(agenda, plan.id)
    return to_csv(rows) if to == "csv" else to_xlsx(rows, plan.title)
