"""What stands in front of the subject of a clause: its label, and words of time, place and condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.wording.latepatterns import late

# Words that a clause before its subject begins with: "Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan …".
IN_FRONT = (
    r"(?:nhận được|"
    r"nhất là|đặc biệt|trước hết|trong|khi|nếu|mọi|là(?=\s+(?:cơ quan|đơn vị|thành viên))|định kỳ(?=,|\s+(?:hằng|"
    r"hàng|mỗi|tháng|quý|năm|đầu|giữa|cuối|vào|trước|"
    r"[0-9]))|trước|sau|hằng|hàng|căn cứ|"
    r"theo(?!\s+dõi)|để|đối với|từ|ngoài|trên|dưới|nhằm|qua|với|ngay|chậm nhất|muộn nhất|vào|đến|năm|quý|tháng|ngày|"
    r"tùy|về|thông qua|(?:trực )?thuộc|thay|bằng|kể từ|tại|riêng|mỗi|đồng thời|bên cạnh|cùng với|giai đoạn|do đó|"
    r"trường hợp|quá trình|ngoại trừ|trừ|"
    r"thực hiện(?=\s+(?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Công văn|◆|chỉ đạo|chức năng|nhiệm vụ))|"
    r"tiếp thu(?=\s+ý kiến)|ngoài ra|hết|đầu|cuối|thường xuyên(?=,)|sau khi|mỗi khi|chỉ khi)"
)
LABEL = (
    r"(?:(?:Điều\s+[0-9]+\.|(?:[0-9]{1,2}\.)+[0-9]{0,2}-?|[0-9]{1,2}[-)]|"
    r"[IVX]+\.|\((?:[0-9]{1,2}|[a-zđ]|[ivx]{1,4})\)|[a-zđ][0-9]?\)|\[[0-9]+\]|[-+–•*])\s*)?"
)
_FIRST_OPENS = late(rf"\s*{LABEL}")
_NEXT_OPENS = late(r"(?:[.;:ì](?:(?<=[.;:])|(?<=\sthì))|[-=]>|→)\s+")
FRONTED = late(rf"{IN_FRONT}(?![^\W_])", re.IGNORECASE)

CLEAR_VERB = (
    r"(?:chủ trì|chủ động|có trách nhiệm|chịu trách nhiệm|kịp thời|khẩn trương|nghiêm túc|tích cực|"
    r"thường xuyên|tổ chức|triển khai|phối hợp|tham mưu|rà soát|cập nhật|xây dựng|báo cáo|chỉ đạo|hướng dẫn|theo dõi|"
    r"kiểm tra|giám sát|thẩm định|bố trí|đôn đốc|tuyên truyền|vận động|bảo đảm|đảm bảo|lồng ghép|tăng cường|đẩy mạnh|"
    r"quán triệt|phổ biến|cung cấp|giải quyết|xử lý|tiếp nhận|ban hành|đề xuất|công khai|hỗ trợ|phải|phản ánh|"
    r"thông báo|báo (?:ngay|cho|kịp thời))(?![^\W_])"
)
"""What a clause without commas before it can end at: verbs of official prose that are no nouns there."""

_CONDITION = late(
    rf"(?:\A\s*{LABEL}|[.;:,]\s+|(?:(?<=quá trình thực hiện)|(?<=khai thực hiện)|"
    rf"(?<=chức thực hiện))\s+)(?P<words>(?:trong\s+)?(?:những\s+|các\s+)?"
    r"(?:trường hợp|nếu|(?:mỗi\s+|chỉ\s+|riêng\s+)?khi)(?![^\W_]))",
    re.IGNORECASE,
)
IN_CASE = late(
    r"\s+(?P<words>(?!(?:và|rồi|xong)\s)[^\W\d_][^.;:,()]{2,90}?)(?<!xong),?\s+thì\s+(?=[^\W\d_])", needs="thì"
)
"""Behind a subject in which case it has something to do: "các đơn vị gặp vướng mắc thì báo cáo Giám đốc Sở"."""
_WHEN = late(
    rf"\s+(?P<words>(?:(?:mỗi\s+)?khi|nếu|trong trường hợp)\s[^.;:,()]{{3,120}}?)\s+"
    rf"(?={CLEAR_VERB}|(?:gửi|trình|chuyển|nộp|đề nghị)(?![^\W_]))",
    re.IGNORECASE,
)
"""The same without "thì": "các trường khi phát hiện ca bệnh báo cáo Trạm Y tế"."""
_THEN = late(
    rf"(?:\A\s*{LABEL}|[.;:,]\s+)(?P<words>(?!theo\s|như vậy|do đó|vì vậy|"
    rf"tuy nhiên)[^.;:,]+?),?\s+thì\s+(?:giao\s+(?:cho\s+)?)?\Z",
    re.IGNORECASE,
)
"""Where no word opens a condition, all that stands before "thì" is one: "Sở A quá tải thì Sở B chủ trì"."""
_FOR_WHOM = late(
    rf"(?:\A\s*{LABEL}|[.;:]\s+)(?P<words>(?:đối với|"
    rf"trong)\s[^.;:]+?),?\s+thì\s+\Z",
    re.IGNORECASE,
    needs="đối với|trong",
)
"""A case with commas of its own: "Đối với hồ sơ của nhiều ngành, nhiều cấp thì Sở A chủ trì"."""
_SUBJECT_BEHIND = late(
    r"(?:(?:,|,?\s+thì)\s+(?:giao\s+(?:cho\s+)?|đề nghị\s+|yêu cầu\s+)?|\s+đề nghị\s+"
    r"|(?:(?<=vướng mắc)|(?<=phát sinh)|(?<=khó khăn)|(?<=cần thiết)|(?<=thay đổi)|(?<=bất thường))\s+)\Z",
    re.IGNORECASE,
)
_WHAT_TO_DO = late(
    r",\s+(?:kịp thời\s+|khẩn trương\s+)?(?:báo cáo|phản ánh|gửi|đề nghị|thông báo|liên hệ)(?![^\W_])", re.IGNORECASE
)
"""Behind a case, what is to be done in it: "nếu có vướng mắc, kịp thời báo cáo UBND tỉnh, Chủ tịch UBND tỉnh"."""
_WHO_ASKS = late(
    r",\s+(?:Bộ|Sở|UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Thường trực|Chủ tịch|Thủ tướng|Chính phủ|Ban|Văn phòng|Giám đốc"
    r"|Công an|Phòng|(?:các\s+)?(?:cơ quan|đơn vị|tổ chức))\s[^.;:]*\Z"
)
"""Behind a case, who asks in it those that act: "Khi cần thiết, UBND tỉnh đề nghị Bộ Tài chính hỗ trợ"."""
_ASIDE = late(
    r"\s*(?:,\s+(?P<between>(?:khi|nếu|trong trường hợp)\s[^.;:,()]+),\s"
    r"|\(\s*(?P<bracketed>(?:khi|nếu|(?:trong )?trường hợp)\s[^()]+?)\s*\))",
    re.IGNORECASE,
)
"""A condition behind a subject: "UBND phường, khi có yêu cầu, cung cấp số liệu"."""


_OTHER_CASE = late(
    r",\s+(?:(?:ngoại\s)?trừ\s(?!trường hợp\s))?(?P<words>(?:(?<=trừ\s)|riêng\s|còn\s)[^,;.:()]{2,80}?)\s+thì\s",
    re.IGNORECASE,
)
"""What holds in another case than the one told before: "nếu cần, báo cáo A, trừ việc khẩn thì báo cáo B"."""


def condition_of(text: str, place: tuple[int, int], others: Sequence[int]) -> tuple[int, int] | None:
    """Find the condition under which alone a body has something to do; None where there is none.

    ``place`` is where its name stands, ``others`` are the places of those that act beside it. A condition opens the
    sentence or a clause, and ends before the first of those behind it: "Khi có dịch, A chủ trì, B phối hợp" says it of
    both; or it stands right behind the name.
    """
    at, end = place
    if aside := _ASIDE.match(text, end):
        return aside.span(aside.lastgroup or 0)
    case = IN_CASE.match(text, end) or _WHEN.match(text, end)
    if case and not any(end < other <= case.end() for other in others):
        return case.span("words")
    sentence = max(0, *(text.rfind(sign, 0, at) for sign in (". ", "; ")))
    opening = next(reversed([*_CONDITION.finditer(text, sentence, at)]), None)
    other_case = next(reversed([*_OTHER_CASE.finditer(text, sentence, at)]), None)
    if other_case and (opening is None or opening.start() < other_case.start()):
        return other_case.span("words")
    if opening is None:
        then = _FOR_WHOM.search(text, sentence, at) or _THEN.search(text, sentence, at)
        return then.span("words") if then else None
    start = opening.start("words")
    for other in sorted(one for one in (*others, at) if start < one <= at):
        if behind := _SUBJECT_BEHIND.search(text, start, other):
            asked = behind[0].strip().lower() == "đề nghị"
            done = (_WHO_ASKS if asked else _WHAT_TO_DO).search(text, start, behind.start())
            return start, done.start() if done else behind.start()
    return None


def openings(text: str, end: int | None = None) -> list[int]:
    """Give where the clauses of a text open, of those that do before ``end``: at its first word and behind signs.

    What stands in brackets within a sentence is told of it and opens none: "… (Văn phòng bố trí xe; xong trước 30/6)".
    """
    end = len(text) if end is None else end
    first = _FIRST_OPENS.match(text, 0, end)
    assert first is not None
    at = first.end()
    behind = (match.end() for match in _NEXT_OPENS.finditer(text, at, end))
    return [at, *(one for one in behind if text.rfind("(", at + 1, one) <= text.rfind(")", at, one))]
