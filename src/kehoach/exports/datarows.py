"""The rows of the open-data tables, read off the woven plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from kehoach.agenda.timetable import binding, scheduled
from kehoach.comparison.relations import relations_of
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.parties import Party
from kehoach.meaning.plantargets import plan_targets
from kehoach.model.fields import BODIES, FIELDS, DutyField, Holds
from kehoach.model.plan import Due

PLAN_URL = "ke-hoach/{}/index.html"
UNIT_URL = "co-quan/{}/index.html"

Row = dict[str, str]


def due_rule(due: Due | None) -> str:
    """Write a due rule for machines: ``by 10 last_month_of_period``."""
    return f"{due.comparison} {due.day} {due.within}" if due else ""


def _duties(fabric: Fabric, linked: LinkedPlan) -> Iterator[Row]:
    for row in scheduled(linked):
        duty = row.duty
        yield {
            "duty_id": duty.id,
            "plan_id": duty.plan_id,
            "path": duty.path,
            "title": duty.title,
            **{field.column: _value(duty, field, fabric) for field in FIELDS},
            "recurrence": " ".join(row.schedule.recurrences),
            "report_to": duty.report_to,
            "due_rule": due_rule(duty.report.due if duty.report else None),
            "url": f"{PLAN_URL.format(duty.plan_id)}#{duty.anchor}",
            "condition": duty.condition,
        }


def _assignments(fabric: Fabric, linked: LinkedPlan) -> Iterator[Row]:
    units = fabric.registry.units
    for duty in linked.duties:
        for field in BODIES:
            for party in duty.bodies(field.key):
                yield {
                    "duty_id": duty.id,
                    "plan_id": duty.plan_id,
                    "role": field.column,
                    "unit_id": party.unit,
                    "unit": units[party.unit].name if party.unit else "",
                    "words": party.words,
                    "url": UNIT_URL.format(party.unit) if party.unit else "",
                }


def _deadlines(fabric: Fabric, linked: LinkedPlan) -> Iterator[Row]:
    for row in binding(linked):
        for deadline in row.deadlines:
            yield {
                "duty_id": deadline.duty_id,
                "plan_id": deadline.plan_id,
                "period": deadline.period.key,
                "due": deadline.due.isoformat() if deadline.due else "",
                "last_day": deadline.last_day.isoformat(),
                "words": deadline.words,
                "part": deadline.part,
                "unit_id": deadline.body_unit,
                "unit_words": deadline.body,
            }


def _value(duty: Duty, field: DutyField, fabric: Fabric) -> str:
    """Write a field as printed: its bodies by semicolons, a time without the full stop, a text word for word."""
    if field.holds is Holds.BODIES:
        return _names(duty.bodies(field.key), fabric)
    return duty.schedule_text if field.holds is Holds.TIME else duty.words(field.key)


def _names(parties: Iterable[Party], fabric: Fabric) -> str:
    units = fabric.registry.units
    return "; ".join(party.words or units[party.unit].name for party in parties)


def _reports(fabric: Fabric, linked: LinkedPlan) -> Iterator[Row]:
    for duty in linked.duties:
        for period in duty.report.periods if duty.report else ():
            assert duty.report is not None
            yield {
                "duty_id": duty.id,
                "plan_id": duty.plan_id,
                "path": duty.path,
                "period": period,
                "due_rule": due_rule(duty.report.due),
                "report_to": duty.report.to or duty.report_to,
                "text": duty.text,
            }


def _citations(fabric: Fabric, linked: LinkedPlan) -> Iterator[Row]:
    for line, mention in linked.all_mentions():
        document = fabric.registry.documents.get(mention.target)
        cited = mention.citation
        if mention.kind != "document" or not (cited or document):
            continue
        issued = (cited and cited.issued) or (document and document.issued)
        yield {
            "plan_id": linked.plan.id,
            "path": line.path,
            "document_id": mention.target,
            "type": cited.type if cited else document.type if document else "",
            "number": cited.number if cited else "",
            "issuer": document.issuer if document else "",
            "issued": issued.isoformat() if issued else "",
            "text": mention.text,
            "point": cited.point if cited else "",
        }


def _targets(fabric: Fabric, linked: LinkedPlan) -> Iterator[Row]:
    for target in plan_targets(linked):
        yield {
            "plan_id": linked.plan.id,
            "path": target.path,
            "indicator_id": target.indicator,
            "owner_id": target.owner,
            "value": f"{target.value:g}",
            "unit": target.unit,
            "text": target.text,
            "origin": target.origin,
            "comparison": target.comparison,
            "upper": "" if target.upper is None else f"{target.upper:g}",
            "per": target.per,
            "by": target.by,
            "holder": target.holder,
        }


def _relations(fabric: Fabric) -> Iterator[Row]:
    for tie in relations_of(fabric).every():
        yield {
            "type": tie.type,
            "inverse": tie.inverse,
            "source_kind": tie.source.kind,
            "source_id": tie.source.id,
            "source_item": tie.source.item,
            "target_kind": tie.target.kind,
            "target_id": tie.target.id,
            "target_item": tie.target.item,
            "date": tie.date.isoformat() if tie.date else "",
            "path": tie.path,
            "words": tie.words,
            "certainty": tie.certainty,
            "origin": tie.origin,
        }


PLAN_ROWS: Mapping[str, Callable[[Fabric, LinkedPlan], Iterator[Row]]] = {
    "duties": _duties,
    "assignments": _assignments,
    "deadlines": _deadlines,
    "reports": _reports,
    "citations": _citations,
    "targets": _targets,
}
"""Per table of ``tables.TABLES`` that is put together of plans the function that gives the rows of one."""


def _of_plans(name: str, fabric: Fabric) -> Iterator[Row]:
    for linked in fabric.plans.values():
        yield from PLAN_ROWS[name](fabric, linked)


ROWS: Mapping[str, Callable[[Fabric], Iterator[Row]]] = {
    **{name: partial(_of_plans, name) for name in PLAN_ROWS},
    "relations": _relations,
}
"""Per table of ``tables.TABLES`` the function that gives its rows."""
