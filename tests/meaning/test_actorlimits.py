"""Who has a role for a time or in a case alone: each is told with the words that say so, or nobody is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpus import table
from linkedplans import linked

from kehoach.files.repository import Repository
from kehoach.meaning.actors import read_actors

CASES = table(Path(__file__).parent / "actors-limits.cases.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_limited_role_is_told_with_its_limit(case: dict[str, Any]) -> None:
    """Of "A (từ ngày …: B)" and of "… đi vắng thì trình B" neither is told as if it held at all times."""
    actors = read_actors(case["text"]).rows
    found: dict[str, set[str]] = {}
    for actor in actors:
        found.setdefault(actor.role, set()).add(actor.name.words)
    assert found == {role: set(names) for role, names in case["expect"].items()}
    told = {actor.name.words: actor.condition.words for actor in actors if actor.condition}
    assert told == case.get("limits", {})


def duty_of(repository: Repository, text: str) -> tuple[list[str], list[str], str, str]:
    """Give who does the one duty of a text, with whom, under which condition, and to whom it is reported."""
    plan = linked(repository, body=[{"id": "a", "heading": "Việc", "items": [{"id": "b", "text": text}]}])
    (duty,) = plan.duties
    return [p.words for p in duty.doers], [p.words for p in duty.partners], duty.condition, duty.report_to


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Phòng Kinh tế (từ 01/7/2027: Công an xã) trực chốt.",
            (["Phòng Kinh tế", "Công an xã"], [], "từ 01/7/2027: Công an xã", ""),
        ),
        (
            "Công an xã (đến hết 30/6/2027) và Ban Chỉ huy Quân sự xã (từ 01/7/2027) trực chốt.",
            (["Công an xã", "Ban Chỉ huy Quân sự xã"], [], "đến hết 30/6/2027; từ 01/7/2027", ""),
        ),
        ("Công an xã phối hợp với Phòng Kinh tế (từ 01/7/2027: Trạm Y tế) trực chốt.", (["Công an xã"], [], "", "")),
        (
            "Công an xã tuần tra, báo cáo UBND xã nếu có vụ việc phức tạp.",
            (["Công an xã"], [], "", "UBND xã nếu có vụ việc phức tạp"),
        ),
        ("Công an xã tuần tra; trường hợp phức tạp, báo cáo UBND xã.", (["Công an xã"], [], "", "")),
        ("Công an xã tuần tra, báo cáo UBND xã.", (["Công an xã"], [], "", "UBND xã")),
    ],
)
def test_a_duty_tells_the_limit_or_leaves_the_body_out(
    repository: Repository, text: str, told: tuple[list[str], list[str], str, str]
) -> None:
    """What holds for a time or in a case alone stands in a duty with its printed words, or does not stand in it."""
    assert duty_of(repository, text) == told


def test_a_field_whose_body_changes_names_neither_as_if_for_good(repository: Repository) -> None:
    """A list of bodies has no place for when: its words are printed, and nobody is said to lead."""
    fields = [
        {"id": "c", "text": "Cơ quan chủ trì: Phòng Kinh tế (từ 01/7/2027: Công an xã)."},
        {"id": "d", "text": "Thời gian thực hiện: Quý III/2027."},
    ]
    plan = linked(
        repository, body=[{"id": "a", "heading": "Việc", "items": [{"id": "b", "text": "Trực chốt.", "items": fields}]}]
    )
    assert [duty.doers for duty in plan.duties] == [()]
