"""The findings of the last check of a repository, used again while nothing that was checked has changed.

Safe to delete and never needed; a file that is broken counts as missing.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from kehoach.files.problems import Problem
from kehoach.machine.fingerprints import digest, folder_digest, program

FILE = Path(".cache/kehoach-validate.json")


def remembered(root: Path, state: str) -> tuple[list[Problem], int] | None:
    """Give the findings and the number of files of the last check, where the files were in the same state."""
    try:
        data = json.loads((root / FILE).read_bytes())
        if data["of"] != state or data["sum"] != digest((data["of"], data["files"], data["problems"])):
            return None
        return [Problem(*problem) for problem in data["problems"]], data["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def remember(root: Path, state: str, problems: Sequence[Problem], files: int) -> None:
    """Keep the findings of files in a state, unless they have changed meanwhile or the disk refuses."""
    if state_of(root) != state:
        return
    rows = [list(astuple(problem)) for problem in problems]
    text = json.dumps({"of": state, "files": files, "problems": rows, "sum": digest((state, files, rows))})
    path = root / FILE
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)


def state_of(root: Path) -> str:
    """Give the digest of all that a check reads, and of the program."""
    return digest((program(), folder_digest(root / "plans", root / "schema")))
