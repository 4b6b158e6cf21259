"""Rules for the registries: references, dates, cycles, names that mean two things."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from kehoach.files.problems import Problem
from kehoach.files.yamlfile import Loaded
from kehoach.model.place import Place
from kehoach.model.registry import KINDS, Registry
from kehoach.wording.letters import comparable_name


def problems(registry: Registry, files: Mapping[str, Loaded], plans: Container[str]) -> Iterator[Problem]:
    """Find what is wrong between the entries of the registries; ``plans`` are the ids of the plans there are."""
    # Of a registry that could not be read nothing is asked.
    tables = {kind: getattr(registry, kind) for kind in KINDS if files[kind].value is not None}
    for kind in KINDS:
        loaded = files[kind]
        if loaded.value is not None:
            yield from _twice(kind, loaded)
            for index, entry in enumerate(loaded.value[kind]):
                place: Place = (kind, index)
                yield from _references(kind, entry, place, loaded, tables, plans)
                yield from _dates(entry, place, loaded)
    if files["units"].value is not None:
        yield from _cycles(registry, files["units"])
        yield from _names(registry, files["units"])


def _twice(kind: str, loaded: Loaded) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    keys: dict[tuple[str, ...], int] = {}
    for index, entry in enumerate(loaded.value[kind]):
        place: Place = (kind, index, "id")
        if entry["id"] in seen:
            first = loaded.line((kind, seen[entry["id"]], "id"))
            yield loaded.problem("KH501", place, f"Mã {entry['id']} đã có ở dòng {first}.")
        seen.setdefault(entry["id"], index)
        if kind == "documents" and entry["number"]:
            key = tuple(str(entry.get(name, "")) for name in ("type", "symbol", "issuer", "issued"))
            key += (entry["number"].lstrip("0"),)
            if key in keys:
                first = loaded.line((kind, keys[key], "id"))
                yield loaded.problem("KH501", place, f"Văn bản này đã có ở dòng {first}.")
            keys.setdefault(key, index)


_REFERENCES = {
    "units": (("within", "units"), ("parent", "units")),
    "documents": (("issuer", "units"),),
}


def _references(
    kind: str,
    entry: Mapping[str, Any],
    place: Place,
    loaded: Loaded,
    tables: Mapping[str, Mapping[str, Any]],
    plans: Container[str],
) -> Iterator[Problem]:
    references: list[tuple[Place, str, str]] = [
        ((*place, key), entry[key], table) for key, table in _REFERENCES.get(kind, ()) if key in entry
    ]
    for index, succession in enumerate(entry.get("successions", ())):
        references += [((*place, "successions", index, "into"), unit, "units") for unit in succession.get("into", ())]
    members = entry.get("members", {})
    references += [((*place, "members", "units"), unit, "units") for unit in members.get("units", ())]
    if "within" in members:
        references.append(((*place, "members", "within"), members["within"], "units"))
    for index, relation in enumerate(entry.get("relations", ())):
        references.append(((*place, "relations", index, "document"), relation["document"], "documents"))
    for target_place, target, table in references:
        if table in tables and target not in tables[table]:
            yield loaded.problem("KH502", target_place, f"Không có mã {target} trong plans/registry/{table}.yaml.")
    if "plan" in entry and entry["plan"] not in plans:
        yield loaded.problem("KH502", (*place, "plan"), f"Không có kế hoạch {entry['plan']}.")


def _dates(entry: Mapping[str, Any], place: Place, loaded: Loaded) -> Iterator[Problem]:
    lifetime = entry.get("lifetime", {})
    if lifetime.get("from", "") > lifetime.get("to", "9999"):
        yield loaded.problem("KH503", (*place, "lifetime"), "Ngày bắt đầu sau ngày kết thúc.")
    for index, succession in enumerate(entry.get("successions", ())):
        if lifetime.get("from", "") > succession["date"]:
            yield loaded.problem("KH503", (*place, "successions", index, "date"), "Tổ chức lại trước khi thành lập.")
    period = entry.get("period")
    if period and period["from"] > period["to"]:
        yield loaded.problem("KH503", (*place, "period"), "Năm đầu sau năm cuối.")
    if entry.get("valid_from", "9999") < entry.get("issued", ""):
        yield loaded.problem("KH503", (*place, "valid_from"), "Có hiệu lực trước ngày ban hành.")


def _cycles(registry: Registry, loaded: Loaded) -> Iterator[Problem]:
    index = {entry["id"]: i for i, entry in reversed(list(enumerate(loaded.value["units"])))}
    for unit in registry.units.values():
        units_passed, step = [unit.id], unit.within
        while step and step not in units_passed:
            units_passed.append(step)
            step = registry.units[step].within if step in registry.units else ""
        if step == unit.id:
            place: Place = ("units", index[unit.id], "within")
            yield loaded.problem("KH504", place, f"Phạm vi đi vòng: {' → '.join((*units_passed, step))}.")


def _names(registry: Registry, loaded: Loaded) -> Iterator[Problem]:
    """One name that means two bodies in one scope while both exist."""
    index = {entry["id"]: i for i, entry in reversed(list(enumerate(loaded.value["units"])))}
    meanings: dict[tuple[str, str], list[str]] = {}
    for unit in registry.units.values():
        own_names = [(unit.id, name) for name in unit.self_names]
        own_names += [(unit.within, name) for name in unit.names]
        own_names += [("", name) for name in (unit.name, *unit.full_names)]
        for scope, name in own_names:
            key = (scope, comparable_name(name))
            namesakes = meanings.setdefault(key, [])
            for other in (registry.units[o] for o in namesakes if o != unit.id):
                apart = (other.end and unit.start and other.end < unit.start) or (
                    unit.end and other.start and unit.end < other.start
                )
                if not apart:
                    message = f"“{name}” cũng là {other.id} trong cùng phạm vi."
                    yield loaded.problem("KH505", ("units", index[unit.id]), message)
            namesakes.append(unit.id)
