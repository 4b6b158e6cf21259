"""Inputs for fuzzing, drawn by a seed: they keep the shape of what the code reads, and break it in places."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any

from corpus import FIXTURES, PLAN_IDS, found, source

from kehoach.files.yamlfile import parse
from kehoach.files.yamlwriter import write_yaml

Data = dict[str, Any]

WORDS = (
    *(
        "UBND tỉnh",
        "Sở Khoa học",
        "Phòng Văn hóa",
        "cải cách hành chính",
        "CCHC",
        "(CCHC)",
        "Hằng quý.",
        "và",
        "ngày",
        "năm",
    ),
    *(
        "Căn cứ",
        "Luật",
        "Bộ luật",
        "Hiến pháp",
        "Nghị quyết số",
        "Quyết định số",
        "Kế hoạch",
        "số",
        "số:",
        "tháng",
        "trước",
    ),
    *(
        "10/QĐ-UBND",
        "76/NQ-CP",
        "17-CT/TU",
        "35/2023/UBTVQH15",
        "0156/KHUBND",
        "04 /QĐ-UBND",
        "2025/QH15",
        "9302/UBND-TH",
    ),
    *(
        "10/5/2024",
        "ngày 31 tháng 02 năm 2025",
        "ngày 15/7/2021",
        "năm 2025",
        "quý I",
        "15/12",
        "chậm nhất",
        "báo cáo",
        "Điều 1.",
    ),
    *(
        "88,5%",
        "ít nhất 15",
        "I.",
        "1.",
        "a)",
        "đ)",
        "-",
        "+",
        "–",
        "/",
        "(",
        ")",
        "“",
        "”",
        ",",
        ";",
        ".",
        ":",
        "./.",
        "…",
    ),
    *(
        "chủ trì",
        "phối hợp",
        "xa-mau/tuyen-truyen/2025#muc-dich",
        "{{ 7*7 }}",
        "{% x %}",
        "<b>",
        "&amp;",
        "=1+1",
        "@x",
        "`",
        "|",
    ),
)
SIGNS = (
    *(
        "-",
        "- ",
        "?",
        "? ",
        ":",
        ": ",
        ",",
        "[",
        "]",
        "{",
        "}",
        "#",
        " #",
        "&a ",
        "*a",
        "!",
        "!x ",
        "|",
        ">",
        ">-\n",
        "'",
        '"',
        "%",
    ),
    *(
        "@",
        "`",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "---\n",
        "...\n",
        "<<",
        "~",
        "null",
        "true",
        "no",
        "010",
        "1_000",
        "12:30",
        "1e3",
    ),
    *(
        "2025-07-30",
        "é",
        "e\u0301",
        "\u200b",
        "\u202e",
        "\u2028",
        "\u0085",
        "\r",
        "\x1b",
        "\ufeff",
        "\\u202e",
        "\\0",
        "\\",
        "1",
        "0.5",
        "x" * 500,
    ),
)


@cache
def plans() -> tuple[Data, ...]:
    """Small plans and one with every key, as data."""
    folder = FIXTURES / "schema" / "valid"
    return tuple(_value(path.read_bytes()) for path in found(folder, "*.yaml"))


@cache
def files() -> tuple[str, ...]:
    """Small files of each kind, as text."""
    short = [*found(FIXTURES / "schema" / "valid", "*.yaml"), *found(FIXTURES / "schema" / "invalid", "*.yaml")]
    texts = [path.read_bytes().decode("utf-8", "replace") for path in short]
    return tuple(text for text in texts if len(text) < 3000)


@cache
def registries() -> dict[str, Data]:
    """The small registries, as data."""
    paths = found(FIXTURES / "schema" / "registry", "*.yaml")
    return {path.stem: _value(path.read_bytes()) for path in paths}


def _value(data: bytes) -> Data:
    loaded = parse(data, "x.yaml")
    assert isinstance(loaded.value, dict), loaded.problems
    return loaded.value


def phrase(chance: random.Random, most: int = 12) -> str:
    """Words of the trade in no order, sometimes run together or broken."""
    out = ""
    for _ in range(chance.randrange(1, most)):
        out += chance.choice(WORDS) + chance.choice((" ", " ", " ", " ", "", "\n", ", ", "  "))
    if chance.random() < 0.3:
        at = chance.randrange(len(out) + 1)
        out = out[:at] + chance.choice(SIGNS) + out[at + chance.randrange(3) :]
    return out


def sentence(chance: random.Random) -> str:
    """A phrase that the loader accepts."""
    return " ".join(phrase(chance).split()).replace("\u200b", "").strip() or "x"


def changed(chance: random.Random, value: Any, *, gently: bool = False) -> Any:
    """A copy of plain data with a few places changed; gently, it stays what the schema takes."""
    value = deepcopy(value)
    places = list(_places(value))
    for _ in range(chance.randrange(1, 4)):
        holder, key = chance.choice(places)
        (_reword if gently else _change)(chance, holder, key)
    return value


_PROSE = ("heading", "text", "lead", "partners", "schedule", "output", "method", "enactment", "close")


def _reword(chance: random.Random, holder: Any, key: Any) -> None:
    if isinstance(holder, dict) and key in _PROSE and isinstance(holder.get(key), str):
        old = holder[key].split(" ")
        at = chance.randrange(len(old) + 1)
        new = [*old[:at], *sentence(chance).split(" "), *old[at + chance.randrange(4) :]]
        holder[key] = " ".join(new).strip() if chance.random() < 0.8 else sentence(chance)
    elif isinstance(holder, list) and len(holder) > 1 and isinstance(holder[0], dict) and "id" in holder[0]:
        other = chance.randrange(len(holder))
        if chance.random() < 0.4 and key < len(holder):
            del holder[key]
        elif chance.random() < 0.5:
            holder.insert(other, {"id": f"moi-{chance.randrange(10**6)}", "text": sentence(chance)})
        elif key < len(holder):
            holder[key], holder[other] = holder[other], holder[key]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _change(chance: random.Random, holder: Any, key: Any) -> None:
    if (isinstance(holder, list) and key >= len(holder)) or (isinstance(holder, dict) and key not in holder):
        return  # an earlier change took it away
    old, draw = holder[key], chance.random()
    if isinstance(old, str) and draw < 0.75:
        holder[key] = sentence(chance) if draw < 0.6 else old[: chance.randrange(len(old) + 1)].strip() or "x"
    elif isinstance(holder, list) and draw < 0.5:
        holder.insert(key, deepcopy(holder[chance.randrange(len(holder))]))
    elif (isinstance(holder, list) and len(holder) > 1 and draw < 0.7) or (isinstance(holder, dict) and draw < 0.85):
        del holder[key]
    else:
        holder[key] = chance.choice((None, 0, -1, 10**17, 0.5, True, "x", [], {}, ["x"], {"id": "x"}, sentence(chance)))


def yaml_data(chance: random.Random) -> bytes:
    """A plan's file: data changed and written anew, or its text with YAML's own signs put in."""
    if chance.random() < 0.45:
        small = plans()[chance.choice((0, 1, 1, 1, 2, 2, 2))]
        data = changed(chance, small)
        return write_yaml(data).encode("utf-8", "replace") if isinstance(data, dict) and data else b"x: 1\n"
    text = chance.choice(files())
    for _ in range(chance.randrange(1, 4)):
        text = chance.choice(_TEXT_CHANGES)(chance, text)
    return text.encode("utf-8", "replace")


def _put(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(SIGNS) * chance.choice((1, 1, 1, 2, 50)) + text[at:]


def _cut(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randrange(12) :]


def _rows(chance: random.Random, text: str) -> str:
    rows = text.split("\n")
    one, other = chance.randrange(len(rows)), chance.randrange(len(rows))
    if chance.random() < 0.5:
        rows[one], rows[other] = rows[other], rows[one]
    else:
        rows.insert(other, " " * chance.randrange(6) + rows[one].lstrip())
    return "\n".join(rows)


def _word(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(WORDS) + text[at:]


_TEXT_CHANGES: tuple[Callable[[random.Random, str], str], ...] = (_put, _cut, _rows, _word)


def repeated(chance: random.Random) -> str:
    """Few words many times: what makes a pattern go back and forth."""
    unit = "".join(chance.choice(WORDS) + chance.choice((" ", "", "\n")) for _ in range(chance.randrange(1, 4)))
    return (unit * 4000)[: chance.choice((1000, 4000, 20000))] + chance.choice(WORDS)


@cache
def documents() -> tuple[bytes, ...]:
    """A small Word document with a table, made by python-docx."""
    from docx import Document

    out = io.BytesIO()
    document: Any = Document()
    for line in source(PLAN_IDS[0]).split("\n")[:40]:
        document.add_paragraph("".join(c for c in line if c >= " "))
    document.add_table(2, 3).cell(0, 0).text = "Nội dung"
    document.save(out)
    return (out.getvalue(),)


def word_document(chance: random.Random) -> bytes:
    """A Word document whose parts are broken in places, or whose bytes are."""
    data = chance.choice(documents())
    if chance.random() < 0.2:
        at = chance.randrange(len(data))
        return data[:at] + chance.randbytes(chance.randrange(1, 9)) + data[at + chance.randrange(40) :]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("word/") and name.endswith(".xml") and len(part) < 60_000 and chance.random() < 0.5:
                text = part.decode("utf-8", "replace")
                for _ in range(chance.randrange(1, 4)):
                    text = chance.choice((_tags, _cut, _put, _word))(chance, text)
                part = text.encode("utf-8", "replace")
            if chance.random() < 0.97:
                new.writestr(name, part)
    return out.getvalue()


def _tags(chance: random.Random, text: str) -> str:
    pieces = text.split("<")
    one, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
    pieces.insert(one, pieces[other])
    return "<".join(pieces)
