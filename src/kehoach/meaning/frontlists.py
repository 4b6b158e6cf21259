"""Where a comma in front of who acts does not end what stands there: a list goes on behind it."""

from __future__ import annotations

import re
from collections.abc import Container

from kehoach.meaning import actorpatterns as patterns
from kehoach.meaning import fronts
from kehoach.meaning.openingverbs import has_verb, opens_verb
from kehoach.wording.latepatterns import late

_UNDER = late(r"dưới sự", re.IGNORECASE)
_SEVERAL = late(rf"{patterns.B}\s*,\s+{patterns.B}\Z")
"""Before a comma two of a list that no "và" has closed."""
_GIVEN_BY = late(rf"(?:được|do|bị)\s+{patterns.B}\Z")
_LISTED_ON = late(r",\s+(?:chủ động\s+)?(?:phối hợp|chủ trì|tham mưu)(?![^\W_])")
"""Behind the last of a list in front of who acts, the verb of those who are not named."""


def ends_front(text: str, start: int, at: int, subject: re.Match[str] | None, cut: Container[str] = ()) -> bool:
    """Whether the comma at a place ends what stands in front of a subject, or of an order, and no list goes on."""
    if goes_on_list(text, at, cut) or is_urged(text, start, at) or _GIVEN_BY.search(text, start, at):
        return False
    if subject is None:
        return True
    behind_body = re.match(patterns.B, text[at - 1]) is not None
    # "Sau khi hỏi A, B, C …": where the list of what stands before ends is not said.
    several = len(subject["list"]) > 1 or _SEVERAL.search(text, start, at)
    mixed = behind_body and several and not _UNDER.match(text, start)
    either = text.startswith((" hoặc ", " hay "), subject.end())  # what is told of
    whose = behind_body and _LISTED_ON.match(text, subject.end())
    return not (mixed or either or whose)


def goes_on_list(text: str, at: int, cut: Container[str] = ()) -> bool:
    """Whether the comma at a place stands behind one of a list whose name was not read to its end.

    ``cut`` are the signs of those of whom that is known.
    """
    start = fronts.openings(text, at)[-1]
    between = _BEHIND_LAST.search(text, start, at)
    if _BY_WHOM.search(text, start, at):
        return True
    comma = text.rfind(",", start, at)
    if comma > 0 and _MANY.match(text, comma + 1) and not has_verb(text[comma + 1 : at]):
        return True
    if _MEETING.search(text, start, at):
        return True
    if between and between["body"] in cut and "," not in between["words"]:
        return True  # "phối hợp với Thường trực cơ quan | chủ trì thẩm tra, cơ quan có liên quan hoàn thành …"
    first, *further = between["words"].split(", ") if between else ("",)
    if not between or has_verb(first) or opens_verb(first):
        return False
    return not any(fronts.FRONTED.match(words) or opens_verb(words) or has_verb(words) for words in further)


def is_urged(text: str, start: int, at: int) -> bool:
    """Whether the comma at a place stands in a list of those who are urged: "theo dõi, đôn đốc A, B triển khai".

    Behind "sau khi kiểm tra A, B …" it ends what was done before.
    """
    urged = patterns.URGES.search(text, start)
    return urged is not None and urged.start("list") < at < urged.end("list") and not _DONE_BEFORE.match(text, start)


_BY_WHOM = late(r"(?<![^\W_])do\s+(?:các\s+)?(?:cơ quan|đơn vị|tổ chức|bộ phận)(?:\s+[^\W\d_]+){1,2}\Z")
"""Before a comma the first of those by whom a thing was done: "do cơ quan điều tra, Viện kiểm sát tịch thu"."""
_MANY = late(r"\s*(?:các|những)\s", re.IGNORECASE)
"""What opens one of a list that is no body: "của các cấp, các ngành, các tổ chức xã hội góp phần …"."""
_MEETING = late(
    r"(?:trình\s+(?:kỳ họp|phiên họp)[^,.;]*|(?:kỳ|phiên) họp thứ\s+\w+|trước pháp luật|cán bộ|công chức"
    r"|viên chức|nhân viên|khách tham quan|nhân dân|người dân)\Z",
    re.IGNORECASE,
    needs="trình|họp thứ|pháp luật|bộ|chức|viên|quan|dân",
)
"""Before a comma a meeting, before whom one answers, persons of a list: "Kỳ họp thứ 9, Quốc hội"."""
_DONE_BEFORE = late(r"(?:sau khi|khi|qua|trong quá trình)(?![^\W_])", re.IGNORECASE)


_BEHIND_LAST = late(
    rf"(?:{patterns.JOINT}|\b(?:với|(?<!rường )hợp|do|cáo|gửi|trình|cho|về|đến|tới|giao|nghị|cầu)\s+)"
    rf"(?P<body>{patterns.B})"
    rf"(?P<words>\s(?-i:[^{patterns.SIGNS}])*)\Z"
)
"""What stands behind the last body of some words, where that is one of a list."""
