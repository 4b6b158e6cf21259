"""Where a test stands: in the room that it tests, under a name that no other has."""

from __future__ import annotations

from collections import Counter

from corpus import ROOT, found

TESTS = ROOT / "tests"
ROOMS = {path.parent.name for path in found(ROOT / "src" / "kehoach", "*/__init__.py")}
BESIDE = {"hooks", "repository", "browser", "trials", "tools"}
"""What is no room of the package: the shell, the repository as a whole, a real browser, long trials, the tools."""


def test_every_test_stands_in_its_room() -> None:
    """None lies loose, none in a folder of another name."""
    places = {path.relative_to(TESTS).parts[0] for path in found(TESTS, "**/test_*.py")}
    assert places <= ROOMS | BESIDE


def test_no_two_files_share_a_name() -> None:
    """Tests and their helpers are found by their bare name."""
    names = Counter(path.name for path in found(TESTS, "**/*.py"))
    assert {name for name, count in names.items() if count > 1} <= {"conftest.py", "__init__.py"}
