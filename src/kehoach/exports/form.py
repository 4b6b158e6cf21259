"""What every output of an official document shares: its blocks, its letterhead, its blanks.

The rules are those of Nghị định 30/2020/NĐ-CP, phụ lục I.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from kehoach.model.items import Table
from kehoach.model.line import Line
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry
from kehoach.model.units import Unit
from kehoach.wording.nationalname import is_own_nation

HEADER = ("header", "nation", "number", "date")
TITLE = ("type", "subject")
APPENDIX = ("appendix", "appendix_title")
CLOSING = ("recipients", "recipient", "signature", "signer")
"""Kinds of printed lines that stand in a block of their own."""

_COMMITTEE = "ỦY BAN NHÂN DÂN"
_BLANK = re.compile(r"(Số:|số|ngày|tháng) *(?=/|tháng|năm)")
_ROOM = 8


def letterhead(plan: Plan, registry: Registry) -> list[str]:
    """Give the names that the head prints: the plan's own, or where its source shows none, those of its body.

    A people's committee stands alone, in two lines; any other body below the one it belongs to.
    """
    if plan.header:
        return [name.upper() for name in plan.header if not is_own_nation(name)]
    return [*names_above(plan.issuer, registry), *(names_above(unit, registry)[-1] for unit in plan.co_issuers)]


def names_above(unit_id: str, registry: Registry) -> list[str]:
    """Give the names that a body prints above its documents, by the registry."""
    unit = registry.units.get(unit_id)
    if unit is None:
        return [unit_id.upper()]
    if _is_committee(unit):
        return [_COMMITTEE, unit.area.upper()]
    above = registry.units.get(unit.parent or unit.within)
    if above is None:
        return [unit.name.upper()]
    if _is_committee(above):
        return [f"UBND {above.area}".upper(), unit.name.removesuffix(f" {above.area}").upper()]
    return [above.name.upper(), unit.name.upper()]


def bold_from(names: Sequence[str], issuers: int = 1) -> int:
    """Give the first name of a letterhead that is set bold: the issuing bodies, not the one above them."""
    return 0 if names[:1] == [_COMMITTEE] else max(0, len(names) - issuers)


def signature_blocks(lines: Iterable[Line]) -> list[list[Line]]:
    """Part the lines of signatures into those of each body, which stand side by side."""
    signing = (line for line in lines if line.kind in ("signature", "signer"))
    return [list(block) for _, block in groupby(signing, key=lambda line: line.place[:-1])]


def with_room(text: str, space: str = " ") -> str:
    """Leave room where a number or a day is still to be written in."""
    return _BLANK.sub(f"\\1{space * _ROOM}", text)


def column_shares(table: Table) -> list[float]:
    """Give the share of the width that each column of a table takes: by how much its cells say, none too narrow."""
    wants = []
    for number, column in enumerate(table.columns):
        cells = (cell for row in table.rows for at, cell in row.grid if cell and at == number and cell.columns == 1)
        lengths = [len(cell.text) for cell in cells]
        longest = max((len(word) for word in column.heading.split()), default=0)
        mean = sum(lengths) / len(lengths) if lengths else 0
        wants.append(3.5 if column.kind == "number" else max(longest, min(max(mean, 4) ** 0.75, 40)) + 3)
    whole = sum(wants)
    return [want / whole for want in wants]


def _is_committee(unit: Unit) -> bool:
    return unit.kind == "people_committee" and bool(unit.area)
