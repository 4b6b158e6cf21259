"""Small raised digits of a page: the marks of footnotes and the 2 of m², which a PDF's text has among its numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = frozenset("0123456789")
_SMALLER, _HIGHER, _NEAR = 0.8, 0.15, 0.4
"""Size beside the letter that a digit belongs to, how much its foot is above that letter's, how near it stands."""
_BAND = 16.0
"""Height of the bands in which letters are looked up; one and the next two hold all beside a digit up to 30 points."""


def with_raised(chars: Sequence[dict[str, Any]]) -> None:
    """Write raised digits as such, in place: "20261" becomes "2026¹". ``chars`` are pdfplumber's.

    Neighbours are found by place: LibreOffice sets composed letters after the rest of their line.
    """
    sizes = {char["size"] for char in chars}
    if not sizes or min(sizes) > _SMALLER * max(sizes):
        return
    bands: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for char in chars:
        if char["text"].strip():
            bands[int(char["bottom"] // _BAND)].append(char)
    raised = [char for char in chars if char["text"] in _DIGITS and _stands_raised(char, bands)]
    for char in raised:
        char["text"] = RAISED[int(char["text"])]


def _stands_raised(digit: dict[str, Any], bands: dict[int, list[dict[str, Any]]]) -> bool:
    band = int(digit["bottom"] // _BAND)
    return any(_beside(digit, letter) for near in range(band, band + 3) for letter in bands.get(near, ()))


def _beside(digit: dict[str, Any], letter: dict[str, Any]) -> bool:
    """Tell whether a digit stands raised before or behind a letter, with other such digits between."""
    size = letter["size"]
    gap = max(digit["x0"] - letter["x1"], letter["x0"] - digit["x1"])
    return bool(
        digit["size"] <= _SMALLER * size
        and letter["bottom"] - digit["bottom"] > _HIGHER * size
        and digit["bottom"] > letter["top"]
        and gap < _NEAR * size + digit["size"]
    )
