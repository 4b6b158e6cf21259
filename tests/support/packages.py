"""What a package is made from, and what is in it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from assembling import BUILT, assemble

EPOCH = "1767225600"


def copy_of_repository(place: Path) -> Path:
    """Assemble what a build reads, with the sample configuration of a server."""
    return assemble(place, *BUILT, "deploy")


def contents(folder: Path) -> dict[str, tuple[str, int]]:
    """SHA-256 and mode of every file."""
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mode)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def run(root: Path, *arguments: str, umask: int = 0o022, **environment: str) -> None:
    """Run a command of kehoach in circumstances."""
    done = subprocess.run(
        [sys.executable, "-m", "kehoach", "--root", str(root), *arguments],
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "GIT_CEILING_DIRECTORIES": str(root.parent), **environment},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
