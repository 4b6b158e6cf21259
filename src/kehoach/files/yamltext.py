"""The bytes of a YAML file to text: nothing that cannot be seen, ends a line unseen or is read in two ways."""

from __future__ import annotations

import codecs
import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator

from kehoach.files.yamldiagnosis import conflicts, strange_indents
from kehoach.wording.hiddenletters import HIDDEN
from kehoach.wording.latepatterns import late

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_VALUES = 60_000
MAX_PROBLEMS = 50

# Plain scalars that YAML 1.1 readers turn into something else than a string (Norway problem and kin).
AMBIGUOUS = late(
    r"(?:y|n|yes|no|on|off|true|false|null)\Z"
    r"|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?\Z|[-+]?\.[0-9_]+\Z|[-+]?\.(?:inf|nan)\Z"
    r"|[-+]?0[xob][0-9a-f_]+\Z|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?\Z|[=<]{1,2}\Z|~\Z",
    re.IGNORECASE,
)


CAN_BE_AMBIGUOUS = frozenset("yYnNoOtTfF-+.0123456789=<~")
"""What each of them begins with; most values are prose and begin with none."""

_DAY = late(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})\Z")
_DAY_AS_WRITTEN = late(r"(?P<d>[0-9]{1,2})[/.-](?P<m>[0-9]{1,2})(?:[/.-](?P<y>[0-9]{4}))?\Z")


def impossible(text: str) -> str:
    """Say why a day that a value names is in no calendar ("2026-02-30", "31/11/2026"); empty where it is, or is none.

    A day without a year is held against a leap year.
    """
    match = _DAY.match(text) or _DAY_AS_WRITTEN.match(text)
    if match is None:
        return ""
    year, month, day = int(match["y"] or 2000), int(match["m"]), int(match["d"])
    if not 1 <= month <= 12:
        return f"không có tháng {month}"
    last = monthrange(year, month)[1] if year else 31
    of_year = f" năm {year}" if match["y"] else ""
    return "" if 1 <= day <= last else f"tháng {month}{of_year} chỉ có {last} ngày"


class Undecodable(Exception):
    """The bytes are no text; carries code, line and a Vietnamese sentence."""


def decode(data: bytes, scale: int = 1) -> str:
    """Decode a file; raises Undecodable where it is too large or not UTF-8.

    A byte order mark is dropped and Windows' line ends become LF (``slips`` says so). ``scale`` is how many times
    ``MAX_BYTES`` it may be.
    """
    if len(data) > MAX_BYTES * scale:
        raise Undecodable("KH106", 1, f"Tệp dài quá giới hạn {MAX_BYTES * scale // 1_000_000} MB.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:4]:
        raise Undecodable("KH102", 1, "Tệp lưu bằng bảng mã UTF-16.")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise Undecodable(
            "KH102",
            1,
            "Đây là tệp Word, Excel hoặc PDF mang tên .yaml, không phải tệp chữ. Đặt tệp ấy vào hop-thu/, hoặc nhập "
            "bằng kehoach import.",
        )
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Undecodable("KH102", line, f"Byte thứ {error.start + 1} không phải UTF-8.") from None


def slips(data: bytes) -> Iterator[tuple[str, str]]:
    """Give what was mended while decoding: code and a Vietnamese sentence."""
    if data.startswith(codecs.BOM_UTF8):
        yield "KH118", "Tệp mở đầu bằng dấu BOM, một ký tự không thấy được."
    if b"\r\n" in data:
        yield "KH104", "Tệp xuống dòng kiểu Windows (CRLF)."


def faults(text: str) -> Iterator[tuple[str, int, str]]:
    """Give what in a text no reader can see or trust: code, line and a Vietnamese sentence; a CR ends the list."""
    # Nearly every file has nothing of the kind, and is looked through at once.
    is_clean = "\t" not in text and not HIDDEN.search(text) and unicodedata.is_normalized("NFC", text)
    for number, line in enumerate(text.split("\n"), 1) if not is_clean else ():
        hidden = HIDDEN.search(line)
        if hidden:
            yield "KH103", number, f"Ký tự ẩn U+{ord(hidden[0]):04X} ở cột {hidden.start() + 1}."
        if "\t" in line[: len(line) - len(line.lstrip())]:
            yield "KH107", number, "Thụt đầu dòng bằng phím Tab; hãy dùng dấu cách."
        if not unicodedata.is_normalized("NFC", line):
            yield "KH105", number, "Dòng có chữ tổ hợp (dấu tách rời khỏi chữ)."
    for finding in (*conflicts(text), *strange_indents(text)):
        yield "KH107", finding.line, finding.message
    if not text.strip():
        yield "KH111", 1, "Tệp không có nội dung."
