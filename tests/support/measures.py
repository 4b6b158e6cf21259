"""How well an import finds the outline and the fields of a plan that was read by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rapidfuzz.fuzz import ratio

from kehoach.model.fromdata import plan_from
from kehoach.model.printed import Line, lines
from kehoach.wording.ocr import fold

Key = tuple[str, str]
"""Label path and the first 40 characters of the words after the label."""


def printed(data: Mapping[str, Any]) -> list[Line]:
    return lines(plan_from("a/b/2025", data))


def outline(data: Mapping[str, Any]) -> list[Key]:
    return [(line.path, line.words[:40]) for line in printed(data) if line.path and line.words]


def fields(data: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """Words of each field by the path of its duty and its kind."""
    found: dict[tuple[str, str], str] = {}
    for line in printed(data):
        if line.cell and line.item and not line.cell.is_heading:
            found.update({(line.path, field.kind): field.text for field in line.item.fields})
        elif line.field:
            found[line.path.rpartition(".")[0], line.field.kind] = line.field.text
    return found


def f1(expected: Iterable[Key], found: Iterable[Key]) -> float:
    wanted, got = Counter(expected), Counter(found)
    return 2 * (wanted & got).total() / (wanted.total() + got.total())


def f1_read_badly(expected: list[Key], found: list[Key]) -> float:
    """The same for recognised text, whose words are near the printed ones without diacritics."""
    rest = list(found)
    hits = 0
    for path, words in expected:
        near = next((key for key in rest if key[0] == path and ratio(fold(key[1]), fold(words)) >= 60), None)
        if near:
            rest.remove(near)
            hits += 1
    return 2 * hits / (len(expected) + len(found))


_BY_HAND = {
    "id",
    "facts",
    "continues",
    "source",
    "corrections",
    "sic",
    "links",
    "published",
    "official_url",
    "signed_file",
}


def without_notes(value: Any) -> Any:
    """Leave out of a plan's data what a person adds to what is printed."""
    if isinstance(value, dict):
        return {key: without_notes(entry) for key, entry in value.items() if key not in _BY_HAND}
    return [without_notes(entry) for entry in value] if isinstance(value, list) else value
