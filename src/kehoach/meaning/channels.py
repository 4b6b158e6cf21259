"""Where a thing is handed in or made public, which is no body that does it: "tại Bộ phận Một cửa", "trên Cổng …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.wording.latepatterns import late

_NOUN = late(r"(?:các\s+)?(?:cổng|trang|hệ thống|bộ phận (?:một cửa|tiếp nhận))(?![^\W_])", re.IGNORECASE)
"""What portals, pages and counters are called by."""
_AT = late(r"(?<![^\W_])(?:tại|ở|trên|qua|vào|lên|từ)\s+(?:các\s+)?\Z", re.IGNORECASE)
_JOINT = late(r"(?:\s+của\s+[^.;:,()]{2,60}?)?(?:\s*[,;/]\s*(?:và\s+)?|\s+(?:và|hoặc|hay)\s+)(?:tại|ở|trên|qua)?\s*\Z")
"""Between one of several and the next: "tại Bộ phận Một cửa của xã hoặc trên Cổng Dịch vụ công"."""


def channels(text: str, places: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Give where the names begin that tell of a place or a channel; ``places`` are those of names, in printed order."""
    found: dict[int, int] = {}
    for start, end in sorted(places):
        if not _NOUN.match(text, start):
            continue
        last = max((stop for at, stop in found.items() if at < start), default=0)
        if _AT.search(text, max(0, start - 24), start) or (last and _JOINT.match(text, last, start)):
            found[start] = end
    return frozenset(found)
