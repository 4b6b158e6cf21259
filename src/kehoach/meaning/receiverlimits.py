"""When alone a thing is sent to whom: "báo cáo UBND tỉnh nếu vượt thẩm quyền", "đi vắng thì trình Phó Giám đốc".

What limits who acts limits who gets the thing, too. These are the words that limit a receiver by himself: behind his
name, or before the verb that sends.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.openingverbs import opens_verb
from kehoach.wording.latepatterns import late

Span = tuple[int, int]

_CASE = r"(?:(?:những|các|một số)\s+)?trường hợp"
_OPENS = rf"(?:nếu|khi|mỗi khi|chỉ khi|(?:trong\s+)?{_CASE})"
_BEHIND = late(
    rf"\s+(?P<words>(?:(?:mỗi|chỉ)\s+)?(?:khi(?! đó)|nếu|trong\s+{_CASE}|đối với\s+{_CASE})\s[^.;:,()]{{2,120}}?)"
    rf"(?=\s*(?:[.;,)]|\Z))|\s*,?\s+(?P<but>trừ\s+(?:khi|(?:trong\s+)?{_CASE})\s[^.;:,()]{{2,120}}?)"
    r"(?=,?\s+thì\s|\s*(?:[.;,()]|\Z))",
    re.IGNORECASE,
)
"""Behind who gets a thing, when he does, or when he does not."""
_NO_TIME = r"(?<!sau )(?<!trước )(?<!đến )(?<!từ )(?<!trong )(?<!mỗi )(?<!chỉ )"
_BEFORE = late(
    rf"(?:\A|[.;:,(]\s+|\s){_NO_TIME}(?P<words>{_OPENS}(?![^\W_])[^.;:()]{{2,160}}?)(?:,|,?\s+thì)\s+", re.IGNORECASE
)
_SENDING = late(
    rf"(?:\A|\s){_NO_TIME}(?P<words>{_OPENS}(?![^\W_])[^.;:,()]{{2,120}}?)\s+(?:phải\s+|kịp thời\s+|trực tiếp\s+)?"
    r"(?:báo|báo cáo|gửi|trình|thông báo|chuyển|phản ánh|nộp)(?:\s+(?:ngay|kịp thời|về|cho|đến|lên))*\s*\Z",
    re.IGNORECASE,
)
"""Without a sign between: "khi phát hiện cháy rừng báo ngay Hạt Kiểm lâm"."""
_THEN = late(r"(?:\A|[.;:,]\s+)(?:trừ\s+)?(?P<words>[^.;:,()]{2,120}?),?\s+thì\s+", needs="thì")
_LIMITS = late(r"(?<![^\W_])(?:nếu|khi|trường hợp|thì)(?![^\W_])", re.IGNORECASE)
_ENDS = (". ", "; ")


def limits_of_receivers(text: str, names: Sequence[BodyName]) -> Mapping[int, Span]:
    """Give by where the name of each receiver begins the words that limit him."""
    if not names or not _LIMITS.search(text):
        return {}
    found = {name.start: limit_of(text, (name.start, name.end)) for name in names}
    return {at: span for at, span in found.items() if span}


def limit_of(text: str, place: Span) -> Span | None:
    """Find the words that limit who gets a thing, by where his name stands."""
    if behind := _BEHIND.match(text, place[1]):
        return behind.span(behind.lastgroup or 0)
    sentence = max(0, *(text.rfind(sign, 0, place[0]) for sign in _ENDS))
    for pattern in (_THEN, _BEFORE):
        for match in reversed([*pattern.finditer(text, sentence, place[0])]):
            if opens_verb(text[match.end() : place[0]].lower(), alone=True):
                return match.span("words")
    sends = _SENDING.search(text, sentence, place[0])
    return sends.span("words") if sends else None
