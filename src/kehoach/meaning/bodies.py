"""Names of public bodies in prose: where a name begins and how far it goes.

The longest name wins: "Văn phòng UBND tỉnh" is one body, "Chủ tịch UBND xã" another than "UBND xã". A name ends at its
verb, at a small word or at a comma that no name goes over. Where the word lists cannot tell, the name is not ``sure``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kehoach.meaning.announced import announced
from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.bodynouns import (
    BARE_OPENING,
    FUNCTION_OPENING,
    GROUP_OPENING,
    LISTED_AFTER,
    NOT_AFTER,
    NOUNS_OF_BODIES,
    OPENING,
    PAIR,
    PAIRED,
    TOLD_FURTHER,
    function_at,
    shared_noun,
)
from kehoach.meaning.cutnames import with_names_to_their_end
from kehoach.meaning.doubtfulends import with_doubt
from kehoach.meaning.grouplists import UNITS
from kehoach.meaning.lexicon import GROUP_NOUNS, MODIFIERS, NOUNS, PLACES, VERBS
from kehoach.meaning.nameends import NameEnds
from kehoach.meaning.otherwords import DOES, LET_HAPPEN, MATTERS_TOLD
from kehoach.meaning.toldofbodies import with_what_is_told
from kehoach.wording.oldspelling import modern


@lru_cache(maxsize=4096)
def find_bodies(
    text: str,
    known: tuple[tuple[int, int], ...] = (),
    hidden: tuple[tuple[int, int], ...] = (),
    listed: bool = False,
) -> Sequence[BodyName]:
    """Find the bodies that a text names, in order, none inside another.

    ``known`` are slices that are names for sure (from the registries): a name may begin before one and go on after it.
    ``hidden`` are slices that name none, as citations do. ``listed`` says that the text is but a list of bodies.
    """
    usual = modern(text)
    names = _Scan(usual, known, hidden, listed).names()
    return tuple(names if usual == text else (name.as_printed(text, usual) for name in names))


_PROHIBITED = frozenset(("được", "để", "tự", "ngừng"))
"""Behind "không", that a group is told not to do a thing, and not which of them is meant."""
_BEFORE_HEADS = frozenset(("", ",", ";", ":", ".", "(", "và", "cùng", *LISTED_AFTER))
"""Before "trưởng các …", which else may be the end of another word: "tăng trưởng các ngành"."""
_SIGN = re.compile(r"[A-ZĐ]{1,4}[0-9]{1,3}")
"""The sign of an office: "PV05", "P4"."""
_ONLY_MEMBERS = frozenset(("lớp", "chung"))
"""Nouns that say whose a body is, and name none: "Giáo viên các lớp", but "mở các lớp tập huấn"."""
_BARE_FIRST, _BEFORE_BARE = ("Sở", "Phòng", "Ban", "Bộ"), ("với", "hợp", "giao", "và", ",", "nghị", "cùng", "thì")
_BARE_OFFICES = frozenset(("sở", "phòng", "ban", "bộ", "vụ", "cục", "viện"))
_SAID_ELSEWHERE = frozenset(("đó", "ấy", "nào", "cũ"))
"""Behind a name, that it is whichever is told of, or one that there was: "người đứng đầu đơn vị đó", "huyện cũ"."""


class _Scan(NameEnds):
    """One pass over a text; every method takes and gives numbers of tokens."""

    def names(self) -> Sequence[BodyName]:
        """Give the names from left to right."""
        names: list[BodyName] = []
        position = 0
        places = [index for index, token in enumerate(self.words) if token.key in OPENING]
        for index in sorted({*places, *self.known}) if self.known else places:
            if index < position:
                continue
            token, before = self.words[index], self.words[index - 1].word if index else ""
            if index in self.known or self._can_begin(token, before):
                position = self._at(index, names)
        if not names:
            return names
        proven = announced(self.text, self._with_proven_ends(names))
        whole = with_what_is_told(self.text, with_names_to_their_end(self.text, proven))
        return whole if self.listed else with_doubt(self.text, whole)

    def _at(self, position: int, earlier: list[BodyName]) -> int:
        """Take up the name that begins at a token, if one does; give the token behind it."""
        token = self.words[position]
        if self._is_hidden(token):
            return position
        if token.key in FUNCTION_OPENING:
            if names := self._elided(token.start):
                earlier += [BodyName(name.start, name.end, name.words, "named", name.sure) for name in names]
                return self._after(names[-1].end)
            paired = PAIRED.match(self.text, token.start)
            if match := function_at(self.text, token.start) or (paired if paired and PAIR.search(self.text) else None):
                called = position > 0 and self._word(position - 1) in ("là", "làm")
                if not called and not self._is_label(match.end()):
                    self.sure = True
                    earlier.append(self._named(match.start(), match.end(), "role"))
                return self._after(match.end())
        self.sure = True
        if (end := self._another_place(position)) > position and (shared := self._shared_head(position, earlier)):
            place = " ".join(self.text[token.start : self.words[end - 1].end].split())
            kind = "group" if self._word(position) == "cấp" else "named"  # each level has many
            earlier.append(BodyName(token.start, self.words[end - 1].end, f"{shared} {place}", kind))
            return end
        kind, end = self._begins(position, earlier)
        if end > position and kind in ("named", "holder"):
            end = self._to_code(position, self._behind_short(end))
        if end > position and earlier and self.listed and self._word(end) == ":" and end + 1 < len(self.words):
            return end  # the label of another list
        many = kind == "group" or any(word.word in GROUP_OPENING for word in self.words[position:end])
        if end > position and self.sure:
            self.sure = not self._is_doubtful(position, end, kind, many)
        if end > position and self.listed and not (self.sure and self._ends_before(position, end)):
            end = self._to_separator(position, end)
        if end > position:
            name = self._named(token.start, self.words[end - 1].end, kind)
            numbered = many and end == position + 3 and self._word(end - 1).isdigit() and self._is_head(position + 1)
            # "các Phòng 2, Phòng 3": each is named by itself
            earlier.append(replace(name, words=name.words.partition(" ")[2], kind="named") if numbered else name)
        return end

    def _shared_head(self, at: int, earlier: Sequence[BodyName]) -> str:
        """Give the noun that a place shares with the name before it in a list: "UBND xã A, phường B"."""
        return shared_noun(earlier[-1].words, self.listed) if self._is_listed(at, earlier) else ""

    def _to_code(self, start: int, end: int) -> int:
        """Let a name go on behind "và" to the brackets that hold its sign: "Phòng Viễn thông và Cơ yếu (PV05)"."""
        at = end
        while at < len(self.words) and at < end + 9 and self.words[at].word[0].isalpha() and self._word(at) != "với":
            at += 1
        sign = self.words[at + 1].word if self._word(at) == "(" and self._word(at + 2) == ")" else ""
        goes_on = self._word(end) == "và" and not any(self._is_head(i) and self._is_capital(i) for i in range(end, at))
        if not goes_on or not _SIGN.fullmatch(sign):
            return end
        self.sure = True
        return at

    def _is_sign_of(self, at: int, earlier: Sequence[BodyName]) -> bool:
        """Whether a sign in brackets is that of the body before them, and no other: "Phòng Thanh tra (PX05)"."""
        alone = self._word(at - 1) == "(" and self._word(at + 1) == ")" and _SIGN.fullmatch(self.words[at].word)
        return bool(alone and at > 1 and earlier and earlier[-1].end == self.words[at - 2].end)

    def _is_doubtful(self, start: int, end: int, kind: str, many: bool) -> bool:
        """Whether what stands behind a name can belong to it, or says that other bodies are meant."""
        of_field = self._word(end) == "về" and "chuyên" in (self._word(start + 2), self._word(start + 3))
        if of_field or self._word(end) in _SAID_ELSEWHERE or self._word(end - 1) in ("người", "nào"):
            return True
        bare = kind == "group" and self._word(end) == ":" and (many or self._word(end - 1) in _BARE_OFFICES)
        verb = VERBS.longest(self.words, end + 1)[0] if bare else 0
        if bare and self._is_capital(end + 1) and verb <= NOUNS_OF_BODIES.longest(self.words, end + 1)[0] * (verb > 1):
            return True  # "các Sở: …": which of them are meant was not read
        if (many or kind == "holder") and self._is_told_further(end, many):
            return True
        return self._may_go_on(end) or self._is_half_named(start, end)

    def _is_half_named(self, start: int, end: int) -> bool:
        """Whether a noun alone stands before a verb that is a noun, too, and the next body: "Văn phòng tổng hợp, …"."""
        verb = VERBS.longest(self.words, end)[0] if self._is_small(end) else 0
        joint = self._joint(end + verb)
        return (
            verb > 1
            and NOUNS.longest(self.words, end)[0] == verb
            and NOUNS_OF_BODIES.longest(self.words, start)[0] == end - start
            and (
                self._is_capital(joint) and self._is_head(joint)
                if joint > end + verb
                else self._word(joint) in ("", ";", ".")
            )
        )

    def _named(self, start: int, end: int, kind: str) -> BodyName:
        return BodyName(start, end, " ".join(self.text[start:end].split()), kind, self.sure)

    def _is_told_further(self, end: int, many: bool) -> bool:
        """Whether more is said of which bodies a group is: "các doanh nghiệp có vốn nước ngoài", "… được kiểm tra"."""
        word, following = self._word(end), self._word(end + 1)
        if not many:
            alone = not self._is_capital(end - 1) and self._word(end - 1) not in PLACES
            matter = MATTERS_TOLD.longest(self.words, end + 1)[0] > 0
            return (alone and word in GROUP_OPENING and not matter) or (
                word == "được" and following == "phân" and self._is_verb(end + 3)
            )
        charged = word == "phụ" and following == "trách" and self._word(end - 1) in ("bộ", "chức", "viên")
        if word == "không" and following not in _PROHIBITED and self._tells_which(end + 1):
            return True
        if charged or (word == "để" and LET_HAPPEN.longest(self.words, end + 1)[0]):
            return True
        return word in TOLD_FURTHER or (word == "có" and not DOES.longest(self.words, end)[0])

    def _is_label(self, end: int) -> bool:
        """Whether a colon follows directly: "Đơn vị chủ trì: …" is a field's label."""
        return bool(re.match(r"\s*:", self.text[end:]))

    # Where a name begins

    def _begins(self, at: int, earlier: Sequence[BodyName]) -> tuple[str, int]:
        token = self.words[at]
        before = self.words[at - 1].word.lower() if at else ""
        if self._is_hidden(token) or before in NOT_AFTER or self._is_other_word(at):
            return "", at
        if token.word == "Cổng" and self._word(at + 1) not in ("thông", "ttđt"):
            return "", at  # "Cổng Dịch vụ công quốc gia" is no one who acts
        if self._is_of_each(at) or self._is_sign_of(at, earlier):
            return "", at
        if (
            token.word in ("mỗi", "từng")
            and earlier
            and not earlier[-1].words.lower().startswith(("mỗi ", "từng "))
            and earlier[-1].end in (self.words[at - 1].end, self.words[max(at - 2, 0)].end)
        ):
            return "", at  # "Sở A, Sở B, mỗi đơn vị …" says again who
        if token.word == "trưởng" and self._word(at + 1) in GROUP_OPENING and before in _BEFORE_HEADS:
            return "holder", max(self._all_of(at + 1), at)  # "…; trưởng các thôn"
        if token.word == "lãnh" and earlier and earlier[-1].end == self.words[at - 1].end:
            return "", at  # "Đảng ủy xã lãnh đạo toàn diện"
        if token.word.lower() in GROUP_OPENING:
            return ("", at) if self._word(at + 1) in _ONLY_MEMBERS else self._opened_group(at)
        bare = token.word in _BARE_FIRST or (token.word in (*_BARE_OFFICES, "báo") and before in _BEFORE_BARE)
        listed = bare and self._word(at + 1) == "," and self._is_small(at + 2)
        if listed and GROUP_NOUNS.longest(self.words, at + 2)[0] and (end := self._group(at)) > at + 2:
            return "group", end  # "Sở, ban, ngành"
        local = token.word == "Chính" and (self._word(at + 2), self._word(at + 3)) == ("địa", "phương")
        kind, end = ("", at) if local else self._body(at)  # "Chính quyền địa phương" is a group
        if end > at:
            return kind, end
        listed = self._is_listed(at, earlier)
        if listed and earlier[-1].words.split()[0].lower() in PLACES and (end := self._another_place(at)) > at:
            return "named", end
        return "group", self._bare_group(at, earlier)

    def _is_listed(self, at: int, earlier: Sequence[BodyName]) -> bool:
        """Whether the token before stands right behind a name, or behind the brackets that follow one."""
        end = at - 2
        if end < 0 or not earlier:
            return False
        if self._word(end) == ")":
            end = next((back - 1 for back in range(end, max(end - 8, 0), -1) if self._word(back) == "("), end)
        return earlier[-1].end == self.words[end].end or (end < at - 2 and earlier[-1].start > self.words[end].end)

    def _opened_group(self, at: int) -> tuple[str, int]:
        """A group behind "các": its nouns, the names of several bodies, the members of one."""
        heads = NOUNS_OF_BODIES.longest(self.words, at + 1)[0] > GROUP_NOUNS.longest(self.words, at + 1)[0]
        grouped = at if heads and self._is_capital(at + 1) else self._group(at + 1)  # "các Vụ trưởng" are no Vụ
        end = max(grouped, self.known.get(at, at))
        if self._is_capital(at + 1) and self._is_head(at + 1):
            end = max(end, self._of_several(self._body(at + 1)[1]))  # "các Chi nhánh Văn phòng Đăng ký đất đai"
        elif f"{self._word(at + 1)} {self._word(at + 2)}" == "dự án":
            return "", at  # what is worked on
        elif self._word(end - 1) == "cấp" and self._is_capital(end) and self._is_head(end):
            end = max(end, self._body(end)[1])  # "các cấp Hội Phụ nữ"
        elif self._word(at + 1) == "thành":
            end = max(end, self._body(at + 1)[1])  # "các thành viên Ban Chỉ đạo"
        return ("group", end) if end > at + 1 else ("", at)

    def _bare_group(self, at: int, earlier: Sequence[BodyName]) -> int:
        """A group named without "các": it opens a sentence, or stands in a list or after a word that takes a body."""
        length = GROUP_NOUNS.longest(self.words, at)[0]
        if not length:
            return at
        before = self.words[at - 1] if at else None
        listed = self._is_listed(at, earlier)
        joint = before is not None and before.word in (",", ";", "và")
        joined = (self._word(at - 2), self._word(at - 1)) in (("hợp", "cùng"), ("đề", "xuất"))
        after = joined or (before is not None and before.word.lower() in LISTED_AFTER)
        after = after or (length > 1 and self._word(at - 1) == "thì" and self._has_to(at))
        can_open = self._opens(at, length) or after or (joint and (listed or self.listed))
        fronted = not can_open and self._is_fronted(at, length)
        if not can_open and not fronted:
            return at
        word = self.words[at].word.lower()
        if word == "cấp" and length == 1 and not self._is_level(at):
            return at  # "đề xuất cấp viện trợ", "cơ quan tài chính cùng cấp, cấp phát kinh phí"
        if length == 1 and joint and listed and word in UNITS and self._is_named_for(at + 1):
            return self._group(at)  # "các tổ chuyên môn, tổ văn phòng"
        if length == 2 and word in ("cơ", "đơn") and not self.listed:
            end = self._group(at)
            return end if end > at + 2 else at  # "cơ quan" alone names none
        if word == "lực" and (end := self._group(at)) == at + 2:
            return self._unsure(end)  # "lực lượng bảo vệ biên giới"
        if after and length == 1 and word in UNITS and self._is_named_for(at + 1) and not self.listed:
            return self._group(at)  # "báo cáo tổ chuyên môn"
        field = MODIFIERS.longest(self.words, at + 1)[0] > 1 or not self._is_end(at + 1)
        branch = after and word == "ngành" and self._is_small(at + 1) and field
        is_known_group = word in BARE_OPENING or length > 2 or self.listed or branch or fronted
        return self._group(at) if is_known_group or (listed and joint and length > 1 and not self._is_verb(at)) else at
