"""What a plan's id says, ``<body>/<series>/<edition>``: whose it is, which line of editions it is of, which year."""

from __future__ import annotations

import re

PLACE = re.compile(r"([a-z0-9-]+/[a-z0-9-]+/[0-9]{4}(?:-[0-9]+)?)(?:#([^\s;,()]+))?")
"""A plan, or a place in one, as remarks and sources name it: ``plan id#path``."""


def body_of(plan_id: str) -> str:
    """Give the id of the issuing body."""
    return plan_id.partition("/")[0]


def line_of(plan_id: str) -> str:
    """Give the line that a plan is an edition of: body and series."""
    return plan_id.rpartition("/")[0]


def edition_of(plan_id: str) -> str:
    """Give the edition: the year, or year and running number for a second plan of a year."""
    return plan_id.rpartition("/")[2]


def year_of(plan_id: str) -> int:
    """Give the year that the plan is for."""
    return int(edition_of(plan_id)[:4])


def edition_key(plan_id: str) -> tuple[str, int, int]:
    """Order plan ids by body and series, then by year and running number."""
    year, _, number = edition_of(plan_id).partition("-")
    return line_of(plan_id), int(year), int(number or 1)
