"""How far the name of a group goes: its nouns in a list, and what tells it from other groups."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from kehoach.meaning.bodynouns import (
    ACTIVITY,
    FINITE,
    FOR_PURPOSE,
    GROUP_OPENING,
    SERIAL,
    SMALL_OPENING,
)
from kehoach.meaning.grouplists import GroupLists
from kehoach.meaning.lexicon import AUXILIARIES, GROUP_NOUNS, MODIFIERS, NOUNS, PLACES, VERBS
from kehoach.meaning.otherwords import FRONTS, INDIVIDUALS, MANNER, OTHER_WORDS, TOLD
from kehoach.wording.latepatterns import late

_ADVISING = late(r"tham mưu,? giúp việc(?![^\W_])")
_WITHIN = late(
    r"trong(?:\s+và\s+ngoài)?\s+"
    r"(?:ngành\s+(?:y tế|giáo dục(?:\s+và đào tạo)?|công thương|tư pháp|nông nghiệp|xây dựng|công an|kiểm sát|tòa án"
    r"|thuế|hải quan|ngân hàng|tài chính|giao thông vận tải|lao động|văn hóa)"
    r"|hệ thống(?:\s+(?:công đoàn|chính trị|giáo dục quốc dân|giáo dục|ngân hàng|y tế)|(?=\s*[,.;)]|\s*\Z))"
    r"|toàn\s+(?:tỉnh|xã|ngành|huyện|quốc|thành phố)|tỉnh|ngành|huyện|xã|phường|thành phố|quận|Bộ|Sở|quân đội|cả nước"
    r"|nước|Ngành|Tỉnh)(?![^\W_])",
    re.IGNORECASE,
)
"""Where a group is that is told from others by it: "các Vụ, Cục trong Bộ", "các trường trong và ngoài tỉnh"."""
_SEVERAL = ("hai", "ba", "bốn", "năm", "sáu", "02", "03", "04", "05")
_ACTS = frozenset(("quyết", "nghị", "tờ", "báo", "công", "chỉ", "kết", "thông"))
"""First syllables of what documents are called that no group is told by, as it is by a programme or a project."""
_HAS_TO = late(r"[^.,;:]{3,80}?\s(?:phải|sẽ|bị|thì|có trách nhiệm|chịu trách nhiệm|chủ động)(?![^\W_])")
"""What those have to do who have left something undone, without a comma before it."""
_THIS = frozenset(("sở", "phòng", "bộ", "ngành", "trường", "viện", *PLACES))
"""Nouns that alone say which one is meant: the one whose plan it is."""
_CONTACT = late(r"(?:số\s+)?(?:điện thoại|địa chỉ|thư điện tử|hộp thư|email|hotline|đường dây nóng)(?![^\W_])")
"""How a body is reached, behind its name and a comma."""


class GroupExtent(GroupLists, ABC):
    """A text in which names of groups are measured; every method takes and gives numbers of tokens."""

    @abstractmethod
    def _body(self, at: int) -> tuple[str, int]:
        """Find a named body or an office: its kind and end, the beginning itself for none."""

    def _all_of(self, at: int) -> int:
        """Go over "các xã, phường" behind the noun of a body; where no group follows, the name ends before it."""
        end = self._group(at + 1)
        return end if end > at + 1 else at

    def _members(self, at: int) -> int:
        """Go over whose body it is: "các xã, phường", "các khu công nghiệp tỉnh"; where it is none, the name ends."""
        if not self._is_of_places(at + 1) or self._word(at + 1) == "lớp":
            return at  # "báo cáo Ban Giám hiệu các trường hợp …"
        end = self._group(at + 1)
        return end if end > at + 1 else self._unsure(at)

    def _group(self, at: int) -> int:
        """Go over a group: its nouns in a list, and what tells it from others; the beginning itself for none."""
        length = GROUP_NOUNS.longest(self.words, at)[0]
        if not length or length < OTHER_WORDS.longest(self.words, at)[0]:
            return at
        if length == 1 and self._is_small(at) and VERBS.longest(self.words, at)[0] > 1 and self._word(at) != "cấp":
            return at  # "hội ý", "phòng ngừa"
        start, last, at = at, at, max(at + length, self.known.get(at, at))
        bare = named = at
        while at < len(self.words):
            word = self._word(at)
            joint = self._joint(at)
            if joint > at and word != "-" and self._lists_on(joint):
                apart = self._is_same(last, joint) or self._is_single(last, joint, start)
                apart = apart or self._is_owned(bare, at, joint) or self._is_firm(last, joint)
                if apart or (at > named and self._is_another(last, joint)):
                    break
                last, at = joint, joint + self._listed_noun(joint)
                named = at
                continue
            if joint > at and word != "-" and (place_end := self._last_place(at, joint)) > joint:
                at = place_end
                break
            if (
                word in GROUP_OPENING
                and (self._is_of_places(at + 1) or self._is_union(at))
                and (end := self._group(at + 1)) > at + 1
            ):
                at = end  # "trạm y tế các xã"
                continue
            if word == "/" and GROUP_NOUNS.longest(self.words, at + 1)[0]:
                at += 1
                continue
            grown = self._modified(at)
            if grown == at:
                break
            at = grown
        if self._is_called_by(at, bare):
            return self._unsure(at)
        return self._told_places(at) if at > start else start

    def _is_owned(self, start: int, at: int, joint: int) -> bool:
        """Whether a group ends with whose it is: "các cơ quan báo chí của tỉnh, hệ thống truyền thanh cơ sở"."""
        owned = any(self._word(i) in ("của", "trên") for i in range(start, at))
        return owned and not self._kind_of_place(joint)

    def _is_called_by(self, at: int, bare: int) -> bool:
        """Whether what a group does can be what it is called by: "các cơ sở đào tạo lái xe niêm yết …"."""
        if self._is_specialised(at):
            return True
        if at != bare or at in self.known.values() or self._word(at - 1) not in FOR_PURPOSE:
            return False
        end = at + VERBS.longest(self.words, at)[0]
        alone = self._word(at - 1) in ("quan", "vị", "chức")
        if not alone and end > at + 1 and self._is_verb(end) and not SERIAL.match(self.text, self.words[at].start):
            return True  # "các cơ sở lưu trú khai báo …"
        told = alone and end > at + 1 and self._is_verb(end) and not MANNER.longest(self.words, end)[0]
        if told and ACTIVITY.match(self.text, self.words[at].start):
            return True  # "các đơn vị nhận quân thực hiện …"
        if at >= len(self.words) or not ACTIVITY.match(self.text, self.words[at].start):
            return False
        if self._joint(end) > end and self._is_verb(end + 1):
            end += 1 + VERBS.longest(self.words, end + 1)[0]  # "quản lý, khai thác"
        return self._verb_behind(end) > end or "(" in (self._word(end), self._word(end + 1), self._word(end + 2))

    def _is_called_by_work(self, at: int) -> bool:
        """Whether of two verbs behind a bare noun the first can name it: "Nhà máy xử lý chất thải nộp phí"."""
        if (self._word(at - 1), self._word(at)) == ("viện", "nghiên"):
            return True  # "Viện nghiên cứu có giường bệnh"
        if not self._is_verb(at) or self._word(at - 1) in _THIS or SERIAL.match(self.text, self.words[at].start):
            return False
        end = at + VERBS.longest(self.words, at)[0]
        works = self._word(at - 1) in FOR_PURPOSE and ACTIVITY.match(self.text, self.words[at].start) is not None
        goes_on_as_verb = self._word(end) in ("được", "bị", "là", "gồm", "có", "đã")  # "Đài tưởng niệm được tu bổ"
        return works or goes_on_as_verb or self._verb_behind(end) > end

    def _tells_which(self, at: int) -> bool:
        """Whether words behind "không" tell which of a group are meant: "các trường không đạt chuẩn xây dựng …"."""
        behind = at + VERBS.longest(self.words, at)[0]
        end = self._verb_behind(behind)
        return behind == at or end > behind or bool(_HAS_TO.match(self.text, self.words[at].start))

    def _placed(self, at: int) -> int:
        """Go over whose a group is or where: "thuộc tỉnh", "trên địa bàn"; the beginning itself for neither."""
        if at >= len(self.words):
            return at
        word = self._word(at)
        if word in ("thuộc", "của", "trực") and (end := self._belongs(at)) > at:
            return end
        if word == "phụ":
            return self._in_charge_of(at)
        if word == "trên" and self._word(at + 1) == "địa" and self._word(at + 2) == "bàn":
            return max(self._place(at + 3), at + 3)
        if (match := _WITHIN.match(self.text, self.words[at].start)) and self._is_end(end := self._after(match.end())):
            return end
        if (end := self._told_by_work(at)) > at:
            return end
        if word in ("lớp", "khối") and self._word(at + 1).isdigit():
            return at + 2  # "giáo viên chủ nhiệm lớp 12"
        is_membership = (self._word(at - 2), self._word(at - 1)) in (("thành", "viên"), ("thường", "trực"))
        if is_membership and self._is_capital(at):
            return max(self._body(at)[1], at)  # "các cơ quan thành viên Ban Chỉ đạo"
        if word == "ở" and self._place(at + 1) > at + 1:
            return self._place(at + 1)
        if match := _ADVISING.match(self.text, self.words[at].start):
            behind = self._after(match.end())
            return max(self._body(behind)[1], behind)
        return at

    def _modified(self, at: int) -> int:
        """Go over one thing said of a group."""
        if (end := self._placed(at)) > at or AUXILIARIES.longest(self.words, at)[0] > 2:
            return end  # "thường trực tiếp …" is none that is "thường trực"
        word = self._word(at)
        length = MODIFIERS.longest(self.words, at)[0] if not self._does(at) else 0
        verb = VERBS.longest(self.words, at)[0]
        ends = at + length == len(self.words) or self._word(at + length) in (".", ";", ")", "thuộc", "trực")
        if length and length == verb and (until := self._placed(at + length)) > at + length:
            return until if self._is_verb(until) else self._unsure(at)  # "cơ quan truyền thông trên địa bàn tỉnh"
        if length and length == verb and not ends and VERBS.longest(self.words, at + length)[0] > 1:
            # "các đơn vị tham mưu tổ chức lễ ra quân", but "các đơn vị truyền thông định hướng nội dung"
            either = SERIAL.match(self.text, self.words[at].start) or MANNER.longest(self.words, at + length)[0]
            return self._unsure(at) if either else at + length
        if length > verb or (length and (self.listed or not self._is_small(at) or (length == verb and ends))):
            self.sure = self.sure and not self._is_half_told(at, at + length)
            return at + length
        noun = NOUNS.longest(self.words, at)[0]
        if noun and noun == verb and self._lists_fields(at + noun):
            return self._unsure(at)
        ended = self._is_verb(at + noun) or (self._word(at + noun) in ("-", "–") and self._is_small(at + noun + 1))
        named_for = self._word(at - 1) in FOR_PURPOSE
        is_noun = noun > verb and (verb < 2 or (named_for and ended))
        if noun and (is_noun or not verb) and not self._is_matter(at):
            bare = named_for and GROUP_NOUNS.longest(self.words, at - 2)[0]
            return self._unsure(at) if verb and not bare and self._is_work(at, noun) else at + noun
        if word in ("-", "–") and (length := MODIFIERS.longest(self.words, at + 1)[0]):
            return at + 1 + max(length, NOUNS.longest(self.words, at + 1)[0])
        if (until := self._place(at)) > at:
            return until
        if self._is_capital(at) and not self._is_head(at) and not (self._is_title(at) and self._word(at) in _ACTS):
            return self._listed_places(self._component(at)) if self._lies(at) else self._component(at)
        if not self._is_end(at) and self._is_small(at):
            if self._word(at - 1) in PLACES or self._is_proper(at - 2, at):
                return self._unsure(at)  # "các xã vùng đệm": which of a place's it is may be in words that no list has
            run = self._run(at)
            # An unknown word can be the verb itself: "các đơn vị rà quét, báo cáo", "các trường đọc sách mỗi tuần".
            self.sure = self.sure and not (run < len(self.words) and run and self._is_small(run))
            return run or at
        return at

    def _in_charge_of(self, at: int) -> int:
        """Go over what some are in charge of, in nouns alone: "giáo viên phụ trách công tác Đoàn"."""
        if self._word(at + 1) != "trách" or self._word(at - 1) not in ("viên", "bộ", "chức", "phận"):
            return at
        end = at + 2
        while length := self._noun_at(end) or int(self._is_capital(end) and not self._is_head(end + 1)):
            end += length
        closed = self._is_verb(end) or self._word(end) in ("", ",", ";", ".", "và", "cùng")
        return end if end > at + 2 and closed else at

    def _noun_at(self, at: int) -> int:
        length = NOUNS.longest(self.words, at)[0]
        return length if length > VERBS.longest(self.words, at)[0] else 0

    def _belongs(self, at: int) -> int:
        at += 2 * (self._word(at + 1) == "," and self._word(at + 2) == "trực")  # "đơn vị thuộc, trực thuộc Bộ"
        if self._word(at) == "trực":
            at += 1
            if self._word(at) != "thuộc":
                return at - 1
        place_end = self._place(at + 1)
        if place_end > at + 1:
            both = [self._word(place_end + i) for i in range(3)] == ["và", "địa", "phương"]
            return place_end + 3 * both  # "các cơ quan báo chí của Trung ương và địa phương"
        if (end := self._body(at + 1)[1]) > at + 1:
            return end
        if self._is_head(at + 1) and self._is_end(at + 2):
            return at + 2
        if f"{self._word(at + 1)} {self._word(at + 2)}" == "địa phương" and self._is_end(at + 3):
            return at + 3
        if self._word(at) == "thuộc" and self._word(at + 1) in ("đơn", "cơ"):
            return self._group(at + 1) if GROUP_NOUNS.longest(self.words, at + 1)[0] == 2 else at
        if [self._word(at + i) for i in range(3)] == ["của", "nhà", "nước"]:
            return at + 3
        if self._word(at) == "của" and self._is_proper(at + 1, owner := self._capitals(at + 1)) and self._is_end(owner):
            return owner  # "các cơ quan liên quan của Việt Nam"
        return at + 1 if self._word(at) == "thuộc" and self._is_end(at + 1) else at

    def _may_go_on(self, at: int) -> bool:
        """Whether what stands behind a name can belong to it: more than a sign, a verb, a small word, another body."""
        if at >= len(self.words):
            return False
        word = self._word(at)
        if word in ("trong", "ngoài") and self._word(at + 1) == "nước":
            return True  # "Vụ Kiều hối nước ngoài" and its like are called by where they work
        counted = word in ("tối", "ít") or word.isdigit()
        if counted and self._is_small(at - 2) and VERBS.longest(self.words, at - 2)[0] == 1:
            return True  # "Trung tâm Cung ứng dịch vụ sự nghiệp công phát thanh tối thiểu 15 phút"
        if word.isdigit():
            return self._is_number(at) and word[0] != "0"
        if word in GROUP_OPENING and self._word(at - 3) == "ban" and self._word(at - 1) in ("đạo", "chức"):
            return not TOLD.longest(self.words, at + 1)[0]  # "Ban Chỉ đạo các chương trình mục tiêu quốc gia"
        some = 2 if word == "một" and self._word(at + 1) in ("số", "vài") else int(word == "nhiều")
        if some and GROUP_NOUNS.longest(self.words, at + some)[0]:
            return True  # "Chủ tịch UBND một số xã"
        if word in _SEVERAL and (self._place(at + 1) > at + 1 or GROUP_NOUNS.longest(self.words, at + 1)[0]):
            return True  # "UBND hai xã"
        if word == "của" or (word == "cho" and not self._is_verb(at)):
            return True
        if word in ("đến", "tới"):
            return self._place(at + 1) > at + 1  # "khu vực I đến khu vực XX"
        if word in ("-", "–") and self._is_capital(at + 1):
            return not self._is_head(at + 1) and not self._opens_line(at)
        if word == "/":
            return not self._is_head(at + 1)
        if word == "," and self._does_more(at):
            return True  # "Phòng Kiểm tra, giám sát"
        if word in (",", "và"):
            return self._may_join(at + 1)
        length = VERBS.longest(self.words, at)[0] if self._is_small(at) else 0
        if length == 1 and self._is_unknown(at + 1) and self._is_capital(at + 2) and self._is_capital(at + 3):
            return True  # "Viện Vệ sinh dịch tễ Tây Nguyên"
        same = (
            length > 0
            and NOUNS.longest(self.words, at)[0] >= length
            and not FINITE.match(self.text, self.words[at].start)
        )
        return same and self._place(at + length) > at + length  # "Quỹ Đầu tư phát triển tỉnh"

    def _may_join(self, at: int) -> bool:
        """Whether small words behind a joint are neither a body nor a verb, nor what stands before a verb."""
        if not self._is_small(at) or self._is_end(at):
            return False
        if _CONTACT.match(self.text, self.words[at].start):
            return False
        own = GROUP_NOUNS.longest(self.words, at)[0] or self.words[at].key in SMALL_OPENING
        return not own and not any(table.longest(self.words, at)[0] for table in (FRONTS, INDIVIDUALS))
