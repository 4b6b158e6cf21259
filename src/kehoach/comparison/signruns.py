"""Signs as they stand in a text: which belong together, where their sentence begins, which bodies they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.comparison.localbodies import COMMUNES, DISTRICT, WITHOUT_TOWNSHIPS
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Range, Sign
from kehoach.wording.letters import comparable

_CITING = frozenset(map(comparable, ("thực", "hiện", "ban", "hành", "tại", "quy", "định", "căn", "cứ", "hướng", "dẫn",
                                     "kèm", "của", "văn", "bản", "được")))  # fmt: skip
_TITLE = re.compile(
    r"(?:\s+(?:của|do)\s[^;.,()]{0,80}?)?\s+"
    r"(?:về|phê duyệt|ban hành|đẩy mạnh|tăng cường|triển khai|hướng dẫn)\b[^;.\n()]*"
)
"""What follows a citation up to the next mark: the document's own title."""
_MORE_ISSUERS = re.compile(r"(?:(?:,|\s+và)\s+của\s+[^;.,()\n]{1,60}(?=[;.,()\n]|\Z))*")
"""Further bodies of whom a plan of the same name is meant: "Kế hoạch … của Chính phủ, của tỉnh"."""
LISTED = re.compile(r"\s*(?:[,;]|,?\s+và)\s+")
"""What stands between two bodies of one list."""
_HEAD = 6
"""Most signs of what a group is of: "Ban Chỉ huy quân sự các xã"."""
_GLUE_ONLY = re.compile(r"\s+(?:(?:của|về|cho|các|và)\s+)+")


def as_one_text(texts: Sequence[SignText]) -> SignText:
    """Read several texts as one, each on a line of its own."""
    words, signs = "", []
    for text in texts:
        at = len(words) + 1 if words else 0
        words = f"{words}\n{text.words}" if words else text.words
        signs += [sign._replace(start=sign.start + at, end=sign.end + at) for sign in text.signs]
    return SignText(words, tuple(signs), texts[0].year if texts else 0)


def without_districts(text: SignText, later: SignText) -> SignText:
    """Leave out the groups of the district level that a text from after the reform does not name any more.

    What a group is of goes with it where the next one says it again: "Công an các huyện, Công an các xã".
    """
    # A group that the later text still names has its counterpart: it did not come.
    later_keys = {sign.key for sign in later.signs}
    signs: list[Sign] = []
    rest = [*text.signs]
    while rest:
        sign = rest.pop(0)
        if DISTRICT not in sign.key or sign.key in later_keys:
            signs.append(sign)
            continue
        again = next((i for i, following in enumerate(rest[: _HEAD + 1]) if following.key[0] == "@"), 0)
        if again and [s.key for s in signs[-again:]] == [s.key for s in rest[:again]]:
            del rest[:again]
    return text._replace(signs=tuple(signs))


def with_all_communes(text: SignText) -> SignText:
    """Take communes and wards for all communes: of two texts one is from after the reform, when there are no others."""
    signs = (s._replace(key=s.key.replace(WITHOUT_TOWNSHIPS, COMMUNES)) if "<" in s.key else s for s in text.signs)
    return text._replace(signs=tuple(signs))


def joins(words: str, sign: Sign, other: Sign) -> bool:
    """Whether nothing but a space stands between two signs, and neither is a body or a document."""
    between = words[sign.end : other.start]
    return not between.strip(" ") and sign.key[0] not in "@§" and other.key[0] not in "@§"


def over_glue(words: str, signs: Sequence[Sign], at: int) -> int:
    """Count the signs before one that only a word of joining parts from it: "nhà nước của Chính phủ"; at most two."""
    if not at or not _GLUE_ONLY.fullmatch(words, signs[at - 1].end, signs[at].start) or signs[at - 1].key[0] in "@§":
        return 0
    return 1 + (at > 1 and joins(words, signs[at - 2], signs[at - 1]))


def clause_start(text: str, position: int) -> int:
    """Give where the sentence of a position begins, past words of joining such as "Đồng thời,"."""
    ends = [m.end() for m in re.finditer(r"[.;\n](?=\s|\Z)\s*", text[:position])]
    start = ends[-1] if ends else 0
    return start if len(text[start:position].split()) <= 4 else position


_OWED = tuple(map(comparable, ("có", "trách", "nhiệm")))
GIVEN = comparable("giao")


def opens_duty(text: SignText, signs: Sequence[Sign]) -> bool:
    """Whether words only say that what follows is somebody's duty: "Giao Sở A …", "Sở A có trách nhiệm …"."""
    keys = tuple(sign.key for sign in signs)
    if keys == _OWED:
        return True
    after = next((s for s in text.signs if s.start >= signs[-1].end), None)
    begins = clause_start(text.words, signs[0].start) == signs[0].start
    return keys == (GIVEN,) and begins and after is not None and after.key[0] == "@"


def without_whose(old: SignText, new: SignText) -> tuple[SignText, SignText]:
    """Leave out of both texts what says of the same body that a duty is its own: "Giao A …", "A có trách nhiệm …"."""
    given, owed = ([_owners(text, words) for text in (old, new)] for words in ((GIVEN,), _OWED))
    for own, other in ((0, 1), (1, 0)):
        both = given[own].keys() & owed[other].keys()
        gone = [at for key in both for at in given[own][key]], [at for key in both for at in owed[other][key]]
        texts = [old, new]
        for side, places in ((own, gone[0]), (other, gone[1])):
            signs = (sign for at, sign in enumerate(texts[side].signs) if at not in places)
            texts[side] = texts[side]._replace(signs=tuple(signs))
        old, new = texts
    return old, new


def _owners(text: SignText, words: tuple[str, ...]) -> dict[str, list[int]]:
    """Give by the key of a body where the words stand that give it a duty: before it, or behind it."""
    owners: dict[str, list[int]] = {}
    keys = [sign.key for sign in text.signs]
    for at, key in enumerate(keys):
        first = at - 1 if words == (GIVEN,) else at + 1
        run = range(first, first + len(words))
        stands = key[0] == "@" and first >= 0 and tuple(keys[first : first + len(words)]) == words
        if stands and opens_duty(text, text.signs[first : first + len(words)]):
            owners.setdefault(key, []).extend(run)
    return owners


def bodies_in_any_order(words: str, signs: Sequence[Sign]) -> list[str]:
    """Give the keys of some signs, those of bodies that are named in a list in one order whatever order is printed."""
    keys: list[str] = []
    row: list[str] = []
    for before, sign in zip((None, *signs), signs, strict=False):
        goes_on_list = before is not None and sign.key[0] == "@" == before.key[0]
        if before is None or not goes_on_list or not LISTED.fullmatch(words, before.end, sign.start):
            keys += sorted(row)
            row = []
        row.append(sign.key)
    return [*keys, *sorted(row)]


_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/.+)?")
_NEAR = 4
"""Signs before a day that tell what is timed: "báo cáo 6 tháng trước"."""


def days_timed(text: SignText) -> list[tuple[str, ...]]:
    """Give each day of a text with the signs before it: two days that change places are two other days."""
    keys = [sign.key for sign in text.signs]
    return sorted(tuple(keys[max(at - _NEAR, 0) : at + 1]) for at, key in enumerate(keys) if _DAY.fullmatch(key))


def counted(text: SignText, run: Range) -> list[tuple[str, str, str]]:
    """Give the numbers of a run, each with what stands before it and what it counts, in any order."""
    keys = ["", *(sign.key for sign in text.signs), ""]
    places = range(run[0] + 1, run[1] + 1)
    return sorted((keys[at - 1], keys[at], keys[at + 1]) for at in places if keys[at][0] == "#")


_DENIED = 5
"""Signs behind a word of denial that tell what is denied."""


def said_of(text: SignText, slot: str, run: Range) -> list[tuple[str, str]]:
    """Give the words of denial or obligation in a run, each with what it is said of, in any order."""
    spans = [span for span in text.spans if span.slot == slot]
    signs = [*text.signs[slice(*run)]]
    inside = [span for span in spans if signs and span.start < signs[-1].end and signs[0].start < span.end]
    far = _DENIED if slot == "negation" else 1
    behind = (" ".join([s.key for s in text.signs if s.start >= span.end][:far]) for span in inside)
    return sorted((text.words[span.start : span.end].lower(), key) for span, key in zip(inside, behind, strict=True))


def is_level(sign: Sign) -> bool:
    """Whether a sign is a level that is named without a body: "viên chức cấp xã"."""
    return sign.key.startswith("@<")


def units_of(signs: Iterable[Sign]) -> tuple[str, ...]:
    """Give the bodies that some signs name, each once."""
    return tuple(dict.fromkeys(sign.unit for sign in signs if sign.unit))


def citation_end(words: str, sign: Sign) -> int:
    """Give where a citation ends in print, with all whose document it names."""
    more = _MORE_ISSUERS.match(words, sign.end)
    return more.end() if more else sign.end


def without_titles(words: str, signs: Sequence[Sign]) -> list[Sign]:
    """Drop documents, which are told apart, with the words of their titles and those that only cite them."""
    signs_left, end = [], -1
    for sign in signs:
        if sign.key[0] == "§":
            title = _TITLE.match(words, sign.end)
            end = title.end() if title else citation_end(words, sign)
        elif sign.start >= end:
            signs_left.append(sign)
    return [] if all(sign.key in _CITING for sign in signs_left) else signs_left
