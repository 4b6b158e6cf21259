"""All packages as one database: bounded in memory, closed to everything but the folder that it works in."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.exports.datatables import TABLES, DataTable
from kehoach.machine.usererror import UserError
from kehoach.nation.opening import BrokenPackage
from kehoach.nation.packages import UNIT_ID, DataPackage, ListedPlan, header, refused

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "400MB"
NOWHERE = "00"
"""The province of what has none: bodies of the whole country, and those of which no registry says where they are."""
ProvinceOf = Callable[[str], str]
"""Gives the code of a province by its name, empty where it knows none."""

_TYPES = {"string": "VARCHAR", "number": "DOUBLE", "date": "DATE", "integer": "INTEGER"}
_NOT_INSTALLED = "Lệnh này cần thư viện DuckDB: pip install 'kehoach[nation]'."


@contextmanager
def database(work: Path, *also: Path, memory: str = MEMORY) -> Iterator[DuckDBPyConnection]:
    """Open an empty database in a folder; what does not fit into memory goes there too.

    One thread, so that the same packages give the same rows in the same order. Nothing outside the folder, and those
    that are named also, can be read or written, nothing loaded, and none of this can be changed by a statement. Raises
    UserError without DuckDB.
    """
    try:
        import duckdb
    except ImportError:
        raise UserError(_NOT_INSTALLED) from None
    spill = work / "tam"
    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": 1,
        "memory_limit": memory,
        "temp_directory": str(spill),
        "preserve_insertion_order": True,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        # Or a column of which no row is empty this time would have another type in Parquet than in the next.
        "disabled_optimizers": "statistics_propagation",
    }
    connection = duckdb.connect(str(work / "quoc-gia.duckdb"), config=settings)
    try:
        folders = ", ".join(quoted(str(folder)) for folder in (work, *also))
        connection.execute(f"SET allowed_directories = [{folders}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        _create(connection)
        yield connection
    finally:
        connection.close()


def quoted(text: str) -> str:
    """Write a text as a literal of SQL, where a statement takes no parameter."""
    return f"'{text.replace(chr(39), chr(39) * 2)}'"


def _create(connection: DuckDBPyConnection) -> None:
    column_types = ", ".join(
        f"{field.name} {'INTEGER' if field.name == 'year' else 'VARCHAR'}" for field in fields(ListedPlan)
    )
    connection.execute("CREATE TABLE packages (package INTEGER, name VARCHAR, site VARCHAR, created VARCHAR)")
    connection.execute(f"CREATE TABLE plans (package INTEGER, code VARCHAR, {column_types})")
    for table in TABLES:
        columns = ", ".join(f'"{column.name}" {_TYPES[column.type]}' for column in table.columns)
        connection.execute(f"CREATE TABLE {table.name} (package INTEGER, {columns})")


def take_in(connection: DuckDBPyConnection, packages: Sequence[DataPackage], province_of: ProvinceOf) -> None:
    """Put packages into the database; raises UserError that names the one whose rows are not what they must be."""
    sites: dict[str, str] = {}
    for number, package in enumerate(packages):
        if package.site in sites:
            raise refused(package.name, f"cùng một trang ({package.site}) với gói {sites[package.site]}")
        sites[package.site] = package.name
        connection.execute(
            "INSERT INTO packages VALUES (?, ?, ?, ?)", [number, package.name, package.site, package.created]
        )
        try:
            _take_in_plans(connection, number, package, province_of)
            for table in TABLES:
                if table.name in package.tables:
                    _take_in(connection, number, table, package.tables[table.name])
        except BrokenPackage as error:
            raise refused(package.name, str(error)) from None


def _take_in_plans(connection: DuckDBPyConnection, number: int, package: DataPackage, province_of: ProvinceOf) -> None:
    if not package.plans:
        return
    # Row by row takes DuckDB a hundred times as long as a file.
    path = next(iter(package.tables.values())).with_name("plans.csv")
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        for plan in package.plans:
            writer.writerow((number, province_of(plan.province) or NOWHERE, *astuple(plan)))
    columns = dict.fromkeys(("package", "code", *(field.name for field in fields(ListedPlan))), "VARCHAR")
    connection.execute(f"INSERT INTO plans SELECT * FROM {read_csv(columns, headed=False)}", [str(path)])


def read_csv(columns: dict[str, str], headed: bool) -> str:
    """Write the call that reads a file of exactly these columns, guessing nothing."""
    typed = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    return (
        f"read_csv(?, columns = {{{typed}}}, header = {str(headed).lower()}, auto_detect = false, "
        "delim = ',', quote = '\"', escape = '\"', nullstr = '', encoding = 'utf-8', compression = 'none', "
        "max_line_size = 4000000, parallel = false, hive_partitioning = false, strict_mode = true)"
    )


def _take_in(connection: DuckDBPyConnection, number: int, table: DataTable, path: Path) -> None:
    import duckdb

    names = header(path)
    missing = [column.name for column in table.columns if column.name not in names]
    if (missing and table.name != "duties") or set(missing) & _FIRM:
        raise BrokenPackage(f"data/{path.name} thiếu cột {', '.join(missing)}")
    columns = {f"c{place}": "VARCHAR" for place in range(len(names))}
    values = ", ".join(
        _value(f"c{names.index(column.name)}", column.type) if column.name in names else "NULL"
        for column in table.columns
    )
    try:
        connection.execute(
            f"INSERT INTO {table.name} SELECT {number}, {values} FROM {read_csv(columns, headed=True)}", [str(path)]
        )
    except (duckdb.InvalidInputException, duckdb.ConversionException, duckdb.OutOfRangeException) as error:
        reason = str(error).partition("\n")[0][:200]
        raise BrokenPackage(f"data/{path.name} không đọc được thành bảng ({reason})") from None
    for why, condition in _WRONG.get(table.name, ()):
        faulty = connection.execute(
            f"SELECT count(*) FROM {table.name} t WHERE package = ? AND ({condition})", [number]
        ).fetchone()
        if faulty and faulty[0]:
            raise BrokenPackage(f"data/{path.name}: {faulty[0]} dòng {why}")


_FIRM = {"duty_id", "plan_id", "path", "title", "lead", "url", "schedule_text"}
"""Columns of the duties that have always been there; of the printed fields behind them there may come more."""


def _value(column: str, kind: str) -> str:
    """Take a cell as it was before it was guarded against being run as a formula."""
    plain = f"regexp_replace({column}, '^''([-=+@\\t\\r])', '\\1')"
    return plain if kind == "string" else f"CAST({plain} AS {_TYPES[kind]})"


_PLANLESS = "NOT EXISTS (SELECT 1 FROM plans p WHERE p.package = t.package AND p.id = t.plan_id)"
_OF_NO_PLAN = ("của kế hoạch không có trong danh sách", f"plan_id IS NULL OR {_PLANLESS}")
_STRANGE_DUTY = ("có mã việc không thuộc kế hoạch", "duty_id IS NULL OR NOT starts_with(duty_id, plan_id || '#')")
_STRANGE_UNIT = ("có mã cơ quan không hợp lệ", f"NOT regexp_full_match(coalesce(unit_id, 'x'), '{UNIT_ID}')")
_STRANGE_URL = (
    "có địa chỉ không thuộc trang của kế hoạch",
    "url IS NULL OR NOT starts_with(url, 'ke-hoach/' || plan_id || '/index.html#')",
)
_TWICE = (
    "có mã việc trùng nhau",
    "duty_id IN (SELECT duty_id FROM duties d WHERE d.package = t.package GROUP BY duty_id HAVING count(*) > 1)",
)
_WRONG: dict[str, tuple[tuple[str, str], ...]] = {
    "duties": (_OF_NO_PLAN, _STRANGE_DUTY, _STRANGE_URL, _TWICE),
    "assignments": (_OF_NO_PLAN, _STRANGE_DUTY, _STRANGE_UNIT),
    "deadlines": (_OF_NO_PLAN, _STRANGE_DUTY),
    "reports": (_OF_NO_PLAN,),
    "citations": (_OF_NO_PLAN,),
    "targets": (_OF_NO_PLAN,),
}
"""Per table what makes a row one that cannot be taken: what is said of it, and its condition in SQL."""
