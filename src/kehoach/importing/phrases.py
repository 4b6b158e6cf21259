"""Words that official documents open their parts with, found also where recognition lost or bent letters."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kehoach.wording.letters import bare
from kehoach.wording.ocr import agrees

_HEAD, _LONGEST_TITLE = 120, 80
_NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalpha())


def head(text: str) -> str:
    """Give the first words of a text without diacritics, in lower case, single spaces."""
    return _head(text[:_HEAD])


@lru_cache(maxsize=8192)
def _head(text: str) -> str:
    return " ".join(bare(text).lower().split()).lstrip("'‘’`")


def opens(text: str, phrase: str) -> bool:
    """Tell whether a text begins with a phrase; diacritics and case do not count."""
    return _opens(text[:_HEAD], phrase)


@lru_cache(maxsize=32768)
def _opens(text: str, phrase: str) -> bool:
    first, start = head(text), _plain(phrase)
    return first.startswith(start) and not first[len(start) : len(start) + 1].isalnum()


def opens_misread(text: str, phrase: str) -> bool:
    """Tell whether a text begins with what recognition can make of a phrase's words."""
    return _opens_misread(text[:_HEAD], phrase)


@lru_cache(maxsize=32768)
def _opens_misread(text: str, phrase: str) -> bool:
    if head(text).startswith(_plain(phrase)):
        return False  # the words are there, and go on: another word begins so
    read, words = text.split(), phrase.split()
    return len(read) >= len(words) and all(_reads(r, w) for r, w in zip(read, words, strict=False))


@cache
def _plain(phrase: str) -> str:
    return bare(phrase).lower()


def opening_length(text: str, phrase: str) -> int:
    """Give how many characters of a text its opening phrase takes, word by word."""
    end = 0
    for _ in phrase.split():
        match = re.compile(r"\s*\S+").match(text, end)
        if not match:
            break
        end = match.end()
    return end


def _reads(read: str, word: str) -> bool:
    read = read.strip(".:;,*")
    return len(read) <= 3 * len(word) and agrees(read, word)


def lacks_diacritics(text: str) -> bool:
    """Tell whether a Vietnamese text lost its marks: far fewer than the fifth of all letters they are in print."""
    sample = text[:50_000]
    letters = sum(map(str.isalpha, sample))
    marked = letters - len(sample.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    return letters >= 200 and marked < 0.13 * letters


def is_short_title(text: str) -> bool:
    """Tell whether words can be a heading that no label, capitals or colon mark: a few, without a stop."""
    return 5 < len(text) <= _LONGEST_TITLE and text[0].isupper() and text[-1].isalnum() and text.count(" ") > 0
