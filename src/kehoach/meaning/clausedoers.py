"""Where behind a semicolon or a full stop of a paragraph somebody else has something to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.meaning import fronts
from kehoach.meaning.actors import Actors
from kehoach.meaning.mentions import Party
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.parties import doing, first_acting, holder_prefix
from kehoach.wording.latepatterns import late

_CLAUSE_END = late(r"[.;]\s+(?=[^\W\d_])(?![^()]{0,300}\))")
_PART_LED = late(
    r"(?:\A|[,;]\s+)\s*(?=(?:(?:cơ quan|đơn vị|bộ phận)\s+)?chủ trì\s[^.;:,]{2,80}\slà\s)",
    re.IGNORECASE,
    needs="chủ trì; là ",
)
"""Before who leads a part of the work: "…, đơn vị chủ trì phần bố trí trụ sở là Đội Tài vụ"."""
_EACH = late(r"(?:mỗi|từng)\s", re.IGNORECASE)
_MANY = late(r"(?:các|những|mọi)\s", re.IGNORECASE)
_JOINED = late(r"\s*,\s*(?:và\s+)?|\s+(?:và|cùng)\s+")
_FRONT = 12
"""Letters that may stand before who acts in a clause ("đồng thời, ")."""
_PERSONS = late(r"(?P<noun>cán bộ|công chức|viên chức|giáo viên|nhân viên|người)(?![^\W_])")
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


def parts_led(text: str) -> list[int]:
    """Give where the words begin that say who leads each further part of a work, where they say it of several."""
    return [match.end() for match in _PART_LED.finditer(text)][1:]


def doer_ends(text: str, actors: Actors) -> list[int]:
    """Give where behind a comma somebody else has work with a verb of its own: "Sở A rà soát, Sở B thẩm định"."""
    ends: list[int] = []
    at = start = 0
    for actor in actors.of("lead", "implementers"):
        if actor.name.start <= actors.verb or actors.verb < 0:
            continue
        if not at or not _JOINED.fullmatch(text, at, actor.name.start):
            start = actor.name.start
        at = actor.name.reach
        behind = text[at : at + 32].lstrip()
        if text.endswith(", ", 0, start) and behind[:1].islower() and opens_verb(behind, alone=True):
            ends.append(start)
    return ends


def parting_ends(text: str, actors: Actors) -> list[int]:
    """Give where somebody else's work can begin; no such place stands in a list: "Sở A; UBND các xã rà soát"."""
    ends = sorted({*clause_ends(text), *doer_ends(text, actors)})
    acting = first_acting(text, actors) if ends and actors.verb >= ends[0] else ()
    within = {end for a in acting for end in ends if end <= actors.verb and text[a.name.reach : end].strip() == ";"}
    return [end for end in ends if end not in within]


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


def is_front(words: str) -> bool:
    """Whether words are but what stands in front of a subject, with no work of their own behind a comma."""
    return fronts.FRONTED.match(words) is not None and not any(
        opens_verb(part[:40].lower(), alone=True) for part in words.split(", ")[1:]
    )


def lists_persons(clause: str, before: str) -> bool:
    """Whether a clause goes on with persons for whom something is done: "cho cán bộ xã; cán bộ thôn làm công tác …"."""
    match = _PERSONS.match(clause)
    return match is not None and re.search(rf"(?:cho|đối với|gồm|như)\s+{match['noun']}\b", before) is not None


def ordered(text: str, actors: Actors) -> tuple[tuple[Party, ...], int]:
    """Give whose duty a text is and where their verb begins, but for those whom it lists as persons it is for."""
    found, verb = doing(text, actors)
    at = first_acting(text, actors)[0].name.start if found else 0
    return ((), verb) if at and lists_persons(text[at:], text[:at]) else (found, verb)
