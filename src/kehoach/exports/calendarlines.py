"""Lines of an iCalendar file (RFC 5545): folded at 75 octets, one property each."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def folded(lines: str) -> bytes:
    """Fold lines that each end with CR LF at 75 octets (RFC 5545, 3.1), never within a letter.

    The library folds letter by letter, which took most of the time of all calendars.
    """
    return b"".join(map(_fold, lines.split("\r\n")[:-1]))


def _fold(line: str) -> bytes:
    data = line.encode()
    parts = []
    while len(data) > 75:
        end = 75
        while data[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(data[:end])
        data = b" " + data[end:]
    return b"\r\n".join((*parts, data)) + b"\r\n"


def several_lines(text: str) -> str:
    """Clean a text of control characters; its line breaks stay, and the library escapes them."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Clean a text that stands on one line."""
    return " ".join(several_lines(text).split())
