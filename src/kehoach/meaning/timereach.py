"""Which times a limiting clause reaches, and with which of its words.

A clause behind a time goes along whole; of one before it the words that say in which case it holds. In brackets it is
of the time right before, at the end of a segment of all. One that opens a segment, or the next sentence, reaches back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.meaning.timeclauses import LABEL, Clause, Segment
from kehoach.meaning.timeeventends import end_of_event
from kehoach.meaning.times import PrintedDeadline, Range, Recurring, Relative, Time, Unread
from kehoach.wording.latepatterns import late

_EDGES = " \t\n,;.:()–-"
_SPEAKS_OF_TIME = late(
    r"\b(?:ngày|tháng|quý|năm|tuần|hạn|thời gian|sớm|muộn|chậm|lùi|gia hạn|hoãn|dời|kéo dài|dừng|nghỉ|miễn|sau"
    r"|áp dụng|không (?:phải|cần|thực hiện)|chưa (?:phải|thực hiện))\b",
    re.IGNORECASE,
)
_NO_LIMIT = late(r"\b(?:hoặc|và)\s+\Z|\bhoặc\s+(?:[^\W\d_]+\s+){0,3}\Z|\bchịu trách nhiệm\b", re.IGNORECASE)
"""Before a condition that is another time beside the first, or of what somebody answers for."""
_MOVES = late(
    r"\b(?:hạn|thời gian|thời điểm|sớm|muộn|chậm|lùi|gia hạn|hoãn|dời|kéo dài|(?:dừng|nghỉ)(?=\s*(?:[.;,]|\Z|họp"
    r"|tổ chức|thực hiện|việc|báo cáo))|miễn|áp dụng|trước|sau|sang"
    r"|(?:không|chưa) (?:phải|cần|áp dụng|thực hiện|báo cáo|gửi|nộp|họp|tổ chức|làm|trực|triển khai)"
    r"|(?:ngày|tháng|quý|tuần)(?:\s+(?:[0-9]+|[IVX]+|sau|kế|tiếp|làm việc|nghỉ|lễ|tết|đầu|cuối)))\b",
    re.IGNORECASE,
)
"""What the words behind a condition have to say of, to be of a time before: it is moved, left out, or done then."""
_ANSWERS_FOR = late(r"\bchịu\s+(?:hoàn toàn\s+)?trách nhiệm\b", re.IGNORECASE)
_KEPT = late(
    r"\b(?:hạn|chậm|muộn|sớm|lùi|dời|kéo dài|tiến độ|trùng|nghỉ|thời gian (?:này|trên"
    r"|nêu trên))\b",
    re.IGNORECASE,
)
"""What a case with a time or a duty of its own has to say of, to be one of the time before."""
_THEN_MUST = late(
    r"(?:\s*,)?\s*(?:thì\s+)?(?:[^,.;:()]{2,160}?\s)?(?:phải|có trách nhiệm|thông báo"
    r"|trả lời)(?![^\W_])",
    re.IGNORECASE,
)
"""What somebody has to do in a case, which is a work of its own."""
_FAILS = late(
    r"(?:nếu|trường hợp)\s+(?:không|chưa)\s+(?:thực hiện|chấp hành|hoàn thành|nộp|gửi|báo cáo"
    r"|đăng ký)(?![^\W_])",
    re.IGNORECASE,
)
"""What happens to those who do not do the work is no other time of it, unless it is moved."""
_MOVED = late(r"\b(?:hạn|muộn|lùi|dời|kéo dài|chuyển|hoãn|sang|trước|sau|ngày|tháng|quý)\b", re.IGNORECASE)
_MUST = late(r"\s*(?:phải|có trách nhiệm)(?![^\W_])", re.IGNORECASE)
_BETWEEN = late(r"\s*,\s*")
_EXCEPT_CASE = late(r"(?:ngoại )?trừ\s+(?:các\s+|những\s+)?trường hợp\b", re.IGNORECASE)
_PURPOSE = late(r"\b(?:để|nhằm)\b", re.IGNORECASE)
"""What somebody is to move stands behind it: "báo cáo trước 30/6 để Ủy ban xem xét, lùi thời gian sang quý IV"."""
_SAME_WORK = late(
    r"[^,;.:()]{4,20}?\s+(?:được\s+|có thể\s+|chỉ\s+)?"
    r"(?:gửi|nộp|báo cáo|họp|trực|thực hiện|lồng ghép|ghép|kết hợp|gộp)\b",
    re.IGNORECASE,
)
"""A period with what is done in each of them, not with a work of its own: "quý IV nộp cùng báo cáo năm"."""
_EVERY_YEAR = late(r"\b(?:hằng|hàng|mỗi|từng)\s+năm\b", re.IGNORECASE)
_IN_LIMIT = late(r"(?:chậm|muộn|trước|không quá|xong)\b", re.IGNORECASE)
"""A second limit in brackets, which is of a day: "trong tháng 1 (chậm nhất ngày 15/02 với các xã mới thành lập)"."""
_FOR = late(r"đối với\b", re.IGNORECASE)
"""What is said "đối với" one kind of bodies or things says nothing of what is said "đối với" another."""


def speaks_of(text: str, clause: Clause, value: Time, limiting: Sequence[Clause]) -> bool:
    """Whether a clause can be about a value: not one within its words, nor one of another kind of time or of bodies."""
    if value.start <= clause.marker < value.end or (clause.kind == "period" and not comes_back(value)):
        return False
    if clause.kind == "if" and value.end <= clause.marker and _NO_LIMIT.search(text, value.end, clause.marker):
        return False
    if clause.kind != "own":
        return True
    if _IN_LIMIT.match(text, clause.start):
        return isinstance(value, PrintedDeadline)
    of_some = any(other.kind == "own" and other.marker < value.start < other.end for other in limiting)
    return not (of_some and _FOR.match(text, clause.start))


def names_a_period(text: str, clause: Clause, value: Time, values: Sequence[Time]) -> bool:
    """Whether a value is a period of the rule before it and no time: "hằng quý (quý IV nộp cùng báo cáo năm)"."""
    if clause.kind != "period" or clause.start != value.start or comes_back(value):
        return False
    if not (clause.bracketed or _SAME_WORK.match(text, clause.start)):
        return False
    before = [other for other in values if other.end <= clause.start and comes_back(other)]
    return bool(before) and ". " not in text[before[-1].end : clause.start]


def comes_back(value: Time) -> bool:
    """Whether a time is one of several, of which one period can have another."""
    if isinstance(value, PrintedDeadline):
        return len(value.occasions) > 1 or _EVERY_YEAR.search(value.words) is not None
    return isinstance(value, Recurring)


def words_for(text: str, parts: Sequence[Segment], clause: Clause, value: Time, values: Sequence[Time]) -> str | None:
    """Give the words of a clause that a value must carry; empty for none, None where the value is in a condition."""
    part = parts[clause.segment]
    if part.start <= value.start < part.end:
        return _within(text, part, clause, value, values)
    if value.start >= part.end or not _reaches_back(text, parts, clause, value, values):
        return ""
    return _own_words(text, clause)


def _within(text: str, part: Segment, clause: Clause, value: Time, values: Sequence[Time]) -> str | None:
    """Give what a clause of the value's own segment adds to it."""
    if clause.bracketed and not text.rfind("(", 0, clause.marker + 1) < value.start < clause.end:
        return _own_words(text, clause) if _beside(text, part, clause, value, values) else ""
    if clause.kind == "then" and clause.start <= value.start < clause.asked:
        return None
    if value.start < clause.marker:
        if clause.kind == "never" and value.start >= clause.start:
            return None
        if clause.kind in ("move", "perhaps") and _PURPOSE.search(text, value.end, clause.marker):
            return ""
        between = clause.kind == "if" and _BETWEEN.fullmatch(text, value.end, clause.start)
        if between and _opens(text, part, value) and not _MOVED.search(text, clause.asked, clause.end):
            return text[clause.start : clause.end if _is_cut(text, clause) else clause.asked].strip(_EDGES)
        return _trailing(text, clause, value)
    if value.start >= clause.end:
        return _own_words(text, clause) if clause.bracketed else ""
    return _behind(text, part, clause, value, values)


def _trailing(text: str, clause: Clause, value: Time) -> str:
    """Give the words of a clause behind a value, none of a case in which somebody has another work to do."""
    start = clause.start if clause.start > value.start else value.end
    if clause.kind != "if" or clause.asked >= clause.end:
        return text[start : clause.end].strip(_EDGES)
    another = _MUST.match(text, clause.asked) or _THEN_MUST.match(text, clause.asked)
    if another and not (_MOVES.search(text, clause.asked, clause.end) or _KEPT.search(text, clause.start, clause.end)):
        return ""
    ends = text[clause.asked : clause.asked + 1] == "," and not _is_cut(text, clause)
    moves = not ends or _MOVES.search(text, clause.asked, clause.end)
    return text[start : clause.end if moves else clause.asked].strip(_EDGES)


def _opens(text: str, part: Segment, value: Time) -> bool:
    """Whether a value opens its segment, so that the work stands behind it."""
    return not LABEL.sub("", text[part.start : value.start]).strip(_EDGES)


def _is_cut(text: str, clause: Clause) -> bool:
    """Whether nobody can tell if the words of a condition go on behind the comma that they were read up to."""
    comma = clause.kind == "if" and text[clause.asked : clause.asked + 1] == ","
    return comma and end_of_event(text, clause.marker, clause.asked, clause.end) < 0


def _beside(text: str, part: Segment, clause: Clause, value: Time, values: Sequence[Time]) -> bool:
    """Whether brackets are those of a value: at the end of their segment of all before, else of the nearest."""
    own = [other for other in values if part.start <= other.start < part.end]
    if _IN_LIMIT.match(text, clause.start):
        # "tháng (trước ngày 18), năm (trước ngày 30/11)": what has brackets of its own is not limited by others.
        own = [other for other in own if not _in_brackets(text, other)]
    if value not in own:
        return False
    before = [other for other in own if other.end <= clause.start]
    if not before:
        opening = text.rfind("(", 0, clause.marker + 1)
        # "(trước ngày 30/6, nếu không gia hạn) gửi trước 15/7": what is in brackets limits the time in them.
        return value.start >= clause.end and not any(opening < other.start < clause.end for other in values)
    if _IN_LIMIT.match(text, clause.start) and re.search(r",\s", text[before[-1].end : clause.start]):
        return False  # the brackets are of another work, behind a comma
    at_end = not text[clause.end : part.end].strip(_EDGES)
    return value in before if at_end else value is max(before, key=lambda other: other.end)


def _in_brackets(text: str, value: Time) -> bool:
    return text.rfind("(", 0, value.start) > text.rfind(")", 0, value.start)  # a semicolon may part brackets


def _behind(text: str, part: Segment, clause: Clause, value: Time, values: Sequence[Time]) -> str | None:
    """Give what a clause says of a value behind its marker: in which case it holds, or that it may be so."""
    comma = max(text.rfind(",", clause.marker, value.start), text.rfind(":", clause.marker, value.start))
    if clause.kind in ("if", "then"):
        earlier = any(part.start <= other.start < clause.start for other in values)
        if clause.kind == "then" and value.start >= clause.asked and not earlier:
            return LABEL.sub("", text[part.start : clause.asked].lstrip()).strip(_EDGES)
        if value.start >= clause.asked:
            return text[clause.start : value.start if _is_cut(text, clause) else clause.asked].strip(_EDGES)
        return None if isinstance(value, PrintedDeadline | Range) else ""
    if clause.kind == "perhaps":
        return text[clause.start : value.start].strip(_EDGES)
    if clause.kind in ("own", "move", "period"):
        return ""
    if clause.kind == "except":
        return _excepting(text, part, clause, value, values)
    return text[clause.start : comma].strip(_EDGES) if comma >= 0 else ""


def _excepting(text: str, part: Segment, clause: Clause, value: Time, values: Sequence[Time]) -> str | None:
    """Give what an exception before a value adds: all of it where the value is that of the excepted, or else its words.

    "…, trừ xã A được gia hạn đến 22/9" and "Trừ xã A, các xã hoàn thành trước 30/6": elsewhere nobody can tell.
    """
    if isinstance(value, Relative) and not text[clause.marker : value.start].strip().lower().removesuffix("trừ"):
        return None
    if any(other.end <= clause.start for other in values if text.find(";", other.end, clause.start) < 0):
        return _own_words(text, clause)
    if _EXCEPT_CASE.match(text, clause.marker) and text[part.start : clause.start].strip(_EDGES):
        first = text.find(",", clause.marker, value.start)
        if first < 0 or not clause.marker <= end_of_event(text, clause.marker, first, clause.end) < value.start:
            return None if isinstance(value, PrintedDeadline | Range) else _own_words(text, clause)
    comma = text.rfind(",", clause.marker, value.start)
    others = any(clause.marker <= other.start < clause.end and other is not value for other in values)
    if comma < 0 or (others and comma > text.find(",", clause.marker)):
        return None if isinstance(value, PrintedDeadline | Range) else _own_words(text, clause)
    return text[clause.start : comma].strip(_EDGES)


def _reaches_back(text: str, parts: Sequence[Segment], clause: Clause, value: Time, values: Sequence[Time]) -> bool:
    """Whether a clause reaches a value of an earlier segment."""
    part, own = parts[clause.segment], next(p for p in parts if value.start < p.end)
    opens = not text[part.start : clause.start].strip(_EDGES)
    if opens and clause.kind == "if" and any(part.start <= other.start < clause.marker for other in values):
        return False  # the clause is of a time that its own segment opens with
    if clause.kind == "if" and clause.asked < clause.end and not _is_of_time(text, part, clause, values):
        return False  # in that case another thing is done, whose time it is not
    alone = not any(part.start <= other.start < part.end and not isinstance(other, Unread) for other in values)
    if own.sentence == part.sentence:
        return opens or (alone and clause.kind not in ("if", "own", "but"))
    first = clause.segment == 0 or parts[clause.segment - 1].sentence < part.sentence
    near = own.sentence == part.sentence - 1
    if not (opens and first and near):
        return False
    bare = clause.kind in ("except", "never", "perhaps") or (clause.kind == "if" and clause.asked == clause.end)
    return bare or _SPEAKS_OF_TIME.search(text, clause.start, clause.end) is not None


def _is_of_time(text: str, part: Segment, clause: Clause, values: Sequence[Time]) -> bool:
    """Whether what is done in a case can be the time of a work before: it is another work if it has its own time."""
    if _ANSWERS_FOR.search(text, clause.asked, clause.end):
        return False
    own = any(clause.asked <= other.start < part.end and not isinstance(other, Unread) for other in values)
    if own or _MUST.match(text, clause.asked):
        return _KEPT.search(text, clause.start, clause.asked if own else clause.end) is not None
    moves = _MOVED if _FAILS.match(text, clause.marker) else _MOVES
    return moves.search(text, clause.asked, clause.end) is not None


def _own_words(text: str, clause: Clause) -> str:
    return text[clause.start : clause.end].strip(_EDGES)
