"""How like two texts are by their words: each side is made ready once and then weighed against many others.

Texts share few of their words, so that sums over the shared ones take less than whole tables of counts would; and
they are added up in one order on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from math import log, sqrt

from rapidfuzz.distance import Indel

Matrix = list[list[float]]
"""A row for each text of one side, in it a figure for each text of the other."""

Feature = str | tuple[str, str]
Vector = Mapping[Feature, float]

_CHARACTERS = 0x110000


class Texts:
    """Texts as comparable words, ready to be weighed against others."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self.texts = texts

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def words(self) -> Bag:
        """The words of each text; one said twice is not twice as telling."""
        return Bag([{word: sqrt(count) for word, count in Counter(text).items()} for text in self.texts])

    @cached_property
    def phrases(self) -> Bag:
        """The phrases of two words of each text, each once; a text of one word is its own phrase."""
        return Bag([dict.fromkeys(pairwise(text) if len(text) > 1 else text, 1.0) for text in self.texts])


class Bag:
    """What stands in each of some texts, and how much each counts there."""

    def __init__(self, texts: Sequence[Vector]) -> None:
        self.texts = texts

    @cached_property
    def holders(self) -> Counter[Feature]:
        """How many of the texts hold each."""
        return Counter(feature for text in self.texts for feature in text)


def rarity(bag: Bag, other: Bag) -> Vector:
    """Give how rare each word or phrase of two bags is among all their texts."""
    texts = 1 + len(bag.texts) + len(other.texts)
    return {feature: log(texts / (1 + count)) + 0.05 for feature, count in (bag.holders + other.holders).items()}


def likeness(left: Texts, right: Texts) -> Matrix:
    """Compare every text with every other by words: order of words and rarity of common words count half each."""
    return [
        [0.5 * alike + 0.5 * common for alike, common in zip(*rows, strict=True)]
        for rows in zip(_order(left, right), _cosine(left.words, right.words), strict=True)
    ]


def _order(left: Texts, right: Texts) -> Matrix:
    """Give the share of words that stand in the same order; as letters of a string they are compared fastest."""
    letters: dict[str, int] = {}

    def spelled(texts: Texts) -> list[str]:
        return ["".join(chr(letters.setdefault(w, len(letters)) % _CHARACTERS) for w in text) for text in texts.texts]

    ours, theirs = spelled(left), spelled(right)
    return [[Indel.normalized_similarity(left_text, right_text) for right_text in theirs] for left_text in ours]


def _cosine(left: Bag, right: Bag) -> Matrix:
    rare = rarity(left, right)
    return _products(*([_unit(text, rare) for text in bag.texts] for bag in (left, right)))


def _unit(text: Vector, rare: Vector) -> Vector:
    """Weigh a text's words by rarity, so that the text has length 1."""
    weighed = {feature: count * rare[feature] for feature, count in text.items()}
    length = sqrt(sum(value * value for value in weighed.values())) or 1.0
    return {feature: value / length for feature, value in weighed.items()}


def _products(left: Iterable[Vector], right: Sequence[Vector]) -> Matrix:
    """Multiply every text with every other over what both hold."""
    weights_by_feature: dict[Feature, list[tuple[int, float]]] = {}
    for column, text in enumerate(right):
        for feature, value in text.items():
            weights_by_feature.setdefault(feature, []).append((column, value))
    products = []
    for text in left:
        row = [0.0] * len(right)
        for feature, value in text.items():
            for column, other in weights_by_feature.get(feature, ()):
                row[column] += value * other
        products.append(row)
    return products


def contained(left: Texts, right: Texts) -> Matrix:
    """Give the share of the shorter text's phrases, rare ones counting more, that the longer one has."""
    bag, other = left.phrases, right.phrases
    rare = rarity(bag, other)
    common = _products(({phrase: rare[phrase] for phrase in text} for text in bag.texts), other.texts)
    weights = [sum(rare[phrase] for phrase in text) for text in bag.texts]
    against = [sum(rare[phrase] for phrase in text) for text in other.texts]
    return [
        [share / (min(weight, full) or 1.0) for share, full in zip(row, against, strict=True)]
        for row, weight in zip(common, weights, strict=True)
    ]
