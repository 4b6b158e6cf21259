"""Differences that what is read of both texts bears out; of any other it is told only where to look.

Words that stand in the place of others make no difference by their place. A time, a figure, a role, a denial or a body
is another one only where the one text has it, as often as it is said there, and the other has not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kehoach.comparison.hunks import hunks_of
from kehoach.comparison.meanings import Difference
from kehoach.comparison.nearwords import are_beside, may_say_the_same
from kehoach.comparison.rolechanges import roles_held
from kehoach.comparison.signs import SignText, plain_keys
from kehoach.comparison.slots import Sign, Span
from kehoach.comparison.toldanew import TELLING, stands_alone
from kehoach.comparison.waysofsaying import keys_of
from kehoach.wording.letters import comparable

_OF_TIME = frozenset(
    keys_of("vòng hạn thời gian kỳ định vào ngày hoàn thành xong là hằng lần một mỗi chậm nhất muộn hết")
)
"""Words of a time by which it is no other one: "trong vòng", "trong thời hạn", "chậm nhất ngày", "trước ngày"."""
_BOUNDS = frozenset(keys_of("trước sau từ đến cuối đầu giữa khoảng"))
_TOWARDS = frozenset(keys_of("đến tới"))
_NEAR = 2
"""Signs of a word that another one may say again."""
_MOVED = 2
"""Signs that stand elsewhere in the other text from which on a sentence is written anew."""
_UNITS, _TIMES = frozenset(keys_of("năm quý tháng tuần ngày")), comparable("lần")
_WEAK_ROLES = frozenset(("trình", "đề xuất", "giao", "tổng hợp", "hỗ trợ", "quyết định"))
"""Words of roles that only say how another role is carried out, or whose matter something is."""
_STRONG_ROLES = frozenset(("tham mưu", "chủ trì", "chỉ đạo", "thẩm định", "phê duyệt", "giám sát", "theo dõi"))
_OWED = frozenset(("có trách nhiệm",))
"""Words that only say of somebody's work that it is his."""
_NOT_LET = frozenset(("không để", "không"))
_NOT_DONE = frozenset(("không", "không được"))
_AVOIDS = re.compile(r"(?<!\w)(?:tránh|ngăn chặn|ngăn ngừa|phòng ngừa)(?!\w)", re.IGNORECASE)
"""What is not let happen is avoided."""
_TOGETHER = re.compile(r"(?<!\w)(?:cùng|cùng với)(?!\w)", re.IGNORECASE)


def borne_out(told: Iterable[Difference], old: SignText, new: SignText) -> tuple[Difference, ...]:
    """Give differences, those that the readings do not bear out as places to look at.

    Of the same words in another order the order was read before.
    """
    if Counter(s.key for s in old.signs) == Counter(s.key for s in new.signs):
        return tuple(told)
    readings = _Readings((old, new))
    return tuple(
        dict.fromkeys(
            d if readings.bear_out(d) else replace(d, kind="unread", units=(), names=(), about="") for d in told
        )
    )


def _spans(text: SignText, slot: str) -> list[Span]:
    return [span for span in text.spans if span.slot == slot]


def _said(text: SignText, slot: str) -> Counter[str]:
    return Counter(" ".join(text.words[r.start : r.end].lower().split()) for r in _spans(text, slot))


def _is_once(text: SignText, sign: Sign) -> bool:
    """Whether a figure only says of a period that it comes back: "06 tháng một lần"."""
    at = next((i for i, s in enumerate(text.signs) if s is sign), 0)
    around = [s.key for s in text.signs[max(at - 1, 0) : at + 2]]
    return sign.key == "#1" and len(around) == 3 and around[0] in _UNITS and around[2] == _TIMES


def _of_any_time(text: SignText, sign: Sign) -> bool:
    """Whether a word says of a time what would be so without it: "định kỳ hằng tháng", "06 tháng một lần"."""
    timed = any(r.start < sign.end and sign.start < r.end for r in _spans(text, "time"))
    return timed and (sign.key in _OF_TIME or _is_once(text, sign))


@dataclass
class _Readings:
    """What is read of two texts, each thing once."""

    texts: tuple[SignText, SignText]

    def bear_out(self, difference: Difference) -> bool:
        """Whether what a difference says is so by all that both texts say."""
        test = _TESTS.get(difference.kind)
        return test is None or test(self, difference)

    @cached_property
    def counts(self) -> list[Counter[str]]:
        """How often each text says each thing, words within names too."""
        return [Counter(s.key for s in t.signs) | Counter(plain_keys(t.words, t.year)) for t in self.texts]

    @cached_property
    def roles(self) -> list[Mapping[str, Sequence[str]]]:
        """The roles of each body that a text names."""
        return [roles_held(text) for text in self.texts]

    @cached_property
    def is_written_anew(self) -> bool:
        """Whether words stand elsewhere: then one that is said once less need not be gone."""
        gone, come = (
            Counter(s.key for hunk in hunks_of(*self.texts) for s in text.signs[slice(*hunk[side])])
            for side, text in enumerate(self.texts)
        )
        return (gone & come).total() >= _MOVED

    def _printed(self, difference: Difference) -> list[list[Sign]]:
        """Give the signs of what a difference prints of each text; of what does not stand there, its plain words."""
        return [
            _signs_of(text, words) for text, words in zip(self.texts, (difference.old, difference.new), strict=True)
        ]

    def left(self, difference: Difference) -> list[list[str]]:
        """Give by side the keys of the changed words that the other text has not, or not as often."""
        return [
            [s.key for s in signs if self._is_more(side, s.key) and not _of_any_time(self.texts[side], s)]
            for side, signs in enumerate(self._printed(difference))
        ]

    def _is_more(self, side: int, key: str) -> bool:
        other = self.counts[1 - side][key]
        return not other if self.is_written_anew else self.counts[side][key] > other

    def _said_more(self, slot: str) -> tuple[set[str], set[str]]:
        """Give by side the words of a slot that this text says more often."""
        counts = [_said(text, slot) for text in self.texts]
        return {*(counts[0] - counts[1])}, {*(counts[1] - counts[0])}

    def matter(self, difference: Difference) -> bool:
        """Whether words of content stand in one text alone, and may not say what those of the other say."""
        left = [[key for key in side if key not in _TOWARDS] for side in self.left(difference)]
        if may_say_the_same(left[0], left[1]):
            return False
        return all(left) or not any(_is_listed_again(text, side) for text, side in zip(self.texts, left, strict=True))

    def time(self, difference: Difference) -> bool:
        """Whether a day, a period or a bound is said more often in one text, or an event in one alone."""
        if not all(_spans(text, "time") for text in self.texts):
            return True
        counts = [Counter(s.key for s in text.signs) for text in self.texts]
        events: list[list[str]] = [[], []]
        for side, signs in enumerate(self._printed(difference)):
            for sign in signs:
                if sign.key in _OF_TIME or _is_once(self.texts[side], sign):
                    continue
                tells = sign.key in TELLING or sign.key in _BOUNDS or any(letter.isdigit() for letter in sign.key)
                if tells and counts[side][sign.key] > counts[1 - side][sign.key]:
                    return True
                events[side] += [] if tells or self.counts[1 - side][sign.key] else [sign.key]
        return not may_say_the_same(*events)

    def role(self, difference: Difference) -> bool:
        """Whether a role is said in one text alone that is none of how another is carried out."""
        sides, left = self._said_more("role"), self.left(difference)
        if all(left) and may_say_the_same(*left):
            return False
        together = [bool(_TOGETHER.search(text.words)) for text in self.texts]
        strong = [words - _WEAK_ROLES - ({"phối hợp"} if together[1 - i] else set()) for i, words in enumerate(sides)]
        if any(strong):
            return True
        if not any(sides):
            return self._parts_differ()
        both = [_said(text, "role").keys() for text in self.texts]
        return not (any(together) or both[0] & both[1] & _STRONG_ROLES)

    def _parts_differ(self) -> bool:
        """Whether a body has another part in one text than in the other, as far as both tell it."""
        held = self.roles
        return held[0].keys() != held[1].keys() or any(
            roles and held[1][key] and roles != held[1][key] for key, roles in held[0].items()
        )

    def modality(self, difference: Difference) -> bool:
        """Whether a word of obligation is said in one text alone, beside those that say whose work something is."""
        sides = self._said_more("modality")
        if all(sides) or not any(sides) or (sides[0] | sides[1]) - _OWED:
            return True
        left = self.left(difference)
        return bool(left[0 if sides[1] else 1])

    def negation(self, difference: Difference) -> bool:
        """Whether one text alone denies; what is not let happen is avoided, what is not done may not be done."""
        sides = self._said_more("negation")
        if all(sides) and sides[0] | sides[1] == _NOT_DONE:
            return not self.is_written_anew
        avoided = [bool(_AVOIDS.search(text.words)) for text in self.texts]
        return not any(
            words and words <= _NOT_LET and not sides[1 - side] and avoided[1 - side] and not avoided[side]
            for side, words in enumerate(sides)
        )

    def quantity(self, difference: Difference) -> bool:
        """Whether a figure, with what it counts or its bound, stands in one text alone."""
        numbers = [_numbers(text) for text in self.texts]
        for side, signs in enumerate(self._printed(difference)):
            own = {s.start for s in signs}
            if any(pair not in numbers[1 - side].values() for at, pair in numbers[side].items() if at in own):
                return True
        return any(self.left(difference))

    def body(self, difference: Difference) -> bool:
        """Whether a body is named in one text alone, or both tell its part and it is another one."""
        if difference.old and difference.new:
            return True
        keys = {s.key for t in self.texts for s in t.signs if s.key[0] == "@" and _is_of(difference, t, s)}
        held = self.roles
        return not keys or any(
            (key in held[0]) != (key in held[1]) or (held[0][key] and held[1][key] and held[0][key] != held[1][key])
            for key in keys
        )

    def sentence(self, difference: Difference) -> bool:
        """Whether a sentence that came or went names a body, or words that the other text has not."""
        return bool(difference.units or difference.names) or stands_alone(difference, self.texts)


def _signs_of(text: SignText, phrase: str) -> list[Sign]:
    signs: list[Sign] = []
    for part in filter(None, re.split(r";\s", phrase)):
        found = re.search(r"\s+".join(map(re.escape, part.split())), text.words)
        if found:
            signs += [s for s in text.signs if found.start() <= s.start and s.end <= found.end()]
        else:
            signs += [Sign(0, 0, key) for key in plain_keys(part, text.year)]
    return signs


def _is_listed_again(text: SignText, words: Sequence[str]) -> bool:
    """Whether words stand once in a text, behind others that are near to them."""
    keys = [sign.key for sign in text.signs]
    size = len(words)
    places = [at for at in range(len(keys) - size + 1) if size and keys[at : at + size] == [*words]]
    return any(are_beside(words, keys[max(at - _NEAR, 0) : at]) for at in places)


def _numbers(text: SignText) -> Mapping[int, tuple[str, str]]:
    """Give by its place each number with the word behind it."""
    keys = [*(sign.key for sign in text.signs), ""]
    return {sign.start: (sign.key, keys[at + 1]) for at, sign in enumerate(text.signs) if sign.key[0] == "#"}


def _is_of(difference: Difference, text: SignText, sign: Sign) -> bool:
    return sign.unit in difference.units or " ".join(text.words[sign.start : sign.end].split()) in difference.names


_TESTS: Mapping[str, Callable[[_Readings, Difference], bool]] = {
    "time": _Readings.time,
    "quantity": _Readings.quantity,
    "negation": _Readings.negation,
    "modality": _Readings.modality,
    "role": _Readings.role,
    "condition": _Readings.matter,
    "place": _Readings.matter,
    "object": _Readings.matter,
    "sentence": _Readings.sentence,
    **dict.fromkeys(("lead", "doer", "partner", "addressee", "body"), _Readings.body),
}
