"""The rule for marks: a draft's ``# CẦN XEM: …`` comments are listed until they are gone."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.files.problems import Problem
from kehoach.files.yamlfile import Loaded
from kehoach.writing.reviewmarks import open_marks


def problems(loaded: Loaded) -> Iterator[Problem]:
    """Find the marks that nobody has resolved yet; one whose place no longer says what it speaks of is resolved."""
    for line, mark in open_marks(loaded.text, loaded.value):
        yield Problem("KH320", loaded.file, line, "", mark)
