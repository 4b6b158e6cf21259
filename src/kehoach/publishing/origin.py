"""From which state of the repository a site is built: its commit, marked where files differ, and the commit's time."""

from __future__ import annotations

import subprocess
from pathlib import Path

from kehoach.machine import git
from kehoach.machine.usererror import UserError

ARCHIVED = ".git-archival.txt"
"""A file in which ``git archive`` puts hash and time of the commit (gitattributes, export-subst)."""

INPUTS = ("plans", "schema", "site_src", "hooks", "deploy", "src", "mkdocs.yml")
"""What a site is made from."""

_COMPILED = ("__pycache__/", ".pyc")
CHANGED = "+thay-doi"


def current_commit(root: Path) -> str:
    """Name the commit of a checkout, marked where the tree has changes, or of an archive made by git; else empty.

    A file that a site is made from and git does not track, ignored or not, is a change: the commit does not hold it.
    Raises UserError where git refuses the checkout because somebody else owns it.
    """
    if archived := _archived(root):
        return archived.get("commit", "")
    head = _git(root, "rev-parse", "HEAD")
    changed = _git(root, "status", "--porcelain", "-z", "--untracked-files=no")
    inputs = [name for name in INPUTS if (root / name).exists()]
    untracked = _git(root, "ls-files", "-z", "--others", "--", *inputs) if inputs else ""
    if head is None or changed is None or untracked is None:
        _refuse_owner(root)
        return ""
    unknown = [name for name in untracked.split("\0") if name and not any(part in name for part in _COMPILED)]
    return f"{head}{CHANGED}" if changed or unknown else head


def commit_time(root: Path) -> dict[str, str]:
    """Give the time of a checkout's commit as SOURCE_DATE_EPOCH, so that a later build shows the same date.

    Source: the specification of reproducible-builds.org. Empty without git.
    """
    archived = _archived(root)
    time = archived.get("time", "") if archived else _git(root, "log", "-1", "--format=%ct") or ""
    return {"SOURCE_DATE_EPOCH": time} if time.isdecimal() else {}


def _archived(root: Path) -> dict[str, str]:
    """Read what ``git archive`` wrote of its commit; empty in a tree that no archive gave.

    It counts before git: the archive may lie unpacked inside another repository.
    """
    path = root / ARCHIVED
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {} if "$Format" in text else dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)


def _refuse_owner(root: Path) -> None:
    """Raise UserError where git reads a checkout for its owner only (git's documentation of ``safe.directory``)."""
    command = ["git", "-C", str(root), "rev-parse", "--git-dir"]
    try:
        completed = subprocess.run(command, capture_output=True, check=False, timeout=30, env=git.plain_environment())
    except (OSError, subprocess.TimeoutExpired):
        return
    if b"safe.directory" in completed.stderr:
        raise UserError(
            f"Thư mục {root.resolve()} thuộc về người dùng khác nên git không cho đọc lịch sử; trang dựng ra sẽ "
            f"không có phiên bản và ngày. Hãy chạy bằng đúng người dùng, hoặc: "
            f"git config --global --add safe.directory {root.resolve()}"
        )


def _git(root: Path, *arguments: str) -> str | None:
    output = git.output(root, *arguments)
    return None if output is None else output.decode("utf-8", "surrogateescape").strip()
