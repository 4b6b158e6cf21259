"""Data packages read and checked: their description, the list of plans, the tables by length and SHA-256."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kehoach.exports.datatables import TABLES
from kehoach.machine.usererror import UserError
from kehoach.nation.fetching import Fetch, NotFetched, fetch
from kehoach.nation.opening import DESCRIPTION, BrokenPackage, Place, package_place

PLANS = "plans.json"
MAX_DESCRIPTION, MAX_FILE = 100_000_000, 2_000_000_000
_NEEDED = (PLANS, "duties.csv")
_MOST_PLANS = 200_000
_HOME = re.compile(r"https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?(/[A-Za-z0-9._~!$&()*+,;=:@%/-]*)?")
_PLAN_ID = re.compile(r"[a-z0-9-]{1,120}/[a-z0-9-]{1,120}/[0-9]{4}(-[0-9]{1,2})?")
UNIT_ID = "[a-z0-9-]{1,120}"
_TOO_OLD = "gói này làm bằng bản cũ, chưa có {0}; hãy làm lại gói bằng bản hiện nay"


@dataclass(frozen=True)
class ListedPlan:
    """A plan as the list of a package says it; ``province`` is the name of the province around its issuer, or empty."""

    id: str
    title: str
    issuer: str
    issuer_name: str
    province: str
    series: str
    year: int
    status: str
    number: str
    symbol: str
    issued: str


@dataclass(frozen=True)
class DataPackage:
    """A package that was read: the site whose data it holds, and copies of its tables, each as described.

    ``tables`` gives the file of each table by its name; one that is missing was not known when the package was made.
    """

    name: str
    site: str
    created: str
    plans: tuple[ListedPlan, ...]
    tables: Mapping[str, Path]


def read_package(name: str, work: Path, fetching: Fetch = fetch) -> DataPackage:
    """Read a package, by its path or https address, into an empty folder; raises UserError that names what is wrong."""
    try:
        return _read(name, package_place(name, work, fetching), work)
    except (BrokenPackage, NotFetched) as error:
        raise refused(name, str(error)) from None


def refused(name: str, why: str) -> UserError:
    """Say which package cannot be taken and why."""
    file_name = name if name.isprintable() else ascii(name)
    return UserError(f"Gói {file_name}: {why}. Chưa ghi gì.")


def _read(name: str, place: Place, work: Path) -> DataPackage:
    if not place.copy(DESCRIPTION, work / DESCRIPTION, MAX_DESCRIPTION):
        raise BrokenPackage(f"không có {DESCRIPTION}")
    description = _mapping(_parsed(work / DESCRIPTION), DESCRIPTION)
    site = _site(description.get("homepage"))
    described = dict(_described(description))
    for needed in _NEEDED:
        if needed not in described:
            raise BrokenPackage(f"{DESCRIPTION} không kể {needed}")
    tables = {}
    for file in (PLANS, *(f"{table.name}.csv" for table in TABLES)):
        if file in described:
            _copy(place, file, work / file, *described[file])
            tables[file.removesuffix(".csv")] = work / file
    plans = tuple(_plans(_parsed(tables.pop(PLANS))))
    created = description.get("created")
    return DataPackage(name, site, created if isinstance(created, str) else "", plans, tables)


def _copy(place: Place, file: str, to: Path, length: int, digest: str) -> None:
    if not place.copy(file, to, length):
        raise BrokenPackage(f"thiếu data/{file}")
    with to.open("rb") as handle:
        whole = to.stat().st_size == length and hashlib.file_digest(handle, "sha256").hexdigest() == digest
    if not whole:
        raise BrokenPackage(f"data/{file} khác với mô tả trong {DESCRIPTION} (độ dài hoặc mã băm)")


def _parsed(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise BrokenPackage(f"{path.name} không phải JSON đọc được") from None


def _mapping(value: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise BrokenPackage(f"{name} không có dạng phải có")
    return value


def _site(homepage: Any) -> str:
    """Give the address of the site, ending in "/"; without it nothing could be linked to where it is said."""
    if not homepage:
        raise BrokenPackage("không ghi địa chỉ trang (homepage); hãy làm lại gói với SITE_URL=https://…")
    if not isinstance(homepage, str) or len(homepage) > 500 or not _HOME.fullmatch(homepage):
        raise BrokenPackage("địa chỉ trang (homepage) phải là http:// hoặc https://, không có chữ lạ")
    return f"{homepage.rstrip('/')}/"


def _described(description: Mapping[str, Any]) -> Iterator[tuple[str, tuple[int, str]]]:
    """Give the files that the description tells of, each with its length and SHA-256."""
    resources = description.get("resources")
    for resource in resources if isinstance(resources, list) else ():
        path, length, digest = (_mapping(resource, "resources").get(key) for key in ("path", "bytes", "hash"))
        if not isinstance(path, str) or not isinstance(digest, str) or not isinstance(length, int):
            continue
        if length > MAX_FILE:
            raise BrokenPackage(f"{path[:100]!r} dài quá {MAX_FILE // 1_000_000} MB")
        yield path, (length, digest.removeprefix("sha256:"))


def _plans(listed: Any) -> Iterator[ListedPlan]:
    if not isinstance(listed, list) or len(listed) > _MOST_PLANS:
        raise BrokenPackage(f"{PLANS} không phải danh sách kế hoạch")
    seen = set()
    for entry in listed:
        plan = _plan(_mapping(entry, PLANS))
        if plan.id in seen:
            raise BrokenPackage(f"{PLANS} kể hai lần {plan.id}")
        seen.add(plan.id)
        yield plan


def _plan(entry: Mapping[str, Any]) -> ListedPlan:
    plan_id, year = entry.get("id"), entry.get("year")
    if not isinstance(plan_id, str) or not _PLAN_ID.fullmatch(plan_id):
        raise BrokenPackage(f"mã kế hoạch không hợp lệ trong {PLANS}: {ascii(plan_id)[:100]}")
    if "issuer_name" not in entry or "province" not in entry:
        raise BrokenPackage(_TOO_OLD.format(f"issuer_name, province trong {PLANS}"))
    if isinstance(year, bool) or not isinstance(year, int) or not 1945 <= year <= 2999:
        raise BrokenPackage(f"{plan_id}: năm không hợp lệ trong {PLANS}")
    texts = {key: _text(entry, key, plan_id) for key in _TEXTS}
    if not re.fullmatch(UNIT_ID, texts["issuer"]) or not re.fullmatch(UNIT_ID, texts["series"]):
        raise BrokenPackage(f"{plan_id}: mã cơ quan hoặc loạt không hợp lệ trong {PLANS}")
    if texts["issued"] and not _is_date(texts["issued"]):
        raise BrokenPackage(f"{plan_id}: ngày ban hành không hợp lệ trong {PLANS}")
    texts["issuer_name"] = texts["issuer_name"] or texts["issuer"]
    return ListedPlan(id=plan_id, year=year, **texts)


_TEXTS = ("title", "issuer", "issuer_name", "province", "series", "status", "number", "symbol", "issued")


def _text(entry: Mapping[str, Any], key: str, plan_id: str) -> str:
    value = entry.get(key) or ""
    if not isinstance(value, str) or len(value) > 5000:
        raise BrokenPackage(f"{plan_id}: {key} không phải chữ hoặc quá dài trong {PLANS}")
    # Half a pair of surrogates, which JSON can hold, is no text that can be written.
    return " ".join(value.encode(errors="replace").decode().replace("\0", " ").split())


def _is_date(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def header(path: Path) -> list[str]:
    """Give the names of a table's columns, as its first line has them; raises BrokenPackage."""
    try:
        with path.open(encoding="utf-8", errors="replace", newline="") as handle:
            names = next(csv.reader([handle.readline(100_000)]), [])
    except (ValueError, csv.Error):
        names = []
    if not names or len(names) > 100 or len(set(names)) < len(names):
        raise BrokenPackage(f"data/{path.name} không có dòng tên cột đọc được")
    return names


def plan_address(site: str, plan_id: str, anchor: str = "") -> str:
    """Give the full address of a plan, or of a provision of it, on the site that publishes it."""
    return f"{site}ke-hoach/{plan_id}/index.html" + (f"#{quote(anchor, safe='-_.~')}" if anchor else "")
