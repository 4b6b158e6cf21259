"""Telling which tests look at ``plans/``, the only folder here that changes from year to year.

Those that do say so by the fixtures ``own_repository`` and ``own_fabric``, or by the marker ``plans``, and have to hold
for any plans; every other test reads the five frozen ones. Who reads ``plans/`` without saying so fails.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable
from typing import Any

import pytest
from corpus import ROOT

FIXTURES = frozenset({"own_repository", "own_fabric"})
_FOLDER = str(ROOT / "plans")
_READING = frozenset({"open", "os.listdir", "os.scandir"})

_read: list[str] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Note what is opened or listed there; Python calls this for everything that it does."""
    if event in _READING and isinstance(arguments[0], str | os.PathLike):
        path = os.fspath(arguments[0])
        # A relative path may lie in any folder: what empties a folder opens those below it by their bare names.
        if isinstance(path, str) and (path == _FOLDER or path.startswith(_FOLDER + os.sep)):
            _read.append(path)


def watch() -> None:
    """Begin to note what is read; it cannot be ended, as nothing that Python watches can."""
    sys.addaudithook(_watch)


def mark(items: Iterable[pytest.Item]) -> None:
    """Mark the tests that take the repository's own plans."""
    for item in items:
        if FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("plans")


def looked(item: pytest.Item) -> Generator[None, None, None]:
    """Fail a test that has read the plans and does not say so."""
    _read.clear()
    yield
    if _read and not item.get_closest_marker("plans"):
        pytest.fail(f"reads {_read[0]}: take the fixtures of the five plans, or mark the test with “plans”")
