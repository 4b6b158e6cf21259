"""The registries of a new repository: what holds for the whole country, without the plans it was read in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

Entry = dict[str, Any]

_PLACE = re.compile(r"[a-z0-9-]+/[a-z0-9-]+/[0-9]{4}(?:-[0-9]+)?(?:#[\w.+-]+)?")
_LOCAL = re.compile(r"Đắk Lắk|Đăk Lăk|Ea Knốp|Đồng Xuân|Phú Yên")
_ELSEWHERE = "kế hoạch đang giữ ở kho gốc"


def national(registries: Mapping[str, list[Entry]]) -> dict[str, list[Entry]]:
    """Give the entries that hold anywhere; every id that one of them names is there too."""
    units = _units(registries["units"])
    issuers = {unit["id"] for unit in units}
    documents = [
        entry
        for entry in registries["documents"]
        if entry.get("issuer") in issuers and "plan" not in entry and not _local(entry)
    ]
    document_ids = {entry["id"] for entry in documents}
    for entry in documents:
        _keep(entry, "relations", [part for part in entry.get("relations", []) if part["document"] in document_ids])
    chosen = {
        "units": units,
        "documents": documents,
        **{kind: [e for e in registries[kind] if not _local(e)] for kind in ("indicators", "series", "terms")},
    }
    return {kind: [_unsourced(entry) for entry in entries] for kind, entries in chosen.items()}


def _units(entries: Iterable[Entry]) -> list[Entry]:
    entries_left = [e for e in entries if e.get("level") == "national" and "within" not in e and not _local(e)]
    while True:
        ids = {entry["id"] for entry in entries_left}
        closed = [entry for entry in entries_left if _units_named(entry) <= ids]
        if len(closed) == len(entries_left):
            return closed
        entries_left = closed


def _units_named(entry: Entry) -> set[str]:
    members = entry.get("members", {})
    after = {unit for part in entry.get("successions", []) for unit in part.get("into", [])}
    unit_ids = {entry.get("parent"), members.get("within"), *members.get("units", []), *after}
    return {unit for unit in unit_ids if unit}


def _local(entry: Entry) -> bool:
    return any(_LOCAL.search(str(value)) for key, value in entry.items() if key not in ("source", "note"))


def _keep(entry: Entry, key: str, parts: list[Entry]) -> None:
    if parts:
        entry[key] = parts
    else:
        entry.pop(key, None)


def _unsourced(entry: Entry) -> Entry:
    """Say in words where a fact was read, and hold it for likely: the text it was read in is not here."""
    entry_copied: Entry = {}
    for key, value in entry.items():
        if key == "note" and (_LOCAL.search(value) or _PLACE.search(value)):
            continue
        if isinstance(value, dict):
            value = _unsourced(value)
        elif isinstance(value, list):
            value = [_unsourced(part) if isinstance(part, dict) else part for part in value]
        entry_copied[key] = value
    source = entry_copied.get("source")
    if isinstance(source, str) and _PLACE.search(source):
        parts = (_PLACE.sub(_ELSEWHERE, part.strip()) for part in source.split(";"))
        entry_copied["source"] = "; ".join(dict.fromkeys(parts))
        if entry_copied.get("certainty") == "certain":
            entry_copied["certainty"] = "likely"
    return entry_copied
