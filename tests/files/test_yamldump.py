"""Plans written by machine: five plans of four bodies, byte for byte."""

from __future__ import annotations

import json

import pytest
from corpus import FIVE, PLAN_IDS, ROOT
from hypothesis import given
from hypothesis import strategies as st

from kehoach.files.yamlcomments import Remarks
from kehoach.files.yamldump import TOP_KEYS, dump_plan
from kehoach.files.yamlfile import parse
from kehoach.files.yamlwriter import write_yaml
from kehoach.wording.letters import nfc


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_plans_are_written_as_they_are(plan_id: str) -> None:
    """Reading and writing a plan file changes no byte."""
    data = (FIVE / "plans" / f"{plan_id}.yaml").read_bytes()
    assert dump_plan(parse(data, plan_id).value).encode() == data


def test_keys_are_those_of_the_schema_in_its_order() -> None:
    """The schema says the order, and no key is missing here."""
    schema = json.loads((ROOT / "schema" / "plan.v1.schema.json").read_text(encoding="utf-8"))
    assert [key for key in schema["properties"] if key in TOP_KEYS] == list(TOP_KEYS)


_WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=12)
_TEXT = st.lists(_WORDS, min_size=1, max_size=30).map(lambda words: nfc(" ".join(words)))


@given(_TEXT, st.lists(_TEXT, min_size=1, max_size=4).map("\n".join))
def test_writing_and_reading_give_equal_data(line: str, prose: str) -> None:
    """Any words, however like numbers, dates or marks of YAML, come back the same."""
    data = {"schema_version": 1, "title": line, "issuer": "a", "body": [{"id": "b", "text": prose}]}
    text = dump_plan(data)
    loaded = parse(text.encode(), "x")
    assert loaded.problems or loaded.value == data


def test_a_quotation_is_written_so_that_it_is_read() -> None:
    """Words that stand in curly quotes as a whole are no value in the wrong quotes."""
    data = {"schema_version": 1, "title": "“Bốn tại chỗ”", "issuer": "a", "body": [{"id": "b", "text": "“Xanh”"}]}
    read = parse(dump_plan(data).encode(), "x")
    assert (read.problems, read.value) == ([], data)


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_a_file_without_comments_is_written_as_one_with(plan_id: str) -> None:
    """Both ways of writing give the same lines; a comment at a place that no file has changes nothing."""
    value = parse((FIVE / "plans" / f"{plan_id}.yaml").read_bytes(), plan_id).value
    assert write_yaml(value) == write_yaml(value, Remarks(above={("nowhere",): ["# x"]}))
