"""What part a body has in the sentence that names it, by the same reading of roles as that of duties."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kehoach.comparison.slots import Sign
from kehoach.meaning.actors import Actor, read_actors
from kehoach.meaning.labelroles import Role

WINDOW = 240
"""Characters before a number in which what it counts off is looked for."""
_PARTS: Mapping[Role, str] = {
    "lead": "lead",
    "partners": "partner",
    "recipients": "addressee",
    "through": "addressee",
    "advised": "addressee",
}


def part_of_body(words: str, sign: Sign) -> str:
    """Tell what a body does where it stands: lead, partner, addressee, or body where it is only named."""
    start = words.rfind("\n", 0, sign.start) + 1
    end = words.find("\n", sign.end)
    line = words[start : end if end >= 0 else len(words)]
    at = sign.start - start
    roles = [a.role for a in _actors(line) if a.name.start <= at < a.name.end]
    return next((_PARTS[role] for role in roles if role in _PARTS), "body")


@lru_cache(maxsize=1024)
def _actors(line: str) -> tuple[Actor, ...]:
    return read_actors(line).rows
