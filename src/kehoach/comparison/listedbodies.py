"""Bodies and places listed in another order: they are compared as a set, so that only who came or went is told.

A list need not be read as one of partners: "UBND các xã A, B, C" names bodies that no sign stands for. What counts is
that the words around it are the same and that between its elements nothing but commas and "và" stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from kehoach.comparison.bodyparts import part_of_body
from kehoach.comparison.changedphrases import printed
from kehoach.comparison.counterparts import Counterparts
from kehoach.comparison.hunks import Hunk
from kehoach.comparison.meanings import NAMES, Difference
from kehoach.comparison.signruns import LISTED, units_of
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Range, Sign

_BETWEEN = re.compile(r"[\s,;/&-]*(?:(?<!\w)(?:và|các|của|với|cùng)(?!\w)[\s,;]*)*")
"""What may stand between the words of a list: no sentence, bracket or heading begins there."""
_NO_NAME = ("time", "quantity", "condition", "negation", "modality", "role")
_REACH = 4
"""Most signs that a list goes on beyond what differs: the last words of its first and its last name."""
_MOST = 60
"""Most signs of a list on one side; longer ones are read as any other words."""


class _Element(NamedTuple):
    """One thing of a list: what it says, and its signs."""

    keys: tuple[str, ...]
    signs: tuple[Sign, ...]


def lists_changed(
    old: SignText, new: SignText, hunks: Sequence[Hunk], counterparts: Counterparts
) -> tuple[list[Hunk], list[Difference]]:
    """Take lists in another order out of the changes of two texts; tell who came to them and who went."""
    left: list[Hunk] = []
    differences: list[Difference] = []
    at = 0
    while at < len(hunks):
        for last in range(len(hunks), at, -1):
            body_list = _list_of(old, new, hunks[at:last])
            if body_list:
                differences += _list_differences(old, new, body_list, counterparts)
                at = last
                break
        else:
            left.append(hunks[at])
            at += 1
    return left, differences


_Found = tuple[list[_Element], list[_Element], tuple[Range, Range]]
"""What left a list, what came to it, and where it stands on either side."""


def _list_of(old: SignText, new: SignText, hunks: Sequence[Hunk]) -> _Found | None:
    """Give the list that some changes are in, if they leave at least one of its elements at another place."""
    first, last = hunks[0], hunks[-1]
    if len(hunks) == 1 and (first.old[0] == first.old[1] or first.new[0] == first.new[1]):
        return None
    if max(last.old[1] - first.old[0], last.new[1] - first.new[0]) > _MOST:
        return None
    if not all(
        _is_listing(t, run) for t, run in ((old, (first.old[0], last.old[1])), (new, (first.new[0], last.new[1])))
    ):
        return None
    best: _Found | None = None
    for before, behind in sorted(product(range(_REACH), repeat=2), key=sum):
        ranges = (first.old[0] - before, last.old[1] + behind), (first.new[0] - before, last.new[1] + behind)
        if not all(0 <= a < b <= len(t.signs) for (a, b), t in zip(ranges, (old, new), strict=True)):
            continue
        lists = [_elements(text, run) for text, run in zip((old, new), ranges, strict=True)]
        if not all(lists):
            continue
        gone, come = _beyond(lists[0], lists[1]), _beyond(lists[1], lists[0])
        count_left = len(lists[0]) - len(gone)
        if (
            count_left
            and all(map(_is_name, gone + come))
            and (best is None or len(gone + come) < len(best[0] + best[1]))
        ):
            best = gone, come, ranges
    return best


def _is_listing(text: SignText, run: Range) -> bool:
    """Whether a body is named in a run or beside it, and nothing but commas and words of joining parts its signs."""
    first, last = run
    signs_around = text.signs[max(first - _REACH, 0) : last + _REACH]
    return any(sign.key[0] == "@" for sign in signs_around) and all(
        _BETWEEN.fullmatch(text.words, before.end, sign.start) for before, sign in pairwise(text.signs[first:last])
    )


def _beyond(elements: Sequence[_Element], others: Sequence[_Element]) -> list[_Element]:
    """Give the elements that the other list does not have."""
    elements_there = Counter(element.keys for element in others)
    beyond = []
    for element in elements:
        if elements_there[element.keys]:
            elements_there[element.keys] -= 1
        else:
            beyond.append(element)
    return beyond


def _is_name(element: _Element) -> bool:
    return len(element.signs) == 1 and element.signs[0].key[0] == "@"


def _elements(text: SignText, run: Range) -> list[_Element]:
    """Cut a run of signs into the elements of a list; empty where it is none, or where it begins within a name."""
    first, last = run
    signs = text.signs[first:last]
    if (first and not _opens(text, first)) or (last < len(text.signs) and _within_word(text, last)):
        return []
    rows: list[list[Sign]] = [[signs[0]]]
    for before, sign in pairwise(signs):
        if not _BETWEEN.fullmatch(text.words, before.end, sign.start):
            return []
        group = before.key[0] == "@" and "<" in before.key
        if group or LISTED.fullmatch(text.words, before.end, sign.start):
            rows.append([])
        rows[-1].append(sign)
    has_body = any(sign.key[0] == "@" for sign in signs)
    if not has_body or any(not text.words[row[0].start].isupper() and row[0].key[0] != "@" for row in rows):
        return []
    return [] if _says_more(text, signs) else [_Element(tuple(s.key for s in row), tuple(row)) for row in rows]


def _opens(text: SignText, at: int) -> bool:
    """Whether an element can begin at a sign: it is a name, or stands behind a comma or a word that a list follows."""
    sign, before = text.signs[at], text.signs[at - 1]
    return text.words[sign.start].isupper() and (
        sign.key[0] == "@" or text.words[before.end : sign.start].strip() != ""
    )


def _within_word(text: SignText, at: int) -> bool:
    """Whether a name goes on in capitals behind a run."""
    between = text.words[text.signs[at - 1].end : text.signs[at].start]
    return between == " " and text.words[text.signs[at].start].isupper() and text.signs[at].key[0] != "@"


def _says_more(text: SignText, signs: Sequence[Sign]) -> bool:
    """Whether words among the names say when, how many, or what is to be done."""
    plain = [sign for sign in signs if sign.key[0] != "@"]
    spans = [span for span in text.spans if span.slot in _NO_NAME]
    return any(span.start < sign.end and sign.start < span.end for span in spans for sign in plain)


def _list_differences(old: SignText, new: SignText, found: _Found, counterparts: Counterparts) -> Iterator[Difference]:
    gone, come, ranges = found
    signs = [
        [s for e in elements for s in e.signs if s.key not in there and f"@{s.unit}" not in there]
        for elements, there in ((gone, counterparts.new), (come, counterparts.old))
    ]
    if not any(signs):
        return
    parts = Counter(
        part_of_body(text.words, sign)
        for text, run in zip((old, new), ranges, strict=True)
        for sign in text.signs[slice(*run)]
        if sign.key[0] == "@"
    )
    kind = min(parts, key=lambda part: (part == "body", -parts[part], list(NAMES).index(part)))
    words = [[printed(t, (s.start, s.end)) for s in side] for t, side in zip((old, new), signs, strict=True)]
    unknown = (w for side, row in zip(signs, words, strict=True) for s, w in zip(side, row, strict=True) if not s.unit)
    names = tuple(dict.fromkeys(unknown))
    yield Difference(kind, ", ".join(words[0]), ", ".join(words[1]), units_of((*signs[0], *signs[1])), names)
