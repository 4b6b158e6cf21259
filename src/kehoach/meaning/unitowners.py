"""Which unit of which body is meant, where the body stands behind a comma: "Phòng Pháp chế, Cục Thuế"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.lexicon import PLACES
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


def with_owners(text: str, names: Sequence[BodyName]) -> list[BodyName]:
    """Let a unit reach over the body behind a comma that it can belong to, where no further name is listed.

    Of "Phòng Pháp chế, Cục Thuế rà soát" it is not said that both do it, and the department acts in any case.
    """
    kept: list[BodyName] = []
    for index, name in enumerate(names):
        before = kept[-1] if kept else None
        if before and _can_own(text, before, name) and not _goes_on(text, name, names[index + 1 : index + 2]):
            kept[-1] = replace(before, owned_to=name.end)
        else:
            kept.append(name)
    return kept


def _can_own(text: str, unit: BodyName, body: BodyName) -> bool:
    if (
        unit.kind != "named"
        or body.kind != "named"
        or unit.owned_to
        or not _COMMA.fullmatch(text, unit.end, body.start)
    ):
        return False
    words = unit.words.split()
    if len(words) < 2 or words[-1].lower() in PLACES or words[-2].lower() in PLACES:
        return False  # "Phòng Kinh tế xã, Công ty Điện lực" says whose unit it is
    openings = (words[0], " ".join(words[:2]), " ".join(words[:3]))
    return any(owners.match(body.words) for opening in openings if (owners := _OWNERS.get(opening)))


def _goes_on(text: str, name: BodyName, following: Sequence[BodyName]) -> bool:
    """Whether another name of the same list stands behind one."""
    return bool(following) and _LISTED.fullmatch(text, name.end, following[0].start) is not None
