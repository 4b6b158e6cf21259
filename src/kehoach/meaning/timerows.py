"""The table of lexemes of time: kind, the words that one can begin with, and its pattern."""

from __future__ import annotations

from kehoach.meaning.timeevents import EVENTS, Row, pairs
from kehoach.meaning.timelimits import ANY_LIMIT
from kehoach.meaning.timepatterns import (
    AND,
    ANY_WEEKDAYS,
    CLOCK,
    COUNT,
    DATE,
    DAY,
    DOCUMENT,
    EARLY,
    END,
    EVERY,
    HALVES,
    ITEMS,
    LATER,
    LIMIT,
    MANY,
    MONTH,
    MONTH_OF,
    MONTHS,
    MONTHS_EACH,
    NAMED,
    NEXT_IS_DAY,
    NEXT_YEAR,
    NO_COMPOUND,
    NO_LIMIT,
    NO_TIME,
    OF,
    ONE_WEEKDAY,
    ORDINAL_DAY,
    QUARTERS,
    SYMBOL,
    TERMS,
    TIMES,
    UNIT,
    VAGUE_PART,
    WEEKDAYS,
    YEAR,
)
from kehoach.meaning.timespanrows import STRETCHES

ROWS: tuple[Row, ...] = (
    # What is no time of the plan.
    Row("document", "0 số", rf"{SYMBOL}(?:\s*,?\s*(?:ngày\s+)?(?:{DATE})|\s*\(\s*(?:ngày\s+)?(?:{DATE})(?=\s*\)))?"),
    Row(
        "document",
        "bộ luật pháp nghị quyết chỉ kết thông công kế hướng chương",
        rf"{DOCUMENT}\b{NO_TIME}{{0,120}}?{NO_LIMIT}ngày\s+(?:{DATE})(?=\s*(?:của|về)\b)",
    ),
    Row(
        "clock",
        "chậm muộn",
        r"(?:chậm|muộn) nhất(?:\s+(?:là|vào|lúc))*\s+[0-9]{1,2}\s*(?:giờ|h)(?![^\W\d_])(?:\s*[0-9]{1,2}(?:\s*phút)?)?"
        r"(?=\s*,?\s*(?:(?:ngày\s+)?thứ\s|chủ nhật|hằng|hàng|mỗi|cùng ngày))",
    ),
    Row(
        "clock",
        "trước vào lúc",
        r"(?:trước|vào|lúc)\s+(?:lúc\s+)?[0-9]{1,2}\s*(?:giờ|h)(?![^\W\d_])(?:\s*[0-9]{1,2}(?:\s*phút|['’])?)?"
        r"(?!\s*,?\s*(?:ngày\s*)?[0-9])(?!\s+(?:(?:sáng|chiều|của)\s+)*ngày\s+làm việc\s)",
    ),
    Row("clock", "0", r"[0-9]{1,2}:[0-9]{2}(?![0-9:])", needs="0"),
    Row("hotline", "0", r"24\s*/\s*(?:7|24)"),
    Row("years", "giai nhiệm", rf"(?:giai đoạn|nhiệm kỳ)\s+[0-9]{{4}}(?:\s*[-–]\s*{YEAR})?"),
    Row(
        "yearspan",
        "từ",
        rf"từ\s+năm\s+{YEAR}(?:\s*(?:đến|[-–])\s*(?:hết\s+|cuối\s+)?năm\s+{YEAR}|(?!\s*(?:đến|[-–])))(?:\s+trở đi)?",
    ),
    Row("yearhead", "năm đến", rf"(?:đến\s+)?năm\s+{YEAR}(?=\s*[:,]\s)(?!\s*,\s*[0-9])"),
    Row(
        "goalyear",
        "đến",
        rf"đến\s+năm\s+{YEAR}(?=\s*(?:[,;)](?!\s*[0-9])|\.(?![0-9])|\Z))",
    ),
    Row(
        "years",
        "đến định tầm",
        rf"(?:(?:định hướng|tầm nhìn)\s+)?(?:đến\s+)?năm\s+{YEAR}(?=\s*[,.;)]|\s+và)(?!\s*,\s*[0-9])",
    ),
    Row(
        "weekdays",
        "các",
        rf"các\s+ngày\s+{ANY_WEEKDAYS}(?!\s*,?\s+(?:và\s+)?(?:hằng|hàng|mỗi|trong|của|đầu|cuối|tuần|ngày)\b)",
    ),
    Row(
        "weekday",
        "thứ chủ từ các ngày buổi sáng trưa chiều tối đầu cuối",
        rf"(?:từ\s+|các\s+ngày\s+|ngày\s+)?(?:{WEEKDAYS}|{ONE_WEEKDAY})",
        needs="thứ chủ",
        limits="trước chậm muộn",
    ),
    Row("ordinal", "lần", r"lần thứ\s+\w+"),
    *EVENTS,
    *STRETCHES,
    # Days.
    Row(
        "firstdays",
        "0 một hai ba năm trong mười",
        rf"(?:trong\s+(?:thời hạn\s+)?)?{COUNT}\s+ngày\s+(?:làm việc\s+)?đầu\b(?:\s+tiên)?(?:\s+làm việc)?"
        rf"(?:\s+(?:(?:của|trong)\s+)?(?:{QUARTERS}|{MONTHS})|{OF})",
        needs=pairs("ngày việc", "đầu"),
    ),
    Row(
        "workday",
        "ngày",
        rf"{ORDINAL_DAY}|thứ\s+\w+)(?:\s+(?:của|trong))*\s+(?:{QUARTERS}|{MONTHS}|{MONTH_OF}|{HALVES}"
        rf"|(?:{EVERY}\s+)?(?:tháng|quý|kỳ báo cáo|kỳ|năm|tuần(?!\s+(?:đầu|cuối|thứ|[0-9])))(?:\s+{LATER}|\s+{YEAR})?)",
        needs=f"{pairs('ngày việc', 'cuối đầu thứ')}; tháng quý kỳ năm tuần",
        limits="trước chậm muộn vào",
    ),
    Row(
        "workday",
        "ngày",
        rf"{ORDINAL_DAY})(?:\s+{EVERY}\s+(?:tháng|quý))?(?!\s+\w)",
        needs=pairs("ngày việc", "cuối đầu"),
        limits="trước chậm muộn vào",
    ),
    Row("dayofmonths", "ngày", rf"{NAMED}{DAY}\s+{MONTHS_EACH}", "0d; tháng", limits=ANY_LIMIT, behind="thứ chủ"),
    Row(
        "days",
        "các ngày hai ba bốn thứ chủ 0",
        rf"{CLOCK}?{MANY}{NAMED}?"
        rf"(?:(?:{DAY}(?![0-9/]){AND}{NAMED}?)+(?={DAY}\s*/|{DAY}\s+tháng\s+[0-9]))?"
        rf"{DATE}(?:{AND}(?:(?:{LIMIT}\s+{NAMED}?|{NAMED}){DATE}|{DATE}))*"
        rf"(?:\s*,?\s*{NEXT_YEAR})?",
        needs="0/0",
        limits=ANY_LIMIT,
    ),
    Row(
        "days",
        "trước chậm muộn đến vào ngày",
        rf"(?:{LIMIT}\s+ngày\s+{DAY}-{MONTH}(?!\s*{EVERY}\s+(?:tháng|quý))|ngày\s+{DAY}-{MONTH}(?=\s+{EVERY}\s+năm))"
        rf"(?![0-9/-]|\.[0-9]|\s*(?:/|tháng))(?:\s+{EVERY}\s+năm)?",
        needs="0d; -",
    ),
    Row(
        "days",
        "các ngày hai ba bốn mùng mồng",
        rf"{CLOCK}?(?:{MANY}{NAMED}|{EARLY}){DAY}(?![0-9/])(?:{AND}(?:{NAMED}|{EARLY})?{DAY}(?![0-9/%]))*{OF}",
        needs=f"0d; tháng quý kỳ; {pairs('0', ', ( của trong vào tháng hằng mỗi từng các kỳ quý')}",
        limits=ANY_LIMIT,
        behind="0 thứ chủ",
    ),
    Row(
        "days",
        "các ngày",
        rf"{CLOCK}?{NAMED}{DAY}(?![0-9/%]|\s+tháng\s+[0-9])"
        rf"(?:{AND}(?:{NAMED}{DAY}(?![0-9/%]|\s+tháng\s+[0-9])|{DAY}(?![0-9/%]|\s+tháng\s+[0-9])))*",
        needs="0d",
        limits=ANY_LIMIT,
        behind="0 thứ chủ",
    ),
    # Periods.
    Row(
        "vague",
        "trước sau trong",
        r"(?:trước|sau|trong)\s+(?:mùa|kỳ nghỉ|dịp|lễ|năm học|ngày hội|ngày lễ|đại hội|kỳ họp|bầu cử)\b"
        r"(?:\s+[^\W\d_]+){0,3}(?:(?<=\snăm)\s+[0-9]{4})?",
    ),
    Row(
        "vague",
        "nhân dịp",
        rf"(?:nhân\s+)?(?:dịp\s+|đợt\s+)?Tết\b{END}",
        needs="tết",
        limits="trước sau trong",
        behind="đợt tết",
    ),
    Row("vague", "nhân dịp", rf"(?:nhân )?dịp\b{END}", needs="dịp"),
    Row(
        "vague",
        "tuần",
        rf"tuần\s+(?:đầu|cuối|thứ\s+\w+)(?:\s+(?:tiên|cùng))?(?:\s+của)?\s+{EVERY}\s+(?:tháng|quý|năm)\b",
        needs="tuần",
        limits="trước sau trong",
    ),
    Row(
        "vague",
        "đầu giữa cuối tuần thượng trung hạ nửa",
        rf"{VAGUE_PART}\s+(?:{MONTHS}|{QUARTERS}|tháng|quý|năm(?:\s*{YEAR})?)(?![^\W\d_])",
        needs="đầu giữa cuối tuần nửa; tháng quý năm",
        limits="chậm muộn trước sau trong",
        behind="vài hai ba một",
    ),
    Row(
        "halves",
        "0 sáu chín nửa",
        HALVES,
        needs="đầu cuối; năm; tháng nửa",
        limits="trước chậm muộn xong đến hết vào trong",
    ),
    Row("quarters", "các quý", QUARTERS, "quý", limits=ANY_LIMIT),
    Row("months", "các tháng", rf"{MONTHS}(?:\s+{NEXT_YEAR})?", "tháng", limits=ANY_LIMIT),
    Row(
        "monthof",
        "tháng các quý kỳ",
        rf"(?:các\s+)?(?:{MONTH_OF}|(?:tháng|quý|kỳ)\s+(?:còn lại|khác))",
        needs="tháng còn khác",
    ),
    Row(
        "yearend",
        "đến hết cuối xong trước trong",
        r"(?:đến (?:hết|cuối)|hết|xong (?:trong|trước)|trước|trong)\s+(?:cả\s+)?"
        rf"năm(?:\s*{YEAR}|\s+kế hoạch)?(?!\s*(?:sau|trước|liền|kế))",
    ),
    Row(
        "counted",
        "0 một hai ba bốn",
        rf"{COUNT}\s*{TIMES}\s*(?:/|mỗi|trong|một)?\s*(?:(?:0?1|một)\s+)?"
        r"(?:ngày|tuần|tháng|quý|(?:0?6|sáu) tháng|năm(?:\s+học(?:\s+[0-9]{4}\s*[-–]\s*[0-9]{4})?)?|học kỳ)\b"
        r"(?!\s*[0-9])",
    ),
    Row(
        "pieces",
        "0 một hai ba bốn",
        rf"{COUNT}\s+(?:tin(?:, bài| bài)?|bài|phóng sự|video|chuyên mục|chương trình|phút|giờ|ngày|buổi|vụ|lượt|hộ"
        r"|cuộc|lớp)"
        r"(?:\s+[^\W\d_]+)?\s*/\s*(?:ngày|tuần|tháng|quý|năm|(?:0?6|sáu)\s+tháng)\b",
        needs="/; tin bài phóng video chuyên chương phút giờ ngày buổi vụ lượt hộ cuộc lớp; ngày tuần tháng quý năm",
    ),
    Row(
        "counted",
        "0 một hai ba bốn năm sáu chín mười mỗi",
        rf"(?:mỗi\s+)?{COUNT}\s+(?:tháng|tuần|quý|năm)(?:\s*/\s*(?:{COUNT}\s+)?|\s+{COUNT}\s+)lần\b",
        needs="lần",
    ),
    Row(
        "recur",
        "hằng hàng mỗi từng theo",
        rf"(?:{EVERY}\s+năm\s+{YEAR}\s*[-–]\s*{YEAR}"
        rf"|(?:{EVERY}|theo)\s+{ITEMS}(?:(?<=năm)\s+học)?\b)",
    ),
    Row(
        "regular",
        "định",
        rf"{NO_COMPOUND}định kỳ(?:\s+{TERMS}|\s+(?:mỗi\s+)?(?:0?3(?:\s*\(ba\))?"
        rf"|ba)\s+tháng(?!\s*/|\s+(?:[0-9]"
        rf"|một)\s+lần)\b"
        rf"|\s+(?:theo\s+)?(?:{EVERY}\s+)?{ITEMS}(?:(?:\s*,|\s+và)\s+(?:một|0?1)\s+(?:tháng|quý|năm))*\b"
        r"(?:\s*/\s*lần\b)?)?",
    ),
    Row(
        "steady",
        "thường liên quanh suốt cả các",
        r"(?<!chi )thường xuyên(?:(?:,?|\s+và)\s+liên tục)?|liên tục|(?:quanh|suốt|cả)\s+năm(?!\s*[0-9])"
        r"|các tháng trong năm",
    ),
    Row("week", "đầu cuối", r"(?:đầu|cuối)\s+tuần"),
    Row("report", "báo", r"báo cáo(?!\s+viên)"),
    Row(
        "items",
        "tháng quý năm tuần 0 sáu chín",
        rf"{ITEMS}(?:(?:\s*,|\s+và)\s+(?:một|0?1)\s+(?:tháng|quý|năm)(?=\s*(?:[),;.]|\Z)))*\b",
    ),
    Row(
        "except",
        "riêng trừ ngoại không thay đối",
        r"trừ trường hợp[^,.;()]*|(?:ngoại )?trừ|(?<!sầu )riêng|không (?:thực hiện|kể|tính|gồm|áp dụng)"
        r"|thay (?:bằng|cho)"
        r"|đối với",
    ),
    Row(
        "year",
        "năm",
        rf"năm\s+(?:{YEAR}|sau|trước{NEXT_IS_DAY}|liền kề|kế tiếp|tiếp theo|nay|kế hoạch)",
    ),
    Row(
        "duration",
        "0 một hai ba năm sáu bảy tám chín mười",
        rf"(?<![^\W\d_]){COUNT}\s+(?:giây|{UNIT})\b(?:\s+liên (?:tục|tiếp))?",
    ),
    Row("monthyear", "0", rf"(?<![\w/.-]){MONTH}\s*/\s*{YEAR}(?![0-9/])", needs="/"),
    Row("fraction", "0", r"[0-9]+/[0-9]+"),
    Row("occurrence", "lần đợt kỳ", r"(?:lần|đợt|kỳ)\s+(?:[0-9]{1,2}(?!\s+tháng)|I{1,3}|IV)\b"),
)
"""At a word the first row that fits wins."""
