"""Sentences that tell what has happened: the day in them is no day by which anything is to be done."""

from __future__ import annotations

import re

from kehoach.meaning.bodies import find_bodies
from kehoach.meaning.lexicon import VERBS
from kehoach.meaning.nametable import tokens
from kehoach.wording.latepatterns import late

_BEHIND = late(r"\s*,?\s*(?:tại\s[^,.;:()]{1,60},\s+)?(?P<who>[^,.;:()]{2,120}?)\s+đã\s", re.IGNORECASE)
_GOES_ON = late(r"[^.;:()]*?,\s+(?:và\s+|đồng thời\s+)?đã\s", re.IGNORECASE)
"""Behind a first thing, another that is done: "Ngày 27/6, Sở A họp, đã thống nhất …"."""
_BEFORE = late(r"(?:\A|[,.;:(])\s*(?P<who>[^,.;:()]{2,120}?)\s+đã\s(?P<rest>[^,.;:()]*)\Z", re.IGNORECASE)
_ADOPTED = late(
    r"\b(?:đã|này) được\s[^.;:()]*\b(?:thông qua|phê duyệt|ban hành|phê chuẩn|ký)(?:\s+vào)?\s*\Z",
    re.IGNORECASE,
)
"""The end of a resolution: "đã được Hội đồng nhân dân tỉnh khóa X, kỳ họp thứ hai thông qua ngày 11/5"."""
_DONE = late(r"\A\W*(?:[0-9IVX]{1,4}[.)]\s*)?đã (?:thực hiện|hoàn thành|triển khai|làm)\s*\(?\s*\Z", re.IGNORECASE)
"""A heading above what is done: "ĐÃ THỰC HIỆN (đến 14/9/2026)"."""
_BY_ITSELF = late(
    r"(?:[,;(]|\bmà)\s+đã\s(?![^,.;:()]*\b(?:phải|cần|thì|sẽ|gửi|nộp|báo cáo|có trách nhiệm"
    r"|tiếp tục)\b)[^,.;:()]*\Z",
    re.IGNORECASE,
)
"""What has happened to somebody named before: "Các trường hợp …, đã được cho nghỉ hưu trước ngày …"."""
_NOT_YET = late(
    r"\s*,?\s+[^\W\d_][^,.;:()]{1,60}?\s(?:(?:vẫn\s+)?(?:chưa|còn)|mới(?:\s+chỉ)?)\s(?!nhất\b"
    r"|thành\b)",
    re.IGNORECASE,
)
"""Behind "đến ngày …", what was not so yet: "đến ngày 21/10, chủ đầu tư mới nộp tiền"."""
_TO_DO = late(
    r"\b(?:phải|cần|thì|sẽ|đề nghị|yêu cầu|hoàn thành|gửi|nộp|trình|báo cáo|có trách nhiệm|tiếp tục)\b", re.IGNORECASE
)
"""Behind "đã" in a clause, that something is to be done with what has happened already."""
_EVENT = late(
    r"\s*(?:các\s+)?(?:lễ|hội (?:nghị|thi|thảo|diễn)|cuộc (?:thi|họp)|kỳ họp|đại hội|đợt|lớp|buổi|phiên)\b",
    re.IGNORECASE,
)
"""What is called by what is done there: "Lễ khai giảng"."""
_BODY = late(r"(?:Sở|Bộ|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Chính phủ|Thủ tướng|Cục|Chi cục|Ban|Phòng|Công an)\s")
_BRACKETS = late(r"\([^()]*\)")
_ISSUED = late(
    r"\s*,?\s+(?P<who>[^,.;:()]{2,120}?)\s+(?:ban hành|có|ra|ký(?:\s+ban hành)?)\s+(?:công văn|văn bản|tờ trình"
    r"|thông báo"
    r"|công điện|giấy mời|quyết định|kế hoạch|hướng dẫn|nghị quyết|chỉ thị|báo cáo"
    r"|nghị định)\s+(?:hỏa tốc\s+)*(?:(?:số\s+)?[0-9]"
    r"|về việc\s)",
    re.IGNORECASE,
)
"""How news begin, and seldom an order: "Ngày 27/6, UBND tỉnh ban hành công văn về việc …"."""


def has_happened(before: str, words: str, after: str) -> bool:
    """Whether the words around a time, of its sentence and behind, tell what has happened on that day or by then."""
    after = _BRACKETS.sub(" ", after) if "(" in after else after
    if "đã " in after and (_told_of(_BEHIND.match(after)) or _GOES_ON.match(after)):
        return True
    if "đã " in before and (past := _BEFORE.search(before)) and not _TO_DO.search(past["rest"]) and _told_of(past):
        return True
    if "đã " in before and _BY_ITSELF.search(before):
        return True
    if words[:3].lower() == "đến" and _NOT_YET.match(after):
        return True
    if "được " in before and _ADOPTED.search(before):
        return True
    if _DONE.match(before):
        return True
    opens = before.strip(" -–•+")[-1:] in ("", ",") and words[:4].lower() == "ngày"
    issued = _ISSUED.match(after) if opens else None
    return issued is not None and (_BODY.match(issued["who"]) is not None or _told_of(issued))


def _told_of(told: re.Match[str] | None) -> bool:
    """Whether what stands before "đã" is but who or what it is said of: no verb stands outside the names of bodies."""
    if told is None:
        return False
    words = told["who"]
    if _EVENT.match(words):
        return True
    for name in find_bodies(words):
        words = words[: name.start] + " " * (name.end - name.start) + words[name.end :]
    words_told = tokens(words)
    return not any(VERBS.longest(words_told, at)[0] for at in range(len(words_told)))
