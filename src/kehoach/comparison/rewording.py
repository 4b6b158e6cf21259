"""Sentences that are only reworded: the same words and readings, beside words of style, in an order that says the same.

What may stand elsewhere in a sentence is what says when, on what condition, on what ground or to what end, and one of
several things that are listed. Words of style are those that a sentence says the same with and without.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kehoach.comparison.movedwords import moved_freely
from kehoach.comparison.otherorder import same_times_in_order
from kehoach.comparison.paraphrase import is_passive
from kehoach.comparison.rolechanges import places_in_lists, roles_held
from kehoach.comparison.signruns import opens_duty
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign, Span
from kehoach.comparison.waysofsaying import keys_of
from kehoach.meaning.lexicon import VERBS
from kehoach.meaning.nametable import tokens
from kehoach.wording.letters import comparable

_MOST = 12
"""Most words of style by which two texts differ."""


_LIMITS = frozenset(keys_of("nhất đa khoảng trên dưới gần"))
"""Last words of what bounds a figure: "ít nhất", "tối đa", "khoảng"."""
_UNITS = frozenset(keys_of("năm quý tháng tuần ngày"))
_CARRIED_OUT = frozenset((keys_of("thực hiện"), keys_of("tổ chức"), keys_of("tiến hành"), keys_of("triển khai")))
"""Verbs that only say of the next one that it is done."""
_RESULTS = frozenset((keys_of("kết quả"), keys_of("tình hình"), keys_of("tiến độ")))
"""What is of something that is carried out."""
_BY_RULE = frozenset(map(comparable, ("quy", "thẩm", "hướng", "chức", "kế", "yêu", "tiến", "trình", "pháp")))
"""What follows "đúng" where "theo" says the same: quy định, thẩm quyền, hướng dẫn, kế hoạch, yêu cầu."""
_RIGHT, _DONE, _SOURCE, _INTO = map(comparable, ("đúng", "đã", "nguồn", "vào"))
_MATTER_OF, _PERIODIC, _OWED = keys_of("lĩnh vực"), keys_of("định kỳ"), keys_of("có trách nhiệm")
_TOLD, _SENT, _LAID, _ADVISES = keys_of("báo cáo"), comparable("gửi"), comparable("trình"), keys_of("tham mưu")
_IF = frozenset(map(comparable, ("nếu", "khi")))
_ONCE, _TIMES = "#1", comparable("lần")
_IN = comparable("trong")
_EACH = frozenset((comparable("mỗi"), _IN))
_FAR = 5
"""Most signs between what is reported and "gửi", or between a period and how often."""


def only_reworded(old: SignText, new: SignText) -> bool:
    """Whether two texts say the same in other words of style, or in another order that changes nothing."""
    counts = [Counter(sign.key for sign in text.signs) for text in (old, new)]
    if ((counts[0] - counts[1]) + (counts[1] - counts[0])).total() > _MOST:
        return False
    texts = _plain(old), _plain(new)
    counts = [Counter(sign.key for sign in text.signs) for text in texts]
    if counts[0] != counts[1] or not _read_alike(*texts):
        return False
    return moved_freely(*texts)


def _plain(text: SignText) -> SignText:
    """Leave words of style out of a text."""
    left = set(_of_style(text))
    signs = (sign for at, sign in enumerate(text.signs) if at not in left)
    conditions = [span.start for span in text.spans if span.slot == "condition"]
    return text._replace(
        signs=tuple(s._replace(key="<nếu>") if s.key in _IF and s.start in conditions else s for s in signs)
    )


def _of_style(text: SignText) -> Iterator[int]:
    """Give the places of signs that are words of style."""
    signs = text.signs
    keys = [sign.key for sign in signs]
    for at, sign in enumerate(signs):
        pair, then = tuple(keys[at : at + 2]), keys[at + 1 : at + 2]
        if tuple(keys[at : at + 3]) == _OWED and opens_duty(text, signs[at : at + 3]):
            yield from range(at, at + 3)
        result = tuple(keys[max(at - 2, 0) : at]) in _RESULTS
        if pair in _CARRIED_OUT and (result or _is_verb(text, signs[at + 2 : at + 4])):
            yield from (at, at + 1)
        if pair == _MATTER_OF and text.words[: sign.start].rstrip().lower().endswith(("về", "trong", "trên", "thuộc")):
            yield from (at, at + 1)
        if pair == _PERIODIC and any(span.start <= sign.start < span.end for span in _spans(text, "time")):
            yield from (at, at + 1)
        if pair == (_ONCE, _TIMES) and at and keys[at - 1] in _UNITS:
            yield from (at, at + 1)
        often = _TIMES in keys[max(at - 2, 0) : at + _FAR]
        if sign.key in _EACH and then and then[0] in _UNITS and (often or sign.key == _IN):
            yield at
        if _is_style_alone(text, at, then):
            yield at


def _is_style_alone(text: SignText, at: int, then: Sequence[str]) -> bool:
    """Whether one sign is a word of style where it stands."""
    signs, key = text.signs, text.signs[at].key
    before = tuple(sign.key for sign in signs[max(at - 2, 0) : at])
    if key == _RIGHT:
        return bool(then) and then[0] in _BY_RULE
    if key == _INTO:
        return any(span.start < signs[at].start < span.end for span in _spans(text, "time"))
    if key == _SENT:
        nearby = [sign.key for sign in signs[max(at - _FAR, 0) : at]]
        return any(tuple(nearby[i : i + 2]) == _TOLD for i in range(len(nearby)))
    if key == _LAID:
        return before == _ADVISES
    return key in (_DONE, _SOURCE) or opens_duty(text, signs[at : at + 1]) or is_passive(text, signs[at : at + 1], ())


def _is_verb(text: SignText, signs: Sequence[Sign]) -> bool:
    if not signs:
        return False
    printed = tokens(text.words[signs[0].start : signs[-1].end].lower())
    return VERBS.longest(printed, 0)[0] > 0


def _spans(text: SignText, slot: str) -> list[Span]:
    return [span for span in text.spans if span.slot == slot]


def _read_alike(old: SignText, new: SignText) -> bool:
    """Whether roles, denials, obligations, days and the bodies with their parts are the same in both texts."""
    roles = [roles_held(text) for text in (old, new)]
    if any(roles[0][key] and roles[1].get(key) and roles[0][key] != roles[1][key] for key in roles[0]):
        return False
    order = [[sign.key for sign in text.signs if sign.key[0] == "@"] for text in (old, new)]
    if order[0] != order[1]:
        lists = [places_in_lists(text) for text in (old, new)]
        if lists[0] != lists[1] or not all(all(places) for places in lists[0].values()):
            return False
    slots = ("negation", "modality", "role")
    said_alike = all(_said(old, slot) == _said(new, slot) for slot in slots)
    return said_alike and same_times_in_order(old, new) and _counted(old) == _counted(new)


def _counted(text: SignText) -> Counter[tuple[str, str, str]]:
    """Count the figures, each with its bound and what it counts."""
    keys = ["", *(sign.key for sign in text.signs), ""]
    return Counter(
        (keys[at - 1] if keys[at - 1] in _LIMITS else "", keys[at], keys[at + 1])
        for at in range(1, len(keys) - 1)
        if keys[at][0] == "#"
    )


def _said(text: SignText, slot: str) -> Counter[tuple[str, str]]:
    """Count the words of a slot that are no words of style, each with the sign behind it where that counts."""
    counts: Counter[tuple[str, str]] = Counter()
    for span in _spans(text, slot):
        inside = " ".join(s.key for s in text.signs if span.start <= s.start < span.end)
        behind = (
            next((s.key for s in text.signs if s.start >= span.end), "") if slot in ("negation", "modality") else ""
        )
        if inside:
            counts[inside, behind] += 1
    return counts
