"""What part a body has in the sentence that names it."""

from __future__ import annotations

import re

from kehoach.comparison.slots import Sign

WINDOW = 240
"""Characters before a body's name in which its part in the sentence is looked for."""
_VERB = r"\b(?:tổ chức|xây dựng|thực hiện|triển khai|chỉ đạo|tham mưu|gửi|báo cáo|chủ trì)\b"
_TO = re.compile(
    r"(?:\b(?:gửi|trình|báo cáo|nộp|chuyển|tham mưu|đề xuất|cung cấp|thông báo|xin ý kiến)\b[^.;]{0,80}?"
    r"(?:\s(?:về|cho|đến|tới|lên))?|\((?:thông\s+)?qua)\s*(?:(?:lãnh đạo|thường trực)\s+)?\Z",
    re.IGNORECASE,
)
_WITH = re.compile(rf"\bphối hợp(?:\s+chặt chẽ)?(?:\s+(?:cùng|với))*\s+(?:(?!{_VERB})[^.;]){{0,200}}\Z", re.IGNORECASE)
_LEADS = re.compile(rf"(?:(?!{_VERB}|phối hợp)[^.;]){{0,80}}\bchủ trì\b", re.IGNORECASE)


def part_of_body(words: str, sign: Sign) -> str:
    """Tell what a body does where it stands: lead, partner, addressee, or body where it is only named."""
    if _LEADS.match(words, sign.end):
        return "lead"
    start = max(sign.start - WINDOW, 0)
    if _WITH.search(words, start, sign.start):
        return "partner"
    return "addressee" if _TO.search(words, start, sign.start) else "body"
