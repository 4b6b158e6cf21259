"""One changed duty, told both ways: its weight, the sentences of the headline, the bodies in the list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.comparison.compare import compare
from kehoach.comparison.dutytable import duty_rows
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from
from kehoach.model.registry import Registry

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("meaning-pairs.cases.yaml").read_text(encoding="utf-8")
)
_YEARS = {"old": 2025, "new": 2026}


def _plan(case: dict[str, Any], side: str, registry: Registry) -> LinkedPlan:
    """Make a plan of the one side's provisions, each under the case's heading if it has one."""
    issuer, year = case["issuer"], _YEARS[side]
    texts = case[side] if isinstance(case[side], list) else [case[side]]
    heading = {"heading": case["heading"]} if "heading" in case else {}
    items = [{"id": f"viec-{number}", "text": text, **heading} for number, text in enumerate(texts)]
    issued = {"place": "Nơi", "date": f"{year}-01-15", "printed": f"Nơi, ngày 15/01/{year}"}
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": items}]
    data = {"title": "KẾ HOẠCH công tác", "issuer": issuer, "issued": issued, "body": body}
    return LinkedPlan(plan_from(f"{issuer}/cong-tac/{year}", data), linker_of(registry))


@pytest.mark.parametrize("back", [False, True], ids=["on", "back"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_pair_is_told_both_ways(repository: Repository, case: dict[str, Any], back: bool) -> None:
    """What changed is said, in whose list too; another way of writing is said to be no change."""
    sides = [_plan(case, side, repository.registry) for side in (("new", "old") if back else ("old", "new"))]
    comparison = compare(sides[0], sides[1], repository.registry)
    weights = {change.weight for change in comparison.provisions}
    substantive = case.get("substantive_back" if back else "substantive_on", case["substantive"])
    assert ("substantive" in weights) is substantive, comparison.headline
    assert comparison.headline[0].startswith("Không đổi việc") is not case["substantive"]
    if not case["substantive"]:
        return
    said = "\n".join(comparison.headline)
    told, bodies = (case[f"{key}_back" if back else key] for key in ("told", "bodies"))
    assert [sentence for sentence in told if sentence not in _without_places(said)] == [], said
    assert len(told) == sum(_tells(sentence) for sentence in comparison.headline), said
    assert sorted({row.who for row in duty_rows(comparison, sides[0], sides[1], repository.registry)}) == bodies


def _without_places(said: str) -> str:
    """Leave the places out, which the sentences of the cases do not have."""
    for path in ("I.1", "I.2"):
        for year in ("", " năm 2025", " năm 2026"):
            said = said.replace(f" (mục {path}{year})", "")
    return said


def _tells(sentence: str) -> bool:
    """Whether a sentence tells a change, and not how much stayed or how sure the registry is."""
    return "số chữ giữ nguyên" not in sentence and "chưa kiểm chứng" not in sentence
