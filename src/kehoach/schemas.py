"""JSON Schema checks with Vietnamese messages."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry

from kehoach.problems import Problem
from kehoach.yamlfile import Loaded, Place

_TYPES = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "array": "danh sách",
    "object": "bảng khóa–giá trị",
    "null": "null (chưa ghi)",
    "boolean": "true hoặc false",
}


@dataclass(frozen=True)
class Schema:
    """One kind of file's JSON Schema (draft 2020-12)."""

    kind: str
    document: Mapping[str, Any]

    @classmethod
    def read(cls, kind: str, text: str) -> Schema:
        """Take the text of a schema file; raises where it is no valid schema."""
        document = json.loads(text)
        Draft202012Validator.check_schema(document)
        return cls(kind, document)

    @cached_property
    def _validator(self) -> Draft202012Validator:
        # An empty registry: a $ref to another host is an error, never a request.
        return Draft202012Validator(self.document, registry=Registry(), format_checker=_FORMATS)

    def problems(self, loaded: Loaded) -> Iterator[Problem]:
        """Find what in a loaded file breaks the schema, each fault once, at the deepest place."""
        for error in self._validator.iter_errors(loaded.value):
            yield from _problems(error, loaded, self.document)


_FORMATS = FormatChecker(formats=("date",))


def _problems(error: ValidationError, loaded: Loaded, schema: Mapping[str, Any]) -> Iterator[Problem]:
    place: Place = tuple(error.absolute_path)
    rule, value, expected = str(error.validator), error.instance, error.validator_value
    if rule == "required":
        missing = next((key for key in expected if key not in value and repr(key) in error.message), None)
        code, message = "KH201", f"Thiếu khóa {missing or ', '.join(expected)}."
    elif rule == "additionalProperties":
        known = set(error.schema.get("properties", {})) if isinstance(error.schema, Mapping) else set()
        for key in sorted(set(value) - known):
            yield loaded.problem("KH202", (*place, key), f"Khóa {key} không có trong khuôn dạng{_near(key, known)}.")
        return
    elif rule == "type":
        names = [expected] if isinstance(expected, str) else list(expected)
        code = "KH203"
        message = f"Cần {' hoặc '.join(_TYPES[name] for name in names)}, đang là {_type_of(value)}."
    elif rule in ("enum", "const"):
        allowed = expected if rule == "enum" else [expected]
        code, message = "KH205", f"{_short(value)} không được phép; chọn: {', '.join(map(str, allowed))}."
    elif rule == "format":
        code, message = "KH206", f"{_short(value)} không phải một ngày có thật dạng năm-tháng-ngày."
    elif rule == "pattern":
        code, message = "KH204", f"{_short(value)} không đúng mẫu{_example(error.schema)}."
    elif rule in ("minItems", "minLength", "minProperties"):
        code, message = "KH204", "Giá trị để trống; điền vào hoặc bỏ cả khóa."
    elif rule in ("maxItems", "maxLength"):
        code, message = "KH204", f"Giá trị quá dài, tối đa {expected}."
    elif rule in ("minimum", "maximum"):
        code, message = "KH204", f"{_short(value)} nằm ngoài khoảng cho phép ({rule} {expected})."
    elif rule == "uniqueItems":
        code, message = "KH204", "Danh sách có phần tử lặp lại."
    elif rule == "anyOf":
        wanted = [key for option in expected for key in option.get("required", [])]
        code, message = "KH207", f"Cần ít nhất một trong các khóa: {', '.join(wanted)}."
    elif rule == "not":
        code, message = "KH207", f"Không ghi khóa này cùng với {', '.join(expected.get('required', []))}."
    else:
        code, message = "KH204", "Giá trị không hợp khuôn dạng."
    yield loaded.problem(code, place, message)


def _type_of(value: Any) -> str:
    name = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return _TYPES[name.get(type(value), "null")]


def _short(value: Any) -> str:
    text = str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def _example(schema: Any) -> str:
    examples = schema.get("examples") if isinstance(schema, Mapping) else None
    return f", ví dụ: {examples[0]}" if examples else ""


def _near(key: str, known: set[str]) -> str:


    close = difflib.get_close_matches(key, sorted(known), 1)
    return f"; có phải {close[0]}" if close else ""
