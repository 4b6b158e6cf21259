"""Generated edits of the real plans: each is reported as exactly what it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from applying import apply, printed
from bench.detection import edits, is_reported, reported, states
from bench.draft import Edit
from bench.edits import KINDS, edit
from corpus import ROOT, TINH_2025

from kehoach.comparison.compare import compare
from kehoach.comparison.data import as_data
from kehoach.comparison.nodes import Vocabulary, nodes
from kehoach.files.repository import Repository
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import Loaded
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import Linker
from kehoach.model.fromdata import plan_from

LEAST = 0.95


@pytest.fixture(scope="module")
def data(repository: Repository) -> dict[str, Any]:
    """The real plans as plain data."""
    return {plan_id: loaded.value for plan_id, loaded in repository.plan_files.items()}


@pytest.fixture(scope="module")
def linker(repository: Repository) -> Linker:
    return Linker(repository.registry)


@pytest.fixture(scope="module")
def linked(data: dict[str, Any], linker: Linker) -> Callable[[Edit], tuple[LinkedPlan, LinkedPlan]]:
    """Link both states of an edit; the real plans, which most edits begin from, are linked once."""
    real = {plan_id: LinkedPlan(plan_from(plan_id, value), linker) for plan_id, value in data.items()}

    def states_of(change: Edit) -> tuple[LinkedPlan, LinkedPlan]:
        old, new = states(change, linker)
        return (real[change.plan_id] if change.before == data[change.plan_id] else old), new

    return states_of


@pytest.mark.parametrize(("use_ids", "seeds"), [(True, range(2)), (False, range(1))], ids=["ids", "content"])
def test_edits_are_reported_as_what_they_are(
    data: dict[str, Any],
    linker: Linker,
    linked: Callable[[Edit], tuple[LinkedPlan, LinkedPlan]],
    use_ids: bool,
    seeds: range,
) -> None:
    """Nearly every edit is reported as its kind, at its place, and nothing else is reported."""
    missed, made = [], 0
    for name, change in edits(data, linker.registry, seeds):
        comparison = compare(*linked(change), linker.registry, use_ids=use_ids)
        made += 1
        if not is_reported(change, comparison):
            missed.append((name, change.touched, reported(comparison)))
    assert made >= 50 * len(seeds)
    assert len(missed) <= (1 - LEAST) * made, missed


@pytest.mark.parametrize("kind", KINDS)
def test_edits_apply(
    data: dict[str, Any], linker: Linker, linked: Callable[[Edit], tuple[LinkedPlan, LinkedPlan]], kind: str
) -> None:
    """Of every kind of edit the published data gives the edited plan back."""
    vocabulary = Vocabulary(linker.registry)
    for plan_id, value in data.items():
        made = edit(kind, plan_id, value, linker.registry, 7)
        if made is None:
            continue
        old, new = linked(made)
        comparison = compare(old, new, linker.registry, use_ids=False)
        assert apply(as_data(comparison), printed(nodes(old, vocabulary))) == printed(nodes(new, vocabulary))


@pytest.mark.parametrize("kind", KINDS)
def test_edits_are_drawn_by_seed(data: dict[str, Any], repository: Repository, kind: str) -> None:
    """The same seed gives the same edit, the real plan stays as it was, and the edited one is a plan."""
    schema = Schema.read("plan", (ROOT / "schema" / "plan.v1.schema.json").read_text(encoding="utf-8"))
    plan_id, value = TINH_2025, data[TINH_2025]
    shown = repr(value)
    first, again = (edit(kind, plan_id, value, repository.registry, 3) for _ in range(2))
    assert first == again
    assert repr(value) == shown
    assert first and first.before != first.after
    for state in (first.before, first.after):
        assert list(schema.problems(Loaded("plan.yaml", state))) == []
