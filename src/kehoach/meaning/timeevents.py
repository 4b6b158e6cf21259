"""The rows of times that are counted from something that happens, or are when it happens."""

from __future__ import annotations

from typing import NamedTuple

from kehoach.meaning.timepatterns import (
    ANCHOR,
    COUNT,
    DATE,
    END,
    EVERY,
    EVERY_FEW,
    ITEMS,
    LATEST,
    MANY_COUNT,
    MONTH,
    NUMERAL,
    PART_OF_HOURS,
    SEASON,
    TERM,
    UNIT,
    YEAR,
)


class Row(NamedTuple):
    """A kind of lexeme: the words that it can begin with ("0" for figures), and its pattern.

    A limit can stand before it, which begins with one of the words ``limits`` ("trước tháng 6"); behind that it can
    begin with those of ``behind`` as well. The pattern says nothing of limits: it would be three times as long.

    Wherever the pattern fits, a line has a word of each group in ``needs``, which semicolons part ("0" for a figure,
    "0/0" for those of a date, "0d" for a day that is its number alone, "-" and "/" where there are figures, "a+b" for
    two words one behind the other), so that in most lines it need not be tried; most runs never compile it.
    """

    kind: str
    first: str
    pattern: str
    needs: str = ""
    limits: str = ""
    behind: str = ""


def pairs(words: str, others: str) -> str:
    """Give what a row needs where one of some words stands right before one of others."""
    return " ".join(f"{word}+{other}" for word in words.split() for other in others.split())


_EACH = "hằng hàng mỗi từng"
_COUNTS = "0 một hai ba bốn năm sáu bảy tám chín mười"
_SOMEBODY = r"(?-i:Sở|Ủy ban|UBND|HĐND|Bộ|Phòng|Công an|Chi cục|Cục|Ban|Trung tâm|Văn phòng|Chủ tịch|Giám đốc|Các)"
_HAPPENS = r"(?:(?!kéo|diễn|trong|tổ|mở|còn|là|có|được|từ|đến|khi|ít|tối)[^\W\d_]+)"
"""A word of what happens, "phát sóng", "kỳ"; none that says how long it goes on."""

_NOBODY = (
    r"(?:công việc|công tác|nhiệm vụ|thực tiễn|thực tế|quy định|luật|pháp luật|nghị quyết|kế hoạch|chương trình|thời kỳ"
    r"|tình hình|sự|việc|quá trình|từng|đề án|dự án|thị trường|phát triển|cải cách|đổi mới|vị trí|chức danh)(?![^\W_])"
)
"""What requires without asking anybody: "phù hợp theo yêu cầu của thực tiễn"."""

EVENTS: tuple[Row, ...] = (
    Row(
        "clause",
        "có",
        rf"có hiệu lực(?: thi hành)?(?:\s+(?:kể từ|từ))?\s+\(?ngày\s+(?:{DATE}|ký(?:\s+ban hành)?)"
        rf"(?:\s+(?:cho\s+)?đến\s+(?:hết\s+)?ngày\s+{DATE})?",
        needs="lực",
    ),
    Row("clause", "hết", rf"hết hiệu lực(?: thi hành)?\s+(?:kể )?từ\s+ngày\s+(?:{DATE}|[^\W\d_]{END})", needs="lực"),
    Row(
        "relative",
        "chậm muộn trong không tối sau",
        rf"{LATEST}|trong(?:\s+(?:vòng|thời hạn|thời gian|phạm vi))?|không quá|tối đa|sau)"
        rf"\s+{MANY_COUNT}(?:\s*\([^)]*\))?\s+{UNIT}\s*,?\s+kể từ ngày\s+[^\W\d_][^,.;:()0-9]{{2,60}}?"
        rf"\shiệu lực(?: thi hành)?(?=\s+{_SOMEBODY}\s)",
    ),
    Row(
        "relative",
        "chậm muộn trong không tối sau quá hết",
        rf"{LATEST}|trong(?:\s+(?:vòng|thời hạn|thời gian|phạm vi))?|không quá|tối đa"
        rf"|(?:sau|quá|hết)(?:\s+(?:thời hạn|thời gian))?)"
        rf"\s+{MANY_COUNT}(?:\s*\([^)]*\))?\s+{UNIT}(?:\s*\([^)]*\))?\s*,?\s+(?:trước\s+)?{ANCHOR}\b{END}",
        needs=f"kể từ sau trước khi; phút giờ ngày tuần tháng năm; {_COUNTS}",
    ),
    Row(
        "relative",
        "chậm muộn trong",
        rf"{LATEST}|trong (?:vòng|thời hạn|phạm vi))\s+{MANY_COUNT}(?:\s*\([^)]*\))?\s+{UNIT}"
        r"(?!\s*[0-9]|\s+(?:đầu|cuối|ngày\s*[0-9]|thứ\s|hằng|hàng|mỗi))",
        needs=f"nhất vòng hạn vi; phút giờ ngày tuần tháng năm; {_COUNTS}",
    ),
    Row("relative", "sau", rf"sau\s+{COUNT}\s+{UNIT}(?!\s*[0-9]|\s*,?\s*ngày\s*[0-9]){END}"),
    Row("relative", "kể", rf"kể từ\s+(?:khi|lúc|ngày(?!\s*[0-9])|thời điểm)\s+{END}"),
    Row(
        "relative",
        "trước",
        rf"trước (?:ít nhất |tối thiểu )?{COUNT}\s+(?:giờ|ngày|tuần|tháng)\b(?:\s+làm việc)?"
        rf"(?!\s*(?:ngày\s+)?[0-9]){END}",
        needs=f"giờ ngày tuần tháng; {pairs('trước nhất thiểu', _COUNTS)}",
    ),
    Row(
        "relative",
        "trước",
        rf"trước\s+(?:ngày|khi|lúc)\s+[^\W\d_][^,.;:()0-9]{{2,60}}?\s+(?:ít nhất\s+|tối thiểu\s+)?{COUNT}\s+{UNIT}"
        r"(?![^\W_]|\s*[0-9])",
        needs=f"ngày khi lúc; phút giờ ngày tuần tháng năm; {_COUNTS}",
    ),
    Row(
        "relative",
        "ngay sau",
        rf"(?:ngay )?sau khi\s+(?!sáp nhập|sắp xếp|hợp nhất|thực hiện sắp xếp){END}|ngay khi\s+{END}",
    ),
    Row(
        "relative",
        "khi",
        r"khi\s+(?:có\s+(?:yêu cầu|đề nghị|vấn đề|sự cố|chỉ đạo|phát sinh|thay đổi|văn bản|hướng dẫn)"
        rf"|phát sinh|xảy ra|cần thiết|được yêu cầu){END}",
    ),
    Row(
        "relative",
        "theo",
        rf"theo yêu cầu(?:\s+đột xuất)?(?:\s+của\s+(?!{_NOBODY}){END}|(?=\s*(?:[.;,)/]|\Z|và\s|hoặc\s|phải\s))"
        rf"|\s+đột xuất)",
        needs="yêu",
    ),
    Row("relative", "theo", r"theo (?:đề nghị|yêu cầu)(?=\s*(?:[.;)]|\Z|để\s))", needs="theo+đề theo+yêu"),
    Row(
        "relative",
        "sau trước",
        rf"(?:sau|trước\s+(?:mỗi|từng))\s+(?:{_HAPPENS}\s+){{1,3}}?(?:ít nhất\s+|tối thiểu\s+)?{COUNT}\s+{UNIT}"
        r"(?=\s*(?:[.;,)]|\Z))",
        needs="phút giờ ngày tuần tháng năm",
    ),
    Row(
        "relative",
        "tối ít",
        rf"(?:tối thiểu|ít nhất)\s+{MANY_COUNT}(?:\s*\([^)]*\))?\s+{UNIT}\s+trước\s+"
        rf"(?:khi|ngày|thời điểm|thời hạn|lúc|kỳ họp|cuộc họp|buổi|phiên)\s+(?![0-9]){END}",
        needs="trước; phút giờ ngày tuần tháng năm",
    ),
    Row(
        "relative",
        "ngày",
        rf"ngày\s+[0-9]{{1,2}}\s+(?:của\s+)?tháng\s+(?:liền kề\s+|ngay\s+)?trước\s+(?:tháng|khi|ngày|kỳ|đợt)\s"
        rf"(?!\s*(?:[0-9]|báo cáo)){END}",
        needs="0d",
        limits="trước chậm muộn vào",
    ),
    Row(
        "relative",
        _COUNTS,
        rf"(?<!còn )(?<!xuống )(?<!so với ){MANY_COUNT}(?:\s*\([^)]*\))?\s+ngày(?:\s+làm việc)?"
        rf"\s*,?\s+(?:(?:kể|tính)\s+)?từ\s+(?:ngày\s+)?{DATE}"
        r"(?!\s*(?:đến|[-–]))",
        needs="0/0; từ",
    ),
    Row(
        "relative",
        "ngày",
        rf"ngày\s+[0-9]{{1,2}}\s+(?:kể\s+)?(?:từ|sau)\s+(?:ngày|khi)\s+(?:kết thúc|hết)\s{END}",
        needs="0d; kết hết",
        limits="trước chậm muộn",
    ),
    Row(
        "relative",
        "tại vào trong",
        r"(?:tại|vào|trong)\s+(?:các\s+)?kỳ họp(?:\s+thường lệ)?\s+(?:đầu|giữa|cuối)\s+năm"
        r"(?:\s+[0-9]{4})?(?:\s+(?:và|,)\s+(?:đầu|giữa|cuối)\s+năm(?:\s+[0-9]{4})?)?(?![^\W_])",
        needs="kỳ",
    ),
    Row(
        "relative",
        "trước",
        rf"trước khi\s+(?!sáp nhập|sắp xếp|hợp nhất|thực hiện sắp xếp)[^\W\d_]{END}",
        needs="trước+khi",
    ),
    Row("within", "không tối", rf"(?:không quá|tối đa)\s+{MANY_COUNT}(?:\s*\([^)]*\))?\s+{UNIT}"),
    Row(
        "within",
        "trong",
        rf"trong\s+{COUNT}(?:\s*\([^)]*\))?\s+(?:giờ|ngày|tuần)(?:\s+làm việc)?(?=\s*(?:[.;,)]|\Z))",
        needs="giờ ngày tuần",
    ),
    Row("sudden", "đột", r"đột xuất"),
    Row(
        "relative",
        "ngay",
        r"ngay\s+trong ngày(?:(?=\s*(?:[.;,)]|\Z))|\s+làm việc\b(?!\s+(?:tiếp|kế|liền|ngay|sau)))",
        needs="ngày",
    ),
    Row(
        "relative",
        "ngay",
        rf"ngay\s+trong ngày\s+(?!làm việc|tiếp|kế|liền|đó|ấy|hôm|thứ|đầu|cuối|lễ|nghỉ)[^\W\d_]{END}",
        needs="ngày",
    ),
    Row(
        "relative",
        "theo đúng",
        r"(?:theo\s+)?đúng thời hạn\s+(?:ghi|nêu)\s+(?:trong|tại|ở)\s+[^,.;:()]{2,60}?(?=\s+hoặc\s|\s*[,.;:()]|\Z)",
        needs="hạn",
    ),
    Row(
        "relative",
        "theo đúng",
        r"(?:theo\s+)?(?:đúng\s+)?(?:tiến độ|lộ trình|thời hạn|thời gian)\s+(?:đã\s+)?(?:được\s+)?(?:quy định|nêu"
        r"|ghi|xác định)"
        r"\s+(?:tại|trong|ở)\s+[^,.;:()]{2,90}?(?=\s+(?:và|hoặc)\s|\s*[,.;:()]|\Z)",
        needs=pairs("tiến lộ", "độ trình") + " " + pairs("thời", "hạn gian"),
    ),
    Row(
        "relative",
        "trong trường",
        r"(?:trong\s+)?trường hợp đột xuất(?=\s*(?:[.;,)]|\Z))",
        needs=pairs("đột", "xuất"),
    ),
    Row(
        "relative",
        "0 trước vào ngày",
        r"(?:(?:trước|vào)\s+)?(?:[0-9]{1,2}\s*(?:giờ|h)\s*(?:[0-9]{2}\s*(?:phút\s*)?)?(?:sáng\s+|chiều\s+)?(?:của\s+)?)"
        r"ngày(?:\s+làm việc)?\s+(?:tiếp theo|kế tiếp|liền kề|hôm sau)(?![^\W_])",
        needs="0; tiếp liền kề hôm kế",
    ),
    Row(
        "relative",
        "khi",
        r"khi\s+(?:kết thúc|hết)\s+(?![0-9])(?:(?!\s(?:và|đồng thời|thì|phải)\s)[^,.;:()])+",
        needs="kết hết",
    ),
    Row(
        "relative",
        "trong suốt",
        r"(?:trong\s+(?:suốt\s+)?|suốt\s+)thời gian\s+(?:có|diễn ra|xảy ra|tổ chức|nghỉ)\s+"
        rf"(?!hiệu lực|thể|thời hạn|[0-9]){END}(?:,\s+[^\W\d_]+(?:\s+[^\W\d_]+){{0,2}}(?=\s*(?:[;.)]|\Z)))?",
        needs="thời",
    ),
    Row("until", "cho đến tới", rf"(?:cho\s+)?(?:đến|tới)\s+khi\s+(?!nay\b){END}", needs="khi"),
    Row("relative", "cuối kết", rf"(?:cuối|kết thúc)\s+(?:mỗi\s+)?nhiệm kỳ\b(?!\s*[0-9]){END}", needs="nhiệm+kỳ"),
    Row(
        "vague",
        "đầu giữa cuối kết hết trước sau trong từ ngay",
        r"(?:(?:trước|sau|trong|ngay|từ|vào)\s+){0,2}?(?:đầu|giữa|cuối|kết thúc|hết|trong|trước|sau)\s+"
        rf"(?:dịp\s+)?{SEASON}(?<!\btrong vụ)(?<!\bsau vụ)(?<!\btrước vụ)",
        needs="học giảng hè vụ",
    ),
    Row(
        "vague",
        "ngay trong mỗi từng",
        r"ngay\s+trong\s+(?:ngày|tuần|tháng|quý|kỳ)(?:\s+(?:làm việc|tiếp theo|đó|ấy))*(?=\s*(?:[.,;)]|\Z))"
        r"|(?:ngay\s+)?trong\s+(?:ngày(?:\s+làm việc)?|tuần|tháng|quý|kỳ)\s+(?:tiếp theo|kế tiếp|liền sau"
        r"|ngay sau|hôm sau)"
        r"(?![^\W\d_])|(?:mỗi|từng)\s+học kỳ(?![^\W_])",
        needs="ngay tiếp liền học hôm",
    ),
    Row(
        "vague",
        "trước vào trong đến hết cuối",
        rf"(?:(?:trước|vào|trong|đến|hết|ngay)\s+){{0,2}}?cuối\s+(?:ngày|{PART_OF_HOURS})(?=\s*(?:[.;,)]|\Z))",
        needs="cuối; ngày giờ",
    ),
    Row(
        "workdays",
        f"các {_EACH} vào trong đầu cuối",
        rf"(?:(?:vào|trong)\s+)?(?:(?:đầu|cuối)\s+(?:giờ\s+)?)?(?:các|{EVERY})\s+ngày làm việc"
        r"(?:\s+trong\s+(?:tuần|tháng))?"
        r"(?![^\W_]|\s+(?:đầu|cuối|thứ|tiếp|kế|liền|sau|trước|của)(?![^\W_]))",
        needs=pairs("ngày", "làm"),
    ),
    Row(
        "recur",
        "vào đầu giữa cuối",
        rf"(?:vào\s+)?(?:đầu|giữa|cuối)\s+(?:{PART_OF_HOURS}\s+)?{EVERY}\s+{ITEMS}(?:(?<=năm)\s+học)?\b",
        needs=pairs("đầu giữa cuối việc chính sáng chiều", _EACH),
    ),
    Row("everyfew", "định mỗi cứ", EVERY_FEW, needs="ngày; lần"),
    Row(
        "everyfew",
        "định",
        r"(?<!kiểm )định kỳ\s+(?:0?[2-9]|hai|ba|bốn|năm)(?:\s*\([^)]*\))?\s+năm\b(?:\s*(?:/|một\s|0?1\s)\s*lần\b)?",
        needs="định+kỳ; năm",
    ),
    Row("everyfew", _COUNTS, rf"{MANY_COUNT}\s+ngày\s*/\s*(?:0?1\s+|một\s+)?lần\b", needs="lần"),
    Row("months", "t", rf"T\s?{MONTH}\s*/\s*{YEAR}", needs="0"),
    Row("quarters", "q", rf"Q\s?[1-4]\s*/\s*{YEAR}", needs="0"),
    Row(
        "range",
        "quý tháng",
        rf"(?:quý\s+{NUMERAL}|tháng\s+{MONTH})\s*(?:/|năm)\s*{YEAR}\s*(?:[-–]|đến(?:\s+hết)?)\s*"
        rf"(?:quý\s+{NUMERAL}|tháng\s+{MONTH})\s*(?:/|năm)\s*{YEAR}",
    ),
    Row("bareyear", "đến trước hết", rf"(?:đến|trước|hết)\s+{YEAR}(?=\s*(?:[.;,)]|\Z))", needs="0"),
    Row("schoolyear", "học", rf"{TERM}(?=\s*(?:[:.;,)]|\Z))", needs="kỳ"),
    Row("schoolyear", "năm", rf"năm học\s+{YEAR}\s*[-–]\s*{YEAR}(?=\s*:)"),
)
"""They stand before the rows of days: what happens can have a day in its words."""
