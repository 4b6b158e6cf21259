"""A few killed builds; ``tests/trials/kills.py`` makes the great number of them."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from kills import campaign


@pytest.mark.skipif(sys.platform != "linux", reason="one-step exchange and process groups are Linux's")
def test_killed_builds_leave_whole_sites(tmp_path: Path) -> None:
    """Whatever the moment, the old site or the new one is there, whole; the next build clears what is left."""
    found = campaign(tmp_path, random.Random(3), 6, 6, 1)
    assert not [what for what in found if "BROKEN" in what]
    assert found["left-overs after the next build"] == 0
    assert found["last build whole"]
