"""Printed labels at the start of a paragraph: I. / 1. / 1.1 / a) / - / Điều 1. / Phụ lục, in all their spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from string import ascii_lowercase

from kehoach.wording.casing import is_capitals
from kehoach.wording.labels import ORDINALS, roman
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import CAPITAL, LETTERS, bare

SECTION, ARTICLE, SMALL_ROMAN = "§", "Điều", "i"
"""Styles of labels with rules of their own: of parts with a name, of articles, and of figures that may be letters."""

BULLET_STYLES = ("*", "-", "+", "•")


@dataclass(frozen=True)
class Label:
    """A label as read: style, number (0 for bullets), ``form`` telling spellings apart, printed words, text after it.

    ``above`` holds the figures before the last one of a decimal label, ``latin`` the place of a letter in Word's own
    order (a b c d e f), which has no đ. ``numbering`` is the style that a plan can be numbered in by it, of a part with
    a name "Phần I", "Chương 1", "Điều 1"; empty for what no plan is numbered by, as "Phụ lục".
    """

    style: str
    number: int
    form: str
    printed: str
    rest: str
    above: tuple[int, ...] = ()
    latin: int = 0
    numbering: str = ""

    def follows(self, before: Label) -> int:
        """Give how many steps this label is behind another one of its list; a letter is next in either order."""
        return 1 if self.latin and self.latin == before.latin + 1 else self.number - before.number

    @property
    def begins_late(self) -> bool:
        """Whether a plan can begin with it though it is no first: some leave out "I.", or begin to count with "II."."""
        return self.style == "I" and self.number == 2 and is_capitals(self.rest)

    @property
    def key(self) -> tuple[str, str]:
        """What the members of one list have in common."""
        return self.style, self.form


_BULLET = late(r"(?P<mark>[-–—+•*])(?:\s+|(?=[^\W\d]|[“\"(]))(?P<rest>\S.*)\Z", re.DOTALL)
_DECIMAL = late(r"(?P<all>[0-9]{1,2}(?:\.[0-9]{1,2}){1,4})(?P<end>\s?[-–/](?=\s)|[.):]?)(?:\s+|(?=[^\W\d_])|\Z)")
_NUMBER = late(r"(?P<open>\(?)(?P<n>[0-9]{1,3})(?P<end>\s?[.)]|/|\s?[-–](?=\s))")
# "1  HIỆN TRẠNG": a figure without a mark counts only before a heading in capitals that it does not measure.
_BARE_NUMBER = late(
    r"(?P<n>[1-9][0-9]?)\s+(?!(?:NĂM|THÁNG|NGÀY|TUẦN|QUÝ|GIỜ|TỶ|TRIỆU|NGHÌN|NGƯỜI|ĐƠN VỊ|CƠ QUAN|BỘ|SỞ|XÃ|PHƯỜNG|TỈNH"
    r"|LẦN|ĐỢT|CUỘC|LỚP)\b)(?=[^\W\d_])"
)
_ROMAN = late(r"(?P<n>[IVXLC]{1,7})(?P<end>\s?[.):]|/|\s?[-–](?=\s))")
_LETTER = late(r"(?P<open>\(?)(?P<n>[A-Za-zĐđ])(?P<end>[.)]|/|\s?[-–](?=\s))")
_SMALL_ROMAN = late(r"\(?(?P<n>[ivx]{1,5})[.)]")
_ARTICLE = late(r"Điều\s+(?P<n>[0-9]{1,3})(?P<end>[a-zđ]?\s?[.:]|\Z)", re.IGNORECASE)
_OCR_ARTICLE = late(r"[DĐP]i[^\W\d_]{1,2}\s+(?P<n>[0-9]{1,3})(?P<end>\s?[.:])")
_OCR_ROMAN = late(r"(?P<n>[I|l1!]{1,4}|[I|l1!]?[VX][I|l1!]{0,3})(?P<end>\.)\s")
_SECTION = late(
    r"(?:phần|chương|mục|phụ lục|phụ biểu|biểu mẫu|mẫu số|phần thứ)\s+"
    r"(?:(?:số\s+)?[0-9]{1,2}[a-z]?|[ivxlc]{1,6}|thứ\s+\w{2,4}|nhất|hai|ba|tư|bốn|năm)(?=\s*[.:)\-–]|\s*\Z|\s+[A-ZĐ])"
    r"|(?:phụ lục|phụ biểu)(?=\s*[.:]?\s*\Z|\s*:)"
    r"|(?-i:PHỤ LỤC|PHỤ BIỂU)(?=\s+(?-i:[A-ZĐÀ-Ỹ]{2}))",
    re.IGNORECASE,
)
_NAMED = late(
    rf"(?P<noun>phần|chương|mục)\s+(?:thứ\s+(?P<word>{'|'.join(ORDINALS)})|(?P<n>[0-9]{{1,2}}|[ivx]{{1,6}}|[a-hđ]))"
    rf"(?:\s*[.:)](?![0-9])|\s+[-–](?=\s)|(?=\s+(?-i:{CAPITAL}))|\s*\Z)",
    re.IGNORECASE,
)
_ROMAN_VALUES = {roman(number): number for number in range(1, 100)}
_SMALL_VALUES = {name.lower(): number for name, number in _ROMAN_VALUES.items() if number <= 20}


def read_labels(text: str, recognised: bool = False) -> list[Label]:
    """Give every reading of the label that a paragraph opens with; the context decides between them."""
    readings: list[Label] = []
    if match := _BULLET.match(text):
        mark = "-" if match["mark"] in "–—" else match["mark"]
        if mark != "*" or text[1:2].isspace():
            readings.append(Label(mark, 0, "", match["mark"], match["rest"]))
        return readings
    if named_label := _named(text):
        readings.append(named_label)
    elif _SECTION.match(text):
        readings.append(Label(SECTION, 1, bare(text.split()[0]).lower(), "", text))
    for pattern in (_ARTICLE, *((_OCR_ARTICLE,) if recognised else ())):
        if (match := pattern.match(text)) and not readings:
            article = _label(ARTICLE, int(match["n"]), "", text, match.end())
            readings.append(replace(article, numbering=f"{ARTICLE} 1"))
    if (match := _DECIMAL.match(text)) and not re.search(r"(?:^|\.)0", match["all"]):
        figures = tuple(map(int, match["all"].split(".")))
        readings.append(_label("1.1", figures[-1], "", text, match.end(), figures[:-1]))
    if (match := _NUMBER.match(text)) and _may_end(text, match):
        readings.append(_label("1", int(match["n"]), _form(match), text, match.end()))
    elif (match := _BARE_NUMBER.match(text)) and text[match.end() :].isupper():
        readings.append(_label("1", int(match["n"]), "", text, match.end()))
    if (match := _ROMAN.match(text)) and match["n"] in _ROMAN_VALUES and _may_end(text, match):
        readings.append(_label("I", _ROMAN_VALUES[match["n"]], match["end"].strip(), text, match.end()))
    if (match := _LETTER.match(text)) and _may_end(text, match):
        small = match["n"].lower()
        number = LETTERS.index(small) + 1 if small in LETTERS else 0
        style = "a" if match["n"] == small else "A"
        read = _label(style, number, _form(match), text, match.end())
        readings.append(replace(read, latin=ascii_lowercase.find(small) + 1))
    if (match := _SMALL_ROMAN.match(text)) and match["n"] in _SMALL_VALUES and _spaced(text, match.end()):
        readings.append(_label(SMALL_ROMAN, _SMALL_VALUES[match["n"]], "", text, match.end()))
    if recognised and not any(label.style == "I" for label in readings) and (match := _OCR_ROMAN.match(text)):
        name = re.sub(r"[|l1!]", "I", match["n"])
        if name in _ROMAN_VALUES and _mostly_capitals(text[match.end() :]):
            readings.append(_label("I", _ROMAN_VALUES[name], ".", text, match.end()))
    return readings


def _named(text: str) -> Label | None:
    """Read "Phần I", "CHƯƠNG 2.", "Phần thứ ba", with or without its heading behind it."""
    match = _NAMED.match(text)
    if not match:
        return None
    noun, name = match["noun"].capitalize(), (match["n"] or "").upper()
    if match["word"]:
        form, number = f"thứ {ORDINALS[0]}", ORDINALS.index(match["word"].lower()) + 1
    elif name in _ROMAN_VALUES:
        form, number = "I", _ROMAN_VALUES[name]
    else:
        form, number = ("1", int(name)) if name.isdigit() else ("A", LETTERS.index(name.lower()) + 1)
    label = _label(SECTION, number, bare(noun).lower(), text, match.end())
    return replace(label, numbering=f"{noun} {form}")


def _label(style: str, number: int, form: str, text: str, end: int, above: tuple[int, ...] = ()) -> Label:
    return Label(style, number, form, text[:end].strip(), text[end:].strip(), above)


def _form(match: re.Match[str]) -> str:
    return f"{match['open']}{match['end'].strip()}"


def _may_end(text: str, match: re.Match[str]) -> bool:
    """Tell whether a label can end here: "76/NQ-CP", "V/v", "V/V", "1.000", "a.b" hold none."""
    after = text[match.end() : match.end() + 2]
    if not after or after[0].isspace():
        return True
    if match["end"] == "/":
        return after[0].isupper() and not after[1:2].isupper() and after != "V "
    if match["end"].endswith("."):
        return not after[0].isdigit() and after[0] not in ".,;:)" and (after[0].isupper() or not after[0].isalpha())
    return not after[0].isdigit() or match["end"].endswith(")")


def _spaced(text: str, end: int) -> bool:
    return end == len(text) or text[end].isspace()


def _mostly_capitals(text: str) -> bool:
    letters = [char for char in text[:40] if char.isalpha()]
    return sum(char.isupper() for char in letters) >= 0.75 * len(letters) > 1
