"""What a list of groups goes on with, and what stands beside it as another: "các sở, ban, ngành, trường học"."""

from __future__ import annotations

from kehoach.meaning.bodynouns import ACTIVITY, FOR_PURPOSE, GROUP_OPENING, NOUNS_OF_BODIES
from kehoach.meaning.groupplaces import GroupPlaces
from kehoach.meaning.lexicon import GROUP_NOUNS, MODIFIERS, NOUNS, PLACES, VERBS
from kehoach.meaning.nametable import table_of
from kehoach.meaning.otherwords import INDIVIDUALS
from kehoach.wording.latepatterns import late

_SOCIETIES = late(
    r"tổ chức(?: (?:khác|trực thuộc|khoa học|quốc tế|tín dụng|nghề nghiệp|kinh tế|tôn giáo|phi chính phủ|hành nghề|"
    r"ở trung ương|"
    r"chính trị|xã hội|đoàn thể|hội|đảng|có liên quan|liên quan|thành viên)(?![^\W_])"
    r"| (?:trong|đối với|tiếp tục|phải|sẽ|cần|có trách nhiệm|chịu trách nhiệm)(?![^\W_])"
    r"|\s*,\s+(?:cá nhân|cơ quan|đơn vị|doanh nghiệp|đoàn thể|ban đảng|địa phương|hội)(?![^\W_]))"
)
"""Where "tổ chức" is a noun behind "các cơ quan, đơn vị"."""

UNITS = frozenset(("tổ", "đội", "phòng", "khoa", "ban"))
"""Parts of a body that are named one by one."""
APART = table_of("chính quyền|giáo viên|bộ phận|trường học|trạm y tế|doanh nghiệp|bệnh viện")
"""Who is named beside a group and takes its own words: "các cơ quan chức năng, chính quyền địa phương"."""
SINGLE = table_of(
    "chủ đầu tư|nhà thầu|nhà thầu thi công|nhà thầu xây lắp|đơn vị thi công|đơn vị tư vấn|đơn vị tư vấn giám sát|"
    "người chỉ huy|trưởng thôn|trưởng buôn|trưởng bản|bí thư chi bộ|tổ trưởng|già làng|người có uy tín|viện nghiên cứu|"
    "trường đại học|trường cao đẳng|cơ sở đào tạo|cơ sở giáo dục|cơ sở giáo dục nghề nghiệp|cơ sở y tế|doanh nghiệp|"
    "trường học|trạm y tế|bệnh viện|hợp tác xã|ngân hàng|giáo viên|công ty"
)
"""Who is named one by one, each for itself: "chủ đầu tư, nhà thầu thi công", "Tổ trưởng tổ dân phố, trưởng thôn"."""
FIRMS = table_of("doanh nghiệp|công ty|hợp tác xã|ngân hàng|chi nhánh|nhà thầu|chủ đầu tư")
"""Who is no public body."""
_LYING = frozenset(("biên giới", "ven biển", "miền núi", "vùng cao", "trung tâm", "bãi ngang"))
"""Where places lie, before the names of which are meant: "các xã biên giới Ia Lốp, Ia Rvê"."""
_MUST = late(r"(?:có trách nhiệm|chịu trách nhiệm|chủ động|khẩn trương|nghiêm túc)(?![^\W_])")
_WORKS = (("dự", "án"), ("công", "trình"))
_MANY = frozenset(("tập", "tổng", "trung", "chi", "bệnh", "công"))
"""First syllables of nouns that a group is listed with, with a capital too, where no name follows."""


class GroupLists(GroupPlaces):
    """A text in which is told where lists of groups go on; every method takes and gives numbers of tokens."""

    def _does_more(self, at: int) -> bool:
        """Whether a name that ends with work has another behind the comma, not a verb of its own there."""
        works = VERBS.longest(self.words, at - 2)[0] == 2
        return works and self._is_verb(at + 1) and VERBS.longest(self.words, at + 1)[0] > 1

    def _is_another(self, noun: int, at: int) -> bool:
        """Whether what is listed behind a group is none of it: "các tổ chuyên môn, giáo viên chủ nhiệm"."""
        again = self._word(at) == self._word(noun) and self._word(at) in UNITS
        again = again or (self._word(noun), self._word(at)) == ("ngành", "lực")
        return again or (APART.longest(self.words, at)[0] > 0 and self._word(at) != self._word(noun))

    def _is_same(self, noun: int, at: int) -> bool:
        """Whether a noun of two syllables is said again: "cơ quan chuyên môn và cơ quan cấp trên"."""
        both = (self._word(noun), self._word(noun + 1)) == (self._word(at), self._word(at + 1))
        of_state = (self._word(at + 2), self._word(at + 3)) in (("ngang", "bộ"), ("thuộc", "chính"))
        return both and not of_state and self._word(at) != "khu" and GROUP_NOUNS.longest(self.words, at)[0] > 1

    def _is_single(self, noun: int, at: int, start: int) -> bool:
        """Whether of two that are listed without "các" before them each is one for itself."""
        if self._word(start - 1) in GROUP_OPENING or self._word(at - 1) == "-":
            return False
        one = SINGLE.longest(self.words, at)[0] > 0 or self._word(noun) in ("người", "thủ", "kíp", "ca")
        is_of_a_level = self._word(noun) == "cấp" and at > noun + 3  # "cấp ủy cấp mình, cơ quan chính trị cấp trên"
        return (one or is_of_a_level) and self._word(at) != self._word(noun)

    def _is_firm(self, noun: int, at: int) -> bool:
        """Whether a firm with words of its own stands behind public bodies: "các sở, ngành, doanh nghiệp chủ chuỗi"."""
        length = FIRMS.longest(self.words, at)[0]
        if not length or FIRMS.longest(self.words, noun)[0]:
            return False
        end = at + length
        return (
            max(MODIFIERS.longest(self.words, end)[0], NOUNS.longest(self.words, end)[0])
            > VERBS.longest(self.words, end)[0]
        )

    def _listed_noun(self, at: int) -> int:
        """How long a noun or a word that tells groups apart is: "bưu chính, viễn thông"."""
        return max(GROUP_NOUNS.longest(self.words, at)[0], MODIFIERS.longest(self.words, at)[0])

    def _lists_on(self, at: int) -> bool:
        length = self._listed_noun(at)
        is_named_place = self._is_capital(at) and (len(self.words[at].word) == 1 or not self.words[at].word.isupper())
        if is_named_place and not GROUP_NOUNS.longest(self.words, at)[0]:
            return False  # "… trực thuộc Trung ương, Y tế các Bộ, ngành"
        other = NOUNS_OF_BODIES.longest(self.words, at)[0]
        longer = other > length or (other > 1 and self._is_capital(at))  # "các đơn vị, Công an các xã"
        if longer and other == length and self._word(at) in _MANY and self._is_bare(at + length):
            return True  # "các Tập đoàn, Tổng công ty nhà nước", "các Phòng, Trung tâm thuộc Sở"
        if other and self._is_capital(at) and NOUNS.longest(self.words, at + other)[0]:
            longer = longer or not MODIFIERS.longest(self.words, at + other)[0]  # "các khu công nghiệp, Tổ cơ động"
        if self._word(at) == "lực" and self._word(at - 2) in PLACES:
            return False  # "Công an các xã, lực lượng bảo vệ an ninh, trật tự": no place of theirs
        if INDIVIDUALS.longest(self.words, at)[0] and self._word(at - 1) != ",":
            return False
        if self._is_verb(at) and not _SOCIETIES.match(self.text, self.words[at].start) and not self._is_subject(at):
            return False
        kind_of_place = self._kind_of_place(at + length)  # "các Sở, Ban, Ngành Thành phố"
        proper = self._is_capital(at + length + kind_of_place) and self._word(at + length) != "trung"
        proper = proper and not (
            self._word(at) == "khu" and self._word(at - 1) == "và"
        )  # "… và khu công nghiệp tỉnh A"
        return length > 0 and not longer and not proper

    def _is_subject(self, at: int) -> bool:
        """Whether "tổ chức" behind a comma is listed: none parts a subject from its verb ("Cơ quan, tổ chức lập …")."""
        if self._word(at) != "tổ":
            return False
        start = at - 1
        while start and at - start < 9 and self.words[start - 1].word not in (".", ";", ":", ")"):
            start -= 1
        alone = self._is_capital(start) and not any(VERBS.longest(self.words, i)[0] for i in range(start, at))
        headed = self._word(at - 4) in ("đầu", "trưởng") and (self._word(at - 3), self._word(at - 2)) == ("cơ", "quan")
        self.sure = self.sure and (alone or not headed)  # "tham mưu cho người đứng đầu cơ quan, tổ chức lãnh đạo …"
        return alone and self._is_verb(at + 2)

    def _is_bare(self, at: int) -> bool:
        """Whether a noun that ends before a place has no name of its own."""
        return not self._is_capital(at) and self._place(at) == at

    def _told_by_work(self, at: int) -> int:
        """Go over whose works a group has or what it manages; the beginning itself for neither."""
        if (self._word(at - 3), self._word(at - 1)) == ("chủ", "tư") and (end := self._works(at)) > at:
            return end if self._is_end(end) else self._unsure(end)
        return self._managing(at)

    def _managing(self, at: int) -> int:
        """Go over what those of a level manage: "cơ quan quản lý đất đai cấp xã"; the beginning itself for none."""
        if (self._word(at), self._word(at + 1)) != ("quản", "lý") or self._word(at - 1) not in ("quan", "năng"):
            return at
        end = at + 2
        while noun := NOUNS.longest(self.words, end)[0]:
            end += noun
        same = (self._word(end), self._word(end + 1)) == ("cùng", "cấp")
        place_end = end + 2 if same else self._place(end)
        return place_end if place_end > end > at + 2 and self._is_end(place_end) else at

    def _works(self, at: int) -> int:
        """Go over works or projects whose owners are meant: "chủ đầu tư các dự án"."""
        start = at + (self._word(at) in GROUP_OPENING)
        if (self._word(start), self._word(start + 1)) not in _WORKS:
            return at
        part = (self._word(start + 2), self._word(start + 3)) == ("thành", "phần")
        return start + 2 + 2 * part + (part and self._word(start + 4).isdigit())

    def _lists_fields(self, at: int) -> bool:
        """Whether behind a comma more is said of what a group is for: "các cơ quan xây dựng, môi trường để …"."""
        noun = NOUNS.longest(self.words, at + 1)[0] if self._word(at) == "," and self._is_small(at + 1) else 0
        own = max(VERBS.longest(self.words, at + 1)[0], GROUP_NOUNS.longest(self.words, at + 1)[0], 1)
        return noun > own and self._word(at + 1 + noun) in (",", "và", "để")

    def _does(self, at: int) -> bool:
        """Whether what can tell a group from others is what it does, as that is told: "… luật sư cung cấp dịch vụ"."""
        if (self._word(at - 2), self._word(at - 1)) == ("liên", "quan") and self._is_verb(at):
            return True  # nothing more is told of those who are concerned: "các sở có liên quan tham mưu lồng ghép"
        return self._word(at) in ("cung", "sử") and self._word(at - 1) not in FOR_PURPOSE

    def _is_half_told(self, at: int, end: int) -> bool:
        """Whether more says which is meant: "Đơn vị được giao chủ trì", "cơ quan có chức năng quản lý đất đai"."""
        meant = self._word(at) == "được" or (self._word(at), self._word(at + 1)) == ("có", "chức")
        if self._managing(end) > end:
            return False
        return meant and self._is_verb(end) and not _MUST.match(self.text, self.words[end].start)

    def _lies(self, at: int) -> bool:
        """Whether a kind of place stands before a name, or where such lie: "các xã biên giới Ia Lốp, Ia Rvê"."""
        return self._word(at - 1) in PLACES or f"{self._word(at - 2)} {self._word(at - 1)}" in _LYING

    def _is_specialised(self, at: int) -> bool:
        """Whether behind "chuyên trách", "chuyên ngành" stands what a group is for: "cơ quan chuyên ngành bảo vệ …"."""
        special = self._word(at - 2) == "chuyên" and self._word(at - 1) in ("trách", "ngành") and at < len(self.words)
        return special and ACTIVITY.match(self.text, self.words[at].start) is not None

    def _is_level(self, at: int) -> bool:
        """Whether "cấp" is a noun here, of which it is told which is meant: "cấp có thẩm quyền", "cấp xã"."""
        if self._is_verb(at) and VERBS.longest(self.words, at)[0] > 1:
            return False
        return self._place(at) > at or MODIFIERS.longest(self.words, at + 1)[0] > 0 or self._is_end(at + 1)
