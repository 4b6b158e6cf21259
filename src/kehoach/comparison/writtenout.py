"""A duty of one sentence written out as labelled fields or the cells of a row, or the other way round.

"A chủ trì, phối hợp với B nạo vét kênh N2; hoàn thành trước ngày 30/10" and "Nạo vét kênh N2" with its fields
"Chủ trì", "Phối hợp" and "Thời gian" say the same in other places: they are compared part by part, not word by word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kehoach.comparison.bodyparts import part_of_body
from kehoach.comparison.changedphrases import printed
from kehoach.comparison.meanings import Difference
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.signruns import joins, units_of
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Range, Sign
from kehoach.comparison.waysofsaying import keys_of
from kehoach.comparison.wholewords import in_whole_words
from kehoach.model.fields import FIELDS, Holds
from kehoach.wording.letters import comparable, words

_KINDS: Mapping[str, str] = {
    **{f.key: "partner" if f.role == "partner" else "lead" for f in FIELDS if f.holds is Holds.BODIES},
    **{f.key: "time" for f in FIELDS if f.holds is Holds.TIME},
}
"""Labelled fields that say who or when, by the kind of a change in them."""
_IN_PROSE: Mapping[str, str] = {"lead": "lead", "doer": "lead", "partner": "partner", "addressee": "addressee"}
_SAID_BY_LABEL = re.compile(
    r"(?<!\w)(?:giao(?=\s+(?-i:[A-ZĐ]))|(?:làm |là )?(?:chủ trì|đầu mối)(?:,?\s+phối hợp (?:cùng |chặt chẽ )?với)?"
    r"|phối hợp (?:cùng |chặt chẽ )?với|(?:có|chịu) trách nhiệm(?: chính)?(?=\s)"
    r"|(?:hoàn thành|xong|thực hiện)(?=\s+(?:trước|trong|vào|chậm nhất|ngày|tháng|quý|hằng|từ)(?!\w))"
    r"|(?:thời (?:gian|hạn)|(?:nguồn )?kinh phí|địa điểm|sản phẩm|kết quả)"
    r"(?: thực hiện| hoàn thành)?(?=\s*:))(?!\w)",
    re.IGNORECASE,
)
"""Words by which prose says what a label says elsewhere."""
_BY = comparable("do")
_ENDS = re.compile(r"[.;\n]\s")
_OF_TIME = frozenset(map(comparable, ("trong", "vào", "năm", "<năm>")))
"""Words of a time that go without saying: "trong quý II" is "Quý II", the plan's own year is in any time."""
_REGULAR = frozenset(keys_of("định kỳ"))
"""What goes without saying beside how often: "định kỳ hằng năm"."""
_LEAST, _HELD = 6, 0.5
"""Fewest words of a duty in fields, and their share that its prose must say."""
_FEW = 12
"""Most signs of what is told as changed contents; more is told as a place to look at."""


def written_out(a: ComparedNode, b: ComparedNode) -> bool:
    """Whether one node's prose says what the other says in a labelled field of its own."""
    return any(
        name not in there.fields and _says(there.text, value)
        for own, there in ((a, b), (b, a))
        for name, value in own.fields.items()
        if name in _KINDS and value
    )


def in_fields(node: ComparedNode) -> bool:
    """Whether a node has a labelled field that says who or when."""
    return not _KINDS.keys().isdisjoint(node.fields)


def told_in_prose(fielded: ComparedNode, prose: ComparedNode) -> float:
    """Give the share of a duty's words, all of its fields, that a node of prose says; 0 where it is no such duty.

    What is to be done must all be there: who does it, and when, can be others.
    """
    if "text" not in prose.fields:
        return 0.0
    prose_words = Counter(map(comparable, words(prose.text)))
    matter = Counter(map(comparable, words(" ".join(v for k, v in fielded.fields.items() if k in ("heading", "text")))))
    everything = Counter(map(comparable, words(" ".join(fielded.fields.values()))))
    if len(matter) < _LEAST // 2 or everything.total() < _LEAST or (matter - prose_words).total() > matter.total() // 8:
        return 0.0
    share: float = 1 - (everything - prose_words).total() / everything.total()
    return share if share >= _HELD else 0.0


def _says(text: str, value: str) -> bool:
    own, there = ([comparable(word) for word in words(side)] for side in (value, text))
    return bool(own) and not Counter(own) - Counter(there)


@dataclass
class _Parts:
    """What a duty says: who by their part, the times, and the rest; ``rows`` are its signs by field."""

    text: SignText
    who: dict[str, dict[str, Sign]] = field(default_factory=dict)
    times: list[Sign] = field(default_factory=list)
    rest: list[Sign] = field(default_factory=list)
    rows: list[list[Sign]] = field(default_factory=list)


Field = tuple[str, int]
"""A field by its name, and how many characters of a text it takes."""


def part_by_part(old: SignText, new: SignText, fields: tuple[Sequence[Field], Sequence[Field]]) -> Iterator[Difference]:
    """Tell what two duties say otherwise, each of which has all its fields in one text, line after line."""
    sides = _parts(old, fields[0]), _parts(new, fields[1])
    for kind in ("lead", "partner", "addressee"):
        doers = [side.who.get(kind, {}) for side in sides]
        gone = [sign for key, sign in doers[0].items() if key not in doers[1]]
        come = [sign for key, sign in doers[1].items() if key not in doers[0]]
        if gone or come:
            yield _difference(kind, sides, gone, come)
    if set(_keys(sides[0].times)) != set(_keys(sides[1].times)):  # what a field says again is said once
        yield _difference("time", sides, sides[0].times, sides[1].times)
    keys = [_keys(side.rest) for side in sides]
    gone, come = (_beyond(side.rest, keys[own] - keys[1 - own]) for own, side in enumerate(sides))
    if gone or come:
        yield from _of_rest(sides, gone, come)
    elif not (_in_order(*sides) or _in_order(*sides[::-1])):
        yield _difference("unread", sides, sides[0].rest, sides[1].rest)


def _in_order(side: _Parts, other: _Parts) -> bool:
    """Whether the words of each field of one side stand in their order in the other."""
    keys = [sign.key for sign in other.rest]
    for row in side.rows:
        left = iter(keys)
        if not all(sign.key in left for sign in side.rest if sign in row):
            return False
    return True


def turned_round(old: SignText, new: SignText) -> list[Difference] | None:
    """Tell what differs of sentences of which one says first what is done and then "do" whom; None of any others."""
    by_whom = [_by_whom(text) for text in (old, new)]
    opens = [text.signs[0].key[0] == "@" if text.signs else False for text in (old, new)]
    if (
        by_whom not in ([0, 1], [1, 0])
        or not opens[by_whom.index(0)]
        or any(_ENDS.search(text.words) for text in (old, new))
    ):
        return None
    sides = [_parts(text, [("text", len(text.words))]) for text in (old, new)]
    keys = [_keys(side.rest) for side in sides]
    if ((keys[0] - keys[1]) + (keys[1] - keys[0])).total() > min(keys[0].total(), keys[1].total()) // 2:
        return None
    differences = [*part_by_part(old, new, ([("text", len(old.words))], [("text", len(new.words))]))]
    # Where more words changed, or stand in yet another order, they may tell another thing: others read that.
    kept = [_beyond(side.rest, keys[0] & keys[1]) for side in sides]
    objects = [difference for difference in differences if difference.kind == "object"]
    if not differences or len(objects) > 1 or not _turned(*kept):
        return None
    return [difference for difference in differences if difference.kind != "unread"] or None


def _turned(old: Sequence[Sign], new: Sequence[Sign]) -> bool:
    """Whether two blocks of words, a verb and its object, only changed places; numbers may be others."""
    keys, others = (["#" if s.key[0] == "#" else s.key for s in side] for side in (old, new))
    return any(
        keys[at:end] + keys[:at] + keys[end:] == others for at in range(len(keys)) for end in range(at, len(keys) + 1)
    )


def _by_whom(text: SignText) -> int:
    return sum(a.key == _BY and b.key[0] == "@" for a, b in pairwise(text.signs))


def _of_rest(sides: tuple[_Parts, _Parts], gone: Sequence[Sign], come: Sequence[Sign]) -> Iterator[Difference]:
    """Tell the words that one side alone has, row by row; that a body is reported to is told of the body."""
    rows = [[row for row in _rows(side.text, signs) if not _leads_to_addressee(side, row)]
            for side, signs in zip(sides, (gone, come), strict=True)]  # fmt: skip
    if len(rows[0]) != len(rows[1]):
        rows = [[*rows[0], *([] for _ in rows[1])], [*([] for _ in rows[0]), *rows[1]]]
    kind = "object" if len(gone) + len(come) <= _FEW else "unread"
    for old, new in zip(*rows, strict=True):
        yield _difference("quantity" if any(s.key[0] == "#" for s in (*old, *new)) else kind, sides, old, new)


def _rows(text: SignText, signs: Sequence[Sign]) -> list[list[Sign]]:
    """Part signs into those that stand one behind the other."""
    rows: list[list[Sign]] = []
    at = {sign.start: index for index, sign in enumerate(text.signs)}
    for sign in signs:
        if (
            rows
            and at[sign.start] - at[rows[-1][-1].start] <= 1
            and "\n" not in text.words[rows[-1][-1].end : sign.start]
        ):
            rows[-1].append(sign)
        else:
            rows.append([sign])
    return rows


def _leads_to_addressee(side: _Parts, row: Sequence[Sign]) -> bool:
    behind = next((sign for sign in side.text.signs if sign.start >= row[-1].end), None)
    words_only = all(sign.key[0].isalpha() for sign in row)
    return words_only and behind is not None and behind in side.who.get("addressee", {}).values()


def _parts(text: SignText, fields: Sequence[Field]) -> _Parts:
    parts = _Parts(text)
    start = 0
    for name, length in fields:
        kind = _KINDS.get(name, "")
        inside = [sign for sign in text.signs if start <= sign.start < start + length]
        start += length + 1
        parts.rows.append(inside)
        for sign in inside:
            if kind == "time":
                parts.times.append(sign)
            elif sign.key[0] == "@":
                led_by = (s for s in inside if s.key == _BY and s.end <= sign.start)
                done_by = any(not text.words[s.end : sign.start].strip() for s in led_by)
                role = kind or ("lead" if done_by else "") or _IN_PROSE.get(part_of_body(text.words, sign), "")
                if role:
                    parts.who.setdefault(role, {})[sign.key] = sign
                else:
                    parts.rest.append(sign)
            else:
                (parts.times if not kind and _of_time(text, sign) else parts.rest).append(sign)
    small = [match.span() for match in _SAID_BY_LABEL.finditer(text.words)]
    parts.times = [
        sign._replace(key=sign.key.removesuffix("/<năm>"))
        for sign in parts.times
        if sign.key not in _OF_TIME and not _inside(sign, small)
    ]
    parts.times = [sign for sign in parts.times if sign.key not in _REGULAR] or parts.times
    parts.rest = [sign for sign in parts.rest if not _inside(sign, small) and sign.key != _BY]
    return parts


def _inside(sign: Sign, ranges: Sequence[Range]) -> bool:
    return any(start <= sign.start < end for start, end in ranges)


def _of_time(text: SignText, sign: Sign) -> bool:
    return any(span.slot == "time" and span.start < sign.end and sign.start < span.end for span in text.spans)


def _keys(signs: Sequence[Sign]) -> Counter[str]:
    return Counter(sign.key for sign in signs)


def _beyond(signs: Sequence[Sign], keys: Counter[str]) -> list[Sign]:
    left = Counter(keys)
    beyond = []
    for sign in signs:
        if left[sign.key] > 0:
            left[sign.key] -= 1
            beyond.append(sign)
    return beyond


def _difference(kind: str, sides: tuple[_Parts, _Parts], gone: Sequence[Sign], come: Sequence[Sign]) -> Difference:
    phrases = [_phrase(side.text, signs, kind) for side, signs in zip(sides, (gone, come), strict=True)]
    names = (
        printed(side.text, (sign.start, sign.end))
        for side, signs in zip(sides, (gone, come), strict=True)
        for sign in signs
        if sign.key[0] == "@" and not sign.unit
    )
    return Difference(kind, phrases[0], phrases[1], units_of((*gone, *come)), tuple(dict.fromkeys(names)))


def _phrase(text: SignText, signs: Sequence[Sign], kind: str) -> str:
    """Print names one by one, a time as its stretch, other words from the first to the last."""
    if not signs:
        return ""
    if kind in ("lead", "partner", "addressee"):
        return ", ".join(printed(text, (sign.start, sign.end)) for sign in signs)
    start, end = signs[0].start, signs[-1].end
    if kind in ("object", "quantity"):
        before = [sign for sign in text.signs if sign.end <= start][-2:]
        for sign in reversed(before):
            start = sign.start if joins(text.words, sign, Sign(start, end, "-")) else start
    for span in text.spans:
        if span.slot == kind and span.start < end and start < span.end:
            start, end = min(start, span.start), max(end, span.end)
    return printed(text, in_whole_words(text, (start, end)) if kind in ("object", "quantity") else (start, end))
