"""Alignment against the pairs of 2021 and 2025 that were read by hand."""

from __future__ import annotations

import pytest
from corpus import PLAN_IDS, TINH_2021, TINH_2025, gold

from kehoach.comparison.align import align
from kehoach.comparison.compare import compare
from kehoach.comparison.model import Comparison
from kehoach.comparison.nodes import Vocabulary, nodes
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from

GOLD = [(row["from"], row["to"]) for row in gold("alignment-tinh-dak-lak-2021-2025")]
PAIRS = {(old, new) for old, new in GOLD if old and new}


@pytest.fixture(scope="module", params=[True, False], ids=["ids", "content"])
def comparison(request: pytest.FixtureRequest, own_fabric: Fabric) -> tuple[bool, Comparison]:
    """2021 to 2025, with ids and by content alone."""
    plans = own_fabric.plans
    return request.param, compare(plans[TINH_2021], plans[TINH_2025], own_fabric.registry, use_ids=request.param)


def test_pairs_are_those_read_by_hand(comparison: tuple[bool, Comparison]) -> None:
    """Pair F1 against the hand-read alignment, splits and merges included."""
    by_ids, found = comparison
    pairs = {(c.old.path, c.new.path) for c in found.provisions if c.old and c.new}
    f1 = 2 * len(pairs & PAIRS) / (len(pairs) + len(PAIRS))
    assert f1 >= (0.97 if by_ids else 0.93), sorted(pairs ^ PAIRS)


def test_dropped_and_added_are_those_read_by_hand(comparison: tuple[bool, Comparison]) -> None:
    """What was dropped or added is paired with nothing; by content alone a few reworked provisions look new too."""
    by_ids, found = comparison
    removed = {c.node.path for c in found.provisions if c.status == "removed"}
    added = {c.node.path for c in found.provisions if c.status == "added"}
    dropped, come = {old for old, new in GOLD if not new}, {new for old, new in GOLD if not old}
    assert (dropped, come) == (removed, added) if by_ids else dropped <= removed and come <= added


def test_no_field_line_is_matched_to_another_items(comparison: tuple[bool, Comparison], own_fabric: Fabric) -> None:
    """Field lines are compared within a pair, never on their own: no node is a field line."""
    _, found = comparison
    fields = {line.path for p in (TINH_2021, TINH_2025) for line in own_fabric.plans[p].lines if line.kind == "field"}
    assert fields
    assert not {c.node.path for c in found.provisions} & fields


@pytest.mark.parametrize("old", PLAN_IDS)
@pytest.mark.parametrize("new", PLAN_IDS)
@pytest.mark.parametrize("use_ids", [True, False])
def test_every_node_is_accounted_for(fabric: Fabric, old: str, new: str, use_ids: bool) -> None:
    """Each node of either plan has exactly one pair of its own, or is split, merged, added or removed."""
    vocabulary = Vocabulary(fabric.registry)
    before, after = (nodes(fabric.plans[plan_id], vocabulary) for plan_id in (old, new))
    pairs = align(before, after, use_ids=use_ids)
    own = [p for p in pairs if p.kind == "pair"]
    parts = [p for p in pairs if p.kind != "pair"]
    for side, all_nodes in (("old", before), ("new", after)):
        found = [getattr(p, side) for p in own if getattr(p, side) >= 0]
        assert len(found) == len(set(found))
        assert {*found, *(getattr(p, side) for p in parts)} == set(range(len(all_nodes)))
    assert all(before[p.old].group == after[p.new].group for p in pairs if p.old >= 0 and p.new >= 0)


def test_an_id_that_two_texts_have_by_chance_pairs_nothing(repository: Repository) -> None:
    """An importer names items by their first words: where the very words stand under another id, they are the item."""
    work = "Phòng Tổng hợp và theo dõi nguồn vốn"
    sides = []
    for year, (first, second), text in (
        (2025, ("phong-tong-hop", "phong-tong-hop-2"), f"{work} chủ trì rà soát danh mục dự án."),
        (2026, ("trung-tam-dau-tu", "phong-tong-hop"), "Trung tâm Đầu tư chủ trì rà soát danh mục dự án."),
    ):
        items = [{"id": first, "text": text}, {"id": second, "heading": f"{work} của Sở"}]
        issued = {"place": "Nơi", "date": f"{year}-01-15", "printed": f"Nơi, ngày 15/01/{year}"}
        body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": items}]
        data = {"title": "KẾ HOẠCH", "issuer": "tinh-dak-lak", "issued": issued, "body": body}
        sides.append(LinkedPlan(plan_from(f"tinh-dak-lak/cong-tac/{year}", data), linker_of(repository.registry)))
    changes = compare(sides[0], sides[1], repository.registry).provisions
    pairs = [(c.old.path if c.old else "", c.new.path if c.new else "") for c in changes]
    assert pairs == [("I", "I"), ("I.1", "I.1"), ("I.2", "I.2")]
