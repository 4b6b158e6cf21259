"""A repository of many plans, made from the real ones for timings: more bodies, nine years, the usual edits.

The province and its department keep their line of plans; communes and districts are copies of the two that are
held, each with its own name, its own offices in the registry and its own documents. From year to year a plan takes
some of the edits that are seen between real editions. A seed gives the same corpus on every machine.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.draft import Data, Draft
from bench.edits import KINDS
from bench.wordedits import carried
from kehoach.files.permanentids import PERMANENT_IDS, grown
from kehoach.files.repository import Repository, load
from kehoach.files.yamldump import dump_plan
from kehoach.files.yamlwriter import write_yaml

YEARS = 9
SEED = 30
_EDITS = (8, 30)
"""Fewest and most edits between two editions; between the real ones of 2021 and 2025 there are about 100."""
_USUAL = tuple(kind for kind in KINDS if kind != "year")
_LEFT_OUT = ("source", "corrections", "sic", "links", "coverage", "signed_file", "official_url", "published")
"""What belongs to one printed document alone."""
_SERIES = "tuyen-truyen-cchc"
_FIRST = "Ea Cư Krông Hòa Tân Phú Xuân Sơn Đức Bình An Long Vĩnh Thành Trung Quảng Đông Tây Nam Bắc"
_SECOND = (
    "Nuôl Kao Drăng Pốk Ana Bông Búk Năng Thắng Lợi Phong Thịnh Hiệp Mỹ Lộc Hải Giang Quang Minh Hưng Khánh Ninh Lâm "
    "Hà Ngọc Châu Thọ Tiến Dũng Kiên Cường Nghĩa Phước Đạt Tín Chính Trực Liêm Cần Kiệm Nhân Trí Hiếu Thuận Hương"
)


@dataclass(frozen=True)
class _Template:
    """A plan that other bodies copy: its place, the body's name and the same in addresses."""

    plan_id: str
    unit: str
    name: str
    slug: str


_OWN = (
    ("tinh-dak-lak", f"tinh-dak-lak/{_SERIES}/2021"),
    ("so-xay-dung-dak-lak", f"so-xay-dung-dak-lak/{_SERIES}/2025"),
)
_COPIED = (
    _Template(f"xa-ea-knop/{_SERIES}/2026", "xa-ea-knop", "Ea Knốp", "ea-knop"),
    _Template(f"huyen-dong-xuan/{_SERIES}/2025", "huyen-dong-xuan", "Đồng Xuân", "dong-xuan"),
)


def make_corpus(source: Path, place: Path, plans: int, seed: int = SEED) -> None:
    """Write a repository of so many plans to a folder that is not there yet, from the repository at ``source``."""
    shutil.copytree(source / "schema", place / "schema")
    shutil.copytree(source / "plans", place / "plans", ignore=shutil.ignore_patterns("permanent-ids.txt"))
    repository = load(source)
    real = {plan_id: loaded.value for plan_id, loaded in repository.plan_files.items()}
    registries = {kind: deepcopy(loaded.value) for kind, loaded in repository.registry_files.items()}
    missing = plans - len(real)
    for plan_id, data in _plans(repository, registries, seed):
        if missing <= 0:
            break
        if plan_id in real:
            continue
        path = place / "plans" / f"{plan_id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump_plan(data), encoding="utf-8", newline="\n")
        missing -= 1
    for kind, value in registries.items():
        (place / "plans" / "registry" / f"{kind}.yaml").write_text(write_yaml(value), encoding="utf-8", newline="\n")
    (place / PERMANENT_IDS).write_text(grown((), load(place).plans), encoding="utf-8", newline="\n")


def _plans(repository: Repository, registries: dict[str, Any], seed: int) -> Iterator[tuple[str, Data]]:
    """Give plans body by body, all years of each; a body that is made is added to the registries first."""
    for unit, plan_id in _OWN:
        for year, data in _line(plan_id, repository, f"{unit}/{seed}"):
            yield f"{unit}/{_SERIES}/{year}", data
    pairs = [f"{first} {second}" for first in _FIRST.split() for second in _SECOND.split()]
    random.Random(seed).shuffle(pairs)
    names = [*pairs, *(f"{pair} {third}" for third in _SECOND.split() for pair in pairs)]
    for number, name in enumerate(names):
        template = _COPIED[1] if number % 3 == 2 else _COPIED[0]
        slug = f"{template.slug[:2]}-{number:04}"
        unit = template.unit.replace(template.slug, slug)
        _add_body(registries, template, name, slug)
        for year, data in _line(template.plan_id, repository, f"{unit}/{seed}"):
            yield f"{unit}/{_SERIES}/{year}", _renamed(data, template, name, slug)


def _line(plan_id: str, repository: Repository, seed: str) -> Iterator[tuple[int, Data]]:
    """Give the editions of a body by year, the given plan's first; each is edited from the one after it."""
    chance = random.Random(seed)
    line, _, edition = plan_id.rpartition("/")
    value = repository.plan_files[plan_id].value
    data = {key: _without_targets(below) for key, below in value.items() if key not in _LEFT_OUT}
    for year in range(int(edition), int(edition) - YEARS, -1):
        yield year, data
        draft = Draft(f"{line}/{year}", deepcopy(data), repository.registry, chance)
        carried(draft, year - 1)
        for kind in chance.choices(_USUAL, k=chance.randint(*_EDITS)):
            KINDS[kind](draft)
        data = _dated(draft.data, year)


def _without_targets(value: Any) -> Any:
    """Copy a value without the targets that explain its numbers: the edits change the printed ones alone."""
    if isinstance(value, dict):
        copied = {key: _without_targets(below) for key, below in value.items() if key != "targets"}
        return {key: below for key, below in copied.items() if key != "facts" or below}
    return [_without_targets(below) for below in value] if isinstance(value, list) else value


def _dated(data: Data, year: int) -> Data:
    """Put the day of issue a year earlier; title and enactment name the plan's own year too."""
    for holder in (data, data.get("decision", {})):
        for key in ("title", "enactment", "subject"):
            if isinstance(holder.get(key), str):
                holder[key] = holder[key].replace(str(year), str(year - 1))
        issued = holder.get("issued", {})
        for key in ("date", "printed"):
            if issued.get(key):
                issued[key] = issued[key].replace(str(year), str(year - 1)).replace("-02-29", "-02-28")
    return data


def _renamed(value: Any, template: _Template, name: str, slug: str) -> Any:
    """Give a plain value with another body's name and address in every text."""
    if isinstance(value, dict):
        return {key: _renamed(below, template, name, slug) for key, below in value.items()}
    if isinstance(value, list):
        return [_renamed(below, template, name, slug) for below in value]
    if not isinstance(value, str):
        return value
    capitals = value.replace(template.name, name).replace(template.name.upper(), name.upper())
    return re.sub(rf"\b{template.slug}\b", slug, capitals)


def _add_body(registries: dict[str, Any], template: _Template, name: str, slug: str) -> None:
    """Add a body's offices and documents; documents lose their tie to the plan that was copied."""
    inside = {template.unit}
    units = registries["units"]["units"]
    copied = [unit for unit in units if {unit["id"], unit.get("within"), unit.get("parent")} & inside]
    units.extend(_renamed(copied, template, name, slug))
    documents = registries["documents"]["documents"]
    own = [document for document in documents if document.get("issuer") in inside]
    for document in _renamed(own, template, name, slug):
        document.pop("plan", None)
        if slug not in document["id"]:
            document["id"] = f"{document['id']}-{slug}"
        documents.append(document)
