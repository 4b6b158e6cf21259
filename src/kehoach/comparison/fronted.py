"""What stands first in one text and later in the other: "Trong quý II, Sở A …", "Sở A … trong quý II".

Where something else changed, too, only that is told; by itself it is words in another order, which others weigh.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kehoach.comparison.changedphrases import printed
from kehoach.comparison.meanings import Difference
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign
from kehoach.comparison.works import WorkPlace, places_in_works
from kehoach.wording.letters import comparable

_FRONT = re.compile(
    r"\s*((?:Trước|Sau|Trong|Trên|Tại|Ở|Từ|Vào|Ngày|Hết|Khi|Nếu|Theo|Căn cứ|Dựa|Định kỳ|Hằng|Hàng|Mỗi"
    r"|Chậm nhất|Muộn nhất|Nhằm|Để|Đối với|Qua|Thông qua|Bằng|Thực hiện(?=[^,]+[0-9]/|[^,]+[0-9]-))\s[^,;:.()\n]+),\s",
    re.IGNORECASE,
)
"""What says when, where, why or how before the subject of a sentence."""
_SENTENCES = re.compile(r"[.;\n]\s")
_LABEL = [*map(comparable, ("thời", "gian"))]
"""What may open a time that stands last: "…, thời gian trong tháng 12"."""


class Fronted(NamedTuple):
    """Two texts without what one says first and the other later; ``times`` is how a time there is another one."""

    old: SignText
    new: SignText
    times: tuple[Difference, ...] = ()


def without_fronted(old: SignText, new: SignText) -> Fronted:
    """Leave out of both texts, each of one sentence, what one of them says first and the other later.

    Both stay as they are where nothing else changed, unless what moved is a time.
    """
    if any(_SENTENCES.search(text.words.strip()) for text in (old, new)):
        return Fronted(old, new)
    for back, (own, other) in enumerate(((old, new), (new, old))):
        if places := _places(own, other):
            left = _without(own, places[0]), _without(other, places[1])
            if _work(own, places[0]) != _work(other, places[1]):
                continue  # first it is said of all that follows, later of one of several works
            if _timed(own, places[0]) or [s.key for s in left[0].signs] != [s.key for s in left[1].signs]:
                return Fronted(*(left[::-1] if back else left))
        elif spans := _other_time(own, other):
            left = _without(own, spans[0]), _without(other, spans[1])
            words = _printed(own, spans[0]), _printed(other, spans[1])
            texts, times = (left[::-1], words[::-1]) if back else (left, words)
            if words[0].lower() == words[1].lower():  # the day of a year that is the next one in the earlier plan
                return Fronted(*texts)
            return Fronted(*texts, (Difference("time", *times),))
    return Fronted(old, new)


def _other_time(fronts: SignText, other: SignText) -> tuple[range, range] | None:
    """Give the one time of each text where one text says it first and the other, another one, later."""
    match = _FRONT.match(fronts.words)
    times = [[span for span in text.spans if span.slot == "time"] for text in (fronts, other)]
    if not match or any(len(spans) != 1 for spans in times) or times[0][0].start > match.start(1):
        return None
    places = [
        [at for at, sign in enumerate(text.signs) if spans[0].start <= sign.start < spans[0].end]
        for text, spans in zip((fronts, other), times, strict=True)
    ]
    if not all(places) or places[0][0] != 0 or places[1][0] == 0 or times[0][0].end < match.end() - 2:
        return None
    return range(places[0][0], places[0][-1] + 1), range(places[1][0], places[1][-1] + 1)


def _printed(text: SignText, places: range) -> str:
    return printed(text, (text.signs[places[0]].start, text.signs[places[-1]].end))


def _work(text: SignText, places: range) -> list[WorkPlace]:
    return places_in_works(text, [(text.signs[places[0]].start, text.signs[places[-1]].end)])


def _timed(text: SignText, places: range) -> bool:
    times = [span for span in text.spans if span.slot == "time"]
    return all(any(t.start <= text.signs[at].start < t.end for t in times) for at in places)


def _places(fronts: SignText, other: SignText) -> tuple[range, range] | None:
    """Give where the front stands in its text and in the other; None where the other has it first or not once."""
    match = _FRONT.match(fronts.words)
    front = [sign.key for sign in fronts.signs if match and sign.end <= match.end()]
    keys = [sign.key for sign in other.signs]
    size = len(front)
    places = [at for at in range(len(keys) - size + 1) if size and keys[at : at + size] == front]
    if len(places) != 1 or places[0] == 0 or _acts(fronts.signs[:size]):
        return None
    first = places[0] - len(_LABEL) * (keys[max(places[0] - len(_LABEL), 0) : places[0]] == _LABEL)
    return range(size), range(first, places[0] + size)


def _acts(signs: Sequence[Sign]) -> bool:
    """Whether a front is the subject: "Sở A, Sở B báo cáo"."""
    return signs[0].key[0] == "@"


def _without(text: SignText, places: range) -> SignText:
    return text._replace(signs=tuple(sign for at, sign in enumerate(text.signs) if at not in places))
