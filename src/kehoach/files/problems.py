"""What is found wrong, as a value: where, and a sentence; what its code stands for is told in ``checks.rules``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
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
