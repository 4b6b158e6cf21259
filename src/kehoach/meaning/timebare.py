"""Dates without a word of limit ("ngày 10/3"): the day of what is to be done, or one that belongs to another thing.

"Tổ chức hội thi ngày 10/3" sets a day, "thực hiện kết luận tại cuộc họp ngày 10/3" and "kỷ niệm ngày 10/3" set none.
A day is read only behind what is known to have a day; behind all else it is unread.
"""

from __future__ import annotations

import re

from kehoach.meaning.timepatterns import DOCUMENT
from kehoach.wording.latepatterns import late

WHY = "không rõ là ngày thực hiện hay ngày của việc khác được nhắc tới"
WHY_AS_OF = "không rõ là hạn hay thời điểm của số liệu"

_PART = r"(?:(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối)|cả)\s+)?"
"""Which part of a day it is: "Chiều ngày 28/12"."""
_OPENS = late(rf"(?:\A|[.;:(,]|[^\W\d_]\s+và)\s*{_PART}\Z", re.IGNORECASE)
_LEADS = late(
    r"(?:\b(?:là|dự kiến|khoảng|tức|tức là|diễn ra|vào|cùng|hạn|kỳ|đợt\s+\w+|vòng\s+\w+|lần\s+\w+|và|hoặc|trước"
    r"|[0-9]+ ngày)"
    rf"|[0-9]\s*(?:[,;]|và))\s*:?\s*{_PART}\Z",
    re.IGNORECASE,
)
_MARKS = ".;:(,"
_HELD = (
    r"tổ chức|họp|mở|khai mạc|bế mạc|phát động|ra quân|khởi động|công bố|phát hành|trao giải|chấm giải|chấm|ra mắt|đăng"
    r"|phát sóng|khởi công|khánh thành|tiến hành|bắt đầu|kết thúc|hoàn thành|xong|gửi|nộp|trình|báo cáo|chốt|cập nhật"
    r"|kiểm tra|khảo sát|tập huấn|sơ kết|tổng kết|ký kết|ban hành|niêm yết|lấy ý kiến|thi|nhận|tiếp nhận"
)
"""What is done on a day."""
_EVENT = (
    r"hội nghị|hội thi|hội thảo|cuộc thi|cuộc họp|lễ|vòng|chung kết|chung khảo|sơ khảo|đợt|lớp|buổi|phiên|tọa đàm"
    r"|diễn đàn|ngày hội|chương trình|tập huấn|số liệu|thời (?:gian|hạn|điểm)"
)
"""What takes place on a day."""
_IS_HELD = late(
    rf"(?:riêng|đối với)(?![^\W_])|(?:[^.;:(,]*?\s)??(?:{_HELD})(?![^\W_])|(?:{_EVENT})(?![^\W_])", re.IGNORECASE
)
_REFERS = late(
    r"(?<![^\W_])(?:thực hiện|triển khai|theo|căn cứ|quán triệt|học tập|nêu|kết luận|biên bản|giấy mời|chỉ đạo|kỷ niệm"
    r"|hưởng ứng|chào mừng|khắc phục|phát huy|nhân|tại\s+(?:các\s+)?(?:cuộc|buổi|phiên|kỳ|hội nghị|văn bản|giấy|biên"
    r"|kết))"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_DAY_OF_HONOUR = late(
    r"(?<!nhân )(?<!vào )(?<!dịp )(?<!trong )\b(?:ngày\s+(?!hội|[0-9])|(?:lễ|kỷ niệm|quốc khánh|tết"
    r"|tuần lễ)\b)[^.;,()]*\(\s*\Z",
    re.IGNORECASE,
)
_LOOKS_BACK = late(
    r"(?:[^.;:(,]*?\s)??(?:cập nhật|thống kê|tổng hợp|báo cáo|rà soát|đánh giá|công bố|lập danh sách"
    r"|đăng tải)(?![^\W_])",
    re.IGNORECASE,
)
_CITES = late(
    rf"(?:\A|[.;:,])\s*(?:căn cứ|thực hiện|triển khai|theo|quán triệt)\s[^.;:,()]*?{DOCUMENT}(?![^\W_])[^.;:,()]*\Z",
    re.I,
)
_FOR_DAY = late(r"[^\W\d_]\s+cho\s*\Z")
"""Before the day of what is prepared: "mời báo cáo viên cho ngày 26/8"."""
_AS_OF = late(r"đến(?:\s+hết)?\s+(?:ngày\b|[0-9])", re.IGNORECASE)


_MOVED = late(r"\s*(?:\([^()]*\)\s*)?sang\s+(?:ngày|sáng|chiều|thứ|[0-9])", re.IGNORECASE)
_UNTIL_NOW = late(r"(?:\s+năm\s+[0-9]{4})?\s*,?\s*(?:cho\s+)?(?:đến|tới)\s+nay\b", re.IGNORECASE)
_BEFORE_AND = late(r"\btrước\s+(?:hoặc|hay|và)\s*\Z", re.IGNORECASE)
"""Before "sau ngày …" where both sides of the day are meant: "tổ chức trước hoặc sau ngày 05/9"."""
_HAS_END = late(r"\s*,?\s*(?:cho\s+)?(?:đến|tới)\s+(?!khi\b|nay\b)", re.IGNORECASE)


_MOMENT = late(
    r"\b(?:tại |vào |đến )?thời điểm\s+(?:là\s+)?(?:[0-9]{1,2}\s*(?:giờ|h)\s*(?:[0-9]{2}\s*)?,?\s*)?\Z", re.IGNORECASE
)
_APPLIES = late(
    r"\s*,\s+(?:các\s+)?(?:(?-i:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư)|quy định"
    r"|văn bản)\b[^.;:]*?"
    r"\s(?:có hiệu lực|hết hiệu lực|được (?:thực hiện|áp dụng|thi hành)(?! vào))",
    re.IGNORECASE,
)
_LETTERHEAD = late(
    r"(?-i:[A-ZĐ])[^\W\d_]*(?:[ -][^\W\d_]+){0,5},\s+ngày\s+[0-9]{1,2}\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}\.?\s*\Z",
    re.IGNORECASE,
)


_HEAD_OF_LETTER = late(
    r"\b(?:CỘNG (?:HÒA|HOÀ) XÃ HỘI|Độc lập - Tự do|Số\s*:).*[^\W\d_],\s+ngày\s+[0-9]{1,2}"
    r"\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}"
    r"\.?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)


def is_letterhead(text: str) -> bool:
    """Whether a line ends as a head of letter does, with the place and day of signing: "Hà Nội, ngày 09 tháng 01 …"."""
    return _LETTERHEAD.match(text) is not None or _HEAD_OF_LETTER.search(text) is not None


def why_no_start(before: str, after: str) -> str:
    """Say in Vietnamese why "từ ngày …" begins no stretch without an end, by the words around it; or nothing."""
    if _BEFORE_AND.search(before):
        return "cả trước và sau ngày này"
    if _MOVED.match(after):
        return "mốc đã được thay"
    if _UNTIL_NOW.match(after):
        return WHY_AS_OF
    return "khoảng thời gian không đọc được" if _HAS_END.match(after) else ""


def is_as_of(before: str) -> bool:
    """Whether the words before a date tell that figures are of it: "kiểm kê thời điểm 0 giờ ngày 01/01/2026"."""
    return _MOMENT.search(before) is not None


def applies_from(after: str) -> bool:
    """Whether the words behind "từ ngày …" say of a law that it holds from then on."""
    return _APPLIES.match(after) is not None


def cites_document(before: str) -> bool:
    """Whether the words before a date name a document that it is the date of: "Căn cứ Luật … ngày 19/02/2025"."""
    return bool(_CITES.search(before))


def why_bare(before: str, words: str) -> str:
    """Say in Vietnamese why a date, by its words and those before it in its sentence, is no day to hold, or nothing.

    Only dates that no word of limit stands before are in doubt here, and those that figures can be as of.
    """
    clause = before[max(map(before.rfind, _MARKS)) + 1 :].strip()
    if _AS_OF.match(words):
        return WHY_AS_OF if _LOOKS_BACK.match(clause) and not clause.lower().endswith("hạn") else ""
    if words[:4].lower() != "ngày" and not words[:1].isdigit():
        return ""
    if before.rstrip()[-1:] == "(":
        return WHY if _DAY_OF_HONOUR.search(before) else ""
    if _FOR_DAY.search(before):
        return WHY
    if words[:1].isdigit() or _OPENS.search(before) or _LEADS.search(before):
        return ""
    return "" if _IS_HELD.match(clause) and not _REFERS.search(clause) else WHY
