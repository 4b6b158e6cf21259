"""Reading YAML that is careless or hostile: plain values and problems, never an exception."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
import yaml
from bounds import counted, limited
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.files.yamlfile import Loaded, parse
from kehoach.files.yamltext import MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS, MAX_VALUES, impossible
from kehoach.model.place import dotted


def codes(data: bytes | str) -> list[tuple[str, int]]:
    loaded = parse(data.encode() if isinstance(data, str) else data, "plans/thu.yaml")
    return [(problem.code, problem.line) for problem in loaded.problems]


LAUGHS = "a: &a [ha, ha]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in ("ab", "bc", "cd", "de", "ef"))

# Name: the file, the code of each problem with its line.
HOSTILE: dict[str, tuple[bytes | str, list[tuple[str, int]]]] = {
    "anchor": ("a: 1\nb: &x chữ\n", [("KH108", 2)]),
    "anchored mapping": ("a: &x\n  b: 1\n", [("KH108", 1)]),
    "alias": ("a: chữ\nb: *x\n", [("KH108", 2)]),
    "merge": ("a:\n  <<: chữ\n", [("KH110", 2)]),
    "quoted merge": ('"<<": chữ\n', [("KH110", 1)]),
    "billion laughs": (LAUGHS, [("KH108", 1)]),
    "tag": ("a: !!python/object/apply:os.system ['ls']\n", [("KH108", 1)]),
    "own tag": ("a: !x chữ\n", [("KH108", 1)]),
    "bare tag": ("a: ! chữ\n", [("KH108", 1)]),
    "tagged mapping": ("--- !!set\na: 1\n", [("KH108", 1)]),
    "tag directive": ("%TAG ! tag:x,2000:\n---\na: 1\n", [("KH108", 1)]),
    "version directive": ("%YAML 1.1\n---\na: 1\n", [("KH108", 1)]),
    "two documents": ("a: 1\n---\nb: 2\n", [("KH108", 2)]),
    "duplicate key": ("a: 1\nb: 2\na: 3\n", [("KH109", 3)]),
    "duplicate key below": ("a:\n  - b: 1\n    c: 2\n    b: 3\n", [("KH109", 4)]),
    "duplicate key, quoted": ("a: 1\n'a': 2\n", [("KH109", 2)]),
    "complex key": ("? [a, b]\n: 1\n", [("KH107", 1)]),
    "mapping as key": ("{a: 1}: 2\n", [("KH107", 1)]),
    "tab indent": ("a:\n\tb: 1\n", [("KH107", 2)]),
    "tab in a value": ("a: một\thai\n", [("KH112", 1)]),
    "unclosed quote": ('a: "chữ\n', [("KH107", 1)]),
    "unclosed bracket": ("a: [1, 2\n", [("KH107", 1)]),
    "two colons": ("a: b: c\n", [("KH107", 1)]),
    "wrong indent": ("a:\n   b: 1\n  c: 2\n", [("KH107", 3)]),
    "utf-16": ("a: 1\n".encode("utf-16"), [("KH102", 1)]),
    "latin-1": ("x: 1\na: Đồng Xuân là gì é\n".replace("Đồng Xuân là gì ", "").encode("latin-1"), [("KH102", 2)]),
    "surrogate bytes": (b"a: \xed\xa0\x80\n", [("KH102", 1)]),
    "lone cr": ("a: 1\n# chú thích\rb: 2\n", [("KH103", 2)]),
    "line separator in a comment": ("a: 1\n# chú thích\u2028b: 2\n", [("KH103", 2)]),
    "next line in a comment": ("a: 1\n# chú thích\u0085b: 2\n", [("KH103", 2)]),
    "nul": ("a: chữ\0\n", [("KH103", 1)]),
    "escape": ("a: \x1b[31mđỏ\n", [("KH103", 1)]),
    "zero width": ("a: Sở\u200b Nội vụ\n", [("KH103", 1)]),
    "soft hyphen": ("a: Sở Nội\u00ad vụ\n", [("KH103", 1)]),
    "bidi": ("a: 1\nb: \u202echữ\n", [("KH103", 2)]),
    "private use": ("a: \ue000\n", [("KH103", 1)]),
    "escaped bidi": ('a: "\\u202echữ"\n', [("KH103", 1)]),
    "escaped nul": ('a: "chữ\\0"\n', [("KH103", 1)]),
    "escaped surrogate": ('a: "\\ud800"\n', [("KH107" if yaml.__with_libyaml__ else "KH103", 1)]),
    "escaped decomposed letter": ('a: "e\\u0301"\n', [("KH105", 1)]),
    "decomposed letters": (unicodedata.normalize("NFD", "a: 1\nb: Đắk Lắk\n"), [("KH105", 2)]),
    "empty": ("", [("KH111", 1)]),
    "blank": (" \n\n", [("KH111", 1)]),
    "comment only": ("# chỉ có chú thích\n", [("KH111", 1)]),
    "null only": ("null\n", [("KH111", 1)]),
    "trailing space in quotes": ('a: "chữ "\n', [("KH112", 1)]),
    "leading space in quotes": ("a: ' chữ'\n", [("KH112", 1)]),
    "two spaces": ("a: một  hai\n", [("KH112", 1)]),
    "block with a last newline": ("a: |\n  chữ\n", [("KH112", 1)]),
    "blank line in a block": ("a: |-\n  một\n\n  hai\n", [("KH112", 1)]),
    "flow nesting 41": ("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, [("KH106", 1)]),
    "block nesting 41": ("\n".join("  " * n + "a:" for n in range(MAX_DEPTH + 1)) + " 1", [("KH106", MAX_DEPTH + 1)]),
    "flow nesting 30,000": ("[" * 30_000, [("KH106", 1)]),
    "flow mapping nesting 30,000": ("{a: " * 30_000, [("KH106", 1)]),
    "block sequence nesting 30,000": ("- " * 30_000, [("KH106", 1)]),
    "block nesting 1,400": ("\n".join(" " * n + "a:" for n in range(1_400)), [("KH106", MAX_DEPTH + 1)]),
    "question mark nesting": ("? " * 30_000, [("KH107", 1)]),
    "too large": ("a: " + "x" * MAX_BYTES, [("KH106", 1)]),
    "one line of 1 MB": ("a: " + "chữ  " * 200_000, [("KH112", 1)]),
    "unclosed flow of 300 kB": ("a: [" + "x, " * 100_000, [("KH106", 1)]),
    "1 MB of quotes": ('"' * 1_000_000, [("KH107", 1)]),
    "carriage return by escape": ('a: "chữ\\rchữ"\n', [("KH103", 1)]),
    "hidden sign in a key": ('"a\\u202e": 1\n', [("KH103", 1)]),
    "filler": ("a: chữ\u3164\n", [("KH103", 1)]),
    "100,000 values": ("- x\n" * 100_000, [("KH106", MAX_VALUES + 1)]),
    "key of 100 kB": ("k" * 100_000 + ": 1", [("KH107", 1)]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_a_problem(name: str) -> None:
    """Each careless or hostile file gives its code at its line, and no value, with few calls a byte."""
    data, wanted = HOSTILE[name]
    with limited(), counted() as work:
        loaded = parse(data.encode() if isinstance(data, str) else data, "x.yaml")
    assert work.calls < 20_000 + 10 * len(data)
    assert loaded.value is None
    assert codes(data) == wanted


AMBIGUOUS = [
    *("no", "Yes", "on", "OFF", "y", "N", "True", "FALSE", "Null", "NULL", "~"),
    *("010", "0o17", "0x10", "0b1", "1_000", "+1", "1e3", "1.5e3"),
    *(".5", "5.", ".inf", "-.INF", ".nan", "12:30", "190:20:30"),
    *("2025-07-30", "2025-7-3", "2025-07-30 12:00:00", "2025-07-30T12:00:00Z", "12345678901234567890", "=", "<<"),
]


@pytest.mark.parametrize("value", AMBIGUOUS)
def test_ambiguous_plain_value_is_refused(value: str) -> None:
    """What another YAML reader takes for a number, a date or a truth value must be quoted; quoted it is text."""
    assert codes(f"a: {value}\n") == [("KH110", 1)]
    assert parse(f'a: "{value}"\n'.encode(), "x.yaml").value == {"a": value}


@pytest.mark.parametrize("key", ["no", "010", "2025-07-30", "12:30", "null", "~", "on", "1"])
def test_ambiguous_key_is_refused(key: str) -> None:
    """The same holds for keys."""
    assert [code for code, _ in codes(f"{key}: chữ\n")] == ["KH110"]
    assert parse(f'"{key}": chữ\n'.encode(), "x.yaml").value == {key: "chữ"}


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        *(("1", 1), ("-5", -5), ("0", 0), ("88.5", 88.5), ("-0.25", -0.25), ("true", True), ("false", False)),
        *(("null", None), ("", None), ("1.2.3", "1.2.3"), ("88,5", "88,5"), ("15/7/2021", "15/7/2021")),
        *(("76/NQ-CP", "76/NQ-CP"), ("12a", "12a"), ("năm 2025", "năm 2025"), ("[]", []), ("{}", {}), ("0%", "0%")),
    ],
)
def test_plain_value_is_what_it_looks_like(plain: str, value: object) -> None:
    """Only whole numbers, decimals, true, false and null are anything but text."""
    loaded = parse(f"a: {plain}\n".encode(), "x.yaml")
    assert loaded.problems == []
    assert loaded.value == {"a": value} and type(loaded.value["a"]) is type(value)


def test_folded_text_has_one_newline_a_paragraph() -> None:
    """A folded scalar joins its lines; a blank line in it is a new paragraph."""
    loaded = parse("a: >-\n  một\n  hai\n\n  ba\n".encode(), "x.yaml")
    assert loaded.value == {"a": "một hai\nba"}


def test_every_place_has_its_line() -> None:
    """Lines are those of keys and list entries; an unknown place has the line of what is around it."""
    loaded = parse("# đầu\na:\n  - b: 1\n    c:\n      - x\n      - y\n".encode(), "x.yaml")
    assert loaded.lines == {
        ("a",): 2,
        ("a", 0): 3,
        ("a", 0, "b"): 3,
        ("a", 0, "c"): 4,
        ("a", 0, "c", 0): 5,
        ("a", 0, "c", 1): 6,
        (): 2,
    }
    assert [loaded.line(place) for place in [("a", 0, "d"), ("z",), ("a", 7, "b", 2)]] == [3, 2, 2]
    assert Loaded("x.yaml").line(("a",)) == 1
    assert dotted(("a", 0, "c", 1)) == "a[0].c[1]"


def test_problems_of_a_file_come_all_at_once_up_to_a_limit() -> None:
    """Several faults are reported in one run; a file of nothing but faults stops somewhere."""
    assert codes("a: no\nb: ' x'\na: 1\n") == [("KH110", 1), ("KH112", 2), ("KH109", 3)]
    assert len(codes("".join(f"k{n}: no\n" for n in range(500)))) == MAX_PROBLEMS
    assert len(codes("\u200b\n" * 500)) == MAX_PROBLEMS


@settings(max_examples=500)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_a_value_or_problems(data: bytes) -> None:
    """Whatever the bytes, reading ends with either a value or problems."""
    loaded = parse(data, "x.yaml")
    assert (loaded.value is None) == bool(loaded.problems)


@settings(max_examples=500)
@given(st.lists(st.sampled_from([*"-?:,[]{}#&*!|>'\"%@` \n\t", "a", "1", "  ", "---", "...", "&x ", "*x", "<<", "é"])))
def test_any_yaml_signs_give_a_value_or_problems(signs: list[str]) -> None:
    """The same for heaps of YAML's own signs, where a parser is weakest."""
    loaded = parse("".join(signs).encode(), "x.yaml")
    assert (loaded.value is None) == bool(loaded.problems)


class _Quoting(yaml.SafeDumper):
    """Writes text in double quotes and repeats what occurs twice."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))

TEXT = (
    st.text(st.characters(exclude_categories=["C", "Z"]), max_size=30)
    .map(lambda text: re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip())
    .filter(lambda text: unicodedata.is_normalized("NFC", text))
)
DATA = st.recursive(
    TEXT | st.integers(-(10**17), 10**17) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(DATA.filter(lambda data: data is not None), st.booleans())
def test_dumped_data_loads_equal(data: Any, flow: bool) -> None:
    """Plain data written with quoted text is read back as it was."""
    dumped = yaml.dump(data, Dumper=_Quoting, allow_unicode=True, default_flow_style=flow, width=10**6)
    dumped = unicodedata.normalize("NFC", dumped).removesuffix("...\n")
    loaded = parse(dumped.encode(), "x.yaml")
    assert [(p.code, p.message) for p in loaded.problems] == []
    assert loaded.value == data


@pytest.mark.parametrize(
    ("data", "code"), [(b"\xef\xbb\xbfa: 1\n", "KH118"), (b"a: 1\r\n", "KH104")], ids=["byte order mark", "crlf"]
)
def test_what_can_be_mended_is_read_with_a_warning(data: bytes, code: str) -> None:
    """Other programs put these in unasked; the value is the same without them."""
    loaded = parse(data, "x.yaml")
    assert loaded.value == {"a": 1} and loaded.problems == []
    assert [(one.code, one.line) for one in loaded.warnings] == [(code, 1)]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("2026-02-30", "tháng 2 năm 2026 chỉ có 28 ngày"),
        ("2024-02-29", ""),
        ("2026-13-01", "không có tháng 13"),
        ("31/11", "tháng 11 chỉ có 30 ngày"),
        ("31/11/2026", "tháng 11 năm 2026 chỉ có 30 ngày"),
        ("29/02", ""),
        ("00/5/2026", "tháng 5 năm 2026 chỉ có 31 ngày"),
        ("12", ""),
    ],
)
def test_a_day_in_no_calendar(value: str, why: str) -> None:
    """A day that does not exist is said to, quoted or not."""
    assert impossible(value) == why
    said = parse(f"published: {value}\n".encode(), "plans/thu.yaml").problems
    assert not why or value[:4] != "2026" or why in said[0].message
