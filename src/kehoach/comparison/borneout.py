"""Differences that what is read of both texts bears out; of any other it is told only where to look.

Words that stand in the place of others make no difference by their place. A time, a figure, a role, a denial or a body
is another one only where the one text has it, as often as it is said there, and the other has not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from kehoach.comparison.meanings import Difference
from kehoach.comparison.nearwords import are_beside, may_say_the_same
from kehoach.comparison.rolechanges import roles_held
from kehoach.comparison.signs import SignText, plain_keys
from kehoach.comparison.slots import Sign, Span
from kehoach.comparison.toldanew import stands_alone
from kehoach.comparison.waysofsaying import folded
from kehoach.wording.letters import comparable

Texts = tuple[SignText, SignText]


def _keys(words: str) -> frozenset[str]:
    return frozenset(folded(tuple(map(comparable, words.split()))))


_OF_TIME = _keys("vòng hạn thời gian kỳ định vào ngày hoàn thành xong là hằng lần một mỗi chậm nhất muộn hết")
"""Words of a time by which it is no other one: "trong vòng", "trong thời hạn", "chậm nhất ngày", "trước ngày"."""
_TOWARDS = _keys("đến tới")
_NEAR = 2
"""Signs of a word that another one may say again."""
_UNITS, _TIMES = _keys("năm quý tháng tuần ngày"), comparable("lần")
_WEAK_ROLES = ("trình", "đề xuất", "giao", "tổng hợp", "hỗ trợ", "quyết định")
"""Words of roles that only say how another role is carried out, or whose matter something is."""
_STRONG_ROLES = frozenset(("tham mưu", "chủ trì", "chỉ đạo", "thẩm định", "phê duyệt", "giám sát", "theo dõi"))
_OWED = frozenset(("có trách nhiệm",))
"""Words that only say of somebody's work that it is his."""
_NOT_LET = frozenset(("không để", "không"))
_AVOIDS = re.compile(r"(?<!\w)(?:tránh|ngăn chặn|ngăn ngừa|phòng ngừa)(?!\w)", re.IGNORECASE)
"""What is not let happen is avoided."""
_TOGETHER = re.compile(r"(?<!\w)(?:cùng|cùng với)(?!\w)", re.IGNORECASE)
_EVERY = re.compile(r"(?<!\w)(?:toàn bộ|tất cả|100\s?%)(?!\w)", re.IGNORECASE)
_HUNDRED = frozenset(("#100", "%"))


def borne_out(told: Iterable[Difference], texts: Texts) -> tuple[Difference, ...]:
    """Give differences, those that the readings do not bear out as places to look at.

    Of the same words in another order the order was read before.
    """
    if Counter(s.key for s in texts[0].signs) == Counter(s.key for s in texts[1].signs):
        return tuple(told)
    return tuple(
        dict.fromkeys(d if _is_borne_out(d, texts) else replace(d, kind="unread", units=(), names=()) for d in told)
    )


def _is_borne_out(difference: Difference, texts: Texts) -> bool:
    test = _TESTS.get(difference.kind)
    return test is None or test(difference, texts)


def _phrases(difference: Difference) -> tuple[str, str]:
    return difference.old, difference.new


def _printed_signs(text: SignText, phrase: str) -> list[Sign]:
    """Give the signs of what a difference prints of a text; of what does not stand there once, its plain words."""
    signs: list[Sign] = []
    for part in filter(None, re.split(r";\s", phrase)):
        pattern = r"\s+".join(map(re.escape, part.split()))
        found = re.search(pattern, text.words)
        if found:
            signs += [s for s in text.signs if found.start() <= s.start and s.end <= found.end()]
        else:
            signs += [Sign(0, 0, key) for key in plain_keys(part, text.year)]
    return signs


def _counts(text: SignText) -> Counter[str]:
    """Count what a text says, words within names too."""
    return Counter(s.key for s in text.signs) | Counter(plain_keys(text.words, text.year))


def _left(difference: Difference, texts: Texts) -> list[list[str]]:
    """Give by side the keys of the changed words that stand there more often than in the other text."""
    counts = [_counts(text) for text in texts]
    return [
        [s.key for s in _printed_signs(text, phrase) if _is_more(counts, side, s.key) and not _of_any_time(text, s)]
        for side, (text, phrase) in enumerate(zip(texts, _phrases(difference), strict=True))
    ]


def _is_more(counts: Sequence[Counter[str]], side: int, key: str) -> bool:
    return counts[side][key] > counts[1 - side][key]


def _of_any_time(text: SignText, sign: Sign) -> bool:
    """Whether a word says of a time what would be so without it: "định kỳ hằng tháng", "06 tháng một lần"."""
    timed = any(r.start < sign.end and sign.start < r.end for r in _spans(text, "time"))
    return timed and (sign.key in _OF_TIME or _is_once(text, sign))


def _is_once(text: SignText, sign: Sign) -> bool:
    at = next((i for i, s in enumerate(text.signs) if s is sign), 0)
    around = [s.key for s in text.signs[max(at - 1, 0) : at + 2]]
    return sign.key == "#1" and len(around) == 3 and around[0] in _UNITS and around[2] == _TIMES


def _matter(difference: Difference, texts: Texts) -> bool:
    """Whether words of content stand in one text alone, and may not say what those of the other say."""
    left = [[key for key in side if key not in _TOWARDS] for side in _left(difference, texts)]
    if may_say_the_same(left[0], left[1]):
        return False
    return all(left) or not any(_is_listed_again(text, side) for text, side in zip(texts, left, strict=True))


def _is_listed_again(text: SignText, words: Sequence[str]) -> bool:
    """Whether words stand once in a text, behind others that are near to them."""
    keys = [sign.key for sign in text.signs]
    size = len(words)
    places = [at for at in range(len(keys) - size + 1) if size and keys[at : at + size] == [*words]]
    return any(are_beside(words, keys[max(at - _NEAR, 0) : at]) for at in places)


def _spans(text: SignText, *wanted: str) -> list[Span]:
    return [span for span in text.spans if span.slot in wanted]


def _time(difference: Difference, texts: Texts) -> bool:
    """Whether a day, a period or a bound is said more often in the times of one text."""
    if not all(_spans(text, "time") for text in texts):
        return True
    counts = [Counter(s.key for s in text.signs) for text in texts]
    return any(
        counts[side][sign.key] > counts[1 - side][sign.key]
        for side, (text, phrase) in enumerate(zip(texts, _phrases(difference), strict=True))
        for sign in _printed_signs(text, phrase)
        if sign.key not in _OF_TIME and not _is_once(text, sign)
    )


def _said(text: SignText, slot: str) -> Counter[str]:
    return Counter(" ".join(text.words[r.start : r.end].lower().split()) for r in _spans(text, slot))


def _said_more(slot: str, texts: Texts) -> tuple[set[str], set[str]]:
    """Give by side the words of a slot that this text says more often."""
    counts = [_said(text, slot) for text in texts]
    return {*(counts[0] - counts[1])}, {*(counts[1] - counts[0])}


def _role(difference: Difference, texts: Texts) -> bool:
    """Whether a role is said in one text alone that is none of how another is carried out."""
    sides = _said_more("role", texts)
    left = _left(difference, texts)
    if all(left) and may_say_the_same(*left):
        return False
    for side, words in enumerate(sides):
        if words == {"phối hợp"} and _TOGETHER.search(texts[1 - side].words):
            continue
        if words - {*_WEAK_ROLES}:
            return True
    if not (sides[0] or sides[1]):
        return roles_differ(texts)
    both = [_said(text, "role").keys() for text in texts]
    return not (both[0] & both[1] & _STRONG_ROLES)


def roles_differ(texts: Texts) -> bool:
    """Whether a body has another part in one text than in the other, as far as both tell it."""
    held = [roles_held(text) for text in texts]
    return held[0].keys() != held[1].keys() or any(
        roles and held[1][key] and roles != held[1][key] for key, roles in held[0].items()
    )


def _modality(difference: Difference, texts: Texts) -> bool:
    """Whether a word of obligation is said in one text alone, beside those that say whose work something is."""
    sides = _said_more("modality", texts)
    if all(sides) or not any(sides) or (sides[0] | sides[1]) - _OWED:
        return True
    left = _left(difference, texts)
    return bool(left[0 if sides[1] else 1])


def _negation(difference: Difference, texts: Texts) -> bool:
    """Whether one text alone denies, or what is denied is another thing; what is not let happen is avoided."""
    sides = _said_more("negation", texts)
    avoided = [bool(_AVOIDS.search(text.words)) for text in texts]
    return not any(
        words and words <= _NOT_LET and not sides[1 - side] and avoided[1 - side] and not avoided[side]
        for side, words in enumerate(sides)
    )


def _quantity(difference: Difference, texts: Texts) -> bool:
    """Whether a figure, with what it counts or its bound, stands in one text alone."""
    left = _left(difference, texts)
    if any(_HUNDRED.issuperset(keys) and keys for keys in left) and all(_EVERY.search(text.words) for text in texts):
        return False
    numbers = [_numbers(text) for text in texts]
    for side, (text, phrase) in enumerate(zip(texts, _phrases(difference), strict=True)):
        own = {s.start for s in _printed_signs(text, phrase)}
        if any(pair not in numbers[1 - side].values() for at, pair in numbers[side].items() if at in own):
            return True
    return any(keys for keys in left)


def _numbers(text: SignText) -> Mapping[int, tuple[str, str]]:
    """Give by its place each number with the word behind it."""
    following = [*(s.key for s in text.signs[1:]), ""]
    return {s.start: (s.key, then) for s, then in zip(text.signs, following, strict=True) if s.key[0] == "#"}


def _body(difference: Difference, texts: Texts) -> bool:
    """Whether a body is named in one text alone, or both tell its part and it is another one."""
    if difference.old and difference.new:
        return True
    held = [roles_held(text) for text in texts]
    keys = {s.key for text in texts for s in text.signs if s.key[0] == "@" and _is_of(difference, text, s)}
    if not keys:
        return True
    return any(
        (key in held[0]) != (key in held[1]) or (held[0][key] and held[1][key] and held[0][key] != held[1][key])
        for key in keys
        if key in held[0] or key in held[1]
    )


def _is_of(difference: Difference, text: SignText, sign: Sign) -> bool:
    return sign.unit in difference.units or " ".join(text.words[sign.start : sign.end].split()) in difference.names


_TESTS: Mapping[str, Callable[[Difference, Texts], bool]] = {
    "time": _time,
    "quantity": _quantity,
    "negation": _negation,
    "modality": _modality,
    "role": _role,
    "condition": _matter,
    "place": _matter,
    "object": _matter,
    "sentence": lambda d, texts: bool(d.units or d.names) or stands_alone(d, texts),
    **dict.fromkeys(("lead", "doer", "partner", "addressee", "body"), _body),
}
