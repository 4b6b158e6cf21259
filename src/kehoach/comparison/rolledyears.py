"""Years that go on with the plan: of last year's "so với năm 2024" this year's plan says "so với năm 2025"."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign

_YEAR = re.compile(r"#((?:19|20)[0-9]{2})|([0-9]{1,2}/[0-9]{1,2})/((?:19|20)[0-9]{2})")
_YEARS = re.compile(r"((?:19|20)[0-9]{2})\s?[-–]\s?((?:19|20)[0-9]{2})")
_SCHOOL = re.compile(r"năm học\s+\Z", re.IGNORECASE)
_NEAR = 1
"""Most years that a year which goes on with the plan is away from the plan's own."""
_OF_A_YEAR = re.compile(r"(?:năm\s+(?:mới\s+)?|/\s*|[–-]\s*)\Z", re.IGNORECASE)
_LAW = re.compile(r"(?<![^\W_])(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)(?![^\W_])[^.;\n]{0,120}\Z")
"""Before the year of a law, which is part of its name: another year is another law."""


def with_years_rolled(old: SignText, new: SignText) -> SignText:
    """Give the old text with the new one's years, where they are as far from the one plan's as from the other's."""
    if new.year == old.year:
        return old
    keys = [[sign.key for sign in text.signs] for text in (old, new)]
    if not any(_YEAR.fullmatch(key) or _YEARS.fullmatch(key) for key in keys[0]):
        return old
    signs = [*old.signs]
    for tag, i, j, k, m in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag != "replace" or j - i != m - k:
            continue
        for a, b in zip(range(i, j), range(k, m), strict=True):
            if _goes_on((old, a), (new, b)):
                signs[a] = signs[a]._replace(key=new.signs[b].key)
    return old._replace(signs=tuple(_rolled(sign, old, new) for sign in signs))


def _rolled(sign: Sign, old: SignText, new: SignText) -> Sign:
    """Give a day that stands at another place of the new text with that text's year, if no other text has it."""
    match = _YEAR.fullmatch(sign.key)
    if not match or not match[2] or abs(int(match[3]) - old.year) > _NEAR:
        return sign
    key = f"{match[2]}/{int(match[3]) - old.year + new.year}"
    there = {s.key for s in new.signs}
    return sign._replace(key=key) if key in there and sign.key not in there else sign


def law_before(text: SignText, sign: Sign) -> int:
    """Give where the name of a law begins that a year ends, -1 where none does."""
    match = _LAW.search(text.words, max(sign.start - 160, 0), sign.start)
    return match.start() if match else -1


def is_year(text: SignText, sign: Sign) -> bool:
    """Whether a number is that of a year, as far as the word before it tells."""
    return bool(_YEAR.fullmatch(sign.key) and _OF_A_YEAR.search(text.words, 0, sign.start))


def _school_years(text: SignText, at: int) -> list[int]:
    """Give how far the years of a school year are from the plan's; empty where there is none."""
    sign = text.signs[at]
    match = _YEARS.fullmatch(sign.key)
    if not match or not _SCHOOL.search(text.words, 0, sign.start):
        return []
    return [int(year) - text.year for year in match.groups()]


def _goes_on(*places: tuple[SignText, int]) -> bool:
    schools = [_school_years(text, at) for text, at in places]
    if schools[0] and schools[0] == schools[1]:
        return max(map(abs, schools[0])) <= _NEAR
    years, days = [], []
    for text, at in places:
        sign = text.signs[at]
        match = _YEAR.fullmatch(sign.key)
        if not match or law_before(text, sign) >= 0 or not (match[2] or is_year(text, sign)):
            return False
        years.append(int(match[1] or match[3]) - text.year)
        days.append(match[2])
    return years[0] == years[1] and abs(years[0]) <= _NEAR and days[0] == days[1]
