"""Duties by body: what is new, dropped or changed for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.comparison.kinds import KINDS, kinds
from kehoach.comparison.model import Change, Comparison
from kehoach.comparison.phrases import body, place, shortened
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.parties import Party
from kehoach.model.registry import Registry

_MOST_BODIES = 2


@dataclass(frozen=True)
class Row:
    """What a change means for one body or list of bodies: who, what becomes of which duty, and where it stands."""

    who: str
    word: str
    duty: str
    where: str


def duty_rows(comparison: Comparison, old: LinkedPlan, new: LinkedPlan, registry: Registry) -> list[Row]:
    """Give a row per duty that is new, dropped, handed over or changed, by body, new ones first."""
    before, after = _by_anchor(old.duties), _by_anchor(new.duties)
    then = f" năm {old.plan.year}" if old.plan.year != new.plan.year else ""
    rows: dict[Row, None] = {}
    for change in comparison.provisions:
        if change.relation == "pair":
            olds = before.get(change.old.key, []) if change.old else []
            news = after.get(change.new.key, []) if change.new else []
            rows.update(dict.fromkeys(_rows(change, olds, news, registry, then)))
    order = {"mới": 0, "bỏ": 1}
    return sorted(rows, key=lambda row: (row.who.lower(), order.get(row.word, 2), row.where, row.duty))


def _rows(change: Change, olds: Sequence[Duty], news: Sequence[Duty], registry: Registry, then: str) -> Iterator[Row]:
    if change.status == "removed":
        yield from (_row(duty, "bỏ", registry, then) for duty in olds)
    elif change.status == "added":
        yield from (_row(duty, "mới", registry) for duty in news)
    else:
        for handover in change.handovers if news or olds else ():
            duty = (news or olds)[0]
            gave, took = body(registry, handover.old), body(registry, handover.new)
            yield Row(gave, f"chuyển sang {took}", shortened(duty.title), place(duty.path))
        words = [KINDS[kind] for kind in kinds(change) if kind not in ("editorial", "moved")]
        if words and change.weight == "substantive":
            yield from (_row(duty, f"sửa: {', '.join(words)}", registry) for duty in news)


def _row(duty: Duty, word: str, registry: Registry, then: str = "") -> Row:
    parties = duty.lead or duty.implementers
    names = [_name(party, registry) for party in parties[:_MOST_BODIES]]
    more = len(parties) - _MOST_BODIES
    who = "; ".join(names) + (f" và {more} nơi khác" if more > 0 else "")
    return Row(who or "không nêu nơi thực hiện", word, shortened(duty.title), f"{place(duty.path)}{then}")


def _name(party: Party, registry: Registry) -> str:
    return body(registry, party.unit) if party.unit in registry.units else party.words


def _by_anchor(duties: Sequence[Duty]) -> dict[str, list[Duty]]:
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        found.setdefault(duty.anchor, []).append(duty)
    return found
