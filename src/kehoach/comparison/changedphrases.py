"""Changed phrases with where they stand: those that touch are told as one, and what only moved is not told gone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kehoach.comparison.hunks import Hunk
from kehoach.comparison.meanings import Difference
from kehoach.comparison.signruns import clause_start, units_of
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import NOTHING, Range, Sign

MOST = 160
"""Most characters of a phrase that is put together of several."""
_MOVED = 4
"""Fewest signs in a row that are the same words at another place."""
_JOINED = re.compile(r"[,;]|(?<!\w)và(?!\w)")
_GAP = re.compile(r"[\s,]*(?:(?:và|các|của|về|cho)\s+)*")


class ChangedPhrase(NamedTuple):
    """A difference, and where its phrase stands on either side; ``NOTHING`` where it has none there.

    ``bare`` are the changed words alone, without those that the phrase keeps around them.
    """

    difference: Difference
    ranges: tuple[Range, Range]
    bare: tuple[str, str] = ("", "")

    def of(self, kind: str) -> ChangedPhrase:
        """Give the phrase as one of another kind."""
        return self._replace(difference=replace(self.difference, kind=kind))


def printed(text: SignText, span: Range) -> str:
    """Give a phrase in one line, without the marks around it; a bracket that it opens is closed."""
    words = " ".join(text.words[slice(*span)].split()).strip(" ,;:")
    return f"{words})" if words.count("(") > words.count(")") and text.words.startswith(")", span[1]) else words


def as_one(phrases: Iterable[ChangedPhrase], texts: tuple[SignText, SignText]) -> list[Difference]:
    """Tell phrases of content that touch as one; the others as they are."""
    phrases_joined: list[ChangedPhrase] = []
    at = -1
    for phrase in phrases:
        if phrase.difference.kind != "object":
            phrases_joined.append(phrase)
        elif at >= 0 and _touch(phrases_joined[at], phrase, texts):
            phrases_joined[at] = _as_one(phrases_joined[at], phrase, texts)
        else:
            at = len(phrases_joined)
            phrases_joined.append(phrase)
    return [phrase.difference for phrase in _from_one_to_other(phrases_joined)]


_OF_BODIES = ("lead", "doer", "partner", "addressee", "body")


def without_contradictions(differences: Sequence[Difference]) -> list[Difference]:
    """Leave out what is told as gone and as come, a body with one part or words of content: it only moved."""
    moved = {
        id(one)
        for one in differences
        if any(_undoes(one, d) if one.kind in _OF_BODIES else _only_moves(one, d) for d in differences)
    }
    left = [difference for difference in differences if id(difference) not in moved]
    return [d for d in left if d.kind != "object" or (d.old and d.new) or not any(_holds(other, d) for other in left)]


def _undoes(one: Difference, other: Difference) -> bool:
    """Whether a body is told as gone by one difference and as come by the other, with the same part."""
    gone_and_come = (bool(one.old), bool(one.new)) == (bool(other.new), bool(other.old)) and bool(one.old) != bool(
        one.new
    )
    return gone_and_come and (one.kind, one.units, one.names) == (other.kind, other.units, other.names)


def _only_moves(one: Difference, other: Difference) -> bool:
    """Whether a role or a place is told as gone by one difference and as come by the other, its list in any order.

    So is one difference of a place by itself that says the same list on both sides.
    """
    if one.kind != other.kind or one.kind not in ("role", "place"):
        return False
    if one is other:
        return one.kind == "place" and _listed(one.old) == _listed(one.new)
    sides = (one.old, one.new), (other.new, other.old)
    return "" in sides[0] and [_listed(words) for words in sides[0]] == [_listed(words) for words in sides[1]]


def _listed(words: str) -> list[str]:
    return sorted(_JOINED.sub(" ", words.lower()).split())


def _holds(other: Difference, one: Difference) -> bool:
    """Whether what came by one difference stands in the words that went by another, or the other way round."""
    words, there = (one.old, other.new) if one.old else (one.new, other.old)
    return f" {words.lower()} " in f" {there.lower()} "


def _from_one_to_other(phrases: Sequence[ChangedPhrase]) -> list[ChangedPhrase]:
    """Where one word of obligation went and one came elsewhere, tell that it changed: from "phải" to "khuyến khích"."""
    of_modality = [phrase for phrase in phrases if phrase.difference.kind == "modality"]
    gone = [phrase for phrase in of_modality if phrase.bare[0] and not phrase.bare[1]]
    come = [phrase for phrase in of_modality if phrase.bare[1] and not phrase.bare[0]]
    if len(of_modality) != 2 or not len(gone) == len(come) == 1:
        return [*phrases]
    difference = replace(gone[0].difference, old=gone[0].bare[0], new=come[0].bare[1])
    return [
        phrase._replace(difference=difference) if phrase is gone[0] else phrase
        for phrase in phrases
        if phrase is not come[0]
    ]


def _touch(phrase: ChangedPhrase, other: ChangedPhrase, texts: tuple[SignText, SignText]) -> bool:
    near = [
        _GAP.fullmatch(text.words, first[1], last[0]) is not None if first[1] <= last[0] else first[1] < last[1]
        for text, first, last in zip(texts, phrase.ranges, other.ranges, strict=True)
        if NOTHING not in (first, last)
    ]
    sizes = (last[1] - first[0] for first, last in zip(phrase.ranges, other.ranges, strict=True) if first != NOTHING)
    return bool(near) and all(near) and max(sizes) <= MOST


def _as_one(phrase: ChangedPhrase, other: ChangedPhrase, texts: tuple[SignText, SignText]) -> ChangedPhrase:
    old, new = (
        last if first == NOTHING else first if last == NOTHING else (first[0], max(first[1], last[1]))
        for first, last in zip(phrase.ranges, other.ranges, strict=True)
    )
    words = printed(texts[0], old), printed(texts[1], new)
    units = tuple(dict.fromkeys((*phrase.difference.units, *other.difference.units)))
    names = tuple(dict.fromkeys((*phrase.difference.names, *other.difference.names)))
    return ChangedPhrase(Difference("object", *words, units, names), (old, new))


def unexplained(signs: Sequence[Sign], keys: Container[str]) -> list[Sign]:
    """Of words most of which a related provision explains, give those that it does not: rows of some length."""
    rows: list[Sign] = []
    run: list[Sign] = []
    for sign in (*signs, None):
        if sign is not None and sign.key not in keys:
            run.append(sign)
            continue
        rows += run if len(run) >= _MOVED or any(sign.key[0] in "@#§" for sign in run) else ()
        run = []
    return rows


def whole_sentence(sides: tuple[SignText, SignText], olds: Sequence[Sign], news: Sequence[Sign]) -> Difference | None:
    """Tell a whole sentence that came or went."""
    if bool(olds) == bool(news) or len(olds) + len(news) < 3:
        return None
    side, signs = (0, olds) if olds else (1, news)
    text = sides[side].words
    start, end = clause_start(text, signs[0].start), signs[-1].end
    before = re.search(r"(?:\A|[.;\n])\s*\Z", text[:start])
    after = re.match(r"[\s”\"…)]*(?:[.;\n]|\Z)", text[end:])
    if before and not after and signs[0].key[0] == "@":
        # A body with its verb opens a sentence of its own; what it goes on with may have stood with another body.
        rest = re.compile(r"[^.;\n]*").match(text, end)
        after = rest if rest and len(rest[0]) <= end - start else None
        end = rest.end() if rest and after else end
    if not (before and after) or (start == 0 and end + len(after[0]) >= len(text)):
        return None
    words = text[start:end].strip()
    names = tuple(text[s.start : s.end] for s in signs if s.key[0] == "@" and not s.unit)
    return Difference("sentence", words if side == 0 else "", words if side == 1 else "", units_of(signs), names)


def led_sentence(
    sides: tuple[SignText, SignText], hunk: Hunk, olds: Sequence[Sign], news: Sequence[Sign]
) -> Difference | None:
    """Tell a whole sentence of a body whose coming or going is told otherwise."""
    side, rest = (0, olds) if olds else (1, news)
    signs = sides[side].signs[slice(*hunk[side])]
    if not rest or signs[0].key[0] != "@" or [*signs[1:]] != [*rest]:
        return None
    return whole_sentence(sides, *((signs, ()) if side == 0 else ((), signs)))


def without_moved(signs: Sequence[Sign], others: Sequence[Sign]) -> Sequence[Sign]:
    """Leave out of what came or went, at its ends, words that stand in a row at another place of the other text."""
    keys = [sign.key for sign in others]
    for at in range(len(signs) - _MOVED + 1):
        run = [sign.key for sign in signs[at:]]
        if at and _within(run, keys):
            return signs[:at]
    for end in range(len(signs), _MOVED - 1, -1):
        if end < len(signs) and _within([sign.key for sign in signs[:end]], keys):
            return signs[end:]
    return signs


def _within(run: Sequence[str], keys: Sequence[str]) -> bool:
    size = len(run)
    return any(keys[at] == run[0] and keys[at : at + size] == run for at in range(len(keys) - size + 1))
