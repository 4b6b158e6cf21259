"""In what manner a lower plan's item departs from the upper one that it takes up: short, checkable statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Indel

from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.numbers import changed, numbers
from kehoach.comparison.uptake import Item, documents
from kehoach.model.fields import BODIES
from kehoach.wording.letters import comparable, words

_PLACES = frozenset(
    comparable(word)
    for word in words(
        "tỉnh huyện xã phường thị trấn thành phố thôn buôn sở ban ngành phòng cơ quan đơn vị địa phương "
        "bàn trực thuộc của các trong ở tại và cấp"
    )
)
"""Words that name whose plan it is, not what is asked."""

PART = 0.6
"""Share of the shorter text that stands in the longer one for it to be a part of it."""


def manner(upper: Item, lower: Item) -> tuple[str, ...]:
    """Say how an item was adapted, as codes: what changed in its length and wording first, then facts.

    ``place``: only names of bodies and places; ``shortened``, ``extended``: most of one text stands in the
    other; ``reworded``: half of the words stay; ``rewritten``: fewer. ``numbers``, ``documents`` and ``bodies``:
    a promised number, a cited document or a named body is another one.
    """
    return (_wording(upper, lower), *_facts(upper[0], lower[0]))


def _wording(upper: Item, lower: Item) -> str:
    old, new = upper[1], lower[1]
    common = (len(old) + len(new) - Indel.distance(old, new)) / 2
    if common >= PART * max(len(old), len(new)) and not _beyond_places(upper, lower):
        return "place"
    if common >= PART * min(len(old), len(new)) and max(len(old), len(new)) >= 1.25 * min(len(old), len(new)):
        return "shortened" if len(new) < len(old) else "extended"
    return "reworded" if common >= 0.5 * max(len(old), len(new)) else "rewritten"


def _beyond_places(upper: Item, lower: Item) -> bool:
    """Whether words other than names of bodies and places were put in or taken away."""
    difference = Counter(upper[1])
    difference.subtract(lower[1])
    place_words = _PLACES | {word for node, _ in (upper, lower) for word in _words_of_units(node)}
    return any(count and word not in place_words for word, count in difference.items())


def _words_of_units(node: ComparedNode) -> Iterable[str]:
    units = (m for mentions in node.mentions.values() for m in mentions if m.kind == "unit")
    return {comparable(word) for unit in units for word in words(unit.text)}


def _facts(upper: ComparedNode, lower: ComparedNode) -> Iterator[str]:
    pairs, dropped, added = changed(numbers(upper.text), numbers(lower.text))
    if pairs or dropped or added:
        yield "numbers"
    if documents(upper) != documents(lower):
        yield "documents"
    if _acting(upper) != _acting(lower):
        yield "bodies"


def _acting(node: ComparedNode) -> tuple[tuple[str, str], ...]:
    """The printed lines that say who acts."""
    return tuple((field.key, node.fields[field.key]) for field in BODIES if field.key in node.fields)
