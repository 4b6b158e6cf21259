"""The words of a text as signs of meaning, so that two ways of writing one thing give the same signs.

A body is its id, a document its number, a date its day, a number its value; abbreviations are spelled out, words of
joining and pointing are left out, and ways of saying the same have one form.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kehoach.comparison.localbodies import local_bodies
from kehoach.comparison.nodes import ComparedNode, Vocabulary
from kehoach.comparison.ownnames import OwnNames, own_names
from kehoach.comparison.slots import Sign, Span, slots
from kehoach.comparison.waysofsaying import FROM, UNTIL, folded, in_one_form
from kehoach.meaning.mentions import Mention, bodies_in, mentions_again
from kehoach.meaning.numerals import DIGITS, FIVE, SCALES
from kehoach.model.registry import Registry
from kehoach.wording.citations import symbol_key
from kehoach.wording.letters import comparable

_PIECE = re.compile(
    r"(?<![\w/.-])(?P<of_year>[0-9]{1,2}|I{1,3}|IV)/(?P<its_year>(?:19|20)[0-9]{2})(?![\w/])|"
    # Most pieces are words that begin with a letter: they need not wait for what can begin with a figure.
    r"(?P<glued>(?:tháng|năm|quý|tuần)(?=[0-9]))|"
    r"(?P<letters>(?!ngày\s*[0-9])[^\W\d_][^\W_]*(?:(?<!lần)[./&][^\W_]+)*)"
    r"|(?<![\w/.,-])(?P<hour>[0-9]{1,2})\s*(?:h(?:\s*(?P<minutes>[0-5][0-9]))?|giờ\s+(?P<minute>[0-5][0-9]))"
    r"(?:\s*phút|['’])?(?![^\W_])"
    r"|(?:(?<=trước )|(?<=lúc )|(?<=nhất )|(?<=đến ))(?P<full_hour>[0-9]{1,2})\s*giờ"
    r"(?=\s+(?:ngày|thứ|sáng|chiều)(?![^\W_]))"
    r"|(?:(?<!\w)ngày\s+|(?<![\w/.,-]))(?P<first>[0-9]{1,2})\s?[-–]\s?(?P<last>[0-9]{1,2})/(?P<of>1[0-2]|0?[1-9])(?![\w/-])"
    r"|(?:(?<!\w)ngày\s*|(?<![\w/]))(?P<day>[0-9]{1,2})(?:\s*[/.]\s*|-|\s+tháng\s+)(?P<month>[0-9]{1,2})(?![0-9]|\s+lần)"
    r"(?:\s*(?:[/.-]\s*|,?\s*năm\s+)(?P<year>[0-9]{4}))?(?![\w/]|[.,-][0-9])"
    r"|(?P<years>(?:19|20)[0-9]{2}\s?[-–]\s?(?:19|20)[0-9]{2}(?!\d))"
    r"|(?:(?<![\w/.-])|(?<=tháng)|(?<=năm)|(?<=quý)|(?<=tuần))(?P<number>[0-9]+(?:[.,][0-9]+)*)(?![\w/-])"
    r"|(?P<word>[^\W_]+(?:[./&][^\W_]+)*)|(?P<percent>%)"
)
_NUMERALS = frozenset(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"])
_QUARTERS = ("I", "II", "III", "IV")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_LAST_DAY = re.compile(
    r"ngày cuối(?:\s+cùng)?\s+(?:của\s+)?tháng\s+(?P<month>0?[1-9]|1[0-2])(?![0-9])"
    r"(?:\s*(?:/|,?\s*năm\s+)(?P<year>[0-9]{4}))?(?![\w/])",
    re.IGNORECASE,
)
_YEAR = comparable("năm")
_ISSUER = re.compile(r"\s+(?:của|do)\s+\Z")
_NAME_WORD = re.compile(r"[^\W_]+(?:[&.][^\W_]+)*")
_MEANS = re.compile(
    r"(?:Cổng|Hệ thống|Trang|Kênh|Nền tảng|Trục|Cơ sở dữ liệu|Nhà văn hóa|Nhà sinh hoạt|Hội trường|Công viên)(?![^\W_])"
)
"""Nouns of what is used to do a thing; that it changes is a change of the matter."""
AS_MATTER = re.compile(r"\s+(?:điện tử|số)(?![^\W_])", re.IGNORECASE)
"""What follows a body's name that stands for a matter: "Chính phủ điện tử"."""


class SignText(NamedTuple):
    """A text with its signs."""

    words: str
    signs: tuple[Sign, ...]
    year: int = 0

    @property
    def spans(self) -> tuple[Span, ...]:
        """What the stretches of the text are about, the most telling first."""
        return slots(self.words, self.year)


@dataclass(frozen=True)
class SignReader:
    """Reads texts of one plan: its year and scopes, and whether it is from after the reform of 01/7/2025."""

    vocabulary: Vocabulary
    registry: Registry
    year: int
    scopes: tuple[str, ...]
    reformed: bool

    def text(self, node: ComparedNode, name: str) -> SignText:
        """Read a field of a node."""
        words = node.fields.get(name, "")
        mentions = mentions_again(words, node.mentions.get(name, ()))
        return SignText(words, tuple(self._signs(words, mentions)), self.year)

    def _signs(self, words: str, mentions: Sequence[Mention]) -> Iterator[Sign]:
        local = list(local_bodies(words, mentions, self.registry, self.scopes, self.reformed))
        own = own_names(self.registry, self.scopes)
        unknown = [own.known(words, sign) for sign in _unknown(words, mentions, local, own)]
        # A name that ends in such a group is read as its words and the group: "Đài truyền thanh các xã, phường".
        mentions = [m for m in mentions if not any(m.start < sign.start and sign.end <= m.end for sign in local)]
        position = 0
        for claim in sorted(
            (*local, *unknown, *_of_mentions(words, mentions)), key=lambda sign: (sign.start, -sign.end)
        ):
            if claim.start < position:
                continue
            yield from _plain(words, position, claim.start, self.vocabulary, self.year)
            if claim.key:
                yield claim
            position = claim.end
        yield from _plain(words, position, len(words), self.vocabulary, self.year)


def _of_mentions(words: str, mentions: Sequence[Mention]) -> Iterator[Sign]:
    """Give documents and bodies; the issuer named after a citation belongs to the citation."""
    cited = -1
    for mention in mentions:
        if mention.kind == "unit":
            issuer = cited >= 0 and _ISSUER.fullmatch(words, cited, mention.start)
            key = "" if issuer else f"@{mention.target or mention.text.lower()}"
            yield Sign(mention.start, mention.end, key, mention.target)
        elif document := _document(mention):
            cited = mention.end
            yield Sign(mention.start, mention.end, f"§{document}")
            continue
        cited = -1 if mention.kind == "unit" else cited


def _unknown(words: str, mentions: Sequence[Mention], local: Sequence[Sign], own: OwnNames) -> Iterator[Sign]:
    """Give the bodies that the registries do not know, each by its words; one that holds a known name is another."""
    local_ranges = [(sign.start, sign.end) for sign in local]
    local_ranges += [(m.start, m.end) for m in mentions if m.kind == "document"]
    mention_ranges = {(m.start, m.end) for m in mentions if m.kind == "unit"}
    cited = [m.end for m in mentions if m.kind == "document"]
    for name in bodies_in(words, mentions):
        if name.kind not in ("named", "holder") or not name.sure or (name.start, name.end) in mention_ranges:
            continue
        if not words[name.start].isupper() or _MEANS.match(words, name.start) or AS_MATTER.match(words, name.end):
            continue
        if any(_ISSUER.fullmatch(words, end, name.start) for end in cited):
            yield Sign(name.start, name.end, "")  # who issued it belongs to the citation
        elif not any(start < name.end and name.start < end for start, end in local_ranges):
            keys = folded(tuple(map(comparable, _NAME_WORD.findall(own.short(words[name.start : name.end])))))
            # Of a name that lists several the order is none of its own: "thủ trưởng cơ quan, đơn vị".
            listed = sorted(keys) if ", " in name.words else keys
            yield Sign(name.start, name.end, f"@~{' '.join(listed)}")


def _document(mention: Mention) -> str:
    """Give the id of a document that is cited or named, or its number and symbol; else nothing."""
    if mention.target or not mention.citation or not mention.citation.number:
        return mention.target if mention.kind == "document" else ""
    return str((int(re.sub(r"\D", "", mention.citation.number) or 0), symbol_key(mention.citation.symbol)))


def plain_keys(words: str, year: int) -> list[str]:
    """Give what words say that name no body and no document, in comparable form; short forms stay as they are."""
    return [sign.key for sign in _plain(words, 0, len(words), Vocabulary(Registry()), year)]


_new = tuple.__new__
"""Makes a sign at half the cost: a comparison has tens of thousands."""


def _plain(words: str, start: int, end: int, vocabulary: Vocabulary, year: int) -> Iterator[Sign]:
    pieces = list(_PIECE.finditer(words, start, end))
    signs: list[Sign] = []
    at = 0
    while at < len(pieces):
        first = pieces[at]
        kind, word = first.lastgroup, first[0]
        if word == "số" and words[first.end() : first.end() + 8].lstrip(" :")[:1].isdigit():
            at += 1  # "số 15" says no more than "15"; "chính quyền số" does
            continue
        if word in _QUARTERS and at and pieces[at - 1][0].lower() in ("quý", "quí"):
            signs.append(Sign(first.start(), first.end(), f"#{_QUARTERS.index(word) + 1}"))
            at += 1
            continue
        if word.lower() == "ngày" and (last := _LAST_DAY.match(words, first.start())):
            month = int(last["month"])
            day = monthrange(int(last["year"] or year), month)[1]
            of_year = "" if not last["year"] else "/<năm>" if last["year"] == str(year) else f"/{last['year']}"
            signs.append(Sign(first.start(), last.end(), f"{day}/{month}{of_year}"))
            at = next((i for i in range(at, len(pieces)) if pieces[i].start() >= last.end()), len(pieces))
            continue
        if kind == "letters" and word.lower() not in _NUMERALS:
            start, end = first.span()
            keys = folded(vocabulary.spelled(word))
            if not (len(keys) > 1 and words[start - 1 : start] == "(" and keys == _last_keys(signs, len(keys))):
                signs += [_new(Sign, (start, end, key, "")) for key in keys]
            at += 1
            continue
        number = _number_at(words, pieces, at) if kind in ("number", "letters") else None
        if number:
            used, value = number
            signs.append(Sign(first.start(), pieces[at + used - 1].end(), f"#{value}"))
            at += used
        else:
            start, end = first.span()
            signs += [Sign(start, end, key) for key in _not_again(_keys(first, vocabulary, year), signs)]
            at += 1
        if kind == "number":
            at += _said_again(words, pieces, at - 1)
    return in_one_form(words, signs)


def _not_again(keys: Sequence[str], signs: Sequence[Sign]) -> Sequence[str]:
    """Leave out the "từ" of a span of days behind which it stands already."""
    return keys[1:] if len(keys) > 1 and signs and keys[0] == signs[-1].key == FROM else keys


def _last_keys(signs: Sequence[Sign], count: int) -> tuple[str, ...]:
    """Give the last words: a short form in brackets behind what it stands for says nothing more."""
    return tuple(sign.key for sign in signs[-count:])


def _number_at(words: str, pieces: Sequence[re.Match[str]], at: int) -> tuple[int, str] | None:
    """Read a number in words, or figures with a scale ("50 triệu"): how many pieces it takes, and its value."""
    if pieces[at].lastgroup == "number":
        scale = SCALES.get(comparable(pieces[at + 1][0]), 0) if at + 1 < len(pieces) else 0
        if not scale or words[pieces[at].end() : pieces[at + 1].start()].strip():
            return None
        return 2, f"{float(_value(pieces[at][0])) * scale:.0f}"
    used, value = _spelled_number(words, pieces, at)
    return (used, str(value)) if used else None


def _keys(match: re.Match[str], vocabulary: Vocabulary, year: int) -> Sequence[str]:
    """Give the comparable words of a piece that is no number in words."""
    kind = match.lastgroup
    if kind == "number":
        return ("<năm>" if match["number"] == str(year) else f"#{_value(match['number'])}",)
    if kind in ("letters", "glued", "word", "years", "percent"):
        return folded(vocabulary.spelled(match[0]))
    if part := match["of_year"]:
        number = _QUARTERS.index(part) + 1 if part in _QUARTERS else int(part)
        return f"#{number}", _YEAR, "<năm>" if match["its_year"] == str(year) else f"#{match['its_year']}"
    if hour := match["hour"]:
        return (f"{int(hour)}:{int(match['minutes'] or match['minute'] or 0)}",)
    if match["full_hour"]:
        return (f"{int(match['full_hour'])}:0",)
    if match["first"]:
        first, last, month = map(int, match.group("first", "last", "of"))
        return FROM, f"{first}/{month}", UNTIL, f"{last}/{month}"  # "22 - 30/9" is "từ ngày 22/9 đến hết ngày 30/9"
    own = "<năm>" if match["year"] == str(year) else match["year"]
    return ("/".join((str(int(match["day"])), str(int(match["month"])), *([own] if own else []))),)


def _value(figures: str) -> str:
    """Give a number's value: ``05`` is 5, ``1.000`` is 1000, ``88,50`` is 88.5."""
    if _THOUSANDS.fullmatch(figures):
        figures = figures.replace(".", "")
    try:
        number = float(figures.replace(",", "."))
        return f"{number:.0f}" if number.is_integer() else f"{number:g}"
    except ValueError:
        return figures


def _spelled_number(words: str, pieces: Sequence[re.Match[str]], at: int) -> tuple[int, int]:
    """Read a number in words: how many pieces it takes, 0 where there is none, and its value."""
    total = current = used = 0
    for index in range(at, len(pieces)):
        if index > at and words[pieces[index - 1].end() : pieces[index].start()].strip():
            break
        key = comparable(pieces[index][0])
        if key in SCALES and index > at:
            scale = SCALES[key]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        elif key in DIGITS and (key != FIVE or _counts(words, pieces, index, at)):
            if used and current and current % 10:
                break
            current += DIGITS[key]
        else:
            break
        used += 1
    if used == 1 and comparable(pieces[at][0]) == FIVE:
        return 0, 0
    return used, total + current


def _counts(words: str, pieces: Sequence[re.Match[str]], index: int, at: int) -> bool:
    """Whether "năm" is five, not a year: after another numeral, or before hundreds, tens and times."""
    following = comparable(pieces[index + 1][0]) if index + 1 < len(pieces) else ""
    return index > at or following in SCALES


def _said_again(words: str, pieces: Sequence[re.Match[str]], at: int) -> int:
    """Count the pieces that say a number once more in brackets: "02 (hai)"."""
    if not pieces[at]["number"] or at + 1 >= len(pieces):
        return 0
    between = words[pieces[at].end() : pieces[at + 1].start()]
    if between.strip() != "(":
        return 0
    key = comparable(pieces[at + 1][0])
    if key in DIGITS and str(DIGITS[key]) == _value(pieces[at]["number"]):
        return 1
    used, value = _spelled_number(words, pieces, at + 1)
    return used if used and str(value) == _value(pieces[at]["number"]) else 0
