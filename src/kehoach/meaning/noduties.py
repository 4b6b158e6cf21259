"""What paragraphs say that is nobody's duty, or not of those whom the heading above names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.meaning import fronts
from kehoach.meaning.mentions import Mention, bodies_in
from kehoach.meaning.parties import holder_prefix
from kehoach.meaning.persons import opens_with_person
from kehoach.wording.latepatterns import late

_FORMULA = late(r"chịu trách nhiệm (?:thi hành|thực hiện) Quyết định này", re.IGNORECASE)
_ISSUES = late(
    r"\W*(?:Điều \d+\.\s*)?(?:Nay\s+)?(?:ban hành|phê duyệt|công bố)\s+kèm theo\s+(?:quyết định|nghị quyết|văn bản)"
    r"\s+này\s",
    re.IGNORECASE,
)
"""What a decision is there for: "Ban hành kèm theo Quyết định này Kế hoạch …"."""
_REACHED = late(
    r"\W*(?:(?:phấn đấu\s+)?(?:đến|trước|hết)\s+(?:hết\s+|cuối\s+)?(?:năm|quý|tháng|ngày)|phấn đấu|giai đoạn)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_REFERS = late(
    r"[^.;:]{0,160}?\s(?:tại|theo|ở|trong)\s+(?:các\s+)?(?:phụ lục|biểu)\b[^.;:]{0,60}?\b(?:kèm theo|đính kèm)"
    r"[^.;:]{0,60}[./]*\Z",
    re.IGNORECASE,
)
"""What only says where more stands: "Danh mục nhiệm vụ tại Phụ lục kèm theo Kế hoạch này."."""
_EFFECT = late(r"[^.;:]{0,90}?\s(?:có|hết) hiệu lực(?:\s+thi hành)?(?![^\W_])", re.IGNORECASE)
"""When a document comes into force: "Quyết định này có hiệu lực thi hành kể từ ngày ký"."""
_TELLS = late(r"[^.;:]{3,90}?\s(?:xin|trân trọng)\s+(?:thông báo|báo cáo)(?![^\W_])", re.IGNORECASE)
"""How a letter ends: "Văn phòng UBND tỉnh xin thông báo để các cơ quan biết, thực hiện"."""
_TOWARDS = late(r"\s*Đối với\s")
_FOR_WHOM = late(r"\s*Đối với\s+(?P<whom>[^.;:]{3,160}):\s")
"""Whose work stands behind a colon, be they read to their end or not: "Đối với các đơn vị giải thể: bàn giao …"."""
_DIRECTS = late(
    r"[^.;:]{4,160}?,\s+(?:(?:kịp thời|chủ động|thường xuyên|trực tiếp|tăng cường|tập trung)\s+)?"
    r"(?:lãnh đạo,\s+)?(?:chỉ đạo|phân công)(?:,\s+(?:hướng dẫn|đôn đốc|yêu cầu|kiểm tra))?\s+(?:cho\s+)?",
    needs="chỉ đạo|phân công",
)
_PERSONS = late(r"\s*(?:(?:Các|Những)\s+)?(?:[Đđ]ồng chí|đ/c|Đ/c|[Ôô]ng|[Bb]à|[Ôô]ng \(bà\))\s+[^\W\d_]")
_STANDING = late(
    r"(?:(?:Cơ quan|Đơn vị|Bộ phận)\s+t|T)hường trực\s[^.;:,]{2,60}[;.]\s"
    r"|Là\s+(?:cơ quan|đơn vị|bộ phận|đầu mối|thành viên|thường trực)\s"
)
"""What those of the heading are: "Thường trực cải cách hành chính của Sở; theo dõi tiến độ."."""
_VERB_OR_BODY = late(r"Thanh tra|Kiểm toán|Thường trực|Lãnh đạo")
"""Names that can be verbs, too: "Thanh tra đột xuất đơn vị chậm đóng"."""


def is_formula(text: str) -> bool:
    """Whether words end a decision by saying who is to carry it out."""
    if ("xin " in text or "trân trọng" in text) and _TELLS.match(text):
        return True
    return "này" in text.lower() and bool(_ISSUES.match(text) or _FORMULA.search(text) or _EFFECT.match(text))


def is_reached(text: str) -> bool:
    """Whether words open as an aim does: "Đến hết năm 2027: …", "Phấn đấu …"."""
    return _REACHED.match(text) is not None


def only_refers(text: str) -> bool:
    """Whether words only say where more stands, or what stood above."""
    return text.startswith("Trên đây là ") or ("kèm" in text.lower() and _REFERS.match(text) is not None)


def directs_from(text: str) -> int:
    """Give where those stand whom a text directs behind what stands in front of its verb, naming nobody who does so.

    "Căn cứ Kế hoạch này, chỉ đạo các trường rà soát …"; 0 where it does not.
    """
    match = _DIRECTS.match(text) if fronts.FRONTED.match(text) else None
    return match.end() if match else 0


def opens_with_another(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether an order, or the name of a body, opens a text that was not read to give it the work.

    The name may stand behind what stands in front of a subject: "Trước ngày 05/3, Chủ tịch UBND xã sẽ họp".
    """
    if _PERSONS.match(text) or opens_with_person(text):
        return True
    if _STANDING.match(text):
        return False
    if (whom := _FOR_WHOM.match(text)) and any(name.start == whom.start("whom") for name in bodies_in(text, mentions)):
        return True
    start = 0 if _TOWARDS.match(text) else holder_prefix(text)
    if start and text[start : start + 1].isupper():
        return True
    names = bodies_in(text, mentions)
    if names and names[0].start == start and not _VERB_OR_BODY.fullmatch(names[0].words):
        return True
    if not names or not fronts.FRONTED.match(text):
        return False
    ends = {name.end for name in names}
    behind = (name for name in names if text[: name.start].endswith(", ") and name.kind != "role")
    return any(name.start - 2 not in ends for name in behind)
