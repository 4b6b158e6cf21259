"""Words of meaning that are neither names nor times: quantities, roles, modality, negation, places, parts of documents.

One table for all who ask what a sentence says: the ledger of a line, the signature of a duty, the diff.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from kehoach.meaning.ledger import Kind, LedgerToken
from kehoach.meaning.nametable import tokens
from kehoach.meaning.numerals import DIGITS, FIVE, SCALES
from kehoach.wording.latepatterns import late

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
_GLUED = r"(?:km2?|m[23]?|cm|mm|ha|kg|kW|MW|GB)(?![^\W_])"
"""Measures that a number is written with without a space: "200m"."""
_UNIT = rf"(?:\s*%|{_GLUED}|\s+{_NOT_UNIT}[^\W\d_]+(?:(?:\s*,\s*|\s+){_NOT_UNIT}[^\W\d_]+)?)?"
_QUANTITY = (
    rf"(?<!thứ )(?<!khóa )(?<!mức độ )(?<!mức )(?:mỗi\s+(?:ngày|tuần|tháng|quý|năm)\s+)?{_BOUND}"
    rf"(?<![\w/.-])(?:[0-9]+(?:[.,][0-9]+)*(?![0-9/-])"
    rf"|\b{_WORD_NUMBER}\b)(?:\s*\(\s*{_WORD_NUMBER}\s*\))?{_UNIT}(?:\s*(?:/|mỗi|một)\s*(?:ngày|tuần|tháng|quý|năm))?",
    r"(?:ít nhất|tối thiểu|nhiều nhất|tối đa|không (?:quá|dưới|ít hơn|thấp hơn|vượt quá))\s+\w+(?:\s+\w+)?",
)
_NEGATION = (
    r"không(?! gian| khí| quân|\s+(?:quá|dưới|ít hơn|thấp hơn|vượt quá|muộn hơn|chậm hơn))(?:\s+(?:được|phải|còn|để))?"
    r"|chưa|chẳng|đã(?= )|cấm|nghiêm cấm|miễn|ngừng|dừng|thôi|chấm dứt|tạm dừng|hủy|bãi bỏ|trừ(?: trường hợp)?"
    r"|ngoại trừ|ngoài ra không",
)
_MODALITY = (
    r"phải|bắt buộc|khuyến khích|(?<!nếu )(?<!khi )cần(?! thơ)|nên|có thể|được(?: phép)?|tự nguyện|vận động|yêu cầu|"
    r"(?<!cơ sở )(?<!theo )(?<!hồ sơ )(?<!đơn )đề nghị|ưu tiên|chỉ(?! đạo| tiêu| thị| số| huy| định|\s+dẫn)|"
    r"nếu(?:\s+\w+){1,3}|trường hợp|khi cần(?: thiết)?|"
    r"tùy(?: theo)?|có điều kiện|hoặc|nghiêm túc|có trách nhiệm|chịu trách nhiệm|xem xét|phấn đấu|dự kiến|nghiên cứu"
    r"|theo khả năng|tối đa(?! \d)",
)
_ROLES = (
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
    "(?:ủy|uỷ) quyền",
    "phân công",
    "giao",
)
_PLACE = (
    r"(?<!\bxã hội )(?:tại|(?<!nhà )ở|trên địa bàn|quanh|dọc|từ(?= cơ sở))\s+(?![0-9]|điểm\b|khoản\b|Điều\b"
    r"|Quyết định\b|Nghị|Kế hoạch\b|Chỉ thị\b|Công văn\b|Tờ trình\b|Thông báo\b|mục\b)(?P<of_kind>\w+)"
    r"[^.;:()\n“”]{1,120}?"
    r"(?=[.;:()\n“”]|\Z|,\s+(?!(?:phường|thị trấn|đặc khu|thị xã|thành phố|buôn|bon|xã(?! hội)|khu|tổ(?! chức)|bến"
    r"|trường(?! hợp)|chợ|nơi|cổng(?! dịch vụ| thông tin| thanh toán)|ngã (?:ba|tư|năm)|cầu(?! thị)|hồ(?! sơ)|sân"
    r"|đường(?! dây)|phố|thôn|công viên|đèo|núi|sông|suối|đập|cảng|cửa khẩu|(?P=of_kind)(?=\s(?-i:[A-ZĐ])))\b)"
    r"|\s(?:để|nhằm|làm|trước|chậm|theo|do|qua|bằng|khi|trong|với|về)\s)",
)
_PART = (r"(?:điểm\s+[a-zđ]\s+)?(?:khoản\s+[0-9]+\s+)?(?:Điều\s+[0-9]+|khoản\s+[0-9]+|Chương\s+[IVX]+|Phụ lục\s+\w+)",)
_ROWS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("part", _PART),
    ("quantity", _QUANTITY),
    ("negation", _NEGATION),
    ("modality", _MODALITY),
    ("role", _ROLES),
    ("place", _PLACE),
)
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, late(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE)) for kind, parts in _ROWS
)
_NEEDED: dict[Kind, re.Pattern[str]] = {
    "part": late(r"[0-9IVX]|phụ lục", re.IGNORECASE),
    "place": late(r"tại|ở|địa bàn|quanh|dọc|từ", re.IGNORECASE),
}
"""What a text must hold for a kind to be worth looking for."""
_THOUSANDS = late(r"(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9.,])")
_SAID_AGAIN = late(r"(?<=[0-9])\s*\([^)]*\)")


@lru_cache(maxsize=8192)
def plain_words(text: str) -> tuple[LedgerToken, ...]:
    """Find the words of a text by kind, those of one kind in printed order; those of different kinds can overlap."""
    return tuple(
        LedgerToken(kind, *match.span(), match[0], "read", _value(kind, match[0]))
        for kind, pattern in _PATTERNS
        if kind not in _NEEDED or _NEEDED[kind].search(text)
        for match in pattern.finditer(text)
        if match[0].strip()
    )


def _value(kind: Kind, words: str) -> str:
    """Give what words say in one form: a number in words is the number in figures."""
    printed = " ".join(words.lower().split())
    if kind != "quantity":
        return printed
    # "02 (hai)" says one number twice; "50.000.000" is "50 triệu".
    printed = _THOUSANDS.sub(lambda match: match[0].replace(".", ""), _SAID_AGAIN.sub("", printed))
    return " ".join(_in_figures(printed))


def _in_figures(words: str) -> Iterator[str]:
    total = current = 0
    counting = False
    printed = tokens(words)
    for token, following in zip_longest(printed, printed[1:]):
        digit = DIGITS.get(token.key)
        if token.key == FIVE and (counting or following is None or following.key not in SCALES):
            digit = None  # "hai năm" are two years
        if token.key in SCALES and counting:
            scale = SCALES[token.key]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        elif digit is not None or token.word.isdigit():
            current += int(token.word) if digit is None else digit
            counting = True
        else:
            if counting:
                yield str(total + current)
                total, current, counting = 0, 0, False
            yield token.word
    if counting:
        yield str(total + current)
