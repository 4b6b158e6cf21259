"""Where behind a semicolon or a full stop of a paragraph somebody else has something to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.meaning import fronts
from kehoach.meaning.actors import Actors
from kehoach.meaning.mentions import Party
from kehoach.meaning.parties import first_acting, holder_prefix
from kehoach.wording.latepatterns import late

_CLAUSE_END = late(r"[.;]\s+(?=[^\W\d_])(?![^()]{0,300}\))")
_EACH = late(r"(?:mỗi|từng)\s", re.IGNORECASE)
_MANY = late(r"(?:các|những|mọi)\s", re.IGNORECASE)
_FRONT = 12
"""Letters that may stand before who acts in a clause ("đồng thời, ")."""
_BARE_ROLE = late(
    r"(?:(?:đồng\s+)?chủ trì|(?:tổ chức\s+|triển khai\s+)?thực hiện|chịu trách nhiệm(?: chính)?|theo dõi|đảm nhiệm"
    r"|phụ trách|làm đầu mối)(?:,?\s+(?:và\s+)?phối hợp(?:\s+(?:chặt chẽ\s+)?(?:cùng với|với|cùng))?[\s,;và]*)?"
    r"(?:(?:tổ chức\s+|triển khai\s+)?thực hiện)?"
    r"[\s,]*(?:cử\s+(?:người|cán bộ|công chức|đại diện|thành viên)\s+(?:tham gia|phối hợp))?[\s.;/]*",
    re.IGNORECASE,
)
"""What says who does a thing, and no thing."""


def clause_ends(text: str) -> list[int]:
    """Give where clauses of a text end that others follow."""
    return [match.end() for match in _CLAUSE_END.finditer(text)]


def each_of(doers: Sequence[Party], found: Sequence[Party]) -> bool:
    """Whether who acts in a clause is each of those who act before it: "…; mỗi tổ chức nhận giúp 03 hộ"."""
    if not doers or not _EACH.match(found[0].words):
        return False
    return len(doers) > 1 or _MANY.match(doers[0].words) is not None


def opens_clause(clause: str, actors: Actors) -> bool:
    """Whether a clause opens with who acts in it, with the condition under which, or when and amid what."""
    if fronts.FRONTED.match(clause):
        return True
    actor = first_acting(clause, actors)[0]
    at = min(actor.condition.start, actor.name.start) if actor.condition else actor.name.start
    at = min(at, *(giver.name.start for giver in actors.of("assigner", "directors")), at)
    return at <= holder_prefix(clause) + _FRONT


def of_all_before(clause: str, verb: int, actors: Actors) -> bool:
    """Whether a clause says but whose work the one before is: "Nâng cấp Cổng; Sở A chủ trì, phối hợp với Sở B."."""
    rest = clause[verb:]
    for other in actors.of("partners", "implementers"):
        rest = rest.replace(other.name.words, "")
    return _BARE_ROLE.fullmatch(rest) is not None
