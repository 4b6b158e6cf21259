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

from kehoach.checks.run import check_repository
from kehoach.fabric import weave
from kehoach.fingerprints import digest, folder_digest, program
from kehoach.problems import Problem
from kehoach.repository import Repository

FILE = Path(".cache/kehoach-validate.json")


def remembered(root: Path) -> tuple[list[Problem], int] | None:
    """Give the findings and the number of files of the last check, where nothing has changed since."""
    try:
        data = json.loads((root / FILE).read_bytes())
        if data["of"] != _state(root) or data["sum"] != digest((data["of"], data["files"], data["problems"])):
            return None
        return [Problem(*problem) for problem in data["problems"]], data["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def check(root: Path, repository: Repository) -> tuple[list[Problem], int]:
    """Check a repository that was read from ``root``; give the findings and the number of files, and remember them."""
    problems = check_repository(repository, weave(repository))
    files = len(repository.plan_files) + len(repository.registry_files)
    _remember(root / FILE, _state(root), files, problems)
    return problems, files


def _remember(path: Path, state: str, files: int, problems: Sequence[Problem]) -> None:
    rows = [list(astuple(problem)) for problem in problems]
    text = json.dumps({"of": state, "files": files, "problems": rows, "sum": digest((state, files, rows))})
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)


def _state(root: Path) -> str:
    return digest((program(), folder_digest(root / "plans", root / "schema")))
