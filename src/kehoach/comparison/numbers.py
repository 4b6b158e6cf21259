"""Numbers that promise something: 15 chỉ tiêu, 100%, ít nhất 15 phút; never dates, years or citations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kehoach.meaning.linetokens import COUNTED
from kehoach.meaning.plainwords import plain_words
from kehoach.meaning.timegrammar import read_times

_ANYWHERE = 2000
"""A year to read by: which words are times does not depend on it."""
_DIGIT = re.compile(r"[0-9]")
_COUNTED_OFF = re.compile(
    r"(?:\b(?:năm|tháng|quý|khóa|thứ|mức độ|cấp độ|hạng|bậc|vòng|đợt|khoản|điều|điểm|số|mục)\s+"
    r"(?:[0-9]+\s*(?:[,–-]|và)\s*)*)\Z",
    re.IGNORECASE,
)
"""What a number follows that says which one, not how many."""
_PARTS_OF_A_YEAR = re.compile(r"0?[369] tháng(?:,\s*0?[69] tháng)*(?:,|\s+và)\s+(?:cả\s+)?năm\b", re.IGNORECASE)
"""Periods by their months, with the year's: "6 tháng và năm"; the last of several is found from the first."""
_EACH_YEAR = re.compile(r"định kỳ[^.;\n]{0,60}?0?1 năm(?![^\W_])", re.IGNORECASE)
"""A period that is a year: "định kỳ 06 tháng (trước ngày 20/6) và 01 năm"."""
_SPELLED = r"(?:\s*\((?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm|tư|trăm|nghìn|linh|phần|không)\s*)+\))?"
"""A number said again in words: "02 (hai)"."""
_NO_UNIT = r"(?!(?:và|hoặc|hay|để|nhằm|trong|trước|sau|vào|tại|ở|cho|của|từ|đến|với|trên|theo|là|thì|khi|do)(?![^\W_]))"
"""Small words, which nothing is counted in."""
_WORD = rf"{_NO_UNIT}[^\W\d_]+"
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?P<value>[0-9]{{1,9}}(?:[.,][0-9]{{1,3}})?){_SPELLED}\s*(?P<unit>%|{_WORD}(?:\s+{_WORD})?)?"
)


@dataclass(frozen=True)
class Number:
    """A number in a text with its unit: ``%`` or the first one or two words after it."""

    value: str
    unit: str
    text: str

    @property
    def amount(self) -> str:
        """The value without what is only a way of writing it: "03" is 3."""
        return self.value.lstrip("0") or "0"

    @property
    def key(self) -> str:
        """What two numbers are matched by: the first word of the unit."""
        return self.unit.split(" ")[0].lower()


def numbers(text: str) -> list[Number]:
    """Find the numbers by which two texts are compared: of what is promised, each counting a thing."""
    return [Number(*parts) for parts in _number_parts(text)]


@lru_cache(maxsize=16384)
def _number_parts(text: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(parts for line in text.split("\n") if _NUMBER.search(line) for parts in _of_line(line))


def _of_line(text: str) -> Iterator[tuple[str, str, str]]:
    times = [(t.start, t.end) for t in read_times(text, _ANYWHERE).tokens if t.by not in COUNTED]
    times += [match.span() for match in _PARTS_OF_A_YEAR.finditer(text)]
    times += [(match.end() - len("1 năm"), match.end()) for match in _EACH_YEAR.finditer(text)]
    for token in plain_words(text):
        match = _NUMBER.search(text, token.start) if token.kind == "quantity" and _DIGIT.search(token.text) else None
        if match is None or match.start() >= token.end or not match["unit"]:
            continue
        of_time = any(start < match.end("value") and match.start() < end for start, end in times)
        if not of_time and (match["unit"] == "%" or not _COUNTED_OFF.search(text, 0, match.start())):
            yield match["value"], match["unit"], match[0].strip()


def changed(
    old: Sequence[Number], new: Sequence[Number]
) -> tuple[list[tuple[Number, Number]], list[Number], list[Number]]:
    """Match numbers by unit in order: (changed values, gone, new)."""
    pairs: list[tuple[Number, Number]] = []
    dropped: list[Number] = []
    rest = list(new)
    for number in old:
        same = next((n for n in rest if n.key == number.key and n.amount == number.amount), None)
        if same:
            rest.remove(same)
        else:
            dropped.append(number)
    for number in dropped[:]:
        other = next((n for n in rest if n.key == number.key), None)
        if other:
            pairs.append((number, other))
            dropped.remove(number)
            rest.remove(other)
    return pairs, dropped, rest
