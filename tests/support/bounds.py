"""Bounds that no machine's speed or load moves: work that is counted, and a limit that only a hang reaches."""

from __future__ import annotations

import cProfile
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType
from typing import Any

HANG = 60.0
"""Seconds of processor time. What is tested takes one, on a slow machine three; at fault it has no end."""


class Hang(Exception):
    """Something took longer than only a hang does."""


@contextmanager
def limited(seconds: float = HANG) -> Iterator[None]:
    """Stop what does not end, where the system has an alarm."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: object) -> None:
        raise Hang(f"over {seconds} s")

    # Time of this process, not of the clock: other programs may keep the machine busy.
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


class Work:
    """The calls of functions that were made, of Python's and of C's; the same on every machine."""

    def __init__(self) -> None:
        self._counts: dict[CodeType | str, int] = {}

    def take(self, profile: cProfile.Profile) -> None:
        """Keep what a profile has counted."""
        for entry in profile.getstats():
            self._counts[entry.code] = self._counts.get(entry.code, 0) + entry.callcount

    @property
    def calls(self) -> int:
        """All calls."""
        return sum(self._counts.values())

    def of(self, function: Callable[..., Any]) -> int:
        """The calls of one function."""
        return self._counts.get(function.__code__, 0)


@contextmanager
def counted() -> Iterator[Work]:
    """Count the calls that are made within; what it gives is filled at the end."""
    work, profile = Work(), cProfile.Profile()
    profile.enable()
    try:
        yield work
    finally:
        profile.disable()
        work.take(profile)
