"""Hostile files: each gives its code at its line, with little work and memory, and never a traceback.

What every command does with every one of them is a trial: ``tests/trials/test_hostile_commands.py``.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from bounds import counted, limited
from expectations import SCHEMA_TESTS, checked, repository_at
from hostilefiles import EXPECTED, FILES, TREES, name_of, set_up

from kehoach.checks.rules import Severity, rule_of, severity_of
from kehoach.files.problems import Problem

CALLS, CALLS_A_BYTE = 100_000, 100
"""A few calls for each letter that is read; a loop within a loop would need thousands."""


@pytest.fixture(scope="module", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A plan with results is checked once before any: what is made at first use (patterns) is no file's work."""
    root = tmp_path_factory.mktemp("first") / "kho"
    set_up(next(path for path in FILES if name_of(path).startswith("progress/")), root)
    checked(root)


def refusals(problems: list[Problem], place: str) -> list[Problem]:
    """What is wrong with a file itself, apart from what its words name."""
    return [p for p in problems if p.file == place and severity_of(p) is Severity.ERROR]


def test_every_file_is_expected_and_there_are_enough() -> None:
    """The index names exactly the files that are there."""
    assert {name_of(path) for path in FILES} == set(EXPECTED)
    assert len(FILES) >= 80
    assert len({code for code, _ in EXPECTED.values()}) >= 15


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_hostile_file_gives_its_code_and_line(path: Path, tmp_path: Path) -> None:
    """The first problem is the expected one; with sound words there is none. The work grows with the bytes alone."""
    place = set_up(path, tmp_path / "kho")
    with limited(), counted() as work:
        problems = refusals(checked(tmp_path / "kho"), place)
    assert work.calls < CALLS + CALLS_A_BYTE * (tmp_path / "kho" / place).stat().st_size
    code, line = EXPECTED[name_of(path)]
    assert [(p.code, p.line) for p in problems[:1]] == ([] if code == "-" else [(code, line)])
    assert all(p.message and rule_of(p).remedy for p in problems)


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and such names are made on a POSIX system")
@pytest.mark.parametrize("name", TREES)
def test_hostile_tree_gives_its_code(name: str, tmp_path: Path) -> None:
    """Links, folders, pipes and names that do not belong are refused, whatever they lead to."""
    shutil.copy(SCHEMA_TESTS / "valid" / "minimal.yaml", repository_at(tmp_path) / "2025.yaml")
    harm, codes = TREES[name]
    harm(tmp_path)
    with limited():
        problems = checked(tmp_path)
    # Without its registries a plan's words name nothing; that is said too.
    assert {p.code for p in problems if severity_of(p) is Severity.ERROR} == codes
