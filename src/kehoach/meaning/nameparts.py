"""The parts that a body's name is put together of, and what they are joined by."""

from __future__ import annotations

from kehoach.meaning.bodynouns import (
    ACTIVITY,
    FINITE,
    GROUP_OPENING,
    NEVER_SECOND,
    NOUNS_OF_BODIES,
    SERIAL,
    SMALL_FIRST,
    STRONG,
)
from kehoach.meaning.lexicon import DEPARTMENTS, GROUP_NOUNS, MATTERS, NOUNS, VERBS
from kehoach.meaning.smallparts import SmallParts
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare

_ACT = ("và", "phòng", "hội")
"""Words behind which a verb with a capital is a whole name: "Phòng Đào tạo", "Hội Khuyến học"."""
_WHOLE = frozenset(("đảng", "mắt", "nhi", "dược", "sản"))
"""Words of one syllable that names end with, as no verb behind them is the rest of a word."""
_OFFICES = frozenset(("phòng", "vụ", "ban", "tổ", "khoa", "tâm"))
"""Nouns of offices within a body, which none stands behind by a dash that is not a part of it."""
_TEAMS = frozenset(("đội", "tổ", "trạm"))
"""Nouns of bodies that are called by more than one kind of work: "Đội Điều tra tổng hợp"."""
_SYLLABLES = late(r"[^aeiouy]*[aeiouy]+[^aeiouy]+[aeiouy]")
"""A word of several syllables, as no Vietnamese one is, and none is wanted to complete it: "Sêrêpốk"."""


class NameParts(SmallParts):
    """A text in which the parts of names are measured; every method takes and gives numbers of tokens."""

    def _component(self, at: int) -> int:
        """A word in capitals with the small syllables that belong to it."""
        start = at
        if (whole := NOUNS.longest(self.words, at)[0]) > 2 and self._is_small(at + whole - 1):
            does = self._word(at + whole) == "," and self._is_verb(at + whole + 1)
            does = does or MATTERS.longest(self.words, at + whole)[0] > 0 or self._word(at + whole) in ("trình", "gửi")
            if does and (self._word(at + whole - 2), self._word(at + whole - 1)) == ("tổng", "hợp"):
                self.sure = self.sure and self._word(at - 1) in ("-", "–")
                return at + whole - 2  # "Phòng Tổ chức - Hành chính tổng hợp, trình …"
            return self._over_longer(at + whole)  # "Công nghệ thông tin": what it is for ends in a verb of elsewhere
        pair = whole == 2 or (whole < 2 and VERBS.longest(self.words, at)[0] == 2)
        behind = whole == 2 and VERBS.longest(self.words, at + 2)[0] > 1  # "Xã hội nhập dữ liệu"
        if pair and self._is_small(at + 1) and (behind or self._ends_syllable(at + 1)):
            return at + 2  # "Hậu cần", "Đào tạo lập danh sách", "Kiểm soát xét duyệt"
        while self._is_capital(at) and (at == start or not self._is_head(at) or self._is_in_place(at, behind=True)):
            at = self._over_capital(at)
        last = at - 1
        if last > start and self._is_small(at) and (noun := NOUNS.longest(self.words, last)[0]) > 1:
            return last + noun  # "TNHH Môi trường", "Nông Lâm nghiệp"
        if last > start and (self._word(last), self._word(at)) == ("tham", "mưu"):
            return at + 1  # "Bộ Tổng Tham mưu"
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

    def _over_longer(self, at: int) -> int:
        """Go over the rest of a longer noun that the last two syllables begin: "Quản lý đầu tư", "xây dựng"."""
        end = at - 2 + NOUNS.longest(self.words, at - 2)[0]
        if end <= at or not self._is_verb(at):
            return at
        if self._word(at) == "tổng" and MATTERS.longest(self.words, end)[0]:
            return at  # "Phòng Cải cách hành chính tổng hợp báo cáo"
        if self._is_end(end) and not (self._word(end) == "," and self._is_verb(end + 1)):
            return end
        self.sure = False  # "Phòng Quản lý đầu tư xây dựng kế hoạch"
        return at

    def _office_share(self, at: int, start: int) -> int:
        """Go over a joint and what is a body elsewhere and here another part of what an office is for.

        "Phòng Pháp chế - Thanh tra", "Phòng Tổ chức bộ máy và Chính quyền địa phương"; behind "và" a bare "Thanh tra"
        can be either.
        """
        joint = self._joint(at) if self._word(at) in ("-", "–", "và") else at
        if joint == at or self._word(start - 1) not in _OFFICES or not self._is_capital(joint) or self._opens_line(at):
            return at
        length = NOUNS_OF_BODIES.longest(self.words, joint)[0]
        length = 2 if (self._word(joint), self._word(joint + 1)) == ("thanh", "tra") else length
        if self._word(at) == "và" and (self._word(joint), self._word(joint + 1)) == ("chính", "quyền"):
            local = (self._word(joint + 2), self._word(joint + 3)) == ("địa", "phương")
            return joint + 4 if local and self._is_end(joint + 4) else at
        if length != 2 or self._word(joint) not in ("thanh", "thư") or not self._is_end(joint + 2):
            return at
        self.sure = self.sure and self._word(at) in ("-", "–")
        return joint + 2 if self._word(at) in ("-", "–") else at

    def _is_staff(self, at: int, start: int) -> bool:
        """Whether an office's noun says here what a part of a body is for: "Phòng Điều dưỡng", "Tổ Thư ký"."""
        return at == start and self._word(at - 1) in _OFFICES and self._word(at) in ("điều", "thư", "kế")

    def _is_short(self, at: int) -> bool:
        """Whether a word is an abbreviation or a letter, which no small syllable completes: "TNHH", "A", but "Y tế"."""
        word = self.words[at].word
        return word.isupper() and word not in ("Y", "Ý", "Ô")

    def _is_proper(self, start: int, end: int) -> bool:
        """Whether words in capitals are the name of a place or person, not what a body is for: "Ea Kar", "Lê Lợi"."""
        if end - start < 2 or not self._is_capital(end - 1) or self._is_short(end - 1) or self._is_short(end - 2):
            return False
        noun_lengths = (table.longest(self.words, end - 2)[0] for table in (NOUNS, DEPARTMENTS))
        return self._is_capital(end - 2) and not any(noun_lengths) and not NOUNS.longest(self.words, end - 1)[0]

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
        if word == "," and self._is_shortened(at):
            return True
        if word in ("-", "–") and (self._opens_line(at) or self._is_standing(joint)):
            return False
        if word == "và" and self.open and self._word(joint) == "các" and self._word(joint + 1) in ("khu", "cụm"):
            return True  # "Ban Quản lý Khu kinh tế và các khu công nghiệp"
        if word == "&" and self._is_capital(joint) and self._word(joint) not in ("sở", "phòng", "ban", "ubnd", "ủy"):
            return True  # "Viện Nghiên cứu Công nhân & Công đoàn"
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
        if self._is_managed(at):
            return self._over_managed(at)
        if [self._word(at - back) for back in (3, 2, 1)] == ["đạo", "công", "tác"]:
            return at + NOUNS.longest(self.words, at)[0]  # "Ban Chỉ đạo công tác thông tin đối ngoại"
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
        place_end = self._place(end)
        if self.open and place_end > end and self._is_end(place_end) and self._word(place_end) not in ("có", "là"):
            return end
        is_noun = self._word(at) == "tổ" or (self._word(at) == "tổng" and not self._is_synthesis(at))
        is_noun = is_noun or (self._word(at) == "xây" and MATTERS.longest(self.words, end)[0] > 0)
        if self.open and not is_noun and (VERBS.longest(self.words, end)[0] > 1 or place_end > end):
            self.sure = False
        return at

    def _is_managed(self, at: int) -> bool:
        """Whether a verb stands behind "Phòng Quản lý" that can be what it manages, as it is called by nothing else."""
        bare = (self._word(at - 2), self._word(at - 1)) == ("quản", "lý") and self._is_capital(at - 2)
        office = self._word(at - 3) in ("phòng", "vụ", "cục")
        order = FINITE.match(self.text, self.words[at].start) or SERIAL.match(self.text, self.words[at].start)
        return bare and office and self._is_verb(at) and not order

    def _over_managed(self, at: int) -> int:
        """Go over what is managed: "quy hoạch và xây dựng"; it is unsure where more than a sign or a verb follows."""
        end = at + max(NOUNS.longest(self.words, at)[0], VERBS.longest(self.words, at)[0])
        joined = end + 1 + NOUNS.longest(self.words, end + 1)[0] if self._word(end) == "và" else 0
        end = joined if joined > end + 1 and self._is_small(end + 1) else end
        closed = end >= len(self.words) or not self.words[end].word[0].isalnum() or self._word(end) == "và"
        if not closed and VERBS.longest(self.words, end)[0] < 2:
            self.sure = False  # "Phòng Quản lý xây dựng kế hoạch"
        return end

    def _lacks_object(self, at: int, end: int) -> bool:
        """Whether behind a noun in small letters a verb stands, too, that nothing follows which it is done to.

        A sign, a small word, another body or verb ends it; nothing is asked of verbs that take another one.
        """
        if self._word(at) == "tổng" and not self._is_synthesis(at):
            return False
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
            place_end = end + 3 if self._is_each_place(end) else self._place(end)
            if place_end > end:
                return end if self._ends_in_place(at, place_end) else 0
            if self._is_end(end, nouns=True):
                return 0
            end += max(NOUNS.longest(self.words, end)[0], 1)
        last = self._capitals(end) if self._word(at - 1) == "án" else end  # "dự án … công trình Cà Mau"
        return end if self._is_proper(end, last) and self._is_verb(last) else 0

    def _acts_more(self, at: int, start: int) -> bool:
        """Whether an activity with its object can belong to a name before a verb: "Quan trắc cảnh báo môi trường"."""
        end = at + VERBS.longest(self.words, at)[0]
        if not ACTIVITY.match(self.text, self.words[at].start) or self._is_department(start, at):
            return False
        if self._is_capital(at - 2) and VERBS.longest(self.words, at - 2)[0] == 2 and self._word(at - 3) not in _ACT:
            return True  # "Trung tâm Quản lý bảo trì đường bộ"
        return self._verb_behind(end) > end

    def _names_more(self, at: int) -> bool:
        """Whether a verb can belong to a name in small letters before it: "Tổ chuyên gia chấm thầu lập báo cáo"."""
        verb = VERBS.longest(self.words, at)[0]
        if self._word(at) == "tổng" and not self._is_synthesis(at):
            return False
        return verb > 1 and self._is_verb(at + verb) and not SERIAL.match(self.text, self.words[at].start)

    def _fits_case(self, at: int, kind: str, rest: int) -> bool:
        if self._word(at) == "công" and kind == "holder" and rest < at + 4 and not self._is_capital(at + 2):
            noun = rest + NOUNS.longest(self.words, rest)[0]
            ends_in_place = noun > rest and self._place(noun) > noun  # "Công chức địa chính xã Ea Sar"
            return self._is_capital(at) and (ends_in_place or self._in_charge(rest) > rest)
        if self.words[at].word in ("ubnd", "hđnd") or kind == "authority":
            return True
        if self.words[at].word == "sở" and DEPARTMENTS.longest(self.words, rest)[0]:
            return True  # "chỉ đạo sở y tế"
        if self.words[at].word in SMALL_FIRST and kind in ("capital", "open", "plain"):
            if self._word(at) in ("công", "ban", "chi") and self._is_of_place(at, rest):
                return True
            return self._is_capital(rest) or self._is_capital(at + 1)
        return self.words[at].word[0].isupper() or (
            kind == "holder"
            and (
                self.words[at].word in ("lãnh", "thủ", "người", "công")
                or self._word(rest) in GROUP_OPENING
                or (self._is_capital(rest) and self._is_head(rest))
                or (rest > at + 1 and self._word(at - 1) in (",", ";", "và"))
            )
        )
