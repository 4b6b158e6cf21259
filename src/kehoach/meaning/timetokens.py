"""Words of time in a printed line, cut into lexemes: dates, day numbers, periods, limits, exceptions, separators.

Only what the words are is told here; which report or task they belong to is the business of the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

COUNT = r"(?:[0-9]{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_LIMIT = (
    r"(?:(?:chậm|muộn) nhất(?:\s+(?:là|vào|đến|trước|trong|hết))*|không (?:quá|muộn hơn)"
    r"|xong(?:\s+(?:trước|trong))?|hạn (?:cuối|chót)(?: là)?|đến (?:trước|hết|cuối)"
    r"|trước|đến|hết|vào|trong|sau|kể từ|từ)"
)
_LIMITED = rf"(?:{_LIMIT}\s+)?"
_LIMIT_WORDS = "trước chậm muộn không xong hạn đến hết vào trong sau kể từ"

_DAY, _MONTH, _YEAR = r"[0-9]{1,2}", r"(?:1[0-2]|0?[1-9])(?![0-9])", r"[0-9]{4}(?![0-9])"
_AND = r"(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc|hay)\s+)"
_TO = r"(?:\s*(?:,|;|[-–])\s*(?:và\s+)?|\s+(?:và|đến(?: hết)?)\s+)"
DATE = (
    rf"{_DAY}(?:\s*/\s*[0-9]{{1,2}}(?:\s*/\s*[0-9]{{4}}|/[0-9]{{2}}(?![0-9]))?"
    r"|\s+tháng\s+[0-9]{1,2}(?:\s*(?:năm|/)\s*[0-9]{4})?"
    r"|\s*[.-]\s*[0-9]{1,2}\s*[.-]\s*[0-9]{4})(?![0-9/]|[.,][0-9])"
)
_CLOCK = r"(?:[0-9]{1,2}\s*(?:giờ|h|g)\b(?:\s*[0-9]{1,2}(?:\s*phút)?)?,?\s+)"
_MANY = r"(?:các\s+|(?:hai|ba|bốn|0?[2-9])\s+(?=ngày))?"
_NAMED = r"(?:ngày\s*:?\s*(?:mùng\s+|mồng\s+)?)"
_EVERY = r"(?:hằng|hàng|mỗi|từng)"
_PLACE = r"(?:cuối(?: cùng)?|đầu(?: tiên)?|giữa|thứ\s+(?:nhất|hai|ba|[1-3]))"
_LATER = r"(?:sau|kế tiếp|tiếp theo|liền kề|liền sau|kế sau|kế)"
_OF_QUARTER = rf"(?:\s+(?:(?:của|trong|{_EVERY})\s+)*(?:quý|kỳ)(?:\s+báo cáo)?(?:\s+{_LATER})?)"
MONTH_OF = rf"tháng\s+(?:{_PLACE}{_OF_QUARTER}?|{_LATER}(?:\s+của)?(?:\s+(?:kỳ|quý)(?:\s+báo cáo)?)?|báo cáo)"
"""A month of a quarter or of a period: "tháng cuối quý", "tháng thứ ba trong quý", "tháng kế tiếp"."""

_NEXT_YEAR = (
    r"(?:(?:của|trong)\s+)?(?:(?:hằng|hàng|mỗi|từng|cùng)\s+năm"
    rf"|năm\s+{_LATER}(?:\s+(?:năm\s+)?(?:kế hoạch|báo cáo))?)"
)
_OF = (
    rf"(?:\s*,?\s*(?:(?:của|trong|vào)\s+)?(?:{MONTH_OF}|{_EVERY}\s+tháng|(?:của|trong)\s+tháng(?!\s*[0-9])"
    r"|các tháng(?:\s+trong năm)?(?!\s*[0-9]|\s+(?:còn|khác|cuối|đầu|có))"
    rf"|tháng\s+{_MONTH}(?:\s+{_EVERY}\s+năm)|(?:kỳ|quý)\s+báo cáo|{_EVERY}\s+(?:quý|kỳ)|quý\s+{_LATER}))"
)
_NUMERAL = r"(?:IV|III|II|I|[1-4])(?![0-9A-Za-z])"
_OF_YEAR = rf"(?:\s*(?:/|-|của năm|năm)\s*{_YEAR})"
_COUNTED_NOUN = r"(?:xã|phường|huyện|đơn vị|cơ quan|lần|tin|bài|lớp|hội nghị|thủ tục|người|buổi|cuộc|thôn|ngày)\b"
QUARTERS = rf"(?:các\s+)?quý\s+{_NUMERAL}(?:{_TO}(?:quý\s+)?{_NUMERAL})*{_OF_YEAR}?"
MONTHS = (
    rf"(?:các\s+)?tháng\s+{_MONTH}(?:{_TO}(?:tháng\s+)?{_MONTH}"
    rf"(?!\s*(?:/\s*[0-9]{{1,2}}(?![0-9])|%|{_COUNTED_NOUN})))*{_OF_YEAR}?"
)
HALVES = (
    rf"(?:(?:0?6|sáu)\s+tháng|nửa)\s+(?:đầu|cuối)\s+năm(?:\s*{_YEAR})?"
    rf"|(?:0?9|chín)\s+tháng\s+đầu\s+năm(?:\s*{_YEAR})?"
)
_NEXT_IS_DAY = r"(?!\s+(?:ngày|[0-9]|tháng|quý))"
_ITEM = (
    r"(?:(?:0?6|sáu)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|(?:0?9|chín)\s+tháng(?:\s+đầu\s+năm)?|tuần|ngày(?!\s*[0-9])"
    rf"|tháng(?!\s*[0-9]+(?!\s*lần)|\s+(?:đầu|cuối|sau|kế|thứ|tới|này|qua|trước{_NEXT_IS_DAY}))"
    r"|quý(?!\s*(?:[0-9]|[IVX]+\b))"
    rf"|năm(?!\s*(?:[0-9]|sau\b|trước\b{_NEXT_IS_DAY}|liền|kế|tiếp|nay\b)))"
)
ITEMS = rf"{_ITEM}(?:(?:\s*[,;/]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+)(?:(?:{_EVERY}|báo cáo)\s+)?{_ITEM}\b)*"
_END = r"[^,.;:()]*"
_UNIT = r"(?:giờ|ngày|tuần|tháng|năm)(?:\s+làm việc)?"
_LATEST = r"(?:(?:chậm|muộn) nhất(?:\s+(?:là|trong|sau))*"
_ANCHOR = r"(?:kể từ|từ khi|từ ngày|tính từ|sau khi|sau ngày|sau|trước khi|trước ngày)"
_SYMBOL = r"(?:số:?\s*)?[0-9]+[0-9.]*(?:/[0-9]{4})?\s*[/-]\s*(?-i:[A-ZĐƯ]{2})[\w.-]*(?:[/-][\w.-]+)*"
_DOCUMENT = (
    r"(?-i:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Kết luận|Thông tư|Thông báo|Công văn"
    r"|Công điện|Kế hoạch|Hướng dẫn|Chương trình)"
)
_NO_TIME = r"(?:(?!\b(?:ngày|tháng|quý|hằng|hàng|trước|định kỳ|riêng)\b)[^.;:()])"
_NO_LIMIT = "".join(rf"(?<!{word} )" for word in ("trước", "hết", "nhất", "vào", "đến", "từ"))
_ORDINAL_DAY = r"ngày\s+(?:làm việc\s+)?(?:cuối(?: cùng)?|đầu(?: tiên)?"
_VAGUE_PART = (
    r"(?:(?:vài|hai|ba|một) tuần\s+(?:đầu|cuối)|tuần\s+(?:đầu(?: tiên)?|cuối(?: cùng)?|thứ\s+\w+|[1-5])(?:\s+của)?"
    r"|thượng tuần|trung tuần|hạ tuần|nửa (?:đầu|cuối)(?!\s+năm)|đầu|giữa|cuối)"
)
_TIMES = r"(?:lần|buổi|kỳ|hội nghị|đợt|cuộc)"

_ROWS: tuple[tuple[str, str, str], ...] = (
    # What is no time of the plan.
    ("document", "0 số", rf"{_SYMBOL}(?:\s*,?\s*(?:ngày\s+)?(?:{DATE}))?"),
    (
        "document",
        "bộ luật pháp nghị quyết chỉ kết thông công kế hướng chương",
        rf"{_DOCUMENT}\b{_NO_TIME}{{0,120}}?{_NO_LIMIT}ngày\s+(?:{DATE})(?=\s*(?:của|về)\b)",
    ),
    (
        "clock",
        "trước vào lúc",
        r"(?:trước|vào|lúc)\s+(?:lúc\s+)?[0-9]{1,2}\s*(?:giờ|h)(?:\s*[0-9]{1,2}(?:\s*phút)?)?"
        r"(?!\s*,?\s*(?:ngày\s*)?[0-9])",
    ),
    ("hotline", "0", r"24\s*/\s*(?:7|24)"),
    ("clause", "có", rf"có hiệu lực(?: thi hành)?(?:\s+(?:kể từ|từ))?\s+ngày\s+{DATE}"),
    ("years", "giai nhiệm", rf"(?:giai đoạn|nhiệm kỳ)\s+[0-9]{{4}}(?:\s*[-–]\s*{_YEAR})?"),
    (
        "years",
        "đến định tầm",
        rf"(?:(?:định hướng|tầm nhìn)\s+)?(?:đến\s+)?năm\s+{_YEAR}(?=\s*[,.;)]|\s+và)(?!\s*,\s*[0-9])",
    ),
    (
        "weekday",
        "thứ chủ",
        r"thứ\s+(?:hai|ba|tư|năm|sáu|bảy)(?=\s*(?:[,.;()]|\Z|hằng|hàng|đầu|cuối|của|mỗi|tuần))|chủ nhật",
    ),
    ("ordinal", "lần", r"lần thứ\s+\w+"),
    # Times counted from something that happens.
    (
        "relative",
        "chậm muộn trong không tối sau",
        rf"{_LATEST}|trong(?:\s+(?:vòng|thời hạn|thời gian))?|không quá|tối đa|sau)"
        rf"\s+{COUNT}(?:\s*\([^)]*\))?\s+{_UNIT}\s+(?:trước\s+)?{_ANCHOR}\b{_END}",
    ),
    (
        "relative",
        "chậm muộn trong",
        rf"{_LATEST}|trong (?:vòng|thời hạn))\s+{COUNT}(?:\s*\([^)]*\))?\s+{_UNIT}(?!\s*[0-9]|\s+(?:đầu|cuối))",
    ),
    ("relative", "sau", rf"sau\s+{COUNT}\s+{_UNIT}(?!\s*[0-9]){_END}"),
    ("relative", "kể", rf"kể từ\s+(?:khi|lúc|ngày(?!\s*[0-9])|thời điểm)\s+{_END}"),
    (
        "relative",
        "trước",
        rf"trước (?:ít nhất |tối thiểu )?{COUNT}\s+(?:giờ|ngày|tuần|tháng)(?:\s+làm việc)?"
        rf"(?!\s*(?:ngày\s+)?[0-9]){_END}",
    ),
    (
        "relative",
        "ngay sau",
        rf"(?:ngay )?sau khi\s+(?!sáp nhập|sắp xếp|hợp nhất|thực hiện sắp xếp){_END}|ngay khi\s+{_END}",
    ),
    (
        "relative",
        "khi",
        r"khi\s+(?:có\s+(?:yêu cầu|đề nghị|chỉ đạo|phát sinh|thay đổi|văn bản|hướng dẫn)"
        rf"|phát sinh|cần thiết|được yêu cầu){_END}",
    ),
    ("relative", "theo", r"theo yêu cầu(?:\s+(?:đột xuất|của cấp trên|của cấp có thẩm quyền))?"),
    ("within", "không tối", rf"(?:không quá|tối đa)\s+{COUNT}\s+{_UNIT}"),
    ("sudden", "đột", r"đột xuất"),
    # Stretches.
    ("data", "tính", rf"tính từ\s+(?:ngày\s+)?{DATE}\s+đến\s+(?:hết\s+)?(?:ngày\s+)?{DATE}"),
    (
        "data",
        "từ",
        rf"từ\s+ngày\s+{_DAY}\s+(?:của\s+)?tháng\s+(?:liền\s+)?trước\b[^,;.()]*?đến\s+(?:hết\s+)?ngày\s+{_DAY}"
        r"(?:\s+(?:của\s+)?tháng[^,;.()]*)?",
    ),
    (
        "range",
        "từ",
        rf"từ\s+(?:nay|{_CLOCK}?{_NAMED}?{DATE}|{_NAMED}?{_DAY}(?![0-9/])|{MONTHS}|{QUARTERS}"
        r"|(?:ngày|khi)\s+[^\W\d_][^,.;:()0-9]*?)\s*(?:,\s*)?(?:đến|[-–])\s*(?:hết\s+|cuối\s+|trước\s+)?"
        rf"(?:{_CLOCK}?{_NAMED}?{DATE}|{_NAMED}{_DAY}{_OF}|{MONTHS}|{QUARTERS}|năm\s+{_YEAR})(?:\s+{_NEXT_YEAR})?",
    ),
    (
        "range",
        "bắt",
        rf"bắt đầu\s+(?:từ\s+)?{_NAMED}?{DATE}\s*,?\s+(?:và\s+)?(?:kết thúc|hoàn thành)\s+(?:vào\s+)?{_NAMED}?{DATE}",
    ),
    ("range", "0", rf"{DATE}\s*(?:[-–]|đến)\s*(?:hết\s+)?(?:ngày\s+)?{DATE}"),
    # Days.
    (
        "firstdays",
        "0 một hai ba năm trong mười",
        rf"(?:trong\s+)?{COUNT}\s+ngày\s+đầu(?:\s+tiên)?(?:\s+làm việc)?{_OF}",
    ),
    (
        "workday",
        "ngày trước chậm muộn vào",
        rf"{_LIMITED}{_ORDINAL_DAY}|thứ\s+\w+)(?:\s+(?:của|trong))*\s+(?:{QUARTERS}|{MONTHS}|{MONTH_OF}|{HALVES}"
        rf"|(?:{_EVERY}\s+)?(?:tháng|quý|kỳ báo cáo|kỳ|năm)(?:\s+{_LATER}|\s+{_YEAR})?)",
    ),
    (
        "workday",
        "ngày trước chậm muộn vào",
        rf"{_LIMITED}{_ORDINAL_DAY})(?:\s+{_EVERY}\s+(?:tháng|quý))?(?!\s+\w)",
    ),
    (
        "days",
        f"{_LIMIT_WORDS} các ngày hai ba bốn 0",
        rf"{_LIMITED}{_CLOCK}?{_MANY}{_NAMED}?"
        rf"(?:(?:{_DAY}(?![0-9/]){_AND}{_NAMED}?)+(?={_DAY}\s*/|{_DAY}\s+tháng\s+[0-9]))?"
        rf"{DATE}(?:{_AND}{_LIMITED}{_NAMED}?{DATE})*(?:\s*,?\s*{_NEXT_YEAR})?",
    ),
    (
        "days",
        f"{_LIMIT_WORDS} các ngày hai ba bốn",
        rf"{_LIMITED}{_CLOCK}?{_MANY}{_NAMED}{_DAY}(?![0-9/])(?:{_AND}{_NAMED}?{_DAY}(?![0-9/%]))*{_OF}",
    ),
    (
        "days",
        f"{_LIMIT_WORDS} các ngày",
        rf"{_LIMITED}{_CLOCK}?{_NAMED}{_DAY}(?![0-9/%]|\s+tháng\s+[0-9])"
        rf"(?:{_AND}{_NAMED}{_DAY}(?![0-9/%]|\s+tháng\s+[0-9]))*",
    ),
    # Periods.
    (
        "vague",
        "trước sau dịp nhân trong đầu giữa cuối tuần thượng trung hạ nửa",
        rf"{_LIMITED}(?:nhân\s+)?(?:dịp\s+|đợt\s+)?(?:Tết\b{_END})|(?:nhân )?dịp\b{_END}"
        rf"|{_LIMITED}{_VAGUE_PART}\s+(?:{MONTHS}|{QUARTERS}|tháng|quý|năm(?:\s*{_YEAR})?)(?![^\W\d_])",
    ),
    ("halves", "trước chậm muộn xong đến hết vào trong 0 sáu chín nửa", rf"{_LIMITED}(?:{HALVES})"),
    ("quarters", f"{_LIMIT_WORDS} các quý", rf"{_LIMITED}(?:{QUARTERS})"),
    ("months", f"{_LIMIT_WORDS} các tháng", rf"{_LIMITED}(?:{MONTHS})(?:\s+{_NEXT_YEAR})?"),
    ("monthof", "tháng các quý kỳ", rf"(?:các\s+)?(?:{MONTH_OF}|(?:tháng|quý|kỳ)\s+(?:còn lại|khác))"),
    (
        "yearend",
        "đến hết cuối xong trước trong",
        r"(?:đến (?:hết|cuối)|hết|xong (?:trong|trước)|trước|trong)\s+(?:cả\s+)?"
        rf"năm(?:\s*{_YEAR}|\s+kế hoạch)?(?!\s*(?:sau|trước|liền|kế))",
    ),
    (
        "counted",
        "0 một hai ba bốn",
        rf"{COUNT}\s*{_TIMES}\s*(?:/|mỗi|trong|một)?\s*(?:(?:0?1|một)\s+)?"
        r"(?:ngày|tuần|tháng|quý|(?:0?6|sáu) tháng|năm)\b(?!\s*[0-9])",
    ),
    ("counted", "0 sáu ba mỗi", rf"(?:mỗi\s+)?{COUNT}\s+(?:tháng|tuần|quý|năm)\s*(?:/|một|0?1)\s*(?:0?1\s+)?lần\b"),
    ("recur", "hằng hàng mỗi từng theo", rf"(?:{_EVERY}|theo)\s+{ITEMS}\b"),
    ("regular", "định", rf"định kỳ(?:\s+(?:theo\s+)?(?:{_EVERY}\s+)?{ITEMS}\b)?"),
    (
        "steady",
        "thường liên quanh suốt cả các",
        r"thường xuyên(?:(?:,?|\s+và)\s+liên tục)?|liên tục|(?:quanh|suốt|cả)\s+năm|các tháng trong năm",
    ),
    ("week", "đầu cuối", r"(?:đầu|cuối)\s+tuần"),
    ("report", "báo", r"báo cáo(?!\s+viên)"),
    ("items", "tháng quý năm tuần 0 sáu chín", rf"{ITEMS}\b"),
    (
        "except",
        "riêng trừ ngoại không thay đối",
        r"trừ trường hợp[^.;()]*|(?:ngoại )?trừ|riêng|không (?:thực hiện|kể|tính|gồm|áp dụng)|thay (?:bằng|cho)"
        r"|đối với",
    ),
    (
        "year",
        "năm",
        rf"năm\s+(?:{_YEAR}|sau|trước{_NEXT_IS_DAY}|liền kề|kế tiếp|tiếp theo|nay|kế hoạch)",
    ),
    ("duration", "0 một hai ba năm sáu bảy tám chín mười", rf"{COUNT}\s+(?:phút|giây|{_UNIT})\b"),
    ("fraction", "0", r"[0-9]+/[0-9]+"),
    ("occurrence", "lần đợt kỳ", r"(?:lần|đợt|kỳ)\s+(?:[0-9]{1,2}|I{1,3}|IV)\b"),
)
# Kind, first words ("0" for figures), pattern; at a word the first row that fits wins.


@dataclass(frozen=True)
class Lexeme:
    """Words of a line that speak of time or part what does; ``kind`` is of the table, or ``sep``."""

    kind: str
    start: int
    end: int
    text: str


def _table() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for kind, words, pattern in _ROWS:
        compiled = re.compile(pattern, re.IGNORECASE)
        for word in words.split():
            found.setdefault(word, []).append((kind, compiled))
    return found


_BY_WORD = _table()
_WORD = re.compile(r"[^\W\d_]+|[0-9]+|[;.,:()]")


def lexemes(text: str) -> Iterator[Lexeme]:
    """Cut a line into lexemes in printed order; other words are passed over."""
    at = 0
    while match := _WORD.search(text, at):
        word, at = match[0], match.end()
        if word in ";.,:()":
            yield Lexeme("sep", match.start(), at, word)
            continue
        for kind, pattern in _BY_WORD.get("0" if word[0].isdigit() else word.lower(), ()):
            if found := pattern.match(text, match.start()):
                at = found.end()
                yield Lexeme(kind, match.start(), at, found[0])
                break
