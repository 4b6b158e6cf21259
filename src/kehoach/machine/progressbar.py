"""A bar in a terminal that says how far long work is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Step = TypeVar("Step")

_WIDTH = 36


def with_bar(steps: Iterable[Step], count: int, label: str) -> Iterator[Step]:
    """Give the steps, of which there are ``count``, under a bar on the standard error.

    Quiet where that is no terminal, and in CI, which sets ``CI``.
    """
    if not sys.stderr.isatty() or os.environ.get("CI") or count < 2:
        yield from steps
        return
    percent_shown = -1
    for number, step in enumerate(steps):
        percent_shown = _draw(label, number * 100 // count, percent_shown)
        yield step
    _draw(label, 100, percent_shown)
    print(file=sys.stderr)


def _draw(label: str, percent: int, shown: int) -> int:
    """Draw the bar where it is another one than what is shown; thousands of steps make a hundred bars."""
    if percent != shown:
        filled = percent * _WIDTH // 100
        print(f"\r{label}  [{'#' * filled}{'-' * (_WIDTH - filled)}] {percent:3}%", end="", file=sys.stderr, flush=True)
    return percent
