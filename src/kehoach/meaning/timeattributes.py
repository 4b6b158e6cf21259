"""Times that tell which things are meant ("hồ sơ tiếp nhận trước ngày 01/7"), and are no limit of what is to be done.

"Rà soát các văn bản ban hành trước ngày 01/7" sets no day for the work: the day belongs to the documents.
"""

from __future__ import annotations

import re
from typing import Literal

from kehoach.meaning.bodynouns import HEAD
from kehoach.meaning.lexicon import VERBS
from kehoach.meaning.nametable import tokens
from kehoach.meaning.timepatterns import THING
from kehoach.wording.latepatterns import late

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
_FRONTED = late(
    rf"(?:\A|[.;:,(])\s*(?:(?:riêng\s+)?đối với|với|riêng|trong số)\s+(?:{_MANY}\s+)?{_THINGS}{_BETWEEN}\s+"
    rf"(?:(?P<over>{_OVER})|{_EITHER}|{_ORDERED})\s*\Z",
    re.IGNORECASE,
)
_SUBJECT = late(
    rf"(?:\A|[.;:])\s*(?:riêng\s+)?(?:{_MANY}\s+)?{_THINGS}{_BETWEEN}\s+(?:{_OVER}|{_EITHER}|{_ORDERED})\s*\Z",
    re.IGNORECASE,
)
_OBJECT = late(
    rf"[^\W\d_]\s+(?P<many>{_MANY}\s+)?{_THINGS}{_BETWEEN}\s+(?:(?P<over>{_OVER})|(?P<either>{_EITHER}))\s*\Z",
    re.IGNORECASE,
)
_FINISHED = late(
    rf"\b(?:cho|của|với|tại|trong số)\s+{_MANY}\s+{_THINGS}{_BETWEEN}\s+(?:hoàn thành|kết thúc|khởi công"
    rf"|triển khai|thực hiện)\s*\Z",
    re.IGNORECASE,
)
"""Things that are told by when they are finished: "vốn cho các dự án hoàn thành trong năm 2027"."""
_GOES_ON = late(r"\s*,?\s*(?:thì|được|phải|cần|sẽ|có trách nhiệm|bị)\b", re.IGNORECASE)
_WHICHEVER = late(
    r"(?:\A|[.;:(,])\s*(?:(?!(?:và|thì|để|như thế)\b)[^\W\d_]+\s+){1,6}?nào\s+[^.;:(,]*\Z",
    re.IGNORECASE,
)
"""Whoever did something: "đơn vị nào hoàn thành …"."""
_ENDING = late(
    r"(?:nhận|được|sinh|hạn|lực|giao|ký|gửi|nộp|đăng|tải|sóng|phát|bố|hành|duyệt|cấp|lập|khai|hiện|thành|chức|quyết"
    r"|dựng|bản|dụng|ra|có|trình)\s*\Z",
    re.IGNORECASE,
)
_OF_MATTER = late(
    r"(?:chi|nhiệm vụ|trọng tâm|kế hoạch|dự toán|chương trình|công tác|ngân sách|kinh phí|hoạt động|công việc"
    r"|chi phí|cây(?: trồng)?|nâng (?:bậc )?lương|(?:ngày )?nghỉ|đời sống|cuộc sống|sinh hoạt|(?:trợ"
    r"|phụ) cấp(?:\s+(?:hưu trí"
    r"|xã hội|bảo hiểm xã hội|bhxh|ưu đãi))*"
    r"|lương hưu"
    r"|(?:doanh thu|thu nhập)(?: bình quân)?"
    r"|(?:được\s+)?hưởng hỗ trợ|giáo dục|dạy nghề|tiếp công dân|(?:bảo đảm|đảm bảo)(?: tính)?|(?:dài|trung"
    r"|ngắn) hạn(?:\s*,|\s+và)?)"
    r"\s*\Z",
    re.IGNORECASE,
)
_OF_EACH = late(r"(?<![^\W_])(?:cho|của|theo)\s*\Z", re.IGNORECASE)
_JUDGED = late(
    r"\b(?:tiêu chí|chỉ tiêu|căn cứ|cơ sở)\b[^.;:()]{0,160}?(?:xếp loại|khen thưởng|bình xét|đánh giá|thi đua)"
    r"[^.;:(),0-9]{0,40}\Z",
    re.IGNORECASE,
)
"""By what people are judged, each year anew: "là tiêu chí đánh giá, xếp loại công chức hằng năm"."""
_OF_REPORTS = late(
    r"(?<![^\W_])(?:trong|vào|tại|theo|cùng|với|của|các|mẫu|loại|nội dung|hệ thống|thời hạn gửi)\s+"
    r"(?:kỳ\s+|các\s+)?báo cáo(?:\s+(?!định\b)[^\W\d_]+){0,5}\s*\Z",
    re.IGNORECASE,
)
_OF_PLANS = late(r"\bkế hoạch\s+(?:kiểm tra|thanh tra|giám sát|công tác)\s*\Z", re.IGNORECASE)
_MEASURED = late(
    r"\b(?:chất lượng|tiến độ|số lượng|yêu cầu|tiêu chuẩn|mục tiêu|an toàn|đúng|đủ|đạt|bảo đảm|đảm bảo|đáp ứng)\s*\Z",
    re.IGNORECASE,
)
_ALIKE = late(r"\s*(?:,|và)\s*(?:quy định|tiến độ|kế hoạch|hướng dẫn|chỉ đạo|nhiệm vụ)(?![^\W_])", re.IGNORECASE)
_OF_MONEY = late(
    r"(?<![^\W_])(?:nhu cầu|dự toán|kinh phí|ngân sách|chi tiêu|mức chi|vốn|(?:chỉ tiêu|kế hoạch) (?:vốn|biên chế)"
    r"|(?:theo|căn cứ|trên cơ sở) kết quả)"
    r"\s(?:thu, chi\s)?[^,.;:()]{0,120}(?<!\bvà\s)(?<!\bđồng thời\s)\Z",
    re.IGNORECASE,
)
"""What is planned by the year, however much stands between: "dự toán kinh phí thực hiện Chương trình … hằng năm"."""
_OF_HOURS = late(
    r"\b(?:thời gian|giờ)\s+(?:cung cấp|hoạt động|mở cửa|đóng cửa|phục vụ|làm việc|giao dịch)\b[^.;]*\Z", re.IGNORECASE
)
"""When something is open: "Thời gian cung cấp dịch vụ từ 6 giờ đến 23 giờ hằng ngày"."""
WHY = "mốc cho biết việc nào được nói tới, hoặc là hạn; chưa rõ"


def is_of_each(before: str, words: str) -> bool:
    """Whether a period parts what is done and is not how often it is: "xác định từng việc cho từng quý"."""
    return words.startswith("từng") and _OF_EACH.search(before) is not None


def is_report_kind(before: str) -> bool:
    """Whether "định kỳ" tells which reports are meant, and nobody to make one: "lồng ghép vào báo cáo định kỳ"."""
    return _OF_REPORTS.search(before) is not None or _OF_PLANS.search(before) is not None


def tells_measure(before: str, after: str) -> bool:
    """Whether "theo yêu cầu" between some words is how good a thing is to be: "bảo đảm chất lượng theo yêu cầu"."""
    return bool(_MEASURED.search(before) or _ALIKE.match(after))


def of_matter(before: str) -> bool:
    """Whether a period behind some words tells of what they are and not when they are done: "dự toán hằng năm"."""
    return any(pattern.search(before) for pattern in (_OF_MATTER, _OF_MONEY, _OF_HOURS, _JUDGED))


def tells_which(before: str, after: str, timed_again: bool) -> Literal["", "yes", "doubt"]:
    """Tell whether the words before a time make it one that says which things are meant; "doubt" where both can be.

    ``before`` and ``after`` are what stands around it in its sentence; ``timed_again`` tells that another time follows.
    """
    if "nào " in before and _WHICHEVER.search(before):
        return "yes" if _GOES_ON.match(after) else "doubt"
    if not _ENDING.search(before[-12:]):
        return "doubt" if _happened(before, after) else ""
    if fronted := _FRONTED.search(before):
        if _GOES_ON.match(after) or (fronted["over"] and after.lstrip()[:1] == ","):
            return "yes"
        return "yes" if timed_again and after.lstrip()[:1] == "," else "doubt" if after.lstrip()[:1] == "," else ""
    if _SUBJECT.search(before):
        return "yes" if _GOES_ON.match(after) else ""
    if _FINISHED.search(before):
        return "yes"
    things = _OBJECT.search(before)
    if things and (things["over"] or things["many"]) and not _HOLDS.match(before.lstrip()):
        return "yes" if things["over"] else "doubt"
    return "doubt" if _happened(before, after) else ""


_EVENT = late(
    r"(?:(?<!phải )(?<!cần )(?<!sẽ )(?<!để )(?P<befell>(?:đã|được|chưa|bị|đang|còn(?! lại\b)|hết|đủ)\s+"
    r"(?:\w+\s+){0,3}?\w+|phát sinh|sinh(?: ra)?|có hiệu lực|(?:đến|quá) hạn|đạt(?: giải)?|trúng tuyển|tốt nghiệp)"
    r"|ban hành|công bố|ký|phê duyệt|thành lập|xuất bản|đăng(?: tải| ký)?|phát(?: sóng| hành)?|tuyển dụng"
    r"|tiếp nhận|nhận|cấp|gửi|nộp|lập|giao|trồng|mua|sản xuất|khởi công|khánh thành|xây dựng)\s*\Z",
    re.IGNORECASE,
)
"""What has happened or was done to a thing, whatever thing it is."""
_CLAUSE = late(r"[.;:(,]|\bvà\b")
_NO_OBJECT = late(r"(?:\A|\b(?:để|phải|cần|sẽ|rồi|trình))\s*\Z", re.IGNORECASE)
_MATTER = late(r"báo cáo|dự thảo|quyết định|kết luận|hướng dẫn|thông báo|đề xuất|kiến nghị|kế hoạch", re.IGNORECASE)
"""Verbs that open a clause as nouns: "Báo cáo năm gửi trước ngày 15/12"."""
_HOLDS = late(r"(?:bảo đảm|đảm bảo|yêu cầu|phấn đấu|cam kết|đề nghị)\b", re.IGNORECASE)
"""What a whole clause follows, which says what is to be done."""
_MAKES = late(
    r"(?:xây dựng|lập|tổng hợp|hoàn thiện|hoàn thành|chuẩn bị|viết|biên soạn|soạn|tham mưu|trình|làm|in|thiết kế)\b",
    re.IGNORECASE,
)
_ORDERS = late(
    r"(?:đôn đốc|nhắc|yêu cầu|hướng dẫn|mời|trình|báo cáo|tham mưu|giúp|đề xuất|giao|chỉ đạo|vận động|tuyên truyền"
    r"|kêu gọi"
    r"|khuyến khích|phối hợp|tổ chức cho|huy động|phân công)(?![^\W_])",
    re.IGNORECASE,
)
"""What is said to somebody who is to do the thing that follows."""
_DOER = late(
    rf"(?:{HEAD}|(?:các|những)\s+(?:phòng|sở|ban|xã|phường|thôn|trường)|cấp (?:tỉnh|xã)|người dân|cán bộ|công chức"
    r"|thành viên|hội viên|đoàn viên|tổ chức|cá nhân|hộ)\b"
)
_BY = late(r"\bdo\s")
_OF_SOME = late(r"(?:đối với|với|riêng|trong số)\s", re.IGNORECASE)


def _happened(before: str, after: str) -> bool:
    """Whether the words before a time can say what happened to a thing that is worked on: "rà soát thẻ cấp trước …".

    It is so wherever a verb with its object stands before what happened; which thing it is makes no difference.
    """
    start = max((mark.end() for mark in _CLAUSE.finditer(before)), default=0)
    clause = before[start:].lstrip()
    event = _EVENT.search(clause)
    if event is None:
        return False
    verb, object_ = _verb_and_object(clause, clause[: event.start()])
    if not verb:
        open_ended = _GOES_ON.match(after) or (after.lstrip()[:1] == "," and _OF_SOME.match(clause))
        return bool(open_ended and event.start() and not _DOER.search(clause))
    if not object_ or _NO_OBJECT.search(object_) or _HOLDS.match(verb):
        return False
    if event["befell"] or _BY.search(object_):
        return True
    return not (_MAKES.match(verb) or (_ORDERS.match(verb) and _DOER.search(object_)))


def _verb_and_object(clause: str, words: str) -> tuple[str, str]:
    """Give the verb that a clause opens with, or that a body before it has, and what it is done to; empty for none."""
    clause_words = tokens(words)
    verbs: list[tuple[int, int]] = []
    at = 0
    while at < len(clause_words):
        size = VERBS.longest(clause_words, at)[0]
        if size:
            verbs.append((at, at + size))
        at += size or 1
    first = next(((a, b) for a, b in verbs if a == 0 or _DOER.match(clause)), None)
    if first is None or _MATTER.match(words):
        return "", ""
    verbal = {at for a, b in verbs for at in range(a, b)}
    thing = any(at not in verbal for at in range(first[1], len(clause_words)))
    return words[clause_words[first[0]].start :], words[clause_words[first[1] - 1].end :] if thing else ""
