"""Canonical form of a file: key order of the schema, one style of writing, no missing ids; comments survive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from kehoach.files.problems import Problem
from kehoach.files.schemas import Schema
from kehoach.files.yamlcomments import Remarks, remarks
from kehoach.files.yamlfile import parse
from kehoach.files.yamlwriter import write_yaml
from kehoach.model.fields import IDEAS, LABELS
from kehoach.model.place import Place
from kehoach.wording.letters import nfc, slug

PRINTED = frozenset((*LABELS, *IDEAS, "table", "items"))
"""Keys of an item or appendix whose order in the file is the order of printing; formatting never changes it."""

_SCHEMA_LINE = "yaml-language-server:"
_ID_WORDS = 6
_ID_LENGTH = 60
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_RESERVED = re.compile(
    r"(?:qd-)?(?:can-cu|de-nghi|thuc-hien|noi-nhan|dieu)(?:-[0-9]+)?\Z|ban-hanh\Z|close\Z|(?:qd-)?signature\Z|kem-theo\Z"
    r"|attached\Z|title\Z|header\Z"
)


class Unformattable(Exception):
    """A file has faults that formatting cannot mend; ``problems`` says which."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def format_text(text: str, schema: Schema, file: str = "") -> str:
    """Give the canonical form of a file's text; doing it twice changes nothing.

    Composes letters (NFC), ends lines with LF, orders keys as in the schema (fields and items below an item stay
    in printed order), fills in missing ids of a plan's items, wraps and quotes. Values and comments stay as they
    are. Raises Unformattable where the text does not load or breaks the schema.
    """
    text = nfc(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    loaded = parse(text.encode(), file)
    if loaded.problems:
        raise Unformattable(loaded.problems)
    if schema.kind == "plan":
        fill_ids(loaded.value)
    loaded.problems.extend(schema.problems(loaded))
    if loaded.problems:
        raise Unformattable(loaded.problems)
    value = in_order(loaded.value, schema)
    comments = _headed(remarks(text), (next(iter(value)),), schema)
    canonical_text = write_yaml(value, comments, spaced=_list_of_entries(schema))
    again = parse(canonical_text.encode(), file)
    if again.value != loaded.value or remarks(canonical_text).texts() != comments.texts():
        raise AssertionError(f"{file}: formatting would change the content")
    return canonical_text


def write_plan(value: Mapping[str, Any], schema: Schema, comments: Remarks | None = None) -> str:
    """Write a plan's value, with comments by place, as the text of its file in canonical form."""
    ordered = in_order(value, schema)
    head = _headed(comments or Remarks(), (next(iter(ordered)),), schema)
    return format_text(write_yaml(ordered, head), schema)


def with_entries(text: str, entries: str, schema: Schema, file: str) -> str:
    """Give the text of a registry with further entries, written as its list has them, behind its own.

    Raises Unformattable where the registry would be refused with them.
    """
    return format_text(f"{text.rstrip()}\n\n{entries}", schema, file)


def list_entry(kind: str, entry: Mapping[str, Any]) -> str:
    """Write an entry of a registry of that kind as its list has it."""
    return "\n".join(write_yaml({kind: [entry]}).splitlines()[1:]) + "\n"


def _list_of_entries(schema: Schema) -> str:
    """Name the list that a registry consists of; a plan has none."""
    properties = schema.document.get("properties", {})
    rest = [key for key in properties if key != "schema_version"]
    return rest[0] if len(rest) == 1 and schema.kind != "plan" else ""


def _headed(comments: Remarks, first: Place, schema: Schema) -> Remarks:
    """Put the line that tells editors the schema above all else, once."""
    above = {place: [c for c in texts if _SCHEMA_LINE not in c] for place, texts in comments.above.items()}
    head = next((c for texts in comments.above.values() for c in texts if _SCHEMA_LINE in c), None)
    if head is None:
        up = "../../../" if schema.kind in ("plan", "progress") else "../../"
        head = f"# {_SCHEMA_LINE} $schema={up}schema/{schema.kind}.v1.schema.json"
    above[first] = [head, *above.get(first, ())]
    return Remarks(above, comments.same_line, comments.below)


# Order of keys


def in_order(value: Mapping[str, Any], schema: Schema) -> dict[str, Any]:
    """Sort all keys as the schema lists them; below an item what is printed keeps its order."""
    ordered = _ordered(value, schema.document, schema.document)
    assert isinstance(ordered, dict)
    return ordered


def _ordered(value: Any, part: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    part = _resolved(part, root)
    if isinstance(value, dict):
        properties = part.get("properties", {})
        ranks = _ranks(list(properties))
        last = len(ranks)
        keys = sorted(value, key=lambda key: ranks.get(key, last))
        return {key: _ordered(value[key], properties.get(key, {}), root) for key in keys}
    if isinstance(value, list):
        return [_ordered(entry, part.get("items", {}), root) for entry in value]
    return value


def _ranks(names: list[str]) -> dict[str, int]:
    """Number the keys in schema order; all that an item prints shares one rank, so that sorting leaves it alone."""
    if not {"table", "items"} <= set(names):
        return {name: rank for rank, name in enumerate(names)}
    printed = min(names.index(name) for name in PRINTED if name in names)
    return {name: printed if name in PRINTED else rank for rank, name in enumerate(names)}


def _resolved(part: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    seen = 0
    while "$ref" in part and seen < 20:
        target: Any = root
        for name in str(part["$ref"]).removeprefix("#/").split("/"):
            target = target[name]
        part, seen = target, seen + 1
    return part


# Missing ids


def fill_ids(plan: Any) -> int:
    """Give every item of a plan without an id one made from its words, unique in the plan; tell how many."""
    if not isinstance(plan, dict):
        return 0
    items = list(_items(plan))
    ids = {str(item["id"]) for item in items if item.get("id")}
    missing = [item for item in items if not item.get("id")]
    for item in missing:
        name = new_id(_words(item), ids)
        ids.add(name)
        rest = {key: value for key, value in item.items() if key != "id"}
        item.clear()
        item.update(id=name, **rest)
    return len(missing)


def _words(item: Mapping[str, Any]) -> str:
    """Give the words that an id is made of: heading and text, or what the cells of a row say beyond its number."""
    words = " ".join(str(item.get(key, "")) for key in ("heading", "title", "text"))
    cells = item.get("cells")
    texts = [c.get("text") if isinstance(c, dict) else c for c in cells] if isinstance(cells, list) else []
    return " ".join((words, *(text for text in texts if isinstance(text, str) and re.search(r"[^\W\d_]{2}", text))))


def new_id(words: str, ids: set[str]) -> str:
    """Make an id of the first words: no diacritics, no year, none that is taken or reserved for other parts."""
    # Word by word: an item can be long, and its first words are enough.
    parts = islice(chain.from_iterable(map(_parts_of_id, words.split())), _ID_WORDS)
    base = "-".join(parts)[: _ID_LENGTH - 4].strip("-") or "muc"
    if _RESERVED.match(base):
        base = f"muc-{base}"
    name, number = base, 1
    while name in ids:
        number += 1
        name = f"{base}-{number}"
    return name


@lru_cache(maxsize=4096)
def _parts_of_id(word: str) -> tuple[str, ...]:
    return tuple(part for part in slug(word).split("-") if part and not _YEAR.fullmatch(part))


def _items(value: Any) -> Iterator[dict[str, Any]]:
    """Find the items, the ideas of fields, appendices and rows of tables."""
    for key in ("decision", "body", "articles", "items", *IDEAS, "appendices", "table", "rows"):
        below = value.get(key) if isinstance(value, dict) else None
        if isinstance(below, dict):
            yield from _items(below)
        for item in below if isinstance(below, list) else ():
            if isinstance(item, dict):
                yield item
                yield from _items(item)
