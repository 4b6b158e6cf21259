"""Laws that every comparison keeps, over all pairs of the real plans."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from itertools import product

import pytest
from applying import apply, printed
from corpus import PLAN_IDS, TINH_2021, TINH_2025

from kehoach.comparison.compare import compare
from kehoach.comparison.data import as_data
from kehoach.comparison.kinds import KINDS, kinds
from kehoach.comparison.model import Comparison
from kehoach.comparison.nodes import Vocabulary, nodes
from kehoach.meaning.fabric import Fabric, LinkedPlan

ALL_PAIRS = pytest.mark.parametrize(("old", "new"), list(product(PLAN_IDS, PLAN_IDS)))
MIRRORED = {"added": "removed", "removed": "added", "split": "merge", "merge": "split"}


def pair(fabric: Fabric, old: str, new: str) -> tuple[LinkedPlan, LinkedPlan]:
    return fabric.plans[old], fabric.plans[new]


@cache
def compared(fabric: Fabric, old: str, new: str, use_ids: bool) -> Comparison:
    return compare(*pair(fabric, old, new), fabric.registry, use_ids=use_ids)


def outline(comparison: Comparison, *, mirrored: bool = False) -> Counter[tuple[object, ...]]:
    """What a comparison says of each pair, without where it stands; seen from the other side where asked."""
    turned = MIRRORED if mirrored else {}
    found: Counter[tuple[object, ...]] = Counter()
    for change in comparison.changes:
        sides = [node.name if node else "" for node in (change.old, change.new)]
        words = {(f.name, *((f.new, f.old) if mirrored else (f.old, f.new))) for f in change.fields}
        status, relation = (turned.get(word, word) for word in (change.status, change.relation))
        found[change.node.group, *(sides[::-1] if mirrored else sides), status, relation, frozenset(words)] += 1
    return found


@pytest.mark.parametrize("plan_id", PLAN_IDS)
@pytest.mark.parametrize("use_ids", [True, False])
def test_a_plan_does_not_differ_from_itself(fabric: Fabric, plan_id: str, use_ids: bool) -> None:
    """diff(a, a) is empty: no change, no headline, every word carried over."""
    found = compared(fabric, plan_id, plan_id, use_ids)
    assert {change.status for change in found.changes} == {"same"}
    assert not any(change.moved or kinds(change) for change in found.changes)
    assert found.headline == ()
    assert found.carried.percent == 100


@ALL_PAIRS
@pytest.mark.parametrize("use_ids", [True, False])
def test_the_published_data_gives_the_other_plan_back(fabric: Fabric, old: str, new: str, use_ids: bool) -> None:
    """apply(diff(a, b), a) is b: order, label paths, fields and every printed word, after a trip through JSON."""
    a, b = pair(fabric, old, new)
    data = json.loads(json.dumps(as_data(compared(fabric, old, new, use_ids))))
    vocabulary = Vocabulary(fabric.registry)
    assert apply(data, printed(nodes(a, vocabulary))) == printed(nodes(b, vocabulary))


def test_data_does_not_apply_to_another_plan(fabric: Fabric) -> None:
    """A comparison that starts from other words is refused."""
    a, b = pair(fabric, TINH_2021, TINH_2025)
    data = as_data(compare(a, b, fabric.registry))
    base = printed(nodes(b, Vocabulary(fabric.registry)))
    with pytest.raises((KeyError, ValueError)):
        apply(data, base)


@ALL_PAIRS
@pytest.mark.parametrize("use_ids", [True, False])
def test_comparisons_mirror_each_other(fabric: Fabric, old: str, new: str, use_ids: bool) -> None:
    """diff(b, a) says the same as diff(a, b), seen from the other side."""
    forth, back = compared(fabric, old, new, use_ids), compared(fabric, new, old, use_ids)
    assert outline(back, mirrored=True) == outline(forth)
    assert sum(c.moved for c in back.changes) == sum(c.moved for c in forth.changes)


def test_data_names_kinds_and_weights(fabric: Fabric) -> None:
    """Open data carries the contract's keys, and only kinds that are documented."""
    data = as_data(compare(*pair(fabric, TINH_2021, TINH_2025), fabric.registry))
    keys = {"status", "moved", "from_path", "to_path", "from_id", "to_id", "fields", "ops"}
    for change in data["changes"]:
        assert keys <= set(change)
        assert set(change["kinds"]) <= set(KINDS)
        assert change["weight"] in ("editorial", "minor", "substantive")
    assert 0 < data["carried_over"]["percent"] < 100


def test_moved_provisions_are_told_apart_from_renumbered_ones(fabric: Fabric) -> None:
    """Of 2021's II.1.c the bullets after insertions only have new numbers; nothing there moved."""
    found = compare(*pair(fabric, TINH_2021, TINH_2025), fabric.registry)
    bullets = [c for c in found.provisions if c.old and c.new and c.relation == "pair" and "II.1.c.-" in c.new.path]
    assert any(c.renumbered for c in bullets)
    assert not any(c.moved for c in bullets)
    assert next(c for c in found.provisions if c.old and c.old.path == "II.2.c").new
