"""Plans as cards of a list: those being carried out and drafts first, those of the past folded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.meaning.status import Stage
from kehoach.model.plan import Plan
from kehoach.pages.citing import official_name
from kehoach.pages.site import Site


@dataclass(frozen=True)
class Card:
    """A plan in a list; ``find`` is what a filter looks in."""

    id: str
    title: str
    edition: str
    issuer: str
    official: str
    find: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class Cards:
    """Plans as a list shows them: those being carried out, then drafts; folded, those of the past and withdrawn."""

    now: tuple[Card, ...]
    before: tuple[Card, ...]

    def newest(self, most: int) -> Cards:
        """Give the first cards, at most so many."""
        return Cards(self.now[:most], self.before[: max(most - len(self.now), 0)])


def cards(site: Site, plans: Iterable[Plan]) -> Cards:
    """Part plans by their stage on the site's day, each part in the order given; a draft is never before others."""
    plan_cards = [card(site, plan) for plan in plans]

    def at(*codes: str) -> tuple[Card, ...]:
        return tuple(entry for entry in plan_cards if entry.stages[0].code in codes)

    return Cards(at("current", "coming") + at("draft"), at("past", "ended") + at("withdrawn"))


def card(site: Site, plan: Plan) -> Card:
    """Show a plan as a card."""
    official = official_name(plan)
    find = f"{plan.title} {site.unit_name(plan.unit)} {plan.edition} {official}"
    issuer = site.issued_by(plan)
    return Card(plan.id, plan.title, plan.edition, issuer, official, find, site.stages(plan.id))
