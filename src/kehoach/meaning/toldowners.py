"""Whose work each item of a list is, told behind its colon: "Hồ sơ đảng viên: Ban Xây dựng Đảng;"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kehoach.meaning.labelroles import role_of_label
from kehoach.meaning.paragraphs import Paragraph
from kehoach.meaning.parties import Party, heading_parties
from kehoach.meaning.wholenames import whole_names
from kehoach.model.fields import label_kind
from kehoach.wording.latepatterns import late

_TOLD = late(r"(?P<what>[^:]{4,120}):\s+(?P<who>[^:()]{3,160}?)\s*(?:\([^()]*\))?\s*[.;,/]*\Z")
_NO_WORK = late(
    r"\b(?:thành phần|thành viên|tổ công tác|ban chỉ đạo|ban tổ chức|danh sách|gồm|địa điểm|địa bàn|nơi nhận|đối tượng"
    r"|liên hệ|tham dự|tham gia|khách mời|trưởng đoàn|phó|tổ trưởng|khối|cụm|nhóm|đợt|ngày)\b",
    re.IGNORECASE,
)


def told_owners(above: str, items: Mapping[str, Paragraph]) -> Mapping[str, tuple[Party, ...]]:
    """Give the bodies behind the colon of each item, by its id; none where any of them says anything else.

    ``above`` are the words that the list stands below. One of members, places or groups is no list of work.
    """
    owners: dict[str, tuple[Party, ...]] = {}
    for name, paragraph in items.items():
        match = _TOLD.match(paragraph.words)
        if match is None or _NO_WORK.search(match["what"]) or heading_parties(match["what"], ()):
            return {}
        if label_kind(match["what"]) or role_of_label(match["what"]):
            return {}
        start, end = match.span("who")
        told = heading_parties(match["who"], paragraph.part(start, end).mentions)
        owners[name] = whole_names(match["who"], told, told)
    return owners if len(owners) > 1 and all(owners.values()) and not _NO_WORK.search(above) else {}
