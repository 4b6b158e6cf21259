"""What words in small letters behind the parts of a name can be: more of it, a verb, a number, what is handed over."""

from __future__ import annotations

from kehoach.meaning.bodynouns import GROUP_OPENING, LISTED_AFTER, STRONG, SYNTHESIS
from kehoach.meaning.bodytokens import Tokens
from kehoach.meaning.lexicon import DEPARTMENTS, MATTERS, NOUNS, VERBS
from kehoach.meaning.otherwords import TITLES
from kehoach.wording.latepatterns import late

_FURTHER = frozenset(("chi", "số", "vùng", "thuộc"))
"""First syllables of what a name goes on with behind a place: "chi nhánh", "số 2"."""
_BOARDS = late(
    r"(?:quản lý|chỉ đạo|điều hành|tổ chức|soạn thảo|"
    r"biên soạn|biên tập|vận động|giám sát|kiểm tra|thanh tra|giải phóng|"
    r"liên lạc|tư vấn|đại diện|chấp hành|chỉ huy|bảo vệ|bầu cử|xây dựng|công tác|phát triển|thi đua|"
    r"tiếp dân|tiếp công dân|xúc tiến)"
    r"(?![^\W_])"
)
"""What boards are called by that is a verb, too."""


_SYNTHETIC = frozenset(
    (
        "hành chính",
        "kế hoạch",
        "tham mưu",
        "nghiệp vụ",
        "kỹ thuật",
        "dịch vụ",
        "khoa học",
        "thanh tra",
        "kiểm sát",
        "đào tạo",
        "điều tra",
        "quản trị",
        "vật tư",
        "thống kê",
        "nghiên cứu",
    )
)
"""What offices are for that are also called "tổng hợp"."""
_BEFORE_IT = frozenset(("nội", "ngoại", "phòng", "ban", "tổ", "khoa"))


class SmallParts(Tokens):
    """A text in which words behind names are told apart; every method takes and gives numbers of tokens."""

    def _is_shortened(self, at: int) -> bool:
        """Whether a comma stands within what a name is shortened to: "Sở VH,TT&DL", "Trung tâm XTĐT, TM&DL"."""
        if not (self.words[at - 1].word.isupper() and self._is_capital(at + 1) and self.words[at + 1].word.isupper()):
            return False
        close = self.words[at - 1].end == self.words[at].start and self.words[at].end == self.words[at + 1].start
        return (close or self._word(at + 2) == "&") and not self._is_head(at + 1)

    def _is_standing(self, at: int) -> bool:
        """Whether words behind a dash say what else a body is: "Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo"."""
        office = self._word(at) in ("cơ", "đơn", "bộ") and self._word(at + 1) in ("quan", "vị", "phận")
        standing = at + 2 if office else at
        return self._is_small(at) and (self._word(standing), self._word(standing + 1)) == ("thường", "trực")

    def _opens_line(self, at: int) -> bool:
        """Whether a sign stands at the beginning of a line: the label of an item, no part of a name."""
        return at > 0 and "\n" in self.text[self.words[at - 1].end : self.words[at].start]

    def _is_matter(self, at: int) -> bool:
        """Whether a noun is what is handed over, not part of who gets it: "báo cáo Sở Nội vụ kết quả"."""
        length = MATTERS.longest(self.words, at)[0]
        return length > 0 and self._word(at - 1) not in ("trả", "và") and NOUNS.longest(self.words, at)[0] <= length

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
        if self._is_capital(behind) and len(self._word(behind)) == 1:
            behind += 1  # "Đội Quản lý thị trường 12 B"
        if behind >= len(self.words) or self._is_verb(behind):
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

    def _small_department(self, at: int) -> int:
        """Go over a department written small behind "sở", with its place; "sở xây dựng kế hoạch" names none."""
        end = at + DEPARTMENTS.longest(self.words, at)[0] if self.words[at - 1].word in ("sở", "Bộ") else at
        if end == at or self._is_capital(at) or (self._is_verb(at) and self._has_object(end)):
            return at
        return max(self._place(end), end)

    def _has_object(self, at: int) -> bool:
        """Whether what a verb is done to stands here, and nothing that a name ends before: "kế hoạch", "20 hộ"."""
        if (self._word(at - 2), self._word(at - 1)) == ("tổ", "chức") and self._is_verb(at):
            return True  # "Ban Quản lý tổ chức đánh giá"
        counted = self._word(at).isdigit() and self._is_small(at + 1)
        thing = MATTERS.longest(self.words, at)[0] or TITLES.longest(self.words, at)[0]
        matter = self._is_small(at) and thing and not VERBS.longest(self.words, at)[0]
        return counted or bool(matter)

    def _counts(self, start: int, at: int) -> bool:
        """Whether behind a department's name "số" is how many there are: "báo cáo Sở Y tế số ca mắc"."""
        return self._word(at) == "số" and not self._word(at + 1).isdigit() and self._is_department(start, at)

    def _before_synthesis(self, at: int, noun: int, start: int) -> int:
        """Where a name ends before "tổng hợp" with what is put together: "Phòng Đào tạo tổng hợp báo cáo"."""
        verb = at + noun - 2
        matter = MATTERS.longest(self.words, at + noun)[0] or VERBS.longest(self.words, at + noun)[0]
        if (self._word(verb), self._word(verb + 1)) != ("tổng", "hợp") or not matter:
            return 0
        self.sure = self.sure and self._is_department(start, verb)
        return verb

    def _is_synthesis(self, at: int) -> bool:
        """Whether "tổng hợp" can belong to the name before it: "Phòng Tham mưu tổng hợp", no other."""
        return f"{self._word(at - 2)} {self._word(at - 1)}" in _SYNTHETIC or self._word(at - 1) in _BEFORE_IT

    def _is_of_place(self, at: int, end: int) -> bool:
        """Whether the noun of a body is written small where one is listed or ordered, with its place: "công an xã"."""
        before = self._word(at - 1) if at else ""
        noun = end + NOUNS.longest(self.words, end)[0]
        listed = before in LISTED_AFTER or before in (",", "và", "", ";")
        return listed and self._place(noun) > noun and self.words[at].word[0].islower()

    def _is_no_board(self, at: int) -> bool:
        """Whether a verb stands here that no board is called by, as "Ban quản lý" is."""
        return self._is_verb(at) and not _BOARDS.match(self.text, self.words[at].start)

    def _before_act(self, at: int) -> int | None:
        """Where "Thanh tra" or "Văn phòng tổng hợp" ends before what it does; None where that is not clear."""
        if self._word(at - 2) == "thanh" and self._is_verb(at):
            return at  # "Thanh tra kiểm tra công vụ"
        office = self._word(at - 1) == "phòng" and self._is_small(at)
        return at + 2 if office and SYNTHESIS.match(self.text, self.words[at].start) else None

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

    def _verb_behind(self, at: int) -> int:
        """Give where behind the object of a verb another verb of two syllables stands, the place itself for none."""
        end = at
        while end < len(self.words) and self._is_small(end) and not self._is_end(end) and end < at + 6:
            end += max(NOUNS.longest(self.words, end)[0], 1)
        return end if end > at and VERBS.longest(self.words, end)[0] > 1 else at

    def _ends_in_place(self, at: int, place_end: int) -> bool:
        """Whether a name goes to the place that ends there: its verb follows, or of a committee's nothing more does."""
        if not self._is_verb(place_end):
            return self._word(at - 1) == "đạo" and self._word(place_end) in (")", ";", ".", ",")
        strong = STRONG.match(self.text, self.words[place_end].start)
        return self._is_capital(place_end - 1) or strong is not None

    def _is_each_place(self, at: int) -> bool:
        """Whether every place has one of those named before: "Ban Chỉ đạo phát triển du lịch các địa phương"."""
        return (self._word(at), self._word(at + 1), self._word(at + 2)) == ("các", "địa", "phương")
