"""Formulas of a Word document in one line: "(a + b)/c", "m²"; how they are drawn is not kept."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kehoach.importing.wordcells import DEEPEST

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULA = f"{_M}oMath"
"""The element that holds a formula."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def formula(element: Element) -> str:
    """Write a formula in a line: every word of it, a fraction with a stroke, small figures above as such."""
    return "".join(_pieces(element, 0))


def _pieces(element: Element, depth: int) -> Iterator[str]:
    for child in element if depth < DEEPEST else ():
        if child.tag == f"{_M}t":
            yield child.text or ""
        elif child.tag == f"{_M}f":
            parts = ("".join(_pieces(part, depth + 1)) for part in child if part.tag in (f"{_M}num", f"{_M}den"))
            yield "/".join(f"({part})" if " " in part.strip() else part for part in parts)
        elif child.tag == f"{_M}sup":
            raised = "".join(_pieces(child, depth + 1))
            yield raised.translate(_RAISED) if raised.isdecimal() else f"^({raised})"
        else:
            yield from _pieces(child, depth + 1)
