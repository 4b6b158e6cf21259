"""A duty in other words: what is told of it is what it says otherwise, and nothing that it says as before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kehoach.comparison.compare import compare
from kehoach.comparison.dutytable import duty_rows
from kehoach.comparison.model import Comparison
from kehoach.comparison.subjects import subject_of
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from
from kehoach.model.registry import Registry

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("reworded.cases.yaml").read_text(encoding="utf-8")
)
_ISSUER = "tinh-dak-lak"


def _plan(text: str, year: int, registry: Registry) -> LinkedPlan:
    issued = {"place": "Nơi", "date": f"{year}-01-15", "printed": f"Nơi, ngày 15/01/{year}"}
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": [{"id": "viec", "text": text}]}]
    data = {"title": "KẾ HOẠCH công tác", "issuer": _ISSUER, "issued": issued, "body": body}
    return LinkedPlan(plan_from(f"{_ISSUER}/cong-tac/{year}", data), linker_of(registry))


def _compared(old: str, new: str, registry: Registry) -> tuple[Comparison, LinkedPlan, LinkedPlan]:
    plans = _plan(old, 2025, registry), _plan(new, 2026, registry)
    return compare(*plans, registry), *plans


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_only_what_changed_is_told(repository: Repository, case: dict[str, Any]) -> None:
    """Kinds that must be told are, and no other that is sure; in doubt it is a place to look at."""
    comparison = _compared(case["old"], case["new"], repository.registry)[0]
    told = {difference.kind for change in comparison.provisions for difference in change.differences}
    said = comparison.headline
    sure = {*case["kinds"]} - {"unread"}
    assert told - {"unread"} == sure, said
    assert told.isdisjoint(case.get("never", [])), said
    assert any(change.weight == "substantive" for change in comparison.provisions) is bool(sure)
    assert said[0].startswith("Không đổi việc") is (case["kinds"] == []), said


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Người đứng đầu đơn vị tuyển dụng không được sửa thông báo.", "Người đứng đầu đơn vị tuyển dụng"),
        ("Trong thời hạn 30 ngày, cơ quan ký hợp đồng chủ trì kiểm tra.", "cơ quan ký hợp đồng"),
        ("Chủ động bố trí kinh phí.", ""),
    ],
)
def test_a_subject_without_a_name_is_who_must_act(sentence: str, who: str) -> None:
    """Words of a kind, such as "người đứng đầu", are a subject as far as the verb; an order without one has none."""
    assert subject_of(sentence) == who


def test_nobody_is_not_said_where_a_subject_stands(repository: Repository) -> None:
    """A duty whose doer has no name is listed for the words that say who."""
    old = "Người đứng đầu cơ quan tuyển dụng được sửa thông báo tuyển dụng sau khi đã đăng công khai."
    compared = _compared(old, old.replace("được sửa", "không được sửa"), repository.registry)
    rows = duty_rows(*compared, repository.registry)
    assert [row.who for row in rows] == ["Người đứng đầu cơ quan tuyển dụng"]


def test_a_denial_within_larger_words_is_told_with_them(repository: Repository) -> None:
    """Words that came are told as they stand; a "đã" or "chưa" among them denies nothing by itself."""
    old = "Thanh tra tỉnh kiểm tra các dự án, lập danh mục công trình chậm tiến độ."
    new = "Thanh tra tỉnh kiểm tra các dự án, lập danh mục những gói thầu đã ký nhưng chưa bàn giao mặt bằng."
    said = "\n".join(_compared(old, new, repository.registry)[0].headline)
    assert "phủ định" not in said
    assert "đã ký nhưng chưa bàn giao mặt bằng" in said
