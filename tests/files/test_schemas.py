"""Schema checks: said in Vietnamese, without a network, the same by both validators."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from corpus import ROOT, found
from expectations import INVALID, VALID, expected
from jsonschema import Draft202012Validator

from kehoach.files.repository import BrokenSchemas, load_schemas
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import Loaded, parse

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
        ({"issuer": "bỏ"}, ["KH201 : Thiếu khóa issuer, ví dụ: issuer: xa-ea-knop."]),
        ({"isuer": "x"}, ["KH202 isuer: Khóa isuer không có trong khuôn dạng; có phải issuer?"]),
        ({"body": "x"}, ["KH203 body: Cần danh sách, đang là chữ; mỗi phần tử một dòng bắt đầu bằng “- ”."]),
        ({"number": 12}, ['KH203 number: Số văn bản 12 phải đặt trong dấu nháy để giữ nguyên chữ số: number: "12".']),
        ({"title": True}, ['KH203 title: Cần chữ, đang là true hoặc false; đặt trong dấu nháy: title: "true".']),
        (
            {"number": "12/KH-UBND"},
            ['KH204 number: “12/KH-UBND” gồm số và ký hiệu; tách ra: number: "12", symbol: KH-UBND.'],
        ),
        ({"chu_de": "x"}, ["KH202 chu_de: Khóa chu_de không có trong khuôn dạng."]),
        ({"noi_nhan": ["x"]}, ["KH202 noi_nhan: Khóa noi_nhan không có trong khuôn dạng; có phải recipients?"]),
        ({"number": "số 12"}, ["KH204 number: “số 12” không đúng mẫu, ví dụ: 618."]),
        ({"title": ""}, ["KH204 title: Giá trị để trống; điền vào hoặc bỏ cả khóa."]),
        (
            {"status": "x"},
            [
                "KH205 status: “x” không được phép; chọn: draft, issued, withdrawn (draft: dự thảo; issued: đã ban "
                "hành (mặc định); withdrawn: đã thu hồi nhưng vẫn giữ tại địa chỉ cũ)."
            ],
        ),
        (
            {"published": "2025-02-30"},
            ["KH206 published: “2025-02-30” không có trong lịch: tháng 2 năm 2025 chỉ có 28 ngày."],
        ),
        (
            {"body": [{"id": "muc"}]},
            ["KH207 body[0]: Cần ít nhất một trong các khóa ở mục muc: heading, text, unlabelled, table."],
        ),
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


@pytest.mark.parametrize("path", found(ROOT / "tests" / "fixtures", "**/*.yaml"), ids=lambda path: path.stem)
def test_validators_agree_on_every_fixture(path: Path) -> None:
    """Against the schema of its kind and against all others, a file passes both validators or neither."""
    loaded = parse(path.read_bytes(), path.name)
    for kind, schema in SCHEMAS.items() if loaded.value is not None else ():
        assert schema._quick.is_valid(loaded.value) is schema._validator.is_valid(loaded.value), kind


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server of this machine that would give a schema, and what it was asked for."""
    paths: list[str] = []

    class Giving(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, format: str, *arguments: Any) -> None:
            """Print nothing."""

    with HTTPServer(("127.0.0.1", 0), Giving) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/x.json", paths
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("validator", ["_quick", "_validator"])
def test_reference_to_another_host_is_never_fetched(validator: str, asked: tuple[str, list[str]]) -> None:
    """Neither validator asks a host or the disk for what a schema refers to."""
    address, paths = asked
    for reference in (address, (ROOT / "schema" / "plan.v1.schema.json").as_uri()):
        with pytest.raises(Exception, match=r"x\.json|plan\.v1"):
            getattr(Schema("plan", {"properties": {"a": {"$ref": reference}}}), validator).is_valid({"a": 1})
    assert paths == []


@pytest.mark.parametrize("reference", ["https://a.example/x.json", "file:///etc/passwd", "terms.v1.schema.json#/a"])
def test_schema_that_refers_outside_is_broken(reference: str, tmp_path: Path) -> None:
    """Such a schema file is refused before anything is checked against it."""
    document = {"properties": {"a": {"items": [{"$ref": reference}]}}}
    (tmp_path / "plan.v1.schema.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(BrokenSchemas, match="plan"):
        load_schemas(tmp_path)


def test_what_one_validator_refuses_is_refused() -> None:
    """A trailing newline passes the reference validator's ``$`` but not the quick one's: one problem at the top."""
    document = {"properties": {"a": {"pattern": "^[0-9]+$"}}}
    found = list(Schema("plan", document).problems(Loaded("x.yaml", {"a": "1\n"})))
    assert [(p.code, p.field) for p in found] == [("KH204", "")]
