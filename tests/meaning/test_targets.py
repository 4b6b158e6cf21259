"""Figures that sentences promise against a table read by hand: none is read wrong, and few are not read."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from corpus import ROOT

from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.meaning.plantargets import plan_targets
from kehoach.meaning.targetholders import holders
from kehoach.meaning.targets import PrintedTarget, read_targets
from kehoach.model.fromdata import plan_from

CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/meaning/targets.cases.yaml").read_text(encoding="utf-8"))


def row(text: str, target: PrintedTarget) -> dict[str, Any]:
    """Give a target as the table writes it."""
    upper, per, by, whose = target.upper, target.per, target.by, ", ".join(holders(text, target) or ())
    told = {"upper": upper, "per": per, "by": by, "whose": whose.lower()}
    said = {"value": target.value, "unit": target.unit.lower(), "comparison": target.comparison}
    return {**said, **{key: value for key, value in told.items() if value}}


def expected(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {key: value.lower() if isinstance(value, str) else value for key, value in entry.items()}
        for entry in case["expect"]
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_target_is_read_as_by_hand(case: dict[str, Any]) -> None:
    """Value, unit, comparison, period, last day and holder are those of the table, and no other figure is one."""
    read = read_targets(case["text"], case["plan_year"])
    found = [row(case["text"], target) for target in read]
    wanted = [] if case.get("may_unread") and not found else expected(case)
    assert [one["value"] for one in found] == [one["value"] for one in wanted]
    assert [one for one, other in zip(found, wanted, strict=True) if not _fits(one, other)] == []
    assert all(case["text"][target.start : target.end] == target.words for target in read)


def _fits(found: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether all that is said is right; the unit may be told with fewer of its words."""
    same = {key: value for key, value in found.items() if key != "unit"}
    return same == {key: value for key, value in wanted.items() if key != "unit"} and found["unit"] in wanted["unit"]


def test_the_table_has_figures_that_are_no_targets() -> None:
    """What has been reached, is spent, limits a duration or names a condition stands in the table with nothing."""
    assert len(CASES) >= 80
    assert sum(not case["expect"] for case in CASES) >= 20


def test_what_is_noted_in_a_plan_is_told_once(fabric: Fabric) -> None:
    """A figure of the notes counts before the same one that was read, and a holder whom nobody knows is no issuer."""
    rows = [(linked.plan.id, one) for linked in fabric.plans.values() for one in plan_targets(linked)]
    assert len(rows) >= 6
    assert len({(plan_id, one.anchor, one.value, one.unit) for plan_id, one in rows}) == len(rows)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Tỷ lệ hài lòng đạt 95% vào năm 2026 nếu được bố trí vốn.", "31/12/2026 [nếu được bố trí vốn]"),
        ("Đến hết quý III/2026 tỷ lệ hài lòng đạt 80%, tùy nguồn vốn.", "30/9/2026 [tùy nguồn vốn]"),
        ("Đến hết quý III/2026 tỷ lệ hài lòng đạt 80%.", "30/9/2026"),
    ],
)
def test_the_day_of_a_figure_goes_with_what_limits_it(fabric: Fabric, text: str, by: str) -> None:
    """As a day of a duty does: nobody has promised the figure by then whatever happens."""
    data = {
        "title": "KẾ HOẠCH",
        "issuer": "tinh-dak-lak",
        "issued": {"place": "Nơi", "date": "2026-01-15", "printed": "Nơi, ngày 15/01/2026"},
        "body": [{"id": "muc-tieu", "heading": "Mục tiêu", "items": [{"id": "y", "text": text}]}],
    }
    plan = LinkedPlan(plan_from("tinh-dak-lak/cong-tac/2026", data), linker_of(fabric.registry))
    assert [target.by for target in plan_targets(plan)] == [by]
