"""Past failures of fuzzing, and a short run of every target; ``python3 run.py fuzz`` makes the long ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bounds import limited
from fuzzrun import CORPUS, batch
from fuzztargets import TARGETS

PAST = sorted(CORPUS.glob("*/*"))
QUICK = ("grammar", "labels", "urls", "loader")


@pytest.mark.parametrize("path", PAST, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_past_failure_stays_mended(path: Path) -> None:
    """Each file once crashed the target that its folder names, or made it hang."""
    target = TARGETS[path.parent.name]
    data = path.read_bytes()
    with limited():
        assert target.run(data if path.suffix == ".bin" else data.decode("utf-8"))


def test_there_is_a_corpus() -> None:
    """The folder is found."""
    assert len(PAST) >= 2
    assert {path.parent.name for path in PAST} <= set(TARGETS)


@pytest.mark.parametrize("name", QUICK)
def test_a_short_run_finds_nothing(name: str) -> None:
    """Two hundred inputs, the same in every run; some get through."""
    counts: Counter[str] = Counter()
    assert batch(name, 1, counts, keep=False) == []
    assert counts.total() == 200 and len(counts) >= (1 if name in ("labels", "urls") else 2)
