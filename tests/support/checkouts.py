"""Git repositories made for a test, apart from any configuration of the machine."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from assembling import assemble

_NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "thu@example.vn" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    **{f"GIT_{who}_DATE": "2026-01-15T08:00:00+07:00" for who in ("AUTHOR", "COMMITTER")},
}


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder; gives what it prints."""
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **_NOBODY}).stdout


def commit(root: Path, subject: str) -> str:
    """Commit all there is; gives the hash."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", subject)
    return git(root, "rev-parse", "HEAD").strip()


def checkout(root: Path, *, keep: Callable[[Path], bool] = lambda path: True) -> Path:
    """Copy the five plans and the schemas into a new git repository with one commit."""
    assemble(root)
    for path in (root / "plans").rglob("*"):
        if path.is_file() and not keep(path.relative_to(root)):
            path.unlink()
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Bản đầu")
    return root


def change(root: Path, plan_id: str, old: str, new: str) -> None:
    """Change the first place of some words in a plan's file."""
    path = root / "plans" / f"{plan_id}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
