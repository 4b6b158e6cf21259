"""Numbers that promise something: 15 chỉ tiêu, 100%, ít nhất 15 phút; never dates, years or citations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_NOT_PROMISES = re.compile(
    r"ngày\s+[0-9]{1,2}(?:[/.-][0-9]{1,2}(?:[/.-][0-9]{4})?|\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+[0-9]{4})?)?"
    r"|(?:năm|tháng|quý|khóa|lần thứ|thứ|mức độ|khoản|Điều|điểm|số)\s+[0-9]+(?:\s*[,-–]\s*[0-9]+)*"
    r"|0?[369]\s+tháng(?!\s+[0-9])|(?:19|20)[0-9]{2}(?:\s*[-–]\s*(?:19|20)[0-9]{2})?|[0-9]+(?:[./-][0-9]+)+|0[0-9]{5,}|https?://\S+",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9]")
_SPELLED = r"(?:\s*\((?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm|tư|trăm|nghìn|linh|phần|không)\s*)+\))?"
"""A number said again in words: "02 (hai)"."""
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?P<value>[0-9]{{1,9}}(?:[.,][0-9]{{1,3}})?){_SPELLED}\s*(?P<unit>%|[^\W\d_]+(?:\s+[^\W\d_]+)?)?"
)


@dataclass(frozen=True)
class Number:
    """A number in a text with its unit: ``%`` or the first one or two words after it."""

    value: str
    unit: str
    text: str

    @property
    def key(self) -> str:
        """What two numbers are matched by: the first word of the unit."""
        return self.unit.split(" ")[0].lower()


def numbers(text: str) -> list[Number]:
    """Find the promising numbers of a text, each as a thing of its own."""
    return [Number(*found) for found in _found(text)]


@lru_cache(maxsize=16384)
def _found(text: str) -> tuple[tuple[str, str, str], ...]:
    if not _DIGIT.search(text):
        return ()
    blanked = _NOT_PROMISES.sub(lambda m: " " * len(m[0]), text)
    return tuple(
        (m["value"], m["unit"], text[m.start() : m.end()].strip()) for m in _NUMBER.finditer(blanked) if m["unit"]
    )


def changed(
    old: Sequence[Number], new: Sequence[Number]
) -> tuple[list[tuple[Number, Number]], list[Number], list[Number]]:
    """Match numbers by unit in order: (changed values, gone, new)."""
    pairs: list[tuple[Number, Number]] = []
    gone: list[Number] = []
    rest = list(new)
    for number in old:
        same = next((n for n in rest if n.key == number.key and n.value == number.value), None)
        if same:
            rest.remove(same)
        else:
            gone.append(number)
    for number in gone[:]:
        other = next((n for n in rest if n.key == number.key), None)
        if other:
            pairs.append((number, other))
            gone.remove(number)
            rest.remove(other)
    return pairs, gone, rest
