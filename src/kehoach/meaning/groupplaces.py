"""Groups and names by the places that they are of: lists of kinds of place, and places that share a noun."""

from __future__ import annotations

from kehoach.meaning.bodynouns import EACH_THING, MEMBERS, NOUNS_OF_BODIES, TOWNS
from kehoach.meaning.lexicon import GROUP_NOUNS, PLACES
from kehoach.meaning.nameparts import NameParts
from kehoach.meaning.otherwords import OTHER_WORDS, PERSONS

_NO_PLACES = frozenset(("tổ", "lực", "doanh", "hợp", "đơn", "cơ", "đoàn", "trường", "nhà", "người", "hội"))
"""First syllables of groups that are no places and have no authority of their own."""


_SHARING = frozenset(("báo", "đài", "viện", "trường", "phòng", "khoa", "tâm", "trạm", "vụ", "cục"))
"""Last syllables of nouns that name no body by themselves in a list of bodies."""


_OF_ANY = frozenset(("công đoàn", "chi bộ", "đảng bộ", "chi đoàn", "quản trị", "thành viên", "giám đốc", "cấp ủy"))
"""What bodies of any kind have: "công đoàn cơ sở các bệnh viện"."""


class GroupPlaces(NameParts):
    """A text in which places of groups are measured; every method takes and gives numbers of tokens."""

    def _last_place(self, at: int, joint: int) -> int:
        """Go over places with their names that end a list of kinds of place: "các xã, phường, đặc khu Lý Sơn"."""
        end = joint
        listed = self._word(at - 1) in PLACES or f"{self._word(at - 2)} {self._word(at - 1)}" in TOWNS
        while listed and f"{self._word(joint)} {self._word(joint + 1)}" in TOWNS and self._is_capital(joint + 2):
            end = self._place(joint)
            joint = self._joint(end) if self._word(end) != "-" else end
        return end

    def _kinds_of_place(self, at: int) -> int:
        """Go over kinds of place in a list that are named without "các": "UBND Quận, Huyện, Thị xã"."""
        end = reached = at
        while length := self._kind_of_place(reached):
            end, reached = reached + length, self._joint(reached + length)
            if reached == end or self._word(end) == "-":
                break
        return self._concerned(end) if end > at + 2 and not self._is_capital(end) else at

    def _concerned(self, at: int) -> int:
        """Go over which of a level are meant: "UBND xã, phường liên quan", "UBND phường, xã Thành phố"."""
        if self._is_capital(at) and (self._word(at), self._word(at + 1)) == ("thành", "phố") and self._is_end(at + 2):
            return at + 2
        start = at + (self._word(at) == "có")
        return start + 2 if (self._word(start), self._word(start + 1)) == ("liên", "quan") else at

    def _kind_of_place(self, at: int) -> int:
        if f"{self._word(at)} {self._word(at + 1)}" in TOWNS:
            return 2
        return int(self._word(at) in PLACES and self.words[at].word != "Bản")  # "Cục Bản quyền tác giả"

    def _listed_places(self, at: int) -> int:
        """Go over the other places that share the noun of the first: "các xã Nhơn Ái, Phong Điền và Trường Long"."""
        while (joint := self._joint(at)) > at and self._word(at) in (",", "và") and self._is_capital(joint):
            if self._is_head(joint) and not self._is_in_place(joint, behind=False):
                break
            at = self._called(joint)
        return at

    def _called(self, at: int) -> int:
        """Go over what one of several places is called: "Bảo Lộc 1", "Xuân Hương - Đà Lạt"."""
        end = self._capitals(at)
        if end > at and self._word(end) in ("-", "–") and self._is_proper(end + 1, self._capitals(end + 1)):
            return self._capitals(end + 1)
        return end + 1 if end > at and self._word(end).isdigit() and len(self._word(end)) < 3 else end

    def _told_places(self, at: int) -> int:
        """Go over the names of places that a colon leads to: "UBND các xã: Na Son, Xa Dung bàn giao …"."""
        kind = self._word(at - 1) in PLACES or f"{self._word(at - 2)} {self._word(at - 1)}" in TOWNS
        if self._word(at) != ":" or not kind or not self._is_capital(at + 1):
            return at
        first = self._called(at + 1)
        last = self._listed_places(first)
        return last if last > first > at + 1 and self._is_end(last) else at

    def _shares_noun(self, at: int) -> bool:
        """Whether another name stands in a list behind one, with no noun of its own."""
        end = self._capitals(at)
        joint = self._joint(end)
        listed = end > at and joint > end and self._word(end) in (",", "và") and self._is_capital(joint)
        return listed and not self._is_head(joint)

    def _shares_tail(self, at: int) -> bool:
        """Whether behind a bare noun another stands that has the same rest of a name: "Phòng, Trung tâm thuộc Sở"."""
        if self._word(at) not in (",", "và", "/") or self._word(at - 1) not in _SHARING or not self._is_capital(at + 1):
            return False
        length, kinds = NOUNS_OF_BODIES.longest(self.words, at + 1)
        press = self._word(at - 1) in ("báo", "đài")  # "Báo, Đài Phát thanh và Truyền hình tỉnh"
        return bool({"capital", "open"} & {*kinds}) and (press or not self._is_capital(at + 1 + length))

    def _of_several(self, at: int) -> int:
        """Go over the places of several bodies that share a name: "các Chi nhánh cấp nước Krông Pắc, Buôn Hồ"."""
        end = self._listed_places(at) if self._is_proper(at - 2, at) else at
        if end == at or not self._is_verb(end):
            return at
        self.sure = True
        return end

    def _of_places_alone(self, at: int, end: int) -> int:
        """End a list of places, which alone have an authority, before what is none: "UBND các xã, tổ công nghệ số"."""
        for joint in range(at + 2, end - 1):
            listed = self._word(joint) in (",", "và") and not self._is_capital(joint + 1)
            if listed and GROUP_NOUNS.longest(self.words, joint + 1)[0] > 1 and self._word(joint + 1) in _NO_PLACES:
                return joint
        return end

    def _is_union(self, at: int) -> bool:
        """Whether the noun before a place is that of unions or of the Party's, which are of bodies of any kind."""
        noun = f"{self._word(at - 2)} {self._word(at - 1)}"
        return noun in _OF_ANY or (noun == "cơ sở" and self._word(at - 3) == "đoàn")

    def _is_of_places(self, at: int) -> bool:
        return self._word(at) in MEMBERS and not OTHER_WORDS.longest(self.words, at)[0]

    def _another_place(self, at: int) -> int:
        """Go over a place behind a joint, in a list of those that act: "Phường A, phường B", "cấp tỉnh, cấp xã"."""
        kind_of_place = self._kind_of_place(at)
        is_named_place = kind_of_place > 0 and self._is_capital(at + kind_of_place)
        is_level = self._word(at) == "cấp" and self._word(at + 1) in PLACES
        return self._place(at) if (is_named_place or is_level) and self._joint(at - 1) == at else at

    def _is_act(self, at: int, length: int) -> bool:
        """Whether the noun of a body is an order here: "Quản lý thị trường vàng", "Thanh tra xây dựng kế hoạch"."""
        opening = f"{self._word(at)} {self._word(at + 1)}"
        if length == 4 and opening == "quản lý":
            listed = self._word(at - 1) in (",", "và", "với", "lượng", "cục", "đội", "các", "giao", "cho")
            return not (listed and at > 0) or self._is_small(at)
        of_people = self._word(at + 2) == "nhân"  # "Thanh tra nhân dân Sở": nobody inspects the people
        is_of_place = of_people or self._is_end(at + 4) or self._place(at + 4) > at + 4
        return length == 4 and opening == "thanh tra" and not is_of_place

    def _is_of_each(self, at: int) -> bool:
        """Whether a sentence says here what holds for each of many, and who acts is nobody: "mỗi kiểm sát viên"."""
        each = self._word(at) in ("mỗi", "từng")
        return each and bool(
            EACH_THING.match(self.text, self.words[at].start) or PERSONS.longest(self.words, at + 1)[0]
        )
