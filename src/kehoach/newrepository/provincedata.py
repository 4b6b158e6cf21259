"""The package's list of provinces and communes as values: units from 01/7/2025, later changes, units before.

The lists and how certain they are: ``seed/provinces.SOURCE.md``. A file is read when its units are first asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SEED = Path(__file__).parent / "seed"
_KINDS = {
    "T": "tỉnh",
    "TP": "thành phố",
    "Q": "quận",
    "H": "huyện",
    "TX": "thị xã",
    "P": "phường",
    "X": "xã",
    "TT": "thị trấn",
    "ĐK": "đặc khu",
}

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProvinceChange:
    """A unit is of another kind since a day; its name and code stay."""

    kind: str
    date: dt.date
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Locality:
    """A province or commune as on a day; ``was`` has the kinds that it had before, ``change`` the last change.

    ``province`` is the code of a commune's province; ``resolution`` decided on a province's communes in 2025.
    """

    code: str
    kind: str
    name: str
    province: str = ""
    resolution: str = ""
    was: tuple[str, ...] = ()
    change: ProvinceChange | None = None

    @property
    def full(self) -> str:
        """Kind and name as in a text: ``xã Ea Knốp``."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class FormerLocality:
    """A province, district or commune before 01/7/2025 and the codes of what it went into.

    ``within`` is the code of the unit around it. The main one of several new units comes first, which is always
    doubtful; ``certainty`` is that of the others. A district went into the communes that took its own communes.
    """

    code: str
    kind: str
    name: str
    within: str
    into: tuple[str, ...]
    certainty: str

    @property
    def full(self) -> str:
        """Kind and name as in a text: ``thị trấn Ea Knốp``."""
        return f"{self.kind} {self.name}"


@cache
def places() -> Mapping[str, Locality]:
    """Give provinces, then communes, by code, of the kinds they had on 01/7/2025."""
    provinces, communes = _blocks()[:2]
    return {
        **{code: Locality(code, _KINDS[kind], name, "", resolution) for code, kind, name, resolution in provinces},
        **{code: Locality(code, _KINDS[kind], name, province) for code, kind, name, province in communes},
    }


@cache
def changes() -> Mapping[str, tuple[ProvinceChange, ...]]:
    """Give the changes after 01/7/2025 by code, oldest first."""
    by_code: dict[str, tuple[ProvinceChange, ...]] = {}
    for code, kind, day, source, certainty in _rows((_SEED / "provincechanges.tsv").read_text(encoding="utf-8")):
        change = ProvinceChange(_KINDS[kind], dt.date.fromisoformat(day), source, certainty)
        by_code[code] = (*by_code.get(code, ()), change)
    return by_code


@cache
def former_units() -> Mapping[str, FormerLocality]:
    """Give provinces, then districts, then communes before 01/7/2025, by code."""
    provinces, districts, communes = (tuple(map(_former, block)) for block in _blocks()[2:])
    parts: dict[str, list[FormerLocality]] = {}
    for unit in communes:
        parts.setdefault(unit.within, []).append(unit)
    whole = (_with_parts(unit, parts.get(unit.code, [])) for unit in districts)
    return {unit.code: unit for unit in (*provinces, *whole, *communes)}


@cache
def smallest() -> tuple[FormerLocality, ...]:
    """Give the old communes, and the five island districts that had none."""
    return tuple(_former(row) for block in _blocks()[3:] for row in block if len(row) > 4)


def _former(row: Row) -> FormerLocality:
    code, kind, name, within, into = (*row, "", "")[:5]
    certainty = "doubtful" if into.endswith("?") else "likely"
    return FormerLocality(code, _KINDS[kind], name, within, tuple(into.rstrip("?").split()), certainty)


def _with_parts(district: FormerLocality, communes: list[FormerLocality]) -> FormerLocality:
    if not communes:
        return district
    into = tuple(dict.fromkeys(code for commune in communes for code in commune.into))
    certainty = "doubtful" if any(commune.certainty == "doubtful" for commune in communes) else "likely"
    return FormerLocality(district.code, district.kind, district.name, district.within, into, certainty)


@cache
def _blocks() -> tuple[tuple[Row, ...], ...]:
    """Read the five blocks of the file: provinces, communes, then provinces, districts, communes of before."""
    blocks = (_SEED / "provinces.tsv").read_text(encoding="utf-8").split("\n\n")[1:]
    return tuple(tuple(_rows(block)) for block in blocks)


def _rows(text: str) -> Iterator[Row]:
    return (tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))
