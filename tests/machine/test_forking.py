"""Jobs in several processes: the same results in the same order, in no more memory than there is."""

from __future__ import annotations

import os

import pytest

from kehoach.machine.forking import MOST, fitting, spread

GIB = 1024**3


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_order(processes: int) -> None:
    """However many processes there are."""
    assert list(spread(lambda number: number * number, 20, processes)) == [number * number for number in range(20)]
    assert list(spread(lambda number: number, 0, processes)) == []


def test_what_fails_in_a_process_is_raised_here() -> None:
    """Nothing is lost in silence."""
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda number: 1 // (number - 3), 8, 2))


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
