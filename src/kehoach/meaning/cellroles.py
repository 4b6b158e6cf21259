"""What cells and fields of bodies say beside names: the role of each, and that a cell is the same as the one above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.meaning.mentions import Party
from kehoach.model.fields import BODIES, label_kind
from kehoach.wording.latepatterns import late

_BODIES = frozenset(field.key for field in BODIES)
_ROLE = late(r"(?:\A|(?<=[\n;]))\s*(?:[-–+•]\s*)?(?P<label>[^\W\d_][^.;:\n()]{0,40}?)\s*:\s*")
_SHORT = {"ct": "lead", "ph": "partners", "th": "implementers"}
"""How cells shorten the names of roles: "CT: Phòng A", "PH: Khoa B"."""
_BEHIND = late(
    r"[\s,;]*(?:và\s+)?(?P<names>(?!\s)[^.;:\n()]+?)\s+(?<!được giao )(?<!được phân công )(?:đồng\s+)?"
    r"(?P<role>chủ trì|(?:cùng\s+)?phối hợp|thực hiện|tham mưu|theo dõi)"
    r"(?:\s+(?:thực hiện|tham mưu|soạn thảo|xây dựng|tổng hợp|tổ chức|triển khai))?(?:\s*\([^()]*\))?"
    r"(?=\s*(?:[,;.\n]|\Z))"
)
_WITH = late(
    r"\s*(?:giao\s+)?(?P<lead>[^.;:\n()]+?)\s+chủ trì\s*(?:[,;]|\svà)?\s*phối hợp(?:\s+(?:cùng\s+)?với|\s+cùng)?\s+"
    r"(?P<partners>[^.;:\n()]+?)(?:\s+(?:thực hiện|triển khai|tổ chức thực hiện))?[\s.;]*\Z",
    re.IGNORECASE,
)
"""Who leads with whom in one clause: "Phòng A chủ trì, phối hợp với Phòng B, Phòng C"."""
_OTHER_ROLE = late(r"(?:cơ quan|đơn vị|bộ phận|phòng|ban|nơi|người)\s", re.IGNORECASE)
"""How a label opens that names a role which a duty has no field for: "cơ quan thẩm định: Sở B"."""
_SAID = {"chủ trì": "lead", "phối hợp": "partners", "cùng phối hợp": "partners", "theo dõi": "monitor"}
_DITTO = late(
    r"[\s\-–.(]*(?:n\s?/?\s?t|như trên)[\s\-–.)]*|[\s\-–]*[\"″”“〃˝]{1,3}[\s\-–]*|[\s\-–]*(?:''|′′|//)[\s\-–]*",
    re.IGNORECASE,
)

_CODE = late(r"(?:\A|(?<=[,;/])\s*|(?<=\svà\s))(?P<code>[A-ZĐ]{1,4}[0-9]{1,3})(?=\s*(?:[,;/.]|\Z)|\s+và\s)")


def with_codes(words: str, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give the bodies of a list with those that are named by their code alone: "PX05, Phòng Tham mưu, PV01"."""
    party_names = {party.words for party in found}
    codes = [(match.start("code"), Party(match["code"])) for match in _CODE.finditer(words)]
    party_places = [(words.find(party.words), party) for party in found]
    party_places += [(at, code) for at, code in codes if not any(code.words in name.split() for name in party_names)]
    return tuple(party for _, party in sorted(party_places, key=lambda pair: pair[0])) if codes else found


def is_ditto(words: str) -> bool:
    """Whether a cell says that it holds what the one above holds: "nt", "-nt-", "như trên", "″"."""
    return _DITTO.fullmatch(words) is not None


def by_role(text: str, kind: str) -> Iterator[tuple[str, int, int]]:
    """Part a text of bodies where it names roles itself; all of it is of its column's or label's ``kind`` where not.

    "- Chủ trì: Sở A", "PH: Sở B", or behind the names: "Sở A chủ trì, Sở B, Sở C phối hợp". Gives the role and where
    its names stand.
    """
    if together := _WITH.match(text):
        yield "lead", *together.span("lead")
        yield "partners", *together.span("partners")
        return
    if behind := list(_roles_behind(text, kind)):
        yield from behind
        return
    own, start = kind, 0
    for match in _ROLE.finditer(text):
        role = _SHORT.get(match["label"].lower()) or label_kind(match["label"])
        other = not role and match.start() > 0 and bool(_OTHER_ROLE.match(match["label"]))
        if role not in _BODIES and not other:
            continue
        if own and text[start : match.start()].strip(" -–+"):
            yield from _whose(text, own, start, match.start())
        own, start = role, match.end()
    if own and text[start:].strip():
        yield from _whose(text, own, start, len(text))


def _whose(text: str, kind: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Give a part of a text by the roles behind its own names, if it has such."""
    behind = list(_roles_behind(text[start:end], kind))
    yield from ((role, start + first, start + last) for role, first, last in behind or ((kind, 0, end - start),))


def _roles_behind(text: str, kind: str) -> Iterator[tuple[str, int, int]]:
    """Give the roles that stand behind names, where they do all over the text and one of them leads or does it."""
    roles, at = [], 0
    while match := _BEHIND.match(text, at):
        roles.append((match["role"].lower(), *match.span("names")))
        at = match.end()
    leads = any(role not in ("phối hợp", "cùng phối hợp", "theo dõi") for role, _, _ in roles)
    if leads and not text[at:].strip(" .;,\n"):
        yield from ((_SAID.get(role, kind), start, end) for role, start, end in roles)
