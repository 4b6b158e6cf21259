"""Two years of whole plans of bodies that no registry knows: what the headline says of them, sentence by sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.comparison.compare import compare
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from, registry_from
from kehoach.model.registry import Registry

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("whole-plans.cases.yaml").read_text(encoding="utf-8")
)


def _plan(case: dict[str, Any], side: str, year: int, registry: Registry) -> LinkedPlan:
    issuer = case["issuer"]["id"]
    issued = {"place": "Nơi", "date": f"{year}-01-15", "printed": f"Nơi, ngày 15/01/{year}"}
    data = {"title": "KẾ HOẠCH", "issuer": issuer, "issued": issued, "body": case[side]}
    return LinkedPlan(plan_from(f"{issuer}/cong-tac/{year}", data), linker_of(registry))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_each_change_of_a_whole_plan_is_told(case: dict[str, Any]) -> None:
    """The headline has the sentences that tell each change, and no other but how much stayed."""
    registry = registry_from({"units": [{**case["issuer"], "source": "cặp đo", "certainty": "certain"}]})
    old, new = (_plan(case, side, year, registry) for side, year in (("old", 2025), ("new", 2026)))
    *told, share = compare(old, new, registry).headline
    assert told == case["told"]
    assert "số chữ giữ nguyên" in share
