"""What is told of a body behind its name: whose unit it is, what it is besides, which share of the work it has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.lexicon import PLACES
from kehoach.meaning.memberclauses import with_members_told
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.receivernames import with_receivers
from kehoach.wording.latepatterns import late

_OFFICES = r"(?i:Tổng cục|Chi cục|Cục|Tổng công ty|Công ty|Tập đoàn|Bảo hiểm xã hội|BHXH)"
_SCHOOLS = r"(?:Trường (?:Đại học|Cao đẳng|Chính trị|Trung cấp)|Đại học|Học viện)"
_OWNERS: Mapping[str, re.Pattern[str]] = {
    "Phòng": late(rf"(?:Sở|Bộ|Viện|Bệnh viện|{_OFFICES}|{_SCHOOLS})\s"),
    "Phòng Cảnh sát": late(r"Công an\s"),
    "Phòng An ninh": late(r"Công an\s"),
    "Khoa": late(rf"(?:Bệnh viện|Viện|Trung tâm Y tế|{_SCHOOLS})\s"),
    "Vụ": late(r"(?:Bộ|Ủy ban)\s"),
    "Cục": late(r"Bộ\s"),
    "Chi cục": late(r"(?:Sở|Cục|Tổng cục)\s"),
    "Đội": late(rf"(?:Công an\s|{_OFFICES}\s)"),
    "Trung tâm": late(rf"(?:Sở|Bộ|Viện|{_OFFICES}|{_SCHOOLS})\s"),
    "Ban": late(r"(?i:Tổng công ty|Tập đoàn)\s"),
    "Chi nhánh": late(r"(?:Công ty|Ngân hàng)\s"),
}
"""By how the name of a unit begins, how that of the body does whose unit it can be."""
_COMMA = late(r"\s*,\s*")
_LISTED = late(r"\s*(?:[,;/]|(?:và|cùng|với)(?![^\W_]))\s*")


def with_what_is_told(text: str, names: Sequence[BodyName]) -> Sequence[BodyName]:
    """Let each name reach over what is told of it behind it."""
    names = with_members_told(text, with_receivers(text, names))
    if "," in text:
        names = _with_appositions(text, _with_owners(text, names))
    return _with_shares(text, names) if "(" in text and len(names) > 1 else names


def _with_owners(text: str, names: Sequence[BodyName]) -> list[BodyName]:
    """Let a unit reach over the body behind a comma that it can belong to, where no further name is listed.

    Of "Phòng Pháp chế, Cục Thuế rà soát" it is not said that both do it, and the department acts in any case.
    """
    bodies_left: list[BodyName] = []
    for index, name in enumerate(names):
        before = bodies_left[-1] if bodies_left else None
        if (
            before
            and _can_own(text, before, name)
            and not _are_listed(text, bodies_left)
            and not _goes_on(text, name, names[index + 1 : index + 2])
        ):
            bodies_left[-1] = replace(before, told_to=name.end)
        else:
            bodies_left.append(name)
    return bodies_left


_APPOSED = late(
    r",\s+(?:là\s+(?:cơ quan|đơn vị|bộ phận)\s+(?:thường trực|đầu mối|chủ trì|tham mưu|điều phối|chủ quản)(?![^\W_])"
    r"|(?:cơ quan|đơn vị|bộ phận)\s+(?:thường trực|đầu mối|chủ trì|tham mưu|điều phối|chủ quản)\s+(?=[^\W_]))"
    r"(?P<of>[^,.;:()]{0,120}),(?=\s+[^\W\d_])"
)
"""Behind a comma what a body is besides, up to its verb: "Sở Tư pháp, cơ quan thường trực Hội đồng, xây dựng …"."""


def _with_appositions(text: str, names: Sequence[BodyName]) -> list[BodyName]:
    """Let a body reach over the words between commas that say what it is besides, and no body be named in them."""
    if not _MAY_BE_APPOSED.search(text):
        return [*names]
    bodies_left: list[BodyName] = []
    until = 0
    for name in names:
        if name.start < until:
            continue
        apposed = _APPOSED.match(text, name.end) if name.kind == "named" else None
        if apposed and opens_verb(text[apposed.end() : apposed.end() + 32].lower(), alone=True):
            until = apposed.end()
            bodies_left.append(replace(name, told_to=until))
        else:
            bodies_left.append(name)
    return bodies_left


_SHARE = late(
    r"\s*\((?!\s*(?:cùng\s+)?(?:chủ trì|phối hợp|theo dõi|tham mưu|thẩm định|thẩm tra|tổng hợp|thực hiện|quyết định"
    r"|phê duyệt|ký|ban hành|khi|nếu|trong|trường hợp)(?![^\W_]))[^().;]{1,40}\)(?=\s*[,;]\s|\s+(?:và|cùng)\s)"
)
"""Behind one of several that are listed what is its own, and no role: "Phòng Kinh tế (hạ tầng), Phòng …"."""


def _with_shares(text: str, names: Sequence[BodyName]) -> list[BodyName]:
    """Let each of several that are listed reach over the brackets behind it, where no body is named in them."""
    bodies_left = [*names]
    for index, (name, following) in enumerate(pairwise(names)):
        share = _SHARE.match(text, name.reach)
        if share and share.end() <= following.start and _LISTED.fullmatch(text, share.end(), following.start):
            bodies_left[index] = replace(name, told_to=share.end())
    return bodies_left


_MAY_BE_APPOSED = late(r",\s+(?:là\s+)?(?:cơ quan|đơn vị|bộ phận)\s")


def _can_own(text: str, unit: BodyName, body: BodyName) -> bool:
    if unit.kind != "named" or body.kind != "named" or unit.told_to or not _COMMA.fullmatch(text, unit.end, body.start):
        return False
    words = unit.words.split()
    if len(words) < 2 or words[-1].lower() in PLACES or words[-2].lower() in PLACES:
        return False  # "Phòng Kinh tế xã, Công ty Điện lực" says whose unit it is
    openings = (words[0], " ".join(words[:2]), " ".join(words[:3]))
    return any(owners.match(body.words) for opening in openings if (owners := _OWNERS.get(opening)))


def _are_listed(text: str, names: Sequence[BodyName]) -> bool:
    """Whether the last of some names is one of those that a group before a colon stands for."""
    first = len(names) - 1
    while first and _LISTED.fullmatch(text, names[first - 1].reach, names[first].start):
        first -= 1
    return ":" in text[names[first].start : names[first].end]


def _goes_on(text: str, name: BodyName, following: Sequence[BodyName]) -> bool:
    """Whether another name of the same list stands behind one."""
    return bool(following) and _LISTED.fullmatch(text, name.end, following[0].start) is not None
