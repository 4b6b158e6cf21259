"""What a plan's page says of the fabric around it: what it rests on and its state, its relations, its cascade."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.comparison.cascade import Coverage
from kehoach.comparison.relations import Thing, Tie, relations_of
from kehoach.meaning.status import BasisHealth
from kehoach.pages.coverage import coverage_of
from kehoach.pages.diagram import Drawing, star
from kehoach.pages.page import provenance_path
from kehoach.pages.site import Site
from kehoach.pages.ties import Group, groups


@dataclass(frozen=True)
class Woven:
    """The parts of the section; ``upward`` and ``downward`` are pairings with what they came to."""

    basis: tuple[BasisHealth, ...]
    groups: list[Group]
    drawings: tuple[Drawing, Drawing]
    upward: list[tuple[Tie, Coverage]]
    downward: list[Tie]
    provenance: str


def woven(site: Site, plan_id: str, here: str) -> Woven:
    """Gather what surrounds a plan, for its page at ``here``."""
    plan = site.plan(plan_id)
    relations = relations_of(site.fabric)
    found = groups(site, Thing("plan", plan_id))
    source = site.repository.sources.get(plan_id)
    return Woven(
        site.basis(plan_id),
        found,
        star(found, site.place_name(plan_id), plan.title, here),
        [(tie, coverage_of(site, tie)) for tie in relations.compared_to.get(plan_id, ())],
        relations.compared_with.get(plan_id, []),
        provenance_path(plan_id) if plan.source and source and source.text is not None else "",
    )
