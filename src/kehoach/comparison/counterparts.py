"""What stands in the place of another, or elsewhere, so that it is not told as gone or new.

A document stands for another: this year's plan where last year's was named, a new law for the old.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kehoach.comparison.meanings import Difference
from kehoach.comparison.signruns import citation_end
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign
from kehoach.model.registry import Registry

PairDocuments = Callable[[Iterable[str], Iterable[str]], Iterable[tuple[str, str]]]
"""Gives pairs of documents that went and that came in their place, by their ids."""
_NUMBER = re.compile(r"[0-9]\w*(?:/[0-9]+)?[/-][^\W\d_]")


@dataclass(frozen=True)
class Counterparts:
    """What need not be told of a pair: signs that have their counterpart elsewhere in the old and in the new plan.

    ``documents`` pairs documents that went, by their ids, with those that came in their place.
    """

    old: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    documents: PairDocuments = lambda olds, news: ()


NOTHING_ELSEWHERE = Counterparts()


def follows(registry: Registry, old: str, new: str) -> bool:
    """Whether a document is of another's line, has its name, or replaces or repeals it; False for ids unknown."""
    a, b = registry.documents.get(old), registry.documents.get(new)
    if not a or not b:
        return False
    return bool(
        (a.line and a.line == b.line)
        or set(a.names) & set(b.names)
        or any(r.type in ("replaces", "repeals") and r.document == old for r in b.relations)
    )


def in_place_of(registry: Registry, olds: Iterable[str], news: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pair documents that went with those that came in their place; each is in one pair at most."""
    left = list(dict.fromkeys(news))
    for old in dict.fromkeys(olds):
        if new := next((other for other in left if follows(registry, old, other)), None):
            left.remove(new)
            yield old, new


def citations_told(went: Mapping[str, str], came: Mapping[str, str], pairing: PairDocuments) -> Iterator[Difference]:
    """Tell documents that went and came at one place, as printed by their ids.

    One stands for another only where ``pairing`` says so or where they are alone: a directive beside this year's plan
    does not stand for last year's plan.
    """
    replaced = dict(pairing(went, came))
    for old, new in replaced.items():
        yield Difference("citation", went[old], came[new])
    dropped = list(dict.fromkeys(words for id_, words in went.items() if id_ not in replaced))
    added = list(dict.fromkeys(words for id_, words in came.items() if id_ not in replaced.values()))
    if len(dropped) == len(added) == 1:
        yield Difference("citation", dropped[0], added[0])
        return
    if dropped:
        yield Difference("citation", ", ".join(dropped), "")
    if added:
        yield Difference("citation", "", ", ".join(added))


def documents_printed(text: SignText, signs: Iterable[Sign]) -> Mapping[str, str]:
    """Give the documents of some signs by their ids, as printed: by their number where the text gives it."""
    printed = {}
    for sign in signs:
        cited = next((s for s in text.signs if s.key == sign.key and _numbered(text, s)), sign)
        words = text.words[cited.start : citation_end(text.words, cited)]
        printed[sign.key[1:]] = " ".join(words.split()).strip(" ,;:")
    return printed


def numbered_anew(key: str, own: SignText, other: SignText) -> bool:
    """Whether one text gives a document's number besides its name, and the other only the name.

    A number in place of the name is the same document in other words.
    """
    same = [sign for sign in own.signs if sign.key == key]
    elsewhere = (sign for sign in other.signs if sign.key == key)
    return len(same) > 1 and any(_numbered(own, s) for s in same) and not any(_numbered(other, s) for s in elsewhere)


def _numbered(text: SignText, sign: Sign) -> bool:
    return _NUMBER.search(text.words, sign.start, sign.end) is not None
