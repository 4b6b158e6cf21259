"""Names that end too early: before a colon they go on to it, behind a word of work alone they are in doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.bodynouns import FINITE, SERIAL
from kehoach.meaning.fronts import CLEAR_VERB
from kehoach.meaning.lexicon import NOUNS, VERBS
from kehoach.meaning.nametable import tokens
from kehoach.wording.latepatterns import late

_TO_COLON = late(
    r"(?P<rest>\s(?!(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|và|cùng|với|do|là)\s)[a-zđà-ỹ]"
    r"[^.:;()“”\"]{1,60}?)\s*:\s+"
    r"(?:Chủ trì|Chủ động|Phối hợp|Tham mưu|Chịu trách nhiệm|Có trách nhiệm|Đầu mối|Là (?:cơ quan|đơn vị|đầu mối))"
    r"(?![^\W_])"
)
"""What a name goes on with to a colon behind which its own duty begins: nobody else acts before it."""
_OF_WORK = late(
    r"(?:Trung tâm|Phòng|Văn phòng|Cục|Chi cục|Vụ)\s(?:[Kk]iểm soát|[Gg]iám định|[Kk]iểm định|[Đđ]iều phối)"
)
"""A name that says only what is done, and not yet to what: "Trung tâm Kiểm soát bệnh tật"."""
_GOES_ON = late(r"\s(?P<word>[a-zđà-ỹ])")


def with_names_to_their_end(text: str, names: Sequence[BodyName]) -> Sequence[BodyName]:
    """Give the first name as long as the colon says that it is; one that stops at a word of work is not sure."""
    mended = [
        _in_doubt(text, _where(text, _managing(text, _with_level(text, name)))) for name in _with_deputies(text, names)
    ]
    first = mended[0]
    match = _TO_COLON.match(text, first.end) if ":" in text and _opens_cut(text, first) else None
    if match:
        end = match.end("rest")
        within = [name for name in mended[1:] if name.start < end]
        if all(name.words.isupper() for name in within):  # "thanh toán BHXH": short forms are words of the name
            whole = replace(first, end=end, words=" ".join(text[first.start : end].split()), sure=True)
            return [whole, *mended[1 + len(within) :]]
    return mended


_DEPUTIES = late(r"\s*,\s+|\s+(?:và|cùng)\s+")
_AT_LEVELS = late(
    r"(?:.*\s)?(?:UBND|HĐND|Đảng (?:ủy|uỷ)|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|MTTQ(?: Việt Nam)?"
    r"|Mặt trận Tổ quốc(?: Việt Nam)?|Công an|Thanh tra|Viện [Kk]iểm sát(?: nhân dân)?|Tòa án(?: nhân dân)?)"
)
"""Names of which each level has one."""
_SAME_LEVEL = late(
    r"\scùng cấp(?![^\W_])"
    r"(?!\s(?:phát|kinh phí|giấy|thẻ|vốn|cho|tiền|bổ sung|trả|đổi|lại|mới|bù|tài khoản|mã|chứng)(?![^\W_]))"
)
"""Behind a name, which of them is meant; "cùng cấp giấy" is what it does with others."""
_HERE = late(r"\s(?:tại|ở) địa phương(?=\s*[,;]|\s(?:và|cùng)\s)")


def _with_deputies(text: str, names: Sequence[BodyName]) -> Sequence[BodyName]:
    """Let an office and its deputies be those of one body: "Chủ tịch và các Phó Chủ tịch UBND tỉnh"."""
    bodies_left: list[BodyName] = []
    for name in names:
        before = bodies_left[-1] if bodies_left and " phó " in f" {name.words} ".lower() else None
        deputies = before and re.fullmatch(
            rf"(?:các\s+)?phó\s+{re.escape(before.words)}\s.+", name.words, re.IGNORECASE
        )
        if before and deputies and before.kind == "holder" and _DEPUTIES.fullmatch(text, before.end, name.start):
            words = " ".join(text[before.start : name.end].split())
            bodies_left[-1] = replace(
                name, start=before.start, words=words, kind="holder", sure=before.sure and name.sure
            )
        else:
            bodies_left.append(name)
    return bodies_left


def _with_level(text: str, name: BodyName) -> BodyName:
    """Let a name go on with whose level it is of, or that it is the one of the place."""
    if name.kind not in ("named", "holder"):
        return name
    further = _SAME_LEVEL.match(text, name.end) if _AT_LEVELS.fullmatch(name.words) else _HERE.match(text, name.end)
    return replace(name, end=further.end(), words=f"{name.words} {further[0].strip()}") if further else name


_MANAGES = late(
    r"\s(?:trực tiếp quản lý|quản lý trực tiếp)"
    r"(?=\s*[.;,)]|\s*\Z|\s(?:để|trước|và|theo|trong|xem xét|tổng hợp)(?![^\W_]))",
    needs="quản lý",
)


def _managing(text: str, name: BodyName) -> BodyName:
    """Let a group go on with that those who manage the thing are meant: "gửi sở, ngành trực tiếp quản lý"."""
    further = _MANAGES.match(text, name.end) if name.kind == "group" else None
    return replace(name, end=further.end(), words=f"{name.words} {further[0].strip()}") if further else name


def _where(text: str, name: BodyName) -> BodyName:
    """Let those of several places go on with which places are meant, up to what they have to do there."""
    if name.kind == "role" or not _WHERE.match(text, name.end):
        return name
    if not _OF_PLACES.search(name.words):
        used = _WHERE_USED.match(text, name.end)
        return name if used is None else replace(name, end=used.end(), words=f"{name.words} {used[0].strip()}")
    told = _WHERE_TO.match(text, name.end)
    if told is None or _NOUN_THERE.search(text, name.end, told.end()) or _acts_there(text[name.end : told.end()]):
        return replace(name, sure=False)
    return replace(name, end=told.end(), words=" ".join(text[name.start : told.end()].split()), sure=name.sure)


def _acts_there(words: str) -> bool:
    """Whether a verb that is no noun stands in what tells of places, so that it can be what they have to do."""
    told = tokens(words)
    verbs = ((at, VERBS.longest(told, at)[0], NOUNS.longest(told, at)[0]) for at in range(3, len(told)))
    acts = (at for at, verb, noun in verbs if verb > max(1, noun) and at + verb < len(told))
    return any(told[at - 1].word.lower() not in _BOUND for at in acts)


_BOUND = frozenset(("được", "bị", "đang", "đã", "cần", "để", "và", "hoặc", "việc", "hoạt", "phát"))
"""Words before a verb that make it tell of the place: "nơi có nhà ở bị thiệt hại cần sửa chữa"."""
_WHERE_USED = late(
    r"\s+nơi\s(?:(?:đơn vị|chủ đầu tư|nhà thầu)\s)?(?:giao dịch|mở tài khoản|đặt trụ sở(?: chính)?|có trụ sở|cư trú"
    r"|đăng ký (?:giao dịch|kinh doanh)|công tác|tiếp nhận hồ sơ)(?![^\W_])",
    needs="nơi",
)
"""Behind a body that has many branches, which of them is meant: "Kho bạc Nhà nước nơi giao dịch"."""
_OF_PLACES = late(
    r"(?<![^\W_])(?:các|những|cấp (?:xã|huyện|tỉnh)|địa phương|(?:UBND|nhân dân|Công an) (?:xã|tỉnh|huyện|phường|"
    r"thành phố))(?![^\W_])",
    re.I,
)
_WHERE = late(r"\s+nơi\s", needs="nơi")
_WHERE_TO = late(
    r"\s+nơi\s(?:có|đặt|đóng|bị|xảy ra|cư trú|triển khai|thực hiện|diễn ra|đang|tổ chức|phát sinh)\s[^,.;:()]{3,70}?"
    rf"(?=\s{CLEAR_VERB}|\s(?:trực tiếp|thực hiện|thành lập|quyết định|huy động|xác nhận|xem xét|tiến hành|gửi|nộp|"
    r"phê duyệt|niêm yết|công bố|thông báo|lập|cử|bố trí|và|hoặc|để|trước|trong|trên|theo|với|khi|từ)(?![^\W_])"
    rf"|,\s(?:[A-ZĐ]|các\s|cơ quan\s|đơn vị\s|{CLEAR_VERB})|\s*[.;)]|\s*\Z)",
    needs="nơi",
)
"""Where a thing is so that those of the place are meant: "UBND các xã nơi có dự án đi qua | chịu trách nhiệm …"."""
_NOUN_THERE = late(
    r"(?<![^\W_])(?:dự án|công trình|chương trình|hoạt động|công tác|việc|điểm|cơ sở|đơn vị|cơ quan|mô hình)\Z"
)
"""Nouns that a verb behind them can tell more of: "nơi có dự án hỗ trợ sản xuất"."""


def _opens_cut(text: str, name: BodyName) -> bool:
    """Whether a name opens a text and stops too early; of a whole one, what follows is what it does."""
    return name.kind == "named" and not name.sure and not text[: name.start].strip()


_PLACE_BEHIND = late(
    r"\s*\(\s*(?:hoặc|viết tắt|gọi tắt|sau đây)\s[^()]*\)\s+(?:cấp|tỉnh|huyện|xã|phường|thành phố)(?![^\W_])", needs="("
)
"""Brackets behind a name that goes on with its place: "Phòng Kinh tế (hoặc Phòng Kinh tế - Hạ tầng) cấp xã"."""


def _in_doubt(text: str, name: BodyName) -> BodyName:
    if _PLACE_BEHIND.match(text, name.end):
        return replace(name, sure=False)
    goes_on = _GOES_ON.match(text, name.end) if name.sure and _OF_WORK.fullmatch(name.words) else None
    if goes_on is None:
        return name
    at = goes_on.start("word")
    return name if FINITE.match(text, at) or SERIAL.match(text, at) else replace(name, sure=False)
