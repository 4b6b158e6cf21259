"""Words of time in a printed line, cut into lexemes: dates, day numbers, periods, limits, exceptions, separators.

Only what the words are is told here; which report or task they belong to is the business of the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from kehoach.meaning.nametable import Token, tokens
from kehoach.meaning.timelists import HOLDING, LISTS, lists_alone, open_end
from kehoach.meaning.timepatterns import FOLLOWING
from kehoach.meaning.timerows import ROWS
from kehoach.wording.letters import comparable


class Lexeme(NamedTuple):
    """Words of a line that speak of time or part what does; ``kind`` is of the table, ``sep`` or ``openlist``."""

    kind: str
    start: int
    end: int
    text: str


class _Pattern:
    """A pattern that is compiled when it is first needed: all of them take as long as to read a plan's times."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """Match a text from a place on."""
        return re.compile(self._source, re.IGNORECASE).match


def _table() -> dict[str, list[tuple[str, _Pattern]]]:
    rows: dict[str, list[tuple[str, _Pattern]]] = {}
    for kind, words, source in ROWS:
        pattern = _Pattern(source)
        for word in words.split():
            rows.setdefault(comparable(word), []).append((kind, pattern))
    return rows


_BY_WORD = _table()
_FIGURE = _BY_WORD["0"]
# Most uses of these small words say nothing of time; what follows tells without trying every row.
_SMALL = frozenset(token.key for token in tokens("trong đến vào từ hết sau trước không các khi theo có xong"))
_DATED = re.compile(r"\bngày\s+[0-9]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+|[0-9]+|[;.,:()]")
_GLUED = re.compile(r"[0-9][^\W\d_]|[^\W\d_][0-9]")
_FIGURES = re.compile(r"[0-9]")
_SEPARATORS = frozenset(";.,:()")


def _words(text: str) -> Sequence[Token]:
    """Give the words and signs of a line, each with where it stands; figures and letters apart."""
    if _FIGURES.search(text) and _GLUED.search(text):  # "ngày20", "9h30"
        return [Token(*match.span(), match[0], comparable(match[0])) for match in _WORD.finditer(text)]
    return tokens(text)


def lexemes(text: str) -> Iterator[Lexeme]:
    """Cut a line into lexemes in printed order; other words are passed over."""
    at = 0
    words = _words(text)
    listed = lists_alone(text)
    dated = _DATED.search(text) is not None
    for index, (start, _, _, key) in enumerate(words):
        rows = _BY_WORD.get(key)
        if rows is None:
            if key in _SEPARATORS and start >= at and not (key in ".," and text[start + 1 : start + 2].isdigit()):
                yield Lexeme("sep", start, start + 1, key)
                continue
            if not (key < ":" and key[0].isdigit()):
                continue
            rows = _FIGURE
        if start < at or (key in _SMALL and not _is_followed(words, index)):
            continue
        for kind, pattern in rows:
            if kind == "document" and not dated and not key[0].isdigit():
                continue
            if match := pattern.match(listed if kind in HOLDING else text, start):
                at = match.end()
                if kind in LISTS and (end := open_end(text, start, at)):
                    kind, at = "openlist", end
                yield Lexeme(kind, start, at, text[start:at])
                break


def _is_followed(words: Sequence[Token], index: int) -> bool:
    """Whether a small word can speak of time, by the word behind it."""
    following = words[index + 1].key if index + 1 < len(words) else ""
    return following in FOLLOWING or following[:1].isdigit()
