"""Schema checks: said in Vietnamese, without a network, the same by both validators."""

from __future__ import annotations

import json
from typing import Any

import pytest
from corpus import ROOT, found
from expectations import INVALID, VALID, expected
from jsonschema import Draft202012Validator

from kehoach.repository import load_schemas
from kehoach.yamlfile import Loaded, parse

SCHEMAS = load_schemas(ROOT / "schema")


def messages(changes: dict[str, Any]) -> list[str]:
    base: dict[str, Any] = {
        "schema_version": 1,
        "title": "Kế hoạch thử",
        "issuer": "xa-mau",
        "body": [{"id": "muc", "text": "Mục."}],
    }
    loaded = Loaded("x.yaml", {key: value for key, value in {**base, **changes}.items() if value != "bỏ"})
    return [f"{p.code} {p.field}: {p.message}" for p in SCHEMAS["plan"].problems(loaded)]


@pytest.mark.parametrize("path", found(ROOT / "schema", "*.schema.json"), ids=lambda path: path.name)
def test_schema_is_a_schema(path: Any) -> None:
    """Every schema is valid draft 2020-12, titled, closed, and refers to nothing outside."""
    document = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(document)
    assert document["$schema"].endswith("2020-12/schema") and document["$id"].startswith("urn:kehoach:schema:")
    assert document["additionalProperties"] is False and document["title"]
    references = json.dumps(document).split('"$ref": "')[1:]
    assert all(reference.startswith("#/") for reference in references)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"issuer": "bỏ"}, ["KH201 : Thiếu khóa issuer."]),
        ({"isuer": "x"}, ["KH202 isuer: Khóa isuer không có trong khuôn dạng; có phải issuer?"]),
        ({"body": "x"}, ["KH203 body: Cần danh sách, đang là chữ."]),
        ({"number": 12}, ["KH203 number: Cần chữ hoặc null (chưa ghi), đang là số nguyên."]),
        ({"title": True}, ["KH203 title: Cần chữ, đang là true hoặc false."]),
        ({"number": "số 12"}, ["KH204 number: “số 12” không đúng mẫu, ví dụ: 618."]),
        ({"title": ""}, ["KH204 title: Giá trị để trống; điền vào hoặc bỏ cả khóa."]),
        ({"status": "x"}, ["KH205 status: “x” không được phép; chọn: draft, issued, withdrawn."]),
        ({"published": "2025-02-30"}, ["KH206 published: “2025-02-30” không phải ngày có thật dạng năm-tháng-ngày."]),
        ({"body": [{"id": "muc"}]}, ["KH207 body[0]: Cần ít nhất một trong các khóa: heading, text."]),
    ],
)
def test_fault_is_said_in_vietnamese(changes: dict[str, Any], said: list[str]) -> None:
    """Each fault once, at the deepest place, with what to write instead."""
    assert messages(changes) == said


@pytest.mark.parametrize(
    "date", ["20250720", "2025-W01-1", "2025-7-2", "2025-07-20T00:00", "２０２５-07-20", "2025-07-20\n"]
)
def test_only_one_way_to_write_a_date(date: str) -> None:
    """Other ISO forms, full-width figures and a trailing newline are no date."""
    assert [message[:5] for message in messages({"published": date})] == ["KH206"]


@pytest.mark.parametrize("path", [*VALID, *INVALID], ids=lambda path: path.stem)
def test_quick_validator_lets_nothing_through(path: Any) -> None:
    """The compiled validator that passes sound files agrees with the reference one on every case."""
    loaded = parse(path.read_bytes(), path.name)
    if loaded.problems:
        return
    schema = SCHEMAS["plan"]
    reference = Draft202012Validator(schema.document, format_checker=Draft202012Validator.FORMAT_CHECKER)
    quick = list(schema.problems(loaded)) == []
    assert quick is reference.is_valid(loaded.value)
    assert quick is (path in VALID or not expected(path)[0].startswith("KH2"))
