"""Changed signs as printed phrases: of what kind they are, and how much of what stands around them is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.comparison.bodyparts import WINDOW, part_of_body
from kehoach.comparison.changedphrases import ChangedPhrase, printed
from kehoach.comparison.hunks import Hunk
from kehoach.comparison.meanings import NAMES, Difference
from kehoach.comparison.namedplaces import listed_place, of_a_place
from kehoach.comparison.rolledyears import is_year, law_before
from kehoach.comparison.signruns import counted, days_timed, is_level, joins, over_glue, said_of, units_of
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import NOTHING, Range, Sign
from kehoach.comparison.wholewords import in_whole_words, within_numbered
from kehoach.wording.letters import comparable

_DONE = frozenset(map(comparable, ("hoàn", "thành", "xong", "thực", "hiện", "tổ", "chức")))
_OF_BODIES = ("lead", "doer", "partner", "addressee", "body")
_PRIORITY = tuple(kind for kind in NAMES if kind not in ("sentence", "order", "moved", "unread"))
_YEAR_WORD = re.compile(r"năm\s+\Z", re.IGNORECASE)
_WORDED = ("object", "quantity", "negation", "modality", "role", "unread")
"""Kinds whose phrase is cut out of running words."""
_LEADS_ON = frozenset(map(comparable, ("trong", "tại", "ở", "trên", "để", "nhằm", "bằng", "do", "vào", "qua")))
"""Words that begin what is not needed to understand what stands before them."""
_LEFT, _RIGHT = 3, 2
"""Most kept signs shown before and after a change: two words of two syllables mostly."""
_FEW = 3
"""Most signs that are put in or left out and need the words around them to be understood."""
_ORDINAL = re.compile(
    r"(?:\b(?:thứ|khóa|mức độ|mức|số|điểm|khoản|điều|chương|cấp|thôn|buôn|ấp|khóm|khu phố|tổ dân phố"
    r"|học sinh lớp|khối lớp|học kỳ)\s+"
    r"(?:[0-9]+\s*(?:,|và)\s*)*)\Z",
    re.IGNORECASE,
)

_AMOUNT = re.compile(r"[0-9][0-9.,]*\s*(?:%|(?:nghìn|ngàn|triệu|tỷ|đồng)(?![^\W_]))")
"""What is an amount even behind a word that numbers follow: "mức 60 triệu đồng"."""


class SignPhrases:
    """Two texts of which changed signs are told as phrases."""

    def __init__(self, old: SignText, new: SignText) -> None:
        self.sides = (old, new)
        self.kinds: dict[tuple[int, int], str] = {}

    def _kinds(self, olds: Sequence[Sign], news: Sequence[Sign]) -> list[str]:
        opening = {self._kind(i, side[0]) for i, side in enumerate((olds, news)) if side and side[0].key[0] == "@"}
        if (
            olds
            and news
            and len(opening) == 1
            and opening < set(_OF_BODIES)
            and olds[0].key[0] == news[0].key[0] == "@"
        ):
            return [*opening]  # a name in the place of another, whatever words it goes on with
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
        if inside == "condition":
            return inside
        if sign.key[0] == "@" and inside != "place":
            part = part_of_body(text.words, sign)
            return "object" if part == "body" and is_level(sign) else part
        if not inside and text.words[sign.start].isupper() and listed_place(text, sign):
            return "place"
        if sign.key[0] == "#" and inside in ("quantity", "place") and of_a_place(text, sign):
            return "place"
        if sign.key[0] == "#" and inside != "time" and not is_year(text, sign):
            figures = text.words[sign.start].isdigit()
            counts_off = _ORDINAL.search(text.words, max(sign.start - WINDOW, 0), sign.start)
            ordinal = counts_off and not _AMOUNT.match(text.words, sign.start)
            return "object" if ordinal or not (inside or figures) else "quantity"
        if is_year(text, sign) and inside != "time":
            return "citation" if law_before(text, sign) >= 0 else "time"
        return "time" if inside == "years" else inside or ("quantity" if sign.key == "%" else "object")

    def _only_time(self, olds: Sequence[Sign], news: Sequence[Sign]) -> bool:
        """Whether words say by when, and nothing else: "hoàn thành trong quý II"."""
        kinds = [(self._kind(i, s), s.key) for i, side in enumerate((olds, news)) for s in side]
        return any(kind == "time" for kind, _ in kinds) and all(kind == "time" or key in _DONE for kind, key in kinds)

    def _body_and_role(self, olds: Sequence[Sign], news: Sequence[Sign]) -> list[ChangedPhrase]:
        """Tell apart a body that one text has and a role that the other one has in its place."""
        kinds = [[self._kind(i, s) for s in side] for i, side in enumerate((olds, news))]
        bodies = [any(kind in _OF_BODIES for kind in side) for side in kinds]
        if not all(kinds) or sorted(bodies) != [False, True] or "role" in kinds[bodies.index(True)]:
            return []
        side = bodies.index(True)
        signs = [s for s, kind in zip((olds, news)[side], kinds[side], strict=True) if kind in _OF_BODIES]
        other = (olds, news)[1 - side]
        kind = min((kind for kind in kinds[side] if kind in _OF_BODIES), key=_PRIORITY.index)
        words = ["", ""]
        words[side] = self._words(side, signs)
        role = ["", ""]
        role[1 - side] = self._words(1 - side, other)
        differences = (
            Difference(kind, words[0], words[1], units_of(signs), self._names(side, signs)),
            Difference("role", role[0], role[1]),
        )
        return [ChangedPhrase(difference, (NOTHING, NOTHING)) for difference in differences]

    def _only_year(self, side: int, sign: Sign) -> bool:
        spans = self.sides[side].spans
        return any(span.slot == "years" and span.start < sign.end and sign.start < span.end for span in spans)

    def _phrases(self, side: int, kind: str, signs: Iterable[Sign]) -> list[str]:
        phrases: dict[str, None] = {}
        for sign in signs:
            start, end = self._widened(side, kind, sign.start, sign.end)
            if kind in _WORDED:
                start, end = in_whole_words(self.sides[side], (start, end))
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
        ranges = self._ranges(kind, hunk, left, right)
        if kind in _WORDED:
            ranges = (in_whole_words(self.sides[0], ranges[0]), in_whole_words(self.sides[1], ranges[1]))
        phrases = [self._printed(side, *ranges[side]) for side in (0, 1)]
        if phrases[0] == phrases[1]:
            phrases = [self._words(0, olds), self._words(1, news)]
        names = (*self._names(0, olds), *self._names(1, news))
        difference = Difference(kind, phrases[0], phrases[1], units_of((*olds, *news)), names)
        return ChangedPhrase(difference, ranges, (self._words(0, olds), self._words(1, news)))

    def _ranges(self, kind: str, hunk: Hunk, left: int, right: int) -> tuple[Range, Range]:
        """Give where a change's phrase stands on both sides: what one keeps of it, the other keeps too."""
        if kind == "condition" and (own := self._new_condition(hunk)):
            return own
        ranges = self._range(0, kind, hunk, left, right), self._range(1, kind, hunk, left, right)
        if kind not in ("time", "condition") or not (hunk.old[0] < hunk.old[1] and hunk.new[0] < hunk.new[1]):
            return ranges
        for text, run, (start, end) in zip(self.sides, hunk, ranges, strict=True):
            left = max(left, sum(start <= sign.start for sign in text.signs[: run[0]]))
            right = max(right, sum(sign.end <= end for sign in text.signs[run[1] :]))
        return self._range(0, kind, hunk, left, right), self._range(1, kind, hunk, left, right)

    def _new_condition(self, hunk: Hunk) -> tuple[Range, Range] | None:
        """Give a condition that only came or went before what stood there: the words that open it alone."""
        if hunk.size != max(run[1] - run[0] for run in hunk):
            return None
        side = 0 if hunk.old[0] < hunk.old[1] else 1
        signs = self.sides[side].signs[slice(*hunk[side])]
        ends = [s.end for s in self.sides[side].spans if s.slot == "condition" and s.start == signs[0].start]
        behind = self.sides[side].signs[hunk[side][1] :][:1]
        if not (ends and behind and behind[0].start < ends[0]):
            return None  # the whole condition came or went
        own = signs[0].start, signs[-1].end
        return (own, NOTHING) if side == 0 else (NOTHING, own)

    def reordered(self, hunk: Hunk) -> ChangedPhrase:
        """Tell that the same words stand in another order."""
        return self._phrase(
            self._kind_reordered(hunk),
            hunk,
            self.sides[0].signs[slice(*hunk.old)],
            self.sides[1].signs[slice(*hunk.new)],
        )

    def whole(self, kind: str, hunk: Hunk) -> Difference:
        """Tell all between the first and the last change as one."""
        return self._phrase(
            kind, hunk, self.sides[0].signs[slice(*hunk.old)], self.sides[1].signs[slice(*hunk.new)]
        ).difference

    def _kind_reordered(self, hunk: Hunk) -> str:
        """Tell what words in another order change for sure: what a number counts, or whom a duty is said of."""
        if counted(self.sides[0], hunk.old) != counted(self.sides[1], hunk.new):
            return "quantity"
        for kind in ("negation", "modality"):
            if said_of(self.sides[0], kind, hunk.old) != said_of(self.sides[1], kind, hunk.new):
                return kind
        return "time" if days_timed(self.sides[0]) != days_timed(self.sides[1]) else "unread"

    def _range(self, side: int, kind: str, hunk: Hunk, left: int, right: int) -> tuple[int, int]:
        """Give where a change's phrase stands on one side; of a side without changed words, what was kept of it."""
        first, last = hunk[side]
        signs = self.sides[side].signs
        if first == last:
            left, right = self._signs_kept(1 - side, kind, hunk, left, right)
        signs_around = signs[max(first - left, 0) : last + right]
        return self._widened(side, kind, signs_around[0].start, signs_around[-1].end) if signs_around else (0, 0)

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
        if (
            one_sided
            and kind == "quantity"
            and any(sign.key[0] == "#" for side, run in enumerate(hunk) for sign in self.sides[side].signs[slice(*run)])
        ):
            return 0, 0  # the number came or went with all that it counts
        if kind in ("time", "condition", "addressee", "place", "citation") or (
            one_sided and kind == "object" and hunk.size > _FEW
        ):
            return 0, 0
        side = 0 if hunk.old[1] > hunk.old[0] else 1
        first, last = hunk.old if side == 0 else hunk.new
        signs, words = self.sides[side].signs, self.sides[side].words
        left = right = 0
        while left < _LEFT and first - left > 0 and joins(words, signs[first - left - 1], signs[first - left]):
            left += 1
        told_of = kind == "role" and last > first and signs[last - 1].key[0] == "@"
        while (
            right < _RIGHT
            and last + right < len(signs)
            and signs[last + right].key not in _LEADS_ON
            and (
                joins(words, signs[last + right - 1], signs[last + right])
                or (told_of and not right and words[signs[last - 1].end : signs[last].start] == " ")
            )
        ):
            right += 1
        if kind == "quantity":
            begins = (n for n in range(left, 0, -1) if not within_numbered(self.sides[side], signs[first - n].start))
            left = next(begins, left)
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
        year = _YEAR_WORD.search(self.sides[side].words, 0, start) if kind == "time" else None
        if year and is_year(self.sides[side], Sign(start, end, f"#{self.sides[side].words[start:end]}")):
            return year.start(), end
        if kind == "citation" and (law := law_before(self.sides[side], Sign(start, end, ""))) >= 0:
            return law, end
        return start, end

    def _names(self, side: int, signs: Sequence[Sign]) -> tuple[str, ...]:
        """Give the bodies of some signs that the registries do not know, as printed."""
        return tuple(
            dict.fromkeys(self._words(side, [s]) for s in signs if s.key[0] == "@" and not s.unit and not is_level(s))
        )

    def _words(self, side: int, signs: Sequence[Sign]) -> str:
        return self._printed(side, signs[0].start, signs[-1].end) if signs else ""

    def _printed(self, side: int, start: int, end: int) -> str:
        return printed(self.sides[side], (start, end))
