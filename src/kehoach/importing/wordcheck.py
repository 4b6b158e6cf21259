"""No word lost: every word of the source against the words of the draft as it would be printed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kehoach.importing.medium import TYPED, Medium
from kehoach.importing.model import Block, Removed, SourceParagraph
from kehoach.importing.tables import reading_order
from kehoach.model.line import Line
from kehoach.wording.ocr import agrees, fold
from kehoach.wording.pieces import WordCutter

_WORDS = WordCutter(r"[^\W_]{1,100}")

_NEAR = 300
"""Words of a draft that are looked through before all of its places are looked up."""

_Words = Sequence[tuple[int, Sequence[str]]]
"""Words together as they stand in a line, each time with its number."""


@dataclass(frozen=True)
class WordsKept:
    """How many words the source has without its noise, and which of them the draft lacks, with their lines.

    ``added`` counts the words of the draft that the source has not.
    """

    total: int
    lost: tuple[tuple[int, str], ...]
    added: int

    @property
    def kept(self) -> int:
        """How many words of the source are in the draft."""
        return self.total - len(self.lost)

    @property
    def share(self) -> float:
        """Share of words kept, 1.0 for an empty source."""
        return self.kept / self.total if self.total else 1.0


def words_kept(
    blocks: Sequence[Block],
    apart: Collection[int],
    removed: Iterable[Removed],
    printed: Iterable[Line],
    medium: Medium = TYPED,
) -> WordsKept:
    """Compare the words of all blocks with those that the draft prints: ``apart`` by number, all others in order.

    ``apart`` are the indexes of blocks that the model prints in a place of its own (head, foot); ``removed``
    what was taken out of those as no content. Case does not count, since the model raises headings.
    """
    cut = _Cut()
    draft = [*chain.from_iterable(cut[line.text] for line in printed)]
    removed_words = Counter(word for part in removed for word in cut[part.text])
    ordered: list[tuple[int, Sequence[str]]] = []
    apart_words: list[tuple[int, Sequence[str]]] = []
    for index, block in enumerate(blocks):
        (apart_words if index in apart else ordered).extend(_block_words(block, cut))
    free = [(line, word) for line, words in apart_words for word in words if not _take(word, removed_words)]
    lost = _lost_in_order(ordered, draft, medium)
    bag = _left_over(draft, ordered, None if medium.recognised else {word for _, word in free})
    lost += [(line, word) for line, word in free if not _take_like(word, bag, medium)]
    total = sum(len(words) for _, words in ordered) + len(free)
    return WordsKept(total, tuple(lost), max(0, len(draft) - total + len(lost)))


def _left_over(draft: Iterable[str], ordered: _Words, wanted: Collection[str] | None) -> Counter[str]:
    """Count the words of the draft beyond those in order, all of them or only those that are wanted."""
    source = chain.from_iterable(words for _, words in ordered)
    bag, taken = (Counter(words if wanted is None else filter(wanted.__contains__, words)) for words in (draft, source))
    bag.subtract(taken)
    return bag


class _Cut(dict[str, list[str]]):
    """The words of each text, cut once: nearly every line of a source is printed as it stands."""

    def __missing__(self, text: str) -> list[str]:
        words = self[text] = _WORDS(text.casefold())
        return words


def _block_words(block: Block, cut: _Cut) -> Iterator[tuple[int, Sequence[str]]]:
    places = [(block.line, block.text)] if isinstance(block, SourceParagraph) else reading_order(block)
    return ((line, cut[text]) for line, text in places)


def _lost_in_order(source: _Words, draft: Sequence[str], medium: Medium) -> list[tuple[int, str]]:
    """Find source words that are not in the draft in order; taking the first match each time is best."""
    places_of: dict[str, list[int]] = {}
    lost: list[tuple[int, str]] = []
    at = 0
    for line, words in source:
        # Nearly every line stands in the draft as it is, and is passed over whole.
        if draft[at : at + len(words)] == words:
            at += len(words)
            continue
        for word in words:
            if at < len(draft) and (draft[at] == word or (medium.recognised and agrees(word, draft[at]))):
                at += 1
                continue
            if not places_of:
                # Most drafts have their words in the order of the source: what a label or a head puts between is near.
                near = _index(draft, word, at) if not medium.recognised else -1
                if near >= 0:
                    at = near + 1
                    continue
                for index, other in enumerate(draft[at:], at):
                    places_of.setdefault(fold(other) if medium.recognised else other, []).append(index)
            places = places_of.get(fold(word) if medium.recognised else word, [])
            position = bisect_left(places, at)
            if position < len(places):
                at = places[position] + 1
            else:
                lost.append((line, word))
    return lost


def _index(words: Sequence[str], word: str, at: int) -> int:
    try:
        return words.index(word, at, at + _NEAR)
    except ValueError:
        return -1


def _take(word: str, bag: Counter[str]) -> bool:
    if bag[word] <= 0:
        return False
    bag[word] -= 1
    return True


def _take_like(word: str, bag: Counter[str], medium: Medium) -> bool:
    if _take(word, bag):
        return True
    near = next((other for other in bag if bag[other] > 0 and agrees(word, other)), None) if medium.recognised else None
    return near is not None and _take(near, bag)
