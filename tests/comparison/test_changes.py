"""One changed duty each: what it weighs, what the headline says of it, and in whose list it stands."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from corpus import table

from kehoach.comparison.compare import compare
from kehoach.comparison.dutytable import duty_rows
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import Linker, linker_of
from kehoach.model.fromdata import plan_from
from kehoach.model.registry import Registry

TABLES = sorted(Path(__file__).parent.glob("changes*.cases.yaml"))


def turned(case: dict[str, Any]) -> dict[str, Any]:
    """Give a case seen from its other side."""
    return {**case, "old": case["new"], "new": case["old"], "years": case["years"][::-1]}


def cases() -> list[Any]:
    """Give every case, and the other side of those that hold both ways."""
    found = [case for path in TABLES for case in table(path)]
    back = [{**turned(case), "name": f"{case['name']}-nguoc"} for case in found if _holds_both_ways(case)]
    return [pytest.param(case, id=case["name"]) for case in (*found, *back)]


def _holds_both_ways(case: dict[str, Any]) -> bool:
    """Whether what a case says is true of its other side too: where both are of one year."""
    return bool(case["years"][0] == case["years"][1])


def folded(text: str) -> str:
    """Fold what does not count in a headline: case, composition, spaces."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def one_duty(linker: Linker, issuer: str, year: int, duty: dict[str, str]) -> LinkedPlan:
    """Make a plan of one duty."""
    issued = {"place": "Nơi ban hành", "date": f"{year}-01-15", "printed": f"Nơi ban hành, ngày 15 tháng 01 năm {year}"}
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": [{"id": "viec", **duty}]}]
    data = {"title": "KẾ HOẠCH tuyên truyền", "issuer": issuer, "issued": issued, "body": body}
    return LinkedPlan(plan_from(f"{issuer}/tuyen-truyen-cchc/{year}", data), linker)


def test_there_are_cases() -> None:
    """The tables hold the pairs of every kind."""
    assert len(cases()) >= 100


@pytest.mark.parametrize("case", cases())
def test_a_change_is_told(registry: Registry, case: dict[str, Any]) -> None:
    """A change of meaning is substantive, named, and in the list of the bodies; another way of writing is neither."""
    sides = zip(case["years"], (case["old"], case["new"]), strict=True)
    old, new = (one_duty(linker_of(registry), case["issuer"], year, duty) for year, duty in sides)
    comparison = compare(old, new, registry)
    change = next(c for c in comparison.provisions if c.node.key == "viec")
    said = folded(" ".join(comparison.headline))
    listed = {row.unit for row in duty_rows(comparison, old, new, registry)}
    assert (change.weight == "substantive") is case["substantive"], (change.reason, change.differences)
    assert [words for words in case["headline_must_name"] if folded(words) not in said] == [], comparison.headline
    assert set(case["bodies"]) <= listed
    if not case["substantive"]:
        assert not listed
        assert said.startswith("không đổi việc"), comparison.headline


@pytest.fixture(scope="module")
def registry(repository: Repository) -> Registry:
    """The bodies that the cases name."""
    return repository.registry


def test_words_in_another_order_may_change_the_meaning(registry: Registry) -> None:
    """What no rule reads is told as such, never as no change; it weighs little."""
    texts = (
        "Sở Nội vụ tuyên truyền rồi kiểm tra, sau đó tổng kết.",
        "Sở Nội vụ kiểm tra rồi tuyên truyền, sau đó tổng kết.",
    )
    old, new = (one_duty(linker_of(registry), "tinh-dak-lak", 2025, {"text": text}) for text in texts)
    comparison = compare(old, new, registry)
    assert "chỗ có thể đổi nghĩa" in comparison.headline[0]
    assert not any(said.startswith("Không đổi") for said in comparison.headline)


def test_nothing_changed_is_said_only_of_equal_ledgers(registry: Registry) -> None:
    """Words that no rule compares but that say a time on one side alone are named, not passed over."""
    texts = ("Sở Tư pháp báo cáo định kỳ theo tháng.", "Sở Tư pháp báo cáo định kỳ của tháng.")
    old, new = (one_duty(linker_of(registry), "tinh-dak-lak", 2025, {"text": text}) for text in texts)
    comparison = compare(old, new, registry)
    assert "chỗ có thể đổi nghĩa" in comparison.headline[0]
    assert not any(said.startswith("Không đổi") for said in comparison.headline)


def test_a_moved_duty_of_an_ended_group_orders_the_same_bodies(registry: Registry) -> None:
    """A draft that still names the districts after their end orders nobody new where a duty only changes its place."""
    groups = "Các sở, ban, ngành; UBND các huyện, thị xã, thành phố; UBND các xã, phường, thị trấn."
    first = {"id": "pa-no", "heading": "Lắp đặt pa nô", "implementers": groups}
    second = {"id": "to-gap", "heading": "In tờ gấp phát cho người dân", "implementers": "Sở Nội vụ."}
    linker = linker_of(registry)
    plans = []
    for year, items in ((2025, [first, second]), (2026, [second, first])):
        issued = {"place": "Đắk Lắk", "date": f"{year}-03-15", "printed": f"Đắk Lắk, ngày 15 tháng 3 năm {year}"}
        body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": items}]
        data = {"title": "KẾ HOẠCH tuyên truyền", "issuer": "tinh-dak-lak", "issued": issued, "body": body}
        plans.append(LinkedPlan(plan_from(f"tinh-dak-lak/tuyen-truyen-cchc/{year}", data), linker))
    comparison = compare(plans[0], plans[1], registry)
    assert any(change.moved for change in comparison.changes)
    assert [(change.bodies_gone, change.bodies_come) for change in comparison.changes if change.bodies_come] == []
    assert not [sentence for sentence in comparison.headline if "giao" in str(sentence)]
