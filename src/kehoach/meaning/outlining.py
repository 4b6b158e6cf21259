"""Putting a linked plan into its outline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kehoach.meaning.duty import Duty
from kehoach.meaning.mentions import Mention
from kehoach.meaning.reading import PlanReading
from kehoach.model.fields import BODIES
from kehoach.model.line import Line
from kehoach.model.outline import Body, Kept, NamedTarget, Outline, Owed, Rest, head_of
from kehoach.model.plan import Plan

_RELATIONS = {"basis": "based_on", "pursuance": "implements", "proposal": "proposed_by"}


def outline_of(plan: Plan, read: PlanReading) -> Outline:
    """Give the outline of a plan that was read."""
    return Outline(
        head_of(plan),
        tuple(Kept(item.id, item.continues) for item in plan.walk()),
        tuple(_rests(read)),
        tuple(dict.fromkeys(entry.upper.rpartition("#")[0] for entry in plan.coverage)),
        tuple(_targets_mentioned(read)),
        tuple(map(_owed, read.duties)),
        tuple(target.indicator for item in plan.walk() for target in item.facts.targets),
    )


def _rests(read: PlanReading) -> Iterator[Rest]:
    rests = [
        (mention, line, relation)
        for line, mentions in zip(read.lines, read.mentions, strict=True)
        if (relation := _RELATIONS.get(line.kind))
        for mention in _leading(line, mentions)
    ]
    for mention, line, relation in rests:
        neighbours = [other.text for other, around, _ in rests if around.path == line.path]
        words = _sentence(read, mention.text, line.path, neighbours)
        yield Rest(mention.target, mention.text, words, line.path, relation)


def _leading(line: Line, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give the documents that a basis line itself invokes, without those named inside their subjects."""
    end: int | None = None
    for mention in mentions:
        if mention.citation is None or not mention.target:
            continue
        between = "" if end is None else line.words[end : mention.start]
        if ";" in between or not between.strip(" ,") or re.search(r"\bvà\s+\Z", between):
            end = mention.end
            yield mention


def _sentence(read: PlanReading, words: str, path: str, neighbours: Sequence[str]) -> str:
    """Give the words of the opening line that speak of one document: from its name to the next one's."""
    for line in read.lines:
        at = line.words.find(words) if line.path == path else -1
        if at >= 0:
            starts = (line.words.find(other) for other in neighbours)
            end = min((other for other in starts if other > at), default=len(line.words))
            return line.words[at:end].rstrip(" ;,.").removesuffix(" và").rstrip(" ;,")
    return words


def _targets_mentioned(read: PlanReading) -> Iterator[NamedTarget]:
    """Give each thing that is mentioned once, in the order of first mentions."""
    pairs = [(line, mention) for line, mention in read.all_mentions() if mention.target]
    counts = Counter((mention.kind, mention.target) for _, mention in pairs)
    for line, mention in pairs:
        if count := counts.pop((mention.kind, mention.target), 0):
            yield NamedTarget(mention.kind, mention.target, count, mention.text, line.path)


def _owed(duty: Duty) -> Owed:
    roles: dict[str, str] = {}
    for field in BODIES:
        for party in duty.bodies(field.key):
            if party.unit:
                roles.setdefault(party.unit, field.role)
    bodies = tuple(Body(unit, role) for unit, role in roles.items())
    return Owed(duty.id, duty.anchor, duty.kind, bodies, tuple(party.unit for party in duty.doers if party.unit))
