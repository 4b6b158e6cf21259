"""Provisions under another heading: of another body, of another time, or in another section alone."""

from __future__ import annotations

from typing import Any

import pytest

from kehoach.comparison.compare import compare
from kehoach.comparison.dutytable import duty_rows
from kehoach.comparison.model import Comparison
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from

ISSUER = "tinh-dak-lak"


def _plan(repository: Repository, year: int, body: list[dict[str, Any]], basis: str = "") -> LinkedPlan:
    issued = {"place": "Đắk Lắk", "date": f"{year}-01-15", "printed": f"Đắk Lắk, ngày 15/01/{year}"}
    data: dict[str, Any] = {"title": "KẾ HOẠCH công tác", "issuer": ISSUER, "issued": issued, "body": body}
    if basis:
        data["legal_basis"] = [basis]
    return LinkedPlan(plan_from(f"{ISSUER}/cong-tac/{year}", data), linker_of(repository.registry))


def _compared(repository: Repository, headings: tuple[str, str]) -> tuple[Comparison, LinkedPlan, LinkedPlan]:
    """Move one of two points from under the first heading to under the second."""
    stays = {"id": "o-lai", "text": "Lập danh sách hộ nghèo, hộ cận nghèo trên địa bàn phường theo quy định."}
    moves = {"id": "chuyen", "text": "Tuyên truyền Luật Trật tự, an toàn giao thông đường bộ tại các trường học."}
    other = {"id": "khac", "text": "Kiểm tra vệ sinh an toàn thực phẩm tại các chợ trên địa bàn phường."}
    before, after = (
        [
            {"id": "mot", "heading": headings[0], "items": first},
            {"id": "hai", "heading": headings[1], "items": second},
        ]
        for first, second in (([stays, moves], [other]), ([stays], [moves, other]))
    )
    old, new = _plan(repository, 2025, before), _plan(repository, 2026, after)
    return compare(old, new, repository.registry), old, new


@pytest.mark.parametrize(
    ("headings", "weight"),
    [
        (("Tổ Bảo vệ an ninh phường Tân An", "Đồn Biên phòng cửa khẩu Đắk Ruê"), "substantive"),
        (("Quý I", "Quý II"), "substantive"),
        (("Tuyên truyền", "Kiểm tra"), "minor"),
    ],
)
def test_what_moved_is_told(repository: Repository, headings: tuple[str, str], weight: str) -> None:
    """With both headings and places; it matters where these name bodies or times."""
    comparison, old, new = _compared(repository, headings)
    change = next(change for change in comparison.provisions if change.node.key == "chuyen")
    assert change.weight == weight
    told = [sentence for sentence in comparison.headline if "chuyển từ phần" in sentence]
    assert len(told) == 1
    assert f"“{headings[0]}” (mục I.2 năm 2025) sang phần “{headings[1]}” (mục II.1)" in told[0]
    rows = {row.who: row.word for row in duty_rows(comparison, old, new, repository.registry)}
    if headings[0].startswith("Tổ"):
        assert rows == {headings[0]: f"chuyển sang {headings[1]}", headings[1]: f"nhận từ {headings[0]}"}


def test_a_body_that_is_known_is_told_once(repository: Repository) -> None:
    """A duty that goes from one department's part to another's is handed over, and not told as moved besides."""
    comparison, _, _ = _compared(repository, ("Sở Nội vụ", "Sở Tài chính"))
    said = [sentence for sentence in comparison.headline if "Tuyên truyền Luật Trật tự" in sentence]
    assert len(said) == 1
    assert said[0].startswith("Chuyển từ Sở Nội vụ sang Sở Tài chính")


def test_a_section_that_is_renamed_moves_nothing(repository: Repository) -> None:
    """What stands under it still stands there."""
    points = [{"id": "mot", "text": "Tuyên truyền Luật Trật tự, an toàn giao thông đường bộ tại các trường học."}]
    old, new = (
        _plan(repository, year, [{"id": "muc", "heading": heading, "items": points}])
        for year, heading in ((2025, "Tuyên truyền"), (2026, "Thông tin, tuyên truyền"))
    )
    assert not [s for s in compare(old, new, repository.registry).headline if "chuyển từ phần" in s]


def test_a_basis_that_no_registry_knows_comes_and_goes(repository: Repository) -> None:
    """The same number of another day is another document; another way of writing the day is none."""
    body = [{"id": "muc", "heading": "Nhiệm vụ", "text": "Sở Nội vụ tổng hợp."}]
    days = ("ngày 02/8/2021", "ngày 02/8/2022", "ngày 02 tháng 8 năm 2022")
    first, second, third = (
        _plan(repository, 2025, body, f"Căn cứ Công văn số 9999/BNV-CCHC {day} của Bộ Nội vụ;") for day in days
    )
    said = compare(first, second, repository.registry).headline
    assert "Thêm căn cứ: Công văn số 9999/BNV-CCHC ngày 02/8/2022." in said
    assert "Không còn căn cứ vào Công văn số 9999/BNV-CCHC ngày 02/8/2021." in said
    assert not [s for s in compare(second, third, repository.registry).headline if "căn cứ vào" in s or "Thêm" in s]
