"""Bodies that a group before a colon stands for: "các đơn vị: Bưu điện tỉnh, Viettel Đắk Lắk"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning.bodyname import BodyName
from kehoach.wording.latepatterns import late

_COLON = late(r"\s*:\s*")
_MANY = late(r"(?:các|những)\s", re.IGNORECASE)
_JOINT = late(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng)\s+")


def announced(text: str, names: Sequence[BodyName]) -> Sequence[BodyName]:
    """Let several names behind a colon stand in the place of the group before it, which says what they are.

    What is done with the group or by it is theirs: "phối hợp với các đơn vị: A, B kiểm tra".
    """
    if ":" not in text or len(names) < 3:
        return names
    bodies_left: list[BodyName] = []
    for index, name in enumerate(names):
        before = bodies_left[-1] if bodies_left else None
        stands = before is not None and before.kind == "group" and _MANY.match(before.words)
        if before and stands and _COLON.fullmatch(text, before.end, name.start) and _lists(text, names, index):
            bodies_left[-1] = replace(name, start=before.start)
        else:
            bodies_left.append(name)
    return bodies_left


def _lists(text: str, names: Sequence[BodyName], at: int) -> bool:
    """Whether a name is the first of a list of several, none of them a group that has members of its own."""
    following = names[at + 1] if at + 1 < len(names) else None
    is_single = names[at].kind in ("named", "holder")
    return is_single and following is not None and _JOINT.fullmatch(text, names[at].reach, following.start) is not None
