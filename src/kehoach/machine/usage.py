"""How much memory all processes of a run have held together, as far as the system tells."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

_APART = 2.0
"""Seconds between two looks: one takes some milliseconds for each gigabyte."""


class Usage:
    """The most that was seen; pages that processes share count once."""

    def __init__(self) -> None:
        self.most = 0
        self._looked = 0.0

    def look(self, others: Iterable[int] = ()) -> None:
        """Look at what this process and others hold, unless that was done just now."""
        if (now := time.monotonic()) - self._looked >= _APART:
            self._looked = now
            self.most = max(self.most, sum(map(_held, (os.getpid(), *others))))


RUN = Usage()
"""This run's."""


def _held(process: int) -> int:
    """Give the bytes that a process holds, its part of what is shared with others; 0 where the system does not say."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def give_back() -> None:
    """Give the system what of this process's memory is free; nothing is done where the C library cannot.

    What reading ten thousand plans leaves free is a sixth of all that it holds.
    """
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim:
            trim(0)


def pages_taken() -> int:
    """Give the bytes of all pages that the system has given this process so far; 0 where it does not say.

    No more than so many can have become its own, unless it was given large ones. To ask takes a thousandth of the time
    of going through what it holds.
    """
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt * resource.getpagesize()


def most_held() -> int:
    """Give the most that this process has held, in bytes; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
