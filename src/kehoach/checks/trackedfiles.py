"""The rule that git holds nothing that the program makes: neither what it keeps nor what it publishes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kehoach.files.problems import Problem
from kehoach.machine import git

FOLDERS = (".cache", "dist", "site")
"""Folders of the work tree that the program writes to, and that nobody may commit."""


def problems(root: Path) -> Iterator[Problem]:
    """Name the first file of each such folder that git tracks; without git there is none."""
    listed = git.output(root, "ls-files", "-z", "--", *FOLDERS) or b""
    names = sorted(name.decode("utf-8", "replace") for name in listed.split(b"\0") if name)
    for folder, tracked in groupby(names, lambda name: name.partition("/")[0]):
        first, *rest = tracked
        further = f" (và {len(rest)} tệp khác)" if rest else ""
        yield Problem("KH120", first, 1, "", f"Git đang giữ tệp này{further} trong {folder}/, nơi chương trình tự ghi.")
