"""What the index site lists, as tables in the order in which it is listed: plans, duties, deadlines, bodies.

Made once, sorted, so that what a page asks for lies together and nothing has to be held but the rows of one list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ROWS = 5000

_STATEMENTS = (
    """
CREATE TABLE plan_rows AS
SELECT p.*, k.site, row_number() OVER (ORDER BY p.year DESC, p.issued DESC NULLS LAST, k.site, p.id) - 1 AS rank
FROM plans p JOIN packages k ON k.package = p.package ORDER BY rank
""",
    """
CREATE TABLE duty_rows AS
SELECT p.code, p.year, p.rank, p.issuer_name, p.site, p.id, d.rowid AS place, d.duty_id, d.package,
       coalesce(d.title, '') AS title, coalesce(d.path, '') AS path,
       substr(d.url, strpos(d.url, '#') + 1) AS anchor, coalesce(d.lead, '') AS lead,
       coalesce(d.schedule_text, '') AS schedule
FROM duties d JOIN plan_rows p ON p.package = d.package AND p.id = d.plan_id
ORDER BY p.code, p.year, p.issuer_name, p.rank, d.rowid
""",
    """
CREATE TABLE deadline_rows AS
SELECT d.code, year(t.due) AS year, month(t.due) AS month, d.issuer_name, d.site, d.id, d.anchor,
       coalesce(t.part, d.title) || coalesce(' ' || nullif(regexp_extract(t.words, '\\[.+\\]$'), ''), '') AS title,
       t.due, coalesce(t.unit_words, d.lead) AS lead
FROM deadlines t JOIN duty_rows d ON d.package = t.package AND d.duty_id = t.duty_id
WHERE t.due IS NOT NULL
ORDER BY 1, 2, 3, 4, t.due, d.rank, d.place
""",
    """
CREATE TABLE body_rows AS
SELECT DISTINCT
    d.code, a.unit_id, d.year, d.issuer_name, d.rank, d.place, a.role, d.site, d.id, d.anchor, d.title, d.schedule
FROM assignments a JOIN duty_rows d ON d.package = a.package AND d.duty_id = a.duty_id
WHERE a.unit_id IS NOT NULL
ORDER BY 1, 2, 3 DESC, 4, 5, 6, 7
""",
    """
CREATE TABLE bodies AS
WITH named AS (
    SELECT d.code, a.unit_id, a.unit AS name, d.site, d.duty_id AS duty, NULL AS plan
    FROM assignments a JOIN duty_rows d ON d.package = a.package AND d.duty_id = a.duty_id WHERE a.unit_id IS NOT NULL
    UNION ALL
    SELECT code, issuer, issuer_name, site, NULL, site || id FROM plan_rows
)
SELECT code, unit_id, coalesce(min(name), unit_id) AS name,
       count(DISTINCT plan) AS plans, count(DISTINCT duty) AS duties,
       list_sort(list_distinct(list(site))) AS sites
FROM named GROUP BY code, unit_id ORDER BY code, unit_id
""",
)


def place(connection: DuckDBPyConnection) -> None:
    """Make the tables of all that has been taken in."""
    for statement in _STATEMENTS:
        connection.execute(statement)


def rows(connection: DuckDBPyConnection, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a query, some thousand at a time."""
    cursor = connection.cursor()
    cursor.execute(query, list(values))
    while some := cursor.fetchmany(_ROWS):
        yield from some


@dataclass(frozen=True)
class ProvinceFigures:
    """What is held of a province: how many plans, bodies, duties and days, and of which years."""

    code: str
    plans: int
    bodies: int
    duties: int
    days: int
    years: tuple[int, ...]
    day_years: tuple[int, ...]
    sites: tuple[str, ...]


def provinces(connection: DuckDBPyConnection) -> list[ProvinceFigures]:
    """Count what is held, by province."""

    def counted(query: str) -> dict[str, Sequence[Any]]:
        return {code: values for code, *values in rows(connection, query)}

    plans = "SELECT code, count(*), list_sort(list_distinct(list(year))), list_sort(list_distinct(list(site)))"
    by_code = counted(f"{plans} FROM plan_rows GROUP BY code ORDER BY code")
    bodies = counted("SELECT code, count(*) FROM bodies GROUP BY code")
    duties = counted("SELECT code, count(*) FROM duty_rows GROUP BY code")
    days = counted("SELECT code, count(*), list_sort(list_distinct(list(year))) FROM deadline_rows GROUP BY code")
    return [
        ProvinceFigures(
            code,
            count,
            bodies.get(code, (0,))[0],
            duties.get(code, (0,))[0],
            days.get(code, (0, ()))[0],
            tuple(years),
            tuple(days.get(code, (0, ()))[1]),
            tuple(sites),
        )
        for code, (count, years, sites) in by_code.items()
    ]


def grouped(rows: Iterator[tuple[Any, ...]], width: int) -> Iterator[tuple[tuple[Any, ...], list[tuple[Any, ...]]]]:
    """Give rows that share their first columns together, without these."""
    for key, some in groupby(rows, key=lambda row: row[:width]):
        yield key, [row[width:] for row in some]
