"""Fields that name several bodies, each with a part of the work of its own: "Sở A (đất đai); Sở B (hạ tầng)"."""

from __future__ import annotations

import re

from kehoach.meaning.parties import heading_parties, parties
from kehoach.wording.latepatterns import late

_OF_WORK = r"(?:chủ trì|thực hiện|phụ trách|đảm nhiệm)"
_PART_OF = rf"\s{_OF_WORK}\s(?:phần|mảng|khâu|lĩnh vực|nội dung|việc)\s"
_BETWEEN = late(
    rf"(?<=\))\s*(?:[;,]\s*(?:và\s+)?|và\s+)|\s*(?:[;,]\s*(?:và\s+)?|\svà\s)(?=[^;()]{{2,90}}?{_PART_OF})(?![^()]*\))"
)
_PART = late(
    rf"\s*(?P<name>[^();]{{2,90}}?)(?:(?:\s{_OF_WORK})?\s*\((?P<share>[^()]{{3,80}})\)|{_PART_OF}[^();]{{2,80}})\s*[.;]?\s*\Z"
)
_NO_SHARE = late(
    r"(?:đồng\s+|cùng\s+)?(?:chủ trì|phối hợp|thực hiện|theo dõi|chính|đầu mối|thường trực|gọi tắt|viết tắt"
    r"|sau đây|nếu|khi"
    r"|trước|trong|từ|xong|hoàn thành|quý|tháng|ngày|tuần|năm|qua|cũ|mới)(?![^\W_])|.*[0-9]"
)
"""What brackets behind a body say besides its part of the work: its role, its short name, a time, a number."""


def shares(text: str) -> list[tuple[int, int]]:
    """Give where each body stands with its own part of the work; none unless all of several have one.

    "Sở A, Sở B (đất đai)" leaves open whose the part is, and stays whole.
    """
    if "(" not in text and not re.search(r"\s(?:phần|mảng|khâu|lĩnh vực)\s", text):
        return []
    cuts = [match.span() for match in _BETWEEN.finditer(text)]
    spans = list(zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)], strict=True))
    return spans if len(spans) > 1 and all(_has_share(text[start:end]) for start, end in spans) else []


def _has_share(part: str) -> bool:
    match = _PART.match(part)
    if match is None:
        return False
    share = match["share"]
    if share and (_NO_SHARE.match(share) or not share[:1].islower() or parties(share, ())):
        return False
    return len(heading_parties(match["name"], ())) == 1
