"""Showing in a terminal how far long work is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Step = TypeVar("Step")


def shown(steps: Iterable[Step], count: int, label: str) -> Iterator[Step]:
    """Give the steps, of which there are ``count``, under a bar on the standard error.

    Quiet where that is no terminal, and in CI, which sets ``CI``.
    """
    if not sys.stderr.isatty() or os.environ.get("CI") or count < 2:
        yield from steps
        return
    from click import progressbar  # imported only where it is seen

    with progressbar(steps, length=count, label=label, file=sys.stderr) as bar:
        yield from bar
