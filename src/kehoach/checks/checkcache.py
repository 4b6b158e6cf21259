"""The findings of the last check of a repository, used again while nothing that was checked has changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from kehoach.files.problems import Problem
from kehoach.machine.fingerprints import FolderDigests, digest, program
from kehoach.machine.store import Store

KIND = "check"


def remembered(store: Store, state: str) -> tuple[list[Problem], int] | None:
    """Give the findings and the number of files of the last check, where the files were in the same state."""
    kept_state, data = store.read(KIND, "") or ("", b"")
    if kept_state != state:
        return None
    try:
        files, rows = json.loads(data)
        return [Problem(*row) for row in rows], int(files)
    except (ValueError, TypeError, RecursionError):
        store.spoiled += 1
        return None


def remember(
    store: Store, root: Path, state: str, problems: Sequence[Problem], files: int, folders: FolderDigests | None = None
) -> None:
    """Keep the findings of files in a state, unless they have changed since they were read as ``folders``."""
    if state_of(root, folders and folders.again()) == state:
        rows = [files, [list(problem) for problem in problems]]
        store.write(KIND, [("", state, json.dumps(rows).encode())])


READ = ("plans", "schema")
"""Folders of a repository that a check reads."""


def state_of(root: Path, folders: FolderDigests | None = None) -> str:
    """Give the digest of all that a check reads, and of the program; ``folders`` are those as they were read before."""
    folders = folders or FolderDigests()
    return digest((program(), folders(*(root / name for name in READ))))
