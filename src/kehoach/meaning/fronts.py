"""What stands in front of the subject of a clause: its label, and words of time, place and condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Words that a clause before its subject begins with: "Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan …".
IN_FRONT = (
    r"(?:nhất là|đặc biệt|trước hết|trong|khi|nếu|mọi|là(?=\s+(?:cơ quan|đơn vị|thành viên))|định kỳ(?=,|\s+(?:hằng|"
    r"hàng|mỗi|tháng|quý|năm|"
    r"[0-9]))|trước|sau|hằng|hàng|căn cứ|"
    r"theo(?!\s+dõi)|để|đối với|từ|ngoài|trên|dưới|nhằm|qua|với|ngay|chậm nhất|muộn nhất|vào|đến|năm|quý|tháng|ngày|"
    r"tùy|thông qua|(?:trực )?thuộc|thay|bằng|kể từ|tại|riêng|mỗi|đồng thời|bên cạnh|cùng với|giai đoạn|do đó|"
    r"trường hợp|quá trình|ngoại trừ|trừ|"
    r"thực hiện(?=\s+(?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Công văn|◆|chỉ đạo|chức năng|nhiệm vụ))|"
    r"ngoài ra|hết|đầu|cuối|thường xuyên(?=,)|sau khi|mỗi khi|chỉ khi)"
)
LABEL = r"(?:(?:Điều\s+[0-9]+\.|(?:[0-9]{1,2}\.)+[0-9]{0,2}-?|[0-9]{1,2}[-)]|[IVX]+\.|[a-zđ]\)|[-+–•*])\s*)?"
_FIRST_OPENS = re.compile(rf"\s*{LABEL}")
_NEXT_OPENS = re.compile(r"[.;:ì](?:(?<=[.;:])|(?<=\sthì))\s+")
FRONTED = re.compile(rf"{IN_FRONT}(?![^\W_])", re.IGNORECASE)

_CONDITION = re.compile(
    rf"(?:\A\s*{LABEL}|[.;:,]\s+)(?P<words>(?:trong\s+)?(?:những\s+|các\s+)?"
    r"(?:trường hợp|nếu|(?:mỗi\s+|chỉ\s+|riêng\s+)?khi)(?![^\W_]))",
    re.IGNORECASE,
)
_SUBJECT_BEHIND = re.compile(r"(?:,|,?\s+thì)\s+(?:giao\s+(?:cho\s+)?|đề nghị\s+|yêu cầu\s+)?\Z", re.IGNORECASE)


def condition_before(text: str, at: int, others: Sequence[int]) -> tuple[int, int] | None:
    """Find the condition under which who stands at a place has something to do; None where there is none.

    It opens the sentence, or a clause behind a comma, and ends before the first of those that act behind it
    (``others`` are their places): "Khi có dịch, A chủ trì, B phối hợp" says it of both.
    """
    sentence = max(0, *(text.rfind(sign, 0, at) for sign in (". ", "; ")))
    found = list(_CONDITION.finditer(text, sentence, at))
    if not found:
        return None
    start = found[-1].start("words")
    for place in sorted(other for other in (*others, at) if start < other <= at):
        if behind := _SUBJECT_BEHIND.search(text, start, place):
            return start, behind.start()
    return None


def openings(text: str, end: int | None = None) -> list[int]:
    """Give where the clauses of a text open, of those that do before ``end``: at its first word and behind signs."""
    end = len(text) if end is None else end
    first = _FIRST_OPENS.match(text, 0, end)
    assert first is not None
    return [first.end(), *(match.end() for match in _NEXT_OPENS.finditer(text, first.end(), end))]
