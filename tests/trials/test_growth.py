"""What a command does grows with the number of plans, and no faster; calls are counted, not seconds."""

from __future__ import annotations

import sys

import pytest
from growth import MOST, STEPS, Counts, exponent, measured, steep

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="repositories are made with links")


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Counts]]:
    """The calls of each command in a small repository, and in one of four times as many plans."""
    return measured(tmp_path_factory.mktemp("growth"))


@pytest.mark.parametrize("step", [name for name, *_ in STEPS])
def test_calls_grow_no_faster_than_the_plans(counts: list[dict[str, Counts]], step: str) -> None:
    """All together, and of each function: a step that looks at every plan for every plan shows by its own count."""
    few, many = (found[step] for found in counts)
    assert exponent(sum(few.values()), sum(many.values())) <= MOST
    assert steep(few, many) == {}


def test_one_edit_costs_far_less_than_all(counts: list[dict[str, Counts]]) -> None:
    """In the larger repository: a word, a remark or a new day beside the first build, and nothing beside those."""
    calls = {name: sum(found.values()) for name, found in counts[1].items()}
    assert calls["site, unchanged"] < calls["site, a remark"] / 4
    assert max(calls["site, a remark"], calls["site, a word"], calls["site, next day"]) < calls["site"] / 4
