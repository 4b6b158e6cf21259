"""Words of time in a printed line, cut into lexemes: dates, day numbers, periods, limits, exceptions, separators.

Only what the words are is told here; which report or task they belong to is the business of the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from kehoach.meaning.nametable import Token, tokens
from kehoach.meaning.timeevents import Row
from kehoach.meaning.timelimits import behind_limit
from kehoach.meaning.timelists import HOLDING, LISTS, lists_alone, open_end
from kehoach.meaning.timepatterns import FOLLOWING
from kehoach.meaning.timerows import ROWS
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import comparable


class Lexeme(NamedTuple):
    """Words of a line that speak of time or part what does; ``kind`` is of the table, ``sep`` or ``openlist``."""

    kind: str
    start: int
    end: int
    text: str


def first_near(text: str, around: Sequence[Lexeme], parts: Sequence[int]) -> int:
    """Give the first of several lexemes, by number, that are of one phrase; none from before a clause between them."""
    first = parts[-1]
    for part in reversed(parts[:-1]):
        if len(text[around[part].end : around[first].start].split()) > 3:
            break
        first = part
    return first


def parts_apart(text: str, around: Sequence[Lexeme], parts: Sequence[int]) -> list[list[int]]:
    """Give lexemes, by number, in groups that are of one phrase each."""
    groups = [[part] for part in parts[:1]]
    for part in parts[1:]:
        near = len(text[around[groups[-1][-1]].end : around[part].start].split()) <= 3
        groups[-1 if near else len(groups) :] = [[*groups[-1], part]] if near else [[part]]
    return groups


_KEY = itemgetter(3)
_Held = str | tuple[str, ...]
"""A word that a line has, or two of which one stands right behind the other."""
_Rows = list[tuple[str, re.Pattern[str], Sequence[frozenset[_Held]], frozenset[str]]]
"""Kind, pattern, the groups of words of which a line has one wherever that fits, and the words that it can begin with
behind a limit, at whose first word it stands; none where it stands at its own."""


def needed(row: Row) -> list[frozenset[_Held]]:
    """Give the groups of which a line has something wherever a row fits."""
    groups = [group.split() for group in row.needs.split(";") if group]
    return [frozenset(_held(word) for word in group) for group in groups]


def _held(word: str) -> _Held:
    return tuple(map(comparable, word.split("+"))) if "+" in word else comparable(word)


def _table() -> dict[str, _Rows]:
    rows: dict[str, _Rows] = {}
    for row in ROWS:
        pattern = late(row.pattern, re.IGNORECASE)
        needs = needed(row)
        behind = frozenset(map(comparable, f"{row.first} {row.behind}".split()))
        for words, opening in ((row.first, frozenset[str]()), (row.limits, behind)):
            for word in words.split():
                rows.setdefault(comparable(word), []).append((row.kind, pattern, needs, opening))
    return rows


_BY_WORD = _table()
_FIGURE = _BY_WORD["0"]
_PAIRS = frozenset(pair for row in ROWS for group in needed(row) for pair in group if isinstance(pair, tuple))
# Most uses of these small words say nothing of time; what follows tells without trying every row.
_SMALL = frozenset(token.key for token in tokens("trong đến vào từ hết sau trước không các khi theo có xong"))
_DAY = comparable("ngày")
_DATED = late(r"\bngày\s+[0-9]", re.IGNORECASE)
_WORD = late(r"[^\W\d_]+|[0-9]+|[;.,:()]")
_GLUED = late(r"[0-9](?:[^\W\d_]|(?<=[^\W\d_].))")
_FIGURES = late(r"[0-9]")
_PARTED = late(r"[0-9](?:\s*/\s*[0-9]|\s*[.-]\s*[0-9]{1,2}\s*[.-]\s*[0-9]{4}|\s*tháng\s+[0-9])", re.IGNORECASE)
_NUMBERED = late(r"(?:ngày(?:\s*:)?\s*(?:mùng\s+|mồng\s+)?|(?:mùng|mồng)\s+)[0-9]{1,2}(?![0-9/])", re.IGNORECASE)
_INNER = late(r"[0-9]|[a-z]{2,4}(?![^\W_])")
"""Behind a sign that parts no sentence: in a figure, in an address ("hop-thu@xa.gov.vn")."""
_SEPARATORS = frozenset(";.,:()")


def words_of(text: str) -> Sequence[Token]:
    """Give the words and signs of a line, each with where it stands; figures and letters apart."""
    if _GLUED.search(text):  # "ngày20", "9h30"
        return [Token(*match.span(), match[0], comparable(match[0])) for match in _WORD.finditer(text)]
    return tokens(text)


@lru_cache(maxsize=8192)
def lexemes(text: str) -> tuple[Lexeme, ...]:
    """Cut a line into lexemes in printed order; other words are passed over."""
    return tuple(_lexemes(text))


def words_and_letters(text: str, words: Sequence[Token]) -> Set[_Held]:
    """Give what a line has of that which rows need: its words, and what stands for figures of several kinds."""
    keys = [*map(_KEY, words)]
    present: set[_Held] = {*keys}
    if _FIGURES.search(text):
        present.add("0")
        present.update(sign for sign, pattern in (("0/0", _PARTED), ("0d", _NUMBERED)) if pattern.search(text))
        present.update(sign for sign, signs in (("-", "-–"), ("/", "/")) if any(one in text for one in signs))
        keys = ["0" if key[0].isdigit() else key for key in keys]
    present |= _PAIRS.intersection(pairwise(keys))
    return present


def _lexemes(text: str) -> Iterator[Lexeme]:
    at = 0
    words = words_of(text)
    present = words_and_letters(text, words)
    has_figures = "0" in present
    listed = lists_alone(text) if has_figures else text
    dated = has_figures and _DAY in present and _DATED.search(text) is not None
    for index, (start, _, _, key) in enumerate(words):
        rows = _BY_WORD.get(key)
        if rows is None:
            if key in _SEPARATORS and start >= at and not (key in ".," and _INNER.match(text, start + 1)):
                yield Lexeme("sep", start, start + 1, key)
                continue
            if not (key < ":" and key[0].isdigit()):
                continue
            rows = _FIGURE
        if start < at or (key in _SMALL and not _is_followed(words, index)):
            continue
        for kind, pattern, needs, opening in rows:
            if kind == "document" and not dated and not key[0].isdigit():
                continue
            if needs and any(map(present.isdisjoint, needs)):
                continue
            line = listed if kind in HOLDING else text
            if opening:
                match = _behind(line, words, behind_limit(text, words, index), pattern, opening)
            else:
                match = pattern.match(line, start)
            if match:
                at = match.end()
                if kind in LISTS and (end := open_end(text, start, at)):
                    kind, at = "openlist", end
                yield Lexeme(kind, start, at, text[start:at])
                break


def _behind(
    text: str, words: Sequence[Token], places: Iterable[int], pattern: re.Pattern[str], opening: Set[str]
) -> re.Match[str] | None:
    """Match a row behind its limit, whose first word tells whether to try."""
    for place in places:
        start, _, _, key = words[place]
        if ("0" if key[0].isdigit() else key) in opening and (match := pattern.match(text, start)):
            return match
    return None


def _is_followed(words: Sequence[Token], index: int) -> bool:
    """Whether a small word can speak of time, by the word behind it."""
    following = words[index + 1].key if index + 1 < len(words) else ""
    return following in FOLLOWING or following[:1].isdigit()
