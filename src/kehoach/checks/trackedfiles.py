"""The rule that git holds nothing that the program makes: neither what it keeps nor what it publishes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kehoach.files.problems import Problem
from kehoach.machine import git

FOLDERS = (".cache", "dist", "site")
"""Folders of the work tree that the program writes to, and that nobody may commit."""


def problems(root: Path) -> Iterator[Problem]:
    """Name the first file of each such folder that git tracks; without git there is none."""
    if _names_none(root):
        return
    listed = git.output(root, "ls-files", "-z", "--", *FOLDERS) or b""
    names = sorted(name.decode("utf-8", "replace") for name in listed.split(b"\0") if name)
    for folder, tracked in groupby(names, lambda name: name.partition("/")[0]):
        first, *rest = tracked
        further = f" (và {len(rest)} tệp khác)" if rest else ""
        yield Problem("KH120", first, 1, "", f"Git đang giữ tệp này{further} trong {folder}/, nơi chương trình tự ghi.")


_PLAIN_INDEX = (b"DIRC\0\0\0\x02", b"DIRC\0\0\0\x03")
"""Versions of git's index that write every path in full (gitformat-index); the fourth shortens them."""

_ELSEWHERE = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")
"""Variables by which git looks for its index in another place."""


def _names_none(root: Path) -> bool:
    """Tell whether git's index certainly names nothing in these folders; asking git takes longer than the rest.

    One that is elsewhere, shortens its paths or shares them with a second file is left to git.
    """
    if any(name in os.environ for name in _ELSEWHERE):
        return False
    try:
        index = (root / ".git" / "index").read_bytes()
    except OSError:
        return False
    return index.startswith(_PLAIN_INDEX) and not any(
        part in index for part in (b"link\0\0", *(f"{folder}/".encode() for folder in FOLDERS))
    )
