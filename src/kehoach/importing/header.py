"""The head of a document: names of bodies, national motto, number, place and date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.importing.medium import TYPED, Medium
from kehoach.importing.model import Removed, SourceParagraph
from kehoach.importing.phrases import head
from kehoach.model.printed import MOTTO, NATION
from kehoach.wording.casing import is_capitals
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare, plain

_NUMBER = late(
    r"\(?S[^\W\d_6]?6?\s?[:.]?\s*(?:[.…_\s]*)(?P<n>[0-9]{1,6}[a-z]?)?[.…_\s]*[/\-–]\s*(?P<symbol>"
    # "11/2026/QĐ-UBND": behind the number of a legal act stands its year.
    r"(?:(?:19|20)[0-9]{2}\s?/\s?)?[A-ZĐ][A-ZĐa-zƯƠÂÊÔĂ0-9&]{0,15}"
    r"(?:\s?[-–/.&]\s?[A-ZĐƯƠÂÊÔĂ][A-ZĐa-zƯƠÂÊÔĂ0-9&]{0,15}){0,4}"
    # "96/KH-THPT PĐL": a school writes its name behind a space.
    r"(?:(?<=-THPT|-THCS)\s[A-ZĐƯƠÂÊÔĂ]{2,6}(?=\s*\Z|\s+[^\W\d_][^,:;/]{1,60},\s*ng[aà]y\b))?)(?=[\s,;.)]|\Z)"
)
_DATE = late(
    r"(?P<place>[^\W\d_][^,:;/]{1,60}),\s*(?P<printed>ng[aà]y\s*[.…_]*\s*(?:[0-9]{1,2})?\s*[.…_]*\s*th[aá]ng\s*[.…_]*\s*(?:[0-9]{1,2})?"
    r"\s*[.…_]*\s*n[aă]m\s*[.…_]*\s*(?:[0-9]{4})?[.…_]*)",
    re.IGNORECASE,
)
_BLANK_NUMBER = late(r"\(?Số\s*[:.]?[\s.…_]*/?[\s.…_]*\)?\Z")
"""A number that is left blank with its symbol."""
_FIGURES = late(r"ngay\s*([0-9]{1,2})\s*thang\s*([0-9]{1,2})\s*nam\s*([0-9]{4})")
_DRAFT = late(r"\(?du thao(?: lan (?:thu )?\w{1,4})?\)?\Z")
_MARK = late(r"\(?(?:hoa toc(?: hen gio)?|thuong khan|khan|(?:toi |tuyet )?mat)\)?\Z")
"""What is stamped on a document that is urgent or secret."""
_ABOUT = late(r"\(?V/[vV]\b")
_LONGEST = 600
_SHORTEST_PARTED = 14
"""Fewest letters of a name that is parted for being too wide for its column."""

_NATION_WORDS, _MOTTO_WORDS = NATION.split(), MOTTO.split()
_PRINTED_WORDS = (*_NATION_WORDS, *_MOTTO_WORDS)
# A name too wide for its column is broken anywhere behind its first words.
_PRINTED_ALWAYS = (
    *((_NATION_WORDS[:count], "Quốc hiệu") for count in range(len(_NATION_WORDS), 3, -1)),
    (_NATION_WORDS[4:], "Quốc hiệu"),
    (_MOTTO_WORDS, "Tiêu ngữ"),
)
_BODY_WORDS = late(
    r"(?:uy|ubnd|hdnd|hoi|so|bo|ban|phong|trung|vien|cuc|chi|tong|truong|xa|phuong|tinh|huyen|quan|dang"
    r"|thanh (?:pho|tra|uy|doan)|thi (?:xa|tran|uy|doan)"
    r"|cong an|cong ty|cong doan|van phong|tap|tram|benh (?:vien|xa)|dai|bao|doan|lien|khoa|dac|mttq|mat tran"
    r"|to(?! (?:chuc|quoc|hop))|hat kiem|thu vien|nha|quy|khoi|kho bac|toa an|doi|ngan hang"
    r"|bch|bcd|bts|bql|ub\w{2,6}|lien doan|ld(?:ld)?|vien|hoc vien|dai hoc|htx|hop tac"
    r"|(?:thue|thong ke|hai quan|buu dien|dien luc) (?:tinh|thanh pho|co so|khu vuc|xa|phuong)"
    r"|cau lac bo|clb|thuong truc|cac)\b"
)

# "TRƯỜNG THPT HẬU LỘC 2", "BAN CHỈ ĐẠO 138": a number that ends the name of a body is its own.
_NUMBERED_BODY = late(rf"{_BODY_WORDS.pattern}[^0-9]*\b[0-9]{{1,4}}(?:[ -][^0-9]*)?\Z")


_NUMBERED_AREA = late(r"(?:khu vuc|vung|so|co so|quan|phuong) [0-9ivx]{1,4}\b[^0-9]*\Z")
"""What of a name can stand on a line of its own: "VIỆN KIỂM SÁT NHÂN DÂN" over "KHU VỰC 7"."""

_PLACE_ALONE = late(r"(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|thi tran|xa|phuong|dac khu) (?!uy\b|doan\b)")
_STANDS_ABOVE_PLACE = late(
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang (?:bo|uy)|chi bo|uy ban mttq|uy ban mat tran|ban chap hanh)\b"
)
"""Bodies whose name is a line of its own above the name of their place."""


@dataclass
class Header:
    """What the head says.

    ``number`` is None where it is left blank; ``nation`` holds the motto, which is printed again only beside the
    names of bodies, ``rest`` the words of the national name that the next line still owes, and ``in_subject`` tells
    that a line below the number has begun to say what the document is about.
    """

    names: list[str] = field(default_factory=list)
    number: str | None = None
    symbol: str = ""
    place: str = ""
    printed: str = ""
    date: dt.date | None = None
    draft: bool = False
    strays: list[SourceParagraph] = field(default_factory=list)
    nation: list[Removed] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    in_subject: bool = False


def read_header(paragraphs: Sequence[SourceParagraph], medium: Medium = TYPED, header: Header | None = None) -> Header:
    """Read the paragraphs above a document's title; what is none of the head's parts is among ``strays``."""
    filled = header or Header()
    right: list[SourceParagraph] = []
    for paragraph in paragraphs:
        if len(paragraph.columns) == 2 and (is_capitals(paragraph.columns[0]) or not is_number_or_date(paragraph.text)):
            _take(SourceParagraph(" ".join(paragraph.columns[0].split()), paragraph.line), filled, medium)
            right.append(SourceParagraph(" ".join(paragraph.columns[1].split()), paragraph.line))
        elif right and _owes(right[-1].text, paragraph.text):
            right.append(paragraph)
        else:
            _take(paragraph, filled, medium)
    if right:
        # A motto too wide for its column goes on in the next line.
        _take(SourceParagraph(" ".join(part.text for part in right), right[0].line), filled, medium)
    # A comma is a part of a name only where the name goes on behind it.
    filled.names = [name.rstrip(" ,") for name in filled.names]
    return filled


def _owes(begun: str, text: str) -> bool:
    """Tell whether a line alone is the rest of the national name in the right column above it."""
    name, start = plain(NATION), plain(begun)
    return len(start) > 6 and name.startswith(start) and plain(text) == name[len(start) :] != ""


def says_the_same(text: str) -> bool:
    """Tell whether words of the national name or motto are spelled as they are printed again."""
    return {word.upper() for word in re.findall(r"[^\W_]+", text)} <= {word.upper() for word in _PRINTED_WORDS}


def names_body(text: str) -> bool:
    """Tell whether words begin as the name of a body does."""
    return bool(_BODY_WORDS.match(head(text)))


def is_number_or_date(text: str) -> bool:
    """Tell whether a line is the number of a document, its place and date, or both."""
    if len(text) > _LONGEST:
        return False
    rest = _DATE.sub("", _NUMBER.sub("", text, count=1), count=1)
    return rest != text and not re.search(r"\w", rest)


def _take(paragraph: SourceParagraph, header: Header, medium: Medium) -> None:
    """Take all that a line of a head says, part by part; what is left is the name of a body, or none of the head."""
    text = paragraph.text
    if len(text) > _LONGEST:
        header.strays.append(paragraph)
        return
    if _DRAFT.match(head(text)) and len(text) < 30:
        header.draft = True
        header.removed.append(Removed(paragraph.line, text, "Dấu dự thảo, ghi ở status."))
        return
    if is_capitals(text) and _MARK.match(head(text)):
        header.removed.append(Removed(paragraph.line, text, "Dấu chỉ độ khẩn hoặc độ mật; văn bản mật không công bố."))
        return
    header.in_subject = _says_subject(text, header)
    if header.in_subject:
        header.removed.append(Removed(paragraph.line, text, "Dòng trích yếu (V/v) dưới số văn bản; tên ghi ở title."))
        return
    rest = _take_nation(text, paragraph.line, header, medium)
    rest = _take_date(_take_number(rest, header), header, medium).strip(" .-–—_*|").lstrip(", ")
    if re.search(r"\w", rest) and not _take_name(rest, header):
        header.strays.append(SourceParagraph(rest, paragraph.line))


def _says_subject(text: str, header: Header) -> bool:
    """Tell whether a line is the "V/v …" below a number, or goes on with it."""
    if header.in_subject:
        return text[:1].islower() and not is_number_or_date(text)
    return bool(header.symbol) and bool(_ABOUT.match(text))


def _take_nation(rest: str, line: int, header: Header, medium: Medium) -> str:
    for words, name in ((header.rest, "Quốc hiệu"), *_PRINTED_ALWAYS):
        start, end = _find(rest, words, medium) if words else (0, 0)
        if end and (words is not header.rest or rest[start:end].isupper()):
            header.nation.append(Removed(line, rest[start:end], f"{name}, in theo thể thức."))
            rest = _without(rest, start, end)
            header.rest = _NATION_WORDS[len(words) :] if words == _NATION_WORDS[: len(words)] else []
    return rest


def _take_number(rest: str, header: Header) -> str:
    match = _NUMBER.search(rest)
    if header.symbol or not match or match.start() >= 3:
        return "" if _BLANK_NUMBER.match(rest) else rest
    header.number, header.symbol = match["n"], " ".join(match["symbol"].split())
    return _without(rest, match.start(), match.end())


def _take_date(rest: str, header: Header, medium: Medium) -> str:
    match = _DATE.search(rest)
    if header.printed or not match or re.search(r"\w", rest[match.end() :]):
        return rest
    before, header.place = _without_capitals(match["place"].strip())
    header.printed = _without_dots(match["printed"])
    header.date = _date(header.printed)
    if medium.recognised and (figures := _FIGURES.match(bare(header.printed).lower())):
        header.printed = "ngày {} tháng {} năm {}".format(*figures.groups())
    return " ".join(f"{rest[: match.start()]} {before}".split())


def _take_name(rest: str, header: Header) -> bool:
    """Take the name of a body, or the rest of one that its column parted; tell whether it is one."""
    numbered = bool(re.search("[0-9]", rest)) and not _NUMBERED_BODY.match(head(rest))
    numbered = numbered and not (header.names and _NUMBERED_AREA.match(head(rest)))
    if not is_capitals(rest) or len(rest) > 120 or len(header.names) >= 4 or numbered:
        return False
    if header.names and _goes_on(header.names[-1], rest):
        header.names[-1] += f" {rest}"
    else:
        header.names.append(rest)
    return True


def _goes_on(name: str, rest: str) -> bool:
    """Tell whether a line is the rest of a name: it names no body itself, or only the place of one that has no area.

    "ỦY BAN NHÂN DÂN" and "TỈNH LÂM ĐỒNG" stay two lines, as the decree sets them.
    """
    if rest.startswith("VÀ ") or (len(rest.split()) == 1 and len(name) >= _SHORTEST_PARTED):
        return True
    if rest.startswith("CÁC ") and name.endswith(" QUẢN LÝ"):
        return True
    if _PLACE_ALONE.match(head(rest)):
        return not _STANDS_ABOVE_PLACE.match(head(name)) and not _PLACE_ALONE.search(head(name))
    if _NUMBERED_AREA.match(head(rest)):
        return True
    return not names_body(rest)


def _without(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[:start]} {text[end:]}".split())


def _without_capitals(place: str) -> tuple[str, str]:
    """Part the name of a body in capitals that stands before a place on the same line."""
    words = place.split()
    count = next((n for n, word in enumerate(words) if len(word) < 2 or not word.isupper()), len(words))
    return ("", place) if count == len(words) else (" ".join(words[:count]), " ".join(words[count:]))


def _without_dots(printed: str) -> str:
    return " ".join(re.sub(r"[.…_]+", " ", printed).split())


def _date(printed: str) -> dt.date | None:
    match = _FIGURES.match(bare(printed).lower())
    try:
        return dt.date(*(int(match[i]) for i in (3, 2, 1))) if match else None
    except ValueError:
        return None


def _find(text: str, words: Sequence[str], medium: Medium) -> tuple[int, int]:
    """Find a run of words whatever their diacritics; (0, 0) where it is not there."""
    places = [(m.start(), m.end(), m[0]) for m in re.finditer(r"\S+", text[:400])]
    for first in range(len(places) - len(words) + 1):
        run = places[first : first + len(words)]
        if all(medium.may_be(read, word) for (_, _, read), word in zip(run, words, strict=True)):
            return run[0][0], run[-1][1]
    joined = re.search(r"[ĐD][ộo]c l[ậa]p\s?[-–—]\s?T[ựu] do\s?[-–—]\s?H[ạa]nh ph[úu]c", text[:400], re.IGNORECASE)
    return joined.span() if joined and words is _MOTTO_WORDS else (0, 0)
