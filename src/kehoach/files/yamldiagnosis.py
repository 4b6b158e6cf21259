"""What a YAML parser stumbled over, in the words of somebody who knows no YAML: where it began and how to mend it.

A parser says where it could not go on, often lines below the slip. Each diagnosis is a slip that people make; the
first that fits the text up to there is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_BULLETS = "•●▪■◦○‣⁃–—✓✔→*+"
_KEY = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[A-Za-z_][A-Za-z0-9_]*):(?P<gap> *)(?P<value>.*)\Z")
_BLOCK = re.compile(r"[>|][-+]?[0-9]?\Z")
_ITEM = re.compile(r" *- ")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |\Z)")
_STRANGE_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SPECIAL = "[]{},&*!|%@`"
"""Characters that begin something else than words (YAML 1.2.2, section 5.3)."""


@dataclass(frozen=True)
class Finding:
    """A slip: the 1-based line where it began, and a Vietnamese sentence that says what it is and how to mend it."""

    line: int
    message: str


@dataclass(frozen=True)
class _Line:
    """A line of structure: no part of a paragraph that ``>-`` opened, not empty, no comment."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @cached_property
    def key(self) -> re.Match[str] | None:
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
        return _ITEM.sub("", self.text, count=1) if _ITEM.match(self.text) else ""


def diagnose(text: str, line: int) -> Finding | None:
    """Find the slip in a text that a parser could not read past a line; None where it is no known one."""
    lines = list(_structure(text))
    near = [row for row in lines if row.number <= line + 1]
    for look in _SLIPS:
        for finding in look(near, line):
            return finding
    return None


def conflicts(text: str) -> Iterator[Finding]:
    """Find the first mark that git left of two versions of the same lines."""
    for number, line in enumerate(text.split("\n"), 1):
        if _CONFLICT.match(line):
            yield Finding(
                number,
                f"Dấu xung đột của git “{line[:7]}”: hai bản sửa cùng một đoạn. Chọn một trong hai đoạn rồi xóa ba "
                "dòng <<<<<<<, =======, >>>>>>>.",
            )
            return


def strange_indents(text: str) -> Iterator[Finding]:
    """Find lines that begin with spaces that only look like spaces; what a paragraph holds further on is words."""
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if match := _STRANGE_SPACE.search(indent):
            yield Finding(
                number,
                f"Thụt đầu dòng có dấu cách không ngắt (U+{ord(match[0]):04X}). Xóa khoảng trống đầu dòng rồi gõ lại "
                f"{len(indent)} dấu cách thường.",
            )


def _structure(text: str) -> Iterator[_Line]:
    """Give the lines of structure; a paragraph goes on as long as lines are deeper than the key that opened it."""
    deeper: int | None = None
    for number, words in enumerate(text.split("\n"), 1):
        line = _Line(number, words)
        if not words.strip():
            continue
        if deeper is not None and line.indent > deeper:
            continue
        deeper = None
        if words.lstrip().startswith("#"):
            continue
        yield line
        if _BLOCK.match(line.value.split(" #")[0].strip()):
            deeper = line.column if line.key else line.indent


def _open_quotes(lines: list[_Line], _: int) -> Iterator[Finding]:
    """A quote that is opened and not closed in its line: all up to the next quote is swallowed."""
    for line in lines:
        for quote in ('"', "'"):
            if line.value.startswith(quote) and not _is_closed(line.value, quote):
                yield Finding(
                    line.number,
                    f"Dấu nháy {quote} mở ở cột {line.text.index(line.value) + 1} chưa đóng. Thêm dấu nháy {quote} vào "
                    f"cuối dòng: {_short(line.text.strip())}{quote}",
                )


def _is_closed(value: str, quote: str) -> bool:
    body = value[1:]
    body = re.sub(r"\\.", "", body) if quote == '"' else body.replace("''", "")
    return quote in body


def _bullets(lines: list[_Line], _: int) -> Iterator[Finding]:
    """A bullet pasted with the words."""
    for line in lines:
        words = line.text.strip()
        if words[0] in _BULLETS and words[1:2] == " ":
            yield Finding(
                line.number,
                f"Dòng mở đầu bằng “{words[0]}”; gạch đầu dòng do máy tạo. Thay “{words[0]} ” bằng “- text: ” và thụt "
                f"cột như mục bên cạnh: - text: {_short(words[2:])}",
            )


def _dashes(lines: list[_Line], _: int) -> Iterator[Finding]:
    """``>–`` for ``>-``: a word processor makes a long dash of a short one."""
    for line in lines:
        if re.fullmatch(r"[>|][–—−]", line.value.strip()):
            wrong = line.value.strip()
            yield Finding(
                line.number,
                f"“{wrong}” có dấu gạch dài nên máy không hiểu; gõ lại bằng dấu gạch ngắn: "
                f"{line.text.strip().replace(wrong, f'{wrong[0]}-')}",
            )


def _missing_spaces(lines: list[_Line], _: int) -> Iterator[Finding]:
    """No space behind a key's colon: key and words become one word."""
    for line in lines:
        if line.key and not line.key["gap"] and line.value and not line.value.startswith("//"):
            key = line.key["key"]
            yield Finding(line.number, f"Thiếu dấu cách sau “{key}:”. Viết lại: {key}: {_short(line.value)}")


def _lists(lines: list[_Line], _: int) -> Iterator[Finding]:
    """Words behind a key that has a list below it."""
    for line, after in pairwise(lines):
        if not line.key or not line.value or _BLOCK.match(line.value) or not _ITEM.match(after.text):
            continue
        if after.indent > line.column or (not line.key["dash"] and after.indent == line.column):
            key = line.key["key"]
            yield Finding(
                line.number,
                f"{key} phải là danh sách: xuống dòng sau “{key}:”, mỗi phần tử một dòng bắt đầu bằng “- ”, tức là "
                f"thêm dòng: - {_short(line.value)}",
            )


def _specials(lines: list[_Line], _: int) -> Iterator[Finding]:
    """Words that begin with a character that means something else."""
    for line in lines:
        value = line.value
        if value and value[0] in _SPECIAL and value not in ("[]", "{}") and not _BLOCK.match(value):
            if value[0] in "[{" and value.rstrip().endswith(("]", "}")):
                continue
            yield Finding(
                line.number,
                f"Giá trị mở đầu bằng “{value[0]}” có nghĩa riêng. Đặt lời trong dấu nháy: {_quoted(line)}",
            )


def _curly_quotes(lines: list[_Line], _: int) -> Iterator[Finding]:
    """Quotes as a word processor makes them, which keep nothing together."""
    for line in lines:
        if line.value.startswith("“") and line.value.rstrip().endswith("”"):
            yield Finding(
                line.number,
                f"Giá trị đặt trong dấu nháy cong “ ”; thay bằng dấu nháy thẳng: "
                f"{line.text.strip().replace(line.value.strip(), _straight(line.value.strip()))}",
            )


def _straight(value: str) -> str:
    return f'"{_short(value[1:-1])}"'


def _second_colons(lines: list[_Line], at: int) -> Iterator[Finding]:
    """A colon with a space within words that are in no quotes."""
    for line in lines:
        value = line.value
        if line.number < at - 1 or not value or value[0] in "\"'" or _BLOCK.match(value):
            continue
        if match := re.search(r":(?= |\Z)", value):
            column = line.text.index(value) + match.start() + 1
            yield Finding(
                line.number,
                f"Dấu hai chấm thứ hai ở cột {column} bị hiểu là một khóa nữa. Đặt lời trong dấu nháy: {_quoted(line)}",
            )


def _lost_paragraphs(lines: list[_Line], at: int) -> Iterator[Finding]:
    """Words under an opened paragraph that are not set in."""
    for before, line in pairwise(lines):
        if before.key and _BLOCK.match(before.value) and not line.key and not _ITEM.match(line.text):
            depth = before.column + 2
            yield Finding(
                line.number,
                f"Đoạn văn chưa thụt vào nên không thuộc {before.key['key']}{_of(lines, before)}. Thụt mọi dòng của "
                f"đoạn vào {depth} dấu cách, sâu hơn {before.key['key']} ở dòng {before.number}.",
            )


def _indents(lines: list[_Line], at: int) -> Iterator[Finding]:
    """A line that stands in no column of those around it."""
    open_columns: list[_Line] = []
    for line in lines:
        if line.number > at + 1:
            return
        deeper = not open_columns or line.column > open_columns[-1].column
        if deeper and open_columns and not _may_open(open_columns[-1], line):
            yield _misplaced(line, open_columns)
            return
        if not deeper and line.column not in {row.column for row in open_columns} and line.key and not line.key["dash"]:
            yield _misplaced(line, open_columns)
            return
        while open_columns and open_columns[-1].column >= line.column:
            open_columns.pop()
        open_columns.append(line)


def _may_open(before: _Line, line: _Line) -> bool:
    """Tell whether a line may stand deeper than the one before it: below a key without words, or within an entry."""
    return not before.value or bool(line.key and line.key["dash"] and not before.value)


def _misplaced(line: _Line, open_columns: list[_Line]) -> Finding:
    nearest = min(reversed(open_columns), key=lambda row: abs(row.column - line.column))
    name = line.key["key"] if line.key else _short(line.text.strip())
    other = nearest.key["key"] if nearest.key else _short(nearest.text.strip())
    off = nearest.column - line.column
    do = f"Thêm {off} dấu cách" if off > 0 else f"Bớt {-off} dấu cách"
    return Finding(
        line.number,
        f"Dòng {name} thụt {line.column} dấu cách, không thẳng cột với dòng nào quanh nó. {do} đầu dòng cho thẳng cột "
        f"với {other} ở dòng {nearest.number} ({nearest.column} dấu cách).",
    )


def _of(lines: list[_Line], line: _Line) -> str:
    """Name the item that a line belongs to, where it has an id."""
    for earlier in reversed([earlier for earlier in lines if earlier.number <= line.number]):
        if earlier.key and earlier.key["key"] == "id" and earlier.column <= line.column:
            return f" của mục {earlier.value}"
    return ""


def _quoted(line: _Line) -> str:
    value = line.value.replace("\\", "\\\\").replace('"', '\\"')
    head = line.text.strip()[: len(line.text.strip()) - len(line.value)]
    return f'{head}"{_short(value)}"'


def _short(text: str) -> str:
    return f"{text[:60].rstrip()}…" if len(text) > 60 else text


_SLIPS: tuple[Callable[[list[_Line], int], Iterator[Finding]], ...] = (
    _dashes,
    _open_quotes,
    _bullets,
    _missing_spaces,
    _lists,
    _specials,
    _lost_paragraphs,
    _curly_quotes,
    _indents,
    _second_colons,
)
"""In this order: what swallows the lines below it comes before what only misplaces one."""
