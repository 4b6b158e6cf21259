"""After random edits, what is made with the help of earlier builds is what is made without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from keeping import sequence


@pytest.mark.parametrize("seed", [11, 12])
def test_kept_works_equal_fresh_ones(seed: int, tmp_path: Path) -> None:
    """After every edit the site from what is kept is the site made anew, byte for byte."""
    assert sequence(tmp_path, seed) == []
