"""Roles that a cell or a field of bodies tells itself, before, behind or between the names."""

from __future__ import annotations

import pytest

from kehoach.meaning.cellroles import by_role

CASES = {
    "Sở Nội vụ, Sở Tài chính": {"implementers": ["Sở Nội vụ, Sở Tài chính"]},
    "Các sở chủ trì soạn thảo; cơ quan thẩm định: Sở Tư pháp.": {"lead": ["Các sở"]},
    "Phòng A chủ trì (khối trường), Phòng B chủ trì (khối xã).": {"lead": ["Phòng A", "Phòng B"]},
    "Văn phòng chủ trì, phối hợp Công an phường, Phòng Kinh tế.": {
        "lead": ["Văn phòng"],
        "partners": ["Công an phường, Phòng Kinh tế"],
    },
    "Giao Sở Nội vụ chủ trì phối hợp với các sở thực hiện": {"lead": ["Sở Nội vụ"], "partners": ["các sở"]},
    "Phòng A và Phòng B đồng chủ trì": {"lead": ["Phòng A và Phòng B"]},
    "Sở A; cơ quan phối hợp: Sở B": {"implementers": ["Sở A;"], "partners": ["Sở B"]},
    "Sở A; đơn vị đôn đốc: Văn phòng": {"implementers": ["Sở A;"], "monitor": ["Văn phòng"]},
    "Sở A; đơn vị thụ hưởng: Xã B": {"implementers": ["Sở A;"]},
    "Các sở được giao chủ trì soạn thảo": {"implementers": ["Các sở được giao chủ trì soạn thảo"]},
    "Các phòng được phân công thực hiện": {"implementers": ["Các phòng được phân công thực hiện"]},
    "Phòng A chủ trì; đơn vị phối hợp: Phòng B": {"lead": ["Phòng A"], "partners": ["Phòng B"]},
}


@pytest.mark.parametrize("text", CASES, ids=range(len(CASES)))
def test_roles_are_where_the_words_say(text: str) -> None:
    """Each role has the names that stand with it; who approves or receives has no role of the field."""
    found: dict[str, list[str]] = {}
    for role, start, end in by_role(text, "implementers"):
        found.setdefault(role, []).append(text[start:end].strip())
    assert found == CASES[text]
