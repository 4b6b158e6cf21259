"""The table of a duty's fields: held to the schema, recognised in print, and the only list of them."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import kehoach
from kehoach.model.fields import BODIES, BY_KEY, FIELDS, IDEAS, LABELS, label_kind, labelled
from kehoach.model.tables import COLUMN_NAMES

ROOT = Path(__file__).parents[2]
DEFS = json.loads((ROOT / "schema" / "plan.v1.schema.json").read_text(encoding="utf-8"))["$defs"]
SPELLINGS = [(spelling, field.key) for field in FIELDS for spelling in (field.label, *field.spellings)]
SOURCES = sorted(Path(kehoach.__file__).parent.rglob("*.py"))


def test_schema_and_table_have_the_same_fields() -> None:
    """Every row is a key of an item and of its labels, named in Vietnamese as in print; the schema has no other."""
    labels, item = DEFS["labels"]["properties"], DEFS["item"]["properties"]
    assert set(labels) == set(LABELS)
    assert set(LABELS) | set(IDEAS) <= set(item)
    for field in FIELDS:
        assert label_kind(item[field.key]["title"].removesuffix(" (dòng in)")) == field.key
        assert label_kind(labels[field.key]["examples"][0]) == field.key
    structure = {
        "id",
        "continues",
        "unlabelled",
        "heading",
        "run_in",
        "text",
        "number",
        "numbering",
        "labels",
        "table",
        "items",
        "notes",
        "facts",
    }
    assert set(item) - structure == set(LABELS) | set(IDEAS)


def test_facts_can_name_the_bodies_of_every_field_of_bodies() -> None:
    """What a person notes of who acts is said by the same keys."""
    facts = DEFS["facts"]["properties"]
    noted = {key for key, part in facts.items() if part.get("$ref") == "#/$defs/unit_ids"}
    assert noted == {field.key for field in BODIES}


@pytest.mark.parametrize(("spelling", "key"), SPELLINGS, ids=[spelling for spelling, _ in SPELLINGS])
def test_every_spelling_is_recognised(spelling: str, key: str) -> None:
    """A label is known with and without capitals, with marks around it, and at the head of a line."""
    assert label_kind(spelling) == label_kind(spelling.upper()) == label_kind(f"{spelling} (nếu có)") == key
    assert labelled(f"{spelling}: lời ghi.") == (key, len(spelling) + 1)


@pytest.mark.parametrize(
    "words",
    ["Nơi nhận", "Căn cứ", "Mục đích", "Yêu cầu", "Ghi chú", "Thực hiện", "Báo cáo", "Số", "Kính gửi", "Điều 1"],
)
def test_other_labels_are_no_fields(words: str) -> None:
    """What stands before a colon elsewhere in a plan names no field."""
    assert label_kind(words) == ""


def test_columns_and_names_are_each_fields_own() -> None:
    """No two fields share a key, a label, a name or a column."""
    for name in ("key", "label", "name", "column"):
        assert len({getattr(field, name) for field in FIELDS}) == len(FIELDS) == len(BY_KEY)


def _listed(tree: ast.AST) -> Iterator[tuple[int, set[str]]]:
    """Collections written out in a module, that consist of keys of fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            entries = node.elts
        elif isinstance(node, ast.Dict):
            entries = [key for key in node.keys if key]
        else:
            continue
        strings = {one.value for one in entries if isinstance(one, ast.Constant) and isinstance(one.value, str)}
        # Roles of bodies in a sentence are called like fields where they are the same, but are more.
        yield node.lineno, strings if strings <= BY_KEY.keys() else set()


def test_nothing_else_lists_the_fields() -> None:
    """No module but the table names two fields in one collection."""
    lists = [
        f"{path.name}:{line}: {sorted(keys)}"
        for path in SOURCES
        if path.name != "fields.py" or path.parent.name != "model"
        for line, keys in _listed(ast.parse(path.read_text(encoding="utf-8")))
        if len(keys) > 1
    ]
    assert not lists


def test_columns_of_tables_hold_fields() -> None:
    """What the column of a table can hold is a field of a duty, or one of the few kinds that only tables have."""
    kinds = DEFS["column"]["properties"]["kind"]["enum"]
    assert set(kinds) == set(COLUMN_NAMES) and set(LABELS) < set(kinds)
