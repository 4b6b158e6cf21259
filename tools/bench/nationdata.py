"""Data packages of made-up sites, one a province, written as data from the tables of the real plans.

Each plan of a commune is one of the real ones under the commune's name and year, its bodies under ids of their own;
each duty says a place that the others do not, since real plans share fewer words than copies would. Names are those
of the 34 provinces and their communes; a seed gives the same packages on every machine.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from kehoach.exports.datapackage import FOLDER, PACKAGE, About
from kehoach.exports.datatables import TABLES
from kehoach.exports.opendata import open_data, package, size
from kehoach.files.repository import load
from kehoach.meaning.fabric import weave
from kehoach.newrepository.provincedata import Locality
from kehoach.newrepository.provinces import communes_of, provinces
from kehoach.wording.letters import slug

SEED = 34
YEARS = (2021, 2022, 2023, 2024, 2025, 2026)
_PLACES = ("xa-ea-knop", "huyen-dong-xuan", "tinh-dak-lak", "so-xay-dung-dak-lak")
"""Issuers of the real plans."""
_NAMES = re.compile("Ea Knốp|Đồng Xuân|Đắk Lắk|Phú Yên")
_YEAR = re.compile(r"\b20[0-9]{2}\b")

Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Template:
    """A real plan as data: its entry in the list, its rows by table."""

    entry: dict[str, Any]
    rows: dict[str, Rows]


def templates(root: Path) -> list[Template]:
    """Read the plans of a repository as data; relations, which tie plans to each other, are left out."""
    files = open_data(weave(load(root)))
    tables = {
        table.name: list(csv.DictReader(io.StringIO(files[f"{FOLDER}{table.name}.csv"].decode(), newline="")))
        for table in TABLES
        if table.name != "relations"
    }
    return [
        Template(entry, {name: [row for row in rows if row["plan_id"] == entry["id"]] for name, rows in tables.items()})
        for entry in json.loads(files[f"{FOLDER}plans.json"])
    ]


def write_packages(root: Path, place: Path, count: int, plans: int, seed: int = SEED) -> list[Path]:
    """Write the packages of so many provinces with so many plans each; gives their folders."""
    real = templates(root)
    folders = []
    for province in provinces()[:count]:
        folder = place / f"tinh-{province.code}"
        _write(folder, province, list(_plans(real, province, plans, random.Random(f"{seed}{province.code}"))))
        folders.append(folder)
    return folders


def _plans(real: Sequence[Template], province: Locality, plans: int, chance: random.Random) -> Iterator[Template]:
    """Make the plans of a province, of one commune after the other, each in all years."""
    communes = communes_of(province.code)
    words = [word for commune in communes for word in commune.name.split()]
    places = list(product(enumerate(communes), YEARS))
    for number in range(plans):
        # Where communes are few, each has a second line of plans.
        line, at = divmod(number, len(places))
        (place, commune), year = places[at]
        series = f"linh-vuc-{line + 1}"
        yield _renamed(real[place % len(real)], province, commune, f"{series}/{year}", number, words, chance)


def _renamed(
    template: Template,
    province: Locality,
    commune: Locality,
    edition: str,
    number: int,
    words: Sequence[str],
    chance: random.Random,
) -> Template:
    own = f"{slug(commune.full)}-{commune.code}"
    series, _, year = edition.partition("/")
    old, new = template.entry["id"], f"{own}/{edition}"

    def cell(column: str, value: str) -> str:
        if column in ("duty_id", "plan_id"):
            return value.replace(old, new)
        if column == "unit_id":
            return value and (own if value in _PLACES else f"{value}-{commune.code}"[:120])
        if column == "url":
            return re.sub("co-quan/([a-z0-9-]+)/", lambda m: f"co-quan/{cell('unit_id', m[1])}/", value).replace(
                old, new
            )
        if column in ("due", "last_day", "period"):
            day = re.sub(r"^20[0-9]{2}", year, value)
            return f"{day[:-2]}28" if day.endswith("-02-29") else day
        shown = _YEAR.sub(year, _NAMES.sub(lambda m: _name(m[0], province, commune), value))
        return f"{shown} (thôn {' '.join(chance.choices(words, k=4))})" if column == "title" and shown else shown

    rows = {
        name: [{column: cell(column, row[column]) for column in row} for row in some]
        for name, some in template.rows.items()
    }
    entry = {
        **template.entry,
        "id": new,
        "title": f"Kế hoạch tuyên truyền cải cách hành chính của {commune.full} năm {year}",
        "issuer": own,
        "issuer_name": f"Ủy ban nhân dân {commune.full}",
        "province": province.full,
        "series": series,
        "year": int(year),
        "number": str(number + 1),
        "issued": f"{year}-01-15",
        "url": f"ke-hoach/{new}/index.html",
        "data": f"{FOLDER}plans/{new}.json",
    }
    return Template(entry, rows)


def _name(printed: str, province: Locality, commune: Locality) -> str:
    return commune.name if printed in ("Ea Knốp", "Đồng Xuân") else province.name


def _write(folder: Path, province: Locality, plans: Sequence[Template]) -> None:
    files: dict[str, bytes] = {}
    for table in TABLES:
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, [column.name for column in table.columns], lineterminator="\n")
        writer.writeheader()
        for plan in plans:
            writer.writerows(plan.rows.get(table.name, ()))
        files[f"{FOLDER}{table.name}.csv"] = text.getvalue().encode()
    files[f"{FOLDER}plans.json"] = json.dumps([plan.entry for plan in plans], ensure_ascii=False).encode()
    about = About("2026-01-31T00:00:00Z", f"https://{slug(province.name)}.example.vn/ke-hoach/")
    name, described = package({address: size(data) for address, data in files.items()}, about)
    assert name == PACKAGE
    for address, data in {**files, name: described}.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)
