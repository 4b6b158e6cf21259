"""Finding provinces and communes by name, code and day, and what became of the units before 01/7/2025."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TypeVar

from kehoach.newrepository.provincedata import FormerLocality, Locality, changes, former_units, places, smallest
from kehoach.wording.letters import bare, comparable_name, nfc

TWO_LEVELS = dt.date(2025, 7, 1)
"""First day of local government on two levels, of the 34 provinces and their 3,321 communes."""

_SHORT = {"tp": "thanh pho", "tx": "thi xa", "tt": "thi tran", "p": "phuong", "x": "xa", "h": "huyen", "q": "quan"}
_KIND = re.compile(r"(tinh|thanh pho|quan|huyen|thi xa|thi tran|phuong|xa|dac khu)\s+|(tp|tx|tt)[.\s]+|([pxhq])\.\s*")
_OTHER_NAMES = {"thuathienhue": "hue", "hcm": "hochiminh", "tphcm": "hochiminh", "hn": "hanoi"}
_SIGNS = str.maketrans("’‘–—", "''--")
_Unit = TypeVar("_Unit", Locality, FormerLocality)


def provinces(on: dt.date | None = None) -> tuple[Locality, ...]:
    """Give the 34 provinces by code, of the kinds they have on a day; without a day, after all known changes."""
    return tuple(_on(unit, on) for unit in places().values() if not unit.province)


def communes_of(province: str, on: dt.date | None = None) -> tuple[Locality, ...]:
    """Give a province's communes by code; raises KeyError for a code that is no province's."""
    if places()[province].province:
        raise KeyError(province)
    return tuple(_on(unit, on) for unit in places().values() if unit.province == province)


def place(code: str, on: dt.date | None = None) -> Locality:
    """Give the province or commune with a statistics code; raises KeyError where none has it."""
    return _on(places()[code], on)


def find(name: str, province: str = "", on: dt.date | None = None) -> tuple[Locality, ...]:
    """Find provinces and communes by name or code, provinces first; with a province's code, its communes alone.

    "Lâm Đồng", "tỉnh Lâm Đồng", "lam dong" and "68" are one. A kind in front rules out units that are not and never
    were of it; where a name with the very marks is there, names with other marks are ruled out.
    """
    matching = _matching(name, places(), _by_name())
    return tuple(_on(unit, on) for unit in matching if not province or unit.province == province)


def formers(old: str, within: str = "") -> tuple[FormerLocality, ...]:
    """Find units before 01/7/2025 by name or code, larger ones first; ``within`` names one around them.

    A name can be that of several units, "Phường 1" of more than thirty.
    """
    matching = _matching(old, former_units(), _former_by_name())
    if not within:
        return tuple(matching)
    codes_around = {unit.code for unit in _matching(within, former_units(), _former_by_name())}
    return tuple(unit for unit in matching if not codes_around.isdisjoint(_around(unit)))


def successors(old: str, within: str = "", on: dt.date | None = None) -> tuple[Locality, ...]:
    """Give what the old units of a name or code became, each once; ``formers`` tells units of one name apart."""
    codes = dict.fromkeys(code for unit in formers(old, within) for code in unit.into)
    return tuple(place(code, on) for code in codes)


def predecessors(code: str) -> tuple[FormerLocality, ...]:
    """Give the old provinces of a province, or the old communes that a commune was made from, whole or in part."""
    return _before().get(places()[code].code, ())


def is_new(commune: str) -> bool:
    """Tell whether a commune was made on 01/7/2025: it is not one old commune, whole, of the same kind and name."""
    before = predecessors(commune)
    return len(before) != 1 or before[0].into != (commune,) or before[0].full != places()[commune].full


def _on(unit: Locality, day: dt.date | None) -> Locality:
    past = [change for change in changes().get(unit.code, ()) if day is None or change.date <= day]
    if not past:
        return unit
    kinds = (unit.kind, *(change.kind for change in past))
    return replace(unit, kind=kinds[-1], was=kinds[:-1], change=past[-1])


def _matching(text: str, units: Mapping[str, _Unit], names: Mapping[str, list[_Unit]]) -> list[_Unit]:
    """Give units by code, else by name without its kind, else by the whole, since "Phương Liệt" has no kind."""
    query = " ".join(nfc(text).translate(_SIGNS).split())
    if query in units:
        return [units[query]]
    matching = list(names.get(_loose(query), ()))
    rest = query
    if match := _KIND.match(bare(query).casefold()):
        kind = match[1] or _SHORT[match[2] or match[3]]
        rest = query[match.end() :]
        matching += [unit for unit in names.get(_loose(rest), ()) if kind in map(bare, _kinds(unit))]
    exact = [unit for unit in matching if comparable_name(unit.name) in map(comparable_name, (rest, query))]
    return list(dict.fromkeys(exact or matching))


def _loose(name: str) -> str:
    key = re.sub(r"[^a-z0-9]+", "", bare(name).casefold())
    return _OTHER_NAMES.get(key, key)


def _kinds(unit: Locality | FormerLocality) -> Iterator[str]:
    yield unit.kind
    if isinstance(unit, Locality):
        yield from (change.kind for change in changes().get(unit.code, ()))


def _around(unit: FormerLocality) -> Iterator[str]:
    while unit.within:
        yield unit.within
        unit = former_units()[unit.within]


@cache
def _before() -> Mapping[str, tuple[FormerLocality, ...]]:
    before: dict[str, tuple[FormerLocality, ...]] = {}
    for unit in (*(unit for unit in former_units().values() if not unit.within), *smallest()):
        for code in unit.into:
            before[code] = (*before.get(code, ()), unit)
    return before


@cache
def _by_name() -> Mapping[str, list[Locality]]:
    return _indexed(places().values())


@cache
def _former_by_name() -> Mapping[str, list[FormerLocality]]:
    return _indexed(former_units().values())


def _indexed(units: Iterable[_Unit]) -> Mapping[str, list[_Unit]]:
    names: dict[str, list[_Unit]] = {}
    for unit in units:
        names.setdefault(_loose(unit.name), []).append(unit)
    return names
