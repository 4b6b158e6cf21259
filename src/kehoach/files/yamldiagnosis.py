"""What a YAML parser stumbled over, in the words of somebody who knows no YAML: where it began and how to mend it.

A parser says where it could not go on, often lines below the slip. Each diagnosis is a slip that people make; the
first that fits the text up to there is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from kehoach.files.yamlmarks import (
    dash_values,
    document_ends,
    inner_quotes,
    joined_dashes,
    listed_words,
    lone_backslashes,
    lost_dashes,
    missing_colons,
    missing_dashes,
    quoted_keys,
    stray_words,
    two_keys,
    wide_colons,
    words_behind_marks,
)
from kehoach.files.yamlrows import BLOCK, ITEM, YamlRow, YamlSlip, in_curly_quotes, quoted, short, structure

_BULLETS = "•●▪■◦○‣⁃–—✓✔→*+"
_CONFLICT_MARKS = ("<<<<<<<", "=======", ">>>>>>>")
_CONFLICT = re.compile(rf"(?:{'|'.join(_CONFLICT_MARKS)})(?: |\Z)")
_STRANGE_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SPECIAL = "[]{},&*!|%@`"
"""Characters that begin something else than words (YAML 1.2.2, section 5.3)."""


def diagnose(text: str, line: int) -> YamlSlip | None:
    """Find the slip in a text that a parser could not read past a line; None where it is no known one."""
    lines = list(structure(text))
    near = [row for row in lines if row.number <= line + 1]
    for look in _SLIPS:
        for finding in look(near, line):
            return finding
    return None


def conflicts(text: str) -> Iterator[YamlSlip]:
    """Find the first mark that git left of two versions of the same lines."""
    if not any(mark in text for mark in _CONFLICT_MARKS):
        return
    for number, line in enumerate(text.split("\n"), 1):
        if _CONFLICT.match(line):
            yield YamlSlip(
                number,
                f"Dấu xung đột của git “{line[:7]}”: hai bản sửa cùng một đoạn. Chọn một trong hai đoạn rồi xóa ba "
                "dòng <<<<<<<, =======, >>>>>>>.",
            )
            return


def strange_indents(text: str) -> Iterator[YamlSlip]:
    """Find lines that begin with spaces that only look like spaces; what a paragraph holds further on is words."""
    if not _STRANGE_SPACE.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if match := _STRANGE_SPACE.search(indent):
            yield YamlSlip(
                number,
                f"Thụt đầu dòng có dấu cách không ngắt (U+{ord(match[0]):04X}). Xóa khoảng trống đầu dòng rồi gõ lại "
                f"{len(indent)} dấu cách thường.",
            )


def _open_quotes(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """A quote that is opened and not closed in its line: all up to the next quote is swallowed."""
    for line in lines:
        for quote in ('"', "'"):
            if line.value.startswith(quote) and not _is_closed(line.value, quote):
                yield YamlSlip(
                    line.number,
                    f"Dấu nháy {quote} mở ở cột {line.text.index(line.value) + 1} chưa đóng. Thêm dấu nháy {quote} vào "
                    f"cuối dòng: {short(line.text.strip())}{quote}",
                )


def _is_closed(value: str, quote: str) -> bool:
    body = value[1:]
    body = re.sub(r"\\.", "", body) if quote == '"' else body.replace("''", "")
    return quote in body


def _bullets(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """A bullet pasted with the words."""
    for line in lines:
        words = line.text.strip()
        if words[0] in _BULLETS and words[1:2] == " ":
            yield YamlSlip(
                line.number,
                f"Dòng mở đầu bằng “{words[0]}”; gạch đầu dòng do máy tạo. Thay “{words[0]} ” bằng “- text: ” và thụt "
                f"cột như mục bên cạnh: - text: {short(words[2:])}",
            )


def _dashes(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """``>–`` for ``>-``: a word processor makes a long dash of a short one."""
    for line in lines:
        if re.fullmatch(r"[>|][–—−]", line.value.strip()):
            wrong = line.value.strip()
            yield YamlSlip(
                line.number,
                f"“{wrong}” có dấu gạch dài nên máy không hiểu; gõ lại bằng dấu gạch ngắn: "
                f"{line.text.strip().replace(wrong, f'{wrong[0]}-')}",
            )


def _missing_spaces(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """No space behind a key's colon: key and words become one word."""
    for line in lines:
        if line.key and not line.key["gap"] and line.value and not line.value.startswith("//"):
            key = line.key["key"]
            if match := _STRANGE_SPACE.match(line.value):
                yield YamlSlip(
                    line.number,
                    f"Sau “{key}:” là dấu cách không ngắt (U+{ord(match[0]):04X}). Xóa rồi gõ dấu cách thường: "
                    f"{key}: {short(line.value.strip())}",
                )
                continue
            yield YamlSlip(line.number, f"Thiếu dấu cách sau “{key}:”. Viết lại: {key}: {short(line.value)}")


def _lists(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """Words behind a key that has a list below it."""
    for line, after in pairwise(lines):
        if not line.key or not line.value or BLOCK.match(line.value) or not ITEM.match(after.text):
            continue
        if after.indent > line.column or (not line.key["dash"] and after.indent == line.column):
            key = line.key["key"]
            yield YamlSlip(
                line.number,
                f"{key} phải là danh sách: xuống dòng sau “{key}:”, mỗi phần tử một dòng bắt đầu bằng “- ”, tức là "
                f"thêm dòng: - {short(line.value)}",
            )


def _specials(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """Words that begin with a character that means something else."""
    for line in lines:
        value = line.value
        if value and value[0] in _SPECIAL and value not in ("[]", "{}") and not BLOCK.match(value):
            if value[0] in "[{" and value.rstrip().endswith(("]", "}")):
                continue
            yield YamlSlip(
                line.number,
                f"Giá trị mở đầu bằng “{value[0]}” có nghĩa riêng. Đặt lời trong dấu nháy: {quoted(line)}",
            )


def _curly_quotes(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """Quotes as a word processor makes them, which keep nothing together."""
    for line in lines:
        if in_curly_quotes(line.value.rstrip()):
            yield YamlSlip(
                line.number,
                f"Giá trị đặt trong dấu nháy cong; thay bằng dấu nháy thẳng: "
                f"{line.text.strip().replace(line.value.strip(), _straight(line.value.strip()))}",
            )


def _straight(value: str) -> str:
    return f'"{short(value[1:-1])}"'


def _second_colons(lines: list[YamlRow], at: int) -> Iterator[YamlSlip]:
    """A colon with a space within words that are in no quotes."""
    for line in lines:
        value = line.value
        if line.number < at - 1 or not value or value[0] in "\"'" or BLOCK.match(value):
            continue
        if match := re.search(r":(?= |\Z)", value):
            column = line.text.index(value) + match.start() + 1
            yield YamlSlip(
                line.number,
                f"Dấu hai chấm thứ hai ở cột {column} bị hiểu là một khóa nữa. Đặt lời trong dấu nháy: {quoted(line)}",
            )


def _lost_paragraphs(lines: list[YamlRow], at: int) -> Iterator[YamlSlip]:
    """Words under an opened paragraph that are not set in."""
    for before, line in pairwise(lines):
        if before.key and BLOCK.match(before.value) and not line.key and not ITEM.match(line.text):
            depth = before.column + 2
            yield YamlSlip(
                line.number,
                f"Đoạn văn chưa thụt vào nên không thuộc {before.key['key']}{_of(lines, before)}. Thụt mọi dòng của "
                f"đoạn vào {depth} dấu cách, sâu hơn {before.key['key']} ở dòng {before.number}.",
            )


def _entries(lines: list[YamlRow], at: int) -> Iterator[YamlSlip]:
    """An entry whose dash stands in no column of the entries around it."""
    open_entries: list[YamlRow] = []
    for before, line in pairwise(lines):
        if line.number > at + 1:
            return
        if not ITEM.match(line.text):
            open_entries = [entry for entry in open_entries if entry.indent < line.column]
            continue
        opens = before.key is not None and not before.value and line.indent >= before.column
        if not opens and open_entries and line.indent not in {entry.indent for entry in open_entries}:
            nearest = min(reversed(open_entries), key=lambda entry: abs(entry.indent - line.indent))
            off = nearest.indent - line.indent
            do = f"Thêm {off} dấu cách" if off > 0 else f"Bớt {-off} dấu cách"
            yield YamlSlip(
                line.number,
                f"Dòng “{short(line.text.strip())}” thụt {line.indent} dấu cách, không thẳng cột với mục nào quanh nó. "
                f"{do} đầu dòng này và các dòng dưới của mục, cho thẳng cột với “{short(nearest.text.strip())}” ở dòng "
                f"{nearest.number} ({nearest.indent} dấu cách).",
            )
            return
        open_entries = [*(entry for entry in open_entries if entry.indent < line.indent), line]


def _indents(lines: list[YamlRow], at: int) -> Iterator[YamlSlip]:
    """A line that stands in no column of those around it."""
    open_columns: list[YamlRow] = []
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


def _may_open(before: YamlRow, line: YamlRow) -> bool:
    """Tell whether a line may stand deeper than the one before it: below a key without words, or within an entry."""
    return not before.value or bool(line.key and line.key["dash"] and not before.value)


def _misplaced(line: YamlRow, open_columns: list[YamlRow]) -> YamlSlip:
    nearest = min(reversed(open_columns), key=lambda row: abs(row.column - line.column))
    name = line.key["key"] if line.key else short(line.text.strip())
    other = nearest.key["key"] if nearest.key else short(nearest.text.strip())
    off = nearest.column - line.column
    do = f"Thêm {off} dấu cách" if off > 0 else f"Bớt {-off} dấu cách"
    return YamlSlip(
        line.number,
        f"Dòng {name} thụt {line.column} dấu cách, không thẳng cột với dòng nào quanh nó. {do} đầu dòng cho thẳng cột "
        f"với {other} ở dòng {nearest.number} ({nearest.column} dấu cách).",
    )


def _of(lines: list[YamlRow], line: YamlRow) -> str:
    """Name the item that a line belongs to, where it has an id."""
    for earlier in reversed([earlier for earlier in lines if earlier.number <= line.number]):
        if earlier.key and earlier.key["key"] == "id" and earlier.column <= line.column:
            return f" của mục {earlier.value}"
    return ""


_SLIPS: tuple[Callable[[list[YamlRow], int], Iterator[YamlSlip]], ...] = (
    _dashes,
    wide_colons,
    document_ends,
    quoted_keys,
    words_behind_marks,
    joined_dashes,
    _open_quotes,
    lone_backslashes,
    inner_quotes,
    _bullets,
    _missing_spaces,
    dash_values,
    missing_colons,
    lost_dashes,
    listed_words,
    missing_dashes,
    two_keys,
    _lists,
    _specials,
    _lost_paragraphs,
    _curly_quotes,
    _entries,
    _indents,
    _second_colons,
    stray_words,
)
"""In this order: what swallows the lines below it comes before what only misplaces one."""
