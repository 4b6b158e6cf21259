"""The parts that a body's name is put together of, and what they are joined by."""

from __future__ import annotations

from kehoach.meaning.bodynouns import GROUP_OPENING, NEVER_SECOND, SERIAL, STRONG
from kehoach.meaning.bodytokens import Tokens
from kehoach.meaning.lexicon import DEPARTMENTS, GROUP_NOUNS, MATTERS, NOUNS, VERBS
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare

_FURTHER = frozenset(("chi", "số", "vùng", "thuộc"))
"""First syllables of what a name goes on with behind a place: "chi nhánh", "số 2"."""
_WHOLE = frozenset(("đảng", "mắt", "nhi", "dược", "sản"))
"""Words of one syllable that names end with, as no verb behind them is the rest of a word."""
_TEAMS = frozenset(("đội", "tổ", "trạm"))
"""Nouns of bodies that are called by more than one kind of work: "Đội Điều tra tổng hợp"."""
_SYLLABLES = late(r"[^aeiouy]*[aeiouy]+[^aeiouy]+[aeiouy]")
"""A word of several syllables, as no Vietnamese one is, and none is wanted to complete it: "Sêrêpốk"."""
_BOARDS = late(
    r"(?:quản lý|chỉ đạo|điều hành|tổ chức|soạn thảo|"
    r"biên soạn|biên tập|vận động|giám sát|kiểm tra|thanh tra|giải phóng|"
    r"liên lạc|tư vấn|đại diện|chấp hành|chỉ huy|bảo vệ|bầu cử|xây dựng|công tác|phát triển|thi đua|"
    r"tiếp dân|tiếp công dân|xúc tiến)"
    r"(?![^\W_])"
)
"""What boards are called by that is a verb, too."""


class NameParts(Tokens):
    """A text in which the parts of names are measured; every method takes and gives numbers of tokens."""

    def _component(self, at: int) -> int:
        """A word in capitals with the small syllables that belong to it."""
        start = at
        if (whole := NOUNS.longest(self.words, at)[0]) > 2 and self._is_small(at + whole - 1):
            does = self._word(at + whole) == "," and self._is_verb(at + whole + 1)
            if does and (self._word(at + whole - 2), self._word(at + whole - 1)) == ("tổng", "hợp"):
                self.sure = self.sure and self._word(at - 1) in ("-", "–")
                return at + whole - 2  # "Phòng Tổ chức - Hành chính tổng hợp, trình …"
            return at + whole  # "Công nghệ thông tin": what it is for ends in what is a verb elsewhere
        pair = whole == 2 or (whole < 2 and VERBS.longest(self.words, at)[0] == 2)
        behind = whole == 2 and VERBS.longest(self.words, at + 2)[0] > 1  # "Xã hội nhập dữ liệu"
        if pair and self._is_small(at + 1) and (behind or self._ends_syllable(at + 1)):
            return at + 2  # "Hậu cần", "Đào tạo lập danh sách", "Kiểm soát xét duyệt"
        while self._is_capital(at) and (at == start or not self._is_head(at) or self._is_in_place(at, behind=True)):
            at = self._over_capital(at)
        last = at - 1
        if last > start and self._is_small(at) and (noun := NOUNS.longest(self.words, last)[0]) > 1:
            return last + noun  # "TNHH Môi trường", "Nông Lâm nghiệp"
        short = last > start and self._is_short(last - 1) and not self._is_short(last)
        alone = short or (
            at - start == 1 and not self._is_short(start) and not _SYLLABLES.match(bare(self._word(start)))
        )
        noun = NOUNS.longest(self.words, at)[0] if self._is_small(at) and not self._is_verb(at) else 0
        if noun and self._is_proper(start, at):
            return at
        ends = self._word(start) in _WHOLE and (self._is_verb(at) or self._word(start) in ("đảng", "mắt", "nhi"))
        if alone and ends and NOUNS.longest(self.words, start)[0] < 2:
            return at  # "Ban Xây dựng Đảng soạn báo cáo"
        if not alone or not self._is_small(at) or self._place(at) > at or self._ends_syllable(at):
            return at + (0 if self._is_matter(at) else noun)
        return at + max(noun, 1)

    def _is_short(self, at: int) -> bool:
        """Whether a word is an abbreviation or a letter, which no small syllable completes: "TNHH", "A", but "Y tế"."""
        word = self.words[at].word
        return word.isupper() and word not in ("Y", "Ý", "Ô")

    def _is_proper(self, start: int, end: int) -> bool:
        """Whether words in capitals are the name of a place or person, not what a body is for: "Ea Kar", "Lê Lợi"."""
        if end - start < 2 or not self._is_capital(end - 1) or self._is_short(end - 1) or self._is_short(end - 2):
            return False
        said = (table.longest(self.words, end - 2)[0] for table in (NOUNS, DEPARTMENTS))
        return self._is_capital(end - 2) and not any(said) and not NOUNS.longest(self.words, end - 1)[0]

    def _is_matter(self, at: int) -> bool:
        """Whether a noun is what is handed over, not part of who gets it: "báo cáo Sở Nội vụ kết quả"."""
        length = MATTERS.longest(self.words, at)[0]
        return length > 0 and self._word(at - 1) not in ("trả", "và") and NOUNS.longest(self.words, at)[0] <= length

    def _is_work(self, at: int, length: int) -> bool:
        """Whether a noun that begins as a verb can be what is done: "bán hàng bình ổn giá"."""
        behind = at + length
        verb = VERBS.longest(self.words, at)[0]
        if not verb or length > 4 or behind >= len(self.words) or not self._is_small(behind):
            return False
        provides = self._is_capital(at - 2) and self._word(at - 3) not in ("-", "–")
        provides = provides and VERBS.longest(self.words, at - 2)[0] == 2  # "Cung ứng dịch vụ"
        of_name = provides or self._word(at - 1) in (",", "và")
        goes = self._place(behind) > behind or STRONG.match(self.text, self.words[behind].start)
        return not of_name and not goes

    def _ends_syllable(self, at: int) -> bool:
        """Whether a syllable behind one in capitals is a word of its own: a verb of two syllables, a small word."""
        return VERBS.longest(self.words, at)[0] > 1 or self._word(at) in NEVER_SECOND

    def _goes_over(self, at: int, joint: int, joined: bool) -> bool:
        word = self._word(at)
        if word in ("-", "–") and self._opens_line(at):
            return False
        if word == "và" and self.open and self._word(joint) == "các" and self._word(joint + 1) in ("khu", "cụm"):
            return True  # "Ban Quản lý Khu kinh tế và các khu công nghiệp"
        if self._is_capital(joint):
            if self._is_head(joint) and self._word(joint) not in ("cổng", "trang"):
                return False
            if GROUP_NOUNS.longest(self.words, joint)[0] == 2 and self._word(joint) in ("cơ", "đơn"):
                self.sure = False  # "Sở Nội vụ - Cơ quan thường trực …"
                return False
            if word != ",":
                return True
            if joined or self._leads_to_and(joint):
                return True
            self.sure = False
            return False
        if word in ("-", "–"):
            return bool(NOUNS.longest(self.words, joint)[0])
        if word == ",":
            noun = NOUNS.longest(self.words, joint)[0]
            verb = VERBS.longest(self.words, joint)[0]
            return self.open and noun > max(verb, 1) and not GROUP_NOUNS.longest(self.words, joint)[0]
        return (
            word == "và"
            and self.words[at - 1].word[0].islower()
            and bool(NOUNS.longest(self.words, joint)[0])
            and not VERBS.longest(self.words, joint)[0]
            and NOUNS.longest(self.words, joint)[0] > 2 * GROUP_NOUNS.longest(self.words, joint)[0]
        )

    def _opens_line(self, at: int) -> bool:
        """Whether a sign stands at the beginning of a line: the label of an item, no part of a name."""
        return at > 0 and "\n" in self.text[self.words[at - 1].end : self.words[at].start]

    def _leads_to_and(self, at: int) -> bool:
        """Whether a part behind a comma is followed by "và" and a last part: "Văn hóa, Thể thao và Du lịch"."""
        for _ in range(3):
            at = self._component(at)
            while noun := NOUNS.longest(self.words, at)[0]:
                at += noun
            if self._word(at) == "và":
                return self._is_capital(at + 1) and not self._is_head(at + 1)
            if self._word(at) != "," or not self._is_capital(at + 1) or self._is_head(at + 1):
                return False
            at += 1
        return False

    def _over_verb(self, at: int) -> int:
        """Go over a word that is a noun and a verb where the name goes on: "Quản lý xây dựng và Hạ tầng kỹ thuật"."""
        if self.open and (far := self._to_place(at)):
            return far
        noun = NOUNS.longest(self.words, at)[0]
        verb = VERBS.longest(self.words, at)[0]
        if verb > 1 and self._word(at + verb) in ("-", "–") and self._is_capital(at + verb + 1):
            return at + verb  # "Hồi sức tích cực - Chống độc"
        if self._word(at - 2) == "dịch" and self._word(at - 1) == "vụ" and noun >= verb > 1:
            self.sure = False  # "Trung tâm Dịch vụ đấu giá tài sản"
        if self.open and noun == verb > 1 and self._lacks_object(at, at + verb):
            self.sure = False  # "Trung tâm Kiểm định chất lượng xây dựng, Sở Y tế"
        if verb and self._word(at + verb) == "và" and self._is_capital(at + verb + 1):
            return at if self._is_head(at + verb + 1) else at + verb  # "Quản lý thu và Phát triển …"
        if not noun or not self._is_verb(at):
            return at
        end = at + noun
        if self._word(end) == "và" and self._is_capital(end + 1) and not self._is_head(end + 1):
            return end
        placed = self._place(end)
        if self.open and placed > end and self._is_end(placed) and self._word(placed) not in ("có", "là"):
            return end
        if self.open and self._word(at) != "tổ" and (VERBS.longest(self.words, end)[0] > 1 or placed > end):
            self.sure = False
        return at

    def _lacks_object(self, at: int, end: int) -> bool:
        """Whether behind a noun in small letters a verb stands, too, that nothing follows which it is done to.

        A sign, a small word, another body or verb ends it; nothing is asked of verbs that take another one.
        """
        before = NOUNS.longest(self.words, at - 2)[0] == 2 and self._is_small(at - 2)
        acting = self._is_capital(at - 2) and VERBS.longest(self.words, at - 2)[0] == 2 and self._word(at - 3) in _TEAMS
        if acting and (self._is_small(end) or end >= len(self.words)):
            return True  # "Đội Điều tra tổng hợp rà soát …"
        whole = VERBS.longest(self.words[at : at + 1], 0)[0] > 0  # "thu phí" says what is collected
        if not before or whole or SERIAL.match(self.text, self.words[at].start):
            return False
        if end >= len(self.words) or not self.words[end].word[0].isalnum():
            return True
        return self._is_head(end) if self._is_capital(end) else self._is_end(end) or self._is_end(end + 1)

    def _to_place(self, at: int) -> int:
        """Go to a place that a verb follows: what stands before it is the name ("Nghiên cứu phát triển … Hà An")."""
        end = at + max(VERBS.longest(self.words, at)[0], NOUNS.longest(self.words, at)[0])
        while at < end < len(self.words) and self._is_small(end) and end - at < 8:
            placed = self._place(end)
            if placed > end:
                return end if self._is_verb(placed) and self._is_capital(placed - 1) else 0
            if self._is_end(end, nouns=True):
                return 0
            end += max(NOUNS.longest(self.words, end)[0], 1)
        return 0

    def _over_unknown(self, at: int, whole: bool = False) -> int:
        """Go over words that no list has where a part in capitals or a place follows: "biển và Hải đảo".

        Where the name is not ``whole`` before them, they also belong to it if they begin as no verb does.
        """
        end = at
        while end < len(self.words) and self._is_small(end) and not self._is_end(end) and end - at < 8:
            if self._place(end) > end:
                return end
            end += max(NOUNS.longest(self.words, end)[0], 1)
        if end > at and end < len(self.words) and STRONG.match(self.text, self.words[end].start):
            return end
        if end > at and not whole and self._is_no_verb(at, end):
            return end
        joint = self._joint(end)
        goes = joint > end and self._is_capital(joint) and not self._is_head(joint) and self._word(end) == "và"
        return end if goes or self._place(end) > end else at

    def _is_no_verb(self, at: int, end: int) -> bool:
        """Whether words that no list has are neither a verb nor what is handed over, and a verb or the end follows."""
        if self.words[at].key in VERBS.opening or self._is_matter(at) or end > at + 2 or self._word(at - 1).isdigit():
            return False
        if end == len(self.words) or self._is_verb(end):
            # "người tiêu dùng tiếp nhận": of two verbs the first can be half of a word.
            return end == len(self.words) or VERBS.longest(self.words, end)[0] > 1 or not self._is_verb(end + 1)
        return end == at + 1 and not self.words[end].word[0].isalnum()

    def _is_unknown(self, at: int) -> bool:
        """Whether a word in small letters stands here that no list has."""
        return (
            self._is_small(at)
            and self._place(at) == at
            and not self._is_end(at)
            and not NOUNS.longest(self.words, at)[0]
            and self._word(at) not in _FURTHER
        )

    def _is_other_noun(self, at: int) -> bool:
        """Whether a noun stands behind a proper name that no name of a body goes on with there."""
        noun = NOUNS.longest(self.words, at)[0] if self._is_small(at) and self._place(at) == at else 0
        return noun > 0 and self._word(at) not in ("chi", "cơ", "phân", "trung", "số")

    def _is_numbered(self, at: int) -> bool:
        """Whether a number belongs to the name before it: "Tổ 389 kiểm tra"; one that begins with 0 counts things."""
        if not self._is_number(at) or self._word(at).startswith("0"):
            return False
        behind = at + 1
        if behind == len(self.words) or self._is_verb(behind):
            return True
        if self._word(behind) in (".", ";", ":", ")"):
            return True
        joins = self._word(behind) in (",", "và")
        if joins and (self._word(behind + 1) in GROUP_OPENING or self._is_capital(behind + 1)):
            return self._word(behind + 1) in GROUP_OPENING or self._is_head(behind + 1)
        return (self._is_capital(behind) and self._is_head(behind)) or self._place(behind) > behind

    def _is_department(self, start: int, end: int) -> bool:
        """Whether the words of a name behind its noun are all that a department's name has: "Nội vụ"."""
        return DEPARTMENTS.longest(self.words, start)[0] == end - start

    def _is_no_board(self, at: int) -> bool:
        """Whether a verb stands here that no board is called by, as "Ban quản lý" is."""
        return self._is_verb(at) and not _BOARDS.match(self.text, self.words[at].start)

    def _run(self, at: int) -> int:
        """Go over words that no list has to a verb that is known, 0 where none follows."""
        end = at
        while end < len(self.words) and self._is_small(end) and not self._is_end(end) and end - at < 8:
            end += max(NOUNS.longest(self.words, end)[0], 1)
        return end if end > at and (end >= len(self.words) or self._is_end(end)) else 0

    def _in_charge(self, at: int) -> int:
        """Go over what an office is in charge of, where a verb follows: "Phó Chủ tịch … phụ trách văn hóa - xã hội"."""
        if self._word(at) != "phụ" or self._word(at + 1) != "trách":
            return at
        end = at + 2
        if (self._word(end), self._word(end + 1)) in (("lĩnh", "vực"), ("công", "tác")):
            end += 2
        start = end
        while noun := NOUNS.longest(self.words, end)[0]:
            end += noun
            joint = self._joint(end)
            listed = joint > end and NOUNS.longest(self.words, joint)[0] > VERBS.longest(self.words, joint)[0]
            if not listed and self._is_verb(end):
                return end  # "phụ trách chuyên môn chỉ đạo …"
            end = joint if listed else end
        other = self._word(end) in (",", ";", "và") and self._is_capital(end + 1) and self._is_head(end + 1)
        return end if end > start and (other or self._is_verb(end) or end == len(self.words)) else at

    def _of(self, at: int) -> int:
        """ "của tỉnh", "của Chính phủ" behind a name that needs it."""
        if self._word(at) != "của":
            return at
        if self._word(at + 1) in ("tỉnh", "huyện", "xã", "phường", "sở") and self._is_end(at + 2):
            return at + 2
        if self.text.startswith("Chính phủ", self.words[at + 1].start if at + 1 < len(self.words) else len(self.text)):
            return at + 3
        return at
