"""Pairs of editions before and after a reorganisation, and sentences turned round: weight, words, whose list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpus import table

from kehoach.comparison.compare import compare
from kehoach.comparison.dutytable import duty_rows
from kehoach.comparison.kinds import kinds
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from, registry_from
from kehoach.model.registry import Registry

TABLE: dict[str, Any] = table(Path(__file__).with_name("reorganised.cases.yaml"))
_TOLD = {"source": "cặp đo", "certainty": "certain"}


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The bodies of one province, some of them from before the reforms of 2025."""
    return registry_from({"units": [{**unit, **_TOLD} for unit in TABLE["units"]]})


def _plan(told: Any, year: int, registry: Registry) -> LinkedPlan:
    provisions = told if isinstance(told, list) else [told]
    items = [
        {"id": f"viec-{number}", **({"text": words} if isinstance(words, str) else words)}
        for number, words in enumerate(provisions)
    ]
    issued = {"place": "Lâm Đồng", "date": f"{year}-01-15", "printed": f"Lâm Đồng, ngày 15/01/{year}"}
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": items}]
    data = {"title": "KẾ HOẠCH công tác", "issuer": "lam-dong", "issued": issued, "body": body}
    return LinkedPlan(plan_from(f"lam-dong/cong-tac/{year}", data), linker_of(registry))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_pair_is_told(registry: Registry, case: dict[str, Any]) -> None:
    """What changed is weighed, said and listed for those concerned; what did not is said to be the same."""
    old, new = _plan(case["old"], 2025, registry), _plan(case["new"], 2026, registry)
    comparison = compare(old, new, registry)
    said = " ".join(comparison.headline)
    weights = {change.weight for change in comparison.provisions}
    heaviest = next(weight for weight in ("substantive", "minor", "editorial") if weight in weights)
    assert heaviest == case["weight"], comparison.headline
    assert [words for words in case["told"] if words not in said] == [], said
    assert [words for words in case.get("not_told", ()) if words in said] == [], said
    listed = sorted({row.who for row in duty_rows(comparison, old, new, registry)})
    assert "listed" not in case or listed == sorted(case["listed"])


def test_a_reorganisation_is_a_kind_of_its_own(registry: Registry) -> None:
    """Who only stands in the place of a body that ended is not told as another body named."""
    case = next(case for case in TABLE["cases"] if case["name"] == "noi-nhan-sap-nhap")
    comparison = compare(_plan(case["old"], 2025, registry), _plan(case["new"], 2026, registry), registry)
    assert [kinds(change) for change in comparison.provisions if change.fields] == [("reorganised",)]
