"""What a JSON Schema's fault is in Vietnamese: what is wrong, and the value or key as it should be."""

from __future__ import annotations

import contextlib
import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jsonschema.exceptions import ValidationError

from kehoach.files.yamltext import impossible
from kehoach.model.place import Place
from kehoach.wording.letters import slug

Fault = tuple[str, Place, str]
"""A problem's code, its place and its message."""

_TYPES = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "array": "danh sách",
    "object": "bảng khóa–giá trị",
    "null": "null (chưa ghi)",
    "boolean": "true hoặc false",
}
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\Z")
_FIGURES = re.compile(r"[0-9]{1,9}")
_CHOICE = re.compile(r"(\w+): ([^;.]+)")
_NUMBER_AND_SYMBOL = re.compile(r"([0-9]+[a-z]?) */ *(.+)\Z")


_SYNONYMS = {"place": "venue", "location": "venue", "result": "output", "product": "output", "cost": "budget"}
"""English words that people type for a key of the same sense."""


def message(error: ValidationError, document: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[Fault]:
    """Say what a fault is; ``document`` is the whole schema, ``names`` gives ids of bodies by slugs."""
    place: Place = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        properties = _mapping(_mapping(error.schema).get("properties"))
        for key in sorted(set(_mapping(error.instance)) - set(properties)):
            remark = f" Là lời ghi cho nhau thì đặt dấu # ở đầu dòng: # {key}" if " " in key else ""
            if level := _level(key, place, document):
                yield "KH202", (*place, key), level
                continue
            sentence = f"Khóa {key} không có trong khuôn dạng{_near(key, properties, document)}"
            yield "KH202", (*place, key), sentence + (remark if sentence.endswith(".") else "")
        return
    if error.validator == "pattern" and not error.instance and "minLength" in _mapping(error.schema):
        return
    if (meant := _as_meant(place, error, names)) is not None:
        yield meant
        return
    code, say = _MESSAGES.get(str(error.validator), ("KH204", lambda *_: "Giá trị không hợp khuôn dạng."))
    yield code, place, say(error.validator_value, error.instance, error)


def _level(key: str, place: Place, document: Mapping[str, Any]) -> str:
    """Say of a key that is right elsewhere that it is set in too far, or not far enough; empty for any other."""
    of_items = _mapping(_mapping(_mapping(document.get("$defs")).get("item")).get("properties"))
    if place and key in _mapping(document.get("properties")):
        return (
            f"Khóa {key} thụt quá sâu nên thành một phần của {place[0]}. Là khóa của cả tệp thì bớt thụt, sát lề trái."
        )
    if not place and key in of_items:
        return f"Khóa {key} là của một mục nhưng đứng sát lề trái. Thụt vào cho thẳng cột với id của mục."
    return ""


def _as_meant(place: Place, error: ValidationError, names: Mapping[str, str]) -> Fault | None:
    """Tell what somebody meant who wrote a value in a usual but wrong way."""
    key = str(place[-1]) if place else ""
    value = error.instance
    if key == "number" and error.validator in ("type", "pattern"):
        return _number(place, value)
    if key == "symbol" and error.validator == "pattern" and (parts := _NUMBER_AND_SYMBOL.match(str(value))):
        meant = f'number: "{parts[1]}", symbol: {parts[2]}'
        return "KH204", place, f"{_short(value)} gồm cả số; ký hiệu là phần sau dấu gạch chéo. Tách ra: {meant}."
    if error.validator == "format" and isinstance(value, str) and (why := impossible(value.strip())):
        return "KH206", place, f"{_short(value)} không có trong lịch: {why}."
    if error.validator == "format" and isinstance(value, str) and (day := _DAY.match(value.strip())):
        meant = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
        return "KH206", place, f'{_short(value)} viết theo lối Việt Nam; máy cần năm-tháng-ngày: {key}: "{meant}".'
    if error.validator == "pattern" and isinstance(value, str):
        if "facts" in place and slug(value) not in names and _is_name(value):
            return "KH204", place, f"{_short(value)} là tên; ở đây cần mã, tra ở plans/registry/units.yaml."
        if body_id := names.get(slug(value)):
            return "KH204", place, f"{_short(value)} là tên; ở đây cần mã cơ quan: {key}: {body_id}."
        if key in ("id", "series", "issuer", "to", "via") and (meant := slug(value)) and meant != value:
            return (
                "KH204",
                place,
                f"{_short(value)} không phải mã; mã viết không dấu, chữ thường, nối bằng gạch: {key}: {meant}.",
            )
    return None


def _is_name(value: str) -> bool:
    """Tell whether somebody wrote words where an id belongs."""
    return " " in value.strip() and slug(value) != value


def _number(place: Place, value: Any) -> Fault | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        meant = f'number: "{value}"' if isinstance(value, int) else 'ví dụ number: "12"'
        return "KH203", place, f"Số văn bản {value} phải đặt trong dấu nháy để giữ nguyên chữ số: {meant}."
    if isinstance(value, str) and not any(map(str.isdigit, value)):
        return "KH204", place, f"{_short(value)} không phải số văn bản. Chưa có số thì ghi: number: null."
    if isinstance(value, str) and (match := _NUMBER_AND_SYMBOL.match(value)):
        return (
            "KH204",
            place,
            f'{_short(value)} gồm số và ký hiệu; tách ra: number: "{match[1]}", symbol: {match[2]}.',
        )
    return None


def _required(expected: Any, value: Any, error: ValidationError) -> str:
    missing = [key for key in expected if key not in value and repr(key) in error.message]
    properties = _mapping(_mapping(error.schema).get("properties"))
    lines = [
        f"{key}: {example}" for key in missing if (example := _value_of(_mapping(properties.get(key)))) is not None
    ]
    example = f", ví dụ: {lines[0].rstrip('.')}" if lines else ""
    added = "; lệnh fmt điền mã còn thiếu" if missing == ["id"] and {"cells", "text"} & properties.keys() else ""
    return f"Thiếu khóa {', '.join(missing)}{_of_item(value)}{example}{added}."


def _value_of(schema: Mapping[str, Any]) -> str | int | None:
    """Give a value that a key may have, None where it is none of one line."""
    value = schema.get("const", next(iter(schema.get("examples", ())), None))
    return value if isinstance(value, str | int) else None


def _of_item(value: Any) -> str:
    """Name the item that a fault is in, where it has an id."""
    item_id = _mapping(value).get("id")
    return f" ở mục {item_id}" if isinstance(item_id, str) else ""


def _type(expected: Any, value: Any, error: ValidationError) -> str:
    names = [expected] if isinstance(expected, str) else expected
    types = " hoặc ".join(_TYPES[name] for name in names)
    if value is None and error.absolute_path and isinstance(error.absolute_path[-1], int):
        return f"Dòng chỉ có dấu gạch, cần {types}. Xóa dòng này, hoặc viết tiếp sau dấu gạch."
    if value is None:
        return f"Đang để trống, cần {types}; nếu văn bản không có thì bỏ cả khóa."
    return f"Cần {types}, đang là {_type_of(value)}{_instead(names, value, error)}."


def _instead(names: list[str], value: Any, error: ValidationError) -> str:
    """Say how a value of another type is written as the one that is needed, as a clause."""
    key = error.absolute_path[-1] if error.absolute_path else ""
    head = f"{key}: " if isinstance(key, str) and key else "- "
    if "array" in names:
        return "; mỗi phần tử một dòng bắt đầu bằng “- ”"
    if "string" in names and isinstance(value, bool | int | float):
        printed_value = {True: "true", False: "false"}[value] if isinstance(value, bool) else value
        return f'; đặt trong dấu nháy: {head}"{printed_value}"'
    if "integer" in names and isinstance(value, str) and len(figures := _FIGURES.findall(value)) == 1:
        return f"; chỉ ghi chữ số, không dấu nháy: {head}{int(figures[0])}"
    if "string" in names and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return (
            f"; {'bỏ dấu ngoặc hay dấu gạch' if isinstance(key, str) else 'thừa một dấu gạch'}: {head}{_cut(value[0])}"
        )
    if "string" in names and isinstance(value, list) and all(isinstance(one, str) for one in value):
        joined = "; ".join(one.rstrip(".;") for one in value)
        return f"; viết trên một dòng, ngăn bằng dấu chấm phẩy: {head}{_cut(joined)}"
    if "string" in names and isinstance(value, Mapping) and len(value) == 1:
        ((word, rest),) = value.items()
        if rest is None:
            return f'; ngoặc nhọn có nghĩa riêng, đặt cả lời trong dấu nháy: {head}"{{{_cut(str(word))}}}"'
        words = f"{word}: {rest}".strip().strip("“”")
        return f'; dấu hai chấm trong lời bị hiểu là khóa, đặt cả lời trong dấu nháy: {head}"{_cut(words)}"'
    keys = list(_mapping(_mapping(error.schema).get("properties")))
    if "object" in names and keys and isinstance(value, list):
        return f"; bỏ gạch đầu dòng dưới {key}" if key else ""
    if "object" in names and keys:
        return f"; xuống dòng, mỗi phần một dòng thụt vào, dạng “khóa: chữ” ({', '.join(keys[:6])})"
    return ""


def _cut(words: str) -> str:
    return f"{words[:80].rstrip()}…" if len(words) > 80 else words


def _allowed(expected: Any, value: Any, error: ValidationError) -> str:
    choices = expected if isinstance(expected, list) else [expected]
    if not isinstance(value, str) and str(value) in choices:
        return f'{value} phải là chữ: đặt trong dấu nháy, "{value}".'
    meaning = str(_mapping(error.schema).get("description", ""))
    # What the choices stand for is said where the description explains them one by one.
    explained = f" ({meaning.rstrip('.')})" if f"{choices[0]}:" in meaning else ""
    meant = _meant(str(value), choices, meaning)
    return f"{_short(value)} không được phép{meant}; chọn: {', '.join(map(str, choices))}{explained}."


def _meant(value: str, choices: list[Any], meaning: str) -> str:
    """Name the choice that a value is spelt like, or whose Vietnamese explanation it is, as a clause."""
    explained = {slug(words): name for name, words in _CHOICE.findall(meaning) if name in choices}
    word = slug(value)
    near = difflib.get_close_matches(value.strip().lower(), [str(choice) for choice in choices], 1)
    field_names = [
        name for words, name in explained.items() if word and (words == word or words.startswith(f"{word}-"))
    ]
    field_names += [explained[words] for words in difflib.get_close_matches(word, explained, 1)]
    return f", có lẽ là {[*near, *field_names][0]}" if near or field_names else ""


def _one_of(expected: Any, value: Any, _: ValidationError) -> str:
    keys = [key for option in expected for key in option.get("required", [])]
    return f"Cần ít nhất một trong các khóa{_of_item(value)}: {', '.join(keys)}."


def _pattern(expected: Any, value: Any, error: ValidationError) -> str:
    mended = next(_mended(str(expected), str(value)), None)
    return f"{_short(value)} không đúng mẫu{_example(error.schema) if mended is None else f'; ghi là {mended}'}."


def _mended(pattern: str, value: str) -> Iterator[str]:
    """Give the value in the forms that the pattern takes: on one line, without spaces, in the other case, as an id."""
    joined = "".join(value.split())
    address = f"https://{'%20'.join(re.sub(r'^https?://', '', value.strip()).split(' '))}"
    for form in (" ".join(value.split()), joined, joined.lower(), joined.upper(), address, slug(value)):
        with contextlib.suppress(re.error):
            if form != value and re.search(pattern, form):
                yield form


_EMPTY = ("KH204", lambda *_: "Giá trị để trống; điền vào hoặc bỏ cả khóa.")
_LONG = ("KH204", lambda expected, *_: f"Giá trị quá dài, tối đa {expected}.")
_RANGE = ("KH204", lambda expected, value, _: f"{_short(value)} nằm ngoài khoảng cho phép, giới hạn là {expected}.")
_MESSAGES: dict[str, tuple[str, Callable[[Any, Any, ValidationError], str]]] = {
    "required": ("KH201", _required),
    "type": ("KH203", _type),
    "enum": ("KH205", _allowed),
    "const": ("KH205", _allowed),
    "format": (
        "KH206",
        lambda _, value, __: f"{_short(value)} không có trong lịch, hoặc không phải dạng năm-tháng-ngày.",
    ),
    "pattern": ("KH204", _pattern),
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


def _near(key: str, properties: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    """Name the key that was meant: one spelt nearly so, or one whose Vietnamese title says it."""
    spelt = [name for name in [_SYNONYMS.get(key)] if name in properties]
    spelt += difflib.get_close_matches(key, sorted(properties), 1)
    word = slug(key.replace("_", " "))
    titled = [name for name, part in properties.items() if word and word in slug(_title(part, document))]
    meant = [*spelt, *sorted(titled, key=lambda name: len(_title(properties[name], document)))]
    return f"; có phải {meant[0]}?" if meant else "."


def _title(part: Any, document: Mapping[str, Any]) -> str:
    """Give a property's title, its own or that of the definition that it refers to."""
    own = _mapping(part)
    name = str(own.get("$ref", "")).removeprefix("#/$defs/")
    return str(own.get("title") or _mapping(_mapping(document.get("$defs")).get(name)).get("title", ""))
