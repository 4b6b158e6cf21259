"""Jobs in several processes: the same results, in no more memory than there is."""

from __future__ import annotations

import gc
import mmap
import os
import signal
import sys
from collections import Counter
from concurrent.futures.process import BrokenProcessPool

import pytest

from kehoach.machine import forking, workers
from kehoach.machine.forking import MOST, TIDY, apart, fitting, spread
from kehoach.machine.usage import most_held, pages_taken

GIB = 1024**3


@pytest.fixture(autouse=True)
def _room(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is room for two processes more, whatever the process of the tests holds by now."""
    monkeypatch.setattr(forking, "fitting", lambda used, memory: 3)


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_every_result_comes_once(processes: int) -> None:
    """However many processes there are; in one they come in order."""
    results = list(spread(lambda number: number * number, 20, processes))
    assert sorted(results) == [number * number for number in range(20)]
    assert processes > 1 or results == sorted(results)
    assert list(spread(lambda number: number, 0, processes)) == []


def test_a_result_does_not_wait_for_slower_ones() -> None:
    """What is done comes, though an earlier job is not."""
    reading, writing = os.pipe()

    def job(number: int) -> int:
        if number == 0:
            os.read(reading, 1)
        return number

    results = spread(job, 3, 2)
    assert sorted([next(results), next(results)]) == [1, 2]
    os.write(writing, b"x")
    assert list(results) == [0]


def test_processes_make_room_for_new_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """None does more than so many jobs, nor goes on when it has grown."""
    monkeypatch.setattr(workers, "_JOBS", 3)
    done = Counter(spread(lambda number: os.getpid(), 20, 2))
    assert max(done.values()) == 3
    assert os.getpid() not in done
    monkeypatch.setattr(workers, "_JOBS", 100)
    monkeypatch.setattr(workers, "_LEAST", 2)
    monkeypatch.setattr(workers, "_ROOM", -1)
    monkeypatch.setattr(workers, "_GROWN", 10_000_000)
    grown: list[int] = []
    # What the system says goes up and down by tens of millions where it takes pages back by itself.
    monkeypatch.setattr(workers, "_own", lambda: 1 + sum(grown))

    def grow(number: int) -> int:
        grown.append(20_000_000)
        return os.getpid()

    assert max(Counter(spread(grow, 8, 2)).values()) == 2
    monkeypatch.setattr(workers, "_GROWN", 2_000_000)
    assert max(Counter(spread(grow, 8, 2)).values()) == 1
    monkeypatch.setattr(workers, "_own", lambda: 0)
    monkeypatch.setattr(workers, "most_held", lambda: 1 + sum(grown))
    assert max(Counter(spread(grow, 8, 2)).values()) == 1


def test_growth_is_looked_at_where_pages_were_taken_and_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that takes no pages has not grown; one that was given large pages shows later."""
    looks: list[int] = []

    def look() -> int:
        looks.append(1)
        return 1000 * len(looks)

    monkeypatch.setattr(workers, "_own", look)
    taken = 0
    monkeypatch.setattr(workers, "pages_taken", lambda: taken)
    growth = workers._Growth()
    assert [growth.after(done) for done in (1, 2, 7)] == [0, 0, 0] and len(looks) == 1
    assert growth.after(workers._SELDOM) == 1000
    taken = workers._ROOM + 1
    assert growth.after(workers._SELDOM + 1) == growth.after(workers._SELDOM + 2) == 2000
    assert len(looks) == 3


def test_cycles_are_let_go_of_where_pages_were_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them, now and then, those too that were there for long."""
    searched: list[int] = []
    monkeypatch.setattr(gc, "collect", searched.append)
    monkeypatch.setattr(workers, "_ROOM", -1)
    growth = workers._Growth()
    for done in range(1, 2 * TIDY + 1):
        growth.after(done)
    assert searched == [*[0] * (TIDY - 1), 2] * 2


def test_pages_that_are_written_to_were_taken() -> None:
    """New ones, that is: what the process had taken and freed, Python may give again without asking the system."""
    before = pages_taken()
    with mmap.mmap(-1, 20_000_000) as held:
        for place in range(0, len(held), 4096):
            held[place] = 1
    assert pages_taken() - before >= 20_000_000 or pages_taken() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="told by /proc alone")
def test_what_a_process_copies_is_its_own() -> None:
    """What it only finds is not: of that it takes nothing until it writes to it."""
    found = bytearray(b"x" * 100_000_000)

    def own(written: bool) -> int:
        before = workers._own()
        if written:
            found[::4096] = b"y" * len(found[::4096])
        return workers._own() - before + len(found) - 100_000_000

    assert apart(lambda: own(False)) < 50_000_000
    assert apart(lambda: own(True)) > 50_000_000


def test_what_a_process_holds_is_asked_of_the_system() -> None:
    """In bytes: more than an interpreter's few millions, and what a process of its own takes shows there."""
    assert most_held() > 5_000_000

    def taken() -> int:
        before = most_held()
        held = b"x" * 300_000_000
        return most_held() - before if held else 0

    assert apart(taken) > 100_000_000


def test_a_process_that_is_ended_is_told() -> None:
    """The system may end one, for want of memory: nobody waits for it."""
    with pytest.raises(BrokenProcessPool):
        list(spread(lambda number: os.kill(os.getpid(), signal.SIGKILL), 4, 2))


def test_what_fails_in_a_process_is_raised_here() -> None:
    """Nothing is lost in silence."""
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda number: 1 // (number - 3), 8, 2))


def test_a_job_apart_leaves_nothing_behind() -> None:
    """What it changes stays in its own process, and what it raises is raised here."""
    made: list[int] = []

    def job() -> tuple[int, int]:
        made.append(1)
        return os.getpid(), len(made)

    process, length = apart(job)
    assert (process != os.getpid(), length, made) == (True, 1, [])
    with pytest.raises(ZeroDivisionError):
        apart(lambda: 1 // len(made))


def test_one_process_is_this_one() -> None:
    """Where one is asked for, or only one fits, nothing is forked."""
    assert set(spread(lambda number: os.getpid(), 3, 1)) == {os.getpid()}


@pytest.mark.parametrize(
    ("held", "memory", "expected"),
    [(0, MOST, MOST - 1), (GIB, 64 * GIB, 7), (3 * GIB, 64 * GIB, 1), (2 * GIB, 4 * GIB, 1), (10 * GIB, 8 * GIB, 1)],
)
def test_processes_fit_into_memory(held: int, memory: int, expected: int) -> None:
    """This process and as many copies of it take no more than 8 GiB, nor than the machine has; one always works."""
    assert fitting(held, memory) == expected
