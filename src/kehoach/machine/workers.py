"""Forked processes that share jobs between them."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from itertools import count as counted
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from kehoach.machine.forking import TIDY
from kehoach.machine.usage import RUN, give_back, most_held, pages_taken

_GROWN, _LEAST, _JOBS = 64 * 1024**2, 1, 250
"""Bytes of its own that a process may have, jobs that it does at least before it makes room for a new one once it has
more, and at most. A new one takes some hundredths of a second of the seconds of a job: it finds patterns compiled.

Python counts uses in the objects themselves, so that a process in time copies all that it finds: of ten thousand plans
that is more than what its jobs leave behind. One that has several times as much goes at once.
"""
_FAR = 2
_ROOM, _SELDOM = 8 * 1024**2, 8
"""Bytes of pages that a process takes, and jobs that it does at most, until it is looked at how far it has grown: most
jobs take a few pages, and to look takes as long as some of them."""


def _own() -> int:
    """Give the bytes that this process shares with no other; 0 where the system does not say."""
    try:
        lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


class Worker:
    """A forked process that does one job after another; only the first thread of a program may begin one."""

    def __init__(self, job: Callable[[int], Any], others: Sequence[Worker]) -> None:
        context = multiprocessing.get_context("fork")
        self.connection, theirs = context.Pipe()
        # It would hold the ends of the others open, which then would not see that this process is no more.
        ours = [self.connection, *(other.connection for other in others)]
        self._process = context.Process(target=_work, args=(job, theirs, ours), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def number(self) -> int:
        """The system's number of the process."""
        return self._process.pid or 0

    def begin(self, number: int) -> None:
        """Have it do a job."""
        self.connection.send(number)

    def result(self) -> tuple[Any, bool]:
        """Wait for what its job gave, and whether it has grown; raises what that raised."""
        try:
            value, error, has_grown = self.connection.recv()
        except EOFError:
            self._process.join()
            raise BrokenProcessPool(f"a process ended by itself: {self._process.exitcode}") from None
        if error:
            raise error
        return value, has_grown

    def end(self) -> None:
        """Let it go."""
        self.connection.close()
        self._process.terminate()
        self._process.join()


class Team:
    """Processes that share the jobs of some numbers."""

    def __init__(self, job: Callable[[int], Any], numbers: Iterator[int], used: int) -> None:
        gc.collect()
        give_back()
        gc.freeze()  # what is there stays, and pages that no one writes to are shared
        self._job, self._numbers = job, numbers
        self._workers: list[Worker] = []
        for number in islice(numbers, used):
            self._begin(number)

    def _begin(self, number: int, worker: Worker | None = None) -> None:
        if worker is None:
            worker = Worker(self._job, self._workers)
            self._workers.append(worker)
        worker.begin(number)

    def results(self) -> Iterator[Any]:
        """Give the results, and let all processes go at the end."""
        try:
            while self._workers:
                ready = wait([worker.connection for worker in self._workers])
                RUN.look(worker.number for worker in self._workers)
                for worker in [worker for worker in self._workers if worker.connection in ready]:
                    result, has_grown = worker.result()
                    number = next(self._numbers, None)
                    if number is None or has_grown:
                        self._workers.remove(worker)
                        worker.end()
                    if number is not None:
                        self._begin(number, None if has_grown else worker)
                    yield result
        finally:
            for worker in self._workers:
                worker.end()
            gc.unfreeze()


def _work(job: Callable[[int], Any], connection: Connection, ours: Sequence[Connection]) -> None:
    """Do jobs in a forked process until no more come."""
    for end in ours:
        end.close()
    gc.disable()
    growth = _Growth()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        for done in counted(1):
            number = connection.recv()
            value, error = None, None
            try:
                value = job(number)
            except Exception as raised:
                raised.add_note(traceback.format_exc())
                error = raised
            grown = growth.after(done)
            may_go = done >= _LEAST or grown > _FAR * _GROWN
            connection.send((value, error, done >= _JOBS or (may_go and grown > _GROWN)))


class _Growth:
    """How many bytes more than at its beginning this process has of its own."""

    def __init__(self) -> None:
        self._before = _own() or most_held()
        self._grown, self._taken, self._tidied, self._looked = 0, pages_taken(), 0, 0

    def after(self, done: int) -> int:
        """Give it after so many jobs, as it was found last; what is left in cycles is let go of before it is found.

        Of a batch of pages that is 50 MB. All that there is is searched for cycles only now and then: what is young is
        a third of the work.
        """
        if done - self._looked >= _SELDOM or pages_taken() - self._taken > _ROOM:
            whole = done - self._tidied >= TIDY
            gc.collect(2 if whole else 0)
            self._tidied = done if whole else self._tidied
            self._grown, self._taken, self._looked = (_own() or most_held()) - self._before, pages_taken(), done
        return self._grown
