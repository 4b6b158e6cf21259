"""Whether a legal basis held on a day: from the registry alone, with its source, and unknown where it says nothing."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml
from corpus import FIVE, HUYEN_DONG_XUAN, ROOT, SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP
from registries import document

from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import parse
from kehoach.meaning.fabric import Fabric
from kehoach.meaning.status import at_plan, basis_health, events, health
from kehoach.model.fromdata import registry_from
from kehoach.model.registry import KINDS, Registry

_SAID = {"source": "thử", "certainty": "likely"}
DOCUMENTS = [
    document("cu", "Luật", "1", "2015/QH13", issued="2015-06-19", valid_from="2016-01-01"),
    document(
        "sua",
        "Luật",
        "2",
        "2019/QH14",
        issued="2019-11-22",
        valid_from="2020-07-01",
        relations=[{"type": "amends", "document": "cu", **_SAID}],
    ),
    document(
        "moi",
        "Luật",
        "3",
        "2025/QH15",
        issued="2025-02-19",
        valid_from="2025-03-01",
        relations=[{"type": "replaces", "document": "cu", "date": "2025-03-01", **_SAID}],
    ),
    document("chuong-trinh", "Quyết định", "4", "QĐ", issued="2021-12-10", period={"from": 2021, "to": 2025, **_SAID}),
    document("cong-van", "Công văn", "5", "BNV", issued="2021-08-02"),
    document(
        "bai-bo",
        "Quyết định",
        "6",
        "QĐ",
        issued="2024-05-05",
        relations=[{"type": "repeals", "document": "cong-van", **_SAID}],
    ),
]


@pytest.fixture(scope="module")
def registry() -> Registry:
    return registry_from({"documents": DOCUMENTS})


@pytest.mark.parametrize(
    ("document_id", "day", "state"),
    [
        ("cu", "2015-12-31", "not_yet"),
        ("cu", "2016-01-01", "in_force"),
        ("cu", "2020-07-01", "amended"),
        ("cu", "2025-02-28", "amended"),
        ("cu", "2025-03-01", "replaced"),
        ("moi", "2026-01-01", "in_force"),
        ("sua", "2024-12-31", "in_force"),
        ("sua", "2025-03-01", "lapsed"),
        ("chuong-trinh", "2021-12-10", "in_period"),
        ("chuong-trinh", "2025-12-31", "in_period"),
        ("chuong-trinh", "2026-01-01", "expired"),
        ("cong-van", "2024-05-04", "unknown"),
        ("cong-van", "2024-05-05", "repealed"),
    ],
)
def test_state_on_a_day(registry: Registry, document_id: str, day: str, state: str) -> None:
    """Before it begins, while it holds, amended, replaced, repealed, its period over, or not known."""
    assert health(registry, registry.documents[document_id], dt.date.fromisoformat(day)).state == state


def test_state_names_who_did_it_and_who_says_so(registry: Registry) -> None:
    """The event carries the other document, the day, the source and the certainty."""
    found = health(registry, registry.documents["cu"], dt.date(2026, 1, 1))
    assert found.event
    assert (found.event.by, found.event.date) == ("moi", dt.date(2025, 3, 1))
    assert (found.event.evidence.source, found.event.evidence.certainty) == ("thử", "likely")


def test_period_counts_against_the_year_of_a_plan(registry: Registry) -> None:
    """A plan for 2026 signed in 2025 is beyond a programme that ends with 2025."""
    programme, day = registry.documents["chuong-trinh"], dt.date(2025, 12, 20)
    assert health(registry, programme, day).state == "in_period"
    assert health(registry, programme, day, 2026).state == "expired"


def test_unknown_day_speaks_for_the_document(fabric: Fabric) -> None:
    """Of a plan of "tháng 01 năm 2026" a basis of 14 January has begun, as the plan can be of later that month."""
    plan = fabric.plans[XA_EA_KNOP].plan
    assert at_plan(fabric.registry, plan, fabric.registry.documents["ke-hoach-05-kh-svhttdl-2026"]).state == "in_period"


@pytest.mark.parametrize("plan_id", [TINH_2021, TINH_2025, SO_XAY_DUNG, HUYEN_DONG_XUAN, XA_EA_KNOP])
def test_every_basis_is_judged_once(fabric: Fabric, plan_id: str) -> None:
    """All that a plan is based on or carries out; none had ended when the five plans were issued."""
    plan = fabric.plans[plan_id].plan
    found = basis_health(fabric.registry, plan, fabric.above(plan_id), dt.date(2026, 11, 21))
    named = {u.id for u in fabric.above(plan_id) if u.relation in ("based_on", "implements")}
    assert {row.document.id for row in found} == named
    assert not any(row.then.gone for row in found)
    assert all(row.now for row in found)


def test_age_alone_is_told_from_a_fault(fabric: Fabric) -> None:
    """The law of 2015 held for the plan of 2021 and was replaced in 2025: only age, and what came is dated."""
    plan = fabric.plans[TINH_2021].plan
    found = basis_health(fabric.registry, plan, fabric.above(TINH_2021), dt.date(2026, 1, 20))
    law = next(row for row in found if row.document.id == "luat-77-2015-qh13")
    assert law.then.state == "amended" and law.now and law.now.state == "replaced"
    assert [(event.kind, event.by) for event in law.later] == [("replaced", "luat-65-2025-qh15")]


def test_events_come_in_order(registry: Registry) -> None:
    """What happened to a document is told by date."""
    kinds = [event.kind for event in events(registry, registry.documents["cu"])]
    assert kinds == ["in_force", "amended", "replaced"]


def _facts(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of all mappings that carry a source."""
    if isinstance(value, dict):
        if "source" in value and "certainty" in value:
            yield place
        for key, below in value.items():
            yield from _facts(below, (*place, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _facts(below, (*place, index))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", ["source", "certainty"])
def test_no_fact_of_a_registry_without_source_and_certainty(kind: str, key: str) -> None:
    """``validate`` fails on an entry, period, lifetime, succession or relation that lacks either: one of each shape."""
    file = f"plans/registry/{kind}.yaml"
    schema = Schema.read(kind, (ROOT / "schema" / f"{kind}.v1.schema.json").read_text(encoding="utf-8"))
    data = yaml.load((FIVE / file).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    data["schema_version"] = 1
    loaded = parse((FIVE / file).read_bytes(), file)
    shapes = {tuple("*" if isinstance(part, int) else part for part in place): place for place in _facts(data)}
    assert shapes
    for place in shapes.values():
        broken = deepcopy(loaded.value)
        fact = broken
        for part in place:
            fact = fact[part]
        del fact[key]
        copy = parse(json.dumps(broken, ensure_ascii=False).encode(), file)
        copy.value, copy.problems = broken, []
        assert "KH201" in {problem.code for problem in schema.problems(copy)}, place
