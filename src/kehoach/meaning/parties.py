"""Reading lists of bodies: who leads, who takes part, whose heading this is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.meaning.linking import Mention

HEAD = (
    r"(?:Các\s|các\s)?(?:UBND|HĐND|Ủy ban|Hội đồng|Chủ tịch|Thủ trưởng|Giám đốc|Chánh|Trưởng|Văn phòng|Sở|Ban|Phòng|"
    r"Trung tâm|Đài|Báo|Cổng|Trang|Bưu điện|Công an|Bộ Chỉ huy|Tòa án|Viện|Chi cục|Cục|Trường|Hội|Đoàn|Liên đoàn|"
    r"Tỉnh ủy|Tỉnh đoàn|Huyện ủy|Huyện đoàn|Đảng ủy|Mặt trận|[Cc]ơ quan|[Đđ]ơn vị|"
    r"[Pp]hòng|[Ss]ở|[Bb]an|[Dd]oanh nghiệp|[Đđ]ịa phương)"
)
"""Nouns that the name of a body begins with."""

_BETWEEN = re.compile(r"\s*(?:,|;|và|cùng|cùng với|, và|; và)\s*\Z")
# What hangs on one "các" stays one body: "các cơ quan, đơn vị" is not broken at its comma.
_BREAK = re.compile(rf"\s*;\s*|\s+và\s+(?={HEAD})|,\s+(?=(?:[Cc]ác\s|(?![a-zđ])){HEAD}\s)")


@dataclass(frozen=True)
class Party:
    """A body as printed; ``unit`` is its registry id, empty where the registries know none."""

    words: str
    unit: str = ""


def parties(text: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Split a list of bodies such as "Sở Nội vụ; UBND các huyện và các cơ quan liên quan." into its bodies."""
    return tuple(_split(text, [m for m in mentions if m.kind == "unit"]))


def _split(text: str, units: Sequence[Mention]) -> Iterator[Party]:
    position = 0
    for unit in units:
        yield from _unknown(text[position : unit.start])
        yield Party(unit.text, unit.target)
        position = unit.end
    yield from _unknown(text[position:])


def _unknown(text: str) -> Iterator[Party]:
    for words in _BREAK.split(text):
        words = re.sub(r"^(?:[\s,;:.]|và\s|cùng\s|với\s)+|[\s,;:.]+$|\s+và$", "", words)
        if re.match(rf"{HEAD}\b", words):
            yield Party(words)


def listed_from(text: str, start: int, mentions: Sequence[Mention]) -> tuple[tuple[Party, ...], int]:
    """Read the unbroken list of bodies that begins at ``start``; also tell where it ends."""
    found: list[Party] = []
    position = start
    for unit in (m for m in mentions if m.kind == "unit" and m.start >= start):
        between = text[position : unit.start]
        if between.strip() and not (found and _BETWEEN.match(between)):
            break
        found.append(Party(unit.text, unit.target))
        position = unit.end
    return tuple(found), position


_REQUEST = re.compile(r"\s*(?:Đề nghị|Kính đề nghị)\s+")
_PREFIX = re.compile(r"\s*(?:Đề nghị|Kính đề nghị|Giao(?:\s+cho)?|Yêu cầu|Trách nhiệm của|Đối với)\s+")


def acting_before(text: str, verbs: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Read the bodies between a comma and one of some verbs: "Định kỳ hằng quý, các cơ quan gửi báo cáo"."""
    match = re.search(rf"(?:^|,\s+)(?P<words>{HEAD}\b[^.;:]{{0,120}}?)\s+(?=(?:{verbs})\b)", text)
    if not match:
        return ()
    start, end = match.span("words")
    return parties(match["words"], [_shifted(m, start) for m in mentions if start <= m.start and m.end <= end])


def is_request(text: str) -> bool:
    """Whether the words are a request to a body that cannot be ordered ("Đề nghị …")."""
    return bool(_REQUEST.match(text))


def holder_prefix(text: str) -> int:
    """Give the length of the words before a heading's or sentence's bodies ("Đề nghị", "Giao")."""
    match = _PREFIX.match(text)
    return match.end() if match else 0


def heading_parties(heading: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Give the bodies that a heading consists of, nothing where it says anything else."""
    start = holder_prefix(heading)
    rest = heading[start:]
    found = parties(rest, [_shifted(m, start) for m in mentions if m.start >= start])
    if not found or not re.match(rf"{HEAD}\b", rest):
        return ()
    remainder = rest
    for party in found:
        remainder = remainder.replace(party.words, "", 1)
    return found if not re.search(r"[^\W\d_]", re.sub(r"\b(?:và|cùng|với)\b", "", remainder)) else ()


def _shifted(mention: Mention, by: int) -> Mention:
    return Mention(mention.start - by, mention.end - by, mention.kind, mention.target, mention.text)


_NO_VERB = re.compile(
    r"\s*(?:[.;:)(]|của\b|là\b|trên\b|trong\b|tại\b|về\b|các\b|để\b|theo\b|năm\b|do\b|được\b|khi\b|"
    r"chịu trách nhiệm thi hành|\Z)"
)
_ACTS = (
    "chủ trì|có trách nhiệm|chịu trách nhiệm (?!thi hành)|chủ động|phối hợp|tổ chức|triển khai|thực hiện|xây dựng|"
    "tham mưu|bố trí|hướng dẫn|báo cáo|gửi|tổng hợp|theo dõi|rà soát|cập nhật|đề xuất"
)
_DOER = re.compile(rf"(?P<words>{HEAD}\b[^.;:]{{2,160}}?)\s+(?=(?:{_ACTS})\b)")


def doers(text: str, mentions: Sequence[Mention]) -> tuple[tuple[Party, ...], int]:
    """Read the bodies that a sentence opens with as those who do; also where the verb begins.

    Nothing is found where no verb can follow ("Sở Nội vụ của tỉnh …", a bare list).
    """
    start = holder_prefix(text)
    found, end = listed_from(text, start, mentions)
    if found and not _NO_VERB.match(text[end:]) and not text[end:].startswith(","):
        return found, end
    if (match := _DOER.match(text, start)) and "," not in text[end : match.end("words")][:1]:
        inside = [_shifted(m, start) for m in mentions if start <= m.start and m.end <= match.end("words")]
        return parties(match["words"], inside), match.end("words")
    return (), start


_TOGETHER = re.compile(r"[Pp]hối hợp(?:\s+chặt chẽ)?(?:,\s+\S+\s+\S+)?(?:\s+(?:cùng\s+)?với)?\s+")


def joined(text: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Read the bodies after "phối hợp với", wherever the text says so; each once."""
    found: dict[str, Party] = {}
    for match in _TOGETHER.finditer(text):
        for party in listed_from(text, match.end(), mentions)[0]:
            found.setdefault(party.unit or party.words, party)
    return tuple(found.values())
