"""Asking git, in one place: what it says, or that it cannot be asked."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_SECONDS = 60


def plain_environment() -> dict[str, str]:
    """Give the environment in which git's messages are those of its source, whatever the locale."""
    return {**os.environ, "LC_ALL": "C"}


def output(root: Path, *arguments: str, stdin: bytes = b"") -> bytes | None:
    """Run git in a folder and give what it prints; None where git is missing, too slow or says no."""
    command = ["git", "-C", str(root), *arguments]
    try:
        completed = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS, input=stdin)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return completed.stdout if completed.returncode == 0 else None
