"""Doing independent jobs in forked processes, which find all that this one holds without copying it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")

_TIDY = 16
"""Jobs done in this process between two looks for cycles of what is no longer used."""

MOST = 8 * 1024**3
"""Bytes that all processes together are to take at most."""

_job: Callable[[int], Any] | None = None
"""What forked processes find of their parent's; it holds too much to be sent."""


def spread(job: Callable[[int], Result], count: int, processes: int | None = None) -> Iterator[Result]:
    """Do the jobs 0 to ``count`` - 1 and give their results, which are pickled, in order.

    They begin at once, in at most ``processes``, by default one a core but no more than there is room for; where that
    is one, or the system cannot fork, they are done here, each when its result is asked for. What the jobs change
    stays in their process.
    """
    used = min(processes or os.cpu_count() or 1, count, fitting(_held(), _memory()))
    if used < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return _in_this_process(job, count)
    global _job
    _job = job
    gc.freeze()  # what is there stays, and pages that no one writes to are shared
    pool = ProcessPoolExecutor(used, multiprocessing.get_context("fork"), initializer=gc.disable)
    return _results(pool, pool.map(_do, range(count)))


def fitting(used: int, memory: int) -> int:
    """Say how many processes fit beside this one, which holds so many bytes.

    Python counts uses in the objects themselves, so that in time each process has all of them for itself.
    """
    return max(1, min(MOST, memory) // max(used, 1) - 1)


def _held() -> int:
    """Give the most that this process has held, in bytes; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _memory() -> int:
    """Give the machine's memory in bytes, or ``MOST`` where it does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return MOST


def _results(pool: ProcessPoolExecutor, results: Iterator[Result]) -> Iterator[Result]:
    try:
        yield from results
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _in_this_process(job: Callable[[int], Result], count: int) -> Iterator[Result]:
    """Do the jobs in this process; what was there before is not searched for dead cycles."""
    gc.freeze()
    try:
        for number in range(count):
            if number % _TIDY == _TIDY - 1:
                gc.collect()  # left to itself it looks at everything again and again
            yield job(number)
    finally:
        gc.unfreeze()


def _do(number: int) -> Any:
    """Do a job in a forked process; what it leaves in cycles, 50 MB for a batch of pages, is let go of at once."""
    assert _job is not None
    try:
        return _job(number)
    finally:
        # All that there is only now and then: what is young is a third of the work.
        gc.collect(2 if number % _TIDY == 0 else 0)
