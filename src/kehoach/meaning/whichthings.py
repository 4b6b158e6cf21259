"""Where "do" and a body behind it tell which thing is meant, or why, and order nothing."""

from __future__ import annotations

import re

from kehoach.meaning import actorpatterns as patterns
from kehoach.meaning import fronts
from kehoach.meaning.openingverbs import has_verb, opens_verb
from kehoach.wording.latepatterns import late


def tells_which(text: str, match: re.Match[str]) -> bool:
    """Whether "do" and a body say which thing is worked on, or why: the sentence has its own verb before."""
    before = text[: match.start()].rstrip()
    start = fronts.openings(text, match.start())[-1]
    if patterns.FAULT.search(before) or (
        patterns.ATTRIBUTE.match(text, match.end()) and patterns.STATED.match(text, match.end())
    ):
        return True
    if _THING_LED.search(before) and _KEPT.match(text, match.end()):
        return True
    if _LOOKS_AT.match(text, start) and _MATTER_BEFORE.search(before):
        return True
    if _OF_MATTER.search(before) and _STATED_TOO.match(text, match.end()):
        return True
    subject = patterns.SUBJECT.match(text, start)
    if _ASIDE.match(text, subject.end() if subject else start, match.start()):
        return True
    start = subject.end() + 1 if subject else start
    if _TOWARDS.search(before):
        return True
    if _OF_THING.search(before) and patterns.ATTRIBUTE.match(text, match.end()):
        return True
    if before[-1:] in (",", "(", ";", ":"):
        return False
    if not opens_verb(text[start : start + 24].lower(), alone=subject is not None) and not (
        subject and has_verb(text[start : match.start()])
    ):
        return False
    return bool(patterns.ATTRIBUTE.match(text, match.end()) or patterns.TAKES_PART.match(text, start))


_THING_LED = late(
    r"(?:\A|[.;]\s)\W*(?:[^\W_]{1,4}[.)]\s*)?(?:(?:đối với|riêng|tại)\s+)*(?:(?:các|những)\s+)?"
    r"(?:khu vực|địa bàn|tuyến|đường|đoạn|chợ|dự án|công trình|cơ sở|trường|rừng|diện tích|đất|tài sản|hồ sơ|thủ tục"
    r"|bến|cụm|nguồn)(?![^\W_])[^.;:,]{0,60}\Z",
    re.IGNORECASE,
)
"""A thing that opens a line."""
_KEPT = late(r"(?:quản lý|phụ trách|sở hữu|vận hành|bảo trì|(?:làm )?chủ đầu tư|quyết định đầu tư)[^.;:,]{0,40}:\s")
"""Whose a thing is, before a colon that leads to the work: "Khu vực do Sở A quản lý: UBND các xã rà soát"."""
_LOOKS_AT = late(
    r"(?:theo dõi|đôn đốc|kiểm tra|giám sát|nghiệm thu|phê duyệt|(?:tổng hợp|báo cáo|đánh giá) kết quả)(?![^\W_])", re.I
)
_MATTER_BEFORE = late(
    r"(?:nhiệm vụ|dự án|nội dung|công trình|hoạt động|chương trình|"
    r"đề án)(?:\s[^\W\d_]+){0,2}\Z",
    re.I,
)
"""What somebody looks at, and before "do" the thing that it is: "đôn đốc các nhiệm vụ do Sở A chủ trì"."""
_OF_MATTER = late(r"(?:các|những)\s+(?:nội dung|nhiệm vụ|công việc|dự án|đề án|công trình)\Z", re.IGNORECASE)
_STATED_TOO = late(r"(?:chủ trì|thực hiện|phụ trách|đảm nhiệm)\s+(?:cũng|đều|phải|được|là)(?![^\W_])")
"""What is said further on of matters that "do" and a body tell: "những nội dung do Sở A chủ trì cũng được …"."""
_ASIDE = late(
    r",?\s*(?:theo(?!\s+dõi)|trên cơ sở|căn cứ(?:\s+vào)?|dựa trên|từ|với|qua|thông qua|tại|sau khi có"
    r"|khi có|ngoài|bằng)\s(?-i:[^,.;:]){0,120}\Z",
    re.IGNORECASE,
)
"""What stands before the verb and tells of a thing who made it: ", trên cơ sở số liệu do các trường gửi, …"."""
_TOWARDS = late(r"(?<![^\W_])đối với\s[^.;:()]{1,80}\Z", re.IGNORECASE)
"""Before "do" which things a rule holds for: "(đối với nhiệm vụ do địa phương chủ trì)"."""
_OF_THING = late(
    rf"(?<![^\W_])(?:theo|từ|tại|bằng|vào|qua)\s+(?!dõi)(?-i:[^,.;:{patterns.SIGNS}]){{1,40}}\Z", re.IGNORECASE
)
"""Before "do" a thing that another is done by or at: "vận hành theo lịch do Phòng Kinh tế thông báo"."""
