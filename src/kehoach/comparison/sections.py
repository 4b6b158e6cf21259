"""Provisions that stand under another heading now: of another body, of another time, or only elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kehoach.comparison.model import Change
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.phrases import name
from kehoach.meaning.parties import heading_parties
from kehoach.meaning.timegrammar import read_times
from kehoach.wording.letters import comparable, words

_ANYWHERE = 2000
"""A year to read by: whether a heading names a time does not depend on it."""


def resettled(
    change: Change, nodes: tuple[Sequence[ComparedNode], Sequence[ComparedNode]], partner: Mapping[int, int]
) -> dict[str, Any]:
    """Give the headings that a provision stood and stands under, and whether bodies or times of them differ.

    Nothing where the one section became the other.
    """
    a, b = change.old, change.new
    if not a or not b or a.group != "provision" or a.parent < 0 or b.parent < 0 or partner.get(a.parent) == b.parent:
        return {}
    above = nodes[0][a.parent], nodes[1][b.parent]
    headings = [node.fields.get("heading", "").strip(" .:;") or name(node).strip("“”") for node in above]
    if not all(headings) or _plain(headings[0]) == _plain(headings[1]):
        return {}
    bodies = [
        heading_parties(node.fields["heading"], node.mentions["heading"]) if node.fields.get("heading") else ()
        for node in above
    ]
    times = [read_times(heading, _ANYWHERE).values for heading in headings]
    matters = all(bodies) or all(times)
    if not matters and (change.relation != "pair" or a.path.count(".") != b.path.count(".")):
        return {}  # taken apart or put together with what stands around it, which is told of the whole
    return {"sections": (headings[0], headings[1]), "resettled": matters}


def _plain(heading: str) -> list[str]:
    return [comparable(word) for word in words(heading)]
