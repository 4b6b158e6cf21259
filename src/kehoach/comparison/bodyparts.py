"""What part a body has in the sentence that names it, by the same reading of roles as that of duties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from kehoach.comparison.slots import Sign
from kehoach.meaning.actors import Actor, read_actors
from kehoach.meaning.labelroles import Role

WINDOW = 240
"""Characters before a number in which what it counts off is looked for."""
_SENT_TOO = re.compile(r"\bđồng(?: thời)? gửi\s+(?:về\s+)?(?:Cơ quan\s+)?\Z")
_PARTS: Mapping[Role, str] = {
    "lead": "lead",
    "implementers": "doer",
    "advisors": "doer",
    "partners": "partner",
    "recipients": "addressee",
    "through": "addressee",
    "advised": "addressee",
}


def part_of_body(words: str, sign: Sign) -> str:
    """Tell what a body does where it stands: lead, doer, partner, addressee, or body where it is only named."""
    part = next((_PARTS[role] for role in roles_of_body(words, sign) if role in _PARTS), "body")
    return "addressee" if part == "body" and _SENT_TOO.search(words, 0, sign.start) else part


def roles_of_body(words: str, sign: Sign) -> tuple[Role, ...]:
    """Give the roles that a text gives to a body where it stands."""
    start = words.rfind("\n", 0, sign.start) + 1
    end = words.find("\n", sign.end)
    line = words[start : end if end >= 0 else len(words)]
    at = sign.start - start
    return tuple(a.role for a in actors_in(line) if a.name.start <= at < a.name.end)


@lru_cache(maxsize=1024)
def actors_in(line: str) -> tuple[Actor, ...]:
    """Give the bodies that have a role in a line, in printed order."""
    return read_actors(line).rows
