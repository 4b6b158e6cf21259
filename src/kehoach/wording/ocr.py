"""Whether a word read by optical character recognition can be the word published.

A scan of Vietnamese print loses its diacritics and reads a letter that carries one as another
shape: "thyc" for "thực", "S¢" for "Sở". A published word agrees with the word read when the two are
equal without diacritics and case, or become equal after at most `MAX_CONFUSIONS` replacements
from the table below. Whatever needs more than that is an entry under `corrections` of the plan.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

MAX_CONFUSIONS: Final = 2
"""A word that needs more replacements is too badly read to prove anything."""

LONGEST: Final = 60
"""A longer word is no word that was printed; it agrees only with itself."""

CONFUSIONS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        # Printed without a mark.
        "i": ("1", "|", "l"),  # nguo1 → người, |. → I., (Al) → (AI)
        "l": ("1",),  # 16ng → lồng
        "c": ("¢", "e"),  # ¢6 → có, viée → việc
        # Printed with a mark.
        "D": ("p",),  # Pak → Đắk
        "Y": ("¥",),  # k¥ → kỹ
        "E": ("¢", "€"),  # hi¢n → hiện, nghi€p → nghiệp
        "A": ("4", "d", "i", "E", "ia", "Ea"),  # x4, ndm, cip, céc, vian, khéac
        "O": ("0", "6", "b", "d", "g", "E", "dE", "¢", "&"),  # dbi, ndi, dugc, véi, hudéng, S&
        "U": ("i", "ii", "ir", "it", "t", "ti", "tr", "w", "y"),  # thi, thirc, nita, cta, ctia, vy
        "Un": ("im",),  # nhimg → những
    }
)
"""Printed letters → what recognition makes of them; only readings that recur in a source.

A capital is a letter with a diacritic (or "đ"), a small letter one without, on both sides: the
entry "E" under "O" reads "é" as "ớ", and never "e" as "o".
"""

_DASHES: Final = str.maketrans("–—", "--")


def fold(word: str) -> str:
    """Return the word without diacritics, case and the difference between dashes ("đ" is "d")."""
    return _marked(word).lower()


def agrees(ocr_word: str, published_word: str) -> bool:
    """Say whether the word read can be the word published, punctuation included.

    Both are single words without spaces, in any Unicode normal form.
    """
    if max(len(ocr_word), len(published_word)) > LONGEST:
        return fold(ocr_word) == fold(published_word)
    return _agrees(ocr_word, published_word)


@lru_cache(maxsize=50_000)
def _agrees(ocr_word: str, published_word: str) -> bool:
    return _reads_as(_marked(ocr_word), _marked(published_word), MAX_CONFUSIONS)


@lru_cache(maxsize=50_000)
def _marked(word: str) -> str:
    """Write letters with a diacritic as bare capitals, all others small: "Đường" is "DUOng"."""
    letters: list[str] = []
    for character in unicodedata.normalize("NFD", word.translate(_DASHES).lower()):
        if not unicodedata.combining(character):
            letters.append("D" if character == "đ" else character)
        elif letters:
            letters[-1] = letters[-1].upper()
    return "".join(letters)


def _reads_as(read: str, printed: str, allowance: int) -> bool:
    """Match from the left, letter by letter or by one confusion, with so many still allowed."""
    if not read or not printed:
        return read == printed
    if read[0].lower() == printed[0].lower() and _reads_as(read[1:], printed[1:], allowance):
        return True
    return allowance > 0 and any(
        _reads_as(read[len(reading) :], printed[len(letters) :], allowance - 1)
        for letters, readings in CONFUSIONS.items()
        if printed.startswith(letters)
        for reading in readings
        if read.startswith(reading)
    )
