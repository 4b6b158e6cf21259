"""Whether a text can order anything: somebody may stand as its subject, or it asks a body that cannot be ordered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.meaning import actorpatterns as patterns
from kehoach.meaning import fronts
from kehoach.meaning.mentions import Mention, bodies_in


def may_act(text: str, mentions: Sequence[Mention] = ()) -> bool:
    """Whether somebody may be the subject of a clause of a text; where none may, ``read_actors`` finds no verb.

    Most paragraphs of a plan tell contents and name bodies on the way: this is cheaper than to read their roles.
    """
    names = bodies_in(text, mentions)
    if not names:
        return False
    lowered = text.lower()
    if any(word in lowered for word in patterns.GIVES):
        return True
    starts = fronts.openings(text)
    return any(
        any(start <= name.start <= start + _NEAR for name in names) or fronts.FRONTED.match(text, start)
        for start in starts
    )


_NEAR = 40
"""Most characters between where a clause opens and its subject: "Các đồng chí", "Đề nghị"."""
_IS_REQUEST = re.compile(rf"\s*{patterns.REQUEST}:?\s", re.IGNORECASE)


def is_request(text: str) -> bool:
    """Whether the words are a request to a body that cannot be ordered ("Đề nghị …")."""
    return bool(_IS_REQUEST.match(text))
