"""How far the name of a body goes: over its parts in capitals and small letters, over places, and no further."""

from __future__ import annotations

from kehoach.meaning.bodynouns import FINITE, GROUP_OPENING, MEMBERS, NAMING, NOUNS_OF_BODIES, SERIAL, SMALL_HEADS
from kehoach.meaning.lexicon import DEPARTMENTS, GROUP_NOUNS, MATTERS, NOUNS, PLACES, VERBS
from kehoach.meaning.officeextent import OfficeExtent
from kehoach.meaning.otherwords import MANNER, OTHER_WORDS, TOLD

_IN_PARTY = frozenset(("chi bộ", "bộ phận", "cơ sở", "cơ quan", "doanh nghiệp"))
"""What a committee of the Party is in."""
DEEPEST = 5
"""Names within a name at most: "Lãnh đạo Văn phòng Ban Chỉ đạo … UBND tỉnh"; more is no name."""


class Extent(OfficeExtent):
    """A text in which names are measured; every method takes and gives numbers of tokens."""

    def _body(self, at: int) -> tuple[str, int]:
        """Find a named body or an office: its kind and end, the beginning itself for none."""
        if at in self.known:
            return "named", self._beyond(at, self.known[at])
        if self.depth > DEEPEST:
            return "", at
        length, kinds = NOUNS_OF_BODIES.longest(self.words, at)
        if length and self._is_act(at, length):
            titled = self._is_capital(at + 4) and not self._is_head(at + 4)  # "Thanh tra xây dựng Quy chế"
            if self._word(at) == "thanh" and not titled and not MATTERS.longest(self.words, at + 4)[0]:
                return "named", self._unsure(at + length)  # "Thanh tra xây dựng lo kinh phí"
            length, kinds = (2, ["plain"]) if self._word(at) == "thanh" else (0, [])
        if not length and at < len(self.words) and self.words[at].word in SMALL_HEADS:
            if self.words[at].word == "báo" and self._is_head(at + 1):
                return "", at  # "báo Ban Thường trực": tells it
            length, kinds = 1, ["capital"]
        kind = kinds[0] if kinds else ""
        if kind == "authority" and length == 3 and self._word(at + 1) == "," and self._word(at + 3) in (",", ";"):
            length = 1  # "Thường trực HĐND, UBND, Ban Thường trực …" are three
        if kind == "authority" and self._word(at - 1) in (",", "trực"):
            length = next((i for i in range(1, length) if self._word(at + i) == ","), length)  # each for itself
        if not length or OTHER_WORDS.longest(self.words, at)[0] >= length or not self._fits_case(at, kind, at + length):
            return "", at
        self.open = kind in ("open", "capital") and self._word(at) not in ("sở", "bộ", "báo", "đài")
        self.depth += 1
        certain, end = self.sure, self._behind(kind, at + length)
        if kind in ("open", "capital", "plain"):
            end = self._to_office(at + length, end, certain)
        self.depth -= 1
        bare = end == at + length and kind in ("capital", "open") and self._word(at - 1) not in GROUP_OPENING
        self.sure &= not (bare and self._shares_tail(end))
        end = max(at, self._in_charge(end) if kind == "holder" else end)
        return ("holder" if kind == "holder" else "named"), end

    def _behind(self, kind: str, at: int) -> int:
        ways = {"authority": self._authority, "capital": self._capital, "open": self._open, "plain": self._plain}
        return {**ways, "whole": self._whole, "holder": self._holder}[kind](at)

    def _beyond(self, at: int, end: int) -> int:
        """A known name goes on where a place of its own name follows: "Sở Nội vụ" in "Sở Nội vụ tỉnh Gia Lai"."""
        place_end = self._place(end)
        if place_end > end and (place_end - end > 1 or self._is_end(place_end)):
            return place_end
        if end < len(self.words) and self.words[end - 1].word.lower() in PLACES and self._is_capital(end):
            return self._capitals(end)
        if not self.depth and self._is_capital(end) and self._is_proper(end, self._capitals(end)):
            # "Tỉnh đoàn Gia Lai" is that of another province; "UBND các huyện, thành phố A và B" is that group
            return end if GROUP_OPENING & {self._word(i) for i in range(at, end)} else self._capitals(end)
        joint = self._joint(end)
        goes_on = (joint > end and self._is_small(joint) and self._lists_on(joint)) or not self._is_end(end)
        openings = [i + 1 for i in range(at, end) if self._word(i) in GROUP_OPENING] if goes_on else []
        if openings and self._is_small(joint):
            return max(end, *map(self._group, openings))  # "… các sở, ban, ngành, đoàn thể tỉnh", "… các xã ven biển"
        if (
            joint > end
            and NOUNS_OF_BODIES.longest(self.words, at)[0]
            and self._is_capital(joint)
            and not self._is_head(joint)
        ):
            return self._components(joint, end)
        return end

    # How a name goes on

    def _authority(self, at: int) -> int:
        if self._word(at).isdigit() and self._place(at + 1) > at + 1:
            return self._told_places(self._place(at + 1))  # "UBND 11 phường"
        if (place_end := self._place(at)) > at:
            return self._concerned(max(place_end, self._kinds_of_place(at) if place_end == at + 1 else at))
        if self._word(at) in GROUP_OPENING:
            return self._of_places_alone(at, self._all_of(at))
        if (end := self._kinds_of_place(at)) > at:
            return end
        if self._word(at) == "số" and self._word(at + 1).isdigit():
            return at + 2  # "Tổ Đại biểu HĐND số 3"
        return self._of(at)

    def _capital(self, at: int) -> int:
        """A noun that a name in capitals follows; bare ("Sở chủ trì") it is a name of its own before a verb."""
        known = DEPARTMENTS.longest(self.words, at)[0] if self._word(at - 1) == "sở" and self._is_capital(at) else 0
        if (small := self._small_department(at)) > at:
            return small
        if known and self._is_unknown(at + known):
            return at + known  # what departments there are is the same in every province
        if self._word(at - 1) in PLACES and self._shares_noun(at):
            return self._unsure(self._capitals(at))  # "Xã Ea Knốp, Ea Kar và Xuân Phú" are three
        if self._is_capital(at) or (self._word(at) == "và" and self._is_capital(at + 1)):
            return self._components(at, at)
        called = self._word(at - 1) in ("cục", "vụ") and self._is_small(at) and NOUNS.longest(self.words, at)[0]
        if called > max(VERBS.longest(self.words, at)[0], 1):
            return self._components(at + called, at)  # "Cục quản lý chất lượng và an toàn thực phẩm"
        if self._is_numbered(at):
            return self._components(at + 1, at)  # "Trung đoàn 584"
        if self._word(at) == "số" and self._word(at + 1).isdigit():
            return self._components(self._numbers(at), at)
        if NOUNS.longest(self.words, at)[0] and not VERBS.longest(self.words, at)[0]:
            return self._components(at, at)
        union = self._word(at - 1) in ("đoàn", "hội", "minh", "hiệp") and self._word(at) in GROUP_OPENING
        if union and (self._word(at + 1) in MEMBERS or self._word(at + 1) in ("htx", "hợp", "hội")):
            return self._all_of(at)
        place_end = self._place(at)
        team = self._word(at - 1) in ("đoàn", "nhóm") and self._word(at - 2) != "liên"
        if team and self._is_verb(at) and not FINITE.match(self.text, self.words[at].start):
            return self._unsure(at)  # "Đoàn giám sát": what it is for and what it does look the same
        ended = self._is_end(at) and not self._is_called_by_work(at)
        return place_end if place_end > at or ended else self._unsure(at)

    def _open(self, at: int) -> int:
        """A noun that says what it is for in small letters too: "Tổ công nghệ số cộng đồng"."""
        station = self._word(at - 1) == "tế" and self._is_small(at) and self._word(at) not in ("trường", "lưu")
        if station and self._is_verb(at):
            return at  # "Trạm Y tế truyền thông": it has no other name than its place
        if self._is_small(at) and (noun := NOUNS.longest(self.words, at)[0]):
            if VERBS.longest(self.words, at)[0] == noun > 1 and self._has_object(at + noun):
                return at  # "Trung tâm xây dựng kế hoạch"
            works = VERBS.longest(self.words, at - 2)[0] == 2 and VERBS.longest(self.words, at)[0] == noun
            if works and not SERIAL.match(self.text, self.words[at].start):
                self.sure = False  # "Hội đồng tuyển sinh xây dựng …"
            return self._components(at + noun, at)
        if self._is_numbered(at):
            return self._components(at + 1, at)
        if self._is_capital(at) or NOUNS.longest(self.words, at)[0] or self._place(at) > at:
            return self._components(at, at)
        if self._word(at) in GROUP_OPENING:
            return self._all_of(at)
        if self._word(at - 2) == "phòng" and self._word(at - 1) == "ban" and self._is_no_board(at):
            return at  # "Văn phòng Ban theo dõi"
        if self._is_end(at):
            # "Tổ rà soát thủ tục": what a team is for and what it does look the same.
            clear = (not self._is_verb(at) and self._word(at) != "tự") or bool(
                FINITE.match(self.text, self.words[at].start)
            )
            return self._of(at) if clear or self._word(at - 1) in ("tâm", "tế") else self._unsure(at)
        run = self._run(at) if not station else 0
        done = run and (not self._is_small(run) or self._is_verb(run))
        return self._of(run) if done and not self._names_more(run) else self._unsure(run or at)

    def _plain(self, at: int) -> int:
        if (end := self._before_act(at)) is not None:
            return end
        is_name = self._is_capital(at) or NOUNS.longest(self.words, at)[0] > 0 or self._place(at) > at
        if is_name or self._is_numbered(at) or (self._word(at) == "số" and self._word(at + 1).isdigit()):
            return self._components(at, at)  # "Đội Quản lý thị trường 12 B"
        if self._word(at) in GROUP_OPENING and GROUP_NOUNS.longest(self.words, at + 1)[0]:
            return self._group(at + 1)
        if self._word(at) in GROUP_OPENING and (place_end := self._place(at + 1)) > at + 1:
            return place_end  # "Viện kiểm sát nhân dân các khu vực"
        is_group = self._word(at) in ("các", "những") and not TOLD.longest(self.words, at + 1)[0]
        return at if self._is_end(at) and not (is_group and self._is_capital(at + 1)) else self._unsure(at)

    def _components(self, at: int, start: int) -> int:
        """Go over the parts of a name from where one begins to the end of the last."""
        joined = False
        while at < len(self.words):
            if (share := self._office_share(at, start)) > at:
                if self._is_verb(share):
                    return share
                at = share
                continue
            if at > start and self._word(at) in ("thuộc", "trực") and (whole := self._belongs(at)) > at + 1:
                return whole
            end = self._last_part(at, start)
            if end is not None:
                return end
            if self._is_capital(at):
                begun, at = at, self._component(at)
                if self._is_proper(begun, at) and (self._is_unknown(at) or self._is_verb(at)):
                    return at  # nothing is told of a body behind the name of its place or person
                if self._is_proper(begun, at) and self._is_other_noun(at):
                    return self._unsure(at)
                continue
            joint = self._joint(at)
            if joint > at:
                if not self._goes_over(at, joint, joined):
                    return at
                joined = joined or self._word(at) == "và"
                at = joint
                continue
            over, ended = self._small_part(at, start)
            if ended:
                return over
            at = over
        return at

    def _last_part(self, at: int, start: int) -> int | None:
        """Go over a part that always ends a name: another body, a place, whose body it is; None for any other."""
        if self._word(at) == "tp":
            return self._place(at)
        if self._word(at - 1) == "cử" and self._word(at) == "ở" and self._place(at + 1) > at + 1:
            return self._of_each_place(at)
        if self._is_capital(at):
            if not self._is_head(at) or self._is_staff(at, start):
                return None
            end = self._body(at)[1]
            # "Phòng Công chức, viên chức": what is no body by itself is what the office is for.
            return self._dashed(at, end) if end > at or at > start else None
        place_end = self._place(at)
        if place_end > at:
            if self._word(place_end) == "số" and self._word(place_end + 1).isdigit():
                return place_end + 2  # "Đội Thuế liên xã số 2"
            bare = self._word(place_end - 1) == "vực" and self._is_small(place_end) and not self._is_end(place_end)
            return self._unsure(place_end) if bare else place_end
        if self._word(at) in ("các", "những") and GROUP_NOUNS.longest(self.words, at + 1)[0]:
            return self._members(at)
        if self._word(at) == "các" and self._word(at + 1) == "khu" and (place_end := self._place(at + 1)) > at + 1:
            return place_end  # "Trung tâm Y tế các khu vực"
        return None

    def _of_each_place(self, at: int) -> int:
        """Go over where there is one: "Ủy ban bầu cử ở tỉnh, ở huyện, ở xã"."""
        end = self._place(at + 1)
        while self._joint(end) > end and self._word(end + 1) == "ở" and self._place(end + 2) > end + 2:
            end = self._place(end + 2)
        return end

    def _dashed(self, at: int, end: int) -> int:
        """Go over what a dash joins to a body that is a part of a name: "Phòng Thanh tra - Kiểm tra"."""
        further = self._word(end) in ("-", "–") and not self._opens_line(end) and self._is_capital(end + 1)
        return self._components(end + 1, at) if further and not self._is_head(end + 1) else end

    def _small_part(self, at: int, start: int) -> tuple[int, bool]:
        """Go over a part in small letters or figures; also whether the name ends there."""
        if at > start and self._word(at - 1).isdigit() and self._is_verb(at):
            return at, True  # "Phòng 10 khai thác phần mềm quản lý án": its number tells which it is
        if self._word(at) == "số" and self._word(at + 1).isdigit():
            return self._numbers(at), False
        if self._word(at) == "chuyên" and self._is_capital(at + 1) and not self._is_head(at + 1):
            return at + 1, False  # "Trường THPT chuyên Nguyễn Du"
        if self._word(at).isdigit() and (self._word(at - 1) in ("án", "số", "vực", "sở") or self._is_numbered(at)):
            return at + 1, False
        if self._word(at) == "các" and self._is_verb(at - 2) and NOUNS.longest(self.words, at + 1)[0] > 1:
            return at + 1, False  # "Đầu tư xây dựng các công trình giao thông"
        shortened = at > start and self.words[at - 1].word.isupper() and self._is_verb(at)
        if at > start and (self._counts(start, at) or (shortened and self._word(start - 1) == "sở")):
            return at, True  # "Sở VH,TT&DL xúc tiến đầu tư"
        if at > start and self._is_department(start, at) and MATTERS.longest(self.words, at)[0]:
            return at, True  # "báo cáo Bộ trưởng Bộ Công Thương tình hình …"
        manner = MANNER.longest(self.words, at)[0] if at > start and self._is_department(start, at) else 0
        if manner and (self._is_verb(at + manner) or self._word(at + manner) == "tự"):
            return at, True  # "Phòng Tư pháp thường xuyên tự kiểm tra"
        noun = NOUNS.longest(self.words, at)[0]
        if noun > 2 and (whole := self._before_synthesis(at, noun, start)):
            return whole, True
        if self._is_end(at, nouns=True):
            over = self._over_verb(at)
            wide = self.open or self._word(at - 1) == "án"
            small = self._is_small(start) and self._word(start) != "số"
            if over == at and ((small and self._names_more(at)) or (wide and self._acts_more(at, start))):
                return self._unsure(at), True
            if over == at:
                # "Ban Chỉ đạo xây dựng nông thôn mới": what a committee is for and what it does look the same.
                is_naming = self._word(at - 1) == "đạo" and NAMING.match(self.text, self.words[at].start)
                return self._unsure(at) if is_naming else self._of(at), True
        elif noun and at > start and self._is_matter(at):
            return at if self._word(at) == "kết" else self._unsure(at), True
        elif noun and at > start and self._is_work(at, noun):
            return at if self._is_department(start, at) else self._unsure(at), True
        else:
            over = at + noun if noun else self._over_unknown(at, self._is_department(start, at))
        return (over, False) if over > at else (self._unsure(at), True)

    def _whole(self, at: int) -> int:
        """A name that is whole by itself, of a place or of the bodies that it is over."""
        if self._word(at) in GROUP_OPENING and self._word(at - 1) == "nhiệm" and self._word(at + 1) in ("lớp", "khối"):
            return at + 2  # "Giáo viên chủ nhiệm các lớp"
        if self._word(at) in GROUP_OPENING and self._is_of_places(at + 1):
            return self._members(at)
        if self._word(at - 1) in ("ủy", "thư") and self._is_head(at) and (end := self._body(at)[1]) > at:
            return end  # "Đảng ủy Ủy ban nhân dân phường" is the Party's committee in it
        if self._word(at - 1) == "ủy" and self._is_capital(at) and NOUNS.longest(self.words, at)[0] > 1:
            return self._components(at, at)  # "Đảng ủy Quân sự tỉnh"
        if self._word(at) in ("-", "–") and self._is_capital(at + 1) and not self._is_head(at + 1):
            return self._components(at + 1, at)  # "Khoa Khám bệnh - Cấp cứu"
        if self._word(at - 1) == "trường" and self._word(at - 2) in ("đội", "đoàn") and self._is_capital(at):
            return self._components(at, at)  # "Liên đội Trường Tiểu học Lê Lợi"
        end = max(self._place(at), self._capitals(at))
        if self._word(at - 1) == "ủy" and f"{self._word(at)} {self._word(at + 1)}" in _IN_PARTY and self._is_small(at):
            return self._components(at + 2, at)  # "Chi ủy chi bộ 4", "Đảng ủy bộ phận"
        if self._word(at) == "số" and self._word(at + 1).isdigit():
            return at + 2  # "Tổ Đại biểu HĐND số 3"
        more = end == at and self._is_small(at) and not self._is_verb(at) and not self._is_matter(at)
        return self._unsure(at) if more and NOUNS.longest(self.words, at)[0] > 1 else end
