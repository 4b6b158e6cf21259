"""Doing independent jobs in forked processes, which find all that this one holds without copying it."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")

_TIDY = 64
"""Jobs between two looks for cycles of what is no longer used."""

_job: Callable[[int], Any] | None = None
"""What forked processes find of their parent's; it holds too much to be sent."""


def spread(job: Callable[[int], Result], count: int, processes: int | None = None) -> Iterator[Result]:
    """Do the jobs 0 to ``count`` - 1 and give their results, which are pickled, in order.

    They begin at once, in at most ``processes``, by default one a core; where that is one, or the system cannot fork,
    they are done here, each when its result is asked for. What the jobs change stays in their process.
    """
    used = min(processes or os.cpu_count() or 1, count)
    if used < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return map(job, range(count))
    global _job
    _job = job
    gc.freeze()  # what is there stays, and pages that no one writes to are shared
    pool = ProcessPoolExecutor(used, multiprocessing.get_context("fork"), initializer=gc.disable)
    return _results(pool, pool.map(_do, range(count)))


def _results(pool: ProcessPoolExecutor, found: Iterator[Result]) -> Iterator[Result]:
    try:
        yield from found
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _do(number: int) -> Any:
    assert _job is not None
    if number % _TIDY == _TIDY - 1:
        gc.collect()  # left to itself it looks at everything again and again
    return _job(number)
