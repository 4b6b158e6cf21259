"""The words of a text as names of bodies are read in it: capitals, places, verbs, ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kehoach.meaning.bodynouns import NOUNS_OF_BODIES
from kehoach.meaning.lexicon import AUXILIARIES, DEPARTMENTS, GROUP_NOUNS, LONG_PLACES, NOUNS, PLACES, VERBS
from kehoach.meaning.nametable import Token, tokens
from kehoach.meaning.otherwords import NO_PLACES, OTHER_WORDS, TITLES
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import CAPITAL

_NUMBERED = ("vùng", "thôn", "buôn", "bản", "ấp", "khóm")
_COUNTED = ("tháng", "ngày", "năm", "quý", "tuần", "lần", "%")
_APOSTROPHES = ("'", "’", "‘")
_LISTED_PLACES = ("đặc khu", "thị trấn", "thị xã", "thành phố", "khu vực")


_HEADING = late(
    r"^[ \t]*(?P<label>(?:[0-9]{1,2}|[IVX]+|[a-zđ])[.)][ \t]+|[-–+•][ \t]+)?[^\s.:;]+(?:[ \t]+[^\s.:;]+){1,11}"
    r"[ \t]+(?P<last>[^\s.:;]+)[ \t]*(?P<end>\n)\s*(?P<item>(?:[0-9]{1,2}\.)+[0-9]*\s+|[a-zđ]\)\s+|[-–+•]\s+)?"
    rf"(?P<work>{CAPITAL}[^\n]{{3,24}})",
    re.MULTILINE,
)
"""A line with the work on the next one, where no sign parts the two."""


def _apart(text: str, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a full stop stand behind each heading: "4. Phòng Kinh tế", and "Tham mưu …" on the next line."""
    headings = [match for match in _HEADING.finditer(text) if _is_work(match)]
    stops = [Token(match.start("end"), match.end("end"), ".", ".") for match in headings]
    return tuple(sorted((*words, *stops))) if stops else words


def _is_work(heading: re.Match[str]) -> bool:
    """Whether the line behind a heading begins with a verb, not the rest of a name: "Phòng Kế hoạch", "Tổng hợp"."""
    if heading["item"]:
        return True
    work = tokens(heading["work"].lower())
    whole = heading["label"] is not None or heading["last"] in PLACES or not NOUNS.longest(work, 0)[0]
    return whole and VERBS.longest(work, 0)[0] > 1


class Tokens:
    """The words of a text; every method takes and gives numbers of tokens.

    ``sure`` turns false where the word lists cannot tell whether a name goes on.
    """

    def __init__(
        self, text: str, known: Sequence[tuple[int, int]], hidden: Sequence[tuple[int, int]], listed: bool
    ) -> None:
        self.text = text
        self.listed = listed
        self.words = _apart(text, tokens(text)) if "\n" in text else tokens(text)
        self.known: dict[int, int] = {}
        if known:
            starts = {token.start: index for index, token in enumerate(self.words)}
            ends = {token.end: index + 1 for index, token in enumerate(self.words)}
            self.known = {starts[a]: ends[b] for a, b in known if a in starts and b in ends}
        self.hidden = hidden
        self.sure = True
        self.open = False
        self.depth = 0

    def _after(self, place: int) -> int:
        return bisect_left(self.words, place, key=lambda token: token.start)

    def _is_hidden(self, token: Token) -> bool:
        return bool(self.hidden) and any(a <= token.start < b for a, b in self.hidden)

    def _place(self, at: int) -> int:
        """Go over a place: "tỉnh", "xã Ea Knốp", "thành phố An Phước", "cấp xã"; the beginning itself for none."""
        if at >= len(self.words):
            return at
        length = LONG_PLACES.longest(self.words, at)[0]
        if not length and self.words[at].word in PLACES and not self._is_half(at):
            length = 1
        if self._word(at) == "tphcm":
            return at + 1
        if self._word(at) == "tp":  # "TP Huế", "TP. Huế"
            return self._capitals(at + 2 if self._word(at + 1) == "." and self._is_capital(at + 2) else at + 1)
        if self._word(at) == "liên" and self._word(at + 1) in PLACES:
            return self._several(at + 1, self._place(at + 1))
        if self._word(at) in ("vùng", "miền") and (self._is_capital(at + 1) or self._word(at + 1).isdigit()):
            length = 1
        end = self._capitals(at + length) if length else at
        if end > at + 1 and self._word(at) == "phường" and self._word(end) in ("-", "–"):
            dashed = self._capitals(end + 1)
            end = dashed if dashed - end > 2 and not self._is_head(end + 1) else end  # "phường Cam Ly - Đà Lạt"
        while end == at + length and self._joint(end) > end and (added := self._listed_place(end + 1)):
            at, length, end = end + 1, added, end + 1 + added  # "Trưởng thôn, buôn", "Đoàn xã, phường, đặc khu"
        if self._word(at) == "các" and end == at + 2 and self._word(end) in ("tỉnh", "thành"):
            whole = self._capitals(end + 2) if self._word(end) == "thành" else self._capitals(end + 1)
            return whole if self._is_end(whole) else end  # "UBND các cấp thành phố Hà Nội"
        while length and end == at + length and self._word(end) == "/" and self._word(end + 1) in PLACES:
            at, length, end = end + 1, 1, end + 2  # "UBND xã/phường"
        if length and self._word(end) == "trực" and self._is_central(end):
            return end + 4
        town = f"{self._word(end + 1)} {self._word(end + 2)}" in _LISTED_PLACES[:-1] and self._is_capital(end + 3)
        if town and end == at + length and self._word(at) in ("xã", "phường", "huyện") and self._joint(end) > end:
            return self._capitals(end + 3)  # "UBND xã, phường, đặc khu Phú Quý"
        if length and self._word(end) == "phía" and self._is_capital(end + 1):
            return end + 2  # "các xã phía Bắc"
        dashed = self._word(end + 1) in ("-", "–") and self._is_capital(end + 2) and not self._is_head(end + 2)
        if length > 1 and end == at + length and dashed and self._word(end).isdigit():
            return self._capitals(end + 2)  # "khu vực 2 - Lộc Bình"
        numbered = length > 1 or self._word(at) in _NUMBERED
        return end + 1 if numbered and end == at + length and self._is_number(end) else end

    def _several(self, at: int, end: int) -> int:
        """Go over the other place of two that a body is over: "liên huyện Krông Bông - Lắk"."""
        joined = end > at + 1 and self._word(end) in ("-", "–") and self._is_capital(end + 1)
        return self._capitals(end + 1) if joined and not self._is_head(end + 1) else end

    def _behind_short(self, end: int) -> int:
        """Go over a place behind the short form of what stands before it: "Hội Liên hiệp Phụ nữ (LHPN) tỉnh"."""
        if self._word(end) != "(" or self._word(end + 2) != ")" or not self.words[end + 1].word.isupper():
            return end
        place_end = self._place(end + 3)
        return place_end if place_end > end + 3 else end

    def _numbers(self, at: int) -> int:
        """Go over the numbers of a body or of several: "số 5, số 6 và số 7"."""
        at += 2
        while self._joint(at) > at and self._word(at + 1) == "số" and self._word(at + 2).isdigit():
            at += 3
        return at

    def _is_number(self, at: int) -> bool:
        """Whether a bare number stands here that counts nothing: "khu vực 3", "thôn 5"."""
        counts = self._word(at + 1) in _COUNTED and VERBS.longest(self.words, at + 1)[0] < 2  # but "tuần tra"
        return self._word(at).isdigit() and not counts

    def _is_half(self, at: int) -> bool:
        """Whether a kind of place is half of another word: "xã hội", "nông thôn"."""
        whole = any(table.longest(self.words, at)[0] > 1 for table in (NOUNS, NO_PLACES))
        return whole or (at > 0 and NOUNS.longest(self.words, at - 1)[0] > 1)

    def _listed_place(self, at: int) -> int:
        """How many words a bare kind of place has that goes on a list of them; 0 where there is none."""
        length = 2 if f"{self._word(at)} {self._word(at + 1)}" in _LISTED_PLACES else int(self._word(at) in PLACES)
        ends = self._is_end(at + length) or self._is_central(at + length)
        return length if length and ends else 0

    def _is_central(self, at: int) -> bool:
        """Whether cities are told from others here: "các tỉnh, thành phố trực thuộc Trung ương"."""
        return [self._word(at + step) for step in range(4)] == ["trực", "thuộc", "trung", "ương"]

    def _capitals(self, at: int) -> int:
        start = at
        while self._is_capital(at) and (not self._is_head(at) or self._is_in_place(at, at > start)):
            if self._is_title(at):
                break
            at = self._over_capital(at)
        return at

    def _is_title(self, at: int) -> bool:
        """Whether a capital begins what a document is called, not a place: "UBND thành phố Kế hoạch …"."""
        return self._is_small(at + 1) and TITLES.longest(self.words, at)[0] > 1

    def _is_in_place(self, at: int, behind: bool) -> bool:
        """Whether what looks like the noun of a body is a syllable of a place's name: "Nha Trang", "Hội An"."""
        if at in self.known or NOUNS_OF_BODIES.longest(self.words, at)[0] != 1:
            return False
        if not self._is_capital(at + 1):
            return behind and not NOUNS.longest(self.words, at + 1)[0]
        return not any(table.longest(self.words, at + 1)[0] for table in (NOUNS, DEPARTMENTS, NOUNS_OF_BODIES))

    def _over_capital(self, at: int) -> int:
        """Go over a word in capitals, with what a sign joins to it: "Cư M'gar", "M'Drắk", "HIV/AIDS", "XL-03"."""
        sign = at + 1
        if self._word(sign) == "-" and self._word(at + 2).isdigit():
            return at + 3 if self.words[at].word.isupper() and self._is_one_word(at, at + 2) else sign
        if self._word(sign) not in _APOSTROPHES and self._word(sign) != "/":
            return sign
        joined = self.words[sign].start == self.words[at].end and at + 2 < len(self.words)
        if self._word(sign) != "/":
            return at + 3 if joined and (self._is_small(at + 2) or self._is_one_word(sign, at + 2)) else sign
        both = joined and self.words[at].word.isupper() and self.words[at + 2].word.isupper()
        return at + 3 if both and not (self._is_head(at) or self._is_head(at + 2)) else sign

    def _is_one_word(self, first: int, last: int) -> bool:
        """Whether no space stands between tokens."""
        return all(self.words[at].end == self.words[at + 1].start for at in range(first, last))

    def _joint(self, at: int) -> int:
        """Where a name can go over "và", a comma or a dash: the token behind it."""
        return at + 1 if self._word(at) in ("và", ",", "-", "–", "&") else at

    def _word(self, at: int) -> str:
        return self.words[at].word.lower() if 0 <= at < len(self.words) else ""

    def _is_capital(self, at: int) -> bool:
        return 0 <= at < len(self.words) and self.words[at].word[0].isupper() and not self._is_hidden(self.words[at])

    def _is_small(self, at: int) -> bool:
        return 0 <= at < len(self.words) and self.words[at].word[0].islower()

    def _is_head(self, at: int) -> bool:
        if at >= len(self.words) or not (at in self.known or NOUNS_OF_BODIES.longest(self.words, at)[0]):
            return False
        if self._word(at) == "đảng" and NOUNS_OF_BODIES.longest(self.words, at + 1)[0] > 2:
            return False  # "Ban Cán sự Đảng Ủy ban nhân dân"
        return not self._is_other_word(at)

    def _is_other_word(self, at: int) -> bool:
        """Whether a longer word than the noun of a body begins here: "xã hội", "trường hợp", "phòng, chống"."""
        length = OTHER_WORDS.longest(self.words, at)[0]
        if length and GROUP_NOUNS.longest(self.words, at)[0] > length:
            return False  # "tổ chức pháp chế"
        if not length:
            return self._word(at) == "kế" and self._word(at + 1) == "toán" and self._word(at - 1) in ("-", "–")
        return length >= NOUNS_OF_BODIES.longest(self.words, at)[0]

    def _is_verb(self, at: int) -> bool:
        return self._is_small(at) and VERBS.longest(self.words, at)[0] > 0

    def _is_end(self, at: int, nouns: bool = False) -> bool:
        """Whether a name cannot go on: the text is over, or a sign, a verb or a small word stands here."""
        if at >= len(self.words) or not self.words[at].word[0].isalpha():
            return True
        if not self._is_small(at):
            return False
        verb = VERBS.longest(self.words, at)[0]
        small = AUXILIARIES.longest(self.words, at)[0]
        if nouns and NOUNS.longest(self.words, at)[0] > max(verb, small):
            return False
        return bool(verb or small)

    def _unsure(self, at: int) -> int:
        self.sure = False
        return at
