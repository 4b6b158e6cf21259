"""How like two texts are by their words: each side is made ready once and then weighed against many others.

A word is the first 63 bits of its BLAKE2b hash, the same in every process, so that sums come out alike everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

Matrix = NDArray[np.float64]
_Ids = NDArray[np.uint64]

_MIX = np.uint64(0x9E3779B97F4A7C15)
"""2^64 divided by the golden ratio, odd: spreads the first word of a phrase over all bits (Knuth, TAOCP 6.4)."""


@lru_cache(maxsize=1 << 17)
def _id(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") >> 1


class Texts:
    """Texts as comparable words, ready to be weighed against others."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self.spelled = [[_id(word) for word in text] for text in texts]

    def __len__(self) -> int:
        return len(self.spelled)

    @cached_property
    def words(self) -> Bag:
        """The words of each text, as often as they stand there."""
        return Bag([np.array(text, dtype=np.uint64) for text in self.spelled])

    @cached_property
    def phrases(self) -> Bag:
        """The phrases of two words of each text, each once; a text of one word is its own phrase."""
        return Bag([np.unique(_phrases(np.array(text, dtype=np.uint64))) for text in self.spelled])


def _phrases(text: _Ids) -> _Ids:
    return (text[:-1] * _MIX) ^ text[1:] if len(text) > 1 else text


class Bag:
    """What stands how often in each of some texts: ``counts`` has a row for each text and a column for each id."""

    def __init__(self, texts: Sequence[_Ids]) -> None:
        every = np.concatenate(texts) if texts else np.zeros(0, dtype=np.uint64)
        self.ids, columns = np.unique(every, return_inverse=True)
        rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
        shape = (len(texts), len(self.ids))
        cells = np.bincount(rows * shape[1] + columns, minlength=shape[0] * shape[1])
        self.counts: Matrix = cells.reshape(shape).astype(np.float64)

    @cached_property
    def holders(self) -> Matrix:
        """Per column how many texts hold it."""
        found: Matrix = np.count_nonzero(self.counts, axis=0).astype(np.float64)
        return found

    @cached_property
    def dampened(self) -> Matrix:
        """The square root of every count: a word said twice is not twice as telling."""
        return np.sqrt(self.counts)


def rarity(one: Bag, other: Bag) -> tuple[Matrix, Matrix, NDArray[np.intp], NDArray[np.intp]]:
    """Give how rare each column of two bags is among all their texts, and the columns that they share."""
    _, left, right = np.intersect1d(one.ids, other.ids, assume_unique=True, return_indices=True)
    texts = 1 + one.counts.shape[0] + other.counts.shape[0]
    held = one.holders.copy(), other.holders.copy()
    held[0][left] += other.holders[right]
    held[1][right] += one.holders[left]
    first, second = (np.log(texts / (1 + count)) + 0.05 for count in held)
    return first, second, left, right


def likeness(left: Texts, right: Texts) -> Matrix:
    """Compare every text with every other by words: order of words and rarity of common words count half each."""
    order = cdist(left.spelled, right.spelled, scorer=Indel.normalized_similarity, dtype=np.float64)
    result: Matrix = 0.5 * order + 0.5 * _cosine(left.words, right.words)
    return result


def _cosine(left: Bag, right: Bag) -> Matrix:
    first, second, shared_left, shared_right = rarity(left, right)
    one, other = (_weighted(bag, rare) for bag, rare in ((left, first), (right, second)))
    result: Matrix = one[:, shared_left] @ other[:, shared_right].T
    return result


def _weighted(bag: Bag, rare: Matrix) -> Matrix:
    """Give the bag's counts, dampened and weighed by rarity, each text of length 1."""
    made = bag.dampened * rare
    norms = np.sqrt(np.einsum("ij,ij->i", made, made))
    made /= np.where(norms == 0, 1, norms)[:, None]
    return made


def contained(left: Texts, right: Texts) -> Matrix:
    """Give the share of the shorter text's phrases, rare ones counting more, that the longer one has."""
    one, other = left.phrases, right.phrases
    first, second, shared_left, shared_right = rarity(one, other)
    common = (one.counts[:, shared_left] * first[shared_left]) @ other.counts[:, shared_right].T
    shorter = np.minimum.outer(one.counts @ first, other.counts @ second)
    result: Matrix = common / np.where(shorter == 0, 1, shorter)
    return result
