"""The same words in another order: whether that changes nothing, as in a list or where a time is said first or last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kehoach.comparison.hunks import Hunk
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Range, Sign
from kehoach.comparison.works import WorkPlace, is_verb, places_in_works
from kehoach.meaning.lexicon import VERBS
from kehoach.meaning.nametable import tokens
from kehoach.wording.letters import comparable

_LISTS = re.compile(r"(?:\b(?:về|của|gồm|như|tại|trong|các|cho)|:)\s*\Z")
"""What a list of things follows, none of which comes before another."""
_SHORT = 6
"""Most signs of one of several things that are listed in any order."""
_IN_LISTS = re.compile(r"vận động|nghiên cứu|xem xét", re.IGNORECASE)
"""Verbs that oblige nobody where they stand in a list: "tuyên truyền, vận động"."""
_ELEMENT = re.compile(r"[,;]|\bvà\b")


def same_in_other_order(old: SignText, new: SignText, old_run: Range, new_run: Range) -> bool:
    """Whether words stand in another order only as a time said first or last, or as a list said otherwise."""
    without = [[s.key for s in text.signs if not _of_time(text, s)] for text in (old, new)]
    if without[0] == without[1] and same_times_in_order(old, new):
        return True
    return listed_alike(old, new, old_run, new_run)


def listed_alike(old: SignText, new: SignText, old_run: Range, new_run: Range) -> bool:
    """Whether runs of signs list the same things, in whatever order."""
    runs = (old, old_run), (new, new_run)
    elements = [_elements(text, run) for text, run in runs]
    if len(elements[0]) < 2 or sorted(elements[0]) != sorted(elements[1]):
        return False
    return any(all(is_list(text, run) for text, run in runs) for is_list in (_is_led_in, _is_of_names, _of_short_words))


def same_times_in_order(old: SignText, new: SignText) -> bool:
    """Whether two texts say their times one after the other in one order, each with the same work of several."""
    return _times(old) == _times(new)


def _times(text: SignText) -> list[tuple[WorkPlace, list[str]]]:
    """Give each time's work and keys, in any order within it: "mỗi năm 02 lần", "02 lần trong năm"."""
    runs = [(span.start, span.end) for span in text.spans if span.slot == "time"]
    keys = (sorted(s.key for s in text.signs if start <= s.start < end) for start, end in runs)
    return [(place, held) for place, held in zip(places_in_works(text, runs), keys, strict=True) if held]


def without_moved_elements(old: SignText, new: SignText, hunks: Sequence[Hunk]) -> list[Hunk]:
    """Leave out what only stands at another place of a list, beside other changes: "tổng hợp, đánh giá kết quả"."""
    moved: set[Hunk] = set()
    for went in hunks:
        for came in hunks:
            if went.new[0] < went.new[1] or came.old[0] < came.old[1] or moved & {went, came}:
                continue
            keys = [s.key for s in old.signs[slice(*went.old)]], [s.key for s in new.signs[slice(*came.new)]]
            runs = [(min(went[side][0], came[side][0]), max(went[side][1], came[side][1])) for side in (0, 1)]
            if keys[0] == keys[1] and same_in_other_order(old, new, runs[0], runs[1]):
                moved |= {went, came}
    return [hunk for hunk in hunks if hunk not in moved]


def _is_led_in(text: SignText, run: Range) -> bool:
    """Whether the word stands before a run that a list follows."""
    return bool(_LISTS.search(text.words[: text.signs[run[0]].start]))


def _is_of_names(text: SignText, run: Range) -> bool:
    return all(text.words[sign.start].isupper() for sign in text.signs[slice(*run)])


def _of_short_words(text: SignText, run: Range) -> bool:
    """Whether a run lists things of a few plain words, with commas or "và" alone between: "theo dõi, đôn đốc"."""
    signs = text.signs[slice(*run)]
    start, end = signs[0].start, signs[-1].end
    plain = all(sign.key[0].isalpha() for sign in signs) and not re.search(r"[;.:()\n]", text.words[start:end])
    meant = any(
        span.slot not in ("role", "place") and span.start < end and start < span.end
        for span in text.spans
        if not _IN_LISTS.fullmatch(text.words, span.start, span.end)
    )
    return plain and not meant and all(0 < len(element) <= _SHORT for element in _elements(text, run))


_BY_WHOM = (comparable("do"), comparable("được"))
_GIVEN = comparable("giao")
_MARK = re.compile(r"[.;:\n]|,\s")
_CLAUSE_MARK = re.compile(r"[.;:\n]")
_VERB = 2
"""Most signs of a verb, and of the object that two verbs share."""


def said_by_object(old: SignText, new: SignText) -> bool:
    """Whether one text only says first what is done and then "do" whom: "A gửi hồ sơ …", "hồ sơ do A gửi …"."""
    return _by_object(old, new) or _by_object(new, old)


def _by_object(active: SignText, passive: SignText) -> bool:
    keys = [[sign.key for sign in text.signs] for text in (active, passive)]
    given = keys[0][:1] == [_GIVEN]
    keys[0] = keys[0][given:]
    at = next((i for i, (by, who) in enumerate(pairwise(keys[1])) if by in _BY_WHOM and who[0] == "@"), -1)
    before = passive.words[: passive.signs[at].start] if at > 0 else ""
    if not before or len(keys[1]) != len(keys[0]) + 1 or (_MARK.search(before) and not _is_one_thing(passive, at)):
        return False
    doer = passive.signs[at + 1 : at + 2]
    doer_opens = doer and passive.words[doer[0].start].isupper() and active.words[active.signs[given].start].isupper()
    thing, rest = keys[1][:at], keys[1][at + 1 :]
    return bool(doer_opens) and any(rest[:i] + thing + rest[i:] == keys[0] for i in range(2, len(rest) + 1))


def _is_one_thing(text: SignText, at: int) -> bool:
    """Whether a text begins with a noun and what is listed of it: "Kết quả đánh giá, xếp loại các đơn vị do …"."""
    words = text.words[: text.signs[at].start]
    opens_verb = VERBS.longest(tokens(words.lower()), 0)[0] > 1
    return not (_CLAUSE_MARK.search(words) or opens_verb or text.signs[0].key[0] == "@" or text.signs[0].key == _GIVEN)


def shares_object(old: SignText, new: SignText, old_run: Range, new_run: Range) -> bool:
    """Whether two verbs have their object behind the first or behind both: "tổng hợp kết quả, báo cáo UBND tỉnh"."""
    return _shared(old, new, old_run, new_run) or _shared(new, old, new_run, old_run)


def _shared(first: SignText, both: SignText, run: Range, other: Range) -> bool:
    """Whether the object stands behind the first verb in one text and behind both in the other."""
    keys = [s.key for s in first.signs[slice(*run)]]
    others = [s.key for s in both.signs[slice(*other)]]
    for size in range(1, len(keys)):
        thing, verb = keys[:size], keys[size:]
        if verb + thing != others or max(len(thing), len(verb)) > _VERB:
            continue
        verbs = first.signs[max(run[0] - len(verb), 0) : run[0]], first.signs[run[0] + size : run[1]]
        if not all(side and is_verb(first.words[side[0].start : side[-1].end]) for side in verbs):
            continue
        behind = first.signs[run[1] : run[1] + 1]
        gap = first.words[first.signs[run[1] - 1].end : behind[0].start if behind else len(first.words)]
        return not behind or behind[0].key[0] == "@" or bool(_MARK.search(gap))
    return False


def same_but_for_conditions(old: SignText, new: SignText) -> bool:
    """Whether one condition of one sentence only stands at another place of it: first or last."""
    if any(re.search(r"[.;\n]\s", text.words.strip()) for text in (old, new)):
        return False
    parts = [_parted(text) for text in (old, new)]
    return bool(parts[0][0]) and parts[0] == parts[1]


def _parted(text: SignText) -> tuple[list[str], list[str], list[WorkPlace]]:
    """Give the keys of a text's condition, those of the rest, and of which work it is; none where there are several."""
    spans = [span for span in text.spans if span.slot == "condition"]
    if len(spans) != 1:
        return [], [], []
    inside = [s.key for s in text.signs if spans[0].start <= s.start < spans[0].end]
    rest = [s.key for s in text.signs if not spans[0].start <= s.start < spans[0].end]
    return inside, rest, places_in_works(text, [(spans[0].start, spans[0].end)])


def _of_time(text: SignText, sign: Sign) -> bool:
    return any(span.slot == "time" and span.start <= sign.start < span.end for span in text.spans)


def _elements(text: SignText, run: Range) -> list[tuple[str, ...]]:
    """Cut a run of signs into the elements of a list: at commas, semicolons and "và"."""
    elements: list[list[str]] = [[]]
    last = None
    for sign in text.signs[slice(*run)]:
        if last is not None and _ELEMENT.search(text.words, last.end, sign.start):
            elements.append([])
        elements[-1].append(sign.key)
        last = sign
    return [tuple(element) for element in elements]
