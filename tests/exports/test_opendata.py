"""Open data: stable columns, honest descriptions, cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from kehoach.exports.datarows import PLAN_ROWS
from kehoach.exports.datatables import TABLES
from kehoach.exports.opendata import guarded, open_data
from kehoach.files.repository import load
from kehoach.meaning.fabric import Fabric, LinkedPlan, weave
from kehoach.meaning.linking import linker_of
from kehoach.model.fields import TEXTS
from kehoach.model.fromdata import plan_from

# The contract with those who read the files; a change needs a new file name. Behind the last column of a duty
# stand its printed fields, to be read by their names.
COLUMNS = {
    "duties": "duty_id, plan_id, path, title, lead, implementers, partners, schedule_text, recurrence, "
    f"report_to, due_rule, url, {', '.join(field.column for field in TEXTS)}, monitor, condition",
    "assignments": "duty_id, plan_id, role, unit_id, unit, words, url",
    "deadlines": "duty_id, plan_id, period, due, last_day, words, part, unit_id, unit_words",
    "reports": "duty_id, plan_id, path, period, due_rule, report_to, text",
    "citations": "plan_id, path, document_id, type, number, issuer, issued, text, point",
    "targets": "plan_id, path, indicator_id, value, unit, text, owner_id, origin, comparison, upper, per, by, holder",
    "relations": "type, inverse, source_kind, source_id, source_item, target_kind, target_id, target_item, "
    "date, path, words, certainty, origin",
}


@pytest.fixture(scope="module")
def files(fabric: Fabric) -> dict[str, bytes]:
    return open_data(fabric)


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode(), newline="")))


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_the_contract(files: dict[str, bytes], name: str) -> None:
    """The header is exactly the promised one and there is something below it."""
    assert files[f"data/{name}.csv"].decode().split("\n")[0].replace(",", ", ") == COLUMNS[name]
    assert rows(files, name)


def test_csv_is_plain_utf8_with_lf(files: dict[str, bytes]) -> None:
    """No byte-order mark, no carriage return."""
    for name in COLUMNS:
        data = files[f"data/{name}.csv"]
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("=1+1", "'=1+1"), ("+84", "'+84"), ("-5", "'-5"), ("@a", "'@a"), ("\tx", "'\tx"), ("a=b", "a=b"), ("", "")],
)
def test_formula_cells_are_guarded(cell: str, expected: str) -> None:
    """A cell that a spreadsheet would run gets an apostrophe, any other stays."""
    assert guarded(cell) == expected


def test_no_cell_is_a_formula(files: dict[str, bytes]) -> None:
    """The guard is applied to every cell."""
    for name in COLUMNS:
        assert [c for row in rows(files, name) for c in row.values() if c.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_identify_rows(files: dict[str, bytes], table: Any) -> None:
    """No two rows of a table share its primary key."""
    keys = [tuple(row[column] for column in table.key) for row in rows(files, table.name)]
    assert not table.key or len(set(keys)) == len(keys)


def test_datapackage_describes_the_files(files: dict[str, bytes]) -> None:
    """Every table is described with its columns, size and hash."""
    package = json.loads(files["data/datapackage.json"])
    described = {resource["path"]: resource for resource in package["resources"]}
    tables = {path for path in described if not path.startswith("diffs/")}
    assert tables == {"plans.json", *(f"{name}.csv" for name in COLUMNS)}
    for path, resource in described.items():
        data = files[f"data/{path}"]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        if "schema" in resource:
            fields = [column["name"] for column in resource["schema"]["fields"]]
            assert ", ".join(fields) == COLUMNS[resource["name"]]


def test_no_described_path_goes_up(files: dict[str, bytes]) -> None:
    """Some programs refuse ".." in a path; where a comparison stood before, it is said where it is now."""
    package = json.loads(files["data/datapackage.json"])
    assert [one["path"] for one in package["resources"] if ".." in one["path"]] == []
    before = [address for address in files if ".." in address]
    assert before
    for address in before:
        there = f"{address.rpartition('/')[0]}/{json.loads(files[address])['moved_to']}"
        assert json.loads(files[there])["changes"]


def test_every_plan_is_listed_and_whole(fabric: Fabric, files: dict[str, bytes]) -> None:
    """Each plan is in the list, with its lines, and each link slices the words it names."""
    listed = json.loads(files["data/plans.json"])
    assert [entry["id"] for entry in listed] == list(fabric.plans)
    for entry in listed:
        plan = json.loads(files[entry["data"]])
        assert len(plan["lines"]) == len(fabric.plans[entry["id"]].lines)
        for line in plan["lines"]:
            for link in line["links"]:
                assert line["words"][link["start"] : link["end"]] == link["text"]


def test_duty_addresses_name_anchors_of_the_plan(fabric: Fabric, files: dict[str, bytes]) -> None:
    """The url of a duty leads to a provision of its plan."""
    for row in rows(files, "duties"):
        anchors = {line.anchor for line in fabric.plans[row["plan_id"]].lines}
        address, _, anchor = row["url"].partition("#")
        assert address == f"ke-hoach/{row['plan_id']}/index.html"
        assert anchor in anchors


def test_a_duty_under_a_condition_says_so(fabric: Fabric) -> None:
    """The printed condition stands beside those who act only then; a duty that is always one has none."""
    items = [
        {"id": "mot", "text": "Khi có dịch, Sở Y tế lập đội phản ứng nhanh."},
        {"id": "hai", "text": "Sở Y tế kiểm tra các bệnh viện."},
    ]
    issued = {"place": "Đắk Lắk", "date": "2026-01-15", "printed": "Đắk Lắk, ngày 15/01/2026"}
    body = [{"id": "viec", "heading": "Nhiệm vụ", "items": items}]
    data = {"title": "KẾ HOẠCH công tác", "issuer": "tinh-dak-lak", "issued": issued, "body": body}
    linked = LinkedPlan(plan_from("tinh-dak-lak/cong-tac/2026", data), linker_of(fabric.registry))
    assert [row["condition"] for row in PLAN_ROWS["duties"](fabric, linked)] == ["Khi có dịch", ""]


def test_reports_belong_to_duties(files: dict[str, bytes]) -> None:
    """Each report is of a listed duty."""
    assert {row["duty_id"] for row in rows(files, "reports")} <= {row["duty_id"] for row in rows(files, "duties")}


def test_same_plans_give_the_same_bytes(five: Path, files: dict[str, bytes]) -> None:
    """Nothing in the files depends on when or where they are made."""
    assert open_data(weave(load(five))) == files


def test_each_time_of_a_duty_has_its_day(files: dict[str, bytes]) -> None:
    """“Hằng quý, 6 tháng và năm, chậm nhất vào ngày 10 của kỳ báo cáo”: the tenth of each period's last month."""
    duty = "xa-ea-knop/tuyen-truyen-cchc/2026#che-do-bao-cao--bao-cao"
    days = {row["period"]: row["due"] for row in rows(files, "deadlines") if row["duty_id"] == duty}
    quarters = {f"2026-Q{number}": f"2026-{3 * number:02d}-10" for number in (1, 2, 3, 4)}
    assert days == {**quarters, "2026-H1": "2026-06-10", "2026": "2026-12-10"}


def test_each_body_of_a_duty_has_a_row(fabric: Fabric, files: dict[str, bytes]) -> None:
    """With the role that the columns of the duties have, and the page of a body that the registry knows."""
    assigned = rows(files, "assignments")
    assert {row["role"] for row in assigned} <= set(rows(files, "duties")[0])
    [lead] = [row for row in assigned if row["duty_id"].endswith("/2026#phat-thanh") and row["role"] == "lead"]
    assert lead["words"] == "Trung tâm Cung ứng dịch vụ sự nghiệp công"
    assert lead["unit"] == fabric.registry.units[lead["unit_id"]].name
    assert lead["url"] == f"co-quan/{lead['unit_id']}/index.html"


def test_plans_say_whose_they_are(files: dict[str, bytes]) -> None:
    """The name of the body and of the province around it, as its registry has them."""
    listed = {entry["id"]: entry for entry in json.loads(files["data/plans.json"])}
    district = listed["huyen-dong-xuan/tuyen-truyen-cchc/2025"]
    assert (district["issuer_name"], district["province"]) == ("Ủy ban nhân dân huyện Đồng Xuân", "tỉnh Phú Yên")
    assert listed["xa-ea-knop/tuyen-truyen-cchc/2026"]["province"] == "tỉnh Đắk Lắk"
