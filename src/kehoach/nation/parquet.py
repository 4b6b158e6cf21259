"""The tables as Parquet, in folders by province and year as Hive, Trino, ClickHouse, DuckDB and Spark read them.

``duties/province=66/year=2025/duties.parquet``: province and year stand in the folders' names alone. Rows are in the
order of plans and of the printed text; the same packages give the same bytes, with one version of DuckDB.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.exports.datapackage import LICENSES
from kehoach.exports.datatables import TABLES, DataColumn, DataTable
from kehoach.nation.database import quoted
from kehoach.nation.opening import DESCRIPTION

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SITE = DataColumn("site", "string", "Địa chỉ trang công bố, kết thúc bằng “/”; cùng mã kế hoạch mới là duy nhất.")
_PARTITIONS = (
    DataColumn(
        "province",
        "string",
        "Mã tỉnh, thành phố theo Quyết định 19/2025/QĐ-TTg, nơi cơ quan ban hành đóng, theo 34 tỉnh từ 01/7/2025; "
        "00: trung ương, hoặc chưa rõ.",
    ),
    DataColumn("year", "integer", "Năm của kế hoạch; 0: chưa rõ."),
)
_PLANS = DataTable(
    "plans",
    "Danh mục kế hoạch",
    (
        DataColumn("plan_id", "string", "Mã kế hoạch: cơ quan/loạt/năm."),
        DataColumn("title", "string", "Tên kế hoạch."),
        DataColumn("issuer", "string", "Mã cơ quan ban hành."),
        DataColumn("issuer_name", "string", "Tên cơ quan ban hành."),
        DataColumn("province_name", "string", "Tỉnh như sổ của trang ghi, có thể là tỉnh trước 01/7/2025."),
        DataColumn("series", "string", "Mã loạt kế hoạch."),
        DataColumn("status", "string", "draft: dự thảo; issued: đã ban hành; withdrawn: đã thu hồi."),
        DataColumn("number", "string", "Số; trống khi chưa ghi."),
        DataColumn("symbol", "string", "Ký hiệu."),
        DataColumn("issued", "date", "Ngày ban hành; trống khi chưa rõ."),
    ),
)


@dataclass(frozen=True)
class _ParquetFile:
    path: str
    rows: int


def write_parquet(connection: DuckDBPyConnection, place: Path) -> int:
    """Write all tables below a new folder with ``datapackage.json`` that describes them; gives the number of files."""
    place.mkdir(parents=True)
    resources = []
    for table in (_PLANS, *TABLES):
        written = list(_write(connection, table, place))
        if written:
            resources.append(_described(table, written, place))
    description = {
        "profile": "data-package",
        "name": "ke-hoach-parquet",
        "title": "Kế hoạch của cơ quan nhà nước, dạng Parquet theo tỉnh và năm",
        "licenses": list(LICENSES),
        "resources": resources,
    }
    (place / DESCRIPTION).write_text(
        json.dumps(description, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
    return 1 + sum(len(resource["path"]) for resource in resources)


_LISTED = """
SELECT package, code AS _code, year AS _year, id AS plan_id, title, issuer, issuer_name, province AS province_name,
       series, status, number, symbol, TRY_CAST(issued AS DATE) AS issued, rowid AS _row
FROM plans
"""
_JOINED = """
SELECT t.*, coalesce(p.code, q.code, '00') AS _code, coalesce(p.year, q.year, 0) AS _year, t.rowid AS _row
FROM {0} t
LEFT JOIN plans p ON p.package = t.package AND p.id = t.{1}
LEFT JOIN plans q ON q.package = t.package AND q.id = t.{2}
"""
"""A relation between a document and a plan stands where its plan does."""
_PLACED = """
CREATE TEMP TABLE placed AS
SELECT k.site, {0}, _code, _year, r.{1} AS _plan, _row FROM ({2}) r JOIN packages k ON k.package = r.package
ORDER BY _code, _year, site, _plan, _row
"""
_COPIED = """
COPY (SELECT site, {0} FROM placed WHERE _code = ? AND _year = ? ORDER BY site, _plan, _row)
TO {1} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)
"""


def _write(connection: DuckDBPyConnection, table: DataTable, place: Path) -> Iterator[_ParquetFile]:
    own = any(column.name == "plan_id" for column in table.columns)
    first, second = ("plan_id", "plan_id") if own else ("source_id", "target_id")
    rows = _LISTED if table is _PLANS else _JOINED.format(table.name, first, second)
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    connection.execute(_PLACED.format(names, first, rows))
    parts = "SELECT _code, _year, count(*) FROM placed GROUP BY ALL ORDER BY ALL"
    for code, year, count in connection.execute(parts).fetchall():
        path = f"{table.name}/province={code}/year={year}/{table.name}.parquet"
        (place / path).parent.mkdir(parents=True)
        connection.execute(_COPIED.format(names, quoted(str(place / path))), [code, year])
        yield _ParquetFile(path, count)
    connection.execute("DROP TABLE placed")


def _described(table: DataTable, written: list[_ParquetFile], place: Path) -> dict[str, Any]:
    sizes = {
        table_file.path: hashlib.sha256((place / table_file.path).read_bytes()).hexdigest() for table_file in written
    }
    return {
        "name": table.name,
        "title": table.title,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "path": [table_file.path for table_file in written],
        "rows": sum(table_file.rows for table_file in written),
        "hashes": {path: f"sha256:{digest}" for path, digest in sizes.items()},
        "partitions": [asdict(column) for column in _PARTITIONS],
        "schema": {"fields": [asdict(column) for column in (_SITE, *table.columns)]},
    }
