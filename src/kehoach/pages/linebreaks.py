"""Where a line must not break: between a word and its number, before an ellipsis or a dash, within symbol or years.

A plan's text stays as it was printed, space by space, so that what is copied, quoted or searched for is the print. What
belongs together is marked when a page is whole, and the stylesheet keeps it on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# An element of its own name: a page has a hundred of them, and a span with a class is twice as long.
_BEGIN, _END = "<kh-n>", "</kh-n>"

# Nor where an element holds nothing but text.
_IN_TEXT = r"(?![^<>]*(?:>|</(?:text|tspan|option|title|style|script|textarea)>))"
_NUMBERED = (
    "[Nn]gày [Tt]háng [Nn]ăm [Ss]ố [Đđ]iều [Kk]hoản [Đđ]iểm [Mm]ục [Qq]uý [Kk]ỳ [Gg]ạch [Cc]ộng [Pp]hần [Cc]hương "
    "[Pp]hụ_lục [Cc]ăn_cứ [Nn]ơi_nhận [Ll]ần_thứ"
)
_BEHIND_WORD = "|".join(rf"(?<=\b{word.replace('_', ' ')} )" for word in _NUMBERED.split())
_COUNTED = "lần|phút|giờ|việc|văn bản|kế hoạch|chỉ tiêu|triệu|tỷ|%"
# At the head of a line a dash would look like a list's: "kinh tế - xã hội".
_BEFORE_DASH = r"(?<=\w )(?=[-–] )"
# It begins with the space, so that a page is gone over from space to space and not from letter to letter; what most
# words begin with is told by one look.
_SPACE = re.compile(
    rf" (?:(?=[\d…IVXL–-])(?:(?=\d|…|[IVXL]+\b)(?:{_BEHIND_WORD})|(?=…)|{_BEFORE_DASH})"
    rf"|(?<=\d )(?=(?:{_COUNTED})\b)){_IN_TEXT}"
)
_WORD = re.compile(r"[^\s<>]*")
# A symbol is looked for from its letters: figures stand in every attribute and drawing.
_LETTERS_OF_SYMBOL = re.compile(rf"/[A-ZĐ]\w*(?:-[A-ZĐ][\wĐđ&]*)+{_IN_TEXT}")
_NUMBER_OF_SYMBOL = re.compile(rf"(?<!\d)(?<!{_BEGIN}[Ss]ố )\d+(?:/\d{{4}})?$")
# Years are looked for from each kind of dash, for the same reason.
_BETWEEN_YEARS = tuple(
    re.compile(rf"{dash}(?<=(?<![\w/.-])\d{{4}}{dash})(?<!{_BEGIN}[Nn]ăm \d{{4}}{dash})(?=\d{{4}}(?![\w/-])){_IN_TEXT}")
    for dash in "-–"
)
_YEAR = 4
_LONGEST = 40
"""Letters of the longest word that is looked for before a space, and of the longest number before a symbol's."""


def unbroken(html: str) -> str:
    """Give a page's HTML with what belongs together kept on one line; its words and spaces are the same."""
    spans: list[tuple[int, int]] = []
    for space in _SPACE.finditer(html):
        at, end = space.span()
        # From the space backwards: what ends at a place is found at once, what begins there is not searched for.
        if word := _WORD.match(html[max(0, at - _LONGEST) : at][::-1]):
            at -= word.end()
        if word := _WORD.match(html, end):
            end = word.end()
        if spans and at <= spans[-1][1]:
            at = spans.pop()[0]
        spans.append((at, end))
    marked = _with_unbroken(html, spans)
    return _with_unbroken(marked, sorted((*_symbols(marked), *_years(marked))))


def _symbols(html: str) -> Iterator[tuple[int, int]]:
    """Give where the symbols of documents begin and end, but for those that are kept with "số" before them."""
    for letters in _LETTERS_OF_SYMBOL.finditer(html):
        begin = max(0, letters.start() - _LONGEST)
        if number := _NUMBER_OF_SYMBOL.search(html, begin, letters.start()):
            yield number.start(), letters.end()


def _years(html: str) -> Iterator[tuple[int, int]]:
    """Give where two years with a dash between them begin and end; of three the first two."""
    done = 0
    for dash in sorted(dash.start() for kind in _BETWEEN_YEARS for dash in kind.finditer(html)):
        if dash - _YEAR >= done:
            done = dash + 1 + _YEAR
            yield dash - _YEAR, done


def _with_unbroken(html: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in spans:
        parts += [html[done:start], _BEGIN, html[start:end], _END]
        done = end
    return "".join((*parts, html[done:]))
