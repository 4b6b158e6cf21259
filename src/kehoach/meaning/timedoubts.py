"""Words beside a day that make it no deadline, or leave open which day is meant: such a time stays unread."""

from __future__ import annotations

import re

from kehoach.meaning.happened import has_happened
from kehoach.meaning.timepatterns import DOCUMENT
from kehoach.wording.latepatterns import late

_NO_BIRTH = "".join(
    rf"(?<!\b{word} )"
    for word in (
        *("phát", "học", "thí", "vệ", "khai", "hộ", "tuyển", "ký", "tái", "vi", "an", "hồi", "tập"),
        *("cứu", "môn", "tân", "y", "cựu", "phục"),
    )
)
"""Words of which "sinh" is the last syllable: "học sinh trước ngày 25/9"."""
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (late(pattern, re.IGNORECASE), why)
    for pattern, why in (
        (
            r"(?:\A|[.;:(,])\s*(?:tuyệt đối\s+)?(?:không|nghiêm cấm|chưa)\s+(?!quá\b|muộn\b|kể\b|chậm\b)[^.;:,()]*\Z",
            "lời cấm hoặc phủ định, không phải hạn",
        ),
        (
            r"(?:\A|[.;:(,])\s*(?:nếu|(?:trong )?trường hợp (?:không|chưa|có|phải))\b(?:(?!\bthì\b)[^.;:,()])*\Z",
            "mốc trong một điều kiện, không phải hạn",
        ),
        (
            r"\bthay (?:vì|cho|thế)(?:\s+(?:vào|ngày|mốc|(?:thời\s+)?hạn))?(?:\s+(?:cũ|trước đây|đã nêu))?\s*\Z",
            "mốc đã được thay",
        ),
        (r"(?:\A|[.;])\s*(?:[-–+•]\s*)?Về\s+[^,;:()]*\Z", "mốc của việc được nói tới, không phải hạn"),
        (
            r"\b(?:đợt|trận|cơn|vụ)\s+(?:mưa|bão|lũ|ngập|lụt|thiên tai|hạn|dịch|cháy|sạt lở)(?![^\W_])[^,.;:()]*\Z",
            "ngày của việc khác được nhắc tới",
        ),
        (
            r"\bmùa\s+(?:mưa|khô|nắng|đông|hè|xuân|thu|lũ)\s+(?:thường\s+|được\s+)?(?:bắt đầu|kéo dài|diễn ra"
            r"|từ)[^.;:()]*\Z",
            "thời gian của mùa, không phải của việc",
        ),
        (r"\b(?:cụm từ|các từ|từ)\s+[\"“][^.;]*\Z", "lời trích của văn bản khác, không phải hạn"),
        (r"\bsớm nhất(?:\s+(?:là|từ))*\s*\Z", "mốc sớm nhất, không phải hạn"),
        (r"\bsau\s+(?:thời điểm|mốc|thời hạn)(?:\s+ngày)?\s*\Z", "mốc mà sau đó mới có việc, không phải hạn"),
        (rf"{_NO_BIRTH}\b(?:sinh|sinh ra|ra đời)\s*\Z", "ngày sinh, không phải hạn"),
        (r"[0-9IVX]\s+(?:hoặc|hay)\s*\Z", "chọn một trong nhiều mốc"),
        (
            r"\b(?:tại|theo)\s+(?:các\s+)?(?:hội nghị|cuộc họp|phiên họp|kỳ họp|buổi làm việc)\b[^.;:()]*"
            r"\b(?:tổ chức|diễn ra|họp)(?:\s+vào)?\s*\Z",
            "ngày của việc khác được nhắc tới",
        ),
    )
)
_OF_DATA = late(
    r"\b(?:tính|lũy kế|cộng dồn)\s*\Z"
    r"|\b(?:số liệu|dữ liệu)\b[^.;,]*\b(?:chốt|lấy|khóa|tính|cập nhật)(?:\s+số liệu)?\s*\Z"
    r"|\b(?:chốt|lấy|khóa)\s+(?:số liệu|dữ liệu|sổ)\s*\Z",
    re.IGNORECASE,
)
_PROPOSED = late(
    r"\b(?:đề xuất|kiến nghị|đề nghị|nghiên cứu|xem xét)\s+(?:phương án\s+|cho phép\s+|việc\s+)*"
    r"(?:miễn|giảm|hoãn|giãn|gia hạn|kéo dài|áp dụng|duy trì|cho (?:phép|hưởng))\b[^.;:()]*\Z",
    re.IGNORECASE,
)
"""What is proposed to hold for a time: "đề xuất việc miễn phí thị thực đến hết năm 2027"."""
_HELD_ON = late(r"\s*,?\s*(?:vẫn|mới (?:chỉ|có)|còn|chưa)(?![^\W_])", re.IGNORECASE)
"""Behind "đến ngày", what was so then: "đến ngày 02/01 vẫn còn 5 đơn vị chưa nộp"."""
_IS_COUNTED = late(
    r"\s*(?:là\s+(?:hơn\s+|trên\s+|khoảng\s+)?[0-9][0-9.,]*+(?!\s*(?:giờ|h|g|ngày|tháng)(?![^\W_])|\s*/)"
    r"|:\s*tổng\s+(?:doanh\s+)?số\s|,\s*có\s+[0-9][0-9.,]*+(?!\s*%))",
    re.IGNORECASE,
)
"""Behind a time, what was counted then: "đến 12/5 là 176 hồ sơ", "đến hết ngày 24/5, có 22 đơn vị gửi báo cáo"."""
_LIMITED = late(r"(?:trước|đến|hết|trong|vào|chậm|muộn|xong|không|từ|sau|kể|ngày|cuối)\b", re.IGNORECASE)
_REACHED = late(
    r"\s+(?:toàn (?:tỉnh|xã|thành phố)\s+)?(?:ước\s+)?(?:đạt|tăng|giảm|thu hoạch|thu được)\s+(?:hơn\s+|trên\s+"
    r"|khoảng\s+|gần\s+)?[0-9]",
    re.IGNORECASE,
)
"""Behind a bare period, what was reached in it: "6 tháng đầu năm thu hoạch 574 tấn"."""
_GOES_ON_LATER = late(
    r"\s*,?\s*và\s+(?:(?:các|những)\s+(?:năm|tháng|quý|kỳ)\s+(?:tiếp theo|kế tiếp|sau(?: đó)?)"
    r"|(?:trong\s+)?thời gian (?:tới|tiếp theo|sau(?: đó)?))(?![^\W_])",
    re.IGNORECASE,
)
"""Behind the first of several periods: "Quý I/2026 và các năm tiếp theo"."""
_AHEAD = late(r"\b(?:phấn đấu|mục tiêu|chỉ tiêu|bảo đảm|đảm bảo)\b", re.IGNORECASE)
_CHANGED = r"(?:chuyển|đổi|thay|dời|lùi|điều chỉnh)\s+(?:sang|thành|bằng|về|đến)\b"
_CHANGES = late(rf"\s*[,;(]\s*(?:kể\s+)?(?:từ|sau)\s[^.;()]{{1,60}}?\b{_CHANGED}", re.IGNORECASE)
"""Behind a day, that it is another one from some time on: "…, từ quý III chuyển sang trước ngày 10"."""
_FROM = late(r"(?:kể\s+)?từ\s", re.IGNORECASE)
_NOW = late(rf"\s+{_CHANGED}", re.IGNORECASE)
_OTHERWISE = late(
    r"\s*[,;(]\s*(?:riêng\s+|với\s+)?(?:tuần|tháng|quý|kỳ|đợt|dịp)\s+(?!(?:[IVX]+|cuối|đầu|sau)\b)[^.;()0-9]{1,40}?\bthì\b",
    re.IGNORECASE,
)
"""Behind a day, when it is another one, told by no number: "…, tháng Tết thì trước mùng 10"."""
_SINCE = late(r"\b(?:từ|có từ|ngay từ)\s*\Z", re.IGNORECASE)
_TO = late(r"(?:đến|hết|tới|kể từ|từ|trước)\b", re.IGNORECASE)
_CHOICE_BEHIND = late(
    r"\s*(?:hoặc|hay)\s+(?:(?:(?:chậm|muộn) nhất(?:\s+là)?|trước|vào|trong|đầu|giữa|cuối)\s+)*"
    r"(?:ngày\s+[0-9]|tháng\s|quý\s|[0-9])",
    re.IGNORECASE,
)
_CHOICE = late(r"[0-9IVX]\s+(?:hoặc|hay)\s", re.IGNORECASE)
_SECOND_LIMIT = late(r"[0-9](?P<more>.*)", re.DOTALL)


OF_RESULT = late(
    r"\s*(?:[-–•+]\s+)?(?:sự|kết quả|tình hình|thực trạng|số liệu)\s"
    r"(?!.*\b(?:hoàn thành|gửi|(?<!chương )trình|nộp|xong)\b)",
    re.IGNORECASE,
)
"""What a report tells of, and nothing to do: "Kết quả thực hiện … trong 6 tháng đầu năm"."""
OF_AIM = late(
    rf"{DOCUMENT}(?![^\W_])[^.;()]*?\b(?:thực hiện|triển khai|về|hướng tới)\s+(?:[^\W_]+\s+){{0,3}}?"
    r"(?:mục tiêu|lộ trình|cam kết)\b[^,.;:()]*\Z",
    re.IGNORECASE,
)
"""What a named document aims at: "Kế hoạch … thực hiện mục tiêu … trước năm 2030"."""
OF_PURPOSE = late(
    r"\b(?:để|nhằm)\s+(?:triển khai|thực hiện|áp dụng)\b[^,;:()]*\Z|\bphong trào\b[^,;:()]*\Z", re.IGNORECASE
)
"""What another thing is for or is called: "trình Đề án để triển khai trong năm 2027"."""


def why_in_doubt(before: str, words: str, after: str) -> str:
    """Say in Vietnamese why words of time, as they stand in their sentence, are no day to hold; empty for none."""
    for pattern, why in _RULES:
        if pattern.search(before):
            return why
    if _GOES_ON_LATER.match(after):
        return "còn tiếp ở các kỳ sau, không chỉ đến mốc này"
    if _IS_COUNTED.match(after) and not _AHEAD.search(before):
        return "thời điểm của số liệu, không phải hạn"
    if not _LIMITED.match(words) and _REACHED.match(after) and not _AHEAD.search(before):
        return "thời điểm của số liệu, không phải hạn"
    if words[:5].lower() == "trước" and _SINCE.search(before):
        return "mốc bắt đầu, không phải hạn"
    if _OF_DATA.search(before) and _TO.match(words):
        return "thời điểm chốt số liệu, không phải hạn"
    if words[:3].lower() == "đến" and _PROPOSED.search(before):
        return "thời gian của nội dung được đề xuất, không phải hạn"
    if (_TO.match(words) and _HELD_ON.match(after)) or has_happened(before, words, after):
        return "mốc của việc đã xảy ra, không phải hạn"
    if _CHOICE.search(words) or _CHOICE_BEHIND.match(after):
        return "chọn một trong nhiều mốc"
    if _CHANGES.match(after) or (_FROM.match(words) and _NOW.match(after)):
        return "mốc đổi thành mốc khác từ giữa kỳ"
    if _OTHERWISE.match(after):
        return "có ngoại lệ chưa đọc được"
    return "hai giới hạn khác nhau trong một cụm" if _limits_differ(words.lower()) else ""


def _limits_differ(words: str) -> bool:
    """Whether a later day of a list has a limit of another sense than the first: "trước 30/6, chậm nhất 15/7"."""
    match = _SECOND_LIMIT.search(words)
    if match is None or (words.startswith("từ") and "đến trước" in words):
        return False
    first, rest = words[: match.start()], match["more"]
    before, by = ("trước" in part for part in (first, rest)), re.search(r"\b(?:nhất|hết|quá)\b", rest)
    opens_before, goes_on_before = before
    return bool((goes_on_before and not opens_before) or (by and opens_before))
