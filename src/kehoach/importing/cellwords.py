"""Words of a workbook's cell as its program shows them."""

from __future__ import annotations

import re
from unicodedata import category

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NEEDED = "\t\n\r"


def cell_words(written: str) -> str:
    """Put signs that a workbook writes by their number back: ``_x000D_`` is a return (ECMA-376-1, 22.9.2.19).

    What no cell can show, and half a pair of UTF-16, stays as it is written.
    """
    return _ESCAPED.sub(_sign, written) if "_x" in written else written


def _sign(match: re.Match[str]) -> str:
    sign = chr(int(match[1], 16))
    return sign if sign in _NEEDED or category(sign) not in ("Cc", "Cs", "Cn") else match[0]
