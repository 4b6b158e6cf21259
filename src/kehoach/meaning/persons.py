"""Persons whom a text puts in charge of work: "Giao đ/c An phụ trách", "Cô Mai (thư viện) chuẩn bị", "Ông Bình: …".

Only who is called as a person and named: offices and bodies are read elsewhere. What one is besides, in brackets or
behind a dash or a comma, is no part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.meaning.mentions import Party
from kehoach.meaning.openingverbs import opens_verb
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import CAPITAL

_TITLES = "đ/c|đồng chí|ông|bà|thầy|cô|anh|chị|chú|bác"
_SAID = tuple(f"{title} " for word in _TITLES.split("|") for title in (word, word.capitalize()))
_WITHIN = tuple(f"{before}{title}" for title in (*_SAID, "Đ/C ") for before in (" ", "("))
"""How titles stand in a text: most texts have none, which is told sooner than by a pattern."""
_CALLED = (
    r"(?:[Đđ]/[Cc]\.?|[Đđ]ồng chí|[ÔôÔ]ng|[Bb]à(?! (?:Rịa|Nà|Đen)\b)|[Tt]hầy(?: giáo)?|[Cc]ô(?! Tô\b)(?: giáo)?|[Aa]nh"
    r"|[Cc]hị|[Cc]hú|[Bb]ác(?! (?:Hồ|Tôn)\b))"
)
_WORD = rf"{CAPITAL}[^\W\d_]*(?:['’][^\W\d_]+)?"
_NAMED = rf"{_CALLED}\s+{_WORD}(?:\s+{_WORD}){{0,4}}"
_OFFICE = (
    r"(?i:phó|trưởng|chủ tịch|bí thư|giám đốc|hiệu trưởng|công chức|cán bộ|viên chức|chuyên viên|kế toán|giáo viên"
    r"|nhân viên|văn thư|thủ quỹ|bác sĩ|y sĩ|điều dưỡng|tổ trưởng|đội trưởng|chánh|ủy viên|đảng ủy viên|thành viên"
    r"|tổng phụ trách|chỉ huy|thường trực|phụ trách)"
)
_BRACKETS = r"(?:\s*\([^()]{2,80}\))"
_BESIDE = rf"(?:{_BRACKETS}|\s*[,–-]\s*{_OFFICE}(?![^\W_])[^.;:()]{{0,80}}?,?)"
_AND = r"\s*(?:,|\svà|\scùng|,\s*và)\s+"
_CHARGE = (
    r"(?:trực tiếp\s+)?(?:phụ trách|chịu trách nhiệm|chủ trì|chỉ đạo|đảm nhận|đảm nhiệm|chuẩn bị|thực hiện|tham mưu"
    r"|theo dõi|tổng hợp|đôn đốc|làm trưởng|lo)(?![^\W_])"
)
_OPENING = (
    r"(?P<before>\A\s*|[.;:(\[]\s*|,\s+)"
    r"(?:(?:[Gg]iao(?:\s+cho)?|[Pp]hân công(?:\s+cho)?|[Cc]ử|[Đđ]ề nghị|do)\s+)?"
)
_SEVERAL = rf"(?P<who>{_NAMED}{_BRACKETS}?(?:{_AND}{_NAMED}{_BRACKETS}?)*)"
_TOLD_OF = rf"(?P<who>{_NAMED}{_BESIDE}?(?:{_AND}{_NAMED}{_BESIDE}?)*)"
_WITH_VERB = late(rf"{_OPENING}{_SEVERAL}(?:\s*:)?\s+(?P<verb>[^\W\d_].{{1,24}})", needs=_TITLES)
_WITH_CHARGE = late(rf"{_OPENING}{_TOLD_OF}\s+(?P<verb>{_CHARGE})", needs=_TITLES)
_DONE_BY = late(rf"\sdo\s+{_TOLD_OF}\s+{_CHARGE}", needs=_TITLES)
_NAME = late(rf"(?<![^\W_]){_NAMED}")
_STAFF = late(
    r"(?:Nhân viên|Cán bộ|NV|CB|Bảo vệ(?: trường| nhà trường| cơ quan)?(?=,|\s*\Z| và )|Tạp vụ|Lao công|Văn thư"
    r"|Thủ quỹ|Bếp|Nhà bếp|Tổ bếp|Cấp dưỡng|TPT|BGH|CBQL|GVBM|GVCN)(?:\s[^\W\d_]+){0,3}"
    r"(?:(?:,| và|/)\s?[^\W\d_]+(?:\s[^\W\d_]+){0,3}){0,4}"
)
"""Those who work at a school or an office, called by what they do there; some of the words are verbs elsewhere."""
_HANDLES = late(
    r"(?:trực|giữ|duyệt|làm|ra đề|chấm|nấu|lái|dẫn|trông|coi|lo|mua|đứng|nhận|soạn|dạy|ghi|chụp|quay|in|treo|kê|khóa"
    r"|mở|quét|dọn|đón|tiếp)(?=[\s,])"
)
"""What persons do that no list of what bodies do has."""
_HONOURED = late(r"(?:đồng chí|ông|bà)\s", re.IGNORECASE)
"""How those are called, too, of whom a plan only tells."""
_ALONE = late(rf"(?P<name>{_NAMED})(?P<office>\s*\([^()]{{2,80}}\)|\s*[,–-]\s*(?:P\.)?[^.;:()]+)?\s*:?\Z")
_TOLD = late(
    rf"(?<![^\W_]){_NAMED}(?:\s*\([^()]{{2,80}}\)|\s*[,–-]\s*{_OFFICE}(?![^\W_])[^.;:,()]{{0,80}}?)?"
    r"(?=\s*(?:[;,.\n]|\Z|\svà\s))",
    needs=_TITLES,
)
_SEVERAL_CALLED = late(
    r"(?:Các|Những)\s+(?:đồng chí|đ/c|ông\s*\(bà\)|ông,? bà|thầy,? cô|anh,? chị)\s+"
    rf"(?!phụ trách){_OFFICE}(?![^\W_])[^.;:()]{{0,120}}?\s*:?"
)
_OPENS = late(rf"\s*(?:(?:Các|Những)\s+)?{_CALLED}\s+{CAPITAL}")


def in_charge(text: str) -> tuple[Party, ...]:
    """Give the persons whom the first clause that names any says to do its work."""
    if not _may_name(text):
        return ()
    first = next(_charged(text), None) or _DONE_BY.search(text)
    return _people(first["who"]) if first else ()


def charges(text: str) -> list[int]:
    """Give where the clauses begin in which a person has work: behind a stop, a semicolon or a comma, or first."""
    return [match.end("before") for match in _charged(text) if match["before"][:1] not in (":", "(", "[")]


def person(words: str, assigning: bool = False) -> Party | None:
    """Give whom some words name where they are a person's name with what the person is, and nothing else.

    "Đồng chí Lê Hồng Phong:" alone can be what is told of, except where work is handed out (``assigning``).
    """
    match = _ALONE.fullmatch(words.strip())
    told = match is not None and (assigning or match["office"] or not _HONOURED.match(words.strip()))
    return Party(match["name"]) if match and told else None


def offices_called(words: str) -> Party | None:
    """Give those whom a heading calls as persons by their offices, as one: "Các ông (bà) bí thư, trưởng các thôn:"."""
    return Party(words.strip().rstrip(": ")) if _SEVERAL_CALLED.fullmatch(words.strip()) else None


def handles(text: str) -> bool:
    """Whether a text opens with what persons do."""
    words = text[:24].lower()
    return opens_verb(words, alone=True) or _HANDLES.match(words) is not None


def staff(words: str) -> Party | None:
    """Give those of a school or an office whom words name by what they do there, as one: "Bảo vệ, tạp vụ"."""
    return Party(words.strip()) if _STAFF.fullmatch(words.strip()) else None


def opens_with_person(text: str) -> bool:
    """Whether a text opens with somebody who is called as a person and named."""
    return _OPENS.match(text) is not None


def _charged(text: str) -> Iterator[re.Match[str]]:
    """Find the clauses in which a verb stands behind a person; behind a comma none that lists further persons."""
    if not _may_name(text):
        return
    acting = (match for match in _WITH_VERB.finditer(text) if not _HONOURED.match(match["who"]))
    found = {match.start(): match for match in acting if handles(match["verb"])}
    found.update((match.start(), match) for match in _WITH_CHARGE.finditer(text))
    for start, match in sorted(found.items()):
        before = re.split(r"[.;:]\s", text[:start])[-1]
        if not (match["before"].startswith(",") and _NAME.search(before)):
            yield match


def _may_name(text: str) -> bool:
    return text.startswith(_SAID) or any(title in text for title in _WITHIN)


def _people(words: str) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(Party(" ".join(match[0].split())) for match in _NAME.finditer(words)))


def named_beside(words: str, found: Sequence[Party]) -> tuple[Party, ...]:
    """Give who is named in a cell with the persons among them: each as printed, with the office behind the name.

    "Ông Thắng, trưởng thôn Khê" is one; of "Cô Mai, Tổ Văn" the second is a body of its own. An office that the
    registries know stands for who holds it.
    """
    if not _may_name(words):
        return tuple(found)
    people = [(*match.span(), Party(" ".join(match[0].split()))) for match in _TOLD.finditer(words)]
    others = [(words.find(party.words), party) for party in found]
    people = [p for p in people if not any(party.unit and p[0] <= at < p[1] for at, party in others)]
    own = [(at, party) for at, party in others if not any(start <= at < end for start, end, _ in people)]
    named = [*own, *((start, party) for start, _, party in people)]
    return tuple(party for _, party in sorted(named, key=lambda one: one[0])) if people else tuple(found)
