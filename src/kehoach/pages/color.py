"""The body's own color on its site: a setting, held to the contrast that readers need.

Relative luminance and contrast are WCAG 2.2's (definitions of both terms, and success criterion 1.4.3). The formulas
are ten lines; the packages for them were last released years ago.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

ENOUGH = 4.5
"""Contrast that text needs at least."""

BRAND = "#9b1c1c"
"""The theme's own, as site.css has it."""

_COLOR = re.compile(r"#[0-9a-f]{6}\Z", re.IGNORECASE)
_LIGHT = ("#ffffff", "#f3f1ec")
_DARK = ("#15171c", "#1b1e25")
"""What the color stands on, as site.css has it: the sheet and the desk."""


def color_of(setting: str | None) -> str:
    """Read the setting ``extra.color``, empty for the color that the theme has.

    Raises ValueError, a Vietnamese sentence, for anything but ``#rrggbb``, or a color too pale to be read.
    """
    color = (setting or "").lower()
    if not color:
        return ""
    if not _COLOR.match(color):
        raise ValueError(f"extra.color: {setting!r} phải có dạng #rrggbb, ví dụ #9b1c1c")
    least = min(contrast(color, ground) for ground in _LIGHT)
    if least < ENOUGH:
        ratio = f"{least:.1f}".replace(".", ",")
        raise ValueError(f"extra.color: {setting!r} quá nhạt để đọc trên nền trắng (tương phản {ratio}, cần từ 4,5)")
    return color


def styles(color: str) -> str:
    """Give the style sheet of a color that ``color_of`` gave; on a dark ground it is made pale enough."""
    if not color:
        return ""
    pale = next(
        mixed for share in range(101) if all(contrast(mixed := _paler(color, share), g) >= ENOUGH for g in _DARK)
    )
    return (
        f":root {{ --kh-brand: {color}; --kh-brand-solid: {color}; }}\n"
        f'[data-md-color-scheme="default"] {{ --md-accent-fg-color: {color}; }}\n'
        f'[data-md-color-scheme="slate"] {{ --kh-brand: {pale}; --md-accent-fg-color: {pale}; }}\n'
    )


def contrast(color: str, other: str) -> float:
    """Give the contrast of two colors, 1 to 21."""
    low, high = sorted((_luminance(color), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(color: str) -> Sequence[int]:
    return tuple(bytes.fromhex(color[1:]))


def _paler(color: str, share: int) -> str:
    """Mix a color with so many hundredths of white."""
    return "#" + "".join(f"{part + (255 - part) * share // 100:02x}" for part in _parts(color))
