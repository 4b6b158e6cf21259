"""Bodies that must act by the provisions of two plans: who came, who went, who changed places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from kehoach.comparison.bodies import present
from kehoach.comparison.bodyparts import roles_of_body
from kehoach.comparison.localbodies import REFORM, abolished, local_unit
from kehoach.comparison.model import Change
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.labelroles import Role
from kehoach.meaning.parties import Party, heading_parties
from kehoach.meaning.rolerules import DOING
from kehoach.model.registry import Registry


def told_by_bodies(
    texts: tuple[SignText, SignText], olds: Sequence[str], news: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Leave out of who acts by either text the bodies that only came or only went, where the words tell it better.

    Whom the other text names before the same verb, with no part that is read, did neither; whom a body that no
    registry knows follows is told beside that one.
    """
    names = [[*_names(text)] for text in texts]
    if bool(olds) != bool(news):
        idle = [{name.sign.unit for name in side} for side in names]
    else:
        before = [{(name.sign.unit, name.behind) for name in side} for side in names]
        idle = [{name.sign.unit for name in side if not name.roles and (name.sign.unit, name.behind) in other}
                for side, other in zip(names, before[::-1], strict=True)]  # fmt: skip
    gone = [unit for unit in olds if unit not in news and unit not in idle[1]]
    come = [unit for unit in news if unit not in olds and unit not in idle[0]]
    for own, others, left in ((names[0], names[1], gone), (names[1], names[0], come)):
        keys = {name.sign.key for name in own}
        follows = any(not o.sign.unit and o.sign.key not in keys and o.roles & {*DOING} for o in others)
        if follows and {*left} <= {name.sign.unit for name in own}:
            left.clear()
    both = {*olds} & {*news}
    return [u for u in olds if u in both or u in gone], [u for u in news if u in both or u in come]


class _Name(NamedTuple):
    """A body as a text names it, with its roles and the sign behind it."""

    sign: Sign
    roles: set[Role]
    behind: str


def _names(text: SignText) -> Iterator[_Name]:
    for sign, following in zip_longest(text.signs, text.signs[1:]):
        if sign and sign.key[0] == "@":
            yield _Name(sign, {*roles_of_body(text.words, sign)}, following.key if following else "")


def leads_of(linked: LinkedPlan, nodes: Sequence[ComparedNode], registry: Registry, by: dt.date) -> list[list[str]]:
    """Give the bodies that must act by each node: lead and implementers of its duties, or its heading.

    A group that was called otherwise before a day is the group that it is on that day.
    """
    duties: Mapping[str, list[Duty]] = _by_anchor(linked.duties)
    scopes, reformed = registry.scopes(linked.plan.issuer), linked.plan.window[0] >= REFORM

    def ids(parties: Iterable[Party]) -> dict[str, None]:
        units = (p.unit or local_unit(registry, scopes, p.words, reformed) for p in parties)
        return {present(registry, unit, by): None for unit in units if unit}

    lead_changes = []
    for node in nodes:
        leads: dict[str, None] = {}
        if node.group == "provision":
            if "heading" in node.fields:
                heading = heading_parties(node.fields["heading"], node.mentions["heading"])
                leads.update(ids(heading))
            for duty in duties.get(node.key, ()):
                leads.update(ids(duty.doers))
        lead_changes.append(list(leads))
    return lead_changes


def partners_of(linked: LinkedPlan) -> Mapping[str, set[str]]:
    """Give the bodies that take part, by the item of their duty."""
    partners: dict[str, set[str]] = {}
    for duty in linked.duties:
        partners.setdefault(duty.anchor, set()).update(party.unit for party in duty.partners if party.unit)
    return partners


def swapped_with(
    change: Change, partners: tuple[Mapping[str, set[str]], Mapping[str, set[str]]]
) -> tuple[tuple[str, str], ...]:
    """Give the bodies that led and now take part, each with one that took part and now leads."""
    before, after = (
        by_key.get(node.key, set()) if node else set()
        for by_key, node in zip(partners, (change.old, change.new), strict=True)
    )
    return tuple((h.old, h.new) for h in change.handovers if h.new in before and h.old in after)


def without_abolished(
    olds: Sequence[str], news: Sequence[str], by: dt.date, registry: Registry
) -> tuple[list[str], list[str]]:
    """Leave out the groups that had ended by a day and that one side alone has, where the communes act on both."""
    both = {*olds} & {*news}
    if not any(registry.units[u].kind == "group" and registry.units[u].level == "commune" for u in both):
        return [*olds], [*news]
    living = [[u for u in side if u in both or not abolished(registry, u, by)] for side in (olds, news)]
    return living[0], living[1]


def _by_anchor(duties: Sequence[Duty]) -> Mapping[str, list[Duty]]:
    by_anchor: dict[str, list[Duty]] = {}
    for duty in duties:
        if duty.kind != "reporting":
            by_anchor.setdefault(duty.anchor, []).append(duty)
    return by_anchor
