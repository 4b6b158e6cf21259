"""Signs that were left out or typed wrong around keys and words: colons, dashes, quotes; each a slip that people make.

Each look is given the lines of structure up to where a parser stopped, and that line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kehoach.files.yamlrows import BLOCK, ITEM, YamlRow, YamlSlip, short

_WIDE_COLON = re.compile(r"(?P<key>[A-Za-z_]+) ?[：﹕ː]")
_MARK_AND_WORDS = re.compile(r"(?P<mark>[>|][-+]?) +(?P<words>[^#\s].*)")
_WORDS = ("title", "heading", "text", "close", "enactment")
_LONE_BACKSLASH = re.compile(r'"(?:[^"\\]|\\[^\W_]|\\[^\w])*?(?P<mark>\\)(?![0abtnvfre "/\\N_LPxuU]|\Z)')
_NUMBERED = re.compile(r"\A(?:[0-9]{1,3}|[a-zđ])[.)] ")
_JOINED_DASH = re.compile(r"-[A-Za-z_]+:(?: |\Z)")
_KEY_BEHIND = re.compile(r"[a-z_]+: +\S")
_JSON_LINE = re.compile(r' *(?:- )?"(?P<key>[A-Za-z_]+)" *: *(?P<value>.*\S), *\Z')
_AFTER_QUOTE = re.compile(r"\s*(?:#.*)?\Z")


def wide_colons(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """A colon of another alphabet, which a keyboard for other languages types."""
    for line in lines:
        if match := _WIDE_COLON.match(line.text.strip().removeprefix("- ")):
            colon = match[0][-1]
            right = line.text.strip().replace(match[0], f"{match['key']}: ", 1)
            yield YamlSlip(
                line.number,
                f"Dấu hai chấm “{colon}” là chữ khác. Gõ lại bằng dấu hai chấm thường: "
                f"{short(' '.join(right.split()))}",
            )


def words_behind_marks(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """Words behind ``>-``, which only opens the paragraph below it."""
    for line in lines:
        if match := _MARK_AND_WORDS.match(line.value):
            yield YamlSlip(
                line.number,
                f"Sau “{match['mark']}” không được có chữ. Xuống dòng rồi viết, thụt {line.column + 2} dấu cách như "
                f"các dòng dưới: {short(match['words'])}",
            )


def joined_dashes(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """A dash that touches the key behind it: both become one word."""
    for line in lines:
        words = line.text.strip()
        if _JOINED_DASH.match(words):
            yield YamlSlip(line.number, f"Thiếu dấu cách sau dấu gạch. Viết lại: - {short(words[1:])}")


def two_keys(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """A key behind a key: the second belongs into a line of its own, with those below it."""
    for line, after in pairwise(lines):
        if line.key and _KEY_BEHIND.match(line.value) and after.key and after.column > line.column:
            key = line.key["key"]
            yield YamlSlip(
                line.number,
                f"Hai khóa trên một dòng. Xuống dòng sau “{key}:” rồi viết, thụt {after.column} dấu cách như dưới: "
                f"{short(line.value)}",
            )


def quoted_keys(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """A line as in JSON, which ends with a comma."""
    for line in lines:
        if match := _JSON_LINE.match(line.text):
            yield YamlSlip(
                line.number,
                "Dòng viết theo kiểu JSON. Bỏ dấu nháy quanh tên khóa và dấu phẩy ở cuối: "
                f"{match['key']}: {short(match['value'])}",
            )


def document_ends(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """Three dots, which end a document for YAML."""
    for line in lines:
        if line.text.rstrip() == "...":
            yield YamlSlip(line.number, "Dòng “...” báo hết tệp, nhưng sau đó còn chữ. Xóa dòng này.")


def inner_quotes(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """Quotes within quotes: the second one ends the value."""
    for line in lines:
        quote = line.value[:1]
        if not quote or quote not in "\"'":
            continue
        after_quote = line.value[1:].replace("''", "  ") if quote == "'" else re.sub(r"\\.", "  ", line.value[1:])
        end = after_quote.find(quote)
        if end < 0 or _AFTER_QUOTE.match(after_quote[end + 1 :]):
            continue
        column = line.text.index(line.value) + end + 2
        words = line.value.strip(" \"'")
        inside = re.sub(rf"{quote}([^{quote}]*){quote}", r"“\1”", words) if words.count(quote) % 2 == 0 else words
        inside = inside.replace(quote, "")
        yield YamlSlip(
            line.number,
            f"Dấu nháy {quote} ở cột {column} kết thúc giá trị, nhưng sau đó còn chữ. Đặt cả lời trong một cặp dấu "
            f"nháy, chữ cần nháy bên trong dùng nháy cong: "
            f'{line.text.strip().removesuffix(line.value)}"{short(inside)}"',
        )


def lone_backslashes(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """A backslash in double quotes with a letter behind it that stands for nothing."""
    for line in lines:
        if line.value.startswith('"') and (match := _LONE_BACKSLASH.search(line.value)):
            words = line.value.strip()[1:].removesuffix('"').replace("'", "''")
            yield YamlSlip(
                line.number,
                f"Dấu \\ ở cột {line.text.index(line.value) + match.start('mark') + 1} có nghĩa riêng trong dấu nháy "
                f"kép. Dùng dấu nháy đơn: {line.text.strip().removesuffix(line.value.strip())}'{short(words)}'",
            )


def dash_values(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """A dash behind a key: an entry cannot begin there."""
    for line in lines:
        if line.key and line.value.startswith("- "):
            key, words = line.key["key"], line.value[2:].strip()
            yield YamlSlip(
                line.number,
                f"Lời sau “{key}:” mở đầu bằng gạch; gạch đầu dòng do máy tạo. Xóa gạch: {key}: {short(words)}",
            )


def missing_colons(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """A key without its colon, known by the other lines that have it."""
    keys = {line.key["key"] for line in lines if line.key}
    for line in lines:
        words = line.text.strip().removeprefix("- ")
        key, *more = words.split(" ", 1)
        rest = more[0].strip() if more else ""
        if line.key is None and key in keys:
            yield YamlSlip(
                line.number,
                f"Thiếu dấu hai chấm sau “{key}”. Viết lại: {key}:{' ' if rest else ''}{short(rest)}",
            )


def lost_dashes(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """An item whose first line lost the dash that opens it: "id" under "items:"."""
    for before, line in pairwise(lines):
        opens = before.key is not None and before.key["key"] == "items" and not before.value
        if opens and line.key and not line.key["dash"] and line.column > before.column:
            yield YamlSlip(
                line.number,
                f"Mục đầu tiên dưới items thiếu dấu gạch. Viết lại, thụt {max(line.column - 2, 0)} dấu cách: "
                f"- {short(line.text.strip())}",
            )


def listed_words(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """An entry below a key whose value is words: the lines that its words go on in belong to nothing."""
    for before, line in pairwise(lines):
        key = before.key["key"] if before.key and not before.value else ""
        if key in _WORDS and ITEM.match(line.text) and not line.key and line.indent >= before.column:
            yield YamlSlip(
                line.number,
                f"{key} là lời văn, gạch đầu dòng do máy tạo. Bỏ gạch ở dòng này và ghi “{key}: >-” ở dòng "
                f"{before.number}; là các mục con thì đưa vào items.",
            )


def missing_dashes(lines: list[YamlRow], _: int) -> Iterator[YamlSlip]:
    """Words in the column of a list's dashes without a dash, or without a space behind it."""
    for before, line in pairwise(lines):
        if line.key or ITEM.match(line.text) or not ITEM.match(before.text) or line.indent > before.indent:
            continue
        words = line.text.strip()
        if before.key or BLOCK.match(before.value) or words.endswith(":") or before.value[:1] in "\"'":
            continue
        what = "Thiếu dấu cách sau dấu gạch" if words.startswith("-") else "Thiếu dấu gạch ở đầu dòng"
        yield YamlSlip(line.number, f"{what}. Viết lại: - {short(_NUMBERED.sub('', words.lstrip('-').strip()))}")


def stray_words(lines: list[YamlRow], at: int) -> Iterator[YamlSlip]:
    """Words that belong to no key: a remark at the end of the file, half of a paragraph that was taken out."""
    for line in lines:
        if line.key is None and not ITEM.match(line.text) and line.number in (at - 1, at):
            words = short(line.text.strip())
            yield YamlSlip(
                line.number,
                f"Dòng “{words}” không thuộc khóa nào. Là lời của văn bản thì viết sau khóa của nó (text: …); là lời "
                f"ghi cho nhau thì đặt dấu # ở đầu: # {words}",
            )
