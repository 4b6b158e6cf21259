"""Groups that go on with a clause that says which of their members are meant: "các sở có hồ sơ quá hạn gửi …".

The clause ends where the group's own verb begins. Of two verbs beside each other the first belongs to the clause ("có
nhu cầu tuyển dụng đăng ký"); where it is not certain which verb is the group's, the name stays in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning import fronts
from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.bodynouns import FINITE, SERIAL, STRONG
from kehoach.meaning.lexicon import NOUNS, VERBS
from kehoach.meaning.nametable import Token, tokens
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.otherwords import DOES, FRONTS, MANNER
from kehoach.wording.latepatterns import late

_HAS = " có "
_FARTHEST = 140
"""Letters that a clause may have."""
_MAIN = late(
    r"(?:lập|nộp|cần|khẩn trương|nghiêm túc|kiểm điểm|tổng hợp|niêm yết|công khai|hoàn thành|hoàn thiện|bố trí"
    r"|cập nhật|giải trình|thông báo|cung cấp|khắc phục|chấn chỉnh"
    r"|xây dựng\s+(?:kế hoạch|lộ trình|phương án|đề án|dự toán|quy chế)"
    r"|gửi|rà soát|đăng ký)(?![^\W_])"
)
"""Verbs of offices that tell no thing which a group could have, beside those of the lists for names."""
_BOUND = frozenset(
    "chưa đã đang được bị để không chậm muốn xin hay và hoặc việc công tác hoạt động cùng cho của về với".split()  # noqa: SIM905
)
"""Words before a verb that make it a part of the clause."""
_DONE_BY_HAVING = late(
    r"có\s+(?:sự|chính sách|giải pháp|biện pháp|cơ chế|hình thức|phương án|kế hoạch|đủ|hướng|ý thức|mặt)(?![^\W_])"
)
"""What a group is to see to, or what is true of it, and no mark of some of its members."""
_LACKS = late(
    r"(?:có|chưa|không|vắng|thiếu|hết|chậm|quá|vượt|bị|để|cần|muốn|vi phạm|phát hiện|phát sinh|nhận được)(?![^\W_])"
)
"""What opens a case in which somebody has something to do, and goes on with no name."""
_UNDONE = frozenset("chậm muộn sai thiếu không chưa quá bị được đã dưới trên thấp kém".split())  # noqa: SIM905
"""Words behind a verb that make it the name of a thing: "có báo cáo chậm"."""


def with_members_told(text: str, names: Sequence[BodyName]) -> Sequence[BodyName]:
    """Let each group go on with what its members have, up to its verb."""
    if " thuộc " in text or " địa phương" in text:
        names = [_belonging(text, name) for name in names]
    if " thì " in text:
        names = [_in_case(text, name) for name in names]
    if _HAS not in text:
        return names
    starts = [name.start for name in names]
    return [_told(text, name, starts) if _may_be_told(text, name) else name for name in names]


_OF_SHORT = late(r"\sthuộc\s+[A-ZĐ][A-ZĐ&]+(?=[\s,;.)]|\Z)", needs="thuộc")
"""Whose members a group's are, by a short name that no list has: "các cơ quan thuộc UBTVQH"."""


_HERE = late(r"\s(?:tại|ở) địa phương(?=\s[^\W\d_]|[,;.])", needs="địa phương")


def _belonging(text: str, name: BodyName) -> BodyName:
    whose = _OF_SHORT.match(text, name.end) if name.kind == "group" and name.sure else None
    here = _HERE.match(text, name.end) if name.kind == "group" and name.sure else None
    ended = here and re.match(r"\s*[,;.]|\s+(?:và|cùng)\s", text[here.end() :])
    if here and (ended or opens_verb(text[here.end() : here.end() + 32], alone=True)):
        whose = here  # "các cơ quan liên quan tại địa phương hướng dẫn"
    return replace(name, end=whose.end(), words=f"{name.words} {whose[0].strip()}") if whose else name


def _may_be_told(text: str, name: BodyName) -> bool:
    many = name.kind == "group" or (name.kind == "holder" and " các " in f" {name.words} ")
    return many and not name.sure and text.startswith(_HAS, name.end)


def _in_case(text: str, name: BodyName) -> BodyName:
    """Let a group or an office be sure of which it is said in which case it does a thing: "… quá hạn thì báo cáo"."""
    case = fronts.IN_CASE.match(text, name.end) if name.kind in ("group", "holder") and not name.sure else None
    if not case or not _LACKS.match(case["words"]):
        return name
    return replace(name, sure=True) if opens_verb(text[case.end() : case.end() + 32], alone=True) else name


def _told(text: str, name: BodyName, starts: Sequence[int]) -> BodyName:
    at = name.end + 1
    until = min((start for start in starts if start >= at), default=len(text))
    clause_words = tokens(text[at : min(until, at + _FARTHEST)])
    verb = (
        0
        if DOES.longest(clause_words, 0)[0] or _DONE_BY_HAVING.match(text, at)
        else _verb_behind(text, at, clause_words)
    )
    if not verb:
        return name
    end = at + clause_words[verb - 1].end
    return replace(name, end=end, words=" ".join(text[name.start : end].split()), sure=True)


def _verb_behind(text: str, at: int, said: Sequence[Token]) -> int:
    """Give which word is the group's own verb, 0 where that is in doubt."""
    index = 2
    while index < len(said):
        token = said[index]
        word = token.word
        if not (word[0].isalnum() or word == "%") or (word[0].isupper() and not word.isupper()):
            return 0
        if word == "thì" or (FRONTS.longest(said, index)[0] and word not in ("trên", "từ")):
            return 0
        verb, noun = VERBS.longest(said, index)[0], NOUNS.longest(said, index)[0]
        if word in ("cần", "phải"):  # "các xã có biển cần chủ động", but "các hộ có nhà cần sửa chữa đăng ký"
            return index if MANNER.longest(said, index + 1)[0] else 0
        if STRONG.match(text, at + token.start):
            return index
        if verb and noun <= verb and _is_main(text, at + token.start):
            behind = said[index + verb].word if index + verb < len(said) else ""
            following = VERBS.longest(said, index + verb)[0] > 1 and not FRONTS.longest(said, index + verb)[0]
            another = following and not SERIAL.match(text, at + token.start)
            if not another:
                return 0 if said[index - 1].word in _BOUND or behind in _UNDONE else index
        index += max(verb, noun, 1)
    return 0


def _is_main(text: str, at: int) -> bool:
    return any(verbs.match(text, at) for verbs in (SERIAL, FINITE, _MAIN))
