"""The Frictionless package that describes the open data, and what its files are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kehoach.exports.datatables import TABLES, DataTable

FOLDER = "data/"
PLANS = f"{FOLDER}plans.json"
PACKAGE = f"{FOLDER}datapackage.json"
DIFFS = f"{FOLDER}diffs/"


@dataclass(frozen=True)
class About:
    """Of which moment the data speak (the time of their commit, never that of the build), and the site's address."""

    created: str = ""
    homepage: str = ""


LICENSES = (
    {
        "name": "other-pd",
        "title": "Văn bản hành chính không thuộc đối tượng bảo hộ quyền tác giả (Luật Sở hữu trí tuệ, Điều 15)",
    },
)
"""The plans' words are official texts; no licence is claimed for them, nor for what is read off them."""

Size = tuple[int, str]
"""How many bytes a file has, and their SHA-256."""


def described(sizes: Mapping[str, Size], about: About) -> dict[str, Any]:
    """Describe the files by Frictionless Data Package v1 (specs.frictionlessdata.io)."""
    origin = {"created": about.created, "homepage": about.homepage}
    listing = {
        "name": "plans",
        "title": "Danh mục kế hoạch",
        "path": "plans.json",
        "format": "json",
        "mediatype": "application/json",
        **_measured(sizes[PLANS]),
    }
    return {
        "profile": "data-package",
        "name": "ke-hoach",
        "title": "Kế hoạch của cơ quan nhà nước dưới dạng dữ liệu",
        **{name: value for name, value in origin.items() if value},
        "licenses": list(LICENSES),
        "resources": [
            listing,
            *(_resource(table, sizes[f"{FOLDER}{table.name}.csv"]) for table in TABLES),
            *(_difference(address, sizes[address]) for address in sorted(sizes) if _is_difference(address)),
        ],
    }


def _is_difference(address: str) -> bool:
    return address.startswith(DIFFS) and ".." not in address


def _difference(address: str, measured: Size) -> dict[str, Any]:
    path = address.removeprefix(FOLDER)
    name = path.removeprefix("diffs/").removesuffix(".json")
    return {
        "name": f"diff-{name.replace('/', '-').replace('-den-', '-')}",
        "title": f"So sánh hai kỳ kế hoạch: {name}",
        "path": path,
        "format": "json",
        "mediatype": "application/json",
        **_measured(measured),
    }


def _resource(table: DataTable, measured: Size) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [asdict(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
        **_measured(measured),
    }


def _measured(size: Size) -> dict[str, Any]:
    return {"bytes": size[0], "hash": f"sha256:{size[1]}"}
