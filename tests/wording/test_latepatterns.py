"""Patterns that are compiled late: they do what others do, and none of the program's is faulty."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import kehoach.meaning
import kehoach.wording
from kehoach.meaning.timerows import ROWS
from kehoach.wording.latepatterns import late


def test_a_late_pattern_is_used_like_another() -> None:
    pattern = late(r"(?P<word>ngày)\s+[0-9]+", re.IGNORECASE)
    match = pattern.match("Ngày 20")
    assert match is not None and match["word"] == "Ngày"
    assert pattern.sub("hôm nay", "trước ngày 3, ngày 4") == "trước hôm nay, hôm nay"
    assert pattern.pattern == r"(?P<word>ngày)\s+[0-9]+"
    assert pattern.flags & re.IGNORECASE


def _late(value: Any) -> Iterator[re.Pattern[str]]:
    if type(value) is type(late("")):
        yield value
    elif isinstance(value, tuple):
        for below in value:
            yield from _late(below)


def test_every_late_pattern_compiles() -> None:
    found = 0
    for room in (kehoach.meaning, kehoach.wording):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            for value in vars(importlib.import_module(module.name)).values():
                for pattern in _late(value):
                    found += 1
                    assert isinstance(pattern.pattern, str)
    assert found > 30
    for row in ROWS:
        re.compile(row.pattern, re.IGNORECASE)
