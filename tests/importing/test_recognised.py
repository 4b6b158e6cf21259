"""What an import says that it recognised, as an officer would read it."""

from __future__ import annotations

import pytest

from kehoach.importing.recognised import recognised


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (["Ủy ban nhân dân", "Tỉnh Quảng Trị"], "Ủy ban nhân dân tỉnh Quảng Trị"),
        (["Ủy ban nhân dân", "Thành phố Huế", "Sở Nội vụ"], "Ủy ban nhân dân thành phố Huế – Sở Nội vụ"),
        (["UBND tỉnh Đắk Lắk", "Sở Nội vụ"], "UBND tỉnh Đắk Lắk – Sở Nội vụ"),
        (["Ủy ban nhân dân", "Xã hội học tập"], "Ủy ban nhân dân – Xã hội học tập"),
        ([], "chưa thấy"),
    ],
)
def test_the_issuing_body_is_one_name(header: list[str], said: str) -> None:
    """A name over two lines is no second body; a body above it stands apart."""
    assert recognised({"title": "Kế hoạch", "header": header, "body": []})["Cơ quan ban hành"] == said
