"""A body's color: what is taken, what is refused, and that it can be read on every ground."""

from __future__ import annotations

import re

import pytest
from corpus import ROOT
from hypothesis import given
from hypothesis import strategies as st

from kehoach.pages.color import BRAND, ENOUGH, color_of, contrast, styles

SHEET = ROOT / "site_src" / "docs" / "assets" / "stylesheets" / "site.css"


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21; #777 on white just fails, as every checker says (4.48)."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.005)


def test_no_setting_is_the_theme_s_color() -> None:
    """Empty or missing: nothing is added, and the theme's own passes."""
    assert color_of("") == color_of(None) == "" and styles("") == ""
    assert f"--kh-brand: {BRAND};" in SHEET.read_text(encoding="utf-8")
    assert color_of(BRAND.upper()) == BRAND


def test_no_style_sheet_has_the_theme_s_color_by_itself() -> None:
    """Where it is not taken from a variable, a body's own color would not reach it."""
    found = [line for sheet in SHEET.parent.glob("*.css") for line in sheet.read_text().splitlines() if BRAND in line]
    assert all(re.fullmatch(r"\s*--kh-brand(?:-solid)?: #9b1c1c;", line) for line in found) and len(found) == 2


@pytest.mark.parametrize("setting", ["red", "#fff", "#12345g", "#123456;}", "#ffcc00", "#8f8f8f"])
def test_what_cannot_be_read_is_refused(setting: str) -> None:
    """Names, short forms, anything beyond a color, and colors too pale."""
    with pytest.raises(ValueError, match=r"extra\.color"):
        color_of(setting)


@given(st.integers(0, 0xFFFFFF))
def test_every_color_taken_is_readable_on_every_ground(number: int) -> None:
    """On the light sheet as it is, on the dark one made paler."""
    try:
        color = color_of(f"#{number:06x}")
    except ValueError:
        return
    found = re.findall(r"--kh-brand: (#[0-9a-f]{6})", styles(color))
    assert found[0] == color
    assert min(contrast(color, ground) for ground in ("#ffffff", "#f3f1ec")) >= ENOUGH
    assert min(contrast(found[1], ground) for ground in ("#15171c", "#1b1e25")) >= ENOUGH
