"""Whom things are sent to: a verb of sending, what is sent, a preposition, and the body that gets it.

One grammar for all of them: "gửi Sở A", "gửi về Sở A", "gửi hồ sơ thiết kế đến Sở A", "báo cáo Sở A kết quả", "nộp lại
biên nhận cho Sở A", with the brackets behind a body ("Bộ A (Cục B)", "Bộ A (qua Cục B)"). Chains need no rule of their
own: each verb is looked at by itself. What "về" and "cho" may say besides is left unread: what a report is about, for
whom a thing is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kehoach.meaning.actorpatterns import BODIES, SIGNS, B
from kehoach.meaning.bodynouns import SERIAL
from kehoach.meaning.labelroles import Role
from kehoach.meaning.maskedtext import Masked
from kehoach.meaning.nametable import table_of, tokens
from kehoach.meaning.openingverbs import opens_verb
from kehoach.wording.latepatterns import late


class _Sending(NamedTuple):
    """The bodies that get a thing and those through which it goes, as they stand in a masked text.

    ``parts`` are pairs of a body that gets it and one that stands in brackets behind it.
    """

    recipients: str
    through: str
    parts: Sequence[tuple[str, str]]


class _Way(NamedTuple):
    """How a verb takes who gets a thing: whether right behind it, and by which prepositions behind what is sent.

    ``matters`` are prepositions that say so of things that are written or told alone: money "cho các xã" is no report.
    """

    direct: bool
    any: frozenset[str]
    matters: frozenset[str]


def _way(direct: bool, anything: str, matters: str) -> _Way:
    return _Way(direct, frozenset(anything.split()), frozenset(matters.split()))


_TELLING = _way(True, "về lên gửi", "cho đến tới với")
_SENDING = _way(True, "về lên gửi", "cho đến tới qua")
_GIVING = _way(False, "", "cho đến tới")
_WAYS: Mapping[str, _Way] = {
    "báo": _TELLING,
    "báo cáo": _TELLING,
    "giải trình": _TELLING,
    "kiến nghị": _TELLING,
    "phản ánh": _TELLING,
    "phản hồi": _TELLING,
    "đề xuất": _way(True, "", "cho đến tới với lên"),
    "xin ý kiến": _way(True, "", ""),
    "trình": _way(True, "", "cho đến tới lên"),
    "gửi": _SENDING,
    "đồng gửi": _SENDING,
    "nộp": _way(True, "về lên gửi", "cho đến tới"),
    "chuyển": _way(True, "", "về cho đến tới lên gửi"),
    "bàn giao": _GIVING,
    "cung cấp": _GIVING,
    "thông báo": _way(True, "", "cho đến tới về"),
    "trả": _GIVING,
    "đăng ký": _way(False, "với", ""),
}
"""Verbs of sending; a verb that takes nobody directly does so behind a preposition: "thông báo cho Sở A"."""

_VERB = late(
    r"(?<![^\W_])(?:(?:đồng )?gửi|báo(?: cáo)?(?!\s+(?:viên|chí|đài|giá|cháy)(?![^\W_]))|thông báo|giải trình|trình"
    r"|kiến nghị|phản ánh|phản hồi|đề xuất|xin ý kiến|nộp|chuyển|bàn giao|cung cấp"
    r"|trả(?=\s+(?:lại|kết quả|hồ sơ))|đăng ký)(?![^\W_])",
    re.IGNORECASE,
    needs="gửi|báo|trình|kiến nghị|phản|đề xuất|xin ý kiến|nộp|chuyển|giao|cung cấp|trả|đăng ký",
)
_OTHER_WORD = late(
    r"(?:(?:chương|quy|quá|công|lộ|tờ|tiến|giáo|thuyết|hành)\s+trình|(?:vận|luân|điều|di)\s+chuyển"
    r"|(?:cảnh|dự|tờ)\s+báo|(?:tiền|nơi)\s+gửi)\Z",
    re.IGNORECASE,
)
"""Longer words that end like a verb of sending and are none: "lộ trình", "tiền gửi"."""
_NOT_DONE = late(r"(?<![^\W_])không(?:\s+(?:phải|cần|được|phải là))?\s+\Z", re.IGNORECASE)
"""Before a verb that is not done."""
_MANNER = (
    r"(?:(?:ngay(?:\s+lập\s+tức)?|kịp thời|nhanh|trực tiếp|đầy đủ|bằng văn bản|lại|thêm|chính thức|định kỳ|đột xuất"
    r"|thường xuyên|trước|(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm))(?:\s*,)?\s+)*"
)
_WITHIN = rf"(?-i:[^.;{SIGNS}])"
_PREPOSITION = r"(?P<by>về|lên|cho|đến|tới|với|gửi|qua)(?:\s+(?:cho|đến|tới|về))?"
_DIRECT = late(rf"\s+{_MANNER}(?:{_PREPOSITION}\s+)?(?P<list>{BODIES})", re.IGNORECASE)
_BEHIND_OBJECT = late(
    rf"\s+(?P<object>{_WITHIN}{{2,120}}?(?:\s(?:của|từ)\s+{B}{_WITHIN}{{0,60}}?)?)\s{_PREPOSITION}\s+(?P<list>{BODIES})",
    re.IGNORECASE,
)
_TOLD_ALONE = late(rf"\s+(?:ngay|kịp thời)\s+(?:về|đến|tới|cho)\s+(?P<list>{BODIES})", re.IGNORECASE)
_INFORMS = late(
    r"(?<![^\W_])(?:(?:cần|phải|đề nghị|yêu cầu)|,)\s+thông tin(?![^\W_])", re.IGNORECASE, needs="thông tin"
)
"""Where "thông tin" is a verb: "nếu vướng mắc, cần thông tin ngay về Sở A"."""

_MATTERS = table_of(
    "báo cáo|kết quả|số liệu|danh sách|danh mục|văn bản|công văn|kế hoạch|thông tin|đề xuất|ý kiến|góp ý|tình hình|"
    "kiến nghị|vướng mắc|khó khăn|phản ánh|tổng hợp|hồ sơ|dự thảo|tiến độ|biên bản|bảng|bảng kê|phiếu|biểu|"
    "biểu mẫu|mẫu|sổ|giấy|đơn|chứng từ|bản đồ|phương án|tờ trình|đề án|dự toán|minh chứng|tài liệu|dữ liệu|tin|"
    "bài|tin bài|ảnh|hình ảnh|nội dung|biên nhận|đề kiểm tra|đề thi|quyết định|thông báo|nghị quyết|chương trình|"
    "phụ lục|giấy tờ|hóa đơn|nhận xét|bằng chứng|tệp|file|chủ trương|quy chế|quyết toán|hợp đồng|nhu cầu|tham luận"
)
"""What is written or told, and is sent to be read."""
_COPY = late(r"(?:(?:lại|thêm|các|một|hai|ba|[0-9]+)\s+)*bản(?![^\W_])", re.IGNORECASE, needs="bản")
_LEARNT_FROM = late(r"(?:(?:các|những|toàn bộ)\s+)*(?:tài liệu|biểu mẫu|mẫu|ấn phẩm)(?![^\W_])", re.IGNORECASE)
"""What is given to those who use it, and tells them of nobody's work."""
_GOODS = late(
    r"(?:(?:lại|thêm|các|những|toàn bộ|số|phần)\s+)*(?:tiền|kinh phí|quà|vốn|hàng|thuế|phí|lệ phí|đổi|giao kỹ thuật"
    r"|giao công nghệ|ngân sách|nguồn vốn|trách nhiệm|nhiệm vụ|thẩm quyền|quyền|chức năng)(?![^\W_])",
    re.IGNORECASE,
)
"""What is paid, given away or handed over as work, so that who gets it gets no report."""
_TAKES: Mapping[str, re.Pattern[str]] = {
    "đến": late(
        r"(?<![^\W_])(?:triển khai|quán triệt|phổ biến|tuyên truyền|truyền tải|liên quan|tác động|ảnh hưởng|lan tỏa"
        r"|dẫn|tính|kể từ|từ|đưa|hướng|nhân rộng|đầu tư)(?![^\W_])",
        re.IGNORECASE,
    ),
    "cho": late(
        r"(?<![^\W_])(?:hỗ trợ|cấp|chi trả|(?<!thu )chi|trang bị|dành|bố trí|tạo điều kiện|phân bổ|giao|tập huấn"
        r"|bồi dưỡng|đào tạo|xây dựng|khen thưởng|vay|tặng|trao|mua sắm|hướng dẫn|phân công|ủy quyền|tư vấn|thay"
        r"|chuyển giao)"
        r"(?![^\W_])",
        re.IGNORECASE,
    ),
    "với": late(
        r"(?<![^\W_])(?:phối hợp|hợp đồng|ký|so|gắn|liên kết|kết hợp|hợp tác|cùng|làm việc|đối chiếu|đối|đối thoại|nối"
        r"|kết nối|trao đổi|thống nhất|ký kết|cộng tác|tiếp xúc|phù hợp|đi đôi)(?![^\W_])",
        re.IGNORECASE,
    ),
    "về": late(
        r"(?<![^\W_])(?:quy định|hướng dẫn|chuyên đề|(?<!báo cáo )(?<!tự )đánh giá|liên quan|nghị quyết)\Z",
        re.IGNORECASE,
    ),
}
"""Words within what is sent that take the preposition themselves: "kết quả phối hợp với Sở A"."""
_LOOKED_INTO = late(
    r"(?<![^\W_])(?:xây dựng|hoàn thiện|hoàn chỉnh|nghe|xem|đọc|đánh giá|thẩm định|thẩm tra|rà soát|nghiên cứu|các"
    r"|những|một|theo|tại|trong|từ|của|có|góp ý|chỉnh sửa)\s+\Z",
    re.IGNORECASE,
)
"""Before "báo cáo" that it is a thing which is worked on: "xây dựng báo cáo về Sở A" can tell of it or to it."""
_PERIODIC = late(
    r"(?:định kỳ|đột xuất|hằng|hàng|năm|quý|tháng|tuần|tổng kết|sơ kết|[0-9]+\s+tháng)(?![^\W_])", re.IGNORECASE
)
"""Which report is made: "báo cáo định kỳ 6 tháng và tổng kết năm cho Sở A"."""
_CARRIES_ON = late(r"\s*,\s*|\s+(?:và|hoặc|đồng thời)\s+")
_WORKED_ON = late(
    r"\s*(?:[.;,):(]|\Z)|\s+(?:để|trước|trong|vào|theo|ngay|đối chiếu|tổng hợp|xem xét|rà soát|kiểm tra|xử lý"
    r"|giải quyết|thẩm định|thẩm tra|phê duyệt|ký|công bố|cập nhật|niêm yết|lưu|xác nhận|xác minh|được)(?![^\W_])"
)
"""Behind whom "chuyển" takes, what one does with papers: samples and patients go there, too, and offices move."""
_MOVED = late(r"\s*(?:\([^()]*\))?\s+(?:thuộc|trực thuộc|về|sang)(?![^\W_])")
"""Behind whom "chuyển" takes, that they go somewhere themselves: "chuyển các đảng bộ cơ sở về trực thuộc …"."""
_THROUGH = late(
    rf"\s*(?:\(\s*(?:thông\s+)?qua\s+(?P<inner>{BODIES})\s*[^)]*\)|,?\s*(?:thông\s+)?qua\s+(?P<list>{BODIES}))",
    re.IGNORECASE,
)
_CONTACT = r"(?:[,;:–-]\s*(?i:số\s+)?(?i:điện thoại|đt|sđt|địa chỉ|email|thư điện tử)[^()]*)?"
_BRACKETS = late(rf"\s*\(\s*{BODIES}\s*{_CONTACT}\)")
_PART = late(rf"(?P<whole>{B})\s*\(\s*(?P<part>{B})")
_OF_A_BODY = late(
    r"(?:Phòng|Vụ|Cục|Chi cục|Ban|Văn phòng|Bộ phận|Tổ|Khoa|Trung tâm|Đội|Thanh tra|Thường trực|phòng|ban|bộ phận|tổ)\s"
)
_SMALLER = late(r"(?:Phòng|Vụ|Bộ phận|Tổ|Khoa|Đội)\s")
_STANDING = late(r"(?:Thường trực|thường trực|Cơ quan|Ban Chỉ đạo|Hội đồng)\s")


def who_gets(masked: Masked) -> Iterator[tuple[Role, str]]:
    """Find whom things are sent to in a text, and through whom: each time a role and masked words that hold them."""
    for sent in _sendings(masked.text):
        yield "recipients", sent.recipients
        yield "through", sent.through
        for whole, part in sent.parts:
            if _takes_it(masked.of(whole)[0].words, masked.of(part)[0].words):
                yield "through", part


def _takes_it(whole: str, part: str) -> bool:
    """Whether a body in brackets takes what another gets, by their names: "Bộ Y tế (Cục Phòng bệnh)".

    Of "Vụ Cải cách hành chính (Bộ Nội vụ)" the second is but whose the first is.
    """
    if _STANDING.match(whole):
        return True
    return _OF_A_BODY.match(part) is not None and not _SMALLER.match(whole)


def _sendings(text: str) -> Iterator[_Sending]:
    """Find whom things are sent to in a text whose bodies are taken out, one for each verb of sending."""
    for verb in _VERB.finditer(text):
        before = max(0, verb.start() - 20)
        if _NOT_DONE.search(text, before, verb.start()) or _OTHER_WORD.search(text, before, verb.end()):
            continue
        if receiver := _taken(text, verb):
            yield _with_parts(text, receiver)
    for match in _INFORMS.finditer(text):
        if told_alone := _TOLD_ALONE.match(text, match.end()):
            yield _with_parts(text, told_alone)


def _taken(text: str, verb: re.Match[str]) -> re.Match[str] | None:
    """Match who gets what one verb sends, right behind it or behind what is sent; None where that is not said."""
    way = _WAYS[" ".join(verb[0].lower().split())]
    if direct := _DIRECT.match(text, verb.end()):
        return direct if _is_direct(text, verb, way, direct) else None
    behind = _BEHIND_OBJECT.match(text, verb.end())
    if behind is None or not _is_sent(behind["object"], behind["by"].lower(), way):
        return None
    return behind


def _is_direct(text: str, verb: re.Match[str], way: _Way, match: re.Match[str]) -> bool:
    by = (match["by"] or "").lower()
    word = verb[0].lower()
    if way == _GIVING:
        return by in ("cho", "đến", "tới") and _is_written(text[match.end() :].lstrip())
    if not way.direct:
        return by in ("cho", "đến", "tới") or (word == "đăng ký" and by == "với")
    if word == "thông báo" and not by:
        return not _are_told_to_act(text[match.end() :].lstrip())
    if word == "chuyển" and not by and (not _WORKED_ON.match(text, match.end()) or _MOVED.match(text, match.end())):
        return False
    if word == "báo" and not text.startswith((" cho", " về"), verb.end()) and by not in ("", "cho", "về"):
        return False
    return not (word == "báo cáo" and by == "về" and _LOOKED_INTO.search(text, 0, verb.start()))


_TAKES_NOTE = late(r"(?:biết|nắm|theo dõi|xem xét|để|cho ý kiến)(?![^\W_])")
"""What one does with what is told, and nothing that is ordered."""


def _are_told_to_act(behind: str) -> bool:
    """Whether those told a thing have it to do and receive no report: "thông báo các đoàn thể họp"."""
    return behind[:1].islower() and opens_verb(behind[:32], alone=True) and not _TAKES_NOTE.match(behind)


def _is_sent(words: str, by: str, way: _Way) -> bool:
    """Whether words are what a verb sends to whom the preposition behind them names."""
    if words.count("(") != words.count(")") or _GOODS.match(words) or (way == _GIVING and _LEARNT_FROM.match(words)):
        return False
    periodic = _PERIODIC.match(words) is not None
    if by not in way.any and not (by in way.matters and (periodic or _is_written(words))):
        return False
    takes = _TAKES.get("đến" if by == "tới" else by)
    if takes and takes.search(words):
        return False
    return by in way.any or periodic or not any(map(_acts, _CARRIES_ON.split(words)[1:]))


def _is_written(words: str) -> bool:
    """Whether what is sent is something to read: within its first words one of those stands that say so."""
    sent = tokens(words[:60])
    return _COPY.match(words) is not None or any(_MATTERS.longest(sent, at)[0] for at in range(min(len(sent), 6)))


def _acts(words: str) -> bool:
    """Whether words behind a comma go on with another verb, not with more of what is sent."""
    thing = _MATTERS.longest(tokens(words), 0)[0]
    return not thing and SERIAL.match(words.lower()) is not None


def _with_parts(text: str, match: re.Match[str]) -> _Sending:
    """Give whom a match found, with those in the brackets behind each, and through whom."""
    words, end = match["list"], match.end()
    if brackets := _BRACKETS.match(text, end):
        words, end = words + brackets[0], brackets.end()
    through = _THROUGH.match(text, end)
    parts = [(part["whole"], part["part"]) for part in _PART.finditer(words)]
    return _Sending(words, (through["inner"] or through["list"]) if through else "", parts)
