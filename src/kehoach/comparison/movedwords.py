"""Words that stand elsewhere in a text with the same words: whether it says the same with them there.

A time, a condition, a ground or an end may stand first or last in its sentence, things that are listed in any order,
and what is told before or behind those who are told it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kehoach.comparison.otherorder import listed_alike
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Range
from kehoach.comparison.waysofsaying import keys_of
from kehoach.comparison.works import has_verb, places_in_works
from kehoach.wording.letters import comparable

_MOST = 160
"""Most signs of a text whose order is compared."""
_BLOCKS = 14
"""Most pieces in which the words of one text stand in the other."""
_SAME = 0.6
"""Share of a sentence's words by which it is known again."""
_END = re.compile(r"[.;\n](?=\s)|\n")
_OPENS = re.compile(
    r"(?:[\s,;(]|\A)(?:để|nhằm|theo|căn cứ|trên cơ sở|dựa|khi|nếu|trường hợp|trong|trước|sau|từ|vào|tại|ở|trên|bằng"
    r"|qua|thông qua|đối với|chậm nhất|định kỳ|hằng|hàng|mỗi|quý|tháng|năm)\s+\Z",
    re.IGNORECASE,
)
"""What opens words that say when, where, why or how."""


_OPEN_KEYS = frozenset(
    keys_of("để nhằm căn cứ trên cơ sở khi nếu trường trong trước sau từ vào tại bằng qua thông đối chậm định hằng mỗi")
)
_TELLS = frozenset(map(comparable, ("báo", "cáo", "gửi", "trình", "thông", "cung", "cấp", "chuyển")))
_FAR = 5
"""Most signs between a verb of telling and whom it tells."""


class _Block(NamedTuple):
    """Signs in a row that stand in a row in both texts: where they begin, and how many they are."""

    old: int
    new: int
    size: int

    @property
    def runs(self) -> tuple[Range, Range]:
        """Where it stands in either text."""
        return (self.old, self.old + self.size), (self.new, self.new + self.size)


def moved_freely(old: SignText, new: SignText) -> bool:
    """Whether two texts of the same signs say the same, in whatever order: as far as that can be told."""
    if len(old.signs) > _MOST:
        return False
    blocks = _blocks([s.key for s in old.signs], [s.key for s in new.signs])
    if not blocks:
        return False
    texts = (old, new)
    kept = _kept(blocks)
    left = [block for block in blocks if block not in kept and not _is_listed(block, blocks, texts)]
    return all(
        _may_move(block, blocks, texts) or all(_may_move(other, blocks, texts) for other in _passed(block, blocks))
        for block in left
    )


def _blocks(olds: Sequence[str], news: Sequence[str]) -> list[_Block]:
    """Find the pieces of one text in the other, the longest first, in the order of the old text; too many are none."""
    blocks: list[_Block] = []
    free_old, free_new = [True] * len(olds), [True] * len(news)
    while any(free_old):
        best = _longest(olds, news, free_old, free_new)
        if not best.size or len(blocks) == _BLOCKS:
            return []
        blocks.append(best)
        for at in range(best.size):
            free_old[best.old + at] = free_new[best.new + at] = False
    return sorted(blocks)


def _longest(olds: Sequence[str], news: Sequence[str], free_old: Sequence[bool], free_new: Sequence[bool]) -> _Block:
    best = _Block(0, 0, 0)
    lengths = [0] * (len(news) + 1)
    for a, key in enumerate(olds):
        row = [0] * (len(news) + 1)
        for b, other in enumerate(news):
            if key == other and free_old[a] and free_new[b]:
                size = row[b + 1] = lengths[b] + 1
                if size > best.size:
                    best = _Block(a - size + 1, b - size + 1, size)
        lengths = row
    return best


def _kept(blocks: Sequence[_Block]) -> set[_Block]:
    """Give the pieces that stand in one order in both texts, as many words as can be."""
    chains: list[tuple[int, list[_Block]]] = []
    for block in blocks:
        before = [chain for chain in chains if chain[1][-1].new < block.new]
        weight, chain = max(before, key=lambda chain: chain[0], default=(0, []))
        chains.append((weight + block.size, [*chain, block]))
    return set(max(chains, key=lambda chain: chain[0])[1])


def _passed(block: _Block, blocks: Sequence[_Block]) -> list[_Block]:
    """Give the pieces that stand behind a piece in one text and before it in the other."""
    return [b for b in blocks if b is not block and (b.old < block.old) != (b.new < block.new)]


def _covering(blocks: Sequence[_Block]) -> tuple[Range, Range]:
    """Give from where to where some pieces stand in either text."""
    runs = [*zip(*(block.runs for block in blocks), strict=True)]
    old, new = ((min(run[0] for run in side), max(run[1] for run in side)) for side in runs)
    return old, new


def _is_listed(block: _Block, blocks: Sequence[_Block], texts: tuple[SignText, SignText]) -> bool:
    """Whether a piece, with all that passed it or what passed it, is of one list."""
    crossing = [block]
    for other in crossing:
        crossing += (b for b in _passed(other, blocks) if b not in crossing)
    return listed_alike(*texts, *_covering(crossing)) or listed_alike(
        *texts, *_covering([block, *_passed(block, blocks)])
    )


def _may_move(block: _Block, blocks: Sequence[_Block], texts: tuple[SignText, SignText]) -> bool:
    """Whether a piece is told to those that it passes, or says when, where, why or how."""
    passed = _passed(block, blocks)
    if _is_told(block, passed, _covering([block, *passed])[0], texts[0]):
        return True
    runs = [*zip(texts, block.runs, strict=True)]
    told = any(_is_inside(text, run) for text, run in runs) or any(_is_opened(text, run) for text, run in runs)
    return told and _stands_alike(block, texts)


def _is_told(block: _Block, passed: Sequence[_Block], run: Range, text: SignText) -> bool:
    """Whether what is told only stands behind those who are told it: "báo cáo kết quả về A", "báo cáo A kết quả"."""
    bodies = [all(s.key[0] == "@" for b in side for s in text.signs[slice(*b.runs[0])]) for side in ([block], passed)]
    before = {s.key for s in text.signs[max(run[0] - _FAR, 0) : run[0]]}
    return any(bodies) and bool(before & _TELLS)


def _is_inside(text: SignText, run: Range) -> bool:
    """Whether signs are of a time or a condition."""
    first, last = text.signs[run[0]], text.signs[run[1] - 1]
    spans = (span for span in text.spans if span.slot in ("time", "condition"))
    return any(span.start <= first.start and last.end <= span.end for span in spans)


def _is_opened(text: SignText, run: Range) -> bool:
    """Whether signs begin with a word that says when, where, why or how."""
    first = text.signs[run[0]]
    before = text.words[text.signs[run[0] - 1].end if run[0] else 0 : first.start]
    return first.key in _OPEN_KEYS or bool(_OPENS.search(f" {before}"))


def _stands_alike(block: _Block, texts: tuple[SignText, SignText]) -> bool:
    """Whether signs are of one sentence and work in both texts, first or last in it, or behind the same words."""
    places, sentences, works = [], [], []
    for text, run in zip(texts, block.runs, strict=True):
        works.append(places_in_works(text, [(text.signs[run[0]].start, text.signs[run[1] - 1].end)]))
        first, last = _sentence(text, run)
        before = [s.key for s in text.signs[first : run[0]]]
        acting = has_verb(text.words[text.signs[first].start : text.signs[run[0]].start])
        places.append("" if not acting or run[1] == last else " ".join(before[-2:]))
        sentences.append(Counter(s.key for s in (*text.signs[first : run[0]], *text.signs[run[1] : last])))
    shared = (sentences[0] & sentences[1]).total()
    return (
        places[0] == places[1]
        and works[0] == works[1]
        and shared >= _SAME * max(sentences[0].total(), sentences[1].total())
    )


def _sentence(text: SignText, run: Range) -> Range:
    """Give the signs of the sentence in which some stand."""
    signs = text.signs
    first, last = run
    while first and not _END.search(text.words, signs[first - 1].end, signs[first].start + 1):
        first -= 1
    while last < len(signs) and not _END.search(text.words, signs[last - 1].end, signs[last].start + 1):
        last += 1
    return first, last
