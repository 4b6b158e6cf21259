"""The open-data files: CSV tables, plans as JSON and text, and the Frictionless package that describes them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import partial
from itertools import islice
from typing import Any

from kehoach.comparison.data import as_data
from kehoach.comparison.editions import Editions, pair_name
from kehoach.exports.datapackage import DIFFS, FOLDER, PACKAGE, PLANS, About, Size, described
from kehoach.exports.datarows import PLAN_ROWS, PLAN_URL, ROWS, Row
from kehoach.exports.datatables import TABLES, DataTable
from kehoach.exports.markdowntext import to_markdown
from kehoach.exports.text import to_text
from kehoach.machine.joinedfiles import Given, JoinedFiles
from kehoach.machine.streamed import Streamed
from kehoach.machine.tracing import Former, Pieces, made_anew
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.mentions import Mention
from kehoach.model.fields import FIELDS, Holds
from kehoach.model.frozen import NOTHING
from kehoach.model.plan import Plan
from kehoach.model.tables import CellPlace


def open_data(fabric: Fabric, editions: Editions | None = None, about: About | None = None) -> dict[str, bytes]:
    """Make every open-data file: its address from the site's root and its bytes.

    ``editions`` holds comparisons that were made already; ``about`` says where and when the data were published.
    """
    editions = editions or Editions(fabric)
    files = {
        **{address: bytes(data) for address, data in tables(fabric)},
        **{address: bytes(data) for address, data in summaries(fabric)},
    }
    for plan_id in fabric.plans:
        files.update(plan_data(fabric, editions, plan_id))
    files.update([package({address: size(data) for address, data in files.items()}, about or About())])
    return files


def tables(fabric: Fabric, piece: Pieces = made_anew, former: Former | None = None) -> Iterator[tuple[str, Streamed]]:
    """Make the tables that are put together of the rows of plans; ``piece`` gives those of one, ``former`` the last."""
    heads = {table.name: (_csv(table, ()).encode(), b"") for table in TABLES if table.name in PLAN_ROWS}

    def rows(plan_id: str) -> bytes:
        return plan_rows(fabric, plan_id, piece)

    for name, table in JoinedFiles("rows", [*fabric.outlines], rows, _by_table, heads).files(former):
        yield f"{FOLDER}{name}.csv", table


def plan_rows(fabric: Fabric, plan_id: str, piece: Pieces) -> bytes:
    """Give a plan's rows of the tables, as JSON by table."""
    return piece("rows", plan_id, partial(_rows, fabric, plan_id))


def _by_table(rows: bytes) -> Given:
    return {name: [("", text)] for name, text in json.loads(rows).items()}


def summaries(fabric: Fabric) -> Iterator[tuple[str, Streamed | bytes]]:
    """Make the list of plans, and the tables that tell no more than what plans in outline do."""
    for table in TABLES:
        if table.name not in PLAN_ROWS:
            yield f"{FOLDER}{table.name}.csv", Streamed(partial(_whole_table, table, fabric))
    yield PLANS, _json([_summary(fabric, outline.head) for outline in fabric.outlines.values()])


def _whole_table(table: DataTable, fabric: Fabric) -> Iterator[bytes]:
    rows = iter(ROWS[table.name](fabric))
    yield _csv(table, ()).encode()
    while some := list(islice(rows, _AT_ONCE)):
        yield _csv(table, some, headed=False).encode()


_AT_ONCE = 1000
"""Rows that are written together: of relations there are fifty a plan."""


def _rows(fabric: Fabric, plan_id: str) -> bytes:
    """Write a plan's rows of the tables, each as it stands there."""
    linked = fabric.plans[plan_id]
    rows = {t.name: _csv(t, PLAN_ROWS[t.name](fabric, linked), headed=False) for t in TABLES if t.name in PLAN_ROWS}
    return json.dumps(rows, ensure_ascii=False).encode()


def plan_data(fabric: Fabric, editions: Editions, plan_id: str) -> dict[str, bytes]:
    """Make a plan's own files, and its comparisons with earlier editions."""
    linked = fabric.plans[plan_id]
    pairs: dict[str, bytes] = {}
    for pair in editions.pairs_of(plan_id):
        pairs[f"{DIFFS}{pair_name(*pair)}.json"] = _json(as_data(editions.between(*pair)))
        # Where the comparison stood before: some programs refuse ".." in an address.
        pairs[f"{DIFFS}{pair[0]}..{pair[1].rpartition('/')[2]}.json"] = _json({"moved_to": moved_to(*pair)})
    return {
        f"{FOLDER}plans/{plan_id}.json": _json(_plan_with_lines(fabric, linked)),
        f"{FOLDER}plans/{plan_id}.txt": to_text(linked.lines).encode(),
        f"{FOLDER}plans/{plan_id}.md": to_markdown(linked.plan.title, NOT_THE_ORIGINAL, linked.lines).encode(),
        **pairs,
    }


def moved_to(old: str, new: str) -> str:
    """Name the file of a comparison, beside which its former address stands."""
    return f"{pair_name(old, new).rpartition('/')[2]}.json"


NOT_THE_ORIGINAL = ("Chữ của văn bản, trình bày lại để tra cứu. Chỉ bản gốc đã ký số có giá trị pháp lý.",)


def size(data: bytes) -> Size:
    """Measure a file."""
    return len(data), hashlib.sha256(data).hexdigest()


def package(sizes: Mapping[str, Size], about: About) -> tuple[str, bytes]:
    """Make the file that describes all others; ``sizes`` holds at least the open-data files, by address."""
    return PACKAGE, _json(described(sizes, about))


def _csv(table: DataTable, rows: Iterable[Row], headed: bool = True) -> str:
    csv_text = io.StringIO(newline="")
    writer = csv.DictWriter(csv_text, [column.name for column in table.columns], lineterminator="\n")
    if headed:
        writer.writeheader()
    writer.writerows({name: guarded(value) for name, value in row.items()} for row in rows)
    return csv_text.getvalue()


def guarded(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _json(value: Any) -> bytes:
    # Without indents: the encoder that writes them is ten times as slow, and the files half as large again.
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _summary(fabric: Fabric, plan: Plan) -> dict[str, Any]:
    number, symbol = plan.official_number
    date = plan.date_line.date
    units = fabric.registry.units
    issuer, scopes = units.get(plan.issuer), [units[name] for name in fabric.registry.scopes(plan.issuer)]
    return {
        "id": plan.id,
        "title": plan.title,
        "issuer": plan.issuer,
        "issuer_name": issuer.name if issuer else None,
        "province": next((unit.area for unit in scopes if unit.level == "province" and unit.area), None),
        "co_issuers": list(plan.co_issuers),
        "series": plan.series,
        "year": plan.year,
        "status": plan.status,
        "number": number,
        "symbol": symbol,
        "issued": date.isoformat() if date else None,
        "issued_printed": plan.date_line.printed,
        "url": PLAN_URL.format(plan.id),
        "data": f"{FOLDER}plans/{plan.id}.json",
    }


def _plan_with_lines(fabric: Fabric, linked: LinkedPlan) -> dict[str, Any]:
    plan = linked.plan
    return {
        **_summary(fabric, plan),
        "published": plan.published.isoformat() if plan.published else None,
        "signed_file": asdict(plan.signed_file) if plan.signed_file else None,
        "official_url": plan.official_url or None,
        "source": asdict(plan.source) if plan.source else None,
        "previous": fabric.previous(plan.id),
        "next": fabric.next(plan.id),
        "lines": [
            {
                "part": line.part,
                "kind": line.kind,
                "path": line.path,
                "anchor": line.anchor,
                "label": line.label,
                "words": line.words,
                **({"cell": _cell(line.cell)} if line.cell else {}),
                "links": [_link(mention) for mention in mentions],
            }
            for line, mentions in zip(linked.lines, linked.mentions, strict=True)
        ],
        "duties": [_duty(duty) for duty in linked.duties],
        "corrections": [asdict(entry) for entry in plan.corrections],
        "sic": [asdict(entry) for entry in plan.sic],
    }


def _cell(place: CellPlace) -> dict[str, Any]:
    """Say where a cell stands: row (below 0 in the heading), column, what the column holds, how large it is."""
    kinds = place.table.kinds
    return {
        "row": place.row,
        "column": place.column,
        "kind": kinds[place.column] if place.column < len(kinds) else "",
        "columns": place.columns,
        "rows": place.rows,
    }


def _duty(duty: Duty) -> dict[str, Any]:
    """Write a duty flat: each field of the table under the name of its column, bodies as a list."""
    data = asdict(replace(duty, fields=NOTHING, times=()))
    del data["fields"], data["times"]
    for field in FIELDS:
        bodies = [asdict(party) for party in duty.bodies(field.key)]
        words = duty.schedule_text if field.holds is Holds.TIME else duty.words(field.key)
        data[field.column] = bodies if field.holds is Holds.BODIES else words
    return data


def _link(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "id": mention.target or None,
        "text": mention.text,
    }
