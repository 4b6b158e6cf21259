"""The link for remarks comes from the configuration, and from nowhere else."""

from __future__ import annotations

import pytest

from kehoach.pages.feedback import feedback

MAIL = "mailto:gop-y@vidu.gov.vn?subject={title}&body={text}"


@pytest.mark.parametrize("pattern", [None, ""])
def test_no_setting_no_link(pattern: str | None) -> None:
    """Without a setting there is nothing to show."""
    assert feedback(pattern) is None


def test_both_texts_are_encoded() -> None:
    """Vietnamese letters, signs and line breaks arrive whole, and cannot add a field of their own."""
    made = feedback(MAIL)
    assert made
    link = made.link("Điểm a & b?", "Một\nhai {title}")
    assert link == (
        "mailto:gop-y@vidu.gov.vn?subject=%C4%90i%E1%BB%83m%20a%20%26%20b%3F&body=M%E1%BB%99t%0Ahai%20%7Btitle%7D"
    )


def test_remark_on_a_page_names_it() -> None:
    """Title and address of the page are filled in."""
    made = feedback("https://vidu.vn/issues/new?title={title}&body={text}")
    assert made
    link = made.about_page("Lịch", "https://kehoach.vidu.vn/lich/")
    assert link.startswith("https://vidu.vn/issues/new?title=G%C3%B3p%20%C3%BD%3A%20L%E1%BB%8Bch&body=")
    assert "https%3A%2F%2Fkehoach.vidu.vn%2Flich%2F" in link


@pytest.mark.parametrize(
    "pattern",
    [
        "javascript:alert('{title}{text}')",
        "http://vidu.vn/?t={title}&b={text}",
        "mailto:gop-y@vidu.gov.vn",
        "mailto:gop-y@vidu.gov.vn?subject={title}",
        "mailto:gop-y@vidu.gov.vn?subject={title}&body={text}&x={name}",
        "mailto:gop-y@vidu.gov.vn?subject={title}&body={text}{text}",
    ],
)
def test_unfit_setting_stops_the_build(pattern: str) -> None:
    """A setting that would make a dead or dangerous link is refused."""
    with pytest.raises(ValueError, match=r"extra\.feedback"):
        feedback(pattern)
