"""What of a duty's meaning differs between two texts: each difference with its kind and the printed words.

The signs of both texts are laid side by side. Every sign that has no counterpart ends in a difference; which kind it
is, the slot says that it stands in. What no rule reads is told as a place that may change the meaning.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from kehoach.comparison.bodyparts import WINDOW, part_of_body
from kehoach.comparison.changedphrases import (
    NOTHING,
    ChangedPhrase,
    in_whole_words,
    joined,
    led_sentence,
    printed,
    same_in_other_order,
    unexplained,
    whole_sentence,
    without_moved,
)
from kehoach.comparison.counterparts import (
    NOTHING_ELSEWHERE,
    Counterparts,
    citations_told,
    documents_printed,
    numbered_anew,
)
from kehoach.comparison.hunks import Hunk, hunks_of, only_reordered
from kehoach.comparison.meanings import NAMES, Difference
from kehoach.comparison.signruns import bodies_in_any_order, joins, over_glue, units_of, without_titles
from kehoach.comparison.signs import SignText
from kehoach.comparison.slips import without_slips
from kehoach.comparison.slots import Sign

_PRIORITY = tuple(kind for kind in NAMES if kind not in ("sentence", "unread"))
_TYPED = ("time", "quantity", "lead", "partner", "addressee")
"""Kinds that are told one by one out of a change that is larger than ``_SMALL``."""
_WORDED = ("object", "quantity", "negation", "modality", "role")
"""Kinds whose phrase is cut out of running words."""
_SMALL = 7
"""Most changed signs that are one difference; what is larger is told by kind, and then as a whole."""
_LEFT, _RIGHT = 3, 2
"""Most kept signs shown before and after a change: two words of two syllables mostly."""
_FEW = 3
"""Most signs that are put in or left out and need the words around them to be understood."""
_SHARED = 0.7
"""Share of a changed run's signs that must stand in a related provision for the run to be explained by it."""
_ORDINAL = re.compile(
    r"(?:\b(?:thứ|khóa|mức độ|mức|số|điểm|khoản|điều|chương|cấp)\s+(?:[0-9]+\s*(?:,|và)\s*)*)\Z", re.IGNORECASE
)
_NOWHERE: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def differences(
    old: SignText,
    new: SignText,
    counterparts: Counterparts = NOTHING_ELSEWHERE,
    relatives: tuple[frozenset[str], frozenset[str]] = _NOWHERE,
) -> tuple[Difference, ...]:
    """Give the differences of two texts in printed order; none where both say the same in other words.

    ``relatives`` are the signs of old provisions merged into the new one, and of new ones split off the old one.
    """
    old, new = without_slips(old, new)
    keys = [sign.key for sign in old.signs], [sign.key for sign in new.signs]
    if keys[0] == keys[1] or bodies_in_any_order(old.words, old.signs) == bodies_in_any_order(new.words, new.signs):
        return ()
    hunks = hunks_of(old, new)
    reader = _Reader(old, new, counterparts, relatives)
    if only_reordered(old, new, hunks):
        whole = Hunk((hunks[0].old[0], hunks[-1].old[1]), (hunks[0].new[0], hunks[-1].new[1]))
        if same_in_other_order(old, new, whole.old, whole.new):
            return ()
        return (reader.reordered(whole).difference,)
    phrases = joined((phrase for hunk in hunks for phrase in reader.read(hunk)), (old, new))
    return tuple(dict.fromkeys(phrases))


class _Reader:
    def __init__(
        self, old: SignText, new: SignText, counterparts: Counterparts, relatives: tuple[frozenset[str], frozenset[str]]
    ) -> None:
        self.sides = (old, new)
        self.relatives = relatives
        self.kinds: dict[tuple[int, int], str] = {}
        self.cited: set[tuple[int, str]] = set()
        self.counterparts = counterparts
        self.there = (
            frozenset(s.key for s in old.signs) | counterparts.old,
            frozenset(s.key for s in new.signs) | counterparts.new,
        )

    def read(self, hunk: Hunk) -> Iterator[ChangedPhrase]:
        """Give the differences of one run of changed signs."""
        olds, news = (self._unaccounted(side, hunk[side]) for side in (0, 1))
        if self._words(0, olds).lower() == self._words(1, news).lower():
            return
        cited = [[s for s in side if s.key[0] == "§"] for side in (olds, news)]
        if cited[0] or cited[1]:
            yield from self._citations(*cited)
            olds, news = (without_titles(text.words, s) for text, s in zip(self.sides, (olds, news), strict=True))
        if not olds and not news:
            return
        if whole := whole_sentence(self.sides, olds, news) or led_sentence(self.sides, hunk, olds, news):
            yield ChangedPhrase(whole, (NOTHING, NOTHING))
            return
        if len(olds) + len(news) > _SMALL and not (olds and news):
            olds, news = (list(without_moved(s, t.signs)) for s, t in zip((olds, news), self.sides[::-1], strict=True))
        hunk = self._narrowed(hunk, (olds, news))
        kinds = self._kinds(olds, news)
        if len(olds) + len(news) <= _SMALL or len(kinds) == 1:
            yield self._phrase(kinds[0], hunk, olds, news)
        else:
            for kind in kinds:
                if kind in _TYPED:
                    yield from (ChangedPhrase(part, (NOTHING, NOTHING)) for part in self._part(kind, olds, news))
            yield self._phrase("object", hunk, olds, news)

    def _unaccounted(self, side: int, at: tuple[int, int]) -> list[Sign]:
        """Give the signs of one side of a change that have no counterpart elsewhere."""
        counterparts = self.counterparts.new if side == 0 else self.counterparts.old
        signs = [s for s in self.sides[side].signs[slice(*at)] if not self._accounted(s, counterparts, 1 - side)]
        related = self.relatives[1 - side]
        if not related or sum(s.key in related for s in signs) < _SHARED * len(signs):
            return signs
        return unexplained(signs, related)

    def _accounted(self, sign: Sign, counterparts: frozenset[str], other: int) -> bool:
        if sign.key[0] == "§" and sign.key in self.there[other]:
            return not numbered_anew(sign.key, self.sides[1 - other], self.sides[other])
        return sign.key in counterparts or bool(sign.unit and f"@{sign.unit}" in counterparts)

    def _narrowed(self, hunk: Hunk, changed: tuple[Sequence[Sign], Sequence[Sign]]) -> Hunk:
        """Leave signs that are accounted for out of both ends of a change."""
        ranges = []
        for side, signs in enumerate(changed):
            first, last = hunk[side]
            if signs:
                all_signs = self.sides[side].signs
                first = next(i for i in range(first, last) if all_signs[i] == signs[0])
                last = next(i for i in range(last, first, -1) if all_signs[i - 1] == signs[-1])
                ranges.append((first, last))
            else:
                ranges.append((first, first))
        return Hunk(*ranges)

    def _citations(self, olds: Sequence[Sign], news: Sequence[Sign]) -> Iterator[ChangedPhrase]:
        told = [[s for s in signs if (side, s.key) not in self.cited] for side, signs in enumerate((olds, news))]
        self.cited |= {(side, sign.key) for side, signs in enumerate(told) for sign in signs}
        went, came = (documents_printed(text, signs) for text, signs in zip(self.sides, told, strict=True))
        for difference in citations_told(went, came, self.counterparts.documents):
            yield ChangedPhrase(difference, (NOTHING, NOTHING))

    def _kinds(self, olds: Sequence[Sign], news: Sequence[Sign]) -> list[str]:
        all_kinds = {self._kind(0, sign) for sign in olds} | {self._kind(1, sign) for sign in news}
        return [kind for kind in _PRIORITY if kind in all_kinds] or ["unread"]

    def _kind(self, side: int, sign: Sign) -> str:
        key = side, sign.start
        if key not in self.kinds:
            self.kinds[key] = self._read_kind(side, sign)
        return self.kinds[key]

    def _read_kind(self, side: int, sign: Sign) -> str:
        text = self.sides[side]
        inside = next((span.slot for span in text.spans if span.start < sign.end and sign.start < span.end), "")
        if sign.key[0] == "@" and inside != "place":
            return part_of_body(text.words, sign)
        if sign.key[0] == "#" and inside != "time":
            figures = text.words[sign.start].isdigit()
            return (
                "object"
                if _ORDINAL.search(text.words, max(sign.start - WINDOW, 0), sign.start) or not (inside or figures)
                else "quantity"
            )
        return "time" if inside == "years" else inside or ("quantity" if sign.key == "%" else "object")

    def _part(self, kind: str, olds: Sequence[Sign], news: Sequence[Sign]) -> Iterator[Difference]:
        """Tell what of a larger change belongs to one kind."""
        signs = [[s for s in side if self._kind(i, s) == kind and not self._only_year(i, s)]
                for i, side in enumerate((olds, news))]  # fmt: skip
        old, new = ("; ".join(self._phrases(side, kind, signs[side])) for side in (0, 1))
        if old.lower() != new.lower():
            yield Difference(kind, old, new, units_of((*signs[0], *signs[1])))

    def _only_year(self, side: int, sign: Sign) -> bool:
        spans = self.sides[side].spans
        return any(span.slot == "years" and span.start < sign.end and sign.start < span.end for span in spans)

    def _phrases(self, side: int, kind: str, signs: Iterable[Sign]) -> list[str]:
        phrases: dict[str, None] = {}
        for sign in signs:
            start, end = self._widened(side, kind, sign.start, sign.end)
            phrases[self._printed(side, start, end)] = None
        return list(phrases)

    def _phrase(self, kind: str, hunk: Hunk, olds: Sequence[Sign], news: Sequence[Sign]) -> ChangedPhrase:
        """Tell a change in its printed words, with those around it that it needs to be understood."""
        left, right = self._around(kind, hunk)
        if (
            kind == "object"
            and self.sides[0].signs
            and self.sides[1].signs
            and not self._alike_around(hunk, left, right)
        ):
            left = right = 0
        ranges = self._range(0, kind, hunk, left, right), self._range(1, kind, hunk, left, right)
        if kind in _WORDED:
            ranges = (in_whole_words(self.sides[0], ranges[0]), in_whole_words(self.sides[1], ranges[1]))
        phrases = [self._printed(side, *ranges[side]) for side in (0, 1)]
        if phrases[0] == phrases[1]:
            phrases = [self._words(0, olds), self._words(1, news)]
        return ChangedPhrase(Difference(kind, phrases[0], phrases[1], units_of((*olds, *news))), ranges)

    def reordered(self, hunk: Hunk) -> ChangedPhrase:
        """Tell that the same words stand in another order."""
        return self._phrase(
            "unread", hunk, self.sides[0].signs[slice(*hunk.old)], self.sides[1].signs[slice(*hunk.new)]
        )

    def _range(self, side: int, kind: str, hunk: Hunk, left: int, right: int) -> tuple[int, int]:
        """Give where a change's phrase stands on one side; of a side without changed words, what was kept of it."""
        first, last = hunk[side]
        signs = self.sides[side].signs
        if first == last:
            left, right = self._signs_kept(1 - side, kind, hunk, left, right)
        near = signs[max(first - left, 0) : last + right]
        return self._widened(side, kind, near[0].start, near[-1].end) if near else (0, 0)

    def _signs_kept(self, side: int, kind: str, hunk: Hunk, left: int, right: int) -> tuple[int, int]:
        """Count the kept signs around a change that belong to the phrase that its words stand in."""
        if kind in ("addressee", "body", "citation"):
            return 0, 0
        if kind == "object":
            return left, right
        first, last = hunk[side]
        signs = self.sides[side].signs
        start, end = self._widened(side, kind, signs[first].start, signs[last - 1].end)
        before = sum(start <= sign.start for sign in signs[:first])
        after = sum(sign.end <= end for sign in signs[last:])
        return max(before, left), max(after, right)

    def _around(self, kind: str, hunk: Hunk) -> tuple[int, int]:
        """Count the kept signs on the left and right that belong to the changed phrase."""
        one_sided = hunk.old[0] == hunk.old[1] or hunk.new[0] == hunk.new[1]
        if kind in ("time", "addressee", "place") or (one_sided and kind == "object" and hunk.size > _FEW):
            return 0, 0
        side = 0 if hunk.old[1] > hunk.old[0] else 1
        first, last = hunk.old if side == 0 else hunk.new
        signs, words = self.sides[side].signs, self.sides[side].words
        left = right = 0
        while left < _LEFT and first - left > 0 and joins(words, signs[first - left - 1], signs[first - left]):
            left += 1
        while (
            right < _RIGHT and last + right < len(signs) and joins(words, signs[last + right - 1], signs[last + right])
        ):
            right += 1
        if one_sided and kind == "object" and right and not left:
            left = over_glue(words, signs, first)
        return (0 if kind in ("negation", "modality", "role") else left), right

    def _alike_around(self, hunk: Hunk, left: int, right: int) -> bool:
        """Whether both sides keep the same signs around a change: what is accounted for elsewhere can stand there."""
        keys = []
        for side, (first, last) in enumerate(hunk):
            signs = self.sides[side].signs
            keys.append([s.key for s in (*signs[max(first - left, 0) : first], *signs[last : last + right])])
        return keys[0] == keys[1]

    def _widened(self, side: int, kind: str, start: int, end: int) -> tuple[int, int]:
        """Widen a phrase to the stretches of its slot that it touches."""
        for span in self.sides[side].spans:
            if span.slot == kind and span.start < end and start < span.end:
                start, end = min(start, span.start), max(end, span.end)
        return start, end

    def _words(self, side: int, signs: Sequence[Sign]) -> str:
        return self._printed(side, signs[0].start, signs[-1].end) if signs else ""

    def _printed(self, side: int, start: int, end: int) -> str:
        return printed(self.sides[side], (start, end))


def without_counterpart(side: int, text: SignText, keys: Container[str]) -> list[Difference]:
    """Tell the runs of a text whose signs stand nowhere in the other: dropped on side 0, put in on side 1."""
    nothing = SignText("", ())
    reader = _Reader(*((text, nothing) if side == 0 else (nothing, text)), NOTHING_ELSEWHERE, _NOWHERE)
    run: list[int] = []
    phrases: list[ChangedPhrase] = []
    for index in [*(i for i, sign in enumerate(text.signs) if sign.key not in keys), len(text.signs) + 9]:
        if run and index - run[-1] > 3:
            hunk = Hunk((run[0], run[-1] + 1), (0, 0)) if side == 0 else Hunk((0, 0), (run[0], run[-1] + 1))
            phrases += (phrase for phrase in reader.read(hunk) if phrase.difference.kind != "lead")
            run = []
        run.append(index)
    return joined(phrases, reader.sides)
