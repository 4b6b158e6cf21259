"""A field that is a row of the table and a key of the schema is read, printed, imported, compared and shown."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

import docx
import openpyxl
from corpus import ROOT, XA_EA_KNOP

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.periodicreport import HEADINGS, make_report
from kehoach.comparison.compare import compare
from kehoach.comparison.kinds import KINDS, kinds
from kehoach.comparison.terminaltext import as_text
from kehoach.exports.checklist import plan_rows, to_csv, to_xlsx
from kehoach.exports.docx import official_document
from kehoach.exports.opendata import open_data
from kehoach.exports.reportfiles import as_docx, as_markdown
from kehoach.exports.text import to_text
from kehoach.files.repository import Repository
from kehoach.files.schemas import Schema
from kehoach.files.yamldump import dump_plan
from kehoach.files.yamlfile import parse
from kehoach.importing.pipeline import import_text
from kehoach.importing.read import import_file
from kehoach.meaning.fabric import weave
from kehoach.model.fromdata import plan_from
from kehoach.pages.build import make_site
from kehoach.pages.checklist import checklist_pages
from kehoach.pages.plan import plan_page

ITEM = "phat-thanh"
"""A provision of Ea Knốp's plan with printed fields; the tests give it a place and a time."""

OLD, NEW = "Hội trường Ủy ban nhân dân xã.", "Nhà văn hóa xã Ea Knốp."


def _data(repository: Repository, venue: object) -> dict[str, Any]:
    data = deepcopy(dict(repository.plan_files[XA_EA_KNOP].value))
    item = next(item for section in data["body"] for item in section["items"] if item["id"] == ITEM)
    item.update(schedule="Hằng quý.", venue=venue)
    return data


def _held(repository: Repository, venue: str) -> Repository:
    plan = plan_from(XA_EA_KNOP, _data(repository, venue))
    return replace(repository, plans={**repository.plans, XA_EA_KNOP: plan}, recalled={})


def _venues(data: Mapping[str, Any]) -> list[str]:
    return [item["venue"] for section in data["body"] for item in section.get("items", ()) if "venue" in item]


def text_of(document: bytes) -> str:
    """All words of a Word file, paragraphs and cells by lines."""
    found = docx.Document(io.BytesIO(document))
    cells = (cell.text for table in found.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in found.paragraphs), *cells))


def test_a_place_reaches_all_that_a_plan_becomes(repository: Repository) -> None:
    """It is validated, printed, imported, exported, compared under its name, and on checklist, plan and report."""
    schema = Schema.read("plan", (ROOT / "schema" / "plan.v1.schema.json").read_text(encoding="utf-8"))
    sound, faulty = (parse(dump_plan(_data(repository, venue)).encode(), "x.yaml") for venue in (NEW, 5))
    assert not list(schema.problems(sound))
    assert [(p.code, p.field.split(".")[-1]) for p in schema.problems(faulty)] == [("KH203", "venue")]

    held = _held(repository, NEW)
    fabric = weave(held)
    linked, agenda = fabric.plans[XA_EA_KNOP], Agenda(fabric)
    line = next(line for line in linked.lines if line.field and line.field.kind == "venue")
    assert (line.text, line.anchor) == (f"- Địa điểm: {NEW}", f"{ITEM}--venue")

    for result in (import_text(to_text(linked.lines)), import_file(official_document(linked, fabric.registry))):
        assert _venues(result.data) == [NEW]
    assert f"Địa điểm: {NEW}" in text_of(official_document(linked, fabric.registry))

    rows = plan_rows(agenda, XA_EA_KNOP)
    table = list(csv.DictReader(io.StringIO(to_csv(rows).decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows, "Kế hoạch"))).worksheets[0]
    column = [cell.value for cell in sheet[1]].index("Địa điểm")
    assert {row["Địa điểm"] for row in table} == {"", NEW}
    assert NEW in [row[column].value for row in sheet.iter_rows(min_row=2)]

    files = open_data(fabric)
    duty = f"{XA_EA_KNOP}#{ITEM}"
    listed = csv.DictReader(io.StringIO(files["data/duties.csv"].decode()))
    assert [row["venue"] for row in listed if row["duty_id"] == duty] == [NEW]
    whole = json.loads(files[f"data/plans/{XA_EA_KNOP}.json"])
    assert [one["venue"] for one in whole["duties"] if one["id"] == duty] == [NEW]

    before = weave(_held(repository, OLD)).plans[XA_EA_KNOP]
    comparison = compare(before, linked, fabric.registry)
    change = next(change for change in comparison.changes if change.status == "changed")
    assert [field.name for field in change.fields] == ["venue"]
    assert (kinds(change), KINDS["venue"], change.weight) == (("venue",), "đổi địa điểm", "substantive")
    assert "Địa điểm: " in as_text(comparison)

    site = make_site(fabric, held, templates=ROOT / "site_src" / "templates", today=dt.date(2026, 5, 28))
    shown = f"<div><dt>Địa điểm</dt><dd>{NEW}</dd></div>"
    assert shown in next(checklist_pages(site, XA_EA_KNOP)).html
    printed = plan_page(site, XA_EA_KNOP).html.partition(f'id="{ITEM}--venue"')[2].partition("</p>")[0]
    assert f"Địa điểm:</b> {NEW}" in printed

    report = make_report(agenda, XA_EA_KNOP, "2026-Q3", None)
    assert f"Địa điểm: {NEW}" in {row[HEADINGS.index("Kế hoạch ghi")] for row in report.rows}
    assert f"Địa điểm: {NEW}" in as_markdown(report) and f"Địa điểm: {NEW}" in text_of(
        as_docx(report, agenda.fabric.registry)
    )
