"""The states of plans, as digests: of each whole, of its outline, of what it tells of whom, of its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from kehoach.exports.feed import Histories
from kehoach.machine.fingerprints import digest
from kehoach.machine.tracing import untraced
from kehoach.model.outline import Outline
from kehoach.model.registry import Registry
from kehoach.pages.site import Site

HISTORY = "@history/"
"""Stands before a plan of whose files the history is told."""

_SHORT = 16
"""Digits of a digest that are enough to tell two texts of one thing apart."""


class PlanState(NamedTuple):
    """The digests of a plan, of its outline with what is recorded, of its files' history, of its outline untitled."""

    plan: str
    outline: str
    history: str
    untitled: str


class PlanStates:
    """The states of all plans of a site; ``histories`` are those of their files."""

    def __init__(self, site: Site, histories: Histories) -> None:
        self.site, self.histories = site, histories

    def of(self, plan_id: str) -> PlanState:
        """Give a plan's state."""
        histories = digest(self.histories.get(name) for name in files_of(plan_id))
        recalled = self.site.repository.recalled.get(plan_id)
        untitled = recalled.untitled if recalled else self.plans[plan_id]
        return PlanState(self.plans[plan_id], self.outlines[plan_id], histories, untitled)

    def told(self, plan_id: str) -> Mapping[str, str] | None:
        """Give by ``kind/id`` what a plan names, with the digest of what it tells of it; None where that is not known.

        ``plan/ID`` stands for a plan that it names as such, or by the document that the plan is.
        """
        recalled = self.site.repository.recalled.get(plan_id)
        if recalled is None:
            return None
        named = dict.fromkeys(_named_by(recalled.outline, self.site.registry), "")
        return named | {name: subject_digest[:_SHORT] for name, subject_digest in recalled.subject_digests.items()}

    def tied(self, plan_id: str, about: Iterable[str]) -> set[str]:
        """Give the plans beside which a plan stands: the editions around it, and those it names."""
        fabric = self.site.fabric
        plan_ids = {name.removeprefix("plan/") for name in about if name.startswith("plan/")}
        neighbours = {fabric.previous(plan_id), fabric.next(plan_id)}
        return {other for other in plan_ids | neighbours if other and other in self.plans} - {plan_id}

    @cached_property
    def plans(self) -> dict[str, str]:
        """Per plan the digest of its files, of its history and of the plans that its remarks name."""
        repository = self.site.repository
        own = {plan_id: digest((state, self.versions.get(plan_id))) for plan_id, state in repository.digests.items()}
        names_of_plan = {plan_id: sorted(repository.names(plan_id) & own.keys()) for plan_id in own}
        return {plan_id: digest((own[plan_id], *(own[other] for other in names_of_plan[plan_id]))) for plan_id in own}

    @cached_property
    def versions(self) -> dict[str, Any]:
        """Per plan its states in git; empty where these cannot be told."""
        versions = self.site.versions or {}
        return {plan_id: [(version.revision, version.first) for version in held] for plan_id, held in versions.items()}

    @cached_property
    def outlines(self) -> dict[str, str]:
        """Per plan the digest of its outline, and of what is recorded of its progress."""
        repository = self.site.repository
        own = {plan_id: recalled.digest for plan_id, recalled in repository.recalled.items()}
        return {
            plan_id: digest((own.get(plan_id, self.plans[plan_id]), *repository.recorded(plan_id)))
            for plan_id in untraced(self.site.fabric.plans)
        }


def files_of(plan_id: str) -> tuple[str, str]:
    """Name the files of a plan as histories do."""
    return f"plans/{plan_id}.yaml", f"plans/{plan_id}.progress.yaml"


def _named_by(outline: Outline, registry: Registry) -> Iterator[str]:
    """Give by ``kind/id`` all that a plan in outline names, and the bodies that it is of."""
    documents = [rest.document for rest in outline.rests]
    for named in outline.named:
        yield f"{named.kind}/{named.target}"
        if named.kind == "document":
            documents.append(named.target)
    for document_id in dict.fromkeys(documents):
        yield f"document/{document_id}"
        yield f"plan/{registry.documents[document_id].plan}"
    yield from (f"plan/{upper}" for upper in outline.upper)
    yield from (f"plan/{target.rpartition('#')[0]}" for item in outline.items for target in item.continues)
    yield from (f"indicator/{indicator}" for indicator in outline.indicators)
    bodies = (body.unit for duty in outline.duties for body in duty.bodies)
    acting = (unit for duty in outline.duties for unit in duty.acting)
    yield from (f"unit/{unit}" for unit in (outline.head.unit, *outline.head.issuers, *bodies, *acting))
