"""Doing independent jobs in forked processes, which find all that this one holds without copying it.

Of our own, since the standard library's pools keep forked processes as long as the jobs last (``ProcessPoolExecutor``),
or wait for ever for one that the system has ended and fork where other threads may hold locks (``Pool``).
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from typing import TypeVar

from kehoach.machine.usage import most_held

Result = TypeVar("Result")

TIDY = 16
"""Jobs done in this process between two looks for cycles of what is no longer used."""

MOST = 8 * 1024**3
"""Bytes that all processes together are to take at most."""


def spread(job: Callable[[int], Result], count: int, processes: int | None = None) -> Iterator[Result]:
    """Do the jobs 0 to ``count`` - 1 and give their results, which are pickled, each as soon as it is there.

    The first begin at once, in at most ``processes``, by default one a core but no more than there is room for; where
    that is one, or the system cannot fork, they are done here, in order, each when its result is asked for. What the
    jobs change stays in their process, and a process makes room for a new one once it has grown.
    """
    used = min(processes or os.cpu_count() or 1, count, fitting(most_held(), _memory()))
    if used < 2 or not hasattr(os, "fork"):
        return _in_this_process(job, count)
    # What processes need takes longer to bring in than a plan to read, and most commands never fork.
    from kehoach.machine.workers import Team

    return Team(job, iter(range(count)), used).results()


def apart(job: Callable[[], Result]) -> Result:
    """Do a job in a process of its own, so that the memory that it takes goes with it; here, where none can be forked.

    What it gives is pickled.
    """
    if not hasattr(os, "fork"):
        return job()
    from kehoach.machine.workers import Worker

    worker = Worker(lambda _: job(), ())
    try:
        worker.begin(0)
        result: Result = worker.result()[0]
        return result
    finally:
        worker.end()


def fitting(used: int, memory: int) -> int:
    """Say how many processes fit beside this one, which holds so many bytes, if each copies all of them."""
    return max(1, min(MOST, memory) // max(used, 1) - 1)


def _memory() -> int:
    """Give the machine's memory in bytes, or ``MOST`` where it does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return MOST


def _in_this_process(job: Callable[[int], Result], count: int) -> Iterator[Result]:
    """Do the jobs in this process; what was there before is not searched for dead cycles."""
    gc.freeze()
    try:
        for number in range(count):
            if number % TIDY == TIDY - 1:
                gc.collect()  # left to itself it looks at everything again and again
            yield job(number)
    finally:
        gc.unfreeze()
