"""Who takes up what, against the cells read by hand, and what a person's word changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from corpus import HUYEN_DONG_XUAN, SO_XAY_DUNG, TINH_2025, XA_EA_KNOP, gold

from kehoach.comparison.cascade import Cascade, CascadeCell, Coverage, passage
from kehoach.comparison.uptake import content_items
from kehoach.comparison.words import text_after, text_before
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.plan import Uptake

_PAIRS: list[dict[str, Any]] = gold("coverage")["pairs"]


def covered(fabric: Fabric, upper: str, lower: str) -> Coverage:
    return Cascade(fabric.registry).cover(fabric.plans[upper], fabric.plans[lower])


def cell_at(coverage: Coverage, path: str) -> CascadeCell:
    return next(cell for cell in coverage.cells if cell.upper.path == path)


def _agrees(cell: CascadeCell, expected: dict[str, Any]) -> bool:
    wanted = expected["lower"] if isinstance(expected["lower"], list) else [expected["lower"]]
    return cell.status == expected["status"] and (cell.item.path if cell.item else None) in wanted


def test_cells_agree_with_those_read_by_hand(own_fabric: Fabric, capsys: pytest.CaptureFixture[str]) -> None:
    """At least nine of ten cells, status and place both, overall and nearly so in each pair; the figures are shown."""
    lines, total = [], Counter[str]()
    for pair in _PAIRS:
        coverage = covered(own_fabric, pair["upper"], pair["lower"])
        sure = [cell for cell in pair["cells"] if not cell.get("unsure")]
        right = sum(_agrees(cell_at(coverage, cell["upper"]), cell) for cell in sure)
        unsure = [cell for cell in pair["cells"] if cell.get("unsure")]
        also = sum(_agrees(cell_at(coverage, cell["upper"]), cell) for cell in unsure)
        total.update(right=right, cells=len(sure), also=also, unsure=len(unsure))
        lines.append(f"{pair['upper']} / {pair['lower']}: {right} of {len(sure)}, unsure {also} of {len(unsure)}")
        assert right / len(sure) >= 0.88, lines
    with capsys.disabled():
        print("", *lines, f"agreement {total['right'] / total['cells']:.3f} of {total['cells']} cells", sep="\n")
    assert total["cells"] >= 48
    assert total["right"] / total["cells"] >= 0.9


def test_the_more_certain_the_more_often_right(own_fabric: Fabric) -> None:
    """Cells called certain are hardly ever wrong, likely ones seldom; doubtful ones can be."""
    right, all_ = Counter[str](), Counter[str]()
    for pair in _PAIRS:
        coverage = covered(own_fabric, pair["upper"], pair["lower"])
        for expected in (cell for cell in pair["cells"] if not cell.get("unsure")):
            cell = cell_at(coverage, expected["upper"])
            right[cell.certainty] += _agrees(cell, expected)
            all_[cell.certainty] += 1
    assert right["certain"] / all_["certain"] >= 0.97
    assert right["likely"] / all_["likely"] >= 0.9
    assert right["doubtful"] / all_["doubtful"] >= 0.75


@pytest.mark.parametrize("pair", _PAIRS, ids=lambda pair: pair["lower"])
def test_hand_read_cells_are_all_there_is(own_fabric: Fabric, pair: dict[str, Any]) -> None:
    """Every item of the upper plan that says something has a hand-read cell, so that no easy ones were picked."""
    coverage = covered(own_fabric, pair["upper"], pair["lower"])
    assert [cell.upper.path for cell in coverage.cells] == [cell["upper"] for cell in pair["cells"]]


@pytest.mark.parametrize("pair", _PAIRS, ids=lambda pair: pair["lower"])
def test_own_items_are_found(own_fabric: Fabric, pair: dict[str, Any]) -> None:
    """Most items that a reader calls the lower plan's own are among those found."""
    own = {entry.item.path for entry in covered(own_fabric, pair["upper"], pair["lower"]).own}
    assert len(own & set(pair["own"])) >= 0.75 * len(pair["own"])


def test_item_that_takes_something_up_is_not_own(own_fabric: Fabric) -> None:
    """An own item stands in no cell."""
    for pair in _PAIRS:
        coverage = covered(own_fabric, pair["upper"], pair["lower"])
        used = {node.path for cell in coverage.cells for node in (cell.item, *cell.also) if node}
        assert used.isdisjoint(own.item.path for own in coverage.own)


def test_evidence_gives_both_passages(own_fabric: Fabric) -> None:
    """The word runs of a cell lead from the one text to the other, word for word."""
    for pair in _PAIRS:
        for cell in covered(own_fabric, pair["upper"], pair["lower"]).cells:
            if cell.item:
                assert text_after(cell.ops) == passage(cell.item)
                assert text_before(cell.ops).split() == passage(cell.upper).split()


def test_abbreviation_spelled_out_is_word_for_word(fabric: Fabric) -> None:
    """ "cải cách hành chính (CCHC)" and "CCHC" are the same words."""
    cell = cell_at(covered(fabric, TINH_2025, XA_EA_KNOP), "I.1.b")
    assert (cell.status, cell.item and cell.item.path) == ("verbatim", "I.1.-2")


@pytest.mark.parametrize(
    ("upper", "path", "manner"),
    [
        (HUYEN_DONG_XUAN, "II.1.c", "place"),
        (HUYEN_DONG_XUAN, "I.2.c", "shortened"),
        (HUYEN_DONG_XUAN, "II.1.a", "numbers"),
        (HUYEN_DONG_XUAN, "II.1.a", "documents"),
        (TINH_2025, "II.1.d", "extended"),
    ],
)
def test_adaptation_is_said(fabric: Fabric, upper: str, path: str, manner: str) -> None:
    """Only another place, a part left out, a new number, other documents."""
    assert manner in cell_at(covered(fabric, upper, SO_XAY_DUNG), path).manner


def test_headings_and_lead_ins_are_no_items(fabric: Fabric) -> None:
    """A bare heading and "tập trung vào những nội dung sau:" ask nothing; a list's own sentence does."""
    coverage = covered(fabric, TINH_2025, XA_EA_KNOP)
    paths = {cell.upper.path for cell in coverage.cells}
    assert paths.isdisjoint({"I", "I.1", "II.1", "IV.1.a", "QD.dieu-2"})
    assert {"II.1.c", "III.1", "III.3", "I.3"} <= paths
    assert content_items([]) == []


def _with(fabric: Fabric, lower: str, *entries: Uptake) -> LinkedPlan:
    linked = fabric.plans[lower]
    return LinkedPlan(replace(linked.plan, coverage=entries), linked.linker)


def test_person_overrules_the_machine(fabric: Fabric) -> None:
    """A noted item stands with its note, and what the machine had read is kept beside it."""
    said = Uptake(f"{TINH_2025}#nhan-rong-sang-kien", "adapted", "ket-qua-mo-hinh-sang-kien", "Cùng nội dung.")
    lower = _with(fabric, SO_XAY_DUNG, said)
    cell = cell_at(Cascade(fabric.registry).cover(fabric.plans[TINH_2025], lower), "II.1.c.-3")
    assert (cell.status, cell.by, cell.machine, cell.note) == ("adapted", "person", "absent", "Cùng nội dung.")
    assert cell.item and cell.item.path == "II.1.-4"


def test_person_rejects_a_reading(fabric: Fabric) -> None:
    """What the machine took as taken up is absent when a person says so, and the lower item can become its own."""
    said = Uptake(f"{TINH_2025}#cai-cach-che-do-cong-vu", "absent")
    coverage = Cascade(fabric.registry).cover(fabric.plans[TINH_2025], _with(fabric, SO_XAY_DUNG, said))
    cell = cell_at(coverage, "II.1.c.-4")
    assert (cell.status, cell.item, cell.machine) == ("absent", None, "adapted")
    assert "II.1.-5" in {own.item.path for own in coverage.own}


def test_word_on_another_plan_is_left_alone(fabric: Fabric) -> None:
    """An entry on one upper plan says nothing on another."""
    lower = _with(fabric, SO_XAY_DUNG, Uptake("tinh-khac/loat/2025#nhan-rong-sang-kien", "absent"))
    assert all(c.by == "machine" for c in Cascade(fabric.registry).cover(fabric.plans[TINH_2025], lower).cells)


def test_plans_without_items_have_no_cells(fabric: Fabric) -> None:
    """Nothing to compare is no error."""
    linked = fabric.plans[XA_EA_KNOP]
    empty = LinkedPlan(replace(linked.plan, id="xa-ea-knop/trong/2026", body=()), linked.linker)
    cascade = Cascade(fabric.registry)
    assert cascade.cover(empty, linked).cells == ()
    assert cascade.cover(linked, empty).counts["absent"] == len(cascade.cover(linked, empty).cells)
