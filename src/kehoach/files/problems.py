"""What is found wrong, as a value: where, and a sentence; what its code stands for is told in ``checks.rules``.

A named tuple, not a dataclass: making those brings in modules that take an eighth of a ``validate`` that finds nothing
changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One finding: stable ``code``, ``file`` relative to the root, 1-based ``line``, ``field``, message.

    ``label_path`` is the printed place (``III.2.b``), empty outside a plan's provisions. The message is a Vietnamese
    sentence about this case; the remedy comes from the code's rule.
    """

    code: str
    file: str
    line: int
    field: str
    message: str
    label_path: str = ""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by file, line, code, field and message, each finding once."""
    return sorted(set(problems), key=lambda p: (p.file, p.line, p.code, p.field, p.message))


def in_words(problems: Iterable[Problem]) -> str:
    """Say in one line what is wrong with a file, for a message that names the file itself."""
    return "; ".join(
        f"dòng {p.line}: {f'{p.field}: ' if p.field else ''}{p.message.rstrip('.')}" for p in in_order(problems)
    )
