"""Whose work a thing is by the words behind it: "… do Sở A thực hiện", "… giao Sở A chủ trì"."""

from __future__ import annotations

import re

from kehoach.meaning import actorpatterns as patterns
from kehoach.meaning.labelroles import Role
from kehoach.meaning.maskedtext import Masked
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.rolerules import heads, role_of, tells_which
from kehoach.wording.latepatterns import late

GIVEN_BY = late(rf"(?<![^\W_])do\s+{patterns.BODIES}\s+\Z")
"""Before "giao" who gave it, so that which work is meant is told: "đề án do Chính phủ giao Bộ chủ trì"."""


def role_by(masked: Masked, match: re.Match[str]) -> Role | None:
    """Tell which role a match of "do A …" or "giao A …" gives to A; None where it tells but which thing is meant."""
    text, how = masked.text, match["how"]
    verbs = text[match.end() : match.end() + 80]
    if match["plain"] is None and (how == "Do" or not opens_verb(verbs[:24], alone=True)):
        return None
    if patterns.HANDS_DOWN.match(verbs) or (how == "giao" and GIVEN_BY.search(text[: match.start()])):
        return None
    if how.lower() == "do" and tells_which(text, match):
        return None
    if office := patterns.SERVES_AS.match(verbs):
        return "lead" if heads(masked.of(office["office"])) else None
    role = role_of(re.split(patterns.B, verbs, maxsplit=1)[0])
    is_watching = role in ("watchers", "directors") and how.lower() != "do"
    return "implementers" if is_watching else role  # what one is told to watch is a thing to do
