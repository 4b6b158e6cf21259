"""A repository whose every free text carries a marker: found by walking the schemas, whatever fields they have."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from corpus import FIXTURES, ROOT, found

from kehoach.agenda.agenda import Agenda
from kehoach.files.repository import load
from kehoach.files.yamlfile import parse
from kehoach.files.yamlwriter import write_yaml
from kehoach.meaning.fabric import weave

Put = Callable[[str, bool], str]
"""Puts the marker into a text; the flag tells whether the text may have several paragraphs."""

_LINE = "^[^\\n]+$"
_SCHEMAS = ROOT / "schema"
_TESTS = FIXTURES / "schema"
UNIT, SERIES = "xa-mau", "tuyen-truyen"


@cache
def schema(kind: str) -> Mapping[str, Any]:
    """A schema as data."""
    document: Mapping[str, Any] = json.loads((_SCHEMAS / f"{kind}.v1.schema.json").read_text(encoding="utf-8"))
    return document


KINDS = tuple(path.name.split(".")[0] for path in found(_SCHEMAS, "*.v1.schema.json"))


def resolved(part: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    """A part of a schema with what it refers to."""
    while "$ref" in part:
        target: Any = root
        for name in part["$ref"].removeprefix("#/").split("/"):
            target = target[name]
        part = {**target, **{key: value for key, value in part.items() if key != "$ref"}}
    return part


def is_free(part: Mapping[str, Any]) -> bool:
    """Whether a part takes any text: no choice, no format, no pattern but that of one line."""
    types = part.get("type", ())
    text = "string" in ([types] if isinstance(types, str) else types)
    return text and not {"enum", "const", "format"} & set(part) and part.get("pattern", _LINE) == _LINE


def free_places(kind: str) -> set[str]:
    """Every place of a schema that takes any text, as definition and key."""
    root = schema(kind)
    out: set[str] = set()

    def walk(part: Mapping[str, Any], name: str, seen: tuple[str, ...]) -> None:
        part = resolved(part, root)
        if is_free(part):
            out.add(name)
        for key, below in part.get("properties", {}).items():
            here = f"{_owner(part)}.{key}"
            if here not in seen:
                walk(below, here, (*seen, here))
        if isinstance(part.get("items"), Mapping):
            walk(part["items"], name, seen)

    walk(root, "", ())
    return out


def _owner(part: Mapping[str, Any]) -> str:
    return "+".join(sorted(part["properties"]))[:60] if "properties" in part else ""


class Marker:
    """Puts the marker wherever a schema lets it, and remembers the places."""

    def __init__(self, put: Put) -> None:
        self.put = put
        self.kept: tuple[str, ...] = ()
        """Keys left as they are, such as the names of places."""
        self.reached: dict[str, set[str]] = {kind: set() for kind in KINDS}

    def data(self, kind: str, value: Any) -> Any:
        """Data of a kind of file with the marker in all its texts, and in optional ones that it lacks."""
        return self._marked(kind, value, schema(kind), "")

    def _marked(self, kind: str, value: Any, part: Mapping[str, Any], name: str) -> Any:
        part = resolved(part, schema(kind))
        if isinstance(value, str) and value and is_free(part):
            self.reached[kind].add(name)
            return self.put(value, "pattern" not in part)[: part.get("maxLength", 10**6)]
        if isinstance(value, dict):
            known = part.get("properties", {})
            made = {
                key: self._marked(kind, below, known[key], f"{_owner(part)}.{key}")
                if key in known and key not in self.kept
                else below
                for key, below in value.items()
            }
            return {**made, **dict(self._missing(kind, made, part))}
        if isinstance(value, list):
            return [self._marked(kind, below, part.get("items", {}), name) for below in value]
        return value

    def _missing(self, kind: str, value: Mapping[str, Any], part: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """Fill optional remarks, which go with anything."""
        for key in ("note", "description", "definition", "subject", "area"):
            if key in part.get("properties", {}) and key not in value:
                yield key, self._marked(kind, "x", part["properties"][key], f"{_owner(part)}.{key}")


def _read(path: Path) -> dict[str, Any]:
    loaded = parse(path.read_bytes(), path.name)
    assert isinstance(loaded.value, dict), path
    return loaded.value


def _write(root: Path, place: str, value: Mapping[str, Any]) -> None:
    path = root / "plans" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write_yaml(value), encoding="utf-8")


def marked_repository(root: Path, put: Put) -> Marker:
    """Make a repository of three editions of a plan, a plan above, registries and results, all marked."""
    marker = Marker(put)
    shutil.copytree(_SCHEMAS, root / "schema")
    for path in found(_TESTS / "registry", "*.yaml"):
        _write(root, f"registry/{path.name}", marker.data(path.stem, _filled(path.stem, _read(path))))
    full, withdrawn, tables = (_read(_TESTS / "valid" / f"{name}.yaml") for name in ("full", "withdrawn", "tables"))
    full["labels"] = dict.fromkeys(resolved(schema("plan")["$defs"]["labels"], schema("plan"))["properties"], "Nhãn")
    full["body"][0]["continues"] = ["muc-dich"]
    full["coverage"] = [
        {"upper": "tinh-mau/tuyen-truyen/2025#muc-dich", "status": "adapted", "item": "bao-cao", "note": "x"}
    ]
    withdrawn["withdrawal"]["followed_by"] = f"{UNIT}/{SERIES}/2025"
    upper = {key: value for key, value in full.items() if key != "coverage"}
    _write(root, f"{UNIT}/{SERIES}/2026.yaml", marker.data("plan", {**full, "title": f"{full['title']} (khác)"}))
    marker.data("plan", _continued(tables))
    marker.kept = ("at", "continues")
    _write(root, f"{UNIT}/{SERIES}/2023.yaml", marker.data("plan", tables))
    _write(root, f"{UNIT}/{SERIES}/2024.yaml", marker.data("plan", withdrawn))
    _write(root, f"{UNIT}/{SERIES}/2025.yaml", marker.data("plan", full))
    _write(root, f"tinh-mau/{SERIES}/2025.yaml", marker.data("plan", {**upper, "issuer": "tinh-mau"}))
    source = put("Nâng cao nhận thức", True)
    (root / f"plans/{UNIT}/{SERIES}/full.source.txt").write_text(source, encoding="utf-8")
    _write(root, f"{UNIT}/{SERIES}/2025.progress.yaml", marker.data("progress", _progress(root)))
    return marker


def _continued(tables: dict[str, Any]) -> dict[str, Any]:
    """Give the plan of tables with the texts that only another edition's plan can have, for their places alone."""

    def walk(part: Any) -> Any:
        if isinstance(part, list):
            return [walk(one) for one in part]
        if not isinstance(part, dict):
            return part
        made = {key: walk(value) for key, value in part.items()}
        if "id" in made:
            made["continues"] = ["muc-dich"]
        if "id" in made and "cells" not in made and "label" not in made:
            made["monitor"] = "Sở Nội vụ"
        return made

    return {**tables, **{key: walk(tables[key]) for key in ("body", "appendices")}}


def _filled(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """Give the first entry the texts that no entry of the small registries has."""
    first = value[kind][0]
    if kind == "units":
        other = value[kind][1]["id"]
        event = {
            "event": "merged",
            "date": "2030-01-01",
            "into": [other],
            "note": "x",
            "source": "x",
            "certainty": "certain",
        }
        first.setdefault("successions", [event])
        first.setdefault("names", ["Tỉnh mẫu"])
        first.setdefault("codes", {"statistics": "66", "source": "x", "certainty": "certain"})
    if kind == "documents":
        first.setdefault("names", ["Quyết định mẫu"])
    if kind == "terms":
        first.setdefault("variants", ["Ubnd."])
    if kind == "indicators":
        first.setdefault("names", ["Chỉ số mẫu"])
        first.setdefault("abbreviation", "CSM")
    return value


def _progress(root: Path) -> dict[str, Any]:
    """Results for the first deadlines that the plan has."""
    agenda = Agenda(weave(load(root)))
    deadline = next(d for one in agenda.plans[f"{UNIT}/{SERIES}/2025"] for d in one.deadlines)
    by = {"name": "x"}
    result = {
        "duty": deadline.duty_id.rpartition("#")[2],
        "period": deadline.period.key,
        "result": "partial",
        "date": "2025-12-01",
        "done": "x",
        "reason": "x",
        "evidence": [{"title": "x", "url": "https://vidu.example.vn/x"}],
        "recorded": "2025-12-02",
        "recorded_by": by,
        "revisions": [{"date": "2025-12-03", "was": "not_done", "reason": "x", "by": by}],
    }
    return {"schema_version": 1, "results": [result]}
