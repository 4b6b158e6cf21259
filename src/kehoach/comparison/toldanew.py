"""Sentences told anew: their words stand elsewhere or are others, so that none stands for another by its place.

What is read is compared as it is meant, wherever it stands: days, figures, documents, bodies, what is forbidden or only
may be, roles, conditions. All the rest is a place to look at, and is not told as another thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import partial

from kehoach.comparison.bodyparts import part_of_body
from kehoach.comparison.changedphrases import printed
from kehoach.comparison.counterparts import Counterparts, citations_told, documents_printed
from kehoach.comparison.hunks import Hunk
from kehoach.comparison.meanings import Difference
from kehoach.comparison.nearwords import may_say_the_same, says_little
from kehoach.comparison.rolledyears import is_year
from kehoach.comparison.signruns import LISTED, is_level, joins, units_of
from kehoach.comparison.signs import SignText, plain_keys
from kehoach.comparison.slots import Sign, Span
from kehoach.comparison.waysofsaying import keys_of
from kehoach.wording.letters import words

_MOVED, _CHANGED = 0.25, 0.3
"""Share of the changed signs that only moved, and of all signs that changed, from which on a text is told anew."""
_MOSTLY, _SIGNS = 0.5, 6
"""Share of the changed signs that only moved from which on it is, however much changed, and how many signs that is."""
_RUNS, _LONG = 2, 24
"""Fewest changes, and fewest signs, of a text that is told anew; what changed in a short one stands beside it."""
_PUT_ELSEWHERE = 0.85
"""Share of a sentence's words that the other text has from which on it was only put elsewhere."""
_LEAST = 2
"""Fewest signs in a row of what came or went."""
_BOUNDS = frozenset(
    keys_of(
        "trước chậm nhất muộn ngày trong vào hết thời gian hạn hoàn thành xong định kỳ lúc năm <năm> tháng đến từ để"
    )
)
"""Words of a time beside its days and periods; whether they set another bound is a place to look at."""
_EACH = frozenset(keys_of("trong mỗi vào một hằng định kỳ"))
"""Words of a time by which nothing is told of which one it is: "mỗi năm 02 lần", "02 lần trong năm"."""
_EACH_UNIT = re.compile(r"(?:mỗi|trong|một)\s+(năm|quý|tháng|tuần)", re.IGNORECASE)
_LIMITS = frozenset(keys_of("nhất khoảng trên dưới gần đa"))
"""Last words of what bounds a figure: "ít nhất", "tối đa", "khoảng"."""
_PERIODS = frozenset(keys_of("năm quý tháng tuần ngày"))
"""What counts time: "định kỳ 01 năm" is "hằng năm"."""
TELLING = frozenset(
    keys_of("quý tháng tuần ngày hằng thường xuyên đột xuất sáng chiều thứ giữa đầu cuối liên tục làm học kỳ vụ mùa")
)
"""Words that tell a time as days and figures do; other words of it may be said in others."""
_FIRM = frozenset(("có thể", "khuyến khích", "bắt buộc", "tự nguyện", "không bắt buộc"))
"""Words of obligation that are not put in for style, as "phải" and "cần" are."""
_SAID_SO = frozenset(("đã", "được", "bị", "có trách nhiệm"))
_STRONG = ("tham mưu", "chỉ đạo", "giám sát", "thẩm định", "phê duyệt", "quyết định")
"""Roles that no other word says."""


def is_told_anew(old: SignText, new: SignText, hunks: Sequence[Hunk]) -> bool:
    """Whether so much changed or moved that a change is not told by what stands in its place."""
    runs = sum(hunk.old[0] < hunk.old[1] or hunk.new[0] < hunk.new[1] for hunk in hunks)
    changed = sum(hunk.size for hunk in hunks)
    if runs < _RUNS or changed < _SIGNS or min(len(old.signs), len(new.signs)) < _LONG:
        return False
    gone, come = (
        Counter(sign.key for hunk in hunks for sign in text.signs[slice(*hunk[side])])
        for side, text in enumerate((old, new))
    )
    moved = 2 * (gone & come).total() / changed
    much = runs > _RUNS and changed >= _CHANGED * (len(old.signs) + len(new.signs))
    return moved >= _MOSTLY or (much and moved >= _MOVED)


def differences_of_meaning(
    old: SignText, new: SignText, elsewhere: Counterparts, whole: Difference
) -> list[Difference]:
    """Tell what is read of both texts and differs; ``whole`` tells of all words where they may say another thing."""
    texts = (old, new)
    told = [
        *_of_times(texts),
        *_of_quantities(texts),
        *_of_words(texts, "negation"),
        *_of_words(texts, "modality"),
        *_of_words(texts, "role"),
        *_of_conditions(texts),
        *_of_bodies(texts, elsewhere),
        *_of_citations(texts, elsewhere),
    ]
    clauses = [] if any(difference.kind == "condition" for difference in told) else [*_of_clauses(texts)]
    return [*told, *clauses] or [whole]


def is_timed_elsewhere(difference: Difference, texts: tuple[SignText, SignText]) -> bool:
    """Whether a time is told as gone or come that the other text says, too, with one of its times."""
    if difference.kind != "time" or bool(difference.old) == bool(difference.new):
        return False
    other, told = texts[1] if difference.old else texts[0], difference.old or difference.new
    each = _EACH_UNIT.fullmatch(told)
    if each and re.search(rf"(?:mỗi|trong|một|/)\s*{each[1]}(?!\w|\s*[0-9])", other.words, re.IGNORECASE):
        return True
    keys = {*plain_keys(told, other.year)} - _EACH
    there = _inside(other, (*_of_slot(other, "time"), *_of_slot(other, "years")))
    return bool(keys) and keys <= {s.key for s in there}


def stands_alone(difference: Difference, texts: tuple[SignText, SignText]) -> bool:
    """Whether some words of what came or went stand nowhere in the other text: it was not only put elsewhere."""
    other = texts[1] if difference.old else texts[0]
    keys = plain_keys(difference.old or difference.new, other.year)
    there = {s.key for s in other.signs} | {*plain_keys(other.words, other.year)}
    return sum(key in there for key in keys) < _PUT_ELSEWHERE * len(keys)


def _of_slot(text: SignText, slot: str) -> list[Span]:
    return [span for span in text.spans if span.slot == slot]


def _inside(text: SignText, spans: Iterable[Span]) -> list[Sign]:
    ranges = [*spans]
    return [s for s in text.signs if any(r.start < s.end and s.start < r.end for r in ranges)]


def _of_times(texts: tuple[SignText, SignText]) -> Iterator[Difference]:
    """Tell the times that hold a day or a period which the other text has nowhere."""
    spans = [_of_slot(text, "time") for text in texts]
    keys = [{s.key for s in _inside(text, side)} - _BOUNDS for text, side in zip(texts, spans, strict=True)]
    words = ["", ""]
    for side, text in enumerate(texts):
        other_keys = keys[1 - side] | {s.key for s in texts[1 - side].signs}
        inside = [(r, _inside(text, [r])) for r in spans[side]]
        left = [r for r, signs in inside if len(signs) > 1 and any(map(partial(_is_alone, other_keys), signs))]
        words[side] = "; ".join(dict.fromkeys(printed(text, (r.start, r.end)) for r in left))
    if any(words):
        yield Difference("time", words[0], words[1])


def _is_alone(other_keys: Container[str], sign: Sign) -> bool:
    """Whether a sign tells which time is meant, and the other text has it nowhere."""
    tells = any(letter.isdigit() for letter in sign.key) or sign.key in TELLING
    return tells and sign.key not in other_keys


def _of_quantities(texts: tuple[SignText, SignText]) -> Iterator[Difference]:
    """Tell the figures, with what they count, that the other text has nowhere; those of times and places are none."""
    counted: list[dict[tuple[str, str, str], Sign]] = []
    for text in texts:
        others = {id(s) for slot in ("time", "years", "citation", "place") for s in _inside(text, _of_slot(text, slot))}
        keys = ["", *(s.key for s in text.signs), ""]
        around = zip(keys, text.signs, keys[2:], strict=False)
        counted.append({(before if before in _LIMITS else "", s.key, behind): s for before, s, behind in around
                        if s.key[0] == "#" and id(s) not in others and not is_year(text, s)
                        and behind not in _PERIODS})  # fmt: skip
    words = []
    for side, text in enumerate(texts):
        left = [sign for key, sign in counted[side].items() if key not in counted[1 - side]]
        words.append("; ".join(dict.fromkeys(_quantity(text, sign) for sign in left)))
    if any(words):
        yield Difference("quantity", words[0], words[1])


def _quantity(text: SignText, sign: Sign) -> str:
    span = next((r for r in _of_slot(text, "quantity") if r.start <= sign.start < r.end), None)
    return printed(text, (span.start, span.end) if span else (sign.start, sign.end))


def _of_words(texts: tuple[SignText, SignText], slot: str) -> Iterator[Difference]:
    """Tell words of denial, of obligation or of a role that one text alone has."""
    said = [dict.fromkeys(" ".join(text.words[r.start : r.end].lower().split()) for r in _of_slot(text, slot))
            for text in texts]  # fmt: skip
    left = [[w for w in said[i] if w not in said[1 - i] and w not in _SAID_SO] for i in (0, 1)]
    if slot == "modality" and not any(word in _FIRM for side in left for word in side):
        return
    if slot == "role":
        lower = [" ".join(text.words.lower().split()) for text in texts]
        left = [[w for w in side if w in _STRONG and w not in lower[1 - i]] for i, side in enumerate(left)]
    if any(left):
        yield Difference(slot, ", ".join(left[0]), ", ".join(left[1]))


def _of_conditions(texts: tuple[SignText, SignText]) -> Iterator[Difference]:
    """Tell conditions most of whose words the other text has nowhere."""
    for side, text in enumerate(texts):
        keys = {s.key for s in texts[1 - side].signs}
        for span in _of_slot(text, "condition"):
            signs = _inside(text, [span])
            if signs and 2 * sum(s.key in keys for s in signs) < len(signs):
                yield _one_sided("condition", side, printed(text, (span.start, span.end)))


def _of_bodies(texts: tuple[SignText, SignText], elsewhere: Counterparts) -> Iterator[Difference]:
    """Tell the bodies that one text alone names, by the part that they have there."""
    keys = [{s.key for s in text.signs} for text in texts]
    told = elsewhere.new, elsewhere.old
    parts: dict[str, tuple[list[Sign], list[Sign]]] = {}
    for side, text in enumerate(texts):
        for at, sign in enumerate(text.signs):
            if sign.key[0] != "@" or is_level(sign) or sign.key in keys[1 - side] | told[side]:
                continue
            if not _named_in_words(text, sign, texts[1 - side]):
                part = part_of_body(text.words, sign)
                part = "addressee" if part == "body" and _listed_with_addressee(text, at, at) else part
                parts.setdefault(part, ([], []))[side].append(sign)
    for part, signs in parts.items():
        shown = [[_beyond(texts, i, s) for s in side] for i, side in enumerate(signs)]
        names = (
            w for side, row in zip(signs, shown, strict=True) for s, w in zip(side, row, strict=True) if not s.unit
        )
        units = units_of((*signs[0], *signs[1]))
        yield Difference(part, ", ".join(shown[0]), ", ".join(shown[1]), units, tuple(dict.fromkeys(names)))


def _beyond(texts: tuple[SignText, SignText], side: int, sign: Sign) -> str:
    """Print a name; of several that no registry knows and that were read as one, those that the other text lacks."""
    name = printed(texts[side], (sign.start, sign.end))
    left = [part for part in name.split(", ") if part.lower() not in texts[1 - side].words.lower()]
    return ", ".join(left) if left and not sign.unit else name


def _named_in_words(text: SignText, sign: Sign, other: SignText) -> bool:
    """Whether the other text has the words of a name that no registry knows, whatever it reads them as."""
    own = Counter(words(text.words[sign.start : sign.end].lower()))
    return not sign.unit and not own - Counter(words(other.words.lower()))


def _of_citations(texts: tuple[SignText, SignText], elsewhere: Counterparts) -> Iterator[Difference]:
    keys = [{s.key for s in text.signs if s.key[0] == "§"} for text in texts]
    went, came = (
        documents_printed(text, [s for s in text.signs if s.key[0] == "§" and s.key not in keys[1 - side]])
        for side, text in enumerate(texts)
    )
    yield from citations_told(went, came, elsewhere.documents)
    spans = [{" ".join(s.key for s in _inside(text, [r])): r for r in _of_slot(text, "citation")} for text in texts]
    words = [
        "; ".join(printed(text, (r.start, r.end)) for key, r in spans[side].items() if key not in spans[1 - side])
        for side, text in enumerate(texts)
    ]
    if any(words):
        yield Difference("citation", words[0], words[1])


def _of_clauses(texts: tuple[SignText, SignText]) -> Iterator[Difference]:
    """Tell a clause that only came or only went: words in a row that stand nowhere in the other text."""
    rows = [[*_rows_alone(text, texts[1 - side])] for side, text in enumerate(texts)]
    if bool(rows[0]) == bool(rows[1]):
        return  # what one text says in words of its own, the other may say in others
    side = 0 if rows[0] else 1
    for first, last in rows[side]:
        keys = [sign.key for sign in texts[side].signs[first : last + 1]]
        if len(keys) >= _LEAST and not may_say_the_same(keys, ()):
            yield _clause(texts[side], side, first, last)


def _clause(text: SignText, side: int, first: int, last: int) -> Difference:
    """Tell words that came or went, with the one before them that they belong to; of a list of addressees as such."""
    received = _listed_with_addressee(text, first, last)
    before = text.signs[first - 1] if first else None
    if before and joins(text.words, before, text.signs[first]) and not text.words[before.start].isupper():
        first -= 1
    phrase = printed(text, (text.signs[first].start, text.signs[last].end))
    return _one_sided("addressee" if received else "object", side, phrase, (phrase,) if received else ())


def _one_sided(kind: str, side: int, phrase: str, names: tuple[str, ...] = ()) -> Difference:
    return Difference(kind, "" if side else phrase, phrase if side else "", (), names)


def _rows_alone(text: SignText, other: SignText) -> Iterator[tuple[int, int]]:
    keys = {s.key for s in other.signs}
    slots = ("time", "quantity", "condition", "negation", "modality", "role")
    told = {id(s) for slot in slots for s in _inside(text, _of_slot(text, slot))}
    first = -1
    for at in range(len(text.signs) + 1):
        sign = text.signs[at] if at < len(text.signs) else None
        alone = sign is not None and sign.key not in keys and sign.key[0].isalpha() and id(sign) not in told
        alone = alone and sign is not None and not says_little(sign.key) and not text.words[sign.start].isupper()
        if alone and first < 0:
            first = at
        if not alone and first >= 0:
            yield first, at - 1
            first = -1


def _listed_with_addressee(text: SignText, first: int, last: int) -> bool:
    """Whether words stand in a list with a body that receives something: "gửi Sở A, Chủ đầu tư dự án, Sở B"."""
    before, behind = text.signs[max(first - 1, 0)], text.signs[min(last + 1, len(text.signs) - 1)]
    beside = [
        body
        for body, between in (
            (before, text.words[before.end : text.signs[first].start]),
            (behind, text.words[text.signs[last].end : behind.start]),
        )
        if body.key[0] == "@" and LISTED.fullmatch(between)
    ]
    return any(part_of_body(text.words, body) == "addressee" for body in beside)
