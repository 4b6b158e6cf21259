"""Generated edits of the real plans: each is reported as exactly what it was."""

from __future__ import annotations

from typing import Any

import pytest
from applying import apply, printed
from bench.detection import compared, edits, is_reported, reported
from bench.edits import KINDS, edit
from corpus import ROOT, TINH_2025

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


@pytest.mark.parametrize(("use_ids", "seeds"), [(True, range(2)), (False, range(1))], ids=["ids", "content"])
def test_edits_are_reported_as_what_they_are(data: dict[str, Any], linker: Linker, use_ids: bool, seeds: range) -> None:
    """Nearly every edit is reported as its kind, at its place, and nothing else is reported."""
    missed, made = [], 0
    for name, change in edits(data, linker.registry, seeds):
        comparison = compared(change, linker, use_ids=use_ids)
        made += 1
        if not is_reported(change, comparison):
            missed.append((name, change.touched, reported(comparison)))
    assert made >= 50 * len(seeds)
    assert len(missed) <= (1 - LEAST) * made, missed


@pytest.mark.parametrize("kind", KINDS)
def test_edits_apply(data: dict[str, Any], linker: Linker, kind: str) -> None:
    """Of every kind of edit the published data gives the edited plan back."""
    vocabulary = Vocabulary(linker.registry)
    for plan_id, value in data.items():
        made = edit(kind, plan_id, value, linker.registry, 7)
        if made is None:
            continue
        comparison = compared(made, linker, use_ids=False)
        old, new = (
            printed(nodes(LinkedPlan(plan_from(name, state), linker), vocabulary))
            for name, state in ((made.plan_id, made.before), (made.after_id or made.plan_id, made.after))
        )
        assert apply(as_data(comparison), old) == new


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
