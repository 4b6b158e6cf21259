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
    found: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Found edits of all, 1 where there are none."""
        return self.found / self.edits if self.edits else 1.0


def edits(plans: Mapping[str, Mapping[str, Any]], registry: Registry, seeds: range) -> Iterator[tuple[str, Edit]]:
    """Give one edit of each kind per plan and seed, with its name; an edit made before is left out."""
    for kind in KINDS:
        for plan_id, data in plans.items():
            seen: list[Any] = []
            for seed in seeds:
                made = edit(kind, plan_id, data, registry, seed)
                if made and (made.before, made.after) not in seen:
                    seen.append((made.before, made.after))
                    yield f"{kind} {plan_id} {seed}", made


def compared(made: Edit, linker: Linker, *, use_ids: bool = True) -> Comparison:
    """Compare the two states of an edit."""
    old = LinkedPlan(plan_from(made.plan_id, made.before), linker)
    new = LinkedPlan(plan_from(made.after_id or made.plan_id, made.after), linker)
    return compare(old, new, linker.registry, use_ids=use_ids)


def reported(comparison: Comparison) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give what is reported of each pair of provisions, by their ids; what stayed the same is left out."""
    return {
        (change.old.key if change.old else "", change.new.key if change.new else ""): found
        for change in comparison.provisions
        if (found := kinds(change))
    }


def is_reported(made: Edit, comparison: Comparison) -> bool:
    """Whether a comparison says of the touched provisions exactly the edit's kind, and nothing of any other."""
    expected = {pair: (EXPECTED.get(made.kind, made.kind),) for pair in made.touched}
    if reported(comparison) != expected:
        return False
    if made.touched:
        return True
    altered = [basis.kind for basis in comparison.basis if basis.kind != "kept"]
    return sorted(altered) in (["replaced"], ["added", "dropped"])


def as_table(found: Mapping[str, Rate]) -> str:
    """Write rates as lines of kind, edits found, edits made and share."""
    return "".join(f"{kind:12} {rate.found:4}/{rate.edits:<4} {rate.share:.3f}\n" for kind, rate in found.items())


def rates(
    plans: Mapping[str, Mapping[str, Any]], registry: Registry, seeds: range, *, use_ids: bool = True
) -> dict[str, Rate]:
    """Measure the detection rate of every kind of edit over some plans' data."""
    linker = Linker(registry)
    found = {kind: Rate() for kind in KINDS}
    for name, made in edits(plans, registry, seeds):
        rate = found[made.kind]
        rate.edits += 1
        if is_reported(made, compared(made, linker, use_ids=use_ids)):
            rate.found += 1
        else:
            rate.missed.append(name)
    return found
