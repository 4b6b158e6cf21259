"""What a plan's page says of the fabric around it: what it rests on and its state, its relations, its cascade."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.comparison.relations import Endpoint, Tie, relations_of
from kehoach.pages.coverage import Pairing, coverage_of, pairing
from kehoach.pages.namedlinks import NamedPlan, named_plan, named_plans
from kehoach.pages.page import provenance_path, relations_path
from kehoach.pages.site import Site
from kehoach.pages.validity import BasisRow, basis_row

_SHOWN = 5
"""Plans below that are named."""


@dataclass(frozen=True)
class Woven:
    """The parts of the section.

    ``upward`` are comparisons with plans above, ``downward`` the first plans below that are compared, ``more`` how many
    others are; ``provenance`` and ``relations`` are addresses of pages, empty where there is none.
    """

    basis: tuple[BasisRow, ...]
    upward: tuple[Pairing, ...]
    downward: tuple[NamedPlan, ...]
    more: int
    provenance: str
    relations: str


def woven(site: Site, plan_id: str, path: str) -> Woven:
    """Gather what surrounds a plan, for its page at ``path``."""
    plan = site.plan(plan_id)
    relations = relations_of(site.fabric)
    endpoint = Endpoint("plan", plan_id)
    source = site.repository.sources.get(plan_id)
    below = [tie.source.id for tie in relations.compared_with.get(plan_id, ())]
    return Woven(
        tuple(basis_row(site, path, row) for row in site.basis(plan_id)),
        tuple(_upward(site, tie) for tie in relations.compared_to.get(plan_id, ())),
        named_plans(site, below[:_SHOWN]),
        max(len(below) - _SHOWN, 0),
        provenance_path(plan_id) if plan.source and source and source.text is not None else "",
        relations_path(plan_id) if relations.of(endpoint) or relations.to(endpoint) else "",
    )


def _upward(site: Site, tie: Tie) -> Pairing:
    return pairing(tie, coverage_of(site, tie), named_plan(site, tie.target.id))
