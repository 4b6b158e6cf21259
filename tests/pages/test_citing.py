"""Provisions cited as officials cite them."""

from __future__ import annotations

import pytest
from corpus import PLAN_IDS, SO_XAY_DUNG, TINH_2025, XA_EA_KNOP, at

from kehoach.meaning.fabric import Fabric
from kehoach.pages.citing import citation, document, provision


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("III", "mục III"),
        ("III.2", "khoản 2 mục III"),
        ("III.2.b", "điểm b khoản 2 mục III"),
        ("III.2.đ", "điểm đ khoản 2 mục III"),
        ("III.2.b.-4", "gạch đầu dòng thứ 4 điểm b khoản 2 mục III"),
        ("III.2.b.-4.+1", "dấu cộng thứ 1 gạch đầu dòng thứ 4 điểm b khoản 2 mục III"),
        ("IV.-1", "gạch đầu dòng thứ 1 mục IV"),
        ("2.a", "điểm a mục 2"),
        ("II.2.1", "khoản 2.1 mục II"),
        ("II.2.1.a", "điểm a khoản 2.1 mục II"),
        ("A.I.3", "khoản 3 mục I mục A"),
        ("QD.dieu-2", "Điều 2"),
        ("QD.dieu-2.1", "khoản 1 Điều 2"),
        ("QD.dieu-2.1.a", "điểm a khoản 1 Điều 2"),
        ("QD.can-cu-1", "căn cứ thứ 1"),
        ("QD.de-nghi", "phần đề nghị"),
        ("can-cu-3", "căn cứ thứ 3"),
        ("thuc-hien", "phần thực hiện"),
        ("noi-nhan-8", "dòng nơi nhận thứ 8"),
        ("close", "đoạn kết"),
        ("", ""),
    ],
)
def test_provision_says_the_smallest_part_first(path: str, expected: str) -> None:
    """A label path reads as it stands in a citation."""
    assert provision(path) == expected


def test_document_is_named_by_number_day_and_body(fabric: Fabric) -> None:
    """A plan on its own carries its number; one issued by a decision is cited through it; blanks stay visible."""
    plan = fabric.plans[SO_XAY_DUNG].plan
    assert document(plan, "Sở Xây dựng") == "Kế hoạch số 618/KH-SXD ngày 30 tháng 7 năm 2025 của Sở Xây dựng"
    issued = fabric.plans[TINH_2025].plan
    assert document(issued, "UBND tỉnh Đắk Lắk").startswith("Kế hoạch kèm theo Quyết định số ")
    assert document(issued, "UBND tỉnh Đắk Lắk", decision=True).startswith("Quyết định số ")
    blank = fabric.plans[XA_EA_KNOP].plan
    assert document(blank, "UBND xã Ea Knốp") == "Kế hoạch số …/KH-UBND ngày … tháng 01 năm 2026 của UBND xã Ea Knốp"


def test_citation_joins_place_and_document(fabric: Fabric) -> None:
    """A provision of the decision cites the decision, one of the plan the plan."""
    linked = fabric.plans[TINH_2025]
    article = citation(linked.plan, at(linked.lines, "QD.dieu-1")[0], "UBND tỉnh")
    assert article.startswith("Điều 1 Quyết định số ")
    point = citation(linked.plan, at(linked.lines, "III.2.b")[0], "UBND tỉnh")
    assert point.startswith("điểm b khoản 2 mục III Kế hoạch kèm theo Quyết định số ")


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_every_provision_can_be_cited(fabric: Fabric, plan_id: str) -> None:
    """No two provisions of a plan that have a path of their own share a citation."""
    linked = fabric.plans[plan_id]
    paths = {(line.part, line.path) for line in linked.lines if line.anchor}
    said = {(part, provision(path)) for part, path in paths}
    assert len(said) == len(paths)
    assert all(words for _, words in said)
