"""The usual bodies of the state, a province and a commune, before and after the arrangements of 2025.

They stand in ``seed/nationalbodies.yaml``, ``provincebodies.yaml`` and ``communebodies.yaml`` as entries of the
registry of bodies, each with its source and how certain it is; what has another name everywhere has a place for the
name in its words (``$noi``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

import yaml

from kehoach.newrepository.provincedata import Locality, places
from kehoach.wording.letters import slug, upper_first

Entry = dict[str, Any]

_SEED = Path(__file__).parent / "seed"
_HO_CHI_MINH = "79"
_SEVERAL = ("names", "full_names")
_HEADS = ("UBND", "Ủy ban nhân dân")


def unit_id(place: Locality) -> str:
    """Give the id of a place's people's committee: ``tinh-lam-dong``, ``xa-ea-knop``.

    Two communes of a province whose names differ in marks alone, Thanh An and Thạnh An, have their codes in it.
    """
    return f"{slug(place.full)}-{place.code}" if place.code in _alike() else slug(place.full)


@cache
def _alike() -> frozenset[str]:
    codes: dict[tuple[str, str], list[str]] = {}
    for unit in places().values():
        codes.setdefault((unit.province, slug(unit.name)), []).append(unit.code)
    return frozenset(code for (province, _), same in codes.items() if province and len(same) > 1 for code in same)


def kind_and_name(place: Locality) -> str:
    """Give kind and name as documents write them within a sentence: Thành phố Hồ Chí Minh alone has a capital."""
    return upper_first(place.full) if place.code == _HO_CHI_MINH else place.full


def committee(place: Locality, source: str) -> Entry:
    """Make the entry of a place's people's committee; names of the kinds that it had before count too."""
    full = kind_and_name(place)
    level = "commune" if place.province else "province"
    kinds = (place.kind, *reversed(place.was))
    return {
        "id": unit_id(place),
        "name": f"Ủy ban nhân dân {full}",
        "kind": "people_committee",
        "level": level,
        "area": full,
        "self_names": [f"{head} {kind}" for kind in kinds for head in _HEADS],
        "full_names": [f"UBND {full}", *(f"{head} {kind} {place.name}" for kind in place.was for head in _HEADS)],
        "codes": {"statistics": place.code, "source": source, "certainty": "likely"},
        "source": source,
        "certainty": "likely",
    }


def bodies_of_province(place: Locality, communes: Iterable[Locality]) -> list[Entry]:
    """Give departments, party, front, mass organisations, press and groups of a province, the committee left out."""
    special = any(commune.kind == "đặc khu" for commune in communes)
    zones = ", đặc khu" if special else ""
    return _filled("provincebodies", place, {"xa": f"xã, phường{zones}", "phuong": f"phường, xã{zones}"})


def bodies_of_commune(place: Locality) -> list[Entry]:
    """Give offices, party, front, mass organisations and groups of a commune, the committee left out."""
    return _filled("communebodies", place, {})


def bodies_of_the_state() -> list[Entry]:
    """Give ministries, party, front and other bodies of the whole country that plans of any place name."""
    template = _template("nationalbodies")
    return [{**template["defaults"], **_replaced(body, template["sources"])} for body in template["bodies"]]


def _filled(name: str, place: Locality, own_words: Mapping[str, str]) -> list[Entry]:
    template = _template(name)
    now, *before = ({**own_words, **_words(place, kind)} for kind in (place.kind, *reversed(place.was)))
    filled = []
    for body in template["bodies"]:
        if not _is_there(body, place):
            continue
        body = {**template["defaults"], **{key: value for key, value in body.items() if key not in ("only", "except")}}
        entry: Entry = _replaced(body, {**template["sources"], **now})
        # Plans from before a province became a city name its bodies as the province's.
        for key in _SEVERAL:
            texts = [text for words in (now, *before) for text in _replaced(body.get(key, []), words)]
            if key == "full_names":
                texts += [_replaced(body["name"], words) for words in before]
            if texts := [text for text in dict.fromkeys(texts) if text != entry["name"]]:
                entry[key] = texts
        filled.append(entry)
    return filled


def _is_there(body: Mapping[str, Any], place: Locality) -> bool:
    marks = {place.kind, place.code}
    return marks.isdisjoint(body.get("except", ())) and not marks.isdisjoint(body.get("only", marks))


def _words(place: Locality, kind: str) -> dict[str, str]:
    """Give what the places of a template are filled with, for the kind that the place has or had."""
    city = kind == "thành phố"
    name = kind_and_name(place) if place.code == _HO_CHI_MINH else place.name
    return {
        "noi": name if place.code == _HO_CHI_MINH else f"{kind} {place.name}",
        "cap": kind,
        "ten": name,
        "ma": slug(place.name),
        "chu": unit_id(place),
        "uy": "Thành ủy" if city else "Tỉnh ủy",
        "uy_ma": "thanh-uy" if city else "tinh-uy",
        "doan": "Thành đoàn" if city else "Tỉnh đoàn",
        "doan_ma": "thanh-doan" if city else "tinh-doan",
    }


def _replaced(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return Template(value).substitute(words)
    if isinstance(value, list):
        return [_replaced(part, words) for part in value]
    return {key: _replaced(part, words) for key, part in value.items()}


@cache
def _template(name: str) -> Mapping[str, Any]:
    template: Mapping[str, Any] = yaml.safe_load((_SEED / f"{name}.yaml").read_text(encoding="utf-8"))
    return template
