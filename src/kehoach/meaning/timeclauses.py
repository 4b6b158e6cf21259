"""Printed clauses that limit, move or except a time: "nếu …", "trừ …", "riêng …", "chỉ …", "lùi đến …", "tùy …".

Here only the words are found, with the places where they begin and end; which times they reach is the gate's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from kehoach.wording.latepatterns import late

ClauseKind = Literal["if", "then", "except", "never", "own", "only", "move", "perhaps", "but"]
"""What a clause does: sets a condition; says what holds in a case; excepts; names a period in which nothing is done;
says what is otherwise for one kind of bodies or things; restricts; moves to another time; allows or names another;
adds to what was said."""


class Clause(NamedTuple):
    """A clause of a text; it ends with its segment, or with the brackets that it stands in.

    ``marker`` is where the word stands by which it was found, ``asked`` where the words end that say in which case it
    holds, ``segment`` by number the part of the text between semicolons or full stops.
    """

    kind: ClauseKind
    start: int
    marker: int
    asked: int
    end: int
    segment: int
    bracketed: bool


class Segment(NamedTuple):
    """A part of a text between semicolons, full stops and breaks; ``sentence`` is the number of its sentence."""

    start: int
    end: int
    sentence: int


_OPENS = r"(?:(?:\A|[,;.:(\n–-])\s*|\s(?:và|còn|nhưng|song)\s+)"
_TIME = r"(?:các\s+)?(?:ngày|tháng|quý|năm|tuần|kỳ|đợt|dịp|mùa|sau|hết|cuối|đầu|thứ|mùng|lúc|thời|[0-9])"
_REST = r"(?:ngày\s+)?(?:nghỉ|lễ|tết|thứ\s+(?:bảy|7)|chủ nhật|cuối tuần)"
_SENDS = r"(?:báo cáo|nộp|gửi|thực hiện|họp|trực|tổ chức)"
_IN_A_PERIOD = r"(?:riêng\s+)?(?:các\s+|những\s+)?(?:tháng|quý|tuần|kỳ|năm|ngày|dịp|đợt)(?![^\W_])"
_MARKERS: tuple[tuple[ClauseKind, str], ...] = (
    ("if", r"\bnếu\b(?!\s+(?:có|cần)(?:\s+thiết)?\s*(?:[,.;)]|\Z)|\s+như\b)"),
    ("if", rf"{_OPENS}(?:với\s+)?trường hợp\b|\btrong\s+trường hợp\b"),
    ("if", r"\b(?:với|trong) điều kiện\b(?!\s+(?:mới|hiện nay|bình thường))|\bmiễn là\b|\bgiả sử\b|\bchừng nào\b"),
    ("if", rf"{_OPENS}(?:chỉ\s+)?(?:một\s+)?khi\s+(?!nay\b)"),
    ("if", r"\btheo (?:điều kiện|khả năng|tình hình) (?:thực tế|cụ thể|của)\b"),
    ("if", r"\b(?:t(?:ùy|uỳ)(?:\s+(?:theo|vào|thuộc|từng)|(?=\s+(?:tình|điều|khả|mức|nguồn|yêu|thực)))|phụ thuộc)\b"),
    (
        "except",
        r"(?<!diệt )(?<!khấu )(?<!loại )(?<!phòng )(?<!bù )(?<!giảm )(?<!điểm )(?:\bngoại )?\btrừ\b"
        r"(?!\s+(?:sâu|điểm|bệnh|vào|đi|thuế|lùi))",
    ),
    ("except", rf"\bkhông áp dụng\b|\bkhông (?:kể|tính|bao gồm|gồm)\s+(?:{_REST}|{_TIME})"),
    ("except", rf"\b(?:được\s+)?miễn\s+{_SENDS}\b|\bkhông (?:phải|cần)\s+{_SENDS}\b"),
    ("except", rf"{_OPENS}ngoài\s+(?:các\s+|những\s+)?(?:trường hợp|nội dung|nhiệm vụ|đối tượng|đơn vị)\b"),
    (
        "except",
        rf"\b(?:tạm\s+(?:dừng|nghỉ|ngừng|hoãn)|nghỉ)(?:\s+{_SENDS})?\s+(?:trong\s+|vào\s+)?{_TIME}",
    ),
    (
        "own",
        rf"{_OPENS}(?:riêng|đối với|(?:vào\s+)?(?:các\s+)?ngày\s+(?:nghỉ|lễ|tết)|(?:dịp|mùa)\s+(?:hè|nghỉ|lễ|tết))\b",
    ),
    (
        "only",
        rf"\bchỉ\s+(?:{_SENDS}|áp dụng|còn|trong|vào|có|làm|mở|tiến hành|triển khai|một|đối với|với|dành|cho|[0-9])",
    ),
    (
        "move",
        r"\b(?:lùi|dời|gia hạn|giãn|hoãn|đẩy|kéo dài|đổi|điều chỉnh|chuyển|rút ngắn)(?:\s+(?:thời hạn|hạn|thời gian"
        r"|thời điểm|mốc|ngày|lịch|sớm|thực hiện|nộp|gửi|báo cáo|hoàn thành))*"
        r"\s+(?:sang|đến|tới|thêm|lại|lên|về|thành|xuống|không quá|chậm nhất)"
        rf"\s+(?:[^\W\d_]+\s+){{0,2}}?{_TIME}",
    ),
    ("but", rf"\bthay\s+(?:vì|cho|bằng|thế)\s+(?:vào\s+|hằng\s+|hàng\s+|trước\s+)?{_TIME}"),
    ("perhaps", r"\b(?:sớm|muộn|chậm)\s+hơn\s+(?:so với\s+)?(?:[0-9]|một|hai|ba|cấp|các|thời hạn|hạn|ngày|mốc)"),
    ("but", rf"\b(?:kể cả|gồm cả|tính cả)\s+(?:trong\s+|vào\s+)?(?:các\s+)?(?:{_REST}|{_TIME})"),
    ("but", r"(?:[,;.(]\s*(?:nhưng|song|tuy nhiên)|\bnhưng\s+(?:không|chỉ|có thể|phải|chưa))\b"),
    ("but", r"\(\s*(?:dự kiến|tạm thời)(?=\s*\))"),
    (
        "perhaps",
        rf"\bcó thể\s+(?:được\s+)?(?:xem xét\s+)?(?:{_SENDS}\s+)?(?:sớm|muộn|chậm|lùi|kéo dài|điều chỉnh|thay đổi"
        r"|gia hạn|hoãn|dời|chuyển\s+sang|giãn|rút ngắn)\b",
    ),
    ("then", rf"\b(?:trùng|rơi)\s+(?:vào\s+)?(?:các\s+)?(?:{_REST}|dịp|kỳ nghỉ)|\bthì\b"),
    ("never", rf"{_OPENS}{_IN_A_PERIOD}(?:(?:\s*,)?\s+[^\W_]+){{0,7}}?\s+(?=không\s+(?:phải\s+)?{_SENDS}\b)"),
)
"""The words by which clauses are found; of those that begin at one place the first is meant."""
_ANY = late("|".join(f"(?P<_{n}>{pattern})" for n, (_, pattern) in enumerate(_MARKERS)), re.IGNORECASE)
_KINDS = {f"_{n}": kind for n, (kind, _) in enumerate(_MARKERS)}
_MARKS = " \t\n,;.:(–-"
_FROM_START = frozenset(("own", "but", "never"))
"""Kinds that begin with the words they are found by; the others have words before in their clause between commas."""
_EXCEPTS = late(r"(?:ngoại )?trừ\b|không (?:kể|tính|bao gồm|gồm)\b", re.IGNORECASE)
_PARTS = late(r"[;\n]|\.(?=\s|\Z)")
_COMMA = late(r",(?![0-9])|[:(]|\.(?=\s)")
_THEN = late(r"\bthì\b", re.IGNORECASE)


def segments(text: str) -> tuple[Segment, ...]:
    """Part a text at semicolons, breaks and the full stops behind which another sentence begins."""
    cuts = [0]
    sentences = [0]
    for mark in _PARTS.finditer(text):
        behind = text[mark.end() :].lstrip()
        if mark[0] == "." and behind[:1].islower():
            continue  # an abbreviation
        cuts.append(mark.end())
        sentences.append(sentences[-1] + (mark[0] == "."))
    return tuple(Segment(a, b, n) for (a, b), n in zip(pairwise((*cuts, len(text))), sentences, strict=True))


def clauses(text: str, parts: tuple[Segment, ...]) -> Iterator[Clause]:
    """Find the clauses of a text in printed order; ``parts`` are its segments."""
    for match in _ANY.finditer(text):
        kind = _KINDS[match.lastgroup or ""]
        start = match.end() - len(match[0].lstrip(_MARKS))
        marker = match.end() if kind == "never" else start
        number = next(n for n, part in enumerate(parts) if marker < part.end)
        part = parts[number]
        opened = text.rfind("(", part.start, marker + 1)
        bracketed = opened >= 0 and text.find(")", opened, marker) < 0
        begin = opened + 1 if bracketed else part.start
        end = text.find(")", marker, part.end) if bracketed else part.end
        end = end if end >= 0 else part.end
        if kind not in _FROM_START and not _EXCEPTS.match(text, marker):
            start = max((m.end() for m in _COMMA.finditer(text, begin, marker)), default=begin)
            start += len(text[start:marker]) - len(text[start:marker].lstrip(_MARKS))
        yield Clause(kind, start, marker, _asked(text, kind, marker, end), end, number, bracketed)


def _asked(text: str, kind: ClauseKind, marker: int, end: int) -> int:
    """Give where the words end that say in which case a clause holds: at "thì", or at its first comma."""
    if kind not in ("if", "then"):
        return end
    if then := _THEN.search(text, marker, end):
        return then.start()
    comma = _COMMA.search(text, marker, end)
    return comma.start() if comma else end
