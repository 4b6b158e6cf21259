"""The lines of a YAML text that hold its structure, as somebody sees them who knows no YAML: indents, keys, entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_KEY = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[A-Za-z_][A-Za-z0-9_]*):(?P<gap> *)(?P<value>.*)\Z")
BLOCK = re.compile(r"[>|][-+]?[0-9]?\Z")
ITEM = re.compile(r" *- ")
_CURLY = {"“": "”", "‘": "’", "„": "“", "«": "»", "”": "”"}


@dataclass(frozen=True)
class YamlSlip:
    """A slip: the 1-based line where it began, and a Vietnamese sentence that says what it is and how to mend it."""

    line: int
    message: str


@dataclass(frozen=True)
class YamlRow:
    """A line of structure: no part of a paragraph that ``>-`` opened, not empty, no comment."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @cached_property
    def key(self) -> re.Match[str] | None:
        """Its key with what stands around it, None where it has none."""
        return _KEY.match(self.text)

    @property
    def column(self) -> int:
        """Where the key stands, behind the dash that opens an entry."""
        match = self.key
        return len(match["indent"]) + len(match["dash"]) if match else self.indent

    @property
    def value(self) -> str:
        """What stands behind the key's colon, or behind the dash of an entry."""
        if self.key:
            return self.key["value"]
        return ITEM.sub("", self.text, count=1) if ITEM.match(self.text) else ""


def structure(text: str) -> Iterator[YamlRow]:
    """Give the lines of structure; a paragraph goes on as long as lines are deeper than the key that opened it."""
    deeper: int | None = None
    for number, words in enumerate(text.split("\n"), 1):
        line = YamlRow(number, words)
        if not words.strip():
            continue
        if deeper is not None and line.indent > deeper:
            continue
        deeper = None
        if words.lstrip().startswith("#"):
            continue
        yield line
        if BLOCK.match(line.value.split(" #")[0].strip()):
            deeper = line.column if line.key else line.indent


def in_curly_quotes(value: str) -> bool:
    """Tell whether a value stands in one pair of quotes as word processors make them, which keep nothing together."""
    return len(value) > 1 and _CURLY.get(value[0]) == value[-1] and value[0] not in value[1:-1]


def quoted(line: YamlRow) -> str:
    """Write a line with its value in double quotes."""
    value = line.value.replace("\\", "\\\\").replace('"', '\\"')
    head = line.text.strip()[: len(line.text.strip()) - len(line.value)]
    return f'{head}"{short(value)}"'


def short(text: str) -> str:
    """Give as much of a text as a message quotes."""
    return f"{text[:60].rstrip()}…" if len(text) > 60 else text
