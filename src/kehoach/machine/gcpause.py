"""Keeping Python's search for dead cycles away from work that makes many things and drops none."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def paused() -> Iterator[None]:
    """Within, no search for cycles: while plans are read it looks at all of them again and again, a third of the time.

    What is no longer used is still freed at once, but for cycles. Nests.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
