"""The roles that bodies can have, and which of them verbs, labels and names give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, get_args

from kehoach.meaning import actorpatterns as patterns
from kehoach.meaning.bodies import BodyName
from kehoach.meaning.lexicon import DEPARTMENTS, NOUNS, PLACES
from kehoach.meaning.nametable import tokens
from kehoach.model.fields import BODIES

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

DOING: tuple[Role, ...] = ("lead", "implementers", "advisors", "directors", "watchers")
"""Roles of those whose duty a sentence is."""

Row = tuple[re.Pattern[str], Role, str]
BEFORE_SUBJECTS: tuple[Row, ...] = (
    (patterns.PRESIDED, "lead", "sự chủ trì"),
    (patterns.DIRECTED, "directors", "chỉ đạo"),
    (patterns.TOGETHER, "lead", "đồng chủ trì"),
)
BEHIND_SUBJECTS: tuple[Row, ...] = (
    (patterns.PARTNERS, "partners", "phối hợp"),
    (patterns.JOINED, "partners", "sự "),
    (patterns.AGREED, "partners", "thống nhất"),
    (patterns.BESIDE, "partners", ", cùng"),
    (patterns.ADVISED, "advised", "tham mưu"),
    (patterns.ADVISED, "advised", "giúp"),
    (patterns.SENT, "implementers", "gửi"),
    (patterns.ENTRUSTED, "implementers", " cho "),
)
REPORTING = (
    "báo cáo",
    "gửi",
    "trình",
    "kiến nghị",
    "đề xuất",
    "phản ánh",
    "xin ý kiến",
    "nộp",
    "chuyển",
    "phản hồi",
    "cung cấp",
    "trách nhiệm trước",
)
SHORT_LABELS: Mapping[str, Role] = {
    "thực hiện": "implementers",
    "theo dõi": "watchers",
    "cơ quan tham mưu": "advisors",
}
NAMED: Mapping[str, Role] = {
    "chủ trì": "lead",
    "phối hợp": "partners",
    "tham gia": "partners",
    "thực hiện": "implementers",
    "theo dõi": "watchers",
}
FIELD_ROLES: Mapping[str, Role] = {role: role for role in ROLES if role in {one.key for one in BODIES}}


def role_of(verbs: str) -> Role:
    """Tell by the first verb what those who act are; "tham mưu" counts wherever it stands."""
    if patterns.LEADS.match(verbs):
        return "lead"
    if patterns.JOINING.match(verbs):
        return "partners"
    if patterns.WATCHES.match(verbs):
        return "watchers"
    if patterns.DIRECTS_ITSELF.match(verbs):
        return "directors"
    return "advisors" if re.search(r"\btham mưu\b", verbs) else "implementers"


def role_in(name: BodyName) -> Role | None:
    """ "Đơn vị chủ trì" has its role in its name, whatever it does."""
    if name.kind != "role" or "được" in name.words:
        return None
    return "lead" if name.words.endswith("chủ trì") else "partners" if name.words.endswith("phối hợp") else None


def may_be_done(name: BodyName) -> bool:
    """Whether what looks like a body can be what is done: "Hội Xuân tổ chức trong tháng 3"."""
    if name.kind != "named" or not patterns.THING_OR_BODY.match(name.words):
        return False
    said = tokens(name.words)
    known = (table.longest(said, at)[0] for table in (DEPARTMENTS, NOUNS) for at in range(1, len(said)))
    return not any(known) and said[-1].word not in PLACES


def also_advises(clause: str) -> bool:
    """Whether who acts in a clause advises somebody, too, and no other body acts before that."""
    match = patterns.ALSO_ADVISES.search(clause)
    return match is not None and not patterns.OTHER_DOER.search(clause[: match.end() - 1])


def behind_adjunct(text: str, at: int) -> int:
    """Give where the verb behind a clause without commas begins: "theo chức năng chỉ đạo …"."""
    adjunct = patterns.ADJUNCT.match(text, at)
    return adjunct.end() if adjunct else at
