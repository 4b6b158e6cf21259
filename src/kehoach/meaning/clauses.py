"""The clause around words of time: the report or task that is timed, and the body that a time binds alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.meaning.bodies import find_bodies
from kehoach.meaning.bodynouns import HEAD
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.timetokens import Lexeme
from kehoach.wording.latepatterns import late

_PERIODIC = ("recur", "regular")
_DATED = ("days", "months", "quarters", "halves", "monthof", "yearend")
_OTHERS = (*_DATED, "except")
_EDGES = " \t,;:.()-–+•"
_OPENING = late(r"\A(?:(?:và|thì|riêng|đối với|ngoại trừ|trừ)\s+)+", re.IGNORECASE)
_VERBS = (
    r"thì|gửi|báo cáo|nộp|tổng hợp|hoàn thành|thực hiện|trình|xây dựng|đăng ký|triển khai|tổ chức|ban hành|chốt|"
    r"cập nhật|chậm nhất|muộn nhất|trước|rà soát|công khai|lập|có trách nhiệm|phải"
)
_NO_TASK = frozenset(
    (
        "như vậy",
        "theo đó",
        "do đó",
        "lưu ý",
        "dự kiến",
        "phấn đấu",
        "bảo đảm",
        "đảm bảo",
        "yêu cầu",
        "thời gian",
        "giai đoạn",
    )
)
"""What opens a sentence and is no task by itself: what is timed stands behind the time."""
_OR = late(r"(?:hoặc|và)\b", re.IGNORECASE)
"""What opens brackets with another time: "hằng năm (hoặc đột xuất khi có yêu cầu) báo cáo …"."""
_POINT = re.compile(r"\A\s*(?:[-–+•]\s*)?\(?(?:[a-zđ][0-9]?|[0-9]{1,2})\)\s+")
"""The label of a point: "d) Định kỳ …"."""
_SENDING = late(r"(?:gửi|nộp|báo cáo|trình|hoàn thành|xong)?", re.IGNORECASE)
"""What says nothing of a work in brackets by itself: "6 tháng (gửi trước ngày 15/6)"."""
_ALL_PERIOD = late(r"(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần)", re.IGNORECASE)
"""How often, and no work: "Định kỳ hằng năm (trước ngày 15/12) báo cáo …"."""
_SUDDEN = late(r"(?:hoặc|và)\s+đột xuất", re.IGNORECASE)
"""Another time beside the first, and no work: "Định kỳ hằng năm hoặc đột xuất (khi có yêu cầu), Quỹ báo cáo …"."""
_GROUND = late(
    r"(?:theo|căn cứ|trên cơ sở|thực hiện|về|tại)\s(?:(?!\b(?:thì|phải|hoàn thành)\b)[^;.:])*\Z", re.IGNORECASE
)
"""On what ground a thing is done."""
_BODY = late(
    rf"(?P<body>[^\d:;.()]*?[^\W\d_])\s*(?:[,:]?\s*\b(?:{_VERBS})\b|[:(]|,\s*(?:(?=\Z)|(?:thời (?:hạn|gian|điểm)"
    rf"|hạn|việc|thì)\b))",
    re.IGNORECASE,
)
_JOINT = late(r"\s*(?:,|và|,\s*và)\s*")
_ANOTHER_REPORT = late(
    r"báo cáo\b.*[,;]\s+(?:và\s+)?(?=báo cáo\s+(?:tuần|tháng|quý|năm|đột xuất|[0-9]+ tháng))", re.IGNORECASE | re.DOTALL
)
_LAST_JOINED = late(r"\S\s+(?:và|đồng thời)\s+(?P<work>(?:(?!\s(?:và|đồng thời)\s)[^,;.:()])+)\Z")
_NUMBERED_ROUND = late(r"(?:và\s+)?(?:đợt|lần|vòng|giai đoạn)\s+\w+", re.IGNORECASE)
_ENDS = late(r"(?:phải\s+)?(?:hoàn thành|hoàn tất|kết thúc|thực hiện|xong)(?:\s+xong)?", re.IGNORECASE)
"""Verbs of ending that say of no work by themselves what it is."""
_FOR_BODY = late(r"[\s,;]*(?:(?:và|còn)\s+)?(?:đối với\s+)?", re.IGNORECASE)
_FOR = late(r"\s*(?:đối với|áp dụng (?:cho|với|đối với)|với(?=\s+(?:các|những|cấp)\s))\s+")
_BODILY = late(rf"(?:(?:các|những)\s+)?(?:{HEAD}|cấp (?:tỉnh|xã|huyện)|thôn|buôn|trường|xã|phường)\b")
_LEADING = late(
    rf"(?![Bb]áo cáo\b)(?P<body>(?:[Cc]ác\s+)?(?:{HEAD}|[Tt]hôn|[Bb]uôn|[Tt]rường)\b[^.;:()]{{0,90}}?)\s+(?:{_VERBS})\b"
)


def subject_words(text: str, boundary: int, lexeme: Lexeme, around: Sequence[Lexeme], both_sides: bool = False) -> str:
    """Give the words that a time belongs to: those before it in its clause, or else those behind it.

    Where the text opens with a time, each time has what follows it: "Tháng 6 sơ kết, tháng 12 tổng kết".
    ``both_sides`` joins the two, for what stands amid its clause: "các phòng thường xuyên theo dõi".
    """
    before = _trimmed(_without_periods(text, _out_of_brackets(text, boundary, lexeme.start), lexeme.start, around))
    if not both_sides and _SENDING.fullmatch(before) and (named := _in_front_of_brackets(text, boundary, lexeme)):
        return named
    if not both_sides and (report := _ANOTHER_REPORT.match(before)):
        before = before[report.end() :]
    joined = "" if both_sides else _joined_work(text, lexeme, around)
    if joined and not _ENDS.fullmatch(joined):
        return joined
    opening = bool(joined) or _opens_with_time(text, around) or opens_its_clause(text, lexeme, around)
    if not both_sides and opening and (own := _following(text, lexeme, around)):
        return own
    if not both_sides and _tells_ground(text, before, lexeme) and (own := _following(text, lexeme, around)):
        return own
    if len(re.findall(r"[^\W\d_]+", before)) > 1 and not both_sides and before.lower() not in _NO_TASK:
        return before
    if not both_sides and _NUMBERED_ROUND.fullmatch(before):
        return before
    ends = (x.start for x in around if x.start >= lexeme.end and (x.text in (";", ".", "(") or x.kind in _OTHERS))
    end = next(ends, len(text))
    behind = "" if _names_next(text, lexeme, end) else _trimmed(text[lexeme.end : end])
    if _SUDDEN.fullmatch(behind) and text[end : end + 1] == "(":
        behind = _behind_brackets(text, end, around)
    if both_sides and (own := _joined_behind(text, lexeme, around)):
        behind = _trimmed(behind.removesuffix(own))
    return f"{before} {behind}".strip() if both_sides else behind or before


def _behind_brackets(text: str, opening: int, around: Sequence[Lexeme]) -> str:
    """Give the words of the sentence behind brackets that open at a place."""
    closed = text.find(")", opening)
    end = next((x.start for x in around if x.start > closed and x.text in (";", ".")), len(text))
    return _trimmed(text[closed + 1 : end]) if closed >= 0 else ""


def _in_front_of_brackets(text: str, boundary: int, lexeme: Lexeme) -> str:
    """Give the words before the brackets that a time stands in: "Định kỳ 6 tháng (gửi trước ngày 15/6)"."""
    opening = text.rfind("(", boundary, lexeme.start)
    within = opening > text.rfind(")", boundary, lexeme.start)
    named = _trimmed(text[boundary:opening]) if within else ""
    return "" if _ALL_PERIOD.fullmatch(named) else named


def _tells_ground(text: str, before: str, lexeme: Lexeme) -> bool:
    """Whether the words before a time between commas tell the ground alone: "Theo Kế hoạch, trước ngày 18/4, Sở …"."""
    commas = text[: lexeme.start].rstrip()[-1:] == "," and text[lexeme.end :].lstrip()[:1] == ","
    return commas and _GROUND.match(before) is not None


def _out_of_brackets(text: str, start: int, end: int) -> int:
    """Go on behind the rest of brackets that a place lies in: "(trước ngày 30/6 | của năm), năm (…)"."""
    closed = text.find(")", start, end)
    within = closed >= 0 and text.rfind("(", 0, start) > text.rfind(")", 0, start) and text.find("(", start, closed) < 0
    return closed + 1 if within else start


def _names_next(text: str, lexeme: Lexeme, end: int) -> bool:
    """Whether what stands behind a time in brackets is what the next brackets tell of: "6 tháng (…), năm (…)"."""
    within = text.rfind("(", 0, lexeme.start) > text.rfind(")", 0, lexeme.start)
    return within and text[end : end + 1] == "(" and ")" in text[lexeme.end : end]


def _joined_behind(text: str, lexeme: Lexeme, around: Sequence[Lexeme]) -> str:
    """Give the work behind a period that the next day alone is of."""
    day = next((x for x in around if x.start >= lexeme.end and x.kind in _DATED), None)
    return _joined_work(text, day, around) if day else ""


def _opens_with_time(text: str, around: Sequence[Lexeme]) -> bool:
    first = next((x for x in around if x.kind in _DATED), None)
    return first is not None and not text[: first.start].strip(_EDGES)


def opens_its_clause(text: str, lexeme: Lexeme, around: Sequence[Lexeme]) -> bool:
    """Whether a time has its own work behind it: "Hằng tháng phát sóng 02 chuyên mục, trong quý I phát sóng 01"."""
    before = _behind_period(text, lexeme, around).rstrip()
    own = (
        before.endswith((",", ";", " và", " đồng thời"))
        and opens_verb(before, alone=True)
        and opens_verb(text[lexeme.end :], alone=True)
    )
    return own or bool(_joined_work(text, lexeme, around))


def _behind_period(text: str, lexeme: Lexeme, around: Sequence[Lexeme]) -> str:
    """Give the words between a period that opens the text and a time behind it, empty where none does."""
    first = next((x for x in around if x.kind in _PERIODIC), None)
    if first is None or first.start >= lexeme.start or text[: first.start].strip(_EDGES):
        return ""
    return text[first.end : lexeme.start]


def _joined_work(text: str, lexeme: Lexeme, around: Sequence[Lexeme]) -> str:
    """Give the work that a single day is of where another comes back: "Hằng quý đối thoại và tổng kết trước 30/11"."""
    before = _behind_period(text, lexeme, around)
    match = _LAST_JOINED.search(before)
    if match is None or lexeme.kind not in _DATED or not opens_verb(before.lstrip(), alone=True):
        return ""
    work = match["work"].strip(_EDGES)
    ends = bool(_ENDS.fullmatch(work)) and bool(_following(text, lexeme, around))
    return work if ends or (not _ENDS.fullmatch(work) and opens_verb(work, alone=True)) else ""


def _following(text: str, lexeme: Lexeme, around: Sequence[Lexeme]) -> str:
    """Give the words between a time and the next one, or in the brackets behind it."""
    behind = [x for x in around if x.start >= lexeme.end and (x.kind in _OTHERS or x.text in (";", ".", "(", ")"))]
    if behind and behind[0].text == "(" and not text[lexeme.end : behind[0].start].strip():
        close = next((x.start for x in behind if x.text == ")"), len(text))
        inside = _trimmed(text[behind[0].end : close])
        if not _OR.match(inside):
            return inside
        end = next((x.start for x in behind if x.start > close and x.text in (";", ".")), len(text))
        return _trimmed(text[close + 1 : end])
    return _trimmed(text[lexeme.end : behind[0].start if behind else len(text)])


def _without_periods(text: str, start: int, end: int, around: Sequence[Lexeme]) -> str:
    parts, at = [], start
    for lexeme in around:
        if lexeme.kind in _PERIODIC and start <= lexeme.start and lexeme.end <= end:
            parts.append(text[at : lexeme.start])
            at = lexeme.end
    return "".join((*parts, text[at:end]))


def _trimmed(words: str) -> str:
    words = _POINT.sub("", words, count=1)
    return _OPENING.sub("", words.strip(_EDGES), count=1).strip(_EDGES).removesuffix(" và").rstrip(_EDGES)


def body_after(text: str, start: int, end: int) -> str:
    """Give the body that stands behind "riêng" or "đối với", up to its verb; empty where no noun of a body stands."""
    behind = _FOR_BODY.sub("", text[start:end], count=1)
    reached = 0
    for name in find_bodies(behind):
        if not name.sure or not (_JOINT.fullmatch(behind, reached, name.start) if reached else name.start == 0):
            break
        reached = name.end
    if reached:
        return " ".join(behind[:reached].split())
    match = _BODY.match(behind + " trước")
    return match["body"].strip(_EDGES) if match and _BODILY.match(match["body"]) else ""


def said_behind(text: str, end: int, around: Sequence[Lexeme]) -> tuple[str, str]:
    """Give what "đối với" names right behind a time: a task and a body, one of them empty.

    "trước ngày 17 đối với UBND các xã" binds a body; "trước ngày 12/6 đối với báo cáo 6 tháng" times a report.
    """
    match = _FOR.match(text, end)
    if match is None:
        return "", ""
    stops = (
        x.start for x in around if x.start >= match.end() and (x.text in (";", ".", "(", ":") or x.kind in _OTHERS)
    )
    words = text[match.end() : next(stops, len(text))].strip(_EDGES).removesuffix(" và").rstrip(_EDGES)
    return ("", words) if _BODILY.match(words) else (words, "")


def follows_another(text: str, boundary: int) -> bool:
    """Whether what follows a place says what the time before it is for: "… đối với cấp tỉnh, trước 30/9"."""
    return bool(boundary and _FOR.match(text, boundary))


def leading_body(subject: str) -> str:
    """Give the body that words of a task open with, up to its verb."""
    match = _LEADING.match(subject)
    return match["body"].strip(_EDGES).removesuffix(" có thể") if match else ""
