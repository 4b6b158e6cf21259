"""The roles that bodies can have, and which of them a label before a colon names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, get_args

from kehoach.wording.latepatterns import late

Role = Literal[
    "lead",
    "implementers",
    "partners",
    "recipients",
    "through",
    "advisors",
    "advised",
    "assigner",
    "directors",
    "watchers",
]
ROLES: tuple[Role, ...] = get_args(Role)
"""chủ trì, thực hiện, phối hợp, nơi nhận báo cáo, nơi gửi qua, tham mưu, nơi được tham mưu, giao, chỉ đạo, theo dõi."""

SHORT_LABELS: Mapping[str, Role] = {
    "thực hiện": "implementers",
    "theo dõi": "watchers",
    "giao thực hiện": "implementers",
    "rõ người": "implementers",
    "rõ đơn vị": "implementers",
    "rõ cơ quan": "implementers",
    "rõ trách nhiệm": "implementers",
    "giám sát": "watchers",
    "kiểm tra": "watchers",
    "kiểm tra, giám sát": "watchers",
    "theo dõi, đôn đốc": "watchers",
    "chỉ đạo": "directors",
    "tham mưu": "advisors",
    "tổ chức thực hiện": "implementers",
    "hỗ trợ": "partners",
    "thành viên": "partners",
}

_WHO = late(
    r"(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|phòng|ban|tổ chức|cá nhân|người|nơi|lãnh đạo|thành phần|cấp|đầu mối|cán bộ)"
    r"(?:,\s*(?:đơn vị|tổ chức|cá nhân))?\s+(?:được giao\s+)?",
    re.IGNORECASE,
)
_OF_UNIT = late(r"(?:Phòng|Ban)\s+[A-ZĐÀ-Ỹ]")
"""The name of a unit, no label: "Phòng Quản lý, Bảo trì kết cấu hạ tầng: tham mưu …"."""
_OF_LABELS: tuple[tuple[re.Pattern[str], Role | Literal[""]], ...] = (
    (late(r"thường trực|chủ trì|đầu mối|phụ trách|chịu trách nhiệm chính"), "lead"),
    (late(r"tham mưu"), "advisors"),
    (late(r"phối hợp|tham gia|hỗ trợ|thành viên"), "partners"),
    (
        late(
            r"thực hiện|triển khai|soạn thảo|xây dựng|vận hành|quản lý|trình(?! ký)|biên soạn|tổng hợp|"
            r"thẩm định|thẩm tra"
        ),
        "implementers",
    ),
    (late(r"theo dõi|giám sát|đôn đốc|kiểm tra"), "watchers"),
    (late(r"chỉ đạo"), "directors"),
    (late(r"nhận(?: báo cáo| kết quả| hồ sơ)?|tiếp nhận"), "recipients"),
    (late(r"giao (?:việc|nhiệm vụ)"), "assigner"),
    (late(r"phê duyệt|quyết định|ký|ban hành|trình ký"), ""),
)


@lru_cache(maxsize=256)
def role_of_label(label: str) -> Role | Literal["", "none"]:
    """Tell whose role a label before a colon names, ``none`` where it names whose it is and no role, else empty."""
    label = " ".join(label.split())
    if role := SHORT_LABELS.get(label.lower()):
        return role
    if label.lower().startswith("đầu mối ") and "liên hệ" not in label.lower():
        return "lead"
    who = _WHO.match(label)
    if who is None or (_OF_UNIT.match(label) and not label.isupper()):
        return ""
    rest = label[who.end() :].lower()
    return next((role or "none" for pattern, role in _OF_LABELS if pattern.match(rest)), "")
