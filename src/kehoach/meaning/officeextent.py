"""How far the name of an office goes: over the body that it is in, and over the offices beside it in the same body."""

from __future__ import annotations

from abc import ABC, abstractmethod

from kehoach.meaning.bodynouns import GROUP_OPENING, NOUNS_OF_BODIES, function_at
from kehoach.meaning.groupextent import GroupExtent
from kehoach.meaning.lexicon import DEPARTMENTS, GROUP_NOUNS, NOUNS, VERBS
from kehoach.meaning.offices import OFFICES
from kehoach.meaning.otherwords import OTHER_WORDS
from kehoach.wording.latepatterns import late

_OFFICES = (
    "bộ trưởng",
    "thứ trưởng",
    "vụ trưởng",
    "cục trưởng",
    "giám đốc",
    "hiệu trưởng",
    "toán trưởng",
    "trưởng thôn",
    "trưởng buôn",
    "trưởng bản",
    "trưởng làng",
    "chi bộ",
)
"""Ends of offices that no word says more of: "Hiệu trưởng", "Kế toán trưởng", "Bí thư chi bộ"."""
_HEADED = ("ban", "phòng", "khoa", "trạm", "tổ", "đội", "hội", "đoàn")
"""Last syllables of offices that can begin the noun of the body itself: "Trưởng Ban quản lý"."""
_GENERAL = frozenset(("giám", "chủ", "thủ", "hiệu", "chánh", "bí", "tổng"))
"""First syllables of offices that bodies of many kinds have."""
_HOLD_NONE = frozenset(("hiệu", "thủ", "toán", "dưỡng"))
"""Syllables before "trưởng" that name no body which is headed: "Hiệu trưởng"."""

_EXAMINING = late(r"(?:chấm|coi|làm phách|đề|ra đề)\s+(?:phúc khảo|thi|kiểm tra)(?![^\W_])", needs="chấm|coi|phách|đề")
"""What those head who have no body but for an examination: "Trưởng ban chấm thi"."""


class OfficeExtent(GroupExtent, ABC):
    """A text in which names of offices are measured; every method takes and gives numbers of tokens."""

    @abstractmethod
    def _components(self, at: int, start: int) -> int:
        """Go over the parts of a name from where one begins to the end of the last."""

    @abstractmethod
    def _dashed(self, at: int, end: int) -> int:
        """Go over what a dash joins to a body that is a part of a name."""

    @abstractmethod
    def _last_part(self, at: int, start: int) -> int | None:
        """Go over a part that always ends a name; None for any other."""

    def _office(self, at: int) -> int:
        """How many words an office is called by that is known whole, 0 where the words can be others."""
        office = OFFICES.longest(self.words, at)[0] if self._is_capital(at) else 0
        longer = max(table.longest(self.words, at)[0] for table in (DEPARTMENTS, NOUNS))
        behind = at + office
        goes_on = self._is_capital(behind) and not self._is_head(behind)
        return office if office > 1 and office >= longer and not goes_on else 0

    def _to_office(self, start: int, end: int, certain: bool) -> int:
        """Let a name that was read to a place go on to where an office is called so; it is as sure as it was before."""
        office = self._office(start)
        if not office or end > start + office:
            return end
        self.sure = certain
        return self._beyond_office(start, office)

    def _beyond_office(self, start: int, office: int) -> int:
        """Go over whose an office is, behind what it is called by, or a further part of that in capitals."""
        at = start + office
        last = self._last_part(at, start) if at < len(self.words) else None
        joint = self._joint(at)
        if last is None and joint > at and self._is_capital(joint) and self._goes_over(at, joint, joined=False):
            return self._components(joint, start)
        return at if last is None else last

    def _holder(self, at: int) -> int:
        """An office goes with its body: "Giám đốc Sở Nội vụ", "Thủ trưởng các sở, ban, ngành"."""
        begins = self._word(at - 1) in _HEADED and NOUNS_OF_BODIES.longest(self.words, at - 1)[0] > 1
        if begins and (end := self._body(at - 1)[1]) > at:
            return end  # "Trưởng Ban quản lý Khu kinh tế"
        if self._word(at) == "(" and (behind := self._behind_other(at)) > at:
            at = behind  # "Tổng giám đốc (Giám đốc) các tổ chức tín dụng"
        if self._word(at) in (",", "và") and self._is_capital(at + 1):
            kinds = NOUNS_OF_BODIES.longest(self.words, at + 1)[1]
            if "holder" in kinds and self._word(at - 1) not in ("thôn", "bộ"):  # "Chủ tịch, Phó Chủ tịch UBND xã"
                return at if self._is_of_its_own(at) else self._body(at + 1)[1]
        if self._word(at) in GROUP_OPENING:
            return self._told_departments(self._all_of(at))
        if self._is_ministries(at):
            return self._group(at)
        if (end := self._body(at)[1]) > at:
            return self._dashed(at, end) if self._word(at - 1) == "chức" else end  # "Công chức Văn phòng - Thống kê"
        if self._word(at) in ("cơ", "đơn") and (function := function_at(self.text, self.words[at].start)):
            return self._after(function.end())  # "Thủ trưởng cơ quan chủ trì chịu trách nhiệm"
        if self._is_headed_group(at) and (end := self._group(at)) > at:
            return end
        if self._word(at).isdigit() and GROUP_NOUNS.longest(self.words, at + 1)[0]:
            return self._group(at + 1)  # "Hiệu trưởng 05 trường học"
        if self._is_capital(at):
            return self._components(at, at)
        place_end = self._place(at)
        noun = NOUNS.longest(self.words, at)[0] if place_end == at else 0
        if noun and self._word(at - 1) == "ban":
            return self._components(at + noun, at)  # "Trưởng ban công tác Mặt trận"
        if self._word(at - 1) == "ban" and (examining := _EXAMINING.match(self.text, self.words[at].start)):
            return self._after(examining.end())
        if noun and (self._word(at - 1) == "viên" or (not self._is_verb(at) and self._is_end(at + noun))):
            return self._staff(at + noun)
        # "Tổ trưởng sản xuất": what an office is for and what it does look the same.
        alone = f"{self._word(at - 2)} {self._word(at - 1)}" in _OFFICES
        doubtful = place_end == at and not alone and noun > 0 and noun == VERBS.longest(self.words, at)[0]
        return place_end if place_end > at else at if self._is_end(at) and not doubtful else self._unsure(at)

    def _is_ministries(self, at: int) -> bool:
        """Whether a list of kinds of bodies is headed: "Người đứng đầu Bộ, ngành trung ương"."""
        listed = self._word(at) in ("bộ", "sở") and self._word(at + 1) == ","
        return listed and self._word(at + 2) in ("ngành", "ban", "cơ")

    def _is_headed_group(self, at: int) -> bool:
        """Whether the noun of a group stands here that an office can head: "Thủ trưởng cơ quan, đơn vị"."""
        if self._word(at) in ("cơ", "đơn", "phòng", "ban", "ngành", "nhà", "địa", "doanh"):
            return True
        party = (self._word(at), self._word(at + 1)) == ("cấp", "ủy")
        return party or GROUP_NOUNS.longest(self.words, at)[0] > max(2, OTHER_WORDS.longest(self.words, at)[0])

    def _staff(self, end: int) -> int:
        """Go on behind what an office is for: "Nhân viên thiết bị", "Tổ trưởng chuyên môn"."""
        end += 2 * ((self._word(end), self._word(end + 1)) == ("kiêm", "nhiệm"))
        at_school = self._is_small(end) and not self._is_verb(end)
        whole = max(self._place(end), end + GROUP_NOUNS.longest(self.words, end)[0]) if at_school else end
        return whole if whole > end or not self._is_unknown(end) else self._unsure(end)  # "y tế học đường"

    def _told_departments(self, at: int) -> int:
        """Go over the departments that a colon leads to: "Giám đốc các Sở: Tài chính, Nội vụ"."""
        if self._word(at) != ":" or self._word(at - 1) not in ("sở", "phòng", "ban", "vụ", "cục"):
            return at
        end, joint, several = at, at + 1, 0
        while length := DEPARTMENTS.longest(self.words, joint)[0] if self._is_capital(joint) else 0:
            end, several = joint + length, several + 1
            joint = self._joint(end)
            if joint == end or self._word(end) == "-":
                break
        return end if several > 1 else at

    def _behind_other(self, at: int) -> int:
        """Give where the brackets end that say another name of an office, the place itself for none."""
        length, kinds = NOUNS_OF_BODIES.longest(self.words, at + 1)
        close = at + 1 + length
        body = self._word(close + 1) in GROUP_OPENING or (self._is_capital(close + 1) and self._is_head(close + 1))
        return close + 1 if "holder" in kinds and self._word(close) == ")" and body else at

    def _is_of_its_own(self, at: int) -> bool:
        """Whether an office says itself what is headed, and another behind it does not: "Cục trưởng, Giám đốc …"."""
        if (self._word(at - 2), self._word(at - 1)) == ("văn", "phòng"):
            return self._word(at + 1) != "phó"  # "Chánh Văn phòng, Thủ trưởng các đơn vị"
        heads = self._word(at - 1) == "trưởng" and self._word(at - 2) not in _HOLD_NONE
        minister = (self._word(at + 1), self._word(at + 2)) == ("chủ", "nhiệm")  # "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc"
        return heads and self._word(at + 1) in _GENERAL and not minister
