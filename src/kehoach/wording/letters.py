"""Vietnamese letters, words and dates."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache

from kehoach.wording.latepatterns import late
from kehoach.wording.oldspelling import modern_syllable

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of a lettered list (điểm) in Vietnamese order, without the accented vowels (Nghị định 30/2020/NĐ-CP)."""

LOOKALIKES = str.maketrans("ÐðƉɖ\u2044", "ĐđĐđ/")
"""Letters and signs of other alphabets that stand in real documents for Vietnamese ones, each for one."""
_LOOKALIKE = late("[ÐðƉɖ\u2044]")


def own_letters(text: str) -> str:
    """Give a text of the same length in which lookalikes are the letters and signs that they stand for."""
    return text.translate(LOOKALIKES) if _LOOKALIKE.search(text) else text


WORD = late(r"[^\W_]+(?:[./-][^\W_]+)*")
"""A syllable, number or symbol such as ``76/NQ-CP``."""

CAPITAL = "[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
"""A pattern of one capital letter; no range does: in Unicode capitals and small letters with marks stand mixed."""

SYLLABLE = late(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?\Z")
"""Whether letters without diacritics in lower case can be a Vietnamese syllable."""

_TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
# Marks of Vietnamese letters; other texts have more.
_USUAL_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"


def nfc(text: str) -> str:
    """Compose to NFC."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Drop all diacritics, đ becomes d; letter case stays: ``bare("Đắk Lắk") == "Dak Lak"``."""
    decomposed = unicodedata.normalize("NFD", own_letters(text).replace("đ", "d").replace("Đ", "D"))
    if decomposed.isascii():
        return decomposed
    for mark in _USUAL_MARKS:  # a quarter of what one pass over all letters takes
        decomposed = decomposed.replace(mark, "")
    if decomposed.isascii():
        return decomposed
    return "".join([char for char in decomposed if not unicodedata.combining(char)])


def slug(text: str, words: int = 0) -> str:
    """Make an ASCII name of lower-case words joined by hyphens, of at most ``words`` words where given."""
    parts = re.findall(r"[a-z0-9]+", bare(text).lower())
    return "-".join(parts[:words] if words else parts)


@lru_cache(maxsize=65536)
def comparable(word: str) -> str:
    """Fold what does not change a word: case, NFD, place of the tone mark (hoá, hóa), quí and quý, hàng and hằng.

    The tone is moved to the end of the word, so that only its place is lost, never the tone itself.
    """
    if word.isascii():
        return modern_syllable(word.lower())
    lowered = unicodedata.normalize("NFD", modern_syllable(nfc(own_letters(word).lower())))
    tones = "".join([char for char in lowered if char in _TONE_MARKS])
    for tone in tones:
        lowered = lowered.replace(tone, "")
    letters = unicodedata.normalize("NFC", lowered)
    return ("hăng" if letters == "hang" and tones == "\u0300" else letters) + tones


def comparable_name(name: str) -> str:
    """Write a name so that its spellings are one, with single spaces."""
    return " ".join(map(comparable, name.split()))


def words(text: str) -> list[str]:
    """Split into words and numbers as printed, without punctuation."""
    return WORD.findall(nfc(text))


def lower_first(text: str) -> str:
    """Lower the first letter unless the word is an abbreviation or all in capitals."""
    if len(text) > 1 and text[1].isupper():
        return text
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Raise the first letter."""
    return text[:1].upper() + text[1:]


def long_date(date: dt.date) -> str:
    """Write a date as in an official document: ``ngày 05 tháng 02 năm 2025``.

    Days below 10 and the months 1 and 2 are padded (Nghị định 30/2020/NĐ-CP, phụ lục I).
    """
    month = f"{date.month:02d}" if date.month < 3 else str(date.month)
    return f"ngày {date.day:02d} tháng {month} năm {date.year}"


def short_date(date: dt.date) -> str:
    """Write a date in figures, padded as in the long form: ``05/02/2025``, ``30/7/2025``."""
    month = f"{date.month:02d}" if date.month < 3 else str(date.month)
    return f"{date.day:02d}/{month}/{date.year}"


def decimal(value: float, digits: int | None = None) -> str:
    """Write a number the Vietnamese way: decimal comma, dot between thousands: ``1.234,5``."""
    text = f"{value:,.{digits}f}" if digits is not None else f"{value:,}"
    if digits is None and text.endswith(".0"):
        text = text[:-2]
    return text.translate(str.maketrans(",.", ".,"))


_PRINTED_DATE = late(
    r"(?:ngày\s*(?P<day>[0-9]{1,2})?\s*)?tháng\s*(?P<month>[0-9]{1,2})?\s*năm\s*(?P<year>[0-9]{4})(?![0-9])",
    re.IGNORECASE,
)


def printed_period(printed: str) -> tuple[dt.date, dt.date] | None:
    """Read the days that a printed date can mean: ``ngày tháng 3 năm 2025`` is 1 to 31 March 2025.

    Returns None where no year is printed or the figures are no date.
    """
    match = _PRINTED_DATE.search(printed)
    if not match:
        return None
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    assert year is not None
    last_month = month or 12
    try:
        first = dt.date(year, month or 1, day or 1)
        following = dt.date(year + last_month // 12, last_month % 12 + 1, 1)
    except ValueError:
        return None
    return (first, first) if day and month else (first, following - dt.timedelta(days=1))


def plain(text: str) -> str:
    """Leave letters and figures without diacritics and case."""
    return re.sub(r"[\W_]+", "", bare(text).lower())


def squeezed(text: str) -> str:
    """Leave out white space and the stars of an extraction."""
    return "".join(text.replace("*", "").split())


def folded(text: str) -> str:
    """Lower every letter whose small form is one letter, so that places stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
