"""Whose target a printed number is."""

from __future__ import annotations

import pytest

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric
from kehoach.meaning.promises import exception_of, owner_in, target_owner

DEPARTMENT = "so-xay-dung-dak-lak"


@pytest.mark.parametrize(
    ("before", "owner"),
    [
        ("Chỉ số CCHC (PAR Index) tỉnh phấn đấu đạt ", "tinh-dak-lak"),
        ("Năm 2025, tỉnh Đắk Lắk đặt mục tiêu đạt ", "tinh-dak-lak"),
        ("Phấn đấu tỷ lệ hồ sơ trực tuyến của Sở đạt ", DEPARTMENT),
        ("Tỷ lệ hài lòng đạt ", DEPARTMENT),
        ("Cả nước phấn đấu đạt ", ""),
        ("Tỉnh Gia Lai phấn đấu đạt ", ""),
        ("Các xã phấn đấu đạt ", ""),
        ("Tỉnh phấn đấu xếp hạng cao. Tỷ lệ hồ sơ đạt ", DEPARTMENT),
    ],
)
def test_target_is_of_whom_the_sentence_says(repository: Repository, before: str, owner: str) -> None:
    """A place before the verb has the target; another clause or no place leaves it with who issued the plan."""
    assert target_owner(before, DEPARTMENT, repository.registry) == owner


def test_targets_of_the_plans_have_their_owners(fabric: Fabric) -> None:
    """The department's plan repeats the province's target; the province's own stay its own."""
    owners = {
        (plan_id, owner_in(fabric.plans[plan_id], item, target))
        for found in map(fabric.targets, fabric.registry.indicators)
        for plan_id, item, target in found
        if target.indicator == "par-index"
    }
    assert {owner for plan_id, owner in owners if plan_id.startswith(DEPARTMENT)} == {"tinh-dak-lak"}
    assert {owner for plan_id, owner in owners if plan_id.startswith("tinh-dak-lak")} <= {"tinh-dak-lak"}


@pytest.mark.parametrize(
    ("text", "number", "excepted"),
    [
        (
            "Phấn đấu 100% hồ sơ được số hóa khi tiếp nhận, trừ hồ sơ thuộc danh mục bí mật nhà nước.",
            "100",
            "trừ hồ sơ thuộc danh mục bí mật nhà nước",
        ),
        ("Trừ hồ sơ đất đai, 95% hồ sơ giải quyết đúng hạn.", "95", "Trừ hồ sơ đất đai"),
        ("100% đơn vị đăng tin (không kể các thôn, buôn).", "100", "không kể các thôn, buôn"),
        ("Đạt 90% đối với cấp xã, ngoại trừ xã mới thành lập; cấp tỉnh đạt 95%.", "90", "ngoại trừ xã mới thành lập"),
        ("Đạt 90% đối với cấp xã, ngoại trừ xã mới thành lập; cấp tỉnh đạt 95%.", "95", ""),
        ("Đạt 80% hồ sơ trực tuyến. Không bao gồm thủ tục đặc thù.", "80", ""),
        ("Loại trừ trùng lặp ở 100% hồ sơ.", "100", ""),
    ],
)
def test_what_is_excepted_stays_with_the_number(text: str, number: str, excepted: str) -> None:
    """An exception in the number's own sentence is given in the printed words; none of another sentence is."""
    assert exception_of(text, text.index(number)) == excepted


def test_a_number_of_doing_is_of_who_does_it(fabric: Fabric) -> None:
    """ "Ít nhất 15 phút" is of the stations that broadcast, whoever issued the plan."""
    found = fabric.targets("thoi-luong-chuyen-muc-phat-thanh")
    owners = {owner_in(fabric.plans[plan_id], item, target) for plan_id, item, target in found}
    assert owners == {"dai-truyen-thanh-truyen-hinh-cac-huyen-dak-lak"}
