"""Who is to reach a figure, as the words before it say: a body, a group, a place that strives."""

from __future__ import annotations

import re

from kehoach.meaning.actors import read_actors
from kehoach.meaning.bodies import find_bodies
from kehoach.meaning.bodynouns import HEAD
from kehoach.meaning.rolerules import DOING
from kehoach.meaning.targetpatterns import (
    ACTS,
    AGENTIVE,
    AIM,
    CLAUSE_END,
    NO_HOLDER,
    PLACE_STRIVES,
    SEVERAL,
    SUBJECT_OPENS,
    UNDERGOES,
)
from kehoach.meaning.targets import PrintedTarget

_BODILY = re.compile(rf"(?:{HEAD})(?![^\W_])")
_FIGURE = re.compile(r"[0-9]")


def holders(text: str, target: PrintedTarget) -> tuple[str, ...] | None:
    """Give the words of who is to reach a target, as its sentence says before it.

    Empty where it names nobody; None where it is said of something that may be a body or not.
    """
    start = max(text.rfind(mark, 0, target.start) for mark in (". ", "; ", "\n", "\0")) + 1
    figure = _FIGURE.search(text, target.start)
    before = text[start : figure.start() if figure else target.start]
    verbs = list(ACTS.finditer(before))
    for verb in reversed(verbs):
        words_before = before[: verb.start()].rstrip(" ,")
        holder_names = (name for name in find_bodies(words_before) if name.sure and name.end == len(words_before))
        own = [name for name in holder_names if SUBJECT_OPENS.search(words_before[: name.start])]
        several = SEVERAL.search(words_before[max((m.end() for m in CLAUSE_END.finditer(words_before)), default=0) :])
        several = several or SEVERAL.fullmatch(words_before.strip())
        if several and not ACTS.search(several["who"]):
            return (" ".join(several["who"].split()),)
        if own:
            return (own[-1].words,)
    if place := PLACE_STRIVES.search(before):
        return (" ".join(place["place"].split()),)
    for verb in verbs:
        clause = re.split(r"[,;:(]\s", before[: verb.start()])[-1].strip()
        if verb["verb"].lower() in AGENTIVE and clause and not NO_HOLDER.match(clause) and not AIM.search(clause):
            return (" ".join(clause.split()),) if _BODILY.match(clause) else None
    doing = [actor.name for actor in read_actors(text[start:]).rows if actor.role in DOING]
    acting = (one for one in doing if one.end <= len(before) and not UNDERGOES.match(text, start + one.end))
    return tuple(dict.fromkeys(name.words for name in acting))
