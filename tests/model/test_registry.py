"""The registries as values: scopes, lifetimes, groups, successions, how documents are named."""

from __future__ import annotations

import datetime as dt

import pytest
from registries import document, lifetime, small_registry, unit

from kehoach.meaning.fabric import Fabric
from kehoach.model.fromdata import registry_from

JULY = dt.date(2025, 7, 1)


def test_scopes_go_outwards() -> None:
    """A body's scopes are itself and the authorities around it; an unknown body has none."""
    registry = small_registry()
    assert registry.scopes("phong-noi-vu-b1") == ["phong-noi-vu-b1", "huyen-b1", "tinh-b"]
    assert registry.scopes("van-phong-so-a") == ["van-phong-so-a", "so-van-hoa-a", "tinh-a"]
    assert registry.scopes("khong-co") == []


def test_scopes_of_a_circle_end() -> None:
    """A circle among scopes is walked once: saying that it is one is for the checks."""
    registry = registry_from({"units": [unit("a", "A", within="b"), unit("b", "B", within="a")]})
    assert registry.scopes("a") == ["a", "b"]


@pytest.mark.parametrize(
    ("start", "end", "first", "last", "exists"),
    [
        ("", "2025-06-30", "2025-06-30", "2025-06-30", True),
        ("", "2025-06-30", "2025-07-01", "2025-07-31", False),
        ("2025-07-01", "", "2025-06-01", "2025-06-30", False),
        ("2025-07-01", "", "2025-06-01", "2025-07-01", True),
        ("", "", "1900-01-01", "1900-01-01", True),
    ],
)
def test_body_exists_where_its_dates_leave_it_open(start: str, end: str, first: str, last: str, exists: bool) -> None:
    """First and last day count in; an unknown date rules nothing out."""
    lives = {"lifetime": lifetime(start, end)} if start or end else {}
    body = registry_from({"units": [unit("a", "A", **lives)]}).units["a"]
    assert body.exists(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) is exists


def test_group_by_kind_and_scope_has_who_exists_then() -> None:
    """A group's members are listed ones and those of its kinds below its scope, while they exist."""
    registry = registry_from(
        {
            "units": [
                unit("tinh", "Tỉnh", kind="people_committee"),
                unit("so-mot", "Sở một", within="tinh", level="province"),
                unit("so-cu", "Sở cũ", within="tinh", level="province", lifetime=lifetime(end="2025-06-30")),
                unit("phong", "Phòng", within="tinh", level="district"),
                unit("bao", "Báo", kind="press", within="tinh"),
                unit(
                    "cac-so",
                    "Các sở",
                    kind="group",
                    members={"units": ["bao"], "kinds": ["department"], "level": "province", "within": "tinh"},
                ),
            ]
        }
    )
    group = registry.units["cac-so"]
    assert [m.id for m in registry.groups.members(group, JULY, JULY)] == ["so-mot", "bao"]
    assert [m.id for m in registry.groups.members(group, dt.date.min, dt.date.max)] == ["so-mot", "so-cu", "bao"]
    assert registry.groups.members(registry.units["bao"], JULY, JULY) == []
    assert {name: [g.id for g in groups] for name, groups in registry.groups.of_unit.items()} == {
        "so-mot": ["cac-so"],
        "so-cu": ["cac-so"],
        "bao": ["cac-so"],
    }


def test_successor_knows_what_went_into_it(fabric: Fabric) -> None:
    """The dissolved Sở Thông tin và Truyền thông went into two departments on 1 March 2025."""
    for heir in ("so-khoa-hoc-va-cong-nghe-dak-lak", "so-van-hoa-the-thao-va-du-lich-dak-lak"):
        found = {(old.id, event.date) for old, event in fabric.registry.predecessors[heir]}
        assert ("so-thong-tin-va-truyen-thong-dak-lak", dt.date(2025, 3, 1)) in found


@pytest.mark.parametrize(
    ("kind", "number", "symbol", "names", "title"),
    [
        ("Nghị quyết", "76", "NQ-CP", [], "Nghị quyết số 76/NQ-CP"),
        ("Chỉ thị", "17", "CT/TU", [], "Chỉ thị số 17-CT/TU"),
        ("Luật", "104", "2016/QH13", ["Luật Tiếp cận thông tin"], "Luật số 104/2016/QH13"),
        ("Luật", None, "", ["Luật Tiếp cận thông tin"], "Luật Tiếp cận thông tin"),
        ("Kế hoạch", None, "", [], "Kế hoạch"),
    ],
)
def test_document_is_named_as_usual(kind: str, number: str | None, symbol: str, names: list[str], title: str) -> None:
    """Party documents join number and symbol by a hyphen, a law without a number goes by its name."""
    registry = registry_from({"documents": [document("vb", kind, number, symbol, names=names)]})
    assert registry.documents["vb"].title == title


def test_first_of_two_equal_ids_counts() -> None:
    """A second entry of an id changes nothing: the checks report it."""
    assert registry_from({"units": [unit("a", "Một"), unit("a", "Hai")]}).units["a"].name == "Một"
