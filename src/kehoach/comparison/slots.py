"""What words of a sentence are about: time, quantity, negation, modality, role, place, addressee.

Each slot is found by its own pattern; a change inside one is a change of that part of the duty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text that says one thing of a duty."""

    start: int
    end: int
    slot: str


class Sign(NamedTuple):
    """One thing that a text says: its comparable form, where it stands, and the body that it names, if any."""

    start: int
    end: int
    key: str
    unit: str = ""


_DAY_MONTH = (
    r"[0-9]{1,2}\s*(?:[/.-]\s*|\s+tháng\s+)[0-9]{1,2}(?:\s*(?:[/.-]\s*|,?\s*năm\s+)(?:[0-9]{4}|sau|nay|tới))?(?![0-9])"
)
_RULE = (
    r"(?:(?:riêng(?:\s+(?:đối với\s+)?(?:kỳ|báo cáo|hồ sơ))?|trừ|trước|sau|từ|kể từ|đến(?:\s+hết)?|hết|vào|xong"
    r"|không\s+(?:quá|muộn hơn|chậm hơn)|(?:chậm|muộn)\s+nhất(?:\s+(?:là|vào|đến|trước|trong))*|hạn(?:\s+cuối)?"
    r"|hoàn thành(?=\s+(?:trước|trong|vào))|trong|ngay)\s+)*"
)
_UNIT_OF_TIME = r"(?:(?:0?[2-9]|hai|ba|sáu|chín)\s+(?:tháng|tuần|ngày|năm)|ngày|tuần|tháng|quý|năm|đột xuất|giờ)"
_OF = (
    r"(?:\s+(?:của\s+)?(?:kỳ(?:\s+báo cáo)?|tháng(?:\s+(?:cuối|đầu|sau|tiếp theo|liền kề|cuối cùng))*"
    r"(?:\s+(?:của\s+)?(?:quý|kỳ))?|quý(?:\s+(?:sau|báo cáo))?|(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm|tuần)"
    r"|năm(?:\s+(?:sau|kế tiếp|liền kề))?))?"
)
_NUMERAL = r"(?:[0-9]{1,2}|[IVX]+)(?![0-9A-Za-z])"
_MARKS = (
    rf"ngày\s+{_DAY_MONTH}",
    rf"ngày\s+(?:[0-9]{{1,2}}|cuối(?:\s+cùng)?|đầu(?:\s+tiên)?|làm việc[^,.;]{{0,20}}){_OF}",
    rf"(?:tháng|quý)\s+{_NUMERAL}(?:\s*(?:,|và|-|–|đến)\s*(?:quý\s+|tháng\s+)?{_NUMERAL})*(?:\s*(?:/|năm\s+)\s*[0-9]{{4}})?",
    r"(?:0?[2-9]|1[0-2]|hai|ba|sáu|chín)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?(?:\s+[0-9]{4})?",
    r"(?:đầu|giữa|cuối|cả|suốt|quanh)\s+(?:tuần|tháng|quý|năm)(?:\s+[0-9]{4})?",
    r"(?:(?<=trong )|(?<=hết ))(?:tuần|tháng|quý|năm)(?:\s+[0-9]{4})?",
    r"[0-9]+\s+(?:ngày|giờ|tuần|tháng)(?:\s+làm việc)?(?:\s+(?:kể từ|sau|trước)\s+[^,.;]{0,60})?",
)
_TIME = (
    rf"{_RULE}(?:{'|'.join(_MARKS)})",
    rf"(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi|từng|theo)\s+{_UNIT_OF_TIME}"
    rf"(?:(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+)(?:(?:hằng|hàng|mỗi)\s+)?{_UNIT_OF_TIME})*(?!\s*[0-9])",
    rf"định\s+kỳ(?:\s+{_UNIT_OF_TIME}(?:(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+){_UNIT_OF_TIME})*)?",
    r"thường xuyên|liên tục|đột xuất(?:\s+(?:khi|theo)\s+(?:có\s+)?yêu cầu)?|theo yêu cầu|khi có (?:yêu cầu|đề nghị"
    r"|phát sinh|chỉ đạo|thay đổi)|khi phát sinh|ngay\s+(?:sau\s+)?khi|sau khi [^,.;]{0,60}|một lần(?=[.;]|\Z)",
)
_YEARS = (r"(?:(?:trong|đến|từ)\s+)?(?:giai đoạn|năm|nhiệm kỳ)\s+[0-9]{4}(?:\s*[-–]\s*[0-9]{4})?",)
_WORD_NUMBER = (
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín)\s+(?:trăm|nghìn|ngàn|triệu|tỷ|mươi|phần\s+(?:ba|tư|năm|mười))"
    r"(?:\s+(?:linh|lẻ|rưỡi|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mươi|trăm|nghìn|triệu))*"
    r"|mười(?:\s+(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|một nửa|nửa|toàn bộ|tất cả|hai|ba|bốn|sáu|bảy|tám|chín"
    r"|một(?=\s+(?:lần|buổi|lớp|cuộc|hội nghị|đợt|tin|bài|phóng sự|chuyên|mô hình|video|kỳ|tỷ|triệu|nghìn)))"
)
_BOUND = (
    r"(?:(?:ít nhất|tối thiểu|nhiều nhất|tối đa|không (?:quá|dưới|ít hơn|thấp hơn|vượt quá)|trên|dưới|hơn|gần|khoảng"
    r"|chừng|đạt|đủ|mỗi|từ)\s+)*"
)
_NOT_UNIT = r"(?!(?:và|của|cho|về|trong|tại|trên)\b)"
_UNIT = rf"(?:\s*%|\s+{_NOT_UNIT}[^\W\d_]+(?:(?:\s*,\s*|\s+){_NOT_UNIT}[^\W\d_]+)?)?"
_QUANTITY = (
    rf"(?<!thứ )(?<!khóa )(?<!mức độ )(?<!mức )(?:mỗi\s+(?:ngày|tuần|tháng|quý|năm)\s+)?{_BOUND}"
    rf"(?<![\w/.-])(?:[0-9]+(?:[.,][0-9]+)*(?![0-9/-])"
    rf"|\b{_WORD_NUMBER}\b){_UNIT}(?:\s*(?:/|mỗi|một)\s*(?:ngày|tuần|tháng|quý|năm))?",
    r"(?:ít nhất|tối thiểu|nhiều nhất|tối đa|không (?:quá|dưới|ít hơn|thấp hơn|vượt quá))\s+\w+(?:\s+\w+)?",
)
_NEGATION = (
    r"không(?! gian| khí| quân|\s+(?:quá|dưới|ít hơn|thấp hơn|vượt quá|muộn hơn|chậm hơn))(?:\s+(?:được|phải|còn|để))?"
    r"|chưa|chẳng|đã(?= )|cấm|nghiêm cấm|miễn|ngừng|dừng|thôi|chấm dứt|tạm dừng|hủy|bãi bỏ|trừ(?: trường hợp)?"
    r"|ngoại trừ|ngoài ra không",
)
_MODALITY = (
    r"phải|bắt buộc|khuyến khích|(?<!nếu )(?<!khi )cần(?! thơ)|nên|có thể|được(?: phép)?|tự nguyện|vận động|yêu cầu|"
    r"đề nghị|ưu tiên|chỉ(?! đạo| tiêu| thị| số| huy| định|\s+dẫn)|nếu(?:\s+\w+){1,3}|trường hợp|khi cần(?: thiết)?|"
    r"tùy(?: theo)?|có điều kiện|hoặc|nghiêm túc|có trách nhiệm|chịu trách nhiệm|xem xét|phấn đấu|dự kiến|nghiên cứu"
    r"|theo khả năng|tối đa(?! \d)",
)
ROLES = (
    "chủ trì",
    "phối hợp",
    "tham mưu",
    "chỉ đạo",
    "theo dõi",
    "đôn đốc",
    "kiểm tra",
    "giám sát",
    "hướng dẫn",
    "tổng hợp",
    "đề xuất",
    "thẩm định",
    "phê duyệt",
    "quyết định",
    "(?<!chương )(?<!quá )(?<!công )(?<!tờ )trình",
    "làm đầu mối",
    "đầu mối",
    "chịu sự chỉ đạo",
    "hỗ trợ",
    "giúp việc",
    "ủy quyền",
    "phân công",
    "giao",
)
"""Words that say what part a body has in a duty."""
_ROLE = (rf"{'|'.join(ROLES)}",)
_PLACE = (
    r"(?<!\bxã hội )(?:tại|ở|trên địa bàn|quanh|dọc|từ(?= cơ sở))\s+(?![0-9]|điểm\b|khoản\b|Điều\b|Quyết định\b|"
    r"Nghị|Kế hoạch\b|Chỉ thị\b|Công văn\b|Tờ trình\b|Thông báo\b|mục\b)[^.;:()\n“”]{2,120}?"
    r"(?=[.;:()\n“”]|\Z|,\s+(?!phường|thị trấn|đặc khu|thị xã|thành phố|buôn|bon|xã|khu|tổ|trường|bến|chợ|nơi)"
    r"|\s(?:để|nhằm|trước|chậm|theo|do|qua|bằng|khi|trong|với|về)\s)",
)
_CITATION = (
    r"(?:điểm\s+[a-zđ]\s+)?(?:khoản\s+[0-9]+\s+)?(?:Điều\s+[0-9]+|khoản\s+[0-9]+|Chương\s+[IVX]+|Phụ lục\s+\w+)",
)
_PATTERNS: Sequence[tuple[str, re.Pattern[str]]] = tuple(
    (slot, re.compile(r"(?<!\w)(?:" + "|".join(parts) + ")", re.IGNORECASE))
    for slot, parts in (
        ("citation", _CITATION),
        ("time", _TIME),
        ("years", _YEARS),
        ("quantity", _QUANTITY),
        ("negation", _NEGATION),
        ("modality", _MODALITY),
        ("role", _ROLE),
        ("place", _PLACE),
    )
)
_NEEDED = {
    "citation": re.compile(r"[0-9]"),
    "years": re.compile(r"[0-9]{4}"),
    "place": re.compile(r"tại|ở|địa bàn|quanh|dọc|từ", re.IGNORECASE),
}
"""What a text must hold for a slot to be worth looking for."""
_CLOSE = re.compile(r"(?:[\s,;]|\bvà\b)*\Z")


@lru_cache(maxsize=4096)
def slots(text: str) -> tuple[Span, ...]:
    """Give the spans of a text, the most telling slot first; those of one slot that touch are one."""
    return tuple(
        span
        for slot, pattern in _PATTERNS
        if slot not in _NEEDED or _NEEDED[slot].search(text)
        for span in _joined(text, slot, pattern)
    )


def _joined(text: str, slot: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    current: Span | None = None
    for match in pattern.finditer(text):
        if not match[0].strip() or not re.match(r"\W|\Z", text[match.end() : match.end() + 1] or " "):
            continue
        if current and slot in ("time", "citation") and _CLOSE.fullmatch(text[current.end : match.start()]):
            current = current._replace(end=match.end())
            continue
        if current:
            yield current
        current = Span(match.start(), match.end(), slot)
    if current:
        yield current
