"""JSON Schema checks with Vietnamese messages."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry

from kehoach.files.problems import Problem
from kehoach.files.yamlfile import Loaded
from kehoach.model.place import Place

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
        """Take the text of a schema file; raises ValueError where it is no JSON or refers to another file or host."""
        document = json.loads(text)
        if any(not reference.startswith("#") for reference in _references(document)):
            raise ValueError(f"{kind}: a reference leads out of the schema")
        return cls(kind, document)

    @cached_property
    def digest(self) -> str:
        """Tell two states of a schema apart."""
        return hashlib.sha256(json.dumps(self.document, sort_keys=True).encode()).hexdigest()

    @cached_property
    def _validator(self) -> Draft202012Validator:
        # An empty registry: a $ref to another host is an error, never a request.
        return Draft202012Validator(self.document, registry=Registry(), format_checker=_FORMATS)

    @cached_property
    def _quick(self) -> jsonschema_rs.Draft202012Validator:
        # By default this validator fetches what a $ref names, over the network and from the disk.
        return jsonschema_rs.Draft202012Validator(dict(self.document), validate_formats=True, retriever=_refuse)

    def problems(self, loaded: Loaded) -> Iterator[Problem]:
        """Find what in a loaded file breaks the schema, each fault once, at the deepest place.

        A compiled validator passes sound files; only for others the slower reference validator, about 250
        times as slow, finds what to say.
        """
        if self._quick.is_valid(loaded.value):
            return
        said = False
        for error in self._validator.iter_errors(loaded.value):
            said = True
            yield from _problems(error, loaded)
        if not said:
            # The two differ, say over the end of a pattern; what one of them refuses is refused.
            yield loaded.problem("KH204", (), "Tệp có giá trị không hợp khuôn dạng.")


_FORMATS = FormatChecker(formats=("date",))
_REFERENCES = ("$ref", "$dynamicRef")


def _references(part: Any) -> Iterator[str]:
    """Give every reference in a schema, those in examples too."""
    for key, value in part.items() if isinstance(part, dict) else enumerate(part):
        if key in _REFERENCES:
            yield str(value)
        elif isinstance(value, dict | list):
            yield from _references(value)


def _refuse(address: str) -> Any:
    raise ValueError(f"a schema asks for {address}")


def _problems(error: ValidationError, loaded: Loaded) -> Iterator[Problem]:
    place: Place = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = set(_mapping(error.schema).get("properties", {}))
        for key in sorted(set(_mapping(error.instance)) - known):
            yield loaded.problem("KH202", (*place, key), f"Khóa {key} không có trong khuôn dạng{_near(key, known)}")
        return
    if error.validator == "pattern" and not error.instance and "minLength" in _mapping(error.schema):
        return
    code, say = _MESSAGES.get(str(error.validator), ("KH204", lambda *_: "Giá trị không hợp khuôn dạng."))
    yield loaded.problem(code, place, say(error.validator_value, error.instance, error))


def _required(expected: Any, value: Any, error: ValidationError) -> str:
    missing = [key for key in expected if key not in value and repr(key) in error.message]
    return f"Thiếu khóa {', '.join(missing)}."


def _type(expected: Any, value: Any, _: ValidationError) -> str:
    names = [expected] if isinstance(expected, str) else expected
    if value is None:
        return (
            f"Đang để trống, cần {' hoặc '.join(_TYPES[name] for name in names)}; nếu văn bản không có thì bỏ cả khóa."
        )
    return f"Cần {' hoặc '.join(_TYPES[name] for name in names)}, đang là {_type_of(value)}."


def _allowed(expected: Any, value: Any, _: ValidationError) -> str:
    choices = expected if isinstance(expected, list) else [expected]
    return f"{_short(value)} không được phép; chọn: {', '.join(map(str, choices))}."


def _one_of(expected: Any, *_: Any) -> str:
    wanted = [key for option in expected for key in option.get("required", [])]
    return f"Cần ít nhất một trong các khóa: {', '.join(wanted)}."


_EMPTY = ("KH204", lambda *_: "Giá trị để trống; điền vào hoặc bỏ cả khóa.")
_LONG = ("KH204", lambda expected, *_: f"Giá trị quá dài, tối đa {expected}.")
_RANGE = ("KH204", lambda expected, value, _: f"{_short(value)} nằm ngoài khoảng cho phép, giới hạn là {expected}.")
_MESSAGES: dict[str, tuple[str, Callable[[Any, Any, ValidationError], str]]] = {
    "required": ("KH201", _required),
    "type": ("KH203", _type),
    "enum": ("KH205", _allowed),
    "const": ("KH205", _allowed),
    "format": ("KH206", lambda _, value, __: f"{_short(value)} không phải ngày có thật dạng năm-tháng-ngày."),
    "pattern": ("KH204", lambda _, value, error: f"{_short(value)} không đúng mẫu{_example(error.schema)}."),
    "minItems": _EMPTY,
    "minLength": _EMPTY,
    "minProperties": _EMPTY,
    "maxItems": _LONG,
    "maxLength": _LONG,
    "minimum": _RANGE,
    "maximum": _RANGE,
    "uniqueItems": ("KH204", lambda *_: "Danh sách có phần tử lặp lại."),
    "anyOf": ("KH207", _one_of),
    "not": ("KH207", lambda expected, *_: f"Không ghi khóa này cùng với {', '.join(expected.get('required', []))}."),
}
"""Per JSON Schema keyword the problem's code and how its message is said."""


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _type_of(value: Any) -> str:
    name = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return _TYPES[name.get(type(value), "null")]


def _short(value: Any) -> str:
    text = str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def _example(schema: Any) -> str:
    examples = _mapping(schema).get("examples")
    return f", ví dụ: {examples[0]}" if examples else ""


def _near(key: str, known: set[str]) -> str:

    close = difflib.get_close_matches(key, sorted(known), 1)
    return f"; có phải {close[0]}?" if close else "."
