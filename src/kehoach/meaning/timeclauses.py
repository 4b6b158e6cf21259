"""Printed clauses that limit, move or except a time: "nếu …", "trừ …", "riêng …", "chỉ …", "lùi đến …", "tùy …".

Here only the words are found, with the places where they begin and end; which times they reach is the gate's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from kehoach.meaning.nametable import tokens
from kehoach.meaning.timeeventends import end_of_event
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import comparable

ClauseKind = Literal["if", "then", "except", "never", "own", "period", "only", "move", "perhaps", "but"]
"""What a clause does: sets a condition; says what holds in a case; excepts; names a period in which nothing is done;
says what is otherwise for one kind of bodies or things, or in one period of many; restricts; moves to another time;
allows or names another; adds to what was said."""


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


class Marker(NamedTuple):
    """Words by which a clause is found: those that it can begin with, its pattern, whether it opens what it is in."""

    kind: ClauseKind
    first: str
    pattern: str
    opens: bool = False


_TIME = r"(?:các\s+)?(?:ngày|tháng|quý|năm|tuần|kỳ|đợt|dịp|mùa|sau|hết|cuối|đầu|thứ|mùng|lúc|thời|[0-9])"
_REST = r"(?:ngày\s+)?(?:nghỉ|lễ|tết|thứ\s+(?:bảy|7)|chủ nhật|cuối tuần)"
_SENDS = r"(?:báo cáo|nộp|gửi|thực hiện|họp|trực|tổ chức)"
_IN_A_PERIOD = r"(?:riêng\s+)?(?:các\s+|những\s+)?(?:tháng|quý|tuần|kỳ|năm|ngày|dịp|đợt)(?![^\W_])"
MARKERS: tuple[Marker, ...] = (
    Marker("if", "nếu", r"nếu\b(?!\s+(?:có|cần)(?:\s+thiết)?\s*(?:[,.;)]|\Z)|\s+như\b)"),
    Marker("if", "trường với", r"(?:với\s+)?trường hợp\b", True),
    Marker("if", "trong", r"trong\s+trường hợp\b"),
    Marker("if", "với trong", r"(?:với|trong) điều kiện\b(?!\s+(?:mới|hiện nay|bình thường))"),
    Marker("if", "miễn giả chừng chỉ", r"(?:miễn là|giả sử|chừng nào|chỉ khi)\b"),
    Marker("if", "khi một", r"(?:một\s+)?khi\s+(?!nay\b)", True),
    Marker("if", "theo", r"theo (?:điều kiện|khả năng|tình hình) (?:thực tế|cụ thể|của)\b"),
    Marker(
        "if",
        "tùy phụ",
        r"tùy(?:\s+(?:theo|vào|thuộc|từng)\b|(?=\s+(?:tình|điều|khả|mức|nguồn|yêu|thực|khối|lịch|kinh)))"
        r"|(?<!không )phụ thuộc\b",
    ),
    Marker(
        "except",
        "trừ ngoại",
        r"(?<!diệt )(?<!khấu )(?<!loại )(?<!phòng )(?<!bù )(?<!giảm )(?<!điểm )(?:ngoại )?trừ\b"
        r"(?!\s+(?:sâu|điểm|bệnh|vào|đi|thuế|lùi))",
    ),
    Marker("except", "không", r"không (?:kể|tính|bao gồm|gồm)\b", True),
    Marker(
        "except",
        "không",
        rf"không\s+(?:[^\W\d_]+\s+){{1,4}}?(?:vào|trong)\s+(?:các\s+)?(?:{_REST}|tháng|quý|dịp)(?![^\W_])",
        True,
    ),
    Marker("except", "không", rf"không (?:áp dụng\b|(?:kể|tính|bao gồm|gồm)\s+(?:{_REST}|{_TIME}))"),
    Marker("except", "được miễn không", rf"(?:(?:được\s+)?miễn|không (?:phải|cần))\s+{_SENDS}\b"),
    Marker("except", "ngoài", r"ngoài\s+(?:các\s+|những\s+)?(?:trường hợp|nội dung|nhiệm vụ|đối tượng|đơn vị)\b", True),
    Marker(
        "except",
        "tạm nghỉ",
        rf"(?:tạm\s+(?:dừng|nghỉ|ngừng|hoãn)|nghỉ)(?:\s+{_SENDS})?\s+(?:trong\s+|vào\s+)?{_TIME}",
    ),
    Marker("own", "riêng đối ưu", r"(?:(?<!sầu )riêng|đối với|ưu tiên)\b", True),
    Marker("own", "chậm muộn trước không xong", r"(?<=\()(?:(?:chậm|muộn) nhất|trước|không quá|xong)\b"),
    Marker(
        "own",
        "vào các ngày dịp mùa cuối",
        r"(?:(?:vào\s+)?(?:các\s+)?ngày\s+(?:nghỉ|lễ|tết)|(?:dịp|mùa)\s+(?:hè|nghỉ|lễ|tết)|cuối tuần)\b",
        True,
    ),
    Marker(
        "only",
        "chỉ",
        rf"(?<!địa )chỉ\s+(?:{_SENDS}|áp dụng|còn|trong|vào|có|làm|mở|tiến hành|triển khai|một|đối với|với|dành|cho"
        r"|[0-9])",
    ),
    Marker("only", "tạm", r"tạm\s+(?:dừng|nghỉ|ngừng|hoãn)\b"),
    Marker(
        "move",
        "lùi dời gia giãn hoãn đẩy kéo đổi điều chuyển rút",
        r"(?:lùi|dời|gia hạn|giãn|hoãn|đẩy|kéo dài|(?<!thay )(?<!biến )đổi|điều chỉnh|chuyển"
        r"|rút ngắn)(?:\s+(?:thời hạn|hạn|thời gian"
        r"|thời điểm|mốc|ngày|lịch|sớm|thực hiện|nộp|gửi|báo cáo|hoàn thành))*"
        r"\s+(?:sang|đến|tới|thêm|lại|lên|về|thành|xuống|không quá|chậm nhất)"
        rf"\s+(?:[^\W\d_]+\s+){{0,2}}?{_TIME}",
    ),
    Marker("but", "thay", rf"thay\s+(?:vì|cho|bằng|thế)\s+(?:vào\s+|hằng\s+|hàng\s+|trước\s+)?{_TIME}"),
    Marker("but", "kể", r"kể cả\b"),
    Marker("perhaps", "sẽ có thông", r"(?:sẽ\s+)?(?:có\s+)?thông báo\s+(?:(?:cụ thể|chi tiết|riêng)\s+)?sau\b"),
    Marker("but", "kể gồm tính", rf"(?:kể|gồm|tính) cả\s+(?:trong\s+|vào\s+)?(?:các\s+)?(?:{_REST}|{_TIME})"),
    Marker("but", "nhưng song tuy", r"(?:nhưng|song|tuy nhiên)\b(?!\s+song)", True),
    Marker("but", "nhưng", r"nhưng\s+(?:không|chỉ|có thể|phải|chưa)\b"),
    Marker("but", "dự tạm", r"(?<=\()(?:dự kiến|tạm thời)(?=\s*\))"),
    Marker(
        "perhaps",
        "sớm muộn chậm",
        r"(?:sớm|muộn|chậm)\s+hơn\s+(?:so với\s+)?(?:[0-9]|một|hai|ba|cấp|các|thời hạn|hạn|ngày|mốc)",
    ),
    Marker(
        "perhaps",
        "có",
        rf"có thể\s+(?:được\s+)?(?:xem xét\s+)?(?:{_SENDS}\s+)?(?:sớm|muộn|chậm|lùi|kéo dài|điều chỉnh|thay đổi"
        r"|gia hạn|hoãn|dời|chuyển\s+sang|giãn|rút ngắn)\b",
    ),
    Marker("then", "trùng rơi", rf"(?:trùng|rơi)\s+(?:vào\s+)?(?:các\s+)?(?:{_REST}|dịp|kỳ nghỉ)"),
    Marker("then", "thì", r"thì\b"),
    Marker(
        "never",
        "riêng các những tháng quý tuần kỳ năm ngày dịp đợt",
        rf"{_IN_A_PERIOD}(?:(?:\s*,)?\s+[^\W_]+){{0,7}}?\s+(?=không\s+(?!quá|muộn|chậm|kể|dưới|ít|vượt|ngừng)[^\W\d_])",
        True,
    ),
    Marker(
        "period",
        "tháng quý tuần kỳ ngày năm",
        r"(?:(?:tháng|quý)\s+(?:[0-9]{1,2}(?!\s*[/0-9])|[IV]+\b)|năm\s+[0-9]{4}\b(?!\s*[:-])"
        r"|(?:tháng|quý|tuần|kỳ|ngày|năm)\s+(?:có|nghỉ|trùng|nhuận|cao điểm|tết|lễ|hè|cuối|đầu|đại hội|chủ nhật"
        r"|thứ\s+(?:bảy|sáu|hai)))(?![^\W_])",
        True,
    ),
)
"""At a word the first that fits is meant."""


def _table() -> dict[str, list[tuple[Marker, re.Pattern[str]]]]:
    table: dict[str, list[tuple[Marker, re.Pattern[str]]]] = {}
    for marker in MARKERS:
        pattern = late(marker.pattern, re.IGNORECASE)
        for word in marker.first.split():
            table.setdefault(comparable(word), []).append((marker, pattern))
    return table


_BY_WORD = _table()
_OPENING = late(r"(?:[,;.:(\n–-]|(?<![^\W_])(?:và|còn|nhưng|song))\s*\Z", re.IGNORECASE)
LABEL = late(r"\A\s*(?:[-–+•]\s*)?\(?(?:[a-zđ][0-9]?|[0-9]{1,2}|[ivx]{1,4})[).]\s+", re.IGNORECASE)
_MARKS = " \t\n,;.:(–-"
_FROM_START = frozenset(("own", "but", "never", "period"))
"""Kinds that begin with the words they are found by; the others have words before in their clause between commas."""
_EXCEPTS = late(r"(?:ngoại )?trừ\b|không (?:kể|tính|bao gồm|gồm)\b", re.IGNORECASE)
_IN_CASE = late(r"(?:trong\s+trường hợp|nếu)\b", re.IGNORECASE)
_PARTS = late(r"[;\n]|[.?!](?=\s|\Z)")
_COMMA = late(r",(?!\s*(?:[0-9]+|[IVX]+)(?![^\W_]))|[:(]|\.(?=\s)")
_MUST = late(r"(?<!hợp)(?<!nếu)(?<!khi)\s+(?:thì\s+)?(?:phải|có trách nhiệm)(?![^\W_])", re.IGNORECASE)
"""What has to be done in a case, where neither "thì" nor a comma stands before it."""
_THEN = late(r"\bthì\b", re.IGNORECASE)


def segments(text: str) -> tuple[Segment, ...]:
    """Part a text at semicolons, breaks and the full stops behind which another sentence begins."""
    cuts = [0]
    sentences = [0]
    for mark in _PARTS.finditer(text):
        behind = text[mark.end() :].lstrip()
        if mark[0] not in ";\n" and behind[:1].islower():
            continue  # an abbreviation
        cuts.append(mark.end())
        sentences.append(sentences[-1] + (mark[0] not in ";\n"))
    return tuple(Segment(a, b, n) for (a, b), n in zip(pairwise((*cuts, len(text))), sentences, strict=True))


def clauses(text: str, parts: tuple[Segment, ...]) -> Iterator[Clause]:
    """Find the clauses of a text in printed order; ``parts`` are its segments."""
    at = 0
    opened: dict[int, int] = {}
    for start, _, _, key in tokens(text):
        rows = _BY_WORD.get(key) if start >= at else None
        if not rows:
            continue
        for row, pattern in rows:
            if (match := pattern.match(text, start)) and (not row.opens or _opens(text, start)):
                at = match.end()
                clause = _clause(text, parts, row.kind, start, at if row.kind == "never" else start)
                if clause.kind == "then" and not clause.bracketed:
                    clause = clause._replace(start=opened.get(clause.segment, clause.start))
                elif clause.kind == "if" and not clause.bracketed and row.opens:
                    opened.setdefault(clause.segment, clause.start)
                yield clause
                break


def _opens(text: str, start: int) -> bool:
    """Whether a place opens its clause: behind a sign, or a small word that joins."""
    return not LABEL.sub("", text[:start]).strip() or _OPENING.search(text[max(0, start - 8) : start]) is not None


def _clause(text: str, parts: tuple[Segment, ...], kind: ClauseKind, start: int, marker: int) -> Clause:
    number = next(n for n, part in enumerate(parts) if marker < part.end)
    part = parts[number]
    opened = text.rfind("(", part.start, marker + 1)
    bracketed = opened >= 0 and text.find(")", opened, marker) < 0
    begin = opened + 1 if bracketed else part.start
    end = text.find(")", marker, part.end) if bracketed else part.end
    end = end if end >= 0 else part.end
    if kind not in _FROM_START and not (_EXCEPTS.match(text, marker) or _IN_CASE.match(text, marker)):
        start = max((m.end() for m in _COMMA.finditer(text, begin, marker)), default=begin)
        start = max((m.end() for m in _THEN.finditer(text, start, marker)), default=start)
        start = max(start, text.rfind(")", start, marker) + 1)  # of "tổng kết (năm 2030) nếu có yêu cầu"
        start += len(text[start:marker]) - len(text[start:marker].lstrip(_MARKS))
    return Clause(kind, start, marker, _asked(text, kind, marker, end), end, number, bracketed)


def _asked(text: str, kind: ClauseKind, marker: int, end: int) -> int:
    """Give where the words end that say in which case a clause holds: at "thì", or at its first comma."""
    if kind not in ("if", "then"):
        return end
    if then := _THEN.search(text, marker, end):
        return then.start()
    comma = _COMMA.search(text, marker, end)
    asked = comma.start() if comma else end
    if comma and comma[0] == "," and kind == "if":
        asked = max(end_of_event(text, marker, asked, end), asked)
    must = _MUST.search(text, marker, asked) if kind == "if" else None
    return must.start() if must else asked
