"""Times that tell which things are meant ("hồ sơ tiếp nhận trước ngày 01/7"), and are no limit of what is to be done.

"Rà soát các văn bản ban hành trước ngày 01/7" sets no day for the work: the day belongs to the documents.
"""

from __future__ import annotations

import re
from typing import Literal

from kehoach.meaning.timepatterns import THING

_OVER = (
    r"(?:tiếp nhận|nhận(?: được)?|phát sinh|(?:được |đã )+(?:giao|ký|gửi|nộp|đăng|phát|công bố|ban hành|phê duyệt|duyệt"
    r"|cấp|lập|triển khai|thực hiện|hoàn thành|tổ chức|giải quyết|xây dựng)|có (?:thời )?hạn(?: hoàn thành)?"
    r"|có hiệu lực|(?:đến|hết|quá) hạn)"
)
"""What has happened to a thing already."""
_EITHER = (
    r"(?:ban hành|công bố|đăng ký|ký|phê duyệt|thành lập|xuất bản|đăng(?: tải)?|phát(?: sóng)?|được giao|tuyển dụng)"
)
"""What may have happened to a thing or is to be done with it."""
_ORDERED = r"(?:hoàn thành|thực hiện|triển khai|tổ chức|gửi|nộp|giao|xây dựng|lập|diễn ra|có|trình)"
_THINGS = rf"{THING}(?:(?:,|\s+và|\s+hoặc)\s+{THING})*"
_MANY = r"(?:các|những|số|mọi|toàn bộ|tất cả(?: các)?|từng|một số|danh mục|danh sách)"
_BETWEEN = r"(?:\s+(?!(?:và|để|trình|gửi|phải|cần|sẽ)\b)[^\W\d_]+){0,4}?"
_FRONTED = re.compile(
    rf"(?:\A|[.;:,(])\s*(?:(?:riêng\s+)?đối với|với|riêng|trong số)\s+(?:{_MANY}\s+)?{_THINGS}{_BETWEEN}\s+"
    rf"(?:(?P<over>{_OVER})|{_EITHER}|{_ORDERED})\s*\Z",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?:\A|[.;:])\s*(?:riêng\s+)?(?:{_MANY}\s+)?{_THINGS}{_BETWEEN}\s+(?:{_OVER}|{_EITHER}|{_ORDERED})\s*\Z",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    rf"[^\W\d_]\s+(?P<many>{_MANY}\s+)?{_THINGS}{_BETWEEN}\s+(?:(?P<over>{_OVER})|(?P<either>{_EITHER}))\s*\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*,?\s*(?:thì|được|phải|cần|sẽ|có trách nhiệm|bị)\b", re.IGNORECASE)
_ENDING = re.compile(
    r"(?:nhận|được|sinh|hạn|lực|giao|ký|gửi|nộp|đăng|tải|sóng|phát|bố|hành|duyệt|cấp|lập|khai|hiện|thành|chức|quyết"
    r"|dựng|bản|dụng|ra|có|trình)\s*\Z",
    re.IGNORECASE,
)
WHY = "mốc cho biết việc nào được nói tới, hoặc là hạn; chưa rõ"


def tells_which(before: str, after: str, timed_again: bool) -> Literal["", "yes", "doubt"]:
    """Tell whether the words before a time make it one that says which things are meant; "doubt" where both can be.

    ``before`` and ``after`` are what stands around it in its sentence; ``timed_again`` tells that another time follows.
    """
    if not _ENDING.search(before[-12:]):
        return ""
    if fronted := _FRONTED.search(before):
        if _GOES_ON.match(after) or (fronted["over"] and after.lstrip()[:1] == ","):
            return "yes"
        return "yes" if timed_again and after.lstrip()[:1] == "," else "doubt" if after.lstrip()[:1] == "," else ""
    if _SUBJECT.search(before):
        return "yes" if _GOES_ON.match(after) else ""
    if found := _OBJECT.search(before):
        return "yes" if found["over"] else "doubt" if found["many"] else ""
    return ""
