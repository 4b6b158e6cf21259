"""How reliably the diff reports an edit as exactly what it was, measured on generated edits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bench.draft import Edit
from bench.edits import KINDS, edit
from kehoach.comparison.compare import compare
from kehoach.comparison.kinds import kinds
from kehoach.comparison.model import Comparison
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import Linker
from kehoach.model.fromdata import plan_from
from kehoach.model.registry import Registry

EXPECTED = {"inserted": "added", "year": "editorial"}
"""What an edit is to be reported as where that is not its own name."""


@dataclass
class Rate:
    """Of so many edits of a kind so many were reported as exactly that; ``missed`` names the others."""

    edits: int = 0
    detected: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Found edits of all, 1 where there are none."""
        return self.detected / self.edits if self.edits else 1.0


def edits(plans: Mapping[str, Mapping[str, Any]], registry: Registry, seeds: range) -> Iterator[tuple[str, Edit]]:
    """Give one edit of each kind per plan and seed, with its name; an edit made before is left out."""
    for kind in KINDS:
        for plan_id, data in plans.items():
            seen: list[Any] = []
            for seed in seeds:
                change = edit(kind, plan_id, data, registry, seed)
                if change and (change.before, change.after) not in seen:
                    seen.append((change.before, change.after))
                    yield f"{kind} {plan_id} {seed}", change


def states(change: Edit, linker: Linker) -> tuple[LinkedPlan, LinkedPlan]:
    """Link the plan before and after an edit."""
    old = LinkedPlan(plan_from(change.plan_id, change.before), linker)
    return old, LinkedPlan(plan_from(change.after_id or change.plan_id, change.after), linker)


def compared(change: Edit, linker: Linker, *, use_ids: bool = True) -> Comparison:
    """Compare the two states of an edit."""
    return compare(*states(change, linker), linker.registry, use_ids=use_ids)


def reported(comparison: Comparison) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give what is reported of each pair of provisions, by their ids; what stayed the same is left out."""
    return {
        (change.old.key if change.old else "", change.new.key if change.new else ""): names
        for change in comparison.provisions
        if (names := kinds(change))
    }


def is_reported(change: Edit, comparison: Comparison) -> bool:
    """Whether a comparison says of the touched provisions exactly the edit's kind, and nothing of any other."""
    expected = {pair: (EXPECTED.get(change.kind, change.kind),) for pair in change.touched}
    if reported(comparison) != expected:
        return False
    if change.touched:
        return True
    altered = [basis.kind for basis in comparison.basis if basis.kind != "kept"]
    return sorted(altered) in (["replaced"], ["added", "dropped"])


def as_table(by_kind: Mapping[str, Rate]) -> str:
    """Write rates as lines of kind, edits found, edits made and share."""
    return "".join(f"{kind:12} {rate.detected:4}/{rate.edits:<4} {rate.share:.3f}\n" for kind, rate in by_kind.items())


def rates(
    plans: Mapping[str, Mapping[str, Any]], registry: Registry, seeds: range, *, use_ids: bool = True
) -> dict[str, Rate]:
    """Measure the detection rate of every kind of edit over some plans' data."""
    linker = Linker(registry)
    by_kind = {kind: Rate() for kind in KINDS}
    for name, change in edits(plans, registry, seeds):
        rate = by_kind[change.kind]
        rate.edits += 1
        if is_reported(change, compared(change, linker, use_ids=use_ids)):
            rate.detected += 1
        else:
            rate.missed.append(name)
    return by_kind
