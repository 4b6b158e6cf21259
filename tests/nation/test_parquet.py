"""Open data as Parquet: the rows of the tables, whole and in order, by province and year, the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from datapackages import SITE, write_package

from kehoach.commands.nation import province_code
from kehoach.exports.datatables import TABLES
from kehoach.machine.usererror import UserError
from kehoach.meaning.fabric import Fabric
from kehoach.nation.building import parquet

duckdb = pytest.importorskip("duckdb", reason="the extra `nation` is not installed: not run")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, fabric: Fabric) -> Path:
    return write_package(tmp_path_factory.mktemp("package"), fabric)


def written(packages: list[Path], place: Path) -> Path:
    work = place.with_name(f"{place.name}-work")
    work.mkdir(parents=True)
    parquet([str(one) for one in packages], work, province_code, place)
    return place


def shown(value: object) -> str:
    """Write a value as the CSV has it."""
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_is_there_word_for_word(package: Path, tmp_path: Path, table: object) -> None:
    """What a guard put before a cell is gone, an empty cell is NULL, numbers and dates are typed."""
    place = written([package], tmp_path / "parquet")
    name = table.name  # type: ignore[attr-defined]
    read = duckdb.sql(f"SELECT * FROM read_parquet('{place}/{name}/*/*/*.parquet', hive_partitioning = false)")
    text = (package / "data" / f"{name}.csv").read_text(encoding="utf-8")
    expected = [tuple(row.values()) for row in csv.DictReader(io.StringIO(text, newline=""))]
    unguarded = [tuple(c[1:] if c[:1] == "'" and c[1:2] in "=+-@" else c for c in row) for row in expected]
    rows = read.fetchall()
    assert {row[0] for row in rows} == {SITE}
    assert sorted(tuple(map(shown, row[1:])) for row in rows) == sorted(unguarded)
    assert read.columns[1:] == [column.name for column in table.columns]  # type: ignore[attr-defined]


def test_folders_are_provinces_and_years(package: Path, tmp_path: Path) -> None:
    """A district of a province that was merged stands where its province went."""
    place = written([package], tmp_path / "parquet")
    plans = f"read_parquet('{place}/plans/*/*/*.parquet', hive_types_autocast = false)"
    counted = duckdb.sql(f"SELECT province, year, count(*) FROM {plans} GROUP BY ALL ORDER BY ALL").fetchall()
    assert counted == [("66", "2021", 1), ("66", "2025", 3), ("66", "2026", 1)]


def test_the_schema_does_not_depend_on_the_rows(package: Path, tmp_path: Path) -> None:
    """A column may be empty in every file, whether it is in this one or not: many are read as one table."""
    place = written([package], tmp_path / "parquet")
    kinds = duckdb.sql(f"SELECT name, repetition_type FROM parquet_schema('{place}/*/*/*/*.parquet')").fetchall()
    assert {kind for name, kind in kinds if name != "duckdb_schema"} == {"OPTIONAL"}


def test_the_same_packages_give_the_same_bytes(package: Path, tmp_path: Path) -> None:
    """In another folder, too; and the description tells each file with its hash."""
    first, second = (written([package], tmp_path / name / "parquet") for name in ("a", "b"))
    files = {path.relative_to(first): path.read_bytes() for path in first.rglob("*") if path.is_file()}
    assert files == {path.relative_to(second): path.read_bytes() for path in second.rglob("*") if path.is_file()}
    described = json.loads((first / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    paths = {path for resource in described for path in resource["path"]}
    assert paths == {path.as_posix() for path in files} - {"datapackage.json"}


def test_the_same_plan_on_two_sites_is_two(package: Path, fabric: Fabric, tmp_path: Path) -> None:
    """Communes of several provinces share names: an address tells them apart. One site twice is refused."""
    other = write_package(tmp_path / "other", fabric, "https://khac.example.vn/")
    place = written([package, other], tmp_path / "parquet")
    query = f"SELECT count(DISTINCT plan_id), count(*) FROM read_parquet('{place}/plans/*/*/*.parquet')"
    assert duckdb.sql(query).fetchall() == [(5, 10)]
    with pytest.raises(UserError, match="cùng một trang"):
        written([package, package], tmp_path / "twice")
