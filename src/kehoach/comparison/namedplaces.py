"""Numbers and names that say where something is: "tại Tiểu khu 152", "tại Đà Lạt, Phan Thiết và Gia Nghĩa"."""

from __future__ import annotations

import re

from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign
from kehoach.wording.letters import CAPITAL

_NUMBERED_PLACE = re.compile(
    r"(?<!\w)(?:tiểu khu|khoảnh|lô|thôn|buôn|bon|ấp|bản|khóm|tổ(?: dân phố)?|khu(?: phố| vực)?|phường|quận"
    r"|quốc lộ|tỉnh lộ|đường|phố|hẻm|ngõ|km|số nhà|phòng(?: họp)?|tầng|hội trường|cổng"
    r"|trạm|chợ|cơ sở|điểm trường)(?:\s+số)?\s+\Z",
    re.IGNORECASE,
)
"""Before a number that is part of the name of a place: "tại Tiểu khu 152"."""


def of_a_place(text: SignText, sign: Sign) -> bool:
    """Whether a number names a place that is said: "tại Tiểu khu 152", not "tại 12 thôn"."""
    in_a_place = any(s.slot == "place" and s.start < sign.end and sign.start < s.end for s in text.spans)
    return in_a_place and _NUMBERED_PLACE.search(text.words, max(sign.start - 24, 0), sign.start) is not None


_NAME = rf"{CAPITAL}[^\W\d_]*(?:\s{CAPITAL}[^\W\d_]*)*"
_NAMES = re.compile(rf"(?:(?:,|\s+và)\s+{_NAME})*(?:,|\s+và)\s+")
"""Names of a list between its first one and another."""
_REACH = 160
"""Most characters of a list of places between its first name and another."""


def listed_place(text: SignText, sign: Sign) -> bool:
    """Whether a name goes on a list of places that begins with what is read as one."""
    ends = (span.end for span in text.spans if span.slot == "place" and 0 < sign.start - span.end <= _REACH)
    return any(_NAMES.fullmatch(text.words, end, sign.start) for end in ends)
