"""Whether a duty went to another body by choice or because of a reorganisation."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from registries import lifetime, unit

from kehoach.comparison.bodies import handovers
from kehoach.model.fromdata import registry_from
from kehoach.model.registry import Registry

_EVIDENCE = {"source": "thử", "certainty": "certain"}


def ended(event: str, date: str, *into: str) -> dict[str, Any]:
    return {"successions": [{"event": event, "date": date, "into": list(into), **_EVIDENCE}]}


@pytest.fixture(scope="module")
def registry() -> Registry:
    return registry_from(
        {
            "units": [
                unit("so-a", "Sở A"),
                unit("so-b", "Sở B"),
                unit("so-c", "Sở C"),
                unit("so-cu", "Sở Cũ", **ended("dissolved", "2025-03-01", "so-b", "so-c")),
                unit("so-doi-ten", "Sở Đổi tên", **ended("renamed", "2025-03-01", "so-b")),
                unit("so-bo", "Sở Bỏ", lifetime=lifetime(end="2024-12-31")),
                unit("so-giao-bot", "Sở Giao bớt", **ended("transferred", "2025-03-01", "so-c")),
            ]
        }
    )


@pytest.mark.parametrize(
    ("old", "new", "by", "kind", "into"),
    [
        ("so-doi-ten", "so-b", "2025-12-31", "renamed", ("so-b",)),
        ("so-cu", "so-b", "2025-12-31", "succeeded", ("so-b", "so-c")),
        ("so-a", "so-b", "2025-12-31", "reassigned", ()),
        ("so-cu", "so-a", "2025-12-31", "reassigned_after_dissolution", ("so-b", "so-c")),
        ("so-bo", "so-a", "2025-12-31", "reassigned_after_dissolution", ()),
        ("so-cu", "so-b", "2024-12-31", "reassigned", ()),
        ("so-giao-bot", "so-c", "2025-12-31", "succeeded", ("so-c",)),
        ("so-giao-bot", "so-a", "2025-12-31", "reassigned", ()),
    ],
    ids=[
        "renamed",
        "dissolved into the new one",
        "old one still exists",
        "dissolved into others",
        "gone without an heir",
        "dissolved only after the plan",
        "this work was transferred",
        "other work was transferred",
    ],
)
def test_kind(registry: Registry, old: str, new: str, by: str, kind: str, into: tuple[str, ...]) -> None:
    """Each way a body gives way to another is told apart."""
    (found,) = handovers(registry, [old], [new], dt.date.fromisoformat(by))
    assert (found.kind, found.into) == (kind, into)


def test_each_body_is_matched_once(registry: Registry) -> None:
    """An heir goes to the body it succeeds, the rest in order; bodies that stay take no part."""
    found = handovers(registry, ["so-a", "so-cu", "so-b"], ["so-c", "so-b", "so-giao-bot"], dt.date(2025, 12, 31))
    assert [(h.old, h.new, h.kind) for h in found] == [
        ("so-cu", "so-c", "succeeded"),
        ("so-a", "so-giao-bot", "reassigned"),
    ]


def test_nothing_to_explain(registry: Registry) -> None:
    """A body added or dropped without another in its place is no handover."""
    day = dt.date(2025, 12, 31)
    assert handovers(registry, ["so-a"], ["so-a"], day) == []
    assert handovers(registry, ["so-a"], ["so-a", "so-b"], day) == []
    assert handovers(registry, ["so-a", "so-b"], ["so-a"], day) == []
