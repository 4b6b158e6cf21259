"""The table of guards names what is there: each guard's text stands once in its file, each of its tests exists."""

from __future__ import annotations

import pytest
from corpus import ROOT
from guardtable import GUARDS, Guard


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_guard_and_its_tests_are_there(guard: Guard) -> None:
    """``python3 run.py guards`` then breaks it and sees those tests fail."""
    text = (ROOT / guard.file).read_text(encoding="utf-8")
    assert [old for old, _ in guard.changes if text.count(old) != 1] == []
    for test in guard.tests:
        file, _, name = test.partition("[")[0].partition("::")
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), test
