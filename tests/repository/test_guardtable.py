"""The table of guards names what is there: a name that changes must change in the table too."""

from __future__ import annotations

import pytest
from corpus import ROOT
from guardtable import GUARDS, Guard


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_a_guard_stands_where_the_table_says(guard: Guard) -> None:
    """The text that is to be broken is in its file, and the tests that must notice exist."""
    text = (ROOT / guard.file).read_text(encoding="utf-8")
    assert [old for old, _ in guard.changes if old not in text] == []
    for test in guard.tests:
        file, name = test.partition("[")[0].split("::")
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), test
