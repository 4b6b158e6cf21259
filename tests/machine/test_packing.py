"""Values that are held packed come back equal, whatever was asked for in between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kehoach.machine.packing import Packing


@given(st.lists(st.tuples(st.text(), st.integers())), st.lists(st.integers(0, 40)), st.integers(1, 5))
def test_values_come_back(values: list[tuple[str, int]], asked: list[int], most: int) -> None:
    """However few are at hand."""
    packing: Packing[tuple[str, int]] = Packing(most)
    held = [packing.take(value) for value in values]
    for number in asked:
        if number < len(held):
            assert held[number]() == values[number]


def test_the_last_that_were_asked_for_stay_at_hand() -> None:
    """A value is unpacked again only after as many others were."""
    packing: Packing[list[int]] = Packing(2)
    first, *others = [packing.take([number]) for number in range(6)]
    assert first() is first()  # one of those that are never packed
    later = others[1:]
    once = later[0]()
    assert later[0]() is once
    assert [bring() for bring in later] == [[2], [3], [4], [5]]
    assert later[0]() == once
    assert later[0]() is not once
