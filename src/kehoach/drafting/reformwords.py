"""Wordings of the arrangement of 01/7/2025 for those that speak of what is no more: proposed, never put in.

There is no district level since (Luật Tổ chức chính quyền địa phương số 72/2025/QH15); communes, wards and special
zones stand directly below the province, and no township. Which body took over which work no general rule says.
"""

from __future__ import annotations

import datetime as dt
import re

REFORM = dt.date(2025, 7, 1)
_LAW = "Luật số 72/2025/QH15"

_TOWNSHIPS = re.compile(r"(?P<head>(?:các\s+)?xã,\s*phường)(?:,\s*|\s+và\s+|\s*-\s*)thị trấn", re.IGNORECASE)
_DISTRICTS = (
    (re.compile(r"(?:quận,\s*)?huyện,\s*thị xã(?:,\s*|\s+và\s+)thành phố", re.IGNORECASE), "xã, phường, đặc khu"),
    (re.compile(r"cấp huyện", re.IGNORECASE), "cấp xã"),
)
# Bodies that communes have as districts had them; of others no rule says where their work went.
_IN_COMMUNES = re.compile(r"(?:Chủ tịch )?(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)(?![^\W_])", re.IGNORECASE)


def reform_note(words: str, day: dt.date) -> str:
    """Say what a phrase that names levels or kinds of place would read today; empty where it names none that ended."""
    if day < REFORM:
        return ""
    townships = _TOWNSHIPS.sub(lambda match: f"{match['head']}, đặc khu", words)
    if townships != words:
        without = _TOWNSHIPS.sub(lambda match: match["head"], words)
        return (
            f"“{words}”: từ 01/7/2025 không còn thị trấn ({_LAW}); nay là “{townships}”, "
            f"nơi không có đặc khu là “{without}”."
        )
    if not any(pattern.search(words) for pattern, _ in _DISTRICTS):
        return ""
    opening = f"“{words}”: từ 01/7/2025 không còn cấp huyện ({_LAW}); "
    if not _IN_COMMUNES.match(words):
        return f"{opening}ghi cơ quan nay làm việc này."
    districts = words
    for pattern, now in _DISTRICTS:
        districts = pattern.sub(now, districts)
    return f"{opening}việc về cấp xã thì nay là “{districts}”, việc về cấp tỉnh thì ghi sở, ban, ngành nhận việc."
