"""Two cells that say when a task begins and when it ends, as one time."""

from __future__ import annotations

import re

from kehoach.wording.latepatterns import late
from kehoach.wording.letters import lower_first

_MONTH = late(r"[0-9]{1,2}\s?/\s?[0-9]{4}\Z")
_DAY = late(r"[0-9]{1,2}\s?/\s?[0-9]{1,2}(?:\s?/\s?[0-9]{4})?\Z")
_PERIOD = late(r"(?:từ|ngày|tháng|quý|tuần|năm|đầu|giữa|cuối)\s", re.IGNORECASE)
_POINT = late(r"(?:ngày|tháng|quý|tuần|năm)\s", re.IGNORECASE)


def from_to(begins: str, ends: str) -> str:
    """Say from when to when: "02/2026", "30/5/2026" are "từ tháng 02/2026 đến ngày 30/5/2026".

    What is no day, month or quarter stays as it is printed, the end behind the beginning.
    """
    if begins == ends:
        return ends
    first, last = _time_words(begins), _time_words(ends)
    if not first:
        return last
    if not _PERIOD.match(first):
        return f"bắt đầu {lower_first(first)}; {lower_first(last)}" if last else first
    opening = lower_first(first) if first.lower().startswith("từ ") else f"từ {lower_first(first)}"
    if not last:
        return opening
    return f"{opening} đến {lower_first(last)}" if _POINT.match(last) else f"{opening}, {lower_first(last)}"


def _time_words(cell: str) -> str:
    """Put before figures what they are."""
    words = " ".join(cell.split()).rstrip(".;, ")
    kind = "tháng " if _MONTH.match(words) else "ngày " if _DAY.match(words) else ""
    return f"{kind}{words}"
