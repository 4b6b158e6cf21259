"""The registry of bodies of a province or a commune, as the value of ``plans/registry/units.yaml``."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from kehoach.newrepository.departments import Entry, bodies_of_commune, bodies_of_province, committee, unit_id
from kehoach.newrepository.provincedata import FormerLocality, Locality, former_units
from kehoach.newrepository.provinces import TWO_LEVELS, communes_of, find, is_new, place, predecessors, successors
from kehoach.wording.letters import short_date, slug

_FROM_DATA = "(theo dữ liệu vietnamadminunits 1.0.4; chưa đối chiếu văn bản)"
CODES = f"Quyết định 19/2025/QĐ-TTg {_FROM_DATA}"
PROVINCES = f"Nghị quyết 202/2025/QH15 {_FROM_DATA}"
_TWO_LEVELS = "Luật Tổ chức chính quyền địa phương 72/2025/QH15 (chính quyền địa phương hai cấp)"
_LAST_DAY = (TWO_LEVELS - dt.timedelta(days=1)).isoformat()


class UnknownPlace(LookupError):
    """No province or commune has the name, or several have; ``near`` holds what it can mean."""

    def __init__(self, name: str, near: Iterable[Locality]) -> None:
        super().__init__(name)
        self.near = tuple(near)


def province_registry(name: str, on: dt.date, districts: bool = False) -> dict[str, Any]:
    """Give all bodies of a province as on a day: committee, usual bodies, groups, communes, provinces merged into it.

    With ``districts``, the former districts too. Raises UnknownPlace; for a former province ``near`` has its successor.
    """
    province = _found_province(name, on)
    units = [*_province(province), *_communes(province, communes_of(province.code, on))]
    return {"schema_version": 1, "units": [*units, *(_districts(province) if districts else ())]}


def commune_registry(name: str, on: dt.date, province: str = "") -> dict[str, Any]:
    """Give all bodies of a commune, and those of its province without the other communes, as on a day.

    ``province`` is a name or code, for a commune's name that is found in several. Raises UnknownPlace.
    """
    province_code = _found_province(province, on).code if province else ""
    communes = [unit for unit in find(name, province_code, on) if unit.province]
    if len(communes) != 1:
        raise UnknownPlace(name, communes or [unit for unit in successors(name, on=on) if unit.province])
    whole = place(communes[0].province, on)
    units = [*_province(whole), *_communes(whole, communes), *bodies_of_commune(communes[0])]
    return {"schema_version": 1, "units": units}


def _found_province(name: str, on: dt.date) -> Locality:
    provinces = [unit for unit in find(name, on=on) if not unit.province]
    if len(provinces) != 1:
        raise UnknownPlace(name, provinces or [unit for unit in successors(name, on=on) if not unit.province])
    return provinces[0]


def _province(province: Locality) -> Iterator[Entry]:
    """Make the committee's entry and those of the bodies around it, then those of the provinces merged into it."""
    entry = committee(province, CODES)
    old = [unit for unit in predecessors(province.code) if unit.name != province.name]
    notes = [note for note in (_changed(province),) if note]
    if old:
        names = ", ".join(unit.full for unit in old)
        notes.append(f"Từ 01/7/2025 gồm cả {names}; sổ này coi là một cơ quan liên tục.")
    yield {**entry, **({"note": " ".join(notes)} if notes else {})}
    yield from bodies_of_province(province, communes_of(province.code))
    for unit in old:
        yield _merged(unit, province)


def _merged(unit: FormerLocality, province: Locality) -> Entry:
    """Make the entry of a province that became part of another on 01/7/2025."""
    evidence = {"source": PROVINCES, "certainty": unit.certainty}
    return {
        "id": slug(unit.full),
        "name": f"Ủy ban nhân dân {unit.full}",
        "kind": "people_committee",
        "level": "province",
        "area": unit.full,
        "full_names": [f"UBND {unit.full}"],
        "codes": {"statistics": unit.code, **evidence},
        "lifetime": {"to": _LAST_DAY, **evidence},
        "successions": [
            {"event": "merged", "date": TWO_LEVELS.isoformat(), "into": [unit_id(province)], **evidence},
        ],
        **evidence,
    }


def _communes(province: Locality, communes: Iterable[Locality]) -> Iterator[Entry]:
    source = f"Nghị quyết {province.resolution} {_FROM_DATA}"
    for unit in communes:
        entry = {**committee(unit, CODES), "within": unit_id(province), "source": source}
        if is_new(unit.code):
            entry["lifetime"] = {"from": TWO_LEVELS.isoformat(), "source": source, "certainty": "likely"}
        if note := _changed(unit):
            entry["note"] = note
        yield entry


def _changed(unit: Locality) -> str:
    return f"Là {unit.kind} từ {short_date(unit.change.date)} ({unit.change.source})." if unit.change else ""


def _districts(province: Locality) -> Iterator[Entry]:
    """Make the entries of the districts that ended on 30/6/2025; common names have the old province behind them."""
    old = [former_units()[unit.code] for unit in predecessors(province.code)]
    codes = {unit.code: unit for unit in old}
    districts = [unit for unit in former_units().values() if unit.within in codes]
    times = Counter(slug(unit.full) for unit in districts)
    times.update([unit_id(province)])
    for unit in districts:
        alone = times[slug(unit.full)] == 1
        yield _district(unit, province, "" if alone else f", {codes[unit.within].full}")


def _district(unit: FormerLocality, province: Locality, apart: str) -> Entry:
    evidence = {"source": _TWO_LEVELS, "certainty": "likely"}
    into = ", ".join(place(code).full for code in unit.into)
    return {
        "id": f"{slug(unit.full)}-{unit.code}" if apart else slug(unit.full),
        "name": f"Ủy ban nhân dân {unit.full}{apart}",
        "kind": "people_committee",
        "level": "district",
        "area": f"{unit.full}{apart}",
        "within": unit_id(province),
        "self_names": ["UBND " + unit.kind, "Ủy ban nhân dân " + unit.kind],
        "full_names": [f"UBND {unit.full}{apart}"],
        "codes": {"statistics": unit.code, "source": PROVINCES, "certainty": "likely"},
        "lifetime": {"to": _LAST_DAY, **evidence},
        "successions": [{"event": "abolished", "date": TWO_LEVELS.isoformat(), **evidence}],
        "note": f"Địa bàn nay thuộc: {into}.",
        **evidence,
    }
