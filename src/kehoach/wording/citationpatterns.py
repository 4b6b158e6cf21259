"""Patterns of legal citations: document types, codes, dates, laws by name, the part of a document that is cited."""

from __future__ import annotations

import re

from kehoach.wording.latepatterns import late

TYPES: dict[str, str] = {
    "Nghị quyết": "NQ",
    "Nghị định": "NĐ",
    "Quyết định": "QĐ",
    "Chỉ thị": "CT",
    "Kế hoạch": "KH",
    "Công văn": "CV",
    "Công điện": "CĐ",
    "Thông tư": "TT",
    "Chương trình": "CTr",
    "Kết luận": "KL",
    "Tờ trình": "TTr",
    "Thông báo": "TB",
    "Báo cáo": "BC",
    "Hướng dẫn": "HD",
    "Quy định": "QĐi",
    "Quy chế": "QC",
    "Đề án": "ĐA",
    "Phương án": "PA",
    "Thông tri": "TTri",
    "Lệnh": "L",
    "Văn bản": "VB",
    "Biên bản": "BB",
    "Giấy mời": "GM",
    "Pháp lệnh": "PL",
    "Bộ luật": "BL",
    "Luật": "L",
    "Hiến pháp": "HP",
}
"""Document types and their abbreviation in a symbol."""

LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")

UPPER = "A-ZĐƯƠÂÊÔĂ"
_GAP = r"\s{0,4}"
_TOKEN = rf"[{UPPER}][A-Za-zĐƯƠÂÊÔĂđư0-9&]{{0,24}}"
_SYMBOL = (
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}}){_GAP}[/-]{_GAP})?(?P<letters>{_TOKEN}(?:{_GAP}[-/–]{_GAP}{_TOKEN}){{0,4}})"
)
# A number has a dot only before a year: 66.7/2025/NQ-CP.
_NUMBER = rf"(?P<number>[0-9]{{1,4}}\.[0-9]{{1,3}}(?={_GAP}/{_GAP}(?:19|20)[0-9]{{2}})|[0-9]{{1,6}}[a-z]?)"
_CODE = rf"{_NUMBER}?{_GAP}(?P<joint>[/–-]){_GAP}{_SYMBOL}"
_DATE = (
    r"(?:(?:cùng\s{1,4})?ngày\s{1,4})"
    r"(?:(?P<d1>[0-9]{1,2})\s?[/.-]\s?(?P<m1>[0-9]{1,2})\s?[/.-]\s?(?P<y1>[0-9]{4})"
    r"|(?P<d2>[0-9]{1,2})\s{1,4}tháng\s{1,4}(?P<m2>[0-9]{1,2})\s{1,4}năm\s{1,4}(?P<y2>[0-9]{4}))"
)
_OTHER_TYPE = "Nghị quyết|Nghị định|Quyết định|Chỉ thị|Kế hoạch|Thông tư"
_ANY_TYPE = "|".join(sorted((re.escape(name).replace("\\ ", r"\s{1,4}") for name in TYPES), key=len, reverse=True))
_LAW_TYPE = "|".join(
    re.escape(name).replace("\\ ", r"\s{1,4}") for name in ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")
)

# A type, at most three plain words of a qualifier ("hành động", "định hướng", "liên tịch"), "số", the code.
NUMBERED = late(
    rf"(?<![^\W_])(?P<type>{_ANY_TYPE})(?P<qualifier>(?:\s{{1,4}}[^\W\d_]{{1,9}}){{0,3}}?)\s{{1,4}}(?:số:?\s{{0,12}})?{_CODE}(?![^\W_])",
    re.IGNORECASE,
)
MORE = late(rf"\s{{0,4}}(?:,|;|và|,\s{{0,4}}và)\s{{0,4}}(?:số:?{_GAP})?{_CODE}(?![^\W_])")
BARE = late(rf"(?<![\w/.-]){_CODE}(?![^\W_])")
_AMENDING = r"(?:\s{0,4}\((?:sửa\s{1,4}đổi(?:,\s{0,4}bổ\s{1,4}sung)?|hợp nhất)\))?"
FOLLOWING_DATE = late(rf"\s{{0,4}}(?P<bracket>[,(]?)\s{{0,4}}{_DATE}(?![0-9])")
_LAW_CODE = rf"(?:số:?{_GAP})?(?P<law>[0-9]{{1,4}}/(?:19|20)[0-9]{{2}}/(?:PL-)?(?:UBTV)?QH[0-9]{{1,2}})"
LAW = late(
    rf"(?<![^\W_])(?P<type>{_LAW_TYPE})\s{{1,4}}(?P<name>[^\W\d_][^;.:()“”\"]{{2,240}}?{_AMENDING})"
    rf"(?:,?\s{{1,4}}{_LAW_CODE})?"
    rf"(?:,?\s{{1,4}}{_DATE}|,?\s{{1,4}}năm\s{{1,4}}(?P<y3>(?:19|20)[0-9]{{2}}))(?![0-9])"
)
LAW_BY_NUMBER = late(
    rf"(?<![^\W_])(?P<type>{_LAW_TYPE})\s{{1,4}}"
    rf"(?P<name>[^\W\d_][^;.:()“”\"]{{2,240}}?{_AMENDING})\s{{1,4}}{_LAW_CODE}(?![^\W_])"
)
CONSTITUTION = late(
    rf"(?<![^\W_])(?P<type>Hiến\s{{1,4}}pháp)(?P<name>)"
    rf"(?:\s{{1,4}}{_DATE}|\s{{1,4}}năm\s{{1,4}}(?P<y3>(?:19|20)[0-9]{{2}}))(?![0-9])"
)
OF_LAWS = late("uật|Pháp|Hiến")
OF_CODES = late(rf"[/–-]{_GAP}[{UPPER}]")
INNER_LAW = late(rf"(?<![^\W_])(?:{_LAW_TYPE})\s")
INNER_CODE = late(rf"\bsố\s*[0-9]|[0-9]/|(?<![^\W_])(?:{_OTHER_TYPE})\b")
# Words that show that no law is named, or that the date is not the law's: "Luật sư", "Luật này có hiệu lực từ ngày".
NO_LAW = late(r"(?:này|đó|sư|gia)\b|.*\b(?:có hiệu lực|trên địa bàn|thông qua|thi hành từ)\b")
# "Kỷ Luật" (discipline) is no law.
DISCIPLINE = late(r"(?<![^\W_])[Kk]ỷ\s{1,4}\Z")

_PART = r"(?:điểm|khoản|điều|mục|phần|chương|tiết|phụ\s{1,2}lục|gạch đầu dòng thứ)\s{1,2}[0-9a-zđA-ZĐ][0-9IVX.]{0,6}"
POINT = late(
    rf"(?<![^\W_])(?P<point>{_PART}(?:(?:\s{{0,2}},|\s{{1,2}}và|\s{{1,2}}đến)?\s{{1,2}}{_PART}){{0,12}})"
    r"\s{0,2},?\s{1,2}(?:của\s{1,2})?\Z",
    re.IGNORECASE,
)
SHARING = late(r"\s{0,4}(?:,|;|và|,\s{0,4}và)\s{0,4}(?:số\s{1,4})?")
